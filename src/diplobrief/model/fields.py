"""What each field of the model contains: one description, read from the annotations of the classes.

Everything that walks over a brief reads it: integrity, the short forms of front matter, findings,
the strategies in `diplobrief.testing`, and the generators of schemas and tables. So a new field or
kind of fact needs no change there.

Example:
    >>> from diplobrief.model import Milestone
    >>> fields = fields_of(Milestone)
    >>> fields["date"].content
    Date(date_type=<class 'diplobrief.model.dates.PartialDate'>)
    >>> fields["requires"].content.what, fields["requires"].is_list
    ('a milestone (of another treaty: treaty#milestone)', True)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from diplobrief.model.base import NonEmptyList, Value, WholeNumber
from diplobrief.model.dates import PartialDate, When
from diplobrief.model.references import RefersTo
from diplobrief.model.scalars import Scalar
from diplobrief.model.vocabulary.terms import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Path: TypeAlias = tuple[str | int, ...]
"""The path of a value in a brief: names of members, and indices in lists."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text of a certain form.

    Args:
        form: The form.
    """

    form: Scalar


@dataclass(frozen=True, slots=True)
class Terms:
    """A term of a vocabulary.

    Args:
        vocabulary: The vocabulary.
    """

    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Date:
    """A date, or a date and time.

    Args:
        date_type: `PartialDate`, `When` or `Timestamp`.
    """

    date_type: type[PartialDate | When]


@dataclass(frozen=True, slots=True)
class Number:
    """A number.

    Args:
        least: The smallest number.
        most: The greatest number.
        is_whole: Whether it is a whole number.
    """

    least: float
    most: float
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Constant:
    """The one value that the field can have.

    Args:
        value: The value.
    """

    value: str | bool


@dataclass(frozen=True, slots=True)
class Values:
    """A value of the model.

    Args:
        models: Its class, or the classes of a union.
        tag: The field by which the classes of a union differ.
    """

    models: tuple[type[Value], ...]
    tag: str | None = None


Content: TypeAlias = Text | Terms | Date | Number | Constant | RefersTo | Values
"""What a field contains; `RefersTo` is a reference to facts of certain kinds."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a class of the model.

    Args:
        name: Its name.
        content: What it contains, or what each item of its list contains.
        is_list: Whether it is a list.
        is_required: Whether a document must have it.
        may_be_empty: Whether the list may be empty.
        or_number: The number that the field may have instead of its list.
    """

    name: str
    content: Content
    is_list: bool
    is_required: bool
    may_be_empty: bool = False
    or_number: Number | None = None

    @property
    def models(self) -> tuple[type[Value], ...]:
        """The classes of the values that the field contains; none for anything else."""
        return self.content.models if isinstance(self.content, Values) else ()


@cache
def fields_of(model: type[Value]) -> Mapping[str, Field]:
    """Return the fields of a class by their names, in the order of the files.

    Raises:
        TypeError: A field has an annotation that this module does not know.

    Example:
        >>> from diplobrief.model import Evidence
        >>> [name for name, field in fields_of(Evidence).items() if field.is_required]
        ['exact']
    """
    return MappingProxyType({name: _field(name, info) for name, info in model.model_fields.items()})


def reference_rule(model: type[Value], name: str) -> RefersTo | None:
    """Return which kinds of fact a field may name, if it contains references.

    Example:
        >>> from diplobrief.model import Source
        >>> reference_rule(Source, "derived_from").what
        'a source'
    """
    field = fields_of(model).get(name)
    return field.content if field and isinstance(field.content, RefersTo) else None


def models_at(path: Sequence[str | int], root: type[Value]) -> tuple[type[Value], ...]:
    """Return the classes that a value at a path may have; none if it is not a value of the model.

    Args:
        path: The path, from a value of the class `root`.
        root: The class where the path begins.

    Example:
        >>> from diplobrief.model import Brief
        >>> models_at(("treaties", 0, "milestones", 2), Brief)
        (<class 'diplobrief.model.treaties.Milestone'>,)
    """
    models: tuple[type[Value], ...] = (root,)
    for step in path:
        if isinstance(step, str):
            fields = [fields_of(model).get(step) for model in models]
            models = tuple(inner for field in fields if field for inner in field.models)
    return models


def models_within(root: type[Value]) -> list[type[Value]]:
    """Return a class and all classes of the values within its values, in the order of the fields.

    Example:
        >>> from diplobrief.model import Brief
        >>> [model.__name__ for model in models_within(Brief)][:3]
        ['Brief', 'Identifier', 'Dateline']
    """
    models: list[type[Value]] = [root]
    for model in models:
        for field in fields_of(model).values():
            models += [inner for inner in field.models if inner not in models]
    return models


def references_within(*values: Value) -> Iterator[str]:
    """Yield the references in values and in all values within them, as they are written.

    Example:
        >>> from diplobrief.model import Vote
        >>> [*references_within(Vote(in_favour=51, against=("south",)))]
        ['south']
    """
    waiting: list[Value] = [*values]
    while waiting:
        value = waiting.pop()
        fields = fields_of(type(value))
        for name in value.__pydantic_fields_set__:
            field = fields.get(name)
            if field is None or not isinstance(field.content, RefersTo | Values):
                continue
            member = value.__dict__[name]
            is_number = isinstance(value.__dict__[name], int)  # of voters
            items: tuple[Any, ...] = member if field.is_list and not is_number else (member,)
            if isinstance(field.content, Values):
                waiting += items
            else:
                yield from (item for item in items if isinstance(item, str))


# --- From annotations to the description ----------------------------------------------------------

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Annotation:
    """An annotation without `Annotated`, and all its metadata."""

    base: Any
    metadata: tuple[object, ...]

    @classmethod
    def of(cls, annotation: object, metadata: Sequence[object]) -> _Annotation:
        if get_origin(annotation) is Annotated:
            inner, *more = get_args(annotation)
            return cls.of(inner, (*more, *metadata))
        if get_origin(annotation) in (Union, UnionType):
            branches = [branch for branch in get_args(annotation) if branch is not NoneType]
            if len(branches) == 1:
                return cls.of(branches[0], metadata)
        details = (part.metadata for part in metadata if isinstance(part, FieldInfo))
        return cls(annotation, (*metadata, *(detail for part in details for detail in part)))

    def first(self, kind: type[_T]) -> _T | None:
        """Return the first part of the metadata that has a class."""
        return next((part for part in self.metadata if isinstance(part, kind)), None)


def _field(name: str, info: FieldInfo) -> Field:
    annotation = _Annotation.of(info.annotation, info.metadata)
    is_required, number = info.is_required(), None
    branches = [_Annotation.of(branch, ()) for branch in get_args(annotation.base)]
    lists = [branch for branch in branches if get_origin(branch.base) is tuple]
    if len(branches) == 2 and len(lists) == 1:
        [content] = [_content(branch) for branch in branches if branch not in lists]
        assert isinstance(content, Number)  # noqa: S101 - the only such union is `Voters`
        annotation, number = lists[0], content
    if get_origin(annotation.base) is not tuple:
        return Field(name, _content(annotation), is_list=False, is_required=is_required)
    return Field(
        name,
        _content(_Annotation.of(get_args(annotation.base)[0], ())),
        is_list=True,
        is_required=is_required,
        may_be_empty=annotation.first(NonEmptyList) is None,
        or_number=number,
    )


def _content(annotation: _Annotation) -> Content:
    """Return what an annotation describes that is not a list."""
    if (rule := annotation.first(RefersTo)) is not None:
        return rule
    if (form := annotation.first(Scalar)) is not None:
        return Text(form)
    if (vocabulary := annotation.first(Vocabulary)) is not None:
        return Terms(vocabulary)
    if (whole := annotation.first(WholeNumber)) is not None:
        return Number(whole.least, whole.most)
    base: object = annotation.base
    if get_origin(base) is Literal:
        return Constant(*get_args(base))
    if base is float:
        least, most = annotation.first(Ge), annotation.first(Le)
        if least is not None and most is not None:
            return Number(_bound(least.ge), _bound(most.le), is_whole=False)
    if isinstance(base, type) and issubclass(base, PartialDate | When):
        return Date(base)
    classes = cast("tuple[object, ...]", get_args(base) or (base,))
    models = tuple(part for part in classes if isinstance(part, type) and issubclass(part, Value))
    if len(models) == len(classes):
        tags = [part.discriminator for part in annotation.metadata if isinstance(part, FieldInfo)]
        return Values(models, next((tag for tag in tags if isinstance(tag, str)), None))
    raise TypeError(f"no description for the annotation {base!r}")


def _bound(value: object) -> float:
    assert isinstance(value, int | float)  # noqa: S101 - bounds may be of any type that compares
    return value
