"""From a verb that reports an act to the act: its issuer, its targets, its day."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.acts.found import FoundAct
from diplobrief.extraction.clauses import place_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading
from diplobrief.extraction.verb_days import is_earlier, is_perfect_now, status_on
from diplobrief.extraction.votes import vote_reader_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate
    from diplobrief.extraction.reading import Reading

_AHEAD: Final = frozenset({"scheduled", "expected"})
_DONE: Final = frozenset({"completed", "rejected"})
_LONGEST_OBJECT: Final = 100
_NEAR: Final = 30
_SYMBOL: Final = re.compile(r"\b[AES]/(?:RES|PRST|HRC/RES)/\d+(?:/\d+)*(?:\s?\(\d{4}\))?")
_COUNCILS: Final = frozenset({"council", "assembly"})


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
    kind, performers, vetoed_by = _issuers(predicate, reading)
    is_voted = row.get("vote") or row.get("needs_vote")
    vote = vote_reader_of(reading.lexicon).read(sentence.text) if is_voted else None
    targets = _targets(predicate)
    if not performers:
        performers = _others(predicate, targets, reading)
    is_certain = bool(performers) or _is_anonymous(predicate, targets)
    if not is_certain or _is_vague(predicate, vote) or _is_of_treaty(predicate, reading):
        return None
    kinds = frozenset(row.get("target_kinds", ()))
    if "state" in kinds and not targets:
        targets = _state_of_people(predicate)
    if row.get("needs_target") and not targets:
        return None
    if kinds and kinds.isdisjoint(actor.kind for actor in targets):
        return None
    if row.get("foreign") and not _is_foreign(performers, targets):
        return None
    day, left = _day_of(predicate, reading), predicate.left
    status = row.get("status") or status_on(predicate.aspect.status or "", day, left)
    if vetoed_by and status == "completed":
        status = "rejected"
    date, written = reading.date_of(day, sentence, ahead=status in _AHEAD)
    if day is None and status in _DONE:
        date = _day_of_news(predicate, news)
    evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
    if evidence is None:
        return None
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
        until=_until(predicate, reading),
        verbs={place_of(sentence, predicate.verb.start)},
    )


def _title(predicate: Predicate) -> str | None:
    """Return the noun and the number of a decision: "resolution 2719 (2023)"."""
    numbered = _numbered(predicate.sentence.lexicon)
    match = numbered.search(predicate.sentence.text, predicate.verb.end)
    return match[0] if match and match.start() - predicate.verb.end < _NEAR else None


def _symbol(predicate: Predicate) -> str | None:
    """Return the document symbol of a decision: "S/RES/2719(2023)"."""
    match = _SYMBOL.search(predicate.sentence.text, predicate.verb.end)
    return match[0] if match else None


def _until(predicate: Predicate, reading: Reading) -> str | None:
    """Return the day until which an act applies: "extended the mandate until 3 May"."""
    sentence, lexicon = predicate.sentence, predicate.sentence.lexicon
    words = alternatives(lexicon.words("until"))
    for day in sentence.unquoted_days:
        before = sentence.masked[max(predicate.verb.end, day.start - _NEAR) : day.start]
        if day.start > predicate.verb.end and re.search(rf"\b(?:{words})\s+$", before):
            return reading.date_of(day, sentence, ahead=True)[0]
    return None


def _issuers(
    predicate: Predicate, reading: Reading
) -> tuple[str, Sequence[Entity], Sequence[Entity]]:
    """Return the kind of an act, whose it is, and who vetoed it."""
    row, kind = predicate.entry.row, predicate.entry.kind
    performers, vetoed_by = predicate.performers, list["Entity"]()
    council = _council_of(reading) if row.get("vote") else None
    if kind == "veto" and council is not None:
        kind, performers, vetoed_by = "resolution", [council], [*performers]
    elif not performers and council is not None:
        performers = [council]
    if "named" not in row:
        performers = [_body_of(actor) for actor in performers]
    return kind, _senders(predicate) or performers, vetoed_by


def _is_vague(predicate: Predicate, vote: Mapping[str, int] | None) -> bool:
    """Whether a verb that needs a day or the numbers of a vote has none."""
    row, day = predicate.entry.row, predicate.circumstances.day
    return bool((row.get("needs_day") and day is None) or (row.get("needs_vote") and vote is None))


def _day_of(predicate: Predicate, reading: Reading) -> Day | None:
    """Return the day of an act, but not that of its object: "invited her to come in June"."""
    day = predicate.circumstances.day
    if day is None or not predicate.entry.row.get("day_of_object"):
        return day
    date, _ = reading.date_of(day, predicate.sentence, ahead=True)
    is_after = day.start >= predicate.object_end and not (date and reading.is_past(date))
    return None if is_after else day


def _is_foreign(performers: Sequence[Entity], targets: Sequence[Entity]) -> bool:
    """Whether the targets belong to another state than those who act."""
    own = {actor.state for actor in performers}
    return all(actor.state is not None and actor.state not in own for actor in targets)


def _day_of_news(predicate: Predicate, news: DaysOfNews) -> str | None:
    """Return the day of an act without one, as far as the page lets it be news."""
    if is_perfect_now(predicate.left):
        return news.day_of_lead(predicate.sentence)
    if is_earlier(predicate.left):
        return None
    return news.day_for(predicate.sentence, predicate.verb.start, predicate.performers)


def _is_anonymous(predicate: Predicate, targets: Sequence[Entity]) -> bool:
    """Whether a verb in the passive reports an act of somebody who is not named."""
    is_passive = predicate.aspect.is_passive and predicate.entry.row.get("anonymous") == "anybody"
    return is_passive and bool(targets)


def _others(predicate: Predicate, targets: Sequence[Entity], reading: Reading) -> list[Entity]:
    """Return the other of the two states of a page: "Two Swedish diplomats were expelled"."""
    anonymous = predicate.entry.row.get("anonymous")
    if predicate.aspect.is_passive and anonymous == "own":
        # "Norway's ambassador was recalled"
        return [*dict.fromkeys(each.state for each in predicate.objects if each.state)]
    if not (predicate.aspect.is_passive and anonymous == "other"):
        return []
    states = reading.entities.two_states()
    of_targets = {actor.state for actor in targets}
    others = [state for state in states if state not in of_targets]
    return others if len(others) == 1 else []


def _council_of(reading: Reading) -> Entity | None:
    """Return the only council or assembly of the page."""
    organs = reading.entities.registry.latest("organ")
    councils = [organ for organ in organs if organ.type in _COUNCILS]
    return councils[0] if len(councils) == 1 else None


def _state_of_people(predicate: Predicate) -> list[Entity]:
    """Return the state that "a Palestinian state" or "Kosovo's independence" means."""
    pattern = _statehood(predicate.sentence.lexicon)
    match = pattern.match(predicate.sentence.masked, predicate.verb.end)
    return predicate.sentence.actors_at(match.start("state")) if match else []


@cache
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a resolution with its number: "Resolution 2720 (2023)"."""
    nouns = alternatives(lexicon.data["acts"]["documents"].get("resolution", ()))
    return re.compile(rf"{BEFORE}{nouns}\s+\d+(?:/\d+)?(?:\s?\(\d{{4}}\))?")


@cache
def _statehood(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for the object of a recognition: "Kosovo as an independent state"."""
    words = lexicon.data["acts"].get("statehood", {})
    article = lexicon.optional("before_nouns")
    described = rf"(?:{leading(words.get('as', ()))}{article}(?:[a-z]+\s+){{0,3}})?"
    return re.compile(
        rf"\s+{article}(?P<state>[{MASKS['adjective']}{MASKS['state']}])[^\s]*\s+"
        rf"{described}{alternatives(words.get('nouns', ()))}{AFTER}"
    )


def _body_of(actor: Entity) -> Entity:
    """Return the body for which several people act: "representatives of the ministry"."""
    is_crowd = actor.kind == "unnamed" and not actor.is_one
    return (actor.of if is_crowd else None) or actor


def _is_of_treaty(predicate: Predicate, reading: Reading) -> bool:
    """Whether a verb reports a step of a treaty and no act: "suspended its part in the pact"."""
    where = predicate.entry.row.get("no_treaty")
    if where is None:
        return False
    if where == "page" and reading.has_treaty:
        return True
    words = predicate.entry.row.get("treaty_words")
    if words and reading.has_treaty:
        pattern = re.compile(rf"(?<!\w){alternatives(words)}{AFTER}")
        return pattern.search(predicate.sentence.text, predicate.verb.end) is not None
    masked, start = predicate.sentence.masked, predicate.verb.end
    clause = masked[start : start + _LONGEST_OBJECT].partition(",")[0]
    return where == "object" and reading.has_treaty and MASKS["treaty"] in clause


def _senders(predicate: Predicate) -> list[Entity]:
    """Return the President from "handed over a letter from the President"."""
    words = predicate.entry.row.get("from")
    if not words:
        return []
    article = predicate.sentence.lexicon.optional("articles")
    pattern = re.compile(rf"\s+{alternatives(words)}\s+{article}(?={ACTOR})")
    match = pattern.match(predicate.sentence.masked, predicate.object_end)
    mention = predicate.sentence.mention_at(match.end()) if match else None
    return predicate.sentence.actors_of(mention) if mention else []


def _targets(predicate: Predicate) -> list[Entity]:
    """Return the actors at which an act is directed."""
    where = predicate.entry.row.get("target", ())
    if "object" in where and predicate.objects:
        return [actor for actor in predicate.objects if actor not in predicate.performers]
    prepositions = [word for word in where if word != "object"]
    if not prepositions:
        return []
    lexicon = predicate.sentence.lexicon
    determiner = leading([*lexicon.words("articles"), *lexicon.words("possessives"), ""])
    pattern = re.compile(
        rf"(?:\s+[^\s,;:.]+){{0,4}}?\s+{alternatives(prepositions)}\s+"
        rf"{determiner}(?:[a-z-]+\s+){{0,2}}?(?={ACTOR})"
    )
    match = predicate.found(pattern, predicate.object_end)
    mention = predicate.sentence.mention_at(match.end()) if match else None
    if mention is None:
        return []
    return predicate.sentence.actors_of(mention)
