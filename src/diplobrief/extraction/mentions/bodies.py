"""Finds states, organizations and organs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.groups import GroupFinder
from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.organs import OrganFinder
from diplobrief.extraction.mentions.unlisted_bodies import UnlistedBodyFinder
from diplobrief.extraction.mentions.words import ADJECTIVE, CAPITAL, STATE
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_LONGEST_OFFICE: Final = 60


class BodyFinder:
    """Finds states, organizations and organs using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        before = lexicon.start
        article = lexicon.optional("articles")
        self._lexicon = lexicon
        self._organs = OrganFinder(lexicon)
        self._groups = GroupFinder(lexicon)
        self._unlisted = UnlistedBodyFinder(lexicon)
        whole = alternatives(lexicon.states)
        polity = alternatives(lexicon.words("before_a_state"))
        region = alternatives(lexicon.words("regions"))
        self._state = WordPattern(
            rf"{before}(?:{region}"
            rf"|(?:(?!{whole}{AFTER}){polity}\s+{article})?(?P<name>{whole})){AFTER}",
            lexicon.states,
        )
        heads = lexicon.data["people"]["office_heads"]
        is_cased = not lexicon.grammar.get("uncased")
        # "President Santiago Moe": not the capital of Chile.
        self._office_before = re.compile(
            rf"(?<!\w)(?i:{alternatives(heads)})(?:\s+[^\W\d_A-Z][\w-]*|,)?\s+\Z"
            if is_cased
            else "(?!)"
        )
        self._surname_after = re.compile(rf"\s+{CAPITAL}")
        sides = alternatives(lexicon.words("sides_of_states"))
        self._side = re.compile(rf"(?P<state>[{ADJECTIVE}{STATE}]+)\s+{sides}{AFTER}")
        self._organizations = _organizations(lexicon)
        # "Norway-Sweden talks", "EU-Kenya deal": within a word, names of states are adjectives.
        names = [*lexicon.states, *self._organizations]
        either = alternatives(names)
        hyphened = alternatives(name for name in names if "-" in name)
        self._pair = WordPattern(
            rf"{before}(?!{hyphened}{AFTER})({either})-({either}){AFTER}", names, begins=True
        )
        organization = rf"{before}{alternatives(self._organizations)}{AFTER}"
        self._organization = WordPattern(organization, self._organizations, begins=True)

    def mark(self, text: MaskedText) -> None:
        """Mask the states, organizations and organs of a text."""
        text.add(self._states(text))
        text.replace([*self._sides(text)])
        text.add(self._known_organizations(text))
        self._unlisted.mark_described(text)
        self._organs.mark(text)
        self._unlisted.mark(text)
        text.replace(self._groups.find(text))

    def references(self, text: MaskedText) -> Iterator[Mention]:
        """Yield nouns that refer to a body named before: "the committee"."""
        return self._organs.references(text)

    def _states(self, text: MaskedText) -> Iterator[Mention]:
        for pair in self._pair.finditer(text.masked, text.words):
            for group in (1, 2):
                name = " ".join(pair[group].split())
                state = self._lexicon.states.get(name)
                if state is not None:
                    yield Mention("adjective", *pair.span(group), pair[group], state.code)
                else:
                    title, key, kind = self._organizations[name]
                    yield Mention("organization", *pair.span(group), title, owner=key, type=kind)
        for match in self._state.finditer(text.masked, text.words):
            # "Latin America" is not the United States.
            state = self._lexicon.states.get(" ".join((match["name"] or "").split()))
            if state is not None and not (state.use == "capital" and self._is_person(text, match)):
                is_name = state.use in {"name", "capital"}
                yield Mention(
                    "state" if is_name else "adjective",
                    *match.span(),
                    state.word if state.use == "name" else match["name"],
                    state.code,
                    is_capital=state.use == "capital",
                    is_plural=state.use == "people",
                )

    def _is_person(self, text: MaskedText, match: re.Match[str]) -> bool:
        """Whether the name of a capital is the first name of somebody: "President Santiago Moe"."""
        start = max(0, match.start() - _LONGEST_OFFICE)
        is_after_office = self._office_before.search(text.masked, start, match.start())
        return bool(is_after_office and self._surname_after.match(text.masked, match.end()))

    def _sides(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the states that have a side: "the Norwegian side"."""
        for match in self._side.finditer(text.masked):
            state = text.at(match.start())
            if state is not None:
                yield replace(state, kind="state", end=match.end(), is_capital=True)

    def _known_organizations(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._organization.finditer(text.masked, text.words):
            name, key, kind = self._organizations[" ".join(match[0].split())]
            yield Mention("organization", *match.span(), name, owner=key, type=kind)


def _organizations(lexicon: Lexicon) -> dict[str, tuple[str, str, str]]:
    """Return the name, key and type of each organization, medium and group, by its forms."""
    bodies = lexicon.data["bodies"]
    table: dict[str, tuple[str, str, str]] = {}
    for key, entry in bodies["organizations"].items():
        for form, name in lexicon.forms_of(entry["names"]).items():
            table[form] = (name, key, entry["type"])
    for file, kind in (("media", "media"), ("groups", "group")):
        for form, name in lexicon.forms_of(bodies[file]["names"]).items():
            table[form] = (name, name, kind)
    return table
