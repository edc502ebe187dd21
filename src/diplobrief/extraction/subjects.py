"""Finds the subject of a verb, by the words between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.tokens import Token

_LONGEST_MODIFIER: Final = 14
"""How many words may be between a subject and its verb without a comma."""

_LONGEST_INSERTION: Final = 45
_MOST_COMMAS: Final = 6
_DASHES: Final = frozenset("–—-")
_CLOSING: Final = frozenset("”’\"'")
_APOSTROPHES: Final = frozenset("’'")
_BREAKS: Final = frozenset(",;:–—“„«(")


class SubjectFinder:
    """Finds subjects by the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._auxiliaries = frozenset(lexicon.words("before_a_verb"))
        self._finite = frozenset(lexicon.words("finite"))
        self._adverbs = frozenset(lexicon.grammar["adverbs"])
        self._no_adverbs = frozenset(lexicon.words("no_adverbs"))
        self._adverb_endings = tuple(lexicon.words("adverb_endings"))
        self._prepositions = frozenset(lexicon.words("prepositions"))
        clause_words = frozenset(lexicon.words("prepositions_and_conjunctions"))
        self._of_nouns = frozenset(lexicon.words("prepositions")) - clause_words
        self._determiners = frozenset(lexicon.words("before_nouns"))
        self._relatives = frozenset(lexicon.words("relatives"))
        self._of_things = frozenset(lexicon.words("relatives_of_things"))
        self._agents = frozenset(lexicon.words("by"))
        self._persons = frozenset(lexicon.words("relatives_of_people"))
        self._conjunctions = frozenset(lexicon.words("conjunctions"))
        self._clause_starts = frozenset(lexicon.words("before_a_gerund"))
        self._postmodifiers = frozenset(lexicon.words("after_nouns"))
        self._participle_endings = tuple(lexicon.words("participle_endings"))
        self._past_endings = tuple(lexicon.words("past_endings"))
        self._transparent = frozenset(lexicon.words("parts_of_a_body"))
        self._documents = frozenset(lexicon.data["saying"]["phrases"]["documents"])
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
            # "told reporters after a long meeting adding that": what is between is not a subject.
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
            quoted = self._noun_phrase(tokens, last - 1)
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
        """Return the subject directly before a verb, or before what is inserted between commas.

        Args:
            sentence: The sentence.
            start: The offset of the verb.
            is_gerund: Whether the verb is a gerund, before which a comma inserts nothing.
        """
        tokens = sentence.tokens.all
        last = self._before_verb(tokens, sentence.tokens.before(start))
        if last < 0 or (is_gerund and tokens[last].text in self._prepositions):
            return None
        found = self._noun_phrase(tokens, last)
        is_mark = tokens[last].text == "," or tokens[last].text in _DASHES
        if found is None and is_mark and not is_gerund:
            found = self._with_apposition(sentence, last)
            if found is None:
                found = self._before_insertion(tokens, last)
            if found is None and self._is_set_off(tokens, last - 1):
                found = last - 1
        return None if found is None else sentence.mention_at(tokens[found].start)

    def _is_set_off(self, tokens: Sequence[Token], actor: int) -> bool:
        """Whether an actor stands between commas: "In a statement, Kari Berg, thanked"."""
        if actor < 0 or not tokens[actor].is_actor:
            return False
        before = actor - 1
        while before >= 0 and tokens[before].text in self._determiners:
            before -= 1
        return before < 0 or tokens[before].text == ","

    def is_coordinated(self, sentence: ReadSentence, start: int) -> bool:
        """Whether a verb follows a conjunction, and so has the subject of another verb."""
        tokens = sentence.tokens.all
        last = self._before_verb(tokens, sentence.tokens.before(start))
        return last >= 0 and tokens[last].text in self._conjunctions

    def last_acting(self, sentence: ReadSentence, end: int) -> Mention | None:
        """Return the last actor before an offset that is the subject of a verb."""
        tokens = sentence.tokens.all
        for index in range(sentence.tokens.before(end), -1, -1):
            if tokens[index].is_actor and self._acts(tokens, index):
                head = self._head(tokens, index)
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
                token.text == "," and last > 1 and self._is_adverb(tokens[last - 1])
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

    def _noun_phrase(self, tokens: Sequence[Token], last: int) -> int | None:
        """Return the index of the actor that heads the noun phrase that ends with a token."""
        if tokens[last].text in self._relatives and last > 0:
            before = last - 2 if tokens[last - 1].text == "," else last - 1
            if before >= 0 and tokens[before].is_actor:
                if tokens[last].text in self._of_things and tokens[before].text == "state":
                    return before
                head = self._head(tokens, before)
                return before if head is None else head
        for index in range(last, max(-1, last - _LONGEST_MODIFIER), -1):
            token = tokens[index]
            if token.is_actor and self._modifies(tokens, index, last):
                antecedent = self._antecedent(tokens, index)
                return self._head(tokens, index) if antecedent is None else antecedent
            if token.text == ")" and index > 0:
                return self._before_parenthesis(tokens, index) if index == last else None
            is_break = token.text in _BREAKS or token.text == "quotation"
            if is_break or token.text in self._conjunctions:
                return None
        return None

    def _antecedent(self, tokens: Sequence[Token], actor: int) -> int | None:
        """Return the actor before a relative clause that another actor ends.

        In "staff who attended as observers said", the staff said it.
        """
        has_verb = False
        for index in range(actor - 1, max(0, actor - _LONGEST_MODIFIER), -1):
            token = tokens[index]
            if token.text in _BREAKS or token.text in self._conjunctions:
                return None
            if token.text in self._persons:
                is_clause = has_verb and tokens[index - 1].is_actor
                return self._head(tokens, index - 1) if is_clause else None
            has_verb = has_verb or (token.is_word and token.text.endswith(self._past_endings))
            has_verb = has_verb or token.text in self._verbs or token.text in self._finite
        return None

    def _with_apposition(self, sentence: ReadSentence, comma: int) -> int | None:
        """Return an actor with an apposition that goes on: "Berg, the head of a party, said"."""
        tokens = sentence.tokens.all
        found = self._noun_phrase(tokens, comma - 1)
        if found is None:
            return None
        first = found
        while first > 1 and tokens[first - 1].text in self._conjunctions:
            if not tokens[first - 2].is_actor:
                break
            first -= 2
        return found if "," in sentence.text[tokens[first].start : tokens[found].end] else None

    def _before_parenthesis(self, tokens: Sequence[Token], closing: int) -> int | None:
        """Return the actor before "(France)" or "(AfD)"."""
        for index in range(closing - 1, max(0, closing - 8), -1):
            if tokens[index].text == "(":
                return self._noun_phrase(tokens, index - 1)
        return None

    def _modifies(self, tokens: Sequence[Token], actor: int, last: int) -> bool:
        """Whether the words between an actor and a verb modify the actor."""
        if actor == last:
            return True
        first = tokens[actor + 1]
        if first.text in self._relatives or self._is_postmodifier(first):
            return True
        if tokens[actor].text == "document" and first.text in self._irregular_pasts:
            # "a statement read in Oslo said"
            return True
        return first.text == "," and tokens[actor + 2].text in self._relatives

    def _is_postmodifier(self, token: Token) -> bool:
        if token.text == "day":
            return True
        return token.is_word and (
            token.text in self._prepositions
            or token.text in self._postmodifiers
            or token.text.endswith(self._participle_endings)
        )

    def _head(self, tokens: Sequence[Token], actor: int) -> int | None:
        """Return the actor that an actor after a preposition belongs to: "Berg of the Senate"."""
        index = actor - 1
        while index >= 0 and tokens[index].text in self._determiners:
            index -= 1
        if index < 0 or tokens[index].text not in self._of_nouns:
            return actor
        before = index - 1
        if before < 0:
            return None
        if tokens[before].is_actor:
            return self._head(tokens, before)
        if tokens[before].text in self._transparent or tokens[before].text in self._documents:
            return actor
        if tokens[before].text in _BREAKS or tokens[before].text == "quotation":
            return None
        for earlier in range(before, max(-1, before - 6), -1):
            if tokens[earlier].is_actor and self._modifies(tokens, earlier, before):
                return self._head(tokens, earlier)
        return None

    def _before_insertion(self, tokens: Sequence[Token], comma: int) -> int | None:
        """Return the actor before an insertion: "Berg, who was in Oslo, said"."""
        commas = 0
        mark = tokens[comma].text
        for index in range(comma - 1, max(0, comma - _LONGEST_INSERTION), -1):
            text = tokens[index].text
            if text in {";", ":", "quotation"}:
                return None
            if text == mark or (text == "," and mark != "–"):
                commas += 1
                if commas > _MOST_COMMAS:
                    return None
                head = self._noun_phrase(tokens, index - 1)
                if head is not None and self._inserts(tokens[index + 1 : comma]):
                    return head
        return None

    def _inserts(self, inserted: Sequence[Token]) -> bool:
        """Whether words between commas say more about what is before them, and report nothing."""
        if not inserted or inserted[0].text in self._conjunctions:
            return False
        for token in inserted:
            if token.text in self._relatives:
                return True
            if token.text in self._finite:
                return False
        return True

    def _acts(self, tokens: Sequence[Token], actor: int) -> bool:
        """Whether an actor is followed by a verb, perhaps after an insertion."""
        index = actor + 1
        if index < len(tokens) and tokens[index].text == ",":
            closing = next(
                (
                    each
                    for each in range(index + 1, min(len(tokens), index + _LONGEST_INSERTION))
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
