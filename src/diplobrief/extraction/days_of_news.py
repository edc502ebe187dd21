"""Finds a day for a report without one: the last day on which the same actor acted."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.clauses import first_actor, place_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import alternatives
from diplobrief.extraction.verb_days import is_judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_NEWS: Final = dt.timedelta(days=7)
_FULL: Final = len("2024-05-03")
_LEAD: Final = 3
"""How many blocks the lead of a story has."""

_POSSESSIVE: Final = re.compile(rf"{MASKS['day']}['’]s?\b")


class DaysOfNews:
    """The days of the news on a page, by the actors that act on them.

    Args:
        reading: The page.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._first: tuple[tuple[int, int], str] | None = None
        self._all: list[tuple[tuple[int, int], str]] = []
        self._by_actor: defaultdict[Entity, list[tuple[tuple[int, int], str]]] = defaultdict(list)
        if reading.anchor is None:
            return
        for sentence in reading.sentences:
            if sentence.sentence.block.is_heading or not sentence.mentions:
                continue  # A line that only says the day of the page reports nothing.
            subject = _subject(sentence)
            for reported in _news(sentence, reading.anchor):
                self._first = self._first or reported
                self._all.append(reported)
                if subject is not None:
                    self._by_actor[subject].append(reported)

    def day_for(self, sentence: ReadSentence, offset: int, actors: Iterable[Entity]) -> str | None:
        """Return the last day on which these actors acted, or the day of the lead of the page.

        In a chronology, it is the day of the entry.

        Args:
            sentence: The sentence.
            offset: The offset of the verb or noun that has no day of its own.
            actors: Who acts.
        """
        entry = self._reading.entry_date(sentence)
        if entry is not None:
            return entry
        place = place_of(sentence, offset)
        for actor in dict.fromkeys(actor.state or actor for actor in actors):
            reported = self._by_actor.get(actor, [])
            at = bisect_left(reported, (place, ""))
            if at:
                return reported[at - 1][1]
        if self._first is None:
            return None
        # A report before the first day is in the headline or the summary.
        is_near = place[0] - self._first[0][0] <= _LEAD
        return self._first[1] if is_near else None

    def day_before(self, sentence: ReadSentence, offset: int) -> str | None:
        """Return the last day on which anybody acted before an offset.

        Args:
            sentence: The sentence.
            offset: The offset of what has no day of its own.
        """
        at = bisect_left(self._all, (place_of(sentence, offset), ""))
        return self._all[at - 1][1] if at else None

    def day_of_lead(self, sentence: ReadSentence) -> str | None:
        """Return the day of the lead, for something that it reports in the perfect: "has expelled".

        Args:
            sentence: The sentence.
        """
        entry = self._reading.entry_date(sentence)
        if entry is not None or self._first is None:
            return entry
        is_lead = abs(sentence.sentence.block.index - self._first[0][0]) <= 1
        return self._first[1] if is_lead else None


def _news(sentence: ReadSentence, anchor: dt.date) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the days of a sentence in the week before the page, each with its place."""
    status, end = clause_status_of(sentence.lexicon), before_a_deadline(sentence.lexicon)
    for day in sentence.unquoted_days:
        date = day.resolved(anchor, None, ahead=False)
        clause = sentence.masked[: day.start].rpartition(",")[2]
        if (
            status.of(clause)
            or end.search(clause)
            or _is_owner(sentence, day)
            or is_judged(sentence, day)
        ):
            continue
        if date is None or len(date) < _FULL:
            continue
        if dt.timedelta(0) <= anchor - dt.date.fromisoformat(date) <= _NEWS:
            yield place_of(sentence, day.start), date


def _is_owner(sentence: ReadSentence, day: Day) -> bool:
    """Whether a day owns a noun, unless it is a sitting: "Monday's vote"."""
    owned = _POSSESSIVE.match(sentence.masked, day.end - 1)
    sitting = _sitting(sentence.lexicon)
    return owned is not None and sitting.match(sentence.masked, owned.end()) is None


@cache
def _sitting(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a sitting after its day: "At today's sitting"."""
    return re.compile(rf"\s+(?:[a-z]+\s+)?{alternatives(lexicon.words('sittings'))}(?!\w)")


@cache
def before_a_deadline(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for words before a deadline or a day that was set: "leave by Friday"."""
    words = [*lexicon.words("until"), *lexicon.words("by"), *lexicon.words("set_for")]
    return re.compile(rf"(?<!\w){alternatives(words)}\s+\Z")


def _subject(sentence: ReadSentence) -> Entity | None:
    """Return the state of the first actor of a sentence, or the actor itself if it has none."""
    subject = first_actor(sentence, len(sentence.masked))
    actors = sentence.actors_of(subject) if subject else []
    return (actors[0].state or actors[0]) if actors else None
