"""Files are read in the format of their suffix, and replaced in one step."""

from __future__ import annotations

import io
import os
import signal
import stat
import subprocess
import sys

import pytest

import diplobrief
from diplobrief import files

BRIEF = diplobrief.Brief.model_validate({"schema_version": "1.0", "title": "Talks", "sections": []})


@pytest.mark.parametrize("name", ["note.md", "note.markdown", "note.json", "NOTE.JSON"])
def test_the_suffix_determines_the_format(tmp_path, name):
    path = tmp_path / name
    diplobrief.dump(BRIEF, path)
    assert diplobrief.load(path) == BRIEF
    assert diplobrief.load(str(path)) == BRIEF


def test_a_format_argument_overrides_the_suffix(tmp_path):
    path = tmp_path / "note.md"
    diplobrief.dump(BRIEF, path, format="json")
    assert path.read_text().startswith("{")
    assert diplobrief.load(path, format="json") == BRIEF


@pytest.mark.parametrize("name", ["note.docx", "note"])
def test_an_unknown_suffix_is_a_value_error(tmp_path, name):
    with pytest.raises(ValueError, match="cannot tell the format"):
        diplobrief.dump(BRIEF, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_plain_text_can_only_be_read(tmp_path):
    with pytest.raises(ValueError, match="can only be read"):
        diplobrief.dump(BRIEF, tmp_path / "note.txt")
    with pytest.raises(ValueError, match="can only be read"):
        diplobrief.dumps(BRIEF, "text")


def test_an_unknown_format_is_a_value_error():
    with pytest.raises(ValueError, match="markdown, json, text"):
        diplobrief.loads("", "docx")


def test_findings_name_the_file(tmp_path):
    path = tmp_path / "note.json"
    path.write_text('{"schema_version": "1.0"}')
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.load(path)
    assert str(caught.value).startswith(f"error[member_missing] {path}:1:1")


def test_a_document_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    path = tmp_path / "note.json"
    path.write_text(" " * 101)
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.load(path)
    assert caught.value.code == "too_large"


def opened(path, mode):
    return path.open(mode, **({} if "b" in mode else {"encoding": "utf-8", "newline": ""}))


@pytest.mark.parametrize("name", ["note.md", "note.json"])
@pytest.mark.parametrize("is_binary", [False, True])
def test_an_open_file_is_read_and_written_like_its_path(tmp_path, name, is_binary):
    path, suffix = tmp_path / name, "b" if is_binary else ""
    with opened(path, f"w{suffix}") as file:
        diplobrief.dump(BRIEF, file)
    diplobrief.dump(BRIEF, tmp_path / f"by-path-{name}")
    assert path.read_bytes() == (tmp_path / f"by-path-{name}").read_bytes()
    with opened(path, f"r{suffix}") as file:
        assert diplobrief.load(file) == BRIEF


@pytest.mark.parametrize("name", ["markdown", "json"])
@pytest.mark.parametrize("kind", [io.StringIO, io.BytesIO])
def test_a_file_in_memory_is_recognised_by_its_text(name, kind):
    file = kind()
    with pytest.raises(ValueError, match="pass format"):
        diplobrief.dump(BRIEF, file)
    diplobrief.dump(BRIEF, file, format=name)
    file.seek(0)
    assert diplobrief.load(file) == BRIEF
    assert diplobrief.loads(file.getvalue()) == BRIEF


def test_the_format_of_an_open_file_may_be_named():
    file = io.BytesIO(b"Why it matters: two states share the lake.")
    assert diplobrief.load(file, format="text").sections[0].kind == "why_it_matters"


def test_findings_name_an_open_file_by_its_name(tmp_path):
    path = tmp_path / "note.json"
    path.write_text('{"schema_version": "1.0"}')
    with path.open("rb") as file, pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.load(file)
    assert caught.value.first.file == str(path)
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.load(io.StringIO('{"schema_version": "1.0"}'))
    assert caught.value.first.file is None


def test_an_open_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    for file in (io.StringIO(" " * 101), io.BytesIO(b" " * 101)):
        with pytest.raises(diplobrief.BriefError) as caught:
            diplobrief.load(file)
        assert caught.value.code == "too_large"


def test_the_permissions_of_an_old_file_are_kept(tmp_path):
    path = tmp_path / "note.json"
    path.write_text("old")
    path.chmod(0o640)
    diplobrief.dump(BRIEF, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_usual_permissions(tmp_path):
    plain = tmp_path / "plain"
    plain.touch()
    diplobrief.dump(BRIEF, tmp_path / "note.json")
    assert (tmp_path / "note.json").stat().st_mode == plain.stat().st_mode


def test_writing_never_changes_the_umask_of_the_process(tmp_path, monkeypatch):
    old = os.umask(0o027)
    try:
        monkeypatch.setattr(os, "umask", None)
        diplobrief.dump(BRIEF, tmp_path / "note.json")
    finally:
        monkeypatch.undo()
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "note.json").stat().st_mode) == 0o640


def test_a_symbolic_link_is_followed_and_not_replaced(tmp_path):
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "note.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    diplobrief.dump(BRIEF, link)
    assert link.is_symlink()
    assert diplobrief.load(real) == BRIEF


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "note.json"
    path.write_text("old")

    def fail(_descriptor):
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        diplobrief.dump(BRIEF, path)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.json"]


def test_a_missing_folder_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        diplobrief.dump(BRIEF, tmp_path / "none" / "note.json")


KILLED_WHILE_WRITING = """
import os, signal, sys
import diplobrief

def kill(*arguments, **settings):
    os.kill(os.getpid(), signal.SIGKILL)

def kill_after(function):
    def call(*arguments, **settings):
        function(*arguments, **settings)
        kill()
    return call

path, where = sys.argv[1:]
brief = diplobrief.load(path).replace(title="New")
if where == "after replace":
    os.replace = kill_after(os.replace)
else:
    setattr(os, where, kill)
diplobrief.dump(brief, path)
"""


@pytest.mark.outside
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    ("where", "title"), [("fsync", "Old"), ("replace", "Old"), ("after replace", "New")]
)
def test_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path, where, title):
    path = tmp_path / "note.md"
    diplobrief.dump(BRIEF.replace(title="Old"), path)
    writer = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_WRITING, str(path), where], check=False
    )
    assert writer.returncode == -signal.SIGKILL
    assert diplobrief.load(path).title == title


@pytest.mark.outside
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        diplobrief.dump(BRIEF, pipe)
        assert reader.stdout is not None
        assert diplobrief.loads(reader.stdout.read(), "json") == BRIEF
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("Why it matters: “so”".encode("cp1252"), "it looks like Windows-1252: save it as UTF-8"),
        (b"Why it matters: \x81\x8d", "save it as UTF-8"),
        (b"Why it matters: \x00\xe9", "save it as UTF-8"),
        ("Why it matters: so".encode("utf-16"), "it looks like UTF-16: save it as UTF-8"),
        (b"PK\x03\x04\xff", "it looks like a word processor file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it looks like a word processor file"),
        (b"%PDF-1.7\n%\xe2\xe3", "it looks like a PDF"),
    ],
)
def test_files_that_are_not_text_are_recognised(data, hint):
    with pytest.raises(diplobrief.BriefError) as refused:
        diplobrief.loads(data, format="text")
    assert refused.value.first.code == "encoding"
    assert refused.value.first.hint.startswith(hint)
