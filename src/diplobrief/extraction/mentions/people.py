"""Finds people: by name, by office, unnamed, and by words that refer back to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.lexicon import Lexicon, alternatives
from diplobrief.extraction.mentions.masks import ACTOR, MASKS, MaskedText, Mention
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

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE: Final = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+)?"
_POSTINGS: Final = re.compile(r"ambassador|envoy|consul|representative|attach", re.IGNORECASE)
_LONGEST_NAME: Final = 5
_SHORTEST_ACRONYM: Final = 3
_ACTORS: Final = ACTOR[1:-1]
_BELONGING: Final = re.compile(rf"\s+(?:of|from)\s+(?:the\s+)?{ACTOR}+")
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
        self._indefinite = re.compile(
            rf"{BEFORE}(?<!the\s)(?<!these\s)(?<!both\s)(?P<words>(?:an?|one|two|three|four|five|several|some|many|other)\s+"
            rf"(?:(?:{modifiers}|[a-z-]+)\s+){{0,2}})$",
            re.IGNORECASE,
        )
        self._unnamed = re.compile(
            rf"{BEFORE}(?:(?:{modifiers})\s+){{0,3}}(?P<owner>{OWNER})?(?:(?:{modifiers})\s+){{0,2}}"
            rf"(?:{alternatives(people['unnamed'])}){AFTER}",
            re.IGNORECASE,
        )
        sayings = alternatives(lexicon.sayings)
        says = rf"(?=\s+(?:\w+ly\s+|also\s+|have\s+|then\s+)*(?:{sayings}){AFTER})"
        people_pair = alternatives(["sides", *people["both_people"]])
        nouns = alternatives([*people["both_sides"], *people["both_people"]])
        self._both = re.compile(
            rf"{BEFORE}(?:(?:both|the\s+two)\s+(?:{nouns})"
            rf"|(?<!of\s)(?<!with\s)(?<!between\s)the\s+(?:{nouns}){says}"
            rf"|(?<!of\s)(?<!with\s)(?<!between\s)(?:the|two)\s+(?:{people_pair})(?!\s+(?:of|to|from|in)\s)"
            rf"|(?:both|the\s+two|they){says}){AFTER}",
            re.IGNORECASE,
        )
        self._counterpart = re.compile(
            rf"{BEFORE}(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\s+(?P<owner>{ADJECTIVE}+)\s+"
            rf"(?:{alternatives(people['counterparts'])}){AFTER}(?!,?\s+[A-Z])"
        )
        documents = alternatives(lexicon.data["saying"]["phrases"]["documents"])
        kinds = alternatives(lexicon.data["saying"]["phrases"]["kinds_of_documents"])
        self._document = re.compile(
            rf"{BEFORE}(?<!\bin\s)(?<!\bof\s)(?<!\bby\s)(?<!\bto\s)"
            rf"(?:(?:the|its|their|an?|his|her)\s+|(?P<owner>{OWNER}))"
            rf"(?P<joint>joint\s+)?(?:(?:{kinds})\s+){{0,2}}(?:{documents}){AFTER}"
            rf"(?!\s+(?:by|from|of)\s)"
            rf"(?=[^.;:{_ACTORS}]{{0,80}}?\s(?:\w+ly\s+)?(?:{sayings}){AFTER})",
            re.IGNORECASE,
        )
        self._pronoun = re.compile(
            rf"{BEFORE}(?:{alternatives(people['pronouns'])})(?![\w’'-])", re.IGNORECASE
        )
        verbs = rf"{alternatives(lexicon.all_verbs)}|[a-z]{{2,}}ed"
        auxiliaries = alternatives(lexicon.grammar["auxiliaries"])
        adverbs = rf"(?:{alternatives(lexicon.grammar['adverbs'])}|[a-z]+ly)"
        between = rf"\s+(?:(?:{auxiliaries}|{adverbs})\s+)*"
        self._acting = re.compile(
            rf"{between}(?:{verbs}){AFTER}|\s+(?:is|was|has|had|will|would|who)\s"
        )
        self._apposition = re.compile(
            r",\s+(?:an?|the|who|whose|\d\d)[\s,]|\s*\((?:[A-Z][\w.-]*[\s,)]|[\ue000\ue001])"
        )
        self._speaking = re.compile(rf"{between}(?:{sayings}){AFTER}(?!\s+(?:of|by)\s)")
        role = alternatives(people["endings_of_roles"])
        self._role = re.compile(rf"(?<![\w’'-])[a-z][a-z-]*(?:{role})\s+$")
        self._sentence_start = re.compile(r"^[“\"‘'(]*$")
        self._inverted = re.compile(rf"(?:{sayings})\s+$")

    def mark(self, text: MaskedText) -> None:
        """Mask the people of a text, named and unnamed."""
        text.replace(self._people(text))
        text.replace(self._unnamed_people(text))
        text.replace(self._counterparts(text))
        text.add(self._surnames(text))

    def references(self, text: MaskedText) -> Iterator[Mention]:
        """Yield pronouns, pairs ("both sides") and documents that speak."""
        for pattern, kind in (
            (self._document, "document"),
            (self._both, "both"),
            (self._pronoun, "pronoun"),
        ):
            for match in pattern.finditer(text.masked):
                owner = None
                if kind == "document" and match["owner"]:
                    owner = text.at(match.start("owner"))
                yield Mention(
                    kind,
                    *match.span(),
                    " ".join(match[0].lower().split()),
                    owner.code if owner else None,
                    owner=owner.name if owner and owner.kind == "organ" else None,
                    is_plural=kind == "document" and bool(match["joint"]),
                )

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
        start = name.end + (after.end() if after else 0)
        office = by_start.get(start) if after else None
        if office is not None and (owned := re.match(r"['’]s\s+", masked[office.end :])):
            # "Berg, the president's envoy," is the envoy.
            office = by_start.get(office.end + owned.end())
        if office is None:
            return None, name.start, name.end
        comma = re.match(r"\s*,", masked[office.end :])
        return office, name.start, office.end + (comma.end() if comma else 0)

    def _is_person(self, name: _Name, masked: str) -> bool:
        """Whether a name without an office is that of somebody who acts."""
        if len(name.words) < 2:
            return False
        insertion = re.match(r",[^,;.]{1,80},", masked[name.end :])
        belonging = _BELONGING.match(masked, name.end)
        skipped = insertion or belonging
        after = masked[name.end + (len(skipped[0]) if skipped else 0) :]
        before = masked[max(0, name.start - 40) : name.start]
        return bool(
            self._acting.match(after)
            or self._apposition.match(masked, name.end)
            or self._role.search(before)
            or self._inverted.search(before)
            or re.search(rf"{_PERSON},?\s+(?:and\s+)?$", before)
        )

    def _surnames(self, text: MaskedText) -> Iterator[Mention]:
        """Yield single names before a verb of saying: "Berg said", "IGAD said"."""
        for match in self._name.finditer(text.masked):
            words = match["name"].split()
            word = words[0].removesuffix("’s").removesuffix("'s")
            if len(words) > 1 or word != words[0] or self._is_no_name(word):
                continue
            verb = self._speaking.match(text.masked, match.end())
            is_before = self._inverted.search(
                text.masked[max(0, match.start() - 30) : match.start()]
            )
            if verb is None and not is_before:
                continue
            if len(word) >= _SHORTEST_ACRONYM and word.isupper() and not match["honorific"]:
                yield Mention("organization", match.start("name"), match.end(), word, owner=word)
            elif not word.isupper():
                yield Mention(
                    "person", match.start(), match.end(), word, honorific=match["honorific"]
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
            start = match.start()
            indefinite = self._indefinite.search(text.masked[:start])
            is_one_of_several = indefinite is not None or match[0][:2].lower() in {"a ", "an"}
            if indefinite is not None:
                start = indefinite.start("words")
            yield Mention(
                "office",
                start,
                match.end("office") if is_only_a_place else match.end(),
                text.text[start : match.end()],
                code,
                owner=owner,
                is_capital=is_one_of_several,
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
