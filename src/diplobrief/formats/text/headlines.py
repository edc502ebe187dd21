"""Headlines: which lines have the form of one."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.formats.text.bylines import may_be_byline, names_in_byline, starts_like_byline
from diplobrief.formats.text.datelines import dateline_line, dateline_of
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.page_lines import is_about_the_page, is_metadata, is_picture_credit
from diplobrief.formats.text.prose import IDEOGRAPH
from diplobrief.languages.data import alternatives, load_shared, merged, word_set
from diplobrief.languages.dates import find_dates
from diplobrief.languages.tables import LineWords, Shared

__all__ = ["is_long_enough", "is_short_and_dated", "may_be_headline", "may_be_name_of_site"]

_MAX_LENGTH: Final = 180
_MIN_WORDS: Final = 3
_MIN_WORDS_AFTER_SIGN: Final = 4
_MIN_IDEOGRAPHS: Final = 6
_BEFORE_TITLE: Final = "¿¡‘’'"
_QUOTED_START: Final = re.compile(r"[“”\"«„「『][^“”\"«»„」』]{1,80}[“”\"»」』]\s?(?=\w)")
"""A quotation with which a headline begins, but does not end: “Historic”, or a delay?"""
_PICTOGRAPH: Final = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_SIGNS_BEFORE: Final = re.compile(
    "[\u2600-\u27bf\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]{1,4}\ufe0f?\\s"
)
"""Signs with which the headline of a newsletter begins."""
_INNER_END: Final = re.compile(r"[^\W\d_]{2}[.!?]\s+\S|[。！？]\S")
_SEPARATOR: Final = re.compile(r"\s[|/·•»›>→]\s")
_DIALOGUE: Final = re.compile(r"[QA][.:]\s")
_AGENCY: Final = alternatives(load_shared(Shared).agencies)
_OF_A_PICTURE: Final = re.compile(
    rf"©|\bwww\.|(?:(?<=/)|(?<=/\s)|(?<=\()|(?<=\s)(?=Getty\b))"
    rf"(?:{_AGENCY}|Getty(?:\sImages)?)\)?$|,\s(?:{_AGENCY})\)$"
    rf"|\s(?:{alternatives(merged(LineWords).picture_words)})\s?[:：/]\s?\S[^:：]{{0,40}}$",
    re.IGNORECASE,
)
"""The signs of a caption: an address, a copyright, or whose picture it is at its end."""
_COLUMNS: Final = re.compile(r"\t|\s{3}")
_LEADING_ON: Final = word_set(merged(LineWords).leading_on)
_MAX_WORDS_LEADING_ON: Final = 4
_MAX_WORDS_WITH_DATE: Final = 6
_MAX_WORDS_OF_NAME: Final = 7


def may_be_headline(text: str) -> bool:
    """Whether a line has the form of a headline.

    Example:
        >>> may_be_headline("🌍 Ministers agree on the lake"), may_be_headline("By Ana Ruiz")
        (True, False)
    """
    if (
        len(text) > _MAX_LENGTH
        or _COLUMNS.search(text)
        or _OF_A_PICTURE.search(text)
        or is_metadata(text)
        or is_picture_credit(text)
        or _breaks_off(text)
        or is_about_the_page(text)
        or names_in_byline(text)
        or may_be_byline(text)
        or starts_like_byline(text)
    ):
        return False
    signs = _SIGNS_BEFORE.match(text)
    words = text[signs.end() :] if signs else text
    if signs and len(words.split()) < _MIN_WORDS_AFTER_SIGN:
        return False
    if not (words[:1].isalnum() or words[:1] in _BEFORE_TITLE or _QUOTED_START.match(words)):
        return False
    if (
        text.endswith(("...", "…", ",", "،"))
        or _DIALOGUE.match(words)
        or (ends_sentence(text) and text[-1] not in "?!？！؟")
        or len(_INNER_END.findall(text)) > 1
        or len(_SEPARATOR.findall(text)) > 1
        or (_SEPARATOR.search(text) and is_short_and_dated(text))
        or _is_enumeration(text)
        or _PICTOGRAPH.search(words)
    ):
        return False
    return dateline_line(text) is None and dateline_of(f"{text} X") is None


def _breaks_off(text: str) -> bool:
    """Whether a line is only a part of a sentence: "and its partners", "In partnership with"."""
    first, *_, last = (*text.split(maxsplit=1), text.rsplit(maxsplit=1)[-1])
    if text[0].islower() and first.islower():
        return True
    return len(text.split()) <= _MAX_WORDS_LEADING_ON and last.lower() in _LEADING_ON


def _is_enumeration(text: str) -> bool:
    """Whether a line is a list of categories: "Articles, Our Research, Events"."""
    return "," in text and not any(word[0].islower() for word in text.split())


def is_long_enough(text: str) -> bool:
    """Whether a line has the words, or the ideographs, that a headline has at least."""
    return len(text.split()) >= _MIN_WORDS or len(IDEOGRAPH.findall(text)) >= _MIN_IDEOGRAPHS


def is_short_and_dated(text: str) -> bool:
    """Whether a line has a day with its year and a few other words: "Ana Ruiz, May 3, 2024"."""
    return len(text.split()) <= _MAX_WORDS_WITH_DATE and any(
        date.day is not None and date.day[0] is not None for date in find_dates(text)
    )


def may_be_name_of_site(text: str) -> bool:
    """Whether a line has few words, all of them capitalized: "The Lake Network"."""
    words = text.split()
    return (
        len(words) <= _MAX_WORDS_OF_NAME
        and any(word[0].isupper() for word in words)
        and all(word[0].isupper() or not word[0].isalpha() for word in words)
    )
