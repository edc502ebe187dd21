"""The command line of Sourcemeta's validator, which several tests of the schema call."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.fixture(scope="session")
def sourcemeta(tool):
    """Return a function that runs Sourcemeta's `jsonschema`.

    It runs as a module, because a Python package has a command of the same name.
    """
    tool("sourcemeta")

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "sourcemeta_jsonschema", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
