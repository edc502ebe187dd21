"""From the annotations of a model to strategies for its plain data.

What a member may hold is read from its annotation, so that a new member, kind or term is generated
without a change here.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    Protocol,
    TypeAlias,
    Union,
    get_args,
    get_origin,
)

from hypothesis import strategies as st

from diplobrief.model import Brief, PartialDate, Section, Timestamp, When
from diplobrief.model.annotations import models_in
from diplobrief.model.base import Extensible, NonEmptyList, NonEmptyValue, Value, WholeNumber
from diplobrief.model.references import RefersTo
from diplobrief.model.scalars import Scalar
from diplobrief.model.vocabulary.sections import kind_of_heading
from diplobrief.model.vocabulary.terms import Vocabulary
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
"""Stands for the extension members in a choice of members."""


class Part(Protocol):
    """What a member may hold, as far as it matters for generating it."""

    def is_possible(self, names: Names) -> bool:
        """Whether there is such a value with these names."""
        ...

    def draw(self, draw: st.DrawFn, names: Names) -> Json:
        """Draw a value."""
        ...


@dataclass(frozen=True)
class _Leaf:
    strategy: st.SearchStrategy[Any]

    def is_possible(self, names: Names) -> bool:  # noqa: ARG002 - a leaf names nothing
        return True

    def draw(self, draw: st.DrawFn, names: Names) -> Json:  # noqa: ARG002 - nor here
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
        """Whether there is such a value with these names."""
        plan = _plan(self.model)
        one_of = plan.one_of
        return all(plan.parts[name].is_possible(names) for name in plan.required) and (
            not one_of or any(plan.parts[name].is_possible(names) for name in one_of)
        )

    def draw(self, draw: st.DrawFn, names: Names, given: Mapping[str, Json] | None = None) -> Data:
        """Draw the data of an object, in the order of the model.

        Args:
            draw: As Hypothesis hands it to a composite strategy.
            names: The ids that references may name.
            given: Members that are settled: their values, or `None` for an absent one.
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
    """How the data of a class are generated."""

    parts: dict[str, Part]
    required: tuple[str, ...]
    one_of: tuple[str, ...]
    choices: st.SearchStrategy[tuple[str, ...]]


@cache
def _plan(model: type[Value]) -> _Plan:
    fields = model.model_fields
    optional = [name for name, info in fields.items() if not info.is_required()]
    if issubclass(model, Extensible):
        optional.append(EXTENSIONS)
    return _Plan(
        parts={name: part_of(info.annotation, *info.metadata) for name, info in fields.items()},
        required=tuple(name for name, info in fields.items() if info.is_required()),
        one_of=tuple(fields) if issubclass(model, NonEmptyValue) else model.ANY_OF,
        choices=st.sampled_from(_choices(optional)),
    )


def _choices(optional: Sequence[str]) -> list[tuple[str, ...]]:
    """List choices of optional members, from none over every pair to all.

    One choice is one draw; a draw for each member would take most of the time.
    """
    some = random.Random(len(optional))  # noqa: S311 - the same list in every run
    larger = [
        tuple(some.sample(optional, some.randint(3, min(9, len(optional)))))
        for _ in range(150 if len(optional) > 3 else 0)
    ]
    few = [c for size in (0, 1, 2) for c in itertools.combinations(optional, size)]
    return [*few, *sorted(larger, key=len), *[tuple(optional)] * (1 + len(few) // 40)]


def part_of(annotation: Any, *metadata: object) -> Part:
    """Return the part that an annotation describes.

    Raises:
        TypeError: Nothing is known about such an annotation.
    """
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return part_of(inner, *more, *metadata)
    for item in metadata:
        part = _part_of_metadata(item, metadata)
        if part is not None:
            return part
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        parts = tuple(part_of(inner) for inner in arguments if inner is not NoneType)
        return parts[0] if len(parts) == 1 else _Choice(parts)
    if origin is tuple:
        empty_too = not any(isinstance(item, NonEmptyList) for item in metadata)
        return _List(part_of(arguments[0]), st.sampled_from((0, 1, 1, 2, 3)[not empty_too :]))
    if origin is Literal:
        return _Leaf(st.sampled_from(arguments))
    if annotation in _DATES:
        return _Leaf(_DATES[annotation]())
    if annotation is float:
        return _Leaf(_percentages())
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return ObjectPart(annotation)
    raise TypeError(f"no strategy is known for {annotation!r}")


def _part_of_metadata(item: object, metadata: Sequence[object]) -> Part | None:
    match item:
        case Scalar():
            for other in metadata:
                if isinstance(other, RefersTo):
                    return _Reference(other)
            return _Leaf(_TEXTS.get(item.name, lambda: forms_of(item))())
        case Vocabulary():
            return _Leaf(terms(item))
        case WholeNumber():
            ends = st.sampled_from((item.least, item.most))
            small = st.integers(item.least, min(item.most, item.least + 200))
            return _Leaf(st.one_of(small, ends, st.integers(item.least, item.most)))
        case _:
            return None


def _percentages() -> st.SearchStrategy[float]:
    return st.one_of(st.sampled_from((0.0, 100.0, 12.5, 0.1, 1e-7)), st.floats(0, 100))


def model_classes(root: type[Value] = Brief) -> list[type[Value]]:
    """Return every class of which a brief is made, the brief first.

    Example:
        >>> [model.__name__ for model in model_classes()][:3]
        ['Brief', 'Identifier', 'Dateline']
    """
    found = [root]
    for model in found:
        for info in model.model_fields.values():
            found += [inner for inner in models_in(info.annotation) if inner not in found]
    return found
