"""The text of every published file, generated from the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diplobrief.schema import PUBLISHED
from scripts.schemas import json_ld, profiles, typescript
from scripts.schemas.named_parts import with_named_parts

if TYPE_CHECKING:
    from collections.abc import Callable


def generated_texts() -> dict[str, str]:
    """Return the text of each published file by the name of the file."""
    schema = profiles.full()
    generators: dict[str, Callable[[], str]] = {
        "full": lambda: _as_text(with_named_parts(schema)),
        "frontmatter": lambda: _as_text(with_named_parts(profiles.front_matter())),
        "llm": lambda: _as_text(profiles.llm()),
        "facts": lambda: _as_text(profiles.facts()),
        "typescript": lambda: typescript.declarations(schema),
        "json-ld": lambda: _as_text(json_ld.context(schema)),
        "terms": lambda: _as_text(json_ld.vocabulary(schema)),
    }
    return {file: generators[profile]() for profile, file in PUBLISHED.items()}


def _as_text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
