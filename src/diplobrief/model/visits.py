"""The visit that integrity pays to a value and all within it, written out for each model.

Of what reading does outside pydantic-core, this takes the most time, and a function that names the
members of its model takes three quarters of that of a loop over them. So each is written as source
when the first value of its model comes, as `dataclasses` writes an `__init__`. For `Evidence`:

    def visit(value, kinds, treaty):
        count = len(value.__pydantic_fields_set__)
        members = value.__dict__
        if (item := members['source']) is not None:
            if kinds.get(item) not in of_source and misfits(item, kinds, treaty, of_source):
                raise Unsound
        return count
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias, cast, get_origin

from diplobrief.model.annotations import parts_of
from diplobrief.model.base import Extensible, Value
from diplobrief.model.fact_index import kind_of
from diplobrief.model.places import DATE, NESTED, PLACES

Visit: TypeAlias = Callable[[Any, dict[str, str], str | None], int]
"""Takes a value, the kinds of the brief's facts by their ids, and the id of the treaty around it.

It returns how many members the value and all within it have, or raises `UnsoundError`.
"""


class UnsoundError(Exception):
    """A reference names no fact that fits, or a range of dates ends before it begins."""


class _VisitByModel(dict[type[Value], Visit]):
    """The visits to values of each model, written when first asked for."""

    def __missing__(self, model: type[Value]) -> Visit:
        names = {
            "Unsound": UnsoundError,
            "VISIT": self,
            "members_beneath": _members_beneath,
            "misfits": _misfits,
            "names_in": _names_in,
        }
        exec("\n".join(_source(model, names)), names)  # noqa: S102 - of our own names alone
        self[model] = visit = cast("Visit", names["visit"])
        return visit


VISIT: Final = _VisitByModel()


def _source(model: type[Value], names: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a visit; the rules of its references join the names that it uses."""
    yield "def visit(value, kinds, treaty):"
    yield "    count = len(value.__pydantic_fields_set__)"
    yield "    members = value.__dict__"
    for name, place in PLACES[model].items():
        yield f"    {_each(model, name)}"
        if place is NESTED:
            around = "value.id" if name == "milestones" else "treaty"
            yield f"        count += VISIT[type(item)](item, kinds, {around})"
            continue
        if place is DATE:
            yield "        if item[0] == '[' and not item.is_ordered:"
        else:
            kinds = f"of_{name}"
            names[kinds] = place.kinds
            misfits = f"misfits(item, kinds, treaty, {kinds})"
            yield f"        if kinds.get(item) not in {kinds} and {misfits}:"
        yield "            raise Unsound"
    if issubclass(model, Extensible):
        # Its own extension members are among those given; left are the names within their values.
        yield "    if value.__pydantic_extra__:"
        yield "        if 'x-waive' in value.__pydantic_extra__:"
        yield "            raise Unsound"
        yield "        count += members_beneath(value.__pydantic_extra__)"
    yield "    return count"


def _each(model: type[Value], name: str) -> str:
    """Return the head of the loop over what a member holds, or of the test that it is given."""
    member = f"members[{name!r}]"
    parts = [*parts_of(model.model_fields[name].annotation)]
    if int in parts:
        return f"for item in names_in({member}):"
    if any(get_origin(part) is tuple for part in parts):
        return f"for item in {member}:"
    return f"if (item := {member}) is not None:"


def _misfits(name: str, kinds: dict[str, str], treaty: str | None, fitting: frozenset[str]) -> bool:
    return kind_of(name, kinds, treaty, fitting) not in fitting


def _names_in(voters: object) -> tuple[str, ...]:
    """Return the voters that are named; a number of them names nobody."""
    return cast("tuple[str, ...]", voters) if type(voters) is tuple else ()


def _members_beneath(members: dict[str, object]) -> int:
    """Count the members of the objects in the values of extension members."""
    return sum(map(_members_within, members.values()))


def _members_within(value: object) -> int:
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return len(members) + _members_beneath(members)
    if isinstance(value, tuple):
        return sum(map(_members_within, cast("tuple[object, ...]", value)))
    return 0
