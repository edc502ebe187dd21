"""The first lines of a page: what they say about it, its title, its subtitle and its byline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.bylines import names_in_byline
from diplobrief.formats.text.headings import without_emphasis
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.markings import (
    handling_of,
    publication_day_of,
    split_page_date,
    web_address_of,
)
from diplobrief.formats.text.page_lines import is_about_the_page, is_timestamp_line
from diplobrief.formats.text.paragraphs import Form, Paragraph
from diplobrief.formats.text.prose import is_prose
from diplobrief.formats.text.titles import find_title
from diplobrief.text.characters import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.formats.text.lines import Line
    from diplobrief.formats.text.parts import Page

__all__ = ["MAX_HEAD", "read_first_line", "read_head", "separate_page_date"]

MAX_HEAD: Final = 12
"""The number of paragraphs in which the title, the byline and the dateline are searched."""
_MAX_PARAGRAPHS_WITH_TITLE_WORD: Final = 40
_MAX_LINES_ABOVE_PROSE: Final = 6
"""The number of lines between the day of a page and its text; a menu has more."""
_BULLETS_ALONE: Final = frozenset("*•+-·")
_MAX_MENU_WORDS: Final = 3
_HEADLINE_LABELS: Final = frozenset(
    {"analysis", "behind_the_scenes", "by_the_numbers", "flashback", "reality_check"}
    | {"state_of_play", "the_big_picture", "the_latest", "what_to_watch"}
)
"""Section kinds whose labels newspapers also put before a headline."""


def separate_page_date(lines: Sequence[Line]) -> Sequence[Line]:
    """Put a headline below the day that stands before it on the first line."""
    if not lines:
        return lines
    first = lines[0]
    day, rest = split_page_date(first.text)
    if not day or not rest or is_prose(rest) or is_timestamp_line(first.text):
        return lines
    column = first.column + len(first.text) - len(rest)
    return (
        first._replace(text=day),
        first._replace(text=rest, column=column),
        *lines[1:],
    )


def read_first_line(page: Page, paragraphs: Sequence[Paragraph]) -> None:
    """Read what a first line says about the page. Its words also stay in the text."""
    if len(paragraphs) < 2 or paragraphs[0].form is not Form.TEXT:
        return
    page.first = paragraphs[0]
    line = page.first.lines[0].text
    page.handling = handling_of(line)
    page.web_address = web_address_of(line)
    if _is_prose_near(paragraphs):  # else it may be the day on which the page was copied
        page.published = publication_day_of(line)


def _is_prose_near(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the text of a page starts without a menu above it."""
    for paragraph in paragraphs[: _MAX_LINES_ABOVE_PROSE + 1]:
        if paragraph.form is Form.ITEM:
            return False
        if paragraph.section_start is not None or is_prose(paragraph.text):
            return True
    return False


def read_head(page: Page, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Read the title and the byline above the first running text or label.

    Returns:
        The paragraphs that remain.
    """
    first = next((each for each in paragraphs if not is_about_the_page(each.text)), None)
    if first is not None and _is_headline(first):
        first.section_start = None
    end = 0
    while end < min(len(paragraphs), MAX_HEAD) and _is_head_line(paragraphs[end]):
        end += 1
    if end in {0, len(paragraphs)}:
        return paragraphs
    head = paragraphs[:end]
    start = _start_of_title(head)
    removed: set[int] = set()
    if start < end and not _is_above_menu(head, paragraphs[end]):
        removed |= _read_title(page, paragraphs, start, end)
    for index, paragraph in enumerate(head):
        names = names_in_byline(paragraph.text) if paragraph.form is Form.TEXT else []
        if names and names != [paragraphs[0].text]:  # else it is the name of the site
            page.authors, page.byline = names, paragraph
            removed.add(index)
            break
    return [paragraph for index, paragraph in enumerate(paragraphs) if index not in removed]


def _start_of_title(head: Sequence[Paragraph]) -> int:
    """Return the index of the first line that is not certainly about the page."""
    start = 0
    while start < len(head) and is_about_the_page(head[start].text):
        start += 1
    return start


def _is_above_menu(head: Sequence[Paragraph], below: Paragraph) -> bool:
    """Whether a menu begins among the lines at the top, or below them: items of a word or two."""
    if any(paragraph.text in _BULLETS_ALONE for paragraph in head):
        return True
    return below.form is Form.ITEM and len(below.unmarked_text.split()) <= _MAX_MENU_WORDS


def _read_title(page: Page, paragraphs: Sequence[Paragraph], start: int, end: int) -> set[int]:
    """Read the title and the subtitle.

    Returns:
        The indexes of their paragraphs.
    """
    first = paragraphs[start]
    if first.text.startswith("# "):
        title = without_emphasis(first.text.removeprefix("# ").lstrip(SPACE))
        return _set_title(page, paragraphs, start, title)
    lines = [without_emphasis(paragraph.text) for paragraph in paragraphs[start:end]]
    labels_follow = paragraphs[end].section_start is not None
    found = find_title(lines, _texts(paragraphs[end:]), labels_follow=labels_follow)
    if found is None:
        return set()
    index = start + found.line
    if found.has_subtitle:
        page.subtitle = paragraphs[index + 1]
        return {index + 1} | _set_title(page, paragraphs, index, lines[found.line])
    return _set_title(page, paragraphs, index, lines[found.line])


def _set_title(page: Page, paragraphs: Sequence[Paragraph], index: int, title: str) -> set[int]:
    page.title, page.title_text = paragraphs[index], title
    return {index, index + 1} if paragraphs[index + 1].is_underline else {index}


def _texts(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs[:_MAX_PARAGRAPHS_WITH_TITLE_WORD]]


def _is_headline(paragraph: Paragraph) -> bool:
    """Whether a first line that starts with a label is a headline: `The Latest: Talks end`."""
    start = paragraph.section_start
    return (
        start is not None
        and start.kind in _HEADLINE_LABELS
        and bool(start.rest)
        and len(paragraph.lines) == 1
        and not is_prose(paragraph.text)
        and not ends_sentence(paragraph.text)
    )


def _is_head_line(paragraph: Paragraph) -> bool:
    if paragraph.section_start is not None or paragraph.form in {Form.ITEM, Form.QUOTED}:
        return False
    return paragraph.form is Form.RULE or not is_prose(paragraph.text)
