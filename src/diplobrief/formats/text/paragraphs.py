"""Layout: the lines of a page as paragraphs, possible items, quotations and rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.headings import opens_section
from diplobrief.formats.text.line_wrapping import ends_sentence, join_lines, runs_on, wrap_width
from diplobrief.formats.text.lists import Marker, marker_of, sure_items
from diplobrief.languages.data import alternatives, merged
from diplobrief.languages.tables import LineWords
from diplobrief.text.characters import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.formats.text.lines import Line

__all__ = ["Chunk", "Form", "chunks_of"]

_RULE: Final = re.compile(r"([-*_])(?:[ \t]*\1){2,}|={3,}|~{3,}|[—–]{3,}")
_MAIL_QUOTE: Final = re.compile(r">+(?![\d=])")
_QUOTE_MARKS: Final = f">{SPACE}"
_SETEXT: Final = frozenset("=-~")
_LETTERED: Final = re.compile(rf"\(?(?:[^\W\d_]|[ivx]{{1,4}})\)[{SPACE}]")
_CONJUNCTION: Final = alternatives(merged(LineWords).conjunctions)
_ENUMERATES: Final = re.compile(rf"(?:[.:;,]|\b(?:{_CONJUNCTION}))$")
"""How a line ends above a lettered clause: (a) …; or"""
_FOOTNOTE_SIGN: Final = re.compile(r"[^\W_][.,;:!?)”»\"]*\*(?![*\w])")


class Form(Enum):
    """What a run of lines is, by its looks."""

    TEXT = auto()
    ITEM = auto()
    QUOTED = auto()
    RULE = auto()


@dataclass(slots=True)
class Chunk:
    """Lines that belong together: a paragraph, an item, a quotation of a mail, or a rule."""

    form: Form
    lines: list[Line]
    marker: Marker | None = None

    @property
    def text(self) -> str:
        """The chunk on one line."""
        if len(self.lines) == 1:
            return self.lines[0].text
        return join_lines(line.text for line in self.lines)

    @property
    def is_underline(self) -> bool:
        """Whether it is drawn under the line before it."""
        line = self.lines[0]
        return self.form is Form.RULE and not line.after_gap and len(set(line.text) & _SETEXT) == 1


def chunks_of(lines: Sequence[Line]) -> list[Chunk]:
    """Put lines together that make one paragraph or one item.

    Where a page has one line for each paragraph, every line is one; where it was wrapped, the
    lines of a paragraph are joined. Indented lines below an item belong to it.
    """
    width = wrap_width(lines)
    chunks: list[Chunk] = []
    for line in lines:
        last = chunks[-1] if chunks else None
        if _MAIL_QUOTE.match(line.text):
            if last is not None and last.form is Form.QUOTED and not line.after_gap:
                last.lines.append(line)
            elif line.text.strip(_QUOTE_MARKS):
                chunks.append(Chunk(Form.QUOTED, [line]))
            continue
        if _RULE.fullmatch(line.text):
            chunks.append(Chunk(Form.RULE, [line]))
            continue
        marker = marker_of(line.text)
        if last is not None and _continues(last, line, marker, width):
            last.lines.append(line)
        elif marker is None:
            chunks.append(Chunk(Form.TEXT, [line]))
        else:
            chunks.append(Chunk(Form.ITEM, [line], marker))
    _withdraw_unsure_items(chunks)
    return chunks


def _continues(last: Chunk, line: Line, marker: Marker | None, width: int | None) -> bool:
    if line.after_gap or marker is not None or last.form not in {Form.TEXT, Form.ITEM}:
        return False
    upper = last.lines[-1]
    is_below = last.form is Form.ITEM and line.indent > last.lines[0].indent
    if not is_below and not runs_on(upper, line, width):
        return False
    if opens_section(line.text) and (ends_sentence(upper.text) or line.text[0] in "#*_"):
        return False
    if not is_below and _LETTERED.match(line.text) and _ENUMERATES.search(upper.text):
        return False
    return not (len(last.lines) == 1 and opens_section(upper.text, alone=True))


def _withdraw_unsure_items(chunks: list[Chunk]) -> None:
    starred = False
    for above, chunk, below in zip(
        (None, *chunks), tuple(chunks), (*chunks[1:], None), strict=False
    ):
        said = chunk.marker.said if chunk.marker is not None else chunk.text
        is_lone_star = _style(chunk) == "*" and "*" not in {_style(above), _style(below)}
        is_listed = _goes_on(above, chunk) or _goes_on(chunk, below)
        if (starred and is_lone_star) or (not is_listed and _is_marked_heading(chunk)):
            _withdraw(chunk)
        starred = starred or (said.count("*") == 1 and _FOOTNOTE_SIGN.search(said) is not None)
    start = 0
    while start < len(chunks):
        end = start
        while end < len(chunks) and chunks[end].form is Form.ITEM:
            end += 1
        if end == start:
            start += 1
            continue
        run = chunks[start:end]
        before = chunks[start - 1].lines[-1].text if start else ""
        introduced = before.endswith((":", "：")) or (
            bool(before) and opens_section(before, alone=True)
        )
        sure = sure_items([chunk.marker for chunk in run if chunk.marker], introduced=introduced)
        for chunk, is_item in zip(run, sure, strict=True):
            if not is_item:
                _withdraw(chunk)
        start = end


def _withdraw(chunk: Chunk) -> None:
    chunk.form, chunk.marker = Form.TEXT, None


def _is_marked_heading(chunk: Chunk) -> bool:
    """Whether it is a known label behind a number or a sign: an item of a list, or a heading."""
    return (
        chunk.marker is not None
        and not chunk.marker.is_sure
        and len(chunk.lines) == 1
        and opens_section(chunk.lines[0].text, alone=True)
    )


def _goes_on(upper: Chunk | None, lower: Chunk | None) -> bool:
    """Whether two items, one below the other, belong to one list: numbers follow each other."""
    if upper is None or lower is None or upper.marker is None or lower.marker is None:
        return False
    if lower.lines[0].after_gap and not upper.lines[0].after_gap:
        return False
    one, two = upper.marker, lower.marker
    if one.number is None or two.number is None:
        return one.style == two.style
    return one.style == two.style and two.number == one.number + 1


def _style(chunk: Chunk | None) -> str:
    return chunk.marker.style if chunk is not None and chunk.marker is not None else ""
