"""Who performs a verb: its subject, also if the verb shares it with another, or reports it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clauses import Verb, first_actor, grammar_of, performers_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import ReadSentence

_THAT: Final = re.compile(rf"\bthat\s+(?:the\s+)?(?={ACTOR})")
_OF: Final = re.compile(
    rf"[{MASKS['person']}{MASKS['unnamed']}{MASKS['organ']}]\s+of\s+(?:the\s+)?$"
)
"""Before a state that is part of the subject: "the minister of Norway"."""

_BODIES: Final = frozenset({"state", "organ", "organization"})
_MOST_VERBS: Final = 4
"""How many verbs before a verb may share its subject."""


class SubjectFinder:
    """Finds who performs a verb, by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._grammar = grammar_of(lexicon)
        self._new_clause = circumstance_finder_of(lexicon).new_clause
        verbs = {
            form
            for file, table in (("events", "event"), ("acts", "act"))
            for row in lexicon.data.get(file, {}).get(table, ())
            for verb in row.get("verbs", ())
            for form, tense in lexicon.forms(verb).items()
            if tense != "gerund"
        }
        words = alternatives({*verbs, *lexicon.all_verbs})
        self._verb = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")

    def performers(self, sentence: ReadSentence, verb: Verb) -> tuple[int, list[Entity]]:
        """Return where the subject of a verb starts, and its actors; nobody if it is not certain.

        Args:
            sentence: The sentence.
            verb: The verb.
        """
        subject = self._subject(sentence, verb)
        if subject is None or subject.kind == "adjective":
            return verb.start, []
        if subject.name == "it" and subject.kind == "pronoun":
            # In a report, "it" is the one who speaks: "Norway said it would".
            speaker = first_actor(sentence, subject.start)
            if speaker is not None and speaker.kind in _BODIES:
                subject = speaker
        return subject.start, performers_of(sentence, subject)

    def _subject(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        joint = self._grammar.coordination_start(sentence, verb)
        if joint == verb.start:
            return self._in_clause(sentence, verb)
        matches = [*self._verb.finditer(sentence.masked, 0, joint)]
        for match in reversed(matches[-_MOST_VERBS:]):
            subject = self._in_clause(sentence, Verb(*match.span(), match[0]))
            if subject is None:
                continue
            is_subordinate = self._new_clause.search(sentence.masked, 0, subject.start)
            if is_subordinate and sentence.masked[joint] == ",":
                # "The Council met after Norway had left, and adopted": the Council adopted.
                return first_actor(sentence, is_subordinate.start()) or subject
            return subject
        return first_actor(sentence, joint)

    def _in_clause(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        subject = self._grammar.subject_of_act(sentence, verb, [])
        if subject is None:
            return None
        clauses = [*_THAT.finditer(sentence.masked, subject.end, verb.start)]
        if clauses:
            return sentence.mention_at(clauses[-1].end())
        before = _OF.search(sentence.masked, 0, subject.start)
        return sentence.mention_at(before.start()) if before else subject


@cache
def subject_finder_of(lexicon: Lexicon) -> SubjectFinder:
    """Return the finder of subjects for a lexicon."""
    return SubjectFinder(lexicon)
