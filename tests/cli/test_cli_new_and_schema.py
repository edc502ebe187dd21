"""`new` and `schema`: what they write, and where."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.cli.templates import TEMPLATES, slug_of, template
from diplobrief.schema import PUBLISHED, published_text


@pytest.mark.parametrize("to", ["markdown", "json"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_template_is_valid_canonical_and_without_findings(run, name, to):
    text = run("new", "--template", name, "--to", to).stdout
    assert diplobrief.loads(text, format=to).sections
    assert run("check", "-", input=text).exit_code == 0
    assert run("fmt", "--check", "-", input=text).exit_code == 0


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 1, 1), date(9999, 1, 1)])
def test_template_has_no_findings_on_any_day(name, today):
    brief = diplobrief.Brief.model_validate(template(name, None, today))
    assert diplobrief.check(brief) == []
    assert brief.published == today.isoformat()


def test_title_is_plain_text(run):
    text = run("new", "--title", "Lake *and* river: Árvíz").stdout
    brief = diplobrief.loads(text, format="markdown")
    assert diplobrief.to_plain(brief.title) == "Lake *and* river: Árvíz"
    assert brief.id == "lake-and-river-arviz"


def test_title_without_latin_letters_gives_no_id(run):
    brief = diplobrief.loads(run("new", "--title", "پیمان دریاچه").stdout, format="markdown")
    assert (brief.id, brief.title) == (None, "پیمان دریاچه")


@pytest.mark.parametrize("title", ["", " ", "two\nlines", "\x1b"])
def test_invalid_title_is_bad_usage(run, title):
    result = run("new", "--title", title)
    assert result.exit_code == 2
    assert "--title" in result.stderr


@pytest.mark.parametrize("output", ["new.md", "new.json"])
def test_format_follows_from_the_suffix_of_the_output(run, output):
    assert run("new", "-o", output).exit_code == 0
    assert diplobrief.load(output).treaty("lake").parties == ("north", "south")


def test_existing_file_is_not_overwritten(run, briefs):
    before = (briefs / "note.md").read_bytes()
    result = run("new", "-o", "note.md")
    assert result.exit_code == 2
    assert "already exists" in result.stderr
    assert (briefs / "note.md").read_bytes() == before


def test_output_that_cannot_be_written_is_reported(run):
    result = run("new", "-o", "missing/new.md")
    assert result.exit_code == 2
    assert "error[file_unwritable]" in result.stderr


@given(st.text(max_size=200))
def test_id_from_a_title_is_valid_or_empty(title):
    slug = slug_of(title)
    brief = {"schema_version": "1.0", "sections": []}
    assert not slug or diplobrief.Brief.model_validate({**brief, "id": slug}).id == slug


@pytest.mark.parametrize("name", PUBLISHED)
def test_schema_prints_every_published_file(run, name):
    assert run("schema", "--profile", name).stdout == published_text(name)


def test_schema_prints_the_full_profile_by_default(run):
    assert json.loads(run("schema").stdout) == diplobrief.json_schema()


def test_schema_writes_a_file(run, folder):
    assert run("schema", "-o", "brief.schema.json").exit_code == 0
    assert json.loads((folder / "brief.schema.json").read_text("utf-8")) == diplobrief.json_schema()


def test_schema_writes_every_profile_into_a_folder(run, folder):
    result = run("schema", "--output-dir", "v1")
    assert result.exit_code == 0
    files = sorted(path.name for path in (folder / "v1").iterdir())
    assert {"brief.schema.json", "frontmatter.schema.json"} <= set(files)
    assert all(name in result.stderr for name in files)


@pytest.mark.parametrize("option", [("--profile", "full"), ("-o", "x.json")])
def test_schema_output_folder_cannot_be_combined_with_a_profile(run, folder, option):
    assert run("schema", "--output-dir", "v1", *option).exit_code == 2
    assert not (folder / "v1").exists()


def test_schema_output_folder_that_cannot_be_written_is_reported(run, folder):
    (folder / "file").write_text("")
    result = run("schema", "--output-dir", "file/v1")
    assert result.exit_code == 2
    assert "error[file_unwritable]" in result.stderr
