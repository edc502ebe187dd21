"""How long the properties search: the profiles of Hypothesis, chosen by HYPOTHESIS_PROFILE."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The machine that runs the tests is shared and at times slow: a deadline for one example would
# fail there without a reason in the code.
settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile(
    "ci",
    parent=settings.get_profile("default"),
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

GROWTH = 4
"""How many times as much time as is in proportion a larger input may take."""

SLACK = 0.05
"""How many seconds do not count: a cache that another program took, and the like."""

NODE_TOOLS = Path(__file__).parent / "node"


@pytest.fixture(scope="session")
def node_json():
    """Evaluate JavaScript beside the packages of tests/node; what it hands to show() comes back."""

    def evaluate(script, given=None):
        program = f"""
            const given = JSON.parse(require("fs").readFileSync(0));
            const show = value => process.stdout.write(JSON.stringify(value));
            {script}
        """
        result = subprocess.run(
            ["node", "--input-type=commonjs", "-e", program],
            cwd=NODE_TOOLS,
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
def program():
    """Find a program that the tests need beside Python and Node.js; in CI none may be missing.

    A trial, if one is given, are arguments with which it succeeds where it has what is needed.
    """

    def find(name, *trial):
        found = shutil.which(name)
        if found is not None and trial:
            tried = subprocess.run([found, *trial], capture_output=True, check=False)
            found = None if tried.returncode else found
        if found is None:
            missing = f"{name} is not installed; .ci/debian-packages lists what brings it"
            if trial:
                missing = f"{' '.join((name, *trial))} fails: {missing}"
            if os.environ.get("CI"):
                pytest.fail(missing)
            pytest.skip(missing)
        return found

    return find


@pytest.fixture(scope="session")
def assert_in_proportion():
    """Hold work to the size of its input: it takes no more time than is in proportion.

    Twenty times the input would take four hundred times as long if all were compared with all.
    The time is that of this process alone; the larger input has five attempts.
    """

    def seconds(work, given):
        gc.disable()  # what all other tests have left behind is not to be looked through
        try:
            begun = time.process_time()
            work(given)
            return time.process_time() - begun
        finally:
            gc.enable()

    def compare(work, small, large, *, times):
        limit = GROWTH * times * min(seconds(work, small) for _ in range(5)) + SLACK
        taken = []
        while not taken or (taken[-1] > limit and len(taken) < 5):
            taken.append(seconds(work, large))
        assert taken[-1] <= limit, taken

    return compare
