"""Turns a verb that reports an act into the act, with its issuer, its targets and its day."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.acts.days import day_of_act, day_of_news, last_day
from diplobrief.extraction.acts.found import FoundAct
from diplobrief.extraction.acts.issuers import issuers_of, others_of, senders_of
from diplobrief.extraction.acts.posts import topic_of
from diplobrief.extraction.acts.targets import fits_targets, is_foreign, targets_of
from diplobrief.extraction.clauses import place_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading
from diplobrief.extraction.verb_days import status_on
from diplobrief.extraction.votes import vote_reader_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate
    from diplobrief.extraction.reading import Reading

_AHEAD: Final = frozenset({"scheduled", "expected"})
_DONE: Final = frozenset({"completed", "rejected"})
_LONGEST_OBJECT: Final = 100
_NEAR: Final = 30
_NEXT_CLAUSE: Final = re.compile(rf",\s+[a-z]+\s+{ACTOR}|;\s")
_SHORT: Final = 2
_SYMBOL: Final = re.compile(r"\b[AES]/(?:RES|PRST|HRC/RES)/\d+(?:/\d+)*(?:\s?\(\d{4}\))?")


def act_of(predicate: Predicate, reading: Reading, news: DaysOfNews) -> FoundAct | None:
    """Return the act that a verb reports, if there is any.

    Args:
        predicate: The verb.
        reading: The page.
        news: The days of the page that are news.

    Returns:
        The act, or `None` if the page says too little, or if no passage shows where it is.
    """
    row, sentence = predicate.entry.row, predicate.sentence
    kind, performers, vetoed_by = issuers_of(predicate, reading)
    is_voted = row.get("vote") or row.get("needs_vote")
    vote = vote_reader_of(reading.lexicon).read(sentence.text) if is_voted else None
    targets = targets_of(predicate)
    performers = performers or others_of(predicate, targets, reading)
    evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
    is_certain = bool(performers) or _is_anonymous(predicate, targets)
    if evidence is None or not is_certain or _is_vague(predicate, vote):
        return None
    if _is_of_treaty(predicate, reading) or not _fits(predicate, performers, targets):
        return None
    day, left = day_of_act(predicate, reading), predicate.left
    status = row.get("status") or status_on(
        predicate.aspect.status or "", day, left, reading.lexicon
    )
    is_wish = _is_wished(predicate)
    if is_wish and (status == "expected" or predicate.aspect.is_present):
        return None
    if status == "expected" and _is_hypothetical(predicate):
        return None
    if vetoed_by and status == "completed":
        status = "rejected"
    date, written = reading.date_of(day, sentence, ahead=status in _AHEAD)
    if predicate.aspect.is_present and status == "completed":
        later, _ = reading.date_of(day, sentence, ahead=True)
        if reading.is_ahead(later):
            status, date = "scheduled", later  # "The minister hands over the note on Friday"
    if day is None and status in _DONE and not row.get("without_news"):
        date, written = day_of_news(predicate, reading, news)
    return FoundAct(
        kind,
        "passive" if predicate.aspect.is_passive else "verb",
        [evidence],
        status,
        date,
        written,
        performers,
        targets,
        vote,
        vetoed_by,
        title=_title(predicate) if row.get("vote") else None,
        symbol=_symbol(predicate) if row.get("vote") else None,
        until=last_day(predicate, reading),
        topic=topic_of(predicate) if row.get("vote") else None,
        verbs={place_of(sentence, predicate.verb.start)},
    )


def _fits(predicate: Predicate, performers: Sequence[Entity], targets: Sequence[Entity]) -> bool:
    """Whether the verb has everything that its row requires besides its object."""
    row = predicate.entry.row
    if not _has_word_beside(predicate) or (row.get("needs_from") and not senders_of(predicate)):
        return False
    if row["kind"] == "ruling" and any(map(is_legislature, performers)):
        return False  # "The Chamber of Deputies approved it"
    if row.get("alone") and _has_partner(predicate):
        return False  # "signed a declaration with Sweden": a treaty
    if row.get("ahead") and predicate.aspect.status not in _AHEAD:
        return False
    if row.get("to_place") and not _leads_to_place(predicate):
        return False
    if row.get("to_office") and not _leads_to_office(predicate):
        return False
    is_dated = row.get("day_suffices") and predicate.circumstances.day is not None
    is_fit = is_dated or fits_targets(row, targets) or _has_unnamed_partner(predicate)
    return is_fit and not (row.get("foreign") and not is_foreign(performers, targets))


def _has_unnamed_partner(predicate: Predicate) -> bool:
    """Whether a state without its name is broken with: "cut ties with its former ruler"."""
    if not predicate.entry.row.get("between"):
        return False
    lexicon, text = predicate.sentence.lexicon, predicate.sentence.text
    nouns = alternatives(lexicon.data["acts"].get("partners", {}).get("nouns", ()))
    others = leading(lexicon.grammar["circumstances"]["others"])
    own = lexicon.before("before_nouns")
    pattern = re.compile(rf"[^.;:,]{{1,40}}?\s{others}{own}(?:[a-z-]+\s+){{0,3}}?{nouns}{AFTER}")
    return pattern.match(text, predicate.verb.end) is not None


def _has_partner(predicate: Predicate) -> bool:
    """Whether "with" and an actor follow the object."""
    lexicon = predicate.sentence.lexicon
    others = leading(lexicon.grammar["circumstances"]["others"])
    pattern = re.compile(rf"[^.;:,]{{1,60}}?\s{others}{lexicon.optional('articles')}(?={ACTOR})")
    return pattern.match(predicate.sentence.masked, predicate.verb.end) is not None


def _leads_to_place(predicate: Predicate) -> bool:
    """Whether the object is to go to a state or its capital: "invited Berg to Oslo"."""
    to = predicate.sentence.lexicon.before("to")
    pattern = re.compile(rf"[^.;:]{{1,80}}?\s{to}(?={MASKS['state']})")
    return pattern.match(predicate.sentence.masked, predicate.verb.end) is not None


def _leads_to_office(predicate: Predicate) -> bool:
    """Whether an office follows the object: "named Per Moe its senior adviser for the lake"."""
    pattern = _office(predicate.sentence.lexicon)
    return pattern.match(predicate.sentence.text, predicate.object_end) is not None


@cache
def _office(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for an office after a person: ", a judge, as its new senior adviser"."""
    heads = alternatives(lexicon.data["people"]["office_heads"])
    article = leading([*lexicon.words("as"), ""])
    own = leading([*lexicon.words("before_nouns"), ""])
    return re.compile(
        rf"(?:,[^,;:.]{{1,80}},)?\s+{article}{own}(?:[\w-]+\s+){{0,3}}?{heads}{AFTER}",
        re.IGNORECASE,
    )


def _is_hypothetical(predicate: Predicate) -> bool:
    """Whether a condition opens the sentence: "If it votes, Norway would leave"."""
    pattern = _condition(predicate.sentence.lexicon)
    return pattern.match(predicate.left) is not None


def _is_wished(predicate: Predicate) -> bool:
    """Whether somebody only asks for the act: "asked that the sanctions be lifted"."""
    lexicon = predicate.sentence.lexicon
    if predicate.aspect.is_present and _wishing(lexicon).search(predicate.left):
        return True  # "demanded that the Court rule on it"
    *before, be = ["", *predicate.left.split()]
    auxiliaries = {*lexicon.words("finite"), *lexicon.words("to"), *lexicon.words("not")}
    return be in lexicon.words("subjunctive") and auxiliaries.isdisjoint(before[-2:])


@cache
def _wishing(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for what is only demanded: "demanded that the Court"."""
    words = lexicon.data["acts"].get("wishing", {}).get("verbs", ())
    forms = alternatives(form for verb in words for form in lexicon.forms(verb))
    that = alternatives(lexicon.words("that"))
    return re.compile(rf"(?<!\w){forms}\s+{that}\s[^,;:.]*\Z")


@cache
def _condition(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a condition that opens a sentence: "If it votes, "."""
    words = alternatives(lexicon.words("hypothetical"))
    return re.compile(rf"{words}\s[^.;:]*,\s", re.IGNORECASE)


def _title(predicate: Predicate) -> str | None:
    """Return the noun and the number of a decision: "resolution 2719 (2023)"."""
    numbered = _numbered(predicate.sentence.lexicon)
    match = numbered.search(predicate.sentence.text, predicate.verb.end)
    return match[0] if match and match.start() - predicate.verb.end < _NEAR else None


def _symbol(predicate: Predicate) -> str | None:
    """Return the document symbol of a decision: "S/RES/2719(2023)"."""
    match = _SYMBOL.search(predicate.sentence.text, predicate.verb.end)
    return match[0] if match else None


def _is_vague(predicate: Predicate, vote: Mapping[str, int] | None) -> bool:
    """Whether a verb that needs a day or the numbers of a vote has none."""
    row, day = predicate.entry.row, predicate.circumstances.day
    return bool((row.get("needs_day") and day is None) or (row.get("needs_vote") and vote is None))


def _has_word_beside(predicate: Predicate) -> bool:
    """Whether the object of a verb has a word that it needs: "told two diplomats to leave"."""
    beside, start = predicate.entry.beside, predicate.verb.start
    if beside is None:
        return True
    text = predicate.sentence.text
    return bool(
        beside.search(text, 0, start) if predicate.aspect.is_passive else beside.search(text, start)
    )


def _is_anonymous(predicate: Predicate, targets: Sequence[Entity]) -> bool:
    """Whether a passive verb reports an act of somebody who is not named."""
    is_passive = predicate.aspect.is_passive and predicate.entry.row.get("anonymous") == "anybody"
    return is_passive and bool(targets)


@cache
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a resolution with its number: "Resolution 2720 (2023)"."""
    nouns = alternatives(lexicon.data["acts"]["documents"].get("resolution", ()))
    return re.compile(rf"{BEFORE}{nouns}\s+\d+(?:/\d+)?(?:\s?\(\d{{4}}\))?")


@cache
def _step(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a verb of a step: "decided to ratify it"."""
    words = lexicon.data["acts"].get("steps", {}).get("words", ())
    return re.compile(rf"(?<!\w){alternatives(words)}{AFTER}")


def _has_step(predicate: Predicate, *, is_near: bool = False) -> bool:
    """Whether a treaty or a step is named with a verb, or even in its clause."""
    sentence, end = predicate.sentence, predicate.verb.end
    joint = _NEXT_CLAUSE.search(sentence.masked, end) if is_near else None
    stop = joint.start() if joint else len(sentence.masked)
    step = _step(sentence.lexicon).search(sentence.masked, end, stop)
    return step is not None or MASKS["treaty"] in sentence.masked[:stop]


def _is_bare_law(predicate: Predicate) -> bool:
    """Whether "the law" is not described, so it may be the law on the treaty."""
    sentence = predicate.sentence
    is_active = not predicate.aspect.is_passive
    start = predicate.verb.end if is_active else 0
    needed = predicate.entry.object
    match = needed.search(sentence.text, sentence.words, start) if needed else None
    if match is None:
        return True
    words = match[0].split()
    is_definite = words[0] in sentence.lexicon.words("articles") and len(words) <= _SHORT
    return is_definite and _described(sentence.lexicon).match(sentence.masked, match.end()) is None


@cache
def _described(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a description of a law: ", which bans nets", "on fisheries"."""
    words = [*lexicon.words("relatives"), *lexicon.words("of_a_body")]
    return re.compile(rf",?\s+{alternatives(words)}\s+(?!{MASKS['day']})")


def _is_of_treaty(predicate: Predicate, reading: Reading) -> bool:
    """Whether a verb reports a step of a treaty instead of an act: "suspended its part in it"."""
    where = predicate.entry.row.get("no_treaty")
    if where is None:
        return False
    if where == "page" and reading.has_treaty:
        return True
    if where == "law" and reading.has_treaty:
        return _is_bare_law(predicate) or _has_step(predicate, is_near=True)
    if where == "sentence" and reading.has_treaty:
        return _has_step(predicate)
    words = predicate.entry.row.get("treaty_words")
    if words and reading.has_treaty:
        pattern = re.compile(rf"(?<!\w){alternatives(words)}{AFTER}")
        return pattern.search(predicate.sentence.text, predicate.verb.end) is not None
    masked, start = predicate.sentence.masked, predicate.verb.end
    clause = masked[start : start + _LONGEST_OBJECT].partition(",")[0]
    return where == "object" and reading.has_treaty and MASKS["treaty"] in clause
