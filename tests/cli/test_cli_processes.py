"""The command as a process of its own: exit codes, pipes, terminals, locales, signals, imports.

What can be tested without starting a process is tested in the other modules of this folder.
"""

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


IMPORTS_OF_HELP = """
import sys
from diplobrief.cli.program import COMMANDS, program

def imported_by(*arguments):
    try:
        program.main(arguments, prog_name="diplobrief")
    except SystemExit:
        print(*sys.modules, file=sys.stderr)

imported_by("--help")
for name in COMMANDS:
    imported_by(name, "--help")
"""


def test_help_imports_neither_pydantic_nor_the_model():
    finished = subprocess.run(
        [sys.executable, "-c", IMPORTS_OF_HELP], capture_output=True, env=environment(), check=True
    )
    of_program, *of_commands = (set(line.split()) for line in finished.stderr.decode().splitlines())
    assert "click" in of_program
    assert not any(name.startswith("diplobrief.cli.commands.") for name in of_program)
    for imported in (of_program, *of_commands):
        assert not {"pydantic", "pydantic_core", "yaml", "pyromark", "hypothesis"} & imported
        assert "diplobrief.model" not in imported
    assert len(of_commands) > 7


def test_exit_code_reaches_the_shell():
    assert run("check", "late.md").returncode == 1
    assert run("convert").returncode == 2


def test_input_and_output_are_utf_8_in_every_locale():
    text = "# پیمان دریاچه\n".encode()
    for changes in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}):
        finished = run("convert", "-", input=text, env=environment(**changes))
        assert json.loads(finished.stdout)["title"] == "پیمان دریاچه"


@pytest.mark.parametrize(
    ("encoding", "title"), [("cp1252", b"\\u067e\\u06cc"), ("ascii", "پی".encode())]
)
def test_show_escapes_what_the_encoding_of_the_terminal_lacks(briefs, encoding, title):
    (briefs / "fa.md").write_text("# پیمان\n\n- یک\n", encoding="utf-8")
    finished = run("show", "fa.md", env=environment(PYTHONIOENCODING=encoding))
    assert finished.returncode == 0
    assert finished.stdout.startswith(title)


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
        except OSError:  # Linux reports in this way that the other end is closed.
            break
        if not part:
            break
        printed += part
    process.wait(timeout=60)
    os.close(leader)
    return printed.decode()


@posix
def test_colours_are_used_on_a_terminal_and_nowhere_else():
    assert "\x1b[31m\x1b[1merror[CHR001]\x1b[0m" in on_terminal("check", "late.md")
    assert "\x1b" not in on_terminal("check", "late.md", NO_COLOR="1")
    assert b"\x1b" not in run("check", "late.md").stdout


@posix
@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("schema",), ("check", "many"), ("check", "--jobs", "2", "many")],
)
def test_broken_pipe_ends_the_command_quietly(briefs, arguments):
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
@pytest.mark.parametrize("arguments", [("convert", "note.md"), ("check", "late.md")])
def test_full_disk_is_reported(arguments):
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
def test_interrupt_ends_the_command_with_130(briefs):
    os.mkfifo(briefs / "pipe.md")
    process = subprocess.Popen(
        [*COMMAND, "check", "pipe.md"],
        stderr=subprocess.PIPE,
        env=environment(),
        # A run in the background ignores the signal, and its children would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no thread runs
    )
    # Opening the pipe waits until the command has opened it to read.
    with (briefs / "pipe.md").open("wb"):
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors


@pytest.mark.skipif(not hasattr(os, "fork"), reason="it forks a process")
def test_a_worker_that_is_ended_before_it_begins_is_silent():
    code = """
import os, signal
from diplobrief.cli import _clean_up_when_terminated
_clean_up_when_terminated()
child = os.fork()
if child == 0:
    try:
        signal.raise_signal(signal.SIGTERM)
    finally:
        print("cleaned up", flush=True)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
signal.raise_signal(signal.SIGTERM)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (143, b"143\n", b"")


@pytest.mark.skipif(sys.platform != "linux", reason="it finds the processes in /proc")
def test_killed_worker_is_reported_and_leaves_no_other(briefs):
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
        _, errors = checking.communicate(timeout=60)
    assert checking.returncode == 2
    assert b"A worker process was killed, perhaps because memory ran out; try --jobs 1" in errors
    assert b"Traceback" not in errors
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]


@pytest.mark.skipif(sys.platform != "linux", reason="it finds the processes in /proc")
@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_workers_end_with_the_command(briefs, number):
    for name in range(2_000):
        (briefs / f"{name}.md").symlink_to("late.md")
    with subprocess.Popen(
        [*COMMAND, "check", "--jobs", "2", "."],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as checking:
        children = Path(f"/proc/{checking.pid}/task/{checking.pid}/children")
        while len(workers := children.read_text().split()) < 2:
            time.sleep(0.01)
        checking.send_signal(signal.Signals[number])
        checking.wait(timeout=60)
    end = time.monotonic() + 30
    while any(map(is_running, workers)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [worker for worker in workers if is_running(worker)]


def is_running(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@posix
@pytest.mark.parametrize(
    ("stream", "arguments"),
    [
        ("0<&-", "convert -"),
        ("1>&-", "convert note.md"),
        ("1>&-", "check late.md"),
        ("1>&-", "show note.md"),
        ("2>&-", "convert missing.md"),
    ],
)
def test_closed_stream_causes_no_traceback(stream, arguments):
    command = f'"{sys.executable}" -m diplobrief {arguments} {stream}'
    process = subprocess.run(
        ["sh", "-c", command], capture_output=True, env=environment(), input=b"{}", check=False
    )
    assert process.returncode in {0, 1, 2}
    assert b"Traceback" not in process.stderr + process.stdout


COMMANDS_WITH_OUTPUT = [
    ("convert", "large.md"),
    ("fmt", "-"),
    ("schema",),
    ("show", "large.md"),
    ("check", "--format", "json", "large.md"),
]


def large_brief(number):
    topics = "".join(f'  - "n\u200bo {at}"\n' for at in range(number))
    return f"---\nschema_version: '1.0'\ntopics:\n{topics}---\n\n# Talks\n\n" + "word " * 20_000


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", COMMANDS_WITH_OUTPUT)
def test_a_pipe_that_does_not_block_gets_everything_or_the_command_fails(
    briefs, arguments, unbuffered
):
    (briefs / "large.md").write_text(large_brief(500), encoding="utf-8")
    settings = environment(PYTHONUNBUFFERED=unbuffered)
    source = (briefs / "large.md").read_bytes()
    whole = run(*arguments, input=source, env=settings).stdout
    assert len(whole) > 4_096
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    process = subprocess.run(
        [*COMMAND, *arguments],
        input=source,
        stdout=writer,
        stderr=subprocess.PIPE,
        env=settings,
        check=False,
    )
    os.close(writer)
    with open(reader, "rb") as pipe:  # noqa: PTH123 - it is a number
        written = pipe.read()
    assert b"Traceback" not in process.stderr
    assert process.returncode == 2 or (process.returncode < 2 and written == whole)


@pytest.mark.skipif(sys.platform != "linux", reason="this system limits files differently")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", COMMANDS_WITH_OUTPUT)
def test_output_that_is_cut_short_is_a_failure(briefs, arguments, unbuffered):
    import resource

    (briefs / "large.md").write_text(large_brief(500), encoding="utf-8")
    with (briefs / "large.md").open("rb") as source, (briefs / "out").open("wb") as out:
        process = subprocess.run(
            [*COMMAND, *arguments],
            stdin=source,
            stdout=out,
            stderr=subprocess.PIPE,
            env=environment(PYTHONUNBUFFERED=unbuffered, PYTHONDONTWRITEBYTECODE="1"),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096)),
            check=False,
        )
    assert process.returncode == 2
    assert process.stderr.count(b"Error: Cannot write the output: ") == 1
    assert b"Traceback" not in process.stderr


KILLED_WHILE_WRITING = """
import os, signal, sys
from diplobrief.cli import main

def kill(*arguments, **settings):
    os.kill(os.getpid(), signal.SIGKILL)

def kill_after(function):
    def call(*arguments, **settings):
        function(*arguments, **settings)
        kill()
    return call

where = sys.argv.pop(1)
if where == "after replace":
    os.replace = kill_after(os.replace)
else:
    setattr(os, where, kill)
main()
"""


@posix
@pytest.mark.parametrize(
    ("where", "is_new"), [("fsync", False), ("replace", False), ("after replace", True)]
)
def test_killed_command_leaves_the_old_file_or_the_new_one(briefs, where, is_new):
    (briefs / "target.json").write_bytes(b"old")
    process = subprocess.run(
        [
            *(sys.executable, "-c", KILLED_WHILE_WRITING, where),
            *("convert", "note.md", "-o", "target.json"),
        ],
        env=environment(),
        check=False,
    )
    assert process.returncode == -signal.SIGKILL
    expected = (briefs / "note.json").read_bytes() if is_new else b"old"
    assert (briefs / "target.json").read_bytes() == expected


TERMINATED_WHILE_WRITING = """
import os, signal, sys
from diplobrief.cli import main

number = signal.Signals[sys.argv.pop(1)]
signal.signal(number, signal.SIG_DFL)
os.fsync = lambda descriptor: os.kill(os.getpid(), number)
main()
"""


@posix
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_leaves_no_temporary_file(briefs, number):
    before = sorted(path.name for path in briefs.iterdir())
    process = subprocess.run(
        [
            *(sys.executable, "-c", TERMINATED_WHILE_WRITING, number),
            *("convert", "note.md", "-o", "note.json", "--to", "markdown"),
        ],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert process.returncode == 128 + signal.Signals[number]
    assert process.stderr == b""
    assert sorted(path.name for path in briefs.iterdir()) == before


@posix
def test_a_command_that_is_to_survive_its_terminal_does(briefs):
    script = TERMINATED_WHILE_WRITING.replace("SIG_DFL", "SIG_IGN")
    process = subprocess.run(
        [
            *(sys.executable, "-c", script, "SIGHUP"),
            *("convert", "note.md", "-o", "copy.json"),
        ],
        env=environment(),
        check=False,
    )
    assert process.returncode == 0
    assert (briefs / "copy.json").read_bytes() == (briefs / "note.json").read_bytes()


@posix
def test_standard_output_by_its_device_is_written_to(briefs):
    process = run("convert", "note.md", "-o", "/dev/stdout", "--to", "json")
    assert process.stdout == (briefs / "note.json").read_bytes()


def test_shell_gets_completions():
    asked = environment(
        _DIPLOBRIEF_COMPLETE="bash_complete", COMP_WORDS="diplobrief con", COMP_CWORD="1"
    )
    # An installed command is called by its own name.
    program = "import sys; sys.argv[0] = 'diplobrief'; from diplobrief.cli import main; main()"
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=asked, check=False
    )
    assert finished.stdout.decode().split() == ["plain,convert", "plain,confirm"]
