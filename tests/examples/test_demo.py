"""`examples/demo.sh` shows the main job, and fails if a step does not do what it should."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.outside

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def run_demo(*first_on_path, folder):
    path = os.pathsep.join([*map(str, first_on_path), str(BIN), os.environ["PATH"]])
    return subprocess.run(
        ["bash", folder / "demo.sh"],
        env={**os.environ, "PATH": path},
        capture_output=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def examples(tmp_path):
    return shutil.copytree(ROOT / "examples", tmp_path / "examples")


def test_the_demo_runs_to_its_end_and_leaves_nothing_behind(examples):
    before = sorted(examples.iterdir())
    done = run_demo(folder=examples)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "CHR001" in done.stdout
    assert "byte for byte" in done.stdout
    assert "in_force" in done.stdout
    assert sorted(examples.iterdir()) == before


def test_the_demo_fails_if_check_misses_the_contradiction(examples, tmp_path):
    stub = tmp_path / "bin" / "diplobrief"
    stub.parent.mkdir()
    stub.write_text(f'#!/bin/sh\n[ "$1" = check ] || exec "{BIN}/diplobrief" "$@"\n')
    stub.chmod(0o755)
    done = run_demo(stub.parent, folder=examples)
    assert done.returncode != 0
    assert "exited with 0 instead of 1" in done.stderr


def test_without_the_command_the_demo_says_how_to_install_it(examples, tmp_path):
    bash = shutil.which("bash")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "dirname").symlink_to(shutil.which("dirname"))
    done = subprocess.run(
        [bash, examples / "demo.sh"],
        env={"PATH": str(tools)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode != 0
    assert "make demo" in done.stderr
