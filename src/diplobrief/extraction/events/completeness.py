"""Whether a verb says enough of an event: with whom, where or when, as its row asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.events.meetings import plain_wording_of
from diplobrief.extraction.events.sides import is_crowd

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.predicates import Predicate

_PEOPLE: Final = frozenset({"person", "unnamed"})
_SEVERAL: Final = frozenset({"group", "organ", "organization"})


def is_complete(
    predicate: Predicate, participants: dict[Entity, str | None], place: str | None
) -> bool:
    """Whether what a verb says is enough to call it an event.

    Args:
        predicate: The verb.
        participants: Who takes part, each with the role.
        place: The place.
    """
    row, around = predicate.entry.row, predicate.circumstances
    if not participants:
        return bool(row.get("alone")) and around.day is not None
    others = {actor.kind for actor in participants if actor not in predicate.performers}
    is_open = predicate.aspect.status == "expected" and predicate.aspect.is_passive
    is_open = is_open and not (predicate.performers or around.day or place)
    if row.get("with") and (is_open or not (others or _are_several(predicate, place))):
        # "said that its envoy would be called in"
        return False
    if row.get("people") and not _PEOPLE & others:
        return False
    if row.get("persons") and others != {"person"}:
        return False
    if not _fits_row(predicate, place):
        return False
    if (
        row.get("intransitive")
        and predicate.object_end == predicate.verb.end
        and not (around.day or place or row.get("complete"))
    ):
        return False
    if row.get("not_of_state") and any(actor.state for actor in predicate.performers):
        return False
    return not (row.get("day") and around.day is None)


def _fits_row(predicate: Predicate, place: str | None) -> bool:
    """Whether a verb has the place, the subject and the object that its row requires."""
    row = predicate.entry.row
    if row.get("where") and not (place or predicate.circumstances.day):
        return False
    if row.get("in_place") and not (place and _is_there(predicate, place)):
        return False
    if row.get("several") and not _is_plural(predicate):
        return False
    if row.get("beside_subject") and not _is_beside_subject(predicate):
        return False
    return not row.get("plain") or _is_plain(predicate)


def _is_there(predicate: Predicate, place: str) -> bool:
    """Whether something takes place somewhere: not "reviewed plans for a visit to Oslo"."""
    sentence = predicate.sentence
    after = sentence.text.find(place, predicate.verb.end)
    before = sentence.text[: after if after >= 0 else sentence.text.find(place)].lower().split()
    return not {*before[-2:]} & {*sentence.lexicon.words("to")}


def _is_beside_subject(predicate: Predicate) -> bool:
    """Whether a verb directly follows its subject: "Norway killed two soldiers"."""
    mention = predicate.sentence.mention_at(predicate.start)
    if predicate.aspect.is_passive or mention is None:
        return predicate.aspect.is_passive
    return predicate.sentence.masked[mention.end : predicate.verb.start].isspace()


def _are_several(predicate: Predicate, place: str | None) -> bool:
    """Whether the only participants are the subject: "the foreign ministers meet on Monday"."""
    is_reported = bool(predicate.circumstances.day or place)
    return is_reported and _is_plural(predicate) and predicate.is_bare


def _is_plural(predicate: Predicate) -> bool:
    """Whether the subject of a verb is several people, or a body."""
    performers = predicate.performers
    return len(performers) > 1 or any(
        actor.kind in _SEVERAL or is_crowd(actor) for actor in performers
    )


def _is_plain(predicate: Predicate) -> bool:
    """Whether only a place or a time follows the object: not "called Lee a liar"."""
    wording = plain_wording_of(predicate.sentence.lexicon)
    masked = predicate.sentence.masked
    if wording.circumstance.match(masked, predicate.object_end) is None:
        return False
    infinitive = wording.infinitive.search(masked, predicate.object_end)
    return infinitive is None or wording.discussing.match(masked, infinitive.start()) is not None
