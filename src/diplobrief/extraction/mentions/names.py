"""Finds names that may be those of people, by their capital letters or an office beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.acting import ActingNames
from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import CAPITAL
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.lexicon import Lexicon

_LONGEST_NAME: Final = 5
_FEWEST_WORDS: Final = 2
_LONGEST_UNCASED: Final = 80
_SHORTEST_ACRONYM: Final = 3
_FEWEST_WORDS_OF_TITLE: Final = 5
_SHARE_OF_TITLE: Final = 0.8
_WORD: Final = re.compile(rf"{BEFORE}[^\W\d_][\w’'-]{{3,}}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    Args:
        start: The offset of its first word.
        words: Its words.
        honorific: The honorific before it.
        first: The offset of the honorific, or of the name.
        may_act: Whether it may be the name of a person without an office.
    """

    start: int
    words: tuple[str, ...]
    honorific: str | None
    first: int
    may_act: bool = True

    @property
    def text(self) -> str:
        """The words in their most usual spelling."""
        return " ".join(self.words)

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


class NameFinder:
    """Finds names using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        people = lexicon.data["people"]
        self._adverb_endings = tuple(lexicon.words("adverb_endings"))
        self._not_names = frozenset(people["not_first_names"])
        honorifics = [*people["honorifics"], *map(str.upper, people["honorifics"])]
        self._honorifics = frozenset(honorifics)
        self._after_names = frozenset(people.get("after_names", ()))
        self._verbs = lexicon.all_verbs
        particles = alternatives(people["name_particles"])
        word = rf"(?:(?:[A-ZА-ЯЁ]\.){{1,3}}|{CAPITAL})"
        self._name = re.compile(
            rf"{BEFORE}(?<!\w\.)(?:(?P<honorific>{alternatives(honorifics)})\s+)?"
            rf"(?P<name>{word}(?:[\s-]+(?:{particles}[\s-]+){{0,2}}{word}){{0,7}}"
            rf"(?:\s+{alternatives(people.get('name_endings', ()))})?)(?!\w)"
        )
        self._preposition = re.compile(rf"(?<!\w){lexicon.before('prepositions')}$")
        self._article = re.compile(rf"(?<!\w)(?i:{lexicon.before('articles')})$")
        self._acting = ActingNames(lexicon)
        self._is_cased = not lexicon.grammar.get("uncased")
        if not self._is_cased:
            self._name_after = re.compile(rf"(?P<comma>,?\s+){_uncased_name(lexicon, 3)}")
            start_of_name = rf"(?:^|[.;:»,–—-]\s+|\s{lexicon.before('and')})"
            alone = _uncased_name(lexicon, 3).replace("<name>", "<alone>")
            self._name_before = re.compile(
                rf"{start_of_name}{_uncased_name(lexicon, 4)},\s+$|(?:^|[.:,]\s+){alone}\s+$"
            )
            self._by_given_name = re.compile(_name_by_given_name(lexicon))

    def find(self, text: MaskedText, offices: Sequence[Mention]) -> Iterator[Name]:
        """Yield the names of a text.

        Args:
            text: The text.
            offices: The offices in it.
        """
        if not self._is_cased:
            yield from self._beside(offices, text)
            return
        is_title = self._is_title(text.text)
        for name in self._cased(text.masked, offices):
            if not is_title:
                yield name
            elif name.words[0].lower() not in self._verbs:
                yield self._of_title(name)

    def is_person(self, name: Name, masked: str) -> bool:
        """Whether a name without an office is that of somebody who acts."""
        if not self._is_cased:
            return True
        return name.may_act and self._acting.is_person(name.words, name.start, name.end, masked)

    def alone(self, text: MaskedText) -> Iterator[Mention]:
        """Yield single names beside a verb of saying: "Berg said", "IGAD said"."""
        if not self._is_cased:
            return
        for match in self._name.finditer(text.masked):
            words = match["name"].split()
            word = words[0].removesuffix("’s").removesuffix("'s")
            if word != words[0] or self._cannot_be_name(word):
                continue
            if not self._acting.speaks(match.start(), match.end(), text.masked):
                continue
            if self._preposition.search(text.masked, 0, match.start()):
                # "a cooperative on Natuna said"
                continue
            has_article = self._article.search(text.masked, 0, match.start()) is not None
            if has_article or (_is_acronym(word) and len(words) == 1):
                # A name with an article is that of a body: "the Fund said".
                if not match["honorific"]:
                    name = match["name"]
                    yield Mention("organization", match.start(), match.end(), name, owner=name)
            elif len(words) == 1 and not word.isupper():
                yield Mention(
                    "person", match.start(), match.end(), word, honorific=match["honorific"]
                )

    def _cased(self, masked: str, offices: Sequence[Mention]) -> Iterator[Name]:
        for match in self._name.finditer(masked):
            start, words = match.start("name"), match["name"].split()
            honorific, first = match["honorific"], match.start()
            office = _office_within(offices, start, match.end("name"))
            if office is not None and office.end < match.end("name"):
                # "High Representative Kari Berg": the name is after the office.
                start = office.end + 1
                words = masked[start : match.end("name")].split()
                if len(words) > 1 and words[0] in self._honorifics:
                    honorific, first = words[0], start
                    start += len(words[0]) + 1
                    words = words[1:]
            while words and (self._cannot_be_name(words[0]) or self._is_adverb(words)):
                start += len(words[0]) + 1
                words = words[1:]
            words = self._without_end(words)
            if len(words) == 1 and words[0] in self._honorifics and honorific is None:
                # "Sir, when will it be signed?"
                continue
            is_titled = honorific is not None or office is not None
            if len(words) == 1 and _is_acronym(words[0]) and not is_titled:
                continue
            length = sum(not word.islower() for word in words)
            if 0 < length <= _LONGEST_NAME and not self._not_names.intersection(words):
                has_article = self._article.search(masked, 0, start) is not None
                yield Name(
                    start,
                    tuple(words),
                    honorific,
                    first if honorific else start,
                    may_act=not has_article,
                )

    def _without_end(self, words: list[str]) -> list[str]:
        """Return the words of a name without a possessive ending, or letters after it."""
        for number, word in enumerate(words):
            if word.endswith(("'s", "’s")):
                return [*words[:number], word[:-2]]
        while len(words) > _FEWEST_WORDS and words[-1] in self._after_names:
            words = words[:-1]
        return words

    def _beside(self, offices: Sequence[Mention], text: MaskedText) -> Iterator[Name]:
        """Yield names of a script without capital letters, by a given name or an office."""
        ends: set[int] = set()
        for match in self._by_given_name.finditer(text.masked):
            start = match.start("name")
            if any(office.start <= start < office.end for office in offices):
                continue
            ends |= {start, match.end()}
            yield Name(start, tuple(match["name"].split()), None, start)
        for office in offices:
            if {office.end + 1, office.start - 1, office.start - 2} & ends:
                continue
            left = text.masked[max(0, office.start - _LONGEST_UNCASED) : office.start]
            found = self._name_before.search(left)
            if found is not None and not found["name"] and " " not in found["alone"]:
                found = None  # A verb that the lexicon does not know: "وجه وزير الخارجية نيلس دال".
            start = office.start - len(left)
            if found is None:
                found, start = self._name_after.match(text.masked, office.end), 0
                is_alone = found is not None and " " not in found["name"]
                if is_alone and (office.code or office.owner):
                    continue
            if found is not None:
                group = "name" if found["name"] else "alone"
                start += found.start(group)
                yield Name(start, tuple(found[group].split()), None, start)

    def _is_title(self, text: str) -> bool:
        """Whether the words of a text begin with capital letters: "Ministers Sign Lake Treaty"."""
        if text.rstrip().endswith((".", "!", "?", "…", "”", '"')):
            return False
        words = _WORD.findall(text)
        capitals = sum(word[0].isupper() for word in words)
        return len(words) >= _FEWEST_WORDS_OF_TITLE and capitals >= _SHARE_OF_TITLE * len(words)

    def _of_title(self, name: Name) -> Name:
        """Return a name in a title, where verbs begin with capital letters, too."""
        words = name.words
        for number, word in enumerate(words):
            if number and word.lower() in self._verbs:
                words = words[:number]
                break
        return Name(name.start, words, name.honorific, name.first, may_act=False)

    def _is_adverb(self, words: Sequence[str]) -> bool:
        """Whether the first word is an adverb: "Certainly Kari Berg"."""
        return len(words) > 2 and words[0].endswith(self._adverb_endings)

    def _cannot_be_name(self, word: str) -> bool:
        # "Sixty-eight"
        forms = {word, word.rstrip("."), word.rstrip("s"), word.partition("-")[0]}
        return not forms.isdisjoint(self._not_names)


def _office_within(offices: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Return the office at the beginning of a name, perhaps after the party of its holder.

    "High Representative Kari Berg", "Conservative MP Kari Berg"
    """
    first = next((each for each in offices if each.start <= start < each.end), None)
    within = (e for e in offices if start < e.start and e.end + 1 < end and not e.is_plural)
    return first or next(within, None)


def _is_acronym(word: str) -> bool:
    return len(word) >= _SHORTEST_ACRONYM and word.isupper()


def _uncased_word(lexicon: Lexicon) -> str:
    """Return the pattern for a word of a name in a script without capital letters."""
    people = lexicon.data["people"]
    heads = lexicon.forms_of(people["office_heads"])
    stops = alternatives(
        [
            *people["not_first_names"],
            *lexicon.all_verbs,
            *heads,
            *lexicon.nouns_of_facts,
            *lexicon.data["days"]["relative"],
        ]
    )
    particle = alternatives(people["name_particles"])
    joined = alternatives(people.get("no_name_beginnings", ()))
    prefix = (
        rf"(?:{alternatives(lexicon.grammar['prefixes'])})?"
        if "prefixes" in lexicon.grammar
        else ""
    )
    no_name = rf"{prefix}{stops}{AFTER}|{particle}{AFTER}|{joined}"
    return rf"(?!{no_name})[^\W\d_](?:[\w\u200c-])*(?![\w\u200c-])"


def _uncased_name(lexicon: Lexicon, most: int) -> str:
    """Return the pattern for a name in a script without capital letters."""
    people = lexicon.data["people"]
    particle = alternatives(people["name_particles"])
    word = _uncased_word(lexicon)
    more = rf"(?:\s+{particle}\s+{word}){{0,2}}"
    return rf"(?P<name>{word}(?:\s+(?:{particle}\s+)?{word}){{0,{most - 1}}}{more})"


def _name_by_given_name(lexicon: Lexicon) -> str:
    """Return the pattern for a name that begins with a common given name, in such a script."""
    people = lexicon.data["people"]
    particle = alternatives(people["name_particles"])
    word = _uncased_word(lexicon)
    given = alternatives(people.get("given_names", ()))
    family = alternatives(people.get("family_name_beginnings", ()))
    return (
        rf"{lexicon.start}(?P<name>{given}(?:\s+{given}(?=\s))?\s+(?:{particle}\s+)?{word}"
        rf"(?:\s+{particle}\s+{word}){{0,2}}(?:\s+(?={family}){word})?)"
    )
