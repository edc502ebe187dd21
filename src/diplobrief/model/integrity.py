"""What has to hold within a brief as a whole, and no JSON Schema can say.

Ids are unique, references resolve to a fact of the right kind, a range of dates does not end
before it begins, a `markdown` block is one whole block, and a section whose heading is one of
the English labels has a kind. All violations are reported at once, each with its own path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, LiteralString, cast

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from diplobrief.model.places import DATE, NESTED, PLACES
from diplobrief.model.references import RefersTo
from diplobrief.model.vocabulary.sections import kind_of_heading

if TYPE_CHECKING:
    from diplobrief.model.facts import Fact

Path = tuple[str | int, ...]

_Brief = Any
"""A brief; its class stands above this room, and asks it whether it holds."""

INTEGRITY_CODES: Final = {
    "id_duplicate": "Every id is given once.",
    "reference_unknown": "Every reference names a fact of the brief.",
    "reference_kind": "A reference names a fact of a kind that fits its place.",
    "range_order": "A range of dates does not end before it begins.",
    "block_invalid": "A markdown block is one whole CommonMark block.",
    "kind_missing": "A section whose heading is one of the English labels has a kind.",
}
"""The codes of integrity violations, and the rule that each breaks."""

_LISTS_OF_FACTS: Final = ("actors", "quotes", "events", "treaties", "acts", "sources")
"""The lists of facts of a brief."""

_KIND_IN_LIST: Final = (
    ("quotes", "quote"),
    ("events", "event"),
    ("treaties", "treaty"),
    ("acts", "act"),
    ("sources", "source"),
)
"""The kind of fact in each list; an actor's is its own `kind`."""


@dataclass(slots=True)
class MemberCount:
    """How many members a brief has, all in all: a context of validation that is told so.

    A reader compares it with its document, where a member that is given twice was counted twice.
    """

    members: int = 0


def require_integrity(brief: _Brief) -> int:
    """Raise one error that holds every violation.

    Returns:
        How many members the brief and all values within it have.

    Raises:
        pydantic.ValidationError: Something does not hold.
    """
    members = _members_if_sound(brief)
    if members is None:
        raise ValidationError.from_exception_data("Brief", [*_violations(brief)])
    return members


def index_facts(brief: _Brief) -> dict[str, Fact]:
    """Return the facts that have an id by their id; milestones as `treaty#milestone`."""
    index: dict[str, Fact] = {}
    for name in _LISTS_OF_FACTS:
        for fact in getattr(brief, name):
            if fact.id is not None:
                index[fact.id] = fact
    for treaty in brief.treaties:
        for milestone in treaty.milestones:
            if milestone.id is not None:
                index[f"{treaty.id}#{milestone.id}"] = milestone
    return index


def _kinds_of_facts(brief: _Brief) -> tuple[dict[str, str], int]:
    """Return the kind of every fact that has an id, by its id, and how many facts have one.

    Milestones stand there as `treaty#milestone`.
    """
    members = brief.__dict__
    kinds = {actor.id: actor.kind for actor in members["actors"]}
    named = len(members["actors"])
    for name, kind in _KIND_IN_LIST:
        for fact in members[name]:
            if fact.id is not None:
                kinds[fact.id] = kind
                named += 1
    for treaty in members["treaties"]:
        for milestone in treaty.milestones:
            if milestone.id is not None:
                kinds[f"{treaty.id}#{milestone.id}"] = "milestone"
                named += 1
    return kinds, named


def _members_if_sound(brief: _Brief) -> int | None:
    """Count the members of a brief, or return `None` where something does not hold.

    This is the answer for nearly every brief: it looks only at members that are given, and builds
    no path; `_violations` finds the places.
    """
    kinds, named = _kinds_of_facts(brief)
    of_narrative = _count_if_told(brief)
    if len(kinds) < named or of_narrative is None:
        return None
    of_facts = _count_if_sound((brief,), kinds, own_treaty=None)
    return None if of_facts is None else of_facts + of_narrative


def _count_if_sound(  # noqa: C901, PLR0912 - one pass, at speed
    values: Iterable[Any], kinds: dict[str, str], own_treaty: str | None
) -> int | None:
    """Count the members of values whose references and dates all hold, or return `None`."""
    count = 0
    waiting = [*values]
    for value in waiting:
        given = value.__pydantic_fields_set__
        count += len(given)
        places = PLACES[type(value)]
        if not places:  # nor extension members: every fact has places
            continue
        if value.__pydantic_extra__:
            # Their own names are among those given; left are the names within their values.
            count += sum(map(_members_within, value.__pydantic_extra__.values()))
        members = value.__dict__
        for name in given:
            place = places.get(name)
            if place is None:
                continue
            member = members[name]
            if place is NESTED:
                if type(member) is not tuple:
                    waiting.append(member)
                elif name != "milestones":
                    waiting += cast("tuple[Any, ...]", member)
                else:
                    milestones = cast("tuple[Any, ...]", member)
                    within = _count_if_sound(milestones, kinds, value.id)
                    if within is None:
                        return None
                    count += within
            elif place is DATE:
                if member[0] == "[" and not member.is_ordered:
                    return None
            elif type(member) is not int:  # a number of voters names nobody
                for reference in (member,) if type(member) is str else member:
                    if (
                        kinds.get(reference) not in place.kinds
                        and _kind_of(reference, kinds, own_treaty, place) not in place.kinds
                    ):
                        return None
    return count


def _members_within(value: object) -> int:
    """Count the members of the objects in an extension value."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return len(members) + sum(map(_members_within, members.values()))
    if isinstance(value, tuple):
        return sum(map(_members_within, cast("tuple[object, ...]", value)))
    return 0


def _count_if_told(brief: _Brief) -> int | None:
    """Count the members of a narrative that holds, or return `None`."""
    count = 0
    for section in brief.sections:
        if section.kind is None and kind_of_heading(section.heading or "") is not None:
            return None
        count += len(section.__pydantic_fields_set__)
        for block in section.content:
            count += len(block.__dict__)  # no member of a block is optional
            if block.type == "markdown" and not _is_single_block(block.text):
                return None
    return count


def _violations(brief: _Brief) -> Iterator[InitErrorDetails]:
    yield from _duplicates(brief)
    kinds, _ = _kinds_of_facts(brief)
    yield from _violations_within(brief, (), kinds, None)
    for index, section in enumerate(brief.sections):
        yield from _violations_of_section(section, ("sections", index))


def _duplicates(brief: _Brief) -> Iterator[InitErrorDetails]:
    facts = (
        ((name, index, "id"), fact.id)
        for name in _LISTS_OF_FACTS
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
    value: Any,  # noqa: ANN401
    path: Path,
    kinds: dict[str, str],
    own_treaty: str | None,
) -> Iterator[InitErrorDetails]:
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
    kind = _kind_of(reference, kinds, own_treaty, rule)
    if kind is None:
        message = "No fact of this brief has the id {value}; expected {expected}"
        yield _violation("reference_unknown", message, path, reference, expected=rule.what)
    elif kind not in rule.kinds:
        message = "{value} is of kind {kind}; expected {expected}"
        yield _violation("reference_kind", message, path, reference, kind=kind, expected=rule.what)


def _kind_of(
    reference: str, kinds: dict[str, str], own_treaty: str | None, rule: RefersTo
) -> str | None:
    """Return the kind of fact that a reference names; a treaty's own milestones come first."""
    if own_treaty is not None and "milestone" in rule.kinds:
        own = kinds.get(f"{own_treaty}#{reference}")
        if own is not None:
            return own
    return kinds.get(reference)


def _violations_of_section(section: Any, path: Path) -> Iterator[InitErrorDetails]:  # noqa: ANN401
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
        if block.type == "markdown" and not _is_single_block(block.text):
            yield _violation(
                "block_invalid",
                "The text is not exactly one CommonMark block that needs to be kept verbatim",
                (*path, "content", index, "text"),
                block.text,
            )


def _is_single_block(text: str) -> bool:
    # The parser is imported only for briefs that have such a block.
    from diplobrief.model.commonmark import NestingError, is_single_block

    try:
        return is_single_block(text)
    except NestingError:
        return False


def _violation(
    code: LiteralString,
    message: Any,  # noqa: ANN401
    path: Path,
    value: str,
    **context: str,
) -> InitErrorDetails:
    error = PydanticCustomError(code, message, {"value": value, **context})
    return InitErrorDetails(type=error, loc=path, input=value)
