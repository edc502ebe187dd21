"""Finds the language of a narrative, and the lexicon for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.lexicon_files import languages_with_lexicon
from diplobrief.extraction.names_only import names_only_lexicon
from diplobrief.model import Bullets, Numbered
from diplobrief.text.plain import block_to_plain

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.model import Brief

_SAMPLE: Final = 30_000
_FEWEST_WORDS: Final = 5
"""With a wrong guess no facts are found, but a person who pastes a sentence expects some."""


def lexicon_for(brief: Brief) -> Lexicon:
    """Return the lexicon of the language of a brief; for some languages, it only has names.

    Args:
        brief: The brief. If it does not state its language, this is recognized.

    Raises:
        BriefError: The language is not recognized.
    """
    from diplobrief.languages.detection import language_of

    language = brief.language or language_of(_sample_of(brief), fewest_words=_FEWEST_WORDS)
    if language is None:
        known = ", ".join(languages_with_lexicon())
        message = f"Cannot tell the language of the narrative; facts can be suggested in: {known}"
        hint = "add `language: en` to the brief, or name the language with --language"
        raise BriefError([Finding("language_unsupported", message, path=("language",), hint=hint)])
    primary = language.partition("-")[0].lower()
    if primary in languages_with_lexicon():
        return lexicon_of(primary)
    return names_only_lexicon(language)


def notice_of_names_only(language: str) -> Finding:
    """Return the warning that only names are read in a language.

    Args:
        language: The tag of the language.
    """
    known = ", ".join(languages_with_lexicon())
    return Finding(
        "language_unsupported",
        f"Only names of states and organizations are read in the language {language}; all facts "
        f"are read in: {known}",
        path=("language",),
        severity=Severity.WARNING,
        hint="enter the other facts by hand, or correct `language`",
    )


def _sample_of(brief: Brief) -> str:
    """Return the beginning of the narrative, from which its language is recognized."""
    texts: list[str] = []
    length = 0
    for section in brief.sections:
        for block in section.content:
            if length > _SAMPLE:
                break
            lines = block.items if isinstance(block, Bullets | Numbered) else (block.text,)
            texts += lines
            length += sum(map(len, lines))
    return block_to_plain("\n".join(texts))
