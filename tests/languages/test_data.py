"""The data files of the languages: valid, alike for every language, and read only when needed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import diplobrief
from diplobrief.languages.data import (
    LanguageDataError,
    alternatives,
    languages,
    load,
    load_shared,
    merged,
    read,
)
from diplobrief.languages.tables import (
    Bylines,
    Datelines,
    Dates,
    Labels,
    LineWords,
    Months,
    Shared,
)
from diplobrief.model.scalars import LANGUAGE_TAG

KINDS = (Labels, Dates, Bylines, Datelines, LineWords)
PACKAGE = Path(diplobrief.__file__).parent


def run(code, *, path=PACKAGE.parent):
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("language", languages())
def test_each_language_has_the_same_files_and_they_are_valid(language):
    assert re.search(LANGUAGE_TAG.pattern, language)
    names = {file.name for file in files("diplobrief.languages").joinpath(language).iterdir()}
    assert names - {"lexicon"} == {kind.FILE for kind in KINDS}
    for kind in KINDS:
        load(kind, language)


def test_words_of_every_language_are_merged_once_each():
    weekdays = merged(Dates).weekdays
    assert {"monday", "lundi", "понедельник"} <= set(weekdays)
    assert len(weekdays) == len(set(weekdays))
    assert {"april", "avril", "أبريل"} <= set(merged(Dates).months.april)
    assert "Reuters" in load_shared(Shared).agencies


def test_every_month_has_a_name_that_no_other_month_has():
    for language in languages():
        assert all(load(Dates, language).months.in_order), language
    numbers = {}
    for number, names in enumerate(merged(Dates).months.in_order, 1):
        for name in names:
            assert numbers.setdefault(name.lower(), number) == number, name


MONTHS = "[months]\n" + "".join(f'{name} = ["x-{name}"]\n' for name in Months.__annotations__)
DATES = "".join(
    f"{key} = []\n"
    for key in ("weekdays", "timestamp_words", "of", "before_day", "after_day", "after_year")
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"week = []\n{DATES}{MONTHS}", "dates.toml: week: unknown key"),
        (DATES, "dates.toml: months: missing key"),
        (f"months = 1\n{DATES}", "dates.toml: months: expected a table, [months]"),
        (f"{DATES}{MONTHS}march = 1", "Cannot overwrite a value"),
        (f"{DATES}[months]", "dates.toml: months.january: missing key"),
        (f"{DATES}{MONTHS}mars = []", "dates.toml: months.mars: unknown key"),
        ((DATES + MONTHS).replace("of = []", "of = 'de'"), "of: expected a list of words"),
        ((DATES + MONTHS).replace("of = []", "of = ['']"), "of: '' is empty"),
        ((DATES + MONTHS).replace("of = []", "of = [' de']"), "of: ' de' is empty, or starts"),
        ((DATES + MONTHS).replace("of = []", "of = ['de', 'de']"), "'de' occurs more than once"),
        ((DATES + MONTHS).replace("of = []", "of = ['e\u0301']"), "normalization form C"),
    ],
)
def test_a_file_that_is_not_valid_is_an_error_that_names_the_key(tmp_path, content, message):
    file = tmp_path / "dates.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LanguageDataError, match=re.escape(message)):
        read(Dates, file, "dates.toml")


def test_a_missing_file_and_one_that_is_not_utf_8_are_errors(tmp_path):
    file = tmp_path / "labels.toml"
    with pytest.raises(LanguageDataError, match=r"xx/labels\.toml is missing"):
        read(Labels, file, "xx/labels.toml")
    file.write_bytes(b"\xff")
    with pytest.raises(LanguageDataError, match="utf-8"):
        read(Labels, file, "xx/labels.toml")


def test_a_phrase_matches_with_any_white_space_and_the_longest_word_first():
    pattern = re.compile(alternatives(["et", "et puis", "a.b"]))
    assert pattern.match("et \n puis")[0] == "et \n puis"
    assert pattern.match("axb") is None
    assert re.search(alternatives([]), "") is None


@pytest.mark.outside
def test_the_data_is_read_only_when_it_is_needed():
    code = """if True:
        import sys, diplobrief, diplobrief.checks, diplobrief.cli
        brief = diplobrief.loads("# Talks\\n\\n## Why it matters\\n\\nText.\\n", "markdown")
        diplobrief.check(brief)
        print("diplobrief.languages.data" in sys.modules)
        diplobrief.loads("Why it matters: Text.", "text")
        print("diplobrief.languages.data" in sys.modules)
    """
    assert run(code).split() == ["False", "True"]


SWEDISH = {
    "labels": "[labels]\nwhy_it_matters = ['Därför är det viktigt']\n",
    "dates": DATES.replace("of = []", "of = ['den']")
    + MONTHS.replace('["x-may"]', '["maj"]').replace('["x-march"]', '["mars"]'),
    "bylines": "markers = ['av']\nmarkers_with_colon = ['författare']\ncredits = []\n"
    "between_names = ['och']\nafter_name = ['i']\nnot_names = []\ngiven_names = []\n",
    "datelines": "places = ['Genève']\nnot_places = []\nparticles = []\n",
    "words": "metadata_names = []\nnot_headings = []\nleading_on = []\nconjunctions = ['och']\n"
    "range_words = ['till']\nspeech_starts = []\n"
    "page_words = []\npicture_words = []\nnotices = []\nletterheads = []\nmarkings = []\n"
    "function_words = []\n",
}
"""A language in five short files, as `docs/development/add-a-language.md` describes."""

PAGE = """Av Anna Schmidt och Li Wei

GENÈVE, 3 maj 2024 (TT) - Samtalen om sjön avslutades på kvällen.

Därför är det viktigt: Fördraget löper ut.
"""


@pytest.mark.outside
def test_adding_a_language_takes_one_folder(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "diplobrief", ignore=shutil.ignore_patterns("__pycache__"))
    folder = tmp_path / "diplobrief" / "languages" / "sv"
    folder.mkdir()
    for name, content in SWEDISH.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    code = f"""if True:
        import diplobrief
        brief = diplobrief.loads({PAGE!r}, "text")
        print([author.name for author in brief.authors])
        print(brief.dateline.date, brief.sections[-1].kind)
    """
    assert run(code, path=tmp_path).splitlines() == [
        "['Anna Schmidt', 'Li Wei']",
        "2024-05-03 why_it_matters",
    ]
