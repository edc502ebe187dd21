"""A verb that reports a step of a treaty, with the parts of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.aspect_words import Aspect
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.listed_verbs import Act
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.found import FoundTreaty


@dataclass(frozen=True)
class ReadVerb:
    """A verb that may report a step, as its sentence uses it.

    Args:
        verb: The verb.
        subject: Its subject, if it is active and has one.
        aspect: Whether what it reports happened or lies ahead.
        stop: Where its clause ends at the latest.
        known: The treaty that the verb before it is about, if it continues that.
        may_be_passive: Whether its form may be a participle.
    """

    verb: Verb
    subject: Mention | None
    aspect: Aspect
    stop: int
    known: FoundTreaty | None
    may_be_passive: bool


@dataclass(frozen=True)
class StepReport:
    """A verb that reports a step of a treaty.

    Args:
        sentence: The sentence.
        verb: The verb.
        act: The act that it reports.
        aspect: Whether it happened or lies ahead.
        treaty: The treaty.
        performers: Who performs the act.
        stop: Where the clause of the verb ends at the latest.
        rule: The rule that found it.
        subject: The subject of the verb, if there is one.
        is_first: Whether it is the first step that its sentence reports.
        is_dated: Whether a day of the sentence may be its own.
        is_repeated: Whether the verb is only understood: "and the Senate on 5 May".
    """

    sentence: ReadSentence
    verb: Verb
    act: Act
    aspect: Aspect
    treaty: FoundTreaty
    performers: Sequence[Entity]
    stop: int
    rule: str
    subject: Mention | None = None
    is_first: bool = True
    is_dated: bool = True
    is_repeated: bool = False
