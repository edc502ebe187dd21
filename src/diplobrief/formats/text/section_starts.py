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
from diplobrief.languages.data import alternatives, merged
from diplobrief.languages.tables import LineWords

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_section_starts"]

_OPENING_QUOTES: Final = "“”\"«»„‘’'「『—–-"
_SPEECH_START: Final = re.compile(rf"(?:{alternatives(merged(LineWords).speech_starts)})\b")
_PROSE_WORDS: Final = 8
_PROSE_LENGTH: Final = 12


def find_section_starts(paragraphs: Sequence[Paragraph]) -> None:
    """Set `section_start` of each paragraph that starts a section.

    A known label starts a section anywhere. An unknown heading does if prose follows and it either
    ends with a colon and is not likely a speaker, or is in capitals like all known labels of the
    page.
    """
    for paragraph in paragraphs:
        if paragraph.form is Form.TEXT:
            line = paragraph.lines[0].text
            paragraph.section_start = labelled_start(line) or marked_heading(line)
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


def _headings_with_colon(
    paragraphs: Sequence[Paragraph], single_lines: Sequence[int]
) -> dict[int, SectionStart]:
    """Return the unknown headings with a colon, by index, without the speakers of a transcript."""
    headings = {
        index: start
        for index in single_lines
        if (start := possible_heading(paragraphs[index].lines[0].text)) is not None
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
