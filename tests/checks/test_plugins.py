"""Rules from other packages: those of the page "Write a rule", built, installed and run."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hatchling.builders.wheel import WheelBuilder

import diplobrief
from diplobrief.checks import catalogue
from diplobrief.cli.program import program

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/how-to/write-a-rule.md"
FILE = re.compile(r'^```\w+ title="([\w.]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
BRIEF = """\
---
schema_version: '1.0'
treaties:
  - {id: lake, title: Treaty on the Lake, kind: treaty}
sources:
  - {id: gazette, url: 'https://example.org/gazette'}
  - {id: journal, url: 'https://example.org/gazette'}
---

# The lake treaty
"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory):
    """Build the package of the page as a wheel, and unpack it as an installer would."""
    project = tmp_path_factory.mktemp("project")
    for name, text in FILE.findall(PAGE.read_text(encoding="utf-8")):
        (project / name).write_text(text, encoding="utf-8")
    (wheel,) = WheelBuilder(str(project)).build(directory=str(project / "dist"))
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def package(site, name, module, target, code):
    """Write an installed package whose entry point `diplobrief.rules` has a target."""
    (site / f"{module}.py").write_text(code, encoding="utf-8")
    info = site / f"{module}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[diplobrief.rules]\n{name} = {target}\n")


@pytest.fixture
def installed(monkeypatch):
    """Return a function that makes the packages in a folder importable during the test."""
    modules = set(sys.modules)

    def forget():
        importlib.invalidate_caches()
        catalogue._plugins.cache_clear()
        catalogue._selected_rules.cache_clear()

    def add(site):
        monkeypatch.syspath_prepend(site)
        forget()

    yield add
    for name in set(sys.modules) - modules:
        if name.startswith(("acme", "aaa")):
            del sys.modules[name]
    forget()


@pytest.fixture
def check(tmp_path, monkeypatch, installed):
    """Return a function that runs `diplobrief check` where some packages are installed."""
    monkeypatch.chdir(tmp_path)
    Path("note.md").write_text(BRIEF, encoding="utf-8")

    def run(site, *arguments):
        installed(site)
        return CliRunner().invoke(program, ["check", *arguments])

    return run


def test_an_installed_rule_is_run_selected_and_ignored(acme, check):
    done = check(acme, "note.md")
    assert "note.md:4:23: warning[XAC001]: no source is cited for" in done.stdout, done.stderr
    assert "note.md:7:24: info[XAC002]: another source has the same address" in done.stdout
    assert done.exit_code == 1
    for arguments, codes in (
        (["--select", "XAC001"], {"XAC001"}),
        (["--select", "XAC", "--ignore", "XAC001"], {"XAC002"}),
        (["--select", "X"], {"XAC001", "XAC002"}),
        (["--select", "ALL", "--ignore", "X,STY"], set()),
    ):
        done = check(acme, "--format", "json", *arguments, "note.md")
        assert {finding["code"] for finding in json.loads(done.stdout)} == codes


def test_reports_have_no_link_to_the_manual_for_an_installed_rule(acme, check):
    done = check(acme, "--format", "json", "--select", "XAC001", "note.md")
    assert [finding["url"] for finding in json.loads(done.stdout)] == [None]
    done = check(acme, "--format", "sarif", "--select", "XAC001", "note.md")
    assert json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"] == [{"id": "XAC001"}]


def test_an_installed_rule_is_configured_and_ignored_in_a_brief(acme, check):
    Path("diplobrief.toml").write_text('select = ["XAC001"]\nseverities = {XAC = "error"}\n')
    done = check(acme, "note.md")
    assert "error[XAC001]" in done.stdout
    Path("note.md").write_text(BRIEF.replace("kind: treaty}", "kind: treaty, ignore: XAC001}"))
    assert check(acme, "note.md").exit_code == 0


def test_an_installed_rule_is_explained_and_listed(acme, check):
    done = check(acme, "--explain", "XAC001")
    assert done.stdout.startswith("XAC001 uncited-treaty (warning)\n\nA treaty cites no source.\n")
    assert done.stdout.endswith("\n\nA rule of acme-rules 1.0.\n")
    done = check(acme, "--explain", "XAC")
    assert done.stdout == (
        "XAC001 uncited-treaty (warning): A treaty cites no source.\n"
        "XAC002 duplicate-source (info): Two sources have the same address.\n"
    )


RULE = """
from diplobrief.checks import Problem, Severity, rule

@rule({code!r}, "a-rule", {severity})
def a_rule(context):
    "Finds something."
    yield {problem}
"""
GOOD = {"severity": "Severity.INFO", "problem": 'Problem((), "found", "remove it")'}


@pytest.mark.parametrize(
    ("target", "code", "message"),
    [
        ("acme", "import no_such_module", "cannot be loaded: ModuleNotFoundError: No module"),
        ("acme", "syntax error", "cannot be loaded: SyntaxError: invalid syntax"),
        ("acme", "raise SystemExit(0)", "cannot be loaded: SystemExit: 0"),
        ("acme:missing", "", "cannot be loaded: AttributeError: module 'acme' has no attribute"),
        ("acme", "", "are missing: acme is neither a rule nor a module that contains one"),
        ("acme:a", "a = print", "are missing: acme:a is neither a rule nor a module"),
        (
            "acme",
            RULE.format(code="ABC001", **GOOD),
            "include the code 'ABC001'; expected X, two letters and three digits",
        ),
        (
            "acme",
            RULE.format(code="XBB001", **GOOD),
            "include the code XBB001, which aaa 1.0 already uses",
        ),
        (
            "acme",
            RULE.format(code="XCC001", severity='"bad"', problem="1"),
            "cannot be loaded: ValueError: 'bad' is not a valid Severity",
        ),
    ],
)
def test_a_package_that_cannot_be_used_is_named_and_the_others_run(
    tmp_path, check, target, code, message
):
    package(tmp_path, "aaa", "aaa", "aaa:a_rule", RULE.format(code="XBB001", **GOOD))
    package(tmp_path, "acme-rules", "acme", target, code)
    done = check(tmp_path, "--select", "X", "note.md")
    assert done.exit_code == 2
    assert f"error[plugin]: The rules of acme-rules 1.0 {message}" in done.stderr
    assert done.stderr.count("error[") == 1
    assert "info[XBB001]: found" in done.stdout
    assert check(tmp_path, "--ignore", "X", "note.md").stderr == ""


def test_a_code_of_a_package_that_cannot_be_used_is_refused_with_the_reason(tmp_path, check):
    package(tmp_path, "acme-rules", "acme", "acme", "import no_such_module")
    done = check(tmp_path, "--select", "XAC001", "note.md")
    assert done.exit_code == 2
    assert "unknown rule code or prefix 'XAC001'; The rules of acme-rules 1.0 cannot" in done.stderr


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("'text'", "AttributeError: 'str' object has no attribute 'message'"),
        (
            "Problem(['title'], 'found', 'remove it')",
            "TypeError: a path is a tuple of names and indexes, not ['title']",
        ),
    ],
)
def test_a_rule_that_fails_names_its_package(tmp_path, check, problem, message):
    code = RULE.format(code="XBB001", severity="Severity.INFO", problem=problem)
    package(tmp_path, "acme-rules", "acme", "acme", code)
    done = check(tmp_path, "note.md")
    assert f"The rule XBB001 of acme-rules 1.0 failed: {message}" in done.stdout, done.stderr
    assert "hint: report this to its authors" in done.stdout


def test_a_place_that_is_not_in_the_brief_gets_the_nearest_position(tmp_path, check):
    problem = 'Problem(("treaties", 7, "x"), "found", "remove it")'
    code = RULE.format(code="XBB001", severity="Severity.INFO", problem=problem)
    package(tmp_path, "acme-rules", "acme", "acme", code)
    done = check(tmp_path, "--select", "X", "note.md")
    assert "note.md:4:3: info[XBB001]: found" in done.stdout


def test_in_python_a_package_that_cannot_be_used_is_a_warning(tmp_path, installed):
    package(tmp_path, "acme-rules", "acme", "acme", "import no_such_module")
    installed(tmp_path)
    with pytest.warns(RuntimeWarning, match="The rules of acme-rules 1.0 cannot be loaded"):
        findings = diplobrief.check_text("# T\n\nText.\n", "markdown")
    assert [finding.code for finding in findings] == ["STY001"]


@pytest.mark.outside
def test_an_installed_rule_runs_in_worker_processes(acme, tmp_path):
    for name in ("one.md", "two.md", "three.md"):
        (tmp_path / name).write_text(BRIEF, encoding="utf-8")
    command = ["check", "--jobs", "2", "--select", "XAC001", "one.md", "two.md", "three.md"]
    done = subprocess.run(
        [sys.executable, "-m", "diplobrief", *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(acme)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("warning[XAC001]") == 3
