"""Where a model refers to facts, holds dates, or holds other values of the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Final

from diplobrief.model.annotations import parts_of
from diplobrief.model.base import Value
from diplobrief.model.dates import PartialDate, When
from diplobrief.model.references import RefersTo


class Place(Enum):
    """What a member holds that integrity has to look at, where it is no reference."""

    NESTED = "values of the model"
    DATE = "a date"


NESTED: Final = Place.NESTED
DATE: Final = Place.DATE


class _PlacesByModel(dict[type[Value], dict[str, RefersTo | Place]]):
    """The members of each model that integrity has to look at, found out when first asked for."""

    def __missing__(self, model: type[Value]) -> dict[str, RefersTo | Place]:
        self[model] = places = _places_of(model)
        return places


PLACES: Final = _PlacesByModel()


def reference_rule(model: type[Value], member: str) -> RefersTo | None:
    """Return which kinds of fact a member may name, where it is a reference or a list of them.

    Example:
        >>> from diplobrief.model import Source
        >>> reference_rule(Source, "derived_from").what
        'a source'
    """
    place = PLACES[model].get(member)
    return place if isinstance(place, RefersTo) else None


def _places_of(model: type[Value]) -> dict[str, RefersTo | Place]:
    places: dict[str, RefersTo | Place] = {}
    for name, info in model.model_fields.items():
        if name == "sections":
            continue
        found = [*parts_of(info.annotation), *info.metadata]
        rules = [part for part in found if isinstance(part, RefersTo)]
        if any(isinstance(part, type) and issubclass(part, Value) for part in found):
            places[name] = NESTED
        elif rules:
            places[name] = rules[0]
        elif PartialDate in found or When in found:
            places[name] = DATE
    return places


def references_within(values: Iterable[Value]) -> Iterator[str]:
    """Yield the ids that values refer to, as they are written."""
    waiting: list[Any] = [*values]
    while waiting:
        value = waiting.pop()
        places = PLACES[type(value)]
        for name in value.__pydantic_fields_set__:
            place = places.get(name)
            if place is None or place is DATE:
                continue
            member = value.__dict__[name]
            if place is NESTED:
                waiting += member if type(member) is tuple else (member,)
            elif type(member) is not int:
                yield from (member,) if type(member) is str else member
