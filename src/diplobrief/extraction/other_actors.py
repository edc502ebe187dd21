"""Finds actors of a page that are not part of another fact."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.mentions.words import CAPITAL
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_WHO_ACT: Final = frozenset({"state", "person", "organ", "organization", "group"})
_NAMED: Final = frozenset({"person", "organ", "organization"})
_FIRST_LINES: Final = 5
_LAST_LINES: Final = 3
_BODY: Final = f"[{MASKS['state']}{MASKS['organization']}]++"


def other_actors(reading: Reading) -> Iterator[Entity]:
    """Yield the actors that are named in full, and others that act without being part of a fact.

    If only names are read, all outside headings are yielded, because nothing shows who acts.

    Args:
        reading: The page.
    """
    prose = [one for one in reading.sentences if not one.sentence.block.is_heading]
    if not reading.lexicon.has_words:
        for sentence in prose:
            for entities in sentence.actors.values():
                yield from (each for each in entities if each.type != "media")
        return
    grammar, bodies = grammar_of(reading.lexicon), _bodies_of(reading.lexicon)
    lines = [one for one in prose if bodies.is_label(one, reading)]
    prose = [one for one in prose if one not in lines]
    acting = {
        entity
        for sentence in prose
        for mention in grammar.acting(sentence)
        for entity in performers_of(sentence, mention)
    }
    for sentence in prose:
        acting.update(bodies.involved(sentence))
    labels = _mentioned(lines) - _mentioned(prose)
    for entity in [*reading.entities.registry]:
        is_named = entity.kind in _NAMED and " " in entity.name and entity not in labels
        acts = entity in acting and entity.kind in _WHO_ACT
        if entity.type != "media" and (is_named or acts):
            yield entity


def _mentioned(sentences: Sequence[ReadSentence]) -> set[Entity]:
    return {each for one in sentences for actors in one.actors.values() for each in actors}


class _Bodies:
    """Finds states and bodies that are involved in what a sentence reports.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words("before_places")
        article = lexicon.optional("articles")
        joint = rf"(?:,\s+|,?\s+{lexicon.before('and')})"
        # "in Norway, Sweden and": the word before a list is before each of its members.
        self._place = re.compile(
            rf"(?<!\w)(?i:{leading(words)}){article}(?:{_BODY}{joint}{article})*\Z" if words else ""
        )
        after = [
            *lexicon.words("prepositions"),
            *lexicon.words("auxiliaries"),
            *lexicon.words("finite"),
            *lexicon.words("conjunctions"),
            *lexicon.words("relatives"),
            *lexicon.words("subordinators"),
        ]
        doing = rf"[a-z]+{alternatives(lexicon.words('gerund_endings'))}"  # "Mali abstaining"
        self._noun = re.compile(rf"\s+(?!(?:{alternatives(after)}|{doing}){AFTER})[a-z]|[-–/]")

        labels = alternatives(lexicon.words("labels_of_lines"))
        self._label = re.compile(
            rf"(?i:{labels})(?::\s|\s+{CAPITAL}\s+{CAPITAL}\s*(?:[,|/(–—-]|$))"
        )

    def is_label(self, sentence: ReadSentence, reading: Reading) -> bool:
        """Whether a line only names the publisher, the author or the source of a page."""
        block = sentence.sentence.block
        if self._label.match(block.text):
            return True
        last = len(reading.page.blocks) - _LAST_LINES
        return sentence.is_headline and not _FIRST_LINES <= block.index < last

    def involved(self, sentence: ReadSentence) -> Iterator[Entity]:
        """Yield the states and bodies of a sentence that are not mentioned as places."""
        for mention in sentence.mentions:
            if mention.kind == "organ" and _has_name(sentence, mention):
                yield from sentence.actors_of(mention)
            if mention.kind in {"state", "organization"} and self._is_body(sentence, mention):
                yield from (each for each in sentence.actors_of(mention) if each.code or each.type)

    def _is_body(self, sentence: ReadSentence, mention: Mention) -> bool:
        """Whether a name is that of a body, and not of a place or a part of another name."""
        if sentence.masked[mention.start] == MASKS["quotation"]:
            return False
        if self._noun.match(sentence.masked, mention.end):
            return False  # "EU states"
        names = sentence.lexicon.names_of_states.get(mention.code or "", ())
        if mention.kind == "state" and mention.name.removeprefix("the ") not in names:
            return False  # A capital is a place, or it is used for its state.
        return self._place.search(sentence.masked, 0, mention.start) is None


def _has_name(sentence: ReadSentence, mention: Mention) -> bool:
    """Whether an organ is mentioned by a proper name: "the Storting", not "its parliament"."""
    is_quoted = sentence.masked[mention.start] == MASKS["quotation"]
    return mention.name[:1].isupper() and mention.type != "reference" and not is_quoted


@cache
def _bodies_of(lexicon: Lexicon) -> _Bodies:
    return _Bodies(lexicon)
