"""What happens around a command: streams, signals, and the exit code of the process."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys

import pytest

from diplobrief import cli
from diplobrief.diagnostics import Finding, Span
from diplobrief.diagnostics.reports import sarif

SIGNALS = (*cli.TERMINATING, signal.SIGPIPE)


@pytest.fixture
def process(monkeypatch):
    """Runs `main` with arguments, and gives back signals and thresholds afterwards."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    thresholds = gc.get_threshold()

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["diplobrief", *words])
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "utf-8"))
        with pytest.raises(SystemExit) as caught:
            cli.main()
        sys.stdout.flush()
        return caught.value.code, sys.stdout.buffer.getvalue().decode()

    yield run
    gc.set_threshold(*thresholds)
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_command_prints_and_ends_the_process(process):
    code, printed = process("--version")
    assert code == 0
    assert printed.startswith("diplobrief")


def test_a_signal_to_end_becomes_an_exit_unless_it_is_ignored(process):
    for number in cli.TERMINATING:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    process("--version")
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    with pytest.raises(SystemExit) as caught:
        os.kill(os.getpid(), signal.SIGTERM)
    assert caught.value.code == 128 + signal.SIGTERM


def test_an_interrupt_before_the_command_exits_with_130(process, monkeypatch):
    class Interrupted:
        def find_spec(self, name, _path=None, _target=None):
            if name == "diplobrief.cli.program":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "diplobrief.cli.program", raising=False)
    monkeypatch.delattr(cli, "program", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    assert process("--version")[0] == 130


def test_a_stream_without_buffer_gets_one(tmp_path):
    with (tmp_path / "out").open("wb", buffering=0) as raw:
        stream = cli._buffered(io.TextIOWrapper(raw, "utf-8", write_through=True))
        assert isinstance(stream.buffer, io.BufferedWriter)
        stream.write("a\n")
        stream.flush()
        stream.detach().detach()
    assert (tmp_path / "out").read_bytes() == b"a\n"


def test_other_streams_stay_as_they_are():
    buffered, text = io.TextIOWrapper(io.BytesIO()), io.StringIO()
    assert cli._buffered(buffered) is buffered
    assert cli._buffered(text) is text


@pytest.mark.parametrize("file", ["a b.md", "/briefs/x.md", "\udcff.md", None])
@pytest.mark.parametrize("span", [None, Span(1, 2, 1, 3)])
def test_a_report_has_a_region_for_every_file(file, span):
    finding = Finding("CHR001", "late", file=file, span=span)
    location = sarif._location(finding.file, finding.path, finding.span)
    assert ("physicalLocation" in location) == (file is not None)
    if file is not None:
        assert location["physicalLocation"]["region"]["startLine"] == 1
