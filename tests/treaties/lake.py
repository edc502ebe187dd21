"""A small treaty to reason about, in a brief of four states and the organs of one."""

from __future__ import annotations

from diplobrief import Brief
from diplobrief.treaties import treaty_status

STATES = ["north", "south", "west", "east"]
ORGANS = [
    {"id": "chamber", "kind": "organ", "name": "Chamber", "of": "north", "type": "lower_house"},
    {"id": "minister", "kind": "person", "name": "Ilona Varga", "represents": "south"},
]


def brief_of(milestones, parties=("north", "south"), published=None, others=(), **members):
    treaty = {"id": "lake", "title": "Treaty on the Lake", "kind": "treaty", **members}
    if parties:
        treaty["parties"] = list(parties)
    if milestones:
        treaty["milestones"] = milestones
    brief = {
        "schema_version": "1.0",
        "actors": [
            *({"id": one, "kind": "state", "name": one} for one in [*STATES, *others]),
            *ORGANS,
        ],
        "treaties": [treaty],
        "sections": [],
    }
    return Brief.model_validate(brief | ({"published": published} if published else {}))


def on(day, milestones, parties=("north", "south"), **members):
    return treaty_status(brief_of(milestones, parties, **members), "lake", on=day)


def act(kind, day=None, *parties, status="completed", **members):
    made = {"kind": kind, "status": status, **members}
    if day is not None:
        made["date"] = day
    return made | ({"parties": list(parties)} if parties else {})


def undo_each_other(steps):
    """Say whether steps reverse each other in a circle."""
    undoes = {step["id"]: step.get("reverses", [None])[0] for step in steps}
    for start in undoes:
        current, seen = start, set()
        while current is not None and current not in seen:
            seen.add(current)
            current = undoes.get(current)
        if current is not None:
            return True
    return False
