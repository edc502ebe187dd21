"""A document: the text of a brief in one format, parsed once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.text.merge_conflicts import conflict_line, is_marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.model import Brief


class Document(ABC):
    """The text of a brief, with everything that was learned while it was parsed.

    The text is parsed when it is first needed, and again only to find places in it. Each format
    has a subclass; `Format.open` returns it.

    Args:
        text: The whole document, without a byte order mark.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def brief(self) -> Brief:
        """The brief; computed on first use.

        Raises:
            BriefError: The document is not a valid brief. The error has all findings, with
                their places in the text. A merge conflict is the only finding.
        """
        line = conflict_line(self.text)
        if line is not None:
            raise BriefError([_conflict_at(line)])
        try:
            return self._read()
        except BriefError as error:
            # What is left of a conflict is explained better than the syntax that it breaks.
            if error.line and is_marker(LineIndex(self.text).line(error.line)):
                raise BriefError([_conflict_at(error.line)]) from None
            raise

    @abstractmethod
    def _read(self) -> Brief:
        """Read the brief, or raise `BriefError`."""

    @abstractmethod
    def locate(self, paths: Iterable[Path]) -> Mapping[Path, Span]:
        """Return the places of members in the text.

        If a member is not in the text, the place is that of the nearest member around it.

        Args:
            paths: The paths of the members in the brief.
        """

    def locate_names(self, paths: Iterable[Path]) -> Mapping[Path, Span]:
        """Return the places of the names of members, for errors about the name itself."""
        return self.locate(paths)

    def notices(self) -> list[Finding]:
        """Return the format's own warnings about a text that can be read."""
        return []

    def respelled(self) -> list[Finding]:
        """Return warnings about values whose characters change when the brief is written again."""
        return []

    def formatted(self) -> str:
        """Return the text in the canonical form of its format, with the same brief.

        Raises:
            BriefError: The format can only be read.
        """
        raise _read_only()

    def has_same_brief(self, text: str) -> bool:
        """Whether another text in the same format has the brief of this document.

        Raises:
            BriefError: The other text is not a valid brief.
        """
        return type(self)(text).brief == self.brief

    def forget(self) -> None:
        """Free the memory of everything that was learned; it is learned again when needed."""
        for name in vars(self).keys() - {"text"}:
            delattr(self, name)

    def comments(self) -> list[Span]:
        """Return the places of comments, which are lost when the brief is written again."""
        return []

    def edited(self, brief: Brief) -> str:
        """Return the text with the facts of another brief; all else stays as it is.

        Args:
            brief: The brief of the document with other facts or metadata, and the same narrative.

        Raises:
            BriefError: The format can only be read, or comments would be lost.
        """
        if brief == self.brief:
            return self.text
        text = self._edited(brief)
        if type(self)(text).brief != brief:
            message = "The changed file would contain another brief than intended; this is a bug"
            hint = "please report it and attach the file"
            raise BriefError([Finding("internal", message, hint=hint)])
        return text

    def _edited(self, brief: Brief) -> str:
        """Return the text with the facts of another brief, or raise `BriefError`."""
        del brief
        raise _read_only()


def _read_only() -> BriefError:
    message = "This format can be read, but not written"
    hint = "use diplobrief suggest FILE -o FILE.md, and then work with that file"
    return BriefError([Finding("format_read_only", message, hint=hint)])


def _conflict_at(line: int) -> Finding:
    return Finding(
        "merge_conflict",
        "The file has a merge conflict that is not resolved",
        hint="choose one of the versions, and remove the lines with <<<<<<<, ======= and >>>>>>>",
        span=Span(line, 1, line, 8),
    )
