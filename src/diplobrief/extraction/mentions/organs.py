"""Finds organs of states and organizations: "the Norwegian parliament", "its committee"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import ADJECTIVE, CAPITAL, ORGANIZATION, STATE
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon

_SEATED: Final = frozenset({"embassy", "consulate", "permanent_mission"})
_WITH_SEAT: Final = frozenset({"court", "legislature", "lower_house", "upper_house", "government"})
"""Types of organ that belong to the state of their seat: "the High Court in Nairobi"."""


class OrganFinder:
    """Finds organs using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        bodies = lexicon.data["bodies"]
        before = lexicon.start
        article = lexicon.optional("articles")
        of = rf"\s+{lexicon.before('of')}{article}"
        owner = rf"{STATE}+['’]s?\s+|{ADJECTIVE}+\s+|{ORGANIZATION}+['’]s?\s+"
        after = f"[{STATE}{ADJECTIVE}]++" if lexicon.is_head_first else f"{STATE}++"
        self._lexicon = lexicon
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
        self._kinds_of_owned = {
            noun: "" if kind == "others" else kind
            for kind, nouns in bodies.get("owned_heads", {}).items()
            for noun in nouns
        }
        self._owned = WordPattern(_owned_pattern(lexicon), self._kinds_of_owned)
        self._placed_heads = bodies.get("placed_heads", {}).get("court", ())
        self._placed = WordPattern(_placed_pattern(lexicon), self._placed_heads)
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
        self._past_endings = tuple(lexicon.words("past_endings")) or ("\0",)
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
        """Mask the organs of a text whose states and organizations are masked."""
        text.replace(self._known_organs(text))
        text.replace(self._organs(text))
        text.replace(self._owned_bodies(text))
        text.replace(self._placed_courts(text))

    def references(self, text: MaskedText) -> Iterator[Mention]:
        """Yield nouns that refer to a body named before: "the committee"."""
        for match in self._reference.finditer(text.masked, text.words):
            word = self._references.get(match["word"], match["word"])
            yield Mention("organ", match.start("word"), match.end(), word, type="reference")

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
                is_possessed=owner is None and self._refers_back.search(before) is not None,
            )

    def _is_adjective(self, masked: str, name: str, end: int) -> bool:
        """Whether a noun belongs to the next one: "military talks"."""
        following = self._next_noun.match(masked, end)
        if not name.islower() or following is None or following[1] in self._no_nouns:
            return False
        return not following[1].endswith(self._past_endings)

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
        """Yield bodies without a name of their own, by their owners: "Norway's water authority"."""
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

    def _placed_courts(self, text: MaskedText) -> Iterator[Mention]:
        """Yield courts that only their place names: "a court in Oslo", "a court there"."""
        for match in self._placed.finditer(text.masked, text.words):
            place = text.at(match.start("state")) if match["state"] else None
            name, code = match["name"], place.code if place else None
            yield Mention("organ", *match.span("name"), name, code, type="court")


def _heads_with_portfolios(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Return heads that need a portfolio to name a body: "commission des lois"."""
    portfolios = lexicon.data["people"]["portfolios"]
    return {
        f"{form} {portfolio}": (f"{head} {portfolio}", kind)
        for kind, heads in lexicon.data["bodies"].get("heads_with_portfolios", {}).items()
        for form, head in lexicon.forms_of(heads).items()
        for portfolio in portfolios
    }


def _owned_pattern(lexicon: Lexicon) -> str:
    """Return the pattern for nouns that name a body only with an owner."""
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


def _placed_pattern(lexicon: Lexicon) -> str:
    """Return the pattern for courts that only their place names."""
    placed = lexicon.data["bodies"].get("placed_heads", {})
    at, article = lexicon.before("at_a_place"), lexicon.optional("articles")
    there = alternatives(placed.get("places", ()))
    return (
        rf"(?<!\w)(?i:{alternatives(lexicon.words('indefinite_articles'))})\s+"
        rf"(?P<name>{alternatives(placed.get('court', ()))})\s+"
        rf"(?:{there}{AFTER}|{at}{article}(?:(?P<state>{STATE})|{CAPITAL}))"
    )


def _owner(text: MaskedText, match: re.Match[str]) -> Mention | None:
    """Return the owner that a pattern found before or after a name."""
    if match["after"]:
        return text.at(match.start("after"))
    return text.at(match.start("owner")) if match["owner"] else None


def _organization_of(owner: Mention | None) -> str | None:
    if owner is None or owner.kind != "organization":
        return None
    return owner.owner or owner.name
