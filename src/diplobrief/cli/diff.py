"""Unified diffs of what a command would change in a file, in the form that `patch` reads."""

from __future__ import annotations

import sys
from collections import Counter
from difflib import unified_diff
from itertools import takewhile
from typing import TYPE_CHECKING, Final

import click

from diplobrief.cli.console import echo, is_terminal, wants_color
from diplobrief.cli.outputs import STDOUT, write
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MAX_EQUAL_PAIRS: Final = 1_000_000
"""Above this number of pairs of equal lines, finding the smallest diff takes too long."""

_COLORS: Final = {"+": "green", "-": "red", "@": "cyan"}


def unified(old: str, new: str, name: str) -> Iterator[str]:
    r"""Yield the lines of a unified diff, with their line ends.

    Args:
        old: The present content of the file.
        new: The content that it would get.
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
        # A last line without a line end is marked as `diff` marks it.
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def print_diff(old: str, new: str, name: str) -> None:
    """Print a unified diff: byte for byte to a file or pipe, safe and coloured to a terminal."""
    if not wants_color(sys.stdout) and not is_terminal(sys.stdout):
        write(STDOUT, "".join(unified(old, new, name)))
        return
    for line in unified(old, new, name):
        echo(click.style(visible(line.removesuffix("\n")), fg=_COLORS.get(line[0])))


def _lines(text: str) -> list[str]:
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + pieces[-1:] * bool(pieces[-1])


def _is_quick(before: Sequence[str], after: Sequence[str]) -> bool:
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    )
    counts = Counter(after[same:])
    return sum(counts[line] for line in before[same:]) <= _MAX_EQUAL_PAIRS


def _replacement(
    before: Sequence[str], after: Sequence[str], old_name: str, new_name: str
) -> Iterator[str]:
    yield f"--- {old_name}\n"
    yield f"+++ {new_name}\n"
    yield f"@@ -1,{len(before)} +1,{len(after)} @@\n"
    yield from (f"-{line}" for line in before)
    yield from (f"+{line}" for line in after)
