"""Makes the ids of suggestions, from their kind, their passage and the rule that found them.

The id of a suggestion does not depend on the values that were read from the passage, such as a
day. So a suggestion that a person rejected does not return if the passage is read differently.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from diplobrief.model import Quote, Source, Treaty, Unnamed
from diplobrief.model.fact_index import facts_with_paths, kind_of_fact
from diplobrief.model.facts import is_suggested
from diplobrief.text.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief, Fact

_DIGITS: Final = 12


def suggested_facts(brief: Brief) -> Iterator[tuple[Path, Fact]]:
    """Yield the suggested facts of a brief with their paths, in order."""
    return ((path, fact) for path, fact in facts_with_paths(brief) if is_suggested(fact))


def suggestion_id(fact: Fact) -> str:
    """Return the id of a suggested fact as a suggestion.

    Example:
        >>> from diplobrief.model import State
        >>> suggestion_id(State(id="no", name="Norway"))
        'state-6eda4087a30d'
    """
    kind = kind_of_fact(type(fact))
    rule = fact.provenance.rule if fact.provenance else None
    parts = (kind, getattr(fact, "kind", None), passage_of(fact), rule)
    digest = sha256("\0".join(part or "" for part in parts).encode()).hexdigest()
    return f"{kind}-{digest[:_DIGITS]}"


def passage_of(fact: Fact) -> str:
    """Return the folded passage that a fact rests on first; without evidence, its own words."""
    if fact.evidence:
        return fold(fact.evidence[0].exact)
    words: str | None
    match fact:
        case Quote():
            words = fact.text
        case Treaty() | Source():
            words = fact.title
        case Unnamed():
            words = fact.description
        case _:
            words = getattr(fact, "name", None) or getattr(fact, "title", None)
    return fold(words or "")
