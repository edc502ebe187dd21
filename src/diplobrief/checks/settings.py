"""The settings of a check: which codes are reported, in which files, and with which severity."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplobrief.diagnostics import Finding

ALL: Final = "ALL"
"""Selects every code."""

PLUGINS: Final = "X"
"""The codes of rules in other packages begin with it."""

COUNT_OF_UNCONFIRMED: Final = "PRV001"
"""The code of the rule that counts the facts that are suggested and not confirmed."""

INTERNAL: Final = "internal"
"""The code of a rule that failed. No setting hides it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a check. They name codes whole (`CHR001`) or by their start (`CHR`).

    Errors that prevent reading are always reported; rules only run on a brief that can be read.

    Args:
        select: The codes to report.
        ignore: The codes not to report. If a code is in both, the longer name wins; on a tie,
            `ignore` wins.
        per_file_ignores: The codes not to report in files whose names match a pattern.
        severities: The severity of findings by code, if it differs from the rule's own.
        folder: The folder that patterns are relative to. Default: the working folder.
        confirmed_only: Whether to leave out facts that are suggested and not confirmed.

    Example:
        >>> from diplobrief.diagnostics import Finding, Severity
        >>> settings = Settings(ignore=("CHR",), severities={"STY": Severity.WARNING})
        >>> [finding.severity for finding in settings.applied([Finding("STY001", "")])]
        [<Severity.WARNING: 'warning'>]
        >>> [*settings.applied([Finding("CHR001", "")])]
        []
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    severities: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    folder: str | None = None
    confirmed_only: bool = False

    def selects(self, code: str) -> bool:
        """Return whether findings with this code are reported.

        Example:
            >>> Settings(select=("CHR001",), ignore=("CHR",)).selects("CHR001")
            True
        """
        return _is_selected(code, self.select, self.ignore)

    @property
    def selects_plugins(self) -> bool:
        """Whether any rule of another package can be selected.

        Example:
            >>> Settings().selects_plugins, Settings(ignore=("X",)).selects_plugins
            (True, False)
        """
        return self.selects(PLUGINS) or any(name.startswith(PLUGINS) for name in self.select)

    def without_count_of_unconfirmed(self) -> Settings:
        """Return the settings for facts that are suggested now, which nobody could confirm."""
        return replace(self, ignore=(*self.ignore, COUNT_OF_UNCONFIRMED))

    def for_file(self, name: str | None) -> Settings:
        """Return the settings for one file: these, with what `per_file_ignores` adds."""
        if not self.per_file_ignores or name is None:
            return self
        ignored = [
            code
            for pattern, codes in self.per_file_ignores.items()
            if self._matches(name, pattern)
            for code in codes
        ]
        # A code that a file ignores is not reported there, however specifically it is selected.
        select = tuple(code for code in self.select if not _specificity(code, ignored))
        return replace(self, select=select, ignore=(*self.ignore, *ignored), per_file_ignores={})

    def applied(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the selected findings, with the configured severities."""
        for finding in findings:
            if finding.code == INTERNAL or self.selects(finding.code):
                yield self._with_severity(finding)

    def _with_severity(self, finding: Finding) -> Finding:
        names = [name for name in self.severities if _names(name, finding.code)]
        if not names:
            return finding
        return replace(finding, severity=self.severities[max(names, key=_rank)])

    def _matches(self, name: str, pattern: str) -> bool:
        base = Path(self.folder or ".").absolute()
        path = Path(name).absolute()
        if path.is_relative_to(base):
            path = path.relative_to(base)
        return fnmatchcase(path.as_posix(), pattern) or fnmatchcase(PurePath(name).name, pattern)


def _names(name: str, code: str) -> bool:
    return name == ALL or code.startswith(name)


def _rank(name: str) -> int:
    return 1 if name == ALL else 1 + len(name)


@lru_cache(maxsize=4096)
def _is_selected(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    # Every check of every brief asks this about every rule.
    return _specificity(code, select) > _specificity(code, ignore)


def _specificity(code: str, names: Iterable[str]) -> int:
    """Return how specifically any of the names selects a code; 0 if none does."""
    return max((_rank(name) for name in names if _names(name, code)), default=0)


DEFAULT: Final = Settings()
"""Every code, each with the severity of its rule."""
