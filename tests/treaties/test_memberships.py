"""Memberships as depositaries record them: the day on which each party was bound, by the clause.

Records are made at random. What is expected comes from the final clause alone, in a few lines: the
conditions are met with the nth instrument; a party that has deposited by then is bound on the day
of entry into force, and every other party after the time for later parties.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.model import Treaty
from diplobrief.treaties import treaty_history
from tests.treaties.by_hand_acts import after
from tests.treaties.lake import act

OPENED = date(1990, 1, 10)
ASKED = [OPENED + timedelta(days) for days in range(-30, 7000, 97)]
DAY = timedelta(1)
YEAR = {"months": 12}
PERIODS = [
    {},
    {"days": 30},
    {"days": 90},
    {"months": 3},
    {"months": 12},
    {"months": 3, "first_of_month": True},
    {"months": 2, "first_of_month": True},
]
CONSENTS = ["ratification", "acceptance", "approval", "accession", "deposit"]
SHOWN = [
    "all instruments",
    "all instruments and the entry into force",
    "some instruments and tallies",
    "some instruments, tallies and the entry into force",
    "some instruments and the entry into force",
    "one party and the entry into force",
    "some instruments, the entry into force and the time for later parties",
]


@dataclass
class Member:
    """The record of one party, and what follows for it.

    Args:
        consent: The day of its instrument.
        succession: The day from which a succession has effect.
        notice: The day of its notice of withdrawal.
        again: The day of its second instrument.
        bound: The days on which it was bound, each up to its exit.
    """

    consent: date
    succession: date | None = None
    notice: date | None = None
    again: date | None = None
    bound: list[tuple[date, date]] = field(default_factory=list)

    def stage(self, day):
        """Whether it was bound, about to leave, or away."""
        for since, left in self.bound:
            if since <= day < left:
                leaves = self.notice is not None and self.notice <= day and left < date.max
                return "withdrawing" if leaves else "in_force"
        given = [one for one in (self.succession or self.consent, self.again) if one is not None]
        left = [left for _, left in self.bound if left <= day]
        if any(one <= day and (not left or one >= self.notice) for one in given):
            return "ratified"
        return "withdrawn" if left else None


class Records:
    """The instruments of a treaty that enters into force with the nth of them.

    Args:
        random: The source of chance.
        how: What a brief shows of them.
        by_month: How likely it is that only the month of an act is known.
    """

    def __init__(self, random, how, by_month=0):
        self.random = random
        self.how = how
        self.by_month = by_month
        self.number = random.randint(1, 8)
        # The conditions were met on one day only if the time that runs is a number of days.
        is_counted = "tallies" in how or "all" in how
        self.period = random.choice(PERIODS if is_counted else PERIODS[:3])
        self.later = random.choice(PERIODS[1:])
        self.says_later_only = "time for later parties" in how
        if self.says_later_only:
            self.period = self.later = random.choice(PERIODS[1:3])
        self.from_entry = self.happens(0.4)
        parties = [f"p{at}" for at in range(random.randint(max(self.number, 3), 20))]
        days = sorted(OPENED + timedelta(random.randrange(3000)) for _ in parties)
        # The instrument of an organization may come at any time; it does not count.
        self.uncounted = {"org": OPENED + timedelta(random.randrange(3000))}
        self.met = days[self.number - 1]
        self.entry = after(self.met, self.period)
        known = [*zip(parties, days, strict=True), *self.uncounted.items()]
        self.members = {party: self.member(day) for party, day in known}

    def happens(self, chance):
        return self.random.random() < chance

    def member(self, day):
        member = Member(day)
        since = self.bound_by(day)
        if day > self.entry and self.happens(0.2):
            # Independence lies before the notification, and maybe before the treaty.
            member.succession = day - timedelta(self.random.randrange(900))
            since = max(self.entry, member.succession)
        left = date.max
        if self.happens(0.3):
            member.notice = max(since, day) + timedelta(self.random.randrange(1, 900))
            left = after(member.notice, YEAR)
        member.bound.append((since, left))
        if member.notice is not None and self.happens(0.5):
            # It may change its mind while its notice runs.
            member.again = member.notice + timedelta(self.random.randrange(1, 1000))
            member.bound.append((max(left, after(member.again, self.later)), date.max))
        return member

    def bound_by(self, day):
        if day <= self.met or (self.from_entry and day < self.entry):
            return self.entry
        return max(self.entry, after(day, self.later))

    def rule(self):
        later = {**self.later, **({"late_after": "entry_into_force"} if self.from_entry else {})}
        if self.says_later_only:
            return {"later_parties": later}
        rule = {"count": self.number, "later_parties": later, "excluding": [*self.uncounted]}
        return rule | ({"after": self.period} if self.period else {})

    def milestones(self, shown):
        for party in shown:
            member = self.members[party]
            day = member.consent.isoformat()
            if member.succession is not None:
                yield act("succession", day, party, effective=member.succession.isoformat())
            else:
                yield act(self.random.choice(CONSENTS), day, party)
                if self.happens(0.2):
                    reserves = (member.consent + timedelta(400)).isoformat()
                    yield act("reservation", reserves, party)
            if member.notice is not None:
                left = member.bound[0][1].isoformat()
                yield act("withdrawal", member.notice.isoformat(), party, effective=left)
            if member.again is not None:
                yield act("accession", member.again.isoformat(), party)

    def less_precise(self, milestone):
        if not self.happens(self.by_month):
            return milestone
        return milestone | {"date": milestone["date"][:7]}

    def tallies(self):
        """Tallies on the day on which the number was reached, and before."""
        counted = [one.consent for party, one in self.members.items() if party != "org"]
        before = sum(day < self.met for day in counted)
        yield act("tally", (self.met - DAY).isoformat(), count=before)
        yield act("tally", self.met.isoformat(), count=sum(day <= self.met for day in counted))

    def history(self, shown, *more, **members):
        milestones = [*map(self.less_precise, self.milestones(shown)), *more]
        self.random.shuffle(milestones)
        return treaty_history(
            Treaty(
                id="t",
                title="Convention",
                kind="convention",
                parties=shown,
                entry_rules=[self.rule()],
                milestones=milestones,
                **members,
            )
        )

    def as_shown(self):
        everybody = [*self.members]
        some = self.random.sample(everybody, self.random.randint(1, len(everybody)))
        reported = act("entry_into_force", self.entry.isoformat())
        match self.how:
            case "all instruments":
                return self.history(everybody)
            case "all instruments and the entry into force":
                return self.history(everybody, reported)
            case "some instruments and tallies":
                return self.history(some, *self.tallies(), membership="selected")
            case "some instruments, tallies and the entry into force":
                return self.history(some, *self.tallies(), reported, membership="selected")
            case "one party and the entry into force":
                return self.history(some[:1], reported)
            case _:
                return self.history(some, reported, membership="selected")


@pytest.mark.parametrize("how", SHOWN)
@given(seed=st.integers(0, 2**40))
def test_each_party_is_bound_on_the_day_of_the_final_clause(how, seed):
    records = Records(Random(seed), how)
    history = records.as_shown()
    for party, one in history.parties.items():
        member = records.members[party]
        assert str(one.first_bound) == str(member.bound[0][0]), (party, member)
        turns = {day for span in member.bound for day in span if day < date.max}
        for day in {*ASKED, *turns, *(day - DAY for day in turns)}:
            expected = member.stage(day)
            assert expected is None or one.on(day).stage == expected, (party, day, member)


@pytest.mark.parametrize("how", SHOWN)
@given(seed=st.integers(0, 2**40))
def test_days_known_by_their_month_leave_the_right_answer_among_the_possible(how, seed):
    records = Records(Random(seed), how, by_month=0.2)
    history = records.as_shown()
    for party, one in history.parties.items():
        member = records.members[party]
        assert one.first_bound is not None
        assert one.first_bound.first <= member.bound[0][0].toordinal() <= one.first_bound.last
        for day in ASKED:
            expected = member.stage(day)
            assert expected is None or expected in one.on(day).possible, (party, day, member)
