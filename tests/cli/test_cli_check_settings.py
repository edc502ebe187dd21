"""`check`: configuration, explanations, statistics, fixes, many files."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from diplobrief.checks import RULES
from diplobrief.cli.commands.check import runner

ROOT = Path(__file__).parents[2]


def codes(result):
    return [finding["code"] for finding in json.loads(result.stdout)]


def test_command_line_overrides_the_configuration_file(run, briefs):
    (briefs / "diplobrief.toml").write_text('ignore = ["CHR"]\n')
    check = ("check", "--format", "json", "late.md")
    assert "CHR001" not in codes(run(*check))
    assert codes(run(*check, "--select", "CHR001")) == ["CHR001"]
    assert "CHR001" in codes(run(*check, "--isolated"))
    (briefs / "other.toml").write_text('select = ["CHR001"]\n[severities]\nCHR = "info"\n')
    result = run(*check, "--config", "other.toml")
    assert (result.exit_code, codes(result)) == (0, ["CHR001"])
    assert codes(run(*check, "--config", "other.toml", "--ignore", "CHR001")) == []


def test_invalid_setting_is_reported_with_its_line(run, briefs):
    (briefs / "diplobrief.toml").write_text('\nselekt = ["CHR"]\n')
    result = run("check", "note.md")
    assert result.exit_code == 2
    assert "diplobrief.toml:2:1: error[configuration]: Unknown setting 'selekt'" in (result.stderr)
    assert "did you mean select?" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--select", "CHX"), ("--ignore", "CHR,nothing"), ("--isolated", "--config", "a.toml")],
)
def test_invalid_options_are_bad_usage(run, arguments):
    result = run("check", "note.md", *arguments)
    assert result.exit_code == 2
    assert "Error:" in result.stderr


def test_effective_settings_are_printed_as_toml(run, briefs):
    written = 'select = ["CHR"]\nignore = []\n\n[severities]\n"CHR001" = "info"\n'
    (briefs / "diplobrief.toml").write_text(written)
    assert run("check", "--show-settings", ".").stdout == written


@pytest.mark.parametrize("code", ["CHR001", "chr001"])
def test_explain_needs_no_file(run, code):
    result = run("check", "--explain", code)
    assert result.exit_code == 0
    assert RULES["CHR001"].explanation in result.stdout


def test_explain_suggests_a_code_for_an_unknown_one(run):
    result = run("check", "--explain", "CHX001")
    assert result.exit_code == 2
    assert "Did you mean CHR" in result.stderr
    result = run("check", "--explain", "zzz")
    assert result.exit_code == 2
    assert "Run `diplobrief check --explain ALL` to list all codes." in result.stderr


@pytest.mark.parametrize(("start", "codes"), [("STY", "STY"), ("chr00", "CHR00"), ("ALL", "")])
def test_explain_lists_the_codes_of_a_prefix(run, start, codes):
    result = run("check", "--explain", start)
    assert result.exit_code == 0
    listed = [line.split()[0] for line in result.stdout.splitlines()]
    assert [code for code in listed if code in RULES] == [
        code for code in RULES if code.startswith(codes)
    ]


def test_statistics_count_each_code_and_exit_zero_ignores_them(run, briefs):
    (briefs / "other.md").write_bytes((briefs / "late.md").read_bytes())
    arguments = ("check", "--select", "CHR001", "--statistics", "late.md", "other.md")
    result = run(*arguments)
    assert result.exit_code == 1
    assert "\n      2  CHR001\n" in result.stdout
    assert run(*arguments, "--exit-zero").exit_code == 0
    assert run(*arguments, "--exit-zero", "missing.md").exit_code == 2


@pytest.mark.parametrize("name", ["sarif", "github", "junit"])
def test_reports_go_to_standard_output_alone(run, name):
    result = run("check", "--format", name, "--statistics", "late.md", "note.md")
    assert result.exit_code == 1
    assert "CHR001" in result.stdout
    assert "files checked" not in result.stdout


def test_internal_error_is_reported_for_its_file_only(run, monkeypatch):
    def fail(document, *_):
        is_note = "schema_version: '1.0'\nid" in document.text
        raise ZeroDivisionError("by zero") if is_note else StopIteration

    monkeypatch.setattr(runner, "check_document", fail)
    result = run("check", "note.md", "late.md")
    assert result.exit_code == 1
    assert "note.md: error[internal]: The check failed: ZeroDivisionError: by zero" in result.stdout
    assert "late.md: error[internal]: The check failed: StopIteration" in result.stdout


def test_output_is_the_same_for_any_number_of_processes(run, briefs):
    for number in range(40):
        source = "late.md" if number % 3 else "note.json"
        (briefs / f"{number}{Path(source).suffix}").write_bytes((briefs / source).read_bytes())
    (briefs / "bad.md").write_bytes(b"---\nschema_version: '1.0'\n\xff---\n")
    outputs = {
        (result.exit_code, result.stdout)
        for jobs in (1, 2, 3)
        for result in [run("check", ".", "missing.md", "--jobs", str(jobs))]
    }
    ((code, output),) = outputs
    assert code == 2
    assert output.count("error[CHR001]") == 27


@pytest.mark.outside
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process group")
def test_interrupted_run_ends_without_a_traceback(briefs):
    for number in range(3_000):
        os.link(briefs / "late.md", briefs / f"{number}.md")
    # Coverage saves its data when a process ends, and may be interrupted in the middle of that.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    process = subprocess.Popen(
        [sys.executable, "-m", "diplobrief", "check", ".", "--jobs", "2"],
        env=plain,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell that runs the tests in the background has its children ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no thread runs
    )
    assert process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors


@pytest.mark.outside
def test_hooks_are_valid_for_pre_commit_and_run(run, briefs):
    manifest = ROOT / ".pre-commit-hooks.yaml"
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest)], check=True
    )
    (briefs / "README.md").write_text("# No brief\n")
    check, fmt = yaml.safe_load(manifest.read_text())
    result = run(*shlex.split(check["entry"])[1:], "README.md", "late.md")
    assert result.exit_code == 1
    assert "1 file checked: 1 error. 1 other file skipped (not a brief).\n" in result.stdout
    assert run(*shlex.split(fmt["entry"])[1:]).exit_code == 0


HIDDEN = "---\nschema_version: '1.0'\n---\n\n# Pe\u200bru\n\n## Why it matters\n\nWater.\n"


def test_fix_changes_the_file_and_then_checks_it(run, folder):
    (folder / "hidden.md").write_text(HIDDEN, encoding="utf-8")
    result = run("check", "--fix", "hidden.md")
    assert (folder / "hidden.md").read_text(encoding="utf-8") == HIDDEN.replace("\u200b", "")
    assert "hidden.md: 1 finding fixed" in result.stderr
    assert (result.exit_code, result.stdout) == (0, "1 file checked: nothing found.\n")


def test_diff_shows_the_fixes_and_leaves_the_file(run, folder):
    (folder / "hidden.md").write_text(HIDDEN, encoding="utf-8")
    result = run("check", "--diff", "hidden.md")
    assert (folder / "hidden.md").read_text(encoding="utf-8") == HIDDEN
    assert result.exit_code == 1
    assert "+# Peru\n" in result.stdout


def test_fix_reports_what_it_cannot_fix_in_place(run, folder):
    (folder / "hidden.md").write_text("Pe\u200bru\nspoke.\n", encoding="utf-8")
    result = run("check", "--fix", "--select", "HYG", "hidden.md")
    assert "1 finding not fixed; run diplobrief fmt" in result.stderr
    assert result.exit_code == 1


def test_a_file_that_cannot_be_written_hides_no_other_file(run, folder):
    (folder / "hidden.md").write_text(HIDDEN, encoding="utf-8")
    (folder / "second-name.md").hardlink_to(folder / "hidden.md")
    (folder / "other.md").write_text("# Title\n\nThey\u200b met.\n", encoding="utf-8")
    result = run("check", "--fix", "--select", "HYG", "hidden.md", "other.md")
    assert "hidden.md: error[file_unwritable]" in result.stderr
    assert "other.md: 1 finding fixed" in result.stderr
    assert result.stdout == "1 file checked, 1 not writable: 1 error.\n"
    assert result.exit_code == 2
    assert (folder / "hidden.md").read_text(encoding="utf-8") == HIDDEN


def test_fix_refuses_standard_input(run):
    result = run("check", "--fix", "-", input=HIDDEN)
    assert result.exit_code == 2
    assert "standard input" in result.stderr


def test_fix_does_not_hide_an_unreadable_file(run, folder):
    (folder / "hidden.md").write_text(HIDDEN, encoding="utf-8")
    result = run("check", "--fix", "missing.md", "hidden.md")
    assert result.exit_code == 2
    assert "file_unreadable" in result.stdout + result.stderr
    assert (folder / "hidden.md").read_text(encoding="utf-8") == HIDDEN.replace("\u200b", "")
