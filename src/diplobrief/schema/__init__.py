"""The JSON Schema of a brief and what else is published for other languages, from the models."""

from diplobrief.schema.llm import drop_nulls
from diplobrief.schema.profiles import PROFILES, json_schema, schema_text
from diplobrief.schema.published import PUBLISHED, write_schemas

__all__ = [
    "PROFILES",
    "PUBLISHED",
    "drop_nulls",
    "json_schema",
    "schema_text",
    "write_schemas",
]
