"""Finds the issuer of a page in the lines above its text: "EMBASSY OF THE REPUBLIC OF MALI"."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import mention_finder_of
from diplobrief.extraction.sentences import with_mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_MOST_LINES: Final = 6
_LONGEST_LINE: Final = 80
_MOST_OTHER_WORDS: Final = 2
"""How many other words a line may have: "Press service of the Ministry"."""
_LONGEST_ABBREVIATION: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")


def issuer_of(sentences: Sequence[ReadSentence], lexicon: Lexicon) -> str | None:
    """Return the owner of the organ that issued a page, if its first lines name both.

    Args:
        sentences: The sentences of the page.
        lexicon: The lexicon of its language.

    Returns:
        The code of a state, or the short form of an organization after `body:`.
    """
    head = takewhile(lambda each: each.is_headline, islice(sentences, _MOST_LINES))
    lines = [
        _Line(each.text, lexicon, is_title=each.sentence.block.is_heading)
        for each in head
        if len(each.text) <= _LONGEST_LINE
    ]
    for number, line in enumerate(lines):
        if line.organ is not None:
            owner = line.owner or next(
                (each.state for each in lines[number + 1 : number + 2]), None
            )
            if owner is not None:
                return owner
    return None


def home_of(place: str, lexicon: Lexicon) -> str | None:
    """Return the state in whose capital a page was written, by the place in its dateline.

    Args:
        place: The place: "OSLO", "Oslo, Norway".
        lexicon: The lexicon of its language.
    """
    city = place.partition(",")[0].strip()
    for name in (city, city.title()):
        state = lexicon.states.get(name)
        if state is not None and state.use == "capital":
            return state.code
    return None


class _Line:
    """A line above the text of a page.

    Args:
        text: The line. It may be in capitals, in which mentions are not found.
        lexicon: The lexicon of its language.
        is_title: Whether it is the title, which may be a headline: then it has no other words.
    """

    def __init__(self, text: str, lexicon: Lexicon, *, is_title: bool) -> None:
        text = _in_small_letters(text, lexicon) if text.isupper() else text
        self._mentions: Sequence[Mention] = mention_finder_of(lexicon).find(text).mentions
        others = text
        for mention in self._mentions:
            others = with_mask(others, mention.start, mention.end, mention.kind)
        words = {word.lower() for word in _WORD.findall(others)} - _small_words(lexicon)
        most = 0 if is_title else _MOST_OTHER_WORDS
        self._is_sentence = len(words) > most or not words.isdisjoint(lexicon.all_verbs)

    @property
    def organ(self) -> Mention | None:
        """The organ that the line names, unless the line reports something about it."""
        organs = (each for each in self._mentions if each.kind == "organ")
        return None if self._is_sentence else next(organs, None)

    @property
    def owner(self) -> str | None:
        """The state or organization that the organ of the line belongs to."""
        organ = self.organ
        if organ is not None and (organ.code or organ.owner):
            return organ.code or f"body:{organ.owner}"
        return self.state

    @property
    def state(self) -> str | None:
        """The first state that the line names."""
        states = (each.code for each in self._mentions if each.kind in {"state", "adjective"})
        return None if self._is_sentence else next(states, None)


def _in_small_letters(text: str, lexicon: Lexicon) -> str:
    """Return a line in capitals with only the first letters of names and nouns in capitals."""
    small = _small_words(lexicon)

    def cased(match: re.Match[str]) -> str:
        word = match[0].lower()
        if word in small:
            return word
        return match[0] if len(word) <= _LONGEST_ABBREVIATION else word.capitalize()

    return _WORD.sub(cased, text)


def _small_words(lexicon: Lexicon) -> frozenset[str]:
    words = (*lexicon.words("prepositions"), *lexicon.words("articles"), *lexicon.words("and"))
    return frozenset(words)
