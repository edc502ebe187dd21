"""Finds agents by their case or before the verb: "парламентом Норвегии", "توسط مجلس"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.mentions import ACTOR, ACTORS
from diplobrief.extraction.patterns import BEFORE, leading

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_FAR: Final = 80


class _Wording:
    """Patterns for the agents of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"]["wording"]
        self.endings: tuple[str, ...] = tuple(words.get("agent_endings", ()))
        by = [word for word in words["by"] if word]
        self.before = re.compile(rf"{BEFORE}{leading(by)}(?={ACTOR})")
        self.place = re.compile(rf"{BEFORE}{leading(lexicon.words('at_a_place'))}(?={ACTOR})")


@cache
def _wording_of(lexicon: Lexicon) -> _Wording:
    return _Wording(lexicon)


def agent_in_case(sentence: ReadSentence, start: int, stop: int) -> Mention | None:
    """Return the first actor after an offset in the case of an agent.

    It is known by the ending of its first word, and has no preposition: "ратифицирован
    парламентом Норвегии", not "подписан с Норвегией".

    Args:
        sentence: The sentence.
        start: The offset after the verb or the noun.
        stop: Where its clause ends at the latest.
    """
    endings = _wording_of(sentence.lexicon).endings
    if not endings:
        return None
    preposition = grammar_of(sentence.lexicon).preposition
    for mention in sentence.mentions:
        if not start <= mention.start < min(stop, start + _FAR) or mention.kind not in ACTORS:
            continue
        first = sentence.text[mention.start : mention.end].split(maxsplit=1)[0].lower()
        if ";" in sentence.masked[start : mention.start]:
            return None
        if first.endswith(endings) and not preposition.search(sentence.masked[: mention.start]):
            return mention
    return None


def agent_before(sentence: ReadSentence, end: int) -> Mention | None:
    """Return the agent before a passive verb that ends its clause: "توسط مجلس نروژ تصویب شد".

    Args:
        sentence: The sentence.
        end: The offset of the verb.
    """
    lexicon = sentence.lexicon
    if not lexicon.grammar.get("verb_last"):
        return None
    wording, start = _wording_of(lexicon), max(0, end - _FAR)
    agents = [*wording.before.finditer(sentence.masked, start, end)]
    if agents:
        return sentence.mention_at(agents[-1].end())
    # "در مجلس نروژ به تصویب رسید"
    places = [*wording.place.finditer(sentence.masked, start, end)]
    mention = sentence.mention_at(places[-1].end()) if places else None
    actors = sentence.actors_of(mention) if mention is not None else ()
    return mention if any(map(is_legislature, actors)) else None
