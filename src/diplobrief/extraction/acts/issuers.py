"""Finds who performs an act that a verb reports, even if its sentence does not say so."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.acts.posts import body_of_office, kind_of, state_of_messenger
from diplobrief.extraction.clauses import first_actor, grammar_of
from diplobrief.extraction.coordination import agents_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_BODIES: Final = frozenset({"state", "organ", "person"})
_CARRIED: Final = frozenset({"letter", "invitation", "note_verbale"})
_COUNCILS: Final = frozenset({"council", "assembly"})


def issuers_of(
    predicate: Predicate, reading: Reading
) -> tuple[str, Sequence[Entity], Sequence[Entity]]:
    """Return the kind of an act, its issuers, and who vetoed it."""
    row, kind = predicate.entry.row, predicate.entry.kind
    performers, vetoed_by = predicate.performers, list["Entity"]()
    council = _voting_body(predicate, reading) if row.get("vote") else None
    if kind == "veto" and council is not None and _is_of_draft(predicate):
        kind, performers, vetoed_by = "resolution", [council], [*performers]
    elif not performers and council is not None:
        performers = [council]
    kind = kind_of(predicate, kind, performers)
    at = _body_of_crowd(predicate, performers)
    if at is not None:
        performers = [at]  # "Judges at the Court issued a warrant"
    elif "named" not in row:
        alone = predicate.sentence.lexicon.data["people"].get("independent", ())
        performers = [_body_of(actor, alone) for actor in performers]
    senders = senders_of(predicate)
    if kind in _CARRIED and senders and set(senders) <= set(performers):
        return kind, [], vetoed_by  # "handed over a letter from the King", who is not named
    if kind == "invitation" and not senders:
        performers = [*map(state_of_messenger(predicate), performers)]
    return kind, senders or performers, vetoed_by


def others_of(predicate: Predicate, targets: Sequence[Entity], reading: Reading) -> list[Entity]:
    """Return the other of the two states of a page: "Two Swedish diplomats were expelled"."""
    row = predicate.entry.row
    if row.get("of_object"):
        return _body_after(predicate)
    if not predicate.aspect.is_passive:
        return []
    anonymous = row.get("anonymous")
    if anonymous == "own":
        # "Norway's ambassador was recalled"
        return [*dict.fromkeys(each.state for each in predicate.objects if each.state)]
    if predicate.entry.kind == "invitation":
        return _hosts(predicate)
    if row.get("between") or anonymous == "both":
        others = (
            reading.entities.two_states() if anonymous == "both" else _state_of_speaker(predicate)
        )
        return _between(predicate) or others
    if predicate.entry.kind == "appointment":
        return body_of_office(predicate)
    if row.get("vote"):
        # "The motion was voted down in the Storting"
        return [body for body in _body_after(predicate) if predicate.entry.fits([body])]
    return _other_state(predicate, targets, reading) if anonymous == "other" else []


def _other_state(predicate: Predicate, targets: Sequence[Entity], reading: Reading) -> list[Entity]:
    """Return the nearest state that is not that of the targets."""
    of_targets = {actor.state for actor in targets} | {*_states_that_hear(predicate)}
    if predicate.entry.kind == "decision":
        # "Moe was granted asylum at the Norwegian embassy"
        shelter = _states_of_shelter(predicate, reading)
        if shelter or None in of_targets or any(each.is_guess for each in targets):
            return shelter
    for states in (
        _states_left(predicate),
        _state_of_speaker(predicate),
        reading.entities.two_states(),
        _last_acting(predicate.sentence, reading),
    ):
        others = [state for state in states if state.state not in of_targets]
        if len(others) == 1:
            return others
    known = [state for state in of_targets if state is not None]
    main = reading.entities.main_state(known[0]) if len(known) == 1 else None
    return [main] if main is not None else []


def _states_that_hear(predicate: Predicate) -> list[Entity]:
    """Return Mali from "The Malian envoy was informed that two diplomats were expelled"."""
    sentence = predicate.sentence
    heard = _hearing(sentence.lexicon).search(sentence.masked, 0, predicate.verb.start)
    hearer = first_actor(sentence, heard.start()) if heard else None
    actors = sentence.actors_of(hearer) if hearer else []
    return [each.state for each in actors if each.state is not None]


def _between(predicate: Predicate) -> list[Entity]:
    """Return both from "relations between Norway and Mali were restored"."""
    sentence = predicate.sentence
    between = leading(sentence.lexicon.words("between"))
    article = sentence.lexicon.optional("articles")
    pattern = re.compile(rf"(?<!\w){between}{article}(?={MASKS['state']})")
    match = pattern.search(sentence.masked, 0, predicate.verb.start)
    mention = sentence.mention_at(match.end()) if match else None
    return agents_of(sentence, mention) if mention else []


def _body_after(predicate: Predicate) -> list[Entity]:
    """Return the Council from "the draft failed in the Council"."""
    sentence = predicate.sentence
    places = leading([*sentence.lexicon.words("at_a_place"), *sentence.lexicon.words("at")])
    article = sentence.lexicon.optional("articles")
    body = f"[{MASKS['organ']}{MASKS['organization']}]"
    pattern = re.compile(rf"[^;:.,]{{0,30}}?\s{places}{article}(?={body})")
    match = pattern.match(sentence.masked, predicate.verb.end)
    return sentence.actors_at(match.end()) if match else []


def _hosts(predicate: Predicate) -> list[Entity]:
    """Return Norway from "was invited to pay a visit to Norway"."""
    sentence = predicate.sentence
    to = leading(sentence.lexicon.words("to"))
    article = sentence.lexicon.optional("articles")
    pattern = re.compile(
        rf"\s+(?:to\s+visit|[^;:.,]{{0,60}}?\s?{to})\s*{article}(?={MASKS['state']})"
    )
    match = pattern.match(sentence.masked, predicate.verb.end)
    return sentence.actors_at(match.end()) if match else []


def _states_left(predicate: Predicate) -> list[Entity]:
    """Return Estonia from "was declared persona non grata in Estonia"."""
    pattern = _leaving(predicate.sentence.lexicon)
    match = pattern.match(predicate.sentence.masked, predicate.verb.end)
    return predicate.sentence.actors_at(match.end()) if match else []


def _states_of_shelter(predicate: Predicate, reading: Reading) -> list[Entity]:
    """Return Norway from "asylum in Norway" and "asylum in the Norwegian envoy's residence"."""
    sentence = predicate.sentence
    match = _shelter(sentence.lexicon).match(sentence.masked, predicate.verb.end)
    host = sentence.mention_at(match.end()) if match else None
    return [reading.entities.party(host.code)] if host is not None and host.code else []


def _state_of_speaker(predicate: Predicate) -> list[Entity]:
    """Return Norway from "Norway's ministry said that two Swedish diplomats were expelled"."""
    sentence = predicate.sentence
    speaker = first_actor(sentence, predicate.verb.start)
    that = grammar_of(sentence.lexicon).that
    if speaker is None or not that.search(sentence.masked, speaker.end, predicate.verb.start):
        return []
    actors = sentence.actors_of(speaker)
    return [actor.state for actor in actors[:1] if actor.state and actor.kind in _BODIES]


def _last_acting(sentence: ReadSentence, reading: Reading) -> list[Entity]:
    """Return the state or the government that acted last in a paragraph before a sentence."""
    block, states = sentence.sentence.block, list["Entity"]()
    for other in reading.sentences:
        if other is sentence:
            break
        subject = first_actor(other, len(other.masked)) if other.sentence.block is block else None
        actors = other.actors_of(subject) if subject else []
        states += [
            actor if actor.type == "government" else actor.state
            for actor in actors[:1]
            if actor.state
        ]
    return states[-1:]


def _voting_body(predicate: Predicate, reading: Reading) -> Entity | None:
    """Return the council or the legislature of the page, if it can take such a vote."""
    by = predicate.entry.by
    if not by or by & _COUNCILS or predicate.entry.kind == "veto":
        return council_of(reading)
    organs = reading.entities.registry.latest("organ")
    chambers = [organ for organ in organs if is_legislature(organ)]
    return chambers[0] if len(chambers) == 1 else None


def _is_of_draft(predicate: Predicate) -> bool:
    """Whether a council voted on what was blocked, as against a statement or conclusions."""
    nouns = predicate.sentence.lexicon.data["acts"].get("drafts", {}).get("nouns", ())
    return predicate.entry.object is None or predicate.what in nouns


def council_of(reading: Reading) -> Entity | None:
    """Return the only council or assembly of the page."""
    organs = reading.entities.registry.latest("organ")
    for kinds in (
        {"council"},
        _COUNCILS,
    ):  # A page on the Security Council names the Assembly, too.
        councils = [organ for organ in organs if organ.type in kinds]
        if len(councils) == 1:
            return councils[0]
    return None


def _body_of_crowd(predicate: Predicate, performers: Sequence[Entity]) -> Entity | None:
    """Return the body at which the subject works: "judges at the Court"."""
    sentence = predicate.sentence
    subject = sentence.mention_at(predicate.subject)
    if subject is None or len(performers) != 1 or performers[0].kind != "unnamed":
        return None
    if performers[0].of is not None or performers[0].is_one:
        return None
    match = _at_body(sentence.lexicon).match(sentence.masked, subject.end)
    bodies = sentence.actors_at(match.end()) if match else []
    return bodies[0] if bodies else None


def _body_of(actor: Entity, alone: Sequence[str]) -> Entity:
    """Return the body for which people act, or the actor itself: "officials of the ministry"."""
    is_crowd = actor.kind == "unnamed" and not (actor.is_one or actor.noun in alone)
    return (actor.of if is_crowd else None) or actor


def senders_of(predicate: Predicate) -> list[Entity]:
    """Return the President from "handed over a letter from the President"."""
    words = predicate.entry.row.get("from")
    if not words:
        return []
    article = predicate.sentence.lexicon.optional("articles")
    pattern = re.compile(rf"\s+{alternatives(words)}\s+{article}(?={ACTOR})")
    match = pattern.match(predicate.sentence.masked, predicate.object_end)
    mention = predicate.sentence.mention_at(match.end()) if match else None
    return predicate.sentence.actors_of(mention) if mention else []


@cache
def _at_body(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for words between people and the body that they belong to."""
    words = leading([*lexicon.words("at"), *lexicon.words("at_a_place"), *lexicon.words("of")])
    article = lexicon.optional("articles")
    return re.compile(rf"\s+{words}{article}(?=[{MASKS['organization']}{MASKS['organ']}])")


@cache
def _leaving(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for words before the state that somebody has to leave."""
    words = leading(lexicon.data["acts"].get("leaving", {}).get("words", ()))
    article = lexicon.optional("articles")
    return re.compile(
        rf"[^;:.,]{{0,60}}?\s{words}{article}(?=[{MASKS['state']}{MASKS['adjective']}])"
    )


@cache
def _hearing(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for words by which somebody hears of an act: "informed that"."""
    words = alternatives(lexicon.data["acts"].get("hearing", {}).get("participles", ()))
    on = lexicon.optional("before_a_day")
    that = alternatives(lexicon.words("that"))
    return re.compile(rf"(?<!\w){words}\s+(?:{on}{MASKS['day']}++\s+)?{that}\s")


@cache
def _shelter(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a place of shelter after a verb: "asylum at the embassy"."""
    words = leading([*lexicon.words("at_a_place"), *lexicon.words("at")])
    article = lexicon.optional("articles")
    return re.compile(rf"[^;:.,]{{0,30}}?\s{words}{article}(?={ACTOR}|{MASKS['adjective']})")
