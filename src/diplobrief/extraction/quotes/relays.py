"""Separates the speaker of a statement from media: "…, the minister said, Reuters reports"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.coordination import performers_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.quotes.statement import QuoteReport


_BODIES: Final = frozenset({"organ", "organization"})


def without_relays(
    reports: Sequence[QuoteReport],
) -> Iterator[tuple[QuoteReport, Sequence[Entity]]]:
    """Yield the statements of a sentence, each with the media that report it.

    The statement belongs to the speaker. Media are the speaker only if there is no other.

    Args:
        reports: The statements of the sentence.
    """
    reports = _without_repeated(reports)
    others = [report for report in reports if not _is_of_media(report)]
    relays = [report for report in reports if report not in others]
    for report in reports:
        if report in relays:
            if not any(_contains(report, other) for other in others):
                yield report, ()
            continue
        around = [relay for relay in relays if _contains(relay, report)]
        first, last = report.content
        starts = [relay.subject.start for relay in around if first < relay.subject.start < last]
        reported_by = [
            medium for relay in around for medium in performers_of(relay.sentence, relay.subject)
        ]
        yield _ending_at(report, min(starts)) if starts else report, reported_by


def _is_of_media(report: QuoteReport) -> bool:
    speakers = performers_of(report.sentence, report.subject)
    return bool(speakers) and all(entity.type == "media" for entity in speakers)


def _without_repeated(reports: Sequence[QuoteReport]) -> list[QuoteReport]:
    """Return the statements without those that a verb at the end of the sentence reports again.

    "The sides welcomed the deal, the ministry said" is what the sides said, and
    "Norway opposes the deal, the minister said" is what the minister said.
    """
    kept: list[QuoteReport] = []
    for report in reports:
        same = [each for each in kept if each.content == report.content]
        if any(each.subject is report.subject for each in same):
            continue
        kept.append(report)
    for outer in [*kept]:
        if outer.rule == "forward" and "that" in outer.saying.complements:
            kept = [each for each in kept if not _is_of_state_within(each, outer)]
        if outer.rule != "after":
            continue
        inner = [
            each
            for each in kept
            if each.rule == "forward"
            and outer.content[0] <= each.subject.start
            and each.verb.end < outer.content[1] <= each.content[1]
        ]
        performers = performers_of(outer.sentence, outer.subject)
        if not inner or all(each.type == "media" for each in performers):
            continue
        if all(each.kind in _BODIES for each in performers):
            kept.remove(outer)
            kept = [_ending_at(each, outer.content[1]) if each in inner else each for each in kept]
        else:
            kept = [each for each in kept if each not in inner]
    return kept


def _is_of_state_within(report: QuoteReport, outer: QuoteReport) -> bool:
    """Whether a statement within another is of a state: "said that Norway welcomed the vote"."""
    if report is outer or report.rule != "forward" or "noun" not in report.saying.complements:
        return False
    is_within = outer.content[0] <= report.subject.start and report.verb.end < outer.content[1]
    performers = performers_of(report.sentence, report.subject)
    return is_within and bool(performers) and all(each.kind == "state" for each in performers)


def _ending_at(report: QuoteReport, end: int) -> QuoteReport:
    """Return a statement that ends before the medium that reports it."""
    content, whole = (report.content[0], end), (report.whole[0], end)
    return replace(report, content=content, whole=whole)


def _contains(relay: QuoteReport, report: QuoteReport) -> bool:
    """Whether the report of a medium contains the verb of a statement."""
    first, last = relay.content
    return first <= report.verb.start < max(last, relay.subject.start)
