"""Extension members: any JSON value under a name that begins with `x-`, frozen and hashable.

Numbers follow I-JSON (RFC 7493, section 2.2): integers within ±(2^53 - 1), finite doubles.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, LiteralString, NoReturn, TypeAlias, cast

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

MAX_INTEGER: Final = 2**53 - 1
MAX_DEPTH: Final = 64
MAX_NAME_LENGTH: Final = 64
_NAME_LENGTH: Final = f"a name is a string of at most {MAX_NAME_LENGTH} characters"

JsonValue: TypeAlias = "bool | int | float | str | JsonArray | JsonObject | None"
"""A frozen JSON value."""


def same_json(first: object, second: object) -> bool:
    """Return whether two frozen JSON values have the same type and value (1 is 1.0, not `true`)."""
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    return first == second


def _same_members(first: Mapping[Any, object], second: Mapping[Any, object]) -> bool:
    return first.keys() == second.keys() and all(
        same_json(value, second[name]) for name, value in first.items()
    )


class JsonArray(tuple["JsonValue", ...]):
    """A JSON array as an immutable, hashable sequence.

    Example:
        >>> JsonArray((1, 2)) == JsonArray((1.0, 2)), JsonArray((1,)) == JsonArray((True,))
        (True, False)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, JsonArray)
            and len(self) == len(other)
            and all(map(same_json, self, other))
        )

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()


class JsonObject(dict[str, "JsonValue"]):
    """A JSON object as an immutable, hashable mapping; the order of its members is kept.

    Example:
        >>> weather = JsonObject({"sky": "clear"})
        >>> weather["sky"], hash(weather) == hash(JsonObject({"sky": "clear"}))
        ('clear', True)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, JsonObject) and _same_members(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none, a frozen one does
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[JsonObject], tuple[dict[str, JsonValue]]]:
        return JsonObject, (dict(self),)

    def _frozen(self, *_args: object, **_kwargs: object) -> NoReturn:
        message = "extension values are immutable; copy the brief with another value instead"
        raise TypeError(message)

    __setitem__: ClassVar[Callable[..., NoReturn]] = _frozen
    __delitem__: ClassVar[Callable[..., NoReturn]] = _frozen
    __ior__: ClassVar[Callable[..., NoReturn]] = _frozen
    clear: ClassVar[Callable[..., NoReturn]] = _frozen
    pop: ClassVar[Callable[..., NoReturn]] = _frozen
    popitem: ClassVar[Callable[..., NoReturn]] = _frozen
    setdefault: ClassVar[Callable[..., NoReturn]] = _frozen
    update: ClassVar[Callable[..., NoReturn]] = _frozen


def _refuse(code: LiteralString, message: str) -> NoReturn:
    raise PydanticCustomError(code, cast("Any", message))


def _freeze_number(value: float) -> int | float:
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            _refuse("extension_number", "an integer beyond ±(2^53 - 1) is not exact in JSON")
    elif not math.isfinite(value):
        _refuse("extension_number", "JSON has no infinity and no NaN")
    return value


def _freeze_text(value: str) -> str:
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            _refuse("extension_text", "the text contains an unpaired surrogate")
    return value


def _freeze_members(members: Iterable[tuple[object, object]], depth: int) -> JsonObject:
    frozen: dict[str, JsonValue] = {}
    for name, value in members:
        if not isinstance(name, str) or len(name) > MAX_NAME_LENGTH:
            _refuse("extension_name", _NAME_LENGTH)
        frozen[_freeze_text(name)] = freeze(value, depth + 1)
    return JsonObject(frozen)


def freeze(value: object, depth: int = 1) -> JsonValue:
    """Return a JSON value as an immutable, hashable one.

    Args:
        value: `None`, a boolean, number, string, list, tuple or mapping, nested.
        depth: The depth of the value in its member.

    Raises:
        PydanticCustomError: It is not a JSON value, or exceeds the limits of I-JSON, of depth
            (64) or of the length of names (64).

    Example:
        >>> freeze({"points": [1, 2]})
        {'points': (1, 2)}
    """
    if depth > MAX_DEPTH:
        _refuse("extension_depth", f"an extension value is at most {MAX_DEPTH} levels deep")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _freeze_text(value)
    if isinstance(value, int | float):
        return _freeze_number(value)
    if isinstance(value, list | tuple):
        items = cast("Iterable[object]", value)
        return JsonArray(freeze(item, depth + 1) for item in items)
    if isinstance(value, Mapping):
        return _freeze_members(cast("Mapping[object, object]", value).items(), depth)
    return _refuse("extension_type", "an extension member must be a JSON value")


@dataclass(frozen=True, slots=True)
class MemberName:
    """Which names a model takes beside those of its fields; any other name is unknown.

    Args:
        pattern: The pattern of the names.
    """

    pattern: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.chain_schema(
            [
                core_schema.custom_error_schema(
                    core_schema.str_schema(pattern=self.pattern),
                    custom_error_type="extra_forbidden",
                ),
                core_schema.custom_error_schema(
                    core_schema.str_schema(max_length=MAX_NAME_LENGTH),
                    custom_error_type="extension_name",
                    custom_error_message=_NAME_LENGTH,
                ),
            ]
        )


class _ExtensionValue:
    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(freeze, core_schema.any_schema())


ExtensionName = Annotated[str, MemberName("^x-")]
ExtensionValue = Annotated[Any, _ExtensionValue()]
