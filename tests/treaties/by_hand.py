"""How treaties proceed, worked out by hand: the slow and simple answer for exact days.

It shares the table of acts with the library and nothing else. It works on the plain data of a
treaty whose dates are all whole days, and asks the same questions anew for each day, act and party:

- Which acts have their effect on that day? (`has_effect`; this and the next two: `by_hand_acts`)
- Who has consented, so that it counts? (`counts`)
- When did the treaty enter into force? (`entry`)
- What became of one party? (`stage_of_party`) Of all together? (`stage_of_treaty`)

A brief may leave two things open though all its days are exact: when between two tallies a number
was reached, and whether a treaty that can be prolonged went on after its term. Each way in which
they may have been is a world of its own; `stages` asks in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product

from diplobrief.treaties import ACTS, Effect
from tests.treaties.by_hand_acts import CONSENT, LAST_OF_DAY, Record, after, lasting, once

HIGHEST_FIRST = (
    "suspended",
    "withdrawing",
    "in_force",
    "provisionally_applied",
    "ratified",
    "being_ratified",
    "signed",
    "withdrawn",
    "unsigned",
)
ENTRY = ACTS["entry_into_force"].rank
BOUND = {"ratified", "provisionally_applied", "in_force", "suspended", "withdrawing"}
SHOWS_FORCE = {Effect.CONTINUES, Effect.SUSPENDS, Effect.RESUMES}


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
                    world.stage_of_party(party, day, other)
                ] = None


def worlds(treaty, belongs_to):
    """Yield the treaty once for each way in which what the brief leaves open may have been."""
    plain = World(treaty, belongs_to)
    numbers = {
        **{("count", plain.number_of(rule)): None for rule in plain.rules if "among" not in rule},
        **{
            ("share", rule["share_percent"]): None
            for rule in plain.rules
            if "share_percent" in rule
        },
    }
    numbers = [number for number in numbers if number[1]]
    reached = [plain.days_on_which_a_tally_may_have_reached(*number) for number in numbers]
    for chosen in product(*reached):
        for goes_on in (False, True) if plain.may_go_on() else (False,):
            yield World(
                treaty, belongs_to, dict(zip(numbers, chosen, strict=True)), goes_on=goes_on
            )


class World(Record):
    """The treaty in one of the ways in which it may have been."""

    # What became of one party

    def stage_of_party(self, party, day, toward=None):
        stage, of_treaty = self.own_stage(party, day, toward), self.stage_of_treaty(day)
        if of_treaty in {"terminated", "expired"} and stage in BOUND:
            return of_treaty
        return stage

    @once
    def own_stage(self, party, day, toward=None):
        """The stage of a party, the end of the treaty left aside."""
        stage = self.stage_apart(party, day, toward)
        bound = stage in BOUND and stage != "ratified"
        return "ratified" if bound and self.is_precluded(party, toward, day) else stage

    def stage_apart(self, party, day, toward):
        """The stage of a party, objections left aside; no suspension outlasts the treaty."""
        left = self.left_on(party, day, toward)
        end, _, _ = self.end_on(day)

        def since_it_left(places):
            return [place for place in places if left is None or place > left]

        applied = self.places(party, day, toward, Effect.APPLIES)
        force = self.force(party, day, toward, applied=bool(applied))
        state = set()
        if since_it_left(force):
            state.add("in_force")
        if since_it_left(applied):
            state.add("provisionally_applied")
        suspended = self.places(party, day, toward, Effect.SUSPENDS)
        resumed = self.places(party, day, toward, Effect.RESUMES)
        if (
            state
            and since_it_left(suspended)
            and max(suspended) > max(resumed, default=(date.min,))
            and (end is None or max(suspended) > end)
        ):
            state.add("suspended")
        if self.consent_on(party, day, toward) is not None:
            state.add("ratified")
        if self.gives_notice(party, day, toward) and (left is None or state):
            state.add("withdrawing")
        if since_it_left(self.places(party, day, toward, Effect.SIGNS)):
            state.add("signed")
        state |= self.before_consent(party, day, toward, left)
        return next((stage for stage in HIGHEST_FIRST if stage in state), "none")

    def before_consent(self, party, day, toward, left):
        """What a party without consent may be: on its way, gone, or not willing to come."""
        reversed_ = self.reversals(party, day, toward)
        proceeds = self.proceeds(party, day, toward, left, max(reversed_.values(), default=None))
        unsigned = any(act.effect is Effect.SIGNS for act, _ in reversed_)
        stages = {"being_ratified": proceeds, "withdrawn": left is not None, "unsigned": unsigned}
        return {stage for stage, applies in stages.items() if applies}

    def counts_for(self, act, party):
        """Whether an act is one of the party: its own, or one of all."""
        if act.names(party):
            return True
        if act.parties:
            return False
        if act.effect in {Effect.SUSPENDS, Effect.RESUMES}:
            return True
        if act.effect is Effect.SIGNS and self.signs_for_itself(party):
            return False
        return party in self.listed and act.effect in CONSENT | {Effect.SIGNS, Effect.APPLIES}

    def is_meant(self, act, toward):
        some = act.row.effect in {Effect.ENTERS, Effect.APPLIES}
        return act.is_toward(toward) or (toward is None and some)

    def places(self, party, day, toward, effect):
        return [
            act.place
            for act in self.acts
            if act.effect is effect
            and self.is_meant(act, toward)
            and (not act.is_limited or act.parties)
            and self.counts_for(act, party)
            and self.has_effect(act, day, party)
        ]

    def reversals(self, party, day, toward):
        """Each signature and consent of a party that is reversed on a day, and its place."""
        return {
            (act, by): max(act.place, by.place)
            for act in self.acts
            if act.effect in CONSENT | {Effect.SIGNS}
            and act.is_toward(toward)
            and (not act.is_limited or act.parties)
            and self.counts_for(act, party)
            and act.takes_effect <= day
            for by in act.undone_by
            if self.undoes(by, act, party) and self.has_effect(by, day, party)
        }

    def proceeds(self, party, day, toward, left, reversed_):
        return any(
            self.has_effect(act, day, party)
            and (left is None or act.place > left)
            and (reversed_ is None or act.place > reversed_)
            for act in self.acts
            if self.is_meant(act, toward)
            and (not act.is_limited or act.parties)
            and (
                (act.effect is Effect.PROCEEDS and act.names(party))
                or (
                    act.effect is Effect.CONSENTS
                    and not act.is_limited
                    and self.counts_for(act, party)
                    and self.is_domestic(act, party, toward)
                )
            )
        )

    def signs_for_itself(self, party):
        """Whether a party's own signature is reported, or a consent that needs none."""
        return any(
            act.names(party) and (act.effect is Effect.SIGNS or act.row.without_signature)
            for act in self.acts
        )

    def gives_notice(self, party, day, toward):
        return any(
            act.effect is Effect.LEAVES
            and act.names(party)
            and act.is_toward(toward)
            and act.given <= day < act.takes_effect
            and not self.is_undone(act, day, party)
            for act in self.acts
        )

    def force(self, party, day, toward, *, applied):
        """The places of what shows on a day that the treaty is in force for a party."""
        places = [
            self.place_of(act, party, toward, is_entry=True)
            for act in self.acts
            if act.effect is Effect.ENTERS
            and act.names(party)
            and self.is_meant(act, toward)
            and self.has_effect(act, day, party)
        ]
        places += self.bound_on(party, day, toward)
        if not applied:
            places += [
                act.place
                for act in self.acts
                if act.effect in SHOWS_FORCE
                and act.takes_effect <= day
                and self.shows_force_for(party, act, toward)
            ]
            places += [
                (min(act.given, act.takes_effect), 0, act.index)
                for act in self.acts
                if act.effect is Effect.LEAVES
                and act.names(party)
                and act.is_toward(toward)
                and min(act.given, act.takes_effect) <= day
                and not self.is_surely_not_in_force(min(act.given, act.takes_effect))
            ]
        return [place for place in places if place[0] <= day]

    def is_surely_not_in_force(self, day):
        entry, _ = self.entry(day)
        return entry > day if entry is not None else bool(self.rules)

    def shows_force_for(self, party, act, toward):
        """Whether an act that shows the treaty in force shows that for a party, too."""
        if act.names(party):
            return act.is_toward(toward)
        if act.parties or act.is_limited:
            return False
        return (party in self.listed and self.binds_all(party, act.takes_effect)) or any(
            since <= act.takes_effect and (until is None or act.takes_effect < until)
            for since, until, _, _ in self.spells(party, toward)
        )

    def binds_all(self, party, day):
        """Whether the entry into force of the treaty binds a party whose consent is not reported.

        It binds both of two parties, and all of two sides. Of several it binds all if nobody's
        consent is reported; if not all are listed, not those that are reported to have signed or
        to deliberate. It does not bind a party that was last reported to refuse.
        """
        if self.is_bilateral:
            return True
        answers = [act for act in self.acts if self.is_answer(act)]
        refusing = {one for act in answers if self.is_refused(act) for one in act.parties}
        own = [
            act
            for act in answers
            if act.names(party) and act.takes_effect <= day and not self.is_undone(act, day, party)
        ]
        if own and self.is_refused(max(own, key=lambda act: act.place)):
            return False
        if len(self.sides) == 2:
            return not any(act.effect in CONSENT and act.names(party) for act in self.acts)
        if any(
            act.effect is Effect.COUNTS
            or (act.effect in CONSENT and not (act.parties and set(act.parties) <= refusing))
            for act in self.acts
        ):
            return False
        begun = {Effect.SIGNS, Effect.PROCEEDS}
        return self.is_complete or not any(
            act.effect in begun and act.names(party) for act in self.acts
        )

    def is_answer(self, act):
        """Whether an act shows if a party wants to be bound or not."""
        return (
            act.row.effect in CONSENT | {Effect.SIGNS, Effect.PROCEEDS}
            and act.serves_consent
            and not act.is_limited
            and act.data["status"] in {"completed", "rejected", "returned"}
        )

    def is_refused(self, act):
        return act.data["status"] == "rejected"

    def bound_on(self, party, day, toward):
        """The places at which the entry into force of the treaty binds a party, each time anew."""
        entry, is_of_some = self.entry(day)
        if entry is None:
            return
        bound = []
        exits = [leave.takes_effect for leave in self.exits(party, toward)]
        stays = not any(leave <= entry for leave in exits)
        if party in self.listed and self.binds_all(party, entry) and not is_of_some and stays:
            bound.append((entry, ENTRY, -1))
        for since, until, consent, given in self.spells(party, toward):
            begins = self.bound_since(since, consent, given, entry, is_of_some=is_of_some)
            if begins is not None and (until is None or begins < until):
                anew = self.place_of(consent, party, toward)
                rank = LAST_OF_DAY if anew[:2] == (begins, LAST_OF_DAY) else ENTRY
                bound.append((begins, rank, -1))
        for place in bound:
            reported = self.reported_for(party, place[0], toward, exits)
            if reported is None:
                yield place
            elif reported != date.max:
                yield (max(place[0], reported), *place[1:])

    def reported_for(self, party, day, toward, exits):
        """What is reported of the party's own entry into force in the cycle of a day.

        `None` if nothing is; the last day of the calendar if it has come, or is put off; else the
        day for which it is announced.
        """
        announced = None
        for act in self.acts:
            in_part = "scope" in act.data
            if act.row.effect is not Effect.ENTERS or not act.names(party) or in_part:
                continue
            if not act.serves_consent or not self.is_meant(act, toward):
                continue
            own = act.takes_effect
            if act.data["status"] == "postponed":
                own = date.max
            cycles = [sum(leave <= one for leave in exits) for one in (day, own)]
            if cycles[0] != cycles[1]:
                continue
            if act.data["status"] == "completed":
                if any(self.has_effect(act, one, party) for one in self.all_days):
                    return date.max
            elif act.data["status"] in {"scheduled", "expected", "postponed"}:
                announced = max(announced or own, own)
        return announced

    def bound_since(self, since, consent, given, entry, *, is_of_some):
        if is_of_some and since <= entry:
            return None
        if consent.row.binds_at_once:
            return max(entry, since)
        computed = self.computed
        later = None
        if computed and "later_parties" in computed[2]:
            later = computed[2]["later_parties"]
        else:
            rules = self.treaty.get("entry_rules", ())
            later = next((r["later_parties"] for r in rules if "later_parties" in r), None)
        if computed and computed[0] == entry:
            in_time = since <= computed[1]
        else:  # the brief does not say when the conditions were met
            periods = [rule.get("after", {}) for rule in self.rules] or [later or {}]
            in_time = any(after(since, period) <= entry for period in periods)
        if later is None or later.get("late_after") == "entry_into_force":
            in_time = in_time or since < entry
        if in_time:
            return entry
        if later is not None:
            return max(entry, since, after(given, later))
        return since  # article 24(3)

    # What became of the treaty

    def end_is_known(self):
        return self.treaty.get("renewed_by") == "automatic" or any(
            act.of_whole
            and act.row.effect is Effect.ENDS
            and act.data["status"] in {"completed", "scheduled", "expected"}
            for act in self.acts
        )

    def extensions(self):
        return sorted(act.takes_effect for act in self.acts if act.effect is Effect.CONTINUES)

    def may_go_on(self):
        if "duration" not in self.treaty or self.treaty.get("renewed_by") == "automatic":
            return False
        if self.treaty.get("renewed_by") == "consent":
            return bool(self.extensions()) and "renewal" not in self.treaty
        return "renewal" in self.treaty or bool(self.extensions())

    def end_of_term(self, day):
        entry, _ = self.entry(day)
        if "duration" not in self.treaty or self.goes_on or self.end_is_known() or entry is None:
            return None
        end = after(entry, lasting(self.treaty["duration"]))
        if self.treaty.get("renewed_by") == "consent" and "renewal" in self.treaty:
            for extended in self.extensions():
                if extended <= end:
                    end = after(end, lasting(self.treaty["renewal"]))
        return end

    @once
    def stage_of_treaty(self, day):
        stage, by_term = self.stage_of_acts(day)
        over = self.left_by_too_many(day)
        if by_term and over is not None and over < by_term:
            return "terminated"
        if stage in {"terminated", "expired", "rejected"}:
            return stage
        if over is not None:
            return "terminated"
        if any(
            all(self.own_stage(party, day) == "suspended" for party in side) for side in self.sides
        ):
            return "suspended"
        return stage

    def left_by_too_many(self, day):
        """When so many had left that the treaty was over.

        A treaty cannot bind one side alone; several parties may leave until nobody is left.
        """
        left = {
            party: self.left_on(party, day)
            for party in self.listed
            if self.own_stage(party, day) == "withdrawn"
        }
        gone = [max(left[party] for party in side) for side in self.sides if side <= left.keys()]
        return min(gone, default=None)

    @once
    def end_on(self, day):
        """The place of what ended the treaty last, as what it ended, and whether by its term."""
        ends = [
            (act.place, "rejected" if act.data["status"] == "rejected" else act.row.ends_as)
            for act in self.acts
            if act.effect is Effect.ENDS and act.of_whole and self.has_effect(act, day)
        ]
        term = self.end_of_term(day)
        by_term = None
        if term is not None and term <= day:
            by_term = (term, ACTS["expiry"].rank, -1)
            ends.append((by_term, "expired"))
        end, ended_as = max(ends, default=(None, None))
        return end, ended_as, by_term if by_term == end else None

    def stage_of_acts(self, day):
        """The stage that the acts of the treaty give, and the place of the end of its term."""
        end, ended_as, by_term = self.end_on(day)

        def since_the_end(places):
            return [place for place in places if end is None or place > end]

        def places(*effects, some=False):
            return [
                act.place
                for act in self.acts
                if act.effect in effects
                and (some or (act.of_whole and not act.is_limited))
                and self.has_effect(act, day)
            ]

        entry, _ = self.entry(day)
        force = places(Effect.ENTERS, some=True)
        applied = places(Effect.APPLIES, some=True)
        if entry is not None and entry <= day:
            force.append((entry, ENTRY, -1))
        if not applied:
            force += [
                act.place
                for act in self.acts
                if act.effect in SHOWS_FORCE and act.of_whole and act.takes_effect <= day
            ]
        in_force, provisional = since_the_end(force), since_the_end(applied)
        suspended = places(Effect.SUSPENDS)
        resumed = max(places(Effect.RESUMES), default=(date.min,))
        if (in_force or provisional) and since_the_end(suspended) and max(suspended) > resumed:
            return "suspended", None
        if in_force or provisional:
            return ("in_force" if in_force else "provisionally_applied"), None
        if ended_as in {"terminated", "expired"}:
            return ended_as, by_term
        return self.stage_before_force(day, end), None

    def stage_before_force(self, day, refused):
        """The highest stage that is reached by what was done since the treaty was refused."""
        done = {
            act: act.effect
            for act in self.in_order(day)
            if not act.is_limited and (refused is None or act.place > refused)
        }
        met = self.conditions_met_on(day)
        if met is not None and (refused is None or (met, ACTS["tally"].rank, 0) > refused):
            return "ratified"
        if set(done.values()) & (CONSENT | {Effect.COUNTS}) or any(
            effect is Effect.PROCEEDS and self.is_under_way(act, day)
            for act, effect in done.items()
        ):
            return "being_ratified"
        signed = [act for act, effect in done.items() if effect is Effect.SIGNS]
        if any(act.of_whole for act in signed) or (
            signed and (len(self.sides) < 2 or self.signed_by_both(day, refused))
        ):
            return "signed"
        if set(done.values()) & {Effect.SETTLES, Effect.SIGNS}:
            return "adopted"
        if Effect.NEGOTIATES in done.values():
            return "negotiating"
        return "rejected" if refused else "none"

    def signed_by_both(self, day, refused):
        places = [
            [
                act.place
                for act in self.acts
                for party in side
                if act.effect is Effect.SIGNS
                and act.names(party)
                and not act.is_limited
                and self.has_effect(act, day, party)
            ]
            for side in self.sides
        ]
        if not all(places):
            return False
        return refused is None or max(max(own) for own in places) > refused

    def is_under_way(self, act, day):
        """Whether a step towards consent leads on: no party's, or of one that took nothing back."""
        return not act.parties or any(
            self.has_effect(act, day, party)
            and all(place < act.place for place in self.reversals(party, day, None).values())
            for party in act.parties
        )

    def conditions_met_on(self, day):
        """The day on which nothing but its own day was missing for the entry into force."""
        if self.rules:
            met = []
            for rule in self.rules:
                met += [one for one in [self.met_on(rule)] if one is not None]
                if "met_by" in rule and self.met_on(rule) is not None:
                    break
            return max((one for one in met if one <= day), default=None)
        if not self.listed or not self.is_complete:
            return None

        def all_consent(one):
            return self.required_on(one) and all(self.counts(party, one) for party in self.listed)

        until = [one for one in self.all_days if one <= day]
        since = None
        for one in until:
            since = (since or one) if all_consent(one) else None
        return since

    def met_on(self, rule):
        met = next((one for one in self.all_days if self.is_met(rule, one)), None)
        late = met is not None and "met_by" in rule and met > date.fromisoformat(rule["met_by"])
        return None if late else met
