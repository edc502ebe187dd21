"""The files that a command reads: names, patterns, folders, and standard input."""

from __future__ import annotations

import glob
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplobrief.cli.folders import names_folder
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.formats import FORMATS, format_named, format_of_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.formats import Format

STDIN: Final = "-"
STDIN_SHOWN: Final = "<stdin>"

_IN_FOLDERS: Final = (".md", ".markdown", ".json")
_PATTERN: Final = re.compile(r"[*?\[]")
_VERSION_IN_FRONT_MATTER: Final = re.compile(
    r"""(?:\A|[\r\n])(?:\{ *)?["']?schema_version["']? *:"""
)
_VERSION_IN_JSON: Final = re.compile(r'"schema_version"\s*:\s*"')


@dataclass(frozen=True, slots=True)
class Named:
    """A file that the user named, or that stands in a folder which the user named."""

    path: str
    in_folder: bool = False

    @property
    def shown(self) -> str:
        """The file as messages name it."""
        return STDIN_SHOWN if self.path == STDIN else self.path


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read."""

    name: Named
    format: Format
    data: bytes
    text: str


class PassedOver(Exception):  # noqa: N818 - it is no error
    """A file that stands in a folder is no brief."""


class UnreadableError(BriefError):
    """A file cannot be read, or what it names is no file."""


def unreadable(name: str, message: str, hint: str = "") -> UnreadableError:
    """Return the error for a file that cannot be read."""
    return UnreadableError([Finding("file_unreadable", message, hint=hint, file=name)])


def expand(arguments: Sequence[str], *, folders: bool = False) -> Iterator[Named | UnreadableError]:
    """Yield the files that arguments name, each once, in their order.

    A shell may leave patterns alone, as it does on Windows and in quotation marks: they are
    expanded here, unless a file has that very name.

    Args:
        arguments: File names, patterns, and `-` for standard input.
        folders: Whether a folder stands for the files below it.
    """
    seen: set[str] = set()
    for argument in arguments:
        for found in _expand_one(argument, folders=folders):
            if isinstance(found, UnreadableError):
                yield found
            elif (place := os.path.normpath(found.path)) not in seen:
                seen.add(place)
                yield found


def _expand_one(argument: str, *, folders: bool) -> Iterator[Named | UnreadableError]:
    names = [argument]
    if _PATTERN.search(argument) and argument != STDIN and not os.path.lexists(argument):
        names = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - it may be absolute
        if not names:
            yield unreadable(argument, "No file matches this pattern")
    for name in names:
        if folders and names_folder(name):
            yield from _files_below(name)
        else:
            yield Named(name)


def _files_below(folder: str) -> Iterator[Named | UnreadableError]:
    problems: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if file.lower().endswith(_IN_FOLDERS) and not file.startswith("."):
                yield Named(str(Path(place, file)), in_folder=True)
    for problem in problems:
        reason = (problem.strerror or str(problem)).lower()
        yield unreadable(problem.filename or folder, f"The folder cannot be read: {reason}")


def read(name: Named, format_name: str | None = None) -> Document:
    """Read a file.

    Args:
        name: The file.
        format_name: Its format; absent: what the suffix says, or, of standard input, JSON
            where it begins with a brace and Markdown otherwise.

    Returns:
        The document.

    Raises:
        PassedOver: It stands in a folder, and is not meant to be a brief.
        UnreadableError: The file cannot be read, or nothing says its format.
        BriefError: It is no text.
    """
    from diplobrief.files import decoded

    known = format_named(format_name) if format_name else format_of_file(name.path)
    if known is None and name.path != STDIN:
        if names_folder(name.path):
            raise _is_folder(name)
        raise unreadable(
            name.shown,
            "The suffix names no format",
            f"say it with --from; suffixes that do are "
            f"{', '.join(suffix for room in FORMATS.values() for suffix in room.suffixes)}",
        )
    data = _bytes_of(name)
    if name.in_folder and b"schema_version" not in data:
        raise PassedOver
    try:
        text = decoded(data)
    except BriefError as error:
        raise BriefError(placed(error.findings, name)) from None
    if known is None:
        known = FORMATS["json" if text.lstrip(" \t\r\n").startswith("{") else "markdown"]
    if name.in_folder and not _says_version(text, known):
        raise PassedOver
    return Document(name, known, data, text)


def placed(findings: Sequence[Finding], name: Named) -> list[Finding]:
    """Return findings with the name of their file."""
    return [finding.located(file=name.shown) for finding in findings]


def _bytes_of(name: Named) -> bytes:
    from diplobrief.files import MAX_BYTES, read_bytes

    try:
        if name.path != STDIN:
            return read_bytes(name.path)
        if sys.stdin is None:
            raise unreadable(STDIN_SHOWN, "Standard input is closed")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise _is_folder(name) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise unreadable(name.shown, f"The file cannot be read: {reason}") from None


def _is_folder(name: Named) -> UnreadableError:
    pattern = Path(name.path, "*.md")
    return unreadable(name.shown, "This is a folder, not a file", f"name its files: {pattern}")


def _says_version(text: str, known: Format) -> bool:
    """Say whether a file that nobody named by itself is meant to be a brief."""
    if known.name == "markdown":
        return _VERSION_IN_FRONT_MATTER.search(_front_matter_of(text)) is not None
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        # A brief that is broken is to be reported, not passed over.
        return _VERSION_IN_JSON.search(text) is not None
    return isinstance(data, dict) and "schema_version" in data


def _front_matter_of(text: str) -> str:
    from diplobrief.formats.markdown.front_matter import split

    try:
        return split(text).front_matter or ""
    except BriefError:
        return text
