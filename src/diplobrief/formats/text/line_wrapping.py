"""Hard wraps: which line ends stand inside a paragraph and which between two."""

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

_WIDEST: Final = 100
_NARROWEST: Final = 45
_WIDE_ENOUGH: Final = 55
"""At this width a single line that breaks off is enough."""
_SAMPLE: Final = 20_000
_LONG_SHARE: Final = 0.05
_TYPICAL: Final = 0.9
_RAGGED: Final = 8
"""How far short of the width a line may end where the next word would not have fitted."""
_MID_SENTENCE_SHARE: Final = 0.34

_SENTENCE_END: Final = re.compile("[.!?…:;。！？：；؟؛۔][\"'”’»)\\]」』*_\u200f\u200e]*$")
_TAIL: Final = 12
_HYPHENATED: Final = re.compile("[^\\W\\d_][-\u2010]$|\u00ad$")
_AFTER_OPEN_HYPHEN: Final = word_set(
    (*merged(LineWords).conjunctions, *merged(LineWords).range_words)
)
"""After these words, a hyphen stands for an omitted word: pre- and post-war."""


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence or a lead-in to a list may end.

    Example:
        >>> ends_sentence("He said “no.”"), ends_sentence("the long-term")
        (True, False)
    """
    return _SENTENCE_END.search(text[-_TAIL:]) is not None


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which a text was wrapped, or `None` where every line is a paragraph.

    A wrapped text shows itself by lines that break in the middle of a sentence, and there only
    where the next word would not have fitted.
    """
    sample = lines[:_SAMPLE]
    wide = sum(len(line.text) > _WIDEST for line in sample)
    if wide > _LONG_SHARE * len(sample):
        return None
    pairs = [
        (upper, lower)
        for upper, lower in pairwise(sample)
        if not lower.after_gap and len(upper.text) <= _WIDEST and not upper.text.endswith(":")
    ]
    if not pairs:
        return None
    ends = sorted(_end(upper) for upper, _ in pairs)
    width = ends[min(len(ends) - 1, int(_TYPICAL * len(ends)))]
    if width < _NARROWEST:
        return None
    filled = [pair for pair in pairs if _fills(*pair, width)]
    broken = sum(_breaks_off(upper, lower) for upper, lower in filled)
    is_telling = broken > 1 or (broken == 1 and width >= _WIDE_ENOUGH)
    return width if is_telling and broken >= _MID_SENTENCE_SHARE * len(filled) else None


def runs_on(upper: Line, lower: Line, width: int | None) -> bool:
    """Whether the lower of two lines continues the paragraph of the upper one.

    Args:
        upper: A line of running text.
        lower: The next line that is not blank.
        width: What `wrap_width` found.
    """
    if width is None or lower.after_gap or len(upper.text) > _WIDEST:
        return False
    if _fills(upper, lower, width):
        return True
    return not ends_sentence(upper.text) and lower.text[0].islower()


def join_lines(lines: Iterable[str]) -> str:
    """Return the lines of one paragraph on one line.

    Where a word was divided, or a compound broken, at its hyphen, no space comes between; the
    hyphen stays, as nothing says which of the two it is.

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
    if not lower[0].isalpha() or _HYPHENATED.search(upper[-2:]) is None:
        return False
    return lower.split(maxsplit=1)[0].lower() not in _AFTER_OPEN_HYPHEN


def _breaks_off(upper: Line, lower: Line) -> bool:
    """Whether a line ends in the middle of a sentence."""
    first = lower.text[0]
    return first.isalpha() and not first.isupper() and not ends_sentence(upper.text)


def _end(line: Line) -> int:
    return line.indent + len(line.text)


def _fills(upper: Line, lower: Line, width: int) -> bool:
    words = lower.text[:_WIDEST].split(maxsplit=1)
    return _end(upper) + 1 + len(words[0] if words else "") > width - _RAGGED
