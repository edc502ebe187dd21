"""Profiles of Hypothesis, and fixtures for every test."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester", "tests.tools"]

# HYPOTHESIS_PROFILE chooses how long the properties search. The machine that runs the tests is
# shared and at times slow: a deadline for a single example would fail there without a reason in
# the code. Each run of the default profile tries other examples; "ci" tries twice as many, and the
# same ones in each run.
settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile(
    "ci",
    parent=settings.get_profile("default"),
    max_examples=100,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "deep",
    parent=settings.get_profile("default"),
    max_examples=2_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

NODE = Path(__file__).parent / "node"

GROWTH = 4
"""How many times the proportional time a larger input may take."""

SLACK = 0.05
"""Seconds that do not count, such as those that another program costs by emptying a cache."""


@pytest.fixture(scope="session")
def node_json(tool):
    """Return a function that evaluates JavaScript and returns the value passed to `show()`.

    The script can import the packages of tests/node.
    """
    tool("node")

    def evaluate(script, given=None):
        program = f"""
            const given = JSON.parse(require("fs").readFileSync(0));
            const show = value => process.stdout.write(JSON.stringify(value));
            {script}
        """
        result = subprocess.run(
            ["node", "--input-type=commonjs", "-e", program],
            cwd=NODE,
            input=json.dumps(given),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    return evaluate


@pytest.fixture(scope="session")
def cpu_seconds():
    """Return a function that measures a call in seconds of CPU time of this process."""

    def seconds(work, given):
        gc.disable()  # garbage that other tests left must not be collected here
        try:
            start = time.process_time()
            work(given)
            return time.process_time() - start
        finally:
            gc.enable()

    return seconds


@pytest.fixture(scope="session")
def assert_in_proportion(cpu_seconds):
    """Return a function that fails if the time for an input grows faster than the input.

    Twenty times the input takes four hundred times as long if everything is compared with
    everything. The larger input has five attempts.
    """

    def compare(work, small, large, *, times):
        limit = GROWTH * times * min(cpu_seconds(work, small) for _ in range(5)) + SLACK
        taken = []
        while not taken or (taken[-1] > limit and len(taken) < 5):
            taken.append(cpu_seconds(work, large))
        assert taken[-1] <= limit, taken

    return compare
