"""Hard wraps: which line ends are inside a paragraph, and which separate two paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.languages.data import merged, word_set
from diplobrief.languages.tables import LineWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.formats.text.lines import Line

__all__ = ["ends_sentence", "join_lines", "runs_on", "wrap_width"]

_MAX_WIDTH: Final = 100
_MIN_WIDTH: Final = 45
_CERTAIN_WIDTH: Final = 55
"""From this width on, a single line that breaks off shows that the text is wrapped."""
_SAMPLE: Final = 20_000
_MAX_LONG_SHARE: Final = 0.05
_WIDTH_QUANTILE: Final = 0.9
_RAGGED: Final = 8
"""How far before the width a line may end if the next word would not have fitted."""
_MIN_BROKEN_SHARE: Final = 0.34

_SENTENCE_END: Final = re.compile("[.!?…:;。！？：；؟؛۔][\"'”’»)\\]」』*_\u200f\u200e]*$")
_TAIL: Final = 12
_HYPHENATED: Final = re.compile("[^\\W\\d_][-\u2010]$|\u00ad$")
_WIDE: Final = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60]")
"""A Chinese or Japanese character or punctuation mark."""
_AFTER_OPEN_HYPHEN: Final = word_set(
    (*merged(LineWords).conjunctions, *merged(LineWords).range_words)
)
"""Before these words, a hyphen stands for an omitted word: pre- and post-war."""


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or the introduction of a list does.

    Example:
        >>> ends_sentence("He said “no.”"), ends_sentence("the long-term")
        (True, False)
    """
    return _SENTENCE_END.search(text[-_TAIL:]) is not None


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which a text was wrapped, or `None` if every line is a paragraph.

    In a wrapped text lines break in the middle of a sentence, and only where the next word would
    not have fitted.
    """
    sample = lines[:_SAMPLE]
    wide = sum(_width(line.text) > _MAX_WIDTH for line in sample)
    if wide > _MAX_LONG_SHARE * len(sample):
        return None
    pairs = [
        (upper, lower)
        for upper, lower in pairwise(sample)
        if not lower.after_gap and _width(upper.text) <= _MAX_WIDTH and not upper.text.endswith(":")
    ]
    if not pairs:
        return None
    ends = sorted(_end(upper) for upper, _ in pairs)
    width = ends[min(len(ends) - 1, int(_WIDTH_QUANTILE * len(ends)))]
    if width < _MIN_WIDTH:
        return None
    filled = [pair for pair in pairs if _fills(*pair, width)]
    broken = sum(_breaks_off(upper, lower) for upper, lower in filled)
    is_wrapped = broken > 1 or (broken == 1 and width >= _CERTAIN_WIDTH)
    return width if is_wrapped and broken >= _MIN_BROKEN_SHARE * len(filled) else None


def runs_on(upper: Line, lower: Line, width: int | None) -> bool:
    """Whether the lower of two lines continues the paragraph of the upper one.

    Args:
        upper: A line of running text.
        lower: The next line that is not blank.
        width: The result of `wrap_width`.
    """
    if width is None or lower.after_gap or _width(upper.text) > _MAX_WIDTH:
        return False
    if _fills(upper, lower, width):
        return True
    return not ends_sentence(upper.text) and lower.text[0].islower()


def join_lines(lines: Iterable[str]) -> str:
    """Return the lines of one paragraph on one line.

    No space is inserted between Chinese or Japanese characters, and after a hyphen. The hyphen
    stays, as it may belong to a compound or may have been added where a word was divided.

    Example:
        >>> join_lines(["the long-", "term plan of pre-", "and post-war", "years"])
        'the long-term plan of pre- and post-war years'
    """
    joined: list[str] = []
    for line in lines:
        if joined and not _is_divided(joined[-1], line):
            joined.append(" ")
        joined.append(line)
    return "".join(joined)


def _is_divided(upper: str, lower: str) -> bool:
    """Whether no space separates the end of a line from the start of the next one."""
    if _WIDE.match(lower) and _WIDE.match(upper[-1]):
        return True  # Chinese and Japanese do not separate words
    if not lower[0].isalpha() or _HYPHENATED.search(upper[-2:]) is None:
        return False
    return lower.split(maxsplit=1)[0].lower() not in _AFTER_OPEN_HYPHEN


def _breaks_off(upper: Line, lower: Line) -> bool:
    """Whether a line ends in the middle of a sentence."""
    first = lower.text[0]
    return first.isalpha() and not first.isupper() and not ends_sentence(upper.text)


def _end(line: Line) -> int:
    return line.indent + _width(line.text)


def _width(text: str) -> int:
    """Return the number of columns of a text; a Chinese or Japanese character takes two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _fills(upper: Line, lower: Line, width: int) -> bool:
    if _WIDE.match(lower.text):
        return _end(upper) + 2 > width - _RAGGED  # a line may break between any two characters
    words = lower.text[:_MAX_WIDTH].split(maxsplit=1)
    return _end(upper) + 1 + _width(words[0] if words else "") > width - _RAGGED
