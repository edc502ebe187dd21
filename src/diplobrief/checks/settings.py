"""What a check looks for: which codes are reported, in which files, and how much each weighs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.diagnostics import Finding

ALL: Final = "ALL"
"""Selects every code."""

INTERNAL: Final = "internal"
"""The code of a rule that failed; no setting hides it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a check looks for. A code is named whole, or by how it begins: `CHR`, `CHR001`.

    What keeps a document from being a brief is always reported: nobody can ask whether what
    cannot be read is true.

    Args:
        select: What is reported.
        ignore: What is not. Where both name a code, the longer name decides; of equal ones this.
        per_file_ignores: What is not reported in files whose names match a pattern.
        severities: How much findings of a code weigh, where that is not what the rule says.
        folder: From where the patterns count; absent: the working folder.

    Example:
        >>> from diplobrief.diagnostics import Finding, Severity
        >>> settings = Settings(ignore=("CHR",), severities={"STY": Severity.WARNING})
        >>> [finding.severity for finding in settings.applied([Finding("STY001", "")])]
        [<Severity.WARNING: 'warning'>]
        >>> settings.applied([Finding("CHR001", "")])
        []
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    severities: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    folder: str | None = None

    def selects(self, code: str) -> bool:
        """Say whether findings of a code are reported.

        Example:
            >>> Settings(select=("CHR001",), ignore=("CHR",)).selects("CHR001")
            True
        """
        return _is_selected(code, self.select, self.ignore)

    def for_file(self, name: str | None) -> Settings:
        """Return the settings for one file, with what its name ignores."""
        if not self.per_file_ignores or name is None:
            return self
        ignored = [
            code
            for pattern, codes in self.per_file_ignores.items()
            if self._matches(name, pattern)
            for code in codes
        ]
        # What is ignored in one file is ignored there, however exactly it is selected.
        select = tuple(code for code in self.select if not _closest(code, ignored))
        return replace(self, select=select, ignore=(*self.ignore, *ignored), per_file_ignores={})

    def applied(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are reported, with the weight that they are given."""
        return [
            self._weighed(finding)
            for finding in findings
            if finding.code == INTERNAL or self.selects(finding.code)
        ]

    def _weighed(self, finding: Finding) -> Finding:
        given = [code for code in self.severities if _names(code, finding.code)]
        if not given:
            return finding
        return replace(finding, severity=self.severities[max(given, key=_exactness)])

    def _matches(self, name: str, pattern: str) -> bool:
        base = Path(self.folder or ".").absolute()
        path = Path(name).absolute()
        if path.is_relative_to(base):
            path = path.relative_to(base)
        return fnmatchcase(path.as_posix(), pattern) or fnmatchcase(PurePath(name).name, pattern)


def _names(name: str, code: str) -> bool:
    return name == ALL or code.startswith(name)


def _exactness(name: str) -> int:
    return 1 if name == ALL else 1 + len(name)


@lru_cache(maxsize=4096)
def _is_selected(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    # Asked for every rule and every brief, and always the same.
    return _closest(code, select) > _closest(code, ignore)


def _closest(code: str, names: Iterable[str]) -> int:
    """Return how exactly a code is named by any of the names; 0 where it is not."""
    return max((_exactness(name) for name in names if _names(name, code)), default=0)


DEFAULT: Final = Settings()
"""Every code, each as its rule weighs it."""
