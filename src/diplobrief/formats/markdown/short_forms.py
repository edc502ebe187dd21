"""The short forms of front matter: an object that has only its principal member is that member.

`evidence: Duma approved` stands for `[{exact: Duma approved}]`, `participants: [ir, ru]` for
`[{actor: ir}, {actor: ru}]`, `authors: [A. Name]` for `[{name: A. Name}]`. The reader takes
both, the writer always uses the short form. Which members have one, the model says.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from diplobrief.model import Brief
from diplobrief.model.annotations import models_in

if TYPE_CHECKING:
    from diplobrief.model.base import Value


@dataclass(frozen=True, slots=True)
class _Member:
    """What a member of an object holds, as far as short forms go."""

    principal: str | None
    stands_alone: bool
    members: dict[str, _Member]


def expand(data: dict[str, Any]) -> dict[str, Any]:
    """Write out the short forms in plain data, in place.

    Args:
        data: The members of a brief, as front matter has them.

    Returns:
        The same data.

    Example:
        >>> expand({"authors": ["M. Okafor"]})
        {'authors': [{'name': 'M. Okafor'}]}
    """
    _expand(data, _members_of_brief())
    return data


def shorten(data: dict[str, Any]) -> dict[str, Any]:
    """Use the short forms in plain data, in place; the reverse of `expand`.

    Example:
        >>> shorten({"quotes": [{"evidence": [{"exact": "a long winter"}]}]})
        {'quotes': [{'evidence': 'a long winter'}]}
    """
    _shorten(data, _members_of_brief())
    return data


def _expand(data: dict[str, Any], members: dict[str, _Member]) -> None:
    for name in data.keys() & members.keys():
        member, value = members[name], data[name]
        if member.stands_alone and not isinstance(value, list):
            data[name] = value = [value]
        items = _items(value)
        for index, item in enumerate(items):
            if isinstance(item, dict):
                _expand(cast("dict[str, Any]", item), member.members)
            elif member.principal is not None and item is not None and isinstance(value, list):
                value[index] = {member.principal: item}


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
        if member.stands_alone and len(items) == 1 and not isinstance(items[0], dict):
            data[name] = items[0]


def _items(value: Any) -> list[Any]:
    """Return the items of a list, itself, or anything else as its only item."""
    return cast("list[Any]", value) if isinstance(value, list) else [value]


@cache
def _members_of_brief() -> dict[str, _Member]:
    return _members(Brief)


def _members(model: type[Value]) -> dict[str, _Member]:
    found: dict[str, _Member] = {}
    for name, info in model.model_fields.items():
        held = models_in(info.annotation)
        inner = {key: value for part in held for key, value in _members(part).items()}
        principal = next((part.PRINCIPAL for part in held if part.PRINCIPAL), None)
        if principal is not None or inner:
            alone = any(part.STANDS_ALONE for part in held)
            found[name] = _Member(principal, alone, inner)
    return found
