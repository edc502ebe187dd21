"""A mapping that never changes: what a status says of each party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


class FrozenMapping(Mapping[str, V], Generic[V]):
    """Values by name, in the order in which they were given; hashable where its values are.

    Args:
        items: Names and values.

    Example:
        >>> stages = FrozenMapping([("north", "signed"), ("south", "ratified")])
        >>> stages["south"], len(stages), hash(stages) == hash(FrozenMapping(stages.items()))
        ('ratified', 2, True)
    """

    __slots__ = ("_values",)

    def __init__(self, items: Iterable[tuple[str, V]] = ()) -> None:
        self._values: dict[str, V] = dict(items)

    def __getitem__(self, name: str) -> V:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return repr(self._values)
