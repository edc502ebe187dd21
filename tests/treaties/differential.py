"""Set the engine against the answer worked out by hand, for as many treaties as you like.

    python -m tests.treaties.differential exact 100000
    python -m tests.treaties.differential tallies 20000
    python -m tests.treaties.differential uncertain 20000

The first treaties that differ are printed, as small as they get.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from random import Random

from diplobrief import Brief
from diplobrief.treaties import Days, treaty_history
from diplobrief.treaties.asking import Statuses
from tests.treaties import by_hand
from tests.treaties.made_at_random import ASKED, PARTIES, SENATES, treaty, uncertain


def brief_with(made):
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [
                *({"id": one, "kind": "state", "name": one} for one in [*PARTIES, "east"]),
                *(
                    {"id": senate, "kind": "organ", "name": senate, "of": party}
                    for senate, party in SENATES.items()
                ),
            ],
            "treaties": [{"id": "t", "title": "T", "kind": "treaty", **made}],
            "sections": [],
        }
    )


def answers(made, days=ASKED):
    """Yield, for each day, what the engine says of the treaty, of each party, and of each pair."""
    statuses = Statuses(treaty_history(brief_with(made), "t"))
    for day in days:
        status = statuses.on(Days.of(day))
        answer = {"treaty": set(status.possible)}
        for party, one in status.parties.items():
            answer[party] = set(one.possible)
            for other, pair in one.towards.items():
                answer[party, other] = set(pair.possible)
        yield day, answer


def by_hand_of(treaties):
    """Return the answer by hand for each day that is asked about."""
    worlds = [world for made in treaties for world in by_hand.worlds(made, SENATES)]

    def answer(day):
        told = by_hand.Told({}, {}, {})
        for world in worlds:
            told.add(world, date.fromisoformat(day))
        return {"treaty": set(told.treaty)} | {
            who: set(stages) for who, stages in [*told.parties.items(), *told.pairs.items()]
        }

    return answer


def difference(made, choices=None, days=ASKED):
    """Return the first difference: the day, what it is about, and both answers."""
    by_hand_on = by_hand_of(choices or [made])
    for day, answer in answers(made, days):
        expected = by_hand_on(day)
        if answer.keys() != expected.keys():
            return day, "parties", sorted(map(str, answer)), sorted(map(str, expected))
        for who, stages in expected.items():
            fits = answer[who] == stages if choices is None else answer[who] >= stages
            if not fits:
                return day, who, sorted(answer[who]), sorted(stages)
    return None


def exact(random):
    made = treaty(random)
    return made, None


def tallies(random):
    return treaty(random, tallies=True, size=4), "tallies"


def open_days(random):
    return uncertain(random)


KINDS = {"exact": exact, "tallies": tallies, "uncertain": open_days}


def smaller(made, differs):
    """Remove milestones and members while the answers still differ."""
    for candidate in less(made):
        try:
            if differs(candidate):
                return smaller(candidate, differs)
        except Exception:  # noqa: BLE001, S112 - it is not a treaty any more
            continue
    return made


def less(made):
    """Yield a treaty without one of its members, milestones, rules, or of their members."""
    for name in made.keys() - {"milestones"}:
        yield {member: value for member, value in made.items() if member != name}
    for name in ("milestones", "entry_rules"):
        listed = made.get(name, ())
        for at, one in enumerate(listed):
            yield made | {name: [*listed[:at], *listed[at + 1 :]]}
            for member in one.keys() - {"id", "kind", "status", "date"}:
                rest = {known: value for known, value in one.items() if known != member}
                yield made | {name: [*listed[:at], rest, *listed[at + 1 :]]}


def main(kind, count, seed=0):
    say = sys.stdout.write
    found = wider = asked = 0
    for at in range(seed, seed + count):
        made, choices = KINDS[kind](Random(at))
        if choices == "tallies":
            choices = [made]
        different = difference(made, choices)
        if kind == "uncertain" and at % 20 == 0:
            by_hand_on = by_hand_of(choices)
            for day, answer in answers(made):
                expected = by_hand_on(day)
                asked += len(expected)
                wider += sum(answer[who] != stages for who, stages in expected.items())
        if different is not None:
            found += 1
            if kind == "exact":
                made = smaller(made, lambda one: difference(one) is not None)
                different = difference(made)
            say(f"{at} {different}\n{json.dumps(made)}\n")
            sys.stdout.flush()
            if found >= 5:
                break
    say(f"{kind}: {at + 1 - seed} treaties, {found} differ")
    say(f"; {wider} of {asked} answers wider than necessary\n" if asked else "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
