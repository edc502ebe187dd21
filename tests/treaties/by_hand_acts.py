"""The acts of a treaty by hand: what has its effect on a day, who has consented, what is met."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from diplobrief.treaties import ACTS, Effect

CONSENT = {Effect.CONSENTS, Effect.ESTABLISHES}
ACTS_OF_PARTIES = CONSENT | {Effect.ENTERS, Effect.LEAVES}
LONG_AGO = timedelta(days=40)
WHOLE = None
LAST_OF_DAY = 1_000
CONDITIONS = {"count", "fraction", "named", "share_percent", "groups"}


@dataclass(eq=False)
class Act:
    """One milestone, with its days as days."""

    index: int
    data: dict
    parties: tuple
    of_whole: bool = False
    effect: Effect = Effect.NONE
    serves_consent: bool = True
    takes_effect: date = date.max
    undone_by: list = field(default_factory=list)

    @property
    def row(self):
        return ACTS[self.data["kind"]]

    @property
    def given(self):
        return date.fromisoformat(self.data["date"]) if "date" in self.data else date.max

    @property
    def place(self):
        return (self.takes_effect, self.row.rank, self.index)

    @property
    def is_limited(self):
        return bool(self.data.get("counterparties"))

    @property
    def is_for_territories(self):
        return set(self.data.get("scope", ())) == {"territories"}

    def is_toward(self, toward):
        return not self.is_limited or toward in self.data["counterparties"]

    def names(self, party):
        return party in self.parties


def once(method):
    """Ask a question about a record once and remember the answer."""

    def remembered(self, *asked):
        key = (method.__name__, *asked)
        if key not in self.known:
            self.known[key] = method(self, *asked)
        return self.known[key]

    return remembered


class Record:
    """The acts of a treaty, and what follows from them for its entry into force.

    Args:
        treaty: The plain data of the treaty.
        belongs_to: The party of each organ.
        reached: The day on which each number or share that only tallies report was reached.
        goes_on: Whether the treaty went on after its term.
    """

    def __init__(self, treaty, belongs_to, reached=None, *, goes_on=False):
        self.known = {}
        self.treaty = treaty
        self.reached = reached or {}
        self.goes_on = goes_on
        self.listed = tuple(treaty.get("parties", ()))
        self.one_side = {one for one in treaty.get("one_side", ()) if one in self.listed}
        self.acts = []
        for index, data in enumerate(treaty.get("milestones", ())):
            parties = tuple(data.get("parties", ()))
            if not parties:  # then the organs tell: of a listed party, or of any state
                states = [belongs_to[organ] for organ in data.get("by", ())]
                parties = tuple(one for one in states if one in self.listed or not self.listed)
            self.acts.append(Act(index, data, parties))
        self.is_complete = self.lists_all_parties()
        named = {act.data["id"]: act for act in self.acts if "id" in act.data}
        for act in self.acts:
            names_all = self.is_complete and self.listed and set(self.listed) <= set(act.parties)
            act.of_whole = not act.is_limited and bool(not act.parties or names_all)
            act.serves_consent = self.serves_consent(act, named)
            act.effect = self.effect_of(act)
            act.takes_effect = self.day_of_effect(act)
            if act.data["status"] == "completed":
                for undone in act.data.get("reverses", ()):
                    if undone != act.data.get("id"):
                        named[undone].undone_by.append(act)
        self.required = [
            named[required]
            for act in self.acts
            if act.row.effect is Effect.ENTERS
            and act.of_whole
            and "scope" not in act.data
            and act.data["status"] in {"completed", "scheduled", "expected", "draft", "postponed"}
            for required in act.data.get("requires", ())
        ]
        seen = {}
        for act in self.acts:
            if act.row.effect not in {Effect.NONE, Effect.COUNTS} and act.serves_consent:
                seen.update(dict.fromkeys(act.parties))
        self.parties = tuple(dict.fromkeys([*self.listed, *seen]))

    def lists_all_parties(self):
        """Whether the list of parties is complete: it says so, or nothing shows that it is not."""
        if "membership" in self.treaty or "one_side" in self.treaty:
            return self.treaty.get("membership") != "selected"
        rules = [*self.treaty.get("entry_rules", ()), *self.treaty.get("exit_rules", ())]
        numbers = [act.data.get("count", 0) for act in self.acts]
        for rule in rules:
            numbers += [rule.get("count", 0), rule.get("of", 0), len(rule.get("shares", ()))]
        others = any(
            act.row.effect in ACTS_OF_PARTIES
            and act.data["status"] == "completed"
            and "toward" not in act.data
            and not set(act.parties) <= set(self.listed)
            for act in self.acts
        )
        opens = any("later_parties" in rule for rule in self.treaty.get("entry_rules", ())) or any(
            act.data["kind"] == "accession"
            and act.data["status"] == "completed"
            and "toward" not in act.data
            for act in self.acts
        )
        enough = len(self.listed) != 1 and max(numbers, default=0) <= len(self.listed)
        return enough and not others and not opens

    @property
    def is_bilateral(self):
        return self.is_complete and len(self.listed) == 2

    @property
    def sides(self):
        """Two sides, of two parties or of two groups; else all parties together."""
        if not self.is_complete or len(self.listed) < 2:
            return []
        if self.is_bilateral:
            return [{party} for party in self.listed]
        sides = [self.one_side, set(self.listed) - self.one_side]
        return sides if all(sides) else [set(self.listed)]

    def others(self, party):
        """Those towards which something has effect for a party, or the treaty is not in force."""
        named = {}
        for act in self.acts:
            if party in act.parties:
                named.update(dict.fromkeys(act.data.get("counterparties", ())))
            if act.effect is Effect.PRECLUDES:
                objected = self.objected_to(act)
                if party in act.parties:
                    named.update(dict.fromkeys(one for one in objected if one != party))
                if party in objected:
                    named.update(dict.fromkeys(one for one in act.parties if one != party))
        return tuple(named)

    def objected_to(self, act):
        """The parties to which an objection is made: those named, or whose act it is toward."""
        if act.is_limited:
            return act.data["counterparties"]
        return (
            next(
                (one.parties for one in self.acts if one.data.get("id") == act.data.get("toward")),
                (),
            )
            if "toward" in act.data
            else ()
        )

    def is_precluded(self, party, toward, day):
        """Whether an objection of one of the two keeps the treaty out of force between them."""
        return (
            toward is not None
            and party != toward
            and any(
                act.effect is Effect.PRECLUDES
                and any(
                    objector in act.parties
                    and other in self.objected_to(act)
                    and self.has_effect(act, day, objector)
                    for objector, other in [(party, toward), (toward, party)]
                )
                for act in self.acts
            )
        )

    # What an act does, and when

    def effect_of(self, act):
        rule, status = act.row, act.data["status"]
        if not act.serves_consent and rule.effect is not Effect.PRECLUDES:
            return Effect.NONE
        if "scope" in act.data and not rule.in_part:
            of_territory = rule.effect is Effect.ENTERS and act.is_for_territories and act.parties
            if not of_territory:
                return Effect.NONE
        if status == "completed":
            if rule.effect is Effect.LEAVES and not act.parties:
                return Effect.NONE
            return rule.effect if act.of_whole or rule.by_some is None else rule.by_some
        if status in {"rejected", "returned"}:
            names_nobody = not act.parties and not act.data.get("by")
            if status == "rejected" and rule.refuses and names_nobody:
                return Effect.ENDS
            if rule.effect in {Effect.PROCEEDS, Effect.CONSENTS} and act.parties:
                return Effect.PROCEEDS
        return Effect.NONE

    def serves_consent(self, act, named):
        if "toward" not in act.data:
            return True
        target = ACTS[named[act.data["toward"]].data["kind"]]
        return target.effect in CONSENT | {Effect.ENTERS}

    def day_of_effect(self, act):
        if "effective" in act.data:
            return date.fromisoformat(act.data["effective"])
        if act.effect is Effect.LEAVES:
            ends = [
                later_of(rule, after(act.given, rule.get("after", {})))
                for rule in self.treaty.get("exit_rules", ())
                if not CONDITIONS & set(rule)
            ]
            return min(ends, default=act.given)
        return act.given

    def undoes(self, by, act, whose):
        """Whether an act undoes another for somebody, and in time (article 68)."""
        concerned = not by.parties or by.of_whole or whose in by.parties
        in_time = act.effect is not Effect.LEAVES or by.takes_effect < act.takes_effect
        return concerned and in_time

    def is_undone(self, act, day, whose=WHOLE):
        """Whether an act is undone for a party; for the whole, once it is for all its parties."""
        if whose is WHOLE and act.parties:
            return all(self.is_undone(act, day, party) for party in act.parties)
        return any(
            self.undoes(by, act, whose) and self.has_effect(by, day, whose) for by in act.undone_by
        )

    @once
    def has_effect(self, act, day, whose=WHOLE):
        return (
            (act.data["status"] == "completed" or act.effect is not Effect.NONE)
            and act.takes_effect <= day
            and not self.is_undone(act, day, whose)
        )

    def in_order(self, day):
        """The acts that have an effect for the whole on a day, in the order of effect."""
        return sorted(
            (act for act in self.acts if self.has_effect(act, day)), key=lambda a: a.place
        )

    def done_by(self, party, toward=None):
        """The acts of a party, and those of all listed parties."""
        for act in self.acts:
            if not act.is_toward(toward):
                continue
            if act.names(party) or (
                not act.parties and party in self.listed and act.effect is not Effect.PROCEEDS
            ):
                yield act

    # Who has consented, so that it counts

    @once
    def exits(self, party, toward=None):
        """The withdrawals of a party that take effect at some time."""
        return [
            act
            for act in self.acts
            if act.effect is Effect.LEAVES
            and act.names(party)
            and act.is_toward(toward)
            and any(self.has_effect(act, day, party) for day in self.all_days)
        ]

    @once
    def left_on(self, party, day, toward=None):
        """The place of the last withdrawal that has its effect on a day."""
        places = [
            act.place for act in self.exits(party, toward) if self.has_effect(act, day, party)
        ]
        return max(places, default=None)

    def place_of(self, act, party, toward=None, *, is_entry=False):
        """The place of a consent or an entry: after the withdrawal during whose notice it came."""
        ends = [
            leave.takes_effect
            for leave in self.exits(party, toward)
            if leave.given <= act.takes_effect <= leave.takes_effect
        ]
        if not ends or (is_entry and max(ends) != act.takes_effect):
            return act.place
        return (max(ends), LAST_OF_DAY, act.index)

    @once
    def is_domestic(self, act, party, toward=None):
        """Whether a consent waits for the deposit that is reported or announced in its cycle."""
        if act.effect is not Effect.CONSENTS or act.row.is_instrument:
            return False
        return any(
            self.cycle(one, party, toward) == self.cycle(act, party, toward)
            for one in self.acts
            if (one.names(party) or (not one.parties and party in self.listed))
            and one.row.effect is Effect.ESTABLISHES
            and one.serves_consent
            and not one.is_limited
            and not one.is_for_territories
            and (one.effect is Effect.ESTABLISHES or one.data["status"] != "completed")
        )

    def cycle(self, act, party, toward=None):
        day = act.takes_effect if act.data["status"] == "completed" else act.given
        return sum(leave.given <= day for leave in self.exits(party, toward))

    @once
    def consents_on(self, party, day, toward=None):
        """The consents of a party that count on a day, each with its place."""
        left = self.left_on(party, day, toward)
        return [
            (place, act)
            for act in self.done_by(party, toward)
            if act.effect in CONSENT
            and not self.is_domestic(act, party, toward)
            and self.has_effect(act, day, party)
            and (place := self.place_of(act, party, toward))[0] <= day
            and (left is None or place > left)
        ]

    @once
    def consent_on(self, party, day, toward=None):
        """The consent that a party gives last of those that count on a day: its place and act."""
        counting = self.consents_on(party, day, toward)
        return max(counting, key=lambda one: one[0], default=None)

    def counts(self, party, day):
        """Whether a party counts on a day; a successor does from its notification on."""
        return any(
            since <= day
            and (until is None or day < until)
            and any(
                act.given <= day or not act.row.binds_at_once
                for _, act in self.consents_on(party, since)
            )
            for since, until, _, _ in self.spells(party)
        )

    @once
    def spells(self, party, toward=None):
        """When a party consents: since when, until when, by which act, and from when time runs."""
        spells, begun = [], None
        for day in [*self.all_days, None]:
            consent = None if day is None else self.consent_on(party, day, toward)
            left = None if day is None else self.left_on(party, day, toward)
            if begun is not None and (consent is None or (left is not None and begun[1][0] < left)):
                spells.append((begun[0], day, begun[1][1], self.given_of(begun[0], party, toward)))
                begun = None
            if begun is None and consent is not None:
                begun = (day, consent)
        return spells

    def given_of(self, day, party, toward):
        """The day of the first consent that counts from a day, maybe from the end of a notice."""
        return min(
            act.takes_effect if place[:2] == (day, LAST_OF_DAY) else day
            for place, act in self.consents_on(party, day, toward)
        )

    @cached_property
    def all_days(self):
        days = {act.takes_effect for act in self.acts} | {act.given for act in self.acts}
        return sorted(one for one in days | set(self.reached.values()) if one and one < date.max)

    # When the treaty entered into force

    @cached_property
    def rules(self):
        """The rules of entry into force; one about later parties alone says nothing about it."""
        return [
            rule for rule in self.treaty.get("entry_rules", ()) if set(rule) != {"later_parties"}
        ]

    def number_of(self, rule):
        if "fraction" in rule:
            more = rule["fraction"].startswith(">")
            exact = Fraction(rule["fraction"].lstrip(">")) * rule.get("of", len(self.listed))
            return max(floor(exact) + 1 if more else ceil(exact), rule.get("count", 0))
        return rule.get("count")

    def is_counted(self, rule, party):
        if "fraction" in rule and "of" not in rule and party not in self.listed:
            return False
        return party in rule.get("among", [party]) and party not in rule.get("excluding", ())

    def can_be_met(self, rule):
        if not CONDITIONS & set(rule):
            return bool(self.listed) and self.is_complete
        selected = self.treaty.get("membership") == "selected"
        return "fraction" not in rule or "of" in rule or (self.listed and not selected)

    def is_met(self, rule, day):
        if not self.can_be_met(rule) or not self.required_on(day):
            return False
        consented = [party for party in self.parties if self.counts(party, day)]
        if not CONDITIONS & set(rule):
            return set(self.listed) <= set(consented)
        number = self.number_of(rule)
        if number is not None:
            counted = [one for one in consented if self.is_counted(rule, one)]
            by_tally = "among" not in rule and self.reached.get(("count", number))
            if len(counted) < number and not (by_tally and by_tally <= day):
                return False
        if any(party not in consented for party in rule.get("named", ())):
            return False
        if any(
            len(set(group["among"]) & set(consented)) < group["count"]
            for group in rule.get("groups", ())
        ):
            return False
        return "share_percent" not in rule or self.has_share(rule, consented, day)

    def has_share(self, rule, consented, day):
        by_tally = self.reached.get(("share", rule["share_percent"]))
        if by_tally and by_tally <= day:
            return True
        total = sum(
            Decimal(str(share["percent"]))
            for share in rule.get("shares", ())
            if share["party"] in consented
        )
        return total >= Decimal(str(rule["share_percent"]))

    def required_on(self, day):
        """Whether all that the entry into force requires had been done by a day."""
        return all(act.data["status"] == "completed" and act.given <= day for act in self.required)

    @cached_property
    def computed(self):
        """When the treaty enters into force by its own rules, when that was met, and the rule."""
        entries = []
        for rule in self.rules:
            met = next((one for one in self.all_days if self.is_met(rule, one)), None)
            if met is None or ("met_by" in rule and met > date.fromisoformat(rule["met_by"])):
                continue
            entries.append((later_of(rule, after(met, rule.get("after", {}))), met, rule))
            if "met_by" in rule:
                break  # met in time: the rules after it do not apply
        return min(entries, key=lambda entry: entry[0], default=None)

    @cached_property
    def reported(self):
        return [
            act
            for act in self.acts
            if act.effect is Effect.ENTERS and not act.is_for_territories and not act.is_limited
        ]

    @once
    def entry(self, day):
        """The day of entry into force, as it appears on a day; and whether only for some."""
        standing = [
            act for act in self.reported if not self.is_undone(act, max(day, act.takes_effect))
        ]
        of_whole = [act.takes_effect for act in standing if act.of_whole]
        if of_whole:
            return min(of_whole), False
        if self.computed is not None and not any(
            act.effect is Effect.ENDS
            and act.data["status"] == "completed"
            and act.takes_effect < self.computed[0]
            and not self.is_undone(act, max(day, act.takes_effect))
            for act in self.acts
        ):
            return self.computed[0], False  # consents do not bring an ended treaty into force
        of_some = [act.takes_effect for act in standing if act.parties]
        return (min(of_some), True) if of_some else (None, False)

    def days_on_which_a_tally_may_have_reached(self, what, number):
        member = {"count": "count", "share": "share_percent"}[what]
        tallies = sorted(
            (act.takes_effect, act.data[member])
            for act in self.acts
            if act.effect is Effect.COUNTS and member in act.data
        )
        there = [day for day, count in tallies if count >= number]
        if not there:
            return [None]
        same_day = [count for day, count in tallies if day == there[0]]
        if number in same_day or min(same_day) < number:
            return [there[0]]
        first = max(
            [day + timedelta(1) for day, count in tallies if count < number and day < there[0]]
            + self.days_since_which_a_number_would_have_sufficed(what, number)
            + [
                min(act.given for act in self.acts if act.effect is Effect.SETTLES)
                for act in self.acts[:1]
                if any(act.effect is Effect.SETTLES for act in self.acts)
            ],
            default=there[0] - LONG_AGO,
        )
        first = min(first, there[0])
        return [first + timedelta(n) for n in range((there[0] - first).days + 1)]

    def days_since_which_a_number_would_have_sufficed(self, what, number):
        """For each rule with this condition alone, the first day that fits the reported entry."""
        entries = [act for act in self.acts if act.effect is Effect.ENTERS and act.of_whole]
        if len(entries) != 1 or entries[0].undone_by or self.required:
            return []
        entry, days = entries[0].takes_effect, []
        names = {"count": {"count", "fraction"}, "share": {"share_percent"}}[what]
        for rule in self.rules:
            is_only = set(rule) & CONDITIONS and set(rule) & CONDITIONS <= names
            value = self.number_of(rule) if what == "count" else rule.get("share_percent")
            if not is_only or value != number or {"met_by", "among"} & set(rule):
                continue
            if (
                not self.can_be_met(rule)
                or date.fromisoformat(rule.get("not_before", "0001-01-01")) >= entry
            ):
                continue
            day = entry
            while after(day - timedelta(1), rule.get("after", {})) >= entry:
                day -= timedelta(1)
            days.append(day)
        return days


def later_of(rule, day):
    return max(day, date.fromisoformat(rule["not_before"])) if "not_before" in rule else day


def after(day, period):
    """The day on which a period has passed: months, then days, then the day of the calendar."""
    wanted, month = day.day, day.replace(day=1)
    for _ in range(period.get("months", 0)):
        month = (month + timedelta(31)).replace(day=1)
    day = month.replace(day=min(wanted, calendar.monthrange(month.year, month.month)[1]))
    day += timedelta(period.get("days", 0))
    if period.get("first_of_month"):
        day = (day.replace(day=1) + timedelta(31)).replace(day=1)
    if period.get("first_of_year"):
        day = date(day.year + 1, 1, 1)
    return day


def lasting(duration):
    period = {"months": 0, "days": 0}
    for number, unit in re.findall(r"(\d+)([YMWD])", duration):
        name, times = {"Y": ("months", 12), "M": ("months", 1), "W": ("days", 7), "D": ("days", 1)}[
            unit
        ]
        period[name] += int(number) * times
    return period
