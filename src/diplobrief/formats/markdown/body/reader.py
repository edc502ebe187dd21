"""Reads the body of a Markdown file: the narrative as plain data."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from diplobrief.commonmark import (
    SECTION_LEVEL,
    NestingError,
    Segment,
    closing_line,
    each_segment,
    heading_text,
    is_separator,
    item_texts,
    lines_of,
    list_start,
    one_line,
    verbatim,
)
from diplobrief.formats.markdown.body.headings import UnknownTermError, read_heading
from diplobrief.model.vocabulary.sections import SECTION_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from diplobrief.diagnostics import Path

Data: TypeAlias = dict[str, object]
Body: TypeAlias = dict[str, object]

BlockNumber: TypeAlias = tuple[float, float]
"""The number of a section and of a block in it, or -1 for a place before the first one."""

NO_BLOCK: Final[BlockNumber] = (-1, -1)

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARKER: Final = re.compile(r"[ \t]*(?:[-+*]|[0-9]{1,9}[.)]|#{1,6})[ \t]+")


class BodyError(Exception):
    """The body cannot be read.

    Args:
        code: The code of the error.
        message: What is wrong, as a sentence without a full stop.
        line: The line of the body, counted from 1.
        column: The column, counted from 1.
        hint: What to do.
    """

    def __init__(self, code: str, message: str, line: int, column: int, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint


def read_body(text: str) -> Body:
    r"""Read the body of a brief: everything after the front matter.

    Every line that is not blank is in the result. Absent members are omitted. The result is not
    validated.

    Args:
        text: The body, with line ends of any kind.

    Returns:
        A mapping with `title`, if there is one, and `sections`.

    Raises:
        BodyError: The text contains control characters or an unknown section kind, or quotes and
            lists are nested too deeply.

    Example:
        >>> read_body("# Title\n\nWords\n\n## Go deeper\n\n- one\n- two")["sections"][1]["content"]
        [{'type': 'bullets', 'items': ['one', 'two']}]
    """
    return BodyReader(text, lines_of(text)).read()


class BodyReader:
    """Reads a body, and collects the places of its parts if they are needed.

    Args:
        text: The body.
        lines: The lines of the body.
        track: Whether to fill `places`: for each path, the first line, the column in it, and the
            last line, counted from 0.
        wanted: The paths to fill in (default: all).
        last_block: The number of the section and, in it, of the block after which nothing is
            needed (default: everything is).
    """

    def __init__(
        self,
        text: str,
        lines: list[str],
        *,
        track: bool = False,
        wanted: Collection[Path] | None = None,
        last_block: BlockNumber | None = None,
    ) -> None:
        self._text = text
        self._lines = lines
        self._track = track
        self._wanted = wanted
        self._last_block = last_block
        self._sections: list[Data] = []
        self._content: list[Data] | None = None
        self.places: dict[Path, tuple[int, int, int]] = {}

    def read(self) -> Body:
        """Read the whole body, or what is needed for the wanted places."""
        self._refuse_control_characters()
        try:
            return self._read(each_segment(self._lines))
        except NestingError as error:
            raise BodyError(
                error.code,
                str(error),
                error.line + 1,
                1,
                "write the innermost quotes or lists as a block of their own",
            ) from None

    def _read(self, segments: Iterator[Segment]) -> Body:
        body: Body = {"sections": self._sections}
        first = next(segments, None)
        if first is not None and first.kind == "heading" and first.level == 1:
            title = heading_text(first, self._lines)
            if title:
                body = {"title": title, **body}
                self._note(("title",), first)
                if self._has_last_block():
                    return body  # The next block may be a list of a hundred thousand items.
                first = next(segments, None)
        for segment, following in pairwise(chain((first,), segments, (None,))):
            if segment is None or self._has_last_block():
                break
            if segment.kind == "heading" and segment.level == SECTION_LEVEL:
                content = heading_text(segment, self._lines)
                if content:
                    self._open_section(segment, content)
                    continue
            elif segment.kind == "html" and is_separator(segment, self._lines):
                continue
            block = self._block(segment)
            if block["type"] == "markdown" and (end := closing_line(segment, self._lines)):
                self._close(segment, block, end, following)
            self._append(segment, block)
        return body

    def _has_last_block(self) -> bool:
        return (
            self._last_block is not None
            and (len(self._sections) - 1, len(self._content or ()) - 1) >= self._last_block
        )

    def _refuse_control_characters(self) -> None:
        control = _CONTROL.search(self._text)
        if control is not None:
            before = lines_of(self._text[: control.start()])
            raise BodyError(
                "control_character",
                f"The character U+{ord(control[0]):04X} is not allowed in a brief",
                len(before),
                len(before[-1]) + 1,
                "remove it, or replace it with a space",
            )

    def _open_section(self, segment: Segment, content: str) -> None:
        try:
            heading = read_heading(content)
        except UnknownTermError as error:
            raise self._term_unknown(segment, error.term) from None
        section: Data = {}
        if heading.kind is not None:
            section["kind"] = heading.kind
        if heading.text is not None:
            section["heading"] = heading.text
        if heading.language is not None:
            section["language"] = heading.language
        self._content = []
        section["content"] = self._content
        self._sections.append(section)
        if self._track:
            path = ("sections", len(self._sections) - 1)
            self._note(path, segment)
            for member in section:
                if member != "content":
                    self._note((*path, member), segment)

    def _term_unknown(self, segment: Segment, term: str) -> BodyError:
        from difflib import get_close_matches

        number = max(segment.last - (segment.last > segment.first), segment.first)
        close = get_close_matches(term, [known.value for known in SECTION_KINDS], 1)
        return BodyError(
            "term_unknown",
            f'"{term}" is not a known section kind',
            number + 1,
            max(self._lines[number].rfind(f".{term}"), 0) + 1,
            f"did you mean {close[0]}?"
            if close
            else "use one of the known kinds or a term that begins with `x-`; "
            "if it is part of the heading, write a backslash before the brace",
        )

    def _block(self, segment: Segment) -> Data:
        lines = self._lines
        if segment.kind == "paragraph":
            text = one_line(lines[segment.first : segment.last + 1])
            if text is not None:
                return {"type": "paragraph", "text": text}
        elif segment.items:
            items = item_texts(segment, lines)
            if items is not None:
                return self._list(segment, items)
        return {"type": "markdown", "text": verbatim(segment, lines)}

    def _list(self, segment: Segment, items: list[str]) -> Data:
        if segment.kind == "bullet_list":
            return {"type": "bullets", "items": items}
        return {"type": "numbered", "start": list_start(segment, self._lines), "items": items}

    def _close(self, segment: Segment, block: Data, end: str, following: Segment | None) -> None:
        """Close a block that would otherwise absorb the empty line after it, or everything."""
        lines = self._lines
        after = following.first if following else len(lines) - (not lines[-1])
        block["text"] = "\n".join([*lines[segment.first : max(after, segment.last + 1)], end])

    def _append(self, segment: Segment, block: Data) -> None:
        if self._content is None:
            self._content = []
            self._sections.append({"kind": "lede", "content": self._content})
            if self._track:
                self._note(("sections", 0), segment)
        self._content.append(block)
        if self._track:
            section = ("sections", len(self._sections) - 1)
            path = (*section, "content", len(self._content) - 1)
            self._note(path, segment)
            self._extend(section, segment.last)
            self._note_parts(path, segment, block)

    def _note_parts(self, path: Path, segment: Segment, block: Data) -> None:
        if "text" in block:
            self._note((*path, "text"), segment)
            return
        ends = (*segment.items[1:], segment.last + 1)
        for number, (first, end) in enumerate(zip(segment.items, ends, strict=True)):
            marker = _MARKER.match(self._lines[first])
            column = marker.end() if marker else 0
            self._keep((*path, "items", number), (first, column, end - 1))

    def _note(self, path: Path, segment: Segment) -> None:
        if not self._track:
            return
        column, last = 0, segment.last
        if segment.kind == "heading" and path[-1] in {"title", "heading"}:
            if segment.first == segment.last:
                marker = _MARKER.match(self._lines[segment.first])
                column = marker.end() if marker else 0
            else:
                last -= 1
        self._keep(path, (segment.first, column, last))

    def _extend(self, path: Path, last: int) -> None:
        if path in self.places:
            first, column, _ = self.places[path]
            self.places[path] = (first, column, last)

    def _keep(self, path: Path, place: tuple[int, int, int]) -> None:
        if self._wanted is None or path in self._wanted:
            self.places[path] = place
