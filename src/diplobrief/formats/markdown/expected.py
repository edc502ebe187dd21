"""The types that the model expects in front matter.

`schema_version: 1.0` and `name: 0042` are numbers in YAML, but text to their authors. If the model
has text there, they are read as text, with their own characters.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplobrief.formats.markdown.yaml import Expected
from diplobrief.model import Brief, PartialDate, When
from diplobrief.model.annotations import models_in, parts_of

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
    annotations: dict[str, list[object]] = {}
    for model in models:
        for name, info in model.model_fields.items():
            annotations.setdefault(name, []).append(info.annotation)
    return {name: _expected(alternatives) for name, alternatives in annotations.items()}


def _expected(annotations: list[object]) -> Expected:
    """Return the type of a member, given its annotations in one or several classes."""
    models = [model for annotation in annotations for model in models_in(annotation)]
    members = _members_of(models)
    # The short form of an object is its principal member.
    is_text = any(members[model.PRINCIPAL].is_text for model in models if model.PRINCIPAL)
    is_number = is_date = False
    for part in (part for annotation in annotations for part in parts_of(annotation)):
        if isinstance(part, type):
            is_text |= issubclass(part, str)
            is_number |= issubclass(part, int | float)
            is_date |= issubclass(part, PartialDate | When)
        else:
            is_text |= isinstance(part, str)  # one of the values of a `Literal`
    if is_text and is_number:  # a number, or a list of texts
        return Expected(members=members, items=Expected(is_text=True))
    return Expected(is_text, is_date, members)
