"""`fmt`: canonical rewriting in place, and what it refuses to rewrite."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.cli import diff
from diplobrief.cli.diff import unified
from diplobrief.formats import FORMATS
from diplobrief.formats.markdown import MarkdownDocument

UNTIDY = """\
---
id:   lake-treaty
schema_version: "1.0"
actors:
  - id: north
    kind: state
    name: Northland
    country: XN
---
# The lake treaty
## Why it matters
Northland shares
the water.
"""


@pytest.fixture
def untidy(briefs):
    path = briefs / "untidy.md"
    path.write_text(UNTIDY, encoding="utf-8", newline="")
    return path


def test_fmt_rewrites_a_file_in_the_canonical_form(run, briefs, untidy):
    result = run("fmt", "untidy.md")
    assert (result.exit_code, result.stdout) == (0, "untidy.md rewritten\n")
    assert result.stderr == "1 file rewritten.\n"
    assert untidy.read_bytes() == (briefs / "note.md").read_bytes()


def test_canonical_file_is_not_touched(run, briefs):
    os.utime(briefs / "note.md", (1, 1))
    inode = (briefs / "note.md").stat().st_ino
    result = run("fmt", "note.md", "note.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 files unchanged.\n"
    after = (briefs / "note.md").stat()
    assert (after.st_mtime, after.st_ino) == (1, inode)


def test_line_ends_and_a_byte_order_mark_are_rewritten(run, briefs):
    canonical = (briefs / "note.md").read_bytes()
    (briefs / "note.md").write_bytes(b"\xef\xbb\xbf" + canonical.replace(b"\n", b"\r\n"))
    assert run("fmt", "note.md").stdout == "note.md rewritten\n"
    assert (briefs / "note.md").read_bytes() == canonical


def test_check_writes_nothing_and_exits_with_1(run, untidy):
    result = run("fmt", "--check", "untidy.md", "note.md")
    assert (result.exit_code, result.stdout) == (1, "untidy.md would be rewritten\n")
    assert result.stderr == "1 file would be rewritten, 1 file unchanged.\n"
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_diff_writes_nothing_and_prints_the_changes(run, briefs, untidy):
    result = run("fmt", "--diff", "untidy.md")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- untidy.md\n+++ untidy.md\n@@ ")
    assert patched(UNTIDY, result.stdout) == (briefs / "note.md").read_text(encoding="utf-8")
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_diff_with_colours_shows_harmful_characters(run, briefs, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    (briefs / "bidi.json").write_text(
        '{"schema_version":"1.0","title":"\u202ex","sections":[]}', encoding="utf-8"
    )
    shown = run("fmt", "--diff", "bidi.json", color=True).stdout
    assert "\u202e" not in shown
    assert '\x1b[32m+  "title": "\\u{202e}x",\x1b[0m\n' in shown


def test_diff_is_safe_on_a_terminal_and_exact_elsewhere(run, briefs, monkeypatch):
    (briefs / "bidi.json").write_text(
        '{"schema_version":"1.0","title":"\u202ex","sections":[]}', encoding="utf-8"
    )
    assert "\u202e" in run("fmt", "--diff", "bidi.json").stdout
    monkeypatch.setattr(diff, "is_terminal", lambda _stream: True)
    assert "\u202e" not in run("fmt", "--diff", "bidi.json").stdout


@pytest.mark.parametrize("comment", ["# by hand\n", "note: x # aside\n"])
@pytest.mark.parametrize("option", [(), ("--check",), ("--diff",)])
def test_file_with_comments_in_its_front_matter_is_not_rewritten(run, briefs, comment, option):
    text = UNTIDY.replace("id:", f"{comment.replace('note: x', 'publisher: A')}id:", 1)
    (briefs / "commented.md").write_text(text, encoding="utf-8", newline="")
    (briefs / "untidy.md").write_text(UNTIDY, encoding="utf-8", newline="")
    result = run("fmt", *option, "commented.md", "untidy.md")
    assert result.exit_code == 1
    assert "commented.md:2:" in result.stderr
    assert "error[fmt_comments]" in result.stderr
    assert "1 file not rewritten because of errors" in result.stderr
    assert (briefs / "commented.md").read_text(encoding="utf-8") == text
    assert ("untidy.md rewritten" in result.stdout) is (option == ())


def test_finding_counts_the_comments(run, briefs):
    (briefs / "commented.md").write_text("---\n# a\nschema_version: '1.0' # b\n---\n")
    assert "contains 2 comments" in run("fmt", "commented.md").stderr


def test_number_sign_in_a_value_is_not_a_comment(run, briefs):
    (briefs / "numbered.md").write_text(
        "---\nschema_version: '1.0'\npublisher: 'No. #3'\n---\n\n# #1\n"
    )
    assert run("fmt", "numbered.md").exit_code == 0


def test_standard_input_is_written_to_standard_output(run, briefs):
    canonical = (briefs / "note.md").read_bytes()
    result = run("fmt", "-", input=UNTIDY.encode())
    assert (result.exit_code, result.stdout_bytes, result.stderr) == (0, canonical, "")
    assert run("fmt", "-", input=canonical).stdout_bytes == canonical


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_standard_input_is_only_compared_with_check_and_diff(run, briefs, option):
    canonical = (briefs / "note.md").read_bytes()
    assert run("fmt", option, "-", input=canonical).exit_code == 0
    result = run("fmt", option, "-", input=UNTIDY)
    assert result.exit_code == 1
    assert "<stdin>" in result.stdout


def test_bad_file_does_not_stop_the_others(run, briefs, untidy):
    (briefs / "bad.json").write_text("{")
    result = run("fmt", "bad.json", "note.txt", "missing.md", "untidy.md")
    assert result.exit_code == 2
    assert "bad.json:1:" in result.stderr
    assert "note.txt: error[format_read_only]" in result.stderr
    assert "missing.md: error[file_unreadable]" in result.stderr
    assert result.stderr.endswith("1 file rewritten, 3 files not rewritten because of errors.\n")
    assert untidy.read_bytes() == (briefs / "note.md").read_bytes()


@pytest.mark.usefixtures("untidy")
def test_folder_is_searched_for_briefs_only(run, briefs):
    readme = b"---\ntitle:   x\n---\n"
    (briefs / "README.md").write_bytes(readme)
    result = run("fmt", ".")
    assert result.exit_code == 0
    assert "1 file skipped (not a brief)" in result.stderr
    assert (briefs / "README.md").read_bytes() == readme


@pytest.mark.usefixtures("untidy")
def test_file_that_cannot_be_written_is_reported(run, monkeypatch):
    def fails(_path, _text, **_settings):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("diplobrief.replacement.write_atomically", fails)
    result = run("fmt", "untidy.md")
    assert result.exit_code == 2
    assert "untidy.md: error[file_unwritable]" in result.stderr
    assert "permission denied" in result.stderr


def test_formatting_that_would_change_the_content_is_refused(run, briefs, untidy, monkeypatch):
    other = (briefs / "late.md").read_text(encoding="utf-8")
    monkeypatch.setattr(MarkdownDocument, "formatted", lambda _document: other)
    result = run("fmt", "untidy.md")
    assert result.exit_code == 1
    assert "error[internal]" in result.stderr
    assert untidy.read_text(encoding="utf-8") == UNTIDY


@pytest.mark.parametrize("name", ["note.md", "note.json"])
def test_canonical_form_is_what_the_library_writes(briefs, name):
    known = FORMATS["json" if name.endswith("json") else "markdown"]
    text = (briefs / name).read_text(encoding="utf-8")
    assert known.write(known.read(text)) == text


LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "d\r", "\n", "e"])).map("".join)


@given(old=LINES, new=LINES, most_pairs=st.sampled_from([0, 1_000_000]))
def test_diff_turns_the_old_text_into_the_new(old, new, most_pairs):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff, "_MAX_EQUAL_PAIRS", most_pairs)
        changes = "".join(unified(old, new, "x"))
    if old != new:
        assert patched(old, changes) == new


def patched(old, diff):
    """Apply a unified diff as `patch` does."""
    before = re.findall(r"[^\n]*\n|[^\n]+\Z", old)
    after = []
    at = 0
    marked = re.sub(r"\n\\ No newline at end of file\n", "\0\n", diff)
    for line in re.findall(r"[^\n]*\n", marked)[2:]:
        sign, text = line[0], line[1:].replace("\0\n", "")
        if sign == "@":
            start, length = re.match(r"@@ -(\d+)(?:,(\d+))? ", line).groups()
            begin = int(start) - (length != "0")
            after += before[at:begin]
            at = begin
        if sign in " -":
            assert before[at] == text
            at += 1
        if sign in " +":
            after.append(text)
    return "".join(after + before[at:])


def test_folder_without_briefs_is_reported(run, briefs):
    (briefs / "empty").mkdir()
    result = run("fmt", "empty")
    assert (result.exit_code, result.stderr) == (0, "no briefs found.\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", [("check",), ("fmt", "--check")])
def test_a_pipe_in_a_folder_is_not_read(run, briefs, command):
    os.mkfifo(briefs / "pipe.md")
    assert (
        run(*command, ".").exit_code == run(*command, "note.md", "late.md", "note.json").exit_code
    )


@pytest.mark.usefixtures("untidy")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    "command", [("fmt",), ("fmt", "--check"), ("check", "--fix"), ("check", "--fix", "--diff")]
)
def test_a_pipe_is_not_rewritten_and_hides_no_other_file(run, briefs, command):
    os.mkfifo(briefs / "pipe.md")
    result = run(*command, "pipe.md", "untidy.md")
    assert result.exit_code == 2
    output = result.stdout + result.stderr
    assert "pipe.md: error[file_unreadable]: This is a pipe or a device" in output
    if command == ("fmt",):
        assert run("fmt", "--check", "untidy.md").exit_code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("fmt", "untidy.md"),
        ("check", "--fix", "untidy.md"),
        ("convert", "--to", "markdown", "untidy.md", "-o", "untidy.md"),
    ],
)
def test_a_change_by_another_program_is_not_overwritten(run, briefs, monkeypatch, command):
    path = briefs / "untidy.md"
    path.write_text("# A\u200b lake\n\nThey met.\n", encoding="utf-8")
    fsync = os.fsync

    def save_in_between(descriptor):
        path.write_text("# Saved by an editor\n", encoding="utf-8")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", save_in_between)
    result = run(*command)
    assert result.exit_code == 2
    assert "the file was changed after it was read" in result.stderr
    assert "hint: run the command again" in result.stderr
    assert path.read_text(encoding="utf-8") == "# Saved by an editor\n"


SHARED = """\
---
draft: false  # of the site
diplobrief:
    schema_version: "1.0"
    language: en
tags: [ lake ]
---

# The lake treaty

Norway ratified the Treaty on the Lake on 3 May 2024.
"""


def test_a_file_that_a_site_owns_too_keeps_the_keys_of_the_site(run, folder):
    (folder / "site").mkdir()
    post = folder / "site" / "post.md"
    post.write_text(SHARED, encoding="utf-8", newline="")
    assert "1 file checked: 1 info." in run("check", "site").stdout
    assert run("fmt", "site").exit_code == 0
    formatted = SHARED.replace('    schema_version: "1.0"', "  schema_version: '1.0'")
    formatted = formatted.replace("    language", "  language")
    assert post.read_text(encoding="utf-8") == formatted
    assert run("suggest", "site/post.md", "-o", "site/post.md").exit_code == 0
    suggested = post.read_text(encoding="utf-8")
    assert suggested.startswith("---\ndraft: false  # of the site\ndiplobrief:\n")
    assert "\ntags: [ lake ]\n---\n" in suggested
    assert "    kind: ratification" in suggested.replace("- kind", "  kind")
    assert run("fmt", "--check", "site").exit_code == 0
