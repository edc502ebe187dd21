"""The formats that briefs are read from and written to.

Each format has a package of its own. It may import the model, but no other format. To add a
format, write its package with a subclass of `Document`, and add a line to `FORMATS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplobrief.formats.document import Document
    from diplobrief.model import Brief


@dataclass(frozen=True, slots=True)
class Format:
    """A format for briefs.

    Args:
        name: The name, as in `loads(text, format=name)`.
        suffixes: The suffixes of its files, each with its dot.
        open: Wraps a text in a `Document`, without parsing it yet.
        writer: Returns a brief as text; `None` if the format can only be read.
    """

    name: str
    suffixes: tuple[str, ...]
    open: Callable[[str], Document]
    writer: Callable[[Brief], str] | None = None

    @property
    def is_written(self) -> bool:
        """Whether briefs can be written in this format."""
        return self.writer is not None

    def read(self, text: str) -> Brief:
        """Read a brief from text.

        Raises:
            BriefError: The text is not a valid brief.
        """
        return self.open(text).brief

    def write(self, brief: Brief) -> str:
        """Return a brief as text.

        Raises:
            ValueError: The format can only be read.
        """
        if self.writer is None:
            raise ValueError(f"the format {self.name!r} can only be read")
        return self.writer(brief)


# Each format is imported on first use.


def _open_markdown(text: str) -> Document:
    from diplobrief.formats.markdown import MarkdownDocument

    return MarkdownDocument(text)


def _write_markdown(brief: Brief) -> str:
    from diplobrief.formats.markdown import write

    return write(brief)


def _open_json(text: str) -> Document:
    from diplobrief.formats.json import JsonDocument

    return JsonDocument(text)


def _write_json(brief: Brief) -> str:
    from diplobrief.formats.json import write

    return write(brief)


def _open_text(text: str) -> Document:
    from diplobrief.formats.text import TextDocument

    return TextDocument(text)


MARKDOWN: Final = Format("markdown", (".md", ".markdown"), _open_markdown, _write_markdown)
JSON: Final = Format("json", (".json",), _open_json, _write_json)
TEXT: Final = Format("text", (".txt", ".text"), _open_text)

FORMATS: Final = {format.name: format for format in (MARKDOWN, JSON, TEXT)}
"""All formats by name."""


def format_named(name: str) -> Format:
    """Return the format with this name.

    Raises:
        ValueError: There is no such format.

    Example:
        >>> format_named("markdown").suffixes
        ('.md', '.markdown')
    """
    try:
        return FORMATS[name]
    except KeyError:
        raise ValueError(f"unknown format {name!r} (known: {', '.join(FORMATS)})") from None


def format_of_file(name: str | PurePath) -> Format | None:
    """Return the format for a file's suffix, or `None` if no format has this suffix.

    Example:
        >>> format_of_file("note.md").name
        'markdown'
    """
    suffix = PurePath(name).suffix.lower()
    return next((format for format in FORMATS.values() if suffix in format.suffixes), None)


def format_of_text(text: str) -> Format:
    r"""Return the format of a text without a name: JSON if it begins with a brace, else Markdown.

    Plain text is never recognised, because any text is also Markdown.

    Example:
        >>> format_of_text('{"schema_version": "1.0", "sections": []}').name
        'json'
        >>> format_of_text("# Talks\n").name
        'markdown'
    """
    return JSON if text.lstrip(" \t\r\n").startswith("{") else MARKDOWN
