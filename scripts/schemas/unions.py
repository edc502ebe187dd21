"""The unions of the model, each of which has a name in the schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, cast, get_origin

from pydantic import TypeAdapter

from diplobrief import model
from diplobrief.model.fields import Constant, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.model.base import Value


def union_name(tags: Iterable[str]) -> str:
    """Return the name of the union whose branches have these tags.

    Raises:
        KeyError: No public type alias of the model is such a union.

    Example:
        >>> union_name(["number", "actors"])
        'Voters'
    """
    return _names()[frozenset(tags)]


def tag_of(member: type[Value], discriminator: str) -> str:
    """Return the tag of a class in a union.

    Args:
        member: The class.
        discriminator: The field with the tag.

    Example:
        >>> tag_of(model.Person, "kind")
        'person'
    """
    content = fields_of(member)[discriminator].content
    if not isinstance(content, Constant):
        raise TypeError(f"{member.__name__}.{discriminator} is not a constant")
    return str(content.value)


@cache
def _names() -> dict[frozenset[str], str]:
    """Return the name of each public alias of a union by the tags of its branches."""
    names: dict[frozenset[str], str] = {}
    for name in model.__all__:
        alias = getattr(model, name)
        if get_origin(alias) is Annotated:
            schema = cast("dict[str, Any]", TypeAdapter(alias).core_schema)
            if schema["type"] == "definitions":
                schema = schema["schema"]
            if schema["type"] == "tagged-union":
                names[frozenset(map(str, schema["choices"]))] = name
    return names
