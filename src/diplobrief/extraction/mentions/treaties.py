"""Finds treaties: by name, by a proper noun, or by a noun such as "the agreement"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    AFTER,
    BEFORE,
    CAPITAL,
    ORGANIZATION,
    STATE,
)
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_ANY: Final = f"[{STATE}{ADJECTIVE}{ORGANIZATION}]+"
_WORD: Final = rf"(?:{CAPITAL}|{_ANY}(?:['’]s)?|\d+-year|\d{{4}}|long-term|bilateral|[a-z]+-year)"
_JOINED: Final = r"(?:\s+|-)(?:(?:and|of|the|for|in|on|to|with)\s+){0,2}"
_ABOUT: Final = r"\s+(?:on|of|for|with|between|to|concerning)\s+(?:the\s+)?"
_FUNCTION_WORDS: Final = frozenset(
    {"on", "of", "for", "with", "between", "to", "in", "its", "the", "and", "by", "at"}
)


def shortened(mention: Mention, end: int) -> Mention:
    """Return a mention that ends at the latest at an offset, without function words at its end.

    Example:
        >>> shortened(Mention("treaty", 0, 26, "Treaty on the Lake on May"), 22).name
        'Treaty on the Lake'
    """
    name = _without_last_function_words(mention.name[: end - mention.start].rstrip())
    return replace(mention, name=name, end=mention.start + len(name))


class TreatyMentionFinder:
    """Finds treaties by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["steps"]["treaties"]
        self._heads = {head: kind for kind, heads in data["heads"].items() for head in heads}
        self._names = {name: kind for kind, names in data["names"].items() for name in names}
        self._name = re.compile(
            rf"(?<![^\W_])(?P<name>{alternatives(self._names)})(?![^\W_])"
            r"(?:\s+(?:[Tt]reaty|[Aa]greement)\b)?"
        )
        proper = alternatives(head for head in self._heads if head[0].isupper())
        plain = alternatives(head for head in self._heads if head[0].islower())
        skipped = alternatives(data["function_words"]["words"])
        modifier = (
            rf"(?!(?:{skipped})\s)"
            rf"(?:[a-z]+(?:-[a-z]+)*|{_ANY}(?:['’]s)?|\d+-year|\d{{4}})"
        )
        actors = f"[{STATE}{ORGANIZATION}]+"
        tail = (
            rf"(?:\s+(?:with|between|on)\s+(?:the\s+)?{actors}(?:\s+and\s+{actors})?"
            rf"|\s+of\s+\d{{4}}|\s+on\s+(?:[a-z]+\s+){{0,3}}"
            rf"(?:[a-z]+|{ADJECTIVE}+\s+[a-z]+)(?:\s+with\s+{STATE}+)?)?"
        )
        article = rf"(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Tt]heir|{STATE}+['’]s?)\s+"
        self._treaty = re.compile(
            rf"{BEFORE}(?:(?:[Tt]he\s+)?(?P<proper>"
            rf"(?:{_WORD}(?:\s+(?:and|of|for|on)\s+|\s+|-)){{1,7}}(?:{proper}){AFTER}"
            rf"(?:{_ABOUT}(?:{CAPITAL}|{_ANY}|\d{{4}})(?:{_JOINED}(?:{CAPITAL}|{actors})){{0,8}})?"
            rf"|(?:{proper}){AFTER}{_ABOUT}{_WORD}(?:{_JOINED}{_WORD}){{0,8}})"
            rf"|(?P<article>{article})(?P<plain>(?:{modifier}\s+){{0,3}}(?:{plain}){AFTER}"
            rf"(?:\s+bill{AFTER})?{tail})"
            rf"|(?P<bare>(?:{plain}){AFTER}(?:\s+bill{AFTER})?))"
        )

    def known(self, text: str) -> Iterator[Mention]:
        """Yield the treaties with a name of their own: "New START"."""
        for match in self._name.finditer(text):
            kind = self._names[" ".join(match["name"].split())]
            yield Mention("treaty", *match.span(), match[0], type=kind, is_capital=True)

    def others(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the other treaties: "the Treaty on the Lake", "a long-term agreement"."""
        for match in self._treaty.finditer(text.masked):
            group = next(name for name in ("proper", "plain", "bare") if match[name])
            start = match.start(group)
            end = start + len(_without_last_function_words(match[group]))
            article = (match["article"] or "").strip().lower()
            states = [
                mention.code
                for mention in text.mentions
                if start <= mention.start and mention.end <= end and mention.code
            ]
            title = text.text[start:end]
            yield Mention(
                "treaty",
                start,
                end,
                title,
                type=self._kind(title),
                is_capital=group == "proper",
                is_plural=group != "proper" and article in {"", "a", "an"},
                owner=" ".join(states) or None,
            )

    def _kind(self, title: str) -> str:
        words = set(re.findall(r"\w+", title))
        return next(
            (kind for head, kind in self._heads.items() if set(head.split()) <= words), "treaty"
        )


def _without_last_function_words(name: str) -> str:
    while True:
        before, *last = name.rsplit(maxsplit=1) or [name]
        if not last or last[0] not in _FUNCTION_WORDS:
            return name
        name = before
