"""The verbs of a table of the lexicon, by their forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.attributes import Attributes
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, as_listed
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence


_GAP: Final = "\uf8ff"
"""A placeholder for the space after the first word of a verb while a pattern is built."""
_FEWEST_WORDS: Final = 2
_SHORT: Final = 3
_WORD: Final = r"[^\s,;:.]+(?:[.,]\d+)*"
"""A word or a number: "2.2"."""


@dataclass(frozen=True)
class Entry:
    """The entry of a verb in the lexicon.

    Args:
        row: The row of the lexicon.
        object: Words one of which has to be the object of the verb, if it needs any.
        by: The kinds of actors that can perform it; if empty, all.
        attributes: Finds such an object before the verb.
        named: Words one of which in a name shows that the actor can perform it.
        beside: Words one of which must also be in the sentence.
        by_noun: Finds such a noun as the agent of a passive: "by Norwegian sanctions".
        in_power: Nouns for people who can do what an executive can.
    """

    row: Mapping[str, Any]
    object: WordPattern | None
    by: frozenset[str]
    attributes: Attributes | None
    named: re.Pattern[str] | None = None
    beside: re.Pattern[str] | None = None
    by_noun: re.Pattern[str] | None = None
    in_power: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The kind of event or act."""
        kind: str = self.row["kind"]
        return kind

    def may_be_in(self, sentence: ReadSentence) -> bool:
        """Whether a sentence has one of the nouns that the verb needs, if it needs any."""
        needed = self.object
        return needed is None or self.by_noun is not None or needed.may_be_in(sentence.words)

    def fits(self, performers: Sequence[Entity]) -> bool:
        """Whether these actors can perform it; also if there are none."""
        kinds = {kind for actor in performers for kind in (actor.category, actor.type)}
        for actor in performers:
            if actor.kind == "unnamed" and actor.noun in self.in_power:
                kinds |= {"executive", "group", *(_kinds_of(actor.of) if actor.of else ())}
        if any(actor.is_one for actor in performers):
            kinds.add("person")  # "the president", who is not named
        if not (self.by and kinds) or self.by & kinds:
            return True
        named = self.named
        return named is not None and any(
            named.search(words) for each in performers for words in (each.name, each.office or "")
        )


def _kinds_of(actor: Entity) -> set[str]:
    return {actor.category, *([actor.type] if actor.type else [])}


class VerbTable:
    """The rows of a table of the lexicon by the forms of their verbs.

    Args:
        lexicon: The lexicon of the language.
        rows: The rows of the table.
    """

    def __init__(self, lexicon: Lexicon, rows: Sequence[Mapping[str, Any]]) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._tenses: dict[str, set[str]] = {}
        in_power = frozenset(lexicon.data["people"].get("in_power", ()))
        forms: list[str] = []
        opening: list[str] = []
        for row in rows:
            pattern = _object_pattern(lexicon, row) if "object" in row else None
            attributes = Attributes(lexicon, row) if "object" in row else None
            named = (
                re.compile(rf"\b{alternatives(row['named'])}\b", re.IGNORECASE)
                if "named" in row
                else None
            )
            beside = (
                re.compile(rf"(?<!\w){alternatives(row['beside'])}{AFTER}")
                if "beside" in row
                else None
            )
            by_noun = _by_noun(lexicon, row) if "agent_nouns" in row else None
            entry = Entry(
                row,
                pattern,
                frozenset(row.get("by", ())),
                attributes,
                named,
                beside,
                by_noun,
                in_power,
            )
            for verb in row.get("verbs", ()):
                inflected = lexicon.forms(verb)
                if len(inflected) > 1 and "base" not in inflected.values():
                    # "will cut ties": some bases are also the past or the participle.
                    self._tenses.setdefault(as_listed(verb), set()).add("base")
                for written, tense in inflected.items():
                    form = as_listed(written)
                    forms.append(written)
                    if tense in {"gerund", "participle", "past"} and " " not in written:
                        opening.append(written.capitalize())
                    elif tense == "gerund":
                        opening.append(written[0].upper() + written[1:])
                    self._entries.setdefault(form, []).append(entry)
                    self._tenses.setdefault(form, set()).add(tense)
        # A day may be within a verb: "s'est entretenu hier par téléphone".
        # "Addressing the Council, Berg said": a gerund may open a sentence.
        forms += [*map(_as_title, forms), *opening]
        joined = alternatives(form.replace(" ", _GAP, 1) for form in forms)
        joined = joined.replace(_GAP, rf"\s+(?:{MASKS['day']}+\s+)?")
        written = rf"{lexicon.start}{joined}{AFTER}"
        self.pattern: WordPattern = WordPattern(written, forms, begins=True)

    def entries(self, form: str) -> Sequence[Entry]:
        """Return the rows that have a form of a verb."""
        return self._entries[form]

    def tenses(self, form: str) -> set[str]:
        """Return the tenses that a form of a verb may be."""
        return self._tenses[form]


def _by_noun(lexicon: Lexicon, row: Mapping[str, Any]) -> re.Pattern[str]:
    owner = rf"(?P<owner>[{MASKS['adjective']}{MASKS['state']}{MASKS['organization']}])[^\s]*"
    return re.compile(
        rf"\s+{lexicon.before('by')}{lexicon.optional('articles')}{owner}\s+(?:[a-z]+\s+){{0,2}}?"
        rf"{alternatives(row['agent_nouns'])}{AFTER}"
    )


def _as_title(form: str) -> str:
    """Return a verb with its object in capitals as in a title: "paid a State Visit"."""
    verb, *words = form.split()
    if len(words) < _FEWEST_WORDS:
        return form
    return " ".join([verb, *(word.capitalize() if len(word) > _SHORT else word for word in words)])


def _object_pattern(lexicon: Lexicon, row: Mapping[str, Any]) -> WordPattern:
    no_object = rf"{alternatives(lexicon.grammar['circumstances']['no_object'])}{AFTER}"
    # "most of its sanctions"
    parts = alternatives(lexicon.words("parts_of_a_body"))
    # "a series of sanctions"
    several = rf"(?:\w+\s+){{0,2}}?{alternatives(lexicon.words('quantities'))}"
    part = (
        rf"(?:\s+(?:{parts}|{several})\s+{alternatives(lexicon.words('of'))})?"
        if lexicon.words("of")
        else ""
    )
    near = rf"{part}(?:\s+(?!{no_object}){_WORD}){{0,5}}?"
    past = alternatives(lexicon.words("past_endings"))
    if lexicon.words("past_endings"):
        # "its oil and gas sanctions"
        word = rf"(?!{no_object}|\w+{past}{AFTER})[^\s,;:.]+"
        near += rf"(?:\s+{alternatives(lexicon.words('and'))}(?:\s+{word}){{0,2}}?)??"
    words = _with_words_between(lexicon, row["object"], rf"(?!{no_object}){_WORD}")
    objects = row["object"]
    if row.get("counted"):
        words, objects = rf"{words}|\d[\d,.]*", [*objects, ""]
    word = rf"(?:\A|\s+)[“\"‘'«]?(?:{words})(?![\w-])"
    pattern = (r"[^;:]{0,140}?" if row.get("wide") else near) + word
    return WordPattern(pattern, objects, flags=re.IGNORECASE)


def _with_words_between(lexicon: Lexicon, objects: Sequence[str], word: str) -> str:
    """Return the pattern for objects, with other words after "with": "with its own sanctions"."""
    by_means = lexicon.grammar["circumstances"]["others"]
    pairs = [(first, rest) for each in objects for first, _, rest in [each.partition(" ")]]
    after = [rest for first, rest in pairs if first in by_means and rest]
    plain = [each for each in objects if each.partition(" ")[0] not in by_means]
    patterns = [alternatives(plain)] if plain else []
    if after:
        patterns.append(rf"{alternatives(by_means)}(?:\s+{word}){{0,5}}?\s+{alternatives(after)}")
    return "|".join(patterns)
