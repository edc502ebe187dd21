"""Acts that a noun reports: "Norway announced the expulsion of two Swedish diplomats"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.acts.found import FoundAct
from diplobrief.extraction.acts.issuers import council_of
from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.clauses import Verb, place_of
from diplobrief.extraction.coordination import actors_within, agents_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.performers import performer_finder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_NEAR: Final = 60
_DAY: Final = MASKS["day"]
_OWNER: Final = re.compile(rf"(?<!{ACTOR}){ACTOR}++(?:['’]s?)?\s+(?:[a-z-]+\s+)?\Z")
_DONE: Final = frozenset({"past", "participle"})
_PEOPLE: Final = frozenset({"person", "unnamed"})
_COUNCILS: Final = frozenset({"council", "assembly", "committee", "commission"})
_AHEAD: Final = frozenset({"scheduled", "expected"})


@dataclass(frozen=True)
class _Noun:
    """A noun for an act, with a pattern for the words after it."""

    row: Mapping[str, Any]
    after: re.Pattern[str]


class NominalActs:
    """Finds acts by their nouns.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["acts"]
        of = lexicon.before("of")
        self._nouns: dict[str, list[_Noun]] = {}
        for row in data["noun"]:
            after = re.compile(
                rf"(?:,[^;:.]{{1,60}},)?\s+{of}(?:[^\s,;:.]+\s+){{0,5}}?(?:{alternatives(row['object'])})(?![\w-])",
                re.IGNORECASE,
            )
            for noun in row["nouns"]:
                self._nouns.setdefault(noun, []).append(_Noun(row, after))
        self._noun = re.compile(rf"(?<![\w-])(?:{alternatives(self._nouns)})(?![\w-])")
        verbs = {form: verb for verb in data["report"]["verbs"] for form in lexicon.forms(verb)}
        on = lexicon.optional("before_a_day")
        by_document = data.get("by_document", {})
        ends = (form for verb in by_document.get("closing", ()) for form in lexicon.forms(verb))
        # "ended on Monday with the adoption of a resolution"
        after_day = rf"(?=(?:\s+{on}{_DAY}+)?\s+{alternatives(by_document.get('with', ()))}\s)"
        closing = f"{alternatives(ends)}{after_day}"
        self._report = re.compile(
            rf"(?<![\w-])(?P<verb>{alternatives(verbs)}|{closing})\s+(?:{on}{_DAY}+\s+)?"
            r"(?:[a-z]+\s+){0,3}\Z"
        )
        be = alternatives(lexicon.words("passive"))
        reported = (
            form
            for verb in data["report"]["verbs"]
            for form, tense in lexicon.forms(verb).items()
            if tense in _DONE
        )
        # "The recall of the ambassador was announced on Monday"
        self._reported = re.compile(
            rf"[^;:.,]{{0,60}}?\s{be}\s+(?:\w+ly\s+)?{alternatives(reported)}{AFTER}"
        )
        by = alternatives(lexicon.words("by"))
        article = lexicon.optional("articles")
        self._by = re.compile(rf"\s+(?:[^\s,;:.]+\s+){{0,6}}?{by}\s+{article}(?={ACTOR})")
        between = alternatives(lexicon.words("between"))
        self._between = re.compile(rf"\s+{between}\s+{article}(?={ACTOR})")
        self._status = clause_status_of(lexicon)
        self._performers = performer_finder_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)

    def find(
        self, reading: Reading, news: DaysOfNews, sentence: ReadSentence
    ) -> Iterator[FoundAct]:
        """Yield the acts that the nouns of a sentence report."""
        for match in self._noun.finditer(sentence.masked):
            for noun in self._nouns[" ".join(match[0].split())]:
                after = noun.after.match(sentence.text, match.end())
                if after:
                    act = self._act(reading, news, sentence, noun, match.start(), after)
                    yield from [act] if act else []

    def _act(
        self,
        reading: Reading,
        news: DaysOfNews,
        sentence: ReadSentence,
        noun: _Noun,
        start: int,
        after: re.Match[str],
    ) -> FoundAct | None:
        report = self._report.search(sentence.masked, max(0, start - _NEAR), start)
        issuers = self._issuers(sentence, start, after.end(), report)
        reported = self._reported.match(sentence.masked, after.end()) if report is None else None
        if reported is not None and not issuers:
            # "the recall of Norway's ambassador"
            within = actors_within(sentence, start, after.end()) if noun.row.get("own") else []
            issuers = [*dict.fromkeys(each.state for each in within if each.state)]
        if not issuers and noun.row.get("between"):
            # "the restoration of relations between Norway and Sweden"
            one = self._between.match(sentence.masked, after.end())
            mention = sentence.mention_at(one.end()) if one else None
            issuers = agents_of(sentence, mention) if mention is not None else []
        if not issuers and noun.row["kind"] == "resolution":
            issuers = [each for each in [council_of(reading)] if each]
        if noun.row["kind"] == "appointment":
            issuers = [*map(_council_of_officer, issuers)]
        end = reported.end() if reported else after.end()
        stop = self._circumstances.clause_end(sentence, end)
        around = self._circumstances.after(sentence, end, stop)
        if not issuers or (report is None and reported is None and around.day is None):
            return None
        status = self._status.of(sentence.masked[:start]) or "completed"
        date, written = reading.date_of(around.day, sentence, ahead=status in _AHEAD)
        if around.day is None and status == "completed":
            date = news.day_for(sentence, start, issuers)
        evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
        if evidence is None:
            return None
        kind: str = noun.row["kind"]
        verbs = {place_of(sentence, report.start("verb"))} if report else set[tuple[int, int]]()
        return FoundAct(kind, "noun", [evidence], status, date, written, issuers, verbs=verbs)

    def _issuers(
        self, sentence: ReadSentence, start: int, end: int, report: re.Match[str] | None
    ) -> Sequence[Entity]:
        agent = self._by.match(sentence.masked, end)
        mention = sentence.mention_at(agent.end()) if agent else None
        if mention is not None:
            return agents_of(sentence, mention)
        if report is not None:
            verb = Verb(*report.span("verb"), report["verb"])
            return self._performers.find(sentence, verb)[1]
        owner = _OWNER.search(sentence.masked, max(0, start - _NEAR), start)
        return actors_within(sentence, *owner.span()) if owner else []


def _council_of_officer(actor: Entity) -> Entity:
    """Return the Council for its president, who announces what it decides."""
    body = actor.represents or actor.of if actor.kind in _PEOPLE else None
    return body if body is not None and body.type in _COUNCILS else actor
