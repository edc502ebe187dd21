"""Passages that are in the narrative but for characters that look alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.text.characters import INVISIBLE, SOFT_HYPHEN
from diplobrief.text.normalization import normalized
from diplobrief.text.search import SearchableText

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplobrief.checks.narrative import Narrative
    from diplobrief.diagnostics import Path

_HYPHEN: Final = re.compile("[-\u2010-\u2015\u2212]")
_UNSEEN: Final = re.compile(f"[{INVISIBLE}{SOFT_HYPHEN}]")


def _without_hyphens(text: str) -> str:
    return _HYPHEN.sub("-", text)


def _without_unseen(text: str) -> str:
    return _UNSEEN.sub("", text)


def _without_ellipses(text: str) -> str:
    return text.replace("…", "...")


def _without_ligatures(text: str) -> str:
    return normalized(text, "NFKC")


_DIFFERENCES: Final[dict[str, Callable[[str], str]]] = {
    "another hyphen or dash": _without_hyphens,
    "invisible characters": _without_unseen,
    "another ellipsis": _without_ellipses,
    "ligatures or other forms of the same letters": _without_ligatures,
    "capital letters in other places": str.casefold,
}
"""How a passage may differ, and a function that leaves the difference out of a text."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A passage of the narrative that differs little from one that is looked for.

    Args:
        difference: What the passage of the narrative has.
        path: The block with the passage; `None` if it runs over several blocks.
    """

    difference: str
    path: Path | None = None


class NearMisses:
    """Finds passages that the narrative has in a slightly different form.

    Args:
        narrative: The narrative.

    Example:
        >>> from diplobrief.checks.narrative import Narrative
        >>> narrative = Narrative(["A co\u2011operation", "began."], [("a",), ("b",)])
        >>> NearMisses(narrative).find("co-operation").difference
        'another hyphen or dash'
        >>> NearMisses(narrative).find("operation began").difference
        'a new block within it'
    """

    def __init__(self, narrative: Narrative) -> None:
        self._narrative = narrative

    @cached_property
    def _alike(self) -> SearchableText:
        return SearchableText([_without_differences(block) for block in self._narrative.blocks])

    @cached_property
    def _in_one_piece(self) -> SearchableText:
        return SearchableText([" ".join(self._alike.blocks)])

    def find(self, passage: str) -> NearMiss | None:
        """Return a passage like this one, or `None` if there is none.

        Args:
            passage: A folded passage that the narrative does not have.
        """
        wanted = _without_differences(passage).strip()
        if not wanted:
            return None
        offsets = self._alike.find(wanted, limit=1)
        if not offsets:
            runs_over = self._in_one_piece.find(wanted, limit=1)
            return NearMiss("a new block within it") if runs_over else None
        number = self._alike.block_at(offsets[0])
        block = self._narrative.blocks[number]
        difference = next(
            (
                name
                for name, leave_out in _DIFFERENCES.items()
                if leave_out(passage).strip() in leave_out(block)
            ),
            "several other characters",
        )
        return NearMiss(difference, self._narrative.paths[number])


def _without_differences(text: str) -> str:
    for leave_out in _DIFFERENCES.values():
        text = leave_out(text)
    return text
