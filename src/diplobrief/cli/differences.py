"""What rewriting would change in a file, as a unified diff that `patch` understands."""

from __future__ import annotations

from collections import Counter
from difflib import unified_diff
from itertools import takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_PAIRS: Final = 1_000_000
"""Beyond so many pairs of equal lines, looking for the smallest difference takes too long."""


def unified(old: str, new: str, name: str) -> Iterator[str]:
    r"""Yield the lines of a unified diff, with their line ends.

    Args:
        old: The file as it is.
        new: The file as it would be.
        name: The name of the file.

    Example:
        >>> print(*unified("a\nb\n", "a\nc\n", "note.json"), sep="", end="")
        --- note.json
        +++ note.json
        @@ -1,2 +1,2 @@
         a
        -b
        +c
    """
    before, after = _lines(old), _lines(new)
    diff = unified_diff if _is_quick(before, after) else _replacement
    for line in diff(before, after, name, name):
        # A file without a line end at its end is marked as `diff` marks it.
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + pieces[-1:] * bool(pieces[-1])


def _is_quick(before: Sequence[str], after: Sequence[str]) -> bool:
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    )
    counts = Counter(after[same:])
    return sum(counts[line] for line in before[same:]) <= _MOST_PAIRS


def _replacement(
    before: Sequence[str], after: Sequence[str], old_name: str, new_name: str
) -> Iterator[str]:
    yield f"--- {old_name}\n"
    yield f"+++ {new_name}\n"
    yield f"@@ -1,{len(before)} +1,{len(after)} @@\n"
    yield from (f"-{line}" for line in before)
    yield from (f"+{line}" for line in after)
