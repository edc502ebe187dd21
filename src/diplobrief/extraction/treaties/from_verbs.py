"""From a verb that reports a step to the step: its day, its parties, its vote."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.treaties.circumstances_of_steps import circumstances_of
from diplobrief.extraction.treaties.found import FoundStep
from diplobrief.extraction.treaties.later_days import later_days_of
from diplobrief.extraction.treaties.parties import parties_of
from diplobrief.extraction.verb_days import day_of, status_on
from diplobrief.extraction.votes import vote_reader_of

if TYPE_CHECKING:
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.treaties.reports import StepReport

_LENGTH_OF_DATE: Final = 10
_WEEK: Final = 7
_NEAR: Final = 60
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
    day = day_of(report.sentence, report.verb, report.stop) or _day_of_joined(report)
    if not report.is_dated:
        day = None
    evidence = reading.evidence(report.sentence, 0, _end_of_passage(report, day))
    if evidence is None or _is_only_thought_of(report, day):
        return None
    is_ahead = _is_ahead(report)
    if is_ahead and day is not None and _is_of_another(report, day):
        day = None
    if day is None and not is_ahead:
        day = report.sentence.entry_day
    date, written = _date_of(report, reading, day, is_ahead=is_ahead)
    if is_ahead and day is not None and date and _is_of_what_was(report, reading, day, date):
        day = date = None
    parties = parties_of(report, reading.lexicon)
    if not parties and any(map(is_legislature, bodies)):
        # "Lawmakers ratified the treaty."
        home = reading.entities.home_of_parliament()
        parties = [home] if home is not None else []
    status = _status(report, reading, day, date)
    if status == "completed" and _is_before_decision(report):
        return None
    if status == "postponed" and report.aspect.status != status and day is not None:
        date, written = None, day.text
    return FoundStep(
        act.kind,
        status,
        report.rule,
        [evidence],
        date,
        written,
        [] if act.kind in _OF_THE_TREATY else parties,
        bodies,
        vote_reader_of(reading.lexicon).read(report.sentence.text)
        if act.kind == "parliamentary_approval"
        else None,
        is_of_headline=report.sentence.sentence.block.is_heading,
    )


def _day_of_joined(report: StepReport) -> Day | None:
    """Return the day of what a verb is joined with: "met on Friday and signed the treaty"."""
    sentence, masked = report.sentence, report.sentence.masked
    if report.rule != "active" or not report.is_first:
        return None
    grammar = grammar_of(sentence.lexicon)
    start = grammar.coordination_start(sentence, report.verb)
    joint = grammar.joint.match(masked, start)
    day = next((day for day in reversed(sentence.unquoted_days) if day.end <= start), None)
    endings = tuple(sentence.lexicon.words("gerund_endings"))
    if day is not None and endings and report.verb.form.split()[0].endswith(endings):
        # "joined on Tuesday, depositing its instrument"
        return day if masked[day.end : report.verb.start].strip() == "," else None
    if joint is None or day is None or start - day.end > _NEAR:
        return None
    between = masked[day.end : start]
    is_of_another = grammar.that.search(between) or {",", ";", ":"} & {*between}
    return None if is_of_another else day


def _is_only_thought_of(report: StepReport, day: Day | None) -> bool:
    """Whether a verb tells no step of its own: "must be approved by both parliaments"."""
    kind, status = report.act.kind, report.aspect.status
    if kind == "parliamentary_approval" and day is None and not report.performers:
        return status == "expected"
    if kind == "notification":
        # "once both sides have notified each other": the condition of another step
        return status == "expected"
    # "vowed to reject the treaty"
    return report.act.status in _REFUSALS and status in {"scheduled", "expected"}


def _is_of_another(report: StepReport, day: Day) -> bool:
    """Whether the day before what lies ahead is another's: "said on 3 May that it would leave"."""
    if day.end > report.verb.start:
        return False
    lexicon = report.sentence.lexicon
    between = report.sentence.masked[day.end : report.verb.start]
    # "agreed on 3 May to withdraw"
    is_of_decision = between.strip() in lexicon.words("to") and not (
        circumstances_of(lexicon).has_own_day_before(report.sentence.masked[: report.verb.start])
    )
    # "signed it in 2019 but has yet to ratify it"
    is_joined = between.split()[:1] in ([word] for word in lexicon.words("but"))
    return " that " in between or is_of_decision or is_joined


def _is_of_what_was(report: StepReport, reading: Reading, day: Day, date: str) -> bool:
    """Whether a day is of what came before: "After its approval on 3 May, he is to sign it"."""
    is_before = (
        day.end <= report.verb.start and "," in report.sentence.masked[day.end : report.verb.start]
    )
    is_past = reading.anchor is not None and date < reading.anchor.isoformat()
    return is_before and is_past and len(date) == _LENGTH_OF_DATE


def _date_of(
    report: StepReport, reading: Reading, day: Day | None, *, is_ahead: bool
) -> tuple[str | None, str | None]:
    """Return the date of a step, or its expression: of its day, or counted from another."""
    date, written = reading.date_of(day, report.sentence, ahead=is_ahead)
    same_day = circumstances_of(reading.lexicon).same_day
    if day is not None and day.text.lower() in same_day:
        date = _date_before(report, reading, day.start) or date
    later = later_days_of(reading.lexicon)
    if day is not None and later.is_of_said_year(report.sentence.text[: day.start]):
        # "It was opened for signature that September."
        base = _date_before(report, reading, day.start)
        if base and day.month is not None and day.day is None:
            return f"{base[:4]}-{day.month:02}", None
    if date is None and not is_ahead:
        date = _day_before(report, reading)
        written = written if date is None else None
    return date, written


def _day_before(report: StepReport, reading: Reading) -> str | None:
    """Return the day of "Norway closed it on Thursday, a day after Sweden had left"."""
    sentence = report.sentence
    circumstances = circumstances_of(reading.lexicon)
    match = circumstances.days_after.search(sentence.masked[: report.verb.start])
    days = [day for day in sentence.days if match and day.end <= match.start()]
    if match is None or not days:
        return _day_later(report, reading)
    date, _ = reading.date_of(days[-1], sentence, ahead=False)
    if date is None or len(date) != _LENGTH_OF_DATE:
        return None
    numbers = circumstances.numbers
    number = numbers.index(match["number"]) + 1 if match["number"] in numbers else 1
    return (dt.date.fromisoformat(date) - dt.timedelta(days=number)).isoformat()


def _day_later(report: StepReport, reading: Reading) -> str | None:
    """Return the day of "The day after, it was laid before Parliament"."""
    sentence, circumstances = report.sentence, circumstances_of(reading.lexicon)
    match = circumstances.next_day.search(sentence.masked)
    if match is None:
        return _counted(report, reading)
    date = _date_before(report, reading, match.start())
    if date is None or len(date) != _LENGTH_OF_DATE:
        return None
    said = (match["next"] or "").lower()
    numbers = circumstances.numbers
    number = 0 if said in circumstances.same_day else 1
    if match["number"] in numbers:
        number = numbers.index(match["number"]) + 1
    if match["weeks"]:
        # The list begins with two names for one week.
        number = _WEEK * max(1, circumstances.weeks.index(match["weeks"].lower()))
    return (dt.date.fromisoformat(date) + dt.timedelta(days=number)).isoformat()


def _counted(report: StepReport, reading: Reading) -> str | None:
    """Return the date of "It was signed in 2010 and entered into force two years later"."""
    later, text = later_days_of(reading.lexicon), report.sentence.text
    start = later.start(text, report.verb.end)
    base = _date_before(report, reading, start) if start is not None else None
    return later.date(text, report.verb.end, base) if base else None


def _date_before(report: StepReport, reading: Reading, offset: int) -> str | None:
    """Return the date before an offset, or else that of the step that was told before."""
    days = [day for day in report.sentence.days if day.end <= offset]
    date, _ = reading.date_of(days[-1] if days else None, report.sentence, ahead=False)
    last = report.treaty.last_reported
    dated = (step.date for step in (last, *reversed(report.treaty.steps)) if step and step.date)
    return date or next(dated, None)


def _is_before_decision(report: StepReport) -> bool:
    """Whether a chamber does what precedes its decision: "votes on the treaty in July"."""
    is_told = report.aspect.status == "completed" and report.act.is_present(report.verb.form)
    return is_told and report.act.verb in circumstances_of(report.sentence.lexicon).before_decision


def _is_ahead(report: StepReport) -> bool:
    """Whether a step lies ahead of the page: "is to ratify it", "it runs out in February"."""
    statuses = {report.act.status, report.aspect.status}
    if _is_before_decision(report):
        return True
    return _is_in_present(report) or bool(statuses & {"scheduled", "expected"})


def _is_in_present(report: StepReport) -> bool:
    """Whether a verb tells in the present what a treaty will do; a chronology tells the past so."""
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
        undone = circumstances_of(reading.lexicon).undone(report)
        if undone is not None:
            return undone
    is_of_treaty = report.act.subject == "treaty"
    left = report.sentence.masked[: report.verb.start]
    if status == "completed" and _is_in_present(report):
        status = "scheduled" if day is not None else "expected"
    is_of_coming_day = day is report.sentence.entry_day or _is_before_decision(report)
    if status == "completed" and is_of_coming_day and reading.is_ahead(date):
        return "scheduled"
    status = status_on(status, day, left)
    if status == "expected" and date and len(date) == _LENGTH_OF_DATE and reading.is_ahead(date):
        # "would be signed on 4 April": a day is given
        may = circumstances_of(reading.lexicon).may.search(left)
        status = "expected" if may else "scheduled"
    if is_of_treaty and status == "scheduled" and date is None:
        # "It will enter into force after the third ratification."
        return "expected"
    if is_of_treaty and date and status in {"scheduled", "expected"}:
        is_past = reading.anchor is not None and date < reading.anchor.isoformat()
        return "completed" if is_past else "scheduled"
    return status
