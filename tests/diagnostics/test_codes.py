"""The table of codes knows every code that the library gives."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from diplobrief.checks import RULES
from diplobrief.cli.program import program
from diplobrief.diagnostics import Finding
from diplobrief.diagnostics.codes import CODES, GROUPS

PACKAGE = Path(__file__).parents[2] / "src/diplobrief"
GIVES_CODES = {"Finding", "YamlError", "BodyError", "JsonError", "_refuse"}
"""The calls whose first argument is a code."""
RELAYS = {
    ("checks/rules/base.py", "self.code"),
    ("checks/runner.py", "INTERNAL"),
    ("cli/commands/check/explain.py", "name"),
    ("diagnostics/violations.py", "code"),
    ("diagnostics/violations.py", "kind if kind in CODES else 'value_wrong'"),
    ("diagnostics/bounds.py", "code"),
    ("formats/json/document.py", "error.code"),
    ("formats/json/scanner.py", "code"),
    ("formats/markdown/body/reader.py", "error.code"),
    ("formats/markdown/members.py", "error.code"),
    ("formats/markdown/source.py", "error.code"),
    ("formats/markdown/yaml/errors.py", "code"),
}
"""What hands on a code that was given, or named, elsewhere."""
LOOKS_LIKE_ONE = re.compile(r"(?:json|yaml|file)_[a-z]+(?:_[a-z]+)*")
NO_CODES = {"json_invalid", "json_schema", "json_schema_extra"}


@pytest.fixture(scope="module")
def nodes():
    """The syntax of the source, node by node, with the file."""
    return [
        (path.relative_to(PACKAGE).as_posix(), node)
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]


@pytest.fixture(scope="module")
def given(nodes):
    """What stands where a code stands, with the file."""
    # A code comes with words.
    return [
        (path, node.args[0])
        for path, node in nodes
        if isinstance(node, ast.Call)
        and len(node.args) > 1
        and getattr(node.func, "attr", getattr(node.func, "id", None)) in GIVES_CODES
    ]


def sources():
    return (path for path in PACKAGE.rglob("*.py") if path.name != "codes.py")


def test_every_code_that_is_given_is_in_the_table(given):
    literal = {node.value for _, node in given if isinstance(node, ast.Constant)}
    assert len(literal) > 20
    assert literal - CODES.keys() == set()


def test_a_code_that_is_handed_on_comes_from_a_place_that_is_known(given):
    others = [(path, node) for path, node in given if not isinstance(node, ast.Constant)]
    assert {(path, ast.unparse(node)) for path, node in others} == RELAYS


def test_no_text_of_the_source_looks_like_a_code_that_is_missing(nodes):
    words = {
        node.value
        for _, node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    looking = {word for word in words if LOOKS_LIKE_ONE.fullmatch(word)} - NO_CODES
    assert len(looking) > 15
    assert looking - CODES.keys() == set()


def test_the_table_has_no_code_that_nothing_gives():
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources())
    assert [code for code in CODES if f'"{code}"' not in text] == []


def test_a_code_stands_in_one_group():
    assert len(CODES) == sum(len(codes) for codes in GROUPS.values())


def test_every_code_is_explained_with_its_place_in_the_manual():
    codes = {*CODES, *RULES}
    explained = set()
    for code in codes:
        done = CliRunner().invoke(program, ["check", "--explain", code])
        if done.output.startswith(f"{code} ") and Finding(code, "").url in done.output:
            explained.add(code)
        assert done.exit_code == 0, done.output
    assert codes - explained == set()
