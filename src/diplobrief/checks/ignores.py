"""Waivers: what a brief itself says is not to be reported, and where.

A brief or a fact says so with its member `ignore`, and the body with a comment that is a block of
its own: `<!-- diplobrief: ignore STY002 -->` for the block after it, or, if it is the last block of
a section, for the next section; `ignore-file` for the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import Finding, Path, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplobrief.checks.context import CheckContext
    from diplobrief.model import Brief, Fact

MEMBER: Final = "ignore"
UNUSED: Final = "waiver_unused"
"""The code of a waiver that waives nothing."""

_COMMENT: Final = re.compile(r"\s*<!--\s*diplobrief:\s*(ignore|ignore-file)\s+([\w,\s]+?)\s*-->\s*")
_FACTS: Final = ("actors", "quotes", "events", "treaties", "acts", "sources")


@dataclass(frozen=True, slots=True)
class Waiver:
    """A code that is not to be reported in a part of a brief.

    Args:
        code: The code, or how it begins.
        path: Where the waiver stands.
        scope: The member within which it holds.
    """

    code: str
    path: Path
    scope: Path


def waivers_of(brief: Brief) -> Iterator[Waiver]:
    r"""Yield what a brief waives, in its order.

    Example:
        >>> import diplobrief
        >>> text = "# Talks\n\n<!-- diplobrief: ignore STY002 -->\n\nThey began.\n"
        >>> list(waivers_of(diplobrief.loads(text, format="markdown")))
        [Waiver(code='STY002', path=('sections', 0, 'content', 0),
                scope=('sections', 0, 'content', 1))]
    """
    yield from _of_member(brief, ())
    for name in _FACTS:
        for index, fact in enumerate(getattr(brief, name)):
            yield from _of_member(fact, (name, index))
    for index, treaty in enumerate(brief.treaties):
        for number, milestone in enumerate(treaty.milestones):
            yield from _of_member(milestone, ("treaties", index, "milestones", number))
    for index, section in enumerate(brief.sections):
        for number, block in enumerate(section.content):
            if block.type == "markdown" and (comment := _COMMENT.fullmatch(block.text)):
                path = ("sections", index, "content", number)
                is_last = number + 1 == len(section.content)
                behind = ("sections", index + 1) if is_last else (*path[:-1], number + 1)
                scope = () if comment[1] == "ignore-file" else behind
                yield from (Waiver(code, path, scope) for code in re.findall(r"\w+", comment[2]))


def _of_member(member: Brief | Fact, path: Path) -> Iterator[Waiver]:
    for index, ignored in enumerate(member.ignore):
        yield Waiver(ignored.code, (*path, MEMBER, index), path)


def without_waived(
    context: CheckContext, findings: Iterable[Finding], selected: Sequence[str]
) -> Iterator[Finding]:
    """Yield the findings that are not waived, then the waivers that waive nothing.

    Args:
        context: The brief, with its waivers.
        findings: What the rules found in it.
        selected: The codes of the rules that were asked; what waives another is not judged.
    """
    from diplobrief.checks.rules import RULES

    if MEMBER not in context.characters:
        yield from findings
        return
    waivers = {(waiver.scope, waiver.code): waiver for waiver in waivers_of(context.brief)}
    used: set[Waiver] = set()
    for finding in findings:
        waiving = [waivers[key] for key in _keys(finding) if key in waivers]
        used.update(waiving)
        if not waiving:
            yield finding
    for waiver in waivers.values():
        meant = [code for code in RULES if code.startswith(waiver.code)]
        if waiver in used or (meant and not any(code in selected for code in meant)):
            continue
        what = "is found here" if meant else "is a rule"
        yield Finding(
            UNUSED,
            f"The waiver of {waiver.code} is not needed: no such thing {what}",
            Severity.WARNING,
            waiver.path,
            "take it out",
        )


def _keys(finding: Finding) -> Iterator[tuple[Path, str]]:
    """Yield scope and code of every waiver that would waive a finding."""
    for steps in range(len(finding.path) + 1):
        for letters in range(1, len(finding.code) + 1):
            yield finding.path[:steps], finding.code[:letters]
