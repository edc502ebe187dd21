"""`suggest --model` asks a model of the library `llm`, here one on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import diplobrief
from tests.extraction.language_model.server import serving, variables_for
from tests.extraction.language_model.test_answers import ANSWER, TEXT, changed

pytestmark = pytest.mark.outside

COMMAND = Path(sys.executable).parent / "diplobrief"


@pytest.fixture
def run(tmp_path):
    """Runs `diplobrief suggest` on a note in a language without lexicon: only the model finds."""
    note = f"---\nschema_version: '1.0'\nlanguage: nb\n---\n\n{TEXT}"
    (tmp_path / "note.md").write_text(note, encoding="utf-8")

    def run(*words, **variables):
        return subprocess.run(
            [COMMAND, "suggest", "note.md", *words],
            cwd=tmp_path,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize("name", ["local", "plain"])
def test_a_model_adds_facts_with_its_name(run, tmp_path, name):
    with serving(json.dumps(ANSWER)) as (address, requests):
        settings = variables_for(address, tmp_path / "llm")
        done = run("--model", name, "-o", "out.md", **settings)
    assert done.returncode == 0, done.stderr
    brief = diplobrief.load(tmp_path / "out.md")
    [meeting] = [event for event in brief.events if event.provenance.method == "model"]
    assert (meeting.kind, meeting.provenance.agent) == ("meeting", name)
    assert len(requests) == 1
    asked = requests[0]["messages"][-1]["content"]
    assert ("response_format" in requests[0]) == (name == "local")
    assert ("The schema:" in asked) == (name == "plain")


def test_what_the_text_does_not_state_is_counted(run, tmp_path):
    answer = json.dumps(changed(("events", 0, "place"), "Paris"))
    with serving(answer) as (address, requests):
        settings = variables_for(address, tmp_path / "llm")
        done = run("--model", "local", "-o", "out.md", **settings)
    assert len(requests) == 3
    assert "left out 1 part of the answer" in done.stderr
    assert "Paris" not in (tmp_path / "out.md").read_text(encoding="utf-8")


def test_a_server_that_fails_is_one_error_and_no_file(run, tmp_path):
    with serving("{}", status=500) as (address, _):
        settings = variables_for(address, tmp_path / "llm")
        done = run("--model", "local", "-o", "out.md", **settings)
    assert done.returncode == 2
    assert "error[model_failed]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.md").exists()


def test_a_name_that_is_unknown_is_invalid_usage(run, tmp_path):
    done = run("--model", "no-such-model", LLM_USER_PATH=str(tmp_path / "llm"))
    assert done.returncode == 2
    assert "llm models" in done.stderr
