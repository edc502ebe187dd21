"""Pieces of patterns that the finders of mentions share."""

from __future__ import annotations

from typing import Final

from diplobrief.extraction.mentions.masks import MASKS

STATE, ADJECTIVE, ORGANIZATION, ORGAN = (
    MASKS[kind] for kind in ("state", "adjective", "organization", "organ")
)

CAPITAL: Final = (
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁІЇЎҒҚҢӨҮҰҲҶ](?:'(?=[A-ZÀ-Þ]))?[\w’-]*"
)
"""A word that begins with a capital letter."""

OWNER: Final = (
    rf"(?:{STATE}+['’]s?\s+|{STATE}+\s+|{ADJECTIVE}+\s+"
    rf"|[{ORGANIZATION}{ORGAN}]+['’]s?\s+|[{ORGANIZATION}{ORGAN}]+\s+)"
)
"""Who something belongs to, before it: "Iran's", "Iranian", "NATO"."""
