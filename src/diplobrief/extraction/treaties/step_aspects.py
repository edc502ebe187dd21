"""Reads whether a step that a verb reports was taken, lies ahead, or was denied or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.mentions import ACTOR
from diplobrief.extraction.treaties.plans import Plans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.acting import ActOfVerb
    from diplobrief.extraction.treaties.wording import StepWording

_AHEAD: Final = frozenset({"scheduled", "expected"})
_BY_NOTICE: Final = frozenset({"withdrawal", "termination", "suspension"})


class StepAspects:
    """Reads the aspects of verbs that report steps, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
        wording: How its steps are worded.
        acting: Finds the act that a verb reports.
    """

    def __init__(self, lexicon: Lexicon, wording: StepWording, acting: ActOfVerb) -> None:
        self._acts = lexicon.acts("steps", "step")
        self._grammar = grammar_of(lexicon)
        self._plans = Plans(lexicon)
        self._wording = wording
        self._acting = acting

    def notice(self, sentence: ReadSentence, verb: Verb) -> int | None:
        """Return where the words for a notice begin before a verb: "gave notice that it would".

        Args:
            sentence: The sentence.
            verb: The verb.
        """
        if not any(act.kind in _BY_NOTICE for act, _ in self._acts[verb.form]):
            return None
        match = self._wording.notice.search(sentence.masked[: verb.start])
        return match.start() if match else None

    def subordinate(
        self,
        sentence: ReadSentence,
        verb: Verb,
        tenses: set[str],
        earlier: Sequence[tuple[Verb, Mention]],
    ) -> tuple[Mention | None, Aspect] | None:
        """Return the subject and the aspect of a verb that depends on another.

        It reports an order ("ordered her cabinet to leave it"), or what was done before
        ("after signing it").

        Args:
            sentence: The sentence.
            verb: The verb.
            tenses: The tenses that its form may be.
            earlier: The verbs before it in the sentence, with their subjects.
        """
        order = self._plans.ordered.search(sentence.masked[: verb.start])
        if order is not None and "base" in tenses:
            told = Verb(order.start(), order.end(), verb.form)
            return self._grammar.subject_of_act(sentence, told, earlier), Aspect("expected")
        joined = self._plans.joined.search(sentence.masked[: verb.start])
        if joined is not None and "base" in tenses and "past" not in tenses:
            told = Verb(joined.start(), joined.end(), verb.form)
            subject = self._grammar.subject_of_act(sentence, told, earlier)
            status = "scheduled" if joined["scheduled"] else "expected"
            return (subject, Aspect(status)) if subject is not None else None
        return self._praised(sentence, verb, tenses) or self._done_first(sentence, verb, tenses)

    def of(self, sentence: ReadSentence, verb: Verb, tenses: set[str]) -> Aspect:
        """Return whether what a verb reports happened, lies ahead, or did not happen.

        Args:
            sentence: The sentence.
            verb: The verb.
            tenses: The tenses that its form may be.
        """
        left = sentence.masked[: verb.start]
        is_heading = sentence.sentence.block.is_heading and "base" in tenses
        if is_heading and self._plans.headline_to.search(left):
            # In a headline: "Senate to vote on tax treaty".
            return Aspect("scheduled")
        waiting = self._plans.before_another(sentence.masked, verb.start, verb.end)
        if waiting is not None:
            return waiting
        is_no_report = self._plans.is_no_report(sentence.masked, verb, tenses)
        if is_no_report or self.is_proposed(left, verb.form):
            # "once it is in force", "approved a plan to leave the treaty"
            return Aspect(None)
        aspect = self._of_plans(sentence, verb, tenses)
        if aspect.status == "completed" and self._plans.denied.search(left):
            return replace(aspect, status="denied")
        if sentence.is_entry_ahead and aspect.status == "completed" and "past" not in tenses:
            # An entry of a chronology: "22 May: the Senate votes on the treaty."
            return replace(aspect, status="scheduled")
        if self._acting.is_reflexive_passive(sentence, verb):
            return replace(aspect, is_passive=True)
        return aspect if aspect.status else self._by_words(left, tenses, aspect)

    def _praised(
        self, sentence: ReadSentence, verb: Verb, tenses: set[str]
    ) -> tuple[Mention | None, Aspect] | None:
        """Return who is praised for a step: "congratulated Norway on ratifying it"."""
        if "gerund" not in tenses:
            return None
        match = self._plans.praised.search(sentence.masked[: verb.start])
        mention = sentence.mention_at(match.start("actor")) if match else None
        return (mention, Aspect("completed")) if mention is not None else None

    def _done_first(
        self, sentence: ReadSentence, verb: Verb, tenses: set[str]
    ) -> tuple[Mention | None, Aspect] | None:
        """Return the subject of a verb for an earlier step: "after signing it"."""
        match = self._plans.done_first.search(sentence.masked[: verb.start])
        if match is None or not tenses & ({"gerund"} if match["after"] else {"past", "participle"}):
            return None
        first = match.start("having") if match["having"] else verb.start
        # Its subject is found like that of a gerund.
        gerund = match["having"] or verb.form
        subject = self._grammar.subject(sentence, Verb(first, verb.end, gerund.lower()), ())
        subject = subject or self._grammar.acting_before(sentence, first)
        return (subject, Aspect("completed")) if subject is not None else None

    def joined(
        self,
        sentence: ReadSentence,
        verb: Verb,
        tenses: set[str],
        aspect: Aspect,
        told: tuple[Verb, Aspect] | None,
    ) -> Aspect:
        """Return the aspect of an infinitive by that before it: "will debate and ratify it".

        Args:
            sentence: The sentence.
            verb: The verb.
            tenses: The tenses that its form may be.
            aspect: The aspect that the words before the verb alone give it.
            told: The verb before it, with its aspect.
        """
        # "put" may be a past or an infinitive.
        is_open = aspect.status is None or tenses >= {"base", "past"}
        if told is None or not is_open or "base" not in tenses or aspect.is_passive:
            return aspect
        before, ahead = told
        start = self._grammar.coordination_start(sentence, verb)
        between = {*sentence.masked[before.end : start]}
        is_joined = start < verb.start and not between & {*ACTOR, ",", ";"}
        return ahead if is_joined and ahead.status in _AHEAD and not ahead.is_passive else aspect

    def _of_plans(self, sentence: ReadSentence, verb: Verb, tenses: set[str]) -> Aspect:
        """Return the aspect by the words before a verb, also those for plans."""
        left = sentence.masked[: verb.start]
        aspect = self._grammar.aspect(sentence, verb, tenses)
        if aspect.status in {None, "scheduled"} and self._plans.awaited.search(left):
            # "Se espera que el Senado vote el tratado."
            fits = aspect.status or tenses & {"base", "present"}
            aspect = replace(aspect, status="expected" if fits else None)
        is_ahead = aspect.status in _AHEAD
        if is_ahead and self._plans.is_possible(left):
            # "could enter into force": not a plan.
            return replace(aspect, status=None)
        if is_ahead and self._plans.is_not_planned(left, tenses, is_passive=aspect.is_passive):
            return replace(aspect, status=None)
        if {act.kind for act, _ in self._acts[verb.form]} != {"extension"}:
            return aspect
        if aspect.status is None and self._plans.is_refused(left, tenses):
            return Aspect("rejected")
        recurs = self._plans.recurs(sentence.masked, verb.start, verb.end)
        return Aspect(None) if recurs else aspect

    def _by_words(self, left: str, tenses: set[str], aspect: Aspect) -> Aspect:
        """Return the aspect of a verb that alone reports nothing, by the words before it."""
        if tenses == {"gerund"} and self._plans.follows(left):
            # "joined the alliance, depositing its instrument"
            return Aspect("completed")
        if aspect.is_passive and self._plans.to_be.search(left):
            return replace(aspect, status="scheduled")
        if "base" in tenses and self._plans.is_needed(left):
            return Aspect("expected")
        return Aspect("completed") if self._plans.let.search(left) else aspect

    def is_proposed(self, left: str, form: str) -> bool:
        """Whether a verb says what a proposal or a bill would do: "a plan to leave the treaty".

        Args:
            left: The sentence up to the verb.
            form: The form of the verb.
        """
        is_of_treaty = any(act.subject == "treaty" for act, _ in self._acts[form])
        return not is_of_treaty and self._plans.is_proposed(left)
