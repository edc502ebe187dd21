"""Validators in several languages return the expected verdicts on the conformance suite."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest
import referencing
from pydantic import TypeAdapter, ValidationError

import diplobrief.model
from diplobrief.model import SCHEMA_ID
from diplobrief.model.integrity_rules import INTEGRITY_CODES

# Other tests cover the same code, and measuring coverage doubles the time.
pytestmark = pytest.mark.no_cover

TESTS = Path(__file__).parents[1]
PUBLISHED = TESTS.parent / "schemas" / "v1"
SCHEMA = json.loads((PUBLISHED / "brief.schema.json").read_text(encoding="utf-8"))
GROUPS = [
    group
    for path in sorted((PUBLISHED / "tests").glob("*.json"))
    for group in json.loads(path.read_text(encoding="utf-8"))
]


def assert_expected(verdicts):
    """Compare the verdicts of a validator (one list for each group) with the expected ones."""
    found = [
        (group["description"], test["description"], verdict)
        for group, judged in zip(GROUPS, verdicts, strict=True)
        for test, verdict in zip(group["tests"], judged, strict=True)
        if verdict is not test["valid"]
    ]
    assert found == []


def answered(command):
    """Return the verdicts that a program prints for the schema and the suite."""
    result = subprocess.run(
        command, input=json.dumps([SCHEMA, GROUPS]), capture_output=True, check=False, text=True
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_jsonschema_of_python():
    registry = referencing.Resource.from_contents(SCHEMA) @ referencing.Registry()
    validators = [
        jsonschema.Draft202012Validator(group["schema"], registry=registry) for group in GROUPS
    ]
    assert_expected(
        [validator.is_valid(test["data"]) for test in group["tests"]]
        for group, validator in zip(GROUPS, validators, strict=True)
    )


def test_the_code_in_the_readme_reports_a_wrong_verdict(tmp_path, monkeypatch, capsys):
    shutil.copytree(PUBLISHED, tmp_path / "schemas" / "v1")
    monkeypatch.chdir(tmp_path)
    readme = (PUBLISHED / "tests" / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    file = Path("schemas/v1/tests/Fraction.json")
    line = '{"description": "one half", "data": "1/2", "valid": '
    text = file.read_text(encoding="ascii")
    assert f"{line}true" in text
    file.write_text(text.replace(f"{line}true", f"{line}false"), encoding="ascii")
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert capsys.readouterr().out == "Fraction: handwritten one half\n"


def test_jsonschema_of_rust():
    registry = jsonschema_rs.Registry([(SCHEMA_ID, SCHEMA)])
    validators = [
        jsonschema_rs.validator_for(group["schema"], registry=registry) for group in GROUPS
    ]
    assert_expected(
        [validator.is_valid(test["data"]) for test in group["tests"]]
        for group, validator in zip(GROUPS, validators, strict=True)
    )


@pytest.mark.needs("node")
@pytest.mark.parametrize("validator", ["ajv", "hyperjump", "cfworker"])
def test_validators_of_javascript(validator):
    script = TESTS / "node" / "validators" / "verdicts.mjs"
    assert_expected(answered(["node", script, validator]))


@pytest.mark.needs("perl")
def test_json_validator_of_perl():
    assert_expected(answered(["perl", TESTS / "schema" / "json_validator.pl"]))


def test_sourcemeta_of_cplusplus(tmp_path, sourcemeta):
    for number, group in enumerate(GROUPS):
        asked = {"target": group["schema"]["$ref"], "tests": group["tests"]}
        (tmp_path / f"{number}.json").write_text(json.dumps(asked), encoding="ascii")
    report = sourcemeta("test", tmp_path, "--json", "--resolve", PUBLISHED / "brief.schema.json")
    results = json.loads(report.stdout)["results"]
    assert [test for test in results["tests"] if test["status"] != "passed"] == []
    assert results["summary"]["passed"] == sum(len(group["tests"]) for group in GROUPS)


# --- The models -----------------------------------------------------------------------------------


def types_of_the_model():
    """Return every type of the model by its name in the schema."""
    package = diplobrief.model
    found = {}
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        found |= vars(importlib.import_module(module.name))
    # The model has no type for it; an open vocabulary accepts it.
    return found | {"ExtensionTerm": found["AuthorRole"]}


def shape_holds(validate, value):
    try:
        validate(value)
    except ValidationError as error:
        return {found["type"] for found in error.errors()} <= INTEGRITY_CODES.keys()
    return True


def test_the_models():
    types = types_of_the_model()
    from_data, from_text = [], []
    for group in GROUPS:
        name = re.sub(r".*(?:#/\$defs/|/brief\.schema\.json$)", "", group["schema"]["$ref"])
        adapter = TypeAdapter(types[name or "Brief"])
        values = [test["data"] for test in group["tests"]]
        from_data.append([shape_holds(adapter.validate_python, value) for value in values])
        from_text.append(
            [shape_holds(adapter.validate_json, json.dumps(value)) for value in values]
        )
    assert_expected(from_data)
    assert_expected(from_text)
