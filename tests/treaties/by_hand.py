"""How treaties proceed, worked out by hand: the slow and simple answer for exact days.

It knows the table of acts and nothing else of the library. It works on the plain data of a treaty
whose dates are all whole days, and asks the same questions anew for each day, act and party:

- Which acts have their effect on that day? (`has_effect`)
- Who has consented, so that it counts? (`counts`)
- When did the treaty enter into force? (`entry`)
- What became of one party? (`stage_of_party`) Of all together? (`stage_of_treaty`)

Two things a brief may leave open though all its days are exact: when between two tallies a number
was reached, and whether a treaty that can be prolonged went on after its term. Each way in which
they may have been is a world of its own; `stages` asks in all of them.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import ceil

from diplobrief.treaties import ACTS, Effect

SIGNING = {Effect.SIGNS}
CONSENT = {Effect.CONSENTS, Effect.ESTABLISHES}
HIGHEST_FIRST = (
    "suspended",
    "in_force",
    "provisionally_applied",
    "ratified",
    "being_ratified",
    "signed",
    "withdrawn",
    "unsigned",
)
OF_A_PARTY = {
    Effect.SIGNS: ({"withdrawn", "unsigned"}, {"signed"}),
    Effect.PROCEEDS: (set(), {"being_ratified"}),
    Effect.CONSENTS: ({"withdrawn"}, {"ratified"}),
    Effect.ESTABLISHES: ({"withdrawn"}, {"ratified"}),
    Effect.APPLIES: (set(), {"provisionally_applied"}),
    Effect.SUSPENDS: (set(), {"suspended"}),
    Effect.RESUMES: ({"suspended"}, set()),
    "bound": (set(), {"in_force"}),
    "undone": ({"being_ratified"}, set()),
}
OF_A_TREATY = {
    "computed": (set(), {"in_force"}),
    Effect.ENTERS: (set(), {"in_force"}),
    Effect.APPLIES: (set(), {"provisionally_applied"}),
    Effect.SUSPENDS: (set(), {"suspended"}),
    Effect.RESUMES: ({"suspended"}, set()),
}
BOUND = {"ratified", "provisionally_applied", "in_force", "suspended", "withdrawing"}
IMPLIES_FORCE = {Effect.CONTINUES, Effect.SUSPENDS, Effect.RESUMES}
OF_THE_TREATY = IMPLIES_FORCE | {Effect.ENTERS, Effect.ENDS}
LONG_AGO = timedelta(days=40)


def stages(treaty, on, belongs_to=None, told=None):
    """Return the stages that the treaty may have on a day, those of each party, and of pairs."""
    told = told or Told({}, {}, {})
    for world in worlds(treaty, belongs_to or {}):
        told.add(world, date.fromisoformat(on))
    return told


@dataclass
class Told:
    treaty: dict
    parties: dict
    pairs: dict

    def about(self, who):
        if who == "treaty":
            return self.treaty
        return self.pairs[who] if isinstance(who, tuple) else self.parties[who]

    def add(self, world, day):
        self.treaty[world.stage_of_treaty(day)] = None
        for party in world.parties:
            self.parties.setdefault(party, {})[world.stage_of_party(party, day)] = None
            for other in world.others(party):
                self.pairs.setdefault((party, other), {})[
                    world.stage_of_party(party, day, toward=other)
                ] = None


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


def worlds(treaty, belongs_to):
    """Yield the treaty once for each way in which what the brief leaves open may have been."""
    plain = World(treaty, belongs_to)
    numbers = sorted({*filter(None, map(plain.number_of, treaty.get("entry_rules", ())))})
    may_go_on = "renewal" in treaty or plain.has("extension")
    reached = [plain.days_on_which_a_tally_may_have_reached(number) for number in numbers]
    for chosen in product(*reached):
        for goes_on in (False, True) if may_go_on else (False,):
            yield World(
                treaty, belongs_to, dict(zip(numbers, chosen, strict=True)), goes_on=goes_on
            )


class World:
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

    # What became of one party

    def party_events(self, party, day, toward=None):
        """All that happens to a party until a day, in order: what, and when."""
        events = []
        for act in self.acts:
            if not act.concerns(party, toward):
                continue
            if act.effect not in OF_THE_TREATY and not act.is_done_by(party, self.listed):
                continue
            if act.effect is Effect.SIGNS and self.signs_for_itself(party) and not act.names(party):
                continue
            if self.has_effect(act, day):
                events.append((act.place, act.effect, act))
            elif act.takes_effect <= day and act.data["status"] == "completed":
                events += [
                    (max(act.place, by.place), "undone", act)
                    for by in act.undone_by
                    if self.has_effect(by, day) and act.effect in SIGNING | CONSENT
                ]
        bound = self.bound_on(party, day)
        if bound is not None and bound <= day:
            events.append(((bound, ACTS["entry_into_force"].rank, -1), "bound", None))
        return sorted(events, key=lambda event: (event[0], event[1] == "undone"))

    def signs_for_itself(self, party):
        """Whether a party's own signature is reported, or a consent that needs none."""
        return any(
            act.names(party)
            and (act.effect is Effect.SIGNS or ACTS[act.data["kind"]].without_signature)
            for act in self.acts
        )

    def binds_all(self):
        """Whether the entry into force of the whole binds parties whose consent is not reported.

        It binds both of two parties. Of several it binds all where nobody's consent is reported.
        """
        return len(self.listed) == 2 or not any(
            act.effect in CONSENT | {Effect.COUNTS} for act in self.acts
        )

    def bound_on(self, party, day):
        """The day on which the entry into force of the whole binds a party."""
        entry = self.entry(day)
        if entry is None:
            return None
        if party in self.listed and self.binds_all():
            return entry
        for since, until in self.spells(party, day):
            bound = self.bound_since(since, entry, day)
            if bound is not None and (until is None or bound < until):
                return bound
        return None

    def is_bound(self, party, act, day):
        """Whether an act that shows the treaty in force shows that for a party, too."""
        return (
            act.names(party)
            or (party in self.listed and self.binds_all())
            or any(
                since <= act.takes_effect and (until is None or act.takes_effect < until)
                for since, until in self.spells(party, day)
            )
        )

    def bound_since(self, since, entry, day):
        computed = self.computed(day)
        met = computed[1] if computed else entry
        if since <= met:
            return entry
        rules = self.treaty.get("entry_rules", ())
        if computed and "later_parties" in computed[2]:
            later = computed[2]["later_parties"]
        else:
            later = next((r["later_parties"] for r in rules if "later_parties" in r), None)
        if later is not None:
            return max(entry, after(since, later))
        if since <= entry:
            return entry
        # Article 24(3); without any rule, only what is reported counts.
        return since if rules else None

    def stage_of_party(self, party, day, toward=None):
        stage, of_treaty = self.own_stage(party, day, toward), self.stage_of_treaty(day)
        if of_treaty in {"terminated", "expired"} and stage in BOUND:
            return of_treaty
        return stage

    def own_stage(self, party, day, toward=None):
        """The stage of a party, the end of the treaty left aside."""
        events = self.party_events(party, day, toward)
        # What was applied provisionally may be suspended and go on without being in force.
        applied = any(what is Effect.APPLIES for _, what, _ in events)
        state = set()
        for _, what, act in events:
            gone, reached = OF_A_PARTY.get(what, (set(), set()))
            state = (state - gone) | reached
            if what is Effect.ENTERS and act.names(party):
                state |= {"in_force"}
            if what in IMPLIES_FORCE and not applied:
                state |= {"in_force"} if self.is_bound(party, act, day) else set()
            if what is Effect.LEAVES:
                state = {"withdrawn"}
            if what == "undone" and act.effect is Effect.SIGNS and "signed" not in state:
                state |= {"unsigned"}
        has_left = any(what is Effect.LEAVES for _, what, _ in events)
        # Who gives notice is bound; after having left, only as a party anew.
        if self.gives_notice(party, day, toward) and (not has_left or state & BOUND):
            return "withdrawing"
        if not state & {"in_force", "provisionally_applied"}:
            state -= {"suspended"}
        return next((stage for stage in HIGHEST_FIRST if stage in state), "none")

    def gives_notice(self, party, day, toward):
        return any(
            act.effect is Effect.LEAVES
            and act.concerns(party, toward)
            and act.given <= day < act.takes_effect
            and not self.is_undone(act, day)
            for act in self.acts
        )

    # What became of the treaty

    def end_of_term(self, day):
        if "duration" not in self.treaty or self.goes_on:
            return None
        if any(
            act.of_whole
            and ACTS[act.data["kind"]].effect is Effect.ENDS
            and act.data["status"] in {"completed", "scheduled", "expected"}
            for act in self.acts
        ):
            return None
        entry = self.entry(day)
        return entry and after(entry, lasting(self.treaty["duration"]))

    def treaty_events(self, day):
        """What holds of the treaty as a whole, in order: its own acts, and those that show it."""
        events = [
            (act.place, act.effect, act)
            for act in self.in_order(day)
            if not act.data.get("counterparties")
            and (act.of_whole or act.effect in {Effect.ENTERS, Effect.APPLIES})
        ]
        entry = self.entry(day)
        if entry is not None and entry <= day:
            events.append(((entry, ACTS["entry_into_force"].rank, -1), "computed", None))
        term = self.end_of_term(day)
        if term is not None and term <= day:
            events.append(((term, ACTS["expiry"].rank, 1000), "term", None))
        return sorted(events, key=lambda event: event[0])

    def stage_of_treaty(self, day):
        stage = self.stage_of_acts(day)
        if stage in {"terminated", "expired", "rejected"}:
            return stage
        # A treaty cannot bind one party alone; several may leave until nobody is left.
        parties = [self.own_stage(party, day) for party in self.listed]
        if len(parties) > 1:
            if parties.count("withdrawn") >= (1 if len(parties) == 2 else len(parties)):
                return "terminated"
            if set(parties) == {"suspended"}:
                return "suspended"
        return stage

    def stage_of_acts(self, day):
        """The stage that the acts of the treaty give, whatever its parties do on their own."""
        state, ended, refused = set(), None, None
        events = self.treaty_events(day)
        applied = any(what is Effect.APPLIES for _, what, _ in events)
        for place, what, act in events:
            gone, reached = OF_A_TREATY.get(what, (set(), set()))
            if what in IMPLIES_FORCE and not applied:
                reached = reached | {"in_force"}
            state = (state - gone) | reached
            if state & {"in_force", "provisionally_applied"}:
                ended = None
            if what == "term":
                state, ended = set(), "expired"
            if what is Effect.ENDS:
                state, ended = set(), ACTS[act.data["kind"]].ends_as or None
                refused = place if act.data["status"] == "rejected" else refused
        if ended:
            return ended
        if state & {"in_force", "provisionally_applied"}:
            return next(stage for stage in HIGHEST_FIRST if stage in state)
        return self.stage_before_force(day, refused)

    def stage_before_force(self, day, refused):
        """The highest stage that is reached by what was done since the treaty was refused."""
        done = {
            act: act.effect
            for act in self.in_order(day)
            if not act.data.get("counterparties") and (refused is None or act.place > refused)
        }
        met = self.conditions_met_on(day)
        if met is not None and (refused is None or (met, 99, 0) > refused):
            return "ratified"
        if set(done.values()) & (CONSENT | {Effect.COUNTS}) or any(
            effect is Effect.PROCEEDS and self.is_under_way(act, day)
            for act, effect in done.items()
        ):
            return "being_ratified"
        signed = [act for act, effect in done.items() if effect is Effect.SIGNS]
        signing = {party for act in signed for party in act.parties}
        if any(act.of_whole for act in signed) or (
            signed and (len(self.listed) != 2 or signing >= set(self.listed))
        ):
            return "signed"
        if set(done.values()) & {Effect.SETTLES, Effect.SIGNS}:
            return "adopted"
        if Effect.NEGOTIATES in done.values():
            return "negotiating"
        return "rejected" if refused else "none"

    def is_under_way(self, act, day):
        """Whether a step towards consent leads on: no party's, or of one that took nothing back."""
        return not act.parties or any(
            not any(
                what == "undone" and place >= act.place
                for place, what, _ in self.party_events(party, day)
            )
            for party in act.parties
        )

    def conditions_met_on(self, day):
        """The day on which nothing but its own day was missing for the entry into force."""
        computed = self.computed(day)
        if computed is not None:
            return computed[1]
        if self.treaty.get("entry_rules") or not self.listed:
            return None
        if not all(self.counts(party, day) for party in self.listed):
            return None
        return next(
            (
                one
                for one in self.days_until(day)
                if all(self.counts(party, one) for party in self.listed)
            ),
            None,
        )


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
