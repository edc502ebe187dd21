"""Actors: persons, states, organs, organizations, groups, and actors without a name."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from diplobrief.model.base import Omittable, OptionalList, Positive, constant
from diplobrief.model.facts import Fact, Identifier, Translation
from diplobrief.model.references import Actors, ToBody
from diplobrief.model.scalars import CountryCode, Id, Line
from diplobrief.model.vocabulary.types import OrganizationType, OrganType


class _Actor(Fact):
    """The members that all actors have."""

    LAST_MEMBERS: ClassVar[tuple[str, ...]] = ("other_names", "identifiers", *Fact.LAST_MEMBERS)

    id: Id
    """The id that other facts use for the actor."""
    other_names: OptionalList[Translation] = ()
    """Names in other languages or scripts."""
    identifiers: OptionalList[Identifier] = ()
    """Identifiers in registries."""


class Person(_Actor):
    """A person.

    Example:
        >>> Person(id="varga", name="Ilona Varga", office="Foreign Minister").office
        'Foreign Minister'
    """

    kind: Literal["person"] = constant("person")
    """The kind of actor."""
    name: Line
    """The name as it is in the brief."""
    honorific: Omittable[Line] = None
    """A form of address or rank before the name."""
    office: Omittable[Line] = None
    """The office that the person holds."""
    represents: Omittable[ToBody] = None
    """The state, organ, organization or group that the person represents."""


class State(_Actor):
    """A state, present or past.

    Example:
        >>> State(id="north", name="Northland", country="XN").country
        'XN'
    """

    kind: Literal["state"] = constant("state")
    """The kind of actor."""
    name: Line
    """The name as it is in the brief."""
    country: Omittable[CountryCode] = None
    """Its code: ISO 3166-1 alpha-2, or ISO 3166-3 for a former state."""


class Organ(_Actor):
    """An organ of a state or of an organization.

    Example:
        >>> Organ(id="senate", name="Senate", of="north", type="upper_house").of
        'north'
    """

    kind: Literal["organ"] = constant("organ")
    """The kind of actor."""
    name: Line
    """The name as it is in the brief."""
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
    """The kind of actor."""
    name: Line
    """The name as it is in the brief."""
    type: Omittable[OrganizationType] = None
    """The type of organization."""


class Group(_Actor):
    """Several actors under one name, such as "the E3" or "191 deputies".

    Example:
        >>> Group(id="deputies", name="191 deputies", size=191).size
        191
    """

    kind: Literal["group"] = constant("group")
    """The kind of actor."""
    name: Line
    """The name as it is in the brief."""
    members: Actors = ()
    """The actors that belong to it."""
    size: Omittable[Positive] = None
    """The number of its members."""


class Unnamed(_Actor):
    """An actor whom the brief does not name, such as "two senior officials".

    Example:
        >>> Unnamed(id="aides", description="two senior aides", size=2).size
        2
    """

    kind: Literal["unnamed"] = constant("unnamed")
    """The kind of actor."""
    description: Line
    """The description in the brief."""
    office: Omittable[Line] = None
    """The office that they hold."""
    size: Omittable[Positive] = None
    """How many they are."""
    of: Actors = ()
    """The actors that they belong to, such as their states, or the minister whom they advise."""


Actor = Annotated[
    Person | State | Organ | Organization | Group | Unnamed, Field(discriminator="kind")
]
"""An actor of any kind; `kind` says which."""
