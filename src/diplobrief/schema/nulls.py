"""From the output of a language model, where omitted members are null, to the data of a brief."""

from __future__ import annotations

from typing import cast


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
    kept = _without_nulls(data)
    return type(data)() if kept is None and data is not None else kept


def _without_nulls(data: object) -> object:
    """Return the data without nulls, or `None` if they consist of nulls only."""
    if isinstance(data, list):
        items = cast("list[object]", data)
        kept_items = [item for item in map(_without_nulls, items) if item is not None]
        return kept_items if kept_items or not items else None
    if isinstance(data, dict):
        members = cast("dict[str, object]", data)
        kept_members: dict[str, object] = {}
        for name, value in members.items():
            if name.startswith("x-"):
                kept_members[name] = value
            elif (kept := _without_nulls(value)) is not None:
                kept_members[name] = kept
        return kept_members if kept_members or not members else None
    return data
