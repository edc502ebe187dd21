"""Scans JSON for the places of values, and for the exact place of an error.

It is used only if something is wrong or a place is needed; valid text is parsed in native code. It
refuses what RFC 8259 does not allow, duplicate names (RFC 7493, section 2.3), unpaired surrogates
(section 2.1) and excessive depth.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from diplobrief.text.characters import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.diagnostics import Path

MAX_DEPTH: Final = 201
"""How deep arrays and objects may be nested: the limit of the native parser."""

MAX_DIGITS: Final = 4300
"""How many digits an integer may have: the limit of Python and of the native parser."""

_SPACE: Final = re.compile(r"[ \t\n\r]*+")
_STRING: Final = re.compile(
    r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'
)
_BROKEN_STRING: Final = re.compile(
    r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+'
)
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_WORD: Final = re.compile(r"[A-Za-z_+-]+[A-Za-z0-9_]*")
_LITERALS: Final = frozenset({"true", "false", "null"})
_NOT_FINITE: Final = frozenset({"NaN", "Infinity", "-Infinity", "+Infinity", "-NaN"})


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a value: the offsets of its name, if it has one, and of the value itself."""

    name: int | None
    start: int
    end: int


def end_of_string(text: str, start: int) -> int:
    """Return the offset after the string that begins at an offset of valid JSON."""
    string = _STRING.match(text, start)
    return start if string is None else string.end()


class JsonError(Exception):
    """The text is not JSON, or JSON that cannot be read without loss."""

    def __init__(self, code: str, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint


@dataclass(slots=True)
class _Open:
    """An array or object that is not closed yet."""

    wanted: _Wanted | None
    start: int
    name_at: int | None
    names: set[str] | None
    index: int = 0


@dataclass(slots=True)
class _Wanted:
    """A value whose place is wanted.

    Args:
        path: The path of the value.
        inner: The values within it whose places are wanted; `None` means all of them.
    """

    path: Path
    inner: dict[str | int, _Wanted] | None

    def within(self, step: str | int) -> _Wanted | None:
        if self.inner is None:
            return _Wanted((*self.path, step), None)
        return self.inner.get(step)


def scan(text: str, paths: Iterable[Path] | None = None) -> dict[Path, Place]:
    """Return the places of values in a JSON text.

    Args:
        text: The whole text, without a byte order mark.
        paths: The paths of the values whose places are wanted, along with those of the values
            around them (default: all values). Paths that the text does not have are ignored.

    Raises:
        JsonError: The first error, with its place.

    Example:
        >>> scan('{"a": [1, true]}')[("a", 1)]
        Place(name=None, start=10, end=14)
    """
    return _Scanner(text).run(_Wanted((), None) if paths is None else _tree_of(paths))


def _tree_of(paths: Iterable[Path]) -> _Wanted:
    root = _Wanted((), {})
    for path in paths:
        inner = root.inner
        for end, step in enumerate(path, 1):
            if inner is not None:
                inner = inner.setdefault(step, _Wanted(path[:end], {})).inner
    return root


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[Path, Place] = {}
        self.open: list[_Open] = []

    def run(self, root: _Wanted) -> dict[Path, Place]:
        self._skip_space()
        self._value(root, None)
        while self.open:
            self._next_member(self.open[-1])
        self._skip_space()
        if self.at < len(self.text):
            self._refuse("json_trailing", "Unexpected text after the end of the document")
        return self.places

    def _next_member(self, parent: _Open) -> None:
        self._skip_space()
        is_object = parent.names is not None
        closing = "}" if is_object else "]"
        if self._peek() == closing:
            self.at += 1
            self.open.pop()
            self._note(parent.wanted, parent.name_at, parent.start)
            return
        if parent.index:
            if self._peek() != ",":
                self._refuse("json_syntax", f"Expected a comma or {closing}")
            self.at += 1
            self._skip_space()
            if self._peek() == closing:
                self._refuse("json_syntax", "Unexpected comma before the end of the list or object")
        parent.index += 1
        wanted = parent.wanted
        if parent.names is None:
            self._value(wanted and wanted.within(parent.index - 1), None)
            return
        name_at = self.at
        name = self._name(parent.names)
        self._value(wanted and wanted.within(name), name_at)

    def _note(self, wanted: _Wanted | None, name_at: int | None, start: int) -> None:
        if wanted is not None:
            self.places[wanted.path] = Place(name_at, start, self.at)

    def _name(self, names: set[str]) -> str:
        if self._peek() != '"':
            self._refuse("json_syntax", "Expected a name in double quotes")
        start = self.at
        name = self._string()
        if name in names:
            self._refuse(
                "json_duplicate",
                f"Duplicate member {json.dumps(name, ensure_ascii=False)}",
                start,
                self.at,
                hint="remove one of the two",
            )
        names.add(name)
        self._skip_space()
        if self._peek() != ":":
            self._refuse("json_syntax", "Expected a colon")
        self.at += 1
        self._skip_space()
        return name

    def _value(self, wanted: _Wanted | None, name_at: int | None) -> None:
        start, char = self.at, self._peek()
        if char in "{[" and char:
            if len(self.open) >= MAX_DEPTH:
                self._refuse("json_depth", f"Nested deeper than {MAX_DEPTH} levels")
            self.at += 1
            self.open.append(_Open(wanted, start, name_at, set() if char == "{" else None))
            return
        if char == '"':
            self._string()
        else:
            self._number_or_literal()
        self._note(wanted, name_at, start)

    def _string(self) -> str:
        match = _STRING.match(self.text, self.at)
        if match is None:
            self._refuse_string()
        literal = match.group()
        value: str = json.loads(literal) if "\\" in literal else literal[1:-1]
        if SURROGATE.search(value):
            self._refuse("json_surrogate", "Unpaired surrogate", end=match.end())
        self.at = match.end()
        return value

    def _refuse_string(self) -> NoReturn:
        start = _BROKEN_STRING.match(self.text, self.at)
        at = start.end() if start else self.at
        if at >= len(self.text):
            self._refuse("json_syntax", "The text ends within a string", at)
        if self.text[at] == "\\":
            self._refuse("json_syntax", "Unknown escape sequence", at, at + 2)
        self._refuse(
            "json_syntax",
            f"Unescaped control character U+{ord(self.text[at]):04X} in a string",
            at,
            hint="escape it, for example as \\n for a line end",
        )

    def _number_or_literal(self) -> None:
        number = _NUMBER.match(self.text, self.at)
        if number is not None:
            digits = number.group().removeprefix("-")
            if len(digits) > MAX_DIGITS and digits.isdigit():
                self._refuse("json_number", "The number is too long", end=number.end())
            self.at = number.end()
            return
        word = _WORD.match(self.text, self.at)
        if word is not None and word.group() in _LITERALS:
            self.at = word.end()
        elif word is not None and word.group() in _NOT_FINITE:
            self._refuse(
                "json_number",
                f"{word.group()} is not valid JSON",
                end=word.end(),
                hint="omit the member",
            )
        elif self.at >= len(self.text):
            self._refuse("json_syntax", "The text ends where a value is expected")
        else:
            self._refuse("json_syntax", "Expected a value", end=word.end() if word else None)

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _skip_space(self) -> None:
        space = _SPACE.match(self.text, self.at)
        if space is not None:
            self.at = space.end()

    def _refuse(
        self,
        code: str,
        message: str,
        start: int | None = None,
        end: int | None = None,
        hint: str = "",
    ) -> NoReturn:
        at = self.at if start is None else start
        raise JsonError(code, message, at, at + 1 if end is None else end, hint)
