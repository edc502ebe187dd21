"""Documents in which somebody says something: "the ministry said in a statement on Monday"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.acts.found import FoundAct
from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clauses import Verb, first_actor, grammar_of
from diplobrief.extraction.coordination import agents_of, performers_of
from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_NEAR: Final = 60
_OWNING: Final = frozenset("’'")
_WITHOUT_NEWS: Final = frozenset({"letter", "report"})
"""Kinds of documents that are usually older than the page that cites them."""

_OF_STATES: Final = frozenset({"note_verbale"})
_SENT: Final = frozenset({"letter", "note_verbale"})
_AFTER: Final = 25
_LONGEST_OPENING: Final = 100
_MOST_PHRASES: Final = 3
_BEFORE: Final = 8
_INSERTED: Final = re.compile(r"[^,;:.]{0,60},")
_NEW_CLAUSE: Final = re.compile(r"[;:]|,\s")
_QUOTED: Final = re.compile(rf"(?:{MASKS['quotation']}|[,”\"’'])\s+\Z")
_INSERTION: Final = re.compile(r"[a-z],\s+\Z")
_CLOSED: Final = re.compile(r"[^,;:.]{0,60},\s+[a-z]")
_AT_END: Final = re.compile(r"[^,;:.]{0,120}\.?\Z")
_SUBJECT: Final = re.compile(rf"(?<!{ACTOR})(?P<actor>{ACTOR}++),\s+\Z")


class Documents:
    """Finds documents using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["acts"]
        self._grammar = grammar_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)
        self._closing_day = re.compile(r"\s*(?:[.;]|\Z)")
        self._kinds = {noun: kind for kind, nouns in data["documents"].items() for noun in nouns}
        spoken = alternatives(data["spoken"]["words"])
        determiners = alternatives(lexicon.grammar["circumstances"]["determiners"])
        noun = alternatives(self._kinds)
        kinds = data.get("sent", {}).get("kinds", ())
        sent = alternatives(each for each, kind in self._kinds.items() if kind in kinds)
        numbered = alternatives(data["documents"].get("resolution", ()))
        by = data.get("by_document", {})
        verbs = (form for verb in by.get("closing", ()) for form in lexicon.forms(verb))
        self._closing = re.compile(rf"(?<!\w){alternatives(verbs)}{AFTER}[^;:.]{{0,80}}\Z")
        rows = (row for row in data["act"] if row["kind"] == "notification")
        notifying = (form for row in rows for verb in row["verbs"] for form in lexicon.forms(verb))
        self._notifying = re.compile(rf"(?<!\w){alternatives(notifying)}{AFTER}")
        self._bare = re.compile(rf"{alternatives(by.get('bare', ()))}\s+(?:{sent}){AFTER}")
        described = (
            rf"(?:(?:{determiners})\s+(?:[a-z]+\s+)??|(?={numbered}\s+(?:[A-Z]{{1,3}}-)?\d))"
        )
        self._document = re.compile(
            rf"{BEFORE}(?:(?P<bare>(?i:{alternatives(by.get('bare', ()))}))\s+"
            rf"|(?:(?i:{lexicon.before('in_a_document')})"
            rf"|(?P<with>{alternatives(by.get('with', ()))})\s+){described})"
            rf"(?:(?P<sent>{sent})|(?P<noun>{noun})(?![\w-])(?!\s+(?:{spoken})))(?![\w-])"
        )
        issued = alternatives(lexicon.words("issued_by"))
        articles = alternatives(lexicon.words("articles_of_documents"))
        article = lexicon.optional("articles")
        # "In a letter dated 3 May, 14 senators urged"
        number = r"(?:[a-z]+\s+){0,2}?(?:\d[\d,]*\s+)?"
        self._following = re.compile(rf"[^,;:.]{{0,80}}?(?:,\s+{number}|\s+){article}(?={ACTOR})")
        self._from = re.compile(rf"\s+{issued}\s+{article}(?={ACTOR})")
        # Not "the draft resolution tabled by Norway".
        planned = alternatives(data.get("planned", {}).get("words", ()))
        self._of = re.compile(
            rf"(?<![\w-])(?:{articles})\s+(?!{planned}\s)(?:[a-z]+\s+)??(?P<noun>{noun})\s+(?:[a-z]+\s+)?"
            rf"(?:{issued})\s+{article}(?={ACTOR})",
            re.IGNORECASE,
        )
        # "according to a government statement", "Norway's statement said"
        adjectives = r"(?:[a-z]+\s+)??"
        cited = alternatives(by.get("citing", ()))
        self._cited = re.compile(
            rf"(?<![\w-])(?i:{cited})\s+(?:{articles})\s+(?P<issuer>(?={ACTOR})){ACTOR}++"
            rf"(?:['’]s?)?\s+{adjectives}(?P<noun>{noun})(?![\w-])"
        )
        undone = data.get("planned", {}).get("before", ())
        self._not_issued = re.compile(rf"(?<!\w){alternatives(undone)}\s+\Z")
        # "In a letter to Sweden on Monday, Norway said": the subject, and not the addressee.
        to = lexicon.before("to") if lexicon.words("to") else "(?!)"
        self._after_comma = re.compile(
            rf"(?:\s+[a-z]+)?\s+{to}[^;:.]{{1,120}}?,\s+{article}(?={ACTOR})"
        )
        self._inverted = re.compile(rf"\s+{article}(?={ACTOR})")
        self._begins = re.compile(rf"(?:[;:]|,?\s{alternatives(lexicon.words('and'))}|,)\s+\Z")
        self._possessive = re.compile(rf"(?<!\w){alternatives(data['own']['words'])}\s")
        self._own = re.compile(rf"(?:{alternatives(data['own']['words'])})\s+(?P<noun>{noun})")
        on = lexicon.optional("before_a_day")
        dated = rf"(?:\s+{leading([*lexicon.words('before_day_of_noun'), ''])}{on}{MASKS['day']}+)?"
        acting = rf"{lexicon.verb_starts}|{alternatives(lexicon.irregular_pasts)}"
        past = alternatives(lexicon.words("past_endings"))
        self._then_acting = re.compile(rf"{dated}\s+(?:{acting}|[a-z]+{past}){AFTER}")
        self._saying = re.compile(rf"(?<![\w-])(?:{alternatives(lexicon.sayings)})(?![\w-])")

    def find(
        self, reading: Reading, news: DaysOfNews, sentence: ReadSentence
    ) -> Iterator[FoundAct]:
        """Yield the documents that a sentence reports."""
        for noun, span, issuers in self._documents(sentence):
            day = _day_near(sentence, *span) or self._day_of_opening(sentence, noun, *span)
            date, written = reading.date_of(day, sentence, ahead=False)
            kind = self._kinds[" ".join(noun.lower().split())]
            is_own = self._possessive.search(sentence.masked, *span) is not None
            is_cited = self._cited.match(sentence.masked, span[0]) is not None
            if day is None and not is_cited and (is_own or kind not in _WITHOUT_NEWS):
                date = news.day_for(sentence, span[0], issuers)
            evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
            if kind in _OF_STATES and not any(each.state for each in issuers):
                continue  # "in a note to clients"
            if evidence is not None and issuers:
                yield FoundAct(kind, "document", [evidence], "completed", date, written, issuers)

    def _day_of_opening(
        self, sentence: ReadSentence, noun: str, start: int, end: int
    ) -> Day | None:
        """Return Monday from "In a letter to the Council on Monday, Norway said"."""
        comma = sentence.masked.find(",", end)
        is_sent = self._kinds[" ".join(noun.lower().split())] in _SENT
        if start > 0:
            # "On Monday Norway told Sweden by letter": the letter was the means.
            is_how = is_sent and self._bare.match(sentence.masked, start) is not None
            return sentence.unquoted_days[0] if is_how and sentence.unquoted_days else None
        if not end < comma + 1 < _LONGEST_OPENING:
            return None
        days = [day for day in sentence.unquoted_days if end <= day.start < comma]
        if len(days) == 1 and is_sent:
            return days[0]
        return self._day_of_clause(sentence, comma) if not days else None

    def _day_of_clause(self, sentence: ReadSentence, start: int) -> Day | None:
        """Return September from "In a joint statement, Norway voiced regret in September"."""
        end = self._circumstances.clause_end(sentence, start)
        days = [day for day in sentence.unquoted_days if start < day.start]
        is_own = len(days) == 1 and days[0].start < end
        return days[0] if is_own and self._closing_day.match(sentence.masked, days[0].end) else None

    def _documents(
        self, sentence: ReadSentence
    ) -> Iterator[tuple[str, tuple[int, int], Sequence[Entity]]]:
        """Yield the noun of each document, its span and its issuers."""
        for match in self._document.finditer(sentence.masked):
            named = match["sent"] or match["noun"]
            if match["with"] and not self._closing.search(sentence.masked, 0, match.start()):
                continue
            if match["bare"] and not (match["sent"] and self._is_told(sentence, match.start())):
                continue  # "imposed sanctions by executive order", "notified Mali by letter"
            # Not "received assurances in a letter from Norway".
            sender = self._from.match(sentence.masked, match.end())
            yield named, match.span(), [] if sender else self._issuers(sentence, *match.span())
        for match in self._of.finditer(sentence.masked):
            issuer = self._issuer_of(sentence, match)
            if issuer is not None:
                span = match.start(), issuer.end
                yield match["noun"], span, agents_of(sentence, issuer)
        for match in self._cited.finditer(sentence.masked):
            issuer = sentence.mention_at(match.start("issuer"))
            if issuer is not None:
                yield match["noun"], match.span(), performers_of(sentence, issuer)
        for mention in sentence.mentions:
            own = self._own.fullmatch(mention.name) if mention.kind == "document" else None
            if own is not None:
                issuers = sentence.actors_of(mention)
                yield own["noun"], (mention.start, mention.end), issuers

    def _is_told(self, sentence: ReadSentence, start: int) -> bool:
        """Whether the words before a document are not a notification, which would be reported."""
        return self._notifying.search(sentence.masked, 0, start) is None

    def _issuer_of(self, sentence: ReadSentence, match: re.Match[str]) -> Mention | None:
        """Return Norway from "a statement of Norway", unless somebody blocked or only wanted it."""
        issuer = sentence.mention_at(match.end())
        if issuer is None or sentence.text[issuer.end : issuer.end + 1] in _OWNING:
            return None
        is_undone = self._not_issued.search(sentence.masked, 0, match.start()) is not None
        return None if is_undone else issuer

    def _issuers(self, sentence: ReadSentence, start: int, end: int) -> list[Entity]:
        if start == 0:
            return self._next_subject(sentence, end)
        inserted = self._before_insertion(sentence, start, end)
        if inserted is not None:
            return performers_of(sentence, inserted)
        verbs = [*self._saying.finditer(sentence.masked, max(0, start - _NEAR), start)]
        if not verbs or _NEW_CLAUSE.search(sentence.masked, verbs[-1].end(), start):
            # "and in a letter of 3 May, Norway called on them to leave"
            begins = self._begins.search(sentence.masked, 0, start)
            following = self._next_subject(sentence, end) if begins else []
            if following or (begins and not _AT_END.match(sentence.masked, end)):
                return following
            if begins:
                # "Norway had asked for it in May, in a letter signed by ten"
                first = first_actor(sentence, start)
                return performers_of(sentence, first) if first else []
            acting = None if verbs else self._grammar.acting_before(sentence, start)
            if acting is None or _NEW_CLAUSE.search(sentence.masked, acting.end, start):
                return []
            return performers_of(sentence, acting)  # "Norway asked Mali in a letter to wait"
        inverted = self._inverted.match(sentence.masked, verbs[-1].end())
        mention = sentence.mention_at(inverted.end()) if inverted else None
        if mention is not None and _QUOTED.search(sentence.masked, 0, verbs[-1].start()):
            return agents_of(sentence, mention)  # "“All is calm,” said Berg in a statement"
        verb = Verb(*verbs[-1].span(), verbs[-1][0])
        subject = self._grammar.subject(sentence, verb, [])
        first = first_actor(sentence, verb.start) if subject is None else None
        if first is not None and "," not in sentence.masked[first.end : verb.start]:
            subject = first
        return performers_of(sentence, subject) if subject else []

    def _before_insertion(self, sentence: ReadSentence, start: int, end: int) -> Mention | None:
        """Return Norway from "Norway, in a statement, said" and "Norway in a note asked"."""
        before = _SUBJECT.search(sentence.masked, 0, start)
        mention = sentence.mention_at(before.start("actor")) if before else None
        if mention is not None and _INSERTED.match(sentence.masked, end):
            return self._owner_at(sentence, mention)
        if before is None and _INSERTION.search(sentence.masked, 0, start):
            # "Norway has asked, in a letter, for help"
            acting = self._grammar.acting_before(sentence, start)
            return acting if _CLOSED.match(sentence.masked, end) else None
        direct = _mention_before(sentence, start)
        if direct is None or not self._then_acting.match(sentence.masked, end):
            return None
        is_within = self._grammar.preposition.search(sentence.masked, 0, direct.start)
        return None if is_within else direct

    def _owner_at(self, sentence: ReadSentence, place: Mention) -> Mention:
        """Return the government from "the government in Oslo, in a statement"."""
        preposition = self._grammar.preposition.search(sentence.masked, 0, place.start)
        owner = _mention_before(sentence, preposition.start()) if preposition else None
        return place if owner is None else owner

    def _next_subject(self, sentence: ReadSentence, end: int) -> list[Entity]:
        """Return the actors of the subject after a document that opens a clause."""
        following = self._after_comma.match(sentence.masked, end)
        for _ in range(_MOST_PHRASES):
            following = following or self._following.match(sentence.masked, end)
            mention = sentence.mention_at(following.end()) if following else None
            if mention is None:
                return []
            if not self._grammar.preposition.search(sentence.masked, 0, mention.start):
                return agents_of(sentence, mention)
            following, end = None, mention.end  # "seen by reporters, Norway said"
        return []


def _day_near(sentence: ReadSentence, start: int, end: int) -> Day | None:
    dated = _dated(sentence.lexicon).match(sentence.masked, end)
    after = (day for day in sentence.days if 0 <= day.start - end < _AFTER or _is_at(dated, day))
    before = (day for day in sentence.days if 0 <= start - day.end < _BEFORE)
    return next(after, None) or next(before, None)


def _is_at(match: re.Match[str] | None, day: Day) -> bool:
    return match is not None and match.end() == day.start


def _mention_before(sentence: ReadSentence, start: int) -> Mention | None:
    """Return the actor directly before an offset, without a comma between."""
    mentions = (m for m in sentence.mentions if m.end == start - 1 and m.kind in ACTORS)
    return next(mentions, None)


@cache
def _dated(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for "to the Council dated" before the day of a letter."""
    words = leading(lexicon.words("before_day_of_noun"))
    return re.compile(rf"[^;:.,{MASKS['day']}]{{0,80}}?\s{words}(?={MASKS['day']})")
