"""`convert` and `import`: briefs from one format to another."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

import diplobrief


def test_markdown_becomes_json_and_comes_back(run, briefs):
    assert run("convert", "note.md", "-o", "other.json").exit_code == 0
    assert run("convert", "other.json", "-o", "other.md").exit_code == 0
    assert (briefs / "other.json").read_bytes() == (briefs / "note.json").read_bytes()
    assert (briefs / "other.md").read_bytes() == (briefs / "note.md").read_bytes()


def test_convert_prints_the_other_format_by_default(run, briefs):
    assert run("convert", "note.md").stdout_bytes == (briefs / "note.json").read_bytes()
    assert run("convert", "note.json").stdout_bytes == (briefs / "note.md").read_bytes()


def test_format_option_wins_over_the_suffix(run, briefs):
    assert run("convert", "note.md", "--to", "markdown", "-o", "note.dat").exit_code == 0
    assert (briefs / "note.dat").read_bytes() == (briefs / "note.md").read_bytes()
    result = run("convert", "note.dat", "--from", "markdown", "--to", "json")
    assert result.stdout_bytes == (briefs / "note.json").read_bytes()


@pytest.mark.parametrize("name", ["note.md", "note.json"])
def test_format_of_standard_input_follows_from_its_first_character(run, briefs, name):
    other = {"note.md": "note.json", "note.json": "note.md"}[name]
    result = run("convert", "-", input=(briefs / name).read_bytes())
    assert result.stdout_bytes == (briefs / other).read_bytes()


def test_several_files_go_into_a_folder(run, briefs):
    (briefs / "out").mkdir()
    assert run("convert", "note.md", "late.md", "-o", "out").exit_code == 0
    assert sorted(path.name for path in (briefs / "out").iterdir()) == ["late.json", "note.json"]


def test_several_files_need_a_folder(run, briefs):
    result = run("convert", "note.md", "late.md", "-o", "both.json")
    assert result.exit_code == 2
    assert "folder" in result.stderr
    assert not (briefs / "both.json").exists()


def test_files_of_the_same_name_do_not_overwrite_each_other(run, briefs):
    (briefs / "out").mkdir()
    (briefs / "old").mkdir()
    (briefs / "old" / "note.md").write_text("# Old\n")
    result = run("convert", "note.md", "old/note.md", "-o", "out/")
    assert result.exit_code == 2
    assert "This file was already written from note.md" in result.stderr
    assert diplobrief.load("out/note.json").title == "The lake treaty"


def test_bad_file_does_not_stop_the_others(run, briefs):
    (briefs / "bad.json").write_text('{"schema_version": "1.0"}')
    (briefs / "out").mkdir()
    result = run("convert", "bad.json", "missing.md", "note.md", "-o", "out/")
    assert result.exit_code == 2
    assert "bad.json:1:1: error[member_missing]" in result.stderr
    assert "missing.md: error[file_unreadable]" in result.stderr
    assert [path.name for path in (briefs / "out").iterdir()] == ["note.json"]


def test_invalid_brief_leaves_the_old_output_unchanged(run, briefs):
    before = (briefs / "note.json").read_bytes()
    (briefs / "bad.md").write_text("---\nid: Bad Id\n---\n")
    assert run("convert", "bad.md", "-o", "note.json").exit_code == 2
    assert (briefs / "note.json").read_bytes() == before


@pytest.mark.parametrize("output", ["note.yaml", "note", "other.txt"])
def test_output_with_an_unknown_suffix_is_bad_usage(run, briefs, output):
    result = run("convert", "note.md", "-o", output)
    assert result.exit_code == 2
    assert "--to markdown or --to json" in result.stderr
    assert not (briefs / output).exists()


def test_input_with_an_unknown_suffix_is_reported(run, briefs):
    (briefs / "note.dat").write_text("# Talks\n")
    result = run("convert", "note.dat")
    assert result.exit_code == 2
    assert "--from" in result.stderr


@pytest.mark.parametrize("output", ["missing/note.json", "missing/"])
def test_output_in_a_missing_folder_is_reported(run, output):
    result = run("convert", "note.md", "-o", output)
    assert result.exit_code == 2
    assert "error[file_unwritable]" in result.stderr
    assert "hint: create the folder missing first" in result.stderr


@pytest.mark.parametrize("command", ["check", "convert", "fmt", "import", "show"])
def test_input_name_that_is_too_long_is_reported(run, command):
    result = run(command, f"{'x' * 300}.md")
    assert result.exit_code == 2
    assert "xxx.md: error[file_unreadable]: Cannot read the file: file name too long" in (
        result.stderr + result.stdout
    )


def test_output_name_that_is_too_long_is_reported(run):
    result = run("convert", "note.md", "-o", f"{'x' * 300}.json")
    assert result.exit_code == 2
    assert "xxx.json: error[file_unwritable]" in result.stderr


def test_permission_to_read_is_not_checked_in_advance(run, monkeypatch):
    """Else one that may not would be bad usage, and stop its neighbours."""
    monkeypatch.setattr(os, "access", lambda *_arguments, **_settings: False)
    assert run("convert", "note.md").exit_code == 0


def test_pattern_is_expanded_if_the_shell_did_not(run, briefs):
    (briefs / "out").mkdir()
    assert run("convert", "*.md", "-o", "out").exit_code == 0
    assert sorted(path.name for path in (briefs / "out").iterdir()) == ["late.json", "note.json"]


def test_pattern_that_matches_nothing_is_reported(run):
    result = run("convert", "*.markdown")
    assert result.exit_code == 2
    assert "No file matches" in result.stderr


def test_file_whose_name_is_a_pattern_is_found_by_its_name(run, briefs):
    (briefs / "[n]ote.md").write_text("# In brackets\n")
    assert '"title": "In brackets"' in run("convert", "[n]ote.md").stdout


@pytest.mark.parametrize("name", ["folder.md", "folder"])
def test_folder_as_input_is_reported(run, briefs, name):
    (briefs / name).mkdir()
    result = run("convert", name)
    assert result.exit_code == 2
    assert f"{name}: error[file_unreadable]: This is a folder, not a file" in result.stderr
    assert f"hint: name its files instead: {Path(name, '*.md')}" in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_written_to_and_not_replaced(run, briefs):
    os.mkfifo(briefs / "pipe.json")
    read = []
    reader = threading.Thread(target=lambda: read.append((briefs / "pipe.json").read_bytes()))
    reader.start()
    assert run("convert", "note.md", "-o", "pipe.json").exit_code == 0
    reader.join(timeout=10)
    assert read == [(briefs / "note.json").read_bytes()]
    assert not (briefs / "pipe.json").is_file()


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no devices")
def test_device_is_written_to_and_not_replaced(run):
    assert run("convert", "note.md", "-o", os.devnull, "--to", "json").exit_code == 0
    assert not Path(os.devnull).is_file()


def test_standard_output_is_exact_even_if_it_could_harm_a_terminal(run):
    brief = {"schema_version": "1.0", "title": "\u202edesrever", "sections": []}
    result = run("convert", "-", "--to", "json", input=json.dumps(brief))
    assert json.loads(result.stdout)["title"] == brief["title"]


def test_import_converts_plain_text_to_a_typed_brief(run):
    result = run("import", "note.txt")
    assert result.exit_code == 0
    brief = diplobrief.loads(result.stdout, format="markdown")
    assert [section.kind for section in brief.sections] == ["why_it_matters", "key_points"]


def test_import_writes_json_on_request(run, briefs):
    printed = run("import", "note.txt", "--to", "json").stdout
    assert run("import", "note.txt", "-o", "imported.json").exit_code == 0
    assert (briefs / "imported.json").read_text(encoding="utf-8") == printed
    assert json.loads(printed)["sections"][1]["content"][0]["items"] == [
        "The Senate votes.",
        "The summer is dry.",
    ]


def test_import_reads_standard_input_and_any_suffix_as_plain_text(run, briefs):
    (briefs / "mail.eml").write_bytes((briefs / "note.txt").read_bytes())
    from_file = run("import", "mail.eml").stdout
    from_input = run("import", "-", input=(briefs / "note.txt").read_bytes()).stdout
    assert from_file == from_input == run("convert", "note.txt").stdout


def test_import_fills_a_folder_with_markdown(run, briefs):
    (briefs / "out").mkdir()
    assert run("import", "*.txt", "-o", "out").exit_code == 0
    assert [path.name for path in (briefs / "out").iterdir()] == ["note.md"]


STATED = {
    "--language": ("pt-BR", "language", "pt-BR"),
    "--publisher": ("Ministry of Water", "publisher", "Ministry of Water"),
    "--published": ("2025-03", "published", "2025-03"),
    "--source": (
        "https://example.org/lake",
        "sources",
        [{"id": "page", "url": "https://example.org/lake"}],
    ),
    "--marking": ("tlp:green", "handling", {"tlp": "TLP:GREEN"}),
}


@pytest.mark.parametrize("option", STATED)
def test_import_takes_metadata_that_the_text_does_not_state(run, option):
    value, member, expected = STATED[option]
    result = run("import", "note.txt", "--to", "json", option, value)
    assert result.exit_code == 0
    assert json.loads(result.stdout)[member] == expected


def test_import_prefers_what_the_user_states(run, briefs):
    (briefs / "note.txt").write_text("RESTRICTED\n\nThey met.\n", encoding="utf-8")
    result = run("import", "note.txt", "--to", "json", "--marking", "SECRET")
    assert json.loads(result.stdout)["handling"] == {"marking": "SECRET"}


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--published", "March 4, 2025", "write 2025-03-04"),
        ("--language", "Portuguese language", "--language: Expected"),
        ("--source", "example", "--source: Expected"),
        ("--marking", "TLP:BLUE", "--marking: "),
        ("--publisher", "", "--publisher: "),
        ("--encoding", "klingon", "'klingon' is not a known encoding"),
        ("--encoding", "base64", "'base64' is not a known encoding"),
    ],
)
def test_import_refuses_metadata_that_is_not_valid(run, option, value, message):
    result = run("import", "note.txt", option, value)
    assert result.exit_code == 2
    assert message in result.stderr


def test_import_reads_another_encoding_and_recognizes_that_of_windows(run, briefs):
    (briefs / "old.txt").write_bytes("Why it matters: “the lake” – Türkiye".encode("cp1252"))
    result = run("import", "old.txt")
    assert result.exit_code == 2
    assert "it looks like Windows-1252" in result.stderr
    assert "--encoding windows-1252" in result.stderr
    result = run("import", "old.txt", "--encoding", "windows-1252")
    assert result.exit_code == 0
    assert "“the lake” – Türkiye" in result.stdout
    result = run("import", "old.txt", "--encoding", "ascii")
    assert result.exit_code == 2
    assert "old.txt: error[encoding]: The document is not ascii" in result.stderr
