"""From a verb that tells a step to the step: its day, its parties, its vote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import day_of, status_on
from diplobrief.extraction.treaties.found import FoundStep
from diplobrief.extraction.votes import vote_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Aspect, Verb
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Act
    from diplobrief.extraction.reading import Reading, ReadSentence
    from diplobrief.extraction.treaties.found import FoundTreaty

_BY_BODIES: Final = frozenset({"parliamentary_approval", "committee_recommendation"})
_BODIES: Final = frozenset({"organ", "person", "unnamed"})


@dataclass(frozen=True)
class StepTelling:
    """A verb that tells a step of a treaty.

    Args:
        sentence: The sentence.
        verb: The verb.
        act: The act that it tells.
        aspect: Whether it happened or lies ahead.
        treaty: The treaty.
        performers: Who performs the act.
        stop: Where the clause of the verb ends at the latest.
        rule: The rule that found it.
    """

    sentence: ReadSentence
    verb: Verb
    act: Act
    aspect: Aspect
    treaty: FoundTreaty
    performers: Sequence[Entity]
    stop: int
    rule: str


def step_of(telling: StepTelling, reading: Reading) -> FoundStep | None:
    """Return the step that a verb tells, if there is any.

    Args:
        telling: The verb.
        reading: The page.

    Returns:
        The step, or `None` if nobody can have done it, or if no passage shows where it is.
    """
    act, performers = telling.act, telling.performers
    bodies = [entity for entity in performers if entity.kind in _BODIES]
    if act.kind in _BY_BODIES and performers and not bodies:
        return None
    day = day_of(telling.sentence, telling.verb, telling.stop)
    evidence = reading.evidence(telling.sentence, 0, _end_of_passage(telling, day))
    if evidence is None:
        return None
    is_ahead = telling.aspect.status in {"scheduled", "expected"}
    date, written = reading.date_of(day, telling.sentence, ahead=is_ahead)
    states = [entity.state for entity in performers]
    return FoundStep(
        act.kind,
        _status(telling, reading, day, date),
        telling.rule,
        [evidence],
        date,
        written,
        [*dict.fromkeys(state for state in states if state is not None)],
        bodies,
        vote_in(telling.sentence.text) if act.kind == "parliamentary_approval" else None,
    )


def _end_of_passage(telling: StepTelling, day: Day | None) -> int:
    """Return the end of the sentence, or of the clause before another day than that of the step."""
    sentence = telling.sentence
    end = max(telling.verb.end, day.end if day else 0)
    other = next((other for other in sentence.days if other.start >= end), None)
    comma = sentence.masked.rfind(",", end, other.start) if other else -1
    return comma if comma >= 0 else len(sentence.text.rstrip(" .;"))


def _status(telling: StepTelling, reading: Reading, day: Day | None, date: str | None) -> str:
    if telling.act.status:
        return telling.act.status
    status = telling.aspect.status or "completed"
    is_of_treaty = telling.act.subject == "treaty"
    left = telling.sentence.masked[: telling.verb.start]
    if is_of_treaty and status == "completed" and telling.act.is_present(telling.verb.form):
        status = "scheduled" if day is not None else "expected"
    status = status_on(status, day, left)
    if is_of_treaty and date and status in {"scheduled", "expected"}:
        is_past = reading.anchor is not None and date < reading.anchor.isoformat()
        return "completed" if is_past else "scheduled"
    return status
