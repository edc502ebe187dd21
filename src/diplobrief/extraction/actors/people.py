"""To whom a name, an office, an unnamed person or a pronoun refers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.actors.entity import LEGISLATURES, Entity
from diplobrief.extraction.actors.registry import folded
from diplobrief.extraction.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors.bodies import BodyResolver
    from diplobrief.extraction.actors.memory import Memory
    from diplobrief.extraction.lexicon import Lexicon


class PeopleResolver:
    """Resolves mentions of people.

    Args:
        lexicon: The lexicon of the language of the page.
        memory: What the page has mentioned so far.
        bodies: Resolves the bodies that people belong to.
        full_names: The full names of the page by their last words.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        memory: Memory,
        bodies: BodyResolver,
        full_names: Mapping[str, str],
    ) -> None:
        people = lexicon.data["people"]
        self._memory = memory
        self._registry = memory.registry
        self._bodies = bodies
        self._full_names = full_names
        self._national_offices = frozenset(people["national_offices"])
        self._people_in_pairs = frozenset(
            word for noun in people["both_people"] for word in noun.split()
        )
        self._counterparts = frozenset(people["counterparts"])
        self._words_for_both = frozenset(
            words.split()[-1] for words in (*people["both"], *people.get("both_acting", ()))
        )
        self._offices_of_states = frozenset(people.get("offices_of_states", ()))
        self._any_people = frozenset(people.get("any_people", ()))
        self._articles = frozenset(lexicon.words("articles"))
        self._definite = self._articles - frozenset(lexicon.words("indefinite"))
        self._legislators = re.compile("|".join(people["legislators"]), re.IGNORECASE)
        self._backward = frozenset(people["offices_that_refer_back"])
        self._is_head_first = lexicon.is_head_first
        self._plural_pronouns = frozenset(people["plural_pronouns"])
        self._thing_pronouns = frozenset(people["thing_pronouns"])
        self._possessives = frozenset(lexicon.words("possessives"))
        self._links = frozenset([*lexicon.words("of_an_office"), *lexicon.words("posted_to")])
        self._pronouns: Mapping[str, str] = people.get("genders", {})
        self._words_of_offices = frozenset(
            word for head in people["office_heads"] for word in head.split()
        )
        self._envoys = self._national_offices | {*people.get("envoys", ())}
        self._single = frozenset(people.get("unnamed_one", ()))
        self._holders: Mapping[str, Sequence[str]] = people.get("holders", {})
        self._heads_of: Mapping[str, Sequence[str]] = people.get("heads_of", {})

    def person(self, mention: Mention) -> list[Entity]:
        """Return a person by name."""
        full_name = mention.name
        if " " not in full_name:
            full_name = self._full_names.get(folded(full_name), full_name)
        last = self._memory.last_person
        person = self._registry.person(mention, full_name, self._represented_by(mention))
        if last is not None and last.is_guess and _is_counterpart(mention, last):
            # "Prime Minister Berg and her Swedish counterpart": Berg is not of Sweden.
            last.represents = self._memory.main_state(last.represents or last)
        words = f"{mention.honorific or ''} {mention.office or ''}".lower().split()
        gender = next((self._pronouns[word] for word in words if word in self._pronouns), None)
        person.gender = person.gender or gender
        self._memory.last_person = person
        return [person]

    def labelled(self, label: str) -> Entity:
        """Return the speaker of a transcript by a label: "KARI BERG", "SPOKESPERSON"."""
        words = label.split()
        is_office = words[-1].lower() in self._words_of_offices
        known = self._full_names.get(folded(words[-1]))
        if known is None and (is_office or len(words) == 1):
            return self._registry.unnamed(label)
        return self.person(Mention("person", 0, 0, label))[0]

    def office(self, mention: Mention) -> list[Entity]:
        """Return who holds an office: a person who was named before, or somebody unnamed."""
        memory = self._memory
        office = mention.office or mention.name
        if mention.is_plural and (mention.is_capital or self._are_legislators(mention.name)):
            return self.unnamed(mention)
        if mention.is_plural:
            return self._plural_office(mention, office)
        is_anothers = mention.name.split()[0].lower() in self._possessives
        is_owned = mention.code is not None or mention.owner is not None
        of = self._represented_by(mention) if is_owned else None
        noun = self._noun_of(office)
        if (counterpart := self._counterpart(office, noun, mention.code)) is not None:
            memory.last_person = counterpart
            return [counterpart]
        if mention.is_capital or (is_anothers and self._is_head_first):
            # "a senior diplomat" and "su portavoz" are nobody who was named before.
            return [self._somebody(mention.name, of, noun)]
        known = self._referred(mention, noun, of, is_anothers=is_anothers)
        if known is not None:
            if known.kind == "person":
                memory.last_person = known
            return [known]
        if is_owned:
            # Several states have a representative: whose this one is belongs to the description.
            description = self._without_article(mention.name)
            return [self._somebody(description, of, noun, office=office)]
        return [self._somebody(office, self._represented_by(mention), noun, office=office)]

    def _plural_office(self, mention: Mention, office: str) -> list[Entity]:
        """Return the states of "the foreign ministers of Armenia and Georgia", or the people."""
        codes = mention.codes or ((mention.code,) if mention.code else ())
        if codes and (len(codes) > 1 or self._speaks_for_state(office)):
            return [self._memory.state(code) for code in codes]
        if mention.code or mention.owner:
            return [self._crowd(mention)]
        return self._several(mention)

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

    def _speaks_for_state(self, office: str) -> bool:
        return self._noun_of(office) in self._envoys

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
        """Return the one whom the page has mentioned before, and whom an office refers to."""
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
        if state and not person.office and person.state in {None, state}:
            person.office, person.represents = mention.office or mention.name, state
            return person
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

    def _may_be_called(self, person: Entity, noun: str) -> bool:
        """Whether a noun such as "leader" may be for somebody with an office."""
        words = {*(person.office or "").lower().split()}
        offices = {word for office in self._holders.get(noun, ()) for word in office.split()}
        return bool(words & offices) or noun in words

    def unnamed(self, mention: Mention) -> list[Entity]:
        """Return people without a name, or the parliament that they are the members of."""
        words = " ".join(mention.name.split())
        are_legislators = self._are_legislators(words)
        is_definite = words.split()[0].lower() in self._definite
        if are_legislators and is_definite and not mention.owner:
            chambers = (e for e in self._registry.latest("organ") if e.type in LEGISLATURES)
            chamber = next(chambers, None)
            if chamber is not None:
                self._memory.they = [chamber]
                return [chamber]
        if are_legislators and mention.owner and self._is_head_first:
            # "the deputies of the Senate approved it": the Senate did.
            chamber_name = mention.owner.removeprefix("organ:")
            return self._bodies.organ(
                Mention("organ", 0, 0, chamber_name, mention.code, type="legislature")
            )
        kind = "lower_house" if are_legislators else None
        noun = (mention.office or words.split()[-1]).lower()
        of = self._represented_by(mention) if mention.code or mention.owner else None
        known = self._memory.called(noun, of) if is_definite else None
        return [known or self._somebody(words, of, noun, kind=kind, is_one=noun in self._single)]

    def pronoun(self, mention: Mention) -> list[Entity]:
        """Return the actor that a pronoun refers to."""
        memory = self._memory
        if mention.name in self._plural_pronouns:
            return memory.they
        last = self._of_gender(self._pronouns.get(mention.name))
        if mention.name in self._thing_pronouns:
            # In some languages, "il" may be a person or a thing.
            body = memory.topic or memory.last_body
            last = (last or memory.last_body) if self._is_head_first else body
        return [last] if last is not None else []

    def _of_gender(self, gender: str | None) -> Entity | None:
        """Return the person who was mentioned last and may be a man, or a woman."""
        last = self._memory.last_person
        if gender is None or last is None:
            return last
        if last.gender not in {None, gender}:
            people = self._registry.recent("person")
            last = next((each for each in people if each.gender == gender), None) or next(
                (each for each in self._registry.recent("person") if each.gender is None), None
            )
        if last is not None:
            last.gender = gender
        return last

    def both(self, mention: Mention) -> list[Entity]:
        """Return the two actors that "both sides" and "the two ministers" stand for."""
        memory = self._memory
        if mention.name in self._plural_pronouns:
            return memory.they
        noun = mention.name.split()[-1]
        crowd = memory.unnamed.get(noun)
        first, *others = mention.name.split()
        if crowd is not None and first in self._articles and others == [noun]:
            # "the leaders" after "the leaders of the Forum"
            return [crowd]
        if mention.office:
            return self._two_people(mention.office.lower())
        if noun in self._people_in_pairs:
            return self._two_people(noun.removesuffix("s"))
        if noun in self._words_for_both and memory.they:
            return memory.they
        return memory.both_states()

    def _somebody(
        self,
        description: str,
        of: Entity | None,
        noun: str,
        *,
        is_one: bool = True,
        kind: str | None = None,
        office: str | None = None,
    ) -> Entity:
        """Return somebody without a name, and remember what they are called."""
        somebody = self._registry.unnamed(description, of, kind, office, noun=noun, is_one=is_one)
        self._memory.unnamed[noun] = somebody
        return somebody

    def _holder_of(self, mention: Mention, noun: str, of: Entity | None) -> Entity | None:
        """Return the person who holds an office, which the page may have called otherwise."""
        office = " ".join((mention.office or "").lower().split())
        others = self._holders.get(office, ()) if of is not None or " " in office else ()
        offices = [*others] or [noun]
        if of is not None and noun in self._heads_of.get("nouns", ()):
            offices += self._heads_of.get(of.type or "", ())
        code = of.state.code if of and of.state else mention.code
        holder = next(filter(None, (self._holder(each, code, office) for each in offices)), None)
        if holder is None and of is not None and noun in self._heads_of.get("nouns", ()):
            people = self._registry.recent("person")
            heads = {*self._heads_of.get("nouns", ())}
            holder = next(
                (
                    each
                    for each in people
                    if each.represents is of or heads & {*(each.office or "").lower().split()}
                ),
                None,
            )
        if holder is None and code and noun in self._counterparts:
            people = (each for each in self._registry.recent("person") if each.state)
            holder = next((each for each in people if each.state and each.state.code == code), None)
        return holder

    def _represented_by(self, mention: Mention) -> Entity | None:
        memory = self._memory
        if mention.owner and mention.owner.startswith("organ:"):
            name = mention.owner.removeprefix("organ:")
            organ = Mention("organ", 0, 0, name, mention.code, type=mention.type)
            return self._registry.organ(organ, self._bodies.owner(organ))
        if mention.owner:
            return self._registry.body(mention.owner)
        if mention.code:
            return memory.state(mention.code)
        words = set((mention.office or "").lower().split())
        is_national = words & self._national_offices and "general" not in words
        if is_national and not mention.is_plural:
            body = memory.last_body
            return (body.state if body else None) or memory.last_state or memory.state_of_page()
        return None

    def _without_article(self, name: str) -> str:
        first, _, rest = " ".join(name.split()).partition(" ")
        return rest if rest and first.lower() in self._articles else f"{first} {rest}".strip()

    def _several(self, mention: Mention) -> list[Entity]:
        """Return the people that an office in the plural stands for: "the prime ministers"."""
        words = mention.name.split()
        office = words[-1].lower().removesuffix("s")
        if office not in self._offices_of_states or mention.name[:1].islower():
            return [self._crowd(mention)]
        return self._two_people(office) or [self._crowd(mention)]

    def _crowd(self, mention: Mention) -> Entity:
        of = self._represented_by(mention) if mention.code or mention.owner else None
        return self._somebody(mention.name, of, mention.name.split()[-1].lower(), is_one=False)

    def _two_people(self, office: str | None) -> list[Entity]:
        """Return the two people named last, of two states and with an office if there are such."""
        people = [*self._registry.recent("person")]
        head = (office or "").split()[-1:]
        exactly = [each for each in people if office and office in (each.office or "").lower()]
        of_office = [each for each in people if {*head} & {*(each.office or "").lower().split()}]
        others = people if {*head} <= self._any_people else [p for p in people if not p.office]
        rest = people if of_office or not people else []
        for candidates in (exactly, of_office, [*of_office, *others], [*of_office, *rest]):
            for one in candidates[:1]:
                for two in candidates[1:]:
                    if two is not one and (one.state is None or two.state is not one.state):
                        self._memory.they = [two, one]
                        return self._memory.they
        return self._memory.both_states()

    def _holder(self, office: str, code: str | None, whole: str) -> Entity | None:
        """Return the person who is known to hold an office, the last one first."""
        holders = [
            entity
            for entity in self._registry.latest("person")
            if entity.office
            and f" {office} " in f" {entity.office.lower()} "
            and (code is None or (entity.state is not None and entity.state.code == code))
        ]
        words = {*whole.split()}
        last = self._memory.last_person

        def likeness(holder: Entity) -> tuple[int, bool]:
            return len(words & {*(holder.office or "").lower().split()}), holder is last

        return max(holders, key=likeness, default=None)

    def _are_legislators(self, words: str) -> bool:
        return self._legislators.search(words) is not None


def _is_counterpart(mention: Mention, other: Entity) -> bool:
    """Whether a mention is of the counterpart of somebody: "Berg and her counterpart"."""
    is_of_state = other.represents is not None and other.represents.code == mention.code
    return is_of_state and mention.type == "counterpart"
