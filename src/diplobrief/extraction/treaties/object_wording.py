"""Patterns for the treaty as the object of a verb, from the lexicon of a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon

_TREATY: Final = MASKS["treaty"]
_DAY: Final = MASKS["day"]


class ObjectWording:
    """Patterns that show whether a verb is about a treaty.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"]["wording"]
        article = lexicon.optional("articles")
        nouns = leading([*lexicon.words("before_nouns"), *lexicon.words("articles"), ""])
        others = alternatives(words.get("other_objects", ()))
        self.other_object: re.Pattern[str] = re.compile(
            # "signed and exchanged notes"
            rf"\s+(?:{lexicon.before('and')}\w+\s+)?(?:{nouns})?(?:\w+\s+)?{others}{AFTER}",
            re.IGNORECASE,
        )
        # "rejected any attempt to amend it"
        attempts = alternatives(words.get("attempts", ()))
        self.attempt: re.Pattern[str] = re.compile(rf"\s+(?:{nouns})?(?:\w+\s+)?{attempts}{AFTER}")
        # "would sign no trade deal"
        self.negated: re.Pattern[str] = re.compile(
            rf"\s+{alternatives(words.get('negated_object', ()))}{AFTER}"
        )
        # "agreed on sanctions as the treaty stalled"
        clauses = alternatives(words.get("next_clause", ()))
        self.next_clause: re.Pattern[str] = re.compile(rf"[^,]*?\s{clauses}\s")
        # "suspended the ratification of the treaty"
        steps = alternatives(words.get("steps_as_objects", ()))
        self.step_as_object: re.Pattern[str] = re.compile(
            rf"\s+(?:\w+\s+)?{steps}{AFTER}", re.IGNORECASE
        )
        # "the signing of the treaty was cancelled"
        links = alternatives(words["before_no_subject"])
        self.step_as_subject: re.Pattern[str] = re.compile(
            rf"{BEFORE}{steps}\s+{links}\s+{nouns}$", re.IGNORECASE
        )
        self.which: re.Pattern[str] = re.compile(rf"[,،]?\s+{leading(words['which'])}")
        self.amending: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('amending', ()))}\s+{article}$"
        )
        talks = alternatives(each.split()[0] for each in words.get("talks_on", ()))
        on = leading(each.split()[-1] for each in words.get("talks_on", ()))
        self.talks_on: re.Pattern[str] = re.compile(
            rf"{BEFORE}{talks}\s+(?:{lexicon.before('between')}[^.,;:]{{1,60}}?\s)?{on}{nouns}$",
            re.IGNORECASE,
        )
        # "signed for Norway", not "signed for the parcel"
        party = f"[{MASKS['state']}{MASKS['organization']}{MASKS['pronoun']}]"
        on_behalf = leading(words.get("on_behalf_of", ()))
        self.no_object: re.Pattern[str] = re.compile(
            rf"\s*(?:[.,;]|$|{_DAY}|{on_behalf}{article}{party}"
            rf"|{alternatives(words.get('after_no_object', ()))}\s)"
        )
        self.too: re.Pattern[str] = re.compile(rf",?\s+{alternatives(words.get('too', ()))}{AFTER}")
        self.says_that: re.Pattern[str] = re.compile(
            rf",\s+(?:[^,;]{{1,60}}?\s)?{lexicon.before('that')}"
        )
        on_day = lexicon.optional("before_a_day_or_month")
        self.statement: re.Pattern[str] = re.compile(
            # "approved that treaty" is no statement: there, the treaty ends what is read.
            rf"\s+(?:{on_day}{_DAY}+\s+)?{leading(words.get('before_a_statement', ()))}(?!\Z)"
        )
        self.then_it: re.Pattern[str] = re.compile(rf"[^,.;]{{0,80}},\s+{MASKS['pronoun']}")
        self.another_subject: re.Pattern[str] = re.compile(
            rf"{leading([*lexicon.words('and'), *lexicon.words('but')])}"
            rf"{leading(lexicon.words('articles_before_nouns'))}[a-z]+\s"
        )
        # "His proposal to refer the treaty to a court was rejected."
        self.of_proposal: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('proposals', ()))}\s+[^,;:]*$"
        )
        self.of_exit: re.Pattern[str] = re.compile(
            rf"{BEFORE}{alternatives(words.get('leaving', ()))}\s+"
            rf"{lexicon.before('from')}{article}$"
        )
        of_a_law = leading(lexicon.data["steps"].get("nominal", {}).get("of_a_law", ()))
        self.of_law: re.Pattern[str] = re.compile(rf"\s+{of_a_law}[^,;.]{{0,30}}")
        self.ratification: re.Pattern[str] = re.compile(
            rf"\s+{article}{alternatives(words['implying'])}{AFTER}"
        )
        self.place_or_day: re.Pattern[str] = re.compile(rf"\s+(?:{leading(words['at'])}|{_DAY})")
        self.of_a_treaty: re.Pattern[str] = re.compile(
            rf"{BEFORE}{leading(words['before_no_subject'])}{nouns}$", re.IGNORECASE
        )
        # "Signed in Oslo in 2012 and in force since 2014, the treaty"
        self.opened: re.Pattern[str] = re.compile(
            rf"[^.;:]{{0,160}}?,\s+{nouns}(?:[a-z-]+\s+)?(?={_TREATY})", re.IGNORECASE
        )
        self.subject_at_start: re.Pattern[str] = re.compile(rf"\s*(?i:{article}){_TREATY}")
