"""The parts of the library, layer by layer, for the map for maintainers."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scripts.reference.tables import table
from tests.test_architecture import LAYERS, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator


def parts() -> Iterator[str]:
    """Yield a table of the parts, the highest layer first, with what each one is."""
    rows = [
        (str(layer), f"`{_shown(part)}`", _summary(part))
        for layer in reversed(range(len(LAYERS)))
        for part in sorted(LAYERS[layer])
    ]
    yield from table(["Layer", "Part", "What it is"], rows)


def _shown(part: str) -> str:
    return f"{part}/" if (PACKAGE / part).is_dir() else f"{part}.py"


def _summary(part: str) -> str:
    folder, module = PACKAGE / part / "__init__.py", PACKAGE / f"{part}.py"
    source = (folder if folder.exists() else module).read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0].replace("\n", " ")
