"""Finds the parties whose step it is: those that act, or those named beside the verb."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.coordination import agents_of
from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.reports import StepReport

_TWO: Final = 2
_PARTY: Final = f"[{MASKS['state']}{MASKS['organization']}]+"
_OF_ALL_PARTIES: Final = frozenset({"signature", "initialling", "exchange_of_instruments"})


class PartyWording:
    """Patterns for words that show whose step it is.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"]["wording"]
        article = lexicon.optional("articles")
        whose = leading([*lexicon.words("articles"), *lexicon.words("possessives"), ""])
        self.for_state: re.Pattern[str] = re.compile(
            rf"[^,;.]{{0,80}}?\b{alternatives(words.get('on_behalf_of', ()))}\s+"
            rf"(?:(?P<same>{alternatives(words.get('the_country', ()))}\b)"
            rf"|{article}[{MASKS['state']}{MASKS['organization']}{MASKS['pronoun']}])"
        )
        self.between: re.Pattern[str] = re.compile(
            rf"[^,;.]{{0,80}}?\b{lexicon.before('between')}{article}(?P<one>{_PARTY})"
            rf"\s+{lexicon.before('and')}{article}(?P<two>{_PARTY})"
        )
        self.for_state_first: re.Pattern[str] = re.compile(
            rf"{alternatives(words.get('on_behalf_of', ()))}\s+(?P<same>(?!))?{article}{_PARTY}",
            re.IGNORECASE,
        )
        self.partner: re.Pattern[str] = re.compile(
            rf"\s+(?:{MASKS['pronoun']}+\s+|{MASKS['treaty']}+\s+)?"
            rf"{leading(words.get('partners', ()))}{whose}{ACTOR}"
        )
        of = leading([*lexicon.words("of"), *lexicon.words("from"), *lexicon.words("at_a_place")])
        self.home: re.Pattern[str] = re.compile(rf"\s+{of}{article}(?={ACTOR})")
        # "the ministers of the two countries"
        self.of_two: re.Pattern[str] = re.compile(rf"\s+{of}{article}(?={MASKS['both']})")
        self.by_those_of_two: re.Pattern[str] = re.compile(
            rf"[^,;.]{{0,80}}?\b{leading(words['by'])}[^,;.]{{0,60}}?\s{of}{article}"
            rf"(?={MASKS['both']})"
        )
        self.house: re.Pattern[str] = re.compile(rf"{MASKS['organ']}+(?:['’]s)?\s+$")
        place = leading([*words["by"], *lexicon.words("at_a_place")])
        self.chamber: re.Pattern[str] = re.compile(
            rf"[^,;.]{{0,60}}?\b{place}{article}(?P<organ>{MASKS['organ']})"
        )
        self.by_both: re.Pattern[str] = re.compile(
            rf"\s+{leading(words['by'])}{article}(?:{MASKS['both']}|{alternatives(lexicon.words('two'))}{AFTER})"
        )
        self.receiving: frozenset[str] = frozenset(words.get("receiving", ()))
        instrument = alternatives(words.get("owner_of_instrument", ()))
        self.instrument: re.Pattern[str] = re.compile(
            rf"\b{instrument}\s+{article}(?P<after>{_PARTY})"
            rf"|(?P<before>{_PARTY})['’]s?\s+{alternatives(words['instruments'])}{AFTER}",
            re.IGNORECASE,
        )


@cache
def party_wording_of(lexicon: Lexicon) -> PartyWording:
    """Return the patterns for a lexicon."""
    return PartyWording(lexicon)


def parties_of(report: StepReport, lexicon: Lexicon) -> list[Entity]:
    """Return the states and organizations whose step a verb reports, each once.

    Args:
        report: The verb.
        lexicon: The lexicon of the language.
    """
    wording, sentence = party_wording_of(lexicon), report.sentence
    if report.act.kind == "entry_into_force" and report.act.object:
        # "Norway and Sweden brought the treaty into force": a step of the treaty.
        return []
    if report.act.kind == "deposit" and report.verb.form in wording.receiving:
        # "The depositary received Norway's instrument."
        last = report.treaty.last_reported
        known = last.parties if last is not None and len(last.parties) == 1 else ()
        return owners_of_instrument(sentence, wording) or [*known]
    both = _both_before(report) or _of_two(report, wording)
    parties = both or [party for party in map(_party, report.performers) if party is not None]
    parties = parties or _of_pronoun(report) or _of_both(report, wording)
    parties = parties or _beside(report, wording)
    if len(parties) == 1 and report.act.kind in _OF_ALL_PARTIES:
        parties = [*parties, *_partner(report, wording)]
    of_both = report.subject is not None and report.subject.kind == "both"
    if not parties and of_both and len(report.treaty.parties) == _TWO:
        parties = [*report.treaty.parties]
    if not parties and report.subject is not None:
        parties = home_of(sentence, report.subject, wording)
    parties = parties or _by_kind(report, wording)
    if report.act.kind in _OF_ALL_PARTIES and len(report.performers) > 1:
        parties = _with_those_named(report, parties)
    return [*dict.fromkeys(parties)]


def _by_kind(report: StepReport, wording: PartyWording) -> list[Entity]:
    """Return whose step it is by the words that belong to its kind: "laid before the Storting"."""
    sentence, kind = report.sentence, report.act.kind
    if kind in {"submission", "referral_to_court"}:
        return _states_of(_chambers_after(report))
    if kind == "parliamentary_approval":
        chamber = wording.chamber.match(sentence.masked, report.verb.end, report.stop)
        return _states_of(sentence.actors_at(chamber.start("organ"))) if chamber else []
    if kind == "deposit":
        return owners_of_instrument(sentence, wording)
    return _organization_of(report) if kind == "government_approval" else []


def _with_those_named(report: StepReport, parties: Sequence[Entity]) -> list[Entity]:
    """Return the parties of a joint step, with those in the name of the treaty."""
    named = report.treaty.parties
    if len(named) > 1:
        return [*named]
    # "The two signed a memorandum with Norway."
    return [*parties, *named] if report.treaty.names_one_party else [*parties]


def home_of(sentence: ReadSentence, mention: Mention, wording: PartyWording) -> list[Entity]:
    """Return the state after people or a body: "lawmakers in Kosovo", "King Olav of Norway"."""
    match = wording.home.match(sentence.masked, mention.end)
    if match is None:
        # "the Norwegian Senate Foreign Affairs Committee"
        match = wording.house.search(sentence.masked, 0, mention.start)
        return _states_of(sentence.actors_at(match.start())) if match else []
    return _states_of(sentence.actors_at(match.end()))


def _organization_of(report: StepReport) -> list[Entity]:
    """Return the organization whose council approves: the EU for "the EU-Norway Pact"."""
    bodies = [each for each in report.treaty.parties if each.kind == "organization"]
    is_council = any(each.type == "council" for each in report.performers)
    return bodies if is_council and len(bodies) == 1 else []


def _party(entity: Entity) -> Entity | None:
    return entity.party


def _states_of(entities: Sequence[Entity]) -> list[Entity]:
    return [party for party in map(_party, entities) if party is not None][:1]


def _beside(report: StepReport, wording: PartyWording) -> list[Entity]:
    """Return the parties beside a verb: "signed for Norway", "signed between A and B"."""
    sentence, end = report.sentence, report.verb.end
    between = wording.between.match(sentence.masked, end, report.stop)
    if between is not None and report.act.kind in _OF_ALL_PARTIES:
        return [
            *sentence.actors_at(between.start("one")),
            *sentence.actors_at(between.start("two")),
        ]
    match = wording.for_state.match(sentence.masked, end, report.stop)
    if match is None and report.act.subject == "treaty":
        # "For Norway, the treaty will enter into force in May."
        match = wording.for_state_first.match(sentence.masked, 0, report.verb.start)
    if match is None:
        return []
    if match["same"]:
        return [*report.treaty.steps[-1].parties] if report.treaty.steps else []
    mention = sentence.mention_at(match.end() - 1)
    return agents_of(sentence, mention) if mention is not None else []


def _of_pronoun(report: StepReport) -> list[Entity]:
    """Return the states that a pronoun refers to: "Niger and Mali said that they would leave"."""
    sentence, subject = report.sentence, report.subject
    if subject is None or subject.kind != "pronoun" or report.act.subject == "treaty":
        return []
    first = next((each for each in sentence.mentions if each.kind in ACTORS), None)
    if first is None or first.start >= subject.start or report.performers:
        return []
    parties = (entity.party for entity in agents_of(sentence, first))
    return [party for party in parties if party is not None]


def _of_both(report: StepReport, wording: PartyWording) -> list[Entity]:
    """Return both parties of a treaty if they act together: "had been suspended by both"."""
    masked, end = report.sentence.masked, report.verb.end
    is_by_both = report.rule == "passive" and wording.by_both.match(masked, end, report.stop)
    return [*report.treaty.parties] if is_by_both and len(report.treaty.parties) == _TWO else []


def _of_two(report: StepReport, wording: PartyWording) -> list[Entity]:
    """Return the two states whose people act: "The ministers of both countries signed it"."""
    sentence, subject = report.sentence, report.subject
    if report.act.kind not in _OF_ALL_PARTIES:
        return []
    if subject is not None:
        match = wording.of_two.match(sentence.masked, subject.end)
    else:
        match = wording.by_those_of_two.match(sentence.masked, report.verb.end, report.stop)
    if match is None:
        return []
    if len(report.treaty.parties) == _TWO:
        return [*report.treaty.parties]
    states = [entity.party for entity in sentence.actors_at(match.end())]
    return [state for state in states if state is not None]


def _both_before(report: StepReport) -> list[Entity]:
    """Return the two states that a sentence names before "the two countries"."""
    sentence, subject = report.sentence, report.subject
    if subject is None or subject.kind != "both":
        return []
    named = (
        entity.party
        for mention in sentence.mentions
        if mention.end <= subject.start and mention.kind != "both"
        for entity in sentence.actors_of(mention)
    )
    states = [*dict.fromkeys(party for party in named if party is not None)]
    return states if len(states) == _TWO else []


def _partner(report: StepReport, wording: PartyWording) -> list[Entity]:
    """Return the partners in a joint step: "signed it with China in 2017"."""
    match = wording.partner.match(report.sentence.masked, report.verb.end, report.stop)
    actors = report.sentence.actors_at(match.end() - 1) if match else []
    return [party for party in map(_party, actors) if party is not None]


def owners_of_instrument(sentence: ReadSentence, wording: PartyWording) -> list[Entity]:
    """Return the owners of an instrument: "the instrument of accession of Libya".

    Args:
        sentence: The sentence.
        wording: The patterns of its language.
    """
    match = wording.instrument.search(sentence.masked)
    group = "before" if match and match["before"] else "after"
    return _states_of(sentence.actors_at(match.start(group))) if match else []


def _chambers_after(report: StepReport) -> list[Entity]:
    """Return the chamber or court to which a treaty is sent: "laid before Parliament"."""
    sentence = report.sentence
    actors = (
        entity
        for mention in sentence.mentions
        if report.verb.start < mention.start
        for entity in sentence.actors_of(mention)
    )
    judged = report.act.kind == "referral_to_court"
    return [
        entity
        for entity in actors
        if (entity.category == "court" if judged else is_legislature(entity))
    ][:1]
