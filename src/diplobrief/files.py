"""Briefs in text and in files: `loads`, `load`, `dumps`, `dump`. Nothing else touches files."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import BriefError, Finding, Span
from diplobrief.formats import FORMATS, Format, format_named, format_of_file

if TYPE_CHECKING:
    from diplobrief.formats.document import Document
    from diplobrief.model import Brief

MAX_BYTES: Final = 64 * 1024 * 1024
"""The largest document that is read."""

_HINT: Final = "save it as UTF-8"
_WORD_PROCESSOR: Final = "it looks like a file of a word processor: save it as plain text, in UTF-8"
_OTHER_KINDS: Final = {
    b"\xff\xfe": "it looks like UTF-16: save it as UTF-8",
    b"\xfe\xff": "it looks like UTF-16: save it as UTF-8",
    b"PK": _WORD_PROCESSOR,
    b"\xd0\xcf\x11\xe0": _WORD_PROCESSOR,
    b"%PDF-": "it looks like a PDF: copy its words into a file of plain text, in UTF-8",
}
"""How files begin that are often taken for text, and what to do about each."""


def loads(text: str | bytes, format: str) -> Brief:
    r"""Read a brief from text.

    Args:
        text: The document; bytes are UTF-8, with or without a byte order mark.
        format: `"markdown"`, `"json"` or `"text"`.

    Returns:
        The brief.

    Raises:
        BriefError: It is no valid brief; the error carries every finding, with its place.
        ValueError: There is no such format.

    Example:
        >>> brief = loads("# Talks\n\nThey began.\n", format="markdown")
        >>> brief.title, brief.sections[0].kind
        ('Talks', 'lede')
    """
    room = format_named(format)
    return room.read(decoded(text))


def dumps(brief: Brief, format: str) -> str:
    """Return a brief as text: canonical, so that it is a fixed point.

    Args:
        brief: The brief.
        format: `"markdown"` or `"json"`.

    Raises:
        ValueError: There is no such format, or it is only read.

    Example:
        >>> from diplobrief import Brief
        >>> print(dumps(Brief(schema_version="1.0", sections=()), format="markdown"), end="")
        ---
        schema_version: '1.0'
        ---
    """
    return _written(format_named(format)).write(brief)


def load(path: str | os.PathLike[str], format: str | None = None) -> Brief:
    """Read a brief from a file.

    Args:
        path: The file.
        format: `"markdown"`, `"json"` or `"text"`; absent: what the suffix says.

    Returns:
        The brief.

    Raises:
        BriefError: It is no valid brief; every finding names the file.
        OSError: The file cannot be read.
        ValueError: Neither the suffix nor `format` names a format.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     note = pathlib.Path(folder, "note.txt")
        ...     _ = note.write_text("Why it matters: two states share the lake.")
        ...     load(note).sections[0].kind
        'why_it_matters'
    """
    room = _format_for(path, format)
    try:
        return room.read(decoded(read_bytes(path)))
    except BriefError as error:
        raise BriefError(
            [found.located(file=os.fspath(path)) for found in error.findings]
        ) from None


def dump(brief: Brief, path: str | os.PathLike[str], format: str | None = None) -> None:
    """Write a brief to a file: afterwards the old file is there or the new one, never half.

    The permissions of an old file are kept, and a symbolic link is followed.

    Args:
        brief: The brief.
        path: The file.
        format: `"markdown"` or `"json"`; absent: what the suffix says.

    Raises:
        OSError: The file cannot be written.
        ValueError: Neither the suffix nor `format` names a format that is written.

    Example:
        >>> import pathlib, tempfile
        >>> from diplobrief import Brief
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     note = pathlib.Path(folder, "note.md")
        ...     dump(Brief(schema_version="1.0", title="Talks", sections=()), note)
        ...     load(note).title
        'Talks'
    """
    write_atomically(path, _written(_format_for(path, format)).write(brief))


def open_file(path: str | os.PathLike[str], format: str | None = None) -> Document:
    """Return a file as a document that is not parsed yet.

    Args:
        path: The file.
        format: `"markdown"`, `"json"` or `"text"` (default: from the suffix).

    Raises:
        BriefError: The file is not UTF-8, or too large.
        OSError: The file cannot be read.
        ValueError: The format is unknown, or cannot be told from the suffix.
    """
    return _format_for(path, format).open(decoded(read_bytes(path)))


def decoded(text: str | bytes) -> str:
    """Return a document as text, without a byte order mark.

    Raises:
        BriefError: It is not UTF-8, or too large.
    """
    if len(text) > MAX_BYTES:
        raise BriefError(
            [
                Finding(
                    "too_large",
                    f"The document has more than {MAX_BYTES // 1024 // 1024} MiB",
                    hint="split it",
                )
            ]
        )
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        from diplobrief.diagnostics.line_index import LineIndex

        before = text[: error.start].decode("utf-8-sig", errors="replace")
        line, column = LineIndex(before).position(len(before))
        found = Finding(
            "encoding",
            f"The document is not UTF-8: byte 0x{text[error.start]:02x} ({error.reason})",
            hint=_hint_for(text),
            span=Span(line, column, line, column + 1),
        )
        raise BriefError([found]) from None


def _hint_for(data: bytes) -> str:
    """Return what to do about a document that is not UTF-8."""
    return next((hint for start, hint in _OTHER_KINDS.items() if data.startswith(start)), _HINT)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return a file's bytes, but no more than shows that it is too large."""
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def write_atomically(path: str | os.PathLike[str], text: str) -> None:
    """Put text in a file's place in one step; see `dump`.

    What is no file (a device, a pipe) is written to and not replaced.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        # Before links are resolved: /dev/stdout leads to a pipe that has no path of its own.
        target.write_bytes(text.encode())
        return
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:64]}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
    _sync_folder(target.parent)


def _mode_of(target: Path) -> int:
    """Return the permissions of an old file, or those that a new one gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a crash, where folders can be synchronized."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _format_for(path: str | os.PathLike[str], name: str | None) -> Format:
    if name is not None:
        return format_named(name)
    known = format_of_file(os.fspath(path))
    if known is None:
        suffixes = ", ".join(suffix for room in FORMATS.values() for suffix in room.suffixes)
        raise ValueError(
            f"the suffix of {os.fspath(path)!r} names no format (known are {suffixes}); "
            "say it with format="
        )
    return known


def _written(room: Format) -> Format:
    if not room.is_written:
        raise ValueError(f"the format {room.name!r} is only read")
    return room
