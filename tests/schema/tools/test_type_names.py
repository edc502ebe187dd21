"""The types that generators make of the schema have the names of the model."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import product
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
DECLARED = re.compile(r"^(?:export |public )?(?:interface|type|enum|class) (\w+)", re.MULTILINE)
WORD = re.compile(r"[A-Z][a-z0-9]*")
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
    names = set(NAME.findall(done.stdout)) | {"Brief"}
    assert_names_are_good(names)


# Not Go for the profiles: its constants share a namespace with its types, so that the kind `treaty`
# takes the name `Treaty`.
@pytest.mark.parametrize(
    ("language", "schema"),
    [("go", SCHEMA), *product(["ts", "java"], [SCHEMA, *FOR_MODELS])],
    ids=lambda value: getattr(value, "name", value),
)
def test_quicktype_invents_no_word_for_a_type(tool, language, schema):
    """It joins the beginning of one name and the end of another where it merges types."""
    tool("node")
    options = ["--src-lang=schema", "--just-types", "--top-level=Brief"]
    done = subprocess.run(
        [PROGRAMS / "quicktype", *options, f"--lang={language}", schema],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    names = set(DECLARED.findall(done.stdout)) - {"Brief"}
    words = {word for name in words_of_schema(schema) for word in WORD.findall(name)}
    assert "Milestone" in names
    assert {name for name in names if not words.issuperset(WORD.findall(name))} == set()


def words_of_schema(schema):
    """Return the titles, and the names of definitions and members, of a schema."""
    parts = [json.loads(schema.read_text(encoding="utf-8"))]
    while parts:
        match parts.pop():
            case dict() as part:
                if isinstance(title := part.get("title"), str):
                    yield title
                for name in (*part.get("$defs", {}), *part.get("properties", {})):
                    yield "".join(word.capitalize() for word in name.split("_"))
                parts += part.values()
            case list() as items:
                parts += items


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
