"""Who acts: persons, states, organs, organizations, groups, and those without a name."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from diplobrief.model.base import Omittable, OptionalList, Positive, constant
from diplobrief.model.facts import Fact, Identifier, Translation
from diplobrief.model.references import Actors, ToBody
from diplobrief.model.scalars import CountryCode, Id, Line
from diplobrief.model.vocabulary.actors import OrganizationType, OrganType


class _Actor(Fact):
    """What all actors have."""

    LAST_MEMBERS: ClassVar[tuple[str, ...]] = ("other_names", "identifiers", *Fact.LAST_MEMBERS)

    id: Id
    """The name by which other facts refer to the actor."""
    other_names: OptionalList[Translation] = ()
    """Names in other languages or scripts."""
    identifiers: OptionalList[Identifier] = ()
    """Names in registries."""


class Person(_Actor):
    """A human being.

    Example:
        >>> Person(id="varga", name="Ilona Varga", office="Foreign Minister").office
        'Foreign Minister'
    """

    kind: Literal["person"] = constant("person")
    """Which sort of actor it is."""
    name: Line
    """The name as the brief gives it."""
    honorific: Omittable[Line] = None
    """A form of address or rank before the name."""
    office: Omittable[Line] = None
    """The office that the person holds."""
    represents: Omittable[ToBody] = None
    """The state, organ, organization or group that the person speaks for."""


class State(_Actor):
    """A state, present or past.

    Example:
        >>> State(id="north", name="Northland", country="XN").country
        'XN'
    """

    kind: Literal["state"] = constant("state")
    """Which sort of actor it is."""
    name: Line
    """The name as the brief gives it."""
    country: Omittable[CountryCode] = None
    """Its code in ISO 3166-1 (alpha-2), or in ISO 3166-3 for a state that has ended."""


class Organ(_Actor):
    """An organ of a state or of an organization.

    Example:
        >>> Organ(id="senate", name="Senate", of="north", type="upper_house").of
        'north'
    """

    kind: Literal["organ"] = constant("organ")
    """Which sort of actor it is."""
    name: Line
    """The name as the brief gives it."""
    of: Omittable[ToBody] = None
    """The state, organization or organ that it belongs to."""
    type: Omittable[OrganType] = None
    """Its function."""


class Organization(_Actor):
    """An organization.

    Example:
        >>> Organization(id="pact", name="The Pact", type="alliance").type
        'alliance'
    """

    kind: Literal["organization"] = constant("organization")
    """Which sort of actor it is."""
    name: Line
    """The name as the brief gives it."""
    type: Omittable[OrganizationType] = None
    """What sort of organization it is."""


class Group(_Actor):
    """Several who act together under one name, such as "the E3" or "191 deputies".

    Example:
        >>> Group(id="deputies", name="191 deputies", size=191).size
        191
    """

    kind: Literal["group"] = constant("group")
    """Which sort of actor it is."""
    name: Line
    """The name as the brief gives it."""
    members: Actors = ()
    """The actors that belong to it."""
    size: Omittable[Positive] = None
    """How many they are."""


class Unnamed(_Actor):
    """Somebody whom the brief does not name, such as "two senior officials".

    Example:
        >>> Unnamed(id="aides", description="two senior aides", size=2).size
        2
    """

    kind: Literal["unnamed"] = constant("unnamed")
    """Which sort of actor it is."""
    description: Line
    """How the brief describes them."""
    size: Omittable[Positive] = None
    """How many they are."""
    of: Omittable[ToBody] = None
    """The state, organ, organization or group that they belong to."""


Actor = Annotated[
    Person | State | Organ | Organization | Group | Unnamed, Field(discriminator="kind")
]
"""Whoever acts, told apart by `kind`."""
