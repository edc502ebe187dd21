"""A sentence of a page with what is mentioned in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.entity import Entity
from diplobrief.extraction.mentions import MASKS, Mention
from diplobrief.extraction.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.page import Sentence
    from diplobrief.extraction.word_patterns import Words

_QUESTION_MARKS: Final = ("?", "؟")


@dataclass(eq=False)
class ReadSentence:
    """A sentence with what is mentioned in it. Offsets count in the sentence.

    Args:
        sentence: The sentence.
        mentions: The mentions in it, in order.
        days: The days in it, in order.
        masked: The text with mentions, days and quotations masked.
        lexicon: The lexicon of its language.
        words: The words of the text.
        actors: The actors of each mention, by the offset at which it starts.
        topic: The actors that it is about if it has no subject, in a language that omits pronouns.
        lead_in: The subject of its verbs if words before a list name it: "The Council: calls on …".
        entry_day: The day of its entry in a chronology: "3 May 2024: the treaty is signed".
        is_entry_ahead: Whether that day lies ahead of the page.
    """

    sentence: Sentence
    mentions: list[Mention]
    days: Sequence[Day]
    masked: str
    lexicon: Lexicon
    words: Words
    actors: dict[int, list[Entity]] = field(default_factory=dict[int, list[Entity]])
    topic: list[Entity] = field(default_factory=list["Entity"])
    lead_in: Mention | None = None
    entry_day: Day | None = None
    is_entry_ahead: bool = False
    _tokens: tuple[str, Tokens] | None = None

    @property
    def text(self) -> str:
        """The characters of the sentence."""
        return self.sentence.text

    def add_mentions(self, mentions: Sequence[Mention]) -> None:
        """Add mentions that overlap no other."""
        for mention in mentions:
            self.masked = with_mask(self.masked, mention.start, mention.end, mention.kind)
        if mentions:
            self.mentions = sorted([*self.mentions, *mentions], key=lambda each: each.start)

    def begin_with_verb(self, actors: list[Entity]) -> None:
        """Read its first word as a verb that some actors perform, who are named before a list."""
        self.masked = self.masked[:1].lower() + self.masked[1:]
        self.lead_in = Mention("pronoun", 0, 0, "")
        self.actors.setdefault(0, actors)

    @property
    def is_question(self) -> bool:
        """Whether it is a question, which reports nothing."""
        return self.text.endswith(_QUESTION_MARKS)

    @property
    def is_headline(self) -> bool:
        """Whether it is a line of its own without a full stop."""
        return self.text == self.sentence.block.text.strip() and self.text[-1:].isalnum()

    @property
    def unquoted_days(self) -> list[Day]:
        """The days that are not in quotations."""
        return [day for day in self.days if self.masked[day.start] == MASKS["day"]]

    @property
    def with_documents(self) -> str:
        """The masked text, in which the nouns for documents can be read: "a letter it sent"."""
        if MASKS["document"] not in self.masked:
            return self.masked
        masked = self.masked
        for each in self.mentions:
            if each.kind == "document" and masked[each.start] == MASKS["document"]:
                words = self.text[each.start : each.end]
                masked = masked[: each.start] + words + masked[each.end :]
        return masked

    def has_day(self, start: int, end: int) -> bool:
        """Whether there is a day between two offsets."""
        return any(start <= day.start < end for day in self.days)

    @property
    def tokens(self) -> Tokens:
        """The words, marks and mentions of the sentence."""
        if self._tokens is None or self._tokens[0] != self.masked:
            self._tokens = (self.masked, Tokens(self.masked))
        return self._tokens[1]

    def mention_at(self, offset: int) -> Mention | None:
        """Return the mention that contains an offset."""
        return next((each for each in self.mentions if each.start <= offset < each.end), None)

    def actors_of(self, *mentions: Mention) -> list[Entity]:
        """Return the actors of some of its mentions, in order."""
        return [actor for each in mentions for actor in self.actors.get(each.start, ())]

    def actors_at(self, offset: int) -> list[Entity]:
        """Return the actors of the mention that contains an offset."""
        mention = self.mention_at(offset)
        return self.actors_of(mention) if mention else []


def with_mask(text: str, start: int, end: int, kind: str) -> str:
    """Return a text with a span masked as a kind of mention."""
    return text[:start] + MASKS[kind] * (end - start) + text[end:]
