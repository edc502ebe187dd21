"""CHR001: a step still to come before one that is done."""

from __future__ import annotations

import pytest

import diplobrief


def treaty(*milestones):
    return diplobrief.Brief.model_validate(
        {
            "schema_version": "1.0",
            "treaties": [
                {
                    "id": "lake",
                    "title": "Treaty on the Lake",
                    "kind": "treaty",
                    "milestones": [
                        {"kind": kind, "status": status, **({"date": date} if date else {})}
                        for kind, status, date in milestones
                    ],
                }
            ],
            "sections": [],
        }
    )


def overtaken(brief):
    return [finding for finding in diplobrief.check(brief) if finding.code == "CHR001"]


DONE = ("parliamentary_approval", "completed", "2025-04-18")


@pytest.mark.parametrize("status", ["scheduled", "expected"])
@pytest.mark.parametrize("date", ["2025-04-16", "2025-03", "2024", "[2025-04-01..2025-04-17]"])
def test_a_step_still_to_come_before_a_completed_one_is_found(status, date):
    findings = overtaken(treaty(("signature", status, date), DONE))
    assert [(found.code, found.path) for found in findings] == [
        ("CHR001", ("treaties", 0, "milestones", 0, "date"))
    ]
    assert "2025-04-18" in findings[0].message


@pytest.mark.parametrize(
    "step",
    [
        ("signature", "scheduled", "2025-04-18"),
        ("signature", "scheduled", "2025-04-19"),
        ("signature", "scheduled", "2025-04"),
        ("signature", "scheduled", "2025"),
        ("signature", "scheduled", "2024~"),
        ("signature", "scheduled", "[2025-04-01..2025-04-18]"),
        ("signature", "scheduled", "[2024..]"),
        ("signature", "scheduled", None),
        ("signature", "completed", "2024"),
        ("signature", "postponed", "2024"),
    ],
)
def test_where_the_days_could_fit_nothing_is_found(step):
    assert overtaken(treaty(step, DONE)) == []


@pytest.mark.parametrize("date", [None, "2025~", "2025%", "[..2025-04-18]", "2024"])
def test_a_completed_step_of_uncertain_date_decides_nothing(date):
    done = ("signature", "completed", date)
    assert overtaken(treaty(("adoption", "scheduled", "2025-04-16"), done)) == []


def test_treaties_do_not_decide_for_each_other():
    one, other = treaty(("signature", "scheduled", "2025-04-16")), treaty(DONE)
    second = other.treaties[0].replace(id="sea")
    assert overtaken(one.replace(treaties=(*one.treaties, second))) == []


def test_what_is_found_in_a_document_has_its_place():
    text = diplobrief.dumps(treaty(("signature", "scheduled", "2025-04-16"), DONE), "markdown")
    [found] = diplobrief.check_text(text, "markdown", ignore=["HYG011"])
    assert text.split("\n")[found.line - 1][found.column - 1 :].startswith("'2025-04-16'")


def test_a_document_that_is_no_brief_gives_its_faults():
    findings = diplobrief.check_text('{"schema_version": "1.0"}', "json")
    assert [found.code for found in findings] == ["member_missing"]
