"""What does not hold within a brief, each violation with its own path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, LiteralString, cast

from pydantic_core import InitErrorDetails, PydanticCustomError

from diplobrief.model.base import Extensible
from diplobrief.model.fact_index import LISTS_OF_FACTS, kind_of, kinds_of_facts
from diplobrief.model.places import DATE, NESTED, PLACES
from diplobrief.model.vocabulary.sections import kind_of_heading

if TYPE_CHECKING:
    from diplobrief.model.references import RefersTo

Path = tuple[str | int, ...]

# A quotation of which each line begins with a letter: no line of it opens a block of its own.
_QUOTED_WORDS: Final = re.compile(r"(?:> [A-Za-z][^\n\r]*\n)*> [A-Za-z][^\n\r]*")

_Brief = Any
"""A brief; its class stands above this room."""


def violations_of(brief: _Brief) -> Iterator[InitErrorDetails]:
    """Yield every violation of integrity: slower than to learn that there is none."""
    schema = brief.__pydantic_extra__.get("$schema", "")
    if not isinstance(schema, str):
        yield InitErrorDetails(type="string_type", loc=("$schema",), input=schema)
    yield from _duplicates(brief)
    kinds, _ = kinds_of_facts(brief)
    yield from _violations_within(brief, (), kinds, None)
    for index, section in enumerate(brief.sections):
        yield from _violations_of_section(section, ("sections", index))


def _duplicates(brief: _Brief) -> Iterator[InitErrorDetails]:
    facts = (
        ((name, index, "id"), fact.id)
        for name in LISTS_OF_FACTS
        for index, fact in enumerate(getattr(brief, name))
    )
    yield from _given_twice(facts, "brief")
    for at, treaty in enumerate(brief.treaties):
        milestones = (
            (("treaties", at, "milestones", index, "id"), milestone.id)
            for index, milestone in enumerate(treaty.milestones)
        )
        yield from _given_twice(milestones, "treaty")


def _given_twice(
    named: Iterable[tuple[Path, str | None]], where: str
) -> Iterator[InitErrorDetails]:
    message = "The id {value} is given twice in this {where}"
    seen: set[str] = set()
    for path, id_ in named:
        if id_ is None:
            continue
        if id_ in seen:
            yield _violation("id_duplicate", message, path, id_, where=where)
        seen.add(id_)


def _violations_within(
    value: Any,
    path: Path,
    kinds: dict[str, str],
    own_treaty: str | None,
) -> Iterator[InitErrorDetails]:
    if isinstance(value, Extensible) and "x-waive" in value.extensions:
        message = "{value} was renamed to ignore"
        yield _violation("member_renamed", message, (*path, "x-waive"), "x-waive")
    for name, place in PLACES[type(value)].items():
        member = getattr(value, name)
        if member is None or isinstance(member, int):
            continue
        here = (*path, name)
        if place is NESTED:
            inner = value.id if name == "milestones" else own_treaty
            for at, item in _items(member, here):
                yield from _violations_within(item, at, kinds, inner)
        elif place is DATE:
            if not member.is_ordered:
                message = "The range {value} ends before it begins"
                yield _violation("range_order", message, here, str(member))
        else:
            for at, reference in _items(member, here):
                yield from _unresolved(reference, at, kinds, own_treaty, place)


def _items(member: object, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield the items of a list with their paths; of anything else, itself."""
    if isinstance(member, tuple):
        for index, item in enumerate(cast("tuple[Any, ...]", member)):
            yield (*path, index), item
    else:
        yield path, member


def _unresolved(
    reference: str, path: Path, kinds: dict[str, str], own_treaty: str | None, rule: RefersTo
) -> Iterator[InitErrorDetails]:
    kind = kind_of(reference, kinds, own_treaty, rule.kinds)
    if kind is None:
        message = "No fact of this brief has the id {value}; expected {expected}"
        yield _violation("reference_unknown", message, path, reference, expected=rule.what)
    elif kind not in rule.kinds:
        message = "{value} is of kind {kind}; expected {expected}"
        yield _violation("reference_kind", message, path, reference, kind=kind, expected=rule.what)


def _violations_of_section(section: Any, path: Path) -> Iterator[InitErrorDetails]:
    if section.kind is None:
        kind = kind_of_heading(section.heading)
        if kind is not None:
            yield _violation(
                "kind_missing",
                "The heading {value} is the label of a kind; give the kind {kind}, or another",
                path,
                section.heading,
                kind=kind,
            )
    for index, block in enumerate(section.content):
        if block.type == "markdown" and not is_whole_block(block.text):
            yield _violation(
                "block_invalid",
                "The text is not exactly one CommonMark block that needs to be kept verbatim",
                (*path, "content", index, "text"),
                block.text,
            )


def _violation(
    code: LiteralString,
    message: Any,
    path: Path,
    value: str,
    **context: str,
) -> InitErrorDetails:
    error = PydanticCustomError(code, message, {"value": value, **context})
    return InitErrorDetails(type=error, loc=path, input=value)


def is_whole_block(text: str) -> bool:
    """Say whether a text is exactly one CommonMark block that has to be kept verbatim."""
    if _QUOTED_WORDS.fullmatch(text):
        return True
    # The parser is imported only for briefs that have such a block.
    from diplobrief.commonmark import NestingError, is_single_block

    try:
        return is_single_block(text)
    except NestingError:
        return False
