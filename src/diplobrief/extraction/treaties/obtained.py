"""Finds approvals that a treaty obtains: "The Lake Treaty won Senate approval on 3 May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.listed_verbs import Act
from diplobrief.extraction.mentions import ACTOR
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.treaties.reports import StepReport
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.objects import TreatyOfVerb

_EXPECTED: Final = Aspect("expected")
_GOVERNMENTS: Final = frozenset({"government", "head_of_state", "head_of_government"})


class ObtainedApprovals:
    """Finds verbs whose subject is a treaty and whose object is the approval of a body.

    Args:
        lexicon: The lexicon of a language.
        treaty: Finds the treaty that is the subject of a verb.
    """

    def __init__(self, lexicon: Lexicon, treaty: TreatyOfVerb) -> None:
        data = lexicon.data["steps"].get("obtained", {})
        self._treaty = treaty
        self._grammar = grammar_of(lexicon)
        self._tenses: dict[str, set[str]] = {}
        for verb in (*data.get("verbs", ()), *data.get("awaiting", ())):
            for form, tense in lexicon.forms(verb).items():
                self._tenses.setdefault(form, set()).add(tense)
        self._awaiting = frozenset(
            form for verb in data.get("awaiting", ()) for form in lexicon.forms(verb)
        )
        article = leading([*lexicon.words("articles"), *lexicon.words("possessives"), ""])
        word = r"[^\W\dA-Z][\w-]*\s+"
        self._parliamentary = frozenset(data.get("parliamentary", ()))
        self._next = re.compile(rf"\b{alternatives(data.get('next', ()))}\s+$")
        moving = (form for verb in data.get("going", ()) for form in lexicon.forms(verb))
        self._moving = frozenset(moving)
        earlier = [*lexicon.words("prepositions_and_conjunctions"), *lexicon.words("subordinators")]
        self._earlier = re.compile(rf"(?<!\w){alternatives(earlier)}{AFTER}")
        self._signing = frozenset(data.get("signing", ()))
        purpose = alternatives([*data.get("approvals", ()), *self._signing])
        self._going = WordPattern(
            rf"{lexicon.start}(?P<verb>{alternatives(self._moving)})\s+(?:[a-z]+\s+)?"
            rf"{leading(data.get('to', ()))}{article}(?:[a-z]+\s+)?(?P<body>{ACTOR})+"
            rf"(?:[^.,;:]{{0,40}}?\s{leading(data.get('for', ()))}(?:{word}){{0,3}}?"
            rf"(?P<purpose>{purpose}){AFTER})?",
            self._moving,
            begins=True,
        )
        self._pattern = WordPattern(
            rf"{lexicon.start}(?P<verb>{alternatives(self._tenses)})\s+(?P<before>(?:{word}){{0,4}}?)"
            rf"(?:(?P<body>{ACTOR}+)(?:['’]s?)?\s+)?(?P<within>(?:{word}){{0,3}}?)"
            rf"{alternatives(data.get('approvals', ()))}{AFTER}"
            rf"(?:\s+{leading(data.get('from', ()))}{article}(?P<of>{ACTOR}))?",
            self._tenses,
            begins=True,
        )

    def find(self, sentence: ReadSentence, treaties: Treaties) -> Iterator[StepReport]:
        """Yield the approvals that treaties of a sentence obtain.

        Args:
            sentence: The sentence.
            treaties: The treaties of the page so far.
        """
        yield from self._approvals_ahead(sentence, treaties)
        for match in self._pattern.finditer(sentence.masked, sentence.words):
            form = " ".join(match["verb"].split())
            verb = Verb(match.start("verb"), match.end("verb"), form)
            performers = [
                actor
                for name in ("body", "of")
                if match[name]
                for actor in sentence.actors_at(match.start(name))
            ]
            words = {*match["before"].split(), *match["within"].split()}
            kind = _kind_of(performers, is_parliamentary=bool(words & self._parliamentary))
            aspect = self._grammar.aspect(sentence, verb, self._tenses[form])
            if form in self._awaiting:
                aspect = _EXPECTED
            treaty = self._treaty.as_subject(sentence, treaties, verb)
            if kind is None or aspect.status is None or treaty is None:
                continue
            act = Act(kind, form, (), "treaty", "")
            stop = len(sentence.masked)
            yield StepReport(sentence, verb, act, aspect, treaty, performers, stop, "obtained")

    def _approvals_ahead(self, sentence: ReadSentence, treaties: Treaties) -> Iterator[StepReport]:
        """Yield approvals that lie ahead: "The treaty now goes to the Senate for approval"."""
        for match in self._going.finditer(sentence.masked, sentence.words):
            verb = Verb(*match.span("verb"), " ".join(match["verb"].split()))
            performers = sentence.actors_at(match.start("body"))
            kind = _kind_of(performers, is_parliamentary=False)
            if match["purpose"] in self._signing:
                kind = "promulgation"
            is_next = self._next.search(sentence.masked, 0, verb.start) is not None
            if not performers or kind is None or not (match["purpose"] or is_next):
                continue
            treaty = self._treaty.as_object_before(sentence, treaties, verb)
            if treaty is not None:
                act = Act(kind, verb.form, (), "treaty", "")
                earlier = self._earlier.search(sentence.masked, match.end())
                stop = earlier.start() if earlier else len(sentence.masked)
                yield StepReport(
                    sentence, verb, act, _EXPECTED, treaty, performers, stop, "obtained"
                )


def _kind_of(performers: Sequence[Entity], *, is_parliamentary: bool) -> str | None:
    """Return the kind of step that the approval of some bodies is."""
    if not performers:
        return "parliamentary_approval" if is_parliamentary else None
    if all(map(is_legislature, performers)):
        return "parliamentary_approval"
    if all(each.type == "committee" for each in performers):
        return "committee_recommendation"
    return "government_approval" if all(each.type in _GOVERNMENTS for each in performers) else None
