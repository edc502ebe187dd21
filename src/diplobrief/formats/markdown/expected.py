"""The types that the model expects in front matter.

`schema_version: 1.0` and `name: 0042` are numbers in YAML, but text to their authors. If the model
has text there, they are read as text, with their own characters.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplobrief.formats.markdown.yaml import Expected
from diplobrief.model import Brief
from diplobrief.model.fields import Constant, Content, Date, Field, Number, Terms, Text, fields_of
from diplobrief.model.references import RefersTo

if TYPE_CHECKING:
    from diplobrief.model.base import Value


@cache
def expected_of_brief() -> Expected:
    """Return the types that the model expects of the members of a brief.

    Example:
        >>> members = expected_of_brief().members
        >>> members["schema_version"].is_text, members["published"].is_date
        (True, True)
        >>> members["treaties"].members["milestones"].members["count"].is_text
        False
    """
    return Expected(members=_members_of([Brief]))


def _members_of(models: list[type[Value]]) -> dict[str, Expected]:
    fields: dict[str, list[Field]] = {}
    for model in models:
        for name, field in fields_of(model).items():
            fields.setdefault(name, []).append(field)
    return {name: _expected(alternatives) for name, alternatives in fields.items()}


def _expected(fields: list[Field]) -> Expected:
    """Return the type of a member, given its descriptions in one or several classes."""
    models = [model for field in fields for model in field.models]
    members = _members_of(models)
    # The short form of an object is its principal member.
    is_text = any(members[model.PRINCIPAL].is_text for model in models if model.PRINCIPAL)
    is_text |= any(_is_text(field.content) for field in fields)
    is_date = any(isinstance(field.content, Date) for field in fields)
    if any(field.or_number for field in fields):  # a list of texts, or a number
        return Expected(items=Expected(is_text))
    is_number = any(isinstance(field.content, Number) for field in fields)
    return Expected(is_text and not is_number, is_date, members)


def _is_text(content: Content) -> bool:
    if isinstance(content, Constant):
        return isinstance(content.value, str)
    return isinstance(content, Text | Terms | Date | RefersTo)
