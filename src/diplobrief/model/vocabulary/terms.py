"""What a vocabulary is: known terms with their meaning, open to `x-` terms or closed."""

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
    """A word of a vocabulary.

    Args:
        value: The word as it stands in a brief.
        meaning: What it says, in one sentence.
        source: The standard or practice that defines it, with the section or article.
        labels: The English headings that say it (section kinds only).
    """

    value: str
    meaning: str
    source: str = ""
    labels: tuple[str, ...] = ()


KNOWN_VOCABULARIES: Final[dict[str, Vocabulary]] = {}
"""Every vocabulary by its pattern: how a message tells which terms were meant."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The terms that a member may have.

    An open vocabulary also takes extension terms (`x-` and a name), so that a typo is an
    error and an extension is not. Validation is one regular expression in pydantic-core.

    Args:
        name: The name of the type in the JSON Schema.
        title: What the terms describe, in a few words.
        terms: The known terms, in the order in which they are listed to readers.
        open: Whether `x-` terms are allowed.

    Example:
        >>> colours = Vocabulary("Colour", "a colour", (Term("red", "The colour of rubies."),))
        >>> "red" in colours, "x-teal" in colours, "rde" in colours
        (True, True, False)
    """

    name: str
    title: str
    terms: tuple[Term, ...]
    open: bool = True
    pattern: str = field(init=False)
    _by_value: dict[str, Term] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words = [re.escape(term.value).replace(r"\-", "-") for term in self.terms]
        if self.open:
            words.append(EXTENSION_TERM_PATTERN)
        object.__setattr__(self, "pattern", f"^(?:{'|'.join(words)})$")
        KNOWN_VOCABULARIES[self.pattern] = self
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
        return core_schema.str_schema(
            pattern=self.pattern, strict=True, metadata={"vocabulary": self}
        )
