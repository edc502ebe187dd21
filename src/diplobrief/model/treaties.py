"""Treaties, the acts by which they proceed, and the rules by which they enter into force."""

from typing import Annotated, Literal

from pydantic import AllowInfNan, BeforeValidator, Field, Strict

from diplobrief.model.acts import Vote
from diplobrief.model.base import Count, NonEmptyValue, Omittable, OptionalList, Positive, Value
from diplobrief.model.dates import OMITTED, OmittableDate, PartialDate
from diplobrief.model.fact_index import fact_with_id
from diplobrief.model.facts import Fact, Identifier
from diplobrief.model.references import Actors, Milestones, ToActor, ToEvent, ToMilestone
from diplobrief.model.scalars import Duration, Fraction, Id, LanguageTag, Line
from diplobrief.model.vocabulary.types import MilestoneKind, Status, TreatyKind, TreatyRelation

Percent = Annotated[float, Strict(), AllowInfNan(allow_inf_nan=False), Field(ge=0, le=100)]
"""A share in percent; shares are summed as decimals."""


def _no_number(value: object) -> object:
    """Keep 1 from passing for true, which it is not in JSON."""
    return value if isinstance(value, bool) else str(value)


class Period(NonEmptyValue):
    """A time that runs from an act: so many months, then so many days.

    The day of the act plus N days is "N days after"; months end where the shorter month does.

    Example:
        >>> Period(days=30).days
        30
    """

    months: Omittable[Count] = None
    """Months that pass."""
    days: Omittable[Count] = None
    """Days that pass."""
    first_of_month: Omittable[Annotated[Literal[True], BeforeValidator(_no_number)]] = None
    """True where it takes effect on the first day of the month that follows."""


class Share(Value):
    """A party's share in a total, such as emissions or tonnage.

    Example:
        >>> Share(party="north", percent=12.5).percent
        12.5
    """

    party: ToActor
    """Whose share it is."""
    percent: Percent
    """How large it is."""


class TreatyRule(NonEmptyValue):
    """A treaty's own rule of entry into force, or of its end; several are alternatives.

    Example:
        >>> TreatyRule(count=60, after={"days": 120}).count
        60
    """

    count: Omittable[Positive] = None
    """How many parties must have consented to be bound."""
    fraction: Omittable[Fraction] = None
    """Which fraction of the parties must have."""
    named: Actors = ()
    """Which states must be among them."""
    share_percent: Omittable[Percent] = None
    """Which share in percent they must have together."""
    shares: OptionalList[Share] = ()
    """The share of each party."""
    after: Omittable[Period] = None
    """The time that runs from the day on which all this is met."""
    not_before: OmittableDate[PartialDate] = OMITTED
    """The day before which it does not take effect."""
    later_parties: Omittable[Period] = None
    """The time that runs for a party that consents later."""


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
    """The name of the milestone within its treaty; from outside, `treaty#milestone`."""
    kind: MilestoneKind
    """Which act it is."""
    status: Status
    """How far it has come."""
    date: OmittableDate[PartialDate] = OMITTED
    """The day of the act."""
    date_as_written: Omittable[Line] = None
    """The day of the act, in the author's own expression."""
    effective: OmittableDate[PartialDate] = OMITTED
    """The day on which the act takes effect; absent: its date."""
    effective_as_written: Omittable[Line] = None
    """The day on which it takes effect, in the author's own expression."""
    parties: Actors = ()
    """Whose act it is; absent: the treaty as a whole."""
    counterparties: Actors = ()
    """Towards whom only it has effect."""
    by: Actors = ()
    """The organs or persons that act."""
    toward: Omittable[ToMilestone] = None
    """The milestone that the act serves, where that is not consent to be bound."""
    reverses: Milestones = ()
    """The milestones that it undoes."""
    requires: Milestones = ()
    """The milestones that must come first."""
    scope: Omittable[Scope] = None
    """The part that it is limited to."""
    count: Omittable[Count] = None
    """The count that a tally reports."""
    vote: Omittable[Vote] = None
    """The vote by which it was decided."""
    place: Omittable[Line] = None
    """Where it was done."""
    event: Omittable[ToEvent] = None
    """The event at which it was done."""
    condition: Omittable[Line] = None
    """What it depends on, in words."""


class RelatedTreaty(Value):
    """How a treaty stands to another.

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
    """The name by which other facts refer to the treaty."""
    title: Line
    """Its full title."""
    short_title: Omittable[Line] = None
    """The name by which it is commonly called."""
    kind: TreatyKind
    """What it calls itself."""
    parties: Actors = ()
    """The states and organizations that are, or are meant to be, its parties."""
    depositary: Omittable[ToActor] = None
    """Who keeps the instruments (article 76)."""
    identifiers: OptionalList[Identifier] = ()
    """Names in registries."""
    authentic_languages: OptionalList[LanguageTag] = ()
    """The languages in which the text is authentic (article 33)."""
    related: OptionalList[RelatedTreaty] = ()
    """Other treaties that it amends, supersedes, implements or belongs to."""
    duration: Omittable[Duration] = None
    """How long it is in force."""
    renewal: Omittable[Duration] = None
    """The period by which it is renewed."""
    entry_rules: OptionalList[TreatyRule] = ()
    """Its rules of entry into force; the earliest that is met holds."""
    exit_rules: OptionalList[TreatyRule] = ()
    """Its rules of withdrawal or termination."""
    milestones: OptionalList[Milestone] = ()
    """The acts and steps of its life, in the author's order."""

    def milestone(self, id: str) -> Milestone:
        """Return the milestone of that id.

        Raises:
            FactNotFoundError: The treaty has no such milestone.

        Example:
            >>> step = {"id": "signed", "kind": "signature", "status": "completed"}
            >>> Treaty(id="t", title="T", kind="treaty", milestones=[step]).milestone("signed").kind
            'signature'
        """
        return fact_with_id(self.milestones, id, "milestone", f"the treaty {self.id}")
