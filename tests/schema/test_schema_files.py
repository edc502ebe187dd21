"""The published files are what the models generate, and the package reads them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from diplobrief.model import SCHEMA_ID
from diplobrief.schema import PROFILES, PUBLISHED, json_schema, published_text, write_schemas
from scripts.schemas.published import generated_texts

FOLDER = Path(__file__).parents[2] / "schemas" / "v1"
GENERATED = generated_texts()


@pytest.mark.parametrize("file", PUBLISHED.values())
def test_a_published_file_is_what_the_models_generate(file):
    assert (FOLDER / file).read_text(encoding="utf-8") == GENERATED[file], "run `make schemas`"


def test_no_other_file_is_published():
    published = {path.name for path in FOLDER.iterdir() if path.is_file()}
    assert published == GENERATED.keys() == set(PUBLISHED.values())


@pytest.mark.parametrize("profile", PUBLISHED)
def test_the_package_returns_the_text_of_the_published_file(profile):
    assert published_text(profile) == GENERATED[PUBLISHED[profile]]


def test_writing_creates_the_folder_and_every_file(tmp_path):
    folder = tmp_path / "schemas" / "v1"
    written = write_schemas(folder)
    assert sorted(written) == sorted(folder.iterdir())
    assert {path.name: path.read_text(encoding="utf-8") for path in written} == GENERATED


def test_the_files_have_line_feeds_on_every_system(tmp_path):
    for path in write_schemas(tmp_path):
        assert b"\r" not in path.read_bytes()


def test_each_call_returns_a_new_schema():
    json_schema()["properties"].clear()
    assert json_schema()["properties"]


@pytest.mark.parametrize("function", [json_schema, published_text])
def test_an_unknown_profile_is_an_error_that_lists_the_profiles(function):
    with pytest.raises(ValueError, match=f"expected one of {', '.join(PROFILES)}"):
        function("fulll")


def test_the_identifier_of_the_schema_is_the_name_of_the_format():
    assert json_schema()["$id"] == SCHEMA_ID
    assert json_schema()["properties"]["$schema"]["examples"] == [SCHEMA_ID]


@pytest.mark.outside
def test_the_schema_is_read_without_importing_the_models():
    program = (
        "import sys\n"
        "from diplobrief.schema import json_schema\n"
        "json_schema()\n"
        "print('diplobrief.model' in sys.modules, 'pydantic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout == "False False\n"
