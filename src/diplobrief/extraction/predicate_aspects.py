"""Reads from the words around a verb whether it was done, planned, decided or caused."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.clauses import Verb
from diplobrief.extraction.journeys import journeys_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.participles import dependent_aspects_of
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.performers import is_plural_present, performer_finder_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.verb_table import Entry

_DECIDED: Final = Aspect("completed", is_dependent=True)
_NEAR: Final = 140


class PredicateAspects:
    """Reads the aspects of verbs, using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
        deciding: Words before an infinitive for something that was decided: "decided to".
    """

    def __init__(self, lexicon: Lexicon, deciding: Sequence[str]) -> None:
        to = lexicon.before("to")
        on_day = rf"(?:\s+{lexicon.optional('before_a_day')}{MASKS['day']}+)?"
        own = alternatives([*lexicon.words("possessives"), *lexicon.words("articles")])
        body = f"[{MASKS['organ']}{MASKS['office']}{MASKS['unnamed']}]"
        ordering = alternatives(lexicon.words("ordering") if deciding else ())
        # "decided to recall its envoy", "ordered the ministry to recall it"
        self._deciding = re.compile(
            rf"\b(?:{alternatives(deciding)}|{ordering}\s+(?:{own}\s+)?(?:{body}+|[a-z]+(?:\s+[a-z]+)?))"
            rf"{on_day}\s+{to}\Z"
        )
        nouns = lexicon.data["acts"].get("deciding", {}).get("nouns", ()) if deciding else ()
        whose = alternatives(lexicon.words("possessives"))
        self._own_decision = re.compile(rf"(?<!\w){whose}\s+{alternatives(nouns)}{on_day}\s+{to}\Z")
        causing = alternatives(lexicon.words("causing"))
        self._causing = re.compile(
            rf"\b{causing}\s+{lexicon.optional('articles')}(?P<actor>{ACTOR})+\s+{to}\Z"
        )
        purpose = alternatives(lexicon.words("purposes"))
        self._purpose = re.compile(rf"{ACTOR}[^.;:]{{0,80}}?\s(?:{purpose})\s+\Z")
        self._joined = _joined_participles(lexicon) if deciding else None
        self._not_object = _after_passive(lexicon)
        self._by = re.compile(rf"[^.;,]{{0,60}}?\s{lexicon.before('by')}")
        self._journeys = journeys_of(lexicon) if lexicon.has("events") else None
        self._aspects = dependent_aspects_of(lexicon)
        self._performers = performer_finder_of(lexicon)
        self._status = clause_status_of(lexicon)

    def of(
        self, sentence: ReadSentence, verb: Verb, entries: Sequence[Entry], tenses: set[str]
    ) -> tuple[Verb, Aspect]:
        """Return the verb, with a verb of deciding before it, and its aspect.

        Args:
            sentence: The sentence.
            verb: The verb.
            entries: The entries of the verb in the lexicon.
            tenses: The tenses that its form may be.
        """
        decision = self._deciding.search(sentence.masked, 0, verb.start)
        if decision:
            return Verb(decision.start(), verb.end, verb.form), _DECIDED
        decision = self._own_decision.search(sentence.masked, 0, verb.start)
        if decision and self._status.of(sentence.masked[: decision.start()]) is None:
            # "notified Sweden of its decision to recall its envoy"
            return Verb(decision.start(), verb.end, verb.form), replace(_DECIDED, is_purpose=True)
        aspect = self._aspects.of(sentence, verb, tenses)
        is_singular = aspect.status == "completed" and tenses == {"present"}
        if is_singular or is_plural_present(sentence, verb, tenses):
            return verb, Aspect("completed", is_present=True)
        if aspect.status == "completed" and self._is_joined_passive(sentence, verb, entries):
            return verb, replace(aspect, is_passive=True)
        if aspect.status is None:
            return verb, self._of_infinitive(sentence, verb, entries, tenses) or aspect
        if aspect.status == "completed" and tenses == {"base"}:
            # "became the first state to recognise it"
            return verb, replace(aspect, is_dependent=True)
        return verb, aspect

    def _is_joined_passive(
        self, sentence: ReadSentence, verb: Verb, entries: Sequence[Entry]
    ) -> bool:
        """Whether a participle shares its auxiliary with one before it: "was held and expelled"."""
        if self._joined is None or not self._not_object.match(sentence.masked, verb.end):
            return False
        joined = self._joined.search(sentence.masked, max(0, verb.start - _NEAR), verb.start)
        return joined is not None and (
            any(entry.row.get("anonymous") for entry in entries)
            or self._by.match(sentence.masked, verb.end) is not None
        )

    def _of_infinitive(
        self, sentence: ReadSentence, verb: Verb, entries: Sequence[Entry], tenses: set[str]
    ) -> Aspect | None:
        """Return the aspect of an infinitive: a purpose, an invitation, or something caused."""
        if any(entry.row.get("purpose") for entry in entries):
            # "summoned him to lodge a protest"
            left = sentence.masked[: verb.start]
            if self._purpose.search(left) and self._status.of(left) is None:
                return Aspect("completed", is_purpose=True)
        if "base" not in tenses:
            return None
        if self._journeys and any(entry.row.get("journey") for entry in entries):
            # "travelled to Oslo to meet Lee"
            first = sentence.masked.rfind(",", 0, verb.start) + 1
            status = self._journeys.status(sentence, verb.start, first)
            if status is not None:
                return Aspect(status, is_purpose=True, is_dependent=True)
        if self._performers.guests(sentence, verb):
            return Aspect("expected", is_invitation=True)
        caused = self._causing.search(sentence.masked, 0, verb.start)
        if caused is None:
            return None
        # "The raid led Norway to recall its ambassador"
        status = self._status.of(sentence.masked[: caused.start()]) or "completed"
        return Aspect(status, is_dependent=True, caused_from=caused.start("actor"))


def _joined_participles(lexicon: Lexicon) -> re.Pattern[str] | None:
    """Return the pattern for a passive that another participle is joined with: "was held and"."""
    if not (lexicon.grammar.get("past_is_participle") and lexicon.words("past_endings")):
        return None
    adverb, be = adverb_of(lexicon), alternatives(lexicon.words("passive"))
    ending = alternatives(lexicon.words("past_endings"))
    past = rf"(?:\w+{ending}|{alternatives(lexicon.irregular_pasts)})"
    also = alternatives(lexicon.words("and"))
    return re.compile(
        rf"(?<!\w){be}\s+(?:{adverb}\s+)*{past}{AFTER}[^.;:]{{0,90}}?(?:,|\s{also})\s+(?:{adverb}\s+)*\Z"
    )


def _after_passive(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for words after a participle without an object."""
    words = [*lexicon.words("prepositions"), *lexicon.words("and"), *lexicon.words("before_a_day")]
    return re.compile(rf"\s*(?:[.,;]|\Z|{MASKS['day']}|(?:{alternatives(words)}){AFTER})")
