"""The suite: one file for each type, in the layout of the JSON Schema Test Suite."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from scripts.conformance import briefs, dates, texts, tokens
from scripts.conformance.constraints import cases_of
from scripts.conformance.samples import SCHEMA, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scripts.conformance.case import Case

HANDWRITTEN: Final = {**tokens.CASES, **dates.CASES, **texts.CASES, **briefs.CASES}
"""The handwritten cases, by type."""


def files() -> dict[str, str]:
    """Return the text of each file of the suite by its name."""
    return {f"{name}.json": _written(groups_of(name)) for name in TYPES}


def groups_of(name: str) -> Iterator[dict[str, Any]]:
    """Yield the groups of a type: the generated cases, then the handwritten cases."""
    yield _group(name, "constraints", cases_of(TYPES[name]))
    if name in HANDWRITTEN:
        yield _group(name, "handwritten", HANDWRITTEN[name])


def _group(name: str, kind: str, cases: Iterable[Case]) -> dict[str, Any]:
    reference = SCHEMA["$id"] + ("" if name == "Brief" else f"#/$defs/{name}")
    return {
        "description": f"{name}: {kind}",
        "schema": {"$schema": SCHEMA["$schema"], "$ref": reference},
        "tests": [
            {"description": case.description, "data": case.data, "valid": case.valid}
            for case in cases
        ],
    }


def _written(groups: Iterable[dict[str, Any]]) -> str:
    """Write each case on one line, in ASCII, so that invisible characters are escapes."""
    return "[\n" + ",\n".join(map(_written_group, groups)) + "\n]\n"


def _written_group(group: dict[str, Any]) -> str:
    head = [f'    "{key}": {json.dumps(group[key])},' for key in ("description", "schema")]
    tests = ",\n".join(f"      {json.dumps(test)}" for test in group["tests"])
    return "\n".join(("  {", *head, '    "tests": [', tests, "    ]", "  }"))
