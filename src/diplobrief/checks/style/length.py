"""How long a brief is, and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext

MOST_WORDS_OF_A_BULLET: Final = 40
MOST_BULLETS: Final = 7
MOST_MINUTES: Final = 3
WORDS_A_MINUTE: Final = 238
"""How fast adults read English prose in silence (M. Brysbaert, 2019)."""


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
