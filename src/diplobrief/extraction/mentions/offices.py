"""Patterns for offices and for names in scripts without capital letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.extraction.inflection import lemma
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    CAPITAL,
    ORGAN,
    ORGANIZATION,
    OWNER,
    STATE,
)
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon


def plural_offices(lexicon: Lexicon) -> dict[str, str]:
    """Return the singular of each office in the plural."""
    people = lexicon.data["people"]
    heads, endings = people["office_heads"], people["office_plural_endings"]
    plurals = {f"{lemma(head)}{ending}": lemma(head) for head in heads for ending in endings}
    listed = people.get("office_heads_plural", {})
    singular = lexicon.forms_of(heads)
    return plurals | {
        form: head
        for word, head in listed.items()
        for form in lexicon.forms_of([word])
        if form not in singular
    }


def _words_of_offices(lexicon: Lexicon) -> tuple[str, str, str]:
    """Return the patterns for modifiers of offices, for portfolios, and for articles."""
    people = lexicon.data["people"]
    article = leading([*lexicon.words("articles"), ""])
    return alternatives(people["office_modifiers"]), alternatives(people["portfolios"]), article


def office_before_head(lexicon: Lexicon, heads: str) -> str:
    """Return the pattern for offices such as "Iran's deputy foreign minister"."""
    modifiers, portfolios, article = _words_of_offices(lexicon)
    office = (
        rf"(?:(?i:{modifiers})(?:\s+|-)){{0,4}}(?P<head>(?i:{heads})){AFTER}"
        rf"(?:\s+{lexicon.before('of_an_office')}(?i:{portfolios}){AFTER})?"
    )
    links = alternatives(
        [
            *lexicon.words("posted_to"),
            *lexicon.words("at_a_place"),
            *lexicon.words("of_an_office"),
        ]
    )
    after = (
        rf"(?:\s+(?P<preposition>{links})\s+(?:{article}|{STATE}+['’]s\s+|{ADJECTIVE}+\s+)"
        rf"(?:(?:Islamic\s+)?Republic\s+of\s+)?"
        rf"(?P<after>{STATE}+|{ORGANIZATION}+|{ORGAN}+)(?!['’]))?"
    )
    before = leading([*lexicon.words("before_an_office"), ""])
    return rf"{lexicon.start}(?i:{before})(?P<before>{OWNER})?(?P<office>{office}){after}"


def office_after_head(lexicon: Lexicon, heads: str) -> str:
    """Return the pattern for offices such as "ministre iranien des Affaires étrangères"."""
    modifiers, portfolios, article = _words_of_offices(lexicon)
    office = (
        rf"(?:(?i:{modifiers})(?:\s+|-)){{0,3}}(?P<head>(?i:{heads})){AFTER}"
        rf"(?:\s+(?i:{modifiers}){AFTER}){{0,2}}"
        rf"(?:(?:\s+{ADJECTIVE}+)?\s+(?i:{portfolios}){AFTER}|{_other_portfolio(lexicon)})?"
        rf"(?:\s+(?i:{modifiers}){AFTER}){{0,2}}"
    )
    posted = alternatives([*lexicon.words("posted_to"), *lexicon.words("at_a_place")])
    body = f"[{STATE}{ADJECTIVE}{ORGANIZATION}{ORGAN}]+"
    link = rf"(?:(?P<preposition>{posted})\s+|{lexicon.before('of')})"
    after = rf"(?:\s+{link}{article}(?P<after>{body}))?"
    before = leading([*lexicon.words("before_an_office"), ""])
    return rf"{lexicon.start}(?i:{before})(?P<before>{ADJECTIVE}+\s+)?(?P<office>{office}){after}"


def _other_portfolio(lexicon: Lexicon) -> str:
    """Return the pattern for a portfolio that the lexicon does not list, before a name.

    "relator de la ONU sobre derechos humanos, Kari Berg", "министр цифрового развития Кари Берг"
    """
    stops = alternatives(
        [
            *lexicon.all_verbs,
            *lexicon.words("finite"),
            *lexicon.words("relatives"),
            *lexicon.words("that"),
        ]
    )
    word = rf"(?!{stops}{AFTER})[^\W\d_][\w’'\u200c-]*"
    masked = f"[{STATE}{ADJECTIVE}{ORGANIZATION}{ORGAN}]+"
    if lexicon.grammar.get("uncased"):
        return rf"(?:\s+{word}){{1,3}}?(?=\s+[{STATE}{ADJECTIVE}])"
    if lexicon.words("articles"):
        of = rf"(?:{masked}\s+)?{lexicon.before('of_a_portfolio')}"
        tail = rf"(?:(?:{word}|{masked})\s+){{0,7}}?(?:{word}|{masked})"
        return rf"\s+{of}{tail}(?=,\s+{CAPITAL}\s+{CAPITAL})"
    small = rf"(?!{stops}{AFTER}|{CAPITAL}){word}"
    return rf"(?:\s+{small}){{1,5}}?(?=\s+(?:{masked}\s+)?{CAPITAL}\s+{CAPITAL})"


def uncased_name(lexicon: Lexicon, most: int) -> str:
    """Return the pattern for a name in a script without capital letters."""
    people = lexicon.data["people"]
    stops = alternatives([*people["not_first_names"], *lexicon.all_verbs])
    word = rf"(?!{stops}{AFTER})[^\W\d_](?:[\w\u200c-])*(?![\w\u200c-])"
    return rf"(?P<name>{word}(?:\s+{word}){{0,{most - 1}}})"


def name_by_given_name(lexicon: Lexicon) -> str:
    """Return the pattern for a name that begins with a common given name, in such a script."""
    people = lexicon.data["people"]
    stops = alternatives([*people["not_first_names"], *lexicon.all_verbs])
    word = rf"(?!{stops}{AFTER})[^\W\d_](?:[\w\u200c-])*(?![\w\u200c-])"
    given = alternatives(people.get("given_names", ()))
    linked = rf"(?:{alternatives(people['name_particles'])}\s+{word}\s+)"
    return rf"{lexicon.start}(?P<name>(?:{given}\s+){{1,2}}{linked}{{0,2}}{word})"
