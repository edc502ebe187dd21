"""The rules that apply to a brief as a whole, which no JSON Schema can express.

One walk over the brief checks them and counts its members. A brief is nearly always sound, so the
first walk builds no paths and stops at the first violation; only then a second walk, which builds
paths, reports all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, cast

from pydantic_core import InitErrorDetails, ValidationError

from diplobrief.model.base import Extensible, Value
from diplobrief.model.fact_index import (
    fact_lists,
    facts_with_paths,
    kind_of_reference,
    kinds_of_facts,
)
from diplobrief.model.facts import Fact
from diplobrief.model.fields import Date, Field, Path, Values, fields_of
from diplobrief.model.integrity_rules import OWN_RULES, OwnRule, violation
from diplobrief.model.references import RefersTo

_FORMER_IGNORE: Final = "x-waive"

_MOST_VIOLATIONS: Final = 20_000
"""How many violations are reported. Each needs a kilobyte until somebody has read the error."""


@dataclass(slots=True)
class MemberCount:
    """A context for validation, in which the brief notes how many members it has.

    The reader of JSON compares this number with the names in the document, to notice names that
    are not unique: the parser of pydantic-core keeps only the last of them.
    """

    members: int = 0


def require_integrity(brief: Extensible) -> int:
    """Raise one error that contains the violations; see `violations_of`.

    Returns:
        The number of members of the brief and of all values within it.

    Raises:
        pydantic.ValidationError: The brief has violations.
    """
    kinds, has_unique_ids = kinds_of_facts(brief)
    if has_unique_ids and type(brief.__pydantic_extra__.get("$schema", "")) is str:
        try:
            return _Walk(kinds).visit(brief, _plan_of(type(brief)), None, None)
        except _UnsoundError:
            pass
    raise ValidationError.from_exception_data("Brief", violations_of(brief))


def violations_of(brief: Extensible) -> list[InitErrorDetails]:
    """Return the violations of integrity, in the order of the model; all, unless they are many."""
    schema = brief.__pydantic_extra__.get("$schema", "")
    violations: list[InitErrorDetails] = []
    if not isinstance(schema, str):
        violations.append(InitErrorDetails(type="string_type", loc=("$schema",), input=schema))
    violations += islice(_duplicate_ids(brief), _MOST_VIOLATIONS)
    kinds, _ = kinds_of_facts(brief)
    with suppress(_EnoughError):
        _Walk(kinds, violations).visit(brief, _plan_of(type(brief)), None, ())
    return violations


def _duplicate_ids(brief: Extensible) -> Iterator[InitErrorDetails]:
    ids_of: dict[Path, set[str]] = {}
    for path, fact in facts_with_paths(brief):
        *around, _, _ = path
        id = fact.__dict__["id"]
        ids = ids_of.setdefault(tuple(around), set())
        if id in ids:
            where = "treaty" if around else "brief"
            message = "The id {value} is given twice in this {where}"
            yield violation("id_duplicate", message, (*path, "id"), id, where=where)
        elif id is not None:
            ids.add(id)


# --- The walk -------------------------------------------------------------------------------------


class _UnsoundError(Exception):
    """A violation was found by a walk that does not report any."""


class _EnoughError(Exception):
    """So many violations were found that no more are needed."""


class _Walk:
    """A walk over a brief that checks each value.

    Args:
        kinds: The kinds of the brief's facts by their ids.
        violations: The list that violations are added to; without it, the first one ends the walk.
    """

    __slots__ = ("_kinds", "_violations")

    def __init__(
        self, kinds: dict[str, str], violations: list[InitErrorDetails] | None = None
    ) -> None:
        self._kinds = kinds
        self._violations = violations

    def visit(  # noqa: C901 - in one piece it is a quarter faster, and runs for every value
        self, value: Value, plan: _Plan, treaty: str | None, path: Path | None
    ) -> int:
        """Check a value and all values within it.

        Args:
            value: The value.
            plan: What to check in values of its class.
            treaty: The id of the treaty that contains the value.
            path: The path of the value, if violations are reported.

        Returns:
            The number of members of the value and of all values within it.
        """
        members, given = value.__dict__, value.__pydantic_fields_set__
        count = len(given)
        if plan.own_rule is not None:
            self._report(plan.own_rule(value, path or ()))
        if plan.is_extensible and value.__pydantic_extra__:
            count += self._visit_extensions(value.__pydantic_extra__, path or ())
        steps = plan.steps
        # A set has no order, which matters only if violations are reported.
        for name in plan.names & given if path is None else plan.in_order(given):
            step, member = steps[name], members[name]
            if step.rule is not None:
                is_list = step.is_list and type(members[name]) is not int  # a number of voters
                references: tuple[Any, ...] = member if is_list else (member,)
                if not step.rule.kinds.issuperset(map(self._kinds.get, references)):
                    self._check_references(references, step, step.rule, treaty, path or ())
            elif step.is_date:
                if member[0] == "[":
                    self._check_range(member, step.path(path or ()))
            else:
                around = members["id"] if step.contains_own_facts else treaty
                items = member if step.is_list else (member,)
                if path is None:
                    for item in items:
                        count += self._visit_item(item, around, None)
                else:
                    for index, item in enumerate(items):
                        count += self._visit_item(item, around, step.path(path, index))
        return count

    def _visit_item(self, item: Value, treaty: str | None, path: Path | None) -> int:
        plan = _PLANS.get(type(item)) or _plan_of(type(item))
        given = item.__pydantic_fields_set__
        if plan.checks_fields_only and plan.names.isdisjoint(given):
            return len(given)
        return self.visit(item, plan, treaty, path)

    def _visit_extensions(self, extensions: dict[str, object], path: Path) -> int:
        """Return the number of members within extension members, which are counted themselves."""
        if _FORMER_IGNORE in extensions:
            message = "{value} was renamed to ignore"
            path = (*path, _FORMER_IGNORE)
            self._report(violation("member_renamed", message, path, _FORMER_IGNORE))
        return sum(map(_members_within, extensions.values()))

    def _check_range(self, dates: Any, path: Path) -> None:
        if not dates.is_ordered:
            message = "The range {value} ends before it begins"
            self._report(violation("range_order", message, path, str(dates)))

    def _check_references(
        self,
        references: tuple[object, ...],
        step: _Step,
        rule: RefersTo,
        treaty: str | None,
        path: Path,
    ) -> None:
        for index, reference in enumerate(references):
            if isinstance(reference, str):  # and not a number of voters
                self._report(self._unresolved(reference, rule, treaty, step.path(path, index)))

    def _unresolved(
        self, reference: str, rule: RefersTo, treaty: str | None, path: Path
    ) -> InitErrorDetails | None:
        kind = kind_of_reference(reference, self._kinds, treaty, rule.kinds)
        if kind is None:
            message = "No fact of this brief has the id {value}; expected {expected}"
            return violation("reference_unknown", message, path, reference, expected=rule.what)
        if kind not in rule.kinds:
            message = "{value} is of kind {kind}; expected {expected}"
            return violation(
                "reference_kind", message, path, reference, kind=kind, expected=rule.what
            )
        return None

    def _report(self, violation: InitErrorDetails | None) -> None:
        if violation is not None:
            if self._violations is None:
                raise _UnsoundError
            if len(self._violations) >= _MOST_VIOLATIONS:
                raise _EnoughError
            self._violations.append(violation)


@dataclass(frozen=True, slots=True)
class _Step:
    """A field that the walk looks at.

    Args:
        name: The name of the field.
        is_list: Whether it is a list.
        rule: Which facts it may name, if it contains references.
        is_date: Whether it is a date.
        contains_own_facts: Whether it contains facts whose ids belong to the fact around them.
    """

    name: str
    is_list: bool
    rule: RefersTo | None
    is_date: bool
    contains_own_facts: bool

    @classmethod
    def of(cls, field: Field, *, contains_own_facts: bool) -> _Step:
        return cls(
            field.name,
            field.is_list,
            field.content if isinstance(field.content, RefersTo) else None,
            isinstance(field.content, Date),
            contains_own_facts,
        )

    def path(self, path: Path, index: int = 0) -> Path:
        """Return the path of an item, given that of the value that has the field."""
        return (*path, self.name, index) if self.is_list else (*path, self.name)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the walk checks in the values of a class.

    Args:
        steps: The fields that it looks at, by their names.
        names: The same names.
        own_rule: A rule for the value itself.
        is_extensible: Whether the values have extension members.
        checks_fields_only: Whether a value without these fields needs no visit.
    """

    steps: dict[str, _Step]
    names: frozenset[str]
    own_rule: OwnRule | None
    is_extensible: bool
    checks_fields_only: bool

    def in_order(self, given: set[str]) -> list[str]:
        """Return the names of these members that the walk looks at, in the order of the model."""
        return [name for name in self.steps if name in given]


_PLANS: Final[dict[type[Value], _Plan]] = {}
"""The plans that exist already. A look-up is faster than the call of a cached function."""


def _plan_of(model: type[Value]) -> _Plan:
    if model not in _PLANS:
        own_facts = {facts.name for facts in fact_lists(model)} if issubclass(model, Fact) else ()
        steps = {
            name: _Step.of(field, contains_own_facts=name in own_facts)
            for name, field in fields_of(model).items()
            if isinstance(field.content, Date | RefersTo | Values)
        }
        own_rule, is_extensible = OWN_RULES.get(model), issubclass(model, Extensible)
        _PLANS[model] = _Plan(
            steps,
            frozenset(steps),
            own_rule,
            is_extensible,
            checks_fields_only=own_rule is None and not is_extensible,
        )
    return _PLANS[model]


def _members_within(value: object) -> int:
    """Return the number of members in the objects within the value of an extension member."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return len(members) + sum(map(_members_within, members.values()))
    if isinstance(value, tuple):
        return sum(map(_members_within, cast("tuple[object, ...]", value)))
    return 0
