"""The words between a subject and a verb that ends its clause: its object, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplobrief.extraction.circumstances import Circumstances, circumstance_finder_of
from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.coordination import joined_after, joined_before
from diplobrief.extraction.mentions import ACTORS
from diplobrief.extraction.verb_days import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.verb_table import Entry


@dataclass(frozen=True)
class ClauseBefore:
    """The words of a clause before the verb that ends it.

    Args:
        sentence: The sentence.
        verb: The verb.
        start: Where the words start: after the subject, if the clause has one.
        performers: The actors that are its subject.
    """

    sentence: ReadSentence
    verb: Verb
    start: int
    performers: Sequence[Entity]

    def has_object_of(self, entry: Entry) -> bool:
        """Whether the words contain the object that a row of the lexicon requires, if it does."""
        return entry.object is None or (
            entry.object.search(
                self.sentence.text, self.sentence.words, self.start, self.verb.start
            )
            is not None
        )

    def objects(self) -> list[Entity]:
        """Return the actors that are the direct object: "سفیر سوئد را"."""
        sentence, grammar = self.sentence, grammar_of(self.sentence.lexicon)
        for mention in sentence.mentions:
            is_within = self.start <= mention.start and mention.end <= self.verb.start
            if (
                is_within
                and mention.kind in ACTORS
                and grammar.object.match(sentence.masked, mention.end)
            ):
                joined = joined_before(sentence, mention)
                return sentence.actors_of(*joined)
        return []

    def circumstances(self) -> Circumstances:
        """Return with whom, where and when the verb takes place."""
        sentence, verb = self.sentence, self.verb
        finder = circumstance_finder_of(sentence.lexicon)
        found = finder.after(sentence, self.start, verb.start)
        found.day = found.day or day_of(sentence, verb, len(sentence.masked))
        found.end = verb.end
        return found


def clause_before(
    sentence: ReadSentence, verb: Verb, subject: int, performers: Sequence[Entity]
) -> ClauseBefore:
    """Return the words before a verb that ends its clause.

    Args:
        sentence: The sentence.
        verb: The verb.
        subject: Where its subject starts, or the verb if it has none.
        performers: Who performs the verb.
    """
    mention = sentence.mention_at(subject) if subject < verb.start else None
    if mention is None:
        return ClauseBefore(sentence, verb, 0, performers)
    # "نروژ و سوئد": the subject is the first actor of a clause, and those joined to it.
    joined = joined_after(sentence, mention)
    actors = sentence.actors_of(*joined)
    return ClauseBefore(sentence, verb, joined[-1].end, [*dict.fromkeys([*performers, *actors])])
