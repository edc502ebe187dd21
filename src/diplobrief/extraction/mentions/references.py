"""Finds words that refer to actors named before: pronouns, pairs, quoted documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions.masks import ACTOR, MaskedText, Mention
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    ORGAN,
    ORGANIZATION,
    OWNER,
    STATE,
)
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_ACTORS: Final = ACTOR[1:-1]
_ISSUER: Final = f"[{STATE}{ADJECTIVE}{ORGANIZATION}{ORGAN}]+"


class ReferenceFinder:
    """Finds references using the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        people, start = lexicon.data["people"], lexicon.start
        adverb = rf"{word_like_adverb(lexicon)}\s+"
        between = alternatives(lexicon.words("before_a_saying"))
        sayings = rf"{alternatives(lexicon.sayings)}{AFTER}"
        says = rf"(?=\s+(?:{adverb}|{between}\s+)*{sayings})"
        had = alternatives(lexicon.words("before_a_participle"))
        acts = rf"(?=\s+(?:{adverb}|(?:{between}|{had})\s+)*{lexicon.verb_starts}{AFTER})"
        nouns = alternatives([*people["both_sides"], *people["both_people"]])
        who_act = alternatives(people.get("both_who_act", ()))
        two = lexicon.before("two")
        the = lexicon.before("articles") if lexicon.words("articles") else ""
        # "have both offered": there, the word is not a mention.
        no_adverb = "".join(
            rf"(?<!\b{each}\s)" for each in lexicon.words("before_a_participle") if the
        )
        not_after = "".join(rf"(?<!{each}\s)" for each in lexicon.words("before_several"))
        which = "|".join(rf"(?<=\b{each}\s)" for each in lexicon.words("relatives_of_objects"))
        self._both = WordPattern(
            rf"{start}(?:{two}{nouns}"
            rf"|(?:{not_after}{the}{nouns}|{alternatives(people.get('both_acting', ()))}){acts}"
            rf"|(?:{which or '(?!)'}){alternatives(people.get('both_of_them', ()))}{acts}"
            rf"|{not_after}{the}{who_act}"
            rf"(?!\s+(?:{alternatives(lexicon.words('of_several'))})\s)"
            rf"|{no_adverb}{alternatives(people['both'])}{says}){AFTER}",
            [
                *people["both_sides"],
                *people["both_people"],
                *people.get("both_acting", ()),
                *people.get("both_of_them", ()),
                *people.get("both_who_act", ()),
                *people["both"],
            ],
            flags=re.IGNORECASE,
        )
        names = lexicon.forms_of(lexicon.data["saying"]["phrases"]["documents"])
        documents = alternatives(names)
        kinds = alternatives(lexicon.data["saying"]["phrases"].get("kinds_of_documents", ()))
        joint = leading(lexicon.words("joint"))
        whose = leading([*lexicon.words("whose"), *lexicon.words("articles_of_documents")])
        within = "".join(rf"(?<!\b{each}\s)" for each in lexicon.words("before_no_document"))
        article = lexicon.optional("articles")
        issuer = (
            rf"(?:\s+{lexicon.before('of')}{article}(?P<issuer>{_ISSUER}))?"
            if lexicon.is_head_first
            else "(?P<issuer>(?!))?"
        )
        self._document = WordPattern(
            rf"{start}{within}(?:{whose}|(?P<owner>{OWNER}))(?P<joint>{joint})?(?:{kinds}\s+){{0,2}}"
            rf"(?P<document>{documents}){AFTER}"
            rf"(?!\s+(?:{alternatives(lexicon.words('issued_by'))})\s){issuer}"
            rf"(?=[^.;:{_ACTORS}]{{0,80}}?\s(?:{adverb})?{sayings})",
            names,
            flags=re.IGNORECASE,
        )
        # "…, says the statement of the ministry"
        said_in = alternatives(lexicon.phrases("said_in"))
        self._document_after = WordPattern(
            rf"{start}{said_in}\s+(?:{whose})?(?P<joint>{joint})?(?:{kinds}\s+){{0,2}}"
            rf"(?P<document>{documents}){AFTER}{issuer}(?P<owner>(?!))?",
            names,
            flags=re.IGNORECASE,
        )
        after_verb = alternatives(people.get("pronouns_after_a_verb", ()))
        self._pronoun_after = re.compile(rf"(?<=\w){after_verb}{AFTER}", re.IGNORECASE)
        finite = alternatives([*lexicon.words("finite"), *lexicon.words("before_a_participle")])
        acts_or_will = rf"(?=\s+{finite}{AFTER})"
        # "made it clear": there, the word is not a mention.
        fixed = "".join(rf"(?<!\b{each}\s)" for each in lexicon.words("before_no_pronoun"))
        self._pronoun = WordPattern(
            rf"{start}{fixed}(?:{alternatives(people['pronouns'])}"
            rf"|{alternatives(people.get('own_states', ()))}{acts_or_will})(?![\w’'-])",
            [*people["pronouns"], *people.get("own_states", ())],
            flags=re.IGNORECASE,
            begins=True,
        )

    def find(self, text: MaskedText) -> Iterator[Mention]:
        """Yield pronouns, pairs ("both sides") and quoted documents."""
        for match in self._document.finditer(text.masked, text.words):
            yield _document_of(text, match, match.start())
        for match in self._document_after.finditer(text.masked, text.words):
            yield _document_of(text, match, match.start("document"))
        for match in self._pronoun_after.finditer(text.masked):
            name = match[0].rpartition("-")[2].lower()
            yield Mention("pronoun", *match.span(), name)
        for pattern, kind in ((self._both, "both"), (self._pronoun, "pronoun")):
            for match in pattern.finditer(text.masked, text.words):
                yield Mention(kind, *match.span(), " ".join(match[0].lower().split()))


def _document_of(text: MaskedText, match: re.Match[str], start: int) -> Mention:
    """Return a document that is quoted, with the issuer if its words name one."""
    group = next((name for name in ("owner", "issuer") if match[name]), None)
    owner = text.at(match.start(group)) if group else None
    is_organization = owner is not None and owner.kind == "organization"
    return Mention(
        "document",
        start,
        match.end("document"),
        " ".join(text.masked[start : match.end("document")].lower().split()),
        owner.code if owner else None,
        owner=_name_of(owner),
        type="organization" if is_organization else None,
        is_plural=bool(match["joint"]),
    )


def _name_of(owner: Mention | None) -> str | None:
    if owner is None or owner.kind not in {"organ", "organization"}:
        return None
    return owner.name if owner.kind == "organ" else owner.owner or owner.name
