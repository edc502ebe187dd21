"""Edits of a text that leave everything else as it is, comments and layout included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class NotInPlaceError(Exception):
    """A change cannot be made where the text is without losing something."""


class Edit(NamedTuple):
    """A replacement in a text; an insertion if the start is the end.

    Attributes:
        start: The offset of the first character that is replaced.
        end: The offset after the last one.
        new: The new characters.
    """

    start: int
    end: int
    new: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits. Insertions at one place stay in their order.

    Raises:
        NotInPlaceError: Two edits overlap.

    Example:
        >>> apply_edits("a: b", [Edit(3, 4, "c"), Edit(0, 0, "- ")])
        '- a: c'
    """
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if edit.start < position:
            raise NotInPlaceError
        parts += (text[position : edit.start], edit.new)
        position = edit.end
    return "".join([*parts, text[position:]])


class Alignment(NamedTuple):
    """How the items of a list became those of another.

    Attributes:
        kept: The indexes of the items that both have, in the old list and in the new one.
        removed: The indexes in the old list of the items that are gone.
        added: The indexes in the new list of the items at its end that the old list lacks.
    """

    kept: list[tuple[int, int]]
    removed: list[int]
    added: list[int]


def is_object(data: object) -> TypeGuard[dict[str, Any]]:
    """Return whether plain data are an object."""
    return isinstance(data, dict)


def is_list(data: object) -> TypeGuard[list[Any]]:
    """Return whether plain data are a list."""
    return isinstance(data, list)


def align(old: Sequence[Any], new: Sequence[Any]) -> Alignment:
    """Return how the items of a list became those of another, which has them in the same order.

    Example:
        >>> align([{"id": "a"}, {"id": "b", "x": 1}], [{"id": "b"}])
        Alignment(kept=[(1, 0)], removed=[0], added=[])
        >>> align(["a"], ["b", "c"])
        Alignment(kept=[(0, 0)], removed=[], added=[1])
    """
    kept: list[tuple[int, int]] = []
    removed: list[int] = []
    to_remove = len(old) - len(new)
    for at, item in enumerate(old):
        if to_remove > 0 and not (len(kept) < len(new) and _is_same(item, new[len(kept)])):
            removed.append(at)
            to_remove -= 1
        else:
            kept.append((at, len(kept)))
    return Alignment(kept, removed, [*range(len(kept), len(new))])


def _is_same(old: Any, new: Any) -> bool:
    """Return whether one of two items is the other one, perhaps changed."""
    if is_object(old) and is_object(new) and "id" in old:
        return bool(old["id"] == new.get("id"))
    return bool(old == new)
