"""Reads the numbers of a vote."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.lexicon import Lexicon


class VoteReader:
    """Reads the numbers of votes using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words: Mapping[str, Sequence[str]] = lexicon.grammar.get("votes", {})
        self._numbers = [word.lower() for word in words.get("numbers", ())]
        self._none = [word.lower() for word in words.get("none", ())]
        number = rf"(?:\d{{1,3}}|{alternatives([*self._numbers, *self._none])}{AFTER})"
        to, against = words.get("to", ()), alternatives(words.get("against", ()))
        votes = leading([*words.get("votes", ()), ""])
        before = leading(words.get("before", ())) + leading([*words.get("counted", ()), ""])
        in_favour = alternatives(words.get("in_favour", ()))
        also = rf"(?:,|,?\s+{alternatives([*lexicon.words('and'), *to])})"
        for_it = alternatives([*words.get("in_favour", ()), *words.get("for", ())])
        abstained = (
            rf"(?:,?\s*(?:{lexicon.before('and')})?{leading([*words.get('with', ()), ''])}"
            rf"(?P<abstained>{number})\s+{alternatives(words.get('abstentions', ()))})?"
        )
        self._vote = re.compile(
            rf"(?<!\w){before}(?P<for>\d{{1,3}})\s*{votes}"
            rf"(?:{alternatives([*to, '-', '–'])}|{for_it}{also})\s*"
            rf"(?P<against>{number})(?:\s+{votes}{against})?{abstained}",
            re.IGNORECASE,
        )
        self._without_opposition = re.compile(
            rf"(?P<for>{number})\s+{votes}{in_favour}{abstained}", re.IGNORECASE
        )

    def read(self, text: str) -> dict[str, int] | None:
        """Return the numbers of a vote that a text reports.

        Args:
            text: The text.

        Example:
            >>> from diplobrief.extraction.lexicon import lexicon_of
            >>> reader = vote_reader_of(lexicon_of("en"))
            >>> reader.read("by 102 votes to 9, with two abstentions")
            {'in_favour': 102, 'against': 9, 'abstained': 2}
            >>> reader.read("by 14 votes in favour, with 1 abstention")
            {'in_favour': 14, 'abstained': 1}
        """
        match = self._vote.search(text) or self._without_opposition.search(text)
        if match is None:
            return None
        parts = (("in_favour", "for"), ("against", "against"), ("abstained", "abstained"))
        groups = match.groupdict()
        return {name: self._number(groups[group]) for name, group in parts if groups.get(group)}

    def _number(self, text: str) -> int:
        """Return a number in digits or in words; the lexicon lists the words from zero upwards."""
        word = text.lower()
        if word in self._none:
            return 0
        return self._numbers.index(word) if word in self._numbers else int(word)


@cache
def vote_reader_of(lexicon: Lexicon) -> VoteReader:
    """Return the reader of votes for a lexicon."""
    return VoteReader(lexicon)
