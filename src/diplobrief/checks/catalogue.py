"""All rules, of this package and of others, and the codes that settings can name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from diplobrief.checks.plugins import load_plugins
from diplobrief.checks.rules import RULES
from diplobrief.checks.settings import ALL, PLUGINS, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.checks.rules.base import Rule
    from diplobrief.diagnostics import Finding

NOTICES: Final = ("yaml_comment", "ignore_unused", "language_unsupported")
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


def all_codes() -> Iterator[str]:
    """Yield every code that can be selected or ignored."""
    yield from all_rules()
    yield from NOTICES


def is_code(name: str) -> bool:
    """Return whether a name is a code, the start of one, or ALL.

    Example:
        >>> is_code("CHR"), is_code("ALL"), is_code("CHX")
        (True, True, False)
    """
    if name in {ALL, PLUGINS}:
        return True
    # Other packages are imported only for a name that may be one of theirs.
    rules = all_rules() if name.startswith(PLUGINS) else RULES
    return bool(name) and any(code.startswith(name) for code in (*rules, *NOTICES))


def closest_code(name: str) -> str | None:
    """Return the code, or start of a code, that is most like a name, if any is.

    Example:
        >>> closest_code("chr001"), closest_code("CHX"), closest_code("?")
        ('CHR001', 'CHR', None)
    """
    from difflib import get_close_matches

    rules = list(all_rules())
    known = [*dict.fromkeys(code[:3] for code in rules), *rules]
    close = get_close_matches(name.upper(), known, 1) or get_close_matches(name, NOTICES, 1)
    return close[0] if close else None


def unknown_code(name: str) -> str:
    """Return the message about a name that selects nothing.

    Example:
        >>> unknown_code("CHX")
        "unknown rule code or prefix 'CHX'; did you mean CHR?"
    """
    message = f"unknown rule code or prefix {name!r}"
    if name.startswith(PLUGINS) and _plugins().findings:
        return f"{message}; {_plugins().findings[0].message}"
    close = closest_code(name)
    return f"{message}; did you mean {close}?" if close else message
