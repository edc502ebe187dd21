"""Colours and progress: what depends on whether somebody watches at a terminal."""

from __future__ import annotations

import sys
from itertools import count

import pytest

from diplobrief.cli import console, progress


class Terminal:
    """A stream that says that it is a terminal, and keeps what is written."""

    def __init__(self):
        self.written = ""

    def isatty(self):
        return True

    def write(self, text):
        self.written += text

    def flush(self):
        pass


def test_progress_is_shown_in_a_long_run(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    seconds = count(step=0.6)
    monkeypatch.setattr(progress, "monotonic", lambda: next(seconds))
    with progress.Progress("Checking", 4) as bar:
        for _ in range(4):
            bar.advance()
    assert "Checking [############------------] 2 of 4" in terminal.written
    *_, bar_at_end, blank, cursor_at = terminal.written.split("\r")
    assert blank == " " * len(bar_at_end)
    assert cursor_at == ""


def test_progress_is_not_shown_in_a_short_run(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.Progress("Checking", 2) as bar:
        bar.advance()
        bar.advance()
    assert not terminal.written


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"CLICOLOR": "0"}, False),
        ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colours_are_used_on_a_terminal_unless_the_environment_turns_them_off(
    monkeypatch, environment, wanted
):
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.wants_color(Terminal()) is wanted


@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("0", False), ("", False)])
def test_colours_can_be_forced_without_a_terminal(monkeypatch, value, wanted):
    monkeypatch.setenv("FORCE_COLOR", value)
    assert console.wants_color(None) is wanted


def test_closed_stream_is_not_a_terminal(tmp_path):
    stream = (tmp_path / "closed").open("w")
    stream.close()
    assert not console.is_terminal(stream)
