"""Invitations that led to something else: "At the invitation of Norway, Lee visited Oslo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.acts.found import FoundAct
from diplobrief.extraction.clauses import first_actor
from diplobrief.extraction.coordination import agents_of, performers_of
from diplobrief.extraction.mentions import ACTOR
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_OPENING: Final = 12
_NEXT: Final = re.compile(rf"[^;:.]{{0,160}}?,\s+(?:[a-z]+\s+){{0,2}}?(?={ACTOR})")


class Invitations:
    """Finds invitations using the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["acts"].get("invitation", {})
        article = leading([*lexicon.words("before_nouns"), *lexicon.words("articles"), ""])
        self._by = re.compile(
            rf"(?<!\w){alternatives(words.get('by', ()))}\s+{article}(?:[a-z]+\s+){{0,2}}?"
            rf"(?={ACTOR})",
            re.IGNORECASE,
        )

    def find(self, reading: Reading, sentence: ReadSentence) -> Iterator[FoundAct]:
        """Yield the invitations that a sentence names as the reason for what it reports."""
        for match in self._by.finditer(sentence.masked):
            host = sentence.mention_at(match.end())
            if host is None:
                continue
            issuers = agents_of(sentence, host)
            targets = [
                guest for guest in _guests(sentence, match.start(), host) if guest not in issuers
            ]
            evidence = reading.evidence(sentence, match.start(), host.end)
            if issuers and evidence is not None:
                yield FoundAct(
                    "invitation",
                    "noun",
                    [evidence],
                    "completed",
                    issued_by=issuers,
                    targets=targets,
                )


def _guests(sentence: ReadSentence, start: int, host: Mention) -> list[Entity]:
    """Return the subject of the sentence: after an invitation that opens it, else before it."""
    guest = first_actor(sentence, start)
    if start < _OPENING:
        following = _NEXT.match(sentence.masked, host.end)
        guest = sentence.mention_at(following.end()) if following else None
    return performers_of(sentence, guest) if guest else []
