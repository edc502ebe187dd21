"""`confirm` and `reject`: decisions about suggested facts, written to the file in place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import diplobrief
from diplobrief.formats import format_named

STORY = """\
---
# By hand.
schema_version: '1.0'
language: en
x-desk: [north,  south]
---

# The lake treaty

Norway ratified the Treaty on the Lake on 3 May 2024.  The lake is clean, Kari Berg said.
"""


@pytest.fixture(autouse=True)
def story(folder):
    (folder / "story.md").write_text(STORY, encoding="utf-8")
    document = format_named("markdown").open(STORY)
    text = document.edited(diplobrief.suggest(document.brief))
    (folder / "note.md").write_text(text, encoding="utf-8")
    (folder / "note.json").write_text(
        diplobrief.dumps(diplobrief.loads(text), "json"), encoding="utf-8"
    )
    return folder


def load(name):
    return diplobrief.load(Path(name))


@pytest.mark.parametrize("name", ["note.md", "note.json"])
def test_facts_are_confirmed_in_place(run, name):
    before = load(name)
    result = run("confirm", name, "q1", "m1", "--by", "A. Editor", "--on", "2024-05-04")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{name}: 2 facts confirmed\n"
    assert load(name) == diplobrief.confirm(before, ["q1", "m1"], by="A. Editor", on="2024-05-04")


def test_the_rest_of_the_file_stays_as_it_is(run):
    before = Path("note.md").read_text(encoding="utf-8").splitlines()
    run("confirm", "note.md", "q1", "--by", "A. Editor")
    after = Path("note.md").read_text(encoding="utf-8").splitlines()
    changed = [line for line in after if line not in before]
    [replaced] = [line for line in before if line not in after]
    assert "provenance: {status: suggested" in replaced
    assert "# By hand." in after
    assert "x-desk: [north,  south]" in after
    today = dt.date.today().isoformat()  # noqa: DTZ011 - as the command has it
    assert any(f"reviewed_on: '{today}'" in line for line in changed)


def test_the_reviewer_may_be_in_the_environment(run, monkeypatch):
    assert run("confirm", "note.md", "q1").exit_code == 2
    monkeypatch.setenv("DIPLOBRIEF_REVIEWER", "A. Editor")
    assert run("confirm", "note.md", "q1").exit_code == 0
    assert load("note.md").quotes[0].provenance.reviewed_by == "A. Editor"


@pytest.mark.parametrize("name", ["note.md", "note.json"])
def test_rejected_facts_are_removed_and_remembered(run, name):
    result = run("reject", name, "m1")
    assert result.stderr == f"{name}: 1 fact rejected\n"
    brief = load(name)
    assert brief.treaties[0].milestones == ()
    assert len(brief.rejected) == 1
    again = run("suggest", name, "-o", name)
    assert again.stderr == f"{name}: nothing suggested\n"


def test_what_depends_on_a_rejected_fact_is_counted(run):
    [speaker] = load("note.md").quotes[0].speakers
    result = run("reject", "note.md", speaker)
    assert "2 facts rejected, 1 of them because they depend on another" in result.stderr


@pytest.mark.parametrize("name", ["note.md", "note.json"])
def test_nothing_is_changed_if_one_id_is_wrong(run, name):
    run("confirm", name, "q1", "--by", "A. Editor")
    before = Path(name).read_bytes()
    result = run("confirm", name, "m1", "q1", "m2", "--by", "A. Editor")
    assert result.exit_code == 2
    assert "error[fact_unknown]: No fact of the brief has the id m2" in result.stderr
    assert "hint: use one of: " in result.stderr
    result = run("reject", name, "m1", "q1")
    assert result.exit_code == 2
    assert f"{name}:" in result.stderr
    assert "error[fact_not_suggested]: The fact q1 is not suggested" in result.stderr
    assert Path(name).read_bytes() == before


def test_all_facts_of_several_files_and_a_bad_one(run, story):
    (story / "bad.md").write_text("---\nschema_version: '1.0'\nactors: 1\n---\n", encoding="utf-8")
    files = ("note.md", "bad.md", "note.json")
    result = run("confirm", "--all", *files, "--by", "A. Editor")
    assert result.exit_code == 2
    assert "bad.md:3:" in result.stderr
    for name in ("note.md", "note.json"):
        facts = load(name).facts().values()
        assert {fact.provenance.status for fact in facts} == {"confirmed"}
    assert run("reject", "--all", "note.md").stderr == "note.md: 0 facts rejected\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("confirm", "note.md", "--by", "A"), "Give the ids of facts, or use --all"),
        (("reject", "note.md", "other.md"), "'other.md' is not the id of a fact"),
        (("reject", "-", "q1"), "Standard input cannot be changed"),
        (("confirm", "note.md", "q1", "--by", " "), "Expected a name on one line"),
        (("confirm", "note.md", "q1", "--by", "A", "--on", "today"), "Invalid value for '--on'"),
    ],
)
def test_arguments_that_do_not_fit_are_explained(run, arguments, message):
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_plain_text_is_not_changed(run, story):
    (story / "note.txt").write_text("The lake is clean, Kari Berg said.", encoding="utf-8")
    result = run("confirm", "note.txt", "q1", "--by", "A. Editor")
    assert result.exit_code == 2
    assert "fact_unknown" in result.stderr
