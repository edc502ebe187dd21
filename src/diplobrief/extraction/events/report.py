"""The noun of an event in its sentence, and whether enough is known about the event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.events.sides import side_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.circumstances import Circumstances
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.events.phrases import NounPhrase
    from diplobrief.extraction.sentences import ReadSentence

_CHANGED: Final = frozenset({"postponed", "cancelled"})
_OF_SOMEBODY: Final = frozenset({"election", "referendum", "summit", "ceremony", "ceasefire"})
"""Kinds of events that a noun alone only reports with participants or a place."""

_OF_TWO: Final = frozenset({"negotiation_round"})
_BODIES: Final = frozenset({"organ", "organization", "group"})
_SEVERAL: Final = _BODIES | {"unnamed"}


@dataclass
class EventReport:
    """The noun of an event in its sentence.

    Args:
        sentence: The sentence.
        row: The row of the noun in the lexicon.
        kind: The kind of event.
        phrase: The words before the noun.
        end: The offset after the noun.
        around: With whom, where and when, by the words after it.
        status: How far the event has come.
        rule: What reports the event: `noun` for the noun alone, `subject` for a verb of which it is
            the subject, `object` for one of which it is the object.
        subjects: The participants that are the subject of the sentence, each with the role.
        is_attended: Whether the subject does something at the event: "said during a meeting".
        is_present: Whether the verb is in the present: "Norway holds an election on 3 June".
        is_talks: Whether the noun means negotiations if only states take part: "talks".
        is_round: Whether it is only called a round: "The previous round was held in May".
        noun: Where the noun itself is.
        is_one: Whether the noun has an indefinite article, or none.
        verb: The form of the verb whose subject the event is.
        is_over: Whether the verb reports that it ends: "ended a visit".
        count: How many events there were: "two rounds of talks".
    """

    sentence: ReadSentence
    row: Mapping[str, Any]
    kind: str
    phrase: NounPhrase
    end: int
    around: Circumstances
    status: str = "completed"
    rule: str = "noun"
    subjects: dict[Entity, str | None] = field(default_factory=dict["Entity", "str | None"])
    is_attended: bool = False
    is_present: bool = False
    is_talks: bool = False
    is_round: bool = False
    noun: tuple[int, int] = (0, 0)
    is_one: bool = False
    is_over: bool = False
    count: int | None = None
    verb: str | None = None

    @property
    def day(self) -> Day | None:
        """The day of the event."""
        return self.around.day or self.phrase.day

    @property
    def is_changed(self) -> bool:
        """Whether the event was postponed or cancelled."""
        return self.status in _CHANGED

    @property
    def is_vague(self) -> bool:
        """Whether the page only names the event, without a day: "Berg's visit to Oslo"."""
        return self.rule == "noun" and self.day is None and not self.is_attended

    @property
    def participants(self) -> dict[Entity, str | None]:
        """The participants, each with the role."""
        role = next(iter(self.row.get("roles", ())), None)
        if self.kind == "visit":
            partners = [] if self.around.has_others else self.around.partners
            if self.subjects and partners and all(each.kind == "state" for each in partners):
                # "left for a tour of Norway and Sweden"
                return dict.fromkeys(self.subjects, role) | dict.fromkeys(partners)
            guests = self.phrase.owners or self.around.agents or partners or [*self.subjects]
            return dict.fromkeys(guests, role)
        if self.row.get("of_subject"):
            if self.rule == "object" and self.around.agents:
                # "The Council heard a briefing by the envoy"
                return dict.fromkeys(self.around.agents, role) | dict.fromkeys(self.subjects)
            return dict.fromkeys(self.subjects, role)
        if self.rule == "noun" and self.around.partners and not self.around.has_others:
            self.subjects = {}
        partners = [*self.around.partners, *self.around.companions]
        if len(partners) == 1 and partners == self.around.agents and not self.row.get("alone"):
            partners = []  # "a meeting convened by the Secretary-General", of whom is open
        others = [*self.phrase.owners, *self.phrase.states, *partners]
        if self.row.get("alone") and self._are_named(others) and self.rule == "noun":
            return dict.fromkeys(map(side_of, others), role)
        return dict.fromkeys(map(side_of, others), role) | {
            side_of(actor): each for actor, each in self.subjects.items()
        }

    def _are_named(self, others: Collection[Entity]) -> bool:
        """Whether any of the others is more than a companion of the subject."""
        return bool(others) and not (self.is_attended and {*others} <= {*self.around.companions})

    def is_complete(self) -> bool:
        """Whether enough is known about the event to suggest it."""
        row, participants = self.row, self.participants
        if self.kind == "visit":
            is_reported = self.rule != "noun" and (self.day is not None or self.is_changed)
            # "during Berg's first trip there"
            is_own = bool(self.phrase.owners) and self.day is not None
            is_tour = self.is_attended and (len(participants) > 1 or is_own)
            return bool(participants) and (bool(self.around.place) or is_reported or is_tour)
        if row.get("of_subject"):
            return bool(participants) and self._is_one_of_subject()
        if row.get("needs_verb") and self.rule == "noun" and not self.around.partners:
            return False
        if row.get("alone"):
            return self._is_complete_alone()
        if "object" in row:
            return self.day is not None and bool(participants)
        if row.get("owned"):
            is_over = self.verb in row.get("subject_of", ())
            has_owner = self.rule == "object" or (
                self.rule == "subject" and (self.phrase.owners or is_over)
            )
            return self.day is not None and bool(has_owner)
        if self.kind == "session" and self.is_attended and self._is_of_legislature():
            return False  # A law was adopted "at a sitting": that is what the page reports.
        return self._has_participants()

    def _is_of_legislature(self) -> bool:
        return bool(self.subjects) and all(each.category == "legislature" for each in self.subjects)

    def _is_one_of_subject(self) -> bool:
        is_one = self.rule != "noun" or self.is_one
        return is_one and (self.day is not None or not self.row.get("day"))

    def _is_complete_alone(self) -> bool:
        if "subject_of" in self.row:
            return self.day is not None and self.verb in self.row["subject_of"]
        if self.rule == "object" and self.participants:
            return True
        # Where the verb begins its clause, a noun alone may be its subject.
        is_alone = self.rule == "noun" and not self.sentence.lexicon.grammar.get("verb_first")
        if is_alone and self.kind in _OF_SOMEBODY and not self._is_of_somebody():
            return False  # "since the election of 3 May": background
        is_enough = self.rule != "noun" or bool(self.row.get("vague"))
        return self.day is not None and (is_enough or self.day.is_definite)

    def _is_of_somebody(self) -> bool:
        return bool(self.participants or self.around.place or self.phrase.place)

    def _has_participants(self) -> bool:
        participants = self.participants
        if self.rule == "noun" and self.day is None:
            if self.kind == "session" and self.is_attended and self.is_one:
                return any(actor.kind in _BODIES for actor in self.around.partners)
            if self.kind in _OF_TWO and not self.around.place:
                return False  # "There are negotiations with Norway": nobody says when or where.
            people = [actor for actor in self.around.partners if actor.kind == "person"]
            is_certain = bool(self.around.place) or len(people) > 1
            is_certain = is_certain or (self.is_attended and self.around.has_others)
            return len(participants) > 1 and is_certain
        if len(participants) > 1:
            return True
        is_reported = self.rule != "noun" or bool(
            self.phrase.owners or self.around.partners or self.is_attended
        )
        return is_reported and any(
            actor.kind in _SEVERAL or role == "chair" for actor, role in participants.items()
        )
