"""A verb that reports an event or an act, with who performs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.coordination import joined_after
from diplobrief.extraction.mentions import ACTOR
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.aspect_words import Aspect
    from diplobrief.extraction.circumstances import Circumstances
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.verb_table import Entry


@dataclass(frozen=True)
class Predicate:
    """A verb in its sentence, with who performs it.

    Args:
        sentence: The sentence.
        verb: The verb.
        entry: The entry of the verb in the lexicon.
        aspect: Whether it happened or lies ahead.
        start: Where its clause starts.
        performers: Who performs it, as far as the sentence says.
        objects: The actors that are its direct object.
        object_end: Where its object ends.
        circumstances: With whom, where and when.
        subject: Where its subject starts.
        before: Where the words start that belong to a verb at the end of its clause.
    """

    sentence: ReadSentence
    verb: Verb
    entry: Entry
    aspect: Aspect
    start: int
    performers: Sequence[Entity]
    objects: Sequence[Entity]
    object_end: int
    circumstances: Circumstances
    subject: int = 0
    before: int | None = None

    @property
    def after_subject(self) -> int:
        """Where the verb ends, together with a subject that follows it."""
        return end_of(self.sentence, self.verb, self.subject)

    def found(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Return the match of a pattern from an offset, or before a verb that ends its clause."""
        if self.before is None:
            return pattern.match(self.sentence.masked, start)
        return pattern.search(self.sentence.masked, self.before, self.verb.start)

    @property
    def left(self) -> str:
        """The text before the verb."""
        return self.sentence.masked[: self.verb.start]

    @property
    def is_bare(self) -> bool:
        """Whether no object follows the verb: "the ministers met in Oslo"."""
        pattern = _object_after(self.sentence.lexicon)
        return pattern.match(self.sentence.masked, self.after_subject) is None

    @property
    def what(self) -> str | None:
        """The words for the object, if the verb needs one: "airspace"."""
        if self.entry.object is None:
            return None
        text, words = self.sentence.text, self.sentence.words
        match = self.entry.object.match(text, words, self.verb.end)
        return match[0].split()[-1].lower() if match else None


def end_of(sentence: ReadSentence, verb: Verb, subject: int) -> int:
    """Return where a verb ends, together with a subject that follows it."""
    is_direct = subject >= verb.end and "," not in sentence.masked[verb.end : subject]
    mention = sentence.mention_at(subject) if is_direct else None
    return verb.end if mention is None else joined_after(sentence, mention)[-1].end


@cache
def _object_after(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for the beginning of an object."""
    words = [*lexicon.words("before_nouns"), *lexicon.words("articles")]
    return re.compile(rf"\s+(?:{ACTOR}|[\dA-Z“\"]|(?:{alternatives(words)})\b)")
