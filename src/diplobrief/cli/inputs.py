"""The files that a command reads: names, patterns, folders, and standard input."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import BriefError, Finding
from diplobrief.formats import FORMATS, TEXT, format_named, format_of_file, format_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.formats import Format
    from diplobrief.formats.document import Document

STDIN: Final = "-"

_SUFFIXES_IN_FOLDERS: Final = (".md", ".markdown", ".json")
_GLOB_CHARACTER: Final = re.compile(r"[*?\[]")
_VERSION_IN_FRONT_MATTER: Final = re.compile(
    r"""(?:\A|[\r\n])(?:\{ *)?["']?(?:schema_version|diplobrief)["']? *:"""
)
# In TOML and JSON too: a file whose front matter is refused must be reported, not skipped.
_VERSION_IN_REFUSED: Final = re.compile(
    r"""(?:\A|[\r\n]) *(?:\{ *)?["']?schema_version["']? *[:=]"""
)
_VERSION_IN_JSON: Final = re.compile(r'"schema_version"\s*:\s*"')
_VERSION_FIRST_IN_JSON: Final = re.compile(
    r'\s*\{\s*(?:"\$schema"\s*:\s*"[^"\\]*"\s*,\s*)?"schema_version"\s*:\s*"'
)


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that the user named, or that is in a folder which the user named.

    Args:
        path: The path, or `-` for standard input.
        in_folder: Whether the file is skipped if it is not a brief.
    """

    path: str
    in_folder: bool = False

    @property
    def name(self) -> str:
        """The name of the file in messages."""
        return "<stdin>" if self.path == STDIN else self.path


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file that was read.

    Args:
        source: The file.
        format: Its format.
        data: Its bytes.
        document: Its text, which is parsed on first use.
    """

    source: InputFile
    format: Format
    data: bytes
    document: Document

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.document.text


class NotABrief(Exception):  # noqa: N818 - it is not an error: the file is skipped
    """A file found in a folder is not a brief."""


class UnreadableError(BriefError):
    """A file cannot be read, or its format is unknown."""


def is_existing_folder(name: str) -> bool:
    """Return whether there is a folder of that name.

    `False` also if the system cannot tell, because a parent folder is closed or the name is too
    long. Reading or writing the file then fails, and that error names the file.
    """
    try:
        return Path(name).is_dir()
    except OSError:
        return False


def expand(
    arguments: Sequence[str],
    *,
    folders: bool = False,
    texts: bool = False,
    rewritten: bool = False,
) -> Iterator[InputFile | UnreadableError]:
    """Yield the files that the arguments name, each once, in order.

    Patterns that the shell did not expand (on Windows, or in quotation marks) are expanded here,
    unless a file has that very name.

    Args:
        arguments: File names, patterns, and `-` for standard input.
        folders: Whether a folder means the files below it.
        texts: Whether files of plain text below a folder are briefs.
        rewritten: Whether the command rewrites the files, so that pipes and devices are refused.
    """
    seen: set[str] = set()
    for argument in arguments:
        for item in _expand_argument(argument, folders=folders, texts=texts):
            if isinstance(item, UnreadableError):
                yield item
            elif rewritten and item.path != STDIN and _is_special(Path(item.path)):
                message = "This is a pipe or a device, which cannot be rewritten"
                yield _unreadable(item.path, message, "name a file, or use - for standard input")
            elif (path := os.path.normpath(item.path)) not in seen:
                seen.add(path)
                yield item


def _expand_argument(
    argument: str, *, folders: bool, texts: bool
) -> Iterator[InputFile | UnreadableError]:
    names = [argument]
    if _GLOB_CHARACTER.search(argument) and argument != STDIN and not os.path.lexists(argument):
        names = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - it may be absolute
        if not names:
            yield _unreadable(argument, "No file matches this pattern")
    for name in names:
        if folders and is_existing_folder(name):
            yield from _files_below(name, texts=texts)
        else:
            yield InputFile(name)


def _files_below(root: str, *, texts: bool) -> Iterator[InputFile | UnreadableError]:
    errors: list[OSError] = []
    for folder, subfolders, files in os.walk(root, onerror=errors.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for file in sorted(files):
            path = Path(folder, file)
            is_named_like_one = file.lower().endswith(_SUFFIXES_IN_FOLDERS)
            is_text = texts and format_of_file(file) is TEXT
            if file.startswith(".") or _is_special(path):
                continue
            if is_named_like_one or is_text:
                yield InputFile(str(path), in_folder=not is_text)
    for error in errors:
        yield _unreadable(error.filename or root, f"Cannot read the folder: {_reason(error)}")


def _is_special(path: Path) -> bool:
    """Return whether a path is a pipe, a socket or a device: reading it could take forever."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False  # Reading it reports why.
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def read(
    source: InputFile, format_name: str | None = None, encoding: str | None = None
) -> LoadedFile:
    """Read a file.

    Args:
        source: The file.
        format_name: Its format. The default follows from the suffix; standard input is JSON if
            it begins with a brace, and Markdown otherwise.
        encoding: The encoding of its characters (default: UTF-8).

    Returns:
        The file, not yet parsed.

    Raises:
        NotABrief: The file was found in a folder and is not a brief.
        UnreadableError: The file cannot be read, or its format is unknown.
        BriefError: The file is not text.
    """
    from diplobrief.files import decoded

    known = format_named(format_name) if format_name else format_of_file(source.path)
    if known is None and source.path != STDIN:
        if is_existing_folder(source.path):
            raise _is_folder(source)
        suffixes = ", ".join(suffix for format in FORMATS.values() for suffix in format.suffixes)
        raise _unreadable(
            source.name,
            "Cannot tell the format from the suffix",
            f"specify it with --from, or use one of {suffixes}",
        )
    data = _bytes_of(source)
    has_version = b"schema_version" in data
    if source.in_folder and not (has_version or _may_have_misplaced_front_matter(data, known)):
        raise NotABrief
    try:
        text = decoded(data if encoding is None else _in_encoding(data, encoding))
    except BriefError as error:
        if source.in_folder and not has_version:
            raise NotABrief from None
        raise BriefError(in_file(error.findings, source)) from None
    if known is None:
        known = format_of_text(text)
    if source.in_folder and not _is_meant_as_brief(text, known):
        raise NotABrief
    return LoadedFile(source, known, data, known.open(text))


def _in_encoding(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        finding = Finding("encoding", f"The document is not {encoding}: {error}")
        raise BriefError([finding]) from None


def in_file(findings: Sequence[Finding], source: InputFile) -> list[Finding]:
    """Return findings with the name of their file."""
    return [finding.located(file=source.name) for finding in findings]


def _bytes_of(source: InputFile) -> bytes:
    from diplobrief.files import MAX_BYTES, read_bytes

    try:
        if source.path != STDIN:
            return read_bytes(source.path)
        if sys.stdin is None:
            raise _unreadable(source.name, "Standard input is closed")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise _is_folder(source) from None
    except OSError as error:
        raise _unreadable(source.name, f"Cannot read the file: {_reason(error)}") from None


def too_little_memory(source: InputFile) -> UnreadableError:
    """Return the error for a file that needs more memory than there is."""
    return _unreadable(source.name, "There is not enough memory for this file", "split it")


def _unreadable(name: str, message: str, hint: str = "") -> UnreadableError:
    return UnreadableError([Finding("file_unreadable", message, hint=hint, file=name)])


def _is_folder(source: InputFile) -> UnreadableError:
    pattern = Path(source.path, "*.md")
    return _unreadable(
        source.name, "This is a folder, not a file", f"name its files instead: {pattern}"
    )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _may_have_misplaced_front_matter(data: bytes, known: Format | None) -> bool:
    is_markdown = known is not None and known.name == "markdown"
    return is_markdown and not data.startswith((b"---\n", b"---\r"))


def _is_meant_as_brief(text: str, known: Format) -> bool:
    """Return whether a file found in a folder is meant as a brief."""
    if known.name == "markdown":
        return _claims_version(text)
    if _VERSION_FIRST_IN_JSON.match(text):
        return True
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        # A broken brief must be reported, not skipped.
        return _VERSION_IN_JSON.search(text) is not None
    return isinstance(data, dict) and "schema_version" in data


def _claims_version(text: str) -> bool:
    from diplobrief.formats.markdown.front_matter import split
    from diplobrief.formats.markdown.misplaced import has_misplaced_fence

    try:
        front_matter = split(text).front_matter or ""
    except BriefError:
        return _VERSION_IN_REFUSED.search(text) is not None or has_misplaced_fence(text)
    return _VERSION_IN_FRONT_MATTER.search(front_matter) is not None
