"""Findings, and `BriefError`, which carries them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Path: TypeAlias = tuple[str | int, ...]
"""The path of a member in a brief, such as `("treaties", 0, "title")`."""

MANUAL: Final = "https://w3id.org/diplobrief/docs/"
"""The address of the manual."""

_CODE_OF_RULE: Final = re.compile("[A-Z]{3}[0-9]{3}")
_CODE_OF_PLUGIN: Final = re.compile("X[A-Z]{2}[0-9]{3}")
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class Severity(StrEnum):
    """How serious a finding is; `INFO < WARNING < ERROR`.

    Example:
        >>> max([Severity.WARNING, Severity.ERROR, Severity.INFO])
        <Severity.ERROR: 'error'>
        >>> Severity.INFO < "warning"
        True
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def _rank(self) -> int:
        return ("info", "warning", "error").index(self.value)

    def __lt__(self, other: str) -> bool:
        return self._rank < Severity(other)._rank

    def __le__(self, other: str) -> bool:
        return self._rank <= Severity(other)._rank

    def __gt__(self, other: str) -> bool:
        return self._rank > Severity(other)._rank

    def __ge__(self, other: str) -> bool:
        return self._rank >= Severity(other)._rank


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters in a file: lines and columns count from 1, columns in code points.

    Args:
        line: The line of the first character.
        column: The column of the first character.
        end_line: The line of the last character.
        end_column: The column after the last character.

    Example:
        >>> Span(3, 5, 3, 9)
        Span(line=3, column=5, end_line=3, end_column=9)
    """

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Fix:
    """An automatic fix: replaces the text at a path.

    Args:
        title: What it does, in the imperative.
        path: The member that changes.
        value: The new text.

    Example:
        >>> Fix("compose the characters", ("title",), "Café").value
        'Café'
    """

    title: str
    path: Path
    value: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, such as the other side of a contradiction.

    Args:
        path: The member at that place.
        message: What is there.
        span: The position in the file, if known.

    Example:
        >>> Related(("treaties", 0, "milestones", 0, "date"), "completed on 2025-04-18").message
        'completed on 2025-04-18'
    """

    path: Path
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An error, a warning or a remark about a brief.

    Args:
        code: The code of the rule or error, stable across versions.
        message: What is wrong, and what was expected.
        severity: How serious it is.
        path: The member; empty for the brief as a whole.
        hint: What to do, as one imperative.
        file: The file, as the user named it.
        span: The position in the file, if known.
        fix: An automatic fix, if there is one.
        related: Other places that the finding is about.
        count: How many findings it is: 1, or more if it only counts those that are not listed.

    Example:
        >>> print(Finding("member_missing", "The member title is missing", path=("treaties", 0)))
        error[member_missing] treaties[0]: The member title is missing
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    path: Path = ()
    hint: str = ""
    file: str | None = None
    span: Span | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    count: int = 1

    @property
    def line(self) -> int | None:
        """The line in the file, if known."""
        return self.span.line if self.span else None

    @property
    def column(self) -> int | None:
        """The column in the file, if known."""
        return self.span.column if self.span else None

    @property
    def url(self) -> str:
        """The section of the manual that explains the code; empty for rules of other packages.

        Example:
            >>> Finding("CHR001", "").url
            'https://w3id.org/diplobrief/docs/reference/checks.html#chr001'
        """
        if _CODE_OF_PLUGIN.fullmatch(self.code):
            return ""
        page = "checks" if _CODE_OF_RULE.fullmatch(self.code) else "diagnostics"
        return f"{MANUAL}reference/{page}.html#{self.code.lower()}"

    @property
    def location(self) -> str:
        """File, line and column as far as they are known, such as `note.md:3:5`."""
        parts = [self.file or ""]
        if self.span:
            parts += [str(self.span.line), str(self.span.column)]
        return ":".join(parts).lstrip(":")

    def located(self, span: Span | None = None, file: str | None = None) -> Finding:
        """Return a copy with this position and file, unless the finding already has them."""
        return replace(self, span=self.span or span, file=self.file or file)

    def __str__(self) -> str:
        label = f"{self.severity}[{self.code}]"
        place = " ".join(part for part in (label, self.location, format_path(self.path)) if part)
        return f"{place}: {self.message} ({self.hint})" if self.hint else f"{place}: {self.message}"


def format_path(path: Path) -> str:
    """Return a path as text.

    Example:
        >>> format_path(("quotes", 0, "speakers", 1))
        'quotes[0].speakers[1]'
        >>> format_path(("x-desk", "odd name"))
        'x-desk["odd name"]'
    """
    written = ""
    for step in path:
        if isinstance(step, int):
            written += f"[{step}]"
        elif _PLAIN_NAME.fullmatch(step):
            written += f".{step}" if written else step
        else:
            written += f'["{step}"]'
    return written


@dataclass
class BriefError(ValueError):
    """Invalid input: the text or the data is not a valid brief.

    Args:
        findings: All errors, in the order of the file; at least one.

    Example:
        >>> import diplobrief
        >>> try:
        ...     diplobrief.loads('{"schema_version": "1.0"}', format="json")
        ... except diplobrief.BriefError as error:
        ...     print(error.code, error.line)
        member_missing 1
    """

    findings: Sequence[Finding] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        self.findings = tuple(self.findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)

    def __hash__(self) -> int:
        return super().__hash__()

    @property
    def first(self) -> Finding:
        """The first finding."""
        return self.findings[0]

    @property
    def code(self) -> str:
        """The code of the first finding."""
        return self.first.code

    @property
    def path(self) -> Path:
        """The path of the first finding."""
        return self.first.path

    @property
    def line(self) -> int | None:
        """The line of the first finding."""
        return self.first.line

    @property
    def column(self) -> int | None:
        """The column of the first finding."""
        return self.first.column

    @property
    def hint(self) -> str:
        """The hint of the first finding."""
        return self.first.hint
