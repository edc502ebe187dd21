"""Words with their syntax, as a parser that a user may plug in returns them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ParsedToken:
    """A word of a text, and the word that it depends on.

    The relations are those of Universal Dependencies. The English models of spaCy use the same
    names for those that are read: `nsubj`, `ccomp`, `parataxis`, `mark`.

    Args:
        start: The offset of its first character in the text.
        end: The offset after its last character.
        head: The number of the word that it depends on, from 0; its own number for the root.
        relation: How it depends on its head, such as `nsubj`.

    Example:
        >>> from diplobrief import ParsedToken
        >>> they, met = ParsedToken(0, 4, 1, "nsubj"), ParsedToken(5, 8, 1, "root")
        >>> they.head
        1
    """

    start: int
    end: int
    head: int
    relation: str


Parser: TypeAlias = Callable[[str], Sequence[ParsedToken]]
"""Returns the words of a sentence in their order."""


class ParsedSentence:
    """A sentence as a parser reads it.

    Args:
        text: The sentence.
        tokens: Its words.

    Raises:
        ValueError: A word is not in the text, or depends on a word that does not exist.
    """

    def __init__(self, text: str, tokens: Sequence[ParsedToken]) -> None:
        for number, token in enumerate(tokens):
            if not 0 <= token.start <= token.end <= len(text):
                raise ValueError(f"token {number} is not within the text of {len(text)} characters")
            if not 0 <= token.head < len(tokens):
                raise ValueError(f"the head of token {number} is not one of {len(tokens)} tokens")
        self.tokens: Sequence[ParsedToken] = tokens
        self._dependents: dict[int, list[int]] = {}
        for number, token in enumerate(tokens):
            if token.head != number:
                self._dependents.setdefault(token.head, []).append(number)

    def dependents(self, number: int, *relations: str) -> list[int]:
        """Return the words that depend on a word in one of the relations, by their numbers.

        A relation includes its subtypes: `nsubj` is also `nsubj:pass`.
        """
        return [
            each
            for each in self._dependents.get(number, ())
            if self.tokens[each].relation.partition(":")[0] in relations
        ]

    def span(self, number: int, *, without: Sequence[int] = ()) -> tuple[int, int]:
        """Return the span of a word and of all that depend on it.

        Args:
            number: The number of the word.
            without: Words to leave out, with what depends on them.
        """
        seen = {number, *without}
        left = [number]
        start, end = self.tokens[number].start, self.tokens[number].end
        while left:
            current = left.pop()
            start = min(start, self.tokens[current].start)
            end = max(end, self.tokens[current].end)
            for each in self._dependents.get(current, ()):
                if each not in seen:
                    seen.add(each)
                    left.append(each)
        return start, end
