"""Treaties made at random: small, and full of what real ones rarely have together."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from math import prod

from diplobrief.treaties import ACTS
from tests.treaties.lake import undo_each_other

PARTIES = ["north", "south", "west"]
SENATES = {f"{party}-senate": party for party in PARTIES}
START = date(2025, 1, 1)
DAYS = [(START + timedelta(days)).isoformat() for days in range(6)]
ASKED = [(START + timedelta(days)).isoformat() for days in [*range(9), 11, 31, 32]]
SHARES = [
    {"party": party, "percent": percent}
    for party, percent in zip(PARTIES, [0.1, 0.2, 50], strict=True)
]
CONDITIONS = [
    {"count": 1},
    {"count": 2},
    {"count": 3},
    {"named": ["north"]},
    {"count": 2, "named": ["west"]},
    {"share_percent": 0.3, "shares": SHARES},
    {"count": 2, "share_percent": 50, "shares": SHARES},
    {"count": 1, "among": ["south", "west"]},
    {"count": 2, "excluding": ["west"]},
    {"count": 2, "groups": [{"count": 1, "among": ["west", "south"]}]},
    {"fraction": "1/2", "of": 4},
    {"fraction": ">1/2", "of": 3},
]
FRACTIONS = [{"fraction": "2/3"}, {"fraction": "1/2"}, {"fraction": ">1/2"}]
STATUSES = ["completed"] * 8 + ["scheduled", "rejected", "returned", "postponed"]
BEGINNINGS = [
    "ratification",
    "accession",
    "deposit",
    "entry_into_force",
    "withdrawal",
    "revocation",
]


def chance(random, one_in):
    return random.randrange(one_in) == 0


def some(random, items):
    return random.sample(items, random.randint(1, len(items)))


def step(random, index, count, kinds):
    made = {
        "id": f"m{index}",
        "kind": random.choice(BEGINNINGS if chance(random, 2) else kinds),
        "status": random.choice(STATUSES),
        "date": random.choice(DAYS),
    }
    if made["kind"] == "tally":
        tally = random.choice([{"count": random.randint(1, 4)}, {"share_percent": 0.3}])
        return made | tally | ({"share_percent": 50} if chance(random, 3) else {})
    who = random.choice(["all", "one", "one", "one", "some", "senate"])
    if who == "one":
        made["parties"] = [random.choice(PARTIES)]
    elif who == "some":
        made["parties"] = some(random, PARTIES)
    elif who == "senate":
        made["by"] = [random.choice(sorted(SENATES))]
    others = [f"m{other}" for other in range(count) if other != index]
    return made | limits(random, made, others) | links(random, made, others)


def limits(random, made, others):
    more = random.choice(["nothing"] * 7 + ["effective", "scope", "place", "against", "toward"])
    if made["kind"] == "objection_precluding_entry" and "parties" in made and chance(random, 2):
        more = "against"
    if more == "effective":
        return {"effective": random.choice(DAYS)}
    if more in {"scope", "place"}:
        articles, place = {"articles": ["Article 1"]}, {"territories": ["The islands"]}
        return {"scope": articles if more == "scope" else place}
    if more == "against" and "parties" in made:
        return {"counterparties": [random.choice([*PARTIES, "east"])]}
    return {"toward": random.choice(others)} if more == "toward" and others else {}


def links(random, made, others):
    links = {}
    undoes = made["kind"] in {"revocation", "resumption", "referendum"}
    if others and (undoes or chance(random, 10)):
        links["reverses"] = [random.choice(others)]
    if others and made["kind"] == "entry_into_force" and chance(random, 8):
        links["requires"] = [random.choice(others)]
    return links


def rule(random, conditions):
    return {
        **random.choice(conditions),
        **random.choice([{}, {"after": {"days": 2}}, {"after": {"first_of_month": True}}]),
        **random.choice([{}, {}, {}, {"not_before": DAYS[4]}, {"met_by": DAYS[2]}]),
        **random.choice(
            [
                {},
                {"later_parties": {"days": 2}},
                {"later_parties": {"days": 2, "late_after": "entry_into_force"}},
            ]
        ),
    }


def treaty(random, *, tallies=False, size=7):
    """Return a treaty with exact days, as the plain data of a brief."""
    made = {}
    parties = random.choice([[], PARTIES[:1], *[PARTIES[:2]] * 4, *[PARTIES] * 2])
    if parties:
        made["parties"] = parties
        if chance(random, 6):
            made["membership"] = random.choice(["all", "selected"])
        if chance(random, 6):
            made["one_side"] = some(random, parties)
    kinds = [kind for kind in ACTS if tallies or kind != "tally"]
    count = random.randint(0, size)
    milestones = [step(random, index, count, kinds) for index in range(count)]
    if chance(random, 3):
        milestones = [*milestones[:4], *taken_back_and_again(random, size=3)]
        keep_references(milestones)
    if undo_each_other(milestones):
        return treaty(random, tallies=tallies, size=size)
    made["milestones"] = milestones
    made["entry_rules"] = rules(random, listed=bool(parties))
    if chance(random, 4):
        made["exit_rules"] = [{"after": {"days": 2}}]
    if chance(random, 6):
        made |= random.choice([{}, {"renewal": "P2D"}])
        made |= random.choice([{}, {}, {"renewed_by": "automatic"}, {"renewed_by": "consent"}])
        made["duration"] = "P2D"
    return {name: value for name, value in made.items() if value}


def rules(random, *, listed):
    conditions = CONDITIONS + (FRACTIONS if listed else [])
    made = [rule(random, conditions) for _ in range(random.choice([0, 0, 1, 1, 2]))]
    if chance(random, 10):
        made.append({"later_parties": {"days": 3}})
    if listed and chance(random, 12):
        made.append({"after": {"days": 1}})
    return made


def keep_references(milestones):
    """Remove references to milestones that are not there."""
    named = {made["id"] for made in milestones}
    for made in milestones:
        if made.get("toward", "c0") not in named:
            del made["toward"]
        for member in ("reverses", "requires"):
            if not named.issuperset(made.get(member, ())):
                del made[member]


def taken_back_and_again(random, size):
    """A consent that is revoked, and that too, and maybe once more; other acts lie between."""
    chain = [
        {
            "id": "c0",
            "kind": random.choice(["ratification", "accession", "deposit", "signature"]),
            "status": "completed",
            "date": random.choice(DAYS),
            **random.choice([{}, {"parties": ["north"]}, {"parties": ["north", "west"]}]),
        }
    ]
    for index in range(1, random.randint(3, size + 1)):
        undone = random.choice([index - 1, index - 1, max(index - 2, 0)])
        chain.append(
            {
                "id": f"c{index}",
                "kind": "revocation",
                "status": "completed",
                "date": random.choice(DAYS),
                "reverses": [f"c{undone}"],
                **random.choice([{}, {}, {"parties": ["north"]}, {"parties": ["west"]}]),
            }
        )
    return chain


def uncertain(random, *, size=6, most=216):
    """Return a treaty of which one to three days are not known, and all that they may have been."""
    made = treaty(random, size=size)
    milestones = made.get("milestones", ())
    if not milestones:
        return uncertain(random, size=size, most=most)
    known = [dict(one) for one in milestones]
    open_days = {}
    for index in random.sample(range(len(milestones)), min(random.randint(1, 3), len(milestones))):
        first, last = sorted((random.randint(0, 5), random.randint(0, 5)))
        member = "effective" if "effective" in known[index] and chance(random, 2) else "date"
        open_days[index, member] = DAYS[first : last + 1]
        known[index][member] = f"[{DAYS[first]}..{DAYS[last]}]" if first < last else DAYS[first]
    if prod(map(len, open_days.values())) > most:
        return uncertain(random, size=size, most=most)
    choices = []
    for chosen in product(*open_days.values()):
        exact = [dict(one) for one in milestones]
        for (index, name), day in zip(open_days, chosen, strict=True):
            exact[index][name] = day
        choices.append(made | {"milestones": exact})
    return made | {"milestones": known}, choices
