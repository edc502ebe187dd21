"""The language of a text, recognized by its most frequent words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from heapq import nlargest
from operator import itemgetter
from typing import Final

from diplobrief.languages.data import languages, load, load_shared, word_set
from diplobrief.languages.tables import LineWords, Shared

__all__ = ["language_of"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\u200c][^\W\d_]+)*")
_SAMPLE: Final = 20_000
"""The number of characters that are looked at."""
_MIN_WORDS: Final = 30
_MIN_SHARE: Final = 0.15
_MIN_LEAD: Final = 1.5
"""How many times the score of any other language that of the language must be.

A word counts less the more languages share it."""
_SMALL_SHARE: Final = 0.08
_LARGE_LEAD: Final = 4.0
"""The lead with which a small share is enough: languages with long words have few small ones."""
_MIN_DIFFERENT_WORDS: Final = 6


def _languages_of_words() -> dict[str, list[str]]:
    """Return the languages in which each word is frequent."""
    known = {language: load(LineWords, language).function_words for language in languages()}
    of_words: dict[str, list[str]] = {}
    for language, words in (known | load_shared(Shared).other_languages).items():
        for word in word_set(words):
            of_words.setdefault(word, []).append(language)
    return of_words


_LANGUAGES_OF_WORDS: Final = _languages_of_words()
_SCRIPTS: Final = {
    language: (re.compile(f"[{ranges[0]}]"), re.compile(f"[{''.join(ranges)}]"))
    for language, ranges in load_shared(Shared).scripts.items()
}
_LETTER: Final = re.compile(r"[^\W\d_]")
_MIN_LETTERS: Final = 60
_MIN_SHARE_OF_OWN: Final = 0.2
_MIN_SHARE_OF_SCRIPT: Final = 0.8


def language_of(text: str, *, fewest_words: int = _MIN_WORDS) -> str | None:
    """Return the tag of the language of a text, or `None` if there is any doubt.

    Args:
        text: Plain text.
        fewest_words: How many words a text must have.

    Returns:
        The tag of a language that has a folder.

    Example:
        >>> language_of("The ministers of the two states met on Monday. " * 4)
        'en'
        >>> language_of("The ministers of both met. Les ministres se sont vus. " * 8)
    """
    by_script = _language_by_script(text[:_SAMPLE])
    if by_script is not None:
        return by_script
    words = _WORD.findall(text[:_SAMPLE].lower().replace("’", "'"))
    if len(words) < fewest_words:
        return None
    counts: Counter[str] = Counter()
    different: Counter[str] = Counter()
    scores: defaultdict[str, float] = defaultdict(float)
    for word, occurrences in Counter(words).items():
        shared_by = _LANGUAGES_OF_WORDS.get(word, ())
        for language in shared_by:
            counts[language] += occurrences
            different[language] += 1
            scores[language] += occurrences / len(shared_by)
    (language, best), (_, second) = nlargest(
        2, (*scores.items(), ("", 0.0), ("", 0.0)), key=itemgetter(1)
    )
    share = counts[language] / len(words)
    is_certain = (share >= _MIN_SHARE and best >= _MIN_LEAD * second) or (
        share >= _SMALL_SHARE
        and best >= _LARGE_LEAD * second
        and different[language] >= _MIN_DIFFERENT_WORDS
    )
    return language if is_certain and language in languages() else None


def _language_by_script(text: str) -> str | None:
    """Return the language whose own letters a text has, if nearly all letters may be of it."""
    for language, (own, all_ranges) in _SCRIPTS.items():
        count = len(own.findall(text))
        if count == 0:
            continue
        letters = len(_LETTER.findall(text))
        if (
            letters >= _MIN_LETTERS
            and count >= _MIN_SHARE_OF_OWN * letters
            and len(all_ranges.findall(text)) >= _MIN_SHARE_OF_SCRIPT * letters
        ):
            return language
    return None
