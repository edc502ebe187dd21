"""Generated files are written only if they changed."""

from scripts.generated_files import write


def test_a_changed_file_is_written_and_printed(tmp_path, capsys):
    (tmp_path / "old.txt").write_text("old\n", encoding="utf-8")
    write(tmp_path, {"old.txt": "new\n", "added.txt": "a\n"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "old.txt": b"new\n",
        "added.txt": b"a\n",
    }
    assert capsys.readouterr().out == f"{tmp_path / 'old.txt'}\n{tmp_path / 'added.txt'}\n"


def test_a_current_file_is_not_touched(tmp_path, capsys):
    file = tmp_path / "current.txt"
    file.write_text("same\n", encoding="utf-8")
    before = file.stat().st_mtime_ns
    write(tmp_path, {"current.txt": "same\n"})
    assert file.stat().st_mtime_ns == before
    assert capsys.readouterr().out == ""
