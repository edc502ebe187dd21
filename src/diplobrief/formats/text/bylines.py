"""Bylines: lines that name the authors of the page and nothing else."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.languages.data import alternatives, load_shared, merged, word_set
from diplobrief.languages.tables import Bylines, Datelines, Shared
from diplobrief.text.characters import SPACE

__all__ = ["is_certain_name", "may_be_byline", "names_in_byline", "starts_like_byline"]

_BYLINES: Final = merged(Bylines)
_MARKER: Final = alternatives(_BYLINES.markers)
_MARKER_WITH_COLON: Final = alternatives(_BYLINES.markers_with_colon)
_CREDIT: Final = alternatives(_BYLINES.credits)
_AND: Final = alternatives(_BYLINES.between_names)
_AFTER_NAME: Final = alternatives(_BYLINES.after_name)

_MARKED: Final = re.compile(
    rf"(?P<marker>{_MARKER}|(?:{_MARKER_WITH_COLON})(?=[{SPACE}]*[:：]))"
    rf"[{SPACE}]*+(?::[{SPACE}]++|：[{SPACE}]*+|(?<=[{SPACE}]))(?P<names>\S.*)",
    re.IGNORECASE,
)
_CREDITED: Final = re.compile(
    rf"(?:(?:{_CREDIT})\s+)?(?:{_MARKER})\s"
    rf"(?P<name>.*?)"
    rf"(?:(?:(?<!\s)\s++)?[,،|·•(/–—-]|(?<!\s)\s++(?:{_AND}|{_AFTER_NAME})\s|$)",
    re.IGNORECASE,
)
_MARKER_AND_COLON: Final = re.compile(
    rf"(?:{_MARKER}|{_MARKER_WITH_COLON})[{SPACE}]{{0,3}}[:：]", re.IGNORECASE
)
_MARKED_AFTER: Final = re.compile(
    rf"(?P<names>\S{{2,6}})[{SPACE}](?:{alternatives(_BYLINES.markers_after_name)})"
    rf"(?:[{SPACE}]{{1,3}}[(\[]?[^\s@]{{1,60}}@[\w.-]{{1,60}}[)\]]?)?"
)
_DASHED: Final = re.compile(rf"(?:—|―|--)[{SPACE}]*(?P<names>\S.*)")
_BETWEEN: Final = re.compile(rf",\s+|(?<!\s)\s++(?:{_AND}|&)\s+", re.IGNORECASE)
_LAST_TWO: Final = re.compile(rf"(?<!\s)\s++(?:{_AND}|&)\s+", re.IGNORECASE)
_MAX_LENGTH: Final = 120
_MAX_NAME_LENGTH: Final = 60
_NAME_WORDS: Final = range(2, 5)
_MAX_NAMES: Final = 8

_NAME_WORD: Final = re.compile(r"(?:[^\W\d_][.]?)(?:[^\W\d_]|[-'’.‌](?=[^\W\d_.]))*\.?")
_SHARED: Final = load_shared(Shared)
_PARTICLES: Final = word_set(_SHARED.name_particles)
_GIVEN_NAMES: Final = word_set((*_BYLINES.given_names, *_SHARED.given_names))
_PLACES: Final = frozenset(map(str.casefold, merged(Datelines).places))
_EAST_ASIAN_NAME: Final = re.compile("[\u4e00-\u9fff]{3,6}|[\uac00-\ud7a3]{2,4}")
"""A Japanese or Korean name without a space between the names of the family and the person."""
_INITIAL: Final = re.compile(r"[^\W\d_]\.")
_NOT_NAMES: Final = word_set(_BYLINES.not_names)


def _is_name(text: str) -> bool:
    """Whether a text has the form of a person's name, and no word that names do not have."""
    if len(text) > _MAX_NAME_LENGTH:
        return False
    if _EAST_ASIAN_NAME.fullmatch(text):
        return text not in _NOT_NAMES
    words = text.split()
    if len(words) not in _NAME_WORDS or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    if any(word.lower().rstrip(".") in _NOT_NAMES for word in words):
        return False
    significant = [word for word in words if not (word[0].islower() and word.lower() in _PARTICLES)]
    if len(max(words, key=len).rstrip(".")) < 2 or len(significant) < 2:
        return False
    if all(word.islower() for word in words):
        return True
    return not any(word[0].islower() for word in significant)


def is_certain_name(text: str) -> bool:
    """Whether a text is certainly the name of a person: it starts with a known given name.

    Example:
        >>> is_certain_name("ahmad shirzadian"), is_certain_name("J. Robert Smith")
        (True, True)
        >>> is_certain_name("Cookie Settings"), is_certain_name("Buenos Aires")
        (False, False)
    """
    if not _is_name(text) or text.casefold() in _PLACES:
        return False
    words = text.lower().split()
    first = words[1] if _INITIAL.fullmatch(words[0]) and len(words) > 2 else words[0]
    return first in _GIVEN_NAMES or first.split("-")[0] in _GIVEN_NAMES


def _split_names(text: str) -> list[str]:
    names = _BETWEEN.split(text)
    if len(names) > 1 and _LAST_TWO.search(text) is None:
        return []  # an office or a newspaper may follow a single comma
    if len(names) > _MAX_NAMES or not all(map(_is_name, names)):
        return []
    return [" ".join(name.split()) for name in names]


def names_in_byline(text: str, *, quoted_above: bool = False) -> list[str]:
    """Return the names in a line that starts like a byline, or no names if it is uncertain.

    Args:
        text: The line.
        quoted_above: Whether a quotation ends above the line; then a name after a dash is the
            speaker.

    Example:
        >>> names_in_byline("By Ana Ruiz, Li Wei and M. Okafor")
        ['Ana Ruiz', 'Li Wei', 'M. Okafor']
        >>> names_in_byline("By Monday the talks had ended")
        []
    """
    if len(text) > _MAX_LENGTH:
        return []
    line = text.strip("*_")
    if byline := _MARKED_AFTER.fullmatch(line):
        name = byline["names"]
        return [name] if _EAST_ASIAN_NAME.fullmatch(name) and _is_name(name) else []
    if byline := _MARKED.fullmatch(line):
        return _split_names(byline["names"])
    signature = None if quoted_above else _DASHED.fullmatch(line)
    names = [] if signature is None else _split_names(signature["names"])
    return names if all(map(is_certain_name, names)) else []


def may_be_byline(text: str) -> bool:
    """Whether a line starts with an author, even if an office, a paper or a place follows.

    Example:
        >>> may_be_byline("By Aram Petrosyan, Regional Desk"), may_be_byline("By land and by sea")
        (True, False)
    """
    byline = _CREDITED.match(text) if len(text) <= _MAX_LENGTH else None
    return byline is not None and _is_name(byline["name"])


def starts_like_byline(text: str) -> bool:
    """Whether a line starts with the word before an author and a colon, whatever follows.

    Example:
        >>> starts_like_byline("By: the desk in Geneva"), starts_like_byline("By: the way")
        (True, True)
        >>> starts_like_byline("By the way")
        False
    """
    return _MARKER_AND_COLON.match(text) is not None
