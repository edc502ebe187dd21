"""All rules, of this package and of others, and the codes that settings can name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from diplobrief.checks.plugins import load_plugins
from diplobrief.checks.rules import RULES
from diplobrief.checks.settings import ALL, PLUGINS, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.checks.rules.base import Rule
    from diplobrief.diagnostics import Finding

NOTICES: Final = ("yaml_comment", "waiver_unused")
"""Codes of findings that come from no rule, but can be selected and ignored like them."""


def all_rules() -> Mapping[str, Rule]:
    """Return the rules of this package and of installed plug-ins, by code.

    Example:
        >>> all_rules()["CHR001"].severity
        <Severity.ERROR: 'error'>
    """
    return {**RULES, **dict(sorted(_plugins().rules.items()))}


def selected_rules(settings: Settings) -> Sequence[Rule]:
    """Return the rules that settings select. Plug-ins are imported only if one may be selected."""
    return _selected_rules(settings.select, settings.ignore)


def plugin_findings(settings: Settings) -> Sequence[Finding]:
    """Return what is wrong with plug-ins, if settings may select any."""
    return _plugins().findings if settings.selects_plugins else ()


_plugins = cache(load_plugins)


@lru_cache(maxsize=256)
def _selected_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    settings = Settings(select, ignore)
    rules = all_rules() if settings.selects_plugins else RULES
    return tuple(rule for rule in rules.values() if settings.selects(rule.code))


def code_error(name: str) -> str | None:
    """Return why a name selects nothing, or `None` if it is a code, the start of one, or ALL.

    Example:
        >>> code_error("CHR"), code_error("CHX001")
        (None, "unknown rule code or prefix 'CHX001'; did you mean CHR001?")
    """
    if name in {ALL, PLUGINS} or (
        name and any(code.startswith(name) for code in (*RULES, *NOTICES))
    ):
        return None
    # Only a name that can be one of theirs is worth importing other packages for.
    if name.startswith(PLUGINS) and any(code.startswith(name) for code in all_rules()):
        return None
    return f"unknown rule code or prefix {name!r}{_guess(name)}"


def _guess(name: str) -> str:
    from difflib import get_close_matches

    codes = list(all_rules())
    known = [*dict.fromkeys(code[:3] for code in codes), *codes]
    close = get_close_matches(name.upper(), known, 1) or get_close_matches(name, NOTICES, 1)
    return f"; did you mean {close[0]}?" if close else ""
