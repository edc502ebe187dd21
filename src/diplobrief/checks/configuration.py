"""Settings from a file: `diplobrief.toml`, or `[tool.diplobrief]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.checks.catalogue import closest_code, is_code
from diplobrief.checks.settings import Settings
from diplobrief.diagnostics import BriefError, Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

OWN_FILE: Final = "diplobrief.toml"
SHARED_FILE: Final = "pyproject.toml"

_ALL_CODES: Final = "run `diplobrief check --explain ALL` for a list of codes"
_POSITION: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")

_MAX_BITS: Final = 64
_LONGEST_SHOWN: Final = 60

MAX_SIZE: Final = 1024 * 1024
"""How many characters a configuration file may have."""

_MAX_PARTS: Final = 100
_STRING_OR_COMMENT: Final = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?'''
    r"""|'{3}(?:[^']|'(?!''))*+(?:'{3})?"""
    r"""|"(?:[^"\\\n]|\\[^\n])*+"?|'[^'\n]*+'?|#[^\n]*+""",
    re.DOTALL,
)
_LONG_KEY: Final = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{_MAX_PARTS}}}")


class ConfigurationError(BriefError):
    """A configuration file cannot be read, or has invalid content."""


def find(folder: Path) -> Path | None:
    """Return the configuration file for a folder: the nearest one in it or above it.

    `diplobrief.toml` takes precedence over a `pyproject.toml` in the same folder. A
    `pyproject.toml` without our table is skipped.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        if (place / OWN_FILE).is_file():
            return place / OWN_FILE
        shared = place / SHARED_FILE
        if shared.is_file() and _has_table(shared):
            return shared
    return None


def load(file: Path) -> Settings:
    """Read settings from a file.

    Raises:
        ConfigurationError: The file is not valid. The error has the file, and the line if known.
    """
    text = _text_of(file)
    if problem := _problem_of_size(text):
        message, hint = problem
        raise ConfigurationError([Finding("configuration", message, hint=hint, file=str(file))])
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise _syntax_error(file, text, "it is nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(file, text, str(error)) from None
    except ValueError:  # Python limits the digits of an integer
        raise _syntax_error(file, text, "an integer has too many digits") from None
    return replace(_Reader(file, text).settings(data), folder=str(file.parent))


def _problem_of_size(text: str) -> tuple[str, str] | None:
    """Return a message and a hint if the parser could need minutes for a text."""
    if len(text) > MAX_SIZE:
        message = f"The configuration file has more than {MAX_SIZE // 1024 // 1024} MiB"
        return message, f"write the settings in a file of their own, {OWN_FILE}"
    # The time for a key grows faster than the square of the number of its parts.
    if text.count(".") > _MAX_PARTS and _LONG_KEY.search(_STRING_OR_COMMENT.sub("_", text)):
        return f"A key has more than {_MAX_PARTS} parts", "shorten it"
    return None


def _text_of(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as opened:
            return opened.read(MAX_SIZE + 1)
    except UnicodeDecodeError:
        message = "The configuration file is not UTF-8"
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"The configuration file cannot be read: {reason}"
    raise ConfigurationError([Finding("configuration", message, file=str(file))])


def _has_table(file: Path) -> bool:
    text = _text_of(file)
    try:
        if _problem_of_size(text) is None:
            return "diplobrief" in tomllib.loads(text).get("tool", {})
    except (ValueError, RecursionError, TypeError, AttributeError):
        pass  # A file that is not meant for diplobrief may be as invalid as it likes.
    return "[tool.diplobrief" in text


def _syntax_error(file: Path, text: str, reason: str) -> ConfigurationError:
    position = _POSITION.search(reason)
    line, column = text.count("\n") + 1, 1
    if position and position[1]:
        line, column = int(position[1]), int(position[2])
    message = f"Not valid TOML: {_POSITION.sub('', reason)}"
    span = Span(line, column, line, column)
    return ConfigurationError([Finding("configuration", message, file=str(file), span=span)])


def _shown(value: object) -> str:
    """Return a value for a message, if it can be printed: it may be huge or deeply nested."""
    if isinstance(value, list) and value:
        return "a list"
    if isinstance(value, dict) and value:
        return "a table"
    if isinstance(value, int) and value.bit_length() > _MAX_BITS:
        return "a huge number"
    shown = repr(cast("object", value))
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"


class _Reader:
    """Turns the table of a file into settings, and reports errors with their line."""

    def __init__(self, file: Path, text: str) -> None:
        self._file = file
        self._lines = text.split("\n")

    def settings(self, table: Mapping[str, object]) -> Settings:
        readers: dict[str, Callable[[str, object], object]] = {
            "select": self._codes,
            "ignore": self._codes,
            "per-file-ignores": lambda key, value: self._table_of(key, value, self._codes),
            "severities": self._severities,
            "confirmed-only": self._truth,
        }
        values: dict[str, Any] = {}
        if self._file.name == SHARED_FILE:
            tools = self._table("tool", table.get("tool", {}))
            table = self._table("diplobrief", tools.get("diplobrief", {}))
        for key, value in table.items():
            if key not in readers:
                from difflib import get_close_matches

                close = get_close_matches(key, readers, n=1)
                hint = f"did you mean {close[0]}?" if close else f"use {', '.join(readers)}"
                raise self._error(key, f"Unknown setting {key!r}", hint)
            values[key.replace("-", "_")] = readers[key](key, value)
        return Settings(**values)

    def _table(self, key: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise self._error(key, f"Expected a table for {key!r}; found {_shown(value)}")
        return cast("dict[str, object]", value)

    def _table_of(
        self, key: str, value: object, read: Callable[[str, object], object]
    ) -> dict[str, object]:
        return {name: read(name, item) for name, item in self._table(key, value).items()}

    def _severities(self, key: str, value: object) -> dict[str, object]:
        for code in self._table(key, value):
            self._code(code, code)
        return self._table_of(key, value, self._severity)

    def _truth(self, key: str, value: object) -> bool:
        if not isinstance(value, bool):
            raise self._error(key, f"Expected true or false for {key!r}; found {_shown(value)}")
        return value

    def _severity(self, key: str, value: object) -> Severity:
        if value not in list(Severity):
            raise self._error(key, f"Expected {', '.join(Severity)}; found {_shown(value)}")
        return Severity(cast("str", value))

    def _codes(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._error(
                key, f"Expected a list of codes; found {_shown(value)}", 'write it as ["CHR"]'
            )
        return tuple(self._code(key, code) for code in cast("list[object]", value))

    def _code(self, key: str, code: object) -> str:
        if not isinstance(code, str):
            raise self._error(key, f"Expected a code; found {_shown(code)}", 'write it as "CHR"')
        if not is_code(code):
            close = closest_code(code)
            hint = f"did you mean {close}?" if close else _ALL_CODES
            raise self._error(key, f"Unknown rule code or prefix {code!r}", hint)
        return code

    def _error(self, key: str, message: str, hint: str = "") -> ConfigurationError:
        finding = Finding(
            "configuration", message, hint=hint, file=str(self._file), span=self._span(key)
        )
        return ConfigurationError([finding])

    def _span(self, key: str) -> Span | None:
        """Return where a key seems to be: tomllib reports no positions for keys."""
        pattern = re.compile(rf"""(?:^|[\s{{,\[.])(["']?){re.escape(key)}\1\s*[=\].]""")
        for number, line in enumerate(self._lines, 1):
            match = pattern.search(line)
            if match and not line.lstrip().startswith("#"):
                start = line.index(key, match.start()) + 1
                return Span(number, start, number, start + len(key))
        return None
