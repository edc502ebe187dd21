"""Suggested facts in a check: findings say that they rest on them, and they can be left out."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given

import diplobrief
from diplobrief import Brief, check, check_text
from diplobrief.checks.suggested import asserted_part
from diplobrief.diagnostics import Severity
from diplobrief.model.fact_index import facts_with_paths
from diplobrief.model.facts import is_suggested
from diplobrief.testing import briefs

SUGGESTED = {"status": "suggested", "method": "rules"}
CONFIRMED = {"status": "confirmed", "reviewed_by": "A. Editor", "reviewed_on": "2025-04-20"}
NOTE = "(rests on suggested facts)"


def approval(date, status="completed", **members):
    kind = "parliamentary_approval"
    return {"kind": kind, "status": status, "date": date, "parties": ["ru"], **members}


def brief(*milestones, **members):
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "published": "2025-04-15",
            "actors": [
                {"id": "ir", "kind": "state", "name": "Iran", "provenance": SUGGESTED},
                {"id": "ru", "kind": "state", "name": "Russia", "provenance": SUGGESTED},
            ],
            "treaties": [
                {"id": "csp", "title": "Treaty", "kind": "treaty", "milestones": [*milestones]}
            ],
            "sections": [],
            **members,
        }
    )


def findings(found, code):
    return [finding for finding in found if finding.code == code]


@pytest.mark.parametrize("suggested", [0, 1])
def test_a_finding_about_a_suggested_fact_says_so(suggested):
    steps = [approval("2025-04-14"), approval("2025-04-10", "scheduled")]
    [finding] = findings(check(brief(*steps)), "CHR001")
    assert NOTE not in finding.message
    steps[suggested]["provenance"] = SUGGESTED
    [finding] = findings(check(brief(*steps)), "CHR001")
    assert finding.message.endswith(NOTE)


def test_unconfirmed_facts_are_counted_once():
    suggested = approval("2025-04-14", provenance=SUGGESTED)
    [finding] = findings(check(brief(suggested)), "PRV001")
    assert (finding.path, finding.severity) == (("actors", 0), "info")
    assert finding.message == "3 facts are suggested, and not confirmed by a person"
    assert findings(check(brief(suggested), confirmed_only=True), "PRV001") == []


def test_suggested_facts_are_left_out_and_paths_stay_those_of_the_brief():
    steps = [
        approval("2025-04-12", provenance=SUGGESTED),
        approval("2025-04-14"),
        approval("2025-04-10", "scheduled"),
    ]
    found = check(brief(*steps), confirmed_only=True)
    [finding] = findings(found, "CHR001")
    assert finding.path[:4] == ("treaties", 0, "milestones", 2)
    assert [related.path[3] for related in finding.related] == [1]
    assert NOTE not in finding.message
    steps[2]["provenance"] = SUGGESTED
    assert findings(check(brief(*steps), confirmed_only=True), "CHR001") == []


def test_what_an_asserted_fact_refers_to_stays():
    part = asserted_part(brief(approval("2025-04-14", provenance=CONFIRMED)))
    assert [actor.id for actor in part.brief.actors] == ["ru"]
    assert part.paths["actors", 0] == ("actors", 1)
    assert part.brief.actors[0].provenance is None


def test_a_suggested_treaty_stays_for_its_confirmed_milestone():
    steps = [approval("2025-04-12", provenance=SUGGESTED), approval("2025-04-14", id="a")]
    whole = brief(*steps)
    treaty = whole.treaties[0].replace(provenance=SUGGESTED, parties=["ir"])
    part = asserted_part(whole.replace(treaties=[treaty]))
    assert [step.id for step in part.brief.treaties[0].milestones] == ["a"]
    assert [actor.id for actor in part.brief.actors] == ["ir", "ru"]


@given(briefs())
def test_of_any_brief_the_asserted_facts_are_left(whole):
    part = asserted_part(whole)
    facts, left = dict(facts_with_paths(whole)), dict(facts_with_paths(part.brief))
    assert left.keys() == part.paths.keys()
    for path, fact in left.items():
        before = facts[part.paths[path]]
        assert getattr(fact, "id", None) == getattr(before, "id", None)
        assert type(fact) is type(before)
    asserted = [path for path, fact in facts.items() if not is_suggested(fact)]
    assert set(asserted) <= set(part.paths.values())
    assert not any(map(is_suggested, left.values()))


def test_a_confirmed_fact_whose_passage_is_gone_is_a_finding():
    provenance = "{status: confirmed, reviewed_by: A. Editor, reviewed_on: 2025-04-20}"
    text = f"""\
---
schema_version: '1.0'
treaties:
  - id: lake
    title: Lake Treaty
    kind: treaty
    milestones:
      - kind: signature
        status: completed
        evidence: the states signed the treaty
        provenance: {provenance}
---
# Lake Treaty

Nobody has signed anything so far.
"""
    [finding] = findings(check_text(text, "markdown", confirmed_only=True), "EVD001")
    assert finding.line == 10
    assert finding.message.endswith("although A. Editor confirmed the fact on 2025-04-20")
    without = text.replace(provenance, "corrected")
    [finding] = findings(check_text(without, "markdown"), "EVD001")
    assert finding.message.endswith("although a person confirmed the fact")


def test_a_file_is_checked_without_suggestions(tmp_path):
    whole = brief(approval("2025-04-14"), approval("2025-04-10", "scheduled", provenance=SUGGESTED))
    diplobrief.dump(whole, tmp_path / "note.json")
    found = diplobrief.check_file(tmp_path / "note.json", confirmed_only=True)
    assert findings(found, "CHR001") == []
    assert findings(diplobrief.check_file(tmp_path / "note.json"), "CHR001")


def test_the_language_of_a_narrative_can_be_given(tmp_path):
    text = "The Senate approved the Lake Treaty on 3 May 2024.\n"
    note = tmp_path / "note.txt"
    note.write_text(text, encoding="utf-8")
    options = {"select": ["CHR"], "suggest": partial(diplobrief.suggest, language="en")}
    assert check_text(text, "text", **options) == []
    assert diplobrief.check_file(note, **options) == []


def test_a_language_of_which_only_names_are_read_is_a_warning_that_can_be_ignored():
    text = "---\nschema_version: '1.0'\nlanguage: tlh\n---\n\n# Talks\n\nNATO met.\n"
    [finding] = check_text(text, "markdown", select=["language_unsupported"], suggest=True)
    assert (finding.line, finding.severity) == (3, Severity.WARNING)
    others = check_text(text, "markdown", ignore=["language_unsupported"], suggest=True)
    assert finding not in others
    ignored = text.replace("language: tlh", "language: tlh\nignore: [language_unsupported]")
    codes = [found.code for found in check_text(ignored, "markdown", suggest=True)]
    assert "language_unsupported" not in codes
    assert "ignore_unused" not in codes
