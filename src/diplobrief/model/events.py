"""What took place, where, when, and with whom."""

from typing import ClassVar

from diplobrief.model.base import Omittable, OptionalList, Value
from diplobrief.model.dates import OMITTED, OmittableDate, When
from diplobrief.model.facts import Fact, Identifier
from diplobrief.model.references import Facts, ToActor, ToEvent
from diplobrief.model.scalars import Id, Line, Passage
from diplobrief.model.vocabulary.events import EventKind, ParticipantRole, Status


class Participant(Value):
    """An actor's part in an event.

    Example:
        >>> Participant(actor="north", role="host").role
        'host'
    """

    PRINCIPAL: ClassVar[str | None] = "actor"

    actor: ToActor
    """Who took part."""
    role: Omittable[ParticipantRole] = None
    """In what role."""
    capacity: Omittable[Line] = None
    """In which office, if not the actor's own."""


class Event(Fact):
    """Something that took place, or is to.

    Example:
        >>> Event(kind="call", start="2026-03-03", participants=[{"actor": "north"}]).kind
        'call'
    """

    id: Omittable[Id] = None
    """The name by which other facts refer to the event."""
    kind: EventKind
    """What took place."""
    title: Omittable[Line] = None
    """Its name."""
    status: Omittable[Status] = None
    """How far it has come."""
    start: OmittableDate[When] = OMITTED
    """When it began."""
    start_as_written: Omittable[Line] = None
    """When it began, in the author's own expression."""
    end: OmittableDate[When] = OMITTED
    """When it ended."""
    end_as_written: Omittable[Line] = None
    """When it ended, in the author's own expression."""
    place: Omittable[Line] = None
    """Where."""
    part_of: Omittable[ToEvent] = None
    """The event that this one is a part of."""
    participants: OptionalList[Participant] = ()
    """Who took part, and how."""
    about: Facts = ()
    """The facts that it was about."""
    subject: Omittable[Line] = None
    """What it was about, where that is no fact of the brief."""
    outcome: Omittable[Passage] = None
    """What came of it."""
    identifiers: OptionalList[Identifier] = ()
    """Names in registries, such as a meeting's number."""
