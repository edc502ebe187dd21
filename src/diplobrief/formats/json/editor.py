"""Changes JSON text in place: only what differs is written again, in the layout around it."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from diplobrief.formats.edits import Edit, align, apply_edits, is_list, is_object
from diplobrief.formats.json.scanner import scan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.formats.json.scanner import Place


def edited(text: str, old: Any, new: Any) -> str:
    """Return JSON text with other data.

    Args:
        text: The text.
        old: The data that it has; other members in it stay as they are.
        new: The data that it is to have.

    Example:
        >>> edited('{"a": [1, 2], "b": 3}', {"a": [1, 2], "b": 3}, {"a": [1], "c": 4})
        '{"a": [1], "c": 4}'
    """
    editor = _Editor(text, scan(text, _paths_within(json.loads(text))))
    editor.change((), old, new)
    return apply_edits(text, editor.edits)


def _paths_within(data: Any) -> Iterator[Path]:
    """Yield the paths of all values within plain data."""
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        yield path
        if is_object(value):
            waiting += (((*path, name), member) for name, member in value.items())
        elif is_list(value):
            waiting += (((*path, at), item) for at, item in enumerate(value))


class _Editor:
    """Collects the edits of a text."""

    def __init__(self, text: str, places: Mapping[Path, Place]) -> None:
        self.edits: list[Edit] = []
        self._text = text
        self._places = places
        self._steps: defaultdict[Path, list[str | int]] = defaultdict(list)
        for path in sorted(places, key=lambda path: places[path].start):
            if path:
                self._steps[path[:-1]].append(path[-1])
        first = self._steps[()][:1]
        self._indent = (self._margin((first[0],)) if first else None) or "  "

    def change(self, path: Path, old: Any, new: Any) -> None:
        """Change the value at a path."""
        if old == new:
            return
        if is_object(old) and is_object(new) and old.keys() & new.keys():
            self._change_members(path, old, new)
        elif is_list(old) and is_list(new) and old and new:
            self._change_items(path, old, new)
        else:
            place = self._places[path]
            self.edits.append(Edit(place.start, place.end, self._written(new, self._margin(path))))

    def _change_members(self, path: Path, old: dict[str, Any], new: dict[str, Any]) -> None:
        removed = old.keys() - new.keys()
        self._remove(path, removed)
        last: str | None = None
        for name, value in new.items():
            if name in old:
                self.change((*path, name), old[name], value)
                last = name
            else:
                self._add(path, last, removed, f"{json.dumps(name)}: ", value)

    def _change_items(self, path: Path, old: list[Any], new: list[Any]) -> None:
        kept, gone, added = align(old, new)
        removed = frozenset(gone)
        self._remove(path, removed)
        for at, now_at in kept:
            self.change((*path, at), old[at], new[now_at])
        for at in added:
            self._add(path, kept[-1][0], removed, "", new[at])

    def _remove(self, path: Path, removed: Collection[str | int]) -> None:
        """Remove members or items, each with one of the commas around it."""
        runs = [
            (is_removed, [*steps])
            for is_removed, steps in groupby(self._steps[path], removed.__contains__)
        ]
        for at, (is_removed, steps) in enumerate(runs):
            if not is_removed:
                continue
            if at + 1 < len(runs):
                start = self._start((*path, steps[0]))
                end = self._start((*path, runs[at + 1][1][0]))
            else:
                start = self._places[(*path, runs[at - 1][1][-1])].end
                end = self._places[(*path, steps[-1])].end
            self.edits.append(Edit(start, end, ""))

    def _add(
        self,
        path: Path,
        after: str | int | None,
        removed: Collection[str | int],
        name: str,
        value: Any,
    ) -> None:
        """Add a member or an item after another one, or at the beginning."""
        first = next(step for step in self._steps[path] if step not in removed)
        beside = first if after is None else after
        margin = self._margin((*path, beside))
        space = " " if margin is None else f"\n{margin}"
        written = f"{name}{self._written(value, margin)}"
        if after is None:
            at = self._start((*path, first))
            self.edits.append(Edit(at, at, f"{written},{space}"))
        else:
            at = self._places[(*path, after)].end
            self.edits.append(Edit(at, at, f",{space}{written}"))

    def _start(self, path: Path) -> int:
        place = self._places[path]
        return place.start if place.name is None else place.name

    def _margin(self, path: Path) -> str | None:
        """Return the white space before a value on its line, or `None` if it is not the first."""
        start = self._start(path)
        line = self._text.rfind("\n", 0, start) + 1
        before = self._text[line:start]
        return before if line and not before.strip() else None

    def _written(self, value: Any, margin: str | None) -> str:
        if margin is None:
            return json.dumps(value, ensure_ascii=False)
        written = json.dumps(value, ensure_ascii=False, indent=self._indent)
        return written.replace("\n", f"\n{margin}")
