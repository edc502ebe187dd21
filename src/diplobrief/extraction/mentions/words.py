"""Pieces of patterns that the finders of mentions share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.languages.data import load
from diplobrief.languages.tables import Datelines

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon

STATE, ADJECTIVE, ORGANIZATION, ORGAN = (
    MASKS[kind] for kind in ("state", "adjective", "organization", "organ")
)

CAPITAL: Final = (
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁІЇЎҒҚҢӨҮҰҲҶ](?:'(?=[A-ZÀ-Þ]))?[\w’-]*"
    r"(?:'(?!(?:ll|re|ve)\b)[a-zà-ÿ]{2}[\w’-]*)?"
)
"""A word that begins with a capital letter: "Norway", "O'Brien", "Sa'ar"."""

STATE_OR_BODY: Final = f"[{STATE}{ADJECTIVE}{ORGANIZATION}]+"
"""A state, by its name or an adjective, or an organization."""

OWNER: Final = (
    rf"(?:{STATE}+['’]s?\s+|{STATE}+\s+|{ADJECTIVE}+\s+"
    rf"|[{ORGANIZATION}{ORGAN}]+['’]s?\s+|[{ORGANIZATION}{ORGAN}]+\s+)"
)
"""Who something belongs to, before it: "Iran's", "Iranian", "NATO"."""


@cache
def name_of_place(lexicon: Lexicon) -> str:
    """Return a pattern for a word of the name of a place.

    In a script without capital letters, it is a place from which news is reported.
    """
    if not lexicon.grammar.get("uncased"):
        return CAPITAL
    return f"(?:{alternatives(load(Datelines, lexicon.language).places)}){AFTER}"
