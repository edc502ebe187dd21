"""Finds short names that a page gives in parentheses: "the Lake Fishing Treaty (LFT)"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.extraction.mentions import Mention

_NAMED: Final = frozenset({"treaty", "organization", "organ"})
_GIVEN: Final = re.compile(
    r"\s?\(\W?(?P<short>(?:[A-ZÀ-ÞА-Я]\.){2,8}|[A-ZÀ-ÞА-Я][\w/&-]{1,20})\W?\)"
)
_MOST: Final = 100
_SHORTEST_INITIALS: Final = 3


class ShortNames:
    """The short names of a page.

    Args:
        sentences: The text of each sentence with its mentions.
    """

    def __init__(self, sentences: Iterable[tuple[str, Sequence[Mention]]]) -> None:
        self._names: dict[str, Mention] = {}
        for text, mentions in sentences:
            for mention in mentions:
                initials = _initials(mention.name) if mention.kind == "treaty" else ""
                if len(initials) >= _SHORTEST_INITIALS and len(self._names) < _MOST:
                    self._names.setdefault(initials, mention)
                given = _GIVEN.match(text, mention.end) if mention.kind in _NAMED else None
                is_acronym = given is not None and sum(map(str.isupper, given["short"])) > 1
                if given is not None and is_acronym and len(self._names) < _MOST:
                    self._names.setdefault(given["short"], mention)
        self._pattern = re.compile(rf"(?<![\w-]){alternatives(self._names)}{AFTER}")

    def mentions(self, masked: str) -> list[Mention]:
        """Return the mentions by short names in a sentence.

        Args:
            masked: The sentence with its other mentions masked.
        """
        if not self._names:
            return []
        return [
            replace(
                self._names[match[0]],
                start=match.start(),
                end=match.end(),
                is_named=True,
                is_indefinite=False,
                is_possessed=False,
                is_plural=False,
            )
            for match in self._pattern.finditer(masked)
        ]


def _initials(name: str) -> str:
    """Return the initials of the capitalized words at the beginning of a name.

    Example:
        >>> _initials("Lake Fishing Treaty between Norway and Sweden")
        'LFT'
    """
    return "".join(word[0] for word in takewhile(lambda word: word[0].isupper(), name.split()))
