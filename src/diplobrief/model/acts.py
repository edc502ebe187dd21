"""Acts with legal or political effect other than treaties, and votes."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from diplobrief.model.base import Count, NonEmpty, NonEmptyValue, Omittable, OptionalList, Positive
from diplobrief.model.dates import OMITTED, OmittableDate, PartialDate
from diplobrief.model.facts import Fact, Identifier
from diplobrief.model.references import Actors, Facts, ToActor, ToEvent
from diplobrief.model.scalars import Id, Line, Passage
from diplobrief.model.vocabulary.types import ActKind, Status


def _form_of_voters(value: object) -> Literal["actors", "number"]:
    return "actors" if isinstance(value, list | tuple) else "number"


Voters = Annotated[
    Annotated[Count, Tag("number")] | Annotated[NonEmpty[ToActor], Tag("actors")],
    Discriminator(_form_of_voters),
]
"""The number of votes, or the actors who voted so."""


class Vote(NonEmptyValue):
    """The result of a vote.

    Example:
        >>> Vote(in_favour=51, against=("south",)).in_favour
        51
    """

    in_favour: Omittable[Voters] = None
    """The votes in favour."""
    against: Omittable[Voters] = None
    """The votes against."""
    abstained: Omittable[Voters] = None
    """The abstentions."""
    absent: Omittable[Voters] = None
    """The members who were absent or did not vote."""
    total: Omittable[Positive] = None
    """The number of members who could vote."""
    vetoed_by: Actors = ()
    """The actors who vetoed it."""
    required: Omittable[Positive] = None
    """The number of votes in favour that was needed."""


class Act(Fact):
    """An act with legal or political effect that is not a step of a treaty.

    Example:
        >>> Act(kind="expulsion", issued_by=("north",), targets=("south",)).targets
        ('south',)
    """

    id: Omittable[Id] = None
    """The id that other facts use for the act."""
    kind: ActKind
    """The kind of act."""
    title: Omittable[Line] = None
    """The title."""
    identifiers: OptionalList[Identifier] = ()
    """Identifiers in registries, such as a document symbol."""
    issued_by: Actors = ()
    """The actors who issued it."""
    sponsors: Actors = ()
    """The actors who proposed it."""
    targets: Actors = ()
    """The actors at whom it is directed."""
    status: Omittable[Status] = None
    """The status of the act."""
    date: OmittableDate[PartialDate] = OMITTED
    """The date of the act."""
    date_as_written: Omittable[Line] = None
    """The date of the act, as the author wrote it."""
    until: OmittableDate[PartialDate] = OMITTED
    """The date until which it applies."""
    until_as_written: Omittable[Line] = None
    """The date until which it applies, as the author wrote it."""
    vote: Omittable[Vote] = None
    """The vote on it."""
    provisions: OptionalList[Passage] = ()
    """What it says, or would have said: one passage for each provision."""
    refused_by: Actors = ()
    """The actors that refused it."""
    according_to: Actors = ()
    """The actors on whose word it rests."""
    in_response_to: Facts = ()
    """The facts to which it responds."""
    event: Omittable[ToEvent] = None
    """The event at which it took place."""
