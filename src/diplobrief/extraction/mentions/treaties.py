"""Finds treaties: by name, by a proper noun, or by a noun such as "the agreement"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.treaty_patterns import pattern_of_treaties
from diplobrief.extraction.mentions.words import CAPITAL, ORGANIZATION, STATE, STATE_OR_BODY
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_WORDS_OF_NOUN: Final = 2
_ORGANIZATION: Final = "organization:"


def shortened(mention: Mention, end: int, function_words: frozenset[str]) -> Mention:
    """Return a mention that ends at the latest at an offset, without function words at its end.

    Example:
        >>> mention = Mention("treaty", 0, 26, "Treaty on the Lake on May")
        >>> shortened(mention, 22, frozenset({"on"})).name
        'Treaty on the Lake'
    """
    name = _without_last(mention.name[: end - mention.start].rstrip(), function_words)
    return replace(mention, name=name, end=mention.start + len(name))


class TreatyMentionFinder:
    """Finds treaties using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["steps"]["treaties"]
        self._heads = {
            form: (head, kind)
            for kind, heads in data["heads"].items()
            for form, head in lexicon.forms_of(heads).items()
        }
        self._is_head_first = lexicon.is_head_first
        self._several: dict[str, str] = data.get("several", {})
        self._indefinite = frozenset(data["name"]["indefinite"])
        self._last_words = frozenset(data["name"]["not_last"])
        self._names = {
            form: (name, kind)
            for kind, names in data["names"].items()
            for form, name in lexicon.forms_of(names).items()
        }
        proper = alternatives(head for head in self._heads if head[0].isupper())
        self._states = lexicon.states
        self._prefixes: dict[str, str] = data["name"].get("prefixes", {})
        self._prefixed = re.compile(rf"\b(?P<first>{alternatives(self._prefixes)})-(?P<other>\w+)")
        self._second = re.compile(
            rf"(?<=\w)(?:,|,?\s+{lexicon.before('and').strip()})\s*"
            rf"{lexicon.optional('before_an_office')}"
            rf"(?:{CAPITAL}\s+|{STATE_OR_BODY}\s+){{0,4}}{proper}{AFTER}"
        )
        self._proper = re.compile(rf"{lexicon.start}{proper}{AFTER}")
        self._article = re.compile(rf"(?i:{leading(lexicon.words('articles'))})")
        place = leading(data["name"].get("before_a_place", ()))
        posted = leading(data["name"].get("before_a_depositary", ()))
        receiving = leading(data["name"].get("before_a_receiver", ()))
        self._place = re.compile(
            rf"\s+(?:{place}{lexicon.optional('articles')}{STATE}+"
            rf"|{posted}(?!.*\b{proper}{AFTER})[A-Z].*|{receiving}{ORGANIZATION}+)$"
        )
        self._with = re.compile(rf"\s{leading(data['name'].get('before_parties', ()))}")
        self._head = re.compile(rf"{lexicon.start}{alternatives(self._heads)}{AFTER}")
        generic = alternatives(data["name"]["after_a_name"])
        self._name = re.compile(
            rf"{lexicon.start}(?P<name>{alternatives(self._names)}){AFTER}(?:\s+{generic}{AFTER})?"
        )
        self._treaty = WordPattern(pattern_of_treaties(lexicon, self._heads), self._heads)

    def known(self, text: str) -> Iterator[Mention]:
        """Yield the treaties with a name of their own: "New START"."""
        for match in self._name.finditer(text):
            name, kind = self._names[" ".join(match["name"].split())]
            title = name + match[0][len(match["name"]) :]
            yield Mention("treaty", *match.span(), title, type=kind, is_named=True)

    def others(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the other treaties: "the Treaty on the Lake", "a long-term agreement"."""
        position = 0
        while match := self._treaty.search(text.masked, text.words, position):
            groups = ("proper", "plain", "head", "numbered", "several", "bare")
            group = next(name for name in groups if match.groupdict().get(name))
            start = match.start(group)
            name = self._one_name(match[group])
            end = start + len(name)
            position = max(end, match.start() + 1)
            first = self._article.match(text.text, start, end)
            is_only_head = False
            if first is not None:
                start = first.end()
                is_only_head = " " not in text.text[start:end]
            article = (match["article"] or "").strip().lower()
            joined = self._joined_states(text.text[start:end])
            named = [*self._naming_parties(text, start, end)]
            states = [
                mention.code
                for mention in named
                if mention.code
                # "the Ankara Declaration" is named after a place, not after a party.
                if not (mention.kind == "state" and mention.is_capital)
            ]
            organizations = [
                f"{_ORGANIZATION}{mention.owner}"
                for mention in named
                if mention.kind == "organization" and mention.owner and " " not in mention.owner
            ]
            if article and not self._is_head_first:
                # "Norway's agreement", "Norway and Sweden's agreement"
                owners = text.within(*match.span("article"))
                states = [*(owner.code for owner in owners if owner.code), *states]
            title, kind = self._title_and_kind(text.text[start:end], text.masked[start:end])
            yield Mention(
                "treaty",
                start,
                end,
                title,
                type=kind,
                is_named=(group == "proper" and not is_only_head) or self._is_named(title, kind),
                is_indefinite=group == "several"
                or (group != "proper" and article in self._indefinite),
                owner=" ".join(dict.fromkeys([*joined, *states, *organizations])) or None,
            )

    def _joined_states(self, name: str) -> list[str]:
        """Return the states of a joined adjective in a name: "the Anglo-Norwegian Treaty"."""
        match = self._prefixed.search(name)
        other = self._states.get(match["other"]) if match else None
        return [self._prefixes[match["first"]], other.code] if match and other else []

    def _naming_parties(self, text: MaskedText, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions of possible parties in a name: before the noun, or after "with"."""
        head = self._head.search(text.masked, start, end)
        after = head.end() if head is not None and not self._is_head_first else end
        with_whom = self._with.search(text.masked, after, end)
        for mention in text.within(start, end):
            if mention.start < after or (with_whom and mention.start >= with_whom.end()):
                yield mention

    def _is_named(self, title: str, kind: str) -> bool:
        """Whether a treaty with its head first has several words of its own after the head."""
        has_words = self._is_head_first and len(title.split()) > _WORDS_OF_NOUN
        return has_words and kind != "reference"

    def _one_name(self, name: str) -> str:
        """Return a name without the place, the depositary or the treaty after it."""
        if not self._is_head_first:
            second = self._second.search(name)
            if second is not None and self._head.search(name, 0, second.start()):
                # Not "Trade and Partnership Agreement".
                name = name[: second.start()]
            name = self._place.sub("", _without_last(name, self._last_words))
            law = self._head.search(name)
            is_law = law is not None and self._heads[" ".join(law[0].split())][1] == "reference"
            if law is not None and is_law and self._proper.search(name, law.end()):
                # "the bill on the Lake Treaty": the treaty has a name of its own.
                name = name[: law.end()]
        return _without_last(name, self._last_words)

    def _title_and_kind(self, title: str, masked: str) -> tuple[str, str]:
        """Return a title, with its head as it is listed, and the kind that belongs to the head."""
        if self._is_head_first:
            first = masked.split(maxsplit=1)[0]
            head, kind = self._heads.get(first) or self._heads.get(first.lower()) or ("", "treaty")
            if head and first[0].isupper():
                head = head[0].upper() + head[1:]
            return (head or first) + title[len(first) :], kind
        words = title.split()
        for number, word in enumerate(words[:-1]):
            if word in self._several:
                # The page has not named the treaties in "agreements on trade".
                return title, self._several[word]
            if word in self._heads or number > _WORDS_OF_NOUN:
                break
        # "Protocol to the Lake Convention", "Charter Treaty": the first head that none follows.
        found, kind = self._head.search(title), "treaty"
        if found is not None and title.startswith(")", found.end()):
            # Not an amendment, but a bill: "the Fishing (Amendment) Bill".
            found = self._head.search(title, found.end())
        while found is not None:
            kind = self._heads[" ".join(found[0].split())][1]
            found = self._head.match(title, found.end() + 1)
            if found is not None and self._heads[" ".join(found[0].split())][1] == "reference":
                break  # "treaty bill"
        return title, kind


def _without_last(name: str, words: frozenset[str]) -> str:
    while True:
        before, *last = name.rsplit(maxsplit=1) or [name]
        if not last or last[0] not in words:
            return name
        name = before
