"""Finds the speaker for a verb without a subject: "Añadió que", "В МИД Китая заявили"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, MASKS, Mention
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_DASHES: Final = " \u00a0\t\n—–-"


class OmittedSubjects:
    """Finds who speaks if there is no subject, using the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._omits = bool(lexicon.grammar.get("omits_pronouns"))
        that = lexicon.before("that")
        self._finite = frozenset(
            form
            for row in lexicon.data["saying"]["saying"]
            for verb in row["verbs"]
            for form, tense in lexicon.forms(verb).items()
            if tense in {"past", "present", "future"}
        )
        said_first = alternatives(lexicon.words("before_an_omitted_subject"))
        links = rf"(?:{said_first},?\s+)?"
        self._opens_sentence = re.compile(rf"\W{{0,2}}{links},?\s?\w{{0,2}}", re.IGNORECASE)
        lower = leading([*lexicon.words("before_nouns"), *lexicon.words("before_a_late_subject")])
        self._opens_statement = re.compile(
            rf"\s*:|\s+{_QUOTED}|,?\s+(?:{alternatives(lexicon.grammar['adverbs'])}\s+)?"
            rf"(?:{that}|{lower})"
        )
        circumstance = leading(lexicon.words("before_a_late_subject"))
        self._opens_circumstance = re.compile(
            rf",?\s+(?:{circumstance}|{MASKS['day']})[^{ACTOR[1:-1]}]*$"
        )
        speaking_in = leading(lexicon.words("speaking_in"))
        bodies_speak = f"[{MASKS['organ']}{MASKS['organization']}{MASKS['state']}]"
        self._in_a_body = re.compile(rf"\W{{0,2}}(?i:{speaking_in})(?={bodies_speak})")
        self._nothing_else = re.compile(
            rf"\s+(?:{bodies_speak}+\s+)?(?:{alternatives(lexicon.grammar['adverbs'])}\s+)*"
        )
        self._plural_pasts = tuple(lexicon.words("plural_pasts"))
        self._ends_clause = re.compile(r"\s*[.,;]|\s*$")

    def of(self, sentence: ReadSentence, verb: Verb, auxiliary: re.Pattern[str]) -> Mention | None:
        """Return the mention of the speaker if a verb of saying has no subject of its own.

        Args:
            sentence: The sentence.
            verb: The verb.
            auxiliary: The pattern for an auxiliary before a verb.
        """
        return self._body_as_place(sentence, verb) or self._omitted(sentence, verb, auxiliary)

    def _body_as_place(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return a body that speaks, although the page refers to it as a place.

        "В МИД Китая опровергли сообщения"
        """
        if not verb.form.endswith(self._plural_pasts):
            return None
        match = self._in_a_body.match(sentence.masked)
        mention = sentence.mention_at(match.end()) if match else None
        if mention is None or mention.end > verb.start:
            return None
        between = sentence.masked[mention.end : verb.start]
        return mention if self._nothing_else.fullmatch(between) else None

    def _omitted(
        self, sentence: ReadSentence, verb: Verb, auxiliary: re.Pattern[str]
    ) -> Mention | None:
        """Return a pronoun for the topic of a sentence that does not name it: "Añadió que"."""
        if not (self._omits and sentence.topic) or verb.form not in self._finite:
            return None
        before = auxiliary.sub("", sentence.masked[: verb.start])
        rest = sentence.masked[verb.end :]
        is_after_statement = before.rstrip(f",{_DASHES}").endswith(_QUOTED)
        is_between_commas = before.endswith(", ") and rest.startswith(",")
        if is_after_statement:
            # "…", escribió en la red social X.
            is_last = self._opens_circumstance.match(rest) is not None
            opens = self._ends_clause.match(rest) is not None or is_last
        else:
            begins = self._opens_sentence.fullmatch(before) is not None
            opens = begins and self._opens_statement.match(rest) is not None
        if not (opens or is_between_commas):
            return None
        sentence.actors.setdefault(verb.start, sentence.topic)
        return Mention("pronoun", verb.start, verb.start, "")
