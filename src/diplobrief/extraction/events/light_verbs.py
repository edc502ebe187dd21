"""Verbs that report an event together with its noun: "hold a meeting", "a meeting took place"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.extraction.lexicon import Lexicon

_DAY: Final = MASKS["day"]
_NONE: Final = "none"
_SMALL: Final = r"[^\W\d_A-Z][\w’'\u200c-]*"
"""A word in small letters."""


class LightVerbs:
    """The light verbs of a language.

    Args:
        lexicon: The lexicon of the language.
        data: Its file of events.
    """

    def __init__(self, lexicon: Lexicon, data: Mapping[str, Any]) -> None:
        self._roles = _forms(lexicon, data["having"])
        calling = _forms(lexicon, {"scheduled": data.get("calling", ())})
        self._changes = _forms(lexicon, data["changing"]) | calling
        self._calling = frozenset(calling)
        with_object = {**self._roles, **self._changes}
        on = lexicon.optional("before_a_day")
        at = leading(lexicon.words("at_a_place"))
        verb = rf"{lexicon.start}(?P<verb>{alternatives(with_object)})"
        units = (
            rf"(?:[\w-]+\s+){{1,2}}{alternatives(data.get('units', ()))}\s+{lexicon.before('of')}"
        )
        self.before: re.Pattern[str] = re.compile(
            rf"{verb}(?:\s*\([^()]{{1,20}}\))?\s+(?:{at}(?:[\w’']+\s+){{1,3}}?)?(?:{on}{_DAY}+\s+)?(?:{units})?\Z"
        )
        """A verb before the event that is its object."""
        ends = alternatives(lexicon.words("prepositions"))
        relative = alternatives(lexicon.words("relatives"))
        self.relative: re.Pattern[str] = re.compile(
            rf"(?:\s+(?:{alternatives(data['own']['of'])})(?:\s+[^\s,;:.]+){{1,6}}?)?,?\s+{relative}\s+"
            rf"[^;:.]{{1,80}}?\s{verb}{AFTER}(?=\s*(?:[.,;]|\Z)|\s+(?:{ends}{AFTER}|{_DAY}))"
        )
        """A verb in a relative clause whose object the event is: "a speech that Berg gave"."""
        self.before_day: re.Pattern[str] = re.compile(
            rf"{verb}\s+{_DAY}+\s+{alternatives(lexicon.words('as'))}\s+\Z"
        )
        """A verb and a day before the event: "set 3 May as the last day"."""
        # Not "a hastily called meeting".
        self.last_words: frozenset[str] = frozenset(
            form.split()[-1] for form in with_object if form not in calling
        )
        self._own = _forms(lexicon, {_NONE: data["own"]["verbs"]})
        for status, participles in data["own"]["participles"].items():
            self._own |= dict.fromkeys(participles, (status, "participle"))
        own = alternatives(self._own)
        # "the meeting on Monday and is to open an office": that is somebody else.
        joined = alternatives([*lexicon.words("and"), *lexicon.words("but")])
        of = alternatives(data["own"]["of"])
        self.after: re.Pattern[str] = re.compile(
            rf"(?:\s+(?:{of})(?:\s+[^\s,;:.]+){{1,7}}?)?,?\s+"
            rf"(?:(?!,?\s*(?:{relative}|{joined})\s){_SMALL}\s+){{0,5}}?"
            rf"(?P<verb>{own}){AFTER}"
        )
        """A verb after the event that is its subject."""
        auxiliary = alternatives([*lexicon.words("before_a_verb"), *lexicon.words("to")])
        before = rf"(?:(?:{auxiliary}|{adverb_of(lexicon)})\s+){{0,4}}?"
        link = leading([*lexicon.words("prepositions"), *lexicon.words("and"), ""])
        with_whom = rf"(?:,?\s+{link}{lexicon.optional('articles')}{ACTOR}++){{0,4}}"
        self.of_relative: re.Pattern[str] = re.compile(
            rf"(?:{with_whom}|\s+(?:{of})(?:\s+[^\s,;:.]+){{1,7}}?),?\s+{relative}\s+{before}"
            rf"(?P<verb>{own}){AFTER}"
        )
        """A verb in a relative clause with the event as subject: "a truce that ended in May"."""
        being = alternatives(data["own"].get("being", ()))
        self.being: re.Pattern[str] = re.compile(
            rf"(?:\s+(?:{of})(?:\s+[^\s,;:.{_DAY}]+){{1,7}}?)?\s+(?P<verb>{being})\s+{on}(?={_DAY})"
        )
        """A form of "be" between the event and its day: "the deadline for objections is 3 May"."""
        changed = alternatives(
            form for form, (status, _) in self._own.items() if status in {"postponed", "cancelled"}
        )
        relatives = alternatives(lexicon.words("relatives"))
        planned = alternatives(data["own"]["participles"].get("scheduled", ()))
        be = alternatives(lexicon.words("passive"))
        self.after_insertion: re.Pattern[str] = re.compile(
            rf"(?:\s+(?:{of})(?:\s+[^\s,;:.]+){{1,7}}?)?(?:,\s[^,;:.]{{1,80}},\s+{before}"
            rf"(?P<verb>{own}){AFTER}|,?\s+(?:{relatives}|{planned})\s[^,;:.]{{1,80}}?,?\s(?:{_SMALL}\s+)?{be}\s+"
            rf"(?P<changed>{changed}){AFTER})"
        )
        """A verb after an insertion: "the round that was set for May was put off"."""
        self.start: re.Pattern[str] = re.compile(
            rf"\s(?:{alternatives(lexicon.words('before_a_verb'))})\s+"
            rf"(?:{_SMALL}\s+){{0,2}}?{own}{AFTER}"
            rf"|\s(?:{alternatives(data['own']['always'])}){AFTER}"
        )
        """Where such a verb starts, with its auxiliaries."""

    def with_object(self, form: str) -> tuple[str | None, str | None, str]:
        """Return the role of the subject of a verb, the status that it gives, and its tense.

        Args:
            form: The form of a verb that has an event as its object.
        """
        role, tense = self._roles.get(form, (_NONE, ""))
        change, _ = self._changes.get(form, (_NONE, ""))
        return _given(role), _given(change), tense or self._changes[form][1]

    def is_calling(self, form: str) -> bool:
        """Whether a form of a verb reports that a new event is called: "called an election"."""
        return form in self._calling

    def with_subject(self, form: str) -> tuple[str | None, str]:
        """Return the status that a verb gives to the event that is its subject, and its tense."""
        status, tense = self._own[form]
        return _given(status), tense


def _forms(lexicon: Lexicon, table: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Return each form of the verbs of a table, with the name of its list and its tense."""
    return {
        form: (name, tense)
        for name, verbs in table.items()
        for verb in verbs
        for form, tense in lexicon.forms(verb).items()
    }


def _given(name: str) -> str | None:
    return None if name == _NONE else name
