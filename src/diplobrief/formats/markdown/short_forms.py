"""The short forms of front matter: an object with only its principal member is that member.

`evidence: Duma approved` is short for `[{exact: Duma approved}]`, `participants: [ir, ru]` for
`[{actor: ir}, {actor: ru}]`, `authors: [A. Name]` for `[{name: A. Name}]`, and
`provenance: suggested` for `{status: suggested}`. The reader accepts both, the writer always uses
the short form. The model declares which classes have one. The reader also accepts the only item of
a list instead of the list (`by: duma`); the writer writes the list.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from diplobrief.model import Brief
from diplobrief.model.fields import Field, Values, fields_of

if TYPE_CHECKING:
    from diplobrief.diagnostics import Path
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
        tag: The member by which the classes of a union differ, if a member is a list in some of
            them only.
        by_tag: The members of the object in each of these classes, by their tags.
    """

    principal: str | None
    stands_alone: bool
    is_list: bool
    or_number: bool
    members: dict[str, _Member]
    tag: str = ""
    by_tag: dict[str, dict[str, _Member]] = field(default_factory=dict[str, "dict[str, _Member]"])

    def members_of(self, item: dict[str, Any]) -> dict[str, _Member]:
        """Return the short forms in the members of an object."""
        tag = item.get(self.tag) if self.tag else None
        return self.by_tag.get(tag, self.members) if isinstance(tag, str) else self.members


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


def shorten_at(path: Path, value: Any) -> Any:
    """Return the short form of a value at a path of a brief; the value stays as it is.

    Example:
        >>> shorten_at(("quotes", 0, "evidence"), [{"exact": "a long winter"}])
        'a long winter'
    """
    names = [step for step in path if isinstance(step, str)]
    members = _members_of_brief()
    for name in names[:-1]:
        members = members[name].members if name in members else {}
    is_item = isinstance(path[-1], int)
    data: dict[str, Any] = {names[-1]: [deepcopy(value)] if is_item else deepcopy(value)}
    _shorten(data, members)
    short = data[names[-1]]
    return _items(short)[0] if is_item else short


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
                inner = cast("dict[str, Any]", item)
                _expand(inner, member.members_of(inner))
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
                inner = cast("dict[str, Any]", item)
                _shorten(inner, member.members_of(inner))
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
    return {name: _member(described) for name, described in fields_of(model).items()}


def _member(described: Field) -> _Member:
    inner: dict[str, _Member] = {}
    classes = [_members(part) for part in described.models]
    for members in classes:
        for key, value in members.items():
            inner[key] = _either(inner[key], value) if key in inner else value
    return _Member(
        next((part.PRINCIPAL for part in described.models if part.PRINCIPAL), None),
        any(part.STANDS_ALONE for part in described.models),
        described.is_list,
        described.or_number is not None,
        inner,
        *_by_tag(described, classes, inner),
    )


def _by_tag(
    described: Field, classes: list[dict[str, _Member]], merged: dict[str, _Member]
) -> tuple[str, dict[str, dict[str, _Member]]]:
    """Return the tag of a union and its classes, if a member is a list in some of them only."""
    tag = described.content.tag if isinstance(described.content, Values) else None
    if tag is None or all(
        member.is_list == merged[name].is_list
        for members in classes
        for name, member in members.items()
    ):
        return "", {}
    tags = [part.CONSTANTS[tag] for part in described.models]
    return tag, dict(zip(tags, classes, strict=True))


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
