"""Mechanical repairs, made in the document where the text stands, and nowhere else.

A repair is made only if the document then says what the brief says with the repair, and nothing
else: whatever the format has to say about quotation marks and escapes, that is what counts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from diplobrief.checks.runner import check_document
from diplobrief.checks.settings import DEFAULT, Settings
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.model import Brief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.diagnostics import Finding, Fix, Path
    from diplobrief.formats import Format
    from diplobrief.formats.document import Document


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after its repairs.

    Args:
        text: The document.
        mended: What was found and is repaired.
        left: What could be repaired, but not where it stands: written over several lines or with
            escapes. In the canonical form it can.
    """

    text: str
    mended: Sequence[Finding]
    left: Sequence[Finding]


def mend_text(text: str, format: Format, settings: Settings = DEFAULT) -> Mended:
    r"""Make all mechanical repairs of what a check finds in a document.

    Args:
        text: The document.
        format: Its format.
        settings: What is looked for.

    Returns:
        The document, with what was repaired and what was not; as it was where nothing can be
        repaired, or where it is no brief.

    Example:
        >>> from diplobrief.formats import format_named
        >>> mend_text("# Me\u0301xico and\u200b Peru\n", format_named("markdown")).text
        '# México and Peru\n'
    """
    mended: list[Finding] = []
    document = format.open(text)
    left = _repairable(document, settings)
    while left:
        done, better = _mend_some(document, format, left)
        if better is document:
            break
        mended += done
        # Of two repairs of one text the second is found anew.
        document, left = better, _repairable(better, settings)
    return Mended(document.text, mended, left)


def _repairable(document: Document, settings: Settings) -> list[Finding]:
    """Return what can be repaired, from the end of the document on, each place once."""
    found = [one for one in check_document(document, settings) if one.fix and one.span]
    places = {(one.line, one.column): one for one in found}
    return [places[place] for place in sorted(places, reverse=True)]


def _mend_some(
    document: Document, format: Format, found: list[Finding]
) -> tuple[list[Finding], Document]:
    """Make all repairs that can be made in place, at once; where that does not hold, by halves."""
    data: Any = document.brief.model_dump(mode="json", exclude_unset=True)
    text = document.text
    lines = LineIndex(text)
    edits = [(one, edit) for one in found if (edit := _edit(text, lines, one, data)) is not None]
    if not edits:
        return [], document
    for _, (start, end, new) in edits:
        text = text[:start] + new + text[end:]
    better = format.open(text)
    wanted = _with(data, [one.fix for one, _ in edits if one.fix])
    if wanted is not None and _says(better, wanted):
        return [one for one, _ in edits], better
    if len(edits) == 1:
        return [], document
    half = len(edits) // 2
    # The first half stands behind the second, whose places still hold after it.
    behind, document = _mend_some(document, format, [one for one, _ in edits[:half]])
    before, document = _mend_some(document, format, [one for one, _ in edits[half:]])
    return behind + before, document


def _with(data: Any, fixes: Sequence[Fix]) -> Brief | None:
    """Return the brief of plain data with some texts changed; `None` where it would be none."""
    for fix in fixes:
        _at(data, fix.path[:-1])[fix.path[-1]] = fix.value
    try:
        return Brief.model_validate(data)
    except ValidationError:
        return None


def _edit(
    text: str,
    lines: LineIndex,
    found: Finding,
    data: Any,
) -> tuple[int, int, str] | None:
    """Return from where to where a document changes, and to what; `None` where nobody can say."""
    span, fix = found.span, found.fix
    if span is None or fix is None:
        return None
    start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
    stands = text[start:end]
    pairs = zip(_written(_at(data, fix.path)), _written(fix.value), strict=True)
    for old, new in pairs:
        if stands.count(old) == 1:
            return start, end, stands.replace(old, new)
    return None


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _written(text: str) -> Iterator[str]:
    """Yield how a text may stand in a document: as it is, in quotation marks, with escapes."""
    yield text
    yield text.replace("'", "''")
    yield json.dumps(text, ensure_ascii=False)[1:-1]
    yield json.dumps(text)[1:-1]


def _says(document: Document, wanted: Brief) -> bool:
    try:
        return document.brief == wanted
    except BriefError:
        return False
