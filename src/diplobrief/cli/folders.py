"""Folders: whether a name stands for one."""

from __future__ import annotations

from pathlib import Path

__all__ = ["names_folder"]


def names_folder(name: str) -> bool:
    """Say whether there is a folder of that name.

    `False` also where the system does not say: in a closed folder, or of a name too long. Reading
    or writing then fails in its own place, and is reported with the name.
    """
    try:
        return Path(name).is_dir()
    except OSError:
        return False
