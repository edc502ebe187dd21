"""Finds bodies that are not listed, by the structure of names: "the Lake Fishing Council"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import ADJECTIVE, CAPITAL, ORGANIZATION, STATE
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon

_NAME: Final = rf"(?P<name>{CAPITAL}(?:\s+{CAPITAL}){{0,3}})"
_ORGANS: Final = frozenset({"committee", "commission", "court", "ministry", "central_bank"})


class UnlistedBodyFinder:
    """Finds names of bodies by the heads and nouns in the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        bodies = lexicon.data["bodies"]
        before = lexicon.start
        article = lexicon.optional("articles")
        heads = bodies["organization_heads"]
        # In a script without capital letters, adjectives with an article show a name.
        capital = CAPITAL
        if lexicon.grammar.get("uncased"):
            capital = rf"{alternatives(lexicon.words('beginnings_of_names'))}\w+"
        linked = lexicon.optional("within_names")
        first_link = linked if lexicon.is_head_first else ""
        states = rf"[{STATE}{ADJECTIVE}]+(?:[-–][{STATE}{ADJECTIVE}]+)?"
        self._proper = WordPattern(
            rf"{before}(?!(?i:{lexicon.before('articles')}))(?P<name>(?:(?:{CAPITAL}|{states}|{ORGANIZATION}+)\s+{linked}){{1,5}}{alternatives(heads['last'])}"
            rf"|{alternatives(heads['first'])}\s+{first_link}{article}(?:{capital}|[{STATE}{ADJECTIVE}]+)"
            rf"(?:\s+{linked}{article}{capital}){{0,5}}){AFTER}",
            [*heads["last"], *heads["first"]],
        )
        self._after_noun, self._types_of_nouns = _after_nouns(lexicon)
        self._types_with_names = _types_of(lexicon, "nouns_before_names", "nouns_with_names")
        self._before_noun = re.compile(
            rf"(?i:{leading(lexicon.words('articles'))})(?:[a-z][\w-]*\s+){{0,2}}{_NAME}"
            rf"\s+(?P<noun>{alternatives(self._types_with_names)}){AFTER}"
        )
        self._types_in_apposition = _types_of(lexicon, "nouns_after_names")
        preposition = alternatives(lexicon.words("prepositions"))
        article = leading([*lexicon.words("articles"), *lexicon.words("articles_of_documents")])
        owner = rf"[{STATE}{ADJECTIVE}]+(?:['’]s)?"
        self._apposition = WordPattern(
            rf"(?<![\w-]){_NAME},\s+(?:{article}|{owner}\s+)"
            rf"(?:(?:(?!{preposition}{AFTER})[\w-]+|{owner})\s+){{0,3}}"
            rf"(?P<noun>{alternatives(self._types_in_apposition)})"
            rf"(?=\s*[,.;:)]|\s+{preposition}{AFTER})",
            self._types_in_apposition,
        )
        self._types = [
            (ending, kind)
            for kind, endings in bodies["organization_types"].items()
            for ending in endings
        ]
        people = lexicon.data["people"]
        self._honorifics = frozenset(people["honorifics"])
        # "Works Minister Kari Berg and Swedish Energy Minister Nils Dahl"
        offices = (f"{head[:1].upper()}{head[1:]}" for head in people["office_heads"])
        joined = lexicon.before("and")
        self._person_within = re.compile(
            rf"\s{alternatives(offices)}(?:\s+{CAPITAL})+\s+{joined}{CAPITAL}"
        )
        self._of = next(iter(lexicon.words("of")), "")
        treaties = lexicon.data["steps"]["treaties"]["heads"].values()
        nouns = alternatives(head for each in treaties for head in each if head[0].isupper())
        self._treaty_of = re.compile(rf"{lexicon.start}{nouns}\s+{self._of}\s")
        self._first_heads = tuple(heads["first"])
        self._beginnings = frozenset(heads.get("beginnings", ()))
        self._not_names = frozenset(people["not_first_names"])

    def mark_described(self, text: MaskedText) -> None:
        """Mask the bodies that a text describes after their names: "Clean Lakes, a charity"."""
        matches = self._apposition.finditer(text.masked, text.words)
        text.add(_bodies(matches, self._types_in_apposition))

    def mark(self, text: MaskedText) -> None:
        """Mask the bodies of a text."""
        text.replace(self._proper_names(text))
        text.add(_bodies(self._after_noun.finditer(text.masked), self._types_of_nouns))
        text.add(_bodies(self._before_noun.finditer(text.masked), self._types_with_names))
        text.add(
            Mention("organization", *match.span(), match[0], owner=match[0], type="media")
            for match in _SITE.finditer(text.masked)
        )

    def _proper_names(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._proper.finditer(text.masked, text.words):
            start = match.start("name")
            name = text.text[start : match.end("name")]
            if self._person_within.search(name) is not None:
                continue
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
            if " " not in name or self._treaty_of.search(name):
                # "the Treaty of Alliance" is a treaty, not an alliance.
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


def _bodies(matches: Iterable[re.Match[str]], types: Mapping[str, str]) -> Iterator[Mention]:
    """Yield the bodies that a noun beside their names shows: "the newspaper Aftenbladet"."""
    for match in matches:
        kind, name = types[" ".join(match["noun"].split())], match["name"]
        yield Mention("organization", *match.span("name"), name, owner=name, type=kind)


def _types_of(lexicon: Lexicon, *lists: str) -> dict[str, str]:
    """Return the types of bodies by the nouns of some lists."""
    return {
        noun: kind
        for each in lists
        for kind, nouns in lexicon.data["bodies"].get(each, {}).items()
        for noun in nouns
    }


def _after_nouns(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern for names after a noun for a body, and the types of these nouns."""
    types = _types_of(lexicon, "nouns_before_names")
    noun = rf"{lexicon.start}(?P<noun>{alternatives(types)})"
    return re.compile(rf"{noun}\s+(?P<name>{CAPITAL}(?:\s+{CAPITAL}){{0,3}})"), types


_SITE: Final = re.compile(
    r"(?<![\w.@/])[A-Z][A-Za-z-]{2,30}\.(?:[A-Z][a-z]{1,3}|[A-Z]{2,3}|[a-z]{2,3})(?![\w./@])"
)
"""The name of a site: "Censor.NET"."""

_BEGINS_WITH_STATE: Final = re.compile(rf"[{STATE}{ADJECTIVE}]")
