"""The models of a brief without our types, to compare with plain pydantic on the same shape.

All fields keep their names, order and nesting. A date, an id or a term becomes a `str`, a
sequence a `list`, and an absent field `None`. Nothing else is checked.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field, create_model
from pydantic.fields import FieldInfo

import diplobrief
from diplobrief.model.base import Value


@cache
def bare_model(model: type[Value]) -> type[BaseModel]:
    """Return a model of the same shape whose fields have built-in types only."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        kind = _bare(info.annotation)
        fields[name] = (kind, ...) if info.is_required() else (kind | None, None)
    return create_model(f"Bare{model.__name__}", **fields)


def _bare(annotation: Any) -> Any:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        discriminators = [
            part.discriminator
            for part in arguments[1:]
            if isinstance(part, FieldInfo) and isinstance(part.discriminator, str)
        ]
        kind = _bare(arguments[0])
        return Annotated[kind, Field(discriminator=discriminators[0])] if discriminators else kind
    if hasattr(annotation, "__value__"):
        return _bare(annotation.__value__)
    if origin in (Union, UnionType):
        return Union[tuple(_bare(part) for part in arguments)]  # noqa: UP007 - built at run time
    if origin is tuple:
        return list[_bare(arguments[0])]
    if origin is Literal or annotation is NoneType:
        return annotation
    if issubclass(annotation, Value):
        return bare_model(annotation)
    return next(kind for kind in (bool, int, float, str) if issubclass(annotation, kind))


BareBrief = bare_model(diplobrief.Brief)
