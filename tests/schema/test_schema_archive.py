"""Briefs of earlier versions of the format remain valid and keep their meaning."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import jsonschema_rs
import pytest

import diplobrief
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.front_matter import split
from diplobrief.model import SCHEMA_VERSION
from diplobrief.schema import json_schema

ARCHIVE = Path(__file__).parent / "archive"
BRIEFS = sorted(path for path in ARCHIVE.glob("*/*") if path.suffix in {".json", ".md"})
FULL = jsonschema_rs.validator_for(json_schema())
FRONT_MATTER = jsonschema_rs.validator_for(json_schema("frontmatter"))


@pytest.fixture(params=BRIEFS, ids=lambda path: f"{path.parent.name}-{path.name}")
def path(request):
    return request.param


def test_the_current_version_has_archived_briefs_in_both_formats():
    current = {path.suffix for path in BRIEFS if path.parent.name == SCHEMA_VERSION}
    assert current == {".json", ".md"}


def test_the_archive_has_not_changed():
    written = {
        path.parent / name: digest
        for path in ARCHIVE.glob("*/SHA256SUMS")
        for digest, name in map(str.split, path.read_text(encoding="ascii").splitlines())
    }
    found = {path: sha256(path.read_bytes()).hexdigest() for path in BRIEFS}
    assert found == written


def test_an_archived_brief_is_valid(path):
    if path.suffix == ".json":
        FULL.validate(json.loads(path.read_bytes()))
    else:
        FRONT_MATTER.validate(yaml.read(split(path.read_text(encoding="utf-8")).front_matter))


def test_an_archived_brief_keeps_its_version(path):
    brief = diplobrief.load(path)
    assert brief.schema_version == path.parent.name


def test_an_archived_brief_is_equal_in_both_formats(path):
    (twin,) = {path.with_suffix(".json"), path.with_suffix(".md")} - {path}
    assert diplobrief.load(path) == diplobrief.load(twin)


def test_an_archived_document_is_written_with_the_same_values():
    for path in BRIEFS:
        if path.suffix == ".json":
            document = json.loads(path.read_bytes())
            assert json.loads(diplobrief.dumps(diplobrief.load(path), format="json")) == document


@pytest.mark.parametrize("version", ["1.1", "1.10", "2.0", "10.0"])
@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_newer_version_is_rejected_with_a_hint(version, form):
    text = {
        "json": f'{{"schema_version": "{version}", "not-yet-known": 1, "sections": []}}',
        "markdown": f"---\nschema_version: '{version}'\nnot-yet-known: 1\n---\n",
    }[form]
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(text, format=form)
    (finding,) = caught.value.findings
    assert finding.code == "version_unsupported"
    assert finding.path == ("schema_version",)
    assert SCHEMA_VERSION in finding.message
    assert f'"{version}"' in finding.message
    assert "install a newer diplobrief" in finding.hint
    assert not FULL.is_valid({"schema_version": version, "sections": []})
