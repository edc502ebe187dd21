"""Finds the day of a step that a verb reports: its own, or one counted from another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.treaties.later_days import later_days_of
from diplobrief.extraction.treaties.timing_wording import timing_wording_of
from diplobrief.extraction.verb_days import day_of

if TYPE_CHECKING:
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.treaties.reports import StepReport

LENGTH_OF_DATE: Final = 10
_WEEK: Final = 7
_NEAR: Final = 60
_EXITS: Final = frozenset({"withdrawal", "termination", "suspension"})
_WITH_AN_END: Final = frozenset({"extension", "suspension", "provisional_application"})


def stated_day(report: StepReport) -> Day | None:
    """Return the day that a sentence gives for a verb, or for a verb that it is joined with.

    Args:
        report: The verb.
    """
    if not report.is_dated:
        return None
    return day_of(report.sentence, report.verb, report.stop) or _day_of_joined(report)


def own_day_of(report: StepReport, day: Day | None, *, is_ahead: bool) -> Day | None:
    """Return the day of a step, unless the given day belongs to something else.

    Args:
        report: The verb.
        day: The day that its sentence gives.
        is_ahead: Whether the step lies ahead of the page.
    """
    if is_ahead and day is not None and _is_of_another(report, day):
        day = None
    if day is not None and report.act.kind in _WITH_AN_END:
        day = _without_end(report, day)
    return report.sentence.entry_day if day is None and not is_ahead else day


def _without_end(report: StepReport, day: Day) -> Day | None:
    """Return the day, or the one after it if it is an end: "was extended until 2027 on 3 May"."""
    sentence, circumstances = report.sentence, timing_wording_of(report.sentence.lexicon)
    days = (each for each in sentence.unquoted_days if day.start <= each.start < report.stop)
    return next((each for each in days if not circumstances.is_end(sentence.masked, each)), None)


def is_of_effect(report: StepReport, reading: Reading, day: Day | None, date: str | None) -> bool:
    """Whether a future day is that on which an exit takes effect: "left as of 1 July"."""
    if day is None or date is None or report.act.kind not in _EXITS:
        return False
    left = report.sentence.masked[: day.start]
    return (
        reading.is_ahead(date)
        and timing_wording_of(reading.lexicon).effective.search(left) is not None
    )


def _day_of_joined(report: StepReport) -> Day | None:
    """Return the day of the verb that a verb is joined with: "met on Friday and signed it"."""
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


def _is_of_another(report: StepReport, day: Day) -> bool:
    """Whether the day before a plan is that of another verb: "said on 3 May that it would go"."""
    if day.end > report.verb.start:
        return False
    lexicon = report.sentence.lexicon
    between = report.sentence.masked[day.end : report.verb.start]
    # "agreed on 3 May to withdraw"
    is_of_decision = between.strip() in lexicon.words("to") and not (
        timing_wording_of(lexicon).has_own_day_before(report.sentence.masked[: report.verb.start])
    )
    # "signed it in 2019 but has yet to ratify it"
    is_joined = between.split()[:1] in ([word] for word in lexicon.words("but"))
    return " that " in between or is_of_decision or is_joined


def is_of_earlier_step(report: StepReport, reading: Reading, day: Day, date: str) -> bool:
    """Whether a day is of an earlier step: "After its approval on 3 May, he is to sign it"."""
    is_before = (
        day.end <= report.verb.start and "," in report.sentence.masked[day.end : report.verb.start]
    )
    is_past = reading.anchor is not None and date < reading.anchor.isoformat()
    return is_before and is_past and len(date) == LENGTH_OF_DATE


def date_of(
    report: StepReport, reading: Reading, day: Day | None, *, is_ahead: bool
) -> tuple[str | None, str | None]:
    """Return the date of a step, given or counted from another, and else its expression."""
    earlier = _date_of_gerund(report, reading)
    if earlier is not None:
        return earlier, None
    date, written = reading.date_of(day, report.sentence, ahead=is_ahead)
    same_day = timing_wording_of(reading.lexicon).same_day
    if day is not None and day.text.lower() in same_day:
        date = _date_before(report, reading, day.start) or date
    later = later_days_of(reading.lexicon)
    if day is not None and later.is_of_named_year(report.sentence.text[: day.start]):
        # "It was opened for signature that September."
        base = _date_before(report, reading, day.start)
        if base and day.month is not None and day.day is None:
            return f"{base[:4]}-{day.month:02}", None
    if date is None and not is_ahead:
        date = _day_before(report, reading)
        written = written if date is None else None
    return date, written


def _date_of_gerund(report: StepReport, reading: Reading) -> str | None:
    """Return 2021 for "left the pact in 2023, two years after denouncing its charter"."""
    sentence = report.sentence
    days = [each for each in sentence.days if each.end <= report.verb.start and each.is_definite]
    if not days:
        return None
    left = sentence.text[: report.verb.start]
    base, _ = reading.date_of(days[-1], sentence, ahead=False)
    return later_days_of(reading.lexicon).before(left, base) if base else None


def _day_before(report: StepReport, reading: Reading) -> str | None:
    """Return the day before Thursday for "closed it on Thursday, a day after Sweden had left"."""
    sentence = report.sentence
    circumstances = timing_wording_of(reading.lexicon)
    match = circumstances.days_after.search(sentence.masked[: report.verb.start])
    days = [day for day in sentence.days if match and day.end <= match.start()]
    if match is None or not days:
        return _day_later(report, reading)
    date, _ = reading.date_of(days[-1], sentence, ahead=False)
    if date is None or len(date) != LENGTH_OF_DATE:
        return None
    numbers = circumstances.numbers
    number = numbers.index(match["number"]) + 1 if match["number"] in numbers else 1
    return (dt.date.fromisoformat(date) - dt.timedelta(days=number)).isoformat()


def _day_later(report: StepReport, reading: Reading) -> str | None:
    """Return the day after the last date: "The day after, it was laid before Parliament"."""
    sentence, circumstances = report.sentence, timing_wording_of(reading.lexicon)
    match = circumstances.next_day.search(sentence.text)
    if match is None:
        return _counted(report, reading)
    date = _date_before(report, reading, match.start())
    if date is None or len(date) != LENGTH_OF_DATE:
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
    """Return 2012 for "It was signed in 2010 and entered into force two years later"."""
    later, text = later_days_of(reading.lexicon), report.sentence.text
    start = later.start(text, report.verb.end)
    base = _date_before(report, reading, start) if start is not None else None
    return later.date(text, report.verb.end, base) if base else None


def _date_before(report: StepReport, reading: Reading, offset: int) -> str | None:
    """Return the date before an offset, or else that of the step reported before."""
    days = [day for day in report.sentence.days if day.end <= offset]
    date, _ = reading.date_of(days[-1] if days else None, report.sentence, ahead=False)
    last = report.treaty.last_reported
    dated = (step.date for step in (last, *reversed(report.treaty.steps)) if step and step.date)
    return date or next(dated, None)
