"""Writes the body of a Markdown file from the narrative as plain data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from diplobrief.commonmark import SEPARATOR, segments
from diplobrief.formats.markdown.body.headings import close_heading, write_heading
from diplobrief.text.inline import escape_block_start

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LIST_MARKER: Final = re.compile(r" {0,3}(?:([-+*])|[0-9]{1,9}([.)]))(?:[ \t]|$)", re.MULTILINE)
_THEMATIC_BREAK: Final = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_LARGEST_NUMBER: Final = 999_999_999


class _BlockWriter:
    """Writes one block after the other, separated so that each is read as it was."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._marker: str | None = None
        self._is_indented = False

    def write_line(self, line: str) -> None:
        """Write a line that cannot be read as part of a block before or after it."""
        self.lines += (line, "")
        self._marker = None
        self._is_indented = False

    def write(self, block: Mapping[str, Any]) -> None:
        """Write one block of a section."""
        kind = block["type"]
        if kind == "paragraph":
            self.write_line(escape_block_start(block["text"]))
        elif kind == "markdown":
            self._write_markdown(block["text"])
        elif kind == "bullets":
            marker = "*" if self._marker == "-" else "-"
            self._write_list([f"{marker} {escape_block_start(item)}" for item in block["items"]])
            self._marker = marker
        else:
            marker = ")" if self._marker == "." else "."
            self._write_list(
                [
                    f"{min(number, _LARGEST_NUMBER)}{marker} {escape_block_start(item)}"
                    for number, item in enumerate(block["items"], block["start"])
                ]
            )
            self._marker = marker

    def _write_list(self, lines: list[str]) -> None:
        self.lines += lines
        self.lines.append("")
        self._is_indented = False

    def _write_markdown(self, text: str) -> None:
        match = None if _THEMATIC_BREAK.match(text) else _LIST_MARKER.match(text)
        marker = (match[1] or match[2]) if match else None
        begins_with_blank = text[0] in " \t"
        is_indented = begins_with_blank and text.startswith(("    ", "\t", " \t", "  \t", "   \t"))
        if self._marker is not None:
            if begins_with_blank or self._marker == marker:
                self.lines += (SEPARATOR, "")
        elif self._is_indented and is_indented:
            self.lines += (SEPARATOR, "")
        self.lines += (text, "")
        self._marker = marker
        self._is_indented = is_indented


def _begins_with_title(text: str) -> bool:
    first = segments(text)[0]
    return first.kind == "heading" and first.level == 1


def _needs_heading_line(section: Mapping[str, Any], *, is_first: bool, has_title: bool) -> bool:
    """Return whether a section begins with a heading line."""
    if not is_first or section.get("kind") != "lede":
        return True
    content = section["content"]
    if "heading" in section or "language" in section or not content:
        return True
    block = content[0]
    return not has_title and block["type"] == "markdown" and _begins_with_title(block["text"])


def write_body(title: str | None, sections: Sequence[Mapping[str, Any]]) -> str:
    r"""Write the body of a brief. `read_body` returns the same data from it.

    Args:
        title: The title, one line of inline CommonMark, or `None`.
        sections: The sections as plain data.

    Returns:
        The body. It ends with a line end unless it is empty.

    Example:
        >>> text = {"type": "paragraph", "text": "2025. A year"}
        >>> section = {"kind": "saying", "heading": "What she said", "content": [text]}
        >>> print(write_body("Lake", [section]), end="")
        # Lake
        <BLANKLINE>
        ## What she said
        <BLANKLINE>
        2025\. A year
    """
    writer = _BlockWriter()
    if title is not None:
        writer.write_line(f"# {close_heading(title, '#')}")
    for number, section in enumerate(sections):
        if _needs_heading_line(section, is_first=not number, has_title=title is not None):
            writer.write_line(
                write_heading(section.get("heading"), section.get("kind"), section.get("language"))
            )
        for block in section["content"]:
            writer.write(block)
    return "\n".join(writer.lines)
