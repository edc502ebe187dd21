"""The title: which of the lines at the top of a page is one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.formats.text.datelines import dateline_of
from diplobrief.formats.text.headlines import (
    is_long_enough,
    is_short_and_dated,
    may_be_headline,
    may_be_name_of_site,
)
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.page_lines import is_about_the_page, is_picture_credit
from diplobrief.formats.text.prose import IDEOGRAPH
from diplobrief.languages.data import merged, word_set
from diplobrief.languages.tables import Bylines
from diplobrief.text.normalization import normalized

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["FoundTitle", "find_title"]

_MIN_TITLE_WORDS: Final = 3
_MAX_SMALL_WORD: Final = 3
_BEFORE_SITE: Final = re.compile(r"\s(?:[|·•»›–—-])\s(?=[^|·•»›–—]{2,40}$)")
"""What separates the headline from the name of the site in the title of a window."""
_IDEOGRAPHS: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,}")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM_LENGTH: Final = 5
_MAX_SHORT_TITLE_WORDS: Final = 5
_MAX_RUBRICS: Final = 4
_NEAR: Final = 6
"""The number of paragraphs from the first running text on in which a title may be repeated."""
_MIN_WORDS_BELOW_RUBRIC: Final = 4
_MIN_SHARED_STEMS: Final = 2
_MANY_SHARED_STEMS: Final = 3
_MANY_SHARED: Final = 0.6
_CONJUNCTIONS: Final = word_set((*merged(Bylines).between_names, "&"))


class FoundTitle(NamedTuple):
    """The place of the title among the lines at the top of a page.

    Args:
        line: The index of its line.
        has_subtitle: Whether the next line is the subtitle.
    """

    line: int
    has_subtitle: bool = False


def find_title(
    lines: Sequence[str], below: Sequence[str], *, labels_follow: bool
) -> FoundTitle | None:
    """Return which line of a page is certainly its title, if one is.

    It is the first one, if no other line could be the title, or the only one below rubrics of a
    word or two; or a line that occurs twice at the top, as on pages that repeat the title below
    their menu.

    Args:
        lines: The lines up to the first running text or label.
        below: The texts from there on.
        labels_follow: Whether a label follows these lines, not running text.

    Example:
        >>> below = ["The ministers agreed on Monday that the lake belongs to both states."]
        >>> find_title(["World", "Ministers agree on the lake"], below, labels_follow=False)
        FoundTitle(line=1, has_subtitle=False)
        >>> find_title(["A new treaty", "Ministers agree on it"], below, labels_follow=False)
    """
    if _is_title(lines[0], lines[1:], below, labels_follow=labels_follow):
        return FoundTitle(0)
    if _is_table_of_contents(lines):
        return None
    repeated = _repeated_title(lines, below)
    if repeated is not None:
        return FoundTitle(repeated)
    start = _end_of_rubrics(lines)
    title, others = lines[start], lines[start + 1 :]
    if others and _are_title_and_subtitle(title, others[0], others[1:], below[0]):
        return FoundTitle(start, has_subtitle=True)
    if (
        start
        and (len(title.split()) >= _MIN_WORDS_BELOW_RUBRIC or IDEOGRAPH.search(title))
        and _is_title(title, others, below, labels_follow=False)
        and len(_stems(title) & _stems_of(below)) >= _MIN_SHARED_STEMS
    ):
        return FoundTitle(start)
    return None


def _is_table_of_contents(lines: Sequence[str]) -> bool:
    """Whether several lines have a number above them: their headlines occur again below."""
    numbered = (lower for upper, lower in pairwise(lines) if upper.rstrip(".)").isdecimal())
    return sum(map(is_long_enough, numbered)) > 1


def _end_of_rubrics(lines: Sequence[str]) -> int:
    """Return the index of the first line that is neither a rubric nor about the page."""
    most = min(len(lines) - 1, _MAX_RUBRICS)
    start = 0
    while start < most and (_is_rubric(lines[start]) or is_about_the_page(lines[start])):
        start += 1
    return start


def _is_title(
    first: str, others: Sequence[str], below: Sequence[str], *, labels_follow: bool
) -> bool:
    """Whether the first of several lines is certainly the title."""
    if not may_be_headline(first):
        return False
    if labels_follow and not any(map(_competes, _without_captions(others))):
        return True
    words = _words(first)
    if any(_words(other) == words for other in others):
        return is_long_enough(first) and _is_about(first, below)
    is_doubtful = may_be_name_of_site(first) or _may_be_caption(first, others)
    return (
        is_long_enough(first)
        and not any(map(_competes, _without_captions(others)))
        and not (is_doubtful and not _is_in_text(first, below))
        and _is_about(first, below)
    )


def _may_be_caption(line: str, below: Sequence[str]) -> bool:
    """Whether the credit of a picture follows a line of a few words."""
    return (
        bool(below) and is_picture_credit(below[0]) and len(line.split()) <= _MAX_SHORT_TITLE_WORDS
    )


def _repeated_title(lines: Sequence[str], below: Sequence[str]) -> int | None:
    """Return the index of a headline that occurs again near the top, but not directly below it.

    The line directly below may be the caption of a picture, which pages write twice. A short line
    that has no word of the text may be a name or an office in a masthead that is there twice.
    """
    texts = [_words(line) for line in lines]
    near = [_words(text) for text in below[:_NEAR]]
    for index, line in enumerate(lines):
        if not is_long_enough(line) or may_be_name_of_site(line) or not _is_about(line, below):
            continue
        if texts[index] in texts[index + 2 :] + near and may_be_headline(line):
            return index
        separator = _BEFORE_SITE.search(line)
        if separator and (words := _words(line[: separator.start()])) in texts:
            found = texts.index(words)
            if may_be_headline(lines[found]):
                return found
    return None


def _is_rubric(line: str) -> bool:
    """Whether a line has two words, or three with "and" between them, and is not a headline."""
    words = line.split()
    if len(words) == _MIN_TITLE_WORDS:
        return words[1].lower() in _CONJUNCTIONS
    return not is_long_enough(line) and not ends_sentence(line)


def _without_captions(lines: Sequence[str]) -> list[str]:
    """Return the lines without captions: a page writes one twice, or credits the picture below."""
    captions = {
        line
        for upper, lower in pairwise(lines)
        if lower.startswith(upper) or upper.startswith(lower) or is_picture_credit(lower)
        for line in (upper, lower)
    }
    return [line for line in lines if line not in captions]


def _competes(text: str) -> bool:
    """Whether another line at the top of a page could be its title as well."""
    if text[0].islower() or not is_long_enough(text) or not may_be_headline(text):
        return False
    return not is_short_and_dated(text)


def _is_about(title: str, texts: Iterable[str]) -> bool:
    """Whether a short title has a word of the text, apart from the end of the word.

    A line of a menu, of a shop or of a browser that stands above a text often has none of it. A
    long title is certain without.
    """
    stems = _stems(title)
    if not stems or len(title.split()) > _MAX_SHORT_TITLE_WORDS:
        return True
    return any(not stems.isdisjoint(_stems(text)) for text in texts)


def _is_in_text(title: str, texts: Iterable[str]) -> bool:
    """Whether most words of a title, and at least three, are in the text."""
    stems = _stems(title)
    shared = len(stems & _stems_of(texts))
    return shared >= _MANY_SHARED_STEMS and shared >= _MANY_SHARED * len(stems)


def _stems_of(texts: Iterable[str]) -> set[str]:
    return {stem for text in texts for stem in _stems(text)}


def _stems(text: str) -> set[str]:
    """Return the first letters of each word of some length, and each pair of ideographs."""
    letters = normalized(text.casefold(), "NFC")
    stems = {word[:_STEM_LENGTH] for word in _WORD.findall(letters) if not IDEOGRAPH.match(word)}
    for run in _IDEOGRAPHS.findall(letters):
        stems.update(map("".join, pairwise(run)))
    return stems


def _are_title_and_subtitle(first: str, second: str, others: Sequence[str], text: str) -> bool:
    """Whether two lines are the title and the subtitle of a news story.

    They certainly are if both are headlines in small letters, no other line could be one, and the
    text below starts with a dateline, as the stories of news agencies do.
    """
    return (
        _is_headline_in_small_letters(first)
        and _is_headline_in_small_letters(second)
        and not any(map(_competes, _without_captions(others)))
        and dateline_of(text) is not None
    )


def _is_headline_in_small_letters(text: str) -> bool:
    words = text.split()
    small = [word for word in words if word[0].islower() and len(word) > _MAX_SMALL_WORD]
    return may_be_headline(text) and len(words) > _MIN_TITLE_WORDS and len(small) > 1


def _words(text: str) -> list[str]:
    return text.casefold().split()
