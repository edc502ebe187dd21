"""The built wheel is complete, installs into an empty environment, and works there."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import diplobrief

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).parents[2]
BRIEF = {
    "schema_version": "1.0",
    "id": "lake-call",
    "title": "A call about the lake",
    "actors": [{"id": "north", "kind": "state", "name": "Northland", "country": "NO"}],
    "sections": [
        {
            "kind": "why_it_matters",
            "heading": "Why it matters",
            "content": [{"type": "paragraph", "text": "Northland called its neighbour."}],
        },
    ],
}


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
PIP = re.compile(r"(?:^\$ |`)pip (install [^`\n#]+)", re.MULTILINE)


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    """Return the output of a command that has to succeed, without this checkout on its path."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COVERAGE_", "COV_CORE_", "PYTEST_"))
    }
    environment |= {"PYTHONUTF8": "1", **more}
    finished = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def build(source: Path, kind: str, into: Path) -> Path:
    builder = (sys.executable, "-m", "build", "--no-isolation", f"--{kind}")
    run(*builder, "--outdir", into, source, cwd=into)
    (built,) = into.iterdir()
    return built


def installed_files(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name
        }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    return build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


class Environment:
    """A new environment, in which pip knows the package only by its wheel."""

    def __init__(self, place: Path, wheel: Path) -> None:
        venv.create(place, symlinks=os.name != "nt")
        self.place = place
        self.programs = place / ("Scripts" if os.name == "nt" else "bin")
        # pip finds the wheel first, and everything else where it finds it otherwise.
        folders = [str(wheel.parent), os.environ.get("PIP_FIND_LINKS", "")]
        self.links = " ".join(filter(None, folders))

    def pip(self, words: str) -> None:
        """Run pip in the checkout, with the words that a page shows after `pip`."""
        pip = (sys.executable, "-m", "pip", "--python", self.programs / "python")
        run(*pip, *shlex.split(words), "--quiet", cwd=ROOT, PIP_FIND_LINKS=self.links)


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory, tool):
    tool("package index")
    return Environment(tmp_path_factory.mktemp("environment"), wheel)


@pytest.fixture(scope="module")
def installed(environment):
    """The programs of an environment with the wheel, what it requires, and nothing else."""
    environment.pip("install diplobrief")
    return environment.programs


def test_the_wheel_is_marked_as_typed(wheel):
    assert "diplobrief/py.typed" in installed_files(wheel)


def test_the_wheel_contains_every_module_and_data_file_of_the_source(wheel):
    source = ROOT / "src"
    paths = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.suffix in {".py", ".toml"}
    }
    assert "diplobrief/languages/en/dates.toml" in paths
    assert paths <= installed_files(wheel).keys()


def test_the_wheel_contains_the_published_schemas(wheel):
    schemas = ROOT / "schemas"
    published = {
        f"diplobrief/schema/data/{path.relative_to(schemas).as_posix()}": path.read_bytes()
        for path in schemas.rglob("*.json")
        if "tests" not in path.parts[len(schemas.parts) :]
    }
    assert published.items() <= installed_files(wheel).items()


def test_the_wheel_installs_nothing_beside_the_package(wheel):
    assert {name.split("/")[0] for name in installed_files(wheel)} == {"diplobrief"}


def test_the_wheel_names_and_contains_its_licence(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (licence,) = [name for name in archive.namelist() if name.endswith("/LICENSE")]
        (metadata,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
        assert b"\nLicense-Expression: Apache-2.0\n" in archive.read(metadata)


def test_the_source_distribution_makes_the_same_wheel(sdist, wheel, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    built = tmp_path / "built"
    built.mkdir()
    assert installed_files(build(unpacked, "wheel", built)) == installed_files(wheel)


def test_the_installed_command_prints_its_version(installed, tmp_path):
    assert diplobrief.__version__ in run(installed / "diplobrief", "--version", cwd=tmp_path)


@pytest.mark.parametrize("command", ["import", "convert", "check", "fmt", "schema", "new", "show"])
def test_each_installed_command_prints_its_help(installed, tmp_path, command):
    assert command in run(installed / "diplobrief", "--help", cwd=tmp_path)
    assert "Usage:" in run(installed / "diplobrief", command, "--help", cwd=tmp_path)


def test_the_installed_command_takes_a_brief_to_markdown_and_back(installed, tmp_path):
    (tmp_path / "brief.json").write_text(json.dumps(BRIEF), encoding="utf-8")
    run(installed / "diplobrief", "convert", "brief.json", "-o", "brief.md", cwd=tmp_path)
    run(installed / "diplobrief", "convert", "brief.md", "-o", "back.json", cwd=tmp_path)
    back = json.loads((tmp_path / "back.json").read_text(encoding="utf-8"))
    back.pop("$schema")
    assert back == BRIEF


def test_the_installed_command_writes_the_published_schemas(installed, tmp_path):
    run(installed / "diplobrief", "schema", "--output-dir", "v1", cwd=tmp_path)
    published = {path.name: path.read_bytes() for path in (ROOT / "schemas/v1").glob("*.*")}
    assert {path.name: path.read_bytes() for path in (tmp_path / "v1").iterdir()} == published


def test_the_installed_library_needs_none_of_the_extras(installed, tmp_path):
    program = "import diplobrief, json, sys; print(diplobrief.loads(sys.argv[1], format='json').id)"
    printed = run(installed / "python", "-c", program, json.dumps(BRIEF), cwd=tmp_path)
    assert printed.strip() == BRIEF["id"]


# Keep this test last: after it, the environment has more than the package requires.
def test_every_pip_command_on_a_page_installs_the_package(environment, installed, wheel, tmp_path):
    shown = {words.strip() for page in PAGES for words in PIP.findall(page.read_text("utf-8"))}
    assert "install diplobrief" in shown
    for words in sorted(shown):
        environment.pip(words)
    program = "import diplobrief.testing, jsonschema; print(diplobrief.__file__)"
    module = Path(run(installed / "python", "-c", program, cwd=tmp_path).strip())
    assert module.read_bytes() == installed_files(wheel)["diplobrief/__init__.py"]
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {extra for words in shown for extra in re.findall(r"\[(.+)\]", words)}
    assert named == set(extras["optional-dependencies"])
