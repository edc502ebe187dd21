"""The profiles of the JSON Schema, each by its name."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.model import SCHEMA_ID, Brief
from diplobrief.schema.frontmatter import front_matter_form
from diplobrief.schema.generator import GenerateBriefSchema
from diplobrief.schema.llm import llm_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.json_schema import JsonSchemaValue

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of every profile."""

BASE: Final = "https://w3id.org/diplobrief/v1/"
"""Where the identifiers of the schemas begin; nothing ever fetches them."""


def _full() -> JsonSchemaValue:
    schema = Brief.model_json_schema(schema_generator=GenerateBriefSchema)
    marker = {
        "description": "The address or path of the schema that the document follows. It is not "
        "part of the brief.",
        "examples": [SCHEMA_ID],
        "type": "string",
    }
    schema["properties"] = {"$schema": marker, **schema["properties"]}
    return schema


PROFILES: Final[dict[str, Callable[[], JsonSchemaValue]]] = {
    "full": _full,
    "frontmatter": lambda: front_matter_form(_full()),
    "llm": lambda: llm_form(_full()),
}
"""What makes each profile."""

FILES: Final = {
    "full": "brief.schema.json",
    "frontmatter": "frontmatter.schema.json",
    "llm": "llm.schema.json",
}
"""The file of each profile; its identifier ends in it."""


@cache
def schema_text(profile: str = "full") -> str:
    r"""Return a profile of the JSON Schema as the text of its published file.

    Args:
        profile: `full`, `frontmatter` or `llm`; see `json_schema`.

    Returns:
        The schema (draft 2020-12), indented, with a line end at its end.

    Raises:
        ValueError: There is no such profile.

    Example:
        >>> schema_text().startswith('{\n  "$schema":')
        True
    """
    if profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}: use one of {', '.join(PROFILES)}")
    schema = {"$schema": DIALECT, "$id": BASE + FILES[profile], **PROFILES[profile]()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def json_schema(profile: str = "full") -> dict[str, object]:
    """Return a profile of the JSON Schema of a brief.

    What the full schema accepts the models accept, and the other way round, except for the
    rules of integrity (`diplobrief.model.integrity`), which no JSON Schema can say, and the
    limits of extension values.

    Args:
        profile: `full`; `frontmatter` for the YAML at the head of a brief in Markdown; or `llm`
            for engines of structured output, where every member is required and may be null
            (`drop_nulls` makes a brief of what comes back).

    Returns:
        A dict of one's own, draft 2020-12, without a reference to another file.

    Raises:
        ValueError: There is no such profile.

    Example:
        >>> json_schema()["$id"]
        'https://w3id.org/diplobrief/v1/brief.schema.json'
        >>> "sections" in json_schema("frontmatter")["properties"]
        False
    """
    schema: dict[str, object] = json.loads(schema_text(profile))
    return schema
