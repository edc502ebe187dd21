"""Link reference definitions at the beginning of a paragraph.

The rules are those of the reference implementation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL: Final = re.compile(r"\[(?:[^\\\[\]]|\\.){0,1000}\]", re.DOTALL)
_SPACES: Final = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_BRACED: Final = re.compile(r"<(?:[^<>\n\\\x00]|\\.)*>")
_BARE: Final = re.compile(r"(?:\\[!-/:-@\[-`{-~]|[^ \t\n\x0b\x0c\r()])+|[()]")
_TITLE: Final = re.compile(
    r'"(?:\\[!-/:-@\[-`{-~]|\\(?![!-/:-@\[-`{-~])|[^"\\])*"'
    r"|'(?:\\[!-/:-@\[-`{-~]|\\(?![!-/:-@\[-`{-~])|[^'\\])*'"
    r"|\((?:\\[!-/:-@\[-`{-~]|\\(?![!-/:-@\[-`{-~])|[^()\\])*\)"
)
_BLANKS: Final = " \t\n"
_LINE_END: Final = re.compile(r"[ \t]*(?:\n|\Z)")
_INDENTATION: Final = re.compile(r"^[ \t]+", re.MULTILINE)
_BLANK_RUN: Final = re.compile(r"[ \t\n]+")


def _end_of_destination(text: str, at: int) -> int | None:
    if text[at : at + 1] == "<":
        braced = _BRACED.match(text, at)
        return braced.end() if braced else None
    start, open_parentheses = at, 0
    while (piece := _BARE.match(text, at)) is not None:
        if piece[0] == "(":
            open_parentheses += 1
        elif piece[0] == ")":
            if not open_parentheses:
                break
            open_parentheses -= 1
        at = piece.end()
    if open_parentheses or (at == start and text[at : at + 1] != ")"):
        return None
    return at


def end_of_definition(text: str, at: int) -> int | None:
    r"""Return the end of the definition that begins at an offset, including its line end.

    Args:
        text: The lines of a paragraph, without their indentation.
        at: The offset of the beginning of a line.

    Returns:
        The offset of the next line, or `None` if there is no definition.

    Example:
        >>> end_of_definition("[a]: /b\nrest", 0), end_of_definition("[a] b", 0)
        (8, None)
    """
    label = _LABEL.match(text, at)
    if label is None or text[label.end() : label.end() + 1] != ":":
        return None
    if not label[0][1:-1].strip(_BLANKS):
        return None
    destination = _end_of_destination(text, _skip_spaces(text, label.end() + 1))
    if destination is None:
        return None
    title_at = _skip_spaces(text, destination)
    title = _TITLE.match(text, title_at) if title_at != destination else None
    if title is not None and (end := _LINE_END.match(text, title.end())) is not None:
        return end.end()
    end = _LINE_END.match(text, destination)
    return end.end() if end is not None else None


def _skip_spaces(text: str, at: int) -> int:
    spaces = _SPACES.match(text, at)
    return spaces.end() if spaces else at


def count_definition_lines(text: str) -> int:
    r"""Count the lines of the link reference definitions at the beginning of a paragraph.

    Example:
        >>> count_definition_lines("[a]:\n/b\n[c]: /d\nrest")
        3
    """
    at = 0
    while at < len(text) and text[at] == "[" and (end := end_of_definition(text, at)) is not None:
        at = end
    if at >= len(text):
        return text.count("\n") + (not text.endswith("\n"))
    return text.count("\n", 0, at)


class Definitions:
    r"""The link reference definitions of a narrative, by label.

    A text is parsed with only the definitions that it uses, because the time for many texts and
    many definitions would otherwise grow with their product.

    Args:
        blocks: Blocks of the narrative; those that begin with a definition count.

    Example:
        >>> definitions = Definitions(["[lake]: /x\n[treaty]: /y", "> quoted"])
        >>> definitions.used_by("See [the text][Treaty].")
        '[treaty]: /y'
    """

    def __init__(self, blocks: Iterable[str]) -> None:
        self._by_label: dict[str, str] = {}
        for block in blocks:
            if block.lstrip().startswith("["):
                self._add(_INDENTATION.sub("", block))

    @property
    def text(self) -> str:
        """All definitions that count, as CommonMark."""
        return "\n".join(self._by_label.values())

    def _add(self, text: str) -> None:
        at = 0
        while (end := end_of_definition(text, at)) is not None:
            label = _LABEL.match(text, at)
            if label is not None:
                # The first of several definitions counts.
                self._by_label.setdefault(_normalized(label[0]), text[at:end].rstrip("\n"))
            at = end

    def used_by(self, text: str) -> str:
        """Return the definitions to which a text may refer."""
        if not self._by_label:
            return ""
        labels = dict.fromkeys(_normalized(label) for label in _LABEL.findall(text))
        return "\n".join(self._by_label[label] for label in labels if label in self._by_label)


def _normalized(label: str) -> str:
    """Return a label as labels are compared: without regard to case and runs of spaces."""
    return _BLANK_RUN.sub(" ", label[1:-1]).strip(" ").casefold()
