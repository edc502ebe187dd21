"""`suggest` and `check --suggest`: the facts that the narrative states."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import diplobrief

EXAMPLES = Path(__file__).parents[2] / "examples"
STORY = """\
---
schema_version: '1.0'
language: en
---

# The lake treaty

Norway ratified the Treaty on the Lake on 3 May 2024.
"""
CONTRADICTION = """\
Key points:
- The Storting approved the Treaty on the Lake on May 18, 2024.
- Sweden's Riksdag is set to vote on the treaty on May 14, 2024.
- It is the first of the treaties that both of the states have made on this lake, and it is short.
"""


@pytest.fixture(autouse=True)
def story(folder):
    (folder / "story.md").write_text(STORY, encoding="utf-8")
    (folder / "late.txt").write_text(CONTRADICTION, encoding="utf-8")
    return folder


def test_suggested_facts_are_written(run, story):
    result = run("suggest", "story.md", "-o", "facts.json")
    assert result.exit_code == 0
    assert result.stderr == "story.md: 1 actor, 1 milestone suggested\n"
    brief = diplobrief.load(story / "facts.json")
    assert brief == diplobrief.suggest(diplobrief.load(story / "story.md"))


def test_the_format_stays_the_same_by_default(run):
    assert run("suggest", "story.md").stdout.startswith("---\n")
    run("convert", "story.md", "-o", "story.json")
    assert run("suggest", "story.json").stdout.startswith("{\n")
    assert run("suggest", "story.md", "--to", "json").stdout.startswith("{\n")


def test_a_file_can_be_replaced_and_a_second_run_changes_nothing(run, story):
    assert run("suggest", "story.md", "-o", "story.md").exit_code == 0
    once = (story / "story.md").read_bytes()
    result = run("suggest", "story.md", "-o", "story.md")
    assert result.stderr == "story.md: nothing suggested\n"
    assert (story / "story.md").read_bytes() == once


def test_comments_and_layout_stay(run, story):
    text = STORY.replace("language: en", "language: en   # English\n# To be confirmed.")
    (story / "story.md").write_text(text, encoding="utf-8")
    assert run("suggest", "story.md", "-o", "story.md").exit_code == 0
    after = (story / "story.md").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line not in after.splitlines()] == []
    assert len(diplobrief.loads(after).treaties) == 1


def test_a_language_of_which_only_names_are_read_is_a_warning(run, story):
    (story / "de.md").write_text(STORY.replace("language: en", "language: de"), encoding="utf-8")
    (story / "out").mkdir()
    result = run("suggest", "de.md", "story.md", "-o", "out/")
    assert result.exit_code == 0
    assert "de.md:3:11: warning[language_unsupported]" in result.stderr
    assert sorted(file.name for file in (story / "out").iterdir()) == ["de.md", "story.md"]


def test_a_language_that_is_not_recognized_does_not_stop_the_other_files(run, story):
    (story / "short.txt").write_text("Lake Treaty ratified.", encoding="utf-8")
    (story / "out").mkdir()
    result = run("suggest", "short.txt", "story.md", "-o", "out/")
    assert result.exit_code == 2
    assert "short.txt:1:1: error[language_unsupported]" in result.stderr
    assert [file.name for file in (story / "out").iterdir()] == ["story.md"]


def test_check_finds_a_contradiction_in_prose_at_the_line_of_its_passage(run):
    result = run("check", "--suggest", "--select", "CHR", "--format", "concise", "late.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("late.txt:3:3: error[CHR001]")
    assert run("check", "--select", "CHR", "late.txt").exit_code == 0


@pytest.mark.parametrize("name", ["finland-nato"])
def test_an_example_has_exactly_one_contradiction(run, story, name):
    shutil.copy(EXAMPLES / f"{name}.txt", story)
    result = run("check", "--suggest", "--format", "concise", f"{name}.txt")
    findings = [line for line in result.stdout.splitlines() if "info[" not in line]
    assert findings[0].startswith("finland-nato.txt:11:3: error[CHR001]")
    assert len(findings) == 2
    assert findings[1].startswith("1 file checked: 1 error")


def test_facts_that_a_brief_has_keep_their_own_lines(run, briefs):
    text = (briefs / "late.md").read_text(encoding="utf-8")
    (briefs / "late.md").write_text(
        text.replace("schema_version", "language: en\nschema_version", 1), encoding="utf-8"
    )
    plain = run("check", "--format", "concise", "late.md").stdout
    assert "CHR001" in plain
    assert run("check", "--suggest", "--format", "concise", "late.md").stdout == plain


def test_check_reports_a_language_of_which_only_names_are_read(run, briefs):
    words = "Der Landtag hat den Vertrag gebilligt, und die Regierung wird ihn bald ratifizieren."
    (briefs / "note.txt").write_text(f"{words}\n", encoding="utf-8")
    result = run("check", "--suggest", "--format", "concise", "note.txt")
    assert result.exit_code == 1
    assert "warning[language_unsupported]" in result.stdout


@pytest.mark.parametrize("option", ["--fix", "--diff", "--confirmed-only"])
def test_suggestions_are_not_fixed(run, option):
    result = run("check", "--suggest", option, "story.md")
    assert result.exit_code == 2
    assert "--suggest cannot be combined with --fix, --diff or --confirmed-only." in result.stderr


def test_files_are_changed_in_place_and_a_bad_one_does_not_hide_the_others(run, story):
    (story / "bad.md").write_text("---\nschema_version: '1.0'\nactors: 1\n---\n", encoding="utf-8")
    result = run("suggest", "--in-place", "bad.md", "late.txt", "none.md", "story.md")
    assert result.exit_code == 2
    assert "bad.md:3:" in result.stderr
    assert "late.txt: error[format_read_only]" in result.stderr
    assert "none.md: error[file_unreadable]" in result.stderr
    assert result.stderr.endswith("story.md: 1 actor, 1 milestone suggested\n")
    assert len(diplobrief.load(story / "story.md").treaties) == 1
    once = (story / "story.md").stat().st_mtime_ns
    assert "nothing suggested" in run("suggest", "-i", "story.md").stderr
    assert (story / "story.md").stat().st_mtime_ns == once


def test_a_folder_is_read_with_its_plain_text(run, story):
    (story / "in").mkdir()
    (story / "in" / "a.txt").write_text(CONTRADICTION, encoding="utf-8")
    (story / "in" / "b.md").write_text(STORY, encoding="utf-8")
    (story / "in" / "README.md").write_text("# Not a brief", encoding="utf-8")
    (story / "in" / ".c.txt").write_text(CONTRADICTION, encoding="utf-8")
    result = run("suggest", "in", "-o", "out/")
    assert result.exit_code == 2
    (story / "out").mkdir()
    assert run("suggest", "in", "-o", "out/").exit_code == 0
    assert sorted(file.name for file in (story / "out").iterdir()) == ["a.md", "b.md"]


def test_several_processes_give_the_same_result(run, story):
    (story / "out").mkdir()
    result = run("suggest", "late.txt", "story.md", "-o", "out/", "--jobs", "2")
    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "late.txt",
        "story.md",
    ]
    one = run("suggest", "late.txt").stdout
    assert (story / "out" / "late.md").read_text(encoding="utf-8") == one


def test_the_language_of_a_short_text_can_be_given(run, story):
    (story / "short.txt").write_text("Lake Treaty ratified.", encoding="utf-8")
    assert "language_unsupported" in run("suggest", "short.txt").stderr
    result = run("suggest", "short.txt", "--language", "en")
    assert result.exit_code == 0
    assert "\nlanguage: en\n" in result.stdout
    result = run("suggest", "short.txt", "--language", "english please")
    assert "Expected a language tag" in result.stderr


def test_the_language_of_a_short_text_can_be_given_to_check(run, story):
    (story / "short.txt").write_text("Lake Treaty ratified.", encoding="utf-8")
    assert "language_unsupported" in run("check", "--suggest", "short.txt").stdout
    arguments = ("--suggest", "short.txt", "--select", "CHR")
    assert run("check", *arguments, "--language", "en").exit_code == 0
    assert "--language needs --suggest" in run("check", "short.txt", "--language", "en").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("late.txt", "story.md"), "-o must be a folder (-o FOLDER/), or use --in-place"),
        (("-i", "story.md", "-o", "x.md"), "--in-place cannot be combined with -o or --to"),
        (("-i", "-"), "Standard input cannot be changed in place"),
        (("late.txt", "late.md", "-o", "./"), "late.txt and late.md would be written to the same"),
    ],
)
def test_outputs_that_do_not_fit_are_explained(run, arguments, message):
    result = run("suggest", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_an_unexpected_error_does_not_hide_the_other_files(run, story, monkeypatch):
    (story / "out").mkdir()

    def fail(_brief, **_options):
        raise RuntimeError("no words")

    monkeypatch.setattr("diplobrief.extraction.suggest", fail)
    result = run("suggest", "late.txt", "none.txt", "-o", "out/")
    assert "late.txt: error[internal]: No facts can be suggested: RuntimeError" in result.stderr
    assert "none.txt: error[file_unreadable]" in result.stderr


def test_check_reads_the_plain_text_in_a_folder_only_if_facts_are_suggested(run, story):
    (story / "in").mkdir()
    (story / "in" / "late.txt").write_text(CONTRADICTION, encoding="utf-8")
    assert run("check", "in").stdout == "0 files checked: nothing found.\n"
    result = run("check", "--suggest", "--select", "CHR", "in")
    assert "late.txt:3:3: error[CHR001]" in result.stdout
    assert result.stdout.endswith("1 file checked: 1 error.\n")
