"""Runs the rules over a brief, and locates their findings in the file."""

from __future__ import annotations

import os
import warnings
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Literal

from diplobrief.checks.catalogue import (
    NOTICES,
    is_code,
    plugin_findings,
    selected_rules,
    unknown_code,
)
from diplobrief.checks.context import CheckContext
from diplobrief.checks.ignores import has_ignores, without_ignored
from diplobrief.checks.settings import ALL, DEFAULT, INTERNAL, Settings
from diplobrief.checks.suggested import asserted_part, with_note
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.bounds import MOST_OF_A_CODE, bounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from diplobrief.checks.rules.base import Rule
    from diplobrief.diagnostics import Path, Span
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
        The findings with their lines and columns, in the order of the document: the errors if it is
        not a valid brief; otherwise the findings of the rules and the warnings of the format.

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


def check_document(document: Document, settings: Settings = DEFAULT) -> list[Finding]:
    """Check a document; see `check_text`."""
    try:
        brief = document.brief
    except BriefError as error:
        return list(error.findings)
    return located(check_brief(brief, settings, document), document)


def located(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """Return findings with their positions in a document, in its order."""
    if not findings:
        return []
    listed = [finding for finding in findings if finding.count == 1]
    spans = document.locate(
        path
        for finding in listed
        for path in (finding.path, *(related.path for related in finding.related))
    )
    in_order = sorted(
        (_located(finding, spans) for finding in listed),
        key=lambda finding: (finding.line or 0, finding.column or 0, finding.code),
    )
    return in_order + [finding for finding in findings if finding.count > 1]


def check_brief(
    brief: Brief, settings: Settings, document: Document | None = None
) -> list[Finding]:
    """Check the consistency of a brief.

    Args:
        brief: The brief.
        settings: Which rules to run, and how.
        document: The document that the brief was read from, if any. It adds the warnings of its
            format, and spares rules about characters the serialization of the brief.

    Returns:
        The findings; of each code the first ones, and how many more there are.
    """
    return bounded(_each_finding(brief, settings, document, most=MOST_OF_A_CODE))


def all_findings(
    brief: Brief,
    settings: Settings,
    document: Document | None = None,
    *,
    only_fixes: bool = False,
) -> list[Finding]:
    """Return the findings of `check_brief`, however many there are.

    Args:
        brief: The brief.
        settings: Which rules to run, and how.
        document: The document that the brief was read from, if any.
        only_fixes: Whether to run only the rules whose problems may have fixes.
    """
    return [*_each_finding(brief, settings, document, only_fixes=only_fixes)]


def _each_finding(
    brief: Brief,
    settings: Settings,
    document: Document | None = None,
    *,
    only_fixes: bool = False,
    most: int | None = None,
) -> Iterator[Finding]:
    """Yield the findings of one rule after the other; of each code at least `most` (default: all).

    Then not all of them are in memory.
    """
    part = asserted_part(brief) if settings.confirmed_only else None
    context = CheckContext(part.brief if part else brief, document.text if document else None)
    rules = [rule for rule in selected_rules(settings) if rule.fixes or not only_fixes]
    checked = [rule.code for rule in rules]
    if has_ignores(context):
        most = None  # those that are ignored may be the first ones
    found = chain.from_iterable(_findings_of(rule, context, most) for rule in rules)
    if document is not None:
        found = chain(found, document.notices())
        checked += filter(settings.selects, NOTICES)
    findings = with_note(context, without_ignored(context, found, checked))
    yield from settings.applied(map(part.in_whole, findings) if part else findings)


def _findings_of(rule: Rule, context: CheckContext, most: int | None) -> list[Finding]:
    try:
        return rule.findings(context, most)
    except Exception as error:  # noqa: BLE001 - the other rules run all the same
        return [_failure(rule, error)]


def _failure(rule: Rule, error: Exception) -> Finding:
    return Finding(
        INTERNAL,
        f"The rule {rule.code} of {rule.origin} failed: {type(error).__name__}: {error}",
        Severity.ERROR,
        hint="report this to its authors, and attach the brief",
    )


def _located(finding: Finding, spans: Mapping[Path, Span]) -> Finding:
    """Return a finding with its positions in the file. A warning of a format already has one."""
    return replace(
        finding,
        span=finding.span or spans.get(finding.path),
        related=tuple(
            replace(related, span=spans.get(related.path)) for related in finding.related
        ),
    )
