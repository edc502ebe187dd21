"""Acts that repeat those of others: "Norway expelled a diplomat; Sweden did the same"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import place_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import alternatives, leading
from diplobrief.extraction.predicate_finder import PredicateFinder
from diplobrief.extraction.verb_days import status_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.acts.found import FoundAct
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_AHEAD: Final = frozenset({"scheduled", "expected"})


class FollowingActs:
    """Finds the acts of actors that do the same as others.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._predicates = PredicateFinder(lexicon, lexicon.data["acts"].get("following", ()))

    def find(
        self, reading: Reading, sentence: ReadSentence, before: Sequence[FoundAct]
    ) -> Iterator[FoundAct]:
        """Yield the acts of a sentence that repeat those of others.

        Args:
            reading: The page.
            sentence: The sentence.
            before: The acts of this sentence and the one before it, in order.
        """
        known = [act for act in before if act.verbs]
        yield from _made_known(reading, sentence, known)
        for predicate in self._predicates.find(sentence):
            place = place_of(sentence, predicate.verb.start)
            earlier = [act for act in known if max(act.verbs) < place]
            act = _of(predicate, earlier[-1], reading) if earlier else None
            if act is not None:
                known.append(act)
                yield act


def _of(predicate: Predicate, model: FoundAct, reading: Reading) -> FoundAct | None:
    """Return an act like another one, by the actors that follow that example."""
    row, status = predicate.entry.row, predicate.aspect.status or ""
    day = predicate.circumstances.day
    is_dated = row.get("day_suffices") and day is not None
    needs_plan = row.get("ahead") and not is_dated
    if predicate.aspect.is_passive or (needs_plan and status not in _AHEAD):
        return None
    if row.get("bare") and not predicate.is_bare:
        return None  # "will follow the talks"
    sentence = predicate.sentence
    performers = [actor for actor in predicate.performers if actor not in model.issued_by]
    evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
    if not performers or evidence is None:
        return None
    status = status_on(status, day, predicate.left, reading.lexicon)
    date, written = reading.date_of(day, sentence, ahead=status in _AHEAD)
    return replace(
        model,
        evidence=[*model.evidence[:1], evidence] if evidence not in model.evidence else [evidence],
        status=status,
        date=date,
        date_as_written=written,
        issued_by=performers,
        targets=model.issued_by if row.get("in_return") else model.targets,
        vote=None,
        vetoed_by=(),
        title=None,
        symbol=None,
        until=None,
        verbs={place_of(sentence, predicate.verb.start)},
    )


def _made_known(
    reading: Reading, sentence: ReadSentence, before: Sequence[FoundAct]
) -> Iterator[FoundAct]:
    """Yield the acts before, with the day that a sentence adds: "The decision, taken on Monday"."""
    match = _announced(sentence.lexicon).match(sentence.masked)
    days = (each for each in sentence.days if match and each.start == match.end())
    day = next(days, None)
    if day is None or match is None:
        return
    evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
    if evidence is None:
        return
    date, written = reading.date_of(day, sentence, ahead=False)
    for act in before:
        if act.date is None and not act.date_as_written and act.status == "completed":
            passages = [*act.evidence[:1], evidence]
            yield replace(act, evidence=passages, date=date, date_as_written=written)


@cache
def _announced(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for the news of an act, up to its day: "The decision, taken on"."""
    words = lexicon.data["acts"].get("made_known", {})
    be = leading([*lexicon.words("passive"), ""])
    which = leading([*lexicon.words("relatives"), ""])
    return re.compile(
        rf"(?i:{alternatives(words.get('determiners', ()))})\s+(?:[a-z]+\s+)?"
        rf"{alternatives(words.get('nouns', ()))},?\s+{which}{be}"
        rf"{alternatives(words.get('verbs', ()))}\s+(?:[^,;:.]{{1,60}}?\s)?"
        rf"{lexicon.optional('before_a_day_or_month')}(?={MASKS['day']})"
    )
