"""The labels that open sections, in six languages."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from diplobrief.formats.text.labels.arabic import ARABIC
from diplobrief.formats.text.labels.english import FURTHER_ENGLISH
from diplobrief.formats.text.labels.french import FRENCH
from diplobrief.formats.text.labels.persian import PERSIAN
from diplobrief.formats.text.labels.russian import RUSSIAN
from diplobrief.formats.text.labels.spanish import SPANISH
from diplobrief.model.vocabulary.sections import ENGLISH_LABELS, fold_label
from diplobrief.text.characters import INVISIBLE, SOFT_HYPHEN

__all__ = [
    "LONGEST_LABEL",
    "TRANSLATED_LABELS",
    "fold_any_label",
    "kind_of_label",
    "without_pictograph",
]

TRANSLATED_LABELS: Final = {
    "fa": PERSIAN,
    "ar": ARABIC,
    "ru": RUSSIAN,
    "fr": FRENCH,
    "es": SPANISH,
}
"""Language to the table of its labels."""

LONGEST_LABEL: Final = 60
"""No label is longer, decoration included."""

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
_UNSEEN: Final = str.maketrans(dict.fromkeys(f"{INVISIBLE}{SOFT_HYPHEN}\u0640\ufe0e\ufe0f", ""))
_PICTOGRAPH: Final = re.compile("^[\u25a0-\u27bf\u25b6\u2b00-\u2bff\U0001f000-\U0001faff]+\ufe0f?")


def fold_any_label(text: str) -> str:
    """Fold what does not tell labels of any of the six languages apart.

    Beside case, apostrophes and space these are accents, the Arabic and Persian forms of the
    same letter, vowel signs, joiners, the question marks around a label, and a pictograph
    before it. Words of the Arabic script are compared without the space between them, for
    which some write a joiner and some nothing.

    Example:
        >>> fold_any_label("¿Por qué importa?")
        'por que importa'
        >>> fold_any_label("چه مي‌گويند") == fold_any_label("چه میگویند")
        True
    """
    if text.isascii():
        return fold_label(text.strip(" ?!"))
    seen = without_pictograph(text.translate(_UNSEEN).strip())
    folded = fold_label(seen.strip(" \u00a0\u202f¿?¡!؟"))
    if _ARABIC_SCRIPT.search(folded):
        folded = folded.translate(_ARABIC_LETTERS).replace(" ", "")
    letters = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def without_pictograph(text: str) -> str:
    """Return a heading without the pictograph before it.

    Example:
        >>> without_pictograph("🔎 Why it matters")
        'Why it matters'
    """
    return _PICTOGRAPH.sub("", text).lstrip()


_KINDS: Final = {
    fold_any_label(label): kind
    for table in (FURTHER_ENGLISH, *TRANSLATED_LABELS.values())
    for kind, labels in table.items()
    for label in labels
} | {fold_any_label(label): kind for label, kind in ENGLISH_LABELS.items()}


def kind_of_label(text: str) -> str | None:
    """Return the section kind that a label says in any of the six languages, or `None`.

    Args:
        text: The label as it stands, without a final colon.

    Example:
        >>> kind_of_label("Почему это важно"), kind_of_label("POINTS CLÉS")
        ('why_it_matters', 'key_points')
        >>> kind_of_label("Wang Yi")
    """
    if len(text) > LONGEST_LABEL:
        return None
    return _KINDS.get(fold_any_label(text))
