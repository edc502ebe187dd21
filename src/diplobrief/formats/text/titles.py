"""Titles: whether the first line of a page is its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.bylines import may_be_byline, names_in_byline
from diplobrief.formats.text.datelines import dateline_line, dateline_of
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.timestamps import is_timestamp_line
from diplobrief.languages.data import merged, word_set
from diplobrief.languages.tables import LineWords

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["first_line_is_title", "is_prose"]

_LONGEST: Final = 180
_FEWEST_WORDS: Final = 3
_FEWEST_IDEOGRAPHS: Final = 6
_PROSE_WORDS: Final = 8
_LONG_WORDS: Final = 22
_WIDE: Final = 140
_ADDRESS: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S*|\S+@\S+\.\S+", re.IGNORECASE)
_DIALOGUE: Final = re.compile(r"[QA][.:]\s")
_METADATA: Final = re.compile(r"(?:[*_]{1,3})?[^\W\d_][^:：]{0,30}[:：]\s*(?=\S)", re.IGNORECASE)
_METADATA_NAMES: Final = word_set(merged(LineWords).metadata_names)
_IDEOGRAPH: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def is_prose(text: str) -> bool:
    """Whether a paragraph is running text rather than a headline or a line of metadata."""
    words = len(text.split(maxsplit=_LONG_WORDS))
    if words >= _LONG_WORDS or len(text) > _WIDE:
        return True
    ideographs = len(_IDEOGRAPH.findall(text[:_WIDE]))
    return ends_sentence(text) and (words >= _PROSE_WORDS or ideographs > 2 * _PROSE_WORDS)


def first_line_is_title(first: str, others: Sequence[str], *, labels_follow: bool) -> bool:
    """Whether the first line of a page is certainly its title.

    It is where it stands there twice, and where no other line of the head could be one.

    Args:
        first: The first paragraph.
        others: The paragraphs behind it, up to the first running text or label.
        labels_follow: Whether a label, and no running text, ends the head.
    """
    if not _could_be_title(first):
        return False
    said = _words(first)
    if any(_words(other) == said for other in others):
        return True
    if any(_could_be_title(other) for other in others):
        return False
    return labels_follow or _is_telling(first)


def _could_be_title(text: str) -> bool:
    if (
        len(text) > _LONGEST
        or _ADDRESS.match(text)
        or _is_metadata(text)
        or is_timestamp_line(text)
    ):
        return False
    if (
        names_in_byline(text)
        or may_be_byline(text)
        or text[0] in "“\"«‘'([{<|>•●"
        or not re.search(r"[^\W\d_]", text)
    ):
        return False
    if (
        text.endswith(("...", "…", ",", "،"))
        or _DIALOGUE.match(text)
        or (ends_sentence(text) and text[-1] not in "?!？！؟")
    ):
        return False
    return dateline_line(text) is None and dateline_of(f"{text} X") is None


def _is_metadata(text: str) -> bool:
    found = _METADATA.match(text)
    if found is None:
        return False
    return found.group().strip(":：*_ \t\u00a0").lower() in _METADATA_NAMES


def _is_telling(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS or len(_IDEOGRAPH.findall(text)) >= _FEWEST_IDEOGRAPHS


def _words(text: str) -> list[str]:
    return text.casefold().split()
