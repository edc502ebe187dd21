"""Real material: rules find the known contradictions, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import diplobrief
from diplobrief.diagnostics import Severity

ROOT = Path(__file__).parents[2]
HISTORIES = sorted((ROOT / "tests/treaties/histories").glob("*.json"))
SEEDS = ROOT.parent / "shared" / "seeds"
SEED = SEEDS / "iran-russia-partnership.txt"


def serious(findings):
    """Return the findings that are errors or warnings."""
    return [finding for finding in findings if finding.severity is not Severity.INFO]


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_the_history_of_a_real_treaty_has_no_findings(path):
    brief = diplobrief.Brief.model_validate(json.loads(path.read_text("utf-8"))["brief"])
    findings = [found for found in serious(diplobrief.check(brief)) if found.code.startswith("CHR")]
    assert findings == []


@pytest.mark.parametrize("name", ["prespa-agreement", "high-seas-agreement"])
def test_an_example_without_a_contradiction_has_no_findings(name):
    assert serious(diplobrief.check(diplobrief.load(ROOT / f"examples/{name}.md"))) == []


def test_the_example_with_a_contradiction_has_that_finding():
    findings = diplobrief.check(diplobrief.load(ROOT / "examples/finland-nato.md"))
    assert [finding.code for finding in serious(findings)] == ["CHR001"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the pages are not part of the project")
@pytest.mark.parametrize(
    "path", sorted(SEEDS.glob("layouts/[0-9]*.txt")), ids=lambda path: path.stem
)
def test_an_imported_page_has_no_findings(path):
    brief = diplobrief.loads(path.read_text("utf-8").partition("\n")[2], "text")
    assert [
        found for found in serious(diplobrief.check(brief)) if not found.code.startswith("HYG")
    ] == []


FACTS = {
    "actors": [
        {"id": "ir", "kind": "state", "name": "Iran", "country": "IR"},
        {"id": "ru", "kind": "state", "name": "Russia", "country": "RU"},
        {
            "id": "duma",
            "kind": "organ",
            "name": "Duma",
            "of": "ru",
            "type": "lower_house",
        },
        {
            "id": "council",
            "kind": "organ",
            "name": "Federation Council",
            "of": "ru",
            "type": "upper_house",
        },
        {
            "id": "jalali",
            "kind": "person",
            "name": "Kazem Jalali",
            "office": "Ambassador to Moscow",
            "represents": "ir",
        },
    ],
    "quotes": [
        {
            "speakers": ["jalali"],
            "mode": "indirect",
            "text": "must swiftly move toward full implementation",
            "verb": "emphasized",
            "about": ["csp"],
        }
    ],
    "treaties": [
        {
            "id": "csp",
            "title": "Comprehensive Strategic Partnership Treaty",
            "kind": "treaty",
            "parties": ["ir", "ru"],
            "milestones": [
                {
                    "kind": "signature",
                    "status": "completed",
                    "date_as_written": "January",
                    "parties": ["ir", "ru"],
                    "evidence": [{"exact": "strategic partnership in January at the Kremlin"}],
                },
                {
                    "kind": "parliamentary_approval",
                    "status": "completed",
                    "date": "2025-04-18",
                    "parties": ["ru"],
                    "by": ["duma"],
                    "evidence": [{"exact": "approved the treaty bill on April 18, 2025"}],
                },
                {
                    "kind": "parliamentary_approval",
                    "status": "scheduled",
                    "date": "2025-04-16",
                    "parties": ["ru"],
                    "by": ["council"],
                    "evidence": [{"exact": "is set to review it on April 16"}],
                },
            ],
        }
    ],
}


@pytest.mark.skipif(not SEED.is_file(), reason="the page is not part of the project")
def test_the_seed_has_exactly_one_contradiction_with_its_line():
    narrative = diplobrief.loads(SEED.read_text("utf-8"), "text")
    data = json.loads(diplobrief.dumps(narrative, "json"))
    brief = diplobrief.loads(json.dumps(data | FACTS), "json")
    text = diplobrief.dumps(brief, "markdown")
    [found] = serious(diplobrief.check_text(text, "markdown"))
    assert found.code == "CHR001"
    assert "Federation Council" in found.message
    assert "Duma" in found.message
    assert "2025-04-16" in text.split("\n")[found.line - 1]
