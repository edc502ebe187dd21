"""A missing tool skips its tests and is listed at the end; in CI it fails them."""

from __future__ import annotations

import sys

import pytest

from tests import tools
from tests.tools import TOOLS, Tool

pytestmark = pytest.mark.outside

TESTS = """
    import pytest

    @pytest.mark.needs("incomplete")
    def test_marked():
        pass

    def test_with_the_fixture(tool):
        tool("incomplete")

    @pytest.mark.needs("complete")
    def test_complete():
        pass
"""


@pytest.fixture
def run(pytester, monkeypatch):
    """Return a function that runs three tests, two of which need a tool without its library."""
    broken = "import sys; sys.exit('error: no library')"
    for name, program in {"incomplete": broken, "complete": "pass"}.items():
        tried = Tool(name.title(), ((sys.executable, "-c", program),), "install the library")
        monkeypatch.setitem(TOOLS, name, tried)
    monkeypatch.delenv("CI", raising=False)
    pytester.makepyfile(TESTS)
    pytester.makeini("[pytest]\nmarkers =\n  needs(*tools): tools\n  outside: programs")

    def run(**environment):
        tools._problem.cache_clear()
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return pytester.runpytest_inprocess("-p", "tests.tools", "-p", "no:cacheprovider")

    yield run
    tools._problem.cache_clear()


def test_a_missing_tool_skips_its_tests_and_is_listed_at_the_end(run):
    result = run()
    result.assert_outcomes(passed=1, skipped=2)
    listed = (
        "2 tests: Incomplete (* does not work: error: no library). To run it: install the library."
    )
    result.stdout.fnmatch_lines(["*= Not run, because a tool is missing =*", listed])


def test_in_ci_a_missing_tool_fails_its_tests(run):
    result = run(CI="true")
    result.assert_outcomes(passed=1, failed=1, errors=1)
    result.stdout.no_fnmatch_line("*Not run, because*")


def test_a_program_that_is_not_installed_is_named():
    missing = Tool("Missing", (("no-such-program", "--version"),), "install it")
    assert missing.problem() == "no-such-program is not installed"


def test_a_test_that_starts_a_program_has_to_be_marked(pytester):
    pytester.makeini("[pytest]\nmarkers = outside: programs")
    pytester.makepyfile(
        """
        import subprocess, sys
        import pytest

        def start():
            subprocess.run([sys.executable, "-c", "pass"], check=True)

        def test_unmarked():
            start()

        @pytest.mark.outside
        def test_marked():
            start()
        """
    )
    result = pytester.runpytest_inprocess("-p", "tests.tools", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*mark it with `pytest.mark.outside`*"])
