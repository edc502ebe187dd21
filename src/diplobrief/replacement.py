"""Replaces the content of files in one step, and keeps what else the files carry."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final
from zlib import crc32

_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SECURITY: Final = "security."
"""Extended attributes that the system itself gives to a new file."""


class ChangedFileError(OSError):
    """A file was changed after it was read."""


def write_atomically(
    path: str | os.PathLike[str], text: str, *, before: bytes | None = None
) -> None:
    """Replace a file by text in one step; a device or a pipe is written to.

    There is always either the old file or the new one, never half a file. A symbolic link is
    followed. The owner, the permissions and the extended attributes of an old file are kept.

    Args:
        path: The path of the file.
        text: The new content.
        before: The old content, if the new one was made of it.

    Raises:
        ChangedFileError: The file no longer has the old content. It is unchanged.
        OSError: The file cannot be written, or something that it carries cannot be kept.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        # Before links are resolved: /dev/stdout leads to a pipe that has no path of its own.
        target.write_bytes(text.encode())
        return
    target = Path(os.path.realpath(path))
    old = _status_of(target)
    if old is not None and old.st_nlink > 1:
        raise OSError(errno.EMLINK, "The file has several names (hard links)", str(target))
    _remove_abandoned(target)
    temporary = target.with_name(f"{_prefix(target)}{os.getpid()}.{secrets.token_hex(8)}")
    # The system applies the umask to a new file; to read it, a process would have to change it.
    creation_mode = 0o666 if old is None else 0o600
    descriptor = os.open(temporary, _CREATE, creation_mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            _carry_over(target, old, temporary)
        _require_content(target, before)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _status_of(target: Path) -> os.stat_result | None:
    """Return the status of the old file, or `None` for a new file."""
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _require_content(target: Path, before: bytes | None) -> None:
    if before is not None and target.read_bytes() != before:
        message = "The file was changed after it was read"
        raise ChangedFileError(errno.EBUSY, message, str(target))


def _carry_over(target: Path, old: os.stat_result, temporary: Path) -> None:
    """Give a new file the owner, the permissions and the attributes of the old one."""
    new = temporary.stat()
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.chown(temporary, old.st_uid, old.st_gid)
        except PermissionError:
            message = "The owner or the group of the file would change"
            raise PermissionError(errno.EPERM, message, str(target)) from None
    # After the owner, because a change of the owner takes permissions away.
    temporary.chmod(stat.S_IMODE(old.st_mode))
    for name, value in _attributes_of(target):
        try:
            os.setxattr(temporary, name, value)
        except OSError:
            message = f"The extended attribute {name} of the file would be lost"
            raise OSError(errno.ENOTSUP, message, str(target)) from None


def _attributes_of(target: Path) -> list[tuple[str, bytes]]:
    if sys.platform != "linux":  # elsewhere, Python has no access to them
        return []
    try:
        names = os.listxattr(target)
    except OSError:  # the file system has none
        return []
    return [(name, os.getxattr(target, name)) for name in names if not name.startswith(_SECURITY)]


# --- Temporary files ------------------------------------------------------------------------------


def _prefix(target: Path) -> str:
    """Return how the names of temporary files for a target begin, on this machine."""
    return f".{target.name[:64]}.{_machine()}."


@cache
def _machine() -> str:
    """Return a short name of this machine: others may write to the same folder."""
    return f"{crc32(os.uname().nodename.encode()):08x}" if hasattr(os, "uname") else "0"


def _remove_abandoned(target: Path) -> None:
    """Remove temporary files of processes that ended before they could do so."""
    if sys.platform == "win32":  # a process cannot be asked for there without ending it
        return
    prefix = _prefix(target)
    with suppress(OSError):
        for name in os.listdir(target.parent):  # noqa: PTH208 - a folder may have many files
            if name.startswith(prefix) and _has_ended(name.removeprefix(prefix)):
                with suppress(OSError):
                    target.with_name(name).unlink()


def _has_ended(number_and_token: str) -> bool:
    number, _, token = number_and_token.partition(".")
    if not (token and number.isascii() and number.isdigit()):
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:  # it exists, and is another user's
        return False
    return False


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a crash, if the system can synchronize folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
