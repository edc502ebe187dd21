"""The reference implementation of CommonMark, running beside the tests."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

_NODE = Path(__file__).parents[1] / "node"
_PROGRAM = """
import { Parser, HtmlRenderer } from "commonmark";
import readline from "node:readline";
const parser = new Parser();
const renderer = new HtmlRenderer({ softbreak: " " });
const children = node => {
  const all = [];
  for (let child = node.firstChild; child; child = child.next) all.push(child);
  return all;
};
const describe = node => ({
  kind: node.type === "list" ? `${node.listType}_list` : node.type,
  level: node.level || 0,
  first: node.sourcepos[0][0] - 1,
  tight: node.type === "list" && node.listTight,
  items: node.type === "list" ? children(node).map(item => ({
    first: item.sourcepos[0][0] - 1,
    blocks: children(item).map(block => block.type),
  })) : [],
});
for await (const line of readline.createInterface({ input: process.stdin })) {
  const document = parser.parse(JSON.parse(line));
  const blocks = children(document).map(describe);
  console.log(JSON.stringify({ blocks, html: renderer.render(document) }));
}
"""
_KINDS = {"block_quote": "quote", "code_block": "code", "html_block": "html"}


class ReferenceImplementation:
    """commonmark.js, asked line by line."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", "--input-type=module", "-e", _PROGRAM],
            cwd=_NODE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def _ask(self, text: str) -> dict:
        self._process.stdin.write(json.dumps(text).encode() + b"\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "commonmark.js gave no answer; `make test-outside` installs it"
        return json.loads(answer)

    def html(self, text: str) -> str:
        return self._ask(text)["html"]

    def blocks(self, text: str) -> list[dict]:
        blocks = self._ask(text)["blocks"]
        for block in blocks:
            block["kind"] = _KINDS.get(block["kind"], block["kind"])
        return blocks

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()


@pytest.fixture(scope="session")
def reference(tool):
    tool("node")
    implementation = ReferenceImplementation()
    yield implementation
    implementation.close()


@pytest.fixture(scope="session")
def specification(node_json):
    """All examples of the CommonMark specification, as Markdown."""
    examples = node_json("show(require('commonmark-spec').tests)")
    return [example["markdown"].replace("→", "\t") for example in examples]
