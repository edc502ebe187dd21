"""Reads whether what a clause reports lies ahead: "Berg will travel to Oslo for talks"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon


class ClauseStatus:
    """Reads clauses using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = [*lexicon.words("relatives"), *lexicon.words("subordinators")]
        self._subordinate = re.compile(rf"(?<!\w){alternatives(words)}{AFTER}|[;:]")
        ahead = {status: [*words] for status, words in lexicon.grammar["ahead"].items()}
        ahead["scheduled"] += lexicon.words("ahead_of_a_noun")
        self._ahead = {
            status: re.compile(rf"(?<!\w){alternatives(words)}{AFTER}")
            for status, words in ahead.items()
        }

    def of(self, left: str) -> str | None:
        """Return the status of what lies ahead in the clause at the end of a text.

        Args:
            left: The sentence up to a noun or a participle: "Berg will travel to Oslo for ".
        """
        ends = [match.end() for match in self._subordinate.finditer(left)]
        clause = left[max(ends, default=0) :]
        found = (
            (match.start(), status)
            for status, pattern in self._ahead.items()
            for match in pattern.finditer(clause)
        )
        return max(found, default=(0, None))[1]


@cache
def clause_status_of(lexicon: Lexicon) -> ClauseStatus:
    """Return the reader of clauses for a lexicon."""
    return ClauseStatus(lexicon)
