"""The public functions that check: a brief, a text, a file."""

from __future__ import annotations

import os
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from diplobrief.checks.catalogue import (
    is_code,
    plugin_findings,
    unknown_code,
)
from diplobrief.checks.runner import check_brief, check_document
from diplobrief.checks.settings import ALL, Settings
from diplobrief.diagnostics import BriefError, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.formats.document import Document
    from diplobrief.model import Brief


def check(
    brief: Brief,
    *,
    select: Sequence[str] = (ALL,),
    ignore: Sequence[str] = (),
    confirmed_only: bool = False,
) -> list[Finding]:
    """Check the consistency of a brief.

    Args:
        brief: The brief. Being a `Brief`, it already satisfies shape and integrity.
        select: The codes of the rules to run, whole (`CHR001`) or the start (`CHR`). Default: all.
        ignore: Codes not to report. The more specific code wins; on a tie, `ignore` wins.
        confirmed_only: Whether to leave out facts that are suggested and not confirmed.

    Returns:
        The findings, rule by rule, without those that the brief ignores. They have no positions in
        a file; `check_text` and `check_file` add them. Of a code with more than a hundred findings,
        the first hundred are listed; a last finding says how many more there are.

    Raises:
        ValueError: A code is unknown.

    Example:
        >>> from diplobrief import Brief
        >>> step = {"kind": "parliamentary_approval", "parties": ["ru"]}
        >>> brief = Brief.model_validate(
        ...     {
        ...         "schema_version": "1.0",
        ...         "published": "2025-04-20",
        ...         "actors": [{"id": "ru", "kind": "state", "name": "Russia"}],
        ...         "treaties": [
        ...             {
        ...                 "id": "csp",
        ...                 "title": "Treaty",
        ...                 "kind": "treaty",
        ...                 "milestones": [
        ...                     {**step, "status": "completed", "date": "2025-04-18"},
        ...                     {**step, "status": "scheduled", "date": "2025-04-16"},
        ...                 ],
        ...             }
        ...         ],
        ...         "sections": [],
        ...     }
        ... )
        >>> [(finding.code, finding.path[-2:]) for finding in check(brief)]
        [('CHR001', (1, 'date'))]
        >>> check(brief, ignore=["CHR"])
        []
    """
    return check_brief(brief, chosen_settings(select, ignore, confirmed_only=confirmed_only))


def check_text(
    text: str | bytes,
    format: str,
    *,
    select: Sequence[str] = (ALL,),
    ignore: Sequence[str] = (),
    confirmed_only: bool = False,
    suggest: bool | Callable[[Brief], Brief] = False,
) -> list[Finding]:
    r"""Check a document: whether it is a valid brief, and if so, whether it is consistent.

    Args:
        text: The document. Bytes are decoded as UTF-8, with or without a byte order mark.
        format: `"markdown"`, `"json"` or `"text"`.
        select: The codes of the rules to run, whole (`CHR001`) or the start (`CHR`). Default: all.
        ignore: Codes not to report. The more specific code wins; on a tie, `ignore` wins.
        confirmed_only: Whether to leave out facts that are suggested and not confirmed.
        suggest: Whether to add the facts that the narrative states, as `diplobrief.suggest` does,
            before the checks. A finding about such a fact has the place of its passage. Or a
            function that adds them, such as `partial(diplobrief.suggest, language="en")`.

    Returns:
        The findings with their lines and columns, in the order of the document. If it is not a
        valid brief, they are its errors; otherwise the findings of the rules and the warnings of
        the format.

    Raises:
        ValueError: The format or a code is unknown.

    Example:
        >>> for finding in check_text("# Talks\n\nThey met at http://x.example.\n", "markdown"):
        ...     print(finding.code, finding.line, finding.column)
        STY001 1 1
        HYG006 3 1
        >>> text = (
        ...     "The Storting approved the Lake Treaty on May 18, 2024, and it was a long day.\n"
        ...     "\n"
        ...     "The Riksdag is set to vote on the Lake Treaty on May 14, 2024.\n"
        ... )
        >>> [finding.line for finding in check_text(text, "text", select=["CHR"], suggest=True)]
        [3]
    """
    from diplobrief.files import decoded
    from diplobrief.formats import format_named

    settings = chosen_settings(select, ignore, confirmed_only=confirmed_only)
    known = format_named(format)
    try:
        document = known.open(decoded(text))
    except BriefError as error:
        return list(error.findings)
    if suggest:
        document = _with_suggestions(document, suggest)
        settings = settings.without_count_of_unconfirmed()
    return check_document(document, settings)


def check_file(
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    select: Sequence[str] = (ALL,),
    ignore: Sequence[str] = (),
    confirmed_only: bool = False,
    suggest: bool | Callable[[Brief], Brief] = False,
) -> list[Finding]:
    r"""Check a file: whether it is a valid brief, and if so, whether it is consistent.

    No configuration file is read.

    Args:
        path: The file.
        format: `"markdown"`, `"json"` or `"text"` (default: from the suffix).
        select: The codes of the rules to run, whole (`CHR001`) or the start (`CHR`). Default: all.
        ignore: Codes not to report. The more specific code wins; on a tie, `ignore` wins.
        confirmed_only: Whether to leave out facts that are suggested and not confirmed.
        suggest: Whether to add the facts that the narrative states; see `check_text`.

    Returns:
        The findings as `check_text` returns them. Each has the path of the file.

    Raises:
        OSError: The file cannot be read.
        ValueError: A code or the format is unknown, or the suffix does not tell the format.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     note = pathlib.Path(folder, "note.md")
        ...     _ = note.write_text("# Talks\n\nThey met at http://x.example.\n")
        ...     [finding.line for finding in check_file(note, select=["HYG"])]
        [3]
    """
    from diplobrief.files import open_file

    settings = chosen_settings(select, ignore, confirmed_only=confirmed_only)
    try:
        document = open_file(path, format)
        if suggest:
            document = _with_suggestions(document, suggest)
            settings = settings.without_count_of_unconfirmed()
        findings = check_document(document, settings)
    except BriefError as error:
        findings = list(error.findings)
    return [replace(finding, file=os.fspath(path)) for finding in findings]


def _with_suggestions(
    document: Document, add_facts: Callable[[Brief], Brief] | Literal[True]
) -> Document:
    # Extraction is imported only if prose is read.
    from diplobrief.checks.with_suggestions import DocumentWithSuggestions
    from diplobrief.extraction import suggest

    if add_facts is True:
        return DocumentWithSuggestions(document, suggest)

    def without_findings(brief: Brief, **_: object) -> Brief:
        return add_facts(brief)

    return DocumentWithSuggestions(document, without_findings)


def chosen_settings(
    select: Sequence[str], ignore: Sequence[str], *, confirmed_only: bool = False
) -> Settings:
    """Return the settings for the arguments of a public function.

    Plug-ins that cannot be used are warned about.

    Raises:
        ValueError: A code is unknown.
    """
    for name in (*select, *ignore):
        if not is_code(name):
            raise ValueError(unknown_code(name))
    settings = Settings(tuple(select), tuple(ignore), confirmed_only=confirmed_only)
    for finding in plugin_findings(settings):
        warnings.warn(finding.message, RuntimeWarning, stacklevel=3)
    return settings
