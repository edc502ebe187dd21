"""Characters that nobody sees, or that are not what they seem."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.subject import Subject

_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS: Final = frozenset("\u061c\u200e\u200f")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")

_JOINERS: Final = "\u200c\u200d"
_INVISIBLE: Final = frozenset(
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u206a\u206b"
    "\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0\ufff9\ufffa\ufffb"
)
# Scripts whose letters join, or form clusters: there the joiners are spelling (Unicode, chapter
# 23.2). For the other, sequences of emoji (UTS 51, section 2.3), what comes before is enough.
_JOINING: Final = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc]"
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffd\ufffe\uffff]")

_LATIN: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_OTHERS: Final = "\u0370-\u0373\u0376-\u03ff\u0400-\u052f\u1f00-\u1fff"
_WORD: Final = re.compile(rf"[{_LATIN}{_OTHERS}\u0300-\u036f]+")
_HAS_LATIN: Final = re.compile(f"[{_LATIN}]")
_HAS_GREEK: Final = re.compile("[\u0370-\u0373\u0376-\u03ff\u1f00-\u1fff]")
_HAS_CYRILLIC: Final = re.compile("[\u0400-\u052f]")


@rule("HYG001", "bidi-control", Severity.WARNING)
def bidi_control(subject: Subject) -> Iterator[Problem]:
    """A text holds a character that changes the direction of what follows.

    What it does:
        It finds embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069), and the
        marks of direction (U+200E, U+200F, U+061C) in texts without any letter that is written
        from right to left.

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
    special = subject.special_set
    if special.isdisjoint(_BIDI) and special.isdisjoint(_MARKS):
        return
    for path, text, _ in subject.texts:
        odd = _BIDI if _RIGHT_TO_LEFT.search(text) else _BIDI | _MARKS
        found = sorted(odd.intersection(text))
        if found:
            yield Problem(
                path,
                f"the text holds {_named(found)}, which changes the direction of reading",
                "take it out",
                Fix("take the controls of direction out", path, _without(text, odd)),
            )


@rule("HYG002", "invisible-character", Severity.WARNING)
def invisible_character(subject: Subject) -> Iterator[Problem]:
    """A text holds a character that nobody sees.

    What it does:
        It finds spaces without width, soft hyphens, fillers and the like; and the joiners U+200C
        and U+200D where they join nothing. In Persian, Arabic, the scripts of India, and between
        emoji they are spelling, and stay.

    Why it matters:
        Two words that look the same are not: a search misses one of them, and a passage is not
        found in the narrative. Hidden characters also mark copies.

    Example:
        `name: North\u200bland`, with U+200B between its halves.

    Use instead:
        `name: Northland`

    References:
        The Unicode Standard, chapter 23; Unicode Technical Standard 51, section 2.3.
    """
    special = subject.special_set
    if special.isdisjoint(_INVISIBLE) and special.isdisjoint(_JOINERS):
        return
    for path, text, _ in subject.texts:
        hidden = [at for at, char in enumerate(text) if _is_hidden(char, text, at)]
        if hidden:
            left = "".join(char for at, char in enumerate(text) if at not in {*hidden})
            yield Problem(
                path,
                f"the text holds {_named(sorted({text[at] for at in hidden}))}, which nobody sees",
                "take it out",
                Fix("take the invisible characters out", path, left) if left.strip() else None,
            )


def _is_hidden(char: str, text: str, at: int) -> bool:
    if char in _INVISIBLE:
        return not (char == "\ufeff" and at == 0 and len(text) == 1)
    if char not in _JOINERS:
        return False
    before = text[:at].rstrip("\ufe0f\u200c\u200d")[-1:]
    if before and (_JOINING.match(before) or unicodedata.combining(before)):
        return False
    is_emoji = bool(before) and unicodedata.category(before) in {"So", "Sk"}
    return not (char == "\u200d" and is_emoji)


@rule("HYG003", "control-character", Severity.WARNING)
def control_character(subject: Subject) -> Iterator[Problem]:
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
    if _CONTROLS.search(subject.special) is None and "\\u00" not in subject.characters:
        return
    for path, text, _ in subject.texts:
        found = sorted({*_CONTROLS.findall(text)})
        if found:
            yield Problem(
                path,
                f"the text holds {_named(found)}, a control or the mark of a lost character",
                "write what stood there",
            )


@rule("HYG004", "mixed-scripts", Severity.WARNING)
def mixed_scripts(subject: Subject) -> Iterator[Problem]:
    """A word mixes letters of two scripts.

    What it does:
        It finds words with letters of more than one of Latin, Greek and Cyrillic.

    Why it matters:
        A Cyrillic `а` in a Latin name looks the same and is another name: programs miss it, and
        whoever wants to deceive uses it.

    Example:
        `name: Iv\u0430nov`, whose third letter is Cyrillic.

    Use instead:
        `name: Ivanov`

    References:
        Unicode Technical Standard 39, section 5.
    """
    special = subject.special
    if not (_HAS_GREEK.search(special) or _HAS_CYRILLIC.search(special)):
        return
    for path, text, _ in subject.texts:
        if text.isascii():
            continue
        for word in _WORD.findall(text):
            scripts = [
                name
                for name, letters in (
                    ("Latin", _HAS_LATIN),
                    ("Greek", _HAS_GREEK),
                    ("Cyrillic", _HAS_CYRILLIC),
                )
                if letters.search(word)
            ]
            if len(scripts) > 1:
                yield Problem(
                    path,
                    f"the word {word} mixes {' and '.join(scripts)} letters",
                    "write it in one script",
                )
                break


@rule("HYG005", "not-composed", Severity.INFO)
def not_composed(subject: Subject) -> Iterator[Problem]:
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
    if unicodedata.is_normalized("NFC", subject.characters):
        return
    for path, text, _ in subject.texts:
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
