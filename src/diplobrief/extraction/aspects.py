"""Reads from the words around a verb whether it was done, is planned, or is ruled out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.aspect_words import COMPLETED, NOTHING, UNDER_WAY, Aspect, AspectWords
from diplobrief.extraction.conditions import Conditions
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon

_DAY: Final = MASKS["day"]
_NO_FUNCTION_WORD: Final = frozenset({"", ",", *MASKS.values()} - {_DAY})
"""What may end the text before a verb that has no words of its own there."""

_AT_START: Final = frozenset({"", "و"})
_NEGATED: Final = frozenset({"negative", "passive_negative"})
_NEAR: Final = 160
"""How many characters before a verb the words that belong to it may begin."""


class AspectReader:
    """Reads the aspects of verbs, using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        adverb = adverb_of(lexicon)
        self._words = AspectWords(lexicon)
        self._begins_with_verb = bool(lexicon.grammar.get("verb_first"))
        self._conditions = Conditions(lexicon)
        voted = rf"{alternatives(lexicon.words('voted_to'))}\s+$"
        on_day = rf"(?:{lexicon.optional('before_a_day')}{_DAY}++\s+)?"
        had = rf"{alternatives(lexicon.words('before_a_participle'))}\s+{on_day}$"
        auxiliary = re.compile(rf"(?<!\w)(?:{voted}|{had})")
        self._voted_to = re.compile(rf"(?<!\w){voted}")
        self._not = re.compile(rf"(?<!\w){alternatives(lexicon.words('not'))}\s+$")
        self._to_be = re.compile(rf"(?<!\w){alternatives(lexicon.words('to_be'))}\s+$")
        until = alternatives(lexicon.words("until"))
        self._until_day = re.compile(rf"[^.;,]{{0,40}}?(?<!\w){until}\s+{_DAY}")
        passive = alternatives(lexicon.words("passive"))
        self._passive = re.compile(rf"(?<![\w'’]){passive}\s+(?:{adverb}\s+)*$")
        wished = alternatives(lexicon.words("subjunctive"))
        self._subjunctive = re.compile(rf"(?<!\w){wished}\s+$")
        now = alternatives(lexicon.words("passive_now"))
        self._is_now = re.compile(rf"(?<!\w){now}\s+(?:{adverb}\s+)*$")
        after_not = alternatives(lexicon.words("after_not"))
        self._negation = re.compile(
            rf"(?:{alternatives(lexicon.grammar['negations'])})\s+(?:{adverb}\s+|{after_not}\s+)*$"
        )
        # "لم تصادق السويد بعد على المعاهدة", "سوئد هنوز معاهده را تصویب نکرده است"
        after_yet = alternatives(lexicon.words("prepositions"))
        self._yet = re.compile(
            rf"[^.;,]{{0,80}}?(?<!\w){alternatives(lexicon.words('yet'))}"
            rf"(?=\s*(?:$|[.,;:])|\s+{after_yet}{AFTER})"
        )
        self._still = re.compile(
            rf"(?<!\w){alternatives(lexicon.words('still'))}{AFTER}[^.;]{{0,120}}$"
        )
        self.condition: re.Pattern[str] = re.compile(
            rf"(?<!\w){alternatives(lexicon.words('conditions'))}\s+"
            rf"(?:{alternatives(lexicon.words('after_a_condition'))}\s+)?$",
            re.IGNORECASE,
        )
        self._before_verb: tuple[re.Pattern[str], ...] = (
            *self._words.patterns,
            self._conditions.decided,
            self._conditions.only,
            auxiliary,
        )

    def start_before(self, masked: str, start: int) -> int:
        """Return where the words that belong to a verb start before it: "is set to", "voted to".

        Args:
            masked: The masked text of the sentence.
            start: The offset of the first character of the verb.
        """
        if masked[:start].rstrip()[-1:] in _NO_FUNCTION_WORD:
            return start
        near = max(0, start - _NEAR)
        matches = (pattern.search(masked, near, start) for pattern in self._before_verb)
        return next((match.start() for match in matches if match), start)

    def of(self, masked: str, start: int, end: int, tenses: set[str]) -> Aspect:
        """Return the aspect that the words around a verb give it.

        Args:
            masked: The masked text of the sentence.
            start: The offset of the first character of the verb.
            end: The offset after its last character.
            tenses: The tenses that its form may be.
        """
        left = masked[:start]
        near = max(0, start - _NEAR)
        if tenses & _NEGATED:
            is_open = self._still.search(left, near) is not None
            is_passive = "negative" not in tenses
            return Aspect("expected", is_passive=is_passive) if is_open else NOTHING
        has_words = left.rstrip()[-1:] not in _NO_FUNCTION_WORD
        aspect = self._by_words(masked, start, end, tenses) if has_words else None
        return self._by_form(left, tenses) if aspect is None else aspect

    def _by_words(self, masked: str, start: int, end: int, tenses: set[str]) -> Aspect | None:
        """Return the aspect that the words before a verb give it, if they give it one."""
        left = masked[:start]
        near = max(0, start - _NEAR)
        ahead = self._words.aspect(left, tenses)
        if ahead is not None:
            return ahead
        if self._negation.search(left, near) or self._not.search(left, near):
            if self._yet.match(masked, end):
                return Aspect("expected")
            # "did not ratify it until November": it did then.
            happened = "base" in tenses and self._until_day.match(masked, end)
            return COMPLETED if happened else NOTHING
        undone = self._words.undone(left)
        if undone is not None:
            return Aspect(undone)
        if self._passive.search(left, near):
            return self._after_be(left, tenses)
        if self.condition.search(left, near):
            return Aspect("expected", is_passive=True)
        return self._decided(left, tenses)

    def _decided(self, left: str, tenses: set[str]) -> Aspect | None:
        """Return the aspect that a word of deciding gives a verb: "voted to ratify it"."""
        decided = self._conditions.decided.search(left)
        if decided is not None and "gerund" not in tenses:
            # "would become the third state to ratify it"
            return Aspect(self._words.status(left[: decided.start()]) or "completed")
        return COMPLETED if self._voted_to.search(left) else None

    def _by_form(self, left: str, tenses: set[str]) -> Aspect:
        """Return the aspect that the form of a verb alone gives it."""
        if tenses & {"past", "participle", "present"}:
            return Aspect(self._conditions.status_in(left, tenses))
        if "passive" in tenses:
            return Aspect("completed", is_passive=True)
        if tenses == {"base"} and self._begins_with_verb and left.strip() in _AT_START:
            return Aspect("scheduled")  # "يصوت البرلمان يوم الخميس"
        if tenses & {"future", "passive_future"}:
            return Aspect("scheduled", is_passive="passive_future" in tenses)
        return NOTHING

    def _after_be(self, left: str, tenses: set[str]) -> Aspect:
        if "gerund" in tenses:
            return UNDER_WAY
        if self._to_be.search(left) or tenses == {"base"}:
            return Aspect(None, is_passive=True)  # "to be opened", "was open"
        if self._subjunctive.search(left):
            return Aspect("expected", is_passive=True)
        tense = {"present"} if self._is_now.search(left) else set[str]()
        if self._conditions.status_in(left, tense) != "completed":
            # "once instruments are exchanged", "have been": the condition of another step
            return Aspect(None, is_passive=True)
        return Aspect("completed", is_passive=True)
