"""Single keys and lines that a person types at the terminal."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Self

import click

if TYPE_CHECKING:
    from types import TracebackType

_KEY: Final = re.compile(r"\x1b(?:\[[0-9;]*[ -/]*[@-~]|O.)|.", re.DOTALL)
_CHUNK: Final = 64


class Keyboard:
    """The keyboard of the terminal that standard input is. Use it as a context manager.

    The terminal passes on each key at once from beginning to end, so that no key is lost which is
    pressed while the program is busy. `click.getchar` changes the terminal for each key, and then
    drops what was pressed before.
    """

    def __init__(self) -> None:
        self._termios = _module("termios")
        self._readline = _module("readline")
        self._normal: Any = None
        self._pressed = ""

    def __enter__(self) -> Self:
        if self._termios is not None:
            self._normal = self._termios.tcgetattr(sys.stdin)
        self._pass_on_keys()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._restore()

    def key(self) -> str:
        """Return the key that is pressed next; empty if the terminal is closed."""
        if self._termios is None:  # on Windows
            return click.getchar()
        while not self._pressed:
            try:
                data = os.read(sys.stdin.fileno(), _CHUNK)
            except OSError:
                data = b""
            if data in {b"", b"\x04"}:
                return ""
            self._pressed = data.decode(errors="replace")
        match = _KEY.match(self._pressed)
        key = match[0] if match else ""
        self._pressed = self._pressed[len(key) :]
        return key

    def line(self, prompt: str, present: str = "") -> str | None:
        """Return a line that a person types, or `None` if the person cancels with Ctrl-D.

        Args:
            prompt: What to show before it.
            present: The text to start from, if the system can edit lines; otherwise what an empty
                line stands for.
        """
        if self._readline is None:
            prompt = f"{prompt}[{present}] " if present else prompt
        else:
            insert = self._readline.insert_text
            self._readline.set_startup_hook(lambda: insert(present))
        self._restore()
        try:
            line = input(prompt)
        except EOFError:
            return None
        finally:
            self._pass_on_keys()
            if self._readline is not None:
                self._readline.set_startup_hook()
        return line if line or self._readline is not None else present

    def _pass_on_keys(self) -> None:
        if self._normal is not None:
            import tty

            with suppress(self._termios.error):  # The terminal is closed.
                tty.setcbreak(sys.stdin, self._termios.TCSANOW)

    def _restore(self) -> None:
        if self._normal is not None:
            with suppress(self._termios.error):
                self._termios.tcsetattr(sys.stdin, self._termios.TCSANOW, self._normal)


def _module(name: str) -> Any:
    """Return a module of the standard library, or `None` if the system does not have it."""
    try:
        return import_module(name)
    except ImportError:
        return None
