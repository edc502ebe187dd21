"""Sourcemeta's command line, which several tests of the schema call."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.fixture(scope="session")
def sourcemeta():
    """Run Sourcemeta's `jsonschema`; its own name is also that of a command of Python's."""

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "sourcemeta_jsonschema", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
