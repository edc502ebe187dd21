"""Finds words that refer to actors named before: pronouns, pairs, documents that speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.masks import ACTOR, MaskedText, Mention
from diplobrief.extraction.mentions.words import OWNER
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_ACTORS: Final = ACTOR[1:-1]


class ReferenceFinder:
    """Finds references by the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        people, start = lexicon.data["people"], lexicon.start
        adverb = rf"\w+{alternatives(lexicon.words('adverb_endings'))}\s+"
        between = alternatives(lexicon.words("before_a_saying"))
        sayings = rf"{alternatives(lexicon.sayings)}{AFTER}"
        says = rf"(?=\s+(?:{adverb}|{between}\s+)*{sayings})"
        acts = rf"(?=\s+(?:{adverb}|{between}\s+)*{alternatives(lexicon.all_verbs)}{AFTER})"
        nouns = alternatives([*people["both_sides"], *people["both_people"]])
        who_act = alternatives(people.get("both_who_act", ()))
        two = lexicon.before("two")
        the = lexicon.before("articles") if lexicon.words("articles") else ""
        not_after = "".join(rf"(?<!{each}\s)" for each in lexicon.words("before_several"))
        self._both = re.compile(
            rf"{start}(?:{two}{nouns}|{not_after}{the}{nouns}{acts}"
            rf"|{not_after}{the}{who_act}"
            rf"(?!\s+(?:{alternatives(lexicon.words('of_several'))})\s)"
            rf"|{alternatives(people['both'])}{says}){AFTER}",
            re.IGNORECASE,
        )
        documents = alternatives(lexicon.data["saying"]["phrases"]["documents"])
        kinds = alternatives(lexicon.data["saying"]["phrases"].get("kinds_of_documents", ()))
        joint = leading(lexicon.words("joint"))
        whose = rf"(?:{leading([*lexicon.words('whose'), *lexicon.words('articles_of_documents')])}"
        within = "".join(rf"(?<!\b{each}\s)" for each in lexicon.words("before_no_document"))
        self._document = re.compile(
            rf"{start}{within}{whose}|(?P<owner>{OWNER}))(?P<joint>{joint})?(?:{kinds}\s+){{0,2}}"
            rf"{documents}{AFTER}(?!\s+(?:{alternatives(lexicon.words('issued_by'))})\s)"
            rf"(?=[^.;:{_ACTORS}]{{0,80}}?\s(?:{adverb})?{sayings})",
            re.IGNORECASE,
        )
        self._pronoun = re.compile(
            rf"{start}(?:{alternatives(people['pronouns'])})(?![\w’'-])", re.IGNORECASE
        )

    def find(self, text: MaskedText) -> Iterator[Mention]:
        """Yield pronouns, pairs ("both sides") and documents that speak."""
        for pattern, kind in (
            (self._document, "document"),
            (self._both, "both"),
            (self._pronoun, "pronoun"),
        ):
            for match in pattern.finditer(text.masked):
                is_document = kind == "document"
                owner = text.at(match.start("owner")) if is_document and match["owner"] else None
                yield Mention(
                    kind,
                    *match.span(),
                    " ".join(match[0].lower().split()),
                    owner.code if owner else None,
                    owner=owner.name if owner is not None and owner.kind == "organ" else None,
                    is_plural=is_document and bool(match["joint"]),
                )
