"""Finds the act that a verb reports, which depends on who performs it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import first_actor, grammar_of
from diplobrief.extraction.coordination import agents_of, joined_before
from diplobrief.extraction.listed_verbs import Act
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading
from diplobrief.extraction.treaties.agents import agent_before, agent_in_case
from diplobrief.extraction.treaties.objects import treaties_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.wording import StepWording

_APPROVAL: Final = Act("parliamentary_approval", "vote to", ("legislature",), "treaty", "")
_REFUSAL: Final = Act(
    "parliamentary_approval", "reject", ("legislature",), "treaty", "", status="rejected"
)
PROMULGATION: Final = Act("promulgation", "sign", ("person",), "treaty", "")
_REFERENDUM: Final = Act("referendum", "hold", (), "treaty", "")
_NO: Final = Act("referendum", "reject", (), "treaty", "", status="rejected")
_NEGOTIATION: Final = Act("negotiation", "conclude", (), "treaty", "")
_TO_LEAVE: Final = Act("withdrawal", "leave", ("person",), "treaty", "", status="expected")
_RATIFIED: Final = Act("ratification", "ratify", ("person",), "treaty", "")
_ANNOUNCED: Final = frozenset({"withdrawal", "suspension", "termination"})
_SIGNING: Final = frozenset({"person", "unnamed", "executive"})
_NEAR: Final = 80
_FAR: Final = 160
_COURT: Final = "court"
_JUDGES: Final = frozenset({"committee", "court", "council"})
_COUNCIL: Final = "council"
_GOVERNMENT: Final = "government"
_TALKS: Final = "talks"
_VOTE: Final = "vote"
_PEOPLE: Final = "people"


class ActOfVerb:
    """Finds the act that a verb reports by who performs it.

    Args:
        lexicon: The lexicon of a language.
        wording: How its steps are worded.
    """

    def __init__(self, lexicon: Lexicon, wording: StepWording) -> None:
        words = lexicon.data["steps"]["wording"]
        self._acts = lexicon.acts("steps", "step")
        self._wording = wording
        self._that = grammar_of(lexicon).that
        self._has_verb_last = bool(lexicon.grammar.get("verb_last"))
        self._of_law = re.compile(rf"{BEFORE}{alternatives(words['laws'])}{AFTER}")
        pronouns = leading(words.get("passive_pronouns", ()))
        self._passive_pronoun = re.compile(rf"(?<!\w){pronouns}$")
        self._reflexive = frozenset(words.get("reflexive", ()))
        self._laws = frozenset(words["laws"])
        self._cabinets = tuple(words.get("cabinets", ()))
        self._voting = frozenset(words["voting"])
        # What is in the names of councils that review treaties; other councils govern.
        self._reviewing = tuple(words.get("reviewing", ()))
        self._passing = frozenset(words.get("passing", ()))

    def is_reflexive_passive(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a pronoun makes a verb passive: "se firmó el acuerdo"."""
        if not self._passive_pronoun.search(sentence.masked[: verb.start]):
            return False
        return not any(act.verb.split()[0] in self._reflexive for act, _ in self._acts[verb.form])

    def agents(self, sentence: ReadSentence, verb: Verb, stop: int) -> list[Entity]:
        """Return the agents of a passive verb, if the page names them."""
        listed = self._wording.agents_listed.match(sentence.masked, verb.end, stop)
        match = listed or self._wording.agent.match(sentence.masked, verb.end, stop)
        mention = sentence.mention_at(match.end()) if match else None
        if match and self._has_verb_last and sentence.masked[verb.end : match.end()].strip():
            mention = None  # What follows is another clause.
        mention = agent_before(sentence, verb.start) or mention
        mention = mention or agent_in_case(sentence, verb.end, stop)
        if mention is not None:
            return agents_of(sentence, mention)
        labelled = self._wording.labelled.match(sentence.masked)
        if labelled is not None:
            return sentence.actors_at(labelled.end())
        if verb.form not in self._passing:
            return []
        # "The bill passed the Senate."
        passed = self._wording.chamber.match(sentence.masked, verb.end)
        return sentence.actors_at(passed.end()) if passed else []

    def announcers(self, sentence: ReadSentence, verb: Verb, act: Act) -> list[Entity]:
        """Return who announced what a passive verb reports: "Niger said that it was revoked"."""
        that = self._that.search(sentence.masked, 0, verb.start)
        if act.kind not in _ANNOUNCED or that is None:
            return []
        announcing = first_actor(sentence, that.start())
        actors = sentence.actors_of(announcing) if announcing else []
        return [entity for entity in actors if entity.kind != "unnamed"]

    def of_passive(
        self, sentence: ReadSentence, verb: Verb, performers: Sequence[Entity]
    ) -> Act | None:
        """Return the act that a passive verb reports."""
        if not performers and self._is_by_parliaments(sentence, verb):
            return _APPROVAL
        if self._wording.talks_end.search(sentence.masked[: verb.start]):
            return _NEGOTIATION
        act = self._in_referendum(sentence, verb) or self._by(sentence, verb, performers)
        before = treaties_before(sentence, verb.start)
        is_of_law = (
            before
            and before[-1].type == "reference"
            and self._laws & {*before[-1].name.lower().split()}
        )
        is_of_one = len(performers) == 1 and performers[0].category in _SIGNING
        # "The law was signed by the king."
        return PROMULGATION if act and act.kind == "signature" and is_of_law and is_of_one else act

    def of_subject(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, performers: Sequence[Entity]
    ) -> Act | None:
        """Return the act that a verb reports with its subject."""
        categories = {entity.category for entity in performers}
        first = joined_before(sentence, subject)[0]
        if "legislature" in categories:
            # Not "voted for the exit, with two against".
            is_vote = verb.form in self._voting
            decided = is_vote and self._wording.for_or_against.match(sentence.masked, verb.end)
            if decided:
                return _REFUSAL if decided["against"] else _APPROVAL
            if self._wording.voted.search(sentence.masked[: verb.start]):
                return _APPROVAL
        referendum = self._in_referendum(sentence, verb)
        if referendum is not None:
            return referendum
        act = self._by(sentence, verb, performers)
        if act is None or self._wording.parliaments.search(sentence.masked[: first.start]):
            return act and _APPROVAL
        ordered = self._by_order(sentence, verb, act)
        if ordered is not None:
            return ordered
        law = self._wording.a_law.match(sentence.text, max(verb.end, subject.end))
        if self._has_verb_last and subject.end < verb.start:
            # "پوتین قانون تصویب معاهده را امضا کرد"
            law = law or self._of_law.search(sentence.text, subject.end, verb.start)
        is_promulgated = categories & _SIGNING and law
        if act.kind == "signature" and self._wording.talks.match(sentence.masked, verb.end):
            return _NEGOTIATION
        may_be_of_law = act.kind in {"signature", "ratification"}
        return PROMULGATION if may_be_of_law and is_promulgated else act

    def _by_order(self, sentence: ReadSentence, verb: Verb, act: Act) -> Act | None:
        """Return what an order decides: "signed a decree on leaving the treaty"."""
        if act.kind != "signature":
            return None
        match = self._wording.an_order.match(sentence.masked, verb.end)
        return (_TO_LEAVE if match["leaving"] else _RATIFIED) if match else None

    def of_noun(self, sentence: ReadSentence, verb: Verb, category: str) -> Act | None:
        """Return the act that a verb reports if its subject is a noun: "the conference adopted"."""
        if category == _PEOPLE:
            return self._in_referendum(sentence, verb)
        acts = (act for act, _ in self._acts[verb.form] if category in act.by)
        return next(acts, None)

    def _is_by_parliaments(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether several states' parliaments perform it: "ratified by the parliaments of both"."""
        approves = any(act.kind == "parliamentary_approval" for act, _ in self._acts[verb.form])
        return (
            approves and self._wording.by_parliaments.match(sentence.masked, verb.end) is not None
        )

    def _in_referendum(self, sentence: ReadSentence, verb: Verb) -> Act | None:
        """Return the act that a verb reports about a referendum: "was rejected in a referendum"."""
        acts = [act for act, _ in self._acts[verb.form] if act.kind == "parliamentary_approval"]
        if not acts or not self._wording.in_referendum.match(sentence.masked, verb.end):
            return None
        return _NO if acts[0].status == "rejected" else _REFERENDUM

    def _addressing(self, sentence: ReadSentence, verb: Verb) -> list[Act]:
        """Return the acts that a form may report; those that need a court only before one."""
        acts = [act for act, _ in self._acts[verb.form]]
        if not any(_COURT in act.to for act in acts):
            return acts
        follows = any(
            entity.category == _COURT
            for mention in sentence.mentions
            if verb.end <= mention.start < verb.end + _FAR
            for entity in sentence.actors_of(mention)
        )
        return [act for act in acts if (_COURT in act.to) is follows]

    def _governs(self, entity: Entity) -> bool:
        """Whether a council is like a cabinet: "the Council of Advisers", not one of judges."""
        name = entity.name.lower()
        return (
            entity.type == _COUNCIL
            and bool(self._reviewing)
            and not any(word in name for word in self._reviewing)
        )

    def _categories(self, performers: Sequence[Entity]) -> set[str]:
        """Return as what some actors act, by which the lexicon tells their acts apart."""
        categories = {entity.category for entity in performers}
        categories |= {
            entity.type for entity in performers if entity.type in {_GOVERNMENT, "assembly"}
        }
        if any(entity.name.lower().endswith(self._cabinets) for entity in performers):
            categories.add("cabinet")
        if _COUNCIL in categories and any(self._governs(each) for each in performers):
            categories = categories - {_COUNCIL} | {_GOVERNMENT}
        if "assembly" in categories and any(map(_is_international, performers)):
            # The General Assembly adopts a treaty; it does not approve one.
            categories.discard("legislature")
        if len(performers) > 1:
            categories.add("both")
        if "unnamed" in categories:
            categories.add("executive")
        return categories

    def _by(self, sentence: ReadSentence, verb: Verb, performers: Sequence[Entity]) -> Act | None:
        """Return the act that a verb reports if these actors perform it."""
        acts = self._addressing(sentence, verb)
        after = verb.end, verb.end + _NEAR
        has_instrument = self._wording.instrument.search(sentence.text, *after) is not None
        of_instrument = [act for act in acts if act.object.startswith("instrument")]
        of_talks = [act for act in acts if act.object == _TALKS]
        candidates = of_instrument if has_instrument and of_instrument else acts
        if of_talks:
            has_talks = self._wording.talks.match(sentence.masked, verb.end) is not None
            candidates = of_talks if has_talks else [a for a in acts if a not in of_talks]
        if not performers:
            candidates = [act for act in candidates if act.object != _VOTE]
            # Nobody is named: neither a committee nor a court, which a step of theirs needs.
            candidates = [act for act in candidates if not {*act.by} <= _JUDGES] or candidates
            by_kind = {act.kind: act for act in reversed(candidates)}
            before = treaties_before(sentence, verb.start)
            if self._wording.by_all.match(sentence.masked, verb.end) and "adoption" in by_kind:
                return by_kind["adoption"]
            if before and before[-1].type == "reference":
                by_kind.pop("adoption", None)
            kinds = (
                by_kind.get(kind)
                for kind in ("signature", "ratification", "adoption", "termination")
            )
            return next((act for act in kinds if act), candidates[0] if candidates else None)
        categories = self._categories(performers)
        act = next((act for act in candidates if categories & set(act.by)), None)
        if act is None or act.kind != "constitutional_review":
            return act
        is_refused = self._wording.unconstitutional.match(sentence.masked, verb.end) is not None
        return replace(act, status="rejected") if is_refused else act


def _is_international(entity: Entity) -> bool:
    return entity.of is not None and entity.of.kind == "organization"
