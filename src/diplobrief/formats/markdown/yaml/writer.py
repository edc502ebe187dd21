"""Writes plain data as YAML that has the same meaning in YAML 1.1 and 1.2.

The available emitters cannot write the layout of our files: that of PyYAML folds long lines, and
chooses quotes by the rules of YAML 1.1 only.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from operator import add
from typing import TypeAlias

WritableData: TypeAlias = "Collection | str | int | float | bool | None"
Collection: TypeAlias = "dict[str, WritableData] | list[WritableData] | tuple[WritableData, ...]"

WIDTH = 101
"""The maximum length of a line with a flow collection."""

# YAML allows 1024 characters for a key, including escapes and quotation marks.
_LONGEST_KEY = 100

_BEYOND_ASCII = r"\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_PRINTABLE = rf" -~{_BEYOND_ASCII}"
# Always quoted: words that are null or a truth value in some version of YAML, and text that
# consists only of the characters of numbers, dates and times.
_MISTAKABLE = (
    r"(?!(?i:y|n|yes|no|on|off|true|false|null)\Z)"
    r"(?![-+_0-9][-+0-9a-fA-FxXotTzZ_:.\ ]*\Z)"
)
# Text in curly quotes is quoted too, so that nobody takes these for the quotes of YAML.
_FIRST = r"(?![\s\-+.?:,\[\]{}#&*!|>'\"%@`=<~])(?![“„”].*[“”]\Z|[‘‚’].*[‘’]\Z)"
_plain_in_block = re.compile(rf"{_MISTAKABLE}{_FIRST}[{_PRINTABLE}]+(?<![\s:])\Z").match
# Without , ? [ ] { }, which end plain text in brackets (some of them only in PyYAML), and without a
# dash at the end, which some parsers treat as the beginning of an item.
_plain_in_flow = re.compile(
    rf"{_MISTAKABLE}{_FIRST}[ -+\x2d->@-Z\\^-z|~{_BEYOND_ASCII}]+(?<![\s:-])\Z"
).match
_quotable = re.compile(rf"[{_PRINTABLE}]*\Z").match
# Lines without spaces at their ends; the first line is neither empty nor indented.
_literal = re.compile(rf"(?! )[{_PRINTABLE}]+(?<! )(?:\n(?:[{_PRINTABLE}]+(?<! ))?)+\Z").match
_to_escape = re.compile(rf'[^{_PRINTABLE}]|["\\]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


def write(data: dict[str, WritableData], indent: str = "") -> str:
    """Write plain data as YAML front matter, with the members in their order.

    Lists, and objects without inner objects, are written on one line if they fit. Text is quoted if
    YAML 1.1 or 1.2 would not read it as text, and it is never folded.

    Args:
        data: The members.
        indent: The spaces before each member.

    Returns:
        The lines, each with its line end; an empty string if there are no members.

    Raises:
        TypeError: A key is not text, or JSON does not have a type for a value.
        ValueError: A number is not finite, text contains an unpaired surrogate, or a key has more
            than a hundred characters (YAML allows a thousand, including escapes).

    Example:
        >>> print(write({"id": "lake", "after": {"days": 30}, "since": "2025"}), end="")
        id: lake
        after: {days: 30}
        since: '2025'
    """
    lines: list[str] = []
    _write_members(lines, data, indent, head=indent)
    lines.append("")
    return "\n".join(lines)


def write_member(name: str, value: WritableData, indent: str = "") -> str:
    """Write one member of an object, without a line end.

    Example:
        >>> write_member("after", {"days": 30}, indent="  ")
        '  after: {days: 30}'
    """
    lines: list[str] = []
    _write_value(lines, f"{indent}{_key(name)}:", value, indent)
    return "\n".join(lines)


def write_item(value: WritableData, indent: str = "") -> str:
    """Write one item of a list, without a line end.

    Example:
        >>> write_item({"days": 30})
        '- {days: 30}'
    """
    lines: list[str] = []
    _write_value(lines, f"{indent}-", value, indent)
    return "\n".join(lines)


def write_in_flow(value: WritableData) -> str:
    """Write a value on one line, however long it is.

    Example:
        >>> write_in_flow([{"days": 30}, "x"])
        '[{days: 30}, x]'
    """
    if isinstance(value, dict):
        members = (f"{_key(name)}: {write_in_flow(member)}" for name, member in value.items())
        return f"{{{', '.join(members)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(write_in_flow, value))}]"
    return _text_in_flow(value) if isinstance(value, str) else _constant(value)


def _write_members(
    lines: list[str], members: dict[str, WritableData], indent: str, head: str
) -> None:
    for name, value in members.items():
        _write_value(lines, f"{head}{_key(name)}:", value, indent)
        head = indent


def _write_items(
    lines: list[str],
    items: list[WritableData] | tuple[WritableData, ...],
    indent: str,
    head: str,
) -> None:
    for item in items:
        _write_value(lines, f"{head}-", item, indent)
        head = indent


def _write_value(lines: list[str], start: str, value: WritableData, indent: str) -> None:
    """Write a value after a key and its colon, or after the dash of an item."""
    if isinstance(value, str):
        if "\n" in value and _is_literal(value):
            _write_literal(lines, start, value, indent)
        else:
            lines.append(f"{start} {_text_in_block(value)}")
        return
    if not value or not isinstance(value, (dict, list, tuple)):
        lines.append(f"{start} {_constant(value)}")
        return
    in_flow = _flow(value, WIDTH - len(start) - 1)
    if in_flow is not None:
        lines.append(f"{start} {in_flow}")
        return
    inner = indent + "  "
    head = inner
    if start[-1] == "-":
        head = f"{start} "
    else:
        lines.append(start)
    if isinstance(value, dict):
        _write_members(lines, value, inner, head)
    else:
        _write_items(lines, value, inner, head)


def _write_literal(lines: list[str], start: str, text: str, indent: str) -> None:
    content = text.split("\n")
    if content[-1]:
        lines.append(f"{start} |-")
    else:
        lines.append(f"{start} |")
        content.pop()
    lines.extend(f"{indent}  {line}" if line else "" for line in content)


def _flow(value: Collection, width: int) -> str | None:
    """Return a collection on one line, or `None` if it does not fit or contains an object.

    Stops as soon as the width is used up, so that large values cost little.
    """
    names = [f"{_key(name)}: " for name in value] if isinstance(value, dict) else None
    if names:
        width -= sum(map(len, names))
    parts: list[str] = []
    for member in value.values() if isinstance(value, dict) else value:
        if isinstance(member, str):
            if len(member) > width or ("\n" in member and _is_literal(member)):
                return None
            text: str | None = _text_in_flow(member)
        elif not member or not isinstance(member, (dict, list, tuple)):
            text = _constant(member)
        else:
            text = None if isinstance(member, dict) else _flow(member, width)
        if text is None:
            return None
        width -= len(text) + 2
        if width < 0:
            return None
        parts.append(text)
    if names is None:
        return f"[{', '.join(parts)}]"
    return f"{{{', '.join(map(add, names, parts))}}}"


# The same ids, terms and dates are repeated often. All text in brackets is short.
@lru_cache(maxsize=4096)
def _text_in_flow(text: str) -> str:
    if _plain_in_flow(text) and ": " not in text and " #" not in text:
        return text
    return _quoted(text)


def _text_in_block(text: str) -> str:
    return _short_in_block(text) if len(text) < WIDTH else _any_in_block(text)


def _any_in_block(text: str) -> str:
    if _plain_in_block(text) and ": " not in text and " #" not in text:
        return text
    return _quoted(text)


_short_in_block = lru_cache(maxsize=4096)(_any_in_block)


@lru_cache(maxsize=1024)
def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be text, not {type(key).__name__}")
    if len(key) > _LONGEST_KEY:
        raise ValueError(f"the key is too long ({len(key)} characters)")
    return _text_in_flow(key)


def _is_literal(text: str) -> bool:
    return not text.endswith("\n\n") and _literal(text) is not None


def _quoted(text: str) -> str:
    if _quotable(text):
        return f"""'{text.replace("'", "''")}'"""
    return f'"{_to_escape.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueError("the text contains an unpaired surrogate")
    return _SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _constant(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, (list, tuple)):
        return "[]"
    raise TypeError(f"{type(value).__name__} is not a JSON value")


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    text = repr(float(value))
    # In YAML 1.1, a number with an exponent must have a decimal point.
    return text if "." in text else text.replace("e", ".0e")
