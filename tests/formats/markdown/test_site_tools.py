"""Files that a site also owns, read by the parsers that sites and note programs use."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import frontmatter
import pytest

from diplobrief.formats import MARKDOWN
from diplobrief.formats.markdown.short_forms import shorten

NODE_MODULES = Path(__file__).parents[2] / "node" / "node_modules"

KEYS_OF = {
    "Hugo": 'title: "The lake treaty"\ndate: 2026-03-04T09:00:00+03:00\ndraft: false\n'
    "tags: [treaty, water]\nmenu:\n  main: {weight: 10}\n",
    "Obsidian": "aliases:\n- lake-brief\ntags:\n- treaty\n- lake/north\ncssclasses: wide\n",
    "Quarto": 'title: "The lake treaty"\nauthor:\n  - name: M. Okafor\n    orcid: 0000-0001\n'
    "format:\n  html:\n    toc: true\nlang: en\ndate: 2026-03-04\n",
}
BRIEF = """diplobrief:
  schema_version: 1.0
  actors:
    - {id: north, kind: state, name: Northland, country: NO}
  events:
    - kind: talks
      start: 2026-03-03
      participants: north
"""
BODY = "\n## Why it matters\n\nNorthland shares the water.\n"


@pytest.fixture(params=KEYS_OF)
def note(request):
    return f"---\n{KEYS_OF[request.param]}{BRIEF}# the end\nslug: lake\n---\n{BODY}"


def by_python_frontmatter(text):
    post = frontmatter.loads(text)
    return json.loads(json.dumps(post.metadata, default=str)), post.content


def by_gray_matter(text):
    program = (
        "const { data, content } = require('gray-matter')(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify([data, content]));"
    )
    done = subprocess.run(
        ["node", "--eval", program],
        input=text,
        cwd=NODE_MODULES.parent,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    data, content = json.loads(done.stdout)
    return data, content.strip()


def assert_that_both_see_their_own(note, parse):
    before, body = parse(note)
    document = MARKDOWN.open(note)
    changed = document.edited(document.brief.replace(topics=("water",)))
    for text in (document.formatted(), changed, MARKDOWN.open(changed).formatted()):
        after, body_after = parse(text)
        own = after.pop("diplobrief")
        assert after == {name: value for name, value in before.items() if name != "diplobrief"}
        assert body_after == body
        assert own.get("topics", ["water"]) == ["water"]
    own, _ = parse(document.formatted())
    data = document.brief.model_dump(mode="json", exclude={"title", "sections"})
    for name in ("published", "authors", "language"):  # that other keys say
        data.pop(name, None)
    assert own["diplobrief"] == shorten(data)


def test_python_frontmatter_reads_the_same_keys_as_before(note):
    assert_that_both_see_their_own(note, by_python_frontmatter)


def test_gray_matter_reads_the_same_keys_as_before(tool, note):
    tool("node")
    assert_that_both_see_their_own(note, by_gray_matter)
