"""The rooms of the library, floor by floor, for the map for maintainers."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scripts.reference.tables import table
from tests.test_architecture import FLOORS, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator


def rooms() -> Iterator[str]:
    """Yield a table of the rooms, the highest floor first, with what each one is."""
    rows = [
        (str(floor), f"`{_shown(room)}`", _summary(room))
        for floor in reversed(range(len(FLOORS)))
        for room in sorted(FLOORS[floor])
    ]
    yield from table(["Floor", "Room", "What it is"], rows)


def _shown(room: str) -> str:
    return f"{room}/" if (PACKAGE / room).is_dir() else f"{room}.py"


def _summary(room: str) -> str:
    folder, module = PACKAGE / room / "__init__.py", PACKAGE / f"{room}.py"
    source = (folder if folder.exists() else module).read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0].replace("\n", " ")
