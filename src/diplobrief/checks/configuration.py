"""Settings from a file: `diplobrief.toml`, or `[tool.diplobrief]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.checks.rules import RULES
from diplobrief.checks.settings import ALL, Settings
from diplobrief.diagnostics import BriefError, Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

OWN_FILE: Final = "diplobrief.toml"
SHARED_FILE: Final = "pyproject.toml"

KNOWN_NOTICES: Final = ("yaml_comment", "waiver_unused")
"""The codes that settings can name beside those of the rules."""

_CODE: Final = re.compile(r"[A-Za-z_0-9]+")
_POSITION: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")


class ConfigurationError(BriefError):
    """A file of settings cannot be read, or says what has no meaning."""


def find(folder: Path) -> Path | None:
    """Return the file of settings that holds for a folder: the nearest one upwards.

    In one folder `diplobrief.toml` goes first; a `pyproject.toml` without our table is none.
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
        ConfigurationError: With the file, and the line where that is known.
    """
    text = _text_of(file)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _syntax(file, text, str(error)) from None
    if file.name == SHARED_FILE:
        data = data.get("tool", {}).get("diplobrief", {})
    return replace(_Reader(file, text).settings(data), folder=str(file.parent))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        message = "The settings are not in UTF-8"
    except OSError as error:
        message = f"The settings cannot be read: {(error.strerror or str(error)).lower()}"
    raise ConfigurationError([Finding("configuration", message, file=str(file))])


def _has_table(file: Path) -> bool:
    text = _text_of(file)
    try:
        return "diplobrief" in tomllib.loads(text).get("tool", {})
    except (tomllib.TOMLDecodeError, RecursionError, TypeError, AttributeError):
        # Only a file that is meant for us is ours to complain about.
        return "[tool.diplobrief" in text


def _syntax(file: Path, text: str, said: str) -> ConfigurationError:
    position = _POSITION.search(said)
    line, column = text.count("\n") + 1, 1
    if position and position[1]:
        line, column = int(position[1]), int(position[2])
    message = f"This is no TOML: {_POSITION.sub('', said)}"
    span = Span(line, column, line, column)
    return ConfigurationError([Finding("configuration", message, file=str(file), span=span)])


class _Reader:
    """Turns the table of a file into settings, and refuses with the line."""

    def __init__(self, file: Path, text: str) -> None:
        self._file = file
        self._lines = text.split("\n")

    def settings(self, table: object) -> Settings:
        known: dict[str, Callable[[str, object], object]] = {
            "select": self._codes,
            "ignore": self._codes,
            "per-file-ignores": lambda key, value: self._each(key, value, self._codes),
            "severities": self._severities,
        }
        read: dict[str, Any] = {}
        for key, value in self._table("diplobrief", table).items():
            if key not in known:
                from difflib import get_close_matches

                close = get_close_matches(key, known, n=1)
                hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
                raise self._wrong(key, f"There is no setting {key!r}", hint)
            read[key.replace("-", "_")] = known[key](key, value)
        return Settings(**read)

    def _table(self, key: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise self._wrong(key, f"{key!r} is a table")
        return cast("dict[str, object]", value)

    def _each(
        self, key: str, value: object, read: Callable[[str, object], object]
    ) -> dict[str, object]:
        return {name: read(name, item) for name, item in self._table(key, value).items()}

    def _severities(self, key: str, value: object) -> dict[str, object]:
        for code in self._table(key, value):
            self._code(code, code)
        return self._each(key, value, self._severity)

    def _severity(self, key: str, value: object) -> Severity:
        if value not in list(Severity):
            raise self._wrong(key, f"Expected {', '.join(Severity)}; found {value!r}")
        return Severity(cast("str", value))

    def _codes(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._wrong(key, f"Expected a list of codes; found {value!r}", 'such as ["CHR"]')
        return tuple(self._code(key, code) for code in cast("list[object]", value))

    def _code(self, key: str, code: object) -> str:
        if not isinstance(code, str) or not is_code(code):
            raise self._wrong(key, f"No code is or begins with {code!r}", CODES_HINT)
        return code

    def _wrong(self, key: str, message: str, hint: str = "") -> ConfigurationError:
        return ConfigurationError(
            [
                Finding(
                    "configuration", message, hint=hint, file=str(self._file), span=self._span(key)
                )
            ]
        )

    def _span(self, key: str) -> Span | None:
        """Return where a key seems to stand; the parser of TOML does not say it."""
        pattern = re.compile(rf"""(?:^|[\s{{,\[.])(["']?){re.escape(key)}\1\s*[=\].]""")
        for number, line in enumerate(self._lines, 1):
            found = pattern.search(line)
            if found and not line.lstrip().startswith("#"):
                start = line.index(key, found.start()) + 1
                return Span(number, start, number, start + len(key))
        return None


CODES_HINT: Final = "`diplobrief check --help` says how codes are named"


def is_code(name: str) -> bool:
    """Say whether a name is a code that can be selected, the beginning of one, or ALL.

    Example:
        >>> is_code("CHR"), is_code("CHX")
        (True, False)
    """
    known = (*RULES, *KNOWN_NOTICES)
    return name == ALL or (bool(_CODE.fullmatch(name)) and any(c.startswith(name) for c in known))
