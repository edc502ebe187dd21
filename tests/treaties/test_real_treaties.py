"""Real treaties in a short form, asked about on days around each of their steps."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from diplobrief import Brief, check
from diplobrief.treaties import treaty_status

TREATIES = yaml.safe_load(
    Path(__file__).with_name("real_treaties.yaml").read_text(encoding="utf-8")
)
MEMBERS = {"eff": "effective", "n": "count"}
LISTS = {"rev": "reverses", "cp": "counterparties"}


def step(line):
    made = {"status": "completed"}
    made["date"], made["kind"], *rest = line.split()
    for one in rest:
        name, equals, value = one.partition("=")
        if not equals:
            made["parties"] = one.split(",")
        elif name in LISTS:
            made[LISTS[name]] = value.split(",")
        else:
            made[MEMBERS.get(name, name)] = int(value) if name == "n" else value
    return made


def brief_of(treaty):
    steps = [step(line) for line in treaty["steps"].splitlines()]
    acting = [party for one in steps for party in one.get("parties", ())]
    own = {"treaty", "parties", "steps", "stages"}
    members = {name: value for name, value in treaty.items() if name not in own}
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [
                {"id": one, "kind": "state", "name": one}
                for one in dict.fromkeys([*treaty["parties"], *acting])
            ],
            "treaties": [
                {
                    "id": "t",
                    "title": treaty["treaty"],
                    "kind": "treaty",
                    "parties": treaty["parties"],
                    "milestones": steps,
                    **members,
                }
            ],
            "sections": [],
        }
    )


@pytest.mark.parametrize("treaty", TREATIES, ids=lambda treaty: treaty["treaty"])
def test_a_real_treaty_and_its_parties_have_the_stages_that_they_had(treaty):
    brief = brief_of(treaty)
    for line in treaty["stages"].splitlines():
        day, expected = line.split(maxsplit=1)
        status = treaty_status(brief, "t", on=day)
        for one in expected.split(", "):
            who, stage = one.split()
            about = status if who == "treaty" else status.parties[who]
            assert str(about) == stage, (day, who)


@pytest.mark.parametrize("treaty", TREATIES, ids=lambda treaty: treaty["treaty"])
def test_nothing_is_found_wrong_with_a_real_treaty(treaty):
    assert check(brief_of(treaty), select=["CHR"]) == []
