"""A document: the text of a brief in one format, parsed once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.model import Brief
from diplobrief.text.merge_conflicts import conflict_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Locate: TypeAlias = "Callable[[Iterable[Path]], Mapping[Path, Span]]"
"""Returns the places of members in the text that was read."""

_ABOUT_NAMES: Final = frozenset({"member_unknown", "member_renamed", "extension_name"})
"""The codes of findings that mark the name of a member, not its value."""


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

    def locate_names(self, paths: Iterable[Path]) -> Mapping[Path, Span]:
        """Return the places of the names of members, for errors about the name itself."""
        return self.locate(paths)

    def notices(self) -> list[Finding]:
        """Return the format's own warnings about a text that can be read."""
        return []

    def respelled(self) -> list[Finding]:
        """Return warnings about values whose characters change when the brief is written again."""
        return []

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
            message = "The file would not have the brief that it is to have; this is a bug"
            hint = "please report it and attach the file"
            raise BriefError([Finding("internal", message, hint=hint)])
        return text

    def _edited(self, brief: Brief) -> str:
        """Return the text with the facts of another brief, or raise `BriefError`."""
        del brief
        message = "This format can be read, but not written"
        hint = "use diplobrief suggest FILE -o FILE.md, and go on with that file"
        raise BriefError([Finding("format_read_only", message, hint=hint)])


def _conflict_at(line: int) -> Finding:
    return Finding(
        "merge_conflict",
        "The file has a merge conflict that is not resolved",
        hint="choose one of the versions, and remove the lines with <<<<<<<, ======= and >>>>>>>",
        span=Span(line, 1, line, 8),
    )


def validate(data: object, locate: Locate, locate_names: Locate | None = None) -> Brief:
    """Return the brief that plain data describe.

    Args:
        data: The plain data of one document.
        locate: Returns places; called only if something is wrong.
        locate_names: Returns the places of names (default: as `locate`).

    Raises:
        BriefError: The data are not a valid brief. The error has all findings, in the order of
            the file.
    """
    try:
        return Brief.model_validate(data)
    except ValidationError as error:
        raise placed(error, locate, locate_names or locate) from None


def placed(error: ValidationError, locate: Locate, locate_names: Locate) -> BriefError:
    """Convert the error of a validation to findings with places, in the order of the file."""
    from diplobrief.diagnostics.validation import findings_of

    findings = findings_of(error)
    names = [finding.path for finding in findings if finding.code in _ABOUT_NAMES]
    values = [finding.path for finding in findings if finding.code not in _ABOUT_NAMES]
    of_names, of_values = locate_names(names), locate(values)
    located = [
        finding.located((of_names if finding.code in _ABOUT_NAMES else of_values).get(finding.path))
        for finding in findings
    ]
    return BriefError(sorted(located, key=_position))


def _position(finding: Finding) -> tuple[int, int]:
    return (finding.line or 0, finding.column or 0)
