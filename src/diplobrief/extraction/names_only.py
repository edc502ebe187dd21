"""Makes a lexicon for a language in which only names are known."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any, Final, cast

from diplobrief.extraction.lexicon import Lexicon, lexicon_of
from diplobrief.extraction.lexicon_files import files_of, languages_with_lexicon

_COMPLETE: Final = "en"
"""A lexicon that has all tables."""


@cache
def names_only_lexicon(language: str) -> Lexicon:
    """Return a lexicon with the names of states, if the language has a file of them.

    The abbreviations of organizations are those of all lexicons: they are the same in many
    languages.

    Args:
        language: The tag of the language.

    Example:
        >>> names_only_lexicon("de").states["Norwegen"].code
        'NO'
    """
    data: dict[str, Any] = _without_words(lexicon_of(_COMPLETE).data)
    data["names"] = files_of(language.partition("-")[0].lower()).get("names", {})
    data["bodies"]["organizations"] = _organizations_by_abbreviation()
    return Lexicon(language, data, has_words=False)


def _without_words(value: object) -> Any:
    """Return the tables of a lexicon with empty lists."""
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
        return {key: _without_words(each) for key, each in table.items()}
    return type(value)()


@cache
def _organizations_by_abbreviation() -> dict[str, dict[str, Any]]:
    """Return the organizations of all lexicons with the abbreviations that only they have."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    types: dict[str, str] = {}
    for language in languages_with_lexicon():
        for key, entry in lexicon_of(language).data["bodies"]["organizations"].items():
            types[key] = entry["type"]
            for name in entry["names"]:
                if name.isascii() and name.isalpha() and name.isupper():
                    owners[name].add(key)
    table: dict[str, dict[str, Any]] = {key: {"type": types[key], "names": []} for key in types}
    for name, keys in sorted(owners.items()):
        if len(keys) == 1:
            table[min(keys)]["names"].append(name)
    return {key: entry for key, entry in table.items() if entry["names"]}
