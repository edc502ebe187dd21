"""Reads and writes briefs as text and as files: `loads`, `load`, `dumps`, `dump`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, TypeAlias, cast

from diplobrief.diagnostics import BriefError, Finding, Span
from diplobrief.formats import FORMATS, Format, format_named, format_of_file, format_of_text
from diplobrief.replacement import write_atomically

if TYPE_CHECKING:
    from diplobrief.formats.document import Document
    from diplobrief.model import Brief

File: TypeAlias = "str | os.PathLike[str] | IO[str] | IO[bytes]"
"""The path of a file, or a file that is open in text or binary mode."""

MAX_BYTES: Final = 64 * 1024 * 1024
"""The size of the largest document that is read."""

_WORD_PROCESSOR: Final = "it looks like a word processor file: save it as plain text in UTF-8"
_WINDOWS: Final = (
    "it looks like Windows-1252: save it as UTF-8, or use "
    "`diplobrief import --encoding windows-1252`"
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\xad]")
_QUOTE_OR_LETTER: Final = re.compile("[‘’“”–—…À-ÖØ-öø-ÿ«»]")
_OTHER_KINDS: Final = {
    b"\xff\xfe": "it looks like UTF-16: save it as UTF-8",
    b"\xfe\xff": "it looks like UTF-16: save it as UTF-8",
    b"PK": _WORD_PROCESSOR,
    b"\xd0\xcf\x11\xe0": _WORD_PROCESSOR,
    b"%PDF-": "it looks like a PDF: copy its text into a plain text file in UTF-8",
}
"""The first bytes of files that are often mistaken for text, each with a hint."""


def loads(text: str | bytes, format: str | None = None) -> Brief:
    r"""Read a brief from text.

    Args:
        text: The document. Bytes are decoded as UTF-8, with or without a byte order mark.
        format: `"markdown"`, `"json"` or `"text"` (default: `"json"` if the document begins with
            a brace, and `"markdown"` otherwise; plain text is never assumed).

    Returns:
        The brief.

    Raises:
        BriefError: The document is not a valid brief. The error has all findings, with places.
        ValueError: The format is unknown.

    Example:
        >>> brief = loads("# Talks\n\nThey began.\n", format="markdown")
        >>> brief.title, brief.sections[0].kind
        ('Talks', 'lede')
    """
    known = None if format is None else format_named(format)
    return _document(text, known).brief


def dumps(brief: Brief, format: str) -> str:
    """Return a brief as text, in the canonical form: reading and writing it again changes nothing.

    Args:
        brief: The brief.
        format: `"markdown"` or `"json"`.

    Raises:
        ValueError: The format is unknown, or can only be read.

    Example:
        >>> from diplobrief import Brief
        >>> print(dumps(Brief(schema_version="1.0", sections=()), format="markdown"), end="")
        ---
        schema_version: '1.0'
        ---
    """
    return format_named(format).write(brief)


def load(source: File, format: str | None = None) -> Brief:
    """Read a brief from a file.

    Args:
        source: The path of a file, or a file that is open in text or binary mode. Binary files are
            decoded as UTF-8.
        format: `"markdown"`, `"json"` or `"text"` (default: from the suffix of the file's name;
            for an open file without a known suffix, from its text as for `loads`).

    Returns:
        The brief.

    Raises:
        BriefError: The file is not a valid brief. Each finding has the name of the file.
        OSError: The file cannot be read.
        ValueError: The format is unknown, or cannot be determined from the suffix of the path.

    Example:
        >>> import io, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     note = pathlib.Path(folder, "note.txt")
        ...     _ = note.write_text("Why it matters: two states share the lake.")
        ...     load(note).sections[0].kind
        'why_it_matters'
        >>> load(io.StringIO("# Talks")).title
        'Talks'
    """
    try:
        return open_file(source, format).brief
    except BriefError as error:
        name = _name_of(source)
        findings = [finding.located(file=name) if name else finding for finding in error.findings]
        raise BriefError(findings) from None


def dump(brief: Brief, target: File, format: str | None = None) -> None:
    """Write a brief to a file.

    A path is replaced in one step, so that there is always either the old file or the new one,
    never half a file. The owner, the permissions and the extended attributes of an old file are
    kept, and a symbolic link is followed. To an open file, the brief is written at the current
    position.

    Args:
        brief: The brief.
        target: The path of a file, or a file that is open in text or binary mode. To binary files,
            UTF-8 is written.
        format: `"markdown"` or `"json"` (default: from the suffix of the file's name).

    Raises:
        OSError: The file cannot be written, or not without loss: it has several hard links, or its
            owner or an extended attribute cannot be kept.
        ValueError: The format is unknown or read-only, or cannot be determined from the suffix.

    Example:
        >>> import io, pathlib, tempfile
        >>> from diplobrief import Brief
        >>> brief = Brief(schema_version="1.0", title="Talks", sections=())
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     note = pathlib.Path(folder, "note.md")
        ...     dump(brief, note)
        ...     load(note).title
        'Talks'
        >>> file = io.BytesIO()
        >>> dump(brief, file, format="json")
        >>> file.getvalue()[:1]
        b'{'
    """
    text = _format_for(target, format).write(brief)
    if isinstance(target, str | os.PathLike):
        write_atomically(target, text)
    elif hasattr(target, "encoding"):  # as all text files have it, and no binary file
        cast("IO[str]", target).write(text)
    else:
        cast("IO[bytes]", target).write(text.encode())


def open_file(source: File, format: str | None = None) -> Document:
    """Return a file as a document that is not parsed yet.

    Args:
        source: The path of a file, or an open file.
        format: The name of the format; the default is as for `load`.

    Raises:
        BriefError: The file is not UTF-8, or too large.
        OSError: The file cannot be read.
        ValueError: The format is unknown, or cannot be determined from the suffix of the path.
    """
    if isinstance(source, str | os.PathLike):
        return _document(read_bytes(source), _format_for(source, format))
    known = format_named(format) if format else format_of_file(_name_of(source) or "")
    return _document(source.read(MAX_BYTES + 1), known)


def _document(text: str | bytes, known: Format | None) -> Document:
    content = decoded(text)
    return (known or format_of_text(content)).open(content)


def decoded(text: str | bytes) -> str:
    """Return a document as text, without a byte order mark.

    Raises:
        BriefError: It is not UTF-8, or too large.
    """
    if len(text) > MAX_BYTES:
        message = f"The document has more than {MAX_BYTES // 1024 // 1024} MiB"
        raise BriefError([Finding("too_large", message, hint="split it")])
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        from diplobrief.diagnostics.line_index import LineIndex

        before = text[: error.start].decode("utf-8-sig", errors="replace")
        line, column = LineIndex(before).position(len(before))
        finding = Finding(
            "encoding",
            f"The document is not UTF-8: byte 0x{text[error.start]:02x} ({error.reason})",
            hint=_hint_for(text),
            span=Span(line, column, line, column + 1),
        )
        raise BriefError([finding]) from None


def _hint_for(data: bytes) -> str:
    """Return what to do about a document that is not UTF-8."""
    hints = (hint for start, hint in _OTHER_KINDS.items() if data.startswith(start))
    otherwise = _WINDOWS if _looks_like_windows_1252(data) else "save it as UTF-8"
    return next(hints, otherwise)


def _looks_like_windows_1252(data: bytes) -> bool:
    """Return whether all bytes are characters of Windows-1252, and some are letters or quotes."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(text) and _QUOTE_OR_LETTER.search(text) is not None


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file, but not many more than are allowed."""
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _format_for(file: File, name: str | None) -> Format:
    if name is not None:
        return format_named(name)
    known = format_of_file(_name_of(file) or "")
    if known is None:
        suffixes = ", ".join(suffix for format in FORMATS.values() for suffix in format.suffixes)
        raise ValueError(
            f"cannot tell the format from the suffix of {_name_of(file)!r} (known: {suffixes}); "
            "pass format=..."
        )
    return known


def _name_of(file: File) -> str | None:
    """Return the path of a file, or `None` for an open file without one, as in memory."""
    name: object = os.fspath(file) if isinstance(file, os.PathLike) else file
    if not isinstance(name, str):
        name = getattr(file, "name", None)
    return name if isinstance(name, str) else None
