"""Finds states, organizations and organs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    AFTER,
    BEFORE,
    CAPITAL,
    ORGANIZATION,
    STATE,
    whole,
)
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon

_SEATED: Final = frozenset({"embassy", "consulate", "permanent_mission"})
_ORGANS: Final = frozenset({"committee", "commission", "court"})


class BodyFinder:
    """Finds states, organizations and organs by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        bodies = lexicon.data["bodies"]
        self._lexicon = lexicon
        self._state = re.compile(whole(alternatives(lexicon.states)))
        self._organizations = _organizations(bodies)
        self._organization = re.compile(whole(alternatives(self._organizations)))
        self._named_organs: dict[str, Mapping[str, str]] = {
            name: entry for entry in bodies["organ"] for name in entry["names"]
        }
        self._named_organ = re.compile(
            rf"{BEFORE}(?P<owner>{STATE}+['’]s?\s+|{ADJECTIVE}+\s+|{ORGANIZATION}+['’]s?\s+)?"
            rf"(?P<name>{alternatives(self._named_organs)}){AFTER}"
            rf"(?:\s+of\s+(?:the\s+)?(?P<after>{STATE}+))?"
        )
        self._heads = {head: kind for kind, heads in bodies["heads"].items() for head in heads}
        self._longest_heads_first = sorted(self._heads, key=len, reverse=True)
        self._organ = re.compile(
            rf"{BEFORE}(?:[Tt]he\s+)?"
            rf"(?P<owner>{STATE}+['’]s?\s+|{ADJECTIVE}+\s+|{ORGANIZATION}+(?:['’]s?)?\s+)?"
            rf"(?P<name>(?:{CAPITAL}\s+){{0,3}}?(?:{alternatives(self._heads)})){AFTER}"
            rf"(?:\s+of\s+(?:the\s+)?(?:Republic\s+of\s+)?(?P<after>[{STATE}{ORGANIZATION}]+))?"
            rf"(?P<seat>\s+in\s+(?P<city>{STATE}+|{CAPITAL}))?"
        )
        heads = bodies["organization_heads"]
        linked = r"(?:and\s+|for\s+|of\s+)?"
        self._proper = re.compile(
            rf"{BEFORE}(?P<name>(?:{CAPITAL}\s+{linked}){{1,5}}(?:{alternatives(heads['last'])})"
            rf"|(?:{alternatives(heads['first'])})\s+{CAPITAL}"
            rf"(?:\s+{linked}(?:the\s+)?{CAPITAL}){{0,5}}){AFTER}"
        )
        self._types = [
            (ending, kind)
            for kind, endings in bodies["organization_types"].items()
            for ending in endings
        ]
        words = alternatives(bodies["references"]["words"])
        self._reference = re.compile(
            rf"{BEFORE}(?:[Tt]he|[Ii]ts)\s+(?P<word>(?i:{words})){AFTER}(?!\s+(?:of|for|on)\s)"
        )
        self._not_names = frozenset(lexicon.data["people"]["not_first_names"])

    def mark(self, text: MaskedText) -> None:
        """Mask the states, organizations and organs of a text."""
        text.add(self._states(text.text))
        text.add(self._known_organizations(text.text))
        text.replace(self._known_organs(text))
        text.replace(self._organs(text))
        text.add(self._proper_names(text))

    def references(self, text: MaskedText) -> Iterator[Mention]:
        """Yield nouns that refer to a body named before: "the committee"."""
        for match in self._reference.finditer(text.masked):
            yield Mention(
                "organ", match.start("word"), match.end(), match["word"], type="reference"
            )

    def _states(self, text: str) -> Iterator[Mention]:
        for match in self._state.finditer(text):
            state = self._lexicon.states.get(" ".join(match[0].split()))
            if state is not None:
                is_name = state.use in {"name", "capital"}
                yield Mention(
                    "state" if is_name else "adjective",
                    *match.span(),
                    match[0],
                    state.code,
                    is_capital=state.use == "capital",
                    is_plural=state.use == "people",
                )

    def _known_organizations(self, text: str) -> Iterator[Mention]:
        for match in self._organization.finditer(text):
            key, kind = self._organizations[" ".join(match[0].split())]
            yield Mention("organization", *match.span(), match[0], owner=key, type=kind)

    def _known_organs(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._named_organ.finditer(text.masked):
            name = text.text[match.start("name") : match.end("name")]
            entry = self._named_organs[" ".join(name.split())]
            owner = _owner(text, match)
            code = owner.code if owner is not None and owner.code else entry.get("of")
            yield Mention(
                "organ",
                *match.span(),
                name,
                code,
                owner=entry.get("organization"),
                type=entry["type"],
            )

    def _organs(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._organ.finditer(text.masked):
            start, end = match.span()
            name = text.text[match.start("name") : match.end("name")]
            kind = self._heads[next(h for h in self._longest_heads_first if name.endswith(h))]
            if match["seat"] and kind not in _SEATED:
                end = match.start("seat")
            if text.text[start : start + 4].lower() == "the ":
                start += 4
            owner = _owner(text, match)
            before = text.masked[:start]
            yield Mention(
                "organ",
                start,
                end,
                name,
                owner.code if owner else None,
                owner=_organization_of(owner),
                type=kind,
                is_plural=owner is None and _REFERS_BACK.search(before) is not None,
            )

    def _proper_names(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._proper.finditer(text.masked):
            start, name = match.start("name"), match["name"]
            first, _, rest = name.partition(" ")
            if first in self._not_names and first not in _FIRST_WORDS_OF_BODIES:
                start, name = match.end("name") - len(rest.lstrip()), rest.lstrip()
            if " " not in name:
                continue
            kind = next(
                (
                    k
                    for ending, k in self._types
                    if name.startswith(ending) or name.endswith(ending)
                ),
                None,
            )
            is_organ = kind in _ORGANS
            yield Mention(
                "organ" if is_organ else "organization",
                start,
                match.end("name"),
                name,
                type=kind,
                owner=None if is_organ else name,
            )


_REFERS_BACK: Final = re.compile(r"\b(?:its|their|his|her)\s+$", re.IGNORECASE)
_FIRST_WORDS_OF_BODIES: Final = frozenset(
    {"World", "European", "African", "Asian", "Arab", "American", "North", "South", "Peace"}
)


def _organizations(bodies: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Return the key and the type of each organization, medium and group, by each of its names."""
    table: dict[str, tuple[str, str]] = {}
    for key, entry in bodies["organizations"].items():
        for name in entry["names"]:
            table[name] = (key, entry["type"])
    for file, kind in (("media", "media"), ("groups", "group")):
        for name in bodies[file]["names"]:
            table[name] = (name, kind)
    return table


def _owner(text: MaskedText, match: re.Match[str]) -> Mention | None:
    """Return the owner that a pattern found before or after a name."""
    if match["after"]:
        return text.at(match.start("after"))
    return text.at(match.start("owner")) if match["owner"] else None


def _organization_of(owner: Mention | None) -> str | None:
    if owner is None or owner.kind != "organization":
        return None
    return owner.owner or owner.name
