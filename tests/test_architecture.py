"""Imports only go down, from the command line to the model, and never in a cycle."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1] / "src" / "diplobrief"

LAYERS = [
    {"_version", "replacement"},
    {"text"},
    {"commonmark", "languages"},
    {"model"},
    {"diagnostics", "treaties", "testing"},
    {"formats"},
    {"files"},
    {"schema"},
    {"extraction"},
    {"checks"},
    {"views"},
    {"cli"},
    {"__init__", "__main__"},
]
"""The parts, from the lowest layer up. Parts of one layer do not import each other."""

LAYER_OF = {part: level for level, parts in enumerate(LAYERS) for part in parts}


def modules() -> Iterator[tuple[str, Path]]:
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


NAMES = dict(modules())


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("diplobrief"):
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in NAMES else node.module or ""


def part_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_every_part_has_a_layer() -> None:
    assert {part_of(module) for module in NAMES} == set(LAYER_OF)


def test_parts_import_only_from_lower_layers() -> None:
    upward = [
        f"{module} -> {imported}"
        for module, path in NAMES.items()
        for imported in imports_of(path)
        if imported != "diplobrief"
        and part_of(module) != part_of(imported)
        and LAYER_OF[part_of(imported)] >= LAYER_OF[part_of(module)]
    ]
    assert upward == []


def test_formats_do_not_import_each_other() -> None:
    formats = "diplobrief.formats."
    known = {module.split(".")[2] for module in NAMES if module.startswith(formats)} - {
        "document",
        "edits",
        "validation",
    }
    crossing = [
        f"{module} -> {imported}"
        for module, path in NAMES.items()
        for imported in imports_of(path)
        if module.startswith(formats) and imported.startswith(formats)
        if {module.split(".")[2], imported.split(".")[2]} <= known
        if module.split(".")[2] != imported.split(".")[2]
    ]
    assert crossing == []


def test_imports_have_no_cycle() -> None:
    graph = {
        module: {
            imported
            for imported in imports_of(path)
            # A package names its modules, and they may name a value of the package's front.
            if not imported.startswith(f"{module}.") and not module.startswith(f"{imported}.")
        }
        for module, path in NAMES.items()
    }
    assert len(list(TopologicalSorter(graph).static_order())) >= len(NAMES)
