"""Characters that nobody sees, or that are not what they seem."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.hygiene.invisible import INVISIBLE, needless
from diplobrief.diagnostics import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext

_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_END_OF_ISOLATE: Final = "\u2069"
_MARKS: Final = frozenset("\u061c\u200e\u200f")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")

_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffd\ufffe\uffff]")

_ESCAPED: Final = ("\\u00", "\\b", "\\f", "\\r")
"""How JSON writes the controls that only extension members can have."""


@rule("HYG001", "bidi-control", Severity.WARNING)
def bidi_control(context: CheckContext) -> Iterator[Problem]:
    """A text holds a character that changes the direction of what follows.

    What it does:
        It finds embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069), and the
        marks of direction (U+200E, U+200F, U+061C) in texts without any letter that is written
        from right to left. Where there are such letters, isolates that are closed again stay,
        too: they keep a Latin name in its place.

    Why it matters:
        A reader sees another order of words than a program, so that a text can show the
        contrary of what it says.

    Example:
        A title with U+202E in it.

    Use instead:
        The text without it: letters of Arabic, Persian and Hebrew know their direction.

    References:
        Unicode Standard Annex 9, section 2; Unicode Technical Report 36, section 2.
    """
    special = context.special_set
    if special.isdisjoint(_BIDI) and special.isdisjoint(_MARKS):
        return
    for path, text, _ in context.texts:
        odd = _odd_controls(text)
        found = sorted(odd.intersection(text))
        if found:
            yield Problem(
                path,
                f"the text holds {_named(found)}, which changes the direction of reading",
                "take it out",
                Fix("take the controls of direction out", path, _without(text, odd)),
            )


def _odd_controls(text: str) -> frozenset[str]:
    """Return the controls of direction that have no place in a text."""
    if _RIGHT_TO_LEFT.search(text) is None:
        return _BIDI | _MARKS
    depth = 0
    for char in text:
        if char in _ISOLATES:
            depth += 1
        elif char == _END_OF_ISOLATE:
            if depth == 0:
                return _BIDI
            depth -= 1
    return _BIDI if depth else _BIDI - _ISOLATES - {_END_OF_ISOLATE}


@rule("HYG002", "invisible-character", Severity.WARNING)
def invisible_character(context: CheckContext) -> Iterator[Problem]:
    """A text holds a character that nobody sees.

    What it does:
        It finds spaces without width, soft hyphens, fillers, tags and the like; the joiners
        U+200C and U+200D where they join nothing; and variation selectors behind letters that
        have no variants. In Persian, Arabic, the scripts of India, and between emoji the joiners
        are spelling, and stay; so do variation selectors behind symbols and Chinese characters,
        the tags of flags, and spaces without width in scripts that have no others, as in Thai.

    Why it matters:
        Two words that look the same are not: a search misses one of them, and a passage is not
        found in the narrative. Hidden characters also mark copies.

    Example:
        `name: North\u200bland`, with U+200B between its halves.

    Use instead:
        `name: Northland`

    References:
        The Unicode Standard, chapter 23; RFC 5892, appendix A; Unicode Technical Standard 51,
        section 2.3.
    """
    if INVISIBLE.search(context.special) is None:
        return
    for path, text, _ in context.texts:
        hidden = {} if text.isascii() else dict.fromkeys(needless(text))
        if hidden:
            left = "".join(char for at, char in enumerate(text) if at not in hidden)
            yield Problem(
                path,
                f"the text holds {_named(sorted({text[at] for at in hidden}))}, which nobody sees",
                "take it out",
                Fix("take the invisible characters out", path, left) if left.strip() else None,
            )


@rule("HYG003", "control-character", Severity.WARNING)
def control_character(context: CheckContext) -> Iterator[Problem]:
    """A text holds a control character, or the mark of one that was lost.

    What it does:
        It finds C1 controls, the separators U+2028 and U+2029, and U+FFFD, which programs put
        in the place of what they could not read; in extension members C0 controls as well.

    Why it matters:
        They come from files that were read in the wrong encoding; what stood there is lost.

    Example:
        `name: Tu\ufffdrkiye`

    Use instead:
        `name: Türkiye`

    References:
        The Unicode Standard, sections 23.1 and 23.8.
    """
    if _CONTROLS.search(context.special) is None:
        characters = context.characters
        escaped = "\\" in characters and any(escape in characters for escape in _ESCAPED)
        if not escaped and "\x7f" not in characters:
            return
    for path, text, _ in context.texts:
        found = sorted({*_CONTROLS.findall(text)})
        if found:
            yield Problem(
                path,
                f"the text holds {_named(found)}, a control or the mark of a lost character",
                "write what stood there",
            )


@rule("HYG005", "not-composed", Severity.INFO)
def not_composed(context: CheckContext) -> Iterator[Problem]:
    """A text is not in Unicode normalization form C.

    What it does:
        It finds texts in which a letter and its accent are two characters where there is one for
        both.

    Why it matters:
        They look the same and are not equal: searches and comparisons miss one of them.

    Example:
        `name: Me\u0301xico`, with the accent as a character of its own.

    Use instead:
        `name: México`

    References:
        Unicode Standard Annex 15, section 1.2.
    """
    if unicodedata.is_normalized("NFC", context.characters):
        return
    for path, text, _ in context.texts:
        if not unicodedata.is_normalized("NFC", text):
            yield Problem(
                path,
                "the text is not in normalization form C",
                "compose its characters",
                Fix("compose the characters", path, unicodedata.normalize("NFC", text)),
            )


def _named(characters: list[str]) -> str:
    return ", ".join(f"U+{ord(char):04X}" for char in characters)


def _without(text: str, odd: frozenset[str]) -> str:
    return "".join(char for char in text if char not in odd)
