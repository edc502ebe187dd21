"""The labels that open sections, in every language that has a folder in `languages`."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.languages.data import LanguageDataError, languages, load
from diplobrief.languages.tables import Labels
from diplobrief.model.vocabulary.sections import ENGLISH_LABELS, SECTION_KINDS, fold_label
from diplobrief.text.characters import INVISIBLE, SOFT_HYPHEN
from diplobrief.text.normalization import normalized

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "LONGEST_LABEL",
    "fold_any_label",
    "kind_of_label",
    "kind_of_marked_label",
    "without_pictograph",
]

LONGEST_LABEL: Final = 60
"""The length of the longest label, decoration included."""

_ARABIC_SCRIPT: Final = re.compile("[\u0600-\u06ff]")
_ARABIC_LETTERS: Final = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ؤ": "و",
    }
)
_IGNORED: Final = str.maketrans(dict.fromkeys(f"{INVISIBLE}{SOFT_HYPHEN}\u0640\ufe0e\ufe0f", ""))
_PICTOGRAPH: Final = re.compile("^[\u25a0-\u27bf\u25b6\u2b00-\u2bff\U0001f000-\U0001faff]+\ufe0f?")


def fold_any_label(text: str) -> str:
    """Return the form in which labels of all languages are compared.

    It ignores case, apostrophes, accents, vowel signs, joiners, the difference between Arabic and
    Persian forms of a letter, question marks around the label and a pictograph before it. Words in
    Arabic script are compared without spaces, as some people write a joiner instead, or nothing.

    Example:
        >>> fold_any_label("¿Por qué importa?")
        'por que importa'
        >>> fold_any_label("چه مي‌گويند") == fold_any_label("چه میگویند")
        True
    """
    if text.isascii():
        return fold_label(text.strip(" ?!"))
    visible = without_pictograph(text.translate(_IGNORED).strip())
    folded = fold_label(visible.strip(" \u00a0\u202f¿?¡!؟"))
    if _ARABIC_SCRIPT.search(folded):
        folded = folded.translate(_ARABIC_LETTERS).replace(" ", "")
    letters = normalized(folded, "NFKD")
    if letters.isascii():
        return letters
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def without_pictograph(text: str) -> str:
    """Return a heading without the pictograph before it.

    Example:
        >>> without_pictograph("🔎 Why it matters")
        'Why it matters'
    """
    return _PICTOGRAPH.sub("", text).lstrip()


_GAP: Final = "…"
"""The gap in a label that a name fills: "What … is saying"."""
_MAX_GAP_WORDS: Final = 4


def _labels() -> Iterator[tuple[str, str]]:
    """Yield each label and its section kind. The labels of the format itself come last, and win."""
    for language in languages():
        for kind, labels in load(Labels, language).labels.items():
            if kind not in SECTION_KINDS:
                raise LanguageDataError(f"{language}/labels.toml: unknown section kind {kind}")
            yield from ((label, kind) for label in labels)
    yield from ENGLISH_LABELS.items()


_KINDS: Final = {fold_any_label(label): kind for label, kind in _labels() if _GAP not in label}


class _LabelWithGap(NamedTuple):
    """A label with a gap: the words before and after it, and the section kind."""

    before: list[str]
    after: list[str]
    kind: str


def _with_gap() -> dict[str, list[_LabelWithGap]]:
    """Return the labels with a gap by their first words; the word is empty if the gap is there."""
    labels: dict[str, list[_LabelWithGap]] = {}
    for label, kind in _labels():
        before, gap, after = label.partition(_GAP)
        if gap:
            words = fold_any_label(before).split()
            entry = _LabelWithGap(words, fold_any_label(after).split(), kind)
            labels.setdefault(words[0] if words else "", []).append(entry)
    return labels


_WITH_GAP: Final = _with_gap()


def kind_of_label(text: str) -> str | None:
    """Return the section kind that a label in any language names, or `None`.

    Args:
        text: The label as written, without a final colon.

    Example:
        >>> kind_of_label("Почему это важно"), kind_of_label("POINTS CLÉS")
        ('why_it_matters', 'key_points')
        >>> kind_of_label("Wang Yi")
    """
    if len(text) > LONGEST_LABEL:
        return None
    return _KINDS.get(fold_any_label(text))


def kind_of_marked_label(text: str) -> str | None:
    """Return the section kind of a label that a colon or another sign marks as one, or `None`.

    Such a label may have a name in it, which would be too uncertain without the sign.

    Example:
        >>> kind_of_marked_label("What the Kremlin is saying"), kind_of_marked_label("Background")
        ('saying', 'context')
        >>> kind_of_marked_label("What is saying")
    """
    known = kind_of_label(text)
    if known is not None or len(text) > LONGEST_LABEL:
        return known
    words = fold_any_label(text).split()
    first = words[0] if words else ""
    for before, after, kind in chain(_WITH_GAP.get(first, ()), _WITH_GAP.get("", ())):
        gap = len(words) - len(before) - len(after)
        if (
            1 <= gap <= _MAX_GAP_WORDS
            and words[: len(before)] == before
            and words[len(before) + gap :] == after
        ):
            return kind
    return None
