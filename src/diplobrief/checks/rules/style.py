"""STY: what makes a brief quick to read; a matter of taste, and never more than `info`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.model.vocabulary.sections import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext

USUAL_ORDER: Final = (
    frozenset({"lede"}),
    frozenset({"why_it_matters", "driving_the_news"}),
    frozenset({"what_to_watch", "whats_next", "recommendations"}),
    frozenset({"the_bottom_line"}),
    frozenset({"go_deeper"}),
)
"""Sections in the order that readers expect; a kind that is not listed may stand anywhere."""

_PLACE: Final = {kind: place for place, kinds in enumerate(USUAL_ORDER) for kind in kinds}

MOST_WORDS_OF_A_BULLET: Final = 40
MOST_BULLETS: Final = 7
MOST_MINUTES: Final = 3
WORDS_A_MINUTE: Final = 238
"""How fast adults read English prose in silence (M. Brysbaert, 2019)."""


@rule("STY001", "no-why-it-matters", Severity.INFO)
def no_why_it_matters(context: CheckContext) -> Iterator[Problem]:
    """No section says why it matters.

    What it does:
        It looks for a section of the kind `why_it_matters`, in a brief that has any section.

    Why it matters:
        It is the first question of a reader who has one minute.

    Example:
        A brief of key points only.

    Use instead:
        The same, with `## Why it matters` and two sentences before them.
    """
    sections = context.brief.sections
    if sections and not any(section.kind == "why_it_matters" for section in sections):
        yield Problem(
            ("sections",), "no section says why it matters", "add one, in a sentence or two"
        )


@rule("STY004", "empty-section", Severity.INFO)
def empty_section(context: CheckContext) -> Iterator[Problem]:
    """A section has no content.

    What it does:
        It finds sections without any block.

    Why it matters:
        A heading over nothing is a promise that is not kept.

    Example:
        `## Go deeper` at the end of the file.

    Use instead:
        The content; or no heading.
    """
    for at, section in enumerate(context.brief.sections):
        if not section.content:
            yield Problem(("sections", at), "the section is empty", "fill it, or take it away")


@rule("STY005", "unusual-order", Severity.INFO)
def unusual_order(context: CheckContext) -> Iterator[Problem]:
    """A section stands behind one that it usually comes before.

    What it does:
        It compares the order of the sections with the usual one: the lede, why it matters, what
        comes next, the bottom line, where to read on. All other kinds may stand anywhere.

    Why it matters:
        Readers look for each where it always stands.

    Example:
        `## Go deeper` before `## Why it matters`.

    Use instead:
        `## Why it matters` first.
    """
    latest, heading = -1, ""
    for at, section in enumerate(context.brief.sections):
        place = _PLACE.get(section.kind or "")
        if place is None:
            continue
        name = section.heading or f"the section {section.kind}"
        if place < latest:
            yield Problem(
                ("sections", at),
                f"“{name}” usually comes before “{heading}”",
                "move it forward",
            )
        else:
            latest, heading = place, name


@rule("STY006", "heading-twice", Severity.INFO)
def heading_twice(context: CheckContext) -> Iterator[Problem]:
    """Two sections have the same heading.

    What it does:
        It compares the headings, case, space and the form of the apostrophe aside.

    Why it matters:
        Nobody can link to the second, or tell the two apart in a list.

    Example:
        `## What they're saying`, twice.

    Use instead:
        One section with both statements, or headings that say whose words they are.
    """
    seen: set[str] = set()
    for at, section in enumerate(context.brief.sections):
        if section.heading is None:
            continue
        folded = fold_label(section.heading)
        if folded in seen:
            yield Problem(
                ("sections", at, "heading"),
                f"the heading “{section.heading}” stands here a second time",
                "put the two sections together, or tell their headings apart",
            )
        seen.add(folded)


@rule("STY002", "long-bullet", Severity.INFO)
def long_bullet(context: CheckContext) -> Iterator[Problem]:
    """A bullet has more than forty words.

    What it does:
        It counts the words of each item of a bullet list.

    Why it matters:
        A bullet is read at a glance, or not at all.

    Example:
        A bullet of three sentences.

    Use instead:
        A bullet for each, or a paragraph.
    """
    for at, section in enumerate(context.brief.sections):
        for index, block in enumerate(section.content):
            if block.type != "bullets":
                continue
            for number, item in enumerate(block.items):
                words = len(item.split())
                if words > MOST_WORDS_OF_A_BULLET:
                    yield Problem(
                        ("sections", at, "content", index, "items", number),
                        f"the bullet has {words} words; readers take in {MOST_WORDS_OF_A_BULLET}",
                        "shorten it, or make two of it",
                    )


@rule("STY003", "many-bullets", Severity.INFO)
def many_bullets(context: CheckContext) -> Iterator[Problem]:
    """A list has more than seven bullets.

    What it does:
        It counts the items of each bullet list.

    Why it matters:
        Of a longer list nobody keeps the points in mind.

    Example:
        A list of nine key points.

    Use instead:
        The five that matter; or two lists with a heading each.
    """
    for at, section in enumerate(context.brief.sections):
        for index, block in enumerate(section.content):
            if block.type == "bullets" and len(block.items) > MOST_BULLETS:
                yield Problem(
                    ("sections", at, "content", index),
                    f"the list has {len(block.items)} bullets; readers keep {MOST_BULLETS} in mind",
                    "leave some out, or make two lists of it",
                )


@rule("STY007", "long-brief", Severity.INFO)
def long_brief(context: CheckContext) -> Iterator[Problem]:
    """The brief takes more than three minutes to read.

    What it does:
        It counts the words of the narrative, and takes a reader to read 238 words a minute.

    Why it matters:
        A brief is for those who have no time for a report.

    Example:
        A brief of 900 words.

    Use instead:
        The same in 700 words, with a link to the report.

    References:
        M. Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109
        (2019).
    """
    narrative = context.narrative
    # Words are set apart by a space, or by the end of a block.
    words = narrative.text.count(" ") + len(narrative.blocks)
    if words > MOST_MINUTES * WORDS_A_MINUTE:
        yield Problem(
            ("sections",),
            f"the brief has {words} words, and takes more than {MOST_MINUTES} minutes to read",
            f"shorten it to {MOST_MINUTES * WORDS_A_MINUTE} words",
        )
