"""Whether what is said comes before a verb of saying, or after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.tokens import Tokens

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_CLOSING: Final = tuple(f",{_QUOTED}”\"’'")
_FEWEST_WORDS: Final = 3


class ContentFinder:
    """Tells statements from introductions by the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar
        self._finite = frozenset(grammar["finite"]) | {"did", "does", "do"}
        self._verbs = lexicon.all_verbs
        self._determiners = frozenset(grammar["determiners"])
        self._prepositions = frozenset(grammar["prepositions"])
        self._opening = self._prepositions | frozenset(grammar["subordinators"])
        self._participles = tuple(grammar["participle_endings"])

    def said_before(self, sentence: ReadSentence, subject: Mention) -> tuple[int, int] | None:
        """Return the span before a subject, if it can be a statement of its own.

        Args:
            sentence: The sentence.
            subject: The subject of the verb of saying, which may be what follows the statement.
        """
        end = self._end_before(sentence, subject)
        before = sentence.masked[:end].rstrip()
        if not before.endswith(_CLOSING):
            return None
        before = before.rstrip(",").rstrip()
        if _QUOTED in before:
            return (0, len(before))
        if len(sentence.text[: len(before)].split()) < _FEWEST_WORDS:
            return None
        clause = before
        first = Tokens(before).all[0]
        if first.text in self._opening or (
            first.is_word and first.text.endswith(self._participles)
        ):
            comma = before.find(",")
            if comma < 0:
                return None
            clause = before[comma + 1 :]
        return (0, len(before)) if self.has_verb(clause) else None

    def start_around(self, sentence: ReadSentence, subject: Mention) -> tuple[int, int] | None:
        """Return the span before "he said", within a statement: "The talks, he said, failed"."""
        before = sentence.masked[: self._end_before(sentence, subject)].rstrip()
        return (0, len(before) - 1) if before.endswith(",") else None

    def is_trailing(self, rest: str) -> bool:
        """Whether what follows a verb of saying is not what is said: "told reporters on Monday"."""
        tokens = Tokens(rest).all
        if not tokens:
            return True
        first = tokens[0]
        if first.text in {".", ",", ";", "!", "?", ")", "–", "—"}:
            return True
        if first.text in {"that", "how", "why", "whether", "quotation", ":"} or " that " in rest:
            return False
        if first.text in self._opening or first.text == "day":
            return True
        return not self.has_verb(rest.partition(",")[0])

    def has_verb(self, text: str) -> bool:
        """Whether a text has a verb with a subject, as a clause does."""
        previous = ""
        for token in Tokens(text).all:
            is_verb = token.is_word and (
                token.text in self._finite
                or (
                    (token.text in self._verbs or token.text.endswith("ed"))
                    and previous not in self._determiners
                    and previous not in self._prepositions
                )
            )
            if is_verb and previous:
                return True
            previous = token.text
        return False

    def _end_before(self, sentence: ReadSentence, subject: Mention) -> int:
        """Return where the words before a subject and its article end."""
        tokens = sentence.tokens.all
        index = sentence.tokens.before(subject.start)
        while index >= 0 and tokens[index].text in self._determiners:
            index -= 1
        return tokens[index].end if index >= 0 else 0
