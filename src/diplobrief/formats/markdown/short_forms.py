"""The short forms of front matter: an object with only its principal member is that member.

`evidence: Duma approved` is short for `[{exact: Duma approved}]`, `participants: [ir, ru]` for
`[{actor: ir}, {actor: ru}]`, `authors: [A. Name]` for `[{name: A. Name}]`, and
`provenance: suggested` for `{status: suggested}`. The reader accepts both, the writer always uses
the short form. The model declares which classes have one. The reader also accepts the only item of
a list instead of the list (`by: duma`); the writer writes the list.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from diplobrief.model import Brief
from diplobrief.model.fields import fields_of

if TYPE_CHECKING:
    from diplobrief.model.base import Value


@dataclass(frozen=True, slots=True)
class _Member:
    """The short forms in a member of an object.

    Args:
        principal: The member that may be written instead of a whole object.
        stands_alone: Whether a list of one such object is written without the list.
        is_list: Whether the member is a list in every class that has it. A list with one item may
            then be written as that item.
        or_number: Whether the member may be a number instead of a list.
        members: The same for the members of the object.
    """

    principal: str | None
    stands_alone: bool
    is_list: bool
    or_number: bool
    members: dict[str, _Member]


def expand(data: dict[str, Any]) -> dict[str, Any]:
    """Replace short forms by whole objects and lists, in place.

    Args:
        data: The members of a brief, as they are in front matter.

    Returns:
        The same data.

    Example:
        >>> expand({"authors": ["M. Okafor"]})
        {'authors': [{'name': 'M. Okafor'}]}
    """
    _expand(data, _members_of_brief())
    return data


def shorten(data: dict[str, Any]) -> dict[str, Any]:
    """Replace objects and lists by their short forms, in place; the reverse of `expand`.

    Example:
        >>> shorten({"quotes": [{"evidence": [{"exact": "a long winter"}]}]})
        {'quotes': [{'evidence': 'a long winter'}]}
    """
    _shorten(data, _members_of_brief())
    return data


def _expand(data: dict[str, Any], members: dict[str, _Member]) -> None:
    for name, value in data.items():
        member = members.get(name)
        if member is None:
            continue
        if member.is_list and _is_only_item(value, member):
            data[name] = [value]
        is_list = isinstance(data[name], list)
        items = _items(data[name])
        for index, item in enumerate(items):
            if isinstance(item, dict):
                _expand(cast("dict[str, Any]", item), member.members)
            elif member.principal is not None and item is not None and member.is_list == is_list:
                items[index] = {member.principal: item}
        if not is_list:
            data[name] = items[0]


def _is_only_item(value: Any, member: _Member) -> bool:
    """Return whether a value is written instead of a list with this one item."""
    is_number = member.or_number and isinstance(value, int | float)
    return value is not None and not isinstance(value, list) and not is_number


def _shorten(data: dict[str, Any], members: dict[str, _Member]) -> None:
    for name in data.keys() & members.keys():
        member, value = members[name], data[name]
        items = _items(value)
        for index, item in enumerate(items):
            if not isinstance(item, dict):
                continue
            if item.keys() == {member.principal}:
                items[index] = item[member.principal]
            else:
                _shorten(cast("dict[str, Any]", item), member.members)
        is_alone = member.stands_alone and len(items) == 1 and not isinstance(items[0], dict)
        if is_alone or not isinstance(value, list):
            data[name] = items[0]


def _items(value: Any) -> list[Any]:
    """Return a list as it is, and anything else as the only item of a list."""
    return cast("list[Any]", value) if isinstance(value, list) else [value]


@cache
def _members_of_brief() -> dict[str, _Member]:
    return _with_short_forms(_members(Brief))


def _members(model: type[Value]) -> dict[str, _Member]:
    members: dict[str, _Member] = {}
    for name, field in fields_of(model).items():
        inner: dict[str, _Member] = {}
        for part in field.models:
            for key, value in _members(part).items():
                inner[key] = _either(inner[key], value) if key in inner else value
        principal = next((part.PRINCIPAL for part in field.models if part.PRINCIPAL), None)
        alone = any(part.STANDS_ALONE for part in field.models)
        or_number = field.or_number is not None
        members[name] = _Member(principal, alone, field.is_list, or_number, inner)
    return members


def _with_short_forms(members: dict[str, _Member]) -> dict[str, _Member]:
    """Return the members in which a short form is possible."""
    inner = {name: _with_short_forms(member.members) for name, member in members.items()}
    return {
        name: replace(member, members=inner[name])
        for name, member in members.items()
        if member.is_list or member.principal is not None or inner[name]
    }


def _either(first: _Member, second: _Member) -> _Member:
    """Return what is known of a member that two classes of a union have."""
    return _Member(
        first.principal or second.principal,
        first.stands_alone or second.stands_alone,
        first.is_list and second.is_list,
        first.or_number or second.or_number,
        {**first.members, **second.members},
    )
