"""Write generated files that are committed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TOP: Final = Path(__file__).parents[1]
"""The top of the checkout."""


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write the files that changed, and print the path of each.

    Args:
        folder: The folder.
        texts: The text of each file by its path in the folder.
    """
    for name, text in texts.items():
        path = folder / name
        old = path.read_text(encoding="utf-8") if path.exists() else None
        if text != old:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path)
