"""Datelines: the place, and the day, that the first words of a story state."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.languages.data import alternatives, load_shared, merged, word_set
from diplobrief.languages.dates import AFTER_YEAR, BEFORE_DAY, DATE, iso_date
from diplobrief.languages.tables import Datelines, Shared
from diplobrief.text.characters import INVISIBLE

__all__ = ["dateline_line", "dateline_of"]


_DATELINES: Final = merged(Datelines)
_SHARED: Final = load_shared(Shared)
_PLACES: Final = frozenset(map(str.casefold, _DATELINES.places))
_NOT_PLACES: Final = frozenset(_DATELINES.not_places)
_PARTICLES: Final = word_set((*_SHARED.place_particles, *_DATELINES.particles))
_AGENCY: Final = alternatives(_SHARED.agencies)
_DASH: Final = r"\s*\.?\s*(?:—|–|―|--|-|:)(?=\s|\S)"
_PLACE: Final = (
    r"(?P<place>[^\W\d_]"
    r"(?:[^\d()\[\]/:;,،.—–―\"“”«»\n-]|(?:-|(?<=[^\W\d_])/)(?=\w)|(?<=\bSt)\.){1,40}?)"
)
_PLACE_THEN: Final = re.compile(
    rf"(?:date\s+20\d\d-\d\d-\d\d\s+)?{_PLACE}"
    r"(?P<region>,\s[^\W\d_](?:[^\W\d_]|\.| (?=[^\W\d_])){1,24})??"
    rf"(?P<comma>\s*[,،.])?(?:\s*(?:(?:{BEFORE_DAY})\s+)?(?P<date>{DATE})(?:\s*(?:{AFTER_YEAR}))?)?"
    rf"(?P<behind>\s*[.,،]?\s*(?:"
    rf"[(/]\s*(?P<enclosed>[^()/]{{1,40}})\s*[)/](?:{_DASH}|\s*\.|(?<=/))"
    rf"|(?:[—–-]\s*)?(?P<agency>{_AGENCY})\s*(?:—|–|--|-|\.\s*-|/)"
    rf"|(?P<dash>(?:—|–|--|\.-|-(?=\s)))"
    rf"|(?P<full_stop>(?<=\.)(?<!\bSt\.)(?=\s+[^\W\d_]))"
    r"))",
    re.IGNORECASE,
)
_PLACE_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ,/'’.\u200c-])*")
_ALONE: Final = re.compile(
    rf"(?P<place>[^\W\d_][^\d,،]{{1,40}})[,،]\s(?:(?:{BEFORE_DAY})\s)?(?P<date>{DATE})",
    re.IGNORECASE,
)
_CHINESE: Final = re.compile(
    r"新华社(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)电"
)
_WIDE_SPACE: Final = re.compile(r"\s{3}")
_SEARCHED: Final = 160
_ACRONYM: Final = 2
_LIKELY_WORDS: Final = 2
_PLACE_WORDS: Final = 4


def dateline_of(paragraph: str) -> dict[str, object] | None:
    """Return the dateline with which a paragraph begins, where it certainly is one.

    The day is `date` where the year is stated, and `date_as_written` otherwise: a year is never
    invented.

    Args:
        paragraph: The first paragraph of running text, as plain text.

    Example:
        >>> dateline_of("MOSCOW, April 15 (TASS) — The talks ended.")
        {'place': 'MOSCOW', 'date_as_written': 'April 15'}
        >>> dateline_of("Russia – the largest country – agreed.")
    """
    start = paragraph[:_SEARCHED].lstrip(INVISIBLE)
    if _WIDE_SPACE.search(start):
        return None
    chinese = _CHINESE.match(start)
    if chinese is not None:
        return {"place": chinese["place"], "date_as_written": chinese["date"]}
    found = _PLACE_THEN.match(start)
    if found is None or not _is_certain(found, start):
        return None
    place = found["place"].strip() + (found["region"] or "")
    return {"place": place} | (_day(found["date"]) if found["date"] else {})


def dateline_line(text: str) -> dict[str, object] | None:
    """Return the dateline on a line of its own: a well-known place with a day, or an agency.

    Example:
        >>> dateline_line("Geneva, 12 March 2024")
        {'place': 'Geneva', 'date': '2024-03-12'}
        >>> dateline_line("Moscow, IRNA")
        {'place': 'Moscow'}
        >>> dateline_line("Daily News Brief, September 10, 2019")
    """
    if len(text) > _SEARCHED:
        return None
    found = _ALONE.fullmatch(text)
    if found is not None and found["place"].casefold() in _PLACES:
        return {"place": found["place"]} | _day(found["date"])
    opened = _PLACE_THEN.fullmatch(f"{text} -")
    if opened is None or not opened["agency"]:
        return None
    return dateline_of(f"{text} - X")


def _day(written: str) -> dict[str, object]:
    day = iso_date(written)
    return {"date": day} if day else {"date_as_written": " ".join(written.split())}


def _is_certain(found: re.Match[str], start: str) -> bool:
    place = found["place"].strip()
    words = place.split()
    if len(words) > _PLACE_WORDS or not _NOT_PLACES.isdisjoint(place.upper().split("/")):
        return False
    if any(word[0].islower() and word not in _PARTICLES for word in words):
        return False
    behind = start[found.end() :].lstrip()
    if not behind or behind[0].islower():
        return False
    region = found["region"] or ""
    if _PLACE_NAME.fullmatch(place + region) is None or (region and not found["enclosed"]):
        return False
    is_known = place.casefold() in _PLACES
    if found["enclosed"]:
        is_agency = _is_agency(found["enclosed"])
        is_plain = is_known or place.isupper()
        return (is_agency and (is_plain or len(words) <= _LIKELY_WORDS)) or (
            is_plain and bool(found["date"])
        )
    if found["agency"]:
        is_caseless = not place[0].isupper()
        return is_known or is_caseless or place.isupper() or bool(found["date"]) or len(words) == 1
    is_divided = bool(found["comma"]) and not found["date"]
    if found["dash"]:
        is_parted = start[found.end() :][:1].isspace()  # unlike a slug: AP-EU--Moldova-Talks
        is_likely = is_parted and place.isupper() and len(place) > _ACRONYM
        return not is_divided and (is_known or is_likely)
    return is_known and (bool(found["date"]) or (is_divided and found["comma"].strip() == "."))


def _is_agency(text: str) -> bool:
    return (
        re.fullmatch(rf"(?:{_AGENCY})(?:[\s,/-]+(?:{_AGENCY}))*", text.strip(), re.IGNORECASE)
        is not None
    )
