"""An editor completes and checks front matter, with yaml-language-server."""

from __future__ import annotations

import json
import subprocess
from itertools import count
from pathlib import Path

import pytest

from diplobrief.model.vocabulary.treaties import MILESTONE_KINDS

ROOT = Path(__file__).parents[3]
SERVER = ROOT / "tests/node/node_modules/yaml-language-server/bin/yaml-language-server"
SCHEMA = (ROOT / "schemas/v1/frontmatter.schema.json").as_uri()
FRONT_MATTER = f"""\
# yaml-language-server: $schema={SCHEMA}
schema_version: '1.0'
treaties:
  - id: lake
    title: Treaty on the Lake
    kind: treaty
    milestones:
      - kind: KIND
        status: completed
"""
ADDRESS = "file:///note.yaml"


class Editor:
    """An editor that opens a document, receives diagnostics and requests completions."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._numbers = count(1)
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})

    def _send(self, **message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self) -> dict:
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message = json.loads(self._server.stdout.read(length))
        if "method" in message and "id" in message:
            # The server requests its settings and registers its capabilities.
            items = message.get("params", {}).get("items", ())
            self._send(id=message["id"], result=[None for _ in items] or None)
        return message

    def tell(self, method, params) -> None:
        self._send(method=method, params=params)

    def ask(self, method, params):
        number = next(self._numbers)
        self._send(id=number, method=method, params=params)
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                return message["result"]

    def open(self, text):
        """Open a document and return the diagnostics of the server."""
        document = {"uri": ADDRESS, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                return message["params"]["diagnostics"]

    def close(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._server.wait(timeout=10)
        self._server.stdin.close()
        self._server.stdout.close()


@pytest.fixture
def editor(tool):
    tool("node")
    editor = Editor()
    yield editor
    editor.close()


def test_a_known_kind_of_milestone_is_not_flagged(editor):
    assert editor.open(FRONT_MATTER.replace("KIND", "ratification")) == []


def test_a_wrong_kind_of_milestone_is_flagged_on_its_line(editor):
    flagged = editor.open(FRONT_MATTER.replace("KIND", "ratificaton"))
    assert flagged
    line = FRONT_MATTER.split("\n").index("      - kind: KIND")
    assert {found["range"]["start"]["line"] for found in flagged} == {line}


def test_kinds_of_milestones_are_completed(editor):
    text = FRONT_MATTER.replace("KIND", "")
    editor.open(text)
    line = text.split("\n").index("      - kind: ")
    place = {"textDocument": {"uri": ADDRESS}, "position": {"line": line, "character": 14}}
    offered = editor.ask("textDocument/completion", place)["items"]
    labels = {item["label"] for item in offered}
    assert {term.value for term in MILESTONE_KINDS} <= labels
