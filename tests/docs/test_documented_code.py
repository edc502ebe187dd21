"""The code and commands in the README and the manual do what these say."""

import contextlib
import doctest
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import diplobrief
from diplobrief.checks import configuration
from diplobrief.cli.program import COMMANDS
from diplobrief.formats import MARKDOWN
from scripts.reference.pages import handwritten
from tests.extraction.language_model.server import serving, variables_for

ROOT = Path(__file__).parents[2]
ELSEWHERE = {ROOT / "docs/how-to/other-languages.md"}
"""Pages that tests/schema/tools/test_other_languages.py tests instead."""
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(set((ROOT / "docs").rglob("*.md")) - ELSEWHERE),
]
FENCE = re.compile(r'^```(\w+)(?: title="([\w.-]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
BIN = Path(sys.executable).parent
RUN_BY_OTHERS = {"make", "pip", ".ci/run"}
"""Commands that test_documented_commands.py and tests/packaging test instead."""


def blocks_of(page):
    """Yield the language, the file name if there is one, the text and the line of each block."""
    text = handwritten(page.read_text(encoding="utf-8"))
    for found in FENCE.finditer(text):
        yield *found.groups(), text.count("\n", 0, found.start()) + 1


def commands_of(block):
    """Yield each command of a console block, and the output that is shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        yield line, output


@pytest.fixture(params=PAGES, ids=lambda page: page.name)
def page(request):
    return request.param


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """The working folder of the commands of a page, with a copy of the examples."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


ANSWER = {
    "actors": [
        {"kind": "person", "id": "dahl", "name": "Nils Dahl"},
        {"kind": "organ", "id": "house", "name": "Storting"},
    ],
    "treaties": [
        {
            "kind": "treaty",
            "id": "lake",
            "title": "Treaty on the Lake",
            "milestones": [
                {
                    "kind": "parliamentary_approval",
                    "status": "completed",
                    "date": "2024-05-18",
                    "by": ["house"],
                    "evidence": ["The Storting approved the Treaty on the Lake on May 18, 2024"],
                }
            ],
        }
    ],
}


@pytest.fixture
def language_model(tmp_path, monkeypatch):
    """The model `local` of the page on language models, on loopback."""
    with serving(json.dumps(ANSWER)) as (address, _):
        for name, value in variables_for(address, tmp_path / "llm").items():
            monkeypatch.setenv(name, value)
        yield


def run_console(block):
    for line, shown in commands_of(block):
        if line.split()[0] not in RUN_BY_OTHERS:
            printed = run_command(line)
            if shown:
                assert printed == shown


def run_command(line):
    done = subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    # `check` may report problems; every other command has to succeed.
    found = line.startswith("diplobrief check") and done.returncode == 1
    assert done.returncode == 0 or found, done.stdout
    return done.stdout


def run_prompts(block, names, page, line):
    test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), line)
    said = []
    runner = doctest.DocTestRunner()
    runner.run(test, out=said.append, clear_globs=False)
    names.update(test.globs)
    assert not said, "".join(said)


def run_python(block, names, page, line):
    """Run a block and return its output."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile("\n" * line + block, str(page), "exec"), names)  # noqa: S102 - our own pages
    return printed.getvalue()


def settings_of(block):
    settings = Path("diplobrief.toml")
    settings.write_text(block, encoding="utf-8")
    return configuration.load(settings)


READ = {"json": json.loads, "toml": settings_of, "yaml": yaml.safe_load}
"""Languages whose blocks are read, and the function that reads them."""


@pytest.mark.outside
@pytest.mark.usefixtures("checkout", "language_model")
def test_code_and_commands_of_a_page_do_what_it_says(page):
    names = {}
    printed = ""
    for language, file, block, line in blocks_of(page):
        if file:
            Path(file).write_text(block, encoding="utf-8")
        if printed:
            assert (language, block) == ("text", printed), "the page shows the output below"
            printed = ""
        elif language == "console":
            run_console(block)
        elif language == "pycon":
            run_prompts(block, names, page, line)
        elif language == "python":
            printed = run_python(block, names, page, line)
        elif file == "pyproject.toml":
            assert tomllib.loads(block)["project"]
        elif language in READ:
            assert READ[language](block)
        else:
            assert language in {"markdown", "text"}, language
    assert not printed, "the page shows the output below"


def test_no_fence_of_a_page_is_left_out(page):
    """An indented block, or one without a language, would not be run."""
    text = handwritten(page.read_text(encoding="utf-8"))
    fences = re.findall(r"^[ >\t]*(?:```|~~~)", text, re.MULTILINE)
    assert len(fences) == 2 * len([*blocks_of(page)])


def test_briefs_on_a_page_are_valid(page):
    for language, _, block, _ in blocks_of(page):
        if language == "markdown":
            assert diplobrief.loads(block, format="markdown").sections


def test_whole_briefs_on_a_page_are_as_the_writer_writes_them(page):
    for language, _, block, _ in blocks_of(page):
        if language == "markdown" and block.startswith("---"):
            assert MARKDOWN.open(block).formatted() == block


def test_commands_named_in_the_text_exist(page):
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"`diplobrief ([a-z]+)", text))
    assert named <= set(COMMANDS)


def test_links_from_the_readme_lead_somewhere():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
