"""What the annotation of a member names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from diplobrief.model.base import Value


def parts_of(annotation: object) -> Iterator[object]:
    """Yield an annotation and everything within it, metadata included.

    Example:
        >>> [*parts_of(list[int | str])]
        [list[int | str], int | str, <class 'int'>, <class 'str'>]
    """
    yield annotation
    for argument in get_args(annotation):
        yield from parts_of(argument)


def models_in(annotation: object) -> list[type[Value]]:
    """Return the classes of the model that an annotation names, in its order.

    Example:
        >>> from diplobrief.model import Quote, Treaty
        >>> [model.__name__ for model in models_in(Quote.model_fields["evidence"].annotation)]
        ['Evidence']
        >>> models_in(Treaty.model_fields["title"].annotation)
        []
    """
    return [
        part for part in parts_of(annotation) if isinstance(part, type) and issubclass(part, Value)
    ]
