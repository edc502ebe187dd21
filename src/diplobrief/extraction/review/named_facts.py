"""The facts that people name by their ids."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import BriefError, Finding
from diplobrief.model.fact_index import paths_of_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief


_MOST_IDS: Final = 12
"""How many ids a hint lists."""


def paths_of(brief: Brief, ids: Iterable[str]) -> dict[str, Path]:
    """Return the paths of facts by the ids under which they are named.

    Args:
        brief: The brief.
        ids: Ids of facts; for a milestone `treaty#milestone`, or its own id if no other fact of
            the brief has it.

    Raises:
        BriefError: An id is unknown, or several milestones have it. All such ids are reported.

    Example:
        >>> import diplobrief
        >>> lake = diplobrief.Treaty(
        ...     id="lake",
        ...     title="Lake Treaty",
        ...     kind="treaty",
        ...     milestones=[{"id": "m1", "kind": "signature", "status": "completed"}],
        ... )
        >>> paths_of(diplobrief.Brief(treaties=[lake], sections=[]), ["m1"])
        {'m1': ('treaties', 0, 'milestones', 0)}
    """
    known = paths_of_facts(brief)
    by_own_id: dict[str, list[str]] = {}
    for whole in known:
        by_own_id.setdefault(whole.rpartition("#")[2], []).append(whole)
    paths: dict[str, Path] = {}
    findings: list[Finding] = []
    for id in ids:
        candidates = [id] if id in known else by_own_id.get(id, [])
        if len(candidates) == 1:
            paths[id] = known[candidates[0]]
        else:
            findings.append(_several(id, candidates) if candidates else _unknown(id, known))
    if findings:
        raise BriefError(findings)
    return paths


def _several(id: str, candidates: Iterable[str]) -> Finding:
    message = f"Several milestones have the id {id}; expected one of: {', '.join(candidates)}"
    return Finding("fact_unknown", message, hint="add the id of the treaty and #")


def _unknown(id: str, known: Mapping[str, Path]) -> Finding:
    close = get_close_matches(id, {*known, *(whole.rpartition("#")[2] for whole in known)}, n=1)
    if not known:
        hint = "use diplobrief review, which needs no ids"
    elif close:
        hint = f"did you mean {close[0]}?"
    else:
        more = ", …" if len(known) > _MOST_IDS else ""
        hint = f"use one of: {', '.join([*known][:_MOST_IDS])}{more}"
    return Finding("fact_unknown", f"No fact of the brief has the id {id}", hint=hint)
