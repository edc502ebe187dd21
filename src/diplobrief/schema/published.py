"""The published files: JSON Schemas, TypeScript declarations and the JSON-LD context.

The wheel contains them in the folder `data` of this package. An editable install has no such
folder and reads `schemas/` at the top of the checkout, from which the wheel takes its files.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

PUBLISHED: Final = {
    "full": "brief.schema.json",
    "frontmatter": "frontmatter.schema.json",
    "llm": "llm.schema.json",
    "facts": "facts.schema.json",
    "typescript": "brief.d.ts",
    "json-ld": "context.jsonld",
    "terms": "terms.jsonld",
}
"""The name of each published file, by the profile that it describes."""

PROFILES: Final = ("full", "frontmatter", "llm", "facts")
"""The profiles that are JSON Schemas."""


@cache
def published_text(profile: str = "full") -> str:
    r"""Return the text of a published file.

    Args:
        profile: A key of `PUBLISHED`, such as `full` or `typescript`.

    Returns:
        The text of the file, with a line end at its end.

    Raises:
        ValueError: There is no such profile.

    Example:
        >>> published_text("full").startswith('{\n  "$schema":')
        True
    """
    if profile not in PUBLISHED:
        raise ValueError(f"{profile!r} is not a profile; expected one of {', '.join(PUBLISHED)}")
    return (_folder() / PUBLISHED[profile]).read_text(encoding="utf-8")


def json_schema(profile: str = "full") -> dict[str, object]:
    """Return the JSON Schema of a brief (draft 2020-12).

    The schema and the models accept the same documents. There are two exceptions, which no JSON
    Schema can express: the integrity rules (`diplobrief.model.integrity`) and the limits on
    extension values.

    Args:
        profile: `full` for a brief as JSON, `frontmatter` for the YAML at the head of a brief in
            Markdown, `llm` for a whole brief from an engine of structured output, or `facts` for
            the facts that a language model reads out of a text. Under `llm` every member is
            required and may be null; `drop_nulls` turns the output into the data of a brief.
            `facts` is small enough for hosted services; `suggest` uses it.

    Returns:
        The schema as a new dict. It refers to no other file.

    Raises:
        ValueError: There is no such profile.

    Example:
        >>> json_schema()["$id"]
        'https://w3id.org/diplobrief/v1/brief.schema.json'
        >>> json_schema("frontmatter")["else"]
        {'$ref': '#/$defs/FrontMatter'}
    """
    if profile not in PROFILES:
        raise ValueError(f"{profile!r} is not a profile; expected one of {', '.join(PROFILES)}")
    schema: dict[str, object] = json.loads(published_text(profile))
    return schema


def write_schemas(folder: str | Path) -> list[Path]:
    """Write all published files into a folder, and create the folder if it is missing.

    Args:
        folder: The folder, such as `schemas/v1`.

    Returns:
        The files that were written.

    Raises:
        OSError: A file cannot be written.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     len(write_schemas(folder)) == len(PUBLISHED)
        True
    """
    from diplobrief.replacement import write_atomically

    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for profile, name in PUBLISHED.items():
        path = target / name
        write_atomically(path, published_text(profile))
        written.append(path)
    return written


def _folder() -> Path:
    # importlib.resources would take longer to import than the rest takes to run.
    installed = Path(__file__).parent / "data" / "v1"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "schemas" / "v1"
