"""From the output of a language model, where omitted members are null, to the data of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def drop_nulls(data: object) -> object:
    """Return plain data without null members, and without containers that only held nulls.

    Under the profile `llm` every member is required, so a language model writes null for a member
    that it omits. This function turns such output into the data of a brief. The values of
    extension members stay as they are.

    Args:
        data: Plain data as `json.loads` returns them. They are not changed.

    Returns:
        The same data without nulls, and without objects and lists that contained only nulls.

    Example:
        >>> drop_nulls({"name": "Northland", "country": None, "x-desk": {"editor": None}})
        {'name': 'Northland', 'x-desk': {'editor': None}}
        >>> drop_nulls({"handling": {"tlp": None, "marking": None}, "sections": []})
        {'sections': []}
    """
    # Not recursive: the data may be nested more deeply than Python can call functions.
    containers = [data]
    for container in containers:
        containers += filter(_is_container, _children(container))
    kept: dict[int, object] = {}
    for container in reversed(containers):
        kept[id(container)] = _without_nulls(container, kept)
    return type(data)() if kept[id(data)] is None and data is not None else kept[id(data)]


def _is_container(data: object) -> bool:
    return isinstance(data, (dict, list))


def _children(data: object) -> Iterable[object]:
    """Return the values in a container, without those of extension members."""
    if isinstance(data, list):
        return cast("list[object]", data)
    if isinstance(data, dict):
        members = cast("dict[str, object]", data)
        return (value for name, value in members.items() if not name.startswith("x-"))
    return ()


def _without_nulls(data: object, kept: Mapping[int, object]) -> object:
    """Return the data without nulls, or `None` if they consist of nulls only.

    Args:
        data: The data.
        kept: The result for each container in the data, by its identity.
    """
    if isinstance(data, list):
        items = cast("list[object]", data)
        kept_items = [kept.get(id(item), item) for item in items]
        kept_items = [item for item in kept_items if item is not None]
        return kept_items if kept_items or not items else None
    if isinstance(data, dict):
        members = cast("dict[str, object]", data)
        kept_members: dict[str, object] = {}
        for name, value in members.items():
            if name.startswith("x-"):
                kept_members[name] = value
            elif (kept_value := kept.get(id(value), value)) is not None:
                kept_members[name] = kept_value
        return kept_members if kept_members or not members else None
    return data
