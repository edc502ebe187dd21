"""Lines at the top of a page that say who may read it, where it is from, and when it appeared."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.languages.data import load_shared, merged, word_set
from diplobrief.languages.dates import DATE, iso_date
from diplobrief.languages.tables import Dates, LineWords, Shared
from diplobrief.model.scalars import WEB_ADDRESS
from diplobrief.model.vocabulary.briefs import TLP_LABELS

__all__ = ["handling_of", "publication_day_of", "split_page_date", "web_address_of"]

_MARKINGS: Final = word_set((*merged(LineWords).markings, *load_shared(Shared).markings))
_BEFORE_MARKING: Final = re.compile(
    r"(?:security\s+)?classification(?:\s+level)?\s*:\s*(?=\S)", re.IGNORECASE
)
_SPACED_LETTERS: Final = re.compile(r"(?:[^\W\d_] ){4,}[^\W\d_]")
_BETWEEN_MARKINGS: Final = re.compile(r"(?:(?<!\s)\s++)?(?://|/|\||;|,)\s*|(?<!\s)\s++[-–—]\s+")
_DECORATION: Final = " \t\u00a0*_#[](){}<>=~-–—:.!"
_NOT_PAGE: Final = re.compile(
    r"\.(?:avif|bmp|css|gif|ico|jpe?g|js|mp[34]|png|svg|webm|webp)(?:[?#]|$)", re.IGNORECASE
)
_MAX_LENGTH: Final = 120
_PAGE_DATE: Final = re.compile(
    r"date\s+(?P<day>20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?=\s|$)", re.IGNORECASE
)
_LENGTH_OF_MONTH: Final = len("2024-01")
_WEEKDAYS: Final = word_set(merged(Dates).weekdays)
_DATE_LINE: Final = re.compile(
    rf"(?:(?P<weekday>[^\W\d_]+),?\s+)?(?P<day>{DATE})\.?"
    r"(?:\s?[(（](?P<weekday_after>[^\W\d_]+)[)）]|\s(?P<weekday_last>[^\W\d_]+))?",
    re.IGNORECASE,
)


def handling_of(line: str) -> dict[str, object] | None:
    """Return the handling that a line states if it consists of markings only.

    Example:
        >>> handling_of("TLP:AMBER+STRICT")
        {'tlp': 'TLP:AMBER+STRICT'}
        >>> handling_of("UNCLASSIFIED // FOR OFFICIAL USE ONLY")
        {'marking': 'UNCLASSIFIED // FOR OFFICIAL USE ONLY'}
        >>> handling_of("C O N F I D E N T I A L")
        {'marking': 'C O N F I D E N T I A L'}
        >>> handling_of("Confidential talks end")
    """
    if len(line) > _MAX_LENGTH:
        return None
    text = line.strip(_DECORATION)
    label = re.sub(r"\s*([:+])\s*", r"\1", text).upper()
    if label in TLP_LABELS and label.startswith("TLP:"):
        return {"tlp": label}
    text = _BEFORE_MARKING.sub("", text, count=1)
    if _SPACED_LETTERS.fullmatch(text):
        text = text.replace(" ", "")
    parts = _BETWEEN_MARKINGS.split(text)
    if text.lower() in _MARKINGS or all(
        " ".join(part.lower().split()) in _MARKINGS for part in parts
    ):
        return {"marking": line.strip()}
    return None


def web_address_of(line: str) -> str | None:
    """Return the web address of which a line consists, or `None`.

    Example:
        >>> web_address_of("https://example.org/treaty")
        'https://example.org/treaty'
        >>> web_address_of("See https://example.org/treaty")
        >>> web_address_of("https://example.org/lake.jpg")
    """
    address = line.strip("<>")
    if not address.startswith(("http://", "https://")):
        return None
    if _NOT_PAGE.search(address):
        return None
    return address if re.search(WEB_ADDRESS.pattern, address) else None


def publication_day_of(line: str) -> str | None:
    """Return the day with which a web page starts, as `YYYY-MM-DD`, or `None`.

    A crawler may write the month only: `YYYY-MM`.

    Example:
        >>> publication_day_of("date 2024-01-15 TAIPEI, Jan 15 – Nauru broke off relations.")
        '2024-01-15'
        >>> publication_day_of("Tuesday, January 23, 2024")
        '2024-01-23'
        >>> publication_day_of("January 23"), publication_day_of("On January 23, 2024, they met.")
        (None, None)
    """
    if stated := _PAGE_DATE.match(line):
        day = stated["day"]
        return day if len(day) == _LENGTH_OF_MONTH else iso_date(day)
    alone = _DATE_LINE.fullmatch(line)
    if alone is None:
        return None
    weekdays = (alone["weekday"], alone["weekday_after"], alone["weekday_last"])
    if any(day is not None and day.lower() not in _WEEKDAYS for day in weekdays):
        return None
    return iso_date(alone["day"])


def split_page_date(line: str) -> tuple[str, str]:
    """Return the day that a crawler wrote before the text of a page, and the rest of the line.

    Example:
        >>> split_page_date("date 2024-01-15 Ministers agree on the lake")
        ('date 2024-01-15', 'Ministers agree on the lake')
        >>> split_page_date("Ministers agree on the lake")
        ('', 'Ministers agree on the lake')
    """
    stated = _PAGE_DATE.match(line)
    if stated is None:
        return "", line
    return stated.group(), line[stated.end() :].strip()
