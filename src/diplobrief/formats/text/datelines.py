"""Datelines: the place, and often the day, with which a news story starts."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.languages.data import alternatives, load_shared, merged, word_set
from diplobrief.languages.dates import AFTER_YEAR, BEFORE_DAY, DATE, iso_date
from diplobrief.languages.tables import Bylines, Datelines, LineWords, Shared
from diplobrief.text.characters import INVISIBLE

__all__ = ["dateline_line", "dateline_of"]

_DATELINES: Final = merged(Datelines)
_SHARED: Final = load_shared(Shared)
_PLACES: Final = frozenset(map(str.casefold, _DATELINES.places))
_NOT_PLACES: Final = frozenset(_DATELINES.not_places)
_PARTICLES: Final = word_set((*_SHARED.place_particles, *_DATELINES.particles))
_ORDINARY_WORDS: Final = word_set(merged(Bylines).not_names)
_ABOUT_THE_TEXT: Final = frozenset(
    map(str.casefold, (*merged(LineWords).markings, *merged(LineWords).notices))
)
_AGENCIES: Final = frozenset(map(str.casefold, _SHARED.agencies))
_BETWEEN_AGENCIES: Final = re.compile("[,/-]")
_AGENCY: Final = alternatives(_SHARED.agencies)
_EAST_ASIAN_AGENCY: Final = alternatives(
    agency for agency in _SHARED.agencies if re.match("[\u3040-\ud7a3]", agency)
)
_EAST_ASIAN_PLACE: Final = alternatives(
    place for place in _DATELINES.places if re.match("[\u3040-\ud7a3]", place)
)
_EAST_ASIAN_DAY: Final = r"(?P<date>(?:\d{1,2}[ \u3000]?[月월][ \u3000]?)?\d{1,2}[ \u3000]?[日일])?"
_ONE_AGENCY: Final = rf"(?<!\w)(?:{_AGENCY})(?!\w)"
_DASH: Final = r"\s*\.?\s*(?:—|–|―|--|-|:)"
_PLACE: Final = (
    r"(?P<place>[^\W\d_]"
    r"(?:[^\d()\[\]/:;,،.—–―\"“”«»\n-]|(?:-|(?<=[^\W\d_])/)(?=\w)|(?<=\bSt)\.){1,40}?)"
)
_DAY: Final = rf"(?:(?:{BEFORE_DAY})\s+)?(?P<date>{DATE})(?:\s*(?:{AFTER_YEAR}))?"
_DATELINE: Final = re.compile(
    rf"(?:date\s+20\d\d-\d\d-\d\d\s+)?{_PLACE}"
    r"(?P<region>,\s[^\W\d_](?:[^\W\d_]|\.| (?=[^\W\d_])){1,24})??"
    rf"(?P<comma>\s*[,،.])?(?:\s*{_DAY})?"
    rf"(?:\s*[.,،]?\s*(?:"
    rf"[(/]\s*(?P<enclosed>[^()/]{{1,40}})\s*[)/](?:{_DASH}|\s*\.|(?<=/))"
    rf"|(?:[—–-]\s*)?(?P<agency>{_ONE_AGENCY})\s*(?:—|–|--|-|\.\s*-|/)"
    rf"|(?P<dash>(?:—|–|--|\.-|-(?=\s)))|(?P<colon>:(?=\s))"
    rf"|(?P<full_stop>(?<=\.)(?<!\bSt\.)(?=\s+[^\W\d_]))"
    r"))",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(
    rf"[(\[]{_PLACE}(?P<region>)[,،]?\s+{_DAY}\s*[)\]](?P<enclosed>){_DASH}", re.IGNORECASE
)
_PLACE_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ,/'’.\u200c-])*")
_ALONE: Final = re.compile(
    rf"(?P<place>[^\W\d_][^\d,،]{{1,40}})[,،]\s(?:(?:{BEFORE_DAY})\s)?(?P<date>{DATE})",
    re.IGNORECASE,
)
_EAST_ASIAN: Final = (
    re.compile(r"新华社(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)电"),
    re.compile(
        rf"[【(（\[](?P<place>[\u30a1-\u30fc\u4e00-\u9fff]{{2,12}}?)(?P<date>\d{{1,2}}日)?"
        rf"[=＝]?(?:{_EAST_ASIAN_AGENCY})[】)）\]]"
    ),
    re.compile(
        rf"[(\[［](?P<place>[\u30a1-\u30fc\u4e00-\u9fff]{{2,12}}?)[ \u3000]"
        rf"(?P<date>\d{{1,2}}[ \u3000]?日)[ \u3000]?(?:{_EAST_ASIAN_AGENCY})[)\]］]"
    ),
    re.compile(
        rf"[(\[【（](?P<place>[\uac00-\ud7a3]{{2,8}}(?:·[\uac00-\ud7a3]{{2,8}})?)(?P<date>)"
        rf"\s?=\s?(?:{_EAST_ASIAN_AGENCY})[)\]】）]"
    ),
    re.compile(
        rf"[【(（\[［](?P<place>(?:{_EAST_ASIAN_PLACE})(?:[・·](?:{_EAST_ASIAN_PLACE}))?)"
        rf"[ \u3000]?{_EAST_ASIAN_DAY}\s?[=＝]\s?[^)】）\]］\n]{{1,40}}[】)）\]］]"
    ),
    re.compile(
        rf"(?P<place>{_EAST_ASIAN_PLACE})[ \u3000]?{_EAST_ASIAN_DAY}"
        rf"(?:[(（](?:{_AGENCY})[)）]|\s?[=＝]\s?(?:{_EAST_ASIAN_AGENCY})(?!\w))"
    ),
)
"""Chinese, Japanese and Korean.

Examples are 新华社莫斯科7月3日电, 【モスクワ共同】, [東京 3日 ロイター], (모스크바=연합뉴스) and,
with a known place and the name of the correspondent, 【北京＝山田太郎】.
"""
_WIDE_SPACE: Final = re.compile(r"\s{3}")
_MAX_LENGTH: Final = 160
_MAX_PLACE_WORDS: Final = 4
_MAX_UNKNOWN_PLACE_WORDS: Final = 2


def dateline_of(paragraph: str) -> dict[str, object] | None:
    """Return the dateline with which a paragraph starts, if there certainly is one.

    The day is `date` if the year is stated, and `date_as_written` otherwise: the year is never
    guessed.

    Args:
        paragraph: The first paragraph of running text, as plain text.

    Example:
        >>> dateline_of("MOSCOW, April 15 (TASS) — The talks ended.")
        {'place': 'MOSCOW', 'date_as_written': 'April 15'}
        >>> dateline_of("Russia – the largest country – agreed.")
    """
    start = paragraph[:_MAX_LENGTH].lstrip(INVISIBLE)
    if _WIDE_SPACE.search(start):
        return None
    for pattern in _EAST_ASIAN:
        dateline = pattern.match(start)
        if dateline is not None and dateline["place"] not in _NOT_PLACES:
            return _as_data(dateline)
    dateline = _DATELINE.match(start) or _BRACKETED.match(start)
    return _as_data(dateline) if dateline is not None and _is_certain(dateline, start) else None


def dateline_line(text: str) -> dict[str, object] | None:
    """Return the dateline on a line of its own: a known place with a day, or with an agency.

    Example:
        >>> dateline_line("Geneva, 12 March 2024")
        {'place': 'Geneva', 'date': '2024-03-12'}
        >>> dateline_line("Moscow, IRNA")
        {'place': 'Moscow'}
        >>> dateline_line("Daily News Brief, September 10, 2019")
    """
    if len(text) > _MAX_LENGTH or _WIDE_SPACE.search(text):
        return None
    alone = _ALONE.fullmatch(text)
    if alone is not None and alone["place"].casefold() in _PLACES:
        return _as_data(alone)
    with_agency = _DATELINE.fullmatch(f"{text} -")
    if with_agency is None or not with_agency["agency"]:
        return None
    return dateline_of(f"{text} - X")


def _as_data(dateline: re.Match[str]) -> dict[str, object]:
    groups = dateline.groupdict()
    data: dict[str, object] = {"place": groups["place"].strip() + (groups.get("region") or "")}
    if written := groups["date"]:
        day = iso_date(written)
        if day is None:
            data["date_as_written"] = " ".join(written.split())
        else:
            data["date"] = day
    return data


def _is_certain(dateline: re.Match[str], start: str) -> bool:
    """Whether there is positive evidence of a dateline: a known place, an agency, or a date."""
    place, region = dateline["place"].strip(), dateline["region"] or ""
    following = start[dateline.end() :]
    if not _may_be_place(place, region) or not following.strip() or following.lstrip()[0].islower():
        return False
    is_known = _is_known(place)
    if dateline.re is _BRACKETED:
        return is_known
    words, has_date = len(place.split()), bool(dateline["date"])
    is_likely = is_known or place.isupper() or not place[0].isupper()
    if dateline["enclosed"]:
        if dateline.group().endswith(":"):
            return is_known  # else it is a speaker: "Varga (AA): The talks went on."
        if _is_agency(dateline["enclosed"]):
            return is_likely or words <= _MAX_UNKNOWN_PLACE_WORDS
        return is_known or (is_likely and has_date)
    if dateline["agency"]:
        return not region and (is_likely or words == 1 or has_date)
    return not region and _is_certain_by_place(dateline, following, is_known=is_known)


def _is_certain_by_place(dateline: re.Match[str], following: str, *, is_known: bool) -> bool:
    """Whether a place that no agency follows is a dateline, by what separates it from the text."""
    place, has_date = dateline["place"].strip(), bool(dateline["date"])
    is_separated = bool(dateline["comma"]) and not has_date
    if dateline["dash"]:
        is_spaced = following[:1].isspace()  # unlike a slug: AP-EU--Moldova-Talks
        is_dated = has_date and is_spaced and place.isupper()
        return not is_separated and (is_known or is_dated)
    if dateline["colon"]:  # in small letters, it is who speaks: "Moscow: We are ready."
        return is_known and place.isupper() and not is_separated
    ends_with_period = is_separated and dateline["comma"].strip() == "."
    return is_known and (has_date or ends_with_period)


def _is_known(place: str) -> bool:
    """Whether it is a known place, or several of them: `TOKYO/SEOUL`."""
    return all(part.casefold() in _PLACES for part in place.split("/"))


def _may_be_place(place: str, region: str) -> bool:
    words = place.split()
    return (
        len(words) <= _MAX_PLACE_WORDS
        and not _is_agency(place)
        and _NOT_PLACES.isdisjoint(place.upper().split("/"))
        and (_is_known(place) or place.casefold() not in _ABOUT_THE_TEXT)
        and (_is_known(place) or _ORDINARY_WORDS.isdisjoint(place.lower().split()))
        and all(not word[0].islower() or word in _PARTICLES for word in words)
        and _PLACE_NAME.fullmatch(place + region) is not None
    )


def _is_agency(text: str) -> bool:
    """Whether a text names an agency, or several of them: `Reuters/AFP`."""
    names = text.strip().casefold()
    return names in _AGENCIES or all(
        name.strip() in _AGENCIES for name in _BETWEEN_AGENCIES.split(names)
    )
