"""Treaties, the acts by which they proceed, and the rules by which they enter into force."""

from typing import Annotated, Literal

from pydantic import AllowInfNan, BeforeValidator, Field, Strict

from diplobrief.model.acts import Vote
from diplobrief.model.base import (
    Count,
    NonEmpty,
    NonEmptyValue,
    Omittable,
    OptionalList,
    Positive,
    Value,
)
from diplobrief.model.dates import OMITTED, OmittableDate, PartialDate
from diplobrief.model.fact_index import fact_with_id
from diplobrief.model.facts import Fact, Identifier, Translation
from diplobrief.model.references import Actors, Milestones, ToActor, ToEvent, ToMilestone
from diplobrief.model.scalars import Duration, Fraction, Id, LanguageTag, Line
from diplobrief.model.vocabulary.types import (
    LateAfter,
    Membership,
    MilestoneKind,
    RenewedBy,
    Status,
    TreatyKind,
    TreatyRelation,
)

Percent = Annotated[float, Strict(), AllowInfNan(allow_inf_nan=False), Field(ge=0, le=100)]
"""A share in percent; shares are added as decimals."""


def _no_number(value: object) -> object:
    """Reject 1 as true: in Python they are equal, in JSON they are not."""
    return value if isinstance(value, bool) else str(value)


_True = Annotated[Literal[True], BeforeValidator(_no_number)]


class Period(NonEmptyValue):
    """A time that runs from an act: first the months, then the days, then the day of the calendar.

    "N days after" an act is its day plus N. If the month in which a period ends is too short, it
    ends on the last day of that month.

    Example:
        >>> Period(days=30).days
        30
    """

    months: Omittable[Count] = None
    """The number of months."""
    days: Omittable[Count] = None
    """The number of days."""
    first_of_month: Omittable[_True] = None
    """True if it takes effect on the first day of the following month."""
    first_of_year: Omittable[_True] = None
    """True if it takes effect on the first day of the following year."""


class LaterParties(Period):
    """The time that runs for a party that consents late.

    Example:
        >>> LaterParties(days=30, late_after="entry_into_force").late_after
        'entry_into_force'
    """

    late_after: Omittable[LateAfter] = None
    """What makes a consent late: that it comes after the day on which the conditions were met
    (`conditions`, the default), or after the treaty has entered into force, which it does at the
    beginning of its day (`entry_into_force`)."""


class Share(Value):
    """A party's share in a total, such as emissions or tonnage.

    Example:
        >>> Share(party="north", percent=12.5).percent
        12.5
    """

    party: ToActor
    """The party."""
    percent: Percent
    """Its share in percent."""


class GroupCount(Value):
    """A number of parties that must come from a group: eight of them member states, for example.

    Example:
        >>> GroupCount(count=8, among=("north", "south")).count
        8
    """

    count: Positive
    """How many members of the group must have consented to be bound."""
    among: NonEmpty[ToActor]
    """The members of the group."""


class TreatyRule(NonEmptyValue):
    """A treaty's own rule of entry into force, or of withdrawal; several rules are alternatives.

    All conditions of one rule must be met. A rule that only has `later_parties` says nothing about
    the entry into force of the treaty; it applies to the parties that consent later.

    Example:
        >>> TreatyRule(count=60, after={"days": 120}).count
        60
    """

    count: Omittable[Positive] = None
    """How many parties must have consented to be bound."""
    fraction: Omittable[Fraction] = None
    """Which fraction of the parties must have consented; `>1/2` means more than half."""
    of: Omittable[Positive] = None
    """The number of which `fraction` is taken (default: the number of listed parties)."""
    among: Actors = ()
    """The only parties that count (default: all)."""
    excluding: Actors = ()
    """Parties that do not count, such as an organization beside its member states."""
    groups: OptionalList[GroupCount] = ()
    """How many members of a group must be among them."""
    named: Actors = ()
    """The states that must be among them."""
    share_percent: Omittable[Percent] = None
    """The share in percent that they must have together."""
    shares: OptionalList[Share] = ()
    """The share of each party."""
    met_by: OmittableDate[PartialDate] = OMITTED
    """The last day on which these conditions can be met.

    If they are, this rule decides over those listed after it, which otherwise apply."""
    after: Omittable[Period] = None
    """The time that runs from the day on which all conditions are met."""
    not_before: OmittableDate[PartialDate] = OMITTED
    """The earliest day on which it takes effect."""
    later_parties: Omittable[LaterParties] = None
    """The time that runs for a party that consents late."""


class Scope(NonEmptyValue):
    """The part of a treaty, or of a party's territory, that an act is limited to.

    Example:
        >>> Scope(articles=("Article 4",)).articles
        ('Article 4',)
    """

    territories: OptionalList[Line] = ()
    """The territories."""
    articles: OptionalList[Line] = ()
    """The articles or parts."""


class Milestone(Fact):
    """An act or step in the life of a treaty (Vienna Convention on the Law of Treaties).

    Example:
        >>> Milestone(kind="signature", status="completed", date="2026-01-10").date.latest
        datetime.date(2026, 1, 10)
    """

    id: Omittable[Id] = None
    """Its id within the treaty; other treaties and facts refer to it as `treaty#milestone`."""
    kind: MilestoneKind
    """The kind of act."""
    status: Status
    """How far it has come."""
    date: OmittableDate[PartialDate] = OMITTED
    """The day of the act."""
    date_as_written: Omittable[Line] = None
    """The day of the act, in the author's own words."""
    effective: OmittableDate[PartialDate] = OMITTED
    """The day on which the act itself takes effect (default: its date).

    On a ratification, accession or deposit this is the day from which the consent counts. It is not
    the day on which the treaty enters into force for that party, which depositaries list beside it:
    that day is an `entry_into_force` with the party in `parties`."""
    effective_as_written: Omittable[Line] = None
    """The day on which it takes effect, in the author's own words."""
    parties: Actors = ()
    """The parties that performed it (default: those whose organs or persons are in `by`; if there
    are none, the treaty as a whole)."""
    counterparties: Actors = ()
    """The only parties towards which it has effect."""
    by: Actors = ()
    """The organs or persons that act."""
    to: Actors = ()
    """The organs or persons to which the treaty is submitted or sent."""
    toward: Omittable[ToMilestone] = None
    """The milestone that the act serves, if that is not consent to be bound."""
    reverses: Milestones = ()
    """The milestones that it reverses, for the parties of this act."""
    requires: Milestones = ()
    """The milestones that must come first."""
    scope: Omittable[Scope] = None
    """The part to which it is limited."""
    count: Omittable[Count] = None
    """The number of parties that a tally reports."""
    share_percent: Omittable[Percent] = None
    """The share in percent that a tally reports."""
    vote: Omittable[Vote] = None
    """The vote by which it was decided."""
    refused_by: Actors = ()
    """The actors that refused it."""
    place: Omittable[Line] = None
    """Where it was done."""
    event: Omittable[ToEvent] = None
    """The event at which it was done."""
    condition: Omittable[Line] = None
    """What it depends on, in words."""
    according_to: Actors = ()
    """The actors on whose word it rests."""


class RelatedTreaty(Value):
    """The relation of a treaty to another.

    Example:
        >>> RelatedTreaty(relation="supersedes", target="Treaty on the Lake of 1961").relation
        'supersedes'
    """

    relation: TreatyRelation
    """The relation."""
    target: Line
    """The other treaty: its id in the brief, its title, or an identifier."""


class Treaty(Fact):
    """An international agreement governed by international law, whatever its name.

    Example:
        >>> lake = Treaty(id="lake", title="Treaty on the Lake", kind="treaty", duration="P20Y")
        >>> lake.duration
        'P20Y'
    """

    id: Id
    """The id by which other facts refer to the treaty."""
    title: Line
    """Its full title."""
    short_title: Omittable[Line] = None
    """Its common name."""
    other_names: OptionalList[Translation] = ()
    """Names in other languages or scripts."""
    kind: TreatyKind
    """The type of instrument, as titled."""
    parties: Actors = ()
    """The states and organizations that are, or are meant to be, its parties."""
    membership: Omittable[Membership] = None
    """Whether `parties` lists all of them or a selection.

    By default a list of two or more is complete unless the brief itself shows that there are or can
    be more parties: a rule or a tally with a higher number, the consent of a party that is not
    listed, an accession, or a rule for later parties."""
    one_side: Actors = ()
    """The parties that together are one side of a treaty between two sides, such as the European
    Union and its member states; all other parties are the other side."""
    depositary: Omittable[ToActor] = None
    """The depositary, which keeps the instruments (article 76)."""
    identifiers: OptionalList[Identifier] = ()
    """Identifiers in registries."""
    authentic_languages: OptionalList[LanguageTag] = ()
    """The languages of the authentic texts (article 33)."""
    related: OptionalList[RelatedTreaty] = ()
    """Other treaties that it amends, supersedes, implements or belongs to."""
    duration: Omittable[Duration] = None
    """How long it is in force."""
    renewal: Omittable[Duration] = None
    """The period by which it is renewed."""
    renewed_by: Omittable[RenewedBy] = None
    """How it is renewed at the end of its term."""
    entry_rules: OptionalList[TreatyRule] = ()
    """Its rules of entry into force; the one that takes effect first decides."""
    exit_rules: OptionalList[TreatyRule] = ()
    """Its rules of withdrawal."""
    milestones: OptionalList[Milestone] = ()
    """Its acts and steps, in the author's order."""

    def milestone(self, id: str) -> Milestone:
        """Return the milestone with this id.

        Raises:
            FactNotFoundError: The treaty has no milestone with this id.

        Example:
            >>> step = {"id": "signed", "kind": "signature", "status": "completed"}
            >>> Treaty(id="t", title="T", kind="treaty", milestones=[step]).milestone("signed").kind
            'signature'
        """
        return fact_with_id(self.milestones, id, "milestone", f"the treaty {self.id}")
