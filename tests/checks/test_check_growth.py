"""The time that all rules take grows in proportion to the brief."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief.checks import RULES
from diplobrief.model import Brief

# Other tests cover the same code, and coverage would double the time.
pytestmark = pytest.mark.no_cover


def with_milestones(number):
    kinds = ("signature", "parliamentary_approval", "ratification", "deposit")
    return {
        "actors": [
            {"id": f"s{at}", "kind": "state", "name": f"State {at}"} for at in range(number // 4)
        ],
        "treaties": [
            {
                "id": "lake",
                "title": "Treaty on the Lake",
                "kind": "treaty",
                "milestones": [
                    {
                        "id": f"m{at}",
                        "kind": kinds[at % 4],
                        "status": "completed",
                        "date": f"20{10 + at % 4:02}-03-04",
                        "parties": [f"s{at // 4 % max(1, number // 4)}"],
                        "evidence": [{"exact": f"The parties met {at} times."}],
                        **({"requires": [f"m{at - 1}"]} if at % 4 else {}),
                    }
                    for at in range(number)
                ],
            }
        ],
    }


def with_quotes(number):
    return {
        "actors": [{"id": "varga", "kind": "person", "name": "Ilona Varga"}],
        "quotes": [
            {"speakers": ["varga"], "mode": "direct", "text": f"The parties met {at} times."}
            for at in range(number)
        ],
    }


def with_short_quotes(number):
    """Return quotes whose only rare word is the last, which may be the start of a longer one."""
    return {
        "actors": [{"id": "varga", "kind": "person", "name": "Ilona Varga"}],
        "quotes": [
            {"speakers": ["varga"], "mode": "direct", "text": f"met {at}"} for at in range(number)
        ],
    }


def with_treaties(number, actors):
    """Return treaties, each with an entry rule to compute, and actors."""
    return {
        "actors": [
            {"id": f"s{at}", "kind": "state", "name": f"State {at}"} for at in range(actors)
        ],
        "treaties": [
            {
                "id": f"t{at}",
                "title": "Treaty on the Lake",
                "kind": "treaty",
                "entry_rules": [{"count": 1}],
                "milestones": [
                    {
                        "kind": kind,
                        "status": "completed",
                        "date": "2025-03-04",
                        **({"parties": [f"s{at}"]} if kind == "ratification" else {}),
                    }
                    for kind in ("ratification", "entry_into_force")
                ],
            }
            for at in range(number)
        ],
    }


def brief_of(make, number):
    sections = [
        {"kind": "lede", "content": [{"type": "paragraph", "text": f"The parties met {at} times."}]}
        for at in range(number)
    ]
    return Brief.model_validate({"schema_version": "1.0", **make(number), "sections": sections})


def check(brief):
    assert all(finding.code in RULES for finding in diplobrief.check(brief))


@pytest.mark.parametrize(
    "make",
    [with_milestones, with_quotes, with_short_quotes],
    ids=lambda make: make.__name__,
)
def test_time_is_linear_in_the_number_of_facts(assert_in_proportion, make):
    assert_in_proportion(check, brief_of(make, 200), brief_of(make, 4_000), times=20)


def test_time_does_not_grow_with_treaties_times_actors(cpu_seconds):
    def seconds(treaties, actors):
        data = {"schema_version": "1.0", "sections": [], **with_treaties(treaties, actors)}
        brief = Brief.model_validate(data)
        return min(cpu_seconds(check, brief) for _ in range(3))

    # If the actors are copied for each treaty, both together take over three times as long.
    assert seconds(600, 12_000) < 2 * (seconds(600, 600) + seconds(1, 12_000))


def with_refused_fixes(number):
    """Return a document whose fixes would make `null` of text, but for the last one."""
    actors = "".join(
        f"  - {{id: a{at}, kind: state, name: State {at}, note: n\u200bull}}\n"
        for at in range(number)
    )
    return f"---\nschema_version: '1.0'\nactors:\n{actors}---\n\n# The\u200b lake\n"


def test_time_is_linear_in_the_number_of_refused_fixes(assert_in_proportion):
    def fix(text):
        result = diplobrief.fix_text(text, "markdown", select=["HYG"])
        assert (len(result.fixed), "# The lake" in result.text) == (1, True)

    assert_in_proportion(fix, with_refused_fixes(20), with_refused_fixes(200), times=10)
