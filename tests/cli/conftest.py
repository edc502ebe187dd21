"""Briefs to work on, and the command in this process; `test_cli_processes` starts real ones."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from diplobrief.cli.program import program

MARKDOWN = """\
---
schema_version: '1.0'
id: lake-treaty
actors:
  - {id: north, kind: state, name: Northland, country: XN}
---

# The lake treaty

## Why it matters

Northland shares the water.
"""
JSON = """\
{
  "$schema": "https://w3id.org/diplobrief/v1/brief.schema.json",
  "schema_version": "1.0",
  "id": "lake-treaty",
  "title": "The lake treaty",
  "actors": [
    {
      "id": "north",
      "kind": "state",
      "name": "Northland",
      "country": "XN"
    }
  ],
  "sections": [
    {
      "kind": "why_it_matters",
      "heading": "Why it matters",
      "content": [
        {
          "type": "paragraph",
          "text": "Northland shares the water."
        }
      ]
    }
  ]
}
"""
CONTRADICTION = """\
---
schema_version: '1.0'
treaties:
  - id: lake
    title: Treaty on the Lake
    kind: treaty
    milestones:
      - {kind: parliamentary_approval, status: scheduled, date: '2025-04-16'}
      - {kind: parliamentary_approval, status: completed, date: '2025-04-18'}
published: '2025-04-18'
---

# The lake treaty
"""
TEXT = """\
The lake treaty

Why it matters: Northland shares the water.

Key points:
- The Senate votes.
- The summer is dry.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture(autouse=True)
def briefs(folder):
    """A folder that holds one brief in each form, and one that contradicts itself."""
    for name, text in (
        ("note.md", MARKDOWN),
        ("note.json", JSON),
        ("note.txt", TEXT),
        ("late.md", CONTRADICTION),
    ):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def run():
    """Runs the command in this process; an exception that nobody expected fails the test."""

    def run_here(*arguments, **settings):
        return CliRunner().invoke(
            program, [str(part) for part in arguments], catch_exceptions=False, **settings
        )

    return run_here
