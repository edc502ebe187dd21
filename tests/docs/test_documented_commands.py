"""Commands on a page that test_documented_code.py cannot run, and commands in its sentences.

Every command is run if possible. The targets of `make` that CI calls include the tests themselves,
so it is enough that `.ci/run` calls them. `make demo` runs a script that has its own tests,
`make help` is run here, and for every other target `make --dry-run` must succeed. tests/packaging
runs the commands for `pip`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from diplobrief.cli.program import program as diplobrief
from scripts.reference.pages import handwritten

pytestmark = pytest.mark.outside

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
TEXTS = {
    page.relative_to(ROOT).as_posix(): handwritten(page.read_text(encoding="utf-8"))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
}
SHOWN = r"(?:^\$ |`|\brun: ){}((?: [^\s`#>|…]+)+)"
"""A command in a block, in a sentence, or in a CI job."""


def shown(command):
    """Yield each page that shows a command, with the words after the command."""
    pattern = re.compile(SHOWN.format(re.escape(command)), re.MULTILINE)
    for name, text in TEXTS.items():
        for found in pattern.finditer(text):
            yield name, found[1].strip()


def make(*words):
    # The variables of a `make` that started the tests must not reach this one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


MADE = sorted({words for _, words in shown("make")})
CI = (ROOT / ".ci/run").read_text(encoding="utf-8")
BY_CI = set(re.findall(r"^make ([a-z-]+)(?: COVERAGE=1)?$", CI, re.MULTILINE))


def test_ci_runs_what_contributing_says_that_it_runs():
    before, _, _ = TEXTS["CONTRIBUTING.md"].partition("$ .ci/run")
    named = set(re.findall(r"^\$ make ([a-z-]+)", before, re.MULTILINE))
    assert named - {"help"} == BY_CI == {"docs", "lint", "test", "test-outside", "types"}
    assert os.access(ROOT / ".ci/run", os.X_OK)


@pytest.mark.parametrize("words", [words for words in MADE if words not in BY_CI])
def test_a_target_that_ci_does_not_call_can_be_made(words):
    done = make("--dry-run", *shlex.split(words))
    assert done.returncode == 0, done.stderr


def test_the_demo_is_the_script_that_has_tests_of_its_own():
    assert "demo" in MADE
    assert make("--dry-run", "demo").stdout.splitlines()[-1] == "bash examples/demo.sh"


def test_help_lists_every_target_that_a_page_names():
    done = make("help")
    assert done.returncode == 0, done.stderr
    listed = {line.split()[0] for line in done.stdout.splitlines()}
    named = {word for words in MADE for word in shlex.split(words) if "=" not in word}
    assert named - {"help"}
    assert named <= listed


def test_every_command_in_a_sentence_has_the_options_that_it_shows():
    commands = [*shown("diplobrief")]
    assert len(commands) > 20
    above = click.Context(diplobrief)
    for page, words in commands:
        name, *arguments = shlex.split(words)
        if name.startswith("-"):
            continue
        command = diplobrief.get_command(above, name)
        try:
            command.make_parser(click.Context(command)).parse_args(arguments)
        except click.UsageError as error:
            pytest.fail(f"{page}: diplobrief {words}: {error.message}")


def test_the_hooks_of_this_project_are_installed_as_contributing_says(tmp_path):
    (command,) = [
        words for name, words in shown(".venv/bin/pre-commit") if name == "CONTRIBUTING.md"
    ]
    shutil.copy(ROOT / ".pre-commit-config.yaml", tmp_path)
    for line in (["git", "init", "--quiet"], [BIN / "pre-commit", *shlex.split(command)]):
        done = subprocess.run(line, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / ".git/hooks/pre-commit").is_file()
