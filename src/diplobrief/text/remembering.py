"""Results for short texts are remembered: a long document repeats them very often."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")

_SHORT: Final = 80
_MOST_TEXTS: Final = 1024


def remembered_if_short(function: Callable[[str], _Result]) -> Callable[[str], _Result]:
    """Return a function that computes the result for a short text once.

    A hostile document of a megabyte has hundreds of thousands of equal lines or blocks. Long texts
    are not remembered, so little memory is used.

    Args:
        function: A function of a text whose result never changes.

    Example:
        >>> size = remembered_if_short(len)
        >>> size("Oslo"), size("Oslo"), size("-" * 1000)
        (4, 4, 1000)
    """
    remembered = lru_cache(_MOST_TEXTS)(function)

    @wraps(function)
    def result_for(text: str) -> _Result:
        return remembered(text) if len(text) <= _SHORT else function(text)

    return result_for
