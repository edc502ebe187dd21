"""Openings: which paragraphs of a page open its sections."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.headings import (
    Opening,
    extension_kind,
    is_heading_in_capitals,
    known_opening,
    marked_heading,
    may_be_label,
)
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.paragraphs import Chunk, Form
from diplobrief.languages.data import alternatives, merged
from diplobrief.languages.tables import LineWords

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["openings_of"]

_QUOTES: Final = "“”\"«»„‘’'「『—–-"
_SPEECH_START: Final = re.compile(rf"(?:{alternatives(merged(LineWords).speech_starts)})\b")
_PROSE_WORDS: Final = 8
_MANY_LETTERS: Final = 12


def openings_of(chunks: Sequence[Chunk]) -> list[Opening | None]:
    """Return what each paragraph opens, or `None` where it is text.

    A known label opens a section everywhere. An unknown heading does where it looks like one and
    prose follows: with a colon at its end, unless it may be a speaker, or in capitals, where the
    known labels of the page are in capitals too.
    """
    openings = [
        known_opening(chunk.lines[0].text) or marked_heading(chunk.lines[0].text)
        if chunk.form is Form.TEXT
        else None
        for chunk in chunks
    ]
    single = [
        index
        for index, chunk in enumerate(chunks)
        if openings[index] is None and chunk.form is Form.TEXT and len(chunk.lines) == 1
    ]
    in_capitals = _headings_in_capitals(chunks, openings, single)
    with_colon = _headings_with_colon(chunks, single)
    for index, opening in (with_colon | in_capitals).items():
        below = chunks[index + 1] if index + 1 < len(chunks) else None
        if (
            below is not None
            and openings[index + 1] is None
            and _is_prose(below)
            and (index in in_capitals or not _is_speech(below))
        ):
            openings[index] = opening
    return openings


def _headings_with_colon(chunks: Sequence[Chunk], single: Sequence[int]) -> dict[int, Opening]:
    found = {
        index: opening
        for index in single
        if (opening := may_be_label(chunks[index].lines[0].text)) is not None
    }
    names = Counter(opening.heading for opening in found.values() if _is_capitalized(opening))
    is_transcript = bool(names) and max(names.values()) > 1
    return {
        index: opening
        for index, opening in found.items()
        if not (is_transcript and opening.heading in names)
    }


def _is_capitalized(opening: Opening) -> bool:
    """Whether it may be a name: who is named again and again before what he says is a speaker."""
    return not any(word[0].islower() for word in opening.heading.split())


def _headings_in_capitals(
    chunks: Sequence[Chunk], openings: Sequence[Opening | None], single: Sequence[int]
) -> dict[int, Opening]:
    """Return the unknown headings set as all known ones are, in capitals, from the first on."""
    known = [
        index for index, opening in enumerate(openings) if opening is not None and not opening.rest
    ]
    if len(known) < 2 or not all(
        is_heading_in_capitals(chunks[index].lines[0].text) for index in known
    ):
        return {}
    return {
        index: Opening(text, extension_kind(text), "")
        for index in single
        if index > known[0] and is_heading_in_capitals(text := chunks[index].text)
    }


def _is_prose(chunk: Chunk) -> bool:
    if chunk.form not in {Form.TEXT, Form.ITEM}:
        return False
    text = _said(chunk)
    if text.endswith((":", "：")):
        return False
    words = text.split(maxsplit=_PROSE_WORDS)
    head = words[0] if ":" in words[0] else " ".join(words[:2])
    if head.endswith((":", "：")):
        return False  # another line of metadata
    if chunk.marker is not None or len(words) >= _PROSE_WORDS:
        return True
    return len(text) >= _MANY_LETTERS and ends_sentence(text)


def _is_speech(chunk: Chunk) -> bool:
    text = _said(chunk)
    return text[0] in _QUOTES or _SPEECH_START.match(text) is not None


def _said(chunk: Chunk) -> str:
    return chunk.marker.said if chunk.marker is not None else chunk.text
