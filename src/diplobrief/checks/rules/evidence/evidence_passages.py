"""Passages that are given as evidence: that they are there, and only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.model import Evidence


@rule("EVD001", "passage-not-found", Severity.ERROR)
def passage_not_found(context: CheckContext) -> Iterator[Problem]:
    """A passage that is given as evidence is not in the narrative.

    What it does:
        It looks for each passage of evidence that names no `source`, with its `prefix` and
        `suffix`, in the title, the headings and the blocks of the narrative. It has to stand
        within one block. White space, Unicode normalization and the form of quotation marks
        aside, every character counts.

    Why it matters:
        The fact claims to rest on words that nobody finds: the text was edited after the facts
        were, or the passage never stood there.

    Example:
        `evidence: signed in May`, where the narrative says “signed in January”.

    Use instead:
        The passage as it stands; `source` where it stands in a source and not in the narrative.

    References:
        W3C Web Annotation Data Model, section 4.2.4 (Text Quote Selector).
    """
    for passage in context.passages:
        if not passage.places:
            framed = _is_framed(passage.evidence)
            yield Problem(
                (*passage.path, "exact"),
                "the passage is not in the narrative"
                + (" behind that prefix and before that suffix" if framed else ""),
                "copy it as it stands, within one block, or name the source in which it stands",
            )


@rule("EVD002", "passage-ambiguous", Severity.WARNING)
def passage_ambiguous(context: CheckContext) -> Iterator[Problem]:
    """A passage that is given as evidence stands in the narrative more than once.

    What it does:
        It counts the places of each passage that names no `source`, with its `prefix` and
        `suffix`.

    Why it matters:
        Nobody can tell which of the places is meant.

    Example:
        `evidence: the Senate`, in a narrative that speaks of the Senate twice.

    Use instead:
        A longer passage, or a `prefix` or `suffix` with the text right around it.

    References:
        W3C Web Annotation Data Model, section 4.2.4 (Text Quote Selector).
    """
    for passage in context.passages:
        if len(passage.places) > 1:
            yield Problem(
                (*passage.path, "exact"),
                "the passage stands in the narrative more than once",
                "make it longer, or give the text right around it as prefix or suffix",
            )


def _is_framed(evidence: Evidence) -> bool:
    return evidence.prefix is not None or evidence.suffix is not None
