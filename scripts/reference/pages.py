"""The generated parts of the pages under `docs` and `schemas`.

A page marks a generated part with two comments, `<!-- begin NAME: … -->` and `<!-- end NAME -->`.
The text between them comes from the function with that name in `PARTS`; all other text is written
by hand. The result is committed, so that the pages can be read without building the site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scripts.generated_files import TOP
from scripts.reference import (
    checks,
    command_line,
    diagnostics,
    format_examples,
    model,
    model_drawing,
    parts,
    schema,
    suggestion_rules,
    treaties,
    treaty_ladder,
    vocabularies,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDERS: Final = ("docs", "schemas")
"""The folders with pages."""

PARTS: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "commands": command_line.commands,
    "diagnostic-codes": diagnostics.codes,
    "format-examples": format_examples.examples,
    "integrity-list": diagnostics.integrity_list,
    "integrity-rules": diagnostics.integrity_rules,
    "model": model.members,
    "parts": parts.parts,
    "rule-families": checks.families,
    "rules": checks.rules,
    "schema": schema.types,
    "suggestion-rules": suggestion_rules.rules,
    "treaty-acts": treaties.acts,
    "treaty-effects": treaties.effects,
    "treaty-ladder": treaty_ladder.ladder,
    "treaty-precedence": treaties.precedence,
    "treaty-readings": treaties.readings,
    "treaty-stages": treaties.stages,
    "vocabularies": vocabularies.vocabularies,
}
"""The function that makes the lines of each part."""

_PART: Final = re.compile(
    r"^<!-- begin (?P<name>[a-z-]+): .*? -->$.*?^<!-- end (?P=name) -->$",
    re.MULTILINE | re.DOTALL,
)


def generated_texts() -> dict[str, str]:
    """Return the text of each page with generated parts, and the drawing of the model.

    The keys are paths in the checkout.
    """
    texts = {"docs/reference/model.svg": model_drawing.drawing()}
    for page in sorted(page for folder in FOLDERS for page in (TOP / folder).rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if _PART.search(text):
            texts[page.relative_to(TOP).as_posix()] = _PART.sub(_generated, text)
    return texts


def handwritten(text: str) -> str:
    r"""Return a page with an empty line for each line of a generated part.

    Example:
        >>> handwritten("a\n<!-- begin rules: x -->\nb\n<!-- end rules -->\nc\n")
        'a\n\n\n\nc\n'
    """
    return _PART.sub(lambda part: "\n" * part[0].count("\n"), text)


def _generated(part: re.Match[str]) -> str:
    name = part["name"]
    begin = f'<!-- begin {name}: written by "make reference"; do not edit -->'
    text = "\n".join(PARTS[name]()).strip("\n")
    return f"{begin}\n\n{text}\n\n<!-- end {name} -->"
