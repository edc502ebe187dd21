"""Applies what a person decides about suggested facts: confirm, correct, reject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.diagnostics import BriefError, Finding
from diplobrief.extraction.review.dependents import without_facts
from diplobrief.extraction.review.named_facts import paths_of
from diplobrief.extraction.suggestions import suggested_facts, suggestion_id
from diplobrief.model import When
from diplobrief.model.fact_index import fact_at, with_facts
from diplobrief.model.facts import is_suggested

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief, Fact


def confirm(brief: Brief, ids: Iterable[str], *, by: str, on: str | dt.date | None = None) -> Brief:
    r"""Return a brief in which a person has confirmed suggested facts.

    Args:
        brief: The brief.
        ids: The ids of the facts; for a milestone `treaty#milestone`, or its own id if no other
            milestone of the brief has it.
        by: The person who confirms them.
        on: The day, or the date and time (default: not recorded).

    Returns:
        The brief, in which the `provenance` of these facts is `confirmed`.

    Raises:
        BriefError: A fact is not in the brief, or is not suggested. All such ids are reported.
        pydantic.ValidationError: `by` or `on` is not valid.

    Example:
        >>> import diplobrief
        >>> text = "# Talks\n\nNorway ratified the Treaty on the Lake on 3 May 2024.\n"
        >>> brief = diplobrief.loads(text, "markdown").replace(language="en")
        >>> brief = diplobrief.suggest(brief)
        >>> brief = diplobrief.confirm(brief, ["m1"], by="A. Editor", on="2024-05-04")
        >>> provenance = brief.treaties[0].milestones[0].provenance
        >>> provenance.status, provenance.reviewed_by, provenance.reviewed_on
        ('confirmed', 'A. Editor', When('2024-05-04'))
    """
    return with_confirmed(brief, paths_of_suggested(brief, ids), by=by, on=on)


def correct(
    brief: Brief,
    id: str,
    changes: Mapping[str, object],
    *,
    by: str,
    on: str | dt.date | None = None,
) -> Brief:
    r"""Return a brief in which a person has corrected a suggested fact, and confirmed the rest.

    Args:
        brief: The brief.
        id: The id of the fact, as for `confirm`.
        changes: The members that change, and their new values; `None` removes a member.
        by: The person who corrects it.
        on: The day, or the date and time (default: not recorded).

    Returns:
        The brief, in which the `provenance` of the fact is `corrected`. The fact as it was
        suggested is not suggested again.

    Raises:
        BriefError: The fact is not in the brief, or is not suggested.
        pydantic.ValidationError: A new value is not valid.

    Example:
        >>> import diplobrief
        >>> text = "# Talks\n\nNorway ratified the Treaty on the Lake on 3 May 2024.\n"
        >>> brief = diplobrief.loads(text, "markdown").replace(language="en")
        >>> brief = diplobrief.suggest(brief)
        >>> brief = diplobrief.correct(brief, "m1", {"kind": "accession"}, by="A. Editor")
        >>> milestone = brief.treaties[0].milestones[0]
        >>> milestone.kind, milestone.provenance.status
        ('accession', 'corrected')
    """
    [path] = paths_of_suggested(brief, [id])
    return with_corrected(brief, path, changes, by=by, on=on)


def reject(brief: Brief, ids: Iterable[str]) -> Brief:
    r"""Return a brief without suggested facts that a person rejected.

    They are listed in `rejected`, so that `suggest` does not bring them back. Suggested facts that
    refer to them lose the reference; those that need it are rejected too.

    Args:
        brief: The brief.
        ids: The ids of the facts, as for `confirm`.

    Returns:
        The brief without these facts.

    Raises:
        BriefError: A fact is not in the brief or is not suggested, or a fact that is not suggested
            refers to it. All such ids are reported.

    Example:
        >>> import diplobrief
        >>> text = "# Talks\n\nNorway ratified the Treaty on the Lake on 3 May 2024.\n"
        >>> brief = diplobrief.loads(text, "markdown").replace(language="en")
        >>> brief = diplobrief.suggest(brief)
        >>> brief = diplobrief.reject(brief, ["m1"])
        >>> brief.treaties[0].milestones, brief.rejected
        ((), ('milestone-e6982be9296b',))
        >>> diplobrief.suggest(brief) == brief
        True
    """
    return with_rejected(brief, paths_of_suggested(brief, ids))


def with_confirmed(
    brief: Brief, paths: Iterable[Path], *, by: str, on: str | dt.date | None
) -> Brief:
    """Return a brief with the facts at these paths confirmed."""
    return with_facts(
        brief,
        {path: _reviewed(fact_at(brief, path), "confirmed", by, on) for path in paths},
    )


def with_corrected(
    brief: Brief,
    path: Path,
    changes: Mapping[str, object],
    *,
    by: str,
    on: str | dt.date | None,
) -> Brief:
    """Return a brief with the fact at a path corrected."""
    fact = fact_at(brief, path)
    corrected = _reviewed(fact.replace(**changes), "corrected", by, on)
    brief = with_facts(brief, {path: corrected})
    before, after = suggestion_id(fact), suggestion_id(corrected)
    return brief if before == after else _with_rejected_ids(brief, [before])


def with_rejected(brief: Brief, paths: Iterable[Path]) -> Brief:
    """Return a brief without the suggested facts at these paths, which are listed as rejected."""
    left, removed = without_facts(brief, paths)
    return _with_rejected_ids(left, (suggestion_id(fact_at(brief, path)) for path in removed))


def _with_rejected_ids(brief: Brief, ids: Iterable[str]) -> Brief:
    return brief.replace(rejected=(*dict.fromkeys((*brief.rejected, *ids)),))


def _reviewed(fact: Fact, status: str, by: str, on: str | dt.date | None) -> Fact:
    assert fact.provenance is not None  # noqa: S101 - it is suggested
    reviewed_on = None if on is None else When(on)
    return fact.replace(
        provenance=fact.provenance.replace(status=status, reviewed_by=by, reviewed_on=reviewed_on)
    )


def paths_of_suggested(brief: Brief, ids: Iterable[str] | None) -> list[Path]:
    """Return the paths of suggested facts.

    Args:
        brief: The brief.
        ids: The ids of the facts, as for `confirm`; `None` for all suggested facts.

    Raises:
        BriefError: A fact is not in the brief, or is not suggested.
    """
    if ids is None:
        return [path for path, _ in suggested_facts(brief)]
    paths = paths_of(brief, ids)
    others = {
        id: fact for id, path in paths.items() if not is_suggested(fact := fact_at(brief, path))
    }
    if others:
        raise BriefError([_not_suggested(id, fact, paths[id]) for id, fact in others.items()])
    return [*dict.fromkeys(paths.values())]


def _not_suggested(id: str, fact: Fact, path: Path) -> Finding:
    status = fact.provenance.status if fact.provenance else "asserted by the authors"
    message = f"The fact {id} is not suggested; it is {status}"
    return Finding(
        "fact_not_suggested", message, path=path, hint="edit the file to change this fact"
    )
