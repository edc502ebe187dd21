"""The members of every object, for people who use the models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.model.vocabulary import VOCABULARIES
from scripts.reference.schema_types import CHAPTERS, OBJECTS, describe, schema_types
from scripts.reference.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.reference.schema_types import Form


def members() -> Iterator[str]:
    """Yield a table of members for each object."""
    for title, names in CHAPTERS.items():
        yield f"## {title}\n"
        for name in names:
            form = schema_types()[name]
            yield f"### {name}\n\n{form['description']}\n"
            yield from table(
                ["Member", "Type", "Required", "Meaning"],
                (
                    _row(member, part, is_required=member in form.get("required", ()))
                    for member, part in form["properties"].items()
                    if member != "$schema"
                ),
            )


def _row(member: str, part: Form, *, is_required: bool) -> list[str]:
    required = "yes" if is_required else ""
    return [f"`{member}`", describe(part, _link), required, part["description"]]


def _link(name: str) -> str:
    if name in OBJECTS:
        return f"[{name}](#{name.lower()})"
    if name in VOCABULARIES:
        return f"[{name}](vocabulary.md#{name.lower()})"
    unions = {"Actor": "[actor](#actors)", "Block": "[block](#the-narrative)"}
    return unions.get(name, f"[{name}](schema.md#{name.lower()})")
