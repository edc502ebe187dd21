"""Lines of text for a terminal: wrapped by the columns that they take, indented, styled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics.terminal_text import visible, width
from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS: Final = {
    "completed": ("✓", "x"),
    "scheduled": ("○", "o"),
    "expected": ("◌", "."),
    "draft": ("…", "."),
    "postponed": ("→", ">"),
    "rejected": ("✗", "-"),
    "returned": ("←", "<"),
    "cancelled": ("✗", "-"),
    "denied": ("≠", "!"),
    "bullet": ("•", "*"),
    "dash": ("—", "-"),
    "dot": ("·", "|"),
    "open": ("“", '"'),
    "close": ("”", '"'),
}
_STYLES: Final = {
    "title": "1",
    "heading": "1;36",
    "name": "1",
    "aside": "2",
    "completed": "32",
    "rejected": "31",
    "cancelled": "31",
    "denied": "31",
    "warning": "1;33",
}
_NARROWEST: Final = 20


def signs_for(encoding: str) -> Mapping[str, str]:
    """Return the signs that a terminal of that encoding can show.

    Example:
        >>> signs_for("utf-8")["completed"], signs_for("cp1252")["completed"]
        ('✓', 'x')
    """
    try:
        "".join(sign for sign, _ in _SIGNS.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return {name: plain for name, (_, plain) in _SIGNS.items()}
    return {name: sign for name, (sign, _) in _SIGNS.items()}


class Paper:
    """Takes paragraphs and lists, and lays them out in lines.

    Args:
        columns: How wide a line may be.
        signs: The signs that can be shown, by name.
        color: Whether styles are shown.
    """

    def __init__(self, columns: int, signs: Mapping[str, str], *, color: bool = False) -> None:
        self.signs = signs
        self._columns = max(columns, _NARROWEST)
        self._color = color
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines)

    def space(self) -> None:
        """Leave a line empty, unless one is."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, text: str) -> None:
        """Write a heading, with a line left empty before it."""
        self.space()
        self.write(text, style="heading")

    def write(self, text: str, *, mark: str = "", indent: int = 0, style: str = "") -> None:
        """Write a paragraph.

        Args:
            text: The text, as it stands in the brief; each of its lines begins a new line.
            mark: What stands before the first line; the others are indented as far.
            indent: Columns before everything.
            style: Of the text.
        """
        margin = " " * (indent + width(mark))
        first = " " * indent + self._styled(mark, style)
        for line in LINE_END.split(text):
            for piece in _wrap(visible(line), self._columns - len(margin)):
                self._lines.append(f"{first}{self._styled(piece, style)}".rstrip())
                first = margin

    def verbatim(self, text: str, *, indent: int = 0) -> None:
        """Write lines as they are, each on one line."""
        for line in LINE_END.split(text):
            self._lines.append(f"{' ' * indent}{visible(line)}".rstrip())

    def _styled(self, text: str, style: str) -> str:
        code = _STYLES.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self._color and code and text.strip() else text


def _wrap(text: str, columns: int) -> list[str]:
    """Break a line at its spaces; a word that is too long stays whole."""
    lines: list[list[str]] = [[]]
    room = columns
    for word in text.split(" "):
        needed = width(word)
        if lines[-1] and needed > room:
            lines.append([])
            room = columns
        lines[-1].append(word)
        room -= needed + 1
    return [" ".join(words) for words in lines]
