"""Fixtures for the tests of `check`."""

from __future__ import annotations

import pytest

from diplobrief.checks import catalogue
from diplobrief.checks.plugins import Plugins


@pytest.fixture
def provide_rules(monkeypatch):
    """Return a function that adds rules, as if another package provided them."""

    def provide(*rules):
        plugins = Plugins({rule.code: rule for rule in rules})
        monkeypatch.setattr(catalogue, "_plugins", lambda: plugins)
        catalogue._selected_rules.cache_clear()

    yield provide
    catalogue._selected_rules.cache_clear()
