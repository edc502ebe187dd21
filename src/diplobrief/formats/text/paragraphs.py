"""The lines of a page as paragraphs, list items, mail quotations and rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.headings import SectionStart, starts_section
from diplobrief.formats.text.line_wrapping import ends_sentence, join_lines, runs_on, wrap_width
from diplobrief.formats.text.lists import Marker, are_items, marker_of
from diplobrief.languages.data import alternatives, merged
from diplobrief.languages.tables import LineWords
from diplobrief.text.characters import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.formats.text.lines import Line

__all__ = ["Form", "Paragraph", "paragraphs_of"]

_RULE: Final = re.compile(r"([-*_])(?:[ \t]*\1){2,}|={3,}|~{3,}|[—–]{3,}")
_MAIL_QUOTE: Final = re.compile(r">+(?![\d=])")
_QUOTE_MARKS: Final = f">{SPACE}"
_UNDERLINE: Final = frozenset("=-~")
_LETTERED: Final = re.compile(rf"\(?(?:[^\W\d_]|[ivx]{{1,4}})\)[{SPACE}]")
_CONJUNCTION: Final = alternatives(merged(LineWords).conjunctions)
_BEFORE_LETTERED: Final = re.compile(rf"(?:[.:;,]|\b(?:{_CONJUNCTION}))$")
"""The end of a line above a lettered clause: "(a) …; or"."""
_FOOTNOTE_SIGN: Final = re.compile(r"[^\W_][.,;:!?)”»\"]*\*(?![*\w])")


class Form(Enum):
    """What a paragraph looks like."""

    TEXT = auto()
    ITEM = auto()
    QUOTED = auto()
    RULE = auto()


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together: running text, a list item, a mail quotation or a rule.

    Args:
        form: What it looks like.
        lines: Its lines.
        marker: The bullet or number of an item.
        section_start: The section that it starts, if any.
    """

    form: Form
    lines: list[Line]
    marker: Marker | None = None
    section_start: SectionStart | None = None

    @property
    def text(self) -> str:
        """The paragraph on one line, with the marker of an item."""
        if len(self.lines) == 1:
            return self.lines[0].text
        return join_lines(line.text for line in self.lines)

    @property
    def unmarked_text(self) -> str:
        """The first line of an item without its marker, or the text of another paragraph."""
        return self.text if self.marker is None else self.marker.text

    @property
    def is_underline(self) -> bool:
        """Whether it is a rule that underlines the line before it."""
        line = self.lines[0]
        return (
            self.form is Form.RULE and not line.after_gap and len(set(line.text) & _UNDERLINE) == 1
        )


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Group lines into paragraphs.

    If the page has one line for each paragraph, every line is one. If it was wrapped, the lines of
    a paragraph are joined. Indented lines below an item belong to that item.
    """
    width = wrap_width(lines)
    paragraphs: list[Paragraph] = []
    for line in lines:
        last = paragraphs[-1] if paragraphs else None
        if _MAIL_QUOTE.match(line.text):
            if last is not None and last.form is Form.QUOTED and not line.after_gap:
                last.lines.append(line)
            elif line.text.strip(_QUOTE_MARKS):
                paragraphs.append(Paragraph(Form.QUOTED, [line]))
            continue
        if _RULE.fullmatch(line.text):
            paragraphs.append(Paragraph(Form.RULE, [line]))
            continue
        marker = marker_of(line.text)
        if marker is not None and marker.is_pictograph and starts_section(line.text):
            marker = None
        if last is not None and _continues(last, line, marker, width):
            last.lines.append(line)
        elif marker is None:
            paragraphs.append(Paragraph(Form.TEXT, [line]))
        else:
            paragraphs.append(Paragraph(Form.ITEM, [line], marker))
    _withdraw_headings_and_footnotes(paragraphs)
    _withdraw_uncertain_items(paragraphs)
    return paragraphs


def _continues(last: Paragraph, line: Line, marker: Marker | None, width: int | None) -> bool:
    """Whether a line belongs to the paragraph above it."""
    if line.after_gap or marker is not None or last.form not in {Form.TEXT, Form.ITEM}:
        return False
    upper = last.lines[-1]
    is_indented = last.form is Form.ITEM and line.indent > last.lines[0].indent
    if not is_indented and not runs_on(upper, line, width):
        return False
    if starts_section(line.text) and (ends_sentence(upper.text) or line.text[0] in "#*_"):
        return False
    if not is_indented and _LETTERED.match(line.text) and _BEFORE_LETTERED.search(upper.text):
        return False
    return not (len(last.lines) == 1 and starts_section(upper.text, alone=True))


def _withdraw_headings_and_footnotes(paragraphs: list[Paragraph]) -> None:
    """Turn items back into text that are numbered headings, or footnotes marked with a star."""
    footnote_expected = False
    for above, paragraph, below in zip(
        (None, *paragraphs), tuple(paragraphs), (*paragraphs[1:], None), strict=False
    ):
        text = paragraph.unmarked_text
        is_single_star = _style(paragraph) == "*" and "*" not in {_style(above), _style(below)}
        is_in_list = _are_consecutive(above, paragraph) or _are_consecutive(paragraph, below)
        is_footnote = footnote_expected and is_single_star
        if is_footnote or (not is_in_list and _is_marked_heading(paragraph)):
            _withdraw(paragraph)
        footnote_expected = footnote_expected or (
            text.count("*") == 1 and _FOOTNOTE_SIGN.search(text) is not None
        )


def _withdraw_uncertain_items(paragraphs: list[Paragraph]) -> None:
    """Turn items back into text that may be something else; see `are_items`."""
    for before, run in _runs_of_items(paragraphs):
        introduced = before.endswith((":", "：")) or (
            bool(before) and starts_section(before, alone=True)
        )
        markers = [paragraph.marker for paragraph in run if paragraph.marker]
        for paragraph, is_item in zip(run, are_items(markers, introduced=introduced), strict=True):
            if not is_item:
                _withdraw(paragraph)


def _runs_of_items(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, Sequence[Paragraph]]]:
    """Yield each run of consecutive items, after the text of the line before it."""
    start = 0
    while start < len(paragraphs):
        end = start
        while end < len(paragraphs) and paragraphs[end].form is Form.ITEM:
            end += 1
        if end == start:
            start += 1
            continue
        yield paragraphs[start - 1].lines[-1].text if start else "", paragraphs[start:end]
        start = end


def _withdraw(paragraph: Paragraph) -> None:
    paragraph.form, paragraph.marker = Form.TEXT, None


def _is_marked_heading(paragraph: Paragraph) -> bool:
    """Whether it is a known label after a number or a bullet: an item of a list, or a heading."""
    return (
        paragraph.marker is not None
        and not paragraph.marker.is_certain
        and len(paragraph.lines) == 1
        and starts_section(paragraph.lines[0].text, alone=True)
    )


def _are_consecutive(upper: Paragraph | None, lower: Paragraph | None) -> bool:
    """Whether two adjacent items belong to the same list, judging by their markers."""
    if upper is None or lower is None or upper.marker is None or lower.marker is None:
        return False
    if lower.lines[0].after_gap and not upper.lines[0].after_gap:
        return False
    first, second = upper.marker, lower.marker
    if first.number is None or second.number is None:
        return first.style == second.style
    return first.style == second.style and second.number == first.number + 1


def _style(paragraph: Paragraph | None) -> str:
    return paragraph.marker.style if paragraph is not None and paragraph.marker is not None else ""
