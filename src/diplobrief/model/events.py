"""Events and their participants."""

from typing import ClassVar

from diplobrief.model.base import Omittable, OptionalList, Value
from diplobrief.model.dates import OMITTED, OmittableDate, When
from diplobrief.model.facts import Fact, Identifier
from diplobrief.model.references import Actors, Facts, ToActor, ToEvent
from diplobrief.model.scalars import Id, Line, Passage
from diplobrief.model.vocabulary.types import EventKind, ParticipantRole, Status


class Participant(Value):
    """The participation of an actor in an event.

    Example:
        >>> Participant(actor="north", role="host").role
        'host'
    """

    PRINCIPAL: ClassVar[str | None] = "actor"

    actor: ToActor
    """The actor."""
    role: Omittable[ParticipantRole] = None
    """The role of the actor in the event."""
    capacity: Omittable[Line] = None
    """The office in which the actor took part, if not the actor's own."""


class Event(Fact):
    """Something that took place or is planned.

    Example:
        >>> Event(kind="call", start="2026-03-03", participants=[{"actor": "north"}]).kind
        'call'
    """

    id: Omittable[Id] = None
    """The id that other facts use for the event."""
    kind: EventKind
    """The kind of event."""
    title: Omittable[Line] = None
    """The title."""
    status: Omittable[Status] = None
    """The status of the event."""
    start: OmittableDate[When] = OMITTED
    """When it began."""
    start_as_written: Omittable[Line] = None
    """When it began, as the author wrote it."""
    end: OmittableDate[When] = OMITTED
    """When it ended."""
    end_as_written: Omittable[Line] = None
    """When it ended, as the author wrote it."""
    place: Omittable[Line] = None
    """The place."""
    part_of: Omittable[ToEvent] = None
    """The event that this event is part of."""
    participants: OptionalList[Participant] = ()
    """The participants and their roles."""
    about: Facts = ()
    """The facts that it was about."""
    subject: Omittable[Line] = None
    """What it was about, if that is not a fact in the brief."""
    outcome: Omittable[Passage] = None
    """The outcome."""
    condition: Omittable[Line] = None
    """What it depends on, in words."""
    according_to: Actors = ()
    """The actors on whose word it rests."""
    identifiers: OptionalList[Identifier] = ()
    """Identifiers in registries, such as a meeting number."""
