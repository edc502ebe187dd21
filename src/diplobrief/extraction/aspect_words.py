"""Reads from the words before a verb that what it reports lies ahead, or did not happen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.lexicon import Lexicon

_DAY: Final = MASKS["day"]
_NEAR: Final = 120
"""How many characters before a verb the words that show that it lies ahead may begin."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """Whether what a verb reports happened, lies ahead or did not happen, and how it is worded.

    Args:
        status: The status of what it reports, or `None` if it reports that nothing happened.
        is_passive: Whether the verb is passive.
        is_under_way: Whether it is going on at the page's day: "are meeting".
        is_present: Whether the verb is in the present: "the ministers meet on Monday".
        is_purpose: Whether it gives the purpose of something else: "came to protest".
        is_invitation: Whether somebody is invited to do it: "invited her to come".
        is_dependent: Whether it depends on a verb before it: "decided to leave".
        caused_from: The offset of the actor who was made to do it: "led Norway to leave".
    """

    status: str | None
    is_passive: bool = False
    is_under_way: bool = False
    is_present: bool = False
    is_purpose: bool = False
    is_invitation: bool = False
    is_dependent: bool = False
    caused_from: int | None = None


NOTHING: Final = Aspect(None)
COMPLETED: Final = Aspect("completed")
UNDER_WAY: Final = Aspect("completed", is_under_way=True)


class AspectWords:
    """Reads from the words before a verb that what it reports lies ahead, or did not happen.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar
        adverb, listed = adverb_of(lexicon), alternatives(grammar["adverbs"])
        been = alternatives(lexicon.words("been"))
        so_far_not = alternatives(lexicon.words("so_far_not"))
        self._so_far_not = re.compile(
            rf"(?<!\w){so_far_not}\s+(?:{adverb}\s+)*(?P<been>{been}\s+)?$"
        )
        be = rf"{alternatives(lexicon.words('be'))}\s+"
        clitic = lexicon.optional("clitics")
        # "will next week visit Oslo"
        then = rf"(?:{lexicon.optional('before_a_day')}{_DAY}++\s+)?"
        tail = rf"\s+(?:{adverb}\s+)*{then}(?:(?P<be>{be})(?:{adverb}\s+)*)?{clitic}$"
        on_day = rf"(?:\s+{lexicon.optional('before_a_day_or_month')}{_DAY}+)?"
        # "ومن المقرر أن": a prefix may be before the words.
        start = lexicon.start if grammar.get("prefixes") else r"(?<!\w)"
        self._ahead = {
            status: re.compile(
                rf"{start}(?:{_with_a_day(words, lexicon.words('to'), on_day, listed)}){tail}"
            )
            for status, words in grammar["ahead"].items()
        }
        self._passive_ahead = {
            status: re.compile(rf"(?<!\w){_apart(words, adverb)}\s+(?:{adverb}\s+)*$")
            for status, words in grammar.get("passive_ahead", {}).items()
        }
        only = leading(lexicon.words("not_only"))
        self._not = re.compile(rf"(?<!\w){alternatives(lexicon.words('not'))}\s(?!{only})")
        to = lexicon.optional("to")
        self._undone = {
            status: re.compile(rf"(?<!\w){alternatives(words)}\s+{to}$")
            for status, words in grammar["undone"].items()
        }

    @property
    def patterns(self) -> Sequence[re.Pattern[str]]:
        """Patterns for words between a subject and a verb for something that lies ahead."""
        return [*self._ahead.values(), self._so_far_not]

    def aspect(self, left: str, tenses: set[str]) -> Aspect | None:
        """Return the aspect of what lies ahead: "is set to".

        Args:
            left: The sentence up to the verb.
            tenses: The tenses that the form of the verb may be.
        """
        near = max(0, len(left) - _NEAR)
        for status, pattern in self._passive_ahead.items():
            if pattern.search(left, near):
                fits = {"participle", "passive"} & tenses
                return Aspect(status if fits else None, is_passive=True)
        for status, pattern in self._ahead.items():
            match = pattern.search(left, near)
            if match and self._not.search(match[0]):
                # "will not sign", "decided not to sign"
                return Aspect(self.undone(left))
            if match and match["be"] and "gerund" in tenses:
                return Aspect(status)  # "will be travelling"
            if match:
                is_passive = bool(match["be"]) or "passive" in tenses
                fits = {"past", "participle", "passive"} if is_passive else {"base"}
                return Aspect(status if fits & tenses else None, is_passive)
        so_far_not = self._so_far_not.search(left, near)
        return Aspect("expected", so_far_not["been"] is not None) if so_far_not else None

    def status(self, left: str) -> str | None:
        """Return the status if the words at the end of a text show that something lies ahead."""
        return _status_by(self._ahead, left)

    def undone(self, left: str) -> str | None:
        """Return the status if the words at the end of a text show that nothing happened."""
        return _status_by(self._undone, left)


def _status_by(patterns: Mapping[str, re.Pattern[str]], left: str) -> str | None:
    """Return the first status with a pattern that matches the end of a text."""
    near = max(0, len(left) - _NEAR)
    return next((s for s, pattern in patterns.items() if pattern.search(left, near)), None)


def _apart(words: Sequence[str], adverb: str) -> str:
    """Return a pattern for words with an adverb before the last one: "doit maintenant être"."""
    several = (each.rpartition(" ") for each in words)
    patterns = [
        rf"{alternatives([first])}\s+(?:{adverb}\s+)?{alternatives([last])}" if first else last
        for first, _, last in several
    ]
    return f"(?:{'|'.join(patterns) or '(?!)'})"


def _with_a_day(words: Sequence[str], particles: Sequence[str], day: str, adverb: str) -> str:
    """Return a pattern for words with a day or an adverb before their particle.

    As in "agreed on Friday to", "is now to".
    """
    patterns = [alternatives(words)]
    for to in particles:
        first = [word.removesuffix(f" {to}") for word in words if word.endswith(f" {to}")]
        if first:
            patterns.append(rf"{alternatives(first)}(?:\s+{adverb})?{day}\s+{to}")
    return "|".join(patterns)
