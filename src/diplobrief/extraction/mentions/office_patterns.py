"""Patterns for offices, with the state or body to which they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    CAPITAL,
    ORGAN,
    ORGANIZATION,
    OWNER,
    STATE,
)
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.extraction.lexicon import Lexicon


def pattern_of_offices(lexicon: Lexicon, heads: Iterable[str]) -> str:
    """Return the pattern for offices in a language.

    Args:
        lexicon: The lexicon of the language.
        heads: The nouns for offices: "minister".
    """
    pattern = _after_head if lexicon.is_head_first else _before_head
    return pattern(lexicon, alternatives(heads))


def _before_head(lexicon: Lexicon, heads: str) -> str:
    """Return the pattern for offices such as "Iran's deputy foreign minister"."""
    people = lexicon.data["people"]
    article = lexicon.optional("articles")
    of, joined = lexicon.before("of_an_office"), lexicon.before("and")
    words = people.get("words_of_portfolios", ())
    word = rf"(?i:{alternatives(words)}){AFTER}"
    modifier = rf"(?i:{alternatives([*words, *people['office_modifiers']])})"
    another = rf"(?:,?\s+{joined}|,\s+|\s+){article}{word}"
    listed = rf"(?i:{alternatives(people['portfolios'])}){AFTER}"
    # "spokesperson for Foreign Minister Kari Berg": the name is not the spokesperson's.
    inner = rf"(?:{modifier}(?:\s+|-)){{0,2}}(?i:{heads}){AFTER}"
    office = (
        rf"(?:{modifier}(?:(?:\s+{joined}{modifier})?\s+|-)){{0,4}}(?P<head>(?i:{heads})){AFTER}"
        rf"(?:\s+{of}(?!{inner})(?:{word}(?:{another}){{0,6}}|{listed})){{0,2}}"
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
        rf"(?P<after>{STATE}++|{ORGANIZATION}++|{ORGAN}++)(?!['’]))?"
    )
    # "spokesperson for the UN Secretary-General Kari Berg"
    office += rf"(?:\s+{of}{article}(?:[{STATE}{ADJECTIVE}{ORGANIZATION}]+(?:['’]s?)?\s+)?{inner})?"
    # "Ambassador of Cuba to Mongolia"
    after += rf"(?:\s+{lexicon.before('posted_to')}{article}[{STATE}{ORGANIZATION}]+)?"
    before = lexicon.optional("before_an_office")
    return rf"{lexicon.start}(?i:{before})(?P<before>{OWNER})?(?P<office>{office}){after}"


def _after_head(lexicon: Lexicon, heads: str) -> str:
    """Return the pattern for offices such as "ministre iranien des Affaires étrangères"."""
    people = lexicon.data["people"]
    article = lexicon.optional("articles")
    modifiers, portfolios = map(alternatives, (people["office_modifiers"], people["portfolios"]))
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
    # "سفير الكويت لدى اليابان"
    after += rf"(?:\s+{lexicon.before('posted_to')}{article}[{STATE}{ORGANIZATION}]+)?"
    before = lexicon.optional("before_an_office")
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
