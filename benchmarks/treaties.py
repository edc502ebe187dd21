"""Measure how long the status of a treaty with many parties takes, and how that time grows.

Usage: `python benchmarks/treaties.py`; `make bench` calls it.

The treaty has a rule (a third of its parties, and 30 days; 30 days for later ones). Each party
signs, then ratifies, then deposits, and so on until all milestones are used up, all on exact days.
A call asks for the stage of the treaty and of each party on days spread over its whole life, of a
brief that was not asked about before.
"""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

from diplobrief import Brief, treaty_status

ROUNDS = 5
DAYS = 100
START = date(2000, 1, 1)
TURN = 700
KINDS = ("signature", "ratification", "deposit")
LATER = ("declaration", "suspension", "resumption", "withdrawal", "accession")
SIZES = ((200, 600), (200, 100), (200, 1_000), (200, 5_000), (2_000, 6_000))
"""Numbers of parties and of milestones; of the first, 100 ms are the aim."""


def brief(parties, milestones):
    """Return a brief with a treaty of this size."""
    names = [f"p{number}" for number in range(parties)]
    steps = []
    for number in range(milestones):
        turn, who = divmod(number, parties)
        kind = KINDS[turn] if turn < len(KINDS) else LATER[turn % len(LATER)]
        day = START + timedelta(turn * TURN + who * 7 % (TURN - 50))
        steps.append(
            {"kind": kind, "status": "completed", "date": str(day), "parties": [names[who]]}
        )
    late = {"days": 30}
    rule = {"count": max(parties // 3, 1), "after": late, "later_parties": late}
    treaty = {"id": "t", "title": "T", "kind": "convention", "parties": names}
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [{"id": name, "kind": "state", "name": name} for name in names],
            "treaties": [treaty | {"entry_rules": [rule], "milestones": steps}],
            "sections": [],
        }
    )


def stages(value, life):
    """Return the stage of the treaty and of each party, on each day."""
    answers = []
    for number in range(DAYS):
        day = START + timedelta(number * life // DAYS)
        status = treaty_status(value, "t", on=day)
        answers.append((status.stage, [one.stage for one in status.parties.values()]))
    return answers


def main() -> None:
    print(f"| Parties | milestones | {DAYS} days: ms |")
    print("| ---: | ---: | ---: |")
    for parties, milestones in SIZES:
        life = (milestones // parties + 1) * TURN
        rounds = []
        for _ in range(ROUNDS):
            value = brief(parties, milestones)
            start = process_time()
            stages(value, life)
            rounds.append(process_time() - start)
        print(f"| {parties:,} | {milestones:,} | {min(rounds) * 1e3:,.0f} |")


if __name__ == "__main__":
    main()
