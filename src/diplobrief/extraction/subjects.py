"""Finds the subject of a verb, by the words between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.noun_phrases import LONGEST_INSERTION, NounPhrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.tokens import Token

_DASHES: Final = frozenset("–—-")
_CLOSING: Final = frozenset("”’\"'")
_APOSTROPHES: Final = frozenset("’'")


class SubjectFinder:
    """Finds subjects using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._phrases = NounPhrases(lexicon)
        self._auxiliaries = frozenset(lexicon.words("before_a_verb"))
        self._adverbs = frozenset(lexicon.grammar["adverbs"])
        self._no_adverbs = frozenset(lexicon.words("no_adverbs"))
        self._adverb_endings = tuple(lexicon.words("adverb_endings"))
        self._prepositions = frozenset(lexicon.words("prepositions"))
        self._relatives = frozenset(lexicon.words("relatives"))
        self._agents = frozenset(lexicon.words("by"))
        self._conjunctions = frozenset(lexicon.words("conjunctions"))
        self._clause_starts = frozenset(lexicon.words("before_a_gerund"))
        self._past_endings = tuple(lexicon.words("past_endings"))
        self._verbs = lexicon.all_verbs
        self._irregular_pasts = lexicon.irregular_pasts

    def subject(
        self, sentence: ReadSentence, start: int, earlier: Sequence[Mention], *, is_gerund: bool
    ) -> Mention | None:
        """Return the subject of a verb, or `None` if it is not certain.

        Args:
            sentence: The sentence.
            start: The offset of the verb.
            earlier: The subjects of the verbs of the same kind before it, in order.
            is_gerund: Whether the verb is a gerund, as in "…, adding that".
        """
        own = self.own_subject(sentence, start, is_gerund=is_gerund)
        if own is not None and is_gerund and earlier:
            # "told reporters after a long meeting adding that": "a long meeting" is not a subject.
            between = sentence.masked[own.end : start].strip()
            own = own if not between else earlier[-1]
        if own is not None:
            return own
        tokens = sentence.tokens.all
        last = self._before_verb(tokens, sentence.tokens.before(start))
        text = tokens[last].text if last >= 0 else ""
        opens_sentence = last < 0 or (last == 0 and text in self._clause_starts)
        if is_gerund and opens_sentence:
            return self._first_acting(sentence, start)
        if is_gerund and text == "as":
            quoted = self._phrases.ending_at(tokens, last - 1)
            return None if quoted is None else sentence.mention_at(tokens[quoted].start)
        if is_gerund and text == "," and last > 1 and tokens[last - 2].text in self._agents:
            # "was rejected by Norway, saying that"
            agent = sentence.mention_at(tokens[last - 1].start)
            if agent is not None and tokens[last - 1].is_actor:
                return agent
        is_joined = text in self._conjunctions or text in {",", "quotation"} or text in _DASHES
        return self._of_coordination(sentence, last, earlier) if is_joined else None

    def own_subject(
        self, sentence: ReadSentence, start: int, *, is_gerund: bool = False
    ) -> Mention | None:
        """Return the subject directly before a verb, or before an insertion between commas.

        Args:
            sentence: The sentence.
            start: The offset of the verb.
            is_gerund: Whether the verb is a gerund, before which a comma inserts nothing.
        """
        tokens = sentence.tokens.all
        last = self._before_verb(tokens, sentence.tokens.before(start))
        last = self._before_day_of_relative(tokens, last)
        if last < 0 or (is_gerund and tokens[last].text in self._prepositions):
            return None
        found = self._phrases.ending_at(tokens, last)
        is_mark = tokens[last].text == "," or tokens[last].text in _DASHES
        if found is None and is_mark and not is_gerund:
            found = self._phrases.before_mark(sentence, last)
        return None if found is None else sentence.mention_at(tokens[found].start)

    def _before_day_of_relative(self, tokens: Sequence[Token], last: int) -> int:
        """Return the index before a relative pronoun and a day: "which on Friday approved"."""
        if last < 1 or tokens[last].text != "day":
            return last
        before = last - 2 if tokens[last - 1].text in self._prepositions else last - 1
        return before if before >= 0 and tokens[before].text in self._relatives else last

    def last_acting(self, sentence: ReadSentence, end: int) -> Mention | None:
        """Return the last actor before an offset that is the subject of a verb."""
        tokens = sentence.tokens.all
        for index in range(sentence.tokens.before(end), -1, -1):
            if tokens[index].is_actor and self._acts(tokens, index):
                head = self._phrases.head(tokens, index)
                return None if head is None else sentence.mention_at(tokens[head].start)
        return None

    def acting(self, sentence: ReadSentence) -> Iterator[Mention]:
        """Yield the actors of a sentence that are before a verb, outside of quotations."""
        tokens = sentence.tokens.all
        for index, token in enumerate(tokens):
            if token.is_actor and self._acts(tokens, index):
                mention = sentence.mention_at(token.start)
                if mention is not None:
                    yield mention

    def _first_acting(self, sentence: ReadSentence, start: int) -> Mention | None:
        tokens = sentence.tokens.all
        for index in range(sentence.tokens.before(start) + 1, len(tokens)):
            follows_comma = index > 0 and any(
                token.text == "," for token in tokens[max(0, index - 3) : index]
            )
            if tokens[index].is_actor and follows_comma and self._acts(tokens, index):
                return sentence.mention_at(tokens[index].start)
        return None

    def _of_coordination(
        self, sentence: ReadSentence, last: int, earlier: Sequence[Mention]
    ) -> Mention | None:
        if earlier:
            return earlier[-1]
        return self.last_acting(sentence, sentence.tokens.all[last].start)

    def _before_verb(self, tokens: Sequence[Token], last: int) -> int:
        """Return the index of the last token before a verb and its auxiliaries and adverbs."""
        while last >= 0:
            token = tokens[last]
            is_adverb_in_commas = (
                token.text == ","
                and last > 1
                and self._is_adverb(tokens[last - 1])
                # Not "The Council, chaired jointly, will meet".
                and (tokens[last - 2].text == "," or tokens[last - 2].is_actor)
            )
            if token.text in self._auxiliaries or self._is_adverb(token):
                last -= 1
            elif is_adverb_in_commas:
                last -= 3 if tokens[last - 2].text == "," else 2
            elif token.text in _CLOSING and last > 0 and tokens[last - 1].is_actor:
                if token.text in _APOSTROPHES and token.start == tokens[last - 1].end:
                    break
                last -= 1
            else:
                break
        return last

    def _is_adverb(self, token: Token) -> bool:
        if not token.is_word:
            return False
        return token.text in self._adverbs or (
            token.text.endswith(self._adverb_endings) and token.text not in self._no_adverbs
        )

    def _is_of_day(self, tokens: Sequence[Token]) -> bool:
        """Whether tokens are "Monday", or "on" before it."""
        words = [token.text for token in tokens]
        return words[0] == "day" or (words[0] in self._prepositions and words[1:] == ["day"])

    def _acts(self, tokens: Sequence[Token], actor: int) -> bool:
        """Whether an actor is followed by a verb, perhaps after an insertion."""
        index = actor + 1
        if index < len(tokens) and tokens[index].text == ",":
            closing = next(
                (
                    each
                    for each in range(index + 1, min(len(tokens), index + LONGEST_INSERTION))
                    if tokens[each].text == ","
                ),
                None,
            )
            if closing is None:
                return False
            index = closing + 1
        while index < len(tokens) and (
            self._is_adverb(tokens[index]) or self._is_of_day(tokens[index : index + 2])
        ):
            index += 1
        if index >= len(tokens) or not tokens[index].is_word:
            return False
        text = tokens[index].text
        is_verb = text in self._auxiliaries or text in self._verbs or text in self._irregular_pasts
        return is_verb or text.endswith(self._past_endings)
