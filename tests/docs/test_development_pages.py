"""The pages for maintainers name files and folders that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/development").glob("*.md"))]
PATH = re.compile(r"`(\.?[\w./-]+?(?:/|\.(?:py|md|toml|yml|json|txt|lock)))`")
FOLDERS = (".ci", "benchmarks", "docs", "examples", "requirements", "schemas", "scripts", "src")
# A page may name what a command makes, and the files of a language that does not exist yet.
MADE_LATER = {".venv/", "site/", "src/diplobrief/languages/TAG/"}


def existing():
    """Return all files and folders, each with a slash before it and a slash after a folder."""
    top = {f"/{path.name}{'/' * path.is_dir()}" for path in ROOT.iterdir()}
    inner = {
        f"/{path.relative_to(ROOT).as_posix()}{'/' * path.is_dir()}"
        for folder in (*FOLDERS, "tests")
        for path in (ROOT / folder).rglob("*")
        if "node_modules" not in path.parts
    }
    return top | inner


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_on_a_page_exists(page):
    named = set(PATH.findall(page.read_text(encoding="utf-8"))) - MADE_LATER
    assert named
    everything = existing()
    missing = [
        name for name in sorted(named) if not any(path.endswith(f"/{name}") for path in everything)
    ]
    assert missing == []
