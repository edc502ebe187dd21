"""Turns a verb that reports a step into the step, with its day, its parties and its vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.treaties.days_of_steps import (
    LENGTH_OF_DATE,
    date_of,
    is_of_earlier_step,
    is_of_effect,
    own_day_of,
    stated_day,
)
from diplobrief.extraction.treaties.found import FoundStep
from diplobrief.extraction.treaties.parties import parties_of
from diplobrief.extraction.treaties.timing_wording import timing_wording_of
from diplobrief.extraction.verb_days import status_on
from diplobrief.extraction.votes import vote_reader_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.treaties.reports import StepReport

_BY_BODIES: Final = frozenset({"parliamentary_approval", "committee_recommendation"})
_OF_THE_TREATY: Final = frozenset({"adoption", "opening_for_signature", "expiry"})
"""Kinds of steps that are of no party, but of the treaty as a whole."""

_REFUSALS: Final = frozenset({"rejected", "returned"})
_BODIES: Final = frozenset({"organ", "person", "unnamed"})


def step_of(report: StepReport, reading: Reading) -> FoundStep | None:
    """Return the step that a verb reports, if there is any.

    Args:
        report: The verb.
        reading: The page.

    Returns:
        The step, or `None` if nobody can have done it, or if no passage shows where it is.
    """
    act, performers = report.act, report.performers
    bodies = [entity for entity in performers if entity.kind in _BODIES]
    if act.kind in _BY_BODIES and performers and not bodies:
        return None
    is_ahead = _is_ahead(report)
    said = stated_day(report)
    evidence = reading.evidence(report.sentence, 0, _end_of_passage(report, said))
    if evidence is None or _is_only_imagined(report, said):
        return None
    day = own_day_of(report, said, is_ahead=is_ahead)
    date, written = date_of(report, reading, day, is_ahead=is_ahead)
    if act.status == "expected":
        # "signed a decree on 3 May on leaving it": the day of the decree
        day = date = written = None
    if is_ahead and day is not None and date and is_of_earlier_step(report, reading, day, date):
        day = date = None
    parties = parties_of(report, reading.lexicon)
    if not parties:
        parties = _states_of(performers, reading)
    if not parties and any(map(is_legislature, bodies)):
        # "Lawmakers ratified the treaty."
        parties = _home_of(bodies, reading)
    status = _status(report, reading, day, date)
    if status == "completed" and (_is_before_decision(report) or _is_only_said(report)):
        return None
    if status == "completed" and is_of_effect(report, reading, day, date):
        date = None
    if status == "postponed" and report.aspect.status != status and day is not None:
        date, written = None, day.text
    # "For Norway, the treaty ceases to apply in May."
    is_exit = act.kind == "expiry" and bool(parties)
    return FoundStep(
        "withdrawal" if is_exit else act.kind,
        status,
        report.rule,
        [evidence],
        date,
        written,
        [] if act.kind in _OF_THE_TREATY and not is_exit else parties,
        bodies,
        _vote(report, reading),
        is_of_headline=report.sentence.sentence.block.is_heading,
    )


def _states_of(performers: Sequence[Entity], reading: Reading) -> list[Entity]:
    """Return the states that a name for several means: "the Baltic states"."""
    states: Mapping[str, Sequence[str]] = reading.lexicon.data["steps"].get("states_of", {})
    codes = [code for each in performers for code in states.get(each.name, ())]
    return [reading.entities.party(code) for code in codes]


def _home_of(bodies: Sequence[Entity], reading: Reading) -> list[Entity]:
    """Return the state of members of a parliament, or the organization: the EU for "MEPs"."""
    organizations: Mapping[str, str] = reading.lexicon.data["steps"].get("members_of", {})
    known = next((organizations[each.name] for each in bodies if each.name in organizations), None)
    home = reading.entities.party(known) if known else reading.entities.home_of_parliament()
    return [home] if home is not None else []


def _vote(report: StepReport, reading: Reading) -> Mapping[str, int] | None:
    """Return the numbers of a vote, which are those after its verb if another is before it."""
    if report.act.kind != "parliamentary_approval":
        return None
    text = report.sentence.text
    stop = report.stop if report.is_repeated else len(text)
    is_later = report.is_repeated or not report.is_first
    said = text[report.verb.start : stop] if is_later else text
    return vote_reader_of(reading.lexicon).read(said)


def _is_only_imagined(report: StepReport, day: Day | None) -> bool:
    """Whether a step is only imagined: "must be approved by both parliaments"."""
    kind, status = report.act.kind, report.aspect.status
    if kind == "parliamentary_approval" and day is None and not report.performers:
        return status == "expected"
    if kind == "notification":
        # "once both sides have notified each other": the condition of another step
        return status == "expected"
    # "vowed to reject the treaty"
    return report.act.status in _REFUSALS and status in {"scheduled", "expected"}


def _is_before_decision(report: StepReport) -> bool:
    """Whether a chamber prepares its decision: "votes on the treaty in July"."""
    is_reported = report.aspect.status == "completed" and report.act.is_present(report.verb.form)
    return (
        is_reported
        and report.act.verb in timing_wording_of(report.sentence.lexicon).before_decision
    )


def _is_only_said(report: StepReport) -> bool:
    """Whether somebody only expects what is told in the present: "My bet is that Fiji signs it"."""
    sentence, verb = report.sentence, report.verb
    is_told = sentence.sentence.block.is_heading or sentence.entry_day is not None
    is_present = report.act.is_present(verb.form) and report.act.subject != "treaty"
    that = grammar_of(sentence.lexicon).that
    return not is_told and is_present and that.search(sentence.masked, 0, verb.start) is not None


def _is_ahead(report: StepReport) -> bool:
    """Whether a step lies ahead of the page: "is to ratify it", "it runs out in February"."""
    statuses = {report.act.status, report.aspect.status}
    if _is_before_decision(report):
        return True
    return _is_in_present(report) or bool(statuses & {"scheduled", "expected"})


def _is_in_present(report: StepReport) -> bool:
    """Whether a present tense is about the future; in a chronology, it is about the past."""
    is_of_treaty = report.act.subject == "treaty" and report.act.is_present(report.verb.form)
    return is_of_treaty and report.sentence.entry_day is None


def _end_of_passage(report: StepReport, day: Day | None) -> int:
    """Return the end of the sentence, or of the clause before another day than that of the step."""
    sentence = report.sentence
    end = max(report.verb.end, day.end if day else 0)
    other = next((other for other in sentence.days if other.start >= end), None)
    comma = sentence.masked.rfind(",", end, other.start) if other else -1
    return comma if comma >= 0 else len(sentence.text.rstrip(" .;"))


def _status(report: StepReport, reading: Reading, day: Day | None, date: str | None) -> str:
    if report.act.status:
        return report.act.status
    status = report.aspect.status or "completed"
    if status in {"scheduled", "expected"}:
        undone = timing_wording_of(reading.lexicon).undone(report)
        if undone is not None:
            return undone
    is_of_treaty = report.act.subject == "treaty"
    left = report.sentence.masked[: report.verb.start]
    if status == "completed" and _is_in_present(report):
        status = "scheduled" if day is not None else "expected"
    is_of_coming_day = day is report.sentence.entry_day or _is_before_decision(report)
    if status == "completed" and is_of_coming_day and reading.is_ahead(date):
        return "scheduled"
    status = status_on(status, day, left, reading.lexicon)
    if status == "expected" and date and len(date) == LENGTH_OF_DATE and reading.is_ahead(date):
        # "would be signed on 4 April": a day is given
        may = timing_wording_of(reading.lexicon).may.search(left)
        status = "expected" if may else "scheduled"
    if is_of_treaty and status == "scheduled" and date is None:
        # "It will enter into force after the third ratification."
        return "expected"
    if is_of_treaty and date and status in {"scheduled", "expected"}:
        return "completed" if reading.is_past(date) else "scheduled"
    return status
