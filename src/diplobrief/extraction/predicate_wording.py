"""Patterns for words around a verb that reports an event or an act."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.mentions.words import CAPITAL, name_of_place
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon

_ACTOR_OR_COMMA: Final = f"{ACTOR[1:-1]},"
_DAY: Final = MASKS["day"]


class PredicateWording:
    """Patterns for words around a verb that reports an event or an act, in a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.grammar["circumstances"]
        article = lexicon.optional("articles")
        # "by 80 lawmakers", "by a UN panel"
        counted = rf"(?:{leading([*lexicon.words('indefinite_articles'), ''])}(?:\d[\d.,]*\s+)?)"
        by = f"{lexicon.before('by')}{counted}"
        adverb = word_like_adverb(lexicon)
        days = alternatives(lexicon.words("before_a_day_or_month"))
        no_object = rf"{alternatives(words['no_object'])}{AFTER}"
        determiner = rf"(?:{leading(words['object_determiners'])}){{0,2}}"
        small = rf"(?!{no_object}|{CAPITAL})[^\W\d_][\w’'-]*"
        # "a reçu mardi à Tunis l'ambassadeur"
        at = leading(lexicon.words("at_a_place"))
        word = name_of_place(lexicon)
        place = rf"{at}{article}(?:{MASKS['state']}+|{word}(?:\s+{word}){{0,2}})"
        between = rf"(?:\s+(?:(?:{days}\s+)?{_DAY}+|{place}))" if lexicon.is_head_first else "(?!)"
        # "met her counterparts from Norway"
        listed = lexicon.data["people"]["counterparts"]
        counterpart = alternatives([*listed, *(f"{word}s" for word in listed)])
        origin = leading(lexicon.words("from")) if lexicon.words("from") else "(?!)"
        self.direct: re.Pattern[str] = re.compile(
            rf"{between}{{0,3}}\s+{determiner}(?:{small}\s+){{0,2}}?"
            rf"(?:(?={ACTOR})|{counterpart}\s+{origin}{article}(?={MASKS['state']}))"
        )
        # "by the regional bloc ECOWAS"
        kinds = alternatives(lexicon.data["bodies"]["references"]["words"])
        body = rf"(?:(?:[\w-]+\s+){{0,3}}?{kinds}\s+(?=[{MASKS['organization']}{MASKS['organ']}]))?"
        self.by: re.Pattern[str] = re.compile(
            rf"[^.;,]{{0,60}}?{BEFORE}{by}{article}{body}(?={ACTOR})"
        )
        self.by_directly: re.Pattern[str] = re.compile(
            rf"(?:\s+(?:{days}\s+)?{_DAY}+|\s+{adverb})?\s+{by}{article}(?={ACTOR})"
        )
        # "appointed in May by Norway"
        self.by_body: re.Pattern[str] = re.compile(
            rf"(?:\s+(?:{days}\s+)?{_DAY}+|\s+{adverb})?\s+{lexicon.before('by')}{article}{body}(?={ACTOR})"
            if all(lexicon.words("by"))
            else "(?!)"
        )
        self.to: re.Pattern[str] = re.compile(rf"\s+{leading(words['to'])}{article}(?={ACTOR})")
        self.origin: re.Pattern[str] = re.compile(
            rf"\s+{lexicon.before('from')}{article}(?={ACTOR})" if lexicon.words("from") else "(?!)"
        )
        self.before_noun: re.Pattern[str] = re.compile(
            rf"(?:(?<!\w){alternatives(words['before_a_noun'])}|['’]s?)\s+$"
        )
        # "adopted by 14 votes to none, with one abstention, a resolution"
        votes = lexicon.grammar.get("votes", {})
        of_votes = alternatives([*votes.get("votes", ()), *votes.get("majorities", ())])
        abstained = alternatives(votes.get("abstentions", ()))
        self.tally: re.Pattern[str] = re.compile(
            rf",?\s+{by}(?:[^\s,;:.]+\s+){{0,6}}?{of_votes}{AFTER}[^;:.]{{0,30}}?"
            rf"(?:\s{abstained}{AFTER})?,?(?=\s(?:{leading(words['determiners'])}|[A-Z]))"
        )
        ways = rf"[a-z]+\s+(?:[a-z]+\s+){{0,3}}?{alternatives(lexicon.words('ways_to_decide'))}"
        on_day = lexicon.optional("before_a_day")
        # "adopted by consensus on Monday in Geneva a resolution"
        self.adverbial: re.Pattern[str] = re.compile(
            rf"(?:\s+{ways})?(?:\s+{on_day}{_DAY}+)?"
            rf"(?:\s+{at}(?:[A-Z]\w+|{MASKS['state']}+)(?:\s+[A-Z]\w+)?)?"
            r"(?:,\s[^,;:.]{1,80},)?"
        )
        preposition = alternatives(lexicon.words("prepositions"))
        self.after_preposition: re.Pattern[str] = re.compile(rf"(?<!\w){preposition}\s+\Z")
        own = alternatives(lexicon.words("possessives"))
        self.own: re.Pattern[str] = re.compile(rf"\s+(?:{own})\b")
        self._of_subject = frozenset(words["between_subject_and_verb"])
        self._adverb_endings = tuple(lexicon.words("adverb_endings"))

    def is_of_subject(self, word: str) -> bool:
        """Whether a word may be between a subject and its verb in the present tense."""
        is_adverb = word in self._of_subject or word.endswith(self._adverb_endings)
        return is_adverb or not word.strip(_ACTOR_OR_COMMA)


@cache
def predicate_wording_of(lexicon: Lexicon) -> PredicateWording:
    """Return the patterns for a lexicon."""
    return PredicateWording(lexicon)
