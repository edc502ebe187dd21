"""Strategies for values of the model: facts, blocks, sections and every other class."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from diplobrief.model import (
    Act,
    Actor,
    Block,
    Brief,
    Bullets,
    Event,
    Group,
    Markdown,
    Milestone,
    Numbered,
    Organ,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Source,
    State,
    Treaty,
    Unnamed,
)
from diplobrief.model.base import Value
from diplobrief.testing.briefs import brief_data
from diplobrief.testing.derive import Data, ObjectPart
from diplobrief.testing.id_pool import Names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

V = TypeVar("V", bound=Value)


def value_data(
    model: type[Value], refer_to: Mapping[str, Sequence[str]] | None = None
) -> st.SearchStrategy[Data]:
    """Generate plain JSON data of one class of the model; see `values`."""
    if model is Brief:
        return brief_data()

    @st.composite
    def data(draw: st.DrawFn) -> Data:
        return ObjectPart(model).draw(draw, Names(refer_to))

    return data()


def values(
    model: type[V], refer_to: Mapping[str, Sequence[str]] | None = None
) -> st.SearchStrategy[V]:
    """Generate valid values of one class of the model.

    Args:
        model: The class, such as `Quote`.
        refer_to: The ids that references may name, by kind of fact, such as
            `{"person": ["varga"], "milestone": ["lake#signed"]}`. If omitted, references are
            well formed, but may not resolve.

    Example:
        >>> from hypothesis import given
        >>> from diplobrief.model import Quote
        >>> @given(values(Quote, refer_to={"person": ["varga"]}))
        ... def test_nobody_else_speaks(quote):
        ...     assert set(quote.speakers) <= {"varga"}
        >>> test_nobody_else_speaks()
    """
    return value_data(model, refer_to).map(model.model_validate)


def actors(refer_to: Mapping[str, Sequence[str]] | None = None) -> st.SearchStrategy[Actor]:
    """Generate actors of every kind; see `values`."""
    return st.one_of(
        values(Person, refer_to),
        values(State, refer_to),
        values(Organ, refer_to),
        values(Organization, refer_to),
        values(Group, refer_to),
        values(Unnamed, refer_to),
    )


def quotes(refer_to: Mapping[str, Sequence[str]] | None = None) -> st.SearchStrategy[Quote]:
    """Generate quotes; see `values`."""
    return values(Quote, refer_to)


def events(refer_to: Mapping[str, Sequence[str]] | None = None) -> st.SearchStrategy[Event]:
    """Generate events; see `values`."""
    return values(Event, refer_to)


def treaties(refer_to: Mapping[str, Sequence[str]] | None = None) -> st.SearchStrategy[Treaty]:
    """Generate treaties; see `values`."""
    return values(Treaty, refer_to)


def milestones(
    refer_to: Mapping[str, Sequence[str]] | None = None,
) -> st.SearchStrategy[Milestone]:
    """Generate milestones; see `values`."""
    return values(Milestone, refer_to)


def acts(refer_to: Mapping[str, Sequence[str]] | None = None) -> st.SearchStrategy[Act]:
    """Generate acts; see `values`."""
    return values(Act, refer_to)


def sources(refer_to: Mapping[str, Sequence[str]] | None = None) -> st.SearchStrategy[Source]:
    """Generate sources; see `values`."""
    return values(Source, refer_to)


def blocks() -> st.SearchStrategy[Block]:
    """Generate blocks of every type."""
    return st.one_of(values(Paragraph), values(Bullets), values(Numbered), values(Markdown))


def sections() -> st.SearchStrategy[Section]:
    """Generate sections, with a kind, a heading or both."""
    return values(Section)
