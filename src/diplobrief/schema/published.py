"""The published files: what tools that know no Python take, each generated from the models."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplobrief.files import write_atomically
from diplobrief.schema import json_ld, typescript
from diplobrief.schema.profiles import FILES, json_schema, schema_text

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Published:
    """A file that is generated from the models.

    Args:
        file: Its name.
        text: Makes what stands in it.
    """

    file: str
    text: Callable[[], str]


PUBLISHED: Final = {
    **{name: Published(file, partial(schema_text, name)) for name, file in FILES.items()},
    "typescript": Published("brief.d.ts", lambda: typescript.declarations(json_schema())),
    "json-ld": Published("context.jsonld", lambda: json_ld.as_text(json_ld.context(json_schema()))),
    "terms": Published("terms.jsonld", lambda: json_ld.as_text(json_ld.vocabulary(json_schema()))),
}
"""Every published file by the name of what it says."""


def write_schemas(folder: str | Path) -> list[Path]:
    """Write every published file into a folder, which is made where it is missing.

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
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for published in PUBLISHED.values():
        path = place / published.file
        write_atomically(path, published.text())
        written.append(path)
    return written
