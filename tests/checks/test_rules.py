"""Each rule reports its problem, and nothing in a correct brief."""

from __future__ import annotations

import inspect
import re

import pytest
from hypothesis import given

import diplobrief
from diplobrief.checks import FAMILIES, RULES, CheckContext
from diplobrief.model import Brief, Milestone
from diplobrief.testing import briefs
from tests.checks.further_pairs import FURTHER_PAIRS
from tests.checks.pairs import PAIRS, brief

ALL_PAIRS = [*PAIRS.items(), *FURTHER_PAIRS]


def found(code, data):
    return list(RULES[code].findings(CheckContext(Brief.model_validate(data))))


def test_every_rule_has_a_pair():
    assert set(PAIRS) == set(RULES)


@pytest.mark.parametrize(("code", "pair"), ALL_PAIRS)
def test_a_rule_reports_the_wrong_brief_at_its_path(code, pair):
    findings = found(code, pair.wrong)
    assert [finding.path for finding in findings] == [pair.path]
    assert findings[0].message
    assert findings[0].hint


@pytest.mark.parametrize(("code", "pair"), ALL_PAIRS)
def test_a_rule_reports_nothing_in_the_right_brief(code, pair):
    assert found(code, pair.right) == []


@pytest.mark.parametrize(
    ("code", "related"),
    [
        (
            "CHR017",
            [("treaties", 0, "milestones", 0, "date"), ("treaties", 0, "milestones", 1, "date")],
        ),
        ("CHR020", [("treaties", 0, "milestones", 0, "status")]),
        ("CHR021", [("treaties", 0, "entry_rules", 0, "later_parties")]),
        ("EVD002", [("sections", 0, "content", 0, "text")]),
        ("EVD006", [("treaties", 0, "milestones", 0, "evidence", 0, "exact")]),
        ("HYG010", [("handling", "embargo_until")]),
        ("STY005", [("sections", 0)]),
        ("STY006", [("sections", 0, "heading")]),
    ],
)
def test_a_problem_of_two_places_names_both(code, related):
    (finding,) = found(code, PAIRS[code].wrong)
    assert [place.path for place in finding.related] == related
    assert all(place.message for place in finding.related)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_explained_in_the_same_parts(code):
    parts = re.findall(r"^([A-Z][a-z ]+):$", RULES[code].explanation, re.MULTILINE)
    assert parts[:4] == ["What it does", "Why it matters", "Example", "Use instead"]
    assert parts[4:] in ([], ["References"])
    assert RULES[code].summary.endswith(".")


def test_a_rule_is_in_the_module_of_its_family():
    prefixes = {
        family.__name__.rpartition(".")[2]: family.__doc__.partition(":")[0] for family in FAMILIES
    }
    for code, rule in RULES.items():
        family = inspect.getmodule(rule.function).__name__.split(".")[3]
        assert code[:3] == prefixes[family]
    assert list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


def value_at(brief, path):
    value = brief
    for step in path:
        value = (
            value[step] if isinstance(step, int) or isinstance(value, dict) else member(value, step)
        )
    return value


def member(value, name):
    return value.__dict__[name] if name in value.__dict__ else value.extensions[name]


@given(briefs())
def test_no_rule_fails_and_each_path_exists(brief):
    for finding in diplobrief.check(brief):
        assert finding.code in {*RULES, "ignore_unused"}, finding
        for path in (finding.path, *(related.path for related in finding.related)):
            assert value_at(brief, path) is not None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Senate", "the Senate of Northland"),
        ("the Senate", "the Senate of Northland"),
        ("Senate of Northland", "the Senate of Northland"),
        ("Northland's Senate", "Northland's Senate"),
    ],
)
def test_a_message_names_an_organ_with_its_state_and_an_article(name, shown):
    state = {"id": "north", "kind": "state", "name": "Northland"}
    organ = {"id": "senate", "kind": "organ", "name": name, "of": "north"}
    context = CheckContext(Brief.model_validate(brief(actors=[state, organ])))
    vote = Milestone(kind="parliamentary_approval", status="completed", by=("senate",))
    assert context.describe(vote) == f"parliamentary approval by {shown}"


def test_a_brief_without_a_day_says_what_nobody_can_tell():
    (finding,) = found("HYG011", PAIRS["HYG011"].wrong)
    expected = "the brief states no day, so nobody can tell whether announced facts are overdue"
    assert finding.message == expected
