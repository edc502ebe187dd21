"""Patterns for verbs that report steps of treaties, from the lexicon of a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading, nearby
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_TREATY: Final = MASKS["treaty"]
_DAY: Final = MASKS["day"]
_GAP: Final = "\uf8ff"
"""A placeholder for the spaces after the first words of a verb while a pattern is built."""


class StepWording:
    """Patterns for words around a verb that reports a step.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"]["wording"]
        article = lexicon.optional("articles")
        nouns = leading([*lexicon.words("before_nouns"), *lexicon.words("articles"), ""])
        adverb = rf"(?:{word_like_adverb(lexicon)}\s+)?"
        opening = rf"\w+\s+{leading(words['in'])}{_DAY}+\s+{lexicon.before('and')}"
        by = leading(words["by"])
        pronoun = alternatives(lexicon.data["people"]["object_pronouns"])
        owned = leading([*lexicon.words("articles"), *lexicon.words("possessives"), ""])
        on_day = lexicon.optional("before_a_day_or_month")
        # "take it up", "found in 2004 that"
        self.object: str = (
            rf"(?:{owned}[{_TREATY}{MASKS['pronoun']}]+(?:\s[^,;.]{{0,60}}?{_TREATY}+)?"
            rf"|(?<!\w){pronoun}|{on_day}{_DAY}+)\s+"
        )
        self.voted: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words['voted'])}{AFTER}[^.;:]{{0,60}}?\s+"
            rf"{leading(words['to'])}{adverb}$"
        )
        self.a_law: re.Pattern[str] = re.compile(
            rf"\s+(?:{alternatives(words['into_law'])}{AFTER}"
            rf"|{nouns}(?:[\w-]+\s+){{0,2}}{alternatives(words['laws'])}{AFTER})",
            re.IGNORECASE,
        )
        # "signed a decree on leaving the treaty"
        self.an_order: re.Pattern[str] = re.compile(
            rf"\s+{nouns}(?:[a-z-]+\s+)?{alternatives(words.get('orders', ()))}\s+"
            rf"(?:(?P<leaving>{alternatives(words.get('about_leaving', ()))})"
            rf"|{alternatives(words.get('ratifying', ()))}){AFTER}"
        )
        self.talks_end: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('talks_end', ()))}\s+{adverb}$"
        )
        self.for_or_against: re.Pattern[str] = re.compile(
            rf"[^.;]{{0,60}}?{BEFORE}(?:{alternatives(words.get('for_or_against', ()))}"
            rf"|(?P<against>{alternatives(words.get('against', ()))}))\s+"
        )
        self.parliaments: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('parliaments_of', ()))}\s+{article}$", re.IGNORECASE
        )
        determiners = {*lexicon.words("articles_before_nouns")}
        self.before_noun: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(determiners)}\s+$|{ACTOR}['’]s\s+$", re.IGNORECASE
        )
        # A notice by which a state leaves: "gave notice that it would leave".
        self.notice: re.Pattern[str] = re.compile(
            rf"\b{alternatives(words.get('notice', ()))}\b[^;.]{{0,80}}?\s"
            rf"(?:{lexicon.before('that')}[^;.]{{0,40}}?"
            rf"|{alternatives(words.get('intention', ()))}\s+(?:{adverb})?)$"
        )
        self.talks: re.Pattern[str] = re.compile(
            rf"\s+(?:[a-z]+(?:-[a-z]+)?\s+){{0,5}}?{alternatives(words.get('talks_on', ()))}{AFTER}"
        )
        self.denied: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(lexicon.grammar['undone'].get('denied', ()))}\s"
        )
        # "ruled that the treaty was unconstitutional"
        self.unconstitutional: re.Pattern[str] = re.compile(
            nearby(words.get("against_constitution", ()), 160)
        )
        # "must be ratified by the parliaments of both"
        self.by_parliaments: re.Pattern[str] = re.compile(
            rf"[^.;,]{{0,40}}?{BEFORE}{by}{article}(?:[a-z]+\s+)?"
            rf"{alternatives(words.get('parliaments_of', ()))}{AFTER}"
        )
        self.in_referendum: re.Pattern[str] = re.compile(nearby(words.get("referendum", ()), 120))
        # "was adopted by consensus"
        self.by_all: re.Pattern[str] = re.compile(nearby(words.get("by_all", ()), 60, stops=".;,"))
        self.of_leaving: re.Pattern[str] = re.compile(nearby(words.get("leaving", ()), 80))
        self.addressee: re.Pattern[str] = re.compile(
            rf"\s+{nouns}(?:[a-z]+\s+){{0,2}}"
            rf"(?:{ACTOR}|{alternatives(words.get('addressees', ()))}{AFTER})"
        )
        # A line of a list of parties: "Norway: signed on 8 August 2019".
        self.labelled: re.Pattern[str] = re.compile(rf"[\W_]*(?={MASKS['state']}+(?::|\s[–—-])\s)")
        self.chamber: re.Pattern[str] = re.compile(rf"\s+{article}(?={ACTOR})")
        self.after_treaty: re.Pattern[str] = re.compile(
            rf"{_TREATY}[,،]?\s+(?:{adverb}|{alternatives(lexicon.words('before_a_saying'))}\s+)?$"
        )
        self.instrument: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words['instruments'])}{AFTER}", re.IGNORECASE
        )
        self.relative_pronoun: re.Pattern[str] = re.compile(rf"{BEFORE}{leading(words['which'])}$")
        self.participle: re.Pattern[str] = re.compile(
            rf"(?:{_TREATY}(?:,?\s+|\s?\(){adverb}|(?:^|:\s)\s*|^\s*{opening}"
            rf"|^\s*(?i:{article}){_TREATY}[^,;.]{{0,90}},\s+{adverb})$"
        )
        self.at_start: re.Pattern[str] = re.compile(rf"(?:^|.*:\s)\s*(?:{opening})?$")
        not_after = "".join(rf"(?<!{word}\s)" for word in words.get("before_no_agent", ()))
        self.agent: re.Pattern[str] = re.compile(
            rf"[^.;]{{0,60}}?{BEFORE}{not_after}{by}{article}(?={ACTOR})"
        )
        self.no_verb: re.Pattern[str] = re.compile(
            rf"{alternatives(words.get('no_verbs', ()))}{AFTER}"
        )
        # States that are counted may also be listed: "by four countries: Norway, Sweden, …".
        self.agents_listed: re.Pattern[str] = re.compile(
            rf"[^.;:]{{0,40}}?{BEFORE}{by}(?:[\w-]+\s+){{1,2}}"
            rf"{alternatives(words.get('counted', ()))}\s*(?:[—–:(]|\s-\s)\s*{article}(?={ACTOR})"
        )
        self._add_objects(lexicon)
        self._add_names(lexicon)
        self._object_after = re.compile(rf"\s+{alternatives(words.get('object_after', ()))}{AFTER}")
        self._object_within: tuple[str, ...] = tuple(words.get("object_within", ()))
        self._object_before = re.compile(
            rf"{BEFORE}{leading(words.get('object_before', ()))}"
            rf"(?:{alternatives(lexicon.words('before_a_participle'))}\s+)?$",
            re.IGNORECASE,
        )
        self._start = lexicon.start
        on_day = lexicon.optional("before_a_day_or_month")
        is_apart = lexicon.is_head_first and not lexicon.grammar.get("verb_last")
        self._blank = rf"\s+(?:{on_day}{_DAY}+,?\s+)?" if is_apart else r"\s+"
        self._day_within = re.compile(rf"{on_day}{_DAY}+,?\s+")

    def _add_names(self, lexicon: Lexicon) -> None:
        """Add the patterns for what follows a name and belongs to it."""
        words = lexicon.data["steps"]["wording"]
        article = lexicon.optional("articles")
        adverb = rf"(?:{word_like_adverb(lexicon)}\s+)?"
        on_day = lexicon.optional("before_a_day_or_month")
        # "the Lake Agreement between the two countries, signed in May"
        small = alternatives(
            [
                *lexicon.words("articles"),
                *lexicon.words("of"),
                *lexicon.words("and"),
                *lexicon.words("at_a_place"),
                *words.get("before_parties_of_name", ()),
            ]
        )
        word = rf"(?:{small}{AFTER}|{_DAY}+|[{ACTOR[1:-1]}{MASKS['both']}]+|[A-Z][\w’'-]*)"
        rest = rf"(?:\s+{word}){{1,12}}(?:\s+\([^()]{{2,20}}\))?"
        self._after_name: re.Pattern[str] = re.compile(rf"{_TREATY}{rest},\s+{adverb}$")
        self.relative: re.Pattern[str] = re.compile(
            rf"(?P<treaty>{_TREATY})(?:{rest}(?=,))?,?\s+{leading(words['which'])}{article}$"
        )
        agents = [word for word in words["by"] if word]
        self._place_or_agent = re.compile(
            rf"\s+(?:{on_day}{_DAY}|{leading([*words['at'], *agents])})"
        )

    def _add_objects(self, lexicon: Lexicon) -> None:
        """Add the patterns for objects that show whether a verb reports a step."""
        words = lexicon.data["steps"]["wording"]
        pronoun = alternatives(lexicon.data["people"]["object_pronouns"])
        # "sent the treaty to the plenary"
        self.to_plenary: re.Pattern[str] = re.compile(
            rf"[^.;]{{0,120}}?\s{lexicon.before('to')}(?:[\w-]+\s+){{0,3}}?"
            rf"{alternatives(words.get('plenary', ()))}{AFTER}"
        )
        # "denounced the treaty as unfair"
        effective = alternatives(words.get("effective", ()))
        self.judged: re.Pattern[str] = re.compile(
            rf"[^,;.]{{0,60}}?{_TREATY}+\s+(?!{effective}){leading(lexicon.words('as'))}"
        )
        # "entered a reservation to paragraph 4 of the resolution"
        others = alternatives(words.get("documents_of_meetings", ()))
        self.of_paragraph: re.Pattern[str] = re.compile(
            rf"\s+[^,;.]{{0,40}}?(?<!\w){others}{AFTER}", re.IGNORECASE
        )
        # "objected to Oman's reservation", "objected to it"
        self.reservation: re.Pattern[str] = re.compile(
            rf"\s+{lexicon.before('to')}(?:(?P<it>{MASKS['pronoun']}+|{pronoun}){AFTER}"
            rf"|{nearby(words.get('reservations', ()), 60, stops='.,;')})"
        )

    def follows_name(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a participle is of the name before it: "the pact between both, signed in May".

        Args:
            sentence: The sentence.
            verb: The verb.
        """
        masked = sentence.masked
        if not self._place_or_agent.match(masked, verb.end):
            return False
        return self._after_name.search(masked, 0, verb.start) is not None

    def without_day(self, verb: str) -> str:
        """Return a verb without a day within it: "se prononcer le 3 juin sur"."""
        return self._day_within.sub("", verb) if _DAY in verb else verb

    def has_pronoun_as_object(self, masked: str, start: int, end: int) -> bool:
        """Whether the object of a verb is a pronoun: "lo aprobó", "одобрил его"."""
        before = self._object_before.search(masked[:start])
        is_within = masked[start:end].endswith(self._object_within)
        return bool(is_within or before or self._object_after.match(masked, end))

    def verbs(self, forms: Iterable[str], particles: Iterable[str]) -> WordPattern:
        """Return the pattern for verbs whose object may be before the particle: "take it up".

        It reads a text in small letters.
        """
        forms = [*forms]
        inner = [
            rf"{alternatives([form.removesuffix(f' {particle}')])}{self._blank}"
            rf"{self.object}{alternatives([particle])}"
            for particle in particles
            for form in forms
            if form.endswith(f" {particle}")
        ]
        # "se prononcer le 3 juin sur", "a donné mardi un avis favorable"
        listed = alternatives(form.replace(" ", _GAP, 2) for form in forms)
        pattern = "|".join([*inner, listed.replace(_GAP, self._blank)])
        # Without letters of two cases, the engine skips what begins with another letter.
        written = rf"{self._start}(?<!\d\s)(?:{pattern}){AFTER}"
        return WordPattern(written, forms, begins=True)
