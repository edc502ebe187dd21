"""The generated parts of the pages are current, and complete."""

from __future__ import annotations

import re

import pytest

from scripts.generated_files import TOP
from scripts.reference.pages import PARTS, generated_texts

TEXTS = generated_texts()
REFERENCE = ["checks", "command-line", "diagnostics", "model", "schema", "vocabulary"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_committed_page_is_current(name):
    assert (TOP / name).read_text(encoding="utf-8") == TEXTS[name], "run `make reference`"


def test_the_reference_pages_have_generated_parts():
    assert {f"docs/reference/{name}.md" for name in REFERENCE} <= TEXTS.keys()


def test_every_part_is_on_a_page():
    begun = {name for text in TEXTS.values() for name in re.findall(r"<!-- begin ([a-z-]+):", text)}
    assert begun == PARTS.keys()


@pytest.mark.parametrize("name", [name for name in TEXTS if name.endswith(".md")])
def test_a_page_needs_no_syntax_that_code_hosts_lack(name):
    """They show attribute lists and definition lists as they are written."""
    assert re.findall(r"\{: .*\}|^:   ", TEXTS[name], re.MULTILINE) == []


@pytest.mark.parametrize("name", [name for name in TEXTS if name.endswith(".md")])
def test_links_within_a_page_lead_somewhere_on_code_hosts_too(name):
    text = TEXTS[name]
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    anchors.update(re.findall(r'<a id="([^"]+)">', text))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
