"""The published files say what the models say."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplobrief.model import SCHEMA_ID
from diplobrief.schema import (
    PUBLISHED,
    json_schema,
    write_schemas,
)

FOLDER = Path(__file__).parents[2] / "schemas" / "v1"


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_file_is_what_the_models_generate(name):
    published = (FOLDER / PUBLISHED[name].file).read_text(encoding="utf-8")
    assert published == PUBLISHED[name].text(), "run `make schemas`"


def test_no_other_file_is_published():
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == {
        published.file for published in PUBLISHED.values()
    }


def test_writing_makes_a_file_for_each_profile_and_the_folder(tmp_path):
    folder = tmp_path / "schemas" / "v1"
    written = write_schemas(folder)
    assert sorted(written) == sorted(folder.iterdir())
    expected = [published.text() for published in PUBLISHED.values()]
    assert [path.read_text(encoding="utf-8") for path in written] == expected


def test_the_files_have_line_feeds_on_every_system(tmp_path):
    for path in write_schemas(tmp_path):
        assert b"\r" not in path.read_bytes()


def test_each_call_gives_a_schema_of_ones_own():
    json_schema()["properties"].clear()
    assert json_schema()["properties"]


def test_an_unknown_profile_is_refused_with_the_names_of_those_there_are():
    with pytest.raises(ValueError, match="use one of full, frontmatter, llm"):
        json_schema("fulll")


def test_the_formats_write_the_identifier_of_the_schema():
    assert json_schema()["$id"] == SCHEMA_ID
    assert json_schema()["properties"]["$schema"]["examples"] == [SCHEMA_ID]
