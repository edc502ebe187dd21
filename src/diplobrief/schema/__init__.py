"""The JSON Schema of a brief and its profiles, generated from the models."""

from diplobrief.schema.profiles import (
    PROFILES,
    json_schema,
    schema_text,
    write_schemas,
)

__all__ = ["PROFILES", "json_schema", "schema_text", "write_schemas"]
