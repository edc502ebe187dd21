"""STY: what makes a brief quick to read. Style is a matter of taste, so all are `info`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.model.vocabulary.sections import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path

USUAL_ORDER: Final = (
    frozenset({"lede"}),
    frozenset({"why_it_matters", "driving_the_news"}),
    frozenset({"what_to_watch", "whats_next", "recommendations"}),
    frozenset({"the_bottom_line"}),
    frozenset({"go_deeper"}),
)
"""Kinds of sections in the order that readers expect. All other kinds may be anywhere."""

MAX_WORDS_OF_BULLET: Final = 40
MAX_BULLETS: Final = 7
MAX_MINUTES: Final = 3
WORDS_PER_MINUTE: Final = 238
"""How fast adults read English prose silently (M. Brysbaert, 2019)."""

_POSITION: Final = {kind: place for place, kinds in enumerate(USUAL_ORDER) for kind in kinds}


@rule("STY001", "missing-why-it-matters", Severity.INFO)
def missing_why_it_matters(context: CheckContext) -> Iterator[Problem]:
    """No section says why the news matters.

    What it does:
        It looks for a section of kind `why_it_matters`, if the brief has any section.

    Why it matters:
        It is the first question of a reader who has one minute.

    Example:
        A brief that has only key points.

    Use instead:
        The same brief with a section `## Why it matters` of two sentences before the key points.
    """
    sections = context.brief.sections
    if sections and not any(section.kind == "why_it_matters" for section in sections):
        yield Problem(
            ("sections",),
            "no section says why it matters",
            "add a section “Why it matters” of one or two sentences",
        )


@rule("STY002", "long-bullet", Severity.INFO)
def long_bullet(context: CheckContext) -> Iterator[Problem]:
    """A bullet has more than forty words.

    What it does:
        It counts the words of each item of a bullet list.

    Why it matters:
        A bullet should be read at a glance. Readers skip longer ones.

    Example:
        A bullet of three sentences.

    Use instead:
        One bullet for each sentence, or a paragraph.
    """
    for at, section in enumerate(context.brief.sections):
        for index, block in enumerate(section.content):
            if block.type != "bullets":
                continue
            for number, item in enumerate(block.items):
                words = len(item.split())
                if words > MAX_WORDS_OF_BULLET:
                    yield Problem(
                        ("sections", at, "content", index, "items", number),
                        f"the bullet has {words} words, more than {MAX_WORDS_OF_BULLET}",
                        "shorten it, or split it in two",
                    )


@rule("STY003", "many-bullets", Severity.INFO)
def many_bullets(context: CheckContext) -> Iterator[Problem]:
    """A list has more than seven bullets.

    What it does:
        It counts the items of each bullet list.

    Why it matters:
        Readers do not remember the points of a longer list.

    Example:
        A list of nine key points.

    Use instead:
        The five points that matter most, or two lists with a heading each.
    """
    for at, section in enumerate(context.brief.sections):
        for index, block in enumerate(section.content):
            if block.type == "bullets" and len(block.items) > MAX_BULLETS:
                yield Problem(
                    ("sections", at, "content", index),
                    f"the list has {len(block.items)} bullets, more than {MAX_BULLETS}",
                    "remove some, or split the list in two",
                )


@rule("STY004", "empty-section", Severity.INFO)
def empty_section(context: CheckContext) -> Iterator[Problem]:
    """A section has no content.

    What it does:
        It finds sections without any block.

    Why it matters:
        A heading with nothing below it makes readers think that something is missing.

    Example:
        `## Go deeper` at the end of the file.

    Use instead:
        Some content below the heading, or no heading.
    """
    for at, section in enumerate(context.brief.sections):
        if not section.content:
            yield Problem(
                ("sections", at), "the section is empty", "add content, or remove the section"
            )


@rule("STY005", "unusual-order", Severity.INFO)
def unusual_order(context: CheckContext) -> Iterator[Problem]:
    """A section comes after one that usually follows it.

    What it does:
        It compares the order of the sections with the usual one: the lede, why it matters, what
        comes next, the bottom line, further reading. All other sections may be anywhere.

    Why it matters:
        Readers look for each section in its usual place.

    Example:
        `## Go deeper` before `## Why it matters`.

    Use instead:
        `## Why it matters` first.
    """
    last, last_name = -1, ""
    last_path: Path = ()
    for at, section in enumerate(context.brief.sections):
        position = _POSITION.get(section.kind or "")
        if position is None:
            continue
        name = f"“{section.heading}”" if section.heading else f"the section {section.kind}"
        if position < last:
            yield Problem(
                ("sections", at),
                f"{name} usually comes before {last_name}",
                "move the section up",
                related=(Related(last_path, "the section that usually follows"),),
            )
        else:
            last, last_name, last_path = position, name, ("sections", at)


@rule("STY006", "duplicate-heading", Severity.INFO)
def duplicate_heading(context: CheckContext) -> Iterator[Problem]:
    """Two sections have the same heading.

    What it does:
        It compares headings, ignoring case, white space and the form of the apostrophe.

    Why it matters:
        Nobody can link to the second section, or tell the two apart in a table of contents.

    Example:
        `## What they're saying`, twice.

    Use instead:
        One section with both statements, or headings that say who speaks.
    """
    first: dict[str, Path] = {}
    for at, section in enumerate(context.brief.sections):
        if section.heading is None:
            continue
        path = ("sections", at, "heading")
        earlier = first.setdefault(fold_label(section.heading), path)
        if earlier != path:
            yield Problem(
                path,
                f"duplicate heading “{section.heading}”",
                "merge the two sections, or rename one",
                related=(Related(earlier, "the first section with this heading"),),
            )


@rule("STY007", "long-brief", Severity.INFO)
def long_brief(context: CheckContext) -> Iterator[Problem]:
    """The brief takes more than three minutes to read.

    What it does:
        It counts the words of the narrative, and assumes 238 words per minute.

    Why it matters:
        A brief is for readers who have no time for a report.

    Example:
        A brief of 900 words.

    Use instead:
        A brief of 700 words, with a link to the report.

    References:
        M. Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109
        (2019).
    """
    narrative = context.narrative
    # In folded text, every word but the last of a block ends with a space.
    words = narrative.text.count(" ") + len(narrative.blocks)
    if words > MAX_MINUTES * WORDS_PER_MINUTE:
        yield Problem(
            ("sections",),
            f"the brief has {words} words, and takes more than {MAX_MINUTES} minutes to read",
            f"shorten it to {MAX_MINUTES * WORDS_PER_MINUTE} words",
        )
