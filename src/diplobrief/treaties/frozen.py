"""A mapping that never changes, such as the statuses of parties by their id."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


class FrozenMapping(Mapping[str, V], Generic[V]):
    """Values by name, in the given order. It is hashable if its values are.

    Args:
        items: Names and values.

    Example:
        >>> stages = FrozenMapping([("north", "signed"), ("south", "ratified")])
        >>> stages["south"], len(stages), hash(stages) == hash(FrozenMapping(stages.items()))
        ('ratified', 2, True)
    """

    __slots__ = ("_made", "_names", "_values")

    def __init__(self, items: Iterable[tuple[str, V]] = ()) -> None:
        self._values: dict[str, V] = dict(items)
        self._names: Collection[str] = self._values
        self._made: Callable[[str], V] | None = None

    @classmethod
    def made_by(cls, names: Collection[str], made: Callable[[str], V]) -> FrozenMapping[V]:
        """Return a mapping that computes each value when it is first needed.

        Args:
            names: The names.
            made: Returns the value of a name; raises `KeyError` for any other.
        """
        mapping = cls()
        mapping._names = names
        mapping._made = made
        return mapping

    def __getitem__(self, name: str) -> V:
        values = self._values
        if name not in values and self._made is not None:
            values[name] = self._made(name)
        return values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __hash__(self) -> int:
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type[FrozenMapping[V]], tuple[tuple[tuple[str, V], ...]]]:
        return type(self), (tuple(self.items()),)
