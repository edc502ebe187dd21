"""The conformance suite is current and complete, and each case depends on one constraint."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from functools import partial
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest

from diplobrief.model.integrity_rules import INTEGRITY_CODES
from scripts.conformance.samples import DEFINITIONS, SCHEMA, TYPES
from scripts.conformance.suite import HANDWRITTEN, files

SUITE = Path(__file__).parents[2] / "schemas" / "v1" / "tests"
CASES = {
    name: [
        test
        for group in json.loads((SUITE / f"{name}.json").read_text(encoding="ascii"))
        for test in group["tests"]
    ]
    for name in TYPES
}
ANNOTATIONS = {"title", "description", "examples", "$defs", "$schema", "$id"}
"""Keywords that do not affect a verdict."""
CONTAINERS = {"properties", "patternProperties"}
"""Keywords whose parts are checked instead of the keyword itself."""


def of_type(name, definition=None):
    """Return the schema of a type, optionally with another definition."""
    if name == "Brief":
        return SCHEMA if definition is None else definition
    own = {} if definition is None else {name: definition}
    return {"$ref": f"#/$defs/{name}", "$defs": DEFINITIONS | own}


def test_the_committed_suite_is_current():
    committed = {path.name: path.read_text(encoding="ascii") for path in SUITE.glob("*.json")}
    assert committed == files(), "run `make schemas`"


def test_every_type_has_valid_and_invalid_cases():
    assert sum(map(len, CASES.values())) > 2_500
    for cases in CASES.values():
        assert {case["valid"] for case in cases} == {True, False}


def test_handwritten_cases_cover_every_string_type():
    assert HANDWRITTEN.keys() <= TYPES.keys()
    assert {name for name, form in DEFINITIONS.items() if "pattern" in form} <= HANDWRITTEN.keys()


def test_descriptions_in_a_group_are_unique():
    for name in TYPES:
        for group in json.loads((SUITE / f"{name}.json").read_text(encoding="ascii")):
            named = Counter(test["description"] for test in group["tests"])
            assert [description for description, times in named.items() if times > 1] == []


# --- Each invalid case has exactly one fault ------------------------------------------------------


def faults(error):
    """Return the faults that an error reports, in the alternative with the fewest faults."""
    if not error.context:
        return {place_and_rule(error)}
    alternatives = {}
    for inner in error.context:
        alternatives.setdefault(inner.schema_path[0], set()).update(faults(inner))
    return min(alternatives.values(), key=len)


def place_and_rule(error):
    rule = error.validator
    if rule == "not":
        # `not` with a pattern also rejects values that are not strings.
        rule = "pattern" if isinstance(error.instance, str) else "type"
    return tuple(error.absolute_path), rule, error.message if rule == "required" else ""


@pytest.mark.parametrize("name", TYPES)
def test_an_invalid_case_has_exactly_one_fault(name):
    validator = jsonschema.Draft202012Validator(of_type(name))
    for case in CASES[name]:
        found = set().union(*map(faults, validator.iter_errors(case["data"])))
        assert len(found) == (0 if case["valid"] else 1), (case, found)


# --- Each constraint is needed for a valid and an invalid case ------------------------------------


def constraints(form, path=()):
    """Yield the path of each subschema of a definition, with its constraining keywords."""
    yield path, [key for key in form if key not in ANNOTATIONS]
    for keyword in CONTAINERS & form.keys():
        for name, part in form[keyword].items():
            if isinstance(part, dict):
                yield from constraints(part, (*path, keyword, name))
    for keyword in ("oneOf", "anyOf", "allOf"):
        for index, part in enumerate(form.get(keyword, ())):
            yield from constraints(part, (*path, keyword, index))
    if "items" in form:
        yield from constraints(form["items"], (*path, "items"))


def changed(definition, path, change):
    """Return a copy of a definition in which the part at a path is changed."""
    if not path:
        return change(definition)
    step, *rest = path
    copy = list(definition) if isinstance(definition, list) else dict(definition)
    copy[step] = changed(definition[step], rest, change)
    return copy


def test_changed_does_not_modify_the_original():
    before = deepcopy(DEFINITIONS["Vote"])
    assert changed(DEFINITIONS["Vote"], ("properties", "required"), lambda _: False) != before
    assert DEFINITIONS["Vote"] == before


class Strictness:
    """Compares the verdicts of a changed definition on the cases of its type."""

    def __init__(self, name):
        self.name = name
        self.data = {verdict: [] for verdict in (True, False)}
        for case in CASES[name]:
            self.data[case["valid"]].append(case["data"])

    def refuses_a_valid_case(self, definition):
        return not all(map(self._validator(definition).is_valid, self.data[True]))

    def accepts_an_invalid_case(self, definition):
        return any(map(self._validator(definition).is_valid, self.data[False]))

    def _validator(self, definition):
        schema = of_type(self.name, definition)
        # In Python, `$` also matches before a final line end, so that `not` matters.
        if "pattern" in DEFINITIONS.get(self.name, ()):
            return jsonschema.Draft202012Validator(schema)
        return jsonschema_rs.validator_for(schema)


@pytest.mark.parametrize("name", TYPES)
def test_every_constraint_affects_a_valid_and_an_invalid_case(name):
    definition, strictness = TYPES[name], Strictness(name)
    undecided = []
    for path, keywords in constraints(definition):
        # Some valid case uses this part: it fails if the part accepts nothing.
        impossible = changed(definition, path, lambda _: False)
        if keywords and not strictness.refuses_a_valid_case(impossible):
            undecided.append((*path, "valid"))
        for keyword in keywords:
            laxer = changed(definition, path, partial(without, keyword))
            if keyword not in CONTAINERS and not strictness.accepts_an_invalid_case(laxer):
                undecided.append((*path, keyword, "invalid"))
    assert undecided == []


def without(keyword, form):
    # `not` with a pattern also rejects values that are not strings.
    dropped = {"type", "not"} if keyword == "type" else {keyword}
    return {key: value for key, value in form.items() if key not in dropped}


def test_the_readme_lists_the_integrity_rules():
    readme = " ".join((SUITE / "README.md").read_text(encoding="utf-8").split())
    for rule in INTEGRITY_CODES.values():
        assert rule in readme
