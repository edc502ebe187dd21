"""The published schemas: each profile by name, as data, as text and as files."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from diplobrief.files import write_atomically
from diplobrief.model import SCHEMA_ID, Brief
from diplobrief.schema.frontmatter import front_matter_form
from diplobrief.schema.generator import GenerateBriefSchema

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
        "description": "The format of the file; it is no part of the brief.",
        "const": SCHEMA_ID,
    }
    schema["properties"] = {"$schema": marker, **schema["properties"]}
    return schema


def _front_matter() -> JsonSchemaValue:
    return front_matter_form(_full())


_PROFILES: Final[dict[str, tuple[str, Callable[[], JsonSchemaValue]]]] = {
    "full": ("brief.schema.json", _full),
    "frontmatter": ("frontmatter.schema.json", _front_matter),
}
"""The file of each profile, and what makes it."""

PROFILES: Final = tuple(_PROFILES)
"""The names of the profiles."""


@cache
def schema_text(profile: str = "full") -> str:
    r"""Return a profile of the JSON Schema as the text of its published file.

    Args:
        profile: `full`, or `frontmatter` for the YAML at the head of a brief in Markdown.

    Returns:
        The schema (draft 2020-12), indented, with a line end at its end.

    Raises:
        ValueError: There is no such profile.

    Example:
        >>> schema_text().startswith('{\n  "$schema":')
        True
    """
    if profile not in _PROFILES:
        raise ValueError(f"no profile {profile!r}: use one of {', '.join(PROFILES)}")
    file, make = _PROFILES[profile]
    schema = {"$schema": DIALECT, "$id": BASE + file, **make()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def json_schema(profile: str = "full") -> dict[str, Any]:
    """Return a profile of the JSON Schema of a brief.

    What the full schema accepts the models accept, and the other way round, except for the
    rules of integrity (`diplobrief.model.integrity`), which no JSON Schema can say, and the
    limits of extension values.

    Args:
        profile: `full`, or `frontmatter` for the YAML at the head of a brief in Markdown.

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
    schema: dict[str, Any] = json.loads(schema_text(profile))
    return schema


def write_schemas(folder: str | Path) -> list[Path]:
    """Write the file of every profile into a folder, which is made where it is missing.

    Args:
        folder: The folder, such as `schemas/v1`.

    Returns:
        The files that were written.

    Raises:
        OSError: A file cannot be written.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     [path.name for path in write_schemas(folder)]
        ['brief.schema.json', 'frontmatter.schema.json']
    """
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for profile, (file, _) in _PROFILES.items():
        path = place / file
        write_atomically(path, schema_text(profile))
        written.append(path)
    return written
