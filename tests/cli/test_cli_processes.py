"""The command as a process of its own: exit codes, pipes, terminals, signals, what it imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.outside

COMMAND = (sys.executable, "-m", "diplobrief")

posix = pytest.mark.skipif(os.name != "posix", reason="this system has no such signals or devices")


def environment(**changes):
    """The environment of the tests, without what would change colours or encodings."""
    ignored = (
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR",
        "PYTHONIOENCODING",
        "PYTHONUTF8",
        "LC_",
        "LANG",
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ignored)}
    source = str(Path(__file__).parents[2] / "src")
    return kept | {"PYTHONPATH": source, "TERM": "xterm"} | changes


def run(*arguments, **settings):
    settings.setdefault("env", environment())
    finished = subprocess.run(
        [*COMMAND, *arguments], capture_output=True, check=False, timeout=60, **settings
    )
    assert b"Traceback" not in finished.stderr
    return finished


def imported_by(*arguments):
    """The modules that a command imports."""
    program = (
        "import sys\n"
        "from diplobrief.cli.program import program\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    program.main()\n"
        "finally:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment(), check=True
    )
    return set(finished.stderr.decode().split())


def test_help_imports_neither_pydantic_nor_the_model():
    imported = imported_by("--help")
    assert "click" in imported
    assert not {"pydantic", "pydantic_core", "yaml", "pyromark", "hypothesis"} & imported
    assert not any(name.startswith("diplobrief.cli.commands.") for name in imported)
    assert "diplobrief.model" not in imported


@pytest.mark.parametrize("command", ["import", "convert", "check", "fmt", "show", "new", "schema"])
def test_the_help_of_a_command_imports_neither_pydantic_nor_the_model(command):
    imported = imported_by(command, "--help")
    assert not {"pydantic", "pydantic_core", "diplobrief.model"} & imported


def test_help_takes_at_most_one_and_a_half_times_as_long_as_importing_pydantic():
    def seconds(*command):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *command], capture_output=True, env=environment(), check=True
        )
        return time.perf_counter() - start

    # The smaller of several: other programs on the machine only ever add.
    rounds = [
        (seconds("-m", "diplobrief", "--help"), seconds("-c", "import pydantic")) for _ in range(7)
    ]
    ours, theirs = map(min, zip(*rounds, strict=True))
    assert ours <= 1.5 * theirs


def test_exit_codes_reach_the_shell():
    assert run("check", "note.md").returncode == 0
    assert run("check", "late.md").returncode == 1
    assert run("check", "missing.md").returncode == 2
    assert run("convert").returncode == 2


def test_a_brief_goes_through_pipes(briefs):
    text = (briefs / "note.json").read_bytes()
    markdown = run("convert", "-", input=text).stdout
    assert run("convert", "-", input=markdown).stdout == text


def test_what_is_written_is_utf_8_in_every_locale(briefs):
    (briefs / "fa.md").write_text("# پیمان دریاچه\n", encoding="utf-8")
    for changes in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}):
        finished = run("convert", "fa.md", env=environment(**changes))
        assert json.loads(finished.stdout)["title"] == "پیمان دریاچه"


@pytest.mark.parametrize(
    ("encoding", "title"), [("cp1252", b"\\u067e\\u06cc"), ("ascii", "پی".encode())]
)
def test_a_terminal_of_another_encoding_gets_escapes_and_one_of_none_gets_utf_8(
    briefs, encoding, title
):
    (briefs / "fa.md").write_text("# پیمان\n\n- یک\n", encoding="utf-8")
    finished = run("show", "fa.md", env=environment(PYTHONIOENCODING=encoding))
    assert finished.returncode == 0
    assert finished.stdout.startswith(title)
    (briefs / "bad.json").write_text('{"پیمان": 1}', encoding="utf-8")
    finished = run("check", "bad.json", env=environment(PYTHONIOENCODING=encoding))
    assert finished.returncode == 1


@posix
def test_a_name_that_is_no_utf_8_can_be_read_and_is_shown():
    name = os.fsdecode(b"caf\xe9.json")
    try:
        Path(name).write_text("{}")
    except OSError:
        pytest.skip("this file system has no such names")
    assert b"caf\\u{dce9}.json:1:1: error" in run("check", name).stdout
    found = json.loads(run("check", "--format", "json", name).stdout)
    assert found[0]["file"] == name


def on_terminal(*arguments, **changes):
    """What a command prints on a terminal."""
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdout=follower, stderr=follower, env=environment(**changes)
    )
    os.close(follower)
    printed = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # So Linux says that the other end is closed.
            break
        if not part:
            break
        printed += part
    process.wait(timeout=60)
    os.close(leader)
    return printed.decode()


@posix
def test_colours_appear_on_a_terminal_and_nowhere_else():
    assert "\x1b[1;31merror[CHR001]\x1b[0m" in on_terminal("check", "late.md")
    assert "\x1b" not in on_terminal("check", "late.md", NO_COLOR="1")
    assert "\x1b" not in on_terminal("check", "late.md", TERM="dumb")
    assert b"\x1b" not in run("check", "late.md").stdout
    assert b"\x1b[1;31m" in run("check", "late.md", env=environment(FORCE_COLOR="1")).stdout


@posix
def test_a_diff_on_a_terminal_shows_what_could_harm_it(briefs):
    (briefs / "bidi.json").write_text(
        '{"schema_version":"1.0","title":"\u202ex","sections":[]}', "utf-8"
    )
    assert "\u202e" not in on_terminal("fmt", "--diff", "bidi.json", NO_COLOR="1")
    assert "\u202e".encode() in run("fmt", "--diff", "bidi.json").stdout


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("schema",),
        ("check", "many"),
        ("check", "--jobs", "2", "many"),
        ("show", "note.md"),
    ],
)
def test_a_reader_that_goes_away_ends_the_command_quietly(briefs, arguments):
    (briefs / "many").mkdir()
    for number in range(3):
        (briefs / "many" / f"{number}.md").write_bytes((briefs / "late.md").read_bytes())
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run(
        [*COMMAND, *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writer)
    assert process.returncode == -signal.SIGPIPE
    assert process.stderr == b""


@posix
@pytest.mark.parametrize("arguments", [("convert", "note.md"), ("check", "late.md"), ("--help",)])
def test_a_full_disk_is_reported(arguments):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [*COMMAND, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert process.returncode == 2
    assert process.stderr.startswith(b"Error: Cannot write the output: ")
    assert b"Traceback" not in process.stderr
    assert process.stderr.count(b"\n") == 1


@posix
def test_an_interruption_ends_with_130():
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*COMMAND, "check", "-"],
        stdin=reader,
        stderr=subprocess.PIPE,
        env=environment(),
        # A run in the background ignores the signal, and its children would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    # It waits for input once it has imported what reads it.
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    os.close(reader)
    os.close(writer)
    assert process.returncode == 130
    assert b"Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="it finds the processes in /proc")
def test_a_process_that_is_killed_from_outside_is_reported_and_leaves_no_other(briefs):
    for number in range(2_000):
        (briefs / f"{number}.md").symlink_to("late.md")
    with subprocess.Popen(
        [*COMMAND, "check", "--jobs", "2", "."],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as checking:
        children = Path(f"/proc/{checking.pid}/task/{checking.pid}/children")
        while not (workers := children.read_text().split()):
            time.sleep(0.01)
        os.kill(int(workers[0]), signal.SIGKILL)
        _, said = checking.communicate(timeout=60)
    assert checking.returncode == 2
    assert b"A worker process was killed, perhaps because memory ran out; try --jobs 1" in said
    assert b"Traceback" not in said
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]


@posix
@pytest.mark.parametrize("stream", ["0<&-", "1>&-", "2>&-"])
@pytest.mark.parametrize(
    "arguments", ["convert -", "convert note.md", "check late.md", "show note.md"]
)
def test_a_closed_stream_causes_no_traceback(stream, arguments):
    command = f'"{sys.executable}" -m diplobrief {arguments} {stream}'
    process = subprocess.run(
        ["sh", "-c", command], capture_output=True, env=environment(), input=b"{}", check=False
    )
    assert process.returncode in {0, 1, 2}
    assert b"Traceback" not in process.stderr + process.stdout


@posix
def test_a_file_without_permission_is_reported_and_the_others_are_read(briefs):
    (briefs / "late.md").chmod(0)
    process = run("check", "late.md", "missing.md", "note.md")
    try:
        (briefs / "late.md").read_bytes()
    except PermissionError:
        assert b"late.md: error[file_unreadable]" in process.stdout
        assert b"permission denied" in process.stdout
    assert process.returncode == 2
    assert b"missing.md: error[file_unreadable]" in process.stdout


@posix
def test_a_killed_command_leaves_the_old_file_or_the_new_one(briefs):
    sections = [
        {"kind": "lede", "content": [{"type": "paragraph", "text": "word " * 50 + "end"}] * 4000}
    ]
    brief = {"schema_version": "1.0", "title": "New", "sections": sections}
    (briefs / "large.json").write_text(json.dumps(brief), encoding="utf-8")
    old = b"# Old\n"
    assert run("convert", "large.json", "-o", "target.md").returncode == 0
    new = (briefs / "target.md").read_bytes()
    seen = set()
    start = time.perf_counter()
    run("convert", "large.json", "-o", "target.md")
    whole = time.perf_counter() - start
    for step in range(8):
        (briefs / "target.md").write_bytes(old)
        process = subprocess.Popen(
            [*COMMAND, "convert", "large.json", "-o", "target.md"], env=environment()
        )
        # Most of the kills fall into the last third, where the file is written.
        time.sleep(whole * (0.65 + 0.05 * step))
        process.kill()
        process.wait(timeout=60)
        content = (briefs / "target.md").read_bytes()
        assert content in {old, new}
        seen.add(content)
    assert seen


@posix
def test_a_device_is_written_to_and_not_replaced(briefs):
    assert run("convert", "note.md", "-o", "/dev/null", "--to", "json").returncode == 0
    assert not Path("/dev/null").is_file()
    process = run("convert", "note.md", "-o", "/dev/stdout", "--to", "json")
    assert process.stdout == (briefs / "note.json").read_bytes()


def test_the_shell_asks_for_completions():
    asked = environment(
        _DIPLOBRIEF_COMPLETE="bash_complete", COMP_WORDS="diplobrief con", COMP_CWORD="1"
    )
    # Installed, the command is called by its own name.
    program = "import sys; sys.argv[0] = 'diplobrief'; from diplobrief.cli import main; main()"
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=asked, check=False
    )
    assert finished.stdout.decode().split() == ["plain,convert"]


def test_bad_input_of_every_sort_ends_without_a_traceback_and_hides_nothing(briefs):
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
    for command in (["check"], ["show"], ["fmt"], ["convert", "-o", "./"]):
        finished = run(*command, *bad)
        assert finished.returncode == (1 if command == ["check"] else 2)
        printed = finished.stdout + finished.stderr
        assert all(name.encode() in printed for name in bad)
