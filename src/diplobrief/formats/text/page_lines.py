"""Lines about the page, not of its text: days, addresses, markings, navigation, letterheads."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.formats.text.markings import handling_of
from diplobrief.languages.data import alternatives, merged, word_set
from diplobrief.languages.dates import CALENDAR_WORDS, DATE
from diplobrief.languages.tables import LineWords

__all__ = ["is_about_the_page", "is_metadata", "is_picture_credit", "is_timestamp_line"]

_MAX_TIMESTAMP_LENGTH: Final = 60
_MAX_TIMESTAMP_OTHER_WORDS: Final = 2
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,30}+://|www\.)\S*|(?<!\S)[^\s@]++@\S[^\s.]*+\.\S+", re.IGNORECASE
)
_METADATA: Final = re.compile(r"(?:[*_]{1,3})?[^\W\d_][^:：]{0,30}[:：]\s*(?=\S)", re.IGNORECASE)
_LINE_WORDS: Final = merged(LineWords)
_METADATA_NAMES: Final = word_set(_LINE_WORDS.metadata_names)
_PICTURE_WORDS: Final = word_set(_LINE_WORDS.picture_words)
_PAGE_WORDS: Final = word_set(_LINE_WORDS.page_words)
_PUBLISHED: Final = _METADATA_NAMES & CALENDAR_WORDS
"""Words with which a line about the day of publication starts: "published", "updated"."""
_MAX_PAGE_LINE_WORDS: Final = 6
_NOTICE: Final = re.compile(
    rf"(?:{alternatives(word for word in _LINE_WORDS.notices if ' ' in word)})(?!\w)"
    rf"|(?:{alternatives(_LINE_WORDS.notices)})\s*(?:[:|/!.(]|$)",
    re.IGNORECASE,
)
_DAY_BEFORE: Final = re.compile(rf"(?:{DATE})\s?[-–—|•·:,]\s", re.IGNORECASE)
_INSTITUTION: Final = re.compile(
    rf"(?:{alternatives(word for word in _LINE_WORDS.letterheads if ' ' in word)})(?!\w)",
    re.IGNORECASE,
)
_LETTERHEADS: Final = word_set(_LINE_WORDS.letterheads)
_BETWEEN_PARTS: Final = re.compile(r"[\s・·|/／]+")
_INNER_SEPARATOR: Final = re.compile(r"[.:]\s|\s[|/·•–—-]\s")
_INSTITUTION_AT_END: Final = re.compile(
    rf"(?:.*\W)?(?:{alternatives(_LINE_WORDS.letterheads)})", re.IGNORECASE
)
_MAX_LETTERHEAD_WORDS: Final = 5
_MAX_SMALL_WORD: Final = 3
"""The length of the words that are not capitalized in a letterhead: of, the, des."""
_MAX_NAME_WORDS: Final = 2
"""How many words the name of a site has before its ministry: "LakeNews. Ministry of …"."""
_PHONE: Final = re.compile(r"\+\d[\d ()./-]{6,}")
_POST_BOX: Final = re.compile(r"\bP\.?\s?O\.?\s?Box\b", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_CALENDAR_WORD: Final = re.compile(r"[^\W\d_][^\W\d_‌'’.]*")


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


def is_about_the_page(text: str) -> bool:
    """Whether a line is certainly about the page: a day, an address, a marking, navigation.

    Example:
        >>> is_about_the_page("Skip to main content"), is_about_the_page("Monday, May 3, 2024")
        (True, True)
        >>> is_about_the_page("3 May 2024 - Check against delivery")
        True
        >>> is_about_the_page("Ministers agree on the lake")
        False
    """
    return (
        _LETTER.search(text) is None
        or _ADDRESS.match(text) is not None
        or is_timestamp_line(text)
        or handling_of(text) is not None
        or _is_around_the_text(text)
    )


def _is_around_the_text(text: str) -> bool:
    """Whether a line is navigation, a notice, a letterhead or a postal address."""
    words = text.lower().split()
    if len(words) <= _MAX_PAGE_LINE_WORDS and words[0].strip(".,:!") in _PUBLISHED:
        return True
    if len(words) <= _MAX_PAGE_LINE_WORDS and not _PAGE_WORDS.isdisjoint(
        word.strip(".,:!") for word in words
    ):
        return True
    day = _DAY_BEFORE.match(text)
    if _NOTICE.match(text, day.end() if day else 0):
        return True
    if _PHONE.search(text) or _POST_BOX.search(text):
        return True
    is_capitalized = any(map(str.isupper, text)) and not any(
        word[0].islower() and len(word) > _MAX_SMALL_WORD for word in text.split()
    )
    if is_capitalized:
        name, *further = _INNER_SEPARATOR.split(text)
        if _INSTITUTION_AT_END.fullmatch(text) or _INSTITUTION.match(name):
            return True
        return len(name.split()) <= _MAX_NAME_WORDS and any(map(_INSTITUTION.match, further))
    if _LETTERHEADS.issuperset(filter(None, _BETWEEN_PARTS.split(text.lower()))):
        return True
    return len(words) <= _MAX_LETTERHEAD_WORDS and _INSTITUTION.match(text) is not None


def is_metadata(text: str) -> bool:
    """Whether a line starts with the name of a detail of the page: "Source: Reuters".

    Example:
        >>> is_metadata("Source: Reuters"), is_metadata("The lake: who owns it?")
        (True, False)
    """
    return _name_before_colon(text) in _METADATA_NAMES


def is_picture_credit(text: str) -> bool:
    """Whether a line says of whom a picture is; the line above it is often a caption.

    Example:
        >>> is_picture_credit("Photo: Ana Ruiz"), is_picture_credit("Source: Reuters")
        (True, False)
    """
    return _name_before_colon(text) in _PICTURE_WORDS


def _name_before_colon(text: str) -> str:
    metadata = _METADATA.match(text)
    return metadata.group().strip(":：*_ \t\u00a0.").lower() if metadata else ""
