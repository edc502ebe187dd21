"""The title, authors, dateline and sections of a pasted text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.bylines import is_certain_name, may_be_byline, names_in_byline
from diplobrief.formats.text.datelines import dateline_line, dateline_of
from diplobrief.formats.text.head import MAX_HEAD, read_first_line, read_head, separate_page_date
from diplobrief.formats.text.line_wrapping import ends_sentence, join_lines
from diplobrief.formats.text.lists import Item, ItemList, as_markdown, item_lists
from diplobrief.formats.text.page_lines import is_timestamp_line
from diplobrief.formats.text.paragraphs import Form, Paragraph, paragraphs_of
from diplobrief.formats.text.parts import Block, Page, Section
from diplobrief.formats.text.prose import is_prose
from diplobrief.formats.text.quotations import quotation
from diplobrief.formats.text.section_starts import find_section_starts
from diplobrief.languages.detection import language_of
from diplobrief.text.plain import to_inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.formats.text.lines import Line

__all__ = ["page_of"]

_MAX_PROSE_BEFORE_DATELINE: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOSING_QUOTES: Final = ("”", '"', "»", "“", "」")


def page_of(lines: Sequence[Line]) -> Page:
    """Return the parts of a page.

    Args:
        lines: The lines of the page, without blank ones.
    """
    paragraphs = paragraphs_of(separate_page_date(lines))
    find_section_starts(paragraphs)
    page = Page()
    page.language = language_of(" ".join(line.text for line in lines))
    read_first_line(page, paragraphs)
    below_head = read_head(page, paragraphs)
    _read_dateline(page, below_head)
    body = _read_signature(page, below_head)
    _read_sections(page, body)
    return page


def _read_dateline(page: Page, paragraphs: Sequence[Paragraph]) -> None:
    """Read the dateline of the first running text. Its words also stay in the text."""
    prose = 0
    for paragraph in paragraphs[:MAX_HEAD]:
        if paragraph.form is Form.ITEM:
            continue  # some papers put the main points above the story
        if paragraph.form is not Form.TEXT:
            return
        start = paragraph.section_start
        text = paragraph.text if start is None else start.rest
        page.dateline = dateline_line(text)
        if page.dateline is None and (not text or is_timestamp_line(text)):
            continue
        page.dateline = page.dateline or dateline_of(text)
        if page.dateline is not None:
            page.dateline_paragraph = paragraph
            return
        prose += is_prose(text)
        if prose == _MAX_PROSE_BEFORE_DATELINE or start is not None:
            return


def _read_signature(page: Page, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Read the authors from the last line if the head does not name any.

    Returns:
        The paragraphs that remain.
    """
    if page.authors or len(paragraphs) < 2 or any(map(_is_byline, paragraphs[:-1])):
        return paragraphs  # of several bylines, none is certain to name the authors of the page
    last, before = paragraphs[-1], paragraphs[-2]
    if last.form is not Form.TEXT or len(last.lines) > 1 or last.section_start is not None:
        return paragraphs
    if before.section_start and not before.section_start.rest and len(before.lines) == 1:
        return paragraphs  # the last line is the whole content of a section
    text, above = last.lines[0].text, before.lines[-1].text
    if not (last.lines[0].after_gap or ends_sentence(above)):
        return paragraphs
    names = names_in_byline(text, quoted_above=above.endswith(_CLOSING_QUOTES))
    if (
        not names
        and is_certain_name(text)
        and any(is_prose(paragraph.text) for paragraph in paragraphs[:-1])
        and not _share_a_word(paragraphs[:-1], text)
    ):
        names = [" ".join(text.split())]
    if not names:
        return paragraphs
    page.authors, page.byline = names, last
    return paragraphs[:-1]


def _is_byline(paragraph: Paragraph) -> bool:
    return (
        paragraph.form is Form.TEXT and len(paragraph.lines) == 1 and may_be_byline(paragraph.text)
    )


def _share_a_word(paragraphs: Sequence[Paragraph], name: str) -> bool:
    """Whether a word of the last line occurs in the text: then it may not be an author's name."""
    words = _WORD.findall(name.lower())
    lines = (line.text.lower() for paragraph in paragraphs for line in paragraph.lines)
    return any(
        any(word in line for word in words) and not set(words).isdisjoint(_WORD.findall(line))
        for line in lines
    )


def _read_sections(page: Page, paragraphs: Sequence[Paragraph]) -> None:
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        start = paragraph.section_start
        if start is not None:
            page.sections.append(Section(start.kind, to_inline(start.heading), paragraph.lines))
            rest = (start.rest, *(line.text for line in paragraph.lines[1:]))
            text = join_lines(filter(None, rest))
            if text:
                data: dict[str, object] = {"type": "paragraph", "text": to_inline(text)}
                _add(page, Block(data, paragraph.lines))
            elif index + 1 < len(paragraphs) and paragraphs[index + 1].is_underline:
                index += 1
            index += 1
        elif paragraph.form is Form.ITEM:
            end = index
            while end < len(paragraphs) and paragraphs[end].form is Form.ITEM:
                end += 1
            items = [
                Item(item.marker, item.lines)
                for item in paragraphs[index:end]
                if item.marker is not None
            ]
            for item_list in item_lists(items):
                _add(page, _list_block(item_list))
            index = end
        else:
            _add(page, _text_block(paragraph))
            index += 1


def _add(page: Page, block: Block) -> None:
    if not page.sections:
        page.sections.append(Section("lede", None, block.lines))
    page.sections[-1].blocks.append(block)


def _text_block(paragraph: Paragraph) -> Block:
    if paragraph.form is Form.QUOTED:
        quoted = quotation(paragraph.lines)
        return Block({"type": "markdown", "text": quoted}, paragraph.lines)
    text = paragraph.text
    if paragraph.form is Form.RULE and text[0] in "-*_":
        return Block({"type": "markdown", "text": text}, paragraph.lines)
    return Block({"type": "paragraph", "text": to_inline(text)}, paragraph.lines)


def _list_block(items: ItemList) -> Block:
    if items.is_nested or items.has_padded_numbers:
        return Block({"type": "markdown", "text": "\n".join(as_markdown(items))}, items.lines)
    texts = [to_inline(item.text) for item in items.items]
    if items.start is None:
        return Block({"type": "bullets", "items": texts}, items.lines)
    return Block({"type": "numbered", "start": items.start, "items": texts}, items.lines)
