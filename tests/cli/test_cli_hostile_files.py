"""A hostile file is checked, refused, shown and formatted in little time and memory."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from diplobrief.checks import check_text, fix_text
from diplobrief.diagnostics.reports import REPORTS, report
from diplobrief.files import dumps, loads
from tests.cli.test_cli_processes import run as run_process

# Other tests cover the same code, and coverage would double the time.
pytestmark = pytest.mark.no_cover

HEAD = "---\nschema_version: '1.0'\n"
JSON_HEAD = '{"schema_version":"1.0","sections":[]'


def source(number, of):
    derived = {"id": f"s{(number + 1) % of}"}
    return {"id": f"s{number}", "kind": "report", "title": "T", "derived_from": [derived["id"]]}


SHAPES = {
    "errors": ("json", lambda n: f'{{"schema_version":"1.0","sections":[{"1," * n}1]}}'),
    "missing members": ("json", lambda n: f'{JSON_HEAD},"quotes":[{"{}," * n}{{}}]}}'),
    "unknown members": (
        "json",
        lambda n: JSON_HEAD + "".join(f',"m{at}":1' for at in range(n)) + "}",
    ),
    "errors in YAML": ("markdown", lambda n: f"{HEAD}quotes:\n" + "- {}\n" * n + "---\n# T\n"),
    "definitions": (
        "markdown",
        lambda n: "".join(f"[a{at}]: /b{at}\n\nIt is *so* {at}\n\n" for at in range(n // 10)),
    ),
    "ends of links": ("markdown", lambda n: "# T\n\nx " + "](" * n),
    "a comment of spaces": (
        "markdown",
        lambda n: f"# T\n\nx\n\n<!-- diplobrief: ignore {' ' * n}!-->\n",
    ),
    "accents": ("markdown", lambda n: "# T\n\na" + "\u0301\u0323" * n),
    "findings": ("markdown", lambda n: "# T\n\n" + "a\u200bb\n\n" * (n // 4)),
    "blocks": ("markdown", lambda n: "# T\n\n" + "a\n\n" * n),
    "divided words": ("markdown", lambda n: "# T\n\n" + "abcd- ef abcd-ef abcdef " * (n // 10)),
    "headings": ("markdown", lambda n: "".join(f"## H{at}\n\na\n\n" for at in range(n // 4))),
    "a long word": ("markdown", lambda n: "# T\n\n" + "a" * n),
    "ignores": ("markdown", lambda n: "<!-- diplobrief: ignore HYG001 -->\n\n" * (n // 10)),
    "markers of conflicts": ("markdown", lambda n: "a\n=======\n\n>>>>>>> b\n\n" * (n // 4)),
    "sources in a cycle": (
        "json",
        lambda n: json.dumps(
            {
                "schema_version": "1.0",
                "sections": [],
                "sources": [source(at, n // 20) for at in range(n // 20)],
            }
        ),
    ),
    "words of a page": ("text", lambda n: "GENEVA, May 3 (AP) - a b\n\n" * (n // 10)),
    "accents of a page": ("text", lambda n: "a" + "\u0301\u0323" * n),
    "lines of a page": ("text", lambda n: "a\n" * n),
}


def handled(name):
    format, make = SHAPES[name]

    def handle(text):
        findings = check_text(text, format)
        for kind in REPORTS:
            assert len(report(kind, {"hostile": findings})) < 2_000_000
        if all(finding.severity != "error" for finding in findings):
            dumps(loads(text, format), "markdown")

    return handle, make


@pytest.mark.parametrize("name", SHAPES)
def test_the_time_for_a_hostile_file_is_in_proportion_to_it(name, assert_in_proportion):
    handle, make = handled(name)
    assert_in_proportion(handle, make(1_000), make(15_000), times=15)


def test_the_time_for_fixes_that_are_refused_is_in_proportion(assert_in_proportion):
    def with_fixes(number):
        actors = "".join(
            f"  - {{id: a{at}, kind: state, name: N{at}, note: n\u200bull}}\n"
            for at in range(number)
        )
        return f"{HEAD}actors:\n{actors}---\n# T\n\nText\n"

    assert_in_proportion(
        lambda text: fix_text(text, "markdown"), with_fixes(40), with_fixes(600), times=15
    )


def test_the_time_for_fixes_is_in_proportion(assert_in_proportion):
    def with_fixes(number):
        return "# T\n\n" + "a\u200bb\n\n" * number

    def fix(text):
        assert fix_text(text, "markdown").left == ()

    assert_in_proportion(fix, with_fixes(200), with_fixes(3_000), times=15)


@pytest.mark.outside
@pytest.mark.skipif(sys.platform != "linux", reason="it measures the memory of a process")
@pytest.mark.parametrize(
    ("arguments", "block", "number", "most", "exit_code"),
    [
        ("fmt", "a\n\n", 333_000, 330_000_000, 0),
        # Not all are fixed in one run, so some are reported.
        ("check --fix", "\u200bab\n\n", 142_000, 450_000_000, 1),
        ("check --fix", "\ufb01\n\n", 200_000, 450_000_000, 1),
    ],
)
def test_a_megabyte_of_blocks_or_fixes_needs_less_than_half_a_gigabyte(
    briefs, arguments, block, number, most, exit_code
):
    (briefs / "hostile.md").write_text("# T\n\n" + block * number, encoding="utf-8")
    command = [sys.executable, "-c", _MEASURED, *arguments.split(), "hostile.md"]
    process = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    assert process.returncode == exit_code
    assert int(process.stdout.split()[-1]) * 1024 < most


# A new process begins with the largest size of the one that starts it, so that has to be small.
_MEASURED = """
import os, sys
command = [sys.executable, "-m", "diplobrief", *sys.argv[1:]]
_, status, used = os.wait4(os.posix_spawn(command[0], command, os.environ), 0)
print(used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


@pytest.mark.parametrize("block", ["a\u200bb\n\n", "\ufb01\n\n"])
def test_very_many_findings_are_fixed_in_several_runs(briefs, run, block, monkeypatch):
    from diplobrief.checks import fixing

    monkeypatch.setattr(fixing, "MOST_FIXES", 20)
    (briefs / "hostile.md").write_text("# T\n\n" + block * 50, encoding="utf-8")
    said = []
    for _ in range(4):
        result = run("check", "--fix", "--select", "HYG", "hostile.md")
        said += [line for line in result.stderr.splitlines() if "fixed" in line]
    assert said == [
        "hostile.md: 20 findings fixed; run the command again to fix the others",
        "hostile.md: 20 findings fixed; run the command again to fix the others",
        "hostile.md: 10 findings fixed",
    ]
    assert result.exit_code == 0


def test_a_long_file_is_proved_once_in_a_run_and_the_others_are_announced(run, briefs, monkeypatch):
    from diplobrief.checks import fixing

    monkeypatch.setattr(fixing, "_MOST_CHARACTERS", 10)
    (briefs / "hostile.md").write_text("# T\n\nThey\u200b rati\ufb01ed it.\n", encoding="utf-8")
    said = []
    for _ in range(3):
        result = run("check", "--fix", "--select", "HYG", "hostile.md")
        said += [line for line in result.stderr.splitlines() if "fixed" in line]
    assert said == [
        "hostile.md: 1 finding fixed; run the command again to fix the others",
        "hostile.md: 1 finding fixed",
    ]
    assert (briefs / "hostile.md").read_text(encoding="utf-8") == "# T\n\nThey ratified it.\n"
    assert (result.exit_code, result.stdout) == (0, "1 file checked: nothing found.\n")


@pytest.mark.outside
@pytest.mark.skipif(sys.platform != "linux", reason="it limits the memory of a process")
@pytest.mark.parametrize("arguments", ["check", "check --format sarif", "fmt", "show"])
def test_a_megabyte_of_errors_needs_less_than_half_a_gigabyte(briefs, arguments):
    import resource

    _, make = SHAPES["missing members"]
    (briefs / "hostile.json").write_text(make(330_000))

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (500_000_000, 500_000_000))

    process = run_process(*arguments.split(), "hostile.json", preexec_fn=limit)
    assert process.returncode == (1 if "check" in arguments else 2)
    output = process.stdout + process.stderr
    assert b" more of this code" in output
    assert b"Only the first 1,000 items of each list were validated" in output
    assert len(output) < 1_000_000


@pytest.mark.parametrize("command", ["check", "convert"])
def test_too_little_memory_is_reported_and_hides_no_other_file(run, monkeypatch, command):
    from diplobrief.formats.json import document

    def fail(_text):
        raise MemoryError

    monkeypatch.setattr(document, "_read_unless_ambiguous", fail)
    arguments = [] if command == "check" else ["-o", "out/"]
    result = run(command, "note.json", "note.md", *arguments)
    assert result.exit_code == 2
    output = result.stdout + result.stderr
    assert "note.json: error[file_unreadable]: There is not enough memory for this file" in output
    assert "Traceback" not in output
