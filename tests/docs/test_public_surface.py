"""The public surface: `diplobrief` exports the names in `__all__`, documented, and nothing else."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

import diplobrief

ROOT = Path(__file__).parents[2]
NAMES = sorted(diplobrief.__all__)


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


def test_no_public_signature_contains_any():
    annotations = {
        f"{name}.{part}": annotation
        for name in NAMES
        for part, annotation in annotations_of(getattr(diplobrief, name))
    }
    assert len(annotations) > 300
    assert {name for name, annotation in annotations.items() if contains_any(annotation)} == set()


def contains_any(annotation):
    if isinstance(annotation, str):
        return re.search(r"\bAny\b", annotation) is not None
    return "typing.Any" in str(annotation)


def annotations_of(value):
    for name, annotation in inspect.get_annotations(value).items() if callable(value) else ():
        if not name.startswith("__"):  # type checkers see extension members as `JsonValue`
            yield name, annotation
    for name, member in [*vars(value).items()] if inspect.isclass(value) else ():
        function = member.fget if isinstance(member, property) else inspect.unwrap(member)
        if inspect.isfunction(function) and not name.startswith("_"):
            for part, annotation in inspect.get_annotations(function).items():
                yield f"{name}.{part}", annotation


def test_the_package_docstring_names_only_what_exists():
    named = re.findall(r"`(\w+)`", diplobrief.__doc__)
    assert named
    assert [name for name in named if name not in NAMES] == []


def test_the_testing_module_is_documented():
    testing = importlib.import_module("diplobrief.testing")
    assert (testing.__doc__ or "").strip()
    assert all(hasattr(testing, name) for name in testing.__all__)
