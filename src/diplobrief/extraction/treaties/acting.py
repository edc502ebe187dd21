"""Who performs a step of a treaty, and which act that makes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import agents_of, first_actor, joined_before
from diplobrief.extraction.lexicon import Act
from diplobrief.extraction.mentions import ACTOR
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Aspect, Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import ReadSentence

_APPROVAL: Final = Act("parliamentary_approval", "vote to", ("legislature",), "treaty", "")
_REFUSAL: Final = Act(
    "parliamentary_approval", "reject", ("legislature",), "treaty", "", status="rejected"
)
_PROMULGATION: Final = Act("promulgation", "sign", ("person",), "treaty", "")
_NEGOTIATION: Final = Act("negotiation", "conclude", (), "treaty", "")
_ANNOUNCED: Final = frozenset({"withdrawal", "suspension", "termination"})
_SIGNING: Final = frozenset({"person", "unnamed", "executive"})
_NEAR: Final = 80


class ActFinder:
    """Finds the act that a verb tells by who performs it.

    Args:
        lexicon: The lexicon of a language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"].get("clauses", {})
        self._acts = lexicon.acts("steps", "step")
        article = leading([*lexicon.words("whose"), *lexicon.words("articles"), ""])
        self._before_decision = frozenset(words.get("before_a_decision", ()))
        self._vote = re.compile(alternatives(words.get("voting", ())))
        decisions = alternatives(words.get("for_or_against", ()))
        against = alternatives(words.get("against", ()))
        self._for_or_against = re.compile(
            rf"[^.;]{{0,60}}?\b(?:{decisions}|(?P<against>{against}))\s+"
        )
        self._voted = re.compile(
            rf"\b{alternatives(words.get('voted', ()))}\b[^.;:]{{0,60}}?\s"
            rf"{alternatives(words.get('voted_to', ()))}\s+(?:\w+ly\s+)?$"
        )
        self._a_law = re.compile(
            rf"\s+(?:{alternatives(words.get('into_law', ()))}\b"
            rf"|{article}(?:[a-z-]+\s+){{0,2}}{alternatives(words.get('laws', ()))}\b)",
            re.IGNORECASE,
        )
        self._instrument = re.compile(rf"\b{alternatives(words.get('instruments', ()))}\b")
        self._relative_pronoun = re.compile(rf"\b{alternatives(words.get('relatives', ()))}\s+$")
        self._parliaments = re.compile(
            rf"\b{alternatives(words.get('parliaments_of', ()))}\s+{article}$", re.IGNORECASE
        )
        agents = alternatives(lexicon.words("agents"))
        self._agent = re.compile(rf"[^.;]{{0,60}}?\b{agents}\s+{article}(?={ACTOR})")
        self._passing = frozenset(words.get("passing", ()))
        self._object = re.compile(rf"\s+{article}(?={ACTOR})")
        self._talks_end = re.compile(
            rf"\b{alternatives(words.get('talks_end', ()))}\s+(?:\w+ly\s+)?$"
        )
        self._of_leaving = re.compile(
            rf"[^.;]{{0,80}}?\b{alternatives(words.get('leaving', ()))}\b"
        )
        self._that = f" {next(iter(words.get('that', ())), '')} "

    def agents(self, sentence: ReadSentence, verb: Verb, stop: int) -> list[Entity]:
        """Return who performs what a passive verb tells, if the page says it."""
        match = self._agent.match(sentence.masked, verb.end, stop)
        mention = sentence.mention_at(match.end()) if match else None
        if mention is not None:
            return agents_of(sentence, mention)
        if verb.form not in self._passing:
            return []
        # "The bill passed the Senate."
        passed = self._object.match(sentence.masked, verb.end)
        return sentence.actors_at(passed.end()) if passed else []

    def announcers(self, sentence: ReadSentence, verb: Verb, act: Act) -> list[Entity]:
        """Return who announced what is told in the passive: "Niger said that it was revoked"."""
        that = sentence.masked.rfind(self._that, 0, verb.start)
        if act.kind not in _ANNOUNCED or that < 0:
            return []
        announcing = first_actor(sentence, that)
        actors = sentence.actors.get(announcing.start, []) if announcing else []
        return [entity for entity in actors if entity.kind != "unnamed"]

    def of_passive(
        self, sentence: ReadSentence, verb: Verb, performers: Sequence[Entity]
    ) -> Act | None:
        """Return the act that a passive verb tells."""
        if self._talks_end.search(sentence.masked[: verb.start]):
            return _NEGOTIATION
        return self._by(verb, performers)

    def of_subject(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, performers: Sequence[Entity]
    ) -> Act | None:
        """Return the act that a verb tells with its subject."""
        categories = {entity.category for entity in performers}
        first = joined_before(sentence, subject)[0]
        if "legislature" in categories:
            decided = self._vote.match(verb.form) and self._for_or_against.match(
                sentence.masked, verb.end
            )
            if decided:
                return _REFUSAL if decided["against"] else _APPROVAL
            if self._voted.search(sentence.masked[: verb.start]):
                return _APPROVAL
        act = self._by(verb, performers)
        if act is None or self._parliaments.search(sentence.masked[: first.start]):
            return act and _APPROVAL
        is_promulgated = categories & _SIGNING and self._a_law.match(sentence.text, verb.end)
        return _PROMULGATION if act.kind == "signature" and is_promulgated else act

    def fits(
        self, sentence: ReadSentence, verb: Verb, subject: Mention | None, act: Act, aspect: Aspect
    ) -> bool:
        """Whether what surrounds a verb fits the act that it would tell."""
        if act.kind == "notification" and self._of_leaving.match(sentence.masked, verb.end):
            # The notice of a withdrawal is the withdrawal, which its noun tells.
            return False
        if act.object in {"instrument", "instruments"}:
            near = sentence.text[max(0, verb.start - _NEAR) : verb.end + _NEAR]
            return self._instrument.search(near) is not None
        if aspect.status == "completed" and act.verb in self._before_decision:
            # What a chamber does before it decides tells a step only if it lies ahead.
            return False
        is_aside = (
            subject is not None
            and subject.kind == "pronoun"
            and self._relative_pronoun.search(sentence.masked[: subject.start])
        )
        return not is_aside

    def _by(self, verb: Verb, performers: Sequence[Entity]) -> Act | None:
        """Return the act that a verb tells if these actors perform it."""
        candidates = [act for act, _ in self._acts[verb.form]]
        if not performers:
            by_kind = {act.kind: act for act in reversed(candidates)}
            return by_kind.get("signature") or by_kind.get("ratification") or candidates[0]
        categories = {entity.category for entity in performers}
        categories |= {entity.type for entity in performers if entity.type == "government"}
        if len(performers) > 1:
            categories.add("both")
        if "unnamed" in categories:
            categories.add("executive")
        return next((act for act in candidates if categories & set(act.by)), None)
