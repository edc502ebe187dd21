"""Divides a sentence into words, punctuation marks and masked mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from diplobrief.extraction.mentions import ACTORS, MASKS

_KINDS: Final = {mask: kind for kind, mask in MASKS.items()}
_TOKEN: Final = re.compile(rf"[^\W_][\w’'\u200c-]*|(?P<mask>[{''.join(_KINDS)}])(?P=mask)*|[^\w\s]")
_ACTORS: Final = frozenset(ACTORS)


class Token(NamedTuple):
    """A word, a punctuation mark, or a masked mention.

    Args:
        start: The offset of its first character in the sentence.
        end: The offset after its last character.
        text: The word in small letters, the mark, or the kind of the mention.
        is_actor: Whether it is a mention that can act.
        is_word: Whether it is a word that is not part of a mention.
    """

    start: int
    end: int
    text: str
    is_actor: bool
    is_word: bool


class Tokens:
    """The tokens of a sentence.

    Args:
        masked: The sentence with its mentions masked.

    Example:
        >>> [token.text for token in Tokens("It was late, he said.").all]
        ['it', 'was', 'late', ',', 'he', 'said', '.']
    """

    def __init__(self, masked: str) -> None:
        self.all: list[Token] = []
        for match in _TOKEN.finditer(masked):
            text = match[0]
            kind = _KINDS.get(text[0])
            self.all.append(
                Token(
                    *match.span(),
                    kind or text.lower(),
                    is_actor=kind in _ACTORS,
                    is_word=kind is None and text[0].isalnum(),
                )
            )
        self._starts = [token.start for token in self.all]

    def before(self, offset: int) -> int:
        """Return the index of the last token before an offset, or -1; "l'" is not one in "l'a"."""
        index = bisect_left(self._starts, offset) - 1
        return index - 1 if index >= 0 and self.all[index].end > offset else index
