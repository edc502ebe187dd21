"""How treaties proceed, worked out by hand: the slow and simple answer for exact days.

It knows the table of acts and nothing else of the library. It works on the plain data of a treaty
whose dates are all whole days, and asks the same questions anew for each day, act and party:

- Which acts have their effect on that day? (`has_effect`; this and the next two: `by_hand_acts`)
- Who has consented, so that it counts? (`counts`)
- When did the treaty enter into force? (`entry`)
- What became of one party? (`stage_of_party`) Of all together? (`stage_of_treaty`)

Two things a brief may leave open though all its days are exact: when between two tallies a number
was reached, and whether a treaty that can be prolonged went on after its term. Each way in which
they may have been is a world of its own; `stages` asks in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product

from by_hand_acts import CONSENT, Record, after, lasting

from diplobrief.treaties import ACTS, Effect

SIGNING = {Effect.SIGNS}
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


class World(Record):
    """The treaty in one of the ways in which it may have been."""

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
        events += [
            ((bound, ACTS["entry_into_force"].rank, -1), "bound", None)
            for bound in self.bound_on(party, day)
            if bound <= day
        ]
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
        """The days on which the entry into force of the whole binds a party, each time anew."""
        entry = self.entry(day)
        if entry is None:
            return
        if party in self.listed and self.binds_all():
            yield entry
        for since, until in self.spells(party, day):
            bound = self.bound_since(since, entry, day)
            if bound is not None and (until is None or bound < until):
                yield bound

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
            events.append((term_place(term), "term", None))
        return sorted(events, key=lambda event: event[0])

    def stage_of_treaty(self, day):
        stage = self.stage_of_acts(day)
        parties = [self.own_stage(party, day) for party in self.listed]
        over = self.left_by_too_many(day)
        term = self.end_of_term(day)
        if stage == "expired" and term is not None and over is not None and over < term_place(term):
            return "terminated"
        if stage in {"terminated", "expired", "rejected"}:
            return stage
        if len(parties) > 1:
            if over is not None:
                return "terminated"
            if set(parties) == {"suspended"}:
                return "suspended"
        return stage

    def left_by_too_many(self, day):
        """When so many had left that the treaty was over.

        A treaty cannot bind one party alone; several may leave until nobody is left.
        """
        left = sorted(
            max(place for place, what, _ in self.party_events(party, day) if what is Effect.LEAVES)
            for party in self.listed
            if self.own_stage(party, day) == "withdrawn"
        )
        enough = 1 if len(self.listed) == 2 else max(len(self.listed), 2)
        return left[enough - 1] if len(left) >= enough else None

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


def term_place(day):
    """The place of the end of a term: before whatever the brief reports for its day."""
    return (day, ACTS["expiry"].rank, -1)
