"""Chronologies, whose items begin with a day: "3 May 2024: the treaty is signed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.reading import ReadSentence

FEWEST_ITEMS: Final = 3
"""How many items make a chronology, none of whose days is that of the page."""

_NO_WORD: Final = re.compile(r"[\W_]*")
_AFTER_LABEL: Final = re.compile(r"\s?[:–—]|\s-\s|\.?$")


def label_sentences(sentences: Sequence[ReadSentence]) -> int:
    """Let the day that begins an item be the label of all sentences of the item.

    Args:
        sentences: The sentences of the page.

    Returns:
        The number of items.
    """
    label, block, items = None, None, 0
    for sentence in sentences:
        if sentence.sentence.block is not block:
            label, block = None, sentence.sentence.block
        if _begins_with_label(sentence):
            label = sentence.days[0]
            items += 1
        sentence.label = label
    return items


def _begins_with_label(sentence: ReadSentence) -> bool:
    first = next(iter(sentence.days), None)
    if first is None or not _NO_WORD.fullmatch(sentence.text, 0, first.start):
        return False
    return _AFTER_LABEL.match(sentence.text, first.end) is not None
