"""A JSON scanner that knows where everything stands, and says precisely what is wrong.

It is looked at only when something is wrong or a place is asked for: the good case is parsed in
native code. It refuses what RFC 8259 does, and duplicate names (RFC 7493, section 2.3), lone
surrogates (section 2.1) and excessive depth.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from diplobrief.text.characters import SURROGATE

if TYPE_CHECKING:
    from diplobrief.diagnostics import Path

MAX_DEPTH: Final = 201
"""How deep arrays and objects may stand in each other: the limit of the native parser."""

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
_NO_NUMBERS: Final = frozenset({"NaN", "Infinity", "-Infinity", "+Infinity", "-NaN"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member stands: offsets of its name, if it has one, and of its value."""

    name: int | None
    start: int
    end: int


class JsonRefused(Exception):  # noqa: N818 - it is told on as a finding
    """The text is no JSON that can be read without loss."""

    def __init__(self, code: str, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint


@dataclass(slots=True)
class _Open:
    """An array or object that has begun, and what has been seen of it."""

    path: Path
    start: int
    name_at: int | None
    names: set[str] | None
    index: int = 0


def scan(text: str) -> dict[Path, Place]:
    """Return where each value of a JSON text stands.

    Args:
        text: The whole text, without a byte order mark.

    Raises:
        JsonRefused: What is wrong first, and where.

    Example:
        >>> scan('{"a": [1, true]}')[("a", 1)]
        Place(name=None, start=10, end=14)
    """
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[Path, Place] = {}
        self.open: list[_Open] = []

    def run(self) -> dict[Path, Place]:
        self._skip_space()
        self._value((), None)
        while self.open:
            self._next_member(self.open[-1])
        self._skip_space()
        if self.at < len(self.text):
            self._refuse("json_trailing", "The text goes on behind the end of the document")
        return self.places

    def _next_member(self, parent: _Open) -> None:
        self._skip_space()
        is_object = parent.names is not None
        closing = "}" if is_object else "]"
        if self._peek() == closing:
            self.at += 1
            self.open.pop()
            self.places[parent.path] = Place(parent.name_at, parent.start, self.at)
            return
        if parent.index:
            if self._peek() != ",":
                self._refuse("json_syntax", f"Expected a comma or {closing}")
            self.at += 1
            self._skip_space()
            if self._peek() == closing:
                self._refuse("json_syntax", "A comma stands before the end of the list or object")
        parent.index += 1
        if parent.names is None:
            self._value((*parent.path, parent.index - 1), None)
            return
        name_at = self.at
        name = self._name(parent.names)
        self._value((*parent.path, name), name_at)

    def _name(self, names: set[str]) -> str:
        if self._peek() != '"':
            self._refuse("json_syntax", "Expected a name in double quotes")
        start = self.at
        name = self._string()
        if name in names:
            self._refuse(
                "json_duplicate",
                f"The member {json.dumps(name, ensure_ascii=False)} stands here a second time",
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

    def _value(self, path: Path, name_at: int | None) -> None:
        start, char = self.at, self._peek()
        if char in "{[" and char:
            if len(self.open) >= MAX_DEPTH:
                self._refuse("json_depth", f"Nested deeper than {MAX_DEPTH} levels")
            self.at += 1
            self.open.append(_Open(path, start, name_at, set() if char == "{" else None))
            return
        if char == '"':
            self._string()
        else:
            self._number_or_literal()
        self.places[path] = Place(name_at, start, self.at)

    def _string(self) -> str:
        found = _STRING.match(self.text, self.at)
        if found is None:
            self._refuse_string()
        literal = found.group()
        value: str = json.loads(literal) if "\\" in literal else literal[1:-1]
        if SURROGATE.search(value):
            self._refuse("json_surrogate", "A lone surrogate is no character", end=found.end())
        self.at = found.end()
        return value

    def _refuse_string(self) -> NoReturn:
        found = _BROKEN_STRING.match(self.text, self.at)
        at = found.end() if found else self.at
        if at >= len(self.text):
            self._refuse("json_syntax", "The text ends within a string", at)
        if self.text[at] == "\\":
            self._refuse("json_syntax", "There is no such escape", at, at + 2)
        self._refuse(
            "json_syntax",
            f"A control character (U+{ord(self.text[at]):04X}) stands in a string",
            at,
            hint="escape it, such as \\n for a line end",
        )

    def _number_or_literal(self) -> None:
        found = _NUMBER.match(self.text, self.at)
        if found is not None:
            digits = found.group().removeprefix("-")
            if len(digits) > MAX_DIGITS and digits.isdigit():
                self._refuse("json_number", "The number is too long", end=found.end())
            self.at = found.end()
            return
        word = _WORD.match(self.text, self.at)
        if word is not None and word.group() in _LITERALS:
            self.at = word.end()
        elif word is not None and word.group() in _NO_NUMBERS:
            self._refuse(
                "json_number", f"JSON has no {word.group()}", end=word.end(), hint="leave it out"
            )
        elif self.at >= len(self.text):
            self._refuse("json_syntax", "The text ends where a value is expected")
        else:
            self._refuse("json_syntax", "Expected a value", end=word.end() if word else None)

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _skip_space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        if found is not None:
            self.at = found.end()

    def _refuse(
        self,
        code: str,
        message: str,
        start: int | None = None,
        end: int | None = None,
        hint: str = "",
    ) -> NoReturn:
        at = self.at if start is None else start
        raise JsonRefused(code, message, at, at + 1 if end is None else end, hint)
