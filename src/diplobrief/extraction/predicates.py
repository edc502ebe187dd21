"""Verbs of the lexicons of events and acts, each with who does it and what it needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.circumstances import Circumstances, circumstance_finder_of
from diplobrief.extraction.clauses import (
    Aspect,
    Verb,
    day_of,
    grammar_of,
    joined_after,
    performers_of,
)
from diplobrief.extraction.lexicon import Lexicon, alternatives
from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import ReadSentence

_NOT_OBJECT: Final = r"(?:that|to|or|with|which|who|after|before|by|in|on|at|for|as|and)\b"
_DETERMINER: Final = r"(?:(?:the|his|her|its|their|a|an|two|three|several|visiting)\s+){0,2}"
_DIRECT: Final = re.compile(rf"\s+{_DETERMINER}(?:[a-z-]+\s+){{0,2}}?(?={ACTOR})")
_AGENT: Final = re.compile(rf"[^.;,]{{0,60}}?\bby\s+(?:the\s+)?(?={ACTOR})")
_NOUN_BEFORE: Final = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|to|of|new|joint|no)|['’]s?)\s+$"
)
_PARTICIPLE_OF_NOUN: Final = re.compile(r"(?:^|\b(?:the|a|an)\s+)$")


@dataclass(frozen=True)
class Entry:
    """What the lexicon says of a verb.

    Args:
        row: The row of the lexicon.
        object: Words of which one has to be the object of the verb, if it needs any.
        by: Who can perform it; anybody, if there is nothing.
    """

    row: Mapping[str, Any]
    object: re.Pattern[str] | None
    by: frozenset[str]

    @property
    def kind(self) -> str:
        """The kind of event or act."""
        kind: str = self.row["kind"]
        return kind

    def fits(self, performers: Sequence[Entity]) -> bool:
        """Whether these actors can perform it."""
        return not self.by or bool(self.by & {actor.category for actor in performers})


@dataclass(frozen=True)
class Predicate:
    """A verb in its sentence, with who performs it.

    Args:
        sentence: The sentence.
        verb: The verb.
        entry: What the lexicon says of it.
        aspect: Whether it happened or lies ahead.
        performers: Who performs it, as far as the sentence says.
        objects: The actors that are its direct object.
        start: Where its clause starts.
        object_end: Where its object ends.
        circumstances: With whom, where and when.
    """

    sentence: ReadSentence
    verb: Verb
    entry: Entry
    aspect: Aspect
    performers: Sequence[Entity]
    objects: Sequence[Entity]
    start: int
    object_end: int
    circumstances: Circumstances


class PredicateFinder:
    """Finds the verbs of a table of the lexicon with their actors.

    Args:
        lexicon: The lexicon of the language.
        rows: The rows of the table.
    """

    def __init__(self, lexicon: Lexicon, rows: Sequence[Mapping[str, Any]]) -> None:
        self._grammar = grammar_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)
        self._entries: dict[str, list[tuple[Entry, str]]] = {}
        for row in rows:
            words = row.get("object")
            pattern = _object_pattern(words) if words else None
            entry = Entry(row, pattern, frozenset(row.get("by", ())))
            for verb in row.get("verbs", ()):
                for form, tense in lexicon.forms(verb).items():
                    self._entries.setdefault(form, []).append((entry, tense))
        self._verb = re.compile(
            rf"(?<![\w-])(?:{alternatives(self._entries)})(?![\w-])", re.IGNORECASE
        )

    def find(self, sentence: ReadSentence) -> Iterator[Predicate]:
        """Yield the verbs of a sentence that somebody performs."""
        earlier: list[tuple[Verb, Mention]] = []
        for match in self._verb.finditer(sentence.masked):
            verb = Verb(*match.span(), " ".join(match[0].lower().split()))
            tenses = {tense for _, tense in self._entries[verb.form]}
            aspect = self._grammar.aspect(sentence, verb, tenses)
            if aspect.status is None:
                continue
            if aspect.is_passive:
                yield from self._passive(sentence, verb, aspect)
                continue
            left = sentence.masked[: verb.start]
            if _NOUN_BEFORE.search(left) and aspect.status == "completed":
                continue
            subject = self._grammar.subject_of_act(sentence, verb, earlier)
            if subject is not None and subject.kind != "adjective":
                earlier.append((verb, subject))
                yield from self._active(sentence, verb, aspect, subject)

    def _active(
        self, sentence: ReadSentence, verb: Verb, aspect: Aspect, subject: Mention
    ) -> Iterator[Predicate]:
        performers = performers_of(sentence, subject)
        for entry, _ in self._entries[verb.form]:
            end = verb.end
            if entry.object is not None:
                match = entry.object.match(sentence.text, verb.end)
                if match is None:
                    continue
                end = match.end()
            if not performers or not entry.fits(performers):
                continue
            objects, object_end = _direct_objects(sentence, verb.end)
            start = min(subject.start, verb.start)
            yield self._made(
                sentence, verb, entry, aspect, performers, objects, start, max(end, object_end)
            )
            return

    def _passive(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Iterator[Predicate]:
        agent = _AGENT.match(sentence.masked, verb.end)
        mention = sentence.mention_at(agent.end()) if agent else None
        performers = performers_of(sentence, mention) if mention else []
        before = [m for m in sentence.mentions if m.end <= verb.start and m.kind in ACTORS]
        objects = sentence.actors.get(before[-1].start, []) if before else []
        for entry, _ in self._entries[verb.form]:
            if performers and not entry.fits(performers):
                continue
            if entry.object is not None and not entry.object.search(sentence.text, 0, verb.start):
                continue
            yield self._made(sentence, verb, entry, aspect, performers, objects, 0, verb.end)
            return

    def _made(
        self,
        sentence: ReadSentence,
        verb: Verb,
        entry: Entry,
        aspect: Aspect,
        performers: Sequence[Entity],
        objects: Sequence[Entity],
        start: int,
        end: int,
    ) -> Predicate:
        stop = self.clause_end(sentence, end)
        found = self._circumstances.after(sentence, end, stop)
        if found.day is None:
            found.day = day_of(sentence, verb, stop)
        return Predicate(sentence, verb, entry, aspect, performers, objects, start, end, found)

    def clause_end(self, sentence: ReadSentence, start: int) -> int:
        """Return where the clause ends at the latest that goes on at an offset."""
        match = self._circumstances.new_clause.search(sentence.masked, start)
        end = match.start() if match else len(sentence.masked)
        verb = self._verb.search(sentence.masked, start, end)
        return verb.start() if verb else end


def _object_pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+(?!{_NOT_OBJECT})[^\s,;:.]+){{0,5}}?\s+(?:{alternatives(words)})(?![\w-])",
        re.IGNORECASE,
    )


def _direct_objects(sentence: ReadSentence, start: int) -> tuple[list[Entity], int]:
    """Return the actors that directly follow a verb, and where they end."""
    match = _DIRECT.match(sentence.masked, start)
    mention = sentence.mention_at(match.end()) if match else None
    if mention is None or mention.kind == "adjective":
        return [], start
    joined = joined_after(sentence, mention)
    return [a for each in joined for a in sentence.actors.get(each.start, [])], joined[-1].end
