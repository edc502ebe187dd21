"""The rules that find facts, and the choice of the rules to use."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FEWEST_FACTS: Final = 5
"""A rule that found fewer facts has no measured precision."""

LEAST_PRECISION: Final = 0.6
"""A rule that was right less often is only used if it is asked for."""


@dataclass(frozen=True, slots=True)
class SuggestionRule:
    """A rule that finds facts.

    Args:
        id: Its id, as in the `provenance` of a fact.
        reads: What it reads.
        example: A sentence with the words that it reads in bold, as CommonMark.
        right: How many of the facts that it suggested were right.
        found: How many facts it suggested on the pages on which it was measured.
    """

    id: str
    reads: str
    example: str
    right: int
    found: int

    @property
    def precision(self) -> float | None:
        """The share of its facts that were right, or `None` if it found too few to say."""
        return self.right / self.found if self.found >= FEWEST_FACTS else None

    @property
    def is_default(self) -> bool:
        """Whether it is used by default."""
        precision = self.precision
        return precision is None or precision >= LEAST_PRECISION


@cache
def suggestion_rules() -> Mapping[str, SuggestionRule]:
    """Return all rules by their ids.

    Example:
        >>> suggestion_rules()["quote.after"].reads
        'The statement, followed by the subject and the verb.'
    """
    text = files("diplobrief.extraction").joinpath("rules.toml").read_text(encoding="utf-8")
    return {row["id"]: SuggestionRule(**row) for row in tomllib.loads(text)["rule"]}


def chosen_rules(rules: Iterable[str] | None) -> frozenset[str]:
    """Return the ids of the rules that are used.

    Args:
        rules: Ids, or the first part of several, such as `quote`; `None` for the usual rules.

    Raises:
        ValueError: No rule has such an id.

    Example:
        >>> sorted(chosen_rules(["step.noun", "act"]))
        ['act.document', 'act.noun', 'act.passive', 'act.verb', 'step.noun']
    """
    known = suggestion_rules()
    if rules is None:
        return frozenset(rule.id for rule in known.values() if rule.is_default)
    chosen: set[str] = set()
    for name in rules:
        matching = {each for each in known if each == name or each.startswith(f"{name}.")}
        if not matching:
            raise ValueError(f"{name!r} is not a rule; expected one of: {', '.join(known)}")
        chosen |= matching
    return frozenset(chosen)
