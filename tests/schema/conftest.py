"""A fixture for Sourcemeta's command, which several tests of the schema use."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.fixture(scope="session")
def sourcemeta():
    """Run Sourcemeta's `jsonschema`, whose command has the same name as one of a Python package."""

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "sourcemeta_jsonschema", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
