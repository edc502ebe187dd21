"""Acts with legal or political effect that are no treaties, and the votes on them."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from diplobrief.model.base import Count, NonEmpty, NonEmptyValue, Omittable, OptionalList, Positive
from diplobrief.model.dates import OMITTED, OmittableDate, PartialDate
from diplobrief.model.facts import Fact, Identifier
from diplobrief.model.references import Actors, Facts, ToActor, ToEvent
from diplobrief.model.scalars import Id, Line
from diplobrief.model.vocabulary.acts import ActKind
from diplobrief.model.vocabulary.events import Status


def _form_of_voters(value: object) -> Literal["actors", "number"]:
    return "actors" if isinstance(value, list | tuple) else "number"


Voters = Annotated[
    Annotated[Count, Tag("number")] | Annotated[NonEmpty[ToActor], Tag("actors")],
    Discriminator(_form_of_voters),
]
"""How many voted so, or which actors did."""


class Vote(NonEmptyValue):
    """The outcome of a vote.

    Example:
        >>> Vote(in_favour=51, against=("south",)).in_favour
        51
    """

    in_favour: Omittable[Voters] = None
    """Those who voted for it."""
    against: Omittable[Voters] = None
    """Those who voted against it."""
    abstained: Omittable[Voters] = None
    """Those who abstained."""
    absent: Omittable[Voters] = None
    """Those who were absent or did not vote."""
    vetoed_by: Actors = ()
    """Those whose vote alone stopped it."""
    required: Omittable[Positive] = None
    """How many votes in favour it needed."""


class Act(Fact):
    """Something done with legal or political effect that is no treaty.

    Example:
        >>> Act(kind="expulsion", issued_by=("north",), targets=("south",)).targets
        ('south',)
    """

    id: Omittable[Id] = None
    """The name by which other facts refer to the act."""
    kind: ActKind
    """What was done."""
    title: Omittable[Line] = None
    """Its name."""
    identifiers: OptionalList[Identifier] = ()
    """Names in registries, such as a document symbol."""
    issued_by: Actors = ()
    """Whose act it is."""
    sponsors: Actors = ()
    """Who proposed it."""
    targets: Actors = ()
    """Whom it is directed at."""
    status: Omittable[Status] = None
    """How far it has come."""
    date: OmittableDate[PartialDate] = OMITTED
    """When it was done."""
    date_as_written: Omittable[Line] = None
    """When it was done, in the author's own expression."""
    until: OmittableDate[PartialDate] = OMITTED
    """How long it holds."""
    until_as_written: Omittable[Line] = None
    """How long it holds, in the author's own expression."""
    vote: Omittable[Vote] = None
    """The vote on it."""
    in_response_to: Facts = ()
    """The facts that it answers."""
    event: Omittable[ToEvent] = None
    """The event at which it was done."""
