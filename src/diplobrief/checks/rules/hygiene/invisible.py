"""Invisible characters: where they are needed, and where they are not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065"
    "\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Invisible characters (property Default_Ignorable), except those that change the direction."""

_JOINING_SCRIPTS: Final = re.compile(
    "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a00-\u1bff"
    "\ua840-\ua9ff\uaa00-\uaadf\U00010ac0-\U00010aff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
"""Scripts in which joiners select the form of letters: Arabic, those of India, and others."""

_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]")
"""Scripts in which the zero-width space marks possible line breaks."""

_VARYING_LETTERS: Final = re.compile(
    "[\u1000-\u109f\u1800-\u18af\u2e80-\u9fff\ua840-\ua87f\uf900-\ufaff\U00010ac0-\U00010aff"
    "\U00011a00-\U00011aff\U00020000-\U0003ffff]"
)
"""Letters whose form variation selectors can change."""

_FLAG: Final = "\U0001f3f4"
_VIRAMA: Final = 9


def needless(text: str) -> list[int]:
    r"""Return the offsets of invisible characters that have no effect.

    Needed are joiners next to letters that join (RFC 5892, appendix A; UAX 31, section 2.3) and
    within emoji, variation selectors after a character that has variants, tags within flags, and
    zero-width spaces in scripts without spaces.

    Example:
        >>> needless("Lake\u200b Treaty"), needless("می\u200cشود")
        ([4], [])
    """
    return [
        match.start()
        for match in INVISIBLE.finditer(text)
        if not _is_needed(match[0], text, match.start())
    ]


def _is_needed(character: str, text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if character in "\u200c\u200d":
        return _joins(character, before, after)
    if character == "\u200b":
        return any(_WITHOUT_SPACES.match(char) for char in (before, after) if char)
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return _can_vary(before)
    if "\u180b" <= character <= "\u180f":
        return "\u1800" <= before <= "\u18af"
    return "\U000e0020" <= character <= "\U000e007f" and _is_in_flag(text, at)


def _joins(character: str, before: str, after: str) -> bool:
    if before and unicodedata.combining(before) == _VIRAMA:
        return True
    if any(_JOINING_SCRIPTS.match(char) for char in (before, after) if char):
        return True
    return character == "\u200d" and _is_pictograph(before) and _is_pictograph(after)


def _is_pictograph(character: str) -> bool:
    return character == "\ufe0f" or (
        character != "" and unicodedata.category(character) in {"So", "Sk", "Cn"}
    )


def _can_vary(before: str) -> bool:
    """Whether a character can have variants: a symbol, a digit, or a letter of some scripts."""
    if not before or before.isspace():
        return False
    if _VARYING_LETTERS.match(before):
        return True
    return not (before.isalpha() or INVISIBLE.match(before))


def _is_in_flag(text: str, at: int) -> bool:
    while at > 0 and "\U000e0020" <= text[at] <= "\U000e007f":
        at -= 1
    return text[at] == _FLAG
