"""`review`: single keys, and a file that is saved after each decision, without a terminal here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
import pytest

import diplobrief
from diplobrief.cli import keyboard, reviewer
from diplobrief.cli.commands import review as review_command
from diplobrief.formats import format_named

TEXT = """\
---
# By hand.
schema_version: '1.0'
language: en
---

# The lake treaty

The lake is clean, Kari Berg said.
"""


@pytest.fixture(autouse=True)
def note(folder, monkeypatch):
    monkeypatch.setenv("DIPLOBRIEF_REVIEWER", "A. Editor")
    monkeypatch.setattr(review_command, "is_terminal", lambda _stream: True)
    document = format_named("markdown").open(TEXT)
    text = document.edited(diplobrief.suggest(document.brief))
    (folder / "note.md").write_text(text, encoding="utf-8")
    return text


class Typed:
    """A person who types."""

    def __init__(self, keys, lines):
        self.keys, self.lines = iter(keys), iter(lines)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        pass

    def key(self):
        return next(self.keys, "")

    def line(self, _prompt, _present=""):
        return next(self.lines)


@pytest.fixture
def review(run, monkeypatch):
    """Runs the command with the keys and lines that a person types."""

    def run_with(keys, *arguments, lines=(), **settings):
        monkeypatch.setattr(keyboard, "Keyboard", lambda: Typed(keys, lines))
        return run("review", *(arguments or ("note.md",)), **settings)

    return run_with


def brief():
    return diplobrief.load("note.md")


def test_each_decision_is_saved(review):
    result = review("aq", "note.md", "--on", "2024-05-12")
    assert "note.md · fact 1 of 2 · person berg" in result.stdout
    assert "The lake is clean, [[Kari Berg]] said." in result.stdout
    assert result.stdout.endswith("note.md: 1 confirmed, 0 corrected, 0 rejected, 1 left.\n")
    provenance = brief().actor("berg").provenance
    assert (provenance.reviewed_by, str(provenance.reviewed_on)) == ("A. Editor", "2024-05-12")
    assert result.exit_code == 0


def test_a_closed_terminal_ends_it(review):
    assert review("a").exit_code == 0
    assert brief().actor("berg").provenance.status == "confirmed"


def test_a_member_is_edited(review):
    result = review("sear", lines=["ver", "declared"])
    assert "Members: id, speakers, mode, text" in result.stdout
    assert "quote q1 · corrected" in result.stdout
    assert "This was the last fact: 0 confirmed, 1 corrected, 0 rejected, 1 left." in result.stdout
    assert (brief().quotes[0].verb, brief().quotes[0].provenance.status) == (
        "declared",
        "corrected",
    )


def test_a_member_is_removed_if_its_line_is_empty(review):
    review("seq", lines=["verb", ""])
    assert brief().quotes[0].verb is None


@pytest.mark.parametrize(
    "lines",
    [[""], ["x"], ["s"], ["verb", None], ["verb", "said"]],
    ids=["no member", "unknown", "several", "cancelled", "the same"],
)
def test_an_edit_can_be_given_up(review, note, lines):
    assert review("seq", lines=lines).exit_code == 0
    assert Path("note.md").read_text(encoding="utf-8") == note


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["mode", "sung"], 'Not possible: "sung" is not a known quote mode'),
        (["speakers", "berg, hill"], "Not possible: "),
        (["evidence", "{exact: "], "Not possible: "),
        (["text", ""], "Not possible: "),
    ],
)
def test_a_value_that_is_not_valid_is_explained(review, note, lines, message):
    result = review("seq", lines=lines)
    assert message in result.stdout
    assert result.exit_code == 0
    assert Path("note.md").read_text(encoding="utf-8") == note


def test_a_text_that_cannot_be_shown_is_not_edited(review, note):
    text = note.replace("text: the lake", "text: the\u202e lake")
    text = note.replace("verb: said", "verb: sa\u202eid") if text == note else text
    Path("note.md").write_text(text, encoding="utf-8")
    result = review("seq", lines=["text" if "the\u202e" in text else "verb"])
    assert "Edit the file to change this: " in result.stdout
    assert "\u202e" not in result.stdout


def test_undo_restores_every_character(review, note):
    result = review("ubrxux?q")
    assert "Nothing to undo." in result.stdout
    assert "This is the first fact." in result.stdout
    assert "Also rejected: 1 fact that depended on it." in result.stdout
    assert "This key does nothing here" in result.stdout
    assert "u  undo    undo the last decision" in result.stdout
    assert Path("note.md").read_text(encoding="utf-8") == note


def test_at_the_end_there_is_a_way_back(review):
    result = review("asbr\r")
    assert "quote q1" in result.stdout
    assert brief().quotes == ()
    assert len(brief().rejected) == 1
    assert result.exit_code == 0


def test_what_a_confirmed_fact_needs_is_not_rejected(review):
    result = review("sabbrq")
    assert "Not possible: The fact cannot be rejected" in result.stdout
    assert brief().quotes[0].provenance.status == "confirmed"


def test_several_files_and_a_bad_one(review, folder):
    (folder / "bad.md").write_text("---\nschema_version: '1.0'\nactors: 1\n---\n", encoding="utf-8")
    (folder / "late.txt").write_text("Talks.", encoding="utf-8")
    (folder / "done.json").write_text('{"schema_version": "1.0", "sections": []}', "utf-8")
    result = review("aa\r", "bad.md", "late.txt", "done.json", "no*.md", "none.md")
    assert "bad.md:3:" in result.stderr
    assert "late.txt: error[format_read_only]" in result.stderr
    assert "none.md: error[file_unreadable]" in result.stderr
    assert "done.json: nothing to review" in result.stdout
    assert "note.md · file 4 of 5 · fact 1 of 2" in result.stdout
    assert "note.md: 2 confirmed" in result.stdout
    assert result.exit_code == 2


def test_a_folder_is_reviewed_and_other_files_in_it_are_skipped(review, folder):
    (folder / "README.md").write_text("# About", encoding="utf-8")
    result = review("qq", ".")
    assert "note.md · file" in result.stdout
    assert "README" not in result.stdout


def test_a_file_that_cannot_be_written_is_reported(review, monkeypatch):
    def fail(*_arguments, **_members):
        raise reviewer.BriefError([diplobrief.Finding("file_unwritable", "No space")])

    monkeypatch.setattr(reviewer, "write", fail)
    result = review("a")
    assert "error[file_unwritable]: No space" in result.stderr
    assert result.exit_code == 2


def test_the_name_is_asked_for(review, monkeypatch):
    monkeypatch.delenv("DIPLOBRIEF_REVIEWER")
    result = review("aq", input="B. Editor\n")
    assert result.exit_code == 0
    assert brief().actor("berg").provenance.reviewed_by == "B. Editor"


def test_without_a_terminal_it_says_what_to_do_instead(run, monkeypatch):
    monkeypatch.undo()
    result = run("review", "note.md")
    assert result.exit_code == 2
    assert "Use diplobrief confirm and diplobrief reject instead." in result.stderr


def test_standard_input_is_not_reviewed(review):
    assert "Standard input cannot be changed" in review("", "-").stderr


class Readline:
    """The functions of the module `readline` that are used."""

    def __init__(self):
        self.hook = None
        self.inserted = []

    def set_startup_hook(self, hook=None):
        self.hook = hook

    def insert_text(self, text):
        self.inserted.append(text)


@pytest.fixture
def modules(monkeypatch):
    """The modules that the system has, by name."""
    known = {}

    def import_known(name):
        if name not in known:
            raise ImportError
        return known[name]

    monkeypatch.setattr(keyboard, "import_module", import_known)
    return known


def test_a_line_is_edited_from_the_present_text(modules, monkeypatch):
    modules["readline"] = readline = Readline()

    def typed(_prompt):
        readline.hook()
        return ""

    monkeypatch.setattr("builtins.input", typed)
    assert keyboard.Keyboard().line("verb: ", "said") == ""
    assert (readline.inserted, readline.hook) == (["said"], None)


def test_without_readline_an_empty_line_keeps_the_present_text(modules, monkeypatch):
    prompts = []
    assert modules == {}
    monkeypatch.setattr("builtins.input", lambda prompt: prompts.append(prompt) or "")
    with keyboard.Keyboard() as keys:
        assert keys.line("verb: ", "said") == "said"
    assert prompts == ["verb: [said] "]


def test_without_a_terminal_of_posix_keys_are_read_by_click(modules, monkeypatch):
    assert modules == {}
    monkeypatch.setattr(click, "getchar", lambda: "a")
    assert keyboard.Keyboard().key() == "a"


def test_a_line_can_be_cancelled(monkeypatch):
    def end(_prompt):
        raise EOFError

    monkeypatch.setattr("builtins.input", end)
    assert keyboard.Keyboard().line("verb: ", "said") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_keys_pressed_at_once_are_read_one_by_one(monkeypatch):
    import pty
    import termios

    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as terminal, monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", terminal)
        before = termios.tcgetattr(terminal)
        with keyboard.Keyboard() as keys:
            os.write(ours, "a\x1b[Aé".encode())
            assert [keys.key() for _ in range(3)] == ["a", "\x1b[A", "é"]
            os.write(ours, b"\x04")
            assert keys.key() == ""
        assert termios.tcgetattr(terminal) == before
        with keyboard.Keyboard() as keys:
            os.close(ours)
            assert keys.key() == ""
