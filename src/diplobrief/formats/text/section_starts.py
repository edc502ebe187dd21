"""The paragraphs that start the sections of a page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.headings import (
    SectionStart,
    extension_kind,
    is_heading_in_capitals,
    labelled_start,
    marked_heading,
    possible_heading,
)
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.paragraphs import Form, Paragraph
from diplobrief.formats.text.prose import is_sentence
from diplobrief.languages.data import alternatives, merged
from diplobrief.languages.tables import LineWords
from diplobrief.model.vocabulary.sections import kind_of_heading
from diplobrief.text.characters import INVISIBLE, SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_section_starts"]

_OPENING_QUOTES: Final = "“”\"«»„‘’'「『—–-"
_SPEECH_START: Final = re.compile(rf"(?:{alternatives(merged(LineWords).speech_starts)})\b")
_PROSE_WORDS: Final = 8
_PROSE_LENGTH: Final = 12
_SENTENCE_WORDS: Final = 4
_CERTAIN_PROSE_LENGTH: Final = 140
_QUESTION_MARKS: Final = ("?", "؟", "？")
_FURTHER_READING: Final = "go_deeper"
_BETWEEN_LABEL_AND_COLON: Final = f"*_{SPACE}{INVISIBLE}"


def find_section_starts(paragraphs: Sequence[Paragraph]) -> None:
    """Set `section_start` of each paragraph that starts a section.

    A known label starts a section, unless it stands in a menu or above a link within the story. An
    unknown heading does if prose follows and it either ends with a colon, like a known label of the
    page, and is not likely a speaker, or is in capitals like all known labels of the page.
    """
    for paragraph in paragraphs:
        if paragraph.form is Form.TEXT:
            line = paragraph.lines[0].text
            paragraph.section_start = labelled_start(line) or marked_heading(line)
    _withdraw_questions(paragraphs)
    _withdraw_labels_of_web_pages(paragraphs)
    single_lines = [
        index
        for index, paragraph in enumerate(paragraphs)
        if paragraph.section_start is None
        and paragraph.form is Form.TEXT
        and len(paragraph.lines) == 1
    ]
    in_capitals = _headings_in_capitals(paragraphs, single_lines)
    with_colon = _headings_with_colon(paragraphs, single_lines)
    for index, start in (with_colon | in_capitals).items():
        below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if (
            below is not None
            and below.section_start is None
            and _is_prose(below)
            and (index in in_capitals or not _is_speech(below))
        ):
            paragraphs[index].section_start = start


def _withdraw_questions(paragraphs: Sequence[Paragraph]) -> None:
    """Turn a question back into text that is answered on its line, if no other label is there.

    "What changed? The Senate voted." may be a label, or how an author speaks.
    """
    starts = [paragraph for paragraph in paragraphs if paragraph.section_start is not None]
    if len({start.section_start.kind for start in starts if start.section_start}) > 1:
        return
    for paragraph in starts:
        start = paragraph.section_start
        if (
            start is not None
            and start.rest
            and start.heading.endswith(_QUESTION_MARKS)
            and kind_of_heading(start.heading.rstrip("".join(_QUESTION_MARKS))) is None
        ):
            paragraph.section_start = None


def _withdraw_labels_of_web_pages(paragraphs: Sequence[Paragraph]) -> None:
    """Turn labels back into text that web pages use in menus and above links.

    A label without any mark needs a sentence or a list of some length below it. "Read more" within
    a story that has no other label stands above a link, and the story goes on below that.
    """
    kinds = {start.kind for paragraph in paragraphs if (start := paragraph.section_start)}
    is_story_below = False
    for index in range(len(paragraphs) - 1, -1, -1):
        paragraph, start = paragraphs[index], paragraphs[index].section_start
        if start is None:
            is_story_below = is_story_below or _is_certain_prose(paragraph)
            continue
        if not start.rest and len(paragraph.lines) == 1:
            is_link = kinds == {_FURTHER_READING} and is_story_below
            is_in_menu = _is_bare(paragraph) and not _is_content(
                paragraphs, index + 1, in_brief=len(kinds) > 1
            )
            is_above_links = start.kind == _FURTHER_READING and not is_story_below
            if is_link or (is_in_menu and not (is_above_links and _is_link(paragraphs, index + 1))):
                paragraph.section_start = None
                continue
        is_story_below = False


def _is_bare(paragraph: Paragraph) -> bool:
    """Whether a label stands alone without a colon, emphasis, a number or another sign."""
    start, line = paragraph.section_start, paragraph.lines[0].text.strip(SPACE + INVISIBLE)
    return start is not None and line == start.heading and line[0].isalpha()


def _has_colon(paragraph: Paragraph) -> bool:
    """Whether a colon follows the label with which a paragraph starts."""
    start = paragraph.section_start
    if start is None:
        return False
    _, _, rest = paragraph.lines[0].text.partition(start.heading)
    return rest.lstrip(_BETWEEN_LABEL_AND_COLON).startswith((":", "："))


def _is_content(paragraphs: Sequence[Paragraph], index: int, *, in_brief: bool) -> bool:
    """Whether running text, a list or an underline is at an index, and not the rest of a menu.

    Args:
        paragraphs: The paragraphs of the page.
        index: The index.
        in_brief: Whether the page has several labels; then items need no full stop.
    """
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        if paragraph.form is not Form.ITEM:
            break
        text = paragraph.unmarked_text
        if is_sentence(text) or (in_brief and len(text.split()) >= _SENTENCE_WORDS):
            return True
        index += 1
    else:
        return False
    if paragraph.form is Form.TEXT:
        return paragraph.section_start is None and is_sentence(paragraph.text)
    return paragraph.form is Form.QUOTED or paragraph.is_underline


def _is_link(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether something of a few words, such as the title of another page, is at an index."""
    return (
        index < len(paragraphs) and len(paragraphs[index].unmarked_text.split()) >= _SENTENCE_WORDS
    )


def _is_certain_prose(paragraph: Paragraph) -> bool:
    return (
        paragraph.form is Form.TEXT
        and len(paragraph.text) > _CERTAIN_PROSE_LENGTH
        and ends_sentence(paragraph.text)
    )


def _headings_with_colon(
    paragraphs: Sequence[Paragraph], single_lines: Sequence[int]
) -> dict[int, SectionStart]:
    """Return the unknown headings with a colon, by index, without the speakers of a transcript.

    On web pages, most lines with a colon at their end lead on to something. So a heading without
    emphasis needs a known label with a colon on the same page.
    """
    has_known_label = any(map(_has_colon, paragraphs))
    headings = {
        index: start
        for index in single_lines
        if (start := possible_heading(text := paragraphs[index].lines[0].text)) is not None
        and (has_known_label or text[0] in "*_")
    }
    names = Counter(start.heading for start in headings.values() if _may_be_name(start.heading))
    is_transcript = bool(names) and max(names.values()) > 1
    return {
        index: start
        for index, start in headings.items()
        if not (is_transcript and start.heading in names)
    }


def _may_be_name(heading: str) -> bool:
    """Whether every word is capitalized: such a heading that recurs is a speaker."""
    return not any(word[0].islower() for word in heading.split())


def _headings_in_capitals(
    paragraphs: Sequence[Paragraph], single_lines: Sequence[int]
) -> dict[int, SectionStart]:
    """Return the unknown headings in capitals, by index, if all known ones are in capitals."""
    known = [
        index
        for index, paragraph in enumerate(paragraphs)
        if paragraph.section_start is not None and not paragraph.section_start.rest
    ]
    if len(known) < 2 or not all(
        is_heading_in_capitals(paragraphs[index].lines[0].text) for index in known
    ):
        return {}
    return {
        index: SectionStart(text, extension_kind(text), "")
        for index in single_lines
        if index > known[0] and is_heading_in_capitals(text := paragraphs[index].text)
    }


def _is_prose(paragraph: Paragraph) -> bool:
    if paragraph.form not in {Form.TEXT, Form.ITEM}:
        return False
    text = paragraph.unmarked_text
    words = text.split(maxsplit=_PROSE_WORDS)
    if not words or text.endswith((":", "：")):
        return False
    head = words[0] if ":" in words[0] else " ".join(words[:2])
    if head.endswith((":", "：")):
        return False  # another line of metadata
    if paragraph.marker is not None or len(words) >= _PROSE_WORDS:
        return True
    return len(text) >= _PROSE_LENGTH and ends_sentence(text)


def _is_speech(paragraph: Paragraph) -> bool:
    text = paragraph.unmarked_text
    return text[0] in _OPENING_QUOTES or _SPEECH_START.match(text) is not None
