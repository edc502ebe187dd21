"""An outline as lines of text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics.terminal_text import width
from diplobrief.views.parts import ListBlock, MarkdownBlock, QuoteEntry, TreatyEntry
from diplobrief.views.terminal_writer import TerminalWriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.views.parts import AnyBlock, Detail, Entry, FactGroup, Outline

_SIGNS: Final = {
    "completed": ("✓", "x"),
    "ongoing": ("◐", "~"),
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
"""Each sign, and its replacement if the terminal cannot show all of them."""

_NOBODY_NAMED: Final = "(nobody is named)"
_INDENT: Final = 2
_MIN_DATE: Final = 10
_MAX_DATE: Final = 26


def render(
    outline: Outline, columns: int = 80, encoding: str = "utf-8", *, color: bool = False
) -> str:
    r"""Return an outline as lines of text.

    Args:
        outline: The outline.
        columns: The maximum width of a line.
        encoding: The encoding of the terminal, which decides which signs it can show.
        color: Whether to use colours.

    Example:
        >>> from diplobrief.files import loads
        >>> from diplobrief.views.outline import outline_of
        >>> brief = loads("# The lake\n\n## What's next\n\n- A vote\n", "markdown")
        >>> print(render(outline_of(brief)))
        The lake
        <BLANKLINE>
        What's next
        <BLANKLINE>
          • A vote
    """
    renderer = _Renderer(TerminalWriter(columns, color=color), _signs_for(encoding))
    renderer.outline(outline)
    return renderer.writer.text


def _signs_for(encoding: str) -> dict[str, str]:
    """Return the signs that a terminal of that encoding can show.

    Example:
        >>> _signs_for("utf-8")["completed"], _signs_for("cp1252")["completed"]
        ('✓', 'x')
    """
    try:
        "".join(sign for sign, _ in _SIGNS.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return {name: plain for name, (_, plain) in _SIGNS.items()}
    return {name: sign for name, (sign, _) in _SIGNS.items()}


class _Renderer:
    """Writes the parts of an outline, one method for each kind of part."""

    def __init__(self, writer: TerminalWriter, signs: dict[str, str]) -> None:
        self.writer = writer
        self._signs = signs
        self._bullet = f"{signs['bullet']} "

    def outline(self, outline: Outline) -> None:
        write = self.writer.write
        if outline.title:
            write(outline.title.plain, style="title")
        if outline.subtitle:
            write(outline.subtitle.plain)
        self._aside(_phrases(outline.byline), indent=0)
        if outline.handling:
            write(self._joined(_phrases(outline.handling)), style="warning")
        for section in outline.sections:
            if section.heading:
                self.writer.heading(section.heading.plain)
            for block in section.blocks:
                self.writer.space()
                self._block(block)
        for group in outline.facts:
            self._group(group)

    def _block(self, block: AnyBlock) -> None:
        if isinstance(block, MarkdownBlock):
            self.writer.verbatim(block.source, indent=_INDENT)
        elif isinstance(block, ListBlock):
            for index, item in enumerate(block.items):
                mark = self._bullet if block.start is None else f"{block.start + index}. "
                self.writer.write(item.plain, mark=mark, indent=_INDENT)
        else:
            self.writer.write(block.text.plain, indent=_INDENT)

    def _group(self, group: FactGroup) -> None:
        self.writer.heading(group.heading)
        self.writer.space()
        for entry in group.entries:
            if isinstance(entry, QuoteEntry):
                self._quote(entry)
            elif isinstance(entry, TreatyEntry):
                self._treaty(entry)
            elif group.member == "actors":
                self._actor(entry)
            elif group.member == "sources":
                source = self._joined([entry.title, *_phrases(entry.details)])
                self.writer.write(source, mark=self._bullet, indent=_INDENT)
            else:
                self._dated(entry)

    def _actor(self, actor: Entry) -> None:
        about = ", ".join(_phrases(actor.details)) or actor.kind_text
        text = f"{actor.title} {self._signs['dash']} {about}"
        self.writer.write(text, mark=self._bullet, indent=_INDENT)

    def _quote(self, quote: QuoteEntry) -> None:
        self.writer.space()
        speakers = ", ".join(speaker.text for speaker in quote.speakers)
        self.writer.write(speakers or _NOBODY_NAMED, indent=_INDENT, style="name")
        for passage in quote.passages:
            text = passage
            if quote.is_verbatim:
                text = f"{self._signs['open']}{passage}{self._signs['close']}"
            self.writer.write(text, indent=2 * _INDENT)
        self._aside(_phrases(quote.details), indent=2 * _INDENT)

    def _treaty(self, treaty: TreatyEntry) -> None:
        self.writer.space()
        self.writer.write(treaty.title, indent=_INDENT, style="name")
        as_of = f" (as of {treaty.as_of})" if treaty.as_of else ""
        self._aside([treaty.kind_text, f"{treaty.stage}{as_of}"])
        self._aside(f"{party.party.text}: {party.stage}" for party in treaty.parties)
        column = max((width(_date_of(step)) for step in treaty.milestones), default=0)
        for milestone in treaty.milestones:
            self._dated(milestone, column)

    def _dated(self, entry: Entry, column: int = 0) -> None:
        """Write an entry with its sign and its date before it."""
        status = "" if entry.is_later else entry.status or ""
        date = _date_of(entry)
        gap = " " * (min(max(column, _MIN_DATE), _MAX_DATE) - width(date))
        text = self._joined(
            [
                entry.title,
                "" if entry.title == entry.kind_text else entry.kind_text,
                "later" if entry.is_later else "" if status == "completed" else status,
                *_phrases(entry.details),
            ]
        )
        mark = f"{self._signs.get(status, ' ')} {date}{gap}  "
        self.writer.write(text, mark=mark, indent=_INDENT, style=status)

    def _aside(self, parts: Iterable[str], *, indent: int = _INDENT) -> None:
        text = self._joined(parts)
        if text:
            self.writer.write(text, indent=indent, style="aside")

    def _joined(self, parts: Iterable[str]) -> str:
        return f" {self._signs['dot']} ".join(filter(None, parts))


def _phrases(details: Iterable[Detail]) -> list[str]:
    """Return details with their labels."""
    return [detail.phrase for detail in details]


def _date_of(entry: Entry) -> str:
    return entry.dates.text if entry.dates else ""
