"""Finds what a verb reports: the act, its performers and the treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.coordination import agents_of, joined_before, performers_of
from diplobrief.extraction.listed_verbs import Act
from diplobrief.extraction.treaties.acting import PROMULGATION, ActOfVerb
from diplobrief.extraction.treaties.needs import Needs
from diplobrief.extraction.treaties.organizations import OF_MEMBERS, treaty_of_organization
from diplobrief.extraction.treaties.plain_subjects import PlainSubjects
from diplobrief.extraction.treaties.reports import ReadVerb, StepReport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.found import FoundTreaty
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.objects import TreatyOfVerb
    from diplobrief.extraction.treaties.tallies import Tallies
    from diplobrief.extraction.treaties.wording import StepWording

_OF_TREATIES_AS_SUCH: Final = frozenset(
    {
        "suspension",
        "termination",
        "withdrawal",
        "extension",
        "amendment",
        "resumption",
        "negotiation",
    }
)
"""Kinds whose verbs may also be about a step: "suspended the ratification of the treaty"."""

_OF_BILLS: Final = frozenset({"parliamentary_approval", "promulgation"})
_APPROVALS: Final = frozenset({"parliamentary_approval", "government_approval"})
_REVOCATION: Final = Act("revocation", "revoke", (), "treaty", "")
_STATE: Final = "state"
_Report = tuple["Act | None", "FoundTreaty | None", "Sequence[Entity]", str]


class VerbReports:
    """Finds what verbs report, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
        wording: How its steps are worded.
        treaty: Finds the treaty that a verb is about.
        acting: Finds the act that a verb reports.
        tallies: Finds numbers of parties.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        wording: StepWording,
        treaty: TreatyOfVerb,
        acting: ActOfVerb,
        tallies: Tallies,
    ) -> None:
        self._acts = lexicon.acts("steps", "step")
        self._grammar = grammar_of(lexicon)
        self._wording = wording
        self._treaty = treaty
        self._acting = acting
        self._tallies = tallies
        self._needs = Needs(lexicon, wording)
        self._plain_subjects = PlainSubjects(lexicon)
        words = lexicon.data["steps"]["wording"]
        self._revoking = frozenset(words.get("revoking", ()))
        self._judging = frozenset(words.get("judging", ()))

    def report(
        self, sentence: ReadSentence, treaties: Treaties, read: ReadVerb
    ) -> StepReport | None:
        """Return what a verb reports, or `None` if it reports no step.

        Args:
            sentence: The sentence.
            treaties: The treaties of the page so far.
            read: The verb.
        """
        verb, subject, aspect = read.verb, read.subject, read.aspect
        intransitive = (act for act, _ in self._acts[verb.form] if act.subject == "treaty")
        of_treaty = next(intransitive, None)
        if of_treaty is not None:
            known = read.known or self._treaty.as_subject(sentence, treaties, verb)
            found: _Report | None = (of_treaty, known, (), "intransitive")
        elif aspect.is_passive or subject is None:
            found = self._passive(sentence, treaties, read)
        else:
            found = self._active(sentence, treaties, read, subject)
        if found is None:
            return None
        act, treaty, performers, rule = found
        if act is not None and treaty is None:
            treaty = self._without_object(sentence, treaties, read, found)
        if act is None or treaty is None:
            return None
        act = self._after_earlier(sentence, read, act, treaty, performers)
        if not self._needs.fits(sentence, verb, subject, act, aspect):
            return None
        if self._is_of_another_thing(sentence, verb, act, treaty, rule):
            return None
        if not performers and self._tallies.counts_agents(sentence, verb, act.kind):
            return None
        performing, stop = tuple(performers), read.stop
        return StepReport(
            sentence, verb, act, aspect, treaty, performing, stop, rule, subject=subject
        )

    def _is_of_another_thing(
        self, sentence: ReadSentence, verb: Verb, act: Act, treaty: FoundTreaty, rule: str
    ) -> bool:
        """Whether a verb is not about the treaty, but about a step of it, or only judges it."""
        is_judged = verb.form.split()[0] in self._judging
        if is_judged and self._wording.judged.match(sentence.masked, verb.end):
            # "denounced the treaty as unfair"
            return True
        if act.kind == "reservation" and self._wording.of_paragraph.match(
            sentence.masked, verb.end
        ):
            # "entered a reservation to paragraph 4 of the resolution"
            return True
        if act.object != "reservation":
            may_be_of_step = act.object != "talks" and act.kind in _OF_TREATIES_AS_SUCH
            return may_be_of_step and self._treaty.is_of_step(sentence, verb, rule)
        match = self._wording.reservation.match(sentence.masked, verb.end)
        last = treaty.last_reported
        is_known = last is not None and last.kind == "reservation"
        return match is None or bool(match["it"] and not is_known)

    def _passive(
        self, sentence: ReadSentence, treaties: Treaties, read: ReadVerb
    ) -> _Report | None:
        verb, left = read.verb, sentence.masked[: read.verb.start]
        is_participle = read.may_be_passive and (
            self._wording.participle.search(left) or self._wording.follows_name(sentence, verb)
        )
        if not read.aspect.is_passive and self._treaty.has_other_object(sentence, verb):
            return None
        if not read.aspect.is_passive and read.known is None and not is_participle:
            return self._of_noun(sentence, treaties, read)
        performers: Sequence[Entity] = self._acting.agents(sentence, verb, read.stop)
        performers = performers or treaties.labelled(sentence)
        act = self._acting.of_passive(sentence, verb, performers)
        treaty = read.known or self._treaty.as_object_before(sentence, treaties, verb)
        if act is not None and not performers:
            performers = self._acting.announcers(sentence, verb, act)
        return act, treaty, performers, "passive"

    def _active(
        self, sentence: ReadSentence, treaties: Treaties, read: ReadVerb, subject: Mention
    ) -> _Report:
        verb = read.verb
        first = joined_before(sentence, subject)[0]
        is_relative = self._wording.relative.search(sentence.masked[: first.start])
        performers = performers_of(sentence, subject)
        if subject.start > verb.start or self._grammar.has_verb_last:
            joined = agents_of(sentence, subject)
            performers = [*dict.fromkeys([*performers, *joined])]
        act = self._acting.of_subject(sentence, verb, subject, performers)
        treaty = self._treaty.as_object(sentence, treaties, verb, subject, read.stop)
        if treaty is None and act is not None and act.kind in OF_MEMBERS:
            following = self._wording.chamber.match(sentence.masked, verb.end)
            treaty = (
                treaty_of_organization(sentence, following.end(), treaties) if following else None
            )
        return act, treaty, performers, "relative" if is_relative else "active"

    def _of_noun(
        self, sentence: ReadSentence, treaties: Treaties, read: ReadVerb
    ) -> _Report | None:
        """Return what a verb reports if its subject is a plain noun: "the conference adopted"."""
        found = self._plain_subjects.before(sentence, read.verb)
        if found is None:
            return None
        category, performers = found
        if category == _STATE and not performers:
            # "The country acceded to the treaty."
            performers = _country_of(sentence, treaties)
        if category == _STATE and not performers:
            return None
        act = self._acting.of_noun(sentence, read.verb, category)
        treaty = self._treaty.as_object(sentence, treaties, read.verb, None, read.stop)
        return act, treaty, performers, "active"

    def _after_earlier(
        self,
        sentence: ReadSentence,
        read: ReadVerb,
        act: Act,
        treaty: FoundTreaty,
        performers: Sequence[Entity],
    ) -> Act:
        """Return what an act is after the step of the treaty that was reported before."""
        if self._revokes_approval(read, act, treaty, performers):
            return _REVOCATION
        is_of_bill = act.kind == "signature" and self._is_of_bill(
            sentence, read, treaty, performers
        )
        return PROMULGATION if is_of_bill else act

    def _revokes_approval(
        self, read: ReadVerb, act: Act, treaty: FoundTreaty, performers: Sequence[Entity]
    ) -> bool:
        """Whether a body takes back its approval: "gave its approval, but revoked it later"."""
        last = treaty.last_reported
        if last is None or last.kind not in _APPROVALS or act.kind == last.kind:
            return False
        return read.verb.form.split()[0] in self._revoking and [*last.by] == [*performers]

    def _is_of_bill(
        self,
        sentence: ReadSentence,
        read: ReadVerb,
        treaty: FoundTreaty,
        performers: Sequence[Entity],
    ) -> bool:
        """Whether a person signs what a parliament passed: "passed it; he is to sign it"."""
        last = treaty.last_reported
        is_passed = last is not None and last.kind in _OF_BILLS
        following = sentence.mention_at(read.verb.end + 1)
        is_pronoun = following is not None and following.kind == "pronoun"
        return is_passed and is_pronoun and [each.category for each in performers] == ["person"]

    def _without_object(
        self, sentence: ReadSentence, treaties: Treaties, read: ReadVerb, found: _Report
    ) -> FoundTreaty | None:
        """Return the treaty of a verb without one as its object: "signed in Geneva"."""
        act, treaty, performers, rule = found
        if act is not None and self._may_imply(sentence, rule, act, read):
            treaty = self._treaty.implied(sentence, treaties, read.verb, act, performers)
        is_of_law = act is PROMULGATION or (
            act is not None
            and act.kind == PROMULGATION.kind
            and self._wording.a_law.match(sentence.text, read.verb.end)
        )
        if treaty is None and is_of_law:
            treaty = self._of_law(sentence, treaties, read.verb)
        return treaty

    @staticmethod
    def _of_law(sentence: ReadSentence, treaties: Treaties, verb: Verb) -> FoundTreaty | None:
        """Return the treaty of a law that is signed: "signed Law 22, by which it approves X"."""
        after = (m for m in sentence.mentions if m.kind == "treaty" and m.start > verb.end)
        named = next(after, None)
        if named is not None:
            return treaties.of(named)
        last = treaties.last
        is_passed = last is not None and any(
            step.kind == "parliamentary_approval" for step in last.steps
        )
        return last if is_passed else None

    def _may_imply(self, sentence: ReadSentence, rule: str, act: Act, read: ReadVerb) -> bool:
        """Whether a verb without a treaty may be about the one named last."""
        left = sentence.masked[: read.verb.start]
        if rule == "intransitive" or (rule == "active" and left.rstrip().endswith(",")):
            return False
        is_of_instrument = act.object.startswith("instrument")
        return (
            not read.aspect.is_passive
            or is_of_instrument
            or self._wording.at_start.match(left) is not None
        )


def _country_of(sentence: ReadSentence, treaties: Treaties) -> list[Entity]:
    """Return the state for "the country": the only one of its sentence, or the last that acted."""
    actors = (actor for each in sentence.actors.values() for actor in each)
    states = {actor.state for actor in actors if actor.state is not None}
    if states:
        return [*states] if len(states) == 1 else []
    last = treaties.last.last_reported if treaties.last is not None else None
    return [*last.parties] if last is not None and len(last.parties) == 1 else []
