"""What the page "Try it" calls in the library; the result is one JSON text for its script.

Everything in the result is plain text; the script shows it as text nodes, never as markup.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diplobrief import BriefError, check_text, dumps, loads, suggest
from diplobrief.diagnostics import format_path
from diplobrief.formats import FORMATS
from diplobrief.views.outline import outline_of
from diplobrief.views.parts import ListBlock, MarkdownBlock, QuoteEntry, TreatyEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief import Finding, Span
    from diplobrief.views.parts import (
        AnyBlock,
        AnyEntry,
        Detail,
        Entry,
        NarrativeSection,
        Outline,
    )


def examine(text: str, format: str, *, adds_facts: bool) -> str:
    """Return the findings of a text, its other formats, and its reading view.

    Args:
        text: The text.
        format: Its format.
        adds_facts: Whether to add the facts that the narrative states.
    """
    text = text.removeprefix("\ufeff")
    findings = check_text(text, format, suggest=adds_facts)
    answer: dict[str, Any] = {"findings": [_finding(finding) for finding in findings]}
    try:
        brief = loads(text, format)
        # What `suggest` reports is among the findings.
        brief = suggest(brief, on_finding=lambda _: None) if adds_facts else brief
    except BriefError:
        return json.dumps(answer)
    answer["written"] = {
        name: dumps(brief, name)
        for name, known in FORMATS.items()
        if known.is_written and (adds_facts or name != format)
    }
    answer["reading"] = _reading(outline_of(brief))
    return json.dumps(answer)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "path": format_path(finding.path),
        "span": _place(finding.span),
        "related": [
            {"message": related.message, "span": _place(related.span)}
            for related in finding.related
            if related.span is not None
        ],
    }


def _place(span: Span | None) -> list[int] | None:
    return span and [span.line, span.column, span.end_line, span.end_column]


def _reading(outline: Outline) -> dict[str, Any]:
    return {
        "title": outline.title.plain if outline.title else "",
        "subtitle": outline.subtitle.plain if outline.subtitle else "",
        "about": _phrases([*outline.byline, *outline.handling]),
        "language": outline.language,
        "sections": [_section(section) for section in outline.sections],
        "facts": [
            {"heading": group.heading, "entries": [_entry(entry) for entry in group.entries]}
            for group in outline.facts
        ],
    }


def _section(section: NarrativeSection) -> dict[str, Any]:
    return {
        "heading": section.heading.plain if section.heading else "",
        "language": section.language,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: AnyBlock) -> dict[str, Any]:
    if isinstance(block, MarkdownBlock):
        return {"type": "markdown", "text": block.source}
    if isinstance(block, ListBlock):
        kind = "bullets" if block.start is None else "numbered"
        items = [item.plain for item in block.items]
        return {"type": kind, "items": items, "start": block.start}
    return {"type": "paragraph", "text": block.text.plain}


def _entry(entry: AnyEntry) -> dict[str, Any]:
    if isinstance(entry, QuoteEntry):
        return {
            "type": "quote",
            "speakers": ", ".join(speaker.text for speaker in entry.speakers),
            "passages": [f"“{text}”" if entry.is_verbatim else text for text in entry.passages],
            "details": _phrases(entry.details),
        }
    if isinstance(entry, TreatyEntry):
        return {
            "type": "treaty",
            "title": entry.title,
            "stage": entry.stage,
            "day": entry.as_of,
            "parties": [f"{party.party.text}: {party.stage}" for party in entry.parties],
            "steps": [{**_fact(step), "status": step.status} for step in entry.milestones],
        }
    return _fact(entry)


def _fact(entry: Entry) -> dict[str, Any]:
    kind = entry.kind_text if entry.kind_text != entry.title else ""
    status = entry.status if entry.status != "completed" else ""
    return {
        "type": "fact",
        "day": entry.dates.text if entry.dates else "",
        "title": entry.title,
        "details": [part for part in (kind, status, *_phrases(entry.details)) if part],
    }


def _phrases(details: Iterable[Detail]) -> list[str]:
    return [detail.phrase for detail in details]
