"""Finds subjects that are not actors: "the conference adopted", "voters rejected"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.coordination import actors_within
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence


class PlainSubjects:
    """Finds nouns that may be the subject of a verb, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words: Mapping[str, Sequence[str]] = lexicon.data["steps"].get("plain_subjects", {})
        self._categories = {noun: category for category, nouns in words.items() for noun in nouns}
        determiner = leading([*lexicon.words("before_nouns"), *lexicon.words("articles"), ""])
        links = [
            *lexicon.sayings,
            *lexicon.words("and"),
            *lexicon.words("that"),
            *lexicon.words("opening_a_clause"),
        ]
        of = leading([*lexicon.words("of"), *lexicon.words("at_a_place"), *lexicon.words("at")])
        adverb = alternatives(lexicon.grammar["adverbs"])
        ending = alternatives(lexicon.words("adverb_endings"))
        auxiliary = lexicon.optional("before_a_participle")
        self._pattern = re.compile(
            rf"(?:^|[,;:—–]\s+|(?<!\w){leading(links)})(?i:{determiner})"
            rf"(?P<adjective>{MASKS['adjective']}+\s+)?(?:[\w-]+\s+){{0,2}}?"
            rf"(?P<noun>{alternatives(self._categories)}|{MASKS['adjective']}+)"
            rf"(?:\s+{of}(?:{leading(lexicon.words('articles'))})?{ACTOR}+)?\s+{auxiliary}"
            rf"(?:(?:{adverb}|\w+{ending})\s+)?$",
        )

    def before(self, sentence: ReadSentence, verb: Verb) -> tuple[str, list[Entity]] | None:
        """Return the category of the noun before a verb, and the actors that belong to it.

        Args:
            sentence: The sentence.
            verb: The verb.
        """
        if not self._categories:
            return None
        match = self._pattern.search(sentence.masked[: verb.start])
        if match is None:
            return None
        # "Norwegians rejected it": the word for a people.
        category = self._categories.get(match["noun"].lower(), "people")
        return category, actors_within(sentence, match.start(), verb.start)
