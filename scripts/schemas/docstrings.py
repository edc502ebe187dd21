"""Descriptions and examples for the schema, read from the docstrings of the models.

pydantic's `use_attribute_docstrings` reads the same docstrings, but it does so when the models are
imported, which makes every import a third slower.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.model.base import Value

_SECTION = re.compile(r"^(?:Args|Attributes|Example|Raises|Returns):$", re.MULTILINE)
_PROMPT: Final = (">>> ", "... ")


def prose(docstring: str | None) -> str:
    r"""Return the text of a docstring before its sections (`Args:`, `Example:`), on one line.

    Example:
        >>> prose("A state.\n\nPresent\nor past.\n\nExample:\n    >>> 1")
        'A state. Present or past.'
    """
    text = _SECTION.split(inspect.cleandoc(docstring or ""), maxsplit=1)[0]
    return " ".join(text.split())


def describe_members(model: type) -> dict[str, str]:
    """Return the docstring below each member, in the model or its bases."""
    descriptions: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        for node in _module(cls.__module__):
            if isinstance(node, ast.ClassDef) and node.name == cls.__name__:
                descriptions |= dict(_docstrings(node.body))
    return descriptions


def describe_alias(package: str, name: str) -> str:
    """Return the docstring below a type alias in one of the modules of a package.

    Raises:
        LookupError: No such alias has a docstring.
    """
    for module in sys.modules:
        if module.startswith(f"{package}."):
            docstrings = dict(_docstrings(_module(module)))
            if name in docstrings:
                return docstrings[name]
    raise LookupError(f"{name} has no docstring")


def example_of(model: type[Value]) -> dict[str, Any] | None:
    """Return the first value in the example of a model, as plain data.

    Members that the constructor adds are included.

    Example:
        >>> from diplobrief.model import Participant
        >>> example_of(Participant)
        {'actor': 'north', 'role': 'host'}
    """
    for node in ast.walk(ast.parse(_example_code(model.__doc__))):
        if isinstance(node, ast.Call):
            value = _arguments(node, model.__name__)
            if value is not None:
                value = {**model.CONSTANTS, **value}
                return {name: value[name] for name in model.model_fields if name in value}
    return None


def _example_code(docstring: str | None) -> str:
    lines = inspect.cleandoc(docstring or "").partition("\nExample:\n")[2].split("\n")
    code = [line.strip() for line in lines if line.strip().startswith(_PROMPT)]
    return "\n".join(line[len(_PROMPT[0]) :] for line in code)


def _arguments(call: ast.Call, model: str) -> dict[str, Any] | None:
    """Return the members in a call `Model(a=1)` or `Model.model_validate({"a": 1})`."""
    match call:
        case ast.Call(func=ast.Name(id=name), args=[]) if name == model:
            return {
                keyword.arg: _plain(ast.literal_eval(keyword.value))
                for keyword in call.keywords
                if keyword.arg is not None
            }
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=name), attr="model_validate"), args=[members]
        ) if name == model:
            value: dict[str, Any] = ast.literal_eval(members)
            return value
        case _:
            return None


def _plain(value: object) -> object:
    return list(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value


def _docstrings(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield each annotated or assigned name that a string follows, with the string."""
    for pair in pairwise(body):
        match pair:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, prose(text)
            case _:
                pass


@cache
def _module(name: str) -> tuple[ast.stmt, ...]:
    module = sys.modules[name]
    is_builtin = module.__spec__ is None or not module.__spec__.has_location
    return () if is_builtin else tuple(ast.parse(inspect.getsource(module)).body)
