"""Finds the targets of an act that a verb reports."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate


def targets_of(predicate: Predicate) -> list[Entity]:
    """Return the actors at which an act is directed."""
    targets = _named_targets(predicate)
    if not targets and "state" in predicate.entry.row.get("target_kinds", ()):
        return _state_of_people(predicate)
    return targets


def _named_targets(predicate: Predicate) -> list[Entity]:
    where = predicate.entry.row.get("target", ())
    if "object" in where and predicate.objects:
        return [actor for actor in predicate.objects if actor not in predicate.performers]
    prepositions = [word for word in where if word != "object"]
    if not prepositions:
        return []
    lexicon = predicate.sentence.lexicon
    determiner = leading([*lexicon.words("articles"), *lexicon.words("possessives"), ""])
    pattern = re.compile(
        rf"(?:\s+[^\s,;:.]+){{0,4}}?\s+{alternatives(prepositions)}\s+"
        rf"{determiner}(?:[a-z-]+\s+){{0,2}}?(?={ACTOR})"
    )
    match = predicate.found(pattern, predicate.object_end)
    mention = predicate.sentence.mention_at(match.end()) if match else None
    if mention is None:
        return []
    return predicate.sentence.actors_of(mention)


def fits_targets(row: Mapping[str, Any], targets: Sequence[Entity]) -> bool:
    """Whether the targets of an act are of the kind that a row of the lexicon requires."""
    if row.get("needs_target") and not targets:
        return False
    kinds = frozenset(row.get("target_kinds", ()))
    return not kinds or any(kinds & {each.kind, each.type} for each in targets)


def _state_of_people(predicate: Predicate) -> list[Entity]:
    """Return the state that "a Palestinian state" or "Kosovo's independence" means."""
    pattern = _statehood(predicate.sentence.lexicon)
    match = pattern.match(predicate.sentence.masked, predicate.verb.end)
    return predicate.sentence.actors_at(match.start("state")) if match else []


def is_foreign(performers: Sequence[Entity], targets: Sequence[Entity]) -> bool:
    """Whether the targets belong to another state than the performers."""
    own = {actor.state for actor in performers}
    return all(actor.state is not None and actor.state not in own for actor in targets)


@cache
def _statehood(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for the object of a recognition: "Kosovo as an independent state"."""
    words = lexicon.data["acts"].get("statehood", {})
    article = lexicon.optional("before_nouns")
    described = rf"(?:{leading(words.get('as', ()))}{article}(?:[a-z]+\s+){{0,3}})?"
    return re.compile(
        rf"\s+{article}(?P<state>[{MASKS['adjective']}{MASKS['state']}])[^\s]*\s+"
        rf"{described}{alternatives(words.get('nouns', ()))}{AFTER}"
    )
