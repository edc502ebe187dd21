"""Noun phrases before a verb, and the actor that heads each: "Berg of the Senate"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.tokens import Token

_LONGEST_MODIFIER: Final = 14
"""How many words may be between a subject and its verb without a comma."""

LONGEST_INSERTION: Final = 45
"""How many words may be between the commas around an insertion."""

_MOST_COMMAS: Final = 6
_BODIES: Final = frozenset({"organ", "organization"})
_BREAKS: Final = frozenset(",;:–—“„«(")


class NounPhrases:
    """Finds the actors that head noun phrases, using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._finite = frozenset(lexicon.words("finite"))
        self._prepositions = frozenset(lexicon.words("prepositions"))
        clause_words = frozenset(lexicon.words("prepositions_and_conjunctions"))
        self._of_nouns = self._prepositions - clause_words
        # "Комитет Госдумы": without articles, a body directly follows that to which it belongs.
        self._joins_bodies = lexicon.is_head_first and not lexicon.words("articles")
        self._determiners = frozenset(lexicon.words("before_nouns"))
        self._relatives = frozenset(lexicon.words("relatives"))
        self._of_things = frozenset(lexicon.words("relatives_of_things"))
        self._persons = frozenset(lexicon.words("relatives_of_people"))
        self._conjunctions = frozenset(lexicon.words("conjunctions"))
        self._postmodifiers = frozenset(lexicon.words("after_nouns"))
        self._participle_endings = tuple(lexicon.words("participle_endings"))
        self._past_endings = tuple(lexicon.words("past_endings"))
        self._transparent = frozenset(lexicon.words("parts_of_a_body"))
        self._documents = frozenset(lexicon.data["saying"]["phrases"]["documents"])
        self._verbs = lexicon.all_verbs
        self._irregular_pasts = lexicon.irregular_pasts

    def ending_at(self, tokens: Sequence[Token], last: int) -> int | None:
        """Return the index of the actor that heads the noun phrase ending with a token."""
        if tokens[last].text in self._relatives and last > 0:
            before = last - 2 if tokens[last - 1].text == "," else last - 1
            if before >= 0 and tokens[before].is_actor:
                if tokens[last].text in self._of_things and tokens[before].text == "state":
                    return before
                head = self.head(tokens, before)
                return before if head is None else head
        for index in range(last, max(-1, last - _LONGEST_MODIFIER), -1):
            token = tokens[index]
            if token.is_actor and self._modifies(tokens, index, last):
                antecedent = self._antecedent(tokens, index)
                return self.head(tokens, index) if antecedent is None else antecedent
            if token.text == ")" and index > 0:
                # A day may follow, as in "the Lake Front, in brackets LF, today signed it".
                is_last = all(each.text == "day" for each in tokens[index + 1 : last + 1])
                return self._before_parenthesis(tokens, index) if is_last else None
            is_break = token.text in _BREAKS or token.text == "quotation"
            if is_break or token.text in self._conjunctions:
                return None
        return None

    def before_mark(self, sentence: ReadSentence, mark: int) -> int | None:
        """Return the index of the actor before a remark that ends with this comma or dash."""
        tokens = sentence.tokens.all
        found = self._with_apposition(sentence, mark)
        if found is None:
            found = self._before_insertion(tokens, mark)
        if found is None and self._is_set_off(tokens, mark - 1):
            found = mark - 1
        return found

    def _with_apposition(self, sentence: ReadSentence, comma: int) -> int | None:
        """Return the index of an actor with an apposition: "Berg, the head of a party, said"."""
        tokens = sentence.tokens.all
        found = self.ending_at(tokens, comma - 1)
        if found is None:
            return None
        first = found
        while first > 1 and tokens[first - 1].text in self._conjunctions:
            if not tokens[first - 2].is_actor:
                break
            first -= 2
        return found if "," in sentence.text[tokens[first].start : tokens[found].end] else None

    def _before_insertion(self, tokens: Sequence[Token], comma: int) -> int | None:
        """Return the index of the actor before an insertion: "Berg, who was in Oslo, said"."""
        commas = 0
        mark = tokens[comma].text
        for index in range(comma - 1, max(0, comma - LONGEST_INSERTION), -1):
            text = tokens[index].text
            if text in {";", ":", "quotation"}:
                return None
            if text == mark or (text == "," and mark != "–"):
                commas += 1
                if commas > _MOST_COMMAS:
                    return None
                head = self.ending_at(tokens, index - 1)
                if head is not None and self._inserts(tokens[index + 1 : comma]):
                    return head
        return None

    def _is_set_off(self, tokens: Sequence[Token], actor: int) -> bool:
        """Whether an actor is between commas: "In a statement, Kari Berg, thanked"."""
        if actor < 0 or not tokens[actor].is_actor:
            return False
        before = actor - 1
        while before >= 0 and tokens[before].text in self._determiners:
            before -= 1
        return before < 0 or tokens[before].text == ","

    def head(self, tokens: Sequence[Token], actor: int) -> int | None:
        """Return the index of the actor that heads a phrase: Berg in "Berg of the Senate"."""
        index = actor - 1
        is_of_body = tokens[actor].text in _BODIES and index >= 0 and tokens[index].text == "organ"
        if self._joins_bodies and is_of_body:
            return self.head(tokens, index)
        while index >= 0 and tokens[index].text in self._determiners:
            index -= 1
        if index < 0 or tokens[index].text not in self._of_nouns:
            return actor
        before = index - 1
        if before < 0:
            return None
        if tokens[before].is_actor:
            return self.head(tokens, before)
        if tokens[before].text in self._transparent or tokens[before].text in self._documents:
            return actor
        if tokens[before].text in _BREAKS or tokens[before].text == "quotation":
            return None
        for earlier in range(before, max(-1, before - 6), -1):
            if tokens[earlier].is_actor and self._modifies(tokens, earlier, before):
                return self.head(tokens, earlier)
        return None

    def _antecedent(self, tokens: Sequence[Token], actor: int) -> int | None:
        """Return the index of the actor before a relative clause that another actor ends.

        In "staff who attended as observers said", the staff said it.
        """
        has_verb = False
        for index in range(actor - 1, max(0, actor - _LONGEST_MODIFIER), -1):
            token = tokens[index]
            if token.text in _BREAKS or token.text in self._conjunctions:
                return None
            if token.text in self._persons:
                is_clause = has_verb and tokens[index - 1].is_actor
                return self.head(tokens, index - 1) if is_clause else None
            has_verb = has_verb or (token.is_word and token.text.endswith(self._past_endings))
            has_verb = has_verb or token.text in self._verbs or token.text in self._finite
        return None

    def _before_parenthesis(self, tokens: Sequence[Token], closing: int) -> int | None:
        """Return the index of the actor before "(France)" or "(AfD)"."""
        for index in range(closing - 1, max(0, closing - 8), -1):
            if tokens[index].text == "(":
                return self.ending_at(tokens, index - 1)
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

    def _inserts(self, inserted: Sequence[Token]) -> bool:
        """Whether words between commas only describe what is before them."""
        if not inserted or inserted[0].text in self._conjunctions:
            return False
        for token in inserted:
            if token.text in self._relatives:
                return True
            if token.text in self._finite:
                return False
        return True
