"""The public surface: what `diplobrief` hands out, and nothing else."""

import importlib
import inspect
import re
import zlib
from pathlib import Path

import pytest

import diplobrief
from diplobrief.checks import RULES
from diplobrief.diagnostics import Finding
from diplobrief.diagnostics.codes import CODES
from diplobrief.diagnostics.findings import MANUAL

ROOT = Path(__file__).parents[2]
NAMES = sorted(diplobrief.__all__)


@pytest.fixture(scope="module")
def documented(site):
    """The names in the inventory of the Python reference."""
    inventory = (site / "objects.inv").read_bytes()
    # Four lines of header, then compressed lines (the format of Sphinx).
    body = zlib.decompress(inventory.split(b"\n", 4)[4]).decode()
    return {line.split(" ", 1)[0] for line in body.splitlines()}


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_exists(name):
    assert getattr(diplobrief, name) is not None


def test_names_are_listed_once_and_in_order():
    assert diplobrief.__all__ == sorted(set(diplobrief.__all__))


def test_nothing_else_is_public():
    for name in NAMES:
        getattr(diplobrief, name)
    public = {
        name
        for name, value in vars(diplobrief).items()
        if not name.startswith("_") and not inspect.ismodule(value)
    }
    leftovers = public - set(NAMES) - {"annotations", "TYPE_CHECKING", "Final", "import_module"}
    assert leftovers == set()
    assert dir(diplobrief) == NAMES


def test_a_name_that_is_not_public_is_an_attribute_error():
    with pytest.raises(AttributeError, match="brief_of"):
        _ = diplobrief.brief_of


def test_every_class_and_function_has_a_docstring():
    without = [
        name
        for name in NAMES
        if callable(value := getattr(diplobrief, name))
        and (inspect.isclass(value) or inspect.isfunction(value))
        and not (value.__doc__ or "").strip()
    ]
    assert without == []


def test_every_function_shows_an_example():
    without = [
        name
        for name in NAMES
        if inspect.isfunction(value := getattr(diplobrief, name))
        and ">>>" not in (value.__doc__ or "")
    ]
    assert without == []


def test_every_public_name_stands_in_the_reference(documented):
    expected = {f"diplobrief.{name}" for name in NAMES if name != "__version__"}
    assert expected - documented == set()
    page = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8")
    assert "`diplobrief.__version__`" in page


def test_the_reference_has_no_other_name(documented):
    top = {name for name in documented if re.fullmatch(r"diplobrief\.\w+", name)}
    assert top <= {f"diplobrief.{name}" for name in NAMES}


def test_the_package_docstring_names_only_what_exists():
    named = re.findall(r"`(\w+)`", diplobrief.__doc__)
    assert named
    assert [name for name in named if name not in NAMES] == []


@pytest.mark.parametrize("page", ["model", "vocabulary", "checks", "schema", "command-line"])
def test_generated_parts_of_the_manual_are_filled(site, page):
    html = (site / f"reference/{page}.html").read_text(encoding="utf-8")
    assert "generated:" not in html
    assert "<table>" in html or "<code>" in html


def test_every_code_leads_to_its_place_in_the_manual(site):
    for code in (*CODES, *RULES):
        page, _, anchor = Finding(code, "").url.removeprefix(MANUAL).partition("#")
        assert f'id="{anchor}"' in (site / page).read_text(encoding="utf-8"), code


def test_the_testing_module_is_documented_where_it_stands():
    testing = importlib.import_module("diplobrief.testing")
    assert (testing.__doc__ or "").strip()
    assert all(hasattr(testing, name) for name in testing.__all__)
