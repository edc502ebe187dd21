"""The profiles of the JSON Schema, generated from the models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.model import SCHEMA_ID, Brief
from diplobrief.schema import PUBLISHED
from scripts.schemas.facts import facts_form
from scripts.schemas.front_matter import front_matter_form
from scripts.schemas.generator import GenerateBriefSchema
from scripts.schemas.llm import llm_form

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of every profile."""

BASE: Final = "https://w3id.org/diplobrief/v1/"
"""The prefix of the schemas' identifiers. They are names; nothing fetches them."""


def full() -> JsonSchemaValue:
    """Return the schema of a brief as JSON.

    Example:
        >>> full()["$id"]
        'https://w3id.org/diplobrief/v1/brief.schema.json'
    """
    return _identified("full", _brief())


def front_matter() -> JsonSchemaValue:
    """Return the schema of the YAML at the head of a brief in Markdown."""
    return _identified("frontmatter", front_matter_form(_brief()))


def llm() -> JsonSchemaValue:
    """Return the schema of a brief as a language model writes it."""
    return _identified("llm", llm_form(_brief()))


def facts() -> JsonSchemaValue:
    """Return the schema of the facts that a language model reads out of a text.

    It has neither `$schema` nor `$id`, because it is passed to services as it is.
    """
    return facts_form()


def _brief() -> JsonSchemaValue:
    schema = Brief.model_json_schema(schema_generator=GenerateBriefSchema)
    marker = {
        "description": "The address or path of the schema that the document follows. It is not "
        "part of the brief.",
        "examples": [SCHEMA_ID],
        "type": "string",
    }
    schema["properties"] = {"$schema": marker, **schema["properties"]}
    return schema


def _identified(profile: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    return {"$schema": DIALECT, "$id": BASE + PUBLISHED[profile], **schema}
