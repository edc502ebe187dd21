"""The base classes of the model: immutable values that refuse unknown members."""

import operator
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Final,
    Literal,
    Self,
    TypeVar,
    cast,
    get_args,
    get_origin,
)

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from diplobrief.model.extension import (
    MAX_INTEGER,
    ExtensionName,
    ExtensionValue,
    JsonObject,
    JsonValue,
)

T = TypeVar("T")

_LONGEST_TEXT: Final = 60
_MOST_ITEMS: Final = 4
_LONGEST_REPR: Final = 160


class _NeverNull:
    """A member that may be omitted. Its value in Python is then `None`; `null` is not valid."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        schema = handler(source)
        assert schema["type"] == "nullable"  # noqa: S101 - of `T | None`
        inner: core_schema.CoreSchema = schema["schema"]
        return inner


class NonEmptyList:
    """Refuse an empty list, which would be a second way to say that the member is omitted.

    The length is checked after the items: `min_length` would also report "at least 1 item" for a
    list whose items are all invalid.
    """

    _HAS_ITEM = core_schema.tuple_schema(
        [core_schema.any_schema()], variadic_item_index=0, min_length=1
    )

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.chain_schema([handler(source), self._HAS_ITEM])

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        assert schema["type"] == "chain"  # noqa: S101 - made above
        return {**handler(schema["steps"][0]), "minItems": 1}


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number; JSON writes it `1` or `1.0`, never `"1"` or `true`."""

    least: int = 0
    most: int = MAX_INTEGER

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(
            _without_fraction,
            core_schema.int_schema(strict=True, ge=self.least, le=self.most),
        )


def _without_fraction(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Omittable = Annotated[T | None, _NeverNull(), Field(exclude_if=partial(operator.is_, None))]
"""A member that may be omitted, in which case it is not written."""
NonEmpty = Annotated[tuple[T, ...], NonEmptyList()]
"""A list with at least one item."""
OptionalList = Annotated[tuple[T, ...], NonEmptyList(), Field(exclude_if=operator.not_)]
"""A list that may be omitted, in which case it is not written. It cannot be empty."""
Count = Annotated[int, WholeNumber()]
Positive = Annotated[int, WholeNumber(least=1)]


def constant(value: T) -> T:
    """Declare a field with only one possible value: required in files, optional in constructors.

    Args:
        value: The value. Type checkers take it for the default.
    """
    del value  # `Value` reads it from the annotation
    required: T = Field()
    return required


class Value(BaseModel):
    """An immutable value with known members only.

    Two values are equal if they have the same class and members. `replace` returns a changed copy.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    PRINCIPAL: ClassVar[str | None] = None
    """The member that front matter writes instead of the object, if the object has no other."""
    STANDS_ALONE: ClassVar[bool] = False
    """Whether front matter writes a list of one such value without the list."""
    ANY_OF: ClassVar[tuple[str, ...]] = ()
    """Optional members, at least one of which must be present."""
    CONSTANTS: ClassVar[dict[str, str]] = {}
    """The values of required members that constructors add."""

    if not TYPE_CHECKING:  # the arguments follow from the fields

        def __init__(self, /, **data: Any) -> None:
            super().__init__(**{**type(self).CONSTANTS, **data})

        # With this mark, pydantic validates plain data without the constructor: files need these
        # members, and their validation stays as fast.
        __init__.__pydantic_base_init__ = True

    @classmethod
    def __pydantic_init_subclass__(cls, **_kwargs: Any) -> None:
        cls.CONSTANTS = {
            name: get_args(info.annotation)[0]
            for name, info in cls.__pydantic_fields__.items()
            if info.is_required() and get_origin(info.annotation) is Literal
        }

    def __repr__(self) -> str:
        """Return one line of limited length, with the members that are given."""
        parts = [
            f"{name if name.isprintable() else repr(name)}={shown(member)}"
            for name, member in self._given()
        ]
        return f"{type(self).__name__}({_joined(parts)})"

    def __str__(self) -> str:
        return repr(self)

    def _given(self) -> Iterator[tuple[str, object]]:
        given = self.__pydantic_fields_set__
        yield from ((name, self.__dict__[name]) for name in self.__dict__ if name in given)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value) or type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def replace(self, **changes: object) -> Self:
        """Return a copy with some members changed, validated as a new value would be.

        Args:
            **changes: Members and their new values. `None` or `()` removes an optional member;
                an extension member that is set to `None` is a JSON null.

        Returns:
            The changed copy. The original does not change.

        Raises:
            pydantic.ValidationError: The changed value would not be valid.

        Example:
            >>> from diplobrief.model import Paragraph
            >>> Paragraph(text="Talks began.").replace(text="Talks ended.").text
            'Talks ended.'
        """
        absent = {
            name: info.default
            for name, info in type(self).model_fields.items()
            if not info.is_required()
        }
        members = {**self._members(), **changes}
        return type(self).model_validate(
            {
                name: value
                for name, value in members.items()
                if name not in absent or (value is not None and value != absent[name])
            }
        )

    def _members(self) -> dict[str, object]:
        return dict(self.__dict__)

    def model_copy(self, *, update: Any = None, deep: bool = False) -> Self:
        """Return a copy as pydantic does, but validate the changes (see `replace`)."""
        return self.replace(**update) if update else super().model_copy(deep=deep)


def shown(member: object) -> str:
    """Return a member for a representation on one line: long texts are cut, long lists counted."""
    if isinstance(member, str) and len(member) > _LONGEST_TEXT:
        return repr(f"{member[: _LONGEST_TEXT - 1]}…")
    if isinstance(member, tuple):
        items = cast("tuple[object, ...]", member)
        if len(items) > _MOST_ITEMS or not all(isinstance(item, str) for item in items):
            return f"<{len(items)} item{'' if len(items) == 1 else 's'}>"
        return f"({', '.join(map(shown, items))}{',' if len(items) == 1 else ''})"
    if isinstance(member, dict):
        return "{…}"
    return repr(member)


def _joined(parts: list[str]) -> str:
    """Return as many parts as fit on a line, at least one."""
    lengths = accumulate(len(part) + 2 for part in parts)
    fitting = [part for part, length in zip(parts, lengths, strict=True) if length <= _LONGEST_REPR]
    return ", ".join(parts if len(fitting) == len(parts) else [*(fitting or parts[:1]), "…"])


def undefer_subclasses(base: type[Value] = Value) -> None:
    """Defer building only the classes of the model, and not what others derive from them.

    A class is built when it is first used, so that an import is cheap. An adapter around a class
    would be deferred too. FastAPI silences a warning while it makes its adapter, and would show it
    when the adapter is used.
    """
    for defined in base.__subclasses__():
        defined.model_config["defer_build"] = False
        undefer_subclasses(defined)


class NonEmptyValue(Value):
    """A value whose members are all optional, but which has at least one."""

    def model_post_init(self, _context: Any, /) -> None:
        """Reject a value with no members."""
        if not self.__pydantic_fields_set__:
            raise missing_any(tuple(type(self).model_fields))


def missing_any(members: tuple[str, ...]) -> PydanticCustomError:
    """Return the error for a value that has none of these optional members."""
    return PydanticCustomError(
        "missing_any", "Give at least one of: {members}", {"members": ", ".join(members)}
    )


class Extensible(Value):
    """A value that also accepts extension members, whose names begin with `x-`."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow")
    if TYPE_CHECKING:  # type checkers would add it to the arguments of the constructor
        __pydantic_extra__: dict[ExtensionName, ExtensionValue] = Field(init=False)  # pyright: ignore[reportIncompatibleVariableOverride] - pydantic reads this type
    else:
        __pydantic_extra__: dict[ExtensionName, ExtensionValue]

    @property
    def extensions(self) -> dict[str, JsonValue]:
        """The extension members by name, in the order in which they were written.

        Example:
            >>> from diplobrief.model import Brief
            >>> brief = Brief.model_validate(
            ...     {"schema_version": "1.0", "sections": [], "x-desk": "Asia"}
            ... )
            >>> brief.extensions
            {'x-desk': 'Asia'}
        """
        return dict(self.__pydantic_extra__ or {})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Extensible) or type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__ and (
            self.__pydantic_extra__ == other.__pydantic_extra__ == {}
            or JsonObject(self.__pydantic_extra__) == JsonObject(other.__pydantic_extra__)
        )

    def __hash__(self) -> int:
        own = hash((type(self), *self.__dict__.values()))
        extra = self.__pydantic_extra__
        return hash((own, JsonObject(extra))) if extra else own

    def _members(self) -> dict[str, object]:
        return {**self.__dict__, **self.__pydantic_extra__}

    def _given(self) -> Iterator[tuple[str, object]]:
        yield from super()._given()
        yield from (self.__pydantic_extra__ or {}).items()
