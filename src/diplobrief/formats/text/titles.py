"""The title: whether the first line of a page is one, and which lines are running text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.bylines import may_be_byline, names_in_byline
from diplobrief.formats.text.datelines import dateline_line, dateline_of
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.markings import handling_of
from diplobrief.languages.data import alternatives, merged, word_set
from diplobrief.languages.dates import CALENDAR_WORDS, find_dates
from diplobrief.languages.tables import LineWords
from diplobrief.text.normalization import normalized

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "are_title_and_subtitle",
    "cannot_be_title",
    "first_line_is_title",
    "is_about",
    "is_prose",
    "is_timestamp_line",
]

_MAX_TITLE_LENGTH: Final = 180
_MIN_TITLE_WORDS: Final = 3
_MIN_TITLE_IDEOGRAPHS: Final = 6
_PROSE_WORDS: Final = 8
_CERTAIN_PROSE_WORDS: Final = 22
_CERTAIN_PROSE_LENGTH: Final = 140
_MAX_TIMESTAMP_LENGTH: Final = 60
_MAX_TIMESTAMP_OTHER_WORDS: Final = 2
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,30}+://|www\.)\S*|(?<!\S)[^\s@]++@\S[^\s.]*+\.\S+", re.IGNORECASE
)
_BEFORE_TITLE: Final = "¿¡‘’'"
_INNER_END: Final = re.compile(r"[^\W\d_]{2}[.!?]\s+\S|[。！？]\S")
_SEPARATOR: Final = re.compile(r"\s[|/·•»›>→]\s")
_PICTOGRAPH: Final = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_DIALOGUE: Final = re.compile(r"[QA][.:]\s")
_METADATA: Final = re.compile(r"(?:[*_]{1,3})?[^\W\d_][^:：]{0,30}[:：]\s*(?=\S)", re.IGNORECASE)
_LINE_WORDS: Final = merged(LineWords)
_METADATA_NAMES: Final = word_set(_LINE_WORDS.metadata_names)
_PAGE_WORDS: Final = word_set(_LINE_WORDS.page_words)
_PUBLISHED: Final = _METADATA_NAMES & CALENDAR_WORDS
"""Words with which a line about the day of publication starts: "published", "updated"."""
_COLUMNS: Final = re.compile(r"\t|\s{3}")
_MAX_PAGE_LINE_WORDS: Final = 6
_NOTICE: Final = re.compile(
    rf"(?:{alternatives(word for word in _LINE_WORDS.notices if ' ' in word)})(?!\w)"
    rf"|(?:{alternatives(_LINE_WORDS.notices)})\s*(?:[:|/!.(]|$)",
    re.IGNORECASE,
)
_INSTITUTION: Final = re.compile(
    rf"(?:{alternatives(word for word in _LINE_WORDS.letterheads if ' ' in word)})(?!\w)",
    re.IGNORECASE,
)
_INSTITUTION_AT_END: Final = re.compile(
    rf"(?:.*\W)?(?:{alternatives(_LINE_WORDS.letterheads)})", re.IGNORECASE
)
_MAX_LETTERHEAD_WORDS: Final = 5
_MAX_SMALL_WORD: Final = 3
"""The length of the words that are not capitalized in a letterhead: of, the, des."""
_PHONE: Final = re.compile(r"\+\d[\d ()./-]{6,}")
_POST_BOX: Final = re.compile(r"\bP\.?\s?O\.?\s?Box\b", re.IGNORECASE)
_IDEOGRAPH: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_IDEOGRAPHS: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,}")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM_LENGTH: Final = 5
_MAX_SHORT_TITLE_WORDS: Final = 5
_MAX_WORDS_WITH_DATE: Final = 6
_MAX_WORDS_OF_NAME: Final = 7
_LETTER: Final = re.compile(r"[^\W\d_]")
_CALENDAR_WORD: Final = re.compile(r"[^\W\d_][^\W\d_‌'’.]*")


def is_prose(text: str) -> bool:
    """Whether a paragraph is running text, not a headline or a line of metadata."""
    words = len(text.split(maxsplit=_CERTAIN_PROSE_WORDS))
    if words >= _CERTAIN_PROSE_WORDS or len(text) > _CERTAIN_PROSE_LENGTH:
        return True
    ideographs = len(_IDEOGRAPH.findall(text[:_CERTAIN_PROSE_LENGTH]))
    return ends_sentence(text) and (words >= _PROSE_WORDS or ideographs > 2 * _PROSE_WORDS)


def is_timestamp_line(text: str) -> bool:
    """Whether a line says when something was published, and hardly anything else.

    Example:
        >>> is_timestamp_line("Viernes, Enero 11, 2013 - 09:24")
        True
        >>> is_timestamp_line("date 2020-05-21 24 mins ago - World")
        True
        >>> is_timestamp_line("Daily News Brief, September 10, 2019")
        False
    """
    if len(text) > _MAX_TIMESTAMP_LENGTH or not any(char.isdigit() for char in text):
        return False
    words = [word.rstrip(".").lower() for word in _CALENDAR_WORD.findall(text)]
    others = sum(word not in CALENDAR_WORDS for word in words)
    return others == 0 or (others <= _MAX_TIMESTAMP_OTHER_WORDS and len(words) > others)


def first_line_is_title(first: str, others: Sequence[str], *, labels_follow: bool) -> bool:
    """Whether the first line of a page is certainly its title.

    It is if it occurs twice at the top of the page, or if no other line there could be the title.

    Args:
        first: The first paragraph.
        others: The paragraphs after it, up to the first running text or label.
        labels_follow: Whether a label follows these paragraphs, not running text.
    """
    if not _could_be_title(first):
        return False
    words = _words(first)
    if any(_words(other) == words for other in others):
        return _is_long_enough(first)
    if any(map(_competes, others)):
        return False
    return labels_follow or (_is_long_enough(first) and not _may_be_name_of_site(first))


def _may_be_name_of_site(text: str) -> bool:
    """Whether a line has few words, all of them capitalized: "The Lake Network"."""
    words = text.split()
    return len(words) <= _MAX_WORDS_OF_NAME and all(
        word[0].isupper() or not word[0].isalpha() for word in words
    )


def _competes(text: str) -> bool:
    """Whether another line at the top of a page could be its title as well."""
    if text[0].islower() or not _is_long_enough(text) or not _could_be_title(text):
        return False
    return not _is_short_and_dated(text)


def _is_short_and_dated(text: str) -> bool:
    """Whether a line has a day with its year and a few other words: "Ana Ruiz, May 3, 2024"."""
    return len(text.split()) <= _MAX_WORDS_WITH_DATE and any(
        date.day is not None and date.day[0] is not None for date in find_dates(text)
    )


def is_about(title: str, texts: Iterable[str]) -> bool:
    """Whether a short title has a word of the text, apart from the end of the word.

    A line of a menu, of a shop or of a browser that stands above a text often has none of it. A
    long title is certain without.

    Example:
        >>> is_about("Ministers agree", ["The minister said so."])
        True
        >>> is_about("Reading time: one minute", ["The minister said so."])
        False
    """
    stems = _stems(title)
    if not stems or len(title.split()) > _MAX_SHORT_TITLE_WORDS:
        return True
    return any(not stems.isdisjoint(_stems(text)) for text in texts)


def _stems(text: str) -> set[str]:
    """Return the first letters of each word of some length, and each pair of ideographs."""
    letters = normalized(text.casefold(), "NFC")
    stems = {word[:_STEM_LENGTH] for word in _WORD.findall(letters) if not _IDEOGRAPH.match(word)}
    for run in _IDEOGRAPHS.findall(letters):
        stems.update(map("".join, pairwise(run)))
    return stems


def are_title_and_subtitle(first: str, second: str, text: str) -> bool:
    """Whether two lines are the title and the subtitle of a news story.

    They certainly are if both are headlines in small letters, and the text below starts with a
    dateline, as the stories of news agencies do.

    Args:
        first: The first paragraph of the page.
        second: The second paragraph.
        text: The first running text, directly below them.

    Example:
        >>> story = "GENEVA, May 3 (AP) — The ministers met on Monday."
        >>> are_title_and_subtitle("Ministers agree on lake", "The Senate still has to vote", story)
        True
        >>> are_title_and_subtitle("Middle East", "Ministers agree on the lake", story)
        False
    """
    return (
        _is_headline_in_small_letters(first)
        and _is_headline_in_small_letters(second)
        and dateline_of(text) is not None
    )


def _is_headline_in_small_letters(text: str) -> bool:
    words = text.split()
    small = [word for word in words if word[0].islower() and len(word) > _MAX_SMALL_WORD]
    return _could_be_title(text) and len(words) > _MIN_TITLE_WORDS and len(small) > 1


def _could_be_title(text: str) -> bool:
    if (
        len(text) > _MAX_TITLE_LENGTH
        or _COLUMNS.search(text)
        or _is_metadata(text)
        or cannot_be_title(text)
        or names_in_byline(text)
        or may_be_byline(text)
    ):
        return False
    if not (text[0].isalnum() or text[0] in _BEFORE_TITLE) or not _LETTER.search(text):
        return False
    if (
        text.endswith(("...", "…", ",", "،"))
        or _DIALOGUE.match(text)
        or (ends_sentence(text) and text[-1] not in "?!？！؟")
        or len(_INNER_END.findall(text)) > 1
        or len(_SEPARATOR.findall(text)) > 1
        or (_SEPARATOR.search(text) and _is_short_and_dated(text))
        or _is_enumeration(text)
        or _PICTOGRAPH.search(text)
    ):
        return False
    return dateline_line(text) is None and dateline_of(f"{text} X") is None


def cannot_be_title(text: str) -> bool:
    """Whether a line is certainly about the page: a day, an address, a marking, navigation.

    Example:
        >>> cannot_be_title("Skip to main content"), cannot_be_title("Monday, May 3, 2024")
        (True, True)
        >>> cannot_be_title("Ministers agree on the lake")
        False
    """
    return (
        _ADDRESS.match(text) is not None
        or is_timestamp_line(text)
        or handling_of(text) is not None
        or _is_about_the_page(text)
    )


def _is_enumeration(text: str) -> bool:
    """Whether a line is a list of categories: "Articles, Our Research, Events"."""
    return "," in text and not any(word[0].islower() for word in text.split())


def _is_about_the_page(text: str) -> bool:
    """Whether a line is navigation, a notice, a letterhead or a postal address."""
    words = text.lower().split()
    if not words:
        return False
    if len(words) <= _MAX_PAGE_LINE_WORDS and words[0].strip(".,:!") in _PUBLISHED:
        return True
    if len(words) <= _MAX_PAGE_LINE_WORDS and not _PAGE_WORDS.isdisjoint(
        word.strip(".,:!") for word in words
    ):
        return True
    if _NOTICE.match(text) or _PHONE.search(text) or _POST_BOX.search(text):
        return True
    is_capitalized = any(map(str.isupper, text)) and not any(
        word[0].islower() and len(word) > _MAX_SMALL_WORD for word in text.split()
    )
    if is_capitalized:
        return bool(_INSTITUTION.match(text) or _INSTITUTION_AT_END.fullmatch(text))
    return len(words) <= _MAX_LETTERHEAD_WORDS and _INSTITUTION.match(text) is not None


def _is_metadata(text: str) -> bool:
    metadata = _METADATA.match(text)
    if metadata is None:
        return False
    return metadata.group().strip(":：*_ \t\u00a0").lower() in _METADATA_NAMES


def _is_long_enough(text: str) -> bool:
    return (
        len(text.split()) >= _MIN_TITLE_WORDS
        or len(_IDEOGRAPH.findall(text)) >= _MIN_TITLE_IDEOGRAPHS
    )


def _words(text: str) -> list[str]:
    return text.casefold().split()
