"""Facts without evidence rest on their own words: a quote on its text, an actor on its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.text.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext


@rule("EVD003", "quoted-words-not-found", Severity.ERROR)
def quoted_words_not_found(context: CheckContext) -> Iterator[Problem]:
    """Words in quotation marks stand neither in the narrative nor in the evidence of the quote.

    What it does:
        It looks for the `text` of each quote that is `direct` or `partial` in the narrative, and
        in the passages of its own evidence. White space, Unicode normalization and the form of
        quotation marks aside, every character counts.

    Why it matters:
        Whoever puts words into somebody's mouth has to show where they stand.

    Example:
        `text: a bridge of one bank`, where the narrative says “a bridge with one bank”.

    Use instead:
        The words as they stand, or `evidence` with the passage of the source that has them.
    """
    for at, quote in enumerate(context.brief.quotes):
        # A brief of facts alone, with no passage given, has nothing to hold the words to.
        if quote.mode == "indirect" or (context.narrative.is_empty and not quote.evidence):
            continue
        if context.places_of_quotes[at]:
            continue
        words = fold(quote.text)
        if not any(words in fold(evidence.exact) for evidence in quote.evidence):
            yield Problem(
                ("quotes", at, "text"),
                "the quoted words stand neither in the narrative nor in the evidence of the quote",
                "copy the words as they stand, or give the passage of the source as evidence",
            )


@rule("EVD004", "reported-words-not-found", Severity.WARNING)
def reported_words_not_found(context: CheckContext) -> Iterator[Problem]:
    """The words of a quote without evidence are not in the narrative, or more than once.

    What it does:
        A quote without `evidence` rests on its own `text`, which has to stand in the narrative
        exactly once. Words in quotation marks that are not there at all are left to EVD003.

    Why it matters:
        A reader, or a program, has to find the passage that the statement was taken from.

    Example:
        A quote that is `indirect`, with the `text` `the talks would go on`, where the narrative
        says that the talks were to go on.

    Use instead:
        The words of the narrative as `text`, or its passage as `evidence`.
    """
    for at, quote in enumerate(context.brief.quotes):
        if quote.evidence or context.narrative.is_empty:
            continue
        places = context.places_of_quotes[at]
        if len(places) > 1:
            wrong, mend = "stand in the narrative more than once", "with the text around it"
        elif not places and quote.mode == "indirect":
            wrong, mend = "are not in the narrative", "that they rest on"
        else:
            continue
        yield Problem(
            ("quotes", at, "text"),
            f"the words of the statement {wrong}",
            f"give the passage {mend} as evidence",
        )


@rule("EVD005", "name-not-found", Severity.WARNING)
def name_not_found(context: CheckContext) -> Iterator[Problem]:
    """The name of an actor without evidence is not in the narrative.

    What it does:
        An actor without `evidence` rests on its name (or description), which has to stand in
        the narrative as whole words, once or more. Its `other_names` count as well. An actor
        that nothing refers to is left to ATT006, and so is a brief without a narrative.

    Why it matters:
        Facts about somebody of whom the text does not speak come from elsewhere, or are made up.

    Example:
        An actor `Council of Ministers`, where the narrative speaks of the Cabinet.

    Use instead:
        The name as the narrative has it, with the full one in `other_names`, or the passage that
        speaks of the actor as `evidence`.
    """
    if context.narrative.is_empty:
        return
    for at, actor in enumerate(context.brief.actors):
        if actor.id in context.unnamed and actor.id in context.referred_to:
            member = "description" if actor.kind == "unnamed" else "name"
            yield Problem(
                ("actors", at, member),
                f"{context.names[actor.id]} is not named in the narrative",
                "write the name as the narrative has it, or give the passage as evidence",
            )
