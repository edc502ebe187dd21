"""Steps reported together: "was signed in May and ratified by Norway", "and Sweden in June"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.clauses import Verb
from diplobrief.extraction.coordination import agents_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.verb_days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.listed_verbs import Act
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.reports import StepReport

_DAY: Final = MASKS["day"]
_AHEAD: Final = Aspect("scheduled")
_LEGISLATURE: Final = "legislature"
_DECISIONS: Final = frozenset(
    {"government_approval", "committee_recommendation", "parliamentary_approval"}
)
_OF_TREATIES: Final = frozenset({"passive", "intransitive"})


class Continuations:
    """Finds what continues the report of a step, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._acts = lexicon.acts("steps", "step")
        words = lexicon.data["steps"]["wording"]
        joined = leading(lexicon.words("joining_an_ellipsis"))
        article = lexicon.optional("articles")
        # "entered into force for Peru in May and for Chile in June"
        for_ = leading(words.get("on_behalf_of", ()))
        on_day = lexicon.optional("before_a_day_or_month")
        followed = alternatives(words.get("followed", ()))
        adverb = rf"(?:{alternatives(lexicon.grammar['adverbs'])})\s+"
        to_follow = words.get("to_follow", ())
        self._to_follow = frozenset(to_follow)
        also_ = rf"(?:,\s+|,?\s+{leading(lexicon.words('and'))}){article}"
        actors = rf"(?P<actor>{ACTOR}+)(?:{also_}{ACTOR}+){{0,5}}"
        # "and Niger, having asked France to go, in August", "and, in April, Belize and Samoa"
        inserted = r"(?:,\s[^,;.]{1,60},)?"
        # "on 3 May by 80 votes to 13, and the Senate on 5 May"
        by = lexicon.before("by")
        vote = rf"(?:,?\s+{by}\d[^,;.]{{0,40}})?"
        self._another = re.compile(
            rf"{vote}[,;]?\s+(?:{joined})?(?:{for_}|{by})?{article}{actors}{inserted}"
            rf"(?:\s+(?:{followed}|(?P<ahead>{alternatives(to_follow)})))?"
            rf"\s+(?:{adverb})?{on_day}(?P<day>{_DAY}+)"
        )
        and_ = alternatives(lexicon.words("and"))
        self._followed_by = re.compile(
            rf"[,;]?\s+{leading(words.get('followed_by', ()))}{article}{actors}"
            rf"(?=\s*[.,;]|\s+{and_}{AFTER})"
        )
        # "ratified A in 2010 and B in 2012"
        self._other_treaty = re.compile(
            rf"(?:,\s+|,?\s+{leading(lexicon.words('and'))}){article}(?P<treaty>{MASKS['treaty']}+)"
            rf"\s+{on_day}(?P<day>{_DAY}+)"
        )
        # "as did Sweden"
        self._as_did = re.compile(
            rf"[^,.;]{{0,60}}?[,;]?\s+{leading(words.get('as_did', ()))}{article}{actors}"
            rf"(?=\s*[.,;]|\s+{and_}{AFTER})"
        )
        # "after Sweden had done so in May"
        self._had_done_so = re.compile(
            rf"[,;]?\s+{leading(words.get('before_a_proverb', ()))}{article}{actors}\s+"
            rf"(?:{adverb})?{alternatives(words.get('proverbs', ()))}\s+(?:{adverb})?"
            rf"{on_day}(?P<day>{_DAY}+)"
        )
        self._day_first = re.compile(
            rf",?\s+{and_},?\s+{on_day}(?P<day>{_DAY}+),?\s+{article}{actors}(?=\s*[.;])"
        )
        follow_up = alternatives([*words.get("follow_up", ()), *to_follow])
        self._follows = re.compile(
            rf"\s*(?:(?i:{on_day}{article}){MASKS['state']}+,\s+)?(?i:{article}){actors}"
            rf"\s+(?:{adverb})?(?P<verb>{follow_up}){AFTER}"
            rf"(?=[^.,;]{{0,30}}[{_DAY}])"
        )
        also = alternatives([*lexicon.words("and"), *lexicon.words("but")])
        self._coordination = re.compile(rf"(?:,|,?\s+{also}{AFTER})\s+(?:{adverb})*$")
        after = alternatives(
            [
                *lexicon.words("prepositions"),
                *lexicon.words("and"),
                *words.get("after_a_participle", ()),
            ]
        )
        # A participle has no object after it: "signed in May and ratified in June".
        self._no_object = re.compile(
            rf"\s*(?:$|[,.;:)–—]|{_DAY}|{after}{AFTER}|{word_like_adverb(lexicon)}{AFTER})"
        )

    def continues(
        self, sentence: ReadSentence, verb: Verb, before: StepReport | None, tenses: set[str]
    ) -> bool:
        """Whether a verb is a participle that is joined with a verb before it.

        Args:
            sentence: The sentence.
            verb: The verb.
            before: The last step that the sentence reports.
            tenses: The tenses that the form of the verb may be.
        """
        if before is None or before.rule not in _OF_TREATIES:
            return False
        is_participle = bool(tenses & {"past", "participle", "passive"})
        is_joined = self._coordination.search(sentence.masked[: verb.start])
        has_no_object = self._no_object.match(sentence.masked, verb.end)
        return is_participle and is_joined is not None and has_no_object is not None

    def joins(self, sentence: ReadSentence, verb: Verb, before: StepReport | None) -> bool:
        """Whether "and" alone joins a verb with one whose subject is the treaty before it."""
        if before is None or before.rule not in _OF_TREATIES:
            return False
        return self._coordination.search(sentence.masked[: verb.start]) is not None

    def follows(self, sentence: ReadSentence, before: StepReport | None) -> StepReport | None:
        """Return the same step by a state that opens a sentence: "Estonia followed on June 4".

        Args:
            sentence: The sentence.
            before: The last step that the page reports.
        """
        match = self._follows.match(sentence.masked) if before is not None else None
        if before is None or match is None:
            return None
        performers = _joined_at(sentence, match)
        act = self._act_of(before, performers)
        if act is None:
            return None
        verb = Verb(*match.span("verb"), before.verb.form)
        is_ahead = " ".join(match["verb"].split()) in self._to_follow
        return replace(
            before,
            sentence=sentence,
            act=act,
            verb=verb,
            performers=performers,
            stop=self._end_of_day(sentence, verb),
            aspect=_AHEAD if is_ahead else before.aspect,
        )

    def _act_of(self, before: StepReport, performers: Sequence[Entity]) -> Act | None:
        """Return the act of others who do the same: a parliament approves after a government."""
        categories = {each.category for each in performers}
        if categories == {each.category for each in before.performers}:
            return before.act
        if _LEGISLATURE not in categories or before.act.kind not in _DECISIONS:
            return None
        acts = (act for act, _ in self._acts[before.verb.form] if act.object == before.act.object)
        return next((act for act in acts if categories <= {*act.by}), None)

    def after(
        self, sentence: ReadSentence, report: StepReport, treaties: Treaties
    ) -> Iterator[StepReport]:
        """Yield the same step of other states, and of other treaties.

        Args:
            sentence: The sentence.
            report: The verb.
            treaties: The treaties of the page.
        """
        yield from self.reported_together(sentence, report)
        yield from self._of_others(sentence, report, treaties)

    def _of_others(
        self, sentence: ReadSentence, report: StepReport, treaties: Treaties
    ) -> Iterator[StepReport]:
        """Yield the same step of other treaties: "ratified A in 2010 and B in 2012"."""
        day = day_of(sentence, report.verb, report.stop)
        if day is None or report.rule != "active" or day.start < report.verb.end:
            return
        end = day.end
        while match := self._other_treaty.match(sentence.masked, end, report.stop):
            end = match.end()
            treaty = treaties.of(sentence.mention_at(match.start("treaty")))
            if treaty is None or treaty is report.treaty:
                return
            verb = Verb(match.start(), match.start("day"), report.verb.form)
            yield replace(report, verb=verb, treaty=treaty, stop=end, is_first=False)

    def _end_of_day(self, sentence: ReadSentence, verb: Verb) -> int:
        """Return where the first day after a verb ends, if another actor follows it."""
        day = next((each for each in sentence.days if each.start >= verb.end), None)
        other = self._another.match(sentence.masked, day.end) if day is not None else None
        return day.end if day is not None and other else len(sentence.masked)

    def reported_together(self, sentence: ReadSentence, report: StepReport) -> Iterator[StepReport]:
        """Yield the same step of other states: "on April 7, and Sweden on April 15"."""
        day = day_of(sentence, report.verb, report.stop)
        yield from self._together(sentence, report, day)
        end = day.end if day and day.start >= report.verb.end else report.verb.end
        patterns = (
            self._followed_by,
            self._had_done_so,
            self._another,
            self._day_first,
        )
        while match := _first_match(patterns, sentence.masked, end):
            mention = sentence.mention_at(match.start("actor"))
            if mention is None:
                return
            performers = _joined_at(sentence, match)
            groups = match.groupdict()
            # The words before the day replace the verb.
            last = match.start("day") if groups.get("day") else match.end()
            verb = Verb(match.start(), last, report.verb.form)
            end = match.end()
            is_ahead = bool(groups.get("ahead"))
            aspect = _AHEAD if is_ahead else report.aspect
            yield replace(
                report,
                verb=verb,
                performers=performers,
                subject=mention,
                stop=end,
                aspect=aspect,
                is_dated=bool(groups.get("day")),
                is_repeated=True,
            )

    def _together(
        self, sentence: ReadSentence, report: StepReport, day: Day | None
    ) -> Iterator[StepReport]:
        """Yield the same step of other states on the same day: "as did Sweden"."""
        is_after = day is not None and day.start >= report.verb.end
        match = self._as_did.search(
            sentence.masked, day.end if is_after and day else report.verb.end
        )
        mention = sentence.mention_at(match.start("actor")) if match else None
        if match is None or mention is None or match.start() >= report.stop:
            return
        performers = _joined_at(sentence, match)
        is_alike = {each.category for each in performers} == {
            each.category for each in report.performers
        }
        if is_alike:
            yield replace(report, performers=performers, subject=mention)


def _first_match(
    patterns: Sequence[re.Pattern[str]], masked: str, offset: int
) -> re.Match[str] | None:
    """Return the match of the first pattern that matches at an offset."""
    return next((match for each in patterns if (match := each.match(masked, offset))), None)


def _joined_at(sentence: ReadSentence, match: re.Match[str]) -> tuple[Entity, ...]:
    """Return the actors that a match names together: "Jamaica and Nauru"."""
    mention = sentence.mention_at(match.start("actor"))
    return tuple(agents_of(sentence, mention)) if mention is not None else ()
