"""A pytest plugin: the programs that tests start, and what to do without them.

If a tool is missing or incomplete, its tests are skipped, and the end of the run names the tool
and how to get it. In CI, where everything has to be installed, they fail instead.

A test that starts a program carries the marker `outside`, so that `make test-outside` can run
these tests alone and `-m "not outside"` can leave them out. Tests that need a tool get the marker
here; the others name it themselves, and fail if they do not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NODE = Path(__file__).parent / "node"
JARS = "/usr/share/java/*"
NEWTONSOFT = "/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll"
JAVA = """
class Trial {
    com.fasterxml.jackson.databind.ObjectMapper mapper;
    String stripped = "".strip();
}
"""
NOT_RUN = "not run: "
"""How the reason of such a skip begins."""

# `make` installs the tools that come as wheels beside Python.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


@dataclass(frozen=True)
class Tool:
    """A program, together with the libraries that tests use it with.

    Args:
        name: The name in messages.
        trial: Commands that succeed if everything is there. They run in a folder of their own.
        get: How to get the tool, as an infinitive.
        file: A file that the commands need: its name and its content.
        folder: Where the commands run instead.
    """

    name: str
    trial: tuple[tuple[str, ...], ...]
    get: str
    file: tuple[str, str] | None = None
    folder: Path | None = None

    def problem(self) -> str:
        """Return why the tool does not work here, or an empty string."""
        with tempfile.TemporaryDirectory() as fresh:
            folder = self.folder or Path(fresh)
            if self.file:
                name, content = self.file
                (folder / name).write_text(content, encoding="utf-8")
            problems = (_problem_of(command, folder) for command in self.trial)
            return next(filter(None, problems), "")


def _problem_of(command: tuple[str, ...], folder: Path) -> str:
    program = Path(command[0]).name
    if shutil.which(command[0]) is None:
        return f"{program} is not installed"
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "GO111MODULE": "off"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode == 0:
        return ""
    lines = f"{done.stderr}\n{done.stdout}".split("\n")
    reason = next((line.strip() for line in lines if "error" in line.lower()), "no reason given")
    return f"{program} does not work: {reason[:160]}"


def _debian(*packages: str) -> str:
    return f"install {' and '.join(packages)} (Debian's names)"


TOOLS = {
    "chromium": Tool(
        "Chromium",
        (("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"),),
        _debian("chromium"),
    ),
    "c#": Tool(
        "C#",
        (("mcs", f"-r:{NEWTONSOFT}", "-target:library", "Trial.cs"), ("mono", "--version")),
        _debian("mono-mcs", "libnewtonsoft-json5.0-cil"),
        ("Trial.cs", "class Trial { Newtonsoft.Json.JsonConverter converter; }"),
    ),
    "go": Tool(
        "Go",
        (("go", "run", "trial.go"),),
        _debian("golang-go"),
        ("trial.go", 'package main\n\nimport "os"\n\nfunc main() { os.ReadFile("trial.go") }\n'),
    ),
    "java": Tool(
        "Java",
        (("javac", "-cp", JARS, "Trial.java"), ("java", "-version")),
        _debian("default-jdk-headless", "libjackson2-databind-java"),
        ("Trial.java", JAVA),
    ),
    "node": Tool(
        "Node.js with the packages of tests/node",
        (
            (
                "node",
                "--eval",
                "require('commonmark'); require('gray-matter'); require('pyodide/package.json')",
            ),
        ),
        "run make test-outside, which installs them from the package index of npm",
        folder=NODE,
    ),
    "package index": Tool(
        "the package index of pip",
        (
            (
                *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
                *("--no-cache-dir", "hatchling"),
            ),
        ),
        "connect to the network",
    ),
    "sourcemeta": Tool(
        "Sourcemeta's validator",
        ((sys.executable, "-m", "sourcemeta_jsonschema", "version"),),
        "run make test, which installs it on the platforms that it has wheels for",
    ),
    "perl": Tool(
        "Perl with JSON::Validator",
        (("perl", "-MJSON::Validator", "-e1"),),
        _debian("libjson-validator-perl"),
    ),
}
"""Every tool by the name that tests use."""


@cache
def _problem(name: str) -> str:
    return TOOLS[name].problem()


def require(name: str) -> None:
    """Skip the running test if a tool does not work here; in CI fail it."""
    if problem := _problem(name):
        tool = TOOLS[name]
        message = f"{tool.name} ({problem}). To run it: {tool.get}."
        if os.environ.get("CI"):
            pytest.fail(message, pytrace=False)
        pytest.skip(NOT_RUN + message)


@pytest.fixture(scope="session")
def tool():
    """Return a function that skips the test if the tool of that name does not work here."""
    return require


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a tool, by a marker or through a fixture."""
    for item in items:
        if "tool" in getattr(item, "fixturenames", ()) or item.get_closest_marker("needs"):
            item.add_marker("outside")


_running: list[pytest.Item] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Remember which test runs."""
    _running.append(item)
    try:
        return (yield)
    finally:
        _running.pop()


def _refuse_unmarked_program(event: str, arguments: tuple[object, ...]) -> None:
    if event == "subprocess.Popen" and _running and not _running[-1].get_closest_marker("outside"):
        message = f"The test starts {arguments[0]}: mark it with `pytest.mark.outside`."
        raise AssertionError(message)


sys.addaudithook(_refuse_unmarked_program)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Look for the tools that a test names by `@pytest.mark.needs(...)`."""
    for mark in item.iter_markers("needs"):
        for name in mark.args:
            require(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the tools that were missing, and how to get them."""
    reasons = (
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple)
    )
    counts = Counter(reason for reason in reasons if reason.startswith(NOT_RUN))
    if counts:
        terminalreporter.section("Not run, because a tool is missing")
        for reason, count in sorted(counts.items()):
            tests = "1 test" if count == 1 else f"{count} tests"
            terminalreporter.write_line(f"{tests}: {reason.removeprefix(NOT_RUN)}")
    if terminalreporter.config.option.markexpr == "not outside":
        terminalreporter.section("Left out: tests that start other programs")
        terminalreporter.write_line(
            "They need a browser, compilers and the like. To run them: make test-outside"
        )
