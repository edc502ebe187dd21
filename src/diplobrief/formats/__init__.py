"""The formats in which briefs are read and written; each room knows the model, none knows another.

A new format is one room, with `read` (and `write`, where it can be written), and one line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from diplobrief.diagnostics import Finding, Path, Span
    from diplobrief.model import Brief


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the suffixes of its files, and whether it can be written.

    Its room is imported when it is first used.
    """

    name: str
    suffixes: tuple[str, ...]
    is_written: bool = True

    @property
    def read(self) -> Callable[[str], Brief]:
        """Read a brief from text, or raise `BriefError`."""
        return _room(self.name).read  # type: ignore[no-any-return]  # a module by its name

    @property
    def write(self) -> Callable[[Brief], str]:
        """Return a brief as text."""
        return _room(self.name).write  # type: ignore[no-any-return]  # a module by its name

    @property
    def locate(self) -> Callable[[str, Iterable[Path]], Mapping[Path, Span]]:
        """Look up where members stand in a text that was read."""
        return _room(self.name).locate  # type: ignore[no-any-return]  # a module by its name

    @property
    def notices(self) -> Callable[[str], list[Finding]]:
        """Return what is worth saying about a text that can be read."""
        return getattr(_room(self.name), "notices", _nothing)


@cache
def _room(name: str) -> Any:
    return import_module(f"diplobrief.formats.{name}")


def _nothing(_text: str) -> list[Finding]:
    return []


FORMATS: Final = {
    known.name: known
    for known in (
        Format("markdown", (".md", ".markdown")),
        Format("json", (".json",)),
        Format("text", (".txt", ".text"), is_written=False),
    )
}
"""Every format by its name."""


def format_named(name: str) -> Format:
    """Return the format of that name.

    Raises:
        ValueError: There is none.

    Example:
        >>> format_named("markdown").suffixes
        ('.md', '.markdown')
    """
    try:
        return FORMATS[name]
    except KeyError:
        known = ", ".join(FORMATS)
        raise ValueError(f"no format is called {name!r}; known are {known}") from None


def format_of_file(name: str | PurePath) -> Format | None:
    """Return the format that a file's suffix says, or `None`.

    Example:
        >>> format_of_file("note.md").name
        'markdown'
    """
    suffix = PurePath(name).suffix.lower()
    return next((known for known in FORMATS.values() if suffix in known.suffixes), None)
