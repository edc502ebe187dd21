"""Strategies for the plain data of each class of the model.

They follow from the description of its fields, so that a new field, kind or term is generated
without a change here.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, assert_never

from hypothesis import strategies as st

from diplobrief.model import Brief, PartialDate, Section, Timestamp, When
from diplobrief.model.base import Extensible, NonEmptyValue, Value
from diplobrief.model.fields import (
    Constant,
    Content,
    Date,
    Field,
    Number,
    Terms,
    Text,
    Values,
    fields_of,
    models_within,
)
from diplobrief.model.references import RefersTo
from diplobrief.model.vocabulary.sections import kind_of_heading
from diplobrief.testing.dates import partial_date_text, timestamp_text, when_text
from diplobrief.testing.extension import Json, extension_members
from diplobrief.testing.narrative import headings, inline_lines, titles
from diplobrief.testing.scalars import forms_of, terms
from diplobrief.testing.text import markdown_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diplobrief.testing.id_pool import Names

Data: TypeAlias = dict[str, Json]
"""The plain data of a value of the model."""

_TEXTS: Final[dict[str, Callable[[], st.SearchStrategy[str]]]] = {
    "Inline": inline_lines,
    "Title": titles,
    "Heading": headings,
    "BlockText": markdown_blocks,
}
_DATES: Final = {PartialDate: partial_date_text, When: when_text, Timestamp: timestamp_text}

EXTENSIONS: Final = "x-"
"""The entry for extension members in a choice of members."""


class Part(Protocol):
    """What a field may contain, ready to be generated."""

    def is_possible(self, names: Names) -> bool:
        """Whether such a value exists with these names."""
        ...

    def draw(self, draw: st.DrawFn, names: Names) -> Json:
        """Draw a value."""
        ...


@dataclass(frozen=True)
class _Leaf:
    strategy: st.SearchStrategy[Any]

    def is_possible(self, names: Names) -> bool:  # noqa: ARG002 - it contains no references
        return True

    def draw(self, draw: st.DrawFn, names: Names) -> Json:  # noqa: ARG002 - it contains no references
        value: Json = draw(self.strategy)
        return value


@dataclass(frozen=True)
class _Reference:
    rule: RefersTo

    def is_possible(self, names: Names) -> bool:
        return names.fitting(self.rule) is not None

    def draw(self, draw: st.DrawFn, names: Names) -> Json:
        strategy = names.fitting(self.rule)
        assert strategy is not None  # noqa: S101 - is_possible was asked
        return draw(strategy)


@dataclass(frozen=True)
class _List:
    item: Part
    lengths: st.SearchStrategy[int]

    def is_possible(self, names: Names) -> bool:
        return self.item.is_possible(names)

    def draw(self, draw: st.DrawFn, names: Names) -> Json:
        return [self.item.draw(draw, names) for _ in range(draw(self.lengths))]


@dataclass(frozen=True)
class _Choice:
    parts: tuple[Part, ...]

    def is_possible(self, names: Names) -> bool:
        return any(part.is_possible(names) for part in self.parts)

    def draw(self, draw: st.DrawFn, names: Names) -> Json:
        possible = [part for part in self.parts if part.is_possible(names)]
        return draw(st.sampled_from(possible)).draw(draw, names)


@dataclass(frozen=True)
class ObjectPart:
    """An object of the model.

    Args:
        model: Its class.
    """

    model: type[Value]

    def is_possible(self, names: Names) -> bool:
        """Whether such a value exists with these names."""
        plan = _plan(self.model)
        one_of = plan.one_of
        return all(plan.parts[name].is_possible(names) for name in plan.required) and (
            not one_of or any(plan.parts[name].is_possible(names) for name in one_of)
        )

    def draw(self, draw: st.DrawFn, names: Names, given: Mapping[str, Json] | None = None) -> Data:
        """Draw the data of an object, in the order of the model.

        Args:
            draw: The function that Hypothesis passes to a composite strategy.
            names: The ids that references may name.
            given: Values of members that are already known; `None` for an omitted member.
        """
        plan = _plan(self.model)
        settled = given or {}
        chosen = {*draw(plan.choices), *plan.required}
        if plan.one_of:
            possible = [name for name in plan.one_of if plan.parts[name].is_possible(names)]
            if not chosen.intersection(possible):
                chosen.add(draw(st.sampled_from(possible)))
        data: Data = {}
        for name, part in plan.parts.items():
            if name in settled:
                value = settled[name]
                if value is not None:
                    data[name] = value
            elif name in chosen and part.is_possible(names):
                data[name] = part.draw(draw, names)
        if self.model is Section and "kind" not in data:
            data = _with_kind_of_label(data)
        if EXTENSIONS in chosen:
            data.update(draw(_EXTENSION_MEMBERS))
        return data


_EXTENSION_MEMBERS: Final = extension_members()


def _with_kind_of_label(section: Data) -> Data:
    kind = kind_of_heading(str(section["heading"]))
    return section if kind is None else {"kind": kind, **section}


@dataclass(frozen=True)
class _Plan:
    """How to generate the data of a class."""

    parts: dict[str, Part]
    required: tuple[str, ...]
    one_of: tuple[str, ...]
    choices: st.SearchStrategy[tuple[str, ...]]


@cache
def _plan(model: type[Value]) -> _Plan:
    fields = fields_of(model)
    optional = [name for name, field in fields.items() if not field.is_required]
    if issubclass(model, Extensible):
        optional.append(EXTENSIONS)
    return _Plan(
        parts={name: part_of(field) for name, field in fields.items()},
        required=tuple(name for name, field in fields.items() if field.is_required),
        one_of=tuple(fields) if issubclass(model, NonEmptyValue) else model.ANY_OF,
        choices=st.sampled_from(_choices(optional)),
    )


def _choices(optional: Sequence[str]) -> list[tuple[str, ...]]:
    """Return choices of optional members: none, every pair, larger samples, and all.

    A choice takes one draw. One draw for each member would take most of the time.
    """
    some = random.Random(len(optional))  # noqa: S311 - the same list in every run
    larger = [
        tuple(some.sample(optional, some.randint(3, min(9, len(optional)))))
        for _ in range(150 if len(optional) > 3 else 0)
    ]
    few = [c for size in (0, 1, 2) for c in itertools.combinations(optional, size)]
    return [*few, *sorted(larger, key=len), *[tuple(optional)] * (1 + len(few) // 40)]


def part_of(field: Field) -> Part:
    """Return what a field may contain, ready to be generated."""
    if not field.is_list:
        return _part_of_content(field.content)
    lengths = st.sampled_from((0, 1, 1, 2, 3) if field.may_be_empty else (1, 1, 2, 3))
    items = _List(_part_of_content(field.content), lengths)
    return items if field.or_number is None else _Choice((_number(field.or_number), items))


def _part_of_content(content: Content) -> Part:
    match content:
        case Values(models):
            return _Choice(tuple(map(ObjectPart, models)))
        case RefersTo():
            return _Reference(content)
        case Text(form):
            return _Leaf(_TEXTS.get(form.name, lambda: forms_of(form))())
        case Terms(vocabulary):
            return _Leaf(terms(vocabulary))
        case Date(date_type):
            return _Leaf(_DATES[date_type]())
        case Constant(value):
            return _Leaf(st.just(value))
        case Number():
            return _number(content)
        case _:
            assert_never(content)


def _number(number: Number) -> Part:
    if not number.is_whole:
        ends = st.sampled_from((number.least, number.most, 12.5, 0.1, 1e-7))
        return _Leaf(st.one_of(ends, st.floats(number.least, number.most)))
    least, most = int(number.least), int(number.most)
    small = st.integers(least, min(most, least + 200))
    return _Leaf(st.one_of(small, st.sampled_from((least, most)), st.integers(least, most)))


def model_classes(root: type[Value] = Brief) -> list[type[Value]]:
    """Return all classes of the values in a brief, `Brief` first.

    Example:
        >>> [model.__name__ for model in model_classes()][:3]
        ['Brief', 'Identifier', 'Dateline']
    """
    return models_within(root)
