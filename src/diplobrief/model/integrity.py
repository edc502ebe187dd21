"""What has to hold within a brief as a whole, and no JSON Schema can say.

Ids are unique, references resolve to a fact of the right kind, a range of dates does not end
before it begins, a `markdown` block is one whole block, and a section whose heading is one of
the English labels has a kind. All violations are reported at once, each with its own path.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from diplobrief.model.base import Value
from diplobrief.model.dates import PartialDate, When
from diplobrief.model.references import RefersTo
from diplobrief.model.vocabulary.sections import kind_of_heading

if TYPE_CHECKING:
    from diplobrief.model.brief import Brief
    from diplobrief.model.facts import Fact

Path = tuple[str | int, ...]

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
_SINGULAR: Final = {
    "quotes": "quote",
    "events": "event",
    "treaties": "treaty",
    "acts": "act",
    "sources": "source",
}


@dataclass(frozen=True, slots=True)
class _Ids:
    """The kinds of the facts of a brief by id, and the milestones of each treaty."""

    kinds: dict[str, str]
    milestones: dict[str, frozenset[str]]

    def kind_of(self, reference: str, own_treaty: str | None, rule: RefersTo) -> str | None:
        treaty, hash_sign, milestone = reference.partition("#")
        if hash_sign:
            return "milestone" if milestone in self.milestones.get(treaty, ()) else None
        if (
            own_treaty is not None
            and "milestone" in rule.kinds
            and reference in self.milestones[own_treaty]
        ):
            return "milestone"
        return self.kinds.get(reference)


def require_integrity(brief: Brief) -> None:
    """Raise one error that holds every violation.

    Raises:
        pydantic.ValidationError: Something does not hold.
    """
    violations = [*_violations(brief)]
    if violations:
        raise ValidationError.from_exception_data("Brief", violations)


def index_facts(brief: Brief) -> dict[str, Fact]:
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


def _violations(brief: Brief) -> Iterator[InitErrorDetails]:
    ids = _Ids({}, {})
    for name in _LISTS_OF_FACTS:
        facts = getattr(brief, name)
        kind = _SINGULAR.get(name)
        for index, fact in enumerate(facts):
            if fact.id is None:
                continue
            if fact.id in ids.kinds:
                yield _duplicate((name, index, "id"), fact.id, "brief")
            ids.kinds[fact.id] = kind or fact.kind
    for index, treaty in enumerate(brief.treaties):
        yield from _collect_milestones(treaty, ("treaties", index), ids)
    yield from _violations_within(brief, (), ids, None)
    for index, section in enumerate(brief.sections):
        yield from _violations_of_section(section, ("sections", index))


def _collect_milestones(treaty: Any, path: Path, ids: _Ids) -> Iterator[InitErrorDetails]:  # noqa: ANN401
    seen: set[str] = set()
    for index, milestone in enumerate(treaty.milestones):
        if milestone.id in seen:
            yield _duplicate((*path, "milestones", index, "id"), milestone.id, "treaty")
        if milestone.id is not None:
            seen.add(milestone.id)
    ids.milestones[treaty.id] = frozenset(seen)


def _violations_within(
    value: Any,  # noqa: ANN401
    path: Path,
    ids: _Ids,
    own_treaty: str | None,
) -> Iterator[InitErrorDetails]:
    members = value.__dict__
    for name, place in _places(type(value)).items():
        member = members[name]
        if member is None or member == ():
            continue
        if place.nested:
            inner_treaty = value.id if name == "milestones" else own_treaty
            if isinstance(member, tuple):
                for index, item in enumerate(member):
                    yield from _violations_within(item, (*path, name, index), ids, inner_treaty)
            else:
                yield from _violations_within(member, (*path, name), ids, inner_treaty)
        elif place.refers_to is not None:
            yield from _unresolved(member, (*path, name), ids, own_treaty, place.refers_to)
        elif not member.is_ordered:
            yield _violation(
                "range_order",
                "The range {value} ends before it begins",
                (*path, name),
                str(member),
            )


def _unresolved(
    member: object, path: Path, ids: _Ids, own_treaty: str | None, rule: RefersTo
) -> Iterator[InitErrorDetails]:
    if isinstance(member, str):
        references: list[tuple[Path, str]] = [(path, member)]
    elif isinstance(member, tuple):
        references = [((*path, index), reference) for index, reference in enumerate(member)]
    else:
        return
    for place, reference in references:
        kind = ids.kind_of(reference, own_treaty, rule)
        if kind is None:
            yield _violation(
                "reference_unknown",
                "No fact of this brief has the id {value}; expected {expected}",
                place,
                reference,
                expected=rule.what,
            )
        elif kind not in rule.kinds:
            yield _violation(
                "reference_kind",
                "{value} is of kind {kind}; expected {expected}",
                place,
                reference,
                kind=kind,
                expected=rule.what,
            )


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
    from diplobrief.model.commonmark import is_single_block  # noqa: PLC0415

    return is_single_block(text)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a member holds that integrity has to look at."""

    nested: bool
    refers_to: RefersTo | None


@cache
def _places(model: type[Value]) -> dict[str, _Place]:
    """Return the members of a model that hold references, dates or further such values."""
    places: dict[str, _Place] = {}
    for name, info in model.model_fields.items():
        if name == "sections":
            continue
        found = [*_parts(info.annotation), *info.metadata]
        models = [part for part in found if isinstance(part, type) and issubclass(part, Value)]
        if any(_places(part) for part in models):
            places[name] = _Place(nested=True, refers_to=None)
            continue
        rules = [part for part in found if isinstance(part, RefersTo)]
        dates = [part for part in found if part in (PartialDate, When)]
        if rules or dates:
            places[name] = _Place(nested=False, refers_to=rules[0] if rules else None)
    return places


def _parts(annotation: object) -> Iterator[object]:
    """Yield an annotation and everything within it, metadata included."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def _duplicate(path: Path, value: str, where: str) -> InitErrorDetails:
    return _violation(
        "id_duplicate", "The id {value} is given twice in this {where}", path, value, where=where
    )


def _violation(
    code: str, message: Any, path: Path, value: str, **context: str  # noqa: ANN401
) -> InitErrorDetails:
    error = PydanticCustomError(code, message, {"value": value, **context})
    return InitErrorDetails(type=error, loc=path, input=value)
