"""`check`: what is printed for people and for programs, and the exit codes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.diagnostics import Finding, Severity
from diplobrief.diagnostics.reports.json import as_data


def test_clean_brief_exits_with_0(run):
    result = run("check", "note.md", "note.json")
    assert (result.exit_code, result.stdout) == (0, "2 files checked: nothing found.\n")


def test_contradiction_is_shown_with_its_line_and_a_hint(run):
    result = run("check", "late.md")
    assert result.exit_code == 1
    first, source, carets, where, other, *_, hint, summary = result.stdout.splitlines()
    assert first.startswith("late.md:8:65: error[CHR001]: parliamentary approval is still")
    column = source.index("'2025-04-16'")
    assert carets[column:] == "^" * len("'2025-04-16'")
    assert where.strip() == "in treaties[0].milestones[0].date"
    assert other.strip() == "see treaties[0].milestones[1].date: completed on 2025-04-18"
    assert hint.strip().startswith("hint: correct one of the dates")
    assert summary == "1 file checked: 1 error."


def test_bad_file_does_not_hide_another(run, briefs):
    (briefs / "bad.json").write_text("{")
    (briefs / "latin.md").write_bytes(b"# Trait\xe9\n")
    result = run("check", "missing.md", "bad.json", "latin.md", "late.md", "note.md")
    assert result.exit_code == 2
    for place in ("missing.md: ", "bad.json:1:", "latin.md:1:8: ", "late.md:8:65: "):
        assert f"\n{place}" in f"\n{result.stdout}"
    assert result.stdout.endswith("4 files checked, 1 not readable: 4 errors.\n")


def test_invalid_document_is_reported_as_findings(run, briefs):
    (briefs / "bad.json").write_text('{"schema_version": "1.0", "sections": [], "titel": "T"}')
    result = run("check", "bad.json")
    assert result.exit_code == 1
    assert "titel" in result.stdout


def test_concise_output_is_one_line_a_finding(run, briefs):
    (briefs / "bad.json").write_text("{")
    result = run("check", "--format", "concise", "late.md", "bad.json", "missing.md", "note.md")
    late, bad, missing, summary = result.stdout.splitlines()
    assert late.startswith("late.md:8:65: error[CHR001]: parliamentary approval is still")
    assert bad.startswith("bad.json:1:2: error[")
    assert missing.startswith("missing.md: error[file_unreadable]: ")
    assert summary == "3 files checked, 1 not readable: 3 errors."


def test_json_output_has_every_part_of_a_finding(run):
    result = run("check", "--format", "json", "late.md", "missing.md")
    late, missing = json.loads(result.stdout)
    assert late == {
        "code": "CHR001",
        "severity": "error",
        "message": late["message"],
        "path": ["treaties", 0, "milestones", 0, "date"],
        "path_text": "treaties[0].milestones[0].date",
        "hint": late["hint"],
        "url": "https://w3id.org/diplobrief/docs/reference/checks.html#chr001",
        "file": "late.md",
        "line": 8,
        "column": 65,
        "end_line": 8,
        "end_column": 77,
        "fix": None,
        "related": late["related"],
    }
    assert missing["code"] == "file_unreadable"
    assert (missing["file"], missing["line"], missing["hint"]) == ("missing.md", None, None)


def test_json_output_of_a_clean_brief_is_an_empty_list(run):
    result = run("check", "--format", "json", "note.md")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_json_output_is_plain_ascii(run, briefs):
    (briefs / "bad.json").write_text('{"\u202eé": 1}', encoding="utf-8")
    result = run("check", "--format", "json", "bad.json")
    assert result.stdout.isascii()
    assert any("\u202eé" in finding["path_text"] for finding in json.loads(result.stdout))


@pytest.mark.parametrize("severity", Severity)
def test_exit_code_is_1_for_errors_and_warnings_only(run, monkeypatch, severity):
    found = [Finding("X1", "Something", severity)]
    monkeypatch.setattr("diplobrief.cli.commands.check.runner.check_document", lambda *_: found)
    result = run("check", "note.md")
    assert result.exit_code == (0 if severity == Severity.INFO else 1)
    assert result.stdout.endswith(f"1 file checked: 1 {severity}.\n")


def test_standard_input_is_named_in_findings(run, briefs):
    result = run("check", "-", input=(briefs / "late.md").read_bytes())
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:8:65: ")


def test_standard_input_is_read_in_the_given_format(run, briefs):
    result = run("check", "-", "--from", "json", input=(briefs / "note.md").read_bytes())
    assert "<stdin>:1:" in result.stdout


def test_folder_is_searched_for_files_with_a_schema_version(run, briefs):
    below = briefs / "below"
    (below / ".hidden").mkdir(parents=True)
    (below / "README.md").write_text("# schema_version\n")
    (below / "latin.md").write_bytes(b"caf\xe9")
    (below / "post.md").write_text("---\ntitle: x\nabout:\n  schema_version: 1\n---\n")
    (below / "package.json").write_text('{"dependencies": {"schema_version": "1.0"}}')
    (below / "list.json").write_text('["schema_version"]')
    (below / "note.yaml").write_text("schema_version: '1.0'")
    (below / ".hidden" / "late.md").write_bytes((briefs / "late.md").read_bytes())
    (below / "broken.json").write_text('{"schema_version": "1.0", ')
    (below / "quoted.MD").write_text("---\nid: a\n\"schema_version\": '1.0'\nid: b\n---\n")
    result = run("check", ".")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    places = [line.partition(":")[0] for line in lines if "error[" in line]
    assert [place.replace("\\", "/") for place in places] == [
        "late.md",
        "below/broken.json",
        "below/quoted.MD",
    ]
    assert lines[-1] == ("5 files checked: 3 errors. 5 other files skipped (not briefs).")


def test_file_named_twice_is_checked_once(run):
    result = run("check", "note.md", "./note.md", "note.*d", ".")
    assert "3 files checked" in result.stdout


def test_file_named_explicitly_is_never_skipped(run, briefs):
    (briefs / "plain.md").write_text("# Talks\n")
    assert run("check", "plain.md").stdout == "1 file checked: nothing found.\n"


def test_summary_counts_one_skipped_file(run, folder):
    (folder / "docs").mkdir()
    (folder / "docs" / "README.md").write_text("# Talks\n")
    summary = "0 files checked: nothing found. 1 other file skipped (not a brief).\n"
    assert run("check", "docs").stdout == summary


@given(data=st.binary(max_size=200), name=st.sampled_from(["json", "markdown", "text"]))
def test_input_never_causes_a_traceback(data, name):
    from click.testing import CliRunner

    from diplobrief.cli.program import program

    for command in ("check", "show", "convert", "fmt"):
        arguments = [command, "-", "--from", name]
        result = CliRunner().invoke(program, arguments, input=data, catch_exceptions=False)
        assert result.exit_code in {0, 1, 2}
        assert (result.exit_code == 0) or result.output
        assert "internal" not in result.output


def test_finding_without_a_place_has_nulls():
    data = as_data(Finding("a", "b"))
    assert data["line"] is data["end_column"] is data["file"] is data["hint"] is None


def test_file_name_that_is_not_utf_8_is_read_and_shown(run):
    name = os.fsdecode(b"caf\xe9.json")
    try:
        Path(name).write_text("{}")
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such names")
    assert "caf\\u{dce9}.json:1:1: error" in run("check", name).stdout
    (finding, *_) = json.loads(run("check", "--format", "json", name).stdout)
    assert finding["file"] == name


def test_file_without_permission_is_reported_and_the_others_are_read(run, monkeypatch):
    def read_bytes(path):
        if path == "late.md":
            raise PermissionError(13, "Permission denied")
        return Path(path).read_bytes()

    monkeypatch.setattr("diplobrief.files.read_bytes", read_bytes)
    result = run("check", "late.md", "missing.md", "note.md")
    assert result.exit_code == 2
    assert "late.md: error[file_unreadable]: Cannot read the file: permission denied" in (
        result.stdout
    )
    assert "missing.md: error[file_unreadable]" in result.stdout
    assert "1 file checked" in result.stdout


@pytest.mark.parametrize(
    ("command", "code"), [(["check"], 1), (["show"], 2), (["fmt"], 2), (["convert", "-o", "./"], 2)]
)
def test_bad_input_of_every_sort_is_reported_and_hides_nothing(run, briefs, command, code):
    bad = {
        "deep.json": b"[" * 100_000,
        "bomb.md": b"---\na: &a [x]\nb: [*a, *a]\n---\n",
        "nul.md": b"\0\0",
        "utf16.json": "{}".encode("utf-16"),
        "number.json": b"9" * 100_000,
        "empty.json": b"",
    }
    for name, data in bad.items():
        (briefs / name).write_bytes(data)
    result = run(*command, *bad)
    assert result.exit_code == code
    assert all(name in result.output for name in bad)
