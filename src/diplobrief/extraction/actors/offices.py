"""Finds who holds an office: "the foreign minister", "his counterpart", "the leader"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors.bodies import BodyResolver
    from diplobrief.extraction.actors.entity import Entity
    from diplobrief.extraction.actors.memory import Memory
    from diplobrief.extraction.actors.pairs import PairResolver
    from diplobrief.extraction.actors.unnamed import UnnamedResolver
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention


class OfficeResolver:
    """Resolves mentions of offices.

    Args:
        lexicon: The lexicon of the language of the page.
        memory: What the page has mentioned so far.
        bodies: Resolves the bodies that people belong to.
        unnamed: Resolves people without a name.
        pairs: Resolves mentions of two people together.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        memory: Memory,
        bodies: BodyResolver,
        unnamed: UnnamedResolver,
        pairs: PairResolver,
    ) -> None:
        people = lexicon.data["people"]
        self._memory = memory
        self._registry = memory.registry
        self._bodies = bodies
        self._unnamed = unnamed
        self._pairs = pairs
        self._national_offices = frozenset(people["national_offices"])
        self._counterparts = frozenset(people["counterparts"])
        self._articles = frozenset(lexicon.words("articles"))
        modifiers = lexicon.data["bodies"].get("counted_groups", {}).get("modifiers", ())
        self._regions = frozenset(word.lower() for word in modifiers if word[0].isupper())
        self._backward = frozenset(people["offices_that_refer_back"])
        self._is_head_first = lexicon.is_head_first
        self._possessives = frozenset(lexicon.words("possessives"))
        self._links = frozenset([*lexicon.words("of_an_office"), *lexicon.words("posted_to")])
        self._envoys = self._national_offices | {*people.get("envoys", ())}
        self._holders: Mapping[str, Sequence[str]] = people.get("holders", {})
        self._heads_of: Mapping[str, Sequence[str]] = people.get("heads_of", {})
        self._heads = frozenset(self._heads_of.get("nouns", ()))

    def office(self, mention: Mention) -> list[Entity]:
        """Return who holds an office: a person who was named before, or somebody unnamed."""
        memory = self._memory
        office = mention.office or mention.name
        if mention.is_plural:
            return self._plural_office(mention, office)
        is_anothers = mention.name.split()[0].lower() in self._possessives
        is_owned = mention.code is not None or mention.owner is not None
        of = self._bodies.represented_by(mention) if is_owned else None
        noun = self._noun_of(office)
        if (counterpart := self._counterpart(office, noun, mention.code)) is not None:
            memory.last_person = counterpart
            return [counterpart]
        if mention.is_indefinite or (is_anothers and self._is_head_first):
            # "a senior diplomat" and "su portavoz" are nobody who was named before.
            return [self._unnamed.somebody(mention.name, of, noun)]
        known = self._referred(mention, noun, of, is_anothers=is_anothers)
        if known is not None:
            if known.kind == "person":
                memory.last_person = known
            return [known]
        if is_owned:
            # Several states have a representative: whose this one is belongs to the description.
            description = self._without_article(mention.name)
            return [self._unnamed.somebody(description, of, noun, office=office)]
        of = self._bodies.represented_by(mention)
        return [self._unnamed.somebody(office, of, noun, office=office)]

    def _plural_office(self, mention: Mention, office: str) -> list[Entity]:
        """Return the states of "the foreign ministers of Armenia and Georgia", or the people."""
        if mention.is_indefinite or self._unnamed.are_legislators(mention.name):
            return self._unnamed.described(mention)
        codes = mention.codes or ((mention.code,) if mention.code else ())
        if codes and (len(codes) > 1 or self._noun_of(office) in self._envoys):
            return [self._memory.state(code) for code in codes]
        if mention.code or mention.owner or self._is_of_region(mention):
            return [self._unnamed.crowd(mention)]
        return self._pairs.several(mention)

    def _is_of_region(self, mention: Mention) -> bool:
        """Whether people are of a region, so that they are not the two before: "Asian leaders"."""
        first, *others = mention.name.split()
        return bool(others) and first.lower() in self._regions

    def _counterpart(self, office: str, noun: str, code: str | None) -> Entity | None:
        """Return the person of a state who was named last, beside the one named just now."""
        if office != "counterpart" and noun not in self._counterparts:
            return None
        return next(
            (
                person
                for person in self._registry.recent("person")
                if person is not self._memory.last_person
                and person.state is not None
                and person.state.code == code
            ),
            None,
        )

    def _noun_of(self, office: str) -> str:
        """Return the noun that heads an office: "minister" of "Minister of Foreign Affairs"."""
        words = office.lower().split()
        if self._is_head_first:
            return words[0]
        later = (at for at, word in enumerate(words) if at and word in self._links)
        return words[next(later, len(words)) - 1]

    def _referred(
        self, mention: Mention, noun: str, of: Entity | None, *, is_anothers: bool
    ) -> Entity | None:
        """Return the person mentioned before to whom an office refers."""
        memory = self._memory
        known = memory.called(noun, of)
        if known is not None and known is memory.last_person:
            return known
        holder = self._holder_of(mention, noun, of)
        if holder is not None:
            return holder
        if known is not None and not is_anothers:
            return known
        person = memory.last_person
        if person is None or person.kind != "person":
            return None
        state = memory.state(mention.code) if mention.code else None
        free = self._without_office(mention, noun, state) if state else None
        if free is not None:
            free.office, free.represents = mention.office or mention.name, state
            return free
        is_of_unknown = person.is_guess or person.represents is None
        if state and is_of_unknown and self._may_be_called(person, noun):
            # "Prime Minister Berg arrived. The Norwegian leader said": Berg is of Norway.
            person.represents, person.is_guess = state, False
            return person
        is_another = noun in self._national_offices and not self._may_be_called(person, noun)
        if person.office and is_another:
            # "The opposition leader called on the prime minister to resign."
            return None
        return person if state is None and noun in self._backward else None

    def _without_office(self, mention: Mention, noun: str, state: Entity) -> Entity | None:
        """Return the last person without an office: "Ann Lee left; the Swedish president"."""
        last = self._memory.last_person
        if last is not None and not last.office:
            return last if last.state in {None, state} else None
        is_national = noun in self._national_offices or noun in self._holders
        if not is_national or mention.name.split()[0].lower() not in self._articles:
            return None
        free = (each for each in self._registry.recent("person") if not each.office)
        return next((each for each in free if each.state in {None, state}), None)

    def _may_be_called(self, person: Entity, noun: str) -> bool:
        """Whether a noun such as "leader" may refer to somebody with an office."""
        words = {*(person.office or "").lower().split()}
        offices = {word for office in self._holders.get(noun, ()) for word in office.split()}
        return bool(words & offices) or noun in words

    def _holder_of(self, mention: Mention, noun: str, of: Entity | None) -> Entity | None:
        """Return the person who holds an office, which the page may have worded differently."""
        office = " ".join((mention.office or "").lower().split())
        others = self._holders.get(office, ()) if of is not None or " " in office else ()
        offices = [*others] or [noun]
        is_head = noun in self._heads
        if of is not None and is_head:
            offices += self._heads_of.get(of.type or "", ())
        code = of.state.code if of and of.state else mention.code
        holder = next(filter(None, (self._called(each, code, office) for each in offices)), None)
        if holder is None and of is not None and is_head:
            people = self._registry.recent("person")
            holder = next((p for p in people if p.represents is of or self._is_head(p)), None)
        if holder is None and code and noun in self._counterparts:
            people = self._registry.recent("person")
            holder = next((p for p in people if p.state and p.state.code == code), None)
        return holder

    def _is_head(self, person: Entity) -> bool:
        """Whether a person is called the head of something."""
        return bool(self._heads & {*(person.office or "").lower().split()})

    def _called(self, office: str, code: str | None, whole: str) -> Entity | None:
        """Return the person to whom the page gives an office, preferably the one named last.

        Args:
            office: The office.
            code: The state that the person belongs to, if it is known.
            whole: The office as the mention has it; who has more of its words is preferred.
        """
        holders = [
            person
            for person in self._registry.latest("person")
            if person.office
            and f" {office} " in f" {person.office.lower()} "
            and (code is None or (person.state is not None and person.state.code == code))
        ]
        words = {*whole.split()}
        last = self._memory.last_person

        def likeness(holder: Entity) -> tuple[int, bool]:
            return len(words & {*(holder.office or "").lower().split()}), holder is last

        return max(holders, key=likeness, default=None)

    def _without_article(self, name: str) -> str:
        first, _, rest = " ".join(name.split()).partition(" ")
        return rest if rest and first.lower() in self._articles else f"{first} {rest}".strip()
