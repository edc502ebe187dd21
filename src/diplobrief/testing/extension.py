"""Strategies for extension members: any JSON value under a name that begins with `x-`."""

from __future__ import annotations

from typing import Final, TypeAlias

from hypothesis import strategies as st

from diplobrief.model.extension import (
    MAX_DEPTH,
    MAX_INTEGER,
    MAX_NAME_LENGTH,
    JsonValue,
    freeze,
)
from diplobrief.testing.scalars import TRAPS

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""A JSON value as Python's `json` reads it."""

_NUMBERS: Final = (0, -1, MAX_INTEGER, -MAX_INTEGER, 0.0, -0.0, 1.0, 5e-324, 1.7976931348623157e308)
_TEXTS: Final = ("", " a ", "a\r\nb", "\x00", "\x1b[31m", "a\tb\n", "\x7f", *TRAPS)
_NAMES: Final = ("", "a", "x-a", "id", "$schema", "__proto__", "<<", "=", "a b", "a\nb", "NO", "1")


def _text(max_size: int | None = None) -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=max_size)


def _leaves() -> st.SearchStrategy[Json]:
    return st.one_of(
        st.sampled_from((None, True, False, *_NUMBERS, *_TEXTS)),
        st.integers(-MAX_INTEGER, MAX_INTEGER),
        st.floats(allow_nan=False, allow_infinity=False),
        _text(),
    )


def _nested(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    names = st.one_of(st.sampled_from(_NAMES), _text(MAX_NAME_LENGTH))
    return st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=4))


def _wrapped(value: Json, depth: int) -> Json:
    for level in range(depth):
        value = {"a": value} if level % 2 else [value]
    return value


def extension_data(max_leaves: int = 6) -> st.SearchStrategy[Json]:
    """Generate JSON values as plain data, down to the maximum depth in a brief."""
    deep = st.builds(_wrapped, _leaves(), st.integers(1, MAX_DEPTH - 1))
    return st.one_of(_leaves(), st.recursive(_leaves(), _nested, max_leaves=max_leaves), deep)


def extension_values() -> st.SearchStrategy[JsonValue]:
    """Generate JSON values as they are in a brief: immutable and hashable."""
    return extension_data().map(freeze)


def extension_names() -> st.SearchStrategy[str]:
    """Generate names of extension members."""
    hostile = ("x-", "x- a", "x-a:", "x-a: b", "x-#", "x-é", "x-\u2028", "x-\n", "x-" + "a" * 62)
    return st.one_of(
        st.sampled_from(("x-a", "x-desk", "x-1", *hostile)),
        _text(MAX_NAME_LENGTH - 2).map("x-{}".format),
    )


def extension_members(max_size: int = 3) -> st.SearchStrategy[dict[str, Json]]:
    """Generate at least one extension member, as plain data by name."""
    return st.dictionaries(extension_names(), extension_data(), min_size=1, max_size=max_size)
