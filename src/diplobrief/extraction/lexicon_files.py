"""Reads the files of the lexicons, `languages/*/lexicon`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from diplobrief.extraction.choices import with_choices
from diplobrief.languages.data import languages

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def languages_with_lexicon() -> tuple[str, ...]:
    """Return the tags of the languages that have a lexicon, in alphabetical order.

    Example:
        >>> languages_with_lexicon()
        ('ar', 'en', 'es', 'fa', 'fr', 'ru')
    """
    return tuple(
        language for language in languages() if _folder(language).joinpath("grammar.toml").is_file()
    )


def files_of(language: str) -> dict[str, dict[str, Any]]:
    """Return the content of the files of a language, by their names.

    Args:
        language: Its primary language subtag.
    """
    if language not in languages() or not _folder(language).is_dir():
        return {}
    return {
        file.name.removesuffix(".toml"): with_choices(
            tomllib.loads(file.read_text(encoding="utf-8"))
        )
        for file in _folder(language).iterdir()
        if file.name.endswith(".toml")
    }


def _folder(language: str) -> Traversable:
    return files("diplobrief.languages").joinpath(language, "lexicon")
