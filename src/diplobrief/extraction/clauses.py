"""Finds the subject and the auxiliaries of a verb, and where its clause ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import adverb_of, word_like_adverb
from diplobrief.extraction.aspects import AspectReader
from diplobrief.extraction.coordination import joined_before
from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading
from diplobrief.extraction.subjects import SubjectFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.aspect_words import Aspect
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_DAY: Final = MASKS["day"]
_DATELINE: Final = re.compile(r"[^.;:]{0,30}?\s[–—-]\s|[^.;,]{0,20}?:\s")
_DATELINES: Final = re.compile(r"(?:[^.;:,]{1,30}?\s[–—-]\s){1,2}")
"""Places and agencies before the first sentence of a story: "تهران - ایرنا - "."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the lexicon in a sentence.

    Args:
        start: The offset of its first character.
        end: The offset after its last character.
        form: The form, as in the lexicon.
    """

    start: int
    end: int
    form: str

    def of(self, text: str) -> str:
        """Return the verb as written in a text."""
        return text[self.start : self.end]


class Grammar:
    """Finds the parts of clauses in a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar
        adverb = adverb_of(lexicon)
        self._aspects = AspectReader(lexicon)
        self.condition: re.Pattern[str] = self._aspects.condition
        self._subjects = SubjectFinder(lexicon)
        self._determiners = frozenset(lexicon.words("before_nouns"))
        self._relatives = frozenset(lexicon.words("relatives"))
        self._clause_links = frozenset(lexicon.words("clause_links"))
        self._links_after_comma = self._clause_links | {
            *lexicon.words("clause_links_after_a_comma")
        }
        article = lexicon.optional("articles")
        self._gerunds = lexicon.gerunds
        self._gerund_endings = tuple(lexicon.words("gerund_endings"))
        self._counterparts = tuple(lexicon.data["people"]["counterparts"])
        self.begins_with_verb: bool = bool(grammar.get("verb_first"))
        self.follows_verb: bool = bool(grammar.get("subject_after_verb"))
        self.is_head_first: bool = lexicon.is_head_first
        self.has_verb_last: bool = bool(grammar.get("verb_last"))
        self.has_free_order: bool = bool(grammar.get("free_order"))
        self._begins_clause = bool(grammar.get("subject_begins_clause"))
        # A verb of saying at the end of its clause: the statement follows, often without "that".
        ends_clause = alternatives(lexicon.sayings) if self.has_verb_last else "(?!)"
        self._said = re.compile(rf"{lexicon.start}{ends_clause}{AFTER}")
        circumstance = rf"{adverb}\s+|{article}{_DAY}+\s+"
        # "صادقت عليها النرويج": a pronoun may be between.
        pronouns = lexicon.data["steps"]["wording"].get("object_after", ())
        pronoun = rf"(?:{alternatives(pronouns)}\s+)?"
        self._after_verb = re.compile(rf"\s+{pronoun}(?:{circumstance})*{article}(?={ACTOR})")
        self._joined_verb = re.compile(rf"(?:^|\s){lexicon.before('and')}$")
        self.joint: re.Pattern[str] = re.compile(rf"\s{lexicon.before('and')}")
        self.preposition: re.Pattern[str] = re.compile(
            rf"{BEFORE}{lexicon.before('before_no_subject')}{article}$", re.IGNORECASE
        )
        self.object: re.Pattern[str] = re.compile(
            rf"\s+{alternatives(lexicon.words('after_an_object'))}{AFTER}"
        )
        # Not "the law that ratifies the treaty".
        self.that: re.Pattern[str] = re.compile(
            rf"(?<!\w)(?<!{MASKS['treaty']}\s){lexicon.before('that')}"
        )
        # ", for which talks had begun in May"
        self.relative: re.Pattern[str] = re.compile(
            rf",\s+(?:[a-z]+\s+)?{alternatives(lexicon.words('relatives'))}{AFTER}"
        )
        but = leading([*lexicon.words("and"), *lexicon.words("but")])
        then = lexicon.optional("then")
        self._only_adverbs = re.compile(
            rf"(?:(?:{adverb}|{word_like_adverb(lexicon)})\s+)*", re.IGNORECASE
        )
        # "a rappelé le traité et a salué l'accord"
        aux = lexicon.optional("before_a_participle")
        self._coordination = re.compile(
            rf"(?P<joint>,?\s+{but}|,\s+){then}{aux}(?:{adverb}|{word_like_adverb(lexicon)})?\s*$"
        )

    def subject(
        self, sentence: ReadSentence, verb: Verb, earlier: Sequence[tuple[Verb, Mention]]
    ) -> Mention | None:
        """Return the subject of a verb, or `None` if it is not certain.

        Args:
            sentence: The sentence.
            verb: The verb.
            earlier: The verbs before it in the sentence, with their subjects.
        """
        if self.begins_with_verb and verb.form not in self._gerunds:
            following = self._subject_after(sentence, verb)
            before = _pronoun_before(sentence, verb)
            is_others = following is not None and following.name.startswith(self._counterparts)
            if is_others and earlier:
                # "ودعا نظيره": the counterpart of the subject is its object.
                return earlier[-1][1]
            if before or following:
                return before or following
        found = None
        if self.has_verb_last and self._begins_clause:
            # An actor directly before the verb belongs to its object.
            found = self._subject_of_clause(sentence, verb, earlier)
        if found is None:
            found = self._subjects.subject(
                sentence,
                verb.start,
                [mention for _, mention in earlier],
                is_gerund=self._is_gerund(verb),
            )
        if found is None and self.follows_verb:
            found = self._subject_after(sentence, verb)
        if found is None and self._begins_clause:
            found = self._subject_of_clause(sentence, verb, earlier)
        if found is None and earlier and self.begins_with_verb:
            # "ورحبت الوزارة بالتصويت, وقالت في بيان إن"
            is_joined = self._joined_verb.search(sentence.masked[: verb.start])
            found = earlier[-1][1] if is_joined else None
        return found or self._lead_in(sentence, verb)

    def _lead_in(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return the subject that words before a list name, for the first verbs of an item."""
        if sentence.lead_in is None:
            return None
        is_first = not sentence.masked[: verb.start].strip() or self._only_adverbs.fullmatch(
            sentence.masked, 0, verb.start
        )
        is_joined = self.coordination_start(sentence, verb) != verb.start
        return sentence.lead_in if is_first or is_joined else None

    def _subject_after(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return the actor directly after a verb, unless it is in another case than a subject."""
        following = self._after_verb.match(sentence.masked, verb.end)
        mention = sentence.mention_at(following.end()) if following else None
        if mention is None or mention.case:
            return None
        return None if self.has_free_order and _is_inflected(sentence, mention) else mention

    def _subject_of_clause(
        self, sentence: ReadSentence, verb: Verb, earlier: Sequence[tuple[Verb, Mention]]
    ) -> Mention | None:
        """Return the first actor between two verbs, unless it is an object or in a phrase."""
        ends = [known.end for known, _ in earlier]
        ends += [said.end() for said in self._said.finditer(sentence.masked, 0, verb.start)]
        start = max(ends, default=0)
        dateline = _DATELINES.match(sentence.masked)
        if dateline is not None and sentence.mention_at(0) is not None:
            start = max(start, dateline.end())
        for mention in sentence.mentions:
            if start <= mention.start and mention.end <= verb.start and mention.kind in ACTORS:
                if mention.start == 0 and _DATELINE.match(sentence.masked, mention.end):
                    continue
                is_within_phrase = self.preposition.search(sentence.masked[: mention.start])
                is_object = self.object.match(sentence.masked, mention.end)
                if not is_within_phrase and not is_object:
                    return mention
        return earlier[-1][1] if earlier else None

    def acting(self, sentence: ReadSentence) -> Iterator[Mention]:
        """Yield the actors of a sentence that are before a verb, outside of quotations."""
        return self._subjects.acting(sentence)

    def own_subject(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return the subject before a verb, but not one that it shares with a verb before it."""
        return self._subjects.own_subject(sentence, verb.start)

    def subject_of_act(
        self, sentence: ReadSentence, verb: Verb, earlier: Sequence[tuple[Verb, Mention]]
    ) -> Mention | None:
        """Return the subject of a verb that may follow an auxiliary: "is set to review"."""
        start = self.start_with_auxiliaries(sentence, verb)
        return self.subject(sentence, Verb(start, verb.end, verb.form), earlier)

    def start_with_auxiliaries(self, sentence: ReadSentence, verb: Verb) -> int:
        """Return where a verb starts, with the auxiliaries before it: "is set to review"."""
        return self._aspects.start_before(sentence.masked, verb.start)

    def subject_of_participle(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return Norway from "Norway responded by expelling two diplomats"."""
        is_gerund = self._is_gerund(verb)
        return self._subjects.last_acting(sentence, verb.start) if is_gerund else None

    def _is_gerund(self, verb: Verb) -> bool:
        return verb.form.split()[0].endswith(self._gerund_endings)

    def acting_before(self, sentence: ReadSentence, end: int) -> Mention | None:
        """Return the last actor before an offset that is the subject of a verb."""
        return self._subjects.last_acting(sentence, end)

    def coordination_start(self, sentence: ReadSentence, verb: Verb) -> int:
        """Return where the conjunction before a coordinated verb starts, or the verb itself."""
        match = self._coordination.search(sentence.masked[: verb.start])
        return match.start("joint") if match else verb.start

    def start_of_clause(self, sentence: ReadSentence, subject: Mention) -> int | None:
        """Return where the clause of a subject starts, if a conjunction begins it.

        Args:
            sentence: The sentence.
            subject: The subject, as in "…, while the minister noted".
        """
        tokens = sentence.tokens.all
        index = sentence.tokens.before(joined_before(sentence, subject)[0].start)
        while index >= 0 and tokens[index].text in self._determiners:
            if tokens[index].text in self._relatives:
                return None
            index -= 1
        if index < 1:
            return None
        is_after_comma = tokens[index - 1].text == ","
        links = self._links_after_comma if is_after_comma else self._clause_links
        if tokens[index].text not in links:
            return None
        return tokens[index - 1 if is_after_comma else index].start

    def aspect(self, sentence: ReadSentence, verb: Verb, tenses: set[str]) -> Aspect:
        """Return the aspect that the words around a verb give it.

        Args:
            sentence: The sentence.
            verb: The verb.
            tenses: The tenses that its form may be.
        """
        return self._aspects.of(sentence.masked, verb.start, verb.end, tenses)


def _is_inflected(sentence: ReadSentence, mention: Mention) -> bool:
    """Whether the name of a body is in another case than a subject: "палате", of "палата"."""
    if mention.kind != "organ":
        return False
    first = mention.name.split(maxsplit=1)[0].lower()
    return first not in sentence.text[mention.start : mention.end].lower().split()


def _pronoun_before(sentence: ReadSentence, verb: Verb) -> Mention | None:
    """Return the pronoun directly before a verb: "لكنه طالب"."""
    mention = sentence.mention_at(verb.start - 2) if verb.start > 1 else None
    return mention if mention is not None and mention.kind == "pronoun" else None


def place_of(sentence: ReadSentence, offset: int) -> tuple[int, int]:
    """Return the block of an offset in a sentence, and the offset in that block."""
    return sentence.sentence.block.index, sentence.sentence.start + offset


def first_actor(sentence: ReadSentence, end: int) -> Mention | None:
    """Return the first actor of a sentence, if it may be the subject of its verbs before `end`."""
    pattern = grammar_of(sentence.lexicon).preposition
    for mention in sentence.mentions:
        if mention.end > end:
            return None
        if mention.kind in ACTORS:
            is_within_phrase = pattern.search(sentence.masked[: mention.start])
            return None if is_within_phrase else mention
    return None


@cache
def grammar_of(lexicon: Lexicon) -> Grammar:
    """Return the grammar for a lexicon."""
    return Grammar(lexicon)
