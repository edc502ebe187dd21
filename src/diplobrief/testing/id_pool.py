"""The ids that generated references may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from diplobrief.testing.scalars import references

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.model.references import RefersTo


class Names:
    """The ids that references may name, by kind of fact; if omitted, any id.

    Args:
        by_kind: The ids of each kind of fact; milestones as `treaty#milestone`, or only
            the id within the same treaty.
    """

    def __init__(self, by_kind: Mapping[str, Sequence[str]] | None = None) -> None:
        self.by_kind = by_kind
        self._known: dict[frozenset[str], st.SearchStrategy[str] | None] = {}

    def fitting(self, rule: RefersTo) -> st.SearchStrategy[str] | None:
        """Return a strategy for the references that a rule allows, or `None` if there is none."""
        if self.by_kind is None:
            return references()
        if rule.kinds not in self._known:
            fit = [
                name for kind, names in self.by_kind.items() if kind in rule.kinds for name in names
            ]
            self._known[rule.kinds] = st.sampled_from(fit) if fit else None
        return self._known[rule.kinds]

    def with_milestones(self, ids: Sequence[str]) -> Names:
        """Return the names that can be used within a treaty with these milestones."""
        if self.by_kind is None:
            return self
        return Names({**self.by_kind, "milestone": (*self.by_kind.get("milestone", ()), *ids)})
