"""Checks that a verb has the object, the addressee or the numbers that its act needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.votes import vote_reader_of

if TYPE_CHECKING:
    from diplobrief.extraction.aspect_words import Aspect
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.listed_verbs import Act
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.wording import StepWording

_NEAR: Final = 80
_FAR: Final = 160
_VOTE: Final = "vote"


class Needs:
    """Checks what is around verbs, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
        wording: How its steps are worded.
    """

    def __init__(self, lexicon: Lexicon, wording: StepWording) -> None:
        words = lexicon.data["steps"]["wording"]
        self._wording = wording
        on_day = lexicon.optional("before_a_day_or_month")
        by = lexicon.before("by")
        self._numbers = re.compile(rf"(?:,|\s+{on_day}{MASKS['day']}+,?)\s+{by}\d")
        self._before_decision = frozenset(words["before_decision"])
        self._addressees = bool(words.get("addressees"))
        self._parliamentary = frozenset(words.get("parliamentary", ()))

    def fits(
        self, sentence: ReadSentence, verb: Verb, subject: Mention | None, act: Act, aspect: Aspect
    ) -> bool:
        """Whether the words around a verb fit the act that it would report.

        Args:
            sentence: The sentence.
            verb: The verb.
            subject: Its subject, if it is active and has one.
            act: The act.
            aspect: Whether what it reports happened or lies ahead.
        """
        if act.kind == "notification" and self._wording.of_leaving.match(sentence.masked, verb.end):
            # The notice of a withdrawal is the withdrawal, which its noun reports.
            return False
        if not self._has_what_it_needs(sentence, verb, subject, act, aspect):
            return False
        if act.object in {"instrument", "instruments"}:
            near = sentence.text[max(0, verb.start - _NEAR) : verb.end + _NEAR]
            return self._wording.instrument.search(near) is not None
        if aspect.status == "completed" and act.verb in self._before_decision:
            # What a chamber does before it decides reports a step only if it lies ahead.
            return act.is_present(verb.form) and not sentence.sentence.block.is_heading
        if subject is None or subject.kind != "pronoun":
            return True
        if act.kind == "acceptance":
            return False
        # "denied that it had ratified it", "the treaty, which it had been due to approve"
        is_reported = aspect.status == "completed"
        left = sentence.masked[: subject.start]
        if is_reported and not self._wording.denied.search(left):
            return True
        aside = self._wording.relative_pronoun if is_reported else self._wording.relative
        return aside.search(sentence.masked[: subject.start]) is None

    def _is_vote(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether the numbers of a vote follow a verb: "agreed on 3 May, by 80 votes to 3"."""
        follows = self._numbers.match(sentence.masked, verb.end) is not None
        return follows and vote_reader_of(sentence.lexicon).read(sentence.text) is not None

    def _has_what_it_needs(
        self, sentence: ReadSentence, verb: Verb, subject: Mention | None, act: Act, aspect: Aspect
    ) -> bool:
        """Whether a verb has the addressee or the numbers that its act needs: "sent it to them"."""
        if act.kind == "parliamentary_approval" and act.subject == "treaty":
            # "The treaty failed in the Senate."
            return self._names_chamber(sentence, verb)
        if act.object == _VOTE:
            return self._is_vote(sentence, verb)
        is_parliamentary = verb.form.split()[0] in self._parliamentary
        if act.kind == "committee_recommendation" and act.to:
            is_of_house = self._wording.to_plenary.match(sentence.masked, verb.end) is not None
            return is_of_house or self._names_chamber(sentence, verb)
        if act.kind == "submission" and self._parliamentary:
            # "Norway introduced the text": perhaps at a conference.
            is_of_state = subject is not None and subject.kind == "state"
            is_clear = is_parliamentary and not is_of_state
            return is_clear or self._names_chamber(sentence, verb)
        needs_addressee = act.object == "addressee" and self._addressees
        if not needs_addressee or aspect.is_passive:
            return True
        return self._wording.addressee.match(sentence.masked, verb.end) is not None

    @staticmethod
    def _names_chamber(sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a parliament follows a verb: "sent the treaty to the Senate"."""
        return any(
            is_legislature(entity)
            for mention in sentence.mentions
            # Not "sent it to the king": "it" may be a parliament as well.
            if verb.start <= mention.start < verb.end + _FAR and mention.kind != "pronoun"
            for entity in sentence.actors_of(mention)
        )
