"""Surnames of people whose full names are on the page: "Kari Berg arrived. Berg said"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.registry import folded
from diplobrief.extraction.mentions import Mention
from diplobrief.extraction.patterns import alternatives
from diplobrief.extraction.word_patterns import first_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_SHORTEST_SURNAME: Final = 3
_LONGEST_PARTICLE: Final = 8
_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")


class Surnames:
    """The names by which a page calls people whom it names in full.

    Args:
        sentences: The sentences of the page.
        lexicon: The lexicon of its language.
    """

    def __init__(self, sentences: Sequence[ReadSentence], lexicon: Lexicon) -> None:
        self.full_names: dict[str, str] = {}
        """The full names by their surnames, or by the part that the page uses alone."""
        self._verbs = lexicon.all_verbs
        self._before_verbs = frozenset(lexicon.words("before_a_verb"))
        self._particle = _particle_of(lexicon)
        names = [
            mention.name
            for sentence in sentences
            for mention in sentence.mentions
            if mention.kind == "person"
        ]
        surnames = {name.split()[-1] for name in names}
        for name in names:
            if " " in name:
                self.full_names.setdefault(folded(name.split()[-1]), name)
        self._add_other_names({folded(name) for name in names if " " not in name})
        surnames = {each for each in surnames if len(each) >= _SHORTEST_SURNAME}
        surnames |= self._names_before_given_names(surnames)
        self._forms = {
            form: surname
            for surname in sorted(surnames)
            for written in _spellings(surname)
            for form in lexicon.inflection.person(written)
        }
        self._words = first_words(self._forms)

    def mentions(self, sentence: ReadSentence) -> Iterator[Mention]:
        """Yield the surnames in a sentence, outside of other mentions."""
        masked = sentence.masked
        if self._words.isdisjoint(sentence.words):
            return
        for word in _WORD.finditer(masked):
            for form in {word[0], _POSSESSIVE.sub("", word[0])} & self._forms.keys():
                start = self._start_of_surname(masked, word.start())
                yield Mention("person", start, word.start() + len(form), self._forms[form])

    def _start_of_surname(self, masked: str, start: int) -> int:
        """Return where a surname starts, with a particle in capitals: "De Zela dijo"."""
        particle = self._particle.search(masked, max(0, start - _LONGEST_PARTICLE), start)
        return particle.start() if particle else start

    def _names_before_given_names(self, surnames: Collection[str]) -> set[str]:
        """Return surnames that may be before a given name: "Wang Yi arrived. Wang met Lee."."""
        firsts = Counter(name.split()[0] for name in set(self.full_names.values()))
        names = {
            first
            for first, number in firsts.items()
            if number == 1 and first.isalpha() and first not in surnames
            if len(first) >= _SHORTEST_SURNAME
            and first.lower() not in self._verbs
            and first.lower() not in self._before_verbs
        }
        for full_name in [*self.full_names.values()]:
            if full_name.split()[0] in names:
                self.full_names.setdefault(folded(full_name.split()[0]), full_name)
        return names

    def _add_other_names(self, alone: Collection[str]) -> None:
        """Map names that are used alone to full names that they are a part of: "Xi said".

        Args:
            alone: The names that are used alone.
        """
        for full_name in [*self.full_names.values()]:
            # "Lucía Berg Dahl", whom the page also calls "Minister Berg".
            for name in map(folded, full_name.split()[:-1]):
                if name in alone:
                    self.full_names.setdefault(name, full_name)


def _spellings(surname: str) -> Iterator[str]:
    """Yield a surname as it is at the start of a sentence, and as it is outside of titles."""
    yield surname
    if surname[0].islower():
        yield surname[0].upper() + surname[1:]
    if surname.isupper():
        yield surname.title()


@cache
def _particle_of(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a particle in capitals before a surname: "De Zela"."""
    particles = (word.capitalize() for word in lexicon.data["people"]["name_particles"])
    return re.compile(rf"(?<!\w){alternatives(particles)}\s\Z")
