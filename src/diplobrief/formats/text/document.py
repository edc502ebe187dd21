"""Pages: the paragraphs of a pasted text as title, authors, dateline and sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.bylines import is_name, may_be_byline, names_in_byline
from diplobrief.formats.text.datelines import dateline_line, dateline_of
from diplobrief.formats.text.headings import Opening, without_emphasis
from diplobrief.formats.text.line_wrapping import ends_sentence, join_lines
from diplobrief.formats.text.lists import Item, ItemList, as_markdown, item_lists
from diplobrief.formats.text.paragraphs import Chunk, Form, chunks_of
from diplobrief.formats.text.quotations import quotation
from diplobrief.formats.text.section_starts import openings_of
from diplobrief.formats.text.timestamps import is_timestamp_line
from diplobrief.formats.text.titles import first_line_is_title, is_prose
from diplobrief.text.characters import SPACE
from diplobrief.text.plain import to_inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.formats.text.lines import Line

__all__ = ["Block", "Page", "Section", "page_of"]

_HEAD: Final = 12
_DATELINE_WITHIN: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOSING_QUOTES: Final = ("”", '"', "»", "“", "」")


@dataclass(slots=True)
class Block:
    """One block of the result and the lines on which it stands."""

    data: dict[str, object]
    lines: Sequence[Line]


@dataclass(slots=True)
class Section:
    """One section of the result and the lines of its heading."""

    kind: str | None
    heading: str | None
    lines: Sequence[Line]
    blocks: list[Block] = field(default_factory=list[Block])


@dataclass(slots=True)
class Page:
    """What a text says, with the lines on which it says it."""

    sections: list[Section] = field(default_factory=list[Section])
    title: Chunk | None = None
    title_text: str = ""
    dateline: dict[str, object] | None = None
    dateline_chunk: Chunk | None = None
    authors: list[str] = field(default_factory=list[str])
    byline: Chunk | None = None


def page_of(lines: Sequence[Line]) -> Page:
    """Read the lines of a page."""
    chunks = chunks_of(lines)
    openings = openings_of(chunks)
    page = Page()
    _take_head(page, chunks, openings)
    _take_signature(page, chunks, openings)
    _take_sections(page, chunks, openings)
    return page


def _take_head(page: Page, chunks: list[Chunk], openings: list[Opening | None]) -> None:
    """Take the title and the byline from the lines before the first running text or label."""
    if openings and _is_headline(chunks, openings[0]):
        openings[0] = None
    end = 0
    while end < min(len(chunks), _HEAD) and _is_head_line(chunks[end], openings[end]):
        end += 1
    if not end:
        _take_dateline(page, chunks, openings)
        return
    first = chunks[0]
    is_marked = first.text.startswith("# ")
    title = without_emphasis(first.text.removeprefix("# ").lstrip(SPACE))
    others = [chunk.text for chunk in chunks[1:end]]
    labels_follow = end < len(chunks) and openings[end] is not None
    follows = end < len(chunks)
    taken: set[int] = set()
    if follows and (
        is_marked or first_line_is_title(title, others, labels_follow=labels_follow)
    ):  # fmt: skip
        page.title, page.title_text = first, title
        taken.add(0)
        if end > 1 and chunks[1].is_underline:
            taken.add(1)
    if follows:
        _take_head_byline(page, chunks[:end], taken)
    kept = [index for index in range(len(chunks)) if index not in taken]
    if taken:
        openings[:] = [openings[index] for index in kept]
        chunks[:] = [chunks[index] for index in kept]
    _take_dateline(page, chunks, openings)


def _take_head_byline(page: Page, head: Sequence[Chunk], taken: set[int]) -> None:
    """Take a byline that stands at the top, with only the title and lines of metadata around."""
    for index, chunk in enumerate(head):
        names = names_in_byline(chunk.text) if chunk.form is Form.TEXT else []
        if names:
            page.authors, page.byline = names, chunk
            taken.add(index)
            return


def _is_headline(chunks: Sequence[Chunk], opening: Opening | None) -> bool:
    """Whether a first line that begins with a label is a headline: `Analysis: Why it failed`."""
    return (
        opening is not None
        and opening.kind == "analysis"
        and bool(opening.rest)
        and len(chunks[0].lines) == 1
        and not is_prose(chunks[0].text)
        and not ends_sentence(chunks[0].text)
    )


def _is_head_line(chunk: Chunk, opening: Opening | None) -> bool:
    if opening is not None or chunk.form in {Form.ITEM, Form.QUOTED}:
        return False
    return chunk.form is Form.RULE or not is_prose(chunk.text)


def _take_dateline(page: Page, chunks: Sequence[Chunk], openings: Sequence[Opening | None]) -> None:
    """Read the dateline of the first running texts; its words stay there."""
    prose = 0
    for chunk, opening in zip(chunks[:_HEAD], openings, strict=False):
        if chunk.form is not Form.TEXT:
            return
        text = opening.rest if opening is not None else chunk.text
        page.dateline = dateline_line(text)
        if page.dateline is None and (not text or is_timestamp_line(text)):
            continue
        page.dateline = page.dateline or dateline_of(text)
        if page.dateline is not None:
            page.dateline_chunk = chunk
            return
        prose += is_prose(text)
        if prose == _DATELINE_WITHIN or opening is not None:
            return


def _take_signature(page: Page, chunks: list[Chunk], openings: list[Opening | None]) -> None:
    """Take the authors from the last line, if the page named none before."""
    if page.authors or len(chunks) < 2 or any(map(_is_byline, chunks[:-1])):
        return  # of several, none is certain to be the page's
    last, before = chunks[-1], chunks[-2]
    if last.form is not Form.TEXT or len(last.lines) > 1 or openings[-1] is not None:
        return
    if openings[-2] is not None and not openings[-2].rest and len(before.lines) == 1:
        return  # it is all that the section says
    text, above = last.lines[0].text, before.lines[-1].text
    if not (last.lines[0].after_gap or ends_sentence(above)):
        return
    names = names_in_byline(text, quoted_above=above.endswith(_CLOSING_QUOTES))
    if not names and is_name(text) and any(is_prose(chunk.text) for chunk in chunks[:-1]):
        names = [] if _share_a_word(chunks[:-1], text) else [" ".join(text.split())]
    if names:
        page.authors, page.byline = names, last
        chunks.pop()
        openings.pop()


def _is_byline(chunk: Chunk) -> bool:
    return chunk.form is Form.TEXT and len(chunk.lines) == 1 and may_be_byline(chunk.text)


def _share_a_word(chunks: Sequence[Chunk], name: str) -> bool:
    """Whether a word of the last line stands elsewhere: then it may be no name, or no author's."""
    wanted = _WORD.findall(name.lower())
    lines = (line.text.lower() for chunk in chunks for line in chunk.lines)
    return any(
        any(word in line for word in wanted) and not set(wanted).isdisjoint(_WORD.findall(line))
        for line in lines
    )


def _take_sections(page: Page, chunks: Sequence[Chunk], openings: Sequence[Opening | None]) -> None:
    index = 0
    while index < len(chunks):
        chunk, opening = chunks[index], openings[index]
        if opening is not None:
            page.sections.append(Section(opening.kind, to_inline(opening.heading), chunk.lines))
            said = join_lines(
                part for part in (opening.rest, *(line.text for line in chunk.lines[1:])) if part
            )
            if said:
                _add(page, Block({"type": "paragraph", "text": to_inline(said)}, chunk.lines))
            elif index + 1 < len(chunks) and chunks[index + 1].is_underline:
                index += 1
            index += 1
        elif chunk.form is Form.ITEM:
            end = index
            while end < len(chunks) and chunks[end].form is Form.ITEM:
                end += 1
            run = chunks[index:end]
            items = [Item(one.marker, one.lines) for one in run if one.marker is not None]
            for each in item_lists(items):
                _add(page, _list_block(each))
            index = end
        else:
            _add(page, _text_block(chunk))
            index += 1


def _add(page: Page, block: Block) -> None:
    if not page.sections:
        page.sections.append(Section("lede", None, block.lines))
    page.sections[-1].blocks.append(block)


def _text_block(chunk: Chunk) -> Block:
    if chunk.form is Form.QUOTED:
        return Block({"type": "markdown", "text": quotation(chunk.lines)}, chunk.lines)
    text = chunk.text
    if chunk.form is Form.RULE and text[0] in "-*_":
        return Block({"type": "markdown", "text": text}, chunk.lines)
    return Block({"type": "paragraph", "text": to_inline(text)}, chunk.lines)


def _list_block(items: ItemList) -> Block:
    if items.is_nested:
        return Block({"type": "markdown", "text": "\n".join(as_markdown(items))}, items.lines)
    texts = [to_inline(item.text) for item in items.items]
    if items.start is None:
        return Block({"type": "bullets", "items": texts}, items.lines)
    return Block({"type": "numbered", "start": items.start, "items": texts}, items.lines)
