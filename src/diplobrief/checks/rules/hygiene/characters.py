"""Characters that are invisible, or not what they seem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.hygiene.invisible import INVISIBLE, needless
from diplobrief.diagnostics import Fix, Severity
from diplobrief.text.normalization import is_normalized, normalized

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
"""How JSON escapes the controls that only extension members can contain."""


@rule("HYG001", "bidi-control", Severity.WARNING, fixes=True)
def bidi_control(context: CheckContext) -> Iterator[Problem]:
    """A text contains a character that changes the direction of the following text.

    What it does:
        It finds embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069), and
        direction marks (U+200E, U+200F, U+061C) in texts without any letter that is written from
        right to left. In texts with such letters, direction marks and closed isolates are allowed:
        they keep a Latin name in its place.

    Why it matters:
        Readers see the words in a different order than programs, so a text can appear to say the
        opposite of what it says.

    Example:
        A title that contains U+202E.

    Use instead:
        The same title without it. Arabic, Persian and Hebrew letters need no such characters.

    References:
        Unicode Standard Annex 9, section 2; Unicode Technical Report 36, section 2.
    """
    special = frozenset(context.non_ascii)
    if special.isdisjoint(_BIDI) and special.isdisjoint(_MARKS):
        return
    for path, text, _ in context.texts:
        unwanted = _unwanted_controls(text)
        present = sorted(unwanted.intersection(text))
        if present:
            yield Problem(
                path,
                f"the text contains {_code_points(present)}, which changes the text direction",
                "remove it",
                Fix("remove the direction controls", path, _without(text, unwanted)),
            )


def _unwanted_controls(text: str) -> frozenset[str]:
    """Return the direction controls that do not belong in a text."""
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


@rule("HYG002", "invisible-character", Severity.WARNING, fixes=True)
def invisible_character(context: CheckContext) -> Iterator[Problem]:
    """A text contains an invisible character.

    What it does:
        It finds zero-width spaces, soft hyphens, fillers, tags and the like; the joiners U+200C and
        U+200D if they join nothing; and variation selectors after letters that have no variants.
        Joiners that belong to the spelling (in Arabic, Persian, the scripts of India, and between
        emoji), variation selectors after symbols and Chinese characters, the tags of flag emoji,
        and zero-width spaces in scripts without spaces, such as Thai, are allowed.

    Why it matters:
        Two words can look the same and differ: a search misses one of them, and evidence is not
        found in the narrative. Hidden characters can also be used to trace copies.

    Example:
        `name: North\u200bland`, with U+200B between its halves.

    Use instead:
        `name: Northland`

    References:
        The Unicode Standard, chapter 23; RFC 5892, appendix A; Unicode Technical Standard 51,
        section 2.3.
    """
    if INVISIBLE.search(context.non_ascii) is None:
        return
    for path, text, _ in context.texts:
        hidden = [] if text.isascii() else needless(text)
        if hidden:
            ends = (*hidden, len(text))
            starts = (0, *(at + 1 for at in hidden))
            visible = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
            characters = _code_points(sorted({text[at] for at in hidden}))
            yield Problem(
                path,
                f"the text contains the invisible {characters}",
                "remove it",
                Fix("remove the invisible characters", path, visible) if visible.strip() else None,
            )


@rule("HYG003", "control-character", Severity.WARNING)
def control_character(context: CheckContext) -> Iterator[Problem]:
    """A text contains a control character or a replacement character.

    What it does:
        It finds C1 controls, the separators U+2028 and U+2029, and U+FFFD, by which programs
        replace bytes that they cannot decode; in extension members also C0 controls.

    Why it matters:
        They come from files that were read in the wrong encoding. The original characters are lost.

    Example:
        `name: Tu\ufffdrkiye`

    Use instead:
        `name: Türkiye`

    References:
        The Unicode Standard, sections 23.1 and 23.8.
    """
    if _CONTROLS.search(context.non_ascii) is None:
        characters = context.raw_text
        escaped = "\\" in characters and any(escape in characters for escape in _ESCAPED)
        if not escaped and "\x7f" not in characters:
            return
    for path, text, _ in context.texts:
        present = sorted({*_CONTROLS.findall(text)})
        if present:
            yield Problem(
                path,
                f"the text contains {_code_points(present)}, a control or replacement character",
                "replace it with the original character",
            )


@rule("HYG005", "not-normalized", Severity.INFO, fixes=True)
def not_normalized(context: CheckContext) -> Iterator[Problem]:
    """A text is not in Unicode normalization form C.

    What it does:
        It finds texts in which a letter and its accent are two characters although one character
        exists for both.

    Why it matters:
        Both forms look the same but are not equal: searches and comparisons miss one of them.

    Example:
        `name: Me\u0301xico`, with the accent as a separate character.

    Use instead:
        `name: México`

    References:
        Unicode Standard Annex 15, section 1.2.
    """
    if is_normalized(context.raw_text):
        return
    for path, text, _ in context.texts:
        if not is_normalized(text):
            yield Problem(
                path,
                "the text is not in Unicode normalization form C",
                "compose its letters and accents",
                Fix("compose letters and accents", path, normalized(text)),
            )


def _code_points(characters: list[str]) -> str:
    return ", ".join(f"U+{ord(char):04X}" for char in characters)


def _without(text: str, unwanted: frozenset[str]) -> str:
    return "".join(char for char in text if char not in unwanted)
