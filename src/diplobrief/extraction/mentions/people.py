"""Finds people, by name, by office or by a description."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.names import Name, NameFinder
from diplobrief.extraction.mentions.offices import OfficeFinder
from diplobrief.extraction.mentions.unnamed import UnnamedFinder
from diplobrief.extraction.mentions.words import CAPITAL, ORGANIZATION, STATE
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.lexicon import Lexicon

_LONGEST_GAP: Final = 90
_FEWEST_WORDS: Final = 2
_PARENTHESIS: Final = r"(?:\s\([^()]{1,40}\))?"
_BEFORE_NAME: Final = re.compile(rf"{_PARENTHESIS}(?P<comma>,?)\s{{1,4}}$")
_CLOSING: Final = re.compile(r"\s?[,.;:]")
_NAME_FOLLOWS: Final = re.compile(rf",?\s+{CAPITAL}")
_STATE_BEFORE: Final = re.compile(rf"{STATE}['’]s?\s+\Z")
_LONGEST_STATE: Final = 60


class PeopleFinder:
    """Finds people using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = NameFinder(lexicon)
        self._offices = OfficeFinder(lexicon)
        self._unnamed = UnnamedFinder(lexicon)
        self._has_articles = bool(lexicon.words("articles")) and not lexicon.is_head_first
        self._determiners = frozenset(lexicon.words("before_an_office"))
        article = lexicon.optional("articles")
        self._body = re.compile(
            rf"\s(?:\(|{lexicon.before('of')}){article}(?=[{STATE}{ORGANIZATION}])"
        )
        self._of = re.compile(rf"\s+{lexicon.before('of')}{article}")
        self._states = lexicon.states
        self._nominative = lexicon.inflection.nominative
        self._and = re.compile(rf",?\s+{lexicon.before('and')}")
        # "the presidents of Norway, Kari Berg, and of Sweden, Ann Lee"
        self._next_of_list = re.compile(
            rf"(?:[,;]|(?<=,))?\s+(?:{lexicon.before('and')})?(?P<first>{lexicon.before('of')})"
            rf"{article}(?P<state>{STATE}+),\s+"
        )
        links = alternatives(
            [*lexicon.words("of_an_office"), *lexicon.words("at_a_place"), *lexicon.words("at")]
        )
        self._of_something = re.compile(
            rf"\s{links}\s[^,;:.()“”\"]{{1,70}}{_PARENTHESIS}(?P<comma>,)\s+"
        )
        who_is = lexicon.before("who_is")
        beside = r"|\s+" if lexicon.grammar.get("uncased") else ""
        self._apposition = re.compile(rf",\s+(?:{who_is})?{beside}")

    def mark(self, text: MaskedText) -> None:
        """Mask the people of a text, named and unnamed."""
        text.replace(self._people(text))
        text.replace(self._unnamed.find(text))
        text.replace(self._offices.counterparts(text))
        text.add(self._names.alone(text))

    def _people(self, text: MaskedText) -> Iterator[Mention]:
        offices = self._joined_offices([*self._offices.find(text)], text.masked)
        by_start = {office.start: office for office in offices}
        by_end = {office.end: office for office in offices}
        taken: set[int] = set()
        shared: tuple[Mention, int] | None = None
        names = [*self._names.find(text, offices)]
        found: dict[Name, Mention] = {}
        for name in names:
            office, start, end = self._office_of(name, text.masked, by_start, by_end)
            if shared is not None and self._and.fullmatch(text.masked[shared[1] : name.start]):
                office, start, end = shared[0], name.start, name.end
            elif shared is not None:
                office, start, end = self._listed(text, name, *shared) or (office, start, end)
            is_known = office is not None or name.honorific is not None
            if not is_known and not self._names.is_person(name, text.masked):
                continue
            if office is not None and office.codes:
                office = _of_next_state(office)
            shared = (office, end) if office is not None and office.is_plural else None
            if office is not None:
                taken.add(office.start)
            person = _person(name, office, min(start, name.first), end)
            written = " ".join(text.text[name.start : name.end].split())
            nominative = self._nominative(written, office.case if office else 0)
            person = _of_state_before(replace(person, name=nominative), text)
            found[name] = self._of_body(person, name.end, text)
        yield from found.values()
        yield from self._joined(names, found, text)
        yield from (
            office for office in offices if office.start not in taken and not self._is_bare(office)
        )

    def _listed(
        self, text: MaskedText, name: Name, office: Mention, end: int
    ) -> tuple[Mention, int, int] | None:
        """Return the office of the next of "the presidents of Norway, Berg, and of Sweden, Lee"."""
        match = self._next_of_list.fullmatch(text.masked, end, name.start)
        state = text.at(match.start("state")) if match else None
        if match is None or state is None:
            return None
        closing = _CLOSING.match(text.masked, name.end)
        stop = name.end + (len(closing[0]) if closing and closing[0].endswith(",") else 0)
        alone = self._without_state(office.office or "")
        return replace(office, code=state.code, office=alone), match.start("first"), stop

    def _without_state(self, office: str) -> str:
        """Return an office without the state that it is of: "président du Sénégal"."""
        ends = (
            match for match in self._of.finditer(office) if office[match.end() :] in self._states
        )
        return next((office[: match.start()] for match in ends), office)

    def _joined_offices(self, offices: Sequence[Mention], masked: str) -> list[Mention]:
        """Return the offices. Two of one person are joined: "President and Foreign Minister"."""
        found: list[Mention] = []
        for office in offices:
            last = found[-1] if found else None
            between = masked[last.end : office.start] if last is not None else ""
            is_joined = between == "/" or self._and.fullmatch(between) is not None
            if (
                last is not None
                and is_joined
                and not (last.is_plural or office.is_plural)
                and last.name[:1].isupper()
                and office.name[:1].isupper()
                and _NAME_FOLLOWS.match(masked, office.end)
            ):
                words = f"{last.office}{between}{office.office}"
                code, owner = last.code or office.code, last.owner or office.owner
                found[-1] = replace(last, end=office.end, office=words, code=code, owner=owner)
            else:
                found.append(office)
        return found

    def _joined(
        self, names: Sequence[Name], found: Mapping[Name, Mention], text: MaskedText
    ) -> Iterator[Mention]:
        """Yield the names that are joined with people after them: "Ann Lee and Kari Berg said"."""
        start: int | None = None
        is_list = False
        for name in reversed(names):
            if name in found:
                start, is_list = found[name].start, False
                continue
            if start is not None and name.start >= start:
                # Within an office: "the head of the Lake Board, Ann Lee".
                continue
            between = text.masked[name.end : start] if start is not None else ""
            is_last = self._and.fullmatch(between) is not None
            if len(name.words) < _FEWEST_WORDS or not (is_last or (is_list and between == ", ")):
                start = None
                continue
            start, is_list = name.start, True
            written = " ".join(text.text[name.start : name.end].split())
            yield replace(_person(name, None, name.first, name.end), name=written)

    def _of_body(self, person: Mention, end: int, text: MaskedText) -> Mention:
        """Return a person with the state or body after the name: "Berg (Norway)"."""
        match = self._body.match(text.masked, end)
        body = text.at(match.end()) if match else None
        if body is None or person.code is not None or person.owner is not None:
            return person
        if body.kind == "state":
            return replace(person, code=body.code)
        return replace(person, owner=body.owner or body.name)

    def _is_bare(self, office: Mention) -> bool:
        """Whether a noun without an article is not an office here: "a general debate"."""
        is_owned = office.code is not None or office.owner is not None
        return (
            self._has_articles
            and office.kind == "office"
            and not (office.is_plural or office.is_indefinite or is_owned)
            and office.name[:1].islower()
            and office.name.split()[0].lower() not in self._determiners
        )

    def _office_across(
        self, name: Name, masked: str, by_end: dict[int, Mention]
    ) -> tuple[Mention | None, re.Match[str] | None]:
        """Return the office before its body and a name: "the head of the board, Kari Berg,"."""
        if not (_CLOSING.match(masked, name.end) or self._and.match(masked, name.end)):
            return None, None
        first = max(0, name.first - _LONGEST_GAP)
        for end, office in by_end.items():
            if first <= end < name.first:
                between = self._of_something.fullmatch(masked, end, name.first)
                if between is not None and (office.is_plural or _CLOSING.match(masked, name.end)):
                    return office, between
        return None, None

    def _office_of(
        self, name: Name, masked: str, by_start: dict[int, Mention], by_end: dict[int, Mention]
    ) -> tuple[Mention | None, int, int]:
        """Return the office of a name, and the span of both."""
        before = _BEFORE_NAME.search(masked, max(0, name.first - _LONGEST_GAP), name.first)
        office = by_end.get(before.start()) if before else None
        if before is not None and office is None:
            office, before = self._office_across(name, masked, by_end)
        if office is not None and before is not None:
            if not before["comma"]:
                return office, office.start, name.end
            # "India's home minister, Amit Shah," but not "the president, Amit Shah said".
            opens = not masked[: office.start].strip() and office.name[:1].isupper()
            closing = _CLOSING.match(masked, name.end)
            if (
                closing is None
                and opens
                and office.name.split()[0].lower() not in self._determiners
            ):
                # "Shadow Minister of Trade, Kari Berg said"
                return office, office.start, name.end
            if office.is_plural and closing is None:
                return office, office.start, name.end
            if closing:
                is_comma = closing[0].endswith(",")
                return office, office.start, name.end + (len(closing[0]) if is_comma else 0)
        after = self._apposition.match(masked, name.end)
        start = after.end() if after else name.end
        office = by_start.get(start) if after else None
        if office is not None and (owned := re.match(r"['’]s\s+", masked[office.end :])):
            # "Berg, the president's envoy," is the envoy.
            office = by_start.get(office.end + owned.end())
        if office is None or (office.is_plural and office.owner is not None):
            return None, name.start, name.end  # "Meeting in Oslo, NATO leaders said"
        if _NAME_FOLLOWS.match(masked, office.end):
            # "In Geneva, Foreign Minister Kari Berg": the office is that of the next name.
            return None, name.start, name.end
        comma = re.match(r"\s*,", masked[office.end :])
        return office, name.start, office.end + (comma.end() if comma else 0)


def _of_state_before(person: Mention, text: MaskedText) -> Mention:
    """Return a person with the state before the name: "Norway's Kari Berg"."""
    start = person.start
    owner = _STATE_BEFORE.search(text.masked, max(0, start - _LONGEST_STATE), start)
    state = text.at(owner.start()) if owner and person.code is None else None
    if state is None or state.is_capital or person.owner is not None:
        return person
    return replace(person, start=state.start, code=state.code)


def _of_next_state(office: Mention) -> Mention:
    """Return an office that several people share as that of the person of the next state."""
    first, *others = office.codes
    return replace(office, code=first, codes=tuple(others))


def _person(name: Name, office: Mention | None, start: int, end: int) -> Mention:
    if office is None:
        return Mention("person", start, end, name.text, honorific=name.honorific)
    return Mention(
        "person",
        start,
        end,
        name.text,
        office.code,
        owner=office.owner,
        type=office.type,
        office=office.office,
        case=office.case,
        honorific=name.honorific,
        is_plural=office.is_plural,
    )
