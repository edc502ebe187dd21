"""The fast way to read front matter: with `yaml-rs`, if its answer can be relied on.

`yaml-rs` reads most files in a tenth of a millisecond. But it takes more scalars for numbers than
YAML 1.2 does (`1_000`, `0b1`, `0X1F`) and does not keep their characters, it knows aliases and
tags, it adds a line end to some block scalars, and it overruns its stack on deep compact nesting.

Therefore every plain scalar that could be a number or a truth value gets a mark, so that it
arrives as text with its own characters, and the resolver decides. Text in which anything else is
unusual is not read this way. All checks err on the safe side.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

from diplobrief.formats.markdown.yaml.composer import MAX_DEPTH
from diplobrief.formats.markdown.yaml.resolver import (
    ANYTHING,
    Expected,
    PlainData,
    date_range_in,
    resolve_plain,
)

_MARK: Final = "\ue000"
"""A private character, which no front matter contains that is read this way."""

_TYPED: Final = (
    r"(?:true|True|TRUE|false|False|FALSE|[-+]?(?:0[xXoObB][0-9a-fA-F_]++"
    r"|(?:\.?[0-9][0-9_]*+|[0-9][0-9_]*+\.[0-9_]*+)(?:[eE][-+]?[0-9]++)?))"
    r"(?=[\s,\]}]|\Z)"
)
# One pattern for each place where a value may begin: a pattern that begins with a character is
# searched many times faster than one with alternatives. The first scalar on a line is left alone,
# because it may be part of a block scalar.
_BEFORE_TYPED: Final = tuple(
    re.compile(f"{start}(?={_TYPED})") for start in (": ++", "- ++", r"\[ *+", ", *+")
)

_USUAL_ASCII: Final = bytes([*b"\n\r", *range(ord(" "), ord("~") + 1)])
_UNUSUAL_CHARACTER: Final = re.compile(
    r"[^\n\r -~\xa0-\ud7ff\ue001-\ufffd\U00010000-\U0010ffff\x85]"
)
# These are tested only at the rare character, and then look back. After two spaces anything could
# be before them.
_BEGINS_VALUE: Final = r"(?:(?<=[-?:,\[{\r\n].)|(?<=[-?:,\[{\r\n] .)|(?<=  .))"
_UNUSUAL_START: Final = re.compile(rf"(?:[&*!]|\?(?=[\s,\[\]{{}}]|\Z)){_BEGINS_VALUE}")
_UNUSUAL_ESCAPE: Final = re.compile(r"\\(?:u[dD]|U)")
# The last is compact nesting: `- - - a`.
_UNUSUAL_LINE: Final = re.compile(r"\n(?:---|\.\.\.|%| *+[-:] ++[-:] ++[-:])")
_BLOCK_SCALAR: Final = re.compile(rf"[|>]{_BEGINS_VALUE}")
# A name or a dash and a name, then `|`, and on the next line content that is indented enough.
_ORDINARY_BLOCK_SCALAR: Final = re.compile(
    r"^( *+)(?:- (?:[^\s'\"\[{][^:\n]*+: )?[|>]-?\n\1 {3}|[^\s'\"\[{-][^:\n]*+: [|>]-?\n\1 ) *+\S",
    re.MULTILINE,
)
_UNUSUAL_BEGINNINGS: Final = ("---", "...", *"% &*!?|>-:")
_DEEP_INDENT: Final = "\n" + " " * 100


def read_fast(text: str, expected: Expected = ANYTHING) -> dict[str, PlainData] | None:
    """Return the data, or `None` if the text has to be read exactly.

    Args:
        text: The front matter, without the lines that fence it.
        expected: What is expected at the top.
    """
    if not _is_ordinary(text):
        return None
    marked = text
    for place in _BEFORE_TYPED:
        marked = place.sub(rf"\g<0>{_MARK}", marked)
    try:
        import yaml_rs

        data = yaml_rs.loads(marked, parse_datetime=False)
        if isinstance(data, dict) and _finish(data, expected, is_marked=marked is not text):
            return data
    except (ImportError, ValueError, TypeError):
        pass
    return None


def _is_ordinary(text: str) -> bool:
    """Return whether the parsers are known to agree on a text like this."""
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
    # Nearly all are ASCII, and bytes lose these several times faster than a pattern reads them.
    left = text.encode("utf-8", "surrogatepass").translate(None, _USUAL_ASCII)
    return _UNUSUAL_CHARACTER.search(left.decode("utf-8", "surrogatepass")) is not None


def _has_ordinary_block_scalars(text: str) -> bool:
    """Return whether every block scalar has a simple header, content, and a line end after it."""
    starts = len(_BLOCK_SCALAR.findall(text))
    return not starts or (
        text.endswith("\n") and starts == len(_ORDINARY_BLOCK_SCALAR.findall(text))
    )


_Level: TypeAlias = "list[tuple[Any, Expected]]"
"""Objects and lists that are nested equally deep, and what is expected in each."""


def _finish(data: dict[str, PlainData], expected: Expected, *, is_marked: bool) -> bool:
    """Resolve the marked scalars in place, level by level.

    Returns:
        Whether the data can be relied on: all keys are text, nothing is nested too deeply, and
        every scalar that could be a number or a truth value was marked.

    Raises:
        NumberError: A number that JSON cannot hold.
    """
    names: set[Any] = set()
    level: _Level = [(data, expected)]
    for _ in range(MAX_DEPTH):
        below: _Level = []
        for collection, here in level:
            if type(collection) is dict:
                names.update(collection)
            if not _finish_one(collection, here, below, is_marked=is_marked):
                return False
        if not below:
            return all(type(name) is str and _MARK not in name for name in names)
        level = below
    return False


def _finish_one(collection: Any, here: Expected, below: _Level, *, is_marked: bool) -> bool:
    """Resolve the marked scalars of an object or list, and append what it contains to `below`."""
    for key, value in collection.items() if type(collection) is dict else enumerate(collection):
        kind = type(value)
        if kind is str:  # Nearly all are text: that is tested first.
            if is_marked and _MARK in value:
                collection[key] = _resolve(value, here.within(key))
        elif kind is dict or kind is list:
            within = here.within(key)
            if date_range := date_range_in(value, within):
                collection[key] = date_range
            else:
                below.append((value, within))
        elif value is not None:
            return False
    return True


def _resolve(value: str, expected: Expected) -> PlainData:
    """Return the meaning of a scalar with marks, which may also be within its text."""
    text = value.replace(_MARK, "")
    is_text = expected.is_text or not value.startswith(_MARK)
    return text if is_text else resolve_plain(text)
