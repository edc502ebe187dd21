"""Plain data to YAML that a 1.1 and a 1.2 reader take for the same.

Written by hand because no emitter keeps the layout of our files: PyYAML's folds long lines, and
chooses quotes by the rules of 1.1 alone.
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
"""The longest line with a flow collection: its last character stands in column 100, from zero."""

# YAML allows a name 1024 characters, escapes and quotation marks included.
_LONGEST_NAME = 100

_BEYOND_ASCII = r"\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_PRINTABLE = rf" -~{_BEYOND_ASCII}"
# Never plain: words that some version takes for null or a truth value, in any case of letters;
# whatever consists only of what numbers, dates and times are made of.
_MISTAKABLE = (
    r"(?!(?i:y|n|yes|no|on|off|true|false|null)\Z)"
    r"(?![-+_0-9][-+0-9a-fA-FxXotTzZ_:.\ ]*\Z)"
)
_FIRST = r"(?![\s\-+.?:,\[\]{}#&*!|>'\"%@`=<~])"
_plain_in_block = re.compile(rf"{_MISTAKABLE}{_FIRST}[{_PRINTABLE}]+(?<![\s:])\Z").match
# Without , ? [ ] { }, which end plain text inside brackets, if only for PyYAML, and without a dash
# at the end, which some take for the beginning of an item.
_plain_in_flow = re.compile(
    rf"{_MISTAKABLE}{_FIRST}[ -+\x2d->@-Z\\^-z|~{_BEYOND_ASCII}]+(?<![\s:-])\Z"
).match
_quotable = re.compile(rf"[{_PRINTABLE}]*\Z").match
# Lines without blanks at their ends, the first of them neither empty nor indented.
_literal = re.compile(rf"(?! )[{_PRINTABLE}]+(?<! )(?:\n(?:[{_PRINTABLE}]+(?<! ))?)+\Z").match
_to_escape = re.compile(rf'[^{_PRINTABLE}]|["\\]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


def write(data: dict[str, WritableData]) -> str:
    """Write plain data as YAML front matter, members in the order given.

    An object without inner objects stands on one line where it fits, and so does a list; text is
    quoted wherever YAML 1.1 or 1.2 would take it for something else, and never folded.

    Args:
        data: The members at the top.

    Returns:
        Lines, each with its line end; nothing for no members.

    Raises:
        TypeError: A name that is not text, or a value that JSON does not know.
        ValueError: A number that is not finite, a lone surrogate, or a name of more than a hundred
            characters (YAML allows a thousand, escapes included).

    Example:
        >>> print(write({"id": "lake", "after": {"days": 30}, "since": "2025"}), end="")
        id: lake
        after: {days: 30}
        since: '2025'
    """
    lines: list[str] = []
    _write_members(lines, data, indent="", head="")
    lines.append("")
    return "\n".join(lines)


def _write_members(
    lines: list[str], members: dict[str, WritableData], indent: str, head: str
) -> None:
    for name, value in members.items():
        _write_value(lines, f"{head}{_name(name)}:", value, indent)
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
    """Write what stands behind a name and its colon, or behind the dash of an item."""
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


def _flow(value: Collection, room: int) -> str | None:
    """Return a collection on one line, or None where it does not fit or holds an object.

    Gives up as soon as the room is used, so that trying costs little however large the value is.
    """
    names = [f"{_name(name)}: " for name in value] if isinstance(value, dict) else None
    if names:
        room -= sum(map(len, names))
    parts: list[str] = []
    for member in value.values() if isinstance(value, dict) else value:
        if isinstance(member, str):
            if len(member) > room or ("\n" in member and _is_literal(member)):
                return None
            text: str | None = _text_in_flow(member)
        elif not member or not isinstance(member, (dict, list, tuple)):
            text = _constant(member)
        else:
            text = None if isinstance(member, dict) else _flow(member, room)
        if text is None:
            return None
        room -= len(text) + 2
        if room < 0:
            return None
        parts.append(text)
    if names is None:
        return f"[{', '.join(parts)}]"
    return f"{{{', '.join(map(add, names, parts))}}}"


# The same ids, terms and dates come again and again. Inside brackets all text is short.
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
def _name(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"a name is text, not {type(name).__name__}")
    if len(name) > _LONGEST_NAME:
        raise ValueError(f"a name of {len(name)} characters")
    return _text_in_flow(name)


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
        raise ValueError("a lone surrogate is no character")
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
    # YAML 1.1 takes a number without a point for text.
    return text if "." in text else text.replace("e", ".0e")
