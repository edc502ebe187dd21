"""Registries of codes: countries (ISO 3166) and language subtags (IANA).

Each table in this folder names its source and version; `scripts/code_registries.py` updates them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_USER_ASSIGNED: Final = re.compile("AA|Q[M-Z]|X[A-Z]|ZZ")
"""ISO 3166-1, section 8.1.3: codes that users may assign, such as XK for Kosovo."""


@cache
def _table(name: str) -> Mapping[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            section.update(line.casefold().split())
    return {kind: frozenset(codes) for kind, codes in sections.items()}


def is_country(code: str) -> bool:
    """Return whether a code is in ISO 3166-1 or ISO 3166-3, or user-assigned.

    Example:
        >>> is_country("NO"), is_country("SUHH"), is_country("XK"), is_country("UK")
        (True, True, True, False)
    """
    if _USER_ASSIGNED.fullmatch(code):
        return True
    table = _table("countries.txt")
    return code.casefold() in table["assigned" if len(code) == 2 else "former"]


@lru_cache(maxsize=1024)
def unknown_subtag(tag: str) -> tuple[str, str] | None:
    """Return the first subtag of a well-formed language tag that is not in the registry.

    Args:
        tag: A language tag (RFC 5646).

    Returns:
        The kind of the subtag and the subtag, or `None` if all are known.

    Example:
        >>> unknown_subtag("sr-Latn-RS"), unknown_subtag("en-UK")
        (None, ('region', 'UK'))
    """
    table = _table("language_subtags.txt")
    if tag.casefold() in table["grandfathered"]:
        return None
    for kind, subtag in _parts(tag):
        if subtag.casefold() not in table[kind]:
            return kind, subtag
    return None


def _parts(tag: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and text of each subtag, up to the first extension."""
    language, *others = tag.split("-")
    if len(language) == 1:
        return
    yield "language", language
    for subtag in others:
        if len(subtag) == 1:
            return
        if len(subtag) == 3 and subtag.isalpha():
            yield "extlang", subtag
        elif len(subtag) == 4 and subtag.isalpha():
            yield "script", subtag
        elif len(subtag) in {2, 3}:
            yield "region", subtag
        else:
            yield "variant", subtag
