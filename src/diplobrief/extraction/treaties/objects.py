"""Finds the treaty that a verb is about: its object, its subject, or the last one named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.coordination import joined_before
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.treaties.object_wording import ObjectWording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.listed_verbs import Act
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.found import FoundTreaty
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.wording import StepWording

_TREATY: Final = MASKS["treaty"]
_INSERTED: Final = re.compile(
    rf",(?:[^,]{{0,20}}\d[^,]{{0,40}},){{1,3}}|,\s*{MASKS['day']}+\s*,|\([^()]{{0,60}}\)"
)
"""An insertion between a verb and its object: ", by 44 votes to 9,", ", on Monday,"."""

_OWNING: Final = ("'s ", "’s ")
_BREAK: Final = re.compile(rf"[,;]|{ACTOR}")
_BODIES: Final = frozenset({"state", "organization", "organ", "group"})
_APPROVALS: Final = frozenset({"parliamentary_approval", "government_approval"})
_NEAR: Final = 100
_FAR: Final = 160
_NEAR_LAW: Final = 40
_LONGEST_BEFORE_COMMA: Final = 40
_BESIDE: Final = 30
_SUBJECT_NEAR: Final = 20


class TreatyOfVerb:
    """Finds the treaty that a verb is about, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
        wording: How its steps are worded.
    """

    def __init__(self, lexicon: Lexicon, wording: StepWording) -> None:
        words = lexicon.data["steps"]["wording"]
        self._wording = wording
        self._objects = ObjectWording(lexicon)
        self._grammar = grammar_of(lexicon)
        self._omits_pronouns = bool(lexicon.grammar.get("omits_pronouns"))
        self._laws = frozenset(words["laws"])
        self._object_pronouns = frozenset(lexicon.data["people"]["object_pronouns"])
        self._subject_pronouns = frozenset(lexicon.data["people"]["thing_pronouns"])
        self._withdrawn = frozenset(words["withdrawn"])
        self._short = frozenset(words["short"])
        self._voting = frozenset(words["voting"])
        self._specific = frozenset(words.get("specific", ()))
        self._without_object = frozenset(words.get("without_object", ()))
        self._no_passive = self._without_object | {*words.get("no_passive", ())}
        self._from = frozenset(lexicon.words("from"))
        self._several = frozenset(words.get("several", ()))
        self._giving = frozenset(words.get("giving", ()))
        self._needs_no_object = "after_no_object" not in words

    def as_subject(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb
    ) -> FoundTreaty | None:
        """Return the treaty that is the subject of a verb: "the treaty entered into force"."""
        inner = next((m for m in sentence.mentions if verb.start < m.start < verb.end), None)
        if inner is not None:
            return treaties.of(inner) if inner.kind == "treaty" else treaties.last
        before = self._without_amended(sentence, treaties_before(sentence, verb.start))
        if not before and self._grammar.follows_verb:
            # "Entró en vigor el tratado."
            following = _treaty_after(sentence, verb.end, verb.end + _SUBJECT_NEAR)
            if following is not None:
                return treaties.of(following)
        if not before:
            is_fragment = _continues(sentence) and not sentence.masked[: verb.start].strip()
            # "Entrará en vigor en mayo."
            is_omitted = self._omits_pronouns and not sentence.masked[: verb.start].strip()
            is_same = is_fragment or is_omitted or self._is_pronoun_before(sentence, verb)
            return treaties.last if is_same else None
        is_law = before[-1].name.lower().split()[-1] in self._laws
        if is_law or self._is_of_law(sentence, before):
            # A law that takes effect is not the treaty.
            return None
        between = sentence.masked[before[-1].end : verb.start]
        if self._objects.another_subject.search(between):
            # "signed the treaty, and a pause takes effect"
            return None
        is_within = self._objects.of_a_treaty.search(sentence.masked[: before[-1].start])
        if self._objects.of_exit.search(sentence.masked[: before[-1].start]):
            # "the withdrawal from the treaty, which takes effect in May"
            return None
        is_clause = self._objects.which.match(between) or self._is_pronoun_before(sentence, verb)
        if is_within and not is_clause:
            return None
        return treaties.of(before[-1])

    def as_object_before(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb
    ) -> FoundTreaty | None:
        """Return the treaty that a passive verb or a participle is about."""
        before = treaties_before(sentence, verb.start)
        if verb.form in self._no_passive or verb.form.split()[-1] in self._from:
            return None
        if before and self._is_within_another(sentence, before[-1]):
            return None
        before = self._without_amended(sentence, before)
        if before and verb.start - before[-1].end < _NEAR:
            return treaties.of(before[-1])
        left = sentence.masked[: verb.start]
        if before and self._objects.subject_at_start.match(left):
            # "The treaty, which had been signed in Geneva, was ratified in May."
            return treaties.of(before[0])
        if self._grammar.follows_verb:
            # "Ayer se firmó en Oslo el tratado"
            near = _treaty_after(sentence, verb.end, verb.end + _NEAR)
            if near is not None:
                return treaties.of(near)
        if self._wording.at_start.match(left) or self._grammar.condition.search(left):
            opened = self._objects.opened.match(sentence.masked, verb.end)
            after = _treaty_after(sentence, verb.end, len(sentence.masked))
            following = treaties.of(
                after or (sentence.mention_at(opened.end()) if opened else None)
            )
            continues = _continues(sentence) or self._objects.then_it.match(
                sentence.masked, verb.end
            )
            return following or (treaties.last if continues else None)
        is_same = self._is_pronoun_before(sentence, verb)
        first = sentence.mentions[0] if sentence.mentions else None
        stand_for_it = first is not None and first.start == 0 and first.name in self._several
        return treaties.last if is_same or stand_for_it else None

    def is_of_step(self, sentence: ReadSentence, verb: Verb, rule: str) -> bool:
        """Whether a verb is about a step of a treaty: "the signing of the treaty was cancelled"."""
        if rule != "passive":
            return self._objects.step_as_object.match(sentence.masked, verb.end) is not None
        before = treaties_before(sentence, verb.start)
        left = sentence.masked[: before[-1].start] if before else ""
        return self._objects.step_as_subject.search(left) is not None

    def _is_of_law(self, sentence: ReadSentence, before: Sequence[Mention]) -> bool:
        """Whether the last treaty belongs to a law before it: "Закон о денонсации договора"."""
        if len(before) == 1 or before[-2].type != "reference":
            return False
        between = sentence.masked[before[-2].end : before[-1].start]
        return self._objects.of_law.fullmatch(between) is not None

    def _without_amended(self, sentence: ReadSentence, before: list[Mention]) -> list[Mention]:
        """Return the treaties without one that another amends: "the protocol amending it"."""
        left = sentence.masked[: before[-1].start] if len(before) > 1 else ""
        return before[:-1] if self._objects.amending.search(left) else before

    def as_object(
        self,
        sentence: ReadSentence,
        treaties: Treaties,
        verb: Verb,
        subject: Mention | None,
        stop: int,
    ) -> FoundTreaty | None:
        """Return the treaty that is the object of a verb."""
        inner = next((m for m in sentence.mentions if verb.start < m.start < verb.end), None)
        if inner is not None:
            return treaties.last if inner.kind == "pronoun" else treaties.of(inner)
        has_pronoun = self._has_pronoun(sentence, verb)
        takes_object = verb.form not in self._without_object
        far = min(stop, verb.end + _FAR)
        after = _treaty_after(sentence, verb.end, far) if takes_object else None
        if after is not None and self._objects.says_that.match(
            sentence.masked, verb.end, after.start
        ):
            # "announced, hours after the minister had left, that it was ending the treaty"
            after = None
        if after is not None and any(
            pattern.match(sentence.masked, verb.end, after.start)
            for pattern in (
                self._objects.other_object,
                self._objects.next_clause,
                self._objects.negated,
                self._objects.statement,
            )
        ):
            return None
        if after is not None and not has_pronoun:
            return treaties.of(after)
        start = subject.start if subject is not None else verb.start
        first = joined_before(sentence, subject)[0].start if subject is not None else start
        relative = self._wording.relative.search(sentence.masked[:first])
        if relative:
            return treaties.of(sentence.mention_at(relative.start("treaty")))
        following = sentence.mention_at(verb.end + 1)
        is_pronoun = following is not None and following.name in self._object_pronouns
        if is_pronoun or (has_pronoun and treaties.last is not None):
            return treaties.last
        is_free = self._grammar.has_verb_last or self._grammar.has_free_order
        if is_free or start > verb.start:
            before = treaties_before(sentence, verb.start)
            return treaties.of(before[-1]) if before else None
        return None

    def implied(
        self,
        sentence: ReadSentence,
        treaties: Treaties,
        verb: Verb,
        act: Act,
        performers: Sequence[Entity],
    ) -> FoundTreaty | None:
        """Return the last treaty if a verb needs no object: "signed in Geneva on May 3"."""
        if self.has_other_object(sentence, verb):
            return None
        if act.object in {"addressee", "instrument", "instruments", "last", "reservation", "vote"}:
            return treaties.last
        head, masked = verb.form.split()[0], sentence.masked
        has_day = any(day.start >= verb.end for day in sentence.days)
        is_body = not performers or any(each.kind in _BODIES for each in performers)
        # "The minister left on Friday" tells no step.
        is_leaving = (
            is_body
            and verb.form in self._withdrawn
            and (self._needs_no_object or self._objects.no_object.match(masked, verb.end))
        )
        if verb.form in self._specific and self._objects.no_object.match(masked, verb.end):
            return treaties.last
        is_short = {head, verb.form} & self._short and self._objects.place_or_day.match(
            masked, verb.end if " " not in verb.form else verb.end - 3
        )
        gives = head in self._giving and act.kind in _APPROVALS
        if has_day and (is_leaving or is_short or gives or head in self._voting):
            return treaties.last
        last = treaties.last.last_reported if treaties.last else None
        is_same = last is not None and last.kind == act.kind and is_body
        if is_same and self._objects.too.match(masked, verb.end):
            # "Finland is preparing to quit, too."
            return treaties.last
        implies = self._objects.ratification.match(masked, verb.end)
        has_voted = self._wording.voted.search(masked[: verb.start])
        return treaties.last if implies or has_voted else None

    def has_other_object(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether the object of a verb is a document, but not a treaty: "signed a letter"."""
        others = (self._objects.other_object, self._objects.attempt, self._objects.negated)
        return any(each.match(sentence.masked, verb.end) for each in others)

    def _is_within_another(self, sentence: ReadSentence, treaty: Mention) -> bool:
        """Whether a verb is about something of a treaty: "talks on it", "the treaty's articles"."""
        objects, left = self._objects, sentence.masked[: treaty.start]
        is_owner = sentence.masked.startswith(_OWNING, treaty.end)
        return is_owner or any(p.search(left) for p in (objects.talks_on, objects.of_proposal))

    def _has_pronoun(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a pronoun is the object of a verb, perhaps within it: "will take them up"."""
        written = " ".join(verb.of(sentence.masked).lower().split())
        return written != verb.form or self._wording.has_pronoun_as_object(
            sentence.masked, verb.start, verb.end
        )

    def _is_pronoun_before(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether "it" directly precedes a verb and its auxiliaries."""
        return any(
            mention.name in self._subject_pronouns
            and 0 <= verb.start - mention.end < _BESIDE
            and not _BREAK.search(sentence.masked, mention.end, verb.start)
            for mention in sentence.mentions
            if mention.kind == "pronoun"
        )


def _continues(sentence: ReadSentence) -> bool:
    """Whether a sentence continues the previous one: "signed in May; ratified in June"."""
    before = sentence.sentence.block.text[: sentence.sentence.start].rstrip()
    return before.endswith(";") or sentence.text[:1].islower()


def treaties_before(sentence: ReadSentence, offset: int) -> list[Mention]:
    """Return the treaties that a sentence mentions before an offset."""
    return [m for m in sentence.mentions if m.kind == "treaty" and m.end <= offset]


def _treaty_after(sentence: ReadSentence, start: int, stop: int) -> Mention | None:
    found = sentence.masked.find(_TREATY, start, stop)
    if found < 0:
        return None
    between = _INSERTED.sub("", sentence.masked[start:found])
    including = sentence.lexicon.before("including")
    between = re.sub(rf",\s+{including}.*", "", between)
    is_another_clause = "," in between and len(between) > _LONGEST_BEFORE_COMMA
    mention = sentence.mention_at(found)
    if is_another_clause or mention is None:
        return None
    if mention.type == "reference":
        # "the law that ratifies the treaty"
        other = sentence.masked.find(_TREATY, mention.end, min(stop, mention.end + _NEAR_LAW))
        between = sentence.masked[mention.end : other]
        if other >= 0 and "," not in between and sentence.mention_at(other) is not None:
            return sentence.mention_at(other)
    return mention
