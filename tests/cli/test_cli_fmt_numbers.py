"""`fmt` does not rewrite the characters of a value silently."""

from __future__ import annotations

import pytest
from hypothesis import given

import diplobrief
from diplobrief.formats.markdown import MarkdownDocument
from diplobrief.testing import briefs as any_briefs

NUMBERS = ["0042", "1.10", "+1", "1e3", "0x1F", ".5", "1.", "-0042"]


def note(*lines):
    return "\n".join(["---", "schema_version: 1.0", *lines, "---", "", "# Talks", "", "Text.", ""])


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "member",
    [
        "x-docket: {}",
        "x-a: [a, {}]",
        "x-a: {{b: {}}}",
        "'x-a' :\n  b: {}",
    ],
)
def test_a_number_that_would_be_rewritten_is_reported(run, folder, number, member):
    text = note(member.format(number))
    (folder / "number.md").write_text(text)
    result = run("fmt", "number.md")
    assert (result.exit_code, (folder / "number.md").read_text()) == (1, text)
    assert f"error[yaml_number_text]: {number} is read as the number" in result.output
    assert "warning[yaml_number_text]" in run("check", "number.md").output


@pytest.mark.parametrize("number", ["007", "+7", "0x7", "0o7"])
def test_a_number_of_the_model_that_would_be_rewritten_is_reported(run, folder, number):
    rule = f"entry_rules: [{{count: {number}}}]"
    text = note("treaties:", f"- {{id: lake, title: T, kind: treaty, {rule}}}")
    (folder / "number.md").write_text(text)
    result = run("fmt", "number.md")
    assert (result.exit_code, (folder / "number.md").read_text()) == (1, text)
    assert f"{number} is read as the number 7" in result.output


@pytest.mark.parametrize(
    "line",
    ["subtitle: 007", "subtitle: 1.5 million", "publisher: 1e3",
     "x-a: 42", "x-a: 1.5", "x-a: '0042'", "x-a: 1.10.0", "x-a: 2026-03-04", "x-a: true",
     "topics: [0042]", "id: a0042"],
)  # fmt: skip
def test_other_values_are_not_reported(line):
    assert MarkdownDocument(note(line)).respelled() == []


def test_a_term_of_another_vocabulary_costs_no_second_parse(monkeypatch):
    document = MarkdownDocument(note("acts:", "- {id: a, kind: x-amendment, title: 'Act 7'}"))
    monkeypatch.setattr(MarkdownDocument, "_tree", property(lambda _: pytest.fail("was parsed")))
    assert document.respelled() == []


@given(any_briefs())
def test_numbers_that_were_written_are_not_reported(brief):
    assert MarkdownDocument(diplobrief.dumps(brief, "markdown")).respelled() == []


@pytest.mark.parametrize("number", [1e16, 1e-7, -0.0, 1.0, 2**53 - 1, -1.5e300, 0])
def test_a_large_number_that_was_written_is_not_reported(number):
    brief = diplobrief.Brief.model_validate(
        {"schema_version": "1.0", "sections": [], "x-a": [number]}
    )
    assert MarkdownDocument(diplobrief.dumps(brief, "markdown")).respelled() == []
