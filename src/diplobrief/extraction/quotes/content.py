"""Finds statements before a verb of saying."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.coordination import joined_before
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.tokens import Tokens

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.tokens import Token

_QUOTED: Final = MASKS["quotation"]
_CLOSING: Final = tuple(f",{_QUOTED}”\"’'")
_INTRODUCES: Final = re.compile(rf"[^,;:{_QUOTED}]{{1,60}}:\s*[“\"«„{_QUOTED}]")
"""Words before a quotation that follows a colon: "told reporters: “…”"."""

_FEWEST_WORDS: Final = 3
_WORDS_OF_CLAUSE: Final = 8
_MOST_MODIFIERS: Final = 5
"""How many words may precede the subject: "the, still very young, minister"."""


class ContentFinder:
    """Distinguishes statements from introductions using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._finite = frozenset(lexicon.words("finite"))
        self._determiners = frozenset(lexicon.words("before_nouns"))
        self._prepositions = frozenset(lexicon.words("prepositions"))
        self._opening = self._prepositions | frozenset(lexicon.words("subordinators"))
        self._begin_content = frozenset(lexicon.words("question_words"))
        self._that = re.compile(rf"\s{lexicon.before('that')}")
        self._no_verb_after = self._prepositions | self._determiners
        self._joining = frozenset(
            [
                *lexicon.words("subordinators"),
                *lexicon.words("relatives"),
            ]
        )
        self._conjunctions = frozenset(lexicon.words("conjunctions"))
        self._participles = tuple(lexicon.words("participle_endings"))
        self._negated = tuple(lexicon.words("negated_endings"))
        self._past_endings = tuple(lexicon.words("past_endings"))
        self._verbs = (lexicon.all_verbs - lexicon.gerunds) | lexicon.irregular_pasts

    def said_before(self, sentence: ReadSentence, subject: Mention) -> tuple[int, int] | None:
        """Return the span before a subject, if it can be a statement of its own.

        Args:
            sentence: The sentence.
            subject: The subject of the verb of saying, or whatever mention follows the statement.
        """
        end = self._end_before(sentence, subject)
        before = sentence.masked[:end].rstrip()
        if sentence.masked[len(before) : len(before) + 1].isalpha():
            # An apostrophe within a word, as in "Iran’s", closes nothing.
            return None
        # The comma after an apposition belongs to the mention: "Berg, a former minister,".
        if not before.endswith(_CLOSING) and not sentence.text[: len(before)].endswith(","):
            return None
        before = before.rstrip(",").rstrip()
        if len(sentence.text[: len(before)].split()) < _FEWEST_WORDS:
            return None
        start = before.rfind(": ") + 2 if ": " in before else 0
        return (start, len(before)) if self.is_statement(before[start:]) else None

    def is_statement(self, before: str) -> bool:
        """Whether words before a verb of saying are a clause instead of an introduction."""
        if _QUOTED in before:
            return True
        clause = before
        first = Tokens(before).all[0]
        if first.text in self._opening or (
            first.is_word and first.text.endswith(self._participles)
        ):
            comma = before.find(",")
            if comma < 0:
                return False
            clause = before[comma + 1 :]
        return len(clause.split()) > _WORDS_OF_CLAUSE or self.has_verb(clause)

    def continues(self, rest: str) -> bool:
        """Whether a statement goes on after "he said": "ready, he said, to discuss it"."""
        if not rest.startswith(", "):
            return False
        tokens = Tokens(rest[2:]).all
        if len(tokens) < _FEWEST_WORDS or tokens[0].text in self._joining:
            return False
        return tokens[0].text in self._finite or tokens[0].text in self._prepositions

    def start_around(self, sentence: ReadSentence, subject: Mention) -> tuple[int, int] | None:
        """Return the span before "he said", within a statement: "The talks, he said, failed"."""
        before = sentence.masked[: self._end_before(sentence, subject)].rstrip()
        start = before.rfind(": ") + 2 if ": " in before else 0
        return (start, len(before) - 1) if before.endswith(",") else None

    def is_trailing(self, rest: str, *, after_quotation: bool) -> bool:
        """Whether the statement does not follow its verb: "told reporters on Monday".

        Args:
            rest: The words after the verb.
            after_quotation: Whether a quotation is before the verb and its subject.
        """
        tokens = Tokens(rest).all
        if not tokens:
            return True
        first = tokens[0]
        if first.text in {".", ",", ";", "!", "?", ")", "–", "—"}:
            return True
        if first.text in self._begin_content or first.text in {"quotation", ":"}:
            return False
        if not after_quotation and (self._that.search(rest) or _INTRODUCES.match(rest)):
            return False
        if after_quotation or first.text in self._opening or first.text == "day":
            return True
        return not self.has_verb(rest.partition(",")[0])

    def has_verb(self, text: str) -> bool:
        """Whether a text has a verb with a subject, as a clause does."""
        previous: Token | None = None
        for token in Tokens(text).all:
            is_verb = token.is_word and (
                token.text in self._finite
                or token.text.replace("’", "'").endswith(self._negated)
                or (
                    (token.text in self._verbs or token.text.endswith(self._past_endings))
                    and (previous is None or previous.text not in self._no_verb_after)
                )
                or (token.text.endswith("s") and previous is not None and previous.is_actor)
            )
            if is_verb and previous is not None:
                return True
            previous = token
        return False

    def _end_before(self, sentence: ReadSentence, subject: Mention) -> int:
        """Return where the words before a subject and its article end."""
        tokens = sentence.tokens.all
        last = sentence.tokens.before(joined_before(sentence, subject)[0].start)
        for index in range(last, max(-1, last - _MOST_MODIFIERS), -1):
            if tokens[index].text in self._joining or tokens[index].text in self._conjunctions:
                # "They met, and the minister repeated it."
                return 0
            is_modifier = tokens[index].is_word or tokens[index].is_actor
            if (
                not is_modifier
                or tokens[index].text in self._verbs
                or tokens[index].text == "pronoun"
            ):
                return tokens[index].end
        return tokens[last].end if last >= 0 else 0


@cache
def content_finder_of(lexicon: Lexicon) -> ContentFinder:
    """Return the finder of statements before a verb for a lexicon."""
    return ContentFinder(lexicon)
