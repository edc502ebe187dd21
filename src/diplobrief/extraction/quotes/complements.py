"""Finds where a statement begins after a verb of saying."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.listed_verbs import Saying
    from diplobrief.extraction.sentences import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_DAY: Final = MASKS["day"]
_NOUN_PHRASE: Final = re.compile(rf"[\w’'{ACTOR[1:-1]}]")
_COLON: Final = re.compile(rf"[^;.“”\"{_QUOTED}]{{0,60}}:\s*(?=[{_QUOTED}“\"«‘])")
_TOLD_QUOTATION: Final = re.compile(rf"[^;]{{0,160}}?[\s,]{_QUOTED}")
_OPENING: Final = re.compile(rf"\s*[,:]?\s*(?:{_DAY}+\s+(?=[^,.;]))?")
_POSSESSIVE: Final = re.compile(r"['’](?:s\b|\s+\w)")
_MARKED: Final = re.compile(r"[“\"«„‘](?=\w)")


class ContentStart:
    """Finds the start of a statement using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._begins_with_verb = bool(lexicon.grammar.get("verb_first"))
        that = lexicon.before("that")
        around = lexicon.before("before_circumstances")
        determiner = lexicon.optional("before_an_addressee")
        no_addressee = alternatives(lexicon.words("before_no_addressee"))
        to = (
            rf"(?:{alternatives(lexicon.words('not'))}\s+)?{lexicon.before('to')}[\w{_QUOTED}“\"«„]"
        )
        self._preposition = re.compile(lexicon.before("before_no_content"))
        adverb = rf"(?:{alternatives(lexicon.grammar['adverbs'])},?\s+){{0,2}}"
        self._that = re.compile(
            rf"\s*(?:,\s*(?:\w+,\s*)?)?{adverb}{lexicon.before('question_words')}"
        )
        # A clause after a circumstance: "said in Geneva on Monday that".
        actor = rf"(?!{MASKS['pronoun']}){ACTOR}"
        self._late_that = re.compile(rf"\s+(?:{around}|{_DAY}|{actor})(?:\S+\s+){{0,8}}?{that}")
        self._amount = re.compile(rf"\s+{alternatives(lexicon.words('before_an_amount'))}\s")
        self._addressee = re.compile(
            rf"\s+{determiner}(?:(?!{no_addressee}{AFTER})\w+\s+){{0,3}}?(?={ACTOR})"
        )
        self._told_that = re.compile(rf"[^;]{{0,160}}?[\s,]{that}")
        subjects = alternatives([*lexicon.words("before_nouns"), *lexicon.words("introducing")])
        self._clause = re.compile(
            rf"\s+(?:{around}(?:[^,{ACTOR[1:-1]}]{{1,40}}|{ACTOR}+)\s)?"
            rf"(?:(?:{lexicon.before('before_a_day')})?{_DAY}+\s+)?(?={subjects}{AFTER}|{ACTOR})"
        )
        finite = rf"\s+{alternatives(lexicon.words('finite'))}{AFTER}"
        self._finite = re.compile(finite)
        self._acting = re.compile(rf"\s+(?={ACTOR}+{finite})")
        # "stressed during the meeting the need for"
        nouns = alternatives(lexicon.words("before_an_object"))
        of = alternatives(lexicon.words("prepositions"))
        self._late_object = re.compile(
            rf"\s+{around}[^,;:]{{1,40}}?\s(?={nouns}\s(?:[^\s,.;]+\s){{1,3}}{of}\s)"
        )
        self._manner = re.compile(alternatives(lexicon.phrases("manners")) + AFTER)
        before_noun = (
            rf"(?:{leading(lexicon.words('before_an_addressee'))})?(?:[^\s,.;:]+\s+){{0,2}}?"
        )
        listed = {word for saying in lexicon.sayings.values() for word in saying.listed}
        self._listed = re.compile(rf"{before_noun}(?P<noun>{alternatives(listed)}){AFTER}")
        acts = alternatives(lexicon.phrases("no_objects"))
        self._no_object = re.compile(rf"{before_noun}{acts}{AFTER}")
        self._called = re.compile(_called_pattern(lexicon))
        self._to_own = re.compile(to)
        # "agreed in late June to go on"
        self._late_to = re.compile(rf"\s+(?:{around}[^,;:]{{1,40}}?\s|{_DAY}+\s+)(?={to})")
        self._to = re.compile(rf"[^,;]{{1,61}}?(?<=\s)(?={to})")
        self._to_after_noun = re.compile(
            rf"\s+{lexicon.before('before_people')}[^,;]{{0,61}}?(?<=\s)(?={to})"
        )

    def find(
        self, sentence: ReadSentence, verb: Verb, saying: Saying, stop: int
    ) -> tuple[int, list[Entity]] | None:
        """Return the start of the statement and its addressees, or `None` if nothing follows.

        Args:
            sentence: The sentence.
            verb: The verb of saying.
            saying: The entry of the verb in the lexicon.
            stop: Where the clause ends at the latest.
        """
        start, addressees = self._after_addressee(sentence, verb, saying)
        rest = sentence.masked[start:stop]
        colon = _COLON.match(rest)
        if colon:
            return start + colon.end(), addressees
        if addressees and saying.begins_with_preposition(rest):
            # "assured the minister of her support"
            return start + 1, addressees
        if saying.has_addressee or "to" in saying.complements:
            offset = self._after_addressed_verb(verb, saying, rest, has_addressee=bool(addressees))
            if offset is not None:
                return start + offset, addressees
            if saying.has_addressee and "to" not in saying.complements:
                return self._clause_after_addressee(rest, start, addressees)
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
        clause = self._clause.match(rest) if addressees else self._acting.match(rest)
        return None if clause is None else (start + clause.end(), addressees)

    def _after_addressee(
        self, sentence: ReadSentence, verb: Verb, saying: Saying
    ) -> tuple[int, list[Entity]]:
        if saying.has_addressee or "to" in saying.complements:
            match = self._addressee.match(sentence.masked, verb.end)
            mention = sentence.mention_at(match.end()) if match else None
            # Not "warned it would fail", and not "requested Norway's support".
            is_addressee = mention is not None and not (
                self._finite.match(sentence.masked, mention.end)
                or _POSSESSIVE.match(sentence.masked, mention.end)
            )
            if mention is not None and is_addressee:
                return mention.end, sentence.actors_of(mention)
        return verb.end, []

    def _after_addressed_verb(
        self, verb: Verb, saying: Saying, rest: str, *, has_addressee: bool
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
            # "called on parliaments to", but not "urged restraint to"
            is_addressed = has_addressee or " " in verb.form
            match = self._to.match(rest) if is_addressed else self._to_after_noun.match(rest)
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
        written = sentence.text[offset : offset + len(rest)]
        if self._begins_object(saying, rest, following, written):
            return offset
        late = self._late_object.match(rest) if "noun" in saying.complements else None
        if late is None and "to_own" in saying.complements:
            late = self._late_to.match(rest)
        if late is not None:
            return start + late.end()
        if rest.lstrip(" ").startswith(",") or self._preposition.match(following):
            return None
        if "noun" in saying.complements and _NOUN_PHRASE.match(following):
            return None if self._no_object.match(following) else offset
        return offset if "that" in saying.complements else None

    def _begins_object(self, saying: Saying, rest: str, following: str, written: str) -> bool:
        """Whether the words after a verb are an object of a kind that only some verbs have.

        Args:
            saying: The entry of the verb in the lexicon.
            rest: The words after the verb.
            following: Those without a comma and a day at their beginning.
            written: The same, with quotations.
        """
        noun = self._listed.match(following) if "listed" in saying.complements else None
        is_called = self._called.match(rest) or _QUOTED in rest or _MARKED.search(written)
        return bool(
            ("as" in saying.complements and is_called)
            or ("to_own" in saying.complements and self._to_own.match(following))
            or ("to_object" in saying.complements and self._to.match(following))
            or (noun is not None and noun["noun"] in saying.listed)
            or self._manner.match(following)
            or saying.begins_with_preposition(rest)
        )


def _called_pattern(lexicon: Lexicon) -> str:
    """Return the pattern for an object and its description: "called the deal an act of …"."""
    definite = alternatives(lexicon.words("before_a_called_object"))
    noun = rf"{definite}\s+(?:[^\s,.;:]+\s+){{0,4}}?[^\s,.;:]+"
    pronoun = alternatives(lexicon.words("called_pronouns"))
    adjective = rf"\w*{alternatives(lexicon.words('adjective_endings'))}(?=\s*[.,;]|\s*$)"
    predicate = rf"(?:{lexicon.before('before_a_predicate')}|{adjective})"
    if not lexicon.words("before_a_predicate"):
        return "(?!)"
    return rf"\s+(?:{ACTOR}+|{pronoun}|{noun})\s+{predicate}"


@cache
def content_start_of(lexicon: Lexicon) -> ContentStart:
    """Return the finder of the start of statements for a lexicon."""
    return ContentStart(lexicon)
