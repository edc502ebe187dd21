"""Regular expressions for words of a lexicon."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_JOINED: Final = "'’-"
"""A function word that ends with one of these is joined to the next word."""

AFTER: Final = r"(?![\w\u200c-])"
"""The end of a word. A zero-width non-joiner, as in Persian, is within a word."""

BEFORE: Final = r"(?<![\w’'-])"
"""The beginning of a word that is not joined with the one before it, as in "re-sign"."""

_NO_LETTER_BEFORE: Final = r"(?<![\w\u200c\ue000-\ue00f-])"
"""The characters that mask mentions count as letters, too."""


def as_listed(words: str) -> str:
    """Return words of a text as they are keys of tables: lower case, single spaces, "'".

    Example:
        >>> as_listed("Visite  d’État")
        "visite d'état"
    """
    return " ".join(words.lower().split()).replace("’", "'")


_Tree = dict[str, "_Tree"]
_END: Final = ""


def alternatives(words: Iterable[str]) -> str:
    r"""Return a pattern for any of the words, the longest first; a space matches white space.

    Words with a common beginning share it, so that thousands of words are as fast as a few.

    Example:
        >>> alternatives(["sign", "signs", "sign into law"])
        'sign(?:\\s+into\\s+law|s)?'
    """
    tree: _Tree = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        node = tree
        for character in word:
            node = node.setdefault(_character(character), {})
        node[_END] = {}
    return _pattern(tree) if tree else "(?!)"


@cache
def _character(character: str) -> str:
    if character.isspace():
        return r"\s+"
    return "['’]" if character in "'’" else re.escape(character)


def _pattern(tree: _Tree) -> str:
    branches: list[str] = []
    for start, rest in tree.items():
        if start == _END:
            continue
        piece, node = start, rest
        while len(node) == 1 and _END not in node:
            ((character, node),) = node.items()
            piece += character
        branches.append(piece + (_pattern(node) if node.keys() - {_END} else ""))
    is_optional = _END in tree
    if len(branches) == 1 and not is_optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if is_optional else ''}"


def leading(words: Iterable[str]) -> str:
    r"""Return a pattern for one of the words and the space after it.

    A word that ends with an apostrophe or a hyphen has no space after it: "l'". The hyphen is not
    part of the word; it marks a prefix, such as "ب-". An empty word makes the whole optional.

    Example:
        >>> leading(["the", "l'"])
        "(?:the\\s+|l['’])"
    """
    separate: list[str] = []
    joined: list[str] = []
    is_optional = False
    for word in words:
        if not word:
            is_optional = True
        elif word[-1] in _JOINED:
            joined.append(word.removesuffix("-"))
        else:
            separate.append(word)
    patterns = [rf"{alternatives(separate)}\s+"] if separate else []
    if joined:
        patterns.append(alternatives(joined))
    if not patterns:
        return "" if is_optional else "(?!)"
    return f"(?:{'|'.join(patterns)}){'?' if is_optional else ''}"


def nearby(words: Iterable[str], most: int, *, stops: str = ".;") -> str:
    """Return a pattern for one of the words, perhaps after other words of the clause.

    Args:
        words: The words.
        most: How many characters may be before it.
        stops: The marks that end the clause.

    Example:
        >>> re.match(nearby(["vote"], 20), " it in a vote")[0]
        ' it in a vote'
    """
    return rf"[^{stops}]{{0,{most}}}?{BEFORE}{alternatives(words)}{AFTER}"


def optional_end(words: Iterable[str], space: str = "") -> str:
    """Return a pattern for one of the words after a space, or for nothing: "1st", "3 мая 2024 г.".

    Args:
        words: The words.
        space: The pattern for the space before them.
    """
    words = [*words]
    return rf"(?:{space}{alternatives(words)})?" if words else ""


def word_start(prefixes: Iterable[str]) -> str:
    """Return a pattern for the beginning of a word.

    Args:
        prefixes: Words that are written together with the next one, such as "و" in Arabic.

    Example:
        >>> bool(re.search(word_start(["و"]) + "إيران", "وإيران"))
        True
        >>> bool(re.search(word_start(["و"]) + "إيران", "لإيران"))
        False
    """
    after_prefix = [rf"(?<={_NO_LETTER_BEFORE}{re.escape(prefix)})" for prefix in prefixes]
    if not after_prefix:
        return _NO_LETTER_BEFORE
    return f"(?:{'|'.join([_NO_LETTER_BEFORE, *after_prefix])})"
