"""Recognizes verbs that do not report a plan, although they lie ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading, nearby

if TYPE_CHECKING:
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon

_TREATY: Final = MASKS["treaty"]
_DAY: Final = MASKS["day"]


class Plans:
    """Distinguishes what is planned from what is only imagined, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"]["wording"]
        article = lexicon.optional("articles")
        adverb = rf"(?:{word_like_adverb(lexicon)}\s+)?"
        # "If Norway were to leave the treaty": not a plan.
        doubting = lexicon.grammar.get("circumstances", {}).get("doubting_a_plan", ())
        self.doubted: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(doubting)}{AFTER}[^,;:.]*$"
        )
        # "denied reports that it had signed the treaty"
        self.denied: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('denying', ()))}{AFTER}[^,;:.]{{0,60}}$"
        )
        be = lexicon.optional("be")
        on_day = rf"(?:{lexicon.optional('before_a_day_or_month')}{_DAY}+\s+)?"
        # "ordered the ministry to withdraw from the treaty"
        self.ordered: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('ordering', ()))}\s+{on_day}(?:[a-z]+\s+){{0,2}}"
            rf"(?:{ACTOR}+|[a-z]+)\s+{on_day}{leading(lexicon.words('to'))}(?:{adverb})?$"
        )
        # "is extended automatically unless a party objects"
        self.recurring: re.Pattern[str] = re.compile(nearby(words.get("recurring", ()), 90))
        # "once it is in force": when something else will be possible
        conditions = [*lexicon.words("prospective"), *lexicon.words("conditions")]
        conditions += lexicon.words("hypothetical")
        when = alternatives([*conditions, *words.get("as_long_as", ())])
        self.supposed: re.Pattern[str] = re.compile(
            rf"{BEFORE}{when}\s+{article}(?:{_TREATY}|{MASKS['pronoun']})+\s+$",
            re.IGNORECASE,
        )
        # "would expel the envoy and denounce the treaty"
        joined = [
            rf"(?P<{status}>{alternatives(lexicon.grammar['ahead'].get(status, ()))})"
            for status in ("scheduled", "expected")
        ]
        self.joined: re.Pattern[str] = re.compile(
            rf"{BEFORE}(?:{'|'.join(joined)})\s+(?:{adverb})?[a-z]+\s[^,;:.]{{1,90}}?"
            rf"\s{lexicon.before('and')}(?:{adverb})?$"
        )
        # "cannot enter into force before both have ratified it"
        until = alternatives(words.get("not_before", ()))
        self._not_yet = re.compile(
            rf"{BEFORE}{alternatives(words.get('cannot', ()))}\s+(?:{adverb})?"
            rf"(?P<be>{lexicon.before('be')})?$"
        )
        self._until = re.compile(rf"[^.;:,]{{0,60}}?\s{until}{AFTER}")
        # "on the day on which Norway notifies Sweden"
        on_which = alternatives(words.get("on_which", ()))
        self._on_which = re.compile(rf"{BEFORE}{on_which}\s+[^,;:.]{{1,80}}$")
        now = alternatives(lexicon.words("passive_now"))
        self.is_now: re.Pattern[str] = re.compile(rf"{BEFORE}{now}\s+(?:{adverb})?$")
        # "after signing the treaty", "having signed it"
        after = alternatives(words.get("before_what_was_done", ()))
        having = alternatives(words.get("having", ()))
        self.done_first: re.Pattern[str] = re.compile(
            rf"{BEFORE}(?:(?P<after>{after})|(?P<having>{having}))\s+(?:{adverb})?$", re.IGNORECASE
        )
        possible = alternatives(words.get("possible", ()))
        # "could on 3 May join the treaty"
        self._possible = re.compile(
            rf"{BEFORE}{possible}\s+(?:{adverb})?{on_day}{be}(?:{adverb})?$"
        )
        # "will not renew the treaty"
        refusing = alternatives(words.get("refusing", ()))
        self._refused: re.Pattern[str] = re.compile(rf"{BEFORE}{refusing}\s+(?:{adverb})?$")
        no_plan = lexicon.grammar.get("circumstances", {}).get("no_plan", ())
        self.not_planned: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(no_plan)}\s+(?P<be>{lexicon.before('be')})?(?:{adverb})?$"
        )
        # "Ожидается, что сенат рассмотрит договор": the words begin the clause.
        expecting = lexicon.grammar.get("circumstances", {}).get("expecting", ())
        start = lexicon.start if lexicon.grammar.get("prefixes") else BEFORE
        self.awaited: re.Pattern[str] = re.compile(
            rf"{start}{alternatives(expecting)}(?=[\s,])[^;:.]{{0,120}}$", re.IGNORECASE
        )
        self.let: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('letting', ()))}\s+{article}{_TREATY}+\s+"
            rf"{leading(lexicon.words('to'))}$"
        )
        # "ten ratifications are needed for the treaty to enter into force"
        needing = alternatives(words.get("needing", ()))
        it = rf"(?:{article}{_TREATY}|{MASKS['pronoun']})+"
        to = leading(lexicon.words("to"))
        self.needed: re.Pattern[str] = re.compile(
            rf"{BEFORE}(?:{alternatives(words.get('on_behalf_of', ()))}\s+{it}"
            rf"|{needing}\s+[^,;.]{{0,60}}?)\s+{to}$"
        )
        # "approved the government's proposal to leave"
        letting_them = rf"{alternatives(words.get('authorizing', ()))}\s+{MASKS['pronoun']}+"
        proposed = alternatives(words.get("proposed", ()))
        self.proposed: re.Pattern[str] = re.compile(
            rf"(?:{BEFORE}(?:{letting_them}|(?<!{ACTOR}\s){proposed})|{_TREATY})\s+{to}"
            rf"(?:{adverb})?$"
        )
        # "a treaty, to be signed next year"
        to_be = alternatives(lexicon.words("to_be"))
        self.to_be: re.Pattern[str] = re.compile(rf"{_TREATY},?\s+{to_be}\s+{adverb}$")
        ahead = [word for words in lexicon.grammar.get("ahead", {}).values() for word in words]
        self.ahead: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives([*ahead, *lexicon.words('hypothetical')])}{AFTER}"
        )
        self._add_circumstances(lexicon)
        self.headline_to: re.Pattern[str] = re.compile(
            rf"[{ACTOR[1:-1]}{_TREATY}]\s+(?i:{leading(lexicon.words('to'))})$"
        )

    def _add_circumstances(self, lexicon: Lexicon) -> None:
        """Add the patterns for what is told besides plans: conditions, repetition and praise."""
        words = lexicon.data["steps"]["wording"]
        article = lexicon.optional("articles")
        adverb = rf"(?:{word_like_adverb(lexicon)}\s+)?"
        # "the day on which notes are exchanged", "on which both have ratified it"
        is_so = alternatives([*lexicon.words("passive_now"), *lexicon.words("perfect")])
        self._so = re.compile(rf"{BEFORE}{is_so}\s+(?:{adverb})?$")
        # "to postpone the vote until Norway has joined"
        until_then = alternatives(words.get("until", ()))
        perfect = alternatives(lexicon.words("perfect"))
        self._until_then = re.compile(
            rf"{BEFORE}{until_then}\s+[^,;:.]{{1,80}}?{BEFORE}{perfect}\s+(?:{adverb})?$"
        )
        again = alternatives(words.get("repeatedly", ()))
        been = leading(lexicon.words("been"))
        self._again_before = re.compile(rf"{BEFORE}{again}\s+(?:{been})?$")
        self._again_after = re.compile(rf"\s+(?:{_TREATY}+\s+)?{again}{AFTER}")
        # "congratulated Norway on ratifying the treaty"
        self.praised: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('praising', ()))}\s+{article}(?P<actor>{ACTOR})+\s+"
            rf"{leading(words.get('for_doing', ()))}(?:{adverb})?$"
        )

    def is_proposed(self, left: str) -> bool:
        """Whether a verb says what a proposal or a law would do: "approved a plan to leave"."""
        return self.proposed.search(left) is not None

    def is_supposed(self, masked: str, verb: Verb) -> bool:
        """Whether a verb says when something else applies: "once it is in force".

        Args:
            masked: The masked text of the sentence.
            verb: The verb.
        """
        is_now = self.is_now.match(verb.of(masked).partition(" ")[0] + " ") is not None
        return is_now and self.supposed.search(masked, 0, verb.start) is not None

    def before_another(self, masked: str, start: int, end: int) -> Aspect | None:
        """Return the aspect of a step that needs another first: "cannot be signed before".

        Args:
            masked: The masked text of the sentence.
            start: Where the verb starts.
            end: Where it ends.
        """
        match = self._not_yet.search(masked, 0, start)
        if match is None or self._until.match(masked, end) is None:
            return None
        return Aspect("expected", is_passive=match["be"] is not None)

    def is_no_report(self, masked: str, verb: Verb, tenses: set[str]) -> bool:
        """Whether a verb says when something else happens, or what happened several times.

        Args:
            masked: The masked text of the sentence.
            verb: The verb.
            tenses: The tenses that its form may be.
        """
        left = masked[: verb.start]
        is_condition = self.is_condition(left, tenses) or self._until_then.search(left)
        is_repeated = self._again_before.search(left) or self._again_after.match(masked, verb.end)
        return bool(is_condition or is_repeated) or self.is_supposed(masked, verb)

    def is_condition(self, left: str, tenses: set[str]) -> bool:
        """Whether a verb says on which day something else happens: "the day on which it leaves".

        Args:
            left: The sentence up to the verb.
            tenses: The tenses that the form of the verb may be.
        """
        is_present = "present" in tenses and "past" not in tenses
        is_present = is_present or self._so.search(left) is not None
        return is_present and self._on_which.search(left) is not None

    def is_refused(self, left: str, tenses: set[str]) -> bool:
        """Whether a verb says what will not be done: "will not renew the treaty"."""
        return "base" in tenses and self._refused.search(left) is not None

    def is_possible(self, left: str) -> bool:
        """Whether a verb says what is only possible: "may sign the treaty"."""
        return self._possible.search(left) is not None

    def recurs(self, masked: str, start: int, end: int) -> bool:
        """Whether a verb reports what happens regularly: "is extended automatically"."""
        is_now = self.is_now.search(masked[:start]) is not None
        return is_now and self.recurring.match(masked, end) is not None

    def follows(self, left: str) -> bool:
        """Whether a gerund reports a further step: "joined on Tuesday, depositing"."""
        return left.rstrip().endswith(",") and not self.ahead.search(left)

    def is_needed(self, left: str) -> bool:
        """Whether a step requires something else first: "needs ten ratifications to"."""
        return self.needed.search(left) is not None

    def is_not_planned(self, left: str, tenses: set[str], *, is_passive: bool) -> bool:
        """Whether a verb that lies ahead is not a plan: "if Norway were to leave", "will not sign".

        Args:
            left: The sentence up to the verb.
            tenses: The tenses that the form of the verb may be.
            is_passive: Whether the verb is passive.
        """
        if self.doubted.search(left):
            return True
        match = self.not_planned.search(left)
        if match is None or not ("base" in tenses or is_passive):
            return False
        # Not "has still not ratified it".
        return bool(match["be"]) or not tenses & {"past", "participle"}
