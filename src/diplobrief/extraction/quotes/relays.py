"""Media that report what somebody else said: "…, the minister said, Reuters reports"."""

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

    The one who speaks has the statement. Media speak only if nobody else does.

    Args:
        reports: The statements of the sentence.
    """
    reports = _told_once(reports)
    speakers = [performers_of(report.sentence, report.subject) for report in reports]
    of_media = [bool(each) and all(entity.type == "media" for entity in each) for each in speakers]
    relays = [report for report, is_relay in zip(reports, of_media, strict=True) if is_relay]
    for report, is_relay in zip(reports, of_media, strict=True):
        if is_relay:
            if all(of_media) or not any(
                _contains(report, other)
                for other, is_other_relay in zip(reports, of_media, strict=True)
                if not is_other_relay
            ):
                yield report, ()
            continue
        reported_by: list[Entity] = []
        for relay in relays:
            if not _contains(relay, report):
                continue
            reported_by += performers_of(relay.sentence, relay.subject)
            start = relay.subject.start
            if report.content[0] < start < report.content[1]:
                content = (report.content[0], start)
                whole = (report.whole[0], min(report.whole[1], start))
                report = replace(report, content=content, whole=whole)  # noqa: PLW2901
        yield report, reported_by


def _told_once(reports: Sequence[QuoteReport]) -> list[QuoteReport]:
    """Return the statements without those that another one at the end of the sentence reports.

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
        if performers and all(each.kind in _BODIES for each in performers):
            kept.remove(outer)
            kept = [_until(each, outer.content[1]) if each in inner else each for each in kept]
        else:
            kept = [each for each in kept if each not in inner]
    return kept


def _until(report: QuoteReport, end: int) -> QuoteReport:
    """Return a statement that ends before the one who passes it on."""
    content, whole = (report.content[0], end), (report.whole[0], end)
    return replace(report, content=content, whole=whole)


def _contains(relay: QuoteReport, report: QuoteReport) -> bool:
    """Whether what a medium reports has the verb of a statement in it."""
    first, last = relay.content
    return first <= report.verb.start < max(last, relay.subject.start)
