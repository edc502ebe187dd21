"""A document: the text of a brief in one format, parsed once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.diagnostics import Finding, Path, Span
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
                their places in the text.
        """
        return self._read()

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

    def notices(self) -> list[Finding]:
        """Return the format's own warnings about a text that can be read."""
        return []

    def comments(self) -> list[Span]:
        """Return the places of comments, which are lost when the brief is written again."""
        return []
