"""Finds states, organizations and organs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    CAPITAL,
    ORGANIZATION,
    STATE,
)
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon

_SEATED: Final = frozenset({"embassy", "consulate", "permanent_mission"})
_WITH_SEAT: Final = frozenset({"court", "legislature", "lower_house", "upper_house", "government"})
"""Types of organ that are of the state in which they are: "the High Court in Nairobi"."""

_ORGANS: Final = frozenset({"committee", "commission", "court", "ministry", "central_bank"})


class BodyFinder:
    """Finds states, organizations and organs by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        bodies = lexicon.data["bodies"]
        before = lexicon.start
        article = lexicon.optional("articles")
        of = rf"\s+{lexicon.before('of')}{article}"
        owner = rf"{STATE}+['’]s?\s+|{ADJECTIVE}+\s+|{ORGANIZATION}+['’]s?\s+"
        after = f"[{STATE}{ADJECTIVE}]++" if lexicon.is_head_first else f"{STATE}++"
        self._lexicon = lexicon
        whole = alternatives(lexicon.states)
        polity = alternatives(lexicon.words("before_a_state"))
        self._state = WordPattern(
            rf"{before}(?:(?!{whole}{AFTER}){polity}\s+{article})?(?P<name>{whole}){AFTER}",
            lexicon.states,
        )
        sides = alternatives(lexicon.words("sides_of_states"))
        self._side = re.compile(rf"(?P<state>[{ADJECTIVE}{STATE}]+)\s+{sides}{AFTER}")
        self._organizations = _organizations(lexicon)
        # "Norway-Sweden talks", "EU-Kenya deal": within a word, names of states are adjectives.
        names = [*lexicon.states, *self._organizations]
        either = alternatives(names)
        self._pair = WordPattern(rf"{before}({either})-({either}){AFTER}", names, begins=True)
        organization = rf"{before}{alternatives(self._organizations)}{AFTER}"
        self._organization = WordPattern(organization, self._organizations, begins=True)
        self._named_organs: dict[str, tuple[str, Mapping[str, str]]] = {
            form: (name, entry)
            for entry in bodies["organ"]
            for form, name in lexicon.forms_of(entry["names"]).items()
        }
        self._named_organ = WordPattern(
            rf"{before}(?P<owner>{owner})?(?P<name>{alternatives(self._named_organs)}){AFTER}"
            rf"(?:{of}(?P<after>{after})(?!['’]))?",
            self._named_organs,
        )
        self._heads: dict[str, tuple[str, str]] = {
            form: (head, kind)
            for kind, heads in bodies["heads"].items()
            for form, head in lexicon.forms_of(heads).items()
        }
        self._heads |= _heads_with_portfolios(lexicon)
        self._longest_heads_first = sorted(self._heads, key=len, reverse=True)
        self._organ = WordPattern(self._organ_pattern(lexicon, article, of), self._heads)
        heads = bodies["organization_heads"]
        # In a script without capital letters, adjectives with an article show a name.
        capital = CAPITAL
        if lexicon.grammar.get("uncased"):
            capital = rf"{alternatives(lexicon.words('beginnings_of_names'))}\w+"
        linked = lexicon.optional("within_names")
        first_link = linked if lexicon.is_head_first else ""
        self._proper = WordPattern(
            rf"{before}(?!(?i:{lexicon.before('articles')}))(?P<name>(?:(?:{CAPITAL}|{STATE}+|{ADJECTIVE}+|{ORGANIZATION}+)\s+{linked}){{1,5}}{alternatives(heads['last'])}"
            rf"|{alternatives(heads['first'])}\s+{first_link}{article}(?:{capital}|[{STATE}{ADJECTIVE}]+)"
            rf"(?:\s+{linked}{article}{capital}){{0,5}}){AFTER}",
            [*heads["last"], *heads["first"]],
        )
        self._kinds_of_owned = {
            noun: "" if kind == "others" else kind
            for kind, nouns in bodies.get("owned_heads", {}).items()
            for noun in nouns
        }
        self._owned = WordPattern(_owned_pattern(lexicon), self._kinds_of_owned)
        self._after_noun, self._types_of_nouns = _after_nouns(lexicon)
        self._before_noun = re.compile(
            rf"(?i:{leading(lexicon.words('articles'))})(?P<name>{CAPITAL}(?:\s+{CAPITAL}){{0,3}})"
            rf"\s+(?P<noun>{alternatives(self._types_of_nouns)}){AFTER}"
        )
        self._types = [
            (ending, kind)
            for kind, endings in bodies["organization_types"].items()
            for ending in endings
        ]
        self._references = lexicon.forms_of(bodies["references"]["words"])
        # "the 15-member body"
        members = rf"(?:\d+-{alternatives(lexicon.words('members'))}\s+)?"
        self._reference = WordPattern(
            rf"{before}(?i:{lexicon.before('determiners')}){members}"
            rf"(?P<word>(?i:{alternatives(self._references)})){AFTER}"
            rf"(?!\s+{lexicon.before('of_a_body')})",
            self._references,
        )
        self._refers_back = re.compile(rf"(?<!\w){lexicon.before('possessives')}$", re.IGNORECASE)
        self._next_noun = re.compile(r"\s+([a-z]+)(?![\w’'-])")
        self._no_nouns = frozenset(
            [
                *lexicon.all_verbs,
                *lexicon.irregular_pasts,
                *lexicon.words("before_a_verb"),
                *lexicon.words("prepositions"),
                *lexicon.words("conjunctions"),
                *lexicon.words("relatives"),
                *lexicon.words("subordinators"),
                *lexicon.grammar["adverbs"],
            ]
        )
        self._honorifics = frozenset(lexicon.data["people"]["honorifics"])
        self._of = next(iter(lexicon.words("of")), "")
        self._first_heads = tuple(heads["first"])
        self._beginnings = frozenset(heads.get("beginnings", ()))
        self._not_names = frozenset(lexicon.data["people"]["not_first_names"])

    def _organ_pattern(self, lexicon: Lexicon, article: str, of: str) -> str:
        """Return the pattern for an organ by its head: "foreign ministry", "sénat français"."""
        heads = alternatives(self._heads)
        after = f"[{STATE}{ORGANIZATION}]++"
        owner = rf"{STATE}+(?:['’]s?)?\s+|{ADJECTIVE}+\s+|{ORGANIZATION}+(?:['’]s?)?\s+"
        if lexicon.is_head_first:
            owner = rf"{ADJECTIVE}+\s+"
            portfolios = alternatives(lexicon.data["people"]["portfolios"])
            name = rf"{heads}{AFTER}(?:(?:\s+{ADJECTIVE}+)?\s+{portfolios}{AFTER})?"
            after = f"[{STATE}{ADJECTIVE}{ORGANIZATION}]++"
        else:
            determiner = lexicon.before("determiners_of_organs")
            word = rf"(?!(?i:{determiner})){CAPITAL}"
            name = rf"(?:{word}\s+){{0,3}}?{heads}{AFTER}"
        return (
            rf"{lexicon.start}(?i:{article})"
            rf"(?P<owner>{owner})?(?P<name>{name})(?:{of}(?P<after>{after})(?!['’]))?"
            rf"(?P<seat>\s+{lexicon.before('at_a_place')}{article}"
            rf"(?:{CAPITAL}\s+{lexicon.before('of')}{article})?(?P<city>{STATE}+|{CAPITAL}))?"
        )

    def mark(self, text: MaskedText) -> None:
        """Mask the states, organizations and organs of a text."""
        text.add(self._states(text))
        text.replace([*self._sides(text)])
        text.add(self._known_organizations(text))
        text.replace(self._known_organs(text))
        text.replace(self._organs(text))
        text.replace(self._owned_bodies(text))
        text.replace(self._proper_names(text))
        text.add(self._after_nouns(text))
        text.add(
            Mention(
                "organization",
                *match.span("name"),
                match["name"],
                owner=match["name"],
                type=self._types_of_nouns[" ".join(match["noun"].split())],
            )
            for match in self._before_noun.finditer(text.masked)
        )
        text.add(
            Mention("organization", *match.span(), match[0], owner=match[0], type="media")
            for match in _SITE.finditer(text.masked)
        )

    def references(self, text: MaskedText) -> Iterator[Mention]:
        """Yield nouns that refer to a body named before: "the committee"."""
        for match in self._reference.finditer(text.masked, text.words):
            word = self._references.get(match["word"], match["word"])
            yield Mention("organ", match.start("word"), match.end(), word, type="reference")

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
            state = self._lexicon.states.get(" ".join(match["name"].split()))
            if state is not None:
                is_name = state.use in {"name", "capital"}
                yield Mention(
                    "state" if is_name else "adjective",
                    *match.span(),
                    state.word if state.use == "name" else match["name"],
                    state.code,
                    is_capital=state.use == "capital",
                    is_plural=state.use == "people",
                )

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

    def _known_organs(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._named_organ.finditer(text.masked, text.words):
            name, entry = self._named_organs[" ".join(match["name"].split())]
            owner = _owner(text, match)
            code = owner.code if owner is not None and owner.code else entry.get("of")
            yield Mention(
                "organ",
                *match.span(),
                name,
                code,
                owner=None if code else entry.get("organization"),
                type=entry["type"],
            )

    def _organs(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._organ.finditer(text.masked, text.words):
            start, end = match.start("owner" if match["owner"] else "name"), match.end()
            name, kind = self._name_and_type(text, *match.span("name"))
            if match["seat"] and kind not in _SEATED:
                end = match.start("seat")
            owner = _owner(text, match) or text.first_within(*match.span("name"))
            if owner is None and match["seat"] and kind in _WITH_SEAT:
                owner = text.at(match.start("city"))
            if kind == "armed_forces" and self._is_adjective(text.masked, name, end):
                continue
            before = text.masked[:start]
            if owner is not None and owner.kind == "adjective" and not self._lexicon.is_head_first:
                name = text.text[owner.start : match.end("name")]
            yield Mention(
                "organ",
                start,
                end,
                name,
                owner.code if owner else None,
                owner=_organization_of(owner),
                type=kind,
                is_plural=owner is None and self._refers_back.search(before) is not None,
            )

    def _is_adjective(self, masked: str, name: str, end: int) -> bool:
        """Whether a noun belongs to the next one: "military talks"."""
        following = self._next_noun.match(masked, end)
        return name.islower() and following is not None and following[1] not in self._no_nouns

    def _name_and_type(self, text: MaskedText, start: int, end: int) -> tuple[str, str]:
        """Return the name of an organ, with its head as it is listed, and the type of the head."""
        name, written = " ".join(text.masked[start:end].split()), text.text[start:end]
        if self._lexicon.is_head_first:
            form = next(head for head in self._longest_heads_first if name.startswith(head))
            head, kind = self._heads[form]
            return head + written[len(form) :], kind
        form = next(head for head in self._longest_heads_first if name.endswith(head))
        return written, self._heads[form][1]

    def _owned_bodies(self, text: MaskedText) -> Iterator[Mention]:
        """Yield bodies that only their owners name: "Norway's water authority"."""
        for match in self._owned.finditer(text.masked, text.words):
            owner = text.at(match.start("owner"))
            if owner is None:
                continue
            is_adjective = owner.kind == "adjective"
            start = match.start() if is_adjective else match.start("name")
            name = match["proper"] or match["apart"] or text.text[start : match.end("name")]
            yield Mention(
                "organ",
                *match.span(),
                " ".join(name.split()),
                owner.code,
                owner=_organization_of(owner),
                type=self._kinds_of_owned[" ".join(match["head"].split())] or None,
            )

    def _after_nouns(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the bodies that a noun introduces: "the newspaper Aftenbladet"."""
        for match in self._after_noun.finditer(text.masked):
            kind = self._types_of_nouns[" ".join(match["noun"].split())]
            name = match["name"]
            yield Mention("organization", *match.span("name"), name, owner=name, type=kind)

    def _proper_names(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._proper.finditer(text.masked, text.words):
            start = match.start("name")
            name = text.text[start : match.end("name")]
            if _BEGINS_WITH_STATE.match(match["name"]) is not None and len(name.split()) < 3:
                owner = text.at(start)
                if owner is not None and owner.kind == "adjective":
                    continue
            first, _, rest = name.partition(" ")
            begins_with_head = name.startswith(self._first_heads)
            is_no_name = first in self._not_names and first not in self._beginnings
            if is_no_name and not begins_with_head:
                start, name = match.end("name") - len(rest.lstrip()), rest.lstrip()
            before = text.masked[:start].split()[-1:]
            if before and before[0] in self._honorifics:
                # "General Ann Lee of Africa Command"
                person, link, body = name.partition(f" {self._of} ")
                start, name = start + len(person) + len(link), body
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


def _heads_with_portfolios(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Return heads that only name a body together with what it is for: "commission des lois"."""
    portfolios = lexicon.data["people"]["portfolios"]
    return {
        f"{form} {portfolio}": (f"{head} {portfolio}", kind)
        for kind, heads in lexicon.data["bodies"].get("heads_with_portfolios", {}).items()
        for form, head in lexicon.forms_of(heads).items()
        for portfolio in portfolios
    }


def _owned_pattern(lexicon: Lexicon) -> str:
    """Return the pattern for nouns for bodies that only their owners name."""
    listed = lexicon.data["bodies"].get("owned_heads", {})
    heads = alternatives(noun for nouns in listed.values() for noun in nouns)
    no_adjectives = alternatives(
        [*lexicon.words("prepositions"), *lexicon.words("conjunctions"), *lexicon.all_verbs]
    )
    adjective = rf"(?!{no_adjectives}{AFTER})[a-z][a-z-]*\s+"
    owner = rf"{STATE}+['’]s?\s+|{ADJECTIVE}+\s+|{ORGANIZATION}+['’]s?\s+"
    return (
        rf"{lexicon.start}(?P<owner>{owner})"
        rf"(?P<name>(?:{adjective}){{0,2}}?(?P<head>{heads})){AFTER}"
        rf"(?:\s(?P<proper>{CAPITAL}){AFTER}(?!['’]|\s{CAPITAL})|,\s(?P<apart>[A-Z]{{2,8}}),)?"
    )


def _after_nouns(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern for names after a noun for a body, and the types of these nouns."""
    listed = lexicon.data["bodies"].get("nouns_before_names", {})
    types = {noun: kind for kind, nouns in listed.items() for noun in nouns}
    noun = rf"{lexicon.start}(?P<noun>{alternatives(types)})"
    return re.compile(rf"{noun}\s+(?P<name>{CAPITAL}(?:\s+{CAPITAL}){{0,3}})"), types


_SITE: Final = re.compile(
    r"(?<![\w.@/])[A-Z][A-Za-z-]{2,30}\.(?:[A-Z][a-z]{1,3}|[A-Z]{2,3}|[a-z]{2,3})(?![\w./@])"
)
"""The name of a site: "Censor.NET"."""

_BEGINS_WITH_STATE: Final = re.compile(rf"[{STATE}{ADJECTIVE}]")


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


def _owner(text: MaskedText, match: re.Match[str]) -> Mention | None:
    """Return the owner that a pattern found before or after a name."""
    if match["after"]:
        return text.at(match.start("after"))
    return text.at(match.start("owner")) if match["owner"] else None


def _organization_of(owner: Mention | None) -> str | None:
    if owner is None or owner.kind != "organization":
        return None
    return owner.owner or owner.name
