"""Running text, as opposed to a headline, a line of metadata or an entry of a menu."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.formats.text.line_wrapping import ends_sentence

__all__ = ["IDEOGRAPH", "is_prose", "is_sentence"]

IDEOGRAPH: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
"""A character of Chinese, Japanese or Korean."""
_PROSE_WORDS: Final = 8
_CERTAIN_PROSE_WORDS: Final = 22
_CERTAIN_PROSE_LENGTH: Final = 140
_LONGEST_HEADLINE: Final = 180
_SENTENCE_WORDS: Final = 4
_SENTENCE_LENGTH: Final = 12


def is_prose(text: str) -> bool:
    """Whether a paragraph is running text, not a headline or a line of metadata.

    Example:
        >>> is_prose("The ministers of the two states met on the lake."), is_prose("They met.")
        (True, False)
    """
    longest = _CERTAIN_PROSE_LENGTH if ends_sentence(text) else _LONGEST_HEADLINE
    if len(text) > longest or _has_many_words(text):
        return True
    words = len(text.split(maxsplit=_PROSE_WORDS))
    ideographs = len(IDEOGRAPH.findall(text[:_CERTAIN_PROSE_LENGTH]))
    return ends_sentence(text) and (words >= _PROSE_WORDS or ideographs > 2 * _PROSE_WORDS)


def is_sentence(text: str) -> bool:
    """Whether a text is at least one sentence, even a short one.

    Example:
        >>> is_sentence("The Senate votes."), is_sentence("News and analysis")
        (True, False)
    """
    if len(text) > _CERTAIN_PROSE_LENGTH or _has_many_words(text):
        return True
    words = len(text.split(maxsplit=_SENTENCE_WORDS))
    return ends_sentence(text) and (words >= _SENTENCE_WORDS or len(text) >= _SENTENCE_LENGTH)


def _has_many_words(text: str) -> bool:
    """Whether a text has more words than a headline."""
    return len(text.split(maxsplit=_CERTAIN_PROSE_WORDS)) >= _CERTAIN_PROSE_WORDS
