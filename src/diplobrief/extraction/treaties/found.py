"""The treaties of a page, and to which of them each mention refers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading, ReadSentence
    from diplobrief.model import Evidence

_BY_ALL_OR_ONE: Final = frozenset({"signature", "entry_into_force"})
_UNILATERAL: Final = frozenset({"ratification", "accession", "withdrawal", "deposit"})
OF_MANY: Final = frozenset({"convention", "charter"})
_OF_ONE_KIND: Final = OF_MANY | {"protocol", "memorandum", "covenant", "statute"}
"""Kinds whose noun means no treaty of another kind, as "the agreement" may mean a treaty."""
_NAMED_APART: Final = frozenset({"protocol", "memorandum", "declaration", "statute"})
"""Kinds that are no other name for a treaty of another kind."""

_REMEMBERED: Final = 100
"""How many of the latest treaties a name, and of the latest steps a report, may refer to."""

_TWO: Final = 2
_MOST_NAMES: Final = 20
_MOST_PASSAGES: Final = 10


@dataclass(eq=False)
class FoundStep:
    """A step of a treaty, as the page reports it.

    Args:
        kind: The kind of milestone.
        status: How far it has come.
        rule: The rule that found it.
        evidence: The passages that report it.
        date: The day, in EDTF.
        date_as_written: The day in the words of the page, if it cannot be resolved.
        parties: Whose step it is.
        by: The organs and people who act.
        vote: The numbers of a vote.
        is_of_headline: Whether only a headline reports it.
    """

    kind: str
    status: str
    rule: str
    evidence: list[Evidence]
    date: str | None = None
    date_as_written: str | None = None
    parties: Sequence[Entity] = ()
    by: Sequence[Entity] = ()
    vote: Mapping[str, int] | None = None
    is_of_headline: bool = False

    def is_same(self, other: FoundStep) -> bool:
        """Whether two reports are of one step; two different days are two steps."""
        if self.kind != other.kind or not _agree(self.date, other.date):
            return False
        statuses = {self.status, other.status}
        if statuses == {"completed", "postponed"}:
            return False
        if len(statuses) > 1 and bool(self.parties) != bool(other.parties):
            return False
        if statuses == {"completed", "scheduled"} and self.date and other.date:
            return False
        return _overlap(self.parties, other.parties) and (
            self.kind != "parliamentary_approval" or _overlap(self.by, other.by)
        )

    def of_each_party(self) -> list[FoundStep]:
        """Return the step of each party, if each takes it for itself: "A and B withdrew"."""
        if self.kind not in _UNILATERAL or len(self.parties) < 2 or self.by:
            return [self]
        return [replace(self, parties=[party], evidence=[*self.evidence]) for party in self.parties]

    def absorb(self, other: FoundStep) -> None:
        """Take over what another report of this step adds."""
        if other.date and (not self.date or len(other.date) > len(self.date)):
            self.date, self.date_as_written = other.date, None
        is_more_certain = other.status == "scheduled" and self.status == "expected"
        if other.status == "completed" or is_more_certain:
            self.status = other.status
        if {*self.parties} <= {*other.parties}:
            self.parties = other.parties
        self.by = self.by or other.by
        self.is_of_headline = self.is_of_headline and other.is_of_headline
        self.vote = self.vote or other.vote
        lacking = [passage for passage in other.evidence if passage not in self.evidence]
        self.evidence = [*self.evidence, *lacking][:_MOST_PASSAGES]


def _agree(one: str | None, two: str | None) -> bool:
    """Whether two days may be one: one is unknown, or less exact than the other."""
    return not one or not two or one.startswith(two) or two.startswith(one)


def _overlap(one: Sequence[Entity], two: Sequence[Entity]) -> bool:
    return not one or not two or bool(set(one) & set(two))


@dataclass(eq=False)
class FoundTreaty:
    """A treaty of the page.

    Args:
        title: Its fullest name on the page.
        kind: What it calls itself.
        names: All its names on the page.
        parties: Its parties, as far as the page says.
        names_one_party: Whether its name says with whom it is: "the agreement with Sweden".
        steps: Its steps, in the order of the page.
        last_reported: The step that was reported last, perhaps for a second time.
        kinds: The kinds that its names say: "the Lake Treaty, a pact on fish".
        is_of_headline: Whether only headlines name it so far.
        first: The sentence that names it first.
    """

    title: str
    kind: str
    names: set[str]
    parties: list[Entity] = field(default_factory=list["Entity"])
    names_one_party: bool = False
    steps: list[FoundStep] = field(default_factory=list["FoundStep"])
    last_reported: FoundStep | None = None
    kinds: set[str] = field(default_factory=set[str])
    is_of_headline: bool = False
    first: ReadSentence | None = None

    @property
    def all_parties(self) -> set[Entity]:
        """Its parties, and those who take its steps."""
        return {*self.parties, *(party for step in self.steps for party in step.parties)}

    def may_have(self, parties: set[Entity]) -> bool:
        """Whether states that a noun names may be its parties."""
        known = self.all_parties
        if len(known) < _TWO:
            return not self.parties or len(known | parties) <= _TWO
        return parties <= known

    def add(self, step: FoundStep) -> None:
        """Add a step, or join it to another report of the same."""
        recent = self.steps[-_REMEMBERED:]
        if step.kind == "withdrawal" and any(_is_notice_of(known, step) for known in recent):
            return
        same = next((known for known in recent if self._are_same(known, step)), None)
        self.last_reported = same or step
        if same is None:
            self.steps.append(step)
        else:
            same.absorb(step)

    def _are_same(self, one: FoundStep, two: FoundStep) -> bool:
        is_of_all_or_one = one.kind in _BY_ALL_OR_ONE and bool(one.parties) != bool(two.parties)
        if is_of_all_or_one and one.date and two.date and one.date != two.date:
            # "signed by 25 states on 24 March 1992", and by one of them "in 1992".
            return False
        if self.kind in OF_MANY and bool(one.parties) != bool(two.parties):
            # Of a convention, one state's signature is not the signing by all.
            return one.kind not in _BY_ALL_OR_ONE and one.is_same(two)
        return one.is_same(two)


class Treaties:
    """The treaties of a page.

    Args:
        reading: The page.
        references: Nouns that stand for a treaty that the page has named, such as "text".
    """

    def __init__(self, reading: Reading, references: frozenset[str]) -> None:
        self.all: list[FoundTreaty] = []
        self.last: FoundTreaty | None = None
        self._reading = reading
        self._references = references
        self._before: ReadSentence | None = None
        self._current: ReadSentence | None = None
        words = reading.lexicon
        name = words.data["steps"]["treaties"]["name"]
        heads = words.data["steps"]["treaties"]["heads"].values()
        self._heads = frozenset(head.lower() for each in heads for head in each)
        self._common_words = frozenset(name.get("common", ())) | self._heads | _LITTLE
        article = leading([*words.words("articles"), ""])
        party = f"[{MASKS['state']}{MASKS['organization']}]+"
        with_whom = name.get("with", ())
        self._with = re.compile(rf"\s{leading(with_whom)}")
        self._plurals = frozenset(name.get("plurals", ()))
        self._possessive = re.compile(rf"(?P<owner>{party})['’]s?\s+$")
        self._between = re.compile(
            rf"\s*(?:\([^)]{{1,20}}\)\s*)?{words.before('between')}{article}(?P<one>{party})"
            rf"\s+{words.before('and')}{article}(?P<two>{party})"
        )
        self._acting: defaultdict[int, set[Entity]] = defaultdict(set)
        for sentence in reading.sentences:
            self._current = sentence
            actors = (actor.party for each in sentence.actors.values() for actor in each)
            acting = {actor for actor in actors if actor is not None}
            self._acting[sentence.sentence.block.index] |= acting
            for mention in sentence.mentions:
                if mention.kind == "treaty" and mention.is_capital:
                    self._named(mention)
        self._current = None
        if len(self.all) == 1:
            self.last = self.all[0]

    def sentence_before(self, sentence: ReadSentence) -> ReadSentence | None:
        """Return the sentence that was started before one."""
        return self._before if sentence is self._current else None

    def start_sentence(self, sentence: ReadSentence) -> None:
        """Let "it" and "the treaty" refer to the last treaty that a sentence names."""
        self._before, self._current = self._current, sentence
        for mention in sentence.mentions:
            if mention.kind == "treaty" and mention.is_capital:
                self.last = self._known(mention) or self.last
                if self.last is not None and not self.last.parties:
                    self.last.parties = self._parties_after(sentence, mention)
                if self.last is not None and self.last.kind not in OF_MANY:
                    self._add_owner(self.last, sentence, mention)

    def _add_owner(self, treaty: FoundTreaty, sentence: ReadSentence, mention: Mention) -> None:
        """Add the state before a name with another: "Norway's Fishing Agreement with Sweden"."""
        before = self._possessive.search(sentence.masked[: mention.start])
        owner = sentence.actors_at(before.start("owner")) if before else []
        if len(treaty.parties) == 1 and owner and owner[0] not in treaty.parties:
            treaty.parties = [*owner, *treaty.parties]

    def _parties_after(self, sentence: ReadSentence, mention: Mention) -> list[Entity]:
        """Return the parties after a name: "the Lake Treaty (LT) between Norway and Sweden"."""
        match = self._between.match(sentence.masked, mention.end)
        if match is None:
            return []
        return [
            *sentence.actors_at(match.start("one")),
            *sentence.actors_at(match.start("two")),
        ]

    def of(self, mention: Mention | None) -> FoundTreaty | None:
        """Return the treaty that a mention refers to; one that the page has not named is added."""
        if mention is None:
            return None
        if mention.is_capital:
            return self._named(mention)
        if mention.type == "reference":
            known = self.last or (self.all[0] if self.all else None)
            if known is None and mention.name.split()[-1].lower() in self._plurals:
                self.last = known = self._add(mention)
            return known
        codes = (mention.owner or "").split()
        parties = {self._reading.entities.party(code) for code in codes}
        matching = [
            treaty for treaty in self.all[-_REMEMBERED:] if mention.type in treaty.kinds
        ]
        fitting = [
            treaty
            for treaty in matching
            if treaty.may_have(parties) and not self._differ(treaty, mention)
        ]
        for treaty in fitting:
            treaty.is_of_headline = treaty.is_of_headline and self._is_in_headline
        if fitting:
            alike = [each for each in fitting if self._share_words(each, mention)] or fitting
            return self.last if self.last in alike else alike[0]
        is_of_one_kind = mention.type in _OF_ONE_KIND
        if matching or (self.all and (is_of_one_kind or self._is_another(parties))):
            self.last = self._add(mention)
            return self.last
        is_definite_or_bare = not mention.is_plural or len(mention.name.split()) == 1
        if self.all and is_definite_or_bare:
            return self.last or self.all[0]
        self.last = self._add(mention)
        return self.last

    def _differ(self, treaty: FoundTreaty, mention: Mention) -> bool:
        """Whether the words of a noun are of another treaty: "a tax treaty", of a fishing pact."""
        own, known = self._own_words(mention.name), self._words_of(treaty)
        if not own or not known or own & known:
            return False
        is_another = mention.is_plural and not treaty.is_of_headline
        return is_another or self._is_elsewhere(treaty)

    def _share_words(self, treaty: FoundTreaty, mention: Mention) -> bool:
        return not self._own_words(mention.name).isdisjoint(self._words_of(treaty))

    def _words_of(self, treaty: FoundTreaty) -> set[str]:
        return {word for name in treaty.names for word in self._own_words(name)}

    def _own_words(self, name: str) -> set[str]:
        """Return what distinguishes a name, without the states of a noun and common words."""
        words = [word for word in name.split() if word.isalpha()]
        is_noun = not any(word.istitle() and word.lower() in self._heads for word in words)
        own = {word.lower() for word in words if not is_noun or word.islower()}
        return own - self._common_words

    @property
    def _is_in_headline(self) -> bool:
        return self._current is not None and self._current.sentence.block.is_heading

    def _is_elsewhere(self, treaty: FoundTreaty) -> bool:
        """Whether the block that is read is about other states than those of a treaty."""
        known = treaty.all_parties or self._acting_in(treaty.first)
        acting = self._acting_in(self._current)
        return bool(known) and bool(acting) and known.isdisjoint(acting)

    def _acting_in(self, sentence: ReadSentence | None) -> set[Entity]:
        """Return the states and organizations that the block of a sentence names."""
        return self._acting[sentence.sentence.block.index] if sentence is not None else set()

    def _is_another(self, parties: set[Entity]) -> bool:
        """Whether a noun with states is of another treaty: "the protocol with New Zealand"."""
        known = {party for treaty in self.all for party in treaty.parties}
        return bool(parties) and not known.issuperset(parties)

    def _known(self, mention: Mention) -> FoundTreaty | None:
        words = significant_words(mention.name)
        for treaty in self.all[-_REMEMBERED:]:
            kinds = {treaty.kind, mention.type}
            if len(kinds) > 1 and kinds & _NAMED_APART:
                # "the Protocol to the Lake Convention" is not the convention.
                continue
            known = [significant_words(name) for name in treaty.names]
            if any(words <= name or name <= words for name in known):
                return treaty
        return None

    def _named(self, mention: Mention) -> FoundTreaty:
        treaty = self._known(mention) or self._add(mention)
        treaty.kinds.add(mention.type or treaty.kind)
        if len(treaty.names) < _MOST_NAMES:
            treaty.names.add(mention.name)
        treaty.title = max(treaty.title, mention.name, key=len)
        return treaty

    def _add(self, mention: Mention) -> FoundTreaty:
        codes = (mention.owner or "").split()
        treaty = FoundTreaty(
            mention.name,
            mention.type or "treaty",
            {mention.name},
            [self._reading.entities.party(code) for code in codes],
            names_one_party=len(codes) == 1 and self._with.search(f" {mention.name}") is not None,
            kinds={mention.type or "treaty"},
            is_of_headline=self._is_in_headline,
            first=self._current,
        )
        self.all.append(treaty)
        return treaty


def _is_notice_of(notice: FoundStep, end: FoundStep) -> bool:
    """Whether a withdrawal that was told before is that of which a step is the end."""
    if notice.kind != end.kind or notice.status != "completed" or end.date is None:
        return False
    is_later = notice.date is not None and notice.date < end.date
    return is_later and notice.parties == end.parties


_LITTLE: Final = frozenset(
    [
        "the",
        "of",
        "a",
        "on",
        "for",
        "and",
        "treaty",
        "agreement",
        "convention",
        "pact",
        "deal",
        "accord",
        "protocol",
    ]
)


@lru_cache(1024)
def significant_words(name: str) -> frozenset[str]:
    """Return the words of a name that distinguish it from other treaties."""
    words = {word.lower() for word in re.findall(r"[\w’'-]+", name)}
    return frozenset(words - _LITTLE) or frozenset(words)
