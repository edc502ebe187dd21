"""The types that generators make of the schema have the names of the model."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAMS = ROOT / "tests" / "node" / "node_modules" / ".bin"
PUBLISHED = ROOT / "schemas" / "v1"
SCHEMA = PUBLISHED / "brief.schema.json"
FOR_MODELS = [PUBLISHED / "llm.schema.json", PUBLISHED / "facts.schema.json"]
COMMANDS = {
    "quicktype": [
        "quicktype",
        "--src-lang=schema",
        "--lang=ts",
        "--just-types",
        "--top-level=Brief",
    ],
    "quicktype for Go": [
        "quicktype",
        "--src-lang=schema",
        "--lang=go",
        "--just-types",
        "--top-level=Brief",
    ],
    "json-schema-to-typescript": ["json2ts", "--input"],
}
NAME = re.compile(r"^(?:export (?:interface|type|enum)|type|class) (\w+)", re.MULTILINE)
VAGUE = {"Kind", "Type", "Enum", "TypeEnum", "KindEnum", "Element", "Class", "Union"}


@pytest.mark.parametrize("generator", COMMANDS)
def test_types_have_the_names_of_the_model(tool, generator):
    tool("node")
    program, *options = COMMANDS[generator]
    done = subprocess.run(
        [PROGRAMS / program, *options, SCHEMA], capture_output=True, check=True, encoding="utf-8"
    )
    names = set(NAME.findall(done.stdout))
    assert_names_are_good(names)


@pytest.mark.outside
def test_python_classes_have_the_names_of_the_model(tmp_path):
    output = tmp_path / "models.py"
    options = ("--input-file-type=jsonschema", "--output-model-type=pydantic_v2.BaseModel")
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", SCHEMA, *options]
    subprocess.run([*command, "--output", output], capture_output=True, check=True)
    assert_names_are_good(set(NAME.findall(output.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("schema", FOR_MODELS, ids=lambda path: path.name)
@pytest.mark.parametrize("generator", ["quicktype", "json-schema-to-typescript"])
def test_types_of_the_profiles_for_language_models_have_good_names(tool, generator, schema):
    tool("node")
    program, *options = COMMANDS[generator]
    done = subprocess.run(
        [PROGRAMS / program, *options, schema], capture_output=True, check=True, encoding="utf-8"
    )
    assert_names_are_good(set(NAME.findall(done.stdout)) | {"Brief"})


@pytest.mark.outside
@pytest.mark.parametrize("schema", FOR_MODELS, ids=lambda path: path.name)
def test_python_classes_of_the_profiles_for_language_models_have_good_names(tmp_path, schema):
    output = tmp_path / "models.py"
    options = ("--input-file-type=jsonschema", "--output-model-type=pydantic_v2.BaseModel")
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", schema, *options]
    # The profile for facts has no definitions; its types are named by their titles only.
    titles = ["--use-title-as-name"] if schema.name == "facts.schema.json" else []
    subprocess.run([*command, *titles, "--output", output], capture_output=True, check=True)
    assert_names_are_good(set(NAME.findall(output.read_text(encoding="utf-8"))) | {"Brief"})


def assert_names_are_good(names):
    assert {"Brief", "Actor", "Milestone", "Quote", "Treaty", "QuoteMode"} <= names
    assert names & VAGUE == set()
    assert [name for name in names if name.endswith(("Enum", "Element", "Class"))] == []
    assert numbered(names) == []


def numbered(names):
    return [name for name in names if re.search(r"[0-9]$", name) and name != "Sha256"]


def test_our_own_declarations_have_the_names_of_the_model():
    text = (SCHEMA.parent / "brief.d.ts").read_text(encoding="utf-8")
    names = set(NAME.findall(text))
    assert {"Brief", "Actor", "MilestoneKind", "When", "Voters"} <= names
    assert names & VAGUE == set()
    assert numbered(names) == []
