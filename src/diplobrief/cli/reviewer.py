"""The dialogue of `diplobrief review`: single keys, and each decision saved at once."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click
from pydantic import ValidationError

from diplobrief.cli.console import count_of, echo, wants_color
from diplobrief.cli.outputs import write
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.terminal_text import visible
from diplobrief.diagnostics.validation import findings_of
from diplobrief.extraction.review.session import CONFIRMED, CORRECTED, OPEN, REJECTED, Review
from diplobrief.formats.markdown.members import read_member, written_member
from diplobrief.model.fact_index import kind_of_fact
from diplobrief.model.fields import fields_of
from diplobrief.views.suggestion import SuggestionView
from diplobrief.views.terminal_writer import TerminalWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.cli.keyboard import Keyboard
    from diplobrief.diagnostics import Finding

_KEYS: Final = {
    "a": ("accept", "confirm the fact, or keep its corrections, and go on"),
    "e": ("edit", "correct a member of the fact"),
    "r": ("reject", "remove the fact; it is not suggested again"),
    "s": ("skip", "decide later, and go on"),
    "u": ("undo", "undo the last decision"),
    "b": ("back", "go back to the previous fact, decided or not"),
    "q": ("quit", "end the review; every decision is saved already"),
    "?": ("help", "show this help"),
}
_PROMPT: Final = f"{', '.join(word for word, _ in _KEYS.values())} [{'/'.join(_KEYS)}]? "
_NOT_EDITED: Final = frozenset({"provenance", "milestones"})


class QuitReview(Exception):  # noqa: N818 - it is not an error
    """The person ends the review."""


class Reviewer:
    """A dialogue about the suggested facts of a file.

    After each decision the file is written: as it was at the beginning, with all decisions. So
    nothing is lost however the dialogue ends, and undoing everything restores every character.

    Args:
        file: The file.
        place: Where the file is among others, such as `file 1 of 3`; may be empty.
        keyboard: The keys and lines that the person types.
        by: The person who reviews.
        on: The day.
    """

    def __init__(
        self, file: LoadedFile, place: str, keyboard: Keyboard, *, by: str, on: str
    ) -> None:
        self._keyboard = keyboard
        self._file = file
        self._document = file.document
        self._place = place
        self._review = Review(file.document.brief, by=by, on=on)
        self._columns = max(shutil.get_terminal_size((80, 24)).columns, 40)
        self._color = wants_color(sys.stdout)
        self._view = SuggestionView(file.document.brief, self._columns, color=self._color)

    def run(self) -> None:
        """Ask about each fact, until all are decided or skipped.

        Raises:
            QuitReview: The person ends the review.
            BriefError: The file cannot be written.
        """
        if not self._review.number:
            echo(f"{visible(self._file.source.name)}: nothing to review")
            return
        try:
            while self._ask_about_fact() if self._review.current else self._ask_at_end():
                pass
        finally:
            with suppress(OSError):  # The terminal may be closed.
                self._print_summary()

    def _ask_about_fact(self) -> bool:
        """Ask about the current fact; return whether to go on."""
        actions: dict[str, Callable[[], object]] = {
            "a": self._review.confirm,
            "e": self._edit,
            "r": self._reject,
            "s": self._review.skip,
            "u": self._undo,
            "b": self._back,
        }
        self._show_fact()
        while (key := self._key(_PROMPT)) not in actions:
            if key == "q":
                raise QuitReview
            if key == "?":
                _show_help()
            else:
                echo("This key does nothing here; press ? for help.")
        self._act(actions[key])
        return True

    def _ask_at_end(self) -> bool:
        """Ask whether to end the review of the file; return whether to go on with it."""
        echo("")
        echo(f"This was the last fact: {self._counted()}.")
        while True:
            key = self._key("Enter to end, u to undo the last decision, b to go back: ")
            if key in {"\r", "\n", "q"}:
                return False
            if key in {"u", "b"}:
                self._act(self._undo if key == "u" else self._back)
                return True

    def _act(self, action: Callable[[], object]) -> None:
        """Do what a key stands for, and save the file if that changes it."""
        before = self._review.brief
        try:
            action()
        except ValidationError as error:
            _print_problems(findings_of(error))
        except BriefError as error:
            _print_problems(error.findings)
        if self._review.brief != before:
            text = self._document.edited(self._review.brief)
            write(self._file.source.path, text, source=self._file)
            self._file = replace(self._file, data=text.encode())

    def _reject(self) -> None:
        before = self._review.counts()[REJECTED]
        self._review.reject()
        others = self._review.counts()[REJECTED] - before - 1
        if others > 0:
            echo(f"Also rejected: {count_of(others, 'fact')} that depended on it.")

    def _undo(self) -> None:
        if not self._review.undo():
            echo("Nothing to undo.")

    def _back(self) -> None:
        if not self._review.back():
            echo("This is the first fact.")

    def _edit(self) -> None:
        """Ask for a member and its new value."""
        path, fact = self._review.current or (), self._review.fact
        names = [name for name in fields_of(type(fact)) if name not in _NOT_EDITED]
        echo(_wrapped(f"Members: {', '.join(names)}", self._columns))
        typed = (self._keyboard.line("Member (Enter for none): ") or "").strip()
        similar = [name for name in names if name.startswith(typed)]
        name = typed if typed in names else similar[0] if len(similar) == 1 else None
        if not typed or name is None:
            if typed:
                number = "Several members begin" if similar else "No member begins"
                echo(f"{number} with {visible(typed)}.")
            return
        present = fact.model_dump(mode="json").get(name)
        text = "" if present is None else written_member((*path, name), present)
        if visible(text) != text:
            echo(f"Edit the file to change this: {visible(text)}")
            return
        line = self._keyboard.line(f"{name}: ", text)
        if line is None or line.strip() == text:
            return
        value = read_member((*path, name), line) if line.strip() else None
        self._review.correct({name: value})

    def _show_fact(self) -> None:
        fact, decision = self._review.fact, self._review.decision
        id = getattr(fact, "id", None)
        parts = (
            self._file.source.name,
            self._place,
            f"fact {self._review.position} of {self._review.number}",
            f"{kind_of_fact(type(fact))} {id or ''}".strip(),
            decision.done if decision else "",
        )
        echo("")
        heading = _wrapped(" · ".join(filter(None, parts)), self._columns)
        echo(click.style(heading, bold=True))
        echo("")
        echo(self._view.lines(self._review.brief, fact))
        echo("")

    def _key(self, prompt: str) -> str:
        """Return the key that the person presses, and show what it means.

        Raises:
            QuitReview: The terminal is closed.
        """
        click.echo(prompt, nl=False)
        key = self._keyboard.key().lower()
        if not key:
            raise QuitReview
        click.echo(_KEYS[key][0] if key in _KEYS else "")
        return key

    def _counted(self) -> str:
        counts = self._review.counts()
        parts = [f"{counts[done]} {done}" for done in (CONFIRMED, CORRECTED, REJECTED, OPEN)]
        return ", ".join(parts)

    def _print_summary(self) -> None:
        echo(f"{visible(self._file.source.name)}: {self._counted()}.")


def _show_help() -> None:
    for key, (word, meaning) in _KEYS.items():
        echo(f"  {key}  {word:7} {meaning}")


def _print_problems(findings: Iterable[Finding]) -> None:
    for finding in findings:
        hint = f" ({finding.hint})" if finding.hint else ""
        echo(click.style(f"Not possible: {visible(finding.message + hint)}", fg="red"))


def _wrapped(text: str, columns: int) -> str:
    writer = TerminalWriter(columns)
    writer.write(text)
    return writer.text
