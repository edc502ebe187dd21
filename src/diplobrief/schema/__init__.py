"""The published schemas, which are installed with the package; `scripts/schemas` generates them."""

from diplobrief.schema.answers import facts_of_answer
from diplobrief.schema.nulls import drop_nulls
from diplobrief.schema.published import (
    PROFILES,
    PUBLISHED,
    json_schema,
    published_text,
    write_schemas,
)

__all__ = [
    "PROFILES",
    "PUBLISHED",
    "drop_nulls",
    "facts_of_answer",
    "json_schema",
    "published_text",
    "write_schemas",
]
