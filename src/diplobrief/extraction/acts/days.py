"""The day of an act that a verb reports, and the day until which it applies."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.days_of_news import before_a_deadline
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.verb_days import is_earlier, is_judged, is_perfect_now

if TYPE_CHECKING:
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate
    from diplobrief.extraction.reading import Reading

_NEAR: Final = 30
_CLAUSE: Final = 100
_NO_CLAUSE: Final = re.compile(r"[^,;:.]{0,40}\Z")


def day_of_act(predicate: Predicate, reading: Reading) -> Day | None:
    """Return the day of an act, but not that of its object: "invited her to come in June"."""
    day = predicate.circumstances.day or _day_of_document(predicate)
    if day is not None and _takes_effect(predicate, day):
        return None
    if day is None or not predicate.entry.row.get("day_of_object"):
        return day
    date, _ = reading.date_of(day, predicate.sentence, ahead=True)
    is_after = day.start >= predicate.object_end and not (date and reading.is_past(date))
    if not is_after or _is_of_talk(predicate, day):
        return day
    between = predicate.sentence.masked[predicate.verb.end : day.start]
    is_open = _purpose(predicate.sentence.lexicon).search(between) is not None
    is_done = predicate.aspect.status == "completed" and not predicate.aspect.is_present
    return day if is_done and not is_open else None


def _day_of_document(predicate: Predicate) -> Day | None:
    """Return 3 May from "published a letter to Sweden dated 3 May"."""
    if not predicate.entry.row.get("is_document"):
        return None
    sentence = predicate.sentence
    dated = _dated(sentence.lexicon)
    end = circumstance_finder_of(sentence.lexicon).clause_end(sentence, predicate.verb.end)
    days = (
        day
        for day in sentence.unquoted_days
        if predicate.verb.end < day.start < end
        and dated.search(sentence.masked, predicate.verb.end, day.start)
    )
    return next(days, None)


def _takes_effect(predicate: Predicate, day: Day) -> bool:
    """Whether an act only applies from a day: "banned imports as of 2027"."""
    pattern, masked = _effect(predicate.sentence.lexicon), predicate.sentence.masked
    return pattern.search(masked, max(0, day.start - _NEAR), day.start) is not None


@cache
def _dated(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for what is before the day of a document: "dated"."""
    return re.compile(rf"(?<!\w){lexicon.before('before_day_of_noun')}\Z")


@cache
def _effect(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for what is before the day from which an act applies: "as of"."""
    words = lexicon.data["acts"].get("effect", {}).get("before", ())
    return re.compile(rf"(?<!\w){alternatives(words)}\s+\Z")


def _is_of_talk(predicate: Predicate, day: Day) -> bool:
    """Whether a day is that of the talk in which something was said: "in a call on Monday"."""
    masked = predicate.sentence.masked
    return (
        _talk(predicate.sentence.lexicon).search(masked, predicate.verb.end, day.start) is not None
    )


@cache
def _talk(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a talk or a document before its day: "during their meeting on"."""
    words = lexicon.data["acts"].get("talks", {})
    on = lexicon.optional("before_a_day")
    return re.compile(
        rf"(?<!\w){alternatives(words.get('before', ()))}\s+(?:[^\s,;:.]+\s+){{0,3}}?"
        rf"{alternatives(words.get('nouns', ()))}\s+{on}\Z"
    )


@cache
def _purpose(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for what somebody is invited to, which may have a day of its own."""
    words = [*lexicon.data["acts"].get("talks", {}).get("purposes", ())]
    return re.compile(rf"(?<!\w)(?:{alternatives(words)}){AFTER}|{MASKS['state']}")


def _since(predicate: Predicate) -> Day | None:
    """Return March from "has suspended its aid since March"."""
    sentence = predicate.sentence
    since = _before_day(sentence.lexicon, "since")
    days = [day for day in sentence.unquoted_days if since.search(sentence.masked, 0, day.start)]
    return days[0] if len(days) == 1 else None


@cache
def _before_day(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    """Return the pattern for function words of a kind right before a day."""
    return re.compile(rf"(?<!\w){alternatives(lexicon.words(key))}\s+\Z", re.IGNORECASE)


def day_of_news(
    predicate: Predicate, reading: Reading, news: DaysOfNews
) -> tuple[str | None, str | None]:
    """Return the day of an act without one of its own: that of other news, if it fits."""
    told = _day_of_announcement(predicate)
    if told is not None:
        return reading.date_of(told, predicate.sentence, ahead=False)
    if is_perfect_now(predicate.left, reading.lexicon):
        since = _since(predicate)
        if since is not None:
            return reading.date_of(since, predicate.sentence, ahead=False)
    if _has_day_after(predicate) or _is_background(predicate):
        return None, None
    if is_perfect_now(predicate.left, reading.lexicon):
        # "has expelled two diplomats, Berg said on Monday": only the announcement was on Monday.
        is_told = bool(predicate.sentence.unquoted_days)
        return (None if is_told else news.day_of_lead(predicate.sentence)), None
    if is_earlier(predicate.left, reading.lexicon) or _is_joined_with_earlier(predicate):
        return None, None
    day = news.day_for(predicate.sentence, predicate.verb.start, predicate.performers)
    if day is None and predicate.entry.row.get("anonymous") == "both":
        # "A joint statement was issued after the talks"
        day = news.day_before(predicate.sentence, predicate.verb.start)
    return (None if _has_another_day(predicate, reading, day) else day), None


def _is_background(predicate: Predicate) -> bool:
    """Whether a verb is in a clause on what was before: "met after a court had jailed him"."""
    lexicon = predicate.sentence.lexicon
    return _after(lexicon).search(predicate.left) is not None


@cache
def _after(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for the beginning of a clause on what was before."""
    words = lexicon.data["acts"].get("background", {}).get("words", ())
    return re.compile(rf"[^\s,]\s+{alternatives(words)}\s[^,;:.]*\Z")


def _is_joined_with_earlier(predicate: Predicate) -> bool:
    """Whether an auxiliary of the past perfect is shared: "had left and recalled its envoy"."""
    sentence = predicate.sentence
    joint = grammar_of(sentence.lexicon).coordination_start(sentence, predicate.verb)
    had = _had(sentence.lexicon).search(sentence.masked, max(0, joint - _CLAUSE), joint)
    return joint < predicate.verb.start and had is not None


@cache
def _had(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for an auxiliary of the past perfect and its clause."""
    return re.compile(rf"(?<!\w){alternatives(lexicon.words('past_perfect'))}\s+[^,;:.]+\Z")


def _day_of_announcement(predicate: Predicate) -> Day | None:
    """Return Monday from "is recalling its envoy, it said on Monday"."""
    days = predicate.sentence.unquoted_days
    if len(days) != 1 or not days[0].is_definite:
        return None
    aspect = predicate.aspect
    if aspect.is_under_way and days[0].start > predicate.verb.end:
        return days[0]
    lexicon, masked = predicate.sentence.lexicon, predicate.sentence.masked
    then = _then_announced(lexicon).search(masked, predicate.verb.end)
    if then is not None and then.start() < days[0].start:
        # "has recalled its envoy, the ministry announced on Monday"
        return days[0] if _NO_CLAUSE.match(masked, then.end(), days[0].start) else None
    announced = _announced(lexicon).search(predicate.left)
    return (
        days[0] if announced and announced.start() < days[0].start < predicate.verb.start else None
    )


@cache
def _then_announced(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for ", the ministry announced" after what somebody did."""
    verbs = lexicon.data["acts"].get("report", {}).get("afterwards", ())
    forms = alternatives(form for verb in verbs for form in lexicon.forms(verb))
    return re.compile(rf",\s+(?:[^,;:.]{{0,60}}\s)?{forms}{AFTER}")


@cache
def _announced(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for "announced on Monday that he had" before what somebody did."""
    verbs = lexicon.data["acts"].get("report", {}).get("announcing", ())
    forms = alternatives(form for verb in verbs for form in lexicon.forms(verb))
    that = alternatives(lexicon.words("that"))
    return re.compile(rf"(?<!\w){forms}{AFTER}[^;:.,]{{0,40}}?\s{that}\s+[^;:.,]{{0,40}}\Z")


def _has_another_day(predicate: Predicate, reading: Reading, news: str | None) -> bool:
    """Whether the sentence names another day than that of the news: "In May it left, and then"."""
    sentence = predicate.sentence
    relative = _relative(sentence.lexicon)
    before = [
        day
        for day in sentence.unquoted_days
        if day.end <= predicate.verb.start
        and not is_judged(sentence, day)
        and not relative.match(sentence.masked, sentence.masked.rfind(",", 0, day.start) + 1)
    ]
    dates = (reading.date_of(day, sentence, ahead=False)[0] for day in before if day.is_definite)
    return any(date is not None and date != news for date in dates)


@cache
def _relative(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for the beginning of a relative clause."""
    return re.compile(rf"\s+{alternatives(lexicon.words('relatives'))}{AFTER}")


def _has_day_after(predicate: Predicate) -> bool:
    """Whether a day follows in the clause in an unusual form: "as early as August"."""
    start, sentence = predicate.object_end, predicate.sentence
    end = circumstance_finder_of(sentence.lexicon).clause_end(sentence, start)
    return any(
        start <= day.start < end
        and not before_a_deadline(sentence.lexicon).search(sentence.masked, 0, day.start)
        for day in sentence.unquoted_days
    )


def last_day(predicate: Predicate, reading: Reading) -> str | None:
    """Return the day until which an act applies: "extended the mandate until 3 May"."""
    sentence, end = predicate.sentence, predicate.verb.end
    until = _before_day(sentence.lexicon, "until")
    for day in sentence.unquoted_days:
        start = max(end, day.start - _NEAR)
        if day.start > end and until.search(sentence.masked, start, day.start):
            return reading.date_of(day, sentence, ahead=True)[0]
    return None
