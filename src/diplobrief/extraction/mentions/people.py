"""Finds people: by name, by office, unnamed, and by words that refer back to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MASKS, MaskedText, Mention
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    AFTER,
    BEFORE,
    CAPITAL,
    ORGAN,
    ORGANIZATION,
    OWNER,
    STATE,
)
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_ARTICLE: Final = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+)?"
_POSTINGS: Final = re.compile(r"ambassador|envoy|consul|representative|attach", re.IGNORECASE)
_LONGEST_NAME: Final = 5
_PERSON: Final = MASKS["person"]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a text: where it is, its words, and the honorific before it."""

    start: int
    words: tuple[str, ...]
    honorific: str | None
    honorific_start: int

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class PeopleFinder:
    """Finds people by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        people = lexicon.data["people"]
        self._not_names = frozenset(people["not_first_names"])
        self._office = re.compile(_office_pattern(people))
        particles = alternatives(people["name_particles"])
        word = rf"(?:[A-Z]\.|{CAPITAL})"
        self._name = re.compile(
            rf"(?<![\w’'-])(?:(?P<honorific>{alternatives(people['honorifics'])})\s+)?"
            rf"(?P<name>{word}(?:[\s-]+(?:(?:{particles})[\s-]+)?{word}){{0,7}})(?!\w)"
        )
        modifiers = alternatives(people["unnamed_modifiers"])
        self._unnamed = re.compile(
            rf"{BEFORE}(?:(?:{modifiers})\s+){{0,3}}(?P<owner>{OWNER})?(?:(?:{modifiers})\s+){{0,2}}"
            rf"(?:{alternatives(people['unnamed'])}){AFTER}",
            re.IGNORECASE,
        )
        sayings = alternatives(lexicon.sayings)
        says = rf"(?=\s+(?:\w+ly\s+|also\s+|have\s+|then\s+)*(?:{sayings}){AFTER})"
        nouns = alternatives([*people["both_sides"], *people["both_people"]])
        self._both = re.compile(
            rf"{BEFORE}(?:(?:both|the\s+two)\s+(?:{nouns})"
            rf"|(?<!of\s)(?<!with\s)(?<!between\s)the\s+(?:{nouns}){says}"
            rf"|(?:both|the\s+two|they){says}){AFTER}",
            re.IGNORECASE,
        )
        self._counterpart = re.compile(
            rf"{BEFORE}(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\s+(?P<owner>{ADJECTIVE}+)\s+"
            rf"(?:{alternatives(people['counterparts'])}){AFTER}(?!,?\s+[A-Z])"
        )
        documents = alternatives(lexicon.data["saying"]["phrases"]["documents"])
        self._document = re.compile(
            rf"{BEFORE}(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:joint\s+)?(?:{documents}){AFTER}"
            rf"(?=\s+(?:\w+ly\s+)?(?:{sayings}){AFTER})"
        )
        self._pronoun = re.compile(
            rf"{BEFORE}(?:{alternatives(people['pronouns'])})(?![\w’'-])", re.IGNORECASE
        )
        verbs = alternatives(lexicon.all_verbs)
        self._acting = re.compile(
            r"\s+(?:(?:has|had|have|also|then|later|will|would|did|is|was)\s+)*(?:[a-z]+ly\s+)?"
            rf"(?:{verbs}){AFTER}|\s+(?:is|was|has|had|will)\s"
        )
        self._inverted = re.compile(rf"(?:{sayings})\s+$")

    def mark(self, text: MaskedText) -> None:
        """Mask the people of a text, named and unnamed."""
        text.replace(self._people(text))
        text.replace(self._unnamed_people(text))
        text.replace(self._counterparts(text))

    def references(self, text: MaskedText) -> Iterator[Mention]:
        """Yield pronouns, pairs ("both sides") and documents that speak."""
        for pattern, kind in (
            (self._document, "document"),
            (self._both, "both"),
            (self._pronoun, "pronoun"),
        ):
            for match in pattern.finditer(text.masked):
                yield Mention(kind, *match.span(), " ".join(match[0].lower().split()))

    def _people(self, text: MaskedText) -> Iterator[Mention]:
        offices = [*self._offices(text)]
        by_start = {office.start: office for office in offices}
        by_end = {office.end: office for office in offices}
        taken: set[int] = set()
        shared: tuple[Mention, int] | None = None
        for name in self._names(text.masked):
            office, start, end = self._office_of(name, text.masked, by_start, by_end)
            if office is None and shared is not None:
                between = text.masked[shared[1] : name.start]
                office = shared[0] if re.fullmatch(r",?\s+and\s+", between) else None
            if office is None and name.honorific is None and not self._is_person(name, text.masked):
                continue
            shared = (office, end) if office is not None and office.is_plural else None
            if office is not None:
                taken.add(office.start)
            yield _person(name, office, min(start, name.honorific_start), end)
        yield from (office for office in offices if office.start not in taken)

    def _names(self, masked: str) -> Iterator[_Name]:
        for match in self._name.finditer(masked):
            start, words = match.start("name"), match["name"].split()
            while words and self._is_no_name(words[0]):
                start += len(words[0]) + 1
                words = words[1:]
            for number, word in enumerate(words):
                if word.endswith(("'s", "’s")):
                    words = [*words[:number], word[:-2]]
                    break
            if 0 < len(words) <= _LONGEST_NAME and not self._not_names.intersection(words):
                yield _Name(start, tuple(words), match["honorific"], match.start())

    def _is_no_name(self, word: str) -> bool:
        return bool({word, word.rstrip("."), word.rstrip("s")} & self._not_names)

    @staticmethod
    def _office_of(
        name: _Name, masked: str, by_start: dict[int, Mention], by_end: dict[int, Mention]
    ) -> tuple[Mention | None, int, int]:
        """Return the office of a name, and the span of both."""
        before = re.search(r"(,?)\s+$", masked[: name.start])
        office = by_end.get(before.start()) if before else None
        if office is not None and before is not None:
            if not before[1]:
                return office, office.start, name.end
            # "India's home minister, Amit Shah," but not "the president, Amit Shah said".
            closing = re.match(r"\s*[,.;]", masked[name.end :])
            if closing:
                is_comma = closing[0].endswith(",")
                return office, office.start, name.end + (len(closing[0]) if is_comma else 0)
        after = re.match(r",\s+(?:who\s+is\s+)?", masked[name.end :])
        office = by_start.get(name.end + after.end()) if after else None
        if office is None:
            return None, name.start, name.end
        comma = re.match(r"\s*,", masked[office.end :])
        return office, name.start, office.end + (comma.end() if comma else 0)

    def _is_person(self, name: _Name, masked: str) -> bool:
        """Whether a name without an office is that of somebody who acts."""
        if len(name.words) < 2:
            return False
        insertion = re.match(r",[^,;.]{1,80},", masked[name.end :])
        after = masked[name.end + (insertion.end() if insertion else 0) :]
        before = masked[max(0, name.start - 40) : name.start]
        return bool(
            self._acting.match(after)
            or self._inverted.search(before)
            or re.search(rf"{_PERSON},?\s+(?:and\s+)?$", before)
        )

    def _offices(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._office.finditer(text.masked):
            before = text.at(match.start("before")) if match["before"] else None
            after = text.at(match.start("after")) if match["after"] else None
            is_posting = match["preposition"] in {"to", "in", "at"}
            is_only_a_place = (
                match["preposition"] in {"in", "at"}
                and after is not None
                and after.kind == "state"
                and _POSTINGS.search(match["office"]) is None
            )
            includes_posting = is_posting and after is not None and not is_only_a_place
            code, owner = _owner([before, None if is_posting else after])
            yield Mention(
                "office",
                match.start(),
                match.end("office") if is_only_a_place else match.end(),
                match[0],
                code,
                owner=owner,
                office=text.text[
                    match.start("office") : match.end("after" if includes_posting else "office")
                ],
                is_plural=bool(match["plural"]),
            )

    def _unnamed_people(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._unnamed.finditer(text.masked):
            owner = text.at(match.start("owner")) if match["owner"] else None
            is_body = owner is not None and owner.kind not in {"adjective", "state"}
            yield Mention(
                "unnamed",
                *match.span(),
                text.text[match.start() : match.end()],
                owner.code if owner else None,
                owner=(owner.owner or owner.name) if owner is not None and is_body else None,
            )

    def _counterparts(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._counterpart.finditer(text.masked):
            owner = text.at(match.start("owner"))
            if owner is not None:
                yield Mention("office", *match.span(), match[0], owner.code, office="counterpart")


def _office_pattern(people: dict[str, list[str]]) -> str:
    office = (
        rf"(?:(?i:{alternatives(people['office_modifiers'])})(?:\s+|-)){{0,4}}"
        rf"(?i:{alternatives(people['office_heads'])})(?P<plural>s)?{AFTER}"
        rf"(?:\s+(?:of|for)\s+(?i:{alternatives(people['portfolios'])}){AFTER})?"
    )
    after = (
        rf"(?:\s+(?P<preposition>of|to|for|in|at)\s+(?:the\s+|{STATE}+['’]s\s+|{ADJECTIVE}+\s+)?"
        rf"(?:(?:Islamic\s+)?Republic\s+of\s+)?"
        rf"(?P<after>{STATE}+|{ORGANIZATION}+|{ORGAN}+))?"
    )
    return rf"{BEFORE}{_ARTICLE}(?P<before>{OWNER})?(?P<office>{office}){after}"


def _owner(parts: list[Mention | None]) -> tuple[str | None, str | None]:
    """Return the code of the state and the body that an office belongs to."""
    code = owner = None
    for part in parts:
        if part is None:
            continue
        if part.kind == "organization":
            owner = part.owner or part.name
        elif part.kind == "organ":
            code, owner = part.code, f"organ:{part.name}"
        else:
            code = part.code
    return code, owner


def _person(name: _Name, office: Mention | None, start: int, end: int) -> Mention:
    if office is None:
        return Mention("person", start, end, name.text, honorific=name.honorific)
    title = office.office or ""
    return Mention(
        "person",
        start,
        end,
        name.text,
        office.code,
        owner=office.owner,
        office=title.removesuffix("s") if office.is_plural else title,
        honorific=name.honorific,
        is_plural=office.is_plural,
    )
