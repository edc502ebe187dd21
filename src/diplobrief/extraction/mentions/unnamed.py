"""Finds people without a name: "a senior official", "Iranian diplomats"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.mentions.crowds import CrowdFinder
from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import ADJECTIVE, ORGAN, ORGANIZATION, OWNER, STATE
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon


class UnnamedFinder:
    """Finds people without a name, using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        people, start = lexicon.data["people"], lexicon.start
        modifiers = rf"(?:{alternatives(people['unnamed_modifiers'])}|\d{{1,3}})"
        self._owned = lexicon.forms_of(people.get("unnamed_owned", ()))
        self._nouns = {**lexicon.forms_of(people["unnamed"]), **self._owned}
        of = rf"\s+{lexicon.before('of')}{lexicon.optional('articles')}"
        body = f"[{STATE}{ADJECTIVE}{ORGANIZATION}{ORGAN}]+"
        whose = rf"(?:{of}(?P<after>{body}))?" if lexicon.is_head_first else ""
        # Not "la Norvège diplomates": in such a language, a state before a noun is not its owner.
        before = f"{ADJECTIVE}+\\s+" if lexicon.is_head_first else OWNER
        things = alternatives(people.get("unnamed_not_before", ()))
        not_before = rf"(?!\s+(?:{things}){AFTER})"
        self._crowds = CrowdFinder(lexicon)
        pasts = alternatives(lexicon.irregular_pasts)
        past = rf"(?:\w{{2,}}{alternatives(lexicon.words('past_endings'))}|{pasts})"
        self._acting = re.compile(rf"\s+{leading([*lexicon.words('finite'), ''])}{past}{AFTER}")
        self._both = re.compile(lexicon.before("two"), re.IGNORECASE)
        self._in_pairs = frozenset([*people["both_sides"], *people["both_people"]])
        self._unnamed = WordPattern(
            rf"{start}(?:{modifiers}\s+){{0,3}}(?P<owner>{before})?(?:{modifiers}\s+){{0,2}}"
            rf"(?P<noun>{alternatives(self._nouns)}){AFTER}{not_before}{whose}",
            self._nouns,
            flags=re.IGNORECASE,
        )

    def find(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the unnamed people of a text."""
        yield from self._crowds.find(text)
        for match in self._unnamed.finditer(text.masked, text.words):
            if match["noun"].lower() in self._in_pairs and self._both.match(match[0]):
                # "the two officials": those who were named before.
                continue
            acts = match["owner"] and self._acting.match(text.masked, match.end())
            if match["noun"].lower() in self._owned and not acts:
                continue  # "jets" without an owner or a verb
            after = match.groupdict().get("after")
            group = "owner" if match["owner"] else "after" if after else None
            owner = text.at(match.start(group)) if group else None
            is_body = owner is not None and owner.kind not in {"adjective", "state"}
            noun = self._nouns.get(match["noun"], match["noun"])
            words = text.text[match.start() : match.start("noun")]
            yield Mention(
                "unnamed",
                *match.span(),
                words + noun + text.text[match.end("noun") : match.end()],
                owner.code if owner else None,
                owner=_body(owner) if owner is not None and is_body else None,
                office=noun,
            )


def _body(owner: Mention) -> str:
    if owner.kind == "organ":
        return f"organ:{owner.name}"
    return owner.owner or owner.name
