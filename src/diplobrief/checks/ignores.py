"""What a brief itself ignores: codes whose findings its author accepts, and where.

A brief and each fact list such codes in `ignore`, which applies to everything within them. In the
body, a comment that is a block of its own does the same: `<!-- diplobrief: ignore STY002 -->` for
the next block, or for the next section if it is the last block of one, and
`<!-- diplobrief: ignore-file STY002 -->` for the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.checks.catalogue import all_codes, closest_code
from diplobrief.checks.settings import INTERNAL, PLUGINS
from diplobrief.diagnostics import Finding, Path, Severity
from diplobrief.model.fact_index import facts_with_paths

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.model import Brief, Fact

MEMBER: Final = "ignore"

_COMMENT: Final = re.compile(r"\s*<!--\s*diplobrief:\s*(ignore|ignore-file)\s++([\w,\s]++)-->\s*")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A code that is not reported in a part of a brief.

    Args:
        code: The code, or the start of several.
        path: Where the brief says so.
        scope: The part to which it applies.
    """

    code: str
    path: Path
    scope: Path


def ignores_of(brief: Brief) -> Iterator[Ignore]:
    r"""Yield what a brief ignores, in order.

    Example:
        >>> import diplobrief
        >>> text = "# Talks\n\n<!-- diplobrief: ignore STY002 -->\n\nThey began.\n"
        >>> list(ignores_of(diplobrief.loads(text, format="markdown")))
        [Ignore(code='STY002', path=('sections', 0, 'content', 0),
                scope=('sections', 0, 'content', 1))]
    """
    yield from _of_member(brief, ())
    for path, fact in facts_with_paths(brief):
        yield from _of_member(fact, path)
    for index, section in enumerate(brief.sections):
        for number, block in enumerate(section.content):
            if block.type == "markdown" and (comment := _COMMENT.fullmatch(block.text)):
                path = ("sections", index, "content", number)
                is_last = number + 1 == len(section.content)
                following = ("sections", index + 1) if is_last else (*path[:-1], number + 1)
                scope = () if comment[1] == "ignore-file" else following
                yield from (Ignore(code, path, scope) for code in re.findall(r"\w+", comment[2]))


def _of_member(member: Brief | Fact, path: Path) -> Iterator[Ignore]:
    for index, ignored in enumerate(member.ignore):
        yield Ignore(ignored.code, (*path, MEMBER, index), path)


def has_ignores(context: CheckContext) -> bool:
    """Whether a brief may ignore findings: the word is in its text."""
    return MEMBER in context.raw_text


def without_ignored(
    context: CheckContext, findings: Iterable[Finding], checked: Collection[str]
) -> Iterator[Finding]:
    """Yield the findings that the brief does not ignore, then those about useless ignores.

    Args:
        context: The brief.
        findings: The findings in it.
        checked: The codes that were looked for. An ignore of any other code may be useful.
    """
    if not has_ignores(context):
        yield from findings
        return
    ignores = {(ignore.scope, ignore.code): ignore for ignore in ignores_of(context.brief)}
    used: set[Ignore] = set()
    for finding in findings:
        matching = [ignores[key] for key in _keys(finding) if key in ignores]
        used.update(matching)
        if not matching or finding.code == INTERNAL:
            yield finding
    for ignore in ignores.values():
        if ignore not in used:
            yield from _useless(ignore, checked)


def _keys(finding: Finding) -> Iterator[tuple[Path, str]]:
    """Yield the scope and code of every ignore that would match a finding."""
    for steps in range(len(finding.path) + 1):
        for letters in range(1, len(finding.code) + 1):
            yield finding.path[:steps], finding.code[:letters]


def _useless(ignore: Ignore, checked: Collection[str]) -> Iterator[Finding]:
    meant = [code for code in all_codes() if code.startswith(ignore.code)]
    if meant and all(code in checked for code in meant):
        message = f"{ignore.code} is ignored here, but was not found"
        hint = "remove it"
    # Somebody else may have installed the package that provides the rule.
    elif meant or ignore.code.startswith(PLUGINS):
        return
    else:
        close = closest_code(ignore.code)
        message = f"Unknown rule code or prefix {ignore.code!r}"
        hint = f"did you mean {close}?" if close else "remove it"
    yield Finding("ignore_unused", message, Severity.WARNING, ignore.path, hint)
