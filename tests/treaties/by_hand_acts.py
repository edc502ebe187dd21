"""The acts of a treaty by hand: what has its effect on a day, who has consented, what is met."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil

from diplobrief.treaties import ACTS, Effect

CONSENT = {Effect.CONSENTS, Effect.ESTABLISHES}
LONG_AGO = timedelta(days=40)


@dataclass(eq=False)
class Act:
    """One milestone, with its days as days."""

    index: int
    data: dict
    parties: tuple
    of_whole: bool
    effect: Effect = Effect.NONE
    serves_consent: bool = True
    takes_effect: date = date.max
    undone_by: list = field(default_factory=list)

    @property
    def given(self):
        return date.fromisoformat(self.data["date"])

    @property
    def place(self):
        return (self.takes_effect, ACTS[self.data["kind"]].rank, self.index)

    def concerns(self, party, toward=None):
        if self.data.get("counterparties") and toward not in self.data["counterparties"]:
            return False
        return party in self.parties or (self.of_whole and not self.parties)

    def names(self, party):
        return party in self.parties

    def is_done_by(self, party, listed):
        """Whether it is an act of the party: its own, or one of all that are listed.

        A step within a party that is not named is not one of all.
        """
        if self.effect is Effect.PROCEEDS:
            return party in self.parties
        return party in self.parties or (self.of_whole and not self.parties and party in listed)


class Record:
    """The acts of a treaty, and what follows from them for its entry into force.

    Args:
        treaty: The plain data of the treaty.
        belongs_to: The party of each organ.
        reached: The day on which a number of consents was reached that only tallies tell of.
        goes_on: Whether the treaty went on after its term.
    """

    def __init__(self, treaty, belongs_to, reached=None, *, goes_on=False):
        self.treaty = treaty
        self.reached = reached or {}
        self.goes_on = goes_on
        self.listed = tuple(treaty.get("parties", ()))
        self.acts = []
        for index, data in enumerate(treaty.get("milestones", ())):
            parties = tuple(data.get("parties", ()))
            if not parties:  # then the organs tell, of a party or, where none is listed, of a state
                states = [belongs_to[organ] for organ in data.get("by", ())]
                parties = tuple(one for one in states if one in self.listed or not self.listed)
            whole = not data.get("counterparties") and (
                not parties or (self.listed != () and set(self.listed) <= set(parties))
            )
            self.acts.append(Act(index, data, parties, whole))
        named = {act.data["id"]: act for act in self.acts if "id" in act.data}
        for act in self.acts:
            act.serves_consent = self.serves_consent(act, named)
            act.effect = self.effect_of(act)
            act.takes_effect = self.day_of_effect(act)
            if act.data["status"] == "completed":
                for undone in act.data.get("reverses", ()):
                    named[undone].undone_by.append(act)
        seen = {}
        for act in self.acts:
            changes_a_stage = ACTS[act.data["kind"]].effect not in {Effect.NONE, Effect.COUNTS}
            if changes_a_stage and act.serves_consent:
                seen.update(dict.fromkeys(act.parties))
        self.parties = tuple(dict.fromkeys([*self.listed, *seen]))

    def has(self, kind):
        return any(
            act.data["kind"] == kind and act.data["status"] == "completed" for act in self.acts
        )

    def others(self, party):
        named = {}
        for act in self.acts:
            if party in act.parties:
                named.update(dict.fromkeys(act.data.get("counterparties", ())))
        return tuple(named)

    # What an act does, and when

    def effect_of(self, act):
        rule = ACTS[act.data["kind"]]
        if "scope" in act.data and not rule.in_part:
            return Effect.NONE
        if not act.serves_consent:
            return Effect.NONE
        if act.data["status"] == "completed":
            if rule.effect is Effect.LEAVES and not act.parties:
                return Effect.NONE
            return rule.effect if act.of_whole or rule.by_some is None else rule.by_some
        if act.data["status"] in {"rejected", "returned"}:
            names_nobody = not act.parties and not act.data.get("by")
            if act.data["status"] == "rejected" and rule.refuses and names_nobody:
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
                if not {"count", "fraction", "named", "share_percent"} & set(rule)
            ]
            return min(ends, default=act.given)
        return act.given

    def is_undone(self, act, day):
        # Article 68: a notice can be revoked before it takes effect, and not later.
        return any(
            self.has_effect(by, day)
            and (act.effect is not Effect.LEAVES or by.takes_effect < act.takes_effect)
            for by in act.undone_by
        )

    def has_effect(self, act, day):
        return (act.data["status"] == "completed" or act.effect is not Effect.NONE) and (
            act.takes_effect <= day and not self.is_undone(act, day)
        )

    def in_order(self, day):
        return sorted(
            (act for act in self.acts if self.has_effect(act, day)), key=lambda a: a.place
        )

    # Who has consented, so that it counts

    def counts(self, party, day):
        """Whether a party's consent is established on a day, and not given up since."""
        consented = established = None
        for act in self.in_order(day):
            if not act.concerns(party) or not act.is_done_by(party, self.listed):
                continue
            if act.effect is Effect.CONSENTS:
                consented = consented or act.takes_effect
            elif act.effect is Effect.ESTABLISHES:
                established = established or act.takes_effect
            elif act.effect is Effect.LEAVES:
                consented = established = None
        if established is not None:
            return True
        awaits_deposit = any(
            act.concerns(party)
            and act.is_done_by(party, self.listed)
            and ACTS[act.data["kind"]].effect is Effect.ESTABLISHES
            and act.serves_consent
            and (act.effect is Effect.ESTABLISHES or act.data["status"] != "completed")
            for act in self.acts
        )
        return consented is not None and not awaits_deposit

    def spells(self, party, day):
        """From when to when a party consents."""
        spells = []
        for one in self.days_until(day):
            if self.counts(party, one):
                if not spells or spells[-1][1] is not None:
                    spells.append((one, None))
            elif spells and spells[-1][1] is None:
                spells[-1] = (spells[-1][0], one)
        return spells

    def days_until(self, day):
        days = {act.takes_effect for act in self.acts} | {
            reached for reached in self.reached.values() if reached
        }
        return sorted(one for one in days if one <= day)

    # When the treaty entered into force

    @cached_property
    def reported(self):
        return [
            act
            for act in self.acts
            if act.effect is Effect.ENTERS and act.of_whole and act.data["status"] == "completed"
        ]

    def number_of(self, rule):
        if "fraction" in rule:
            return ceil(Fraction(rule["fraction"]) * len(self.listed))
        return rule.get("count")

    def is_met(self, rule, day):
        consented = [party for party in self.parties if self.counts(party, day)]
        number = self.number_of(rule)
        if number is not None:
            counted = [one for one in consented if "count" in rule or one in self.listed]
            by_tally = self.reached.get(number)
            if len(counted) < number and not (by_tally and by_tally <= day):
                return False
        if any(party not in consented for party in rule.get("named", ())):
            return False
        if "share_percent" in rule:
            total = sum(
                Decimal(str(share["percent"]))
                for share in rule["shares"]
                if share["party"] in consented
            )
            if total < Decimal(str(rule["share_percent"])):
                return False
        return True

    def met_on(self, rule, day):
        return next((one for one in self.days_until(day) if self.is_met(rule, one)), None)

    def computed(self, day):
        """The day on which the treaty enters into force by its own rules, and the rule."""
        entries = []
        for rule in self.treaty.get("entry_rules", ()):
            met = self.met_on(rule, day)
            if met is not None:
                entries.append((later_of(rule, after(met, rule.get("after", {}))), met, rule))
        return min(entries, key=lambda entry: entry[0], default=None)

    def entry(self, day):
        """The day on which the treaty entered into force: as reported, else by its own rules."""
        standing = [act for act in self.reported if not self.is_undone(act, day)]
        if standing:
            return min(act.takes_effect for act in standing)
        computed = self.computed(day)
        if computed is None or any(
            act.effect is Effect.ENDS
            and act.data["status"] == "completed"
            and self.has_effect(act, day)
            and act.takes_effect < computed[0]
            for act in self.acts
        ):
            return None  # consents do not bring an ended treaty into force
        return computed[0]

    def days_on_which_a_tally_may_have_reached(self, number):
        tallies = sorted(
            (act.takes_effect, act.data["count"])
            for act in self.acts
            if act.effect is Effect.COUNTS and "count" in act.data
        )
        there = [day for day, count in tallies if count >= number]
        if not there:
            return [None]
        if (there[0], number) in tallies:
            return [there[0]]
        first = max(
            [day + timedelta(1) for day, count in tallies if count < number]
            + [act.takes_effect for act in self.acts if act.effect is Effect.SETTLES],
            default=there[0] - LONG_AGO,
        )
        first = min(first, there[0])
        return [first + timedelta(n) for n in range((there[0] - first).days + 1)]


def later_of(rule, day):
    return max(day, date.fromisoformat(rule["not_before"])) if "not_before" in rule else day


def after(day, period):
    """The day on which a period has passed: months, then days, then the first of a month."""
    wanted, month = day.day, day.replace(day=1)
    for _ in range(period.get("months", 0)):
        month = (month + timedelta(31)).replace(day=1)
    day = month.replace(day=min(wanted, calendar.monthrange(month.year, month.month)[1]))
    day += timedelta(period.get("days", 0))
    if period.get("first_of_month"):
        day = (day.replace(day=1) + timedelta(31)).replace(day=1)
    return day


def lasting(duration):
    period = {"months": 0, "days": 0}
    for number, unit in re.findall(r"(\d+)([YMWD])", duration):
        name, times = {"Y": ("months", 12), "M": ("months", 1), "W": ("days", 7), "D": ("days", 1)}[
            unit
        ]
        period[name] += int(number) * times
    return period
