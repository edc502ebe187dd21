"""The code on the page about other languages compiles and runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import diplobrief

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs/how-to/other-languages.md"
NODE = ROOT / "tests/node/node_modules"
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
NEEDED = {"Go": ["go"], "Java": ["java"], "C\\#": ["c#"]}
"""The tools that a section needs in addition to Node.js."""

NOTE = {
    "schema_version": "1.0",
    "title": "The lake treaty waits",
    "actors": [
        {"id": "north", "kind": "state", "name": "Northland", "country": "XN"},
        {"id": "varga", "kind": "person", "name": "Ilona Varga", "represents": "north"},
        {"id": "ministry", "kind": "organ", "name": "North ministry", "of": "north"},
    ],
    "quotes": [
        {"speakers": ["varga"], "mode": "partial", "text": "a long winter", "about": ["lake"]},
        {
            "speakers": ["ministry"],
            "mode": "indirect",
            "text": "the text would be ready in May",
        },
    ],
    "treaties": [
        {
            "id": "lake",
            "title": "Treaty on the Lake",
            "kind": "treaty",
            "entry_rules": [{"count": 2, "after": {"days": 30}}],
            "milestones": [
                {
                    "kind": "parliamentary_approval",
                    "status": "completed",
                    "date": "2026-03-20",
                    "vote": {"in_favour": 51, "against": ["north"]},
                }
            ],
        }
    ],
    "sections": [
        {"kind": "lede", "content": [{"type": "paragraph", "text": "It spoke of a long winter."}]}
    ],
}


def sections():
    head, *rest = SECTION.split(PAGE.read_text(encoding="utf-8"))
    yield "Beginning", head
    yield from zip(rest[::2], rest[1::2], strict=True)


@pytest.fixture
def folder(tmp_path, monkeypatch, tool):
    """Return a folder as the page describes it, with the programs of the checkout on the path."""
    tool("node")
    (tmp_path / "node_modules").symlink_to(NODE)
    shutil.copy(ROOT / "schemas/v1/brief.schema.json", tmp_path)
    brief = diplobrief.Brief.model_validate(NOTE)
    diplobrief.dump(brief, tmp_path / "note.json")
    programs = [NODE / ".bin", Path(sys.executable).parent]
    monkeypatch.setenv("PATH", os.pathsep.join([*map(str, programs), os.environ["PATH"]]))
    monkeypatch.setenv("GO111MODULE", "off")
    return tmp_path


@pytest.mark.parametrize(("title", "text"), [*sections()], ids=[title for title, _ in sections()])
def test_the_code_of_a_section_runs(title, text, folder, tool):
    for name in NEEDED.get(title, ()):
        tool(name)
    for language, file, block in BLOCK.findall(text):
        if file:
            (folder / file).write_text(block, encoding="utf-8")
            continue
        assert language == "console", language
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
                encoding="utf-8",
            )
            assert done.returncode == 0, f"{command}\n{done.stdout}"
            assert done.stdout == shown or not shown, command
    for written in folder.glob("from-*.json"):
        assert diplobrief.load(written).quotes == diplobrief.Brief.model_validate(NOTE).quotes


def test_every_section_with_code_has_a_command():
    for title, text in sections():
        if "```" in text:
            assert "```console" in text, title


COUNT_ERRORS = """
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020").default;
const [schema, brief] = JSON.parse(readFileSync(0, "utf-8"));
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
console.log(validate(brief) ? 0 : validate.errors.length);
"""


def test_ajv_reports_three_errors_for_a_wrong_term(folder):
    brief = {
        "schema_version": "1.0",
        "acts": [{"kind": "expulsionn"}, {"kind": "Sanctions"}, {"kind": "resolutions"}],
        "sections": [],
    }
    done = subprocess.run(
        ["node", "-e", COUNT_ERRORS],
        cwd=folder,
        input=json.dumps([diplobrief.json_schema(), brief]),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert int(done.stdout) == 3 * len(brief["acts"])
