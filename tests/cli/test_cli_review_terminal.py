"""`review` at a real terminal: single keys, and a file that is saved after each of them."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import diplobrief
from diplobrief.formats import format_named

pytestmark = pytest.mark.outside
pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

TEXT = """\
---
# By hand.
schema_version: '1.0'
language: en
---

# The lake treaty

The lake is clean, Kari Berg said.
"""
PROMPT = "[a/e/r/s/u/b/q/?]? "
PROGRAM = """\
import os, signal, diplobrief.cli
# A run in the background ignores this signal, and its children would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
os.open(os.ttyname(0), os.O_RDWR)  # From now on, the terminal controls this process.
diplobrief.cli.main()
"""
PATIENCE = 30


class Terminal:
    """The command in a terminal of 80 columns."""

    def __init__(self, *arguments):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.descriptor = ours
        self.seen = ""

    def expect(self, text):
        """Read until a text appears, and return everything up to it."""
        while text not in self.seen:
            assert self.read(), f"{text!r} is not in {self.seen!r}"
        before, _, self.seen = self.seen.partition(text)
        return before

    def read(self):
        """Read what is there; return whether there was anything before the end."""
        ready, _, _ = select.select([self.descriptor], [], [], PATIENCE)
        try:
            data = os.read(self.descriptor, 65536) if ready else b""
        except OSError:
            data = b""
        self.seen += data.decode().replace("\r\n", "\n")
        return bool(data)

    def press(self, keys):
        os.write(self.descriptor, keys.encode())

    def wait(self):
        """Read to the end and return the rest of the output and the exit code."""
        while self.read():
            pass
        return self.seen, self.process.wait(PATIENCE)

    def close(self):
        """Close the terminal, as a person closes its window."""
        os.close(self.descriptor)
        self.process.wait(PATIENCE)


@pytest.fixture
def start():
    """Starts the command in a terminal, and ends it after the test."""
    terminals = []

    def start_one(*arguments):
        terminals.append(Terminal(*arguments))
        return terminals[-1]

    yield start_one
    for terminal in terminals:
        terminal.process.kill()
        terminal.process.wait(PATIENCE)


@pytest.fixture(autouse=True)
def note(folder, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("DIPLOBRIEF_REVIEWER", "A. Editor")
    monkeypatch.setenv("TERM", "xterm")
    document = format_named("markdown").open(TEXT)
    text = document.edited(diplobrief.suggest(document.brief))
    (folder / "note.md").write_text(text, encoding="utf-8")
    return text


def brief():
    return diplobrief.load("note.md")


def test_a_fact_is_shown_in_its_paragraph_and_accepted_with_one_key(start):
    terminal = start("review", "note.md", "--on", "2024-05-12")
    shown = terminal.expect(PROMPT)
    assert "note.md · fact 1 of 2 · person berg" in shown
    assert "The lake is clean, [[Kari Berg]] said." in shown
    assert "  name  Kari Berg\n" in shown
    terminal.press("a")
    shown = terminal.expect(PROMPT)
    assert "quote q1" in shown
    provenance = brief().actor("berg").provenance
    assert (provenance.status, provenance.reviewed_by) == ("confirmed", "A. Editor")
    terminal.press("q")
    shown, code = terminal.wait()
    assert "note.md: 1 confirmed, 0 corrected, 0 rejected, 1 left." in shown
    assert code == 0


def test_a_member_is_edited_checked_and_saved(start):
    terminal = start("review", "note.md")
    terminal.expect(PROMPT)
    terminal.press("s")
    terminal.expect(PROMPT)
    terminal.press("e")
    assert "Members: id, speakers, mode, text" in terminal.expect("Member (Enter for none): ")
    terminal.press("mode\r")
    terminal.expect("mode: ")
    terminal.press("\x15sung\r")
    assert 'Not possible: "sung" is not a known quote mode' in terminal.expect(PROMPT).replace(
        "\n", " "
    )
    assert brief().quotes[0].mode == "indirect"
    terminal.press("e")
    terminal.expect("Member (Enter for none): ")
    terminal.press("mo\r")
    terminal.expect("mode: ")
    terminal.press("\x15partial\r")
    assert "quote q1 · corrected" in terminal.expect(PROMPT)
    assert (brief().quotes[0].mode, brief().quotes[0].provenance.status) == (
        "partial",
        "corrected",
    )
    terminal.press("a")
    terminal.expect("This was the last fact: 0 confirmed, 1 corrected, 0 rejected, 1 left.")
    terminal.expect("go back: ")
    terminal.press("\r")
    assert terminal.wait()[1] == 0


def test_no_member_no_change_and_a_cancelled_line(start):
    terminal = start("review", "note.md")
    for typed in ("\r", "x\r", "name\r\r", "name\r\x15\x04"):
        terminal.expect(PROMPT)
        terminal.press("e")
        terminal.expect("Member (Enter for none): ")
        terminal.press(typed)
    terminal.expect(PROMPT)
    terminal.press("q")
    assert "0 confirmed, 0 corrected" in terminal.wait()[0]


def test_undo_restores_every_character(start, note):
    terminal = start("review", "note.md")
    terminal.expect(PROMPT)
    terminal.press("u")
    terminal.expect("Nothing to undo.")
    terminal.expect(PROMPT)
    terminal.press("b")
    terminal.expect("This is the first fact.")
    terminal.expect(PROMPT)
    terminal.press("r")
    terminal.expect("Also rejected: 1 fact that depended on it.")
    terminal.expect("go back: ")
    assert len(brief().rejected) == 2
    terminal.press("xu")
    terminal.expect(PROMPT)
    assert Path("note.md").read_text(encoding="utf-8") == note
    terminal.press("x")
    terminal.expect("This key does nothing here")
    terminal.expect(PROMPT)
    terminal.press("?")
    assert "u  undo    undo the last decision" in terminal.expect(PROMPT)
    terminal.press("q")
    assert terminal.wait()[1] == 0


@pytest.mark.parametrize("how", ["ctrl-c", "kill", "close"])
def test_nothing_is_lost_however_it_ends(start, how):
    terminal = start("review", "note.md")
    terminal.expect(PROMPT)
    terminal.press("a")
    terminal.expect(PROMPT)
    if how == "ctrl-c":
        terminal.press("\x03")
        shown, code = terminal.wait()
        assert code == 130
        assert "1 confirmed" in shown
    elif how == "kill":
        terminal.process.kill()
        terminal.wait()
    else:
        terminal.close()
    assert brief().actor("berg").provenance.status == "confirmed"
    assert "# By hand." in Path("note.md").read_text(encoding="utf-8")
    assert [path.name for path in Path().iterdir() if path.name.startswith(".note")] == []


def test_several_files_and_a_bad_one(start, folder):
    (folder / "bad.md").write_text("---\nschema_version: '1.0'\nactors: 1\n---\n", encoding="utf-8")
    (folder / "late.txt").write_text("Talks.", encoding="utf-8")
    (folder / "done.json").write_text('{"schema_version": "1.0", "sections": []}', "utf-8")
    terminal = start("review", "bad.md", "late.txt", "done.json", "note.md")
    shown = terminal.expect(PROMPT)
    assert "bad.md:3:" in shown
    assert "The format text can only be read" in shown
    assert "done.json: nothing to review" in shown
    assert "note.md · file 4 of 4 · fact 1 of 2" in shown
    terminal.press("a")
    terminal.expect(PROMPT)
    terminal.press("r")
    terminal.expect("go back: ")
    terminal.press("\r")
    assert terminal.wait()[1] == 2


def test_a_file_that_somebody_else_changed_is_not_overwritten(start, note):
    terminal = start("review", "note.md")
    terminal.expect(PROMPT)
    other = note.replace("By hand", "By another hand")
    Path("note.md").write_text(other, encoding="utf-8")
    terminal.press("a")
    shown, code = terminal.wait()
    assert code == 2
    assert "error[" in shown
    assert Path("note.md").read_text(encoding="utf-8") == other


def test_the_name_is_asked_for(start, monkeypatch):
    monkeypatch.delenv("DIPLOBRIEF_REVIEWER")
    terminal = start("review", "note.md")
    terminal.expect("Your name, for reviewed_by: ")
    terminal.press("B. Editor\r")
    terminal.expect(PROMPT)
    terminal.press("a")
    terminal.expect(PROMPT)
    assert brief().actor("berg").provenance.reviewed_by == "B. Editor"
    terminal.press("q")
    terminal.wait()
