"""The review of a brief: one suggested fact after the other; decisions can be undone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.review.decisions import with_confirmed, with_corrected, with_rejected
from diplobrief.extraction.review.dependents import without_facts
from diplobrief.extraction.suggestions import suggested_facts
from diplobrief.model.fact_index import fact_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief, Fact

CONFIRMED: Final = "confirmed"
CORRECTED: Final = "corrected"
REJECTED: Final = "rejected"
OPEN: Final = "left"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a fact.

    Args:
        done: The decision: `confirmed`, `corrected` or `rejected`.
        changes: The members that were corrected, and their new values.
    """

    done: str
    changes: Mapping[str, object] = field(default_factory=dict[str, object])


class Review:
    """Decisions about the suggested facts of a brief, in order.

    Args:
        brief: The brief.
        by: The person who reviews it.
        on: The day.

    Example:
        >>> from diplobrief.model import Brief
        >>> north = {"id": "north", "kind": "state", "name": "North"}
        >>> north["provenance"] = {"status": "suggested"}
        >>> review = Review(Brief(actors=[north], sections=[]), by="A. Editor", on="2026-03-04")
        >>> review.confirm()
        >>> review.current, review.brief.actors[0].provenance.status
        (None, 'confirmed')
        >>> review.undo(), review.current
        (True, ('actors', 0))
    """

    def __init__(self, brief: Brief, *, by: str, on: str | dt.date | None) -> None:
        self._original = brief
        self._by = by
        self._on = on
        self._paths = [path for path, _ in suggested_facts(brief)]
        self._decisions: dict[Path, Decision] = {}
        self._before: list[tuple[Path, Decision | None]] = []
        self._dropped: frozenset[Path] = frozenset()
        self._at = 0
        self.brief: Brief = brief

    @property
    def number(self) -> int:
        """The number of suggested facts."""
        return len(self._paths)

    @property
    def position(self) -> int:
        """The number of the current fact, counted from 1."""
        return self._at + 1

    @property
    def current(self) -> Path | None:
        """The path of the current fact in the brief before the review; `None` at the end."""
        return self._paths[self._at] if self._at < len(self._paths) else None

    @property
    def fact(self) -> Fact:
        """The current fact, with its corrections."""
        path = self._paths[self._at]
        fact, decision = fact_at(self._original, path), self._decisions.get(path)
        return fact.replace(**decision.changes) if decision else fact

    @property
    def decision(self) -> Decision | None:
        """What was decided about the current fact."""
        return self._decisions.get(self._paths[self._at])

    def counts(self) -> Counter[str]:
        """Return how many facts were confirmed, corrected and rejected, and how many are left."""
        counts = Counter(decision.done for decision in self._decisions.values())
        counts[REJECTED] += len(self._dropped - self._decisions.keys())
        counts[OPEN] = sum(map(self._is_open, self._paths))
        return counts

    def confirm(self) -> None:
        """Confirm the current fact, or keep its corrections, and go on."""
        if self.decision is None or self.decision.done != CORRECTED:
            self._decide(Decision(CONFIRMED))
        self.skip()

    def correct(self, changes: Mapping[str, object]) -> None:
        """Change members of the current fact.

        Raises:
            pydantic.ValidationError: A value is not valid. Nothing is changed.
        """
        before = self.decision or Decision(CORRECTED)
        self._decide(Decision(CORRECTED, {**before.changes, **changes}))

    def reject(self) -> None:
        """Reject the current fact, and go on.

        Raises:
            BriefError: A fact that is not suggested depends on it. Nothing is changed.
        """
        self._decide(Decision(REJECTED))
        self.skip()

    def skip(self) -> None:
        """Go to the next fact without a decision."""
        self._at += 1
        while self._at < len(self._paths) and not self._is_open(self._paths[self._at]):
            self._at += 1

    def back(self) -> bool:
        """Go to the previous fact, decided or not; return whether there is one."""
        earlier = [at for at in range(self._at) if self._paths[at] not in self._dropped]
        if earlier:
            self._at = earlier[-1]
        return bool(earlier)

    def undo(self) -> bool:
        """Undo the last decision and go to its fact; return whether there was one."""
        if not self._before:
            return False
        path, decision = self._before.pop()
        self._set(path, decision)
        self._at = self._paths.index(path)
        return True

    def _decide(self, decision: Decision) -> None:
        path = self._paths[self._at]
        before = self._decisions.get(path)
        if decision == before:
            return
        try:
            self._set(path, decision)
        except ValueError:  # of pydantic, and `BriefError`
            self._set(path, before)
            raise
        self._before.append((path, before))

    def _set(self, path: Path, decision: Decision | None) -> None:
        """Change the decision about a fact, and apply all decisions to the brief."""
        self._decisions.pop(path, None)
        if decision is not None:
            self._decisions[path] = decision
        brief = self._original
        by_kind: dict[str, list[Path]] = {CONFIRMED: [], CORRECTED: [], REJECTED: []}
        for at, decided in self._decisions.items():
            by_kind[decided.done].append(at)
        brief = with_confirmed(brief, by_kind[CONFIRMED], by=self._by, on=self._on)
        for at in by_kind[CORRECTED]:
            changes = self._decisions[at].changes
            brief = with_corrected(brief, at, changes, by=self._by, on=self._on)
        _, dropped = without_facts(brief, by_kind[REJECTED])
        self.brief = with_rejected(brief, by_kind[REJECTED])
        self._dropped = frozenset(dropped) - frozenset(by_kind[REJECTED])

    def _is_open(self, path: Path) -> bool:
        return path not in self._decisions and path not in self._dropped
