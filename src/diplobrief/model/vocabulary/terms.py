"""Vocabularies: known terms with their meanings, open to `x-` terms or closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

EXTENSION_TERM_PATTERN: Final = r"x-[a-z0-9](?:[a-z0-9_-]{0,60}[a-z0-9])?"
"""An extension term without anchors: `x-` and a name of at most 62 characters."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary.

    Args:
        value: The term as written in a brief.
        meaning: Its meaning, in one sentence.
        source: The standard or practice that defines it, with the section or article.
        labels: The English headings with this meaning (section kinds only).
    """

    value: str
    meaning: str
    source: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The terms allowed as the value of a member.

    An open vocabulary also allows extension terms (`x-` and a name), so a typo is an error but an
    extension is not. Validation is one regular expression in pydantic-core.

    Args:
        name: The name of the type in the JSON Schema.
        title: What the terms describe, in a few words.
        terms: The known terms, in the order in which they are listed for readers.
        open: Whether `x-` terms are allowed.
        noun: What messages call a term; default: the name in words.

    Example:
        >>> colours = Vocabulary("PenColour", "a colour", (Term("red", "The colour of rubies."),))
        >>> "red" in colours, "x-teal" in colours, "rde" in colours
        (True, True, False)
        >>> colours.noun
        'pen colour'
    """

    name: str
    title: str
    terms: tuple[Term, ...]
    open: bool = True
    noun: str = ""
    pattern: str = field(init=False)
    _by_value: dict[str, Term] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        alternatives = [re.escape(term.value).replace(r"\-", "-") for term in self.terms]
        if self.open:
            alternatives.append(EXTENSION_TERM_PATTERN)
        noun = self.noun or " ".join(re.findall("[A-Z][a-z]*", self.name)).lower()
        object.__setattr__(self, "noun", noun)
        object.__setattr__(self, "pattern", f"^(?:{'|'.join(alternatives)})$")
        object.__setattr__(self, "_by_value", {term.value: term for term in self.terms})

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __getitem__(self, value: str) -> Term:
        return self._by_value[value]

    def __contains__(self, value: object) -> bool:
        if value in self._by_value:
            return True
        return (
            self.open
            and isinstance(value, str)
            and re.fullmatch(EXTENSION_TERM_PATTERN, value) is not None
        )

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        known = ", ".join(term.value for term in self.terms)
        hint = f"use one of: {known}"
        if self.open:
            hint += "; or an extension term that begins with x-"
        return core_schema.custom_error_schema(
            core_schema.str_schema(
                pattern=self.pattern, strict=True, metadata={"vocabulary": self}
            ),
            custom_error_type="term_unknown",
            custom_error_message="Not a known {noun}; {hint}",
            custom_error_context={"noun": self.noun, "hint": hint, "known": known},
        )
