"""Finds the words of a treaty's name that distinguish it from others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

LITTLE: Final = frozenset(
    [
        "the",
        "of",
        "a",
        "on",
        "for",
        "and",
        "treaty",
        "agreement",
        "convention",
        "pact",
        "deal",
        "accord",
        "protocol",
    ]
)


@lru_cache(1024)
def significant_words(name: str) -> frozenset[str]:
    """Return the words of a name that distinguish it from other treaties."""
    words = {word.lower() for word in re.findall(r"[\w’'-]+", name)}
    return frozenset(words - LITTLE) or frozenset(words)
