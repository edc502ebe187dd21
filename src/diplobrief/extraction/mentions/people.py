"""Finds people: by name, by office, and unnamed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.names import Name, NameFinder
from diplobrief.extraction.mentions.offices import OfficeFinder
from diplobrief.extraction.mentions.unnamed import UnnamedFinder
from diplobrief.extraction.mentions.words import CAPITAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_NAME_FOLLOWS: Final = re.compile(rf"\s+{CAPITAL}")


class PeopleFinder:
    """Finds people by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = NameFinder(lexicon)
        self._offices = OfficeFinder(lexicon)
        self._unnamed = UnnamedFinder(lexicon)
        self._nominative = lexicon.inflection.nominative
        self._and = re.compile(rf",?\s+{lexicon.before('and')}")
        who_is = lexicon.before("who_is")
        self._apposition = re.compile(rf",\s+(?:{who_is})?")

    def mark(self, text: MaskedText) -> None:
        """Mask the people of a text, named and unnamed."""
        text.replace(self._people(text))
        text.replace(self._unnamed.find(text))
        text.replace(self._offices.counterparts(text))
        text.add(self._names.alone(text))

    def _people(self, text: MaskedText) -> Iterator[Mention]:
        offices = [*self._offices.find(text)]
        by_start = {office.start: office for office in offices}
        by_end = {office.end: office for office in offices}
        taken: set[int] = set()
        shared: tuple[Mention, int] | None = None
        for name in self._names.find(text, offices):
            office, start, end = self._office_of(name, text.masked, by_start, by_end)
            if office is None and shared is not None:
                between = text.masked[shared[1] : name.start]
                office = shared[0] if self._and.fullmatch(between) else None
            is_known = office is not None or name.honorific is not None
            if not is_known and not self._names.is_person(name, text.masked):
                continue
            shared = (office, end) if office is not None and office.is_plural else None
            if office is not None:
                taken.add(office.start)
            mention = _person(name, office, min(start, name.first), end)
            written = " ".join(text.text[name.start : name.end].split())
            yield replace(mention, name=self._nominative(written, office.case if office else 0))
        yield from (office for office in offices if office.start not in taken)

    def _office_of(
        self, name: Name, masked: str, by_start: dict[int, Mention], by_end: dict[int, Mention]
    ) -> tuple[Mention | None, int, int]:
        """Return the office of a name, and the span of both."""
        before = re.search(r"(,?)\s+$", masked[: name.first])
        office = by_end.get(before.start()) if before else None
        if office is not None and before is not None:
            if not before[1]:
                return office, office.start, name.end
            # "India's home minister, Amit Shah," but not "the president, Amit Shah said".
            closing = re.match(r"\s*[,.;]", masked[name.end :])
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
        if office is None:
            return None, name.start, name.end
        if _NAME_FOLLOWS.match(masked, office.end):
            # "In Geneva, Foreign Minister Kari Berg": the office is that of the next name.
            return None, name.start, name.end
        comma = re.match(r"\s*,", masked[office.end :])
        return office, name.start, office.end + (comma.end() if comma else 0)


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
        honorific=name.honorific,
        is_plural=office.is_plural,
    )
