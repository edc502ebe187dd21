"""Where a statement begins after a verb of saying."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon, Saying
    from diplobrief.extraction.reading import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_DAY: Final = MASKS["day"]
_NOUN_PHRASE: Final = re.compile(rf"[\w’'{ACTOR[1:-1]}]")
_COLON: Final = re.compile(rf"[^;.“”\"{_QUOTED}]{{0,60}}:\s*(?=[{_QUOTED}“\"«‘])")
_TOLD_QUOTATION: Final = re.compile(rf"[^;]{{0,160}}?[\s,]{_QUOTED}")
_OPENING: Final = re.compile(rf"\s*[,:]?\s*(?:{_DAY}+\s+(?=[^,.;]))?")
_MARKED: Final = re.compile(r"[“\"«„‘](?=\w)")


class ContentStart:
    """Finds the start of a statement by the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._begins_with_verb = bool(lexicon.grammar.get("verb_first"))
        that = lexicon.before("that")
        around = lexicon.before("before_circumstances")
        determiner = leading([*lexicon.words("before_an_addressee"), ""])
        no_addressee = alternatives(lexicon.words("before_no_addressee"))
        to = rf"(?:{alternatives(lexicon.words('not'))}\s+)?{lexicon.before('to')}\w"
        self._preposition = re.compile(lexicon.before("before_no_content"))
        adverb = rf"(?:{alternatives(lexicon.grammar['adverbs'])},?\s+){{0,2}}"
        self._that = re.compile(
            rf"\s*(?:,\s*(?:\w+,\s*)?)?{adverb}{lexicon.before('question_words')}"
        )
        # A clause after a circumstance: "said in Geneva on Monday that".
        self._late_that = re.compile(rf"\s+(?:{around}|{_DAY}|{ACTOR})(?:\S+\s+){{0,8}}?{that}")
        self._amount = re.compile(rf"\s+{alternatives(lexicon.words('before_an_amount'))}\s")
        self._addressee = re.compile(
            rf"\s+{determiner}(?:(?!{no_addressee}{AFTER})\w+\s+){{0,3}}?(?={ACTOR})"
        )
        self._told_that = re.compile(rf"[^;]{{0,160}}?[\s,]{that}")
        subjects = alternatives([*lexicon.words("before_nouns"), *lexicon.words("introducing")])
        self._clause = re.compile(
            rf"\s+(?:{around}[^,{ACTOR[1:-1]}]{{1,40}}\s|{_DAY}+\s+"
            rf"|{lexicon.before('before_a_day')}{_DAY}+\s+)?(?={subjects}{AFTER}|{ACTOR})"
        )
        self._to_own = re.compile(to)
        self._to = re.compile(rf"[^,;]{{1,61}}?(?<=\s)(?={to})")
        self._to_after_noun = re.compile(
            rf"\s+{lexicon.before('before_people')}[^,;]{{1,61}}?(?<=\s)(?={to})"
        )

    def find(
        self, sentence: ReadSentence, verb: Verb, saying: Saying, stop: int
    ) -> tuple[int, list[Entity]] | None:
        """Return the start of the statement and its addressees, or `None` if nothing follows.

        Args:
            sentence: The sentence.
            verb: The verb of saying.
            saying: What the lexicon says of the verb.
            stop: Where the clause ends at the latest.
        """
        start, addressees = self._after_addressee(sentence, verb, saying)
        rest = sentence.masked[start:stop]
        colon = _COLON.match(rest)
        if colon:
            return start + colon.end(), addressees
        if saying.has_addressee or "to" in saying.complements:
            offset = self._after_addressed_verb(saying, rest, has_addressee=bool(addressees))
            if offset is not None:
                return start + offset, addressees
            if saying.has_addressee and "to" not in saying.complements:
                return self._clause_after_addressee(rest, start, addressees) if addressees else None
        that = self._that.match(rest)
        if that is None and {"that", "that_only"} & set(saying.complements):
            that = None if self._amount.match(rest) else self._late_that.match(rest)
        if that:
            return start + that.end(), addressees
        offset = self._direct(sentence, saying, rest, start)
        return None if offset is None else (offset, addressees)

    def _clause_after_addressee(
        self, rest: str, start: int, addressees: list[Entity]
    ) -> tuple[int, list[Entity]] | None:
        """Return where a clause without "that" begins: "told lawmakers the text was final"."""
        clause = self._clause.match(rest)
        return None if clause is None else (start + clause.end(), addressees)

    def _after_addressee(
        self, sentence: ReadSentence, verb: Verb, saying: Saying
    ) -> tuple[int, list[Entity]]:
        if saying.has_addressee or "to" in saying.complements:
            match = self._addressee.match(sentence.masked, verb.end)
            mention = sentence.mention_at(match.end()) if match else None
            if mention is not None:
                return mention.end, sentence.actors.get(mention.start, [])
        return verb.end, []

    def _after_addressed_verb(
        self, saying: Saying, rest: str, *, has_addressee: bool
    ) -> int | None:
        """Return the offset after "told reporters that" or "urged Iran to"."""
        if saying.has_addressee:
            match = self._told_that.match(rest)
            if match:
                return match.end()
            quotation = _TOLD_QUOTATION.match(rest)
            if quotation and "to" not in saying.complements:
                return quotation.end() - 1
        if "to" in saying.complements:
            match = self._to.match(rest) if has_addressee else self._to_after_noun.match(rest)
            if match:
                return match.end()
        return None

    def _direct(self, sentence: ReadSentence, saying: Saying, rest: str, start: int) -> int | None:
        """Return where an object or a clause without "that" begins."""
        opening = _OPENING.match(rest)
        offset = start + (opening.end() if opening else 0)
        if self._begins_with_verb and saying.objects:
            # "أعرب الوزير عن تقديره"
            particle = re.compile(leading(saying.objects)).match(sentence.masked, offset)
            offset = particle.end() if particle else offset
        following = sentence.masked[offset:]
        if not following.strip(" .,;"):
            return None
        if following.startswith(_QUOTED) or sentence.text[offset : offset + 1] in '“"«„‘':
            return offset
        marked = sentence.text[offset : offset + len(rest)]
        if "as" in saying.complements and (_QUOTED in rest or _MARKED.search(marked)):
            return offset
        if "to_own" in saying.complements and self._to_own.match(following):
            return offset
        if rest.lstrip(" ").startswith(",") or self._preposition.match(following):
            return None
        if "noun" in saying.complements and _NOUN_PHRASE.match(following):
            return offset
        return offset if "that" in saying.complements else None


@cache
def content_start_of(lexicon: Lexicon) -> ContentStart:
    """Return the finder of the start of statements for a lexicon."""
    return ContentStart(lexicon)
