"""Patterns for mentions of treaties, by their names or nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from diplobrief.extraction.mentions.masks import MASKS
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    CAPITAL,
    ORGANIZATION,
    STATE,
    STATE_OR_BODY,
)
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon

_KNOWN: Final = MASKS["treaty"]
_ACTORS: Final = f"[{STATE}{ORGANIZATION}]+"

Heads: TypeAlias = Mapping[str, tuple[str, str]]
"""The forms of nouns for treaties, each with the noun as it is listed and its kind."""

_SAID_OF_STEPS: Final = ("scheduled", "expected", "completed", "postponed", "cancelled")
"""Verbs that end a name after a noun for a step: "подписание договора состоится в мае"."""


def pattern_of_treaties(lexicon: Lexicon, heads: Heads) -> str:
    """Return the pattern for mentions of treaties in a language.

    Args:
        lexicon: The lexicon of the language.
        heads: The nouns for treaties.
    """
    return _head_first(lexicon, heads) if lexicon.is_head_first else _head_last(lexicon, heads)


def _head_last(lexicon: Lexicon, heads: Heads) -> str:
    """Return the pattern for names such as "Lake Treaty" and "the treaty on the lake"."""
    data = lexicon.data["steps"]["treaties"]
    number = leading([*data["name"].get("numbered", ()), ""])
    # "Protocol No. 2", "Additional Protocol II to the Lake Convention"
    number = rf"\s+{number}(?:\d{{1,3}}|[IVX]{{1,5}}){AFTER}"
    head = alternatives(head for head in heads if head[0].isupper()) + AFTER
    proper = f"{head}(?:{number})?"
    plain = alternatives(head for head in heads if head[0].islower())
    plurals = frozenset(data["name"].get("plurals", ()))
    single = alternatives(head for head in heads if head[0].islower() and head not in plurals)
    skipped = alternatives(data["function_words"]["words"])
    bill = alternatives(data["name"]["laws"])
    modifiers = alternatives(data["name"]["modifiers"])
    # In a headline, verbs have a capital letter, too: "Norway Signs Lake Treaty".
    no_treaties = alternatives(data["name"].get("no_treaties", ()))
    capital = rf"(?!(?:{alternatives(_in_headlines(lexicon))}|{no_treaties}){AFTER}){CAPITAL}"
    month = alternatives(name for each in lexicon.data["days"]["months"] for name in each.split())
    # "the September 19 Agreement"
    dated = rf"{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month}"
    word = rf"(?:{capital}|{STATE_OR_BODY}(?:['’]s)?|\d+-year|\d{{4}}|{modifiers}|[a-z]+-year)"
    # Before the head, a name may have a short form: "the Lake Fishing (LF) Treaty".
    word += rf"(?:\s+\((?:[A-Z][\w-]{{1,12}}|{_KNOWN}+)\))?"
    article = lexicon.optional("articles")
    linked = leading(data["name"]["links"])
    joined = rf"(?:\s+|-){linked}{{0,2}}"
    about = rf"\s+{leading(data['name']['about'])}{article}"
    within = leading([*data["name"]["within"], ""])
    # "between the Government of Norway and the Government of Sweden on Fish"
    party = rf"[{STATE}{ORGANIZATION}{MASKS['organ']}]+"
    parties = rf"{party}\s+{lexicon.before('and')}{article}{party}"
    modifier = (
        rf"(?!{skipped}\s)"
        rf"(?:{dated}|[a-z]+(?:-[a-z]+)*|{STATE_OR_BODY}(?:[–-]{STATE_OR_BODY}|['’]s)?|\d+-year|\d{{4}})"
    )
    no_name = alternatives([*lexicon.words("finite"), *data["name"].get("not_about", ())])
    indefinite = leading(each for each in data["name"]["indefinite"] if each)
    another = rf"{lexicon.before('and')}{indefinite}"
    noun = rf"(?!{no_name}{AFTER}|{another}|{plain}{AFTER})[a-z]+(?:-[a-z]+)*"
    several = rf"[{STATE}{ORGANIZATION}{MASKS['organ']}]+"
    both = (
        rf"{several}(?:(?:,\s+{article}{several}){{0,8}}"
        rf",?\s+{lexicon.before('and')}{article}{several})?"
    )
    before_parties = data["name"].get("before_parties", ())
    partner = rf"\s+{leading(before_parties)}{article}{both}"
    topics = data["name"].get("topics", data["name"]["on"])
    calendar = alternatives(
        name
        for key in ("weekdays", "months")
        for entry in lexicon.data["days"][key]
        for name in entry.split()
    )
    tail = (
        rf"(?:\s+{leading(data['name']['with'])}{article}{both}"
        rf"|\s+{lexicon.before('of')}\d{{4}}"
        rf"|\s+{leading(data['name']['on'])}{article}(?!{calendar}{AFTER})(?:{CAPITAL}|{STATE_OR_BODY})"
        rf"(?:{joined}(?:{CAPITAL}|{_ACTORS})){{0,6}}(?:\s+{noun}(?=[\s,.]))?"
        rf"|\s+{leading(topics)}(?:{noun}\s+){{0,9}}"
        rf"(?:{noun}|{ADJECTIVE}+\s+{noun})(?:{partner})?)?"
    )
    line = r"(?:^(?:\d{1,2}[.)]\s+)?|(?<=[:–—-]\s))"
    # "Norway and Sweden's agreement"
    owners = rf"(?:{several}\s+{lexicon.before('and')}{article})?{STATE}+['’]s?\s+"
    determiner = rf"(?:(?i:{leading(data['name']['determiners'])})|\d{{1,3}}\s+|{owners})"
    # "signed agreements on trade"
    verbs = {form.split()[0] for form in lexicon.acts("steps", "step")}
    kind = rf"(?!{alternatives([*verbs, *data['function_words']['words']])}{AFTER})[a-z]+\s+"
    many = alternatives(data.get("several", {}))
    unnamed = rf"(?:{kind})?{many}{AFTER}(?=\s+{leading([*topics, *before_parties])}){tail}"
    return (
        rf"{lexicon.start}(?:(?i:{article})(?P<proper>"
        rf"(?:(?:{dated}|{word})(?:\s+{within}|-)){{1,7}}{proper}"
        rf"(?:{about}(?:{CAPITAL}|{parties}|{STATE_OR_BODY}|\d{{4}})(?:{joined}(?:{CAPITAL}|{_ACTORS})){{0,8}})?"
        rf"|{proper}{about}(?:{parties}|{word})(?:{joined}{word}){{0,8}}(?:{partner})?)"
        rf"|(?P<article>{determiner}|(?:{line}(?=(?:{CAPITAL}|{STATE_OR_BODY})\s+(?:{STATE_OR_BODY}\s+)?{plain})))(?P<plain>(?:{CAPITAL}\s+(?={plain}))?(?:{modifier}\s+){{0,3}}{plain}{AFTER}"
        rf"(?:\s+{bill}{AFTER})?{tail})"
        rf"|(?:(?i:{leading(data['name']['determiners'])})|{line})(?P<head>{proper})"
        rf"|(?P<numbered>{head}{number})"
        rf"|(?P<several>{unnamed})"
        rf"|(?P<bare>{single}{AFTER}(?:\s+{bill}{AFTER}|{partner})?))"
    )


def _head_first(lexicon: Lexicon, heads: Heads) -> str:
    """Return the pattern for names such as "traité sur le lac" and "le traité"."""
    data = lexicon.data["steps"]["treaties"]
    nouns = alternatives(form for form, (_, kind) in heads.items() if kind != "reference")
    laws = alternatives(form for form, (_, kind) in heads.items() if kind == "reference")
    article = lexicon.optional("articles")
    words = data["name"]
    nominal = lexicon.data["steps"].get("nominal", {})
    stops = {
        *words["not_within"],
        *(each for status in _SAID_OF_STEPS for each in nominal.get(status, ())),
        *(each for ahead in lexicon.grammar["ahead"].values() for each in ahead),
        *(lexicon.all_verbs - lexicon.participles),
        *lexicon.grammar["negations"],
        *lexicon.words("prepositions"),
        *lexicon.words("finite"),
    }
    stop = rf"(?!(?i:{alternatives(stops)}){AFTER})"
    beginnings = alternatives(words["beginnings"]) if words["beginnings"] else ""
    word = rf"{beginnings}[\w’'\u200c-]*?{alternatives(words['endings'])}"
    following = rf"{stop}(?:{STATE_OR_BODY}|(?:\d{{4}}|(?!{CAPITAL}){word}){AFTER})"
    actors = rf"{STATE_OR_BODY}(?:(?:,\s+|\s+{lexicon.before('and')}){article}{STATE_OR_BODY})*"
    modifiers = leading([*words.get("modifiers", ()), ""])
    phrase = rf"(?:{actors}|{stop}{modifiers}[\w’'\u200c-]+(?:\s+{following}){{0,3}})"
    link = rf"\s+(?i:{leading(words['links'])}){article}"
    determiner = rf"(?i:{leading(words['determiners'])})"
    name = rf"(?:\s+{following}){{0,3}}"
    # "de acuerdo con el ministerio"
    phrases = (each.split(maxsplit=2) for each in words.get("no_treaties", ()))
    no_treaty = "|".join(
        rf"(?<=(?i:{re.escape(before)}) )(?i:{re.escape(head)})\s+{re.escape(after)}\s"
        for before, head, after in phrases
    )
    return (
        rf"{lexicon.start}(?P<article>{determiner})?(?!{no_treaty or '(?!)'})"
        rf"(?:(?P<proper>(?i:{nouns}){AFTER}{name}"
        rf"(?:{link}{phrase}){{1,4}})|(?P<plain>(?i:{nouns}){AFTER}{name})"
        rf"|(?P<bare>(?i:{laws}){AFTER}))"
    )


def _in_headlines(lexicon: Lexicon) -> set[str]:
    """Return the present, past and gerund of verbs for steps, each with a capital letter."""
    acts = lexicon.acts("steps", "step").items()
    return {
        form.split()[0].capitalize()
        for form, each in acts
        if all(tense in {"present", "past", "gerund"} for _, tense in each)
    }
