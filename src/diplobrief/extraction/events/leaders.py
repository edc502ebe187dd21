"""Replaces delegations by their leaders: "a delegation led by Minister Ann Lee arrived"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.coordination import agents_of
from diplobrief.extraction.events.sides import side_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence


class Leaders:
    """Finds the leaders of delegations using the words of a lexicon.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        led = alternatives(lexicon.data["events"].get("led_by", ()))
        article = lexicon.optional("articles")
        links = alternatives([*lexicon.words("of"), *lexicon.words("from")])
        whose = rf"(?:\s+{links}\s+{article}{ACTOR}+)?"
        self._led = re.compile(
            rf"(?P<led>[{MASKS['unnamed']}{MASKS['organ']}]+){whose},?\s+{led}\s+{article}(?={ACTOR})"
        )

    def with_leaders(
        self, sentence: ReadSentence, participants: dict[Entity, str | None]
    ) -> dict[Entity, str | None]:
        """Return the participants with leaders in place of their delegations.

        Args:
            sentence: The sentence.
            participants: The participants, each with the role.
        """
        for match in self._led.finditer(sentence.masked):
            mention = sentence.mention_at(match.start("led"))
            first = sentence.mention_at(match.end())
            if mention is None or first is None:
                continue
            leaders = [each for each in agents_of(sentence, first) if each.kind == "person"]
            actors = sentence.actors_of(mention)
            led = {side_of(actor) for actor in actors} | {*actors}
            state = actors[0].state if actors else None
            if state and len(leaders) == 1 and (leaders[0].is_guess or not leaders[0].state):
                leaders[0].represents, leaders[0].is_guess = state, False
            if leaders and led & {*participants}:
                role = next(role for actor, role in participants.items() if actor in led)
                replaced: dict[Entity, str | None] = dict.fromkeys(leaders, role)
                rest = {actor: role for actor, role in participants.items() if actor not in led}
                participants = {**replaced, **rest}
        return participants


@cache
def leaders_of(lexicon: Lexicon) -> Leaders:
    """Return the finder of leaders for a lexicon."""
    return Leaders(lexicon)
