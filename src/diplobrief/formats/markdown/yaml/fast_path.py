"""Reads ordinary front matter with `yaml-rs`, which is fast but not exact.

`yaml-rs` parses a typical file in 0.1 ms. But it accepts more number forms than YAML 1.2 (`1_000`,
`0b1`, `0X1F`) and does not keep their characters, it accepts aliases and tags, it adds a line end
to some block scalars, and deep compact nesting overflows its stack.

Therefore each plain scalar that could be a number or a truth value is marked before parsing, so
that it is parsed as text; then the resolver decides. Text that is unusual in any other way is not
read here. All checks are conservative.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from diplobrief.formats.markdown.yaml.composer import MAX_DEPTH
from diplobrief.formats.markdown.yaml.resolver import (
    ANYTHING,
    Expected,
    PlainData,
    date_range_in,
    resolve_plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK: Final = "\ue000"
"""A private use character; text that contains it is not read here."""

_TYPED: Final = (
    r"(?:true|True|TRUE|false|False|FALSE|[-+]?(?:0[xXoObB][0-9a-fA-F_]++"
    r"|(?:\.?[0-9][0-9_]*+|[0-9][0-9_]*+\.[0-9_]*+)(?:[eE][-+]?[0-9]++)?))"
    r"(?=[\s,\]}]|\Z)"
)
# One pattern for each position where a value may begin: patterns that begin with a literal
# character are searched many times faster than alternatives. A scalar that begins a line is not
# marked, because it may be part of a block scalar; if it is a number, the text is not read here.
_BEFORE_TYPED: Final = tuple(
    re.compile(f"{start}(?={_TYPED})") for start in (": ++", "- ++", r"\[ *+", ", *+")
)

_USUAL_ASCII: Final = bytes([*b"\n\r", *range(ord(" "), ord("~") + 1)])
_UNUSUAL_CHARACTER: Final = re.compile(
    r"[^\n\r -~\xa0-\ud7ff\ue001-\ufffd\U00010000-\U0010ffff\x85]"
)
# The patterns with this suffix begin with a rare character and then look back: it may begin a value
# after an indicator and one space, or after two spaces.
_BEGINS_VALUE: Final = r"(?:(?<=[-?:,\[{\r\n].)|(?<=[-?:,\[{\r\n] .)|(?<=  .))"
_UNUSUAL_START: Final = re.compile(rf"(?:[&*!]|\?(?=[\s,\[\]{{}}]|\Z)){_BEGINS_VALUE}")
_UNUSUAL_ESCAPE: Final = re.compile(r"\\(?:u[dD]|U)")
# The last alternative is compact nesting: `- - - a`.
_UNUSUAL_LINE: Final = re.compile(r"\n(?:---|\.\.\.|%| *+[-:] ++[-:] ++[-:])")
_BLOCK_SCALAR: Final = re.compile(rf"[|>]{_BEGINS_VALUE}")
# A key, or a dash with or without a key, then `|`, and on the next line indented text.
_ORDINARY_BLOCK_SCALAR: Final = re.compile(
    r"^( *+)(?:- (?:[^\s'\"\[{][^:\n]*+: )?[|>]-?\n\1 {3}|[^\s'\"\[{-][^:\n]*+: [|>]-?\n\1 ) *+\S",
    re.MULTILINE,
)
_UNUSUAL_BEGINNINGS: Final = ("---", "...", *"% &*!?|>-:")
_DEEP_INDENT: Final = "\n" + " " * 100


def read_fast(text: str, expected: Expected = ANYTHING) -> dict[str, PlainData] | None:
    """Return the data, or `None` if only the exact parser can read the text.

    Args:
        text: The front matter, without the lines that fence it.
        expected: The types that the caller expects of the members.
    """
    if not _is_ordinary(text):
        return None
    marked = text
    for place in _BEFORE_TYPED:
        marked = place.sub(rf"\g<0>{_MARK}", marked)
    try:
        import yaml_rs

        data = yaml_rs.loads(marked, parse_datetime=False)
        if isinstance(data, dict) and _resolve_all(data, expected, is_marked=marked is not text):
            return data
    except (ImportError, ValueError, TypeError):
        pass
    return None


def _is_ordinary(text: str) -> bool:
    """Return whether `yaml-rs` and the exact parser are known to agree on a text like this."""
    return not (
        _has_unusual_character(text)
        or "<<" in text
        or ("\\" in text and _UNUSUAL_ESCAPE.search(text))
        or text.startswith(_UNUSUAL_BEGINNINGS)
        or _UNUSUAL_LINE.search(text)
        or _DEEP_INDENT in text
        or text.count("\r") != text.count("\r\n")
        or (("|" in text or ">" in text) and not _has_ordinary_block_scalars(text))
        or (
            ("&" in text or "*" in text or "!" in text or "?" in text)
            and _UNUSUAL_START.search(text)
        )
    )


def _has_unusual_character(text: str) -> bool:
    # Nearly all are ASCII, and removing these from bytes is several times faster than a pattern.
    left = text.encode("utf-8", "surrogatepass").translate(None, _USUAL_ASCII)
    return _UNUSUAL_CHARACTER.search(left.decode("utf-8", "surrogatepass")) is not None


def _has_ordinary_block_scalars(text: str) -> bool:
    """Return whether every block scalar has a simple header, content, and a line end after it."""
    starts = len(_BLOCK_SCALAR.findall(text))
    return not starts or (
        text.endswith("\n") and starts == len(_ORDINARY_BLOCK_SCALAR.findall(text))
    )


_COLLECTIONS: Final = frozenset({dict, list})

_Level: TypeAlias = "list[tuple[Any, Expected]]"
"""Objects and lists at the same depth, each with the type that is expected for it."""


def _resolve_all(data: dict[str, PlainData], expected: Expected, *, is_marked: bool) -> bool:
    """Resolve the marked scalars in place, level by level.

    Returns:
        Whether the data are exact: all keys are text, nothing is nested too deeply, and all
        numbers and truth values were marked.

    Raises:
        NumberError: JSON cannot represent a number.
    """
    keys: set[Any] = set()
    level: _Level = [(data, expected)]
    for _ in range(MAX_DEPTH):
        below: _Level = []
        for collection, here in level:
            if type(collection) is dict:
                keys.update(cast("dict[Any, Any]", collection))
            if not _resolve_in(collection, here, below, is_marked=is_marked):
                return False
        if not below:
            return all(type(key) is str and _MARK not in key for key in keys)
        level = below
    return False


def _resolve_in(collection: Any, here: Expected, below: _Level, *, is_marked: bool) -> bool:
    """Resolve the marked scalars of an object or list, and append what it contains to `below`."""
    entries: Iterable[tuple[str | int, Any]] = (
        cast("dict[str, Any]", collection).items()
        if type(collection) is dict
        else enumerate(cast("list[Any]", collection))
    )
    for key, value in entries:
        if type(value) is str:  # Tested first, because nearly all are text.
            if is_marked and _MARK in value:
                collection[key] = _resolve(value, here.within(key))
        elif type(value) in _COLLECTIONS:
            within = here.within(key)
            if date_range := date_range_in(value, within):
                collection[key] = date_range
            else:
                below.append((value, within))
        elif value is not None:
            return False
    return True


def _resolve(value: str, expected: Expected) -> PlainData:
    """Resolve a scalar that has a mark at its beginning, or marks within its text."""
    text = value.replace(_MARK, "")
    is_text = expected.is_text or not value.startswith(_MARK)
    return text if is_text else resolve_plain(text)
