"""Evidence, quotes and names: whether they are in the narrative, and only once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from diplobrief.checks.narrative import in_full
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.diagnostics.bounds import MOST_OF_A_CODE
from diplobrief.text.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.narrative import QuotedPassage
    from diplobrief.checks.near_misses import NearMiss
    from diplobrief.diagnostics import Path
    from diplobrief.model import Evidence, Fact, Quote


@rule("EVD001", "passage-not-found", Severity.ERROR)
def passage_not_found(context: CheckContext) -> Iterator[Problem]:
    """A passage of evidence is not in the narrative.

    What it does:
        It looks for each passage of evidence that has no `source`, with its `prefix` and `suffix`,
        in the title, the headings and the blocks of the narrative. The passage must be within one
        block. White space, Unicode normalization and the form of quotation marks are ignored; all
        other characters must match.

    Why it matters:
        The fact rests on words that nobody can find: the text was edited after the facts were
        written, or it never contained the passage.

    Example:
        `evidence: signed in May`, but the narrative says “signed in January”.

    Use instead:
        The passage exactly as the narrative has it; or a `source`, if it is from a source.

    References:
        W3C Web Annotation Data Model, section 4.2.4 (Text Quote Selector).
    """
    missing = [passage for passage in context.passages if not passage.offsets]
    facts = dict(context.facts) if missing else {}
    for number, passage in enumerate(missing):
        path = (*passage.path, "exact")
        near = _near_miss(context, in_full(passage.evidence), number)
        between = " between its prefix and suffix" if _has_frame(passage.evidence) else ""
        if near is not None:
            yield _differs(path, "the passage", near, "copy it exactly from one block")
        else:
            although = _although(facts[passage.path[:-2]])
            yield Problem(
                path,
                f"the passage is not in the narrative{between}{although}",
                "copy it exactly from one block of the narrative, or name the source it is from",
            )


def _although(fact: Fact) -> str:
    """Return who confirmed a fact, and so found its passage in the narrative."""
    provenance = fact.provenance
    if provenance is None or provenance.status == "suggested":
        return ""
    on = f" on {provenance.reviewed_on}" if provenance.reviewed_on else ""
    return f", although {provenance.reviewed_by or 'a person'} confirmed the fact{on}"


def _near_miss(context: CheckContext, passage: str, number: int) -> NearMiss | None:
    # Of very many findings, most are not listed.
    return context.near_misses.find(passage) if number < MOST_OF_A_CODE else None


def _differs(path: Path, what: str, near: NearMiss, hint: str) -> Problem:
    return Problem(
        path,
        f"{what} is in the narrative with {near.difference}",
        hint,
        related=() if near.path is None else (Related(near.path, "it is here"),),
    )


def _has_frame(evidence: Evidence) -> bool:
    return evidence.prefix is not None or evidence.suffix is not None


@rule("EVD002", "passage-ambiguous", Severity.WARNING)
def passage_ambiguous(context: CheckContext) -> Iterator[Problem]:
    """A passage of evidence occurs in the narrative more than once.

    What it does:
        It counts the occurrences of each passage that has no `source`, with its `prefix` and
        `suffix`.

    Why it matters:
        Nobody can tell which occurrence is meant.

    Example:
        `evidence: the Senate`, in a narrative that mentions the Senate twice.

    Use instead:
        A longer passage, or a `prefix` or `suffix` with the text directly before or after it.

    References:
        W3C Web Annotation Data Model, section 4.2.4 (Text Quote Selector).
    """
    for passage in context.passages:
        if len(passage.offsets) > 1:
            yield Problem(
                (*passage.path, "exact"),
                "the passage occurs more than once in the narrative",
                "make it longer, or add the text before or after it as prefix or suffix",
                related=_occurrences(context, passage.offsets),
            )


@rule("EVD003", "quote-not-found", Severity.ERROR)
def quote_not_found(context: CheckContext) -> Iterator[Problem]:
    """The text of a quote is neither in the narrative nor in the quote's evidence.

    What it does:
        It looks for the `text` of each quote that is `direct` or `partial`, and for each passage
        of `continued`, in the narrative and in the quote's own evidence. White space, Unicode
        normalization and the form of quotation marks are ignored; all other characters must match.

    Why it matters:
        Readers want to know where quoted words come from, and check them.

    Example:
        `text: a bridge of one bank`, but the narrative says “a bridge with one bank”.

    Use instead:
        The exact words, or `evidence` with the passage of the source that contains them. If the
        words are interrupted by “he said”, or run over two paragraphs, the first part as `text`,
        and the others in `continued`.
    """
    number = 0
    for index, quote in enumerate(context.brief.quotes):
        # A brief without narrative and evidence has no text to compare the quote with.
        if quote.mode == "indirect" or (context.narrative.is_empty and not quote.evidence):
            continue
        for passage in context.quoted[index]:
            if passage.offsets:
                continue
            if any(passage.text in fold(evidence.exact) for evidence in quote.evidence):
                continue
            if _runs_over_blocks(context, quote, passage):
                yield Problem(
                    passage.path,
                    "the quoted words run over several paragraphs of the narrative",
                    "keep the first paragraph, and put each of the others in `continued`",
                )
                continue
            near = _near_miss(context, passage.text, number)
            number += 1
            hint = (
                "copy the words exactly, put what follows an interruption or a new paragraph "
                "in `continued`, or add the passage of the source as evidence"
            )
            if near is not None:
                yield _differs(passage.path, "the quote", near, hint)
            else:
                yield Problem(
                    passage.path,
                    "the quoted words are neither in the narrative nor in the evidence of the "
                    "quote",
                    hint,
                )


def _runs_over_blocks(context: CheckContext, quote: Quote, passage: QuotedPassage) -> bool:
    """Whether a passage has several paragraphs, and the first one is in the narrative."""
    _, _, member, *index = passage.path
    text = quote.text if member == "text" else quote.continued[int(index[0])]
    first, *others = [part for part in text.split("\n\n") if part.strip()]
    return bool(others) and bool(context.narrative.find(fold(first)))


@rule("EVD004", "statement-not-found", Severity.WARNING)
def statement_not_found(context: CheckContext) -> Iterator[Problem]:
    """The text of a quote without evidence is not in the narrative, or more than once.

    What it does:
        It looks for the `text` of each quote without `evidence`, and for each passage of
        `continued`, which must be in the narrative exactly once. If the text of a direct or partial
        quote is missing, EVD003 reports it.

    Why it matters:
        Readers and programs need to find the passage from which the statement was taken.

    Example:
        An `indirect` quote with the `text` `the talks would go on`, but the narrative says that
        the talks were to continue.

    Use instead:
        The words of the narrative as `text`, or its passage as `evidence`.
    """
    for index, quote in enumerate(context.brief.quotes):
        if quote.evidence or context.narrative.is_empty:
            continue
        for passage in context.quoted[index]:
            if len(passage.offsets) > 1:
                yield Problem(
                    passage.path,
                    "the statement's text occurs more than once in the narrative",
                    "add a longer passage that contains the text as evidence",
                    related=_occurrences(context, passage.offsets),
                )
            elif not passage.offsets and quote.mode == "indirect":
                yield Problem(
                    passage.path,
                    "the statement's text is not in the narrative",
                    "add the passage that it summarizes as evidence",
                )


@rule("EVD005", "name-not-found", Severity.WARNING)
def name_not_found(context: CheckContext) -> Iterator[Problem]:
    """The name of an actor without evidence is not in the narrative.

    What it does:
        It looks for the name (or description) of each actor without `evidence`, and for its
        `other_names`, as whole words. It skips actors that no fact refers to, which ATT006
        reports, and briefs without a narrative.

    Why it matters:
        Facts about somebody whom the text does not mention are from elsewhere, or invented.

    Example:
        An actor `Council of Ministers`, but the narrative speaks of the Cabinet.

    Use instead:
        The name that the narrative uses, with the full one in `other_names`, or the passage that
        mentions the actor as `evidence`.
    """
    if not context.brief.actors or context.narrative.is_empty:
        return
    for index, actor in enumerate(context.brief.actors):
        if actor.id in context.unmentioned_actors and actor.id in context.referred_to:
            member = "description" if actor.kind == "unnamed" else "name"
            yield Problem(
                ("actors", index, member),
                f"{context.names[actor.id]} is not mentioned in the narrative",
                "use the name that the narrative uses, or add a passage as evidence",
            )


@rule("EVD007", "continued-out-of-order", Severity.WARNING)
def continued_out_of_order(context: CheckContext) -> Iterator[Problem]:
    """A passage that continues a statement does not come after the passage before it.

    What it does:
        It compares the places of the passages of each quote with `continued`, if each of them is
        in the narrative exactly once. Each must begin after the end of the one before.

    Why it matters:
        The passages are read in their order as one statement. In another order, or with words
        that are counted twice, the speaker seems to have said something else.

    Example:
        `{text: and then talks, continued: First a ceasefire}`, but the narrative says “First a
        ceasefire”, she said, “and then talks”.

    Use instead:
        `{text: First a ceasefire, continued: and then talks}`
    """
    for passages in context.quoted:
        for before, passage in pairwise(passages):
            if len(before.offsets) != 1 or len(passage.offsets) != 1:
                continue
            if passage.offsets[0] < before.offsets[0] + len(before.text):
                yield Problem(
                    passage.path,
                    "the passage does not come after the passage that it continues",
                    "list the passages in the order of the narrative, without common words",
                    related=(Related(before.path, "the passage before it"),),
                )


def _occurrences(context: CheckContext, offsets: Sequence[int]) -> tuple[Related, ...]:
    """Return the blocks in which a passage occurs."""
    paths = dict.fromkeys(map(context.narrative.path_at, offsets))
    return tuple(Related(path, "it occurs here") for path in paths)
