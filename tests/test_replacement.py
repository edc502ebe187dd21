"""A file is replaced as a whole, with everything that it carries, or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from diplobrief import replacement
from diplobrief.replacement import ChangedFileError, write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="this system has no such files")
as_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root may give files away"
)


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.md"
    path.write_bytes(b"old")
    return path


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def assert_refused(note, words, error=OSError):
    with pytest.raises(error, match=words):
        write_atomically(note, "new")
    assert note.read_bytes() == b"old"
    assert names_in(note.parent)[-1] == "note.md"


def test_a_file_that_still_has_its_old_content_is_replaced(note):
    write_atomically(note, "new", before=b"old")
    assert note.read_bytes() == b"new"


def test_a_file_that_was_changed_in_the_meantime_is_not_replaced(note):
    with pytest.raises(ChangedFileError, match="changed after it was read"):
        write_atomically(note, "new", before=b"older")
    assert note.read_bytes() == b"old"
    assert names_in(note.parent) == ["note.md"]


@posix
def test_a_file_with_several_names_is_refused(note):
    os.link(note, note.with_name("another.md"))
    assert_refused(note, "several names")
    assert note.samefile(note.with_name("another.md"))


@as_root
def test_the_owner_the_group_and_the_permissions_are_kept(note):
    os.chown(note, 4_711, 4_712)
    note.chmod(0o4755)
    write_atomically(note, "new")
    status = note.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (4_711, 4_712, 0o4755)


@posix
def test_a_file_whose_owner_cannot_be_kept_is_refused(note, monkeypatch):
    def refuse(*_arguments):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    status = note.stat()
    other = os.stat_result((*status[:4], status.st_uid + 1, *status[5:]))
    monkeypatch.setattr(replacement, "_status_of", lambda _target: other)
    assert_refused(note, "owner or the group of the file would change", PermissionError)


@pytest.fixture
def attributes(note):
    try:
        os.setxattr(note, "user.desk", b"lakes")
    except (OSError, AttributeError):
        pytest.skip("the file system has no extended attributes")
    return note


def test_extended_attributes_are_kept(attributes):
    write_atomically(attributes, "new")
    assert os.getxattr(attributes, "user.desk") == b"lakes"


def test_a_file_whose_attributes_cannot_be_kept_is_refused(note, monkeypatch):
    def refuse(*_arguments):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(replacement, "_attributes_of", lambda _target: [("user.desk", b"lakes")])
    monkeypatch.setattr(os, "setxattr", refuse, raising=False)
    assert_refused(note, "attribute user.desk of the file would be lost")


ABANDONING = """
import os, signal, sys
from diplobrief.replacement import write_atomically

os.fsync = lambda _descriptor: os.kill(os.getpid(), signal.SIGKILL)
write_atomically(sys.argv[1], "half")
"""


@posix
@pytest.mark.outside
def test_the_next_write_removes_what_a_killed_one_left(note):
    subprocess.run([sys.executable, "-c", ABANDONING, str(note)], check=False)
    assert len(names_in(note.parent)) == 2
    assert note.read_bytes() == b"old"
    write_atomically(note, "new")
    assert names_in(note.parent) == ["note.md"]
    assert note.read_bytes() == b"new"


@posix
def test_files_of_running_processes_of_other_machines_and_of_others_are_left_alone(
    note, monkeypatch
):
    prefix = replacement._prefix(note)
    kept = [
        f"{prefix}{os.getpid()}.0123",
        f"{prefix}{os.getppid()}.0123",
        ".note.md.another.999999999.0123",
        f"{prefix}draft.0123",
        f"{prefix}99999999999999999999",
    ]
    for name in kept:
        note.with_name(name).touch()
    ended = note.with_name(f"{prefix}99999999999999999999.0123")
    ended.touch()
    write_atomically(note, "new")
    assert names_in(note.parent) == sorted([*kept, "note.md"])

    def refuse(_process, _number):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "kill", refuse)
    ended.touch()
    write_atomically(note, "new")
    assert ended.exists()
