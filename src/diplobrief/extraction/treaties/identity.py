"""Finds the treaty of a page that a mention refers to."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import leading
from diplobrief.extraction.treaties.found import OF_MANY, REMEMBERED, FoundTreaty
from diplobrief.extraction.treaties.title_words import OwnWords, names_treaty, significant_words

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.found import FoundStep

_OF_ONE_KIND: Final = OF_MANY | {"protocol", "memorandum"}
"""Kinds whose noun refers only to that kind, while "the agreement" may be any treaty."""
_NAMED_APART: Final = frozenset({"protocol", "memorandum", "declaration", "statute"})
"""Kinds of treaty that are never another name for one of another kind."""

_MOST_NAMES: Final = 20


class Treaties:
    """The treaties of a page.

    Args:
        reading: The page.
    """

    def __init__(self, reading: Reading) -> None:
        self.all: list[FoundTreaty] = []
        self.last: FoundTreaty | None = None
        self.reading: Reading = reading
        self._before: ReadSentence | None = None
        self._current: ReadSentence | None = None
        words = reading.lexicon
        name = words.data["steps"]["treaties"]["name"]
        heads = words.data["steps"]["treaties"]["heads"].values()
        self._heads = frozenset(head.lower() for each in heads for head in each)
        self._own_words = OwnWords(words)
        self._of_earlier = frozenset(name.get("of_earlier", ()))
        article = words.optional("articles")
        party = f"[{MASKS['state']}{MASKS['organization']}]+"
        with_whom = name.get("with", ())
        self._with = re.compile(rf"\s{leading(with_whom)}")
        self._plurals = frozenset(name.get("plurals", ()))
        self._possessive = re.compile(rf"(?P<owner>{party})['’]s?\s+$")
        self._labelled: list[Entity] = []
        # A line of a list of parties: "Norway: signed on 8 August 2019".
        self._label = re.compile(rf"[\W_]*(?={MASKS['state']}+(?::|\s[–—-])\s)")
        self._joined = re.compile(rf"(?P<owner>{party})[–—-]$")
        self._between = re.compile(
            rf",?\s*(?:\([^)]{{1,20}}\)\s*)?{words.before('between')}{article}(?P<one>{party})"
            rf"\s+{words.before('and')}{article}(?P<two>{party})"
        )
        self._acting: defaultdict[int, set[Entity]] = defaultdict(set)
        for sentence in reading.sentences:
            self._current = sentence
            actors = (actor.party for each in sentence.actors.values() for actor in each)
            acting = {actor for actor in actors if actor is not None}
            self._acting[sentence.sentence.block.index] |= acting
            for mention in sentence.mentions:
                if names_treaty(mention):
                    self._named(mention)
        self._current = None
        if len(self.all) == 1:
            self.last = self.all[0]

    def end_sentence(self, sentence: ReadSentence) -> None:
        """Remember a treaty that a sentence describes by its parties, for "it" in later ones."""
        if sentence is not self._current:
            return
        for mention in sentence.mentions:
            is_described = mention.kind == "treaty" and mention.owner and not mention.is_named
            if is_described and mention.type != "reference":
                self.last = self.of(mention) or self.last

    def add_to_last(self, step: FoundStep) -> None:
        """Add a step to the treaty that was named last, if there is one."""
        if self.last is not None:
            self.last.add(step)

    def sentence_before(self, sentence: ReadSentence) -> ReadSentence | None:
        """Return the sentence that was read before another one."""
        return self._before if sentence is self._current else None

    def start_sentence(self, sentence: ReadSentence) -> None:
        """Remember the last treaty that a sentence names, for "it" and "the treaty"."""
        self._before, self._current = self._current, sentence
        if sentence.sentence.start == 0:
            label = self._label.match(sentence.masked)
            self._labelled = sentence.actors_at(label.end()) if label else []
        for mention in sentence.mentions:
            if names_treaty(mention):
                self.last = self._known(mention) or self.last
                if self.last is not None and not self.last.parties:
                    self.last.parties = self._parties_after(sentence, mention)
                if self.last is not None and self.last.kind not in OF_MANY:
                    self._add_owner(self.last, sentence, mention)

    def labelled(self, sentence: ReadSentence) -> list[Entity]:
        """Return the actors in the label of a line: "Norway: signed in May; ratified in June"."""
        is_current = sentence is self._current
        return self._labelled if is_current and sentence.sentence.start else []

    def _add_owner(self, treaty: FoundTreaty, sentence: ReadSentence, mention: Mention) -> None:
        """Add the state before a name with another: "Norway's Fishing Agreement with Sweden"."""
        left = sentence.masked[: mention.start]
        before = self._possessive.search(left)
        if mention.owner:
            # "the EU–Chile Pact"
            before = before or self._joined.search(left)
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
        """Return the treaty that a mention refers to, which is added if it is new."""
        if mention is None:
            return None
        if mention.is_named:
            # The "Fishing Bill" is not about a treaty.
            return None if mention.type == "reference" else self._named(mention)
        if mention.type == "reference":
            known = self.last or (self.all[0] if self.all else None)
            if known is not None and self._is_elsewhere(known) and not known.is_of_many:
                return None
            if known is None and mention.name.split()[-1].lower() in self._plurals:
                self.last = known = self._add(mention)
            return known
        return self._described(mention)

    def _described(self, mention: Mention) -> FoundTreaty:
        """Return the treaty that a noun describes: "a fishing agreement with Sweden"."""
        if self.all and mention.name.split()[0].lower() in self._of_earlier:
            # "signed a pact; the previous pact expired"
            known = next((each for each in self.all if mention.name in each.names), None)
            return known or self._add(mention)
        codes = (mention.owner or "").split()
        parties = {self.reading.entities.party(code) for code in codes}
        matching = [
            treaty
            for treaty in self.all[-REMEMBERED:]
            if mention.type in treaty.kinds or self._is_of_headline(treaty, mention)
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
            known = self.last if self.last is not None and self.last in alike else alike[0]
            self._add_details(known, mention, parties)
            return known
        is_of_one_kind = mention.type in _OF_ONE_KIND
        if matching or (self.all and (is_of_one_kind or self._is_another(parties))):
            self.last = self._add(mention)
            return self.last
        is_definite_or_bare = not mention.is_indefinite or len(mention.name.split()) == 1
        if self.all and is_definite_or_bare:
            return self.last or self.all[0]
        self.last = self._add(mention)
        return self.last

    def _is_of_headline(self, treaty: FoundTreaty, mention: Mention) -> bool:
        """Whether a story may call the "pact" of its headline by another noun: "an agreement"."""
        kinds = {treaty.kind, mention.type}
        return (
            treaty.is_of_headline
            and not treaty.is_named
            and not self._is_in_headline
            and kinds.isdisjoint(_OF_ONE_KIND | _NAMED_APART)
        )

    def _add_details(self, treaty: FoundTreaty, mention: Mention, parties: set[Entity]) -> None:
        """Add to a treaty what a noun says about it: "the agreement between Norway and Sweden"."""
        treaty.kinds.add(mention.type or treaty.kind)
        if len(treaty.names) < _MOST_NAMES:
            treaty.names.add(mention.name)
        if len(parties) > len(treaty.parties) and parties.issuperset(treaty.parties):
            codes = (mention.owner or "").split()
            treaty.parties_are_named = True
            treaty.parties = [*dict.fromkeys(self.reading.entities.party(each) for each in codes)]
        if not treaty.is_named and len(mention.name) > len(treaty.title):
            treaty.title, treaty.kind = mention.name, mention.type or treaty.kind
        if not treaty.parties and self._current is not None:
            treaty.parties = self._parties_after(self._current, mention)

    def _differ(self, treaty: FoundTreaty, mention: Mention) -> bool:
        """Whether a noun has words of another treaty: "a tax treaty" after a fishing pact."""
        if treaty.names_one_party and self._names_another_party(treaty, mention):
            return True
        if treaty.is_of_another_year(mention.name):
            return True
        own, known = self._own_words.of(mention.name), self._words_of(treaty)
        if not own or not known or own & known:
            return False
        is_new = mention.is_indefinite and not treaty.is_of_headline
        # "the agreement on fish", of one on visas
        says_what = not treaty.is_named and mention.name.split()[-1].lower() not in self._heads
        return is_new or says_what or self._is_elsewhere(treaty)

    def _names_another_party(self, treaty: FoundTreaty, mention: Mention) -> bool:
        """Whether a noun refers to a treaty with another state: "the agreement with Italy"."""
        if self._with.search(f" {mention.name}") is None:
            return False
        codes = (mention.owner or "").split()
        parties = {self.reading.entities.party(code) for code in codes}
        return len(parties) == 1 and parties.isdisjoint(treaty.parties)

    def _share_words(self, treaty: FoundTreaty, mention: Mention) -> bool:
        return not self._own_words.of(mention.name).isdisjoint(self._words_of(treaty))

    def _words_of(self, treaty: FoundTreaty) -> set[str]:
        return {word for name in treaty.names for word in self._own_words.of(name)}

    @property
    def _is_in_headline(self) -> bool:
        return self._current is not None and self._current.sentence.block.is_heading

    def _is_elsewhere(self, treaty: FoundTreaty) -> bool:
        """Whether the current block is about other states than the parties of a treaty."""
        known = treaty.all_parties
        if not known or treaty.names_one_party:
            # "its accord with Kuwait": the other party is beside the name.
            known = known | self._acting_in(treaty.first)
        acting = self._acting_in(self._current)
        return bool(known) and bool(acting) and known.isdisjoint(acting)

    def _acting_in(self, sentence: ReadSentence | None) -> set[Entity]:
        """Return the states and organizations that the block of a sentence names."""
        return self._acting[sentence.sentence.block.index] if sentence is not None else set()

    def _is_another(self, parties: set[Entity]) -> bool:
        """Whether a noun with these parties refers to another treaty: "the protocol with Fiji"."""
        known = {party for treaty in self.all for party in treaty.parties}
        return bool(parties) and not known.issuperset(parties)

    def _known(self, mention: Mention) -> FoundTreaty | None:
        words = significant_words(mention.name)
        for treaty in self.all[-REMEMBERED:]:
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
        treaty.is_named = True
        if len(treaty.names) < _MOST_NAMES:
            treaty.names.add(mention.name)
        treaty.title = max(treaty.title, mention.name, key=len)
        return treaty

    def _add(self, mention: Mention) -> FoundTreaty:
        codes = (mention.owner or "").split()
        if mention.type in OF_MANY:
            # The "Council of Europe Convention" is a treaty of states.
            codes = [code for code in codes if ":" not in code]
        treaty = FoundTreaty(
            mention.name,
            mention.type or "treaty",
            {mention.name},
            [self.reading.entities.party(code) for code in codes],
            names_one_party=len(codes) == 1 and self._with.search(f" {mention.name}") is not None,
            kinds={mention.type or "treaty"},
            is_of_headline=self._is_in_headline,
            first=self._current,
            is_named=mention.is_named,
            parties_are_named=len(codes) > 1,
        )
        if not treaty.parties and self._current is not None:
            treaty.parties = self._parties_after(self._current, mention)
        self.all.append(treaty)
        return treaty
