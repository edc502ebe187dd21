"""Finds treaties: by name, by a proper noun, or by a noun such as "the agreement"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import MASKS, MaskedText, Mention
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    CAPITAL,
    ORGANIZATION,
    STATE,
)
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_ANY: Final = f"[{STATE}{ADJECTIVE}{ORGANIZATION}]+"
_KNOWN: Final = MASKS["treaty"]
_WORDS_OF_NOUN: Final = 2
_ORGANIZATION: Final = "organization:"
_ACTORS: Final = f"[{STATE}{ORGANIZATION}]+"


def shortened(mention: Mention, end: int, function_words: frozenset[str]) -> Mention:
    """Return a mention that ends at the latest at an offset, without function words at its end.

    Example:
        >>> mention = Mention("treaty", 0, 26, "Treaty on the Lake on May")
        >>> shortened(mention, 22, frozenset({"on"})).name
        'Treaty on the Lake'
    """
    name = _without_last(mention.name[: end - mention.start].rstrip(), function_words)
    return replace(mention, name=name, end=mention.start + len(name))


_SAID_OF_STEPS: Final = ("scheduled", "expected", "completed", "postponed", "cancelled")
"""Verbs that end a name after a noun for a step: "подписание договора состоится в мае"."""


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
        self._second = re.compile(
            rf"(?<=\w)(?:,|,?\s+{lexicon.before('and').strip()})\s*"
            rf"{lexicon.optional('before_an_office')}"
            rf"(?:{CAPITAL}\s+|{_ANY}\s+){{0,4}}{proper}{AFTER}"
        )
        self._proper = re.compile(rf"{lexicon.start}{proper}{AFTER}")
        self._article = re.compile(rf"(?i:{leading(lexicon.words('articles'))})")
        place = leading(data["name"].get("before_a_place", ()))
        posted = leading(data["name"].get("before_a_depositary", ()))
        self._place = re.compile(
            rf"\s+(?:{place}{lexicon.optional('articles')}{STATE}+"
            rf"|{posted}(?!.*\b{proper}{AFTER})[A-Z].*)$"
        )
        self._with = re.compile(rf"\s{leading(data['name'].get('before_parties', ()))}")
        self._head = re.compile(rf"{lexicon.start}{alternatives(self._heads)}{AFTER}")
        generic = alternatives(data["name"]["after_a_name"])
        self._name = re.compile(
            rf"{lexicon.start}(?P<name>{alternatives(self._names)}){AFTER}(?:\s+{generic}{AFTER})?"
        )
        pattern = self._head_first(lexicon) if self._is_head_first else self._head_last(lexicon)
        self._treaty = WordPattern(pattern, self._heads)

    def _head_last(self, lexicon: Lexicon) -> str:
        """Return the pattern for names such as "Lake Treaty" and "the treaty on the lake"."""
        data = lexicon.data["steps"]["treaties"]
        number = leading([*data["name"].get("numbered", ()), ""])
        # "Protocol No. 2", "Additional Protocol II to the Lake Convention"
        number = rf"\s+{number}(?:\d{{1,3}}|[IVX]{{1,5}}){AFTER}"
        head = alternatives(head for head in self._heads if head[0].isupper()) + AFTER
        proper = f"{head}(?:{number})?"
        plain = alternatives(head for head in self._heads if head[0].islower())
        plurals = frozenset(data["name"].get("plurals", ()))
        single = alternatives(
            head for head in self._heads if head[0].islower() and head not in plurals
        )
        skipped = alternatives(data["function_words"]["words"])
        bill = alternatives(data["name"]["laws"])
        modifiers = alternatives(data["name"]["modifiers"])
        # In a headline, verbs have a capital letter, too: "Norway Signs Lake Treaty".
        capital = rf"(?!{alternatives(_in_headlines(lexicon))}{AFTER}){CAPITAL}"
        month = alternatives(
            name for each in lexicon.data["days"]["months"] for name in each.split()
        )
        # "the September 19 Agreement"
        dated = rf"{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month}"
        word = rf"(?:{capital}|{_ANY}(?:['’]s)?|\d+-year|\d{{4}}|{modifiers}|[a-z]+-year)"
        # Before the head, a name may have a short form: "the Lake Fishing (LF) Treaty".
        word += rf"(?:\s+\((?:[A-Z][\w-]{{1,12}}|{_KNOWN}+)\))?"
        article = lexicon.optional("articles")
        linked = leading(data["name"]["links"])
        joined = rf"(?:\s+|-){linked}{{0,2}}"
        about = rf"\s+{leading(data['name']['about'])}{article}"
        within = leading([*data["name"]["within"], ""])
        # "between the Government of Norway and the Government of Sweden on Fish"
        party = rf"[{STATE}{ORGANIZATION}{MASKS['organ']}]+"
        parties = rf"{party}\s+{lexicon.before('and')}{article}{party}"
        modifier = (
            rf"(?!{skipped}\s)"
            rf"(?:{dated}|[a-z]+(?:-[a-z]+)*|{_ANY}(?:[–-]{_ANY}|['’]s)?|\d+-year|\d{{4}})"
        )
        no_name = alternatives([*lexicon.words("finite"), *data["name"].get("not_about", ())])
        indefinite = leading(each for each in data["name"]["indefinite"] if each)
        another = rf"{lexicon.before('and')}{indefinite}"
        noun = rf"(?!{no_name}{AFTER}|{another}|{plain}{AFTER})[a-z]+(?:-[a-z]+)*"
        several = rf"[{STATE}{ORGANIZATION}{MASKS['organ']}]+"
        both = (
            rf"{several}(?:,\s+{article}{several}){{0,8}}"
            rf"(?:,?\s+{lexicon.before('and')}{article}{several})?"
        )
        before_parties = data["name"].get("before_parties", ())
        partner = rf"\s+{leading(before_parties)}{article}{both}"
        topics = data["name"].get("topics", data["name"]["on"])
        calendar = alternatives(
            name
            for key in ("weekdays", "months")
            for entry in lexicon.data["days"][key]
            for name in entry.split()
        )
        tail = (
            rf"(?:\s+{leading(data['name']['with'])}{article}{both}"
            rf"|\s+{lexicon.before('of')}\d{{4}}"
            rf"|\s+{leading(data['name']['on'])}{article}(?!{calendar}{AFTER})(?:{CAPITAL}|{_ANY})"
            rf"(?:{joined}(?:{CAPITAL}|{_ACTORS})){{0,6}}(?:\s+{noun}(?=[\s,.]))?"
            rf"|\s+{leading(topics)}(?:{noun}\s+){{0,9}}"
            rf"(?:{noun}|{ADJECTIVE}+\s+{noun})(?:{partner})?)?"
        )
        line = r"(?:^(?:\d{1,2}[.)]\s+)?|(?<=[:–—-]\s))"
        # "Norway and Sweden's agreement"
        owners = rf"(?:{several}\s+{lexicon.before('and')}{article})?{STATE}+['’]s?\s+"
        determiner = rf"(?:(?i:{leading(data['name']['determiners'])})|\d{{1,3}}\s+|{owners})"
        # "signed agreements on trade"
        verbs = {form.split()[0] for form in lexicon.acts("steps", "step")}
        kind = rf"(?!{alternatives([*verbs, *data['function_words']['words']])}{AFTER})[a-z]+\s+"
        many = alternatives(data.get("several", {}))
        unnamed = rf"(?:{kind})?{many}{AFTER}(?=\s+{leading([*topics, *before_parties])}){tail}"
        return (
            rf"{lexicon.start}(?:(?i:{article})(?P<proper>"
            rf"(?:(?:{dated}|{word})(?:\s+{within}|-)){{1,7}}{proper}"
            rf"(?:{about}(?:{CAPITAL}|{parties}|{_ANY}|\d{{4}})(?:{joined}(?:{CAPITAL}|{_ACTORS})){{0,8}})?"
            rf"|{proper}{about}(?:{parties}|{word})(?:{joined}{word}){{0,8}}(?:{partner})?)"
            rf"|(?P<article>{determiner}|(?:{line}(?=(?:{CAPITAL}|{_ANY})\s+(?:{_ANY}\s+)?{plain})))(?P<plain>(?:{CAPITAL}\s+(?={plain}))?(?:{modifier}\s+){{0,3}}{plain}{AFTER}"
            rf"(?:\s+{bill}{AFTER})?{tail})"
            rf"|(?:(?i:{leading(data['name']['determiners'])})|{line})(?P<head>{proper})"
            rf"|(?P<numbered>{head}{number})"
            rf"|(?P<several>{unnamed})"
            rf"|(?P<bare>{single}{AFTER}(?:\s+{bill}{AFTER}|{partner})?))"
        )

    def _head_first(self, lexicon: Lexicon) -> str:
        """Return the pattern for names such as "traité sur le lac" and "le traité"."""
        data = lexicon.data["steps"]["treaties"]
        heads = alternatives(form for form, (_, kind) in self._heads.items() if kind != "reference")
        laws = alternatives(form for form, (_, kind) in self._heads.items() if kind == "reference")
        article = lexicon.optional("articles")
        words = data["name"]
        nominal = lexicon.data["steps"].get("nominal", {})
        stops = {
            *words["not_within"],
            *(each for status in _SAID_OF_STEPS for each in nominal.get(status, ())),
            *(each for ahead in lexicon.grammar["ahead"].values() for each in ahead),
            *(lexicon.all_verbs - lexicon.participles),
            *lexicon.grammar["negations"],
            *lexicon.words("prepositions"),
            *lexicon.words("finite"),
        }
        stop = rf"(?!(?i:{alternatives(stops)}){AFTER})"
        beginnings = alternatives(words["beginnings"]) if words["beginnings"] else ""
        word = rf"{beginnings}[\w’'\u200c-]*?{alternatives(words['endings'])}"
        following = rf"{stop}(?:{_ANY}|(?:\d{{4}}|(?!{CAPITAL}){word}){AFTER})"
        actors = rf"{_ANY}(?:(?:,\s+|\s+{lexicon.before('and')}){article}{_ANY})*"
        modifiers = leading([*words.get("modifiers", ()), ""])
        phrase = rf"(?:{actors}|{stop}{modifiers}[\w’'\u200c-]+(?:\s+{following}){{0,3}})"
        link = rf"\s+(?i:{leading(words['links'])}){article}"
        determiner = rf"(?i:{leading(words['determiners'])})"
        name = rf"(?:\s+{following}){{0,3}}"
        # "de acuerdo con el ministerio"
        phrases = (each.split(maxsplit=2) for each in words.get("no_treaties", ()))
        no_treaty = "|".join(
            rf"(?<=(?i:{re.escape(before)}) )(?i:{re.escape(head)})\s+{re.escape(after)}\s"
            for before, head, after in phrases
        )
        return (
            rf"{lexicon.start}(?P<article>{determiner})?(?!{no_treaty or '(?!)'})"
            rf"(?:(?P<proper>(?i:{heads}){AFTER}{name}"
            rf"(?:{link}{phrase}){{1,4}})|(?P<plain>(?i:{heads}){AFTER}{name})"
            rf"|(?P<bare>(?i:{laws}){AFTER}))"
        )

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
                owner=" ".join([*states, *organizations]) or None,
            )

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
        while found is not None:
            kind = self._heads[" ".join(found[0].split())][1]
            found = self._head.match(title, found.end() + 1)
            if found is not None and self._heads[" ".join(found[0].split())][1] == "reference":
                break  # "treaty bill"
        return title, kind


def _in_headlines(lexicon: Lexicon) -> set[str]:
    """Return the present, past and gerund of verbs for steps, each with a capital letter."""
    acts = lexicon.acts("steps", "step").items()
    return {
        form.split()[0].capitalize()
        for form, each in acts
        if all(tense in {"present", "past", "gerund"} for _, tense in each)
    }


def _without_last(name: str, words: frozenset[str]) -> str:
    while True:
        before, *last = name.rsplit(maxsplit=1) or [name]
        if not last or last[0] not in words:
            return name
        name = before
