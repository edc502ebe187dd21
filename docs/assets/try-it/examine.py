"""What the page "Try it" asks the library, as one JSON text for its script.

Everything in the answer is plain text; the script shows it as text nodes, never as markup.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diplobrief import (
    Brief,
    BriefError,
    check_text,
    dumps,
    loads,
    timeline,
    to_plain,
    treaty_status,
)
from diplobrief.diagnostics import format_path
from diplobrief.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief import Block, Finding, Section, TimelineStep, Treaty


def examine(text: str, format: str) -> str:
    """Return what is found in a text, its other formats, and its reading view."""
    text = text.removeprefix("\ufeff")
    found = check_text(text, format)
    answer: dict[str, Any] = {"findings": [_finding(item) for item in found]}
    try:
        brief = loads(text, format)
    except BriefError:
        return json.dumps(answer)
    answer["written"] = {
        name: dumps(brief, name)
        for name, known in FORMATS.items()
        if known.is_written and name != format
    }
    answer["reading"] = _reading(brief)
    return json.dumps(answer)


def _finding(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "path": format_path(finding.path),
        "span": span and [span.line, span.column, span.end_line, span.end_column],
    }


def _reading(brief: Brief) -> dict[str, Any]:
    names = dict(_names(brief))
    dateline = brief.dateline
    authors = ", ".join(author.name for author in brief.authors)
    about = (
        dateline and dateline.place,
        brief.day or brief.published_as_written,
        authors and f"by {authors}",
        brief.publisher,
        brief.handling and brief.handling.tlp,
    )
    return {
        "title": to_plain(brief.title or ""),
        "subtitle": to_plain(brief.subtitle or ""),
        "about": [str(part) for part in about if part],
        "language": brief.language,
        "sections": [_section(section) for section in brief.sections],
        "quotes": [
            {
                "speakers": _named(quote.speakers, names),
                "text": quote.text,
                "mode": quote.mode,
                "stance": _words(quote.stance),
            }
            for quote in brief.quotes
        ],
        "treaties": [_treaty(brief, treaty, names) for treaty in brief.treaties],
    }


def _names(brief: Brief) -> Iterator[tuple[str, str]]:
    for actor in brief.actors:
        yield actor.id, actor.description if actor.kind == "unnamed" else actor.name
    for treaty in brief.treaties:
        yield treaty.id, treaty.short_title or treaty.title
    for act in brief.acts:
        if act.id:
            yield act.id, act.title or _words(act.kind)


def _section(section: Section) -> dict[str, Any]:
    heading = to_plain(section.heading) if section.heading else ""
    if not heading and section.kind != "lede":
        heading = _words(section.kind).capitalize()
    return {
        "heading": heading,
        "language": section.language,
        "blocks": [_block(block) for block in section.content],
    }


def _block(block: Block) -> dict[str, Any]:
    if block.type == "paragraph":
        return {"type": block.type, "text": to_plain(block.text)}
    if block.type == "markdown":
        return {"type": block.type, "text": block.text}
    items = [to_plain(item) for item in block.items]
    return {"type": block.type, "items": items, "start": getattr(block, "start", 1)}


def _treaty(brief: Brief, treaty: Treaty, names: dict[str, str]) -> dict[str, Any]:
    status = treaty_status(brief, treaty.id)
    return {
        "title": treaty.title,
        "stage": _words(str(status)),
        "day": str(brief.day or ""),
        "parties": [
            {"name": names.get(party, party), "stage": _words(str(how))}
            for party, how in status.parties.items()
        ],
        "steps": [_step(step, names) for step in timeline(treaty)],
    }


def _step(step: TimelineStep, names: dict[str, str]) -> dict[str, Any]:
    act = step.milestone
    said = (
        _named(act.parties, names),
        act.by and f"by {_named(act.by, names)}",
        act.effective and f"effective {act.effective}",
        act.place,
        act.condition,
    )
    return {
        "day": str(act.date or act.date_as_written or act.effective or "no date"),
        "kind": _words(act.kind),
        "status": act.status,
        "said": [part for part in said if part],
    }


def _named(references: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(names.get(reference, reference) for reference in references)


def _words(term: str | None) -> str:
    return (term or "").removeprefix("x-").replace("_", " ")
