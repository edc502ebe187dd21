"""Strategies for whole briefs, with unique ids and references that resolve."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from diplobrief.model import Brief, Milestone, Section, Treaty
from diplobrief.model.fact_index import fact_lists, kind_of_fact
from diplobrief.model.fields import fields_of
from diplobrief.testing.derive import Data, ObjectPart
from diplobrief.testing.id_pool import Names
from diplobrief.testing.scalars import ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.model.base import Value
    from diplobrief.testing.extension import Json


@dataclass(frozen=True)
class _Sort:
    """A class of facts, and the list of the brief that contains them."""

    member: str
    model: type[Value]

    @property
    def kind(self) -> str:
        """The kind of fact, as the rules for references name it."""
        return kind_of_fact(self.model)

    @property
    def needs_id(self) -> bool:
        """Whether every fact of the class has an id."""
        return fields_of(self.model)["id"].is_required


@cache
def _sorts() -> list[_Sort]:
    return [_Sort(facts.name, model) for facts in fact_lists(Brief) for model in facts.kinds]


_MILESTONE_IDS: Final = (None, None, "signed", "in-force", "north", "lake", "no", "1", "2025-01")


@dataclass(frozen=True)
class _Entry:
    """A fact to generate: its class, its id, and the ids of its milestones."""

    sort: _Sort
    id: str | None
    milestones: tuple[str | None, ...] = ()


def _entries(draw: st.DrawFn, max_facts: int) -> list[_Entry]:
    sorts = draw(st.lists(st.sampled_from(_sorts()), max_size=max_facts))
    names = draw(st.lists(ids(), unique=True, min_size=len(sorts), max_size=len(sorts)))
    entries: list[_Entry] = []
    for sort, name in zip(sorts, names, strict=True):
        named = sort.needs_id or draw(st.booleans())
        entries.append(_Entry(sort, name if named else None, _milestones(draw, sort)))
    # A quote is dropped if the brief has no possible speaker.
    known = _names_of(entries)
    return [entry for entry in entries if ObjectPart(entry.sort.model).is_possible(known)]


def _milestones(draw: st.DrawFn, sort: _Sort) -> tuple[str | None, ...]:
    if sort.model is not Treaty:
        return ()
    drawn = draw(st.lists(st.sampled_from(_MILESTONE_IDS), max_size=4))
    return tuple(None if name in drawn[:index] else name for index, name in enumerate(drawn))


def _names_of(entries: Sequence[_Entry]) -> Names:
    by_kind: dict[str, list[str]] = {}
    for entry in entries:
        if entry.id is not None:
            by_kind.setdefault(entry.sort.kind, []).append(entry.id)
            for milestone in filter(None, entry.milestones):
                by_kind.setdefault("milestone", []).append(f"{entry.id}#{milestone}")
    return Names(by_kind)


def _fact(draw: st.DrawFn, names: Names, entry: _Entry) -> Data:
    given: dict[str, Json] = {"id": entry.id}
    if entry.sort.model is Treaty:
        inner = names.with_milestones([*filter(None, entry.milestones)])
        milestone = ObjectPart(Milestone)
        steps: list[Json] = [milestone.draw(draw, inner, {"id": id}) for id in entry.milestones]
        given["milestones"] = steps or None
    return ObjectPart(entry.sort.model).draw(draw, names, given)


def brief_data(*, max_facts: int = 6, max_sections: int = 4) -> st.SearchStrategy[Data]:
    """Generate plain JSON data of valid briefs, in the order of the model.

    Args:
        max_facts: The maximum number of facts, not counting milestones and inner values.
        max_sections: The maximum number of sections.
    """

    @st.composite
    def data(draw: st.DrawFn) -> Data:
        entries = _entries(draw, max_facts)
        names = _names_of(entries)
        lists: dict[str, list[Json]] = {}
        for entry in entries:
            lists.setdefault(entry.sort.member, []).append(_fact(draw, names, entry))
        section = ObjectPart(Section)
        sections: list[Json] = [
            section.draw(draw, names) for _ in range(draw(st.integers(0, max_sections)))
        ]
        settled = {sort.member: lists.get(sort.member) for sort in _sorts()}
        return ObjectPart(Brief).draw(draw, names, {**settled, "sections": sections})

    return data()


def briefs(*, max_facts: int = 6, max_sections: int = 4) -> st.SearchStrategy[Brief]:
    """Generate valid briefs that use the whole model: every kind, term, optional member, extension.

    Their text is difficult on purpose: Markdown and YAML syntax, direction controls, separators
    that are not line ends, combining and astral characters.

    Args:
        max_facts: The maximum number of facts, not counting milestones and inner values.
        max_sections: The maximum number of sections.

    Example:
        >>> from hypothesis import given
        >>> @given(briefs())
        ... def test_every_fact_with_an_id_is_found(brief):
        ...     assert all(fact.id is not None for fact in brief.facts().values())
        >>> test_every_fact_with_an_id_is_found()
    """
    return brief_data(max_facts=max_facts, max_sections=max_sections).map(Brief.model_validate)
