"""Finds who performs a verb that reports an event or an act."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clauses import first_actor, grammar_of
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS
from diplobrief.extraction.participles import several_before
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_ACTORS: Final = frozenset(MASKS[kind] for kind in ACTORS)
_PLURAL: Final = _ACTORS | {MASKS["pronoun"]}
_IN_BRACKETS: Final = re.compile(r"\([^()]{1,20}\)\Z")
_PEOPLE: Final = frozenset({"person", "office", "unnamed"})
_BODIES: Final = frozenset({"state", "organ", "organization"})


class PerformerFinder:
    """Finds who performs a verb, using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._grammar = grammar_of(lexicon)
        self._new_clause = circumstance_finder_of(lexicon).new_clause
        self._of_several = re.compile(rf"\s+{leading(lexicon.words('of_several'))}")
        article = lexicon.optional("articles")
        self._gerunds = tuple(lexicon.words("gerund_endings")) or ("\0",)
        self._opening = re.compile(rf"[^;:.]{{1,140}}?,\s+{article}(?={ACTOR})")
        who = alternatives(lexicon.words("relatives_of_people"))
        had = lexicon.optional("before_a_participle")
        self._who = re.compile(rf"(?P<actor>{ACTOR})+,?\s+{who}\s+{had}\Z")
        # "Ann Lee, Minister of the Interior of Norway, who is in Oslo": she is.
        self._apposition = re.compile(r"[^;:]*,\s[^,;:]{1,80}")
        self._doing = re.compile(rf"(?<!\w){alternatives(lexicon.words('before_a_doing'))}\s+\Z")
        self._owned = re.compile(rf"['’]s?\s+(?:(?:[\w-]+\s+){{0,3}}[a-z-]+,\s+)?(?={ACTOR}+,)")
        inviting = alternatives(lexicon.words("inviting"))
        purposes = alternatives(lexicon.words("purposes"))
        self._invited = re.compile(
            rf"(?<!\w){inviting}\s[^;:.]{{0,80}}?(?P<guest>{ACTOR})+(?:,[^,;:.]{{1,60}},)?\s+"
            rf"(?:{purposes})\s+\Z"
        )

    def find(
        self, sentence: ReadSentence, verb: Verb, *, is_purpose: bool = False
    ) -> tuple[int, list[Entity]]:
        """Return where the subject of a verb starts, and its actors; none if it is not certain.

        Args:
            sentence: The sentence.
            verb: The verb.
            is_purpose: Whether it gives the purpose of something else that its subject did.
        """
        subject = self._subject(sentence, verb)
        if is_purpose:
            subject = self._holder(sentence, first_actor(sentence, verb.start))
        if subject is None or subject.kind == "adjective":
            return verb.start, []
        if subject.kind == "both" and self._of_several.match(sentence.masked, subject.end):
            return verb.start, []  # "leaders of 47 states", who were not named before
        subject = self._of_main_clause(sentence, verb, subject)
        if subject.name == "it" and subject.kind == "pronoun":
            # In a report, "it" is the one who speaks: "Norway said it would".
            speaker = self._last_of_name(sentence, first_actor(sentence, subject.start))
            if speaker is not None and speaker.kind in _BODIES:
                return subject.start, performers_of(sentence, speaker)
        return subject.start, performers_of(sentence, subject)

    def _holder(self, sentence: ReadSentence, first: Mention | None) -> Mention | None:
        """Return Moe from "Berg's deputy, Ann Moe, had summoned", instead of Berg."""
        named = self._owned.match(sentence.masked, first.end) if first else None
        holder = sentence.mention_at(named.end()) if named else None
        return holder or first

    @staticmethod
    def _last_of_name(sentence: ReadSentence, first: Mention | None) -> Mention | None:
        """Return the Council from "the UN Security Council", instead of the UN."""
        last = first
        while last is not None and sentence.masked[last.end : last.end + 1] == " ":
            following = sentence.mention_at(last.end + 1)
            if following is None or following.kind not in _BODIES:
                break
            last = following
        return last

    def _subject(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        who = self._who.search(sentence.masked, 0, verb.start)
        if who is not None:
            # "met Ann Lee, who is in Oslo"
            return self._person_who(sentence, sentence.mention_at(who.start("actor")))
        several = several_before(sentence, verb)
        if several is not None and verb.form.split()[0].endswith(self._gerunds):
            return several
        if verb.start == 0 and verb.form.split()[0].endswith(self._gerunds):
            following = self.after_opening(sentence)
            if following is not None:
                return following
        participle = self._grammar.subject_of_participle(sentence, verb)
        if self._doing.search(sentence.masked, 0, verb.start) and participle is not None:
            return participle  # "told reporters after meeting Lee"
        return self._grammar.subject_of_act(sentence, verb, []) or participle

    def _person_who(self, sentence: ReadSentence, found: Mention | None) -> Mention | None:
        """Return the person with an office of a body that is directly before "who"."""
        if found is None or found.kind not in _BODIES:
            return found
        earlier = (each for each in sentence.mentions if each.end <= found.start)
        last = max(earlier, key=lambda each: each.end, default=None)
        if last is None or last.kind not in _PEOPLE:
            return found
        is_of = self._apposition.fullmatch(sentence.text[last.start : found.start])
        return last if is_of else found

    def after_opening(self, sentence: ReadSentence) -> Mention | None:
        """Return Berg from "Addressing the Council, Berg said"."""
        opening = self._opening.match(sentence.masked)
        return sentence.mention_at(opening.end()) if opening else None

    def guests(self, sentence: ReadSentence, verb: Verb) -> list[Entity]:
        """Return who is invited to do what a verb reports: "invited the minister to visit Oslo"."""
        match = self._invited.search(sentence.masked, 0, verb.start)
        guest = sentence.mention_at(match.start("guest")) if match else None
        return performers_of(sentence, guest) if guest else []

    def _of_main_clause(self, sentence: ReadSentence, verb: Verb, subject: Mention) -> Mention:
        """Return the Council from "The Council met after Norway had left, and adopted"."""
        joint = self._grammar.coordination_start(sentence, verb)
        if joint == verb.start or sentence.masked[joint] != ",":
            return subject
        clause = self._new_clause.search(sentence.masked, 0, subject.start)
        return (first_actor(sentence, clause.start()) if clause else None) or subject


def is_plural_present(sentence: ReadSentence, verb: Verb, tenses: set[str]) -> bool:
    """Whether a base form is in the present: its subject is directly before it.

    Args:
        sentence: The sentence, as in "the ministers meet on Monday".
        verb: The verb.
        tenses: The tenses that its form may be.
    """
    before = _IN_BRACKETS.sub("", sentence.masked[: verb.start].rstrip()).rstrip()
    return tenses == {"base"} and before[-1:] in _PLURAL


@cache
def performer_finder_of(lexicon: Lexicon) -> PerformerFinder:
    """Return the finder of performers for a lexicon."""
    return PerformerFinder(lexicon)
