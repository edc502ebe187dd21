"""Facts as entries of an outline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.model import Group, Organ, Person, Unnamed
from diplobrief.text.search import fold
from diplobrief.treaties import Days, timeline, treaty_status
from diplobrief.views.names import name_of_actor, name_of_source, title_of, words
from diplobrief.views.parts import Dates, Detail, Entry, PartyEntry, QuoteEntry, TreatyEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.model import (
        Act,
        Actor,
        Brief,
        Event,
        Milestone,
        PartialDate,
        Quote,
        Source,
        Treaty,
        Vote,
        When,
    )
    from diplobrief.views.names import FactNames

_VOTES: Final = (
    ("in_favour", "in favour"),
    ("against", "against"),
    ("abstained", "abstained"),
    ("absent", "absent"),
)


def actor_entry(names: FactNames, index: int, actor: Actor) -> Entry:
    """Return the entry of an actor."""
    details: tuple[Detail | None, ...] = ()
    if isinstance(actor, Person):
        details = (
            _text("office", actor.office),
            _facts("represents", actor.represents, names, "for"),
        )
    elif isinstance(actor, Organ):
        details = (_owners(actor, names),)
    elif isinstance(actor, Unnamed):
        details = (_text("office", actor.office), _owners(actor, names))
    elif isinstance(actor, Group):
        details = (_facts("members", actor.members, names),)
    return Entry(
        ("actors", index),
        actor.id,
        actor.kind,
        words(actor.kind),
        name_of_actor(actor),
        _present(*details),
    )


def quote_entry(names: FactNames, index: int, quote: Quote) -> QuoteEntry:
    """Return the entry of a quote."""
    return QuoteEntry(
        ("quotes", index),
        quote.id,
        names.links(quote.speakers),
        (quote.text, *quote.continued),
        quote.mode != "indirect",
        _present(
            _text("mode", quote.mode),
            _text("stance", words(quote.stance or "")),
            _text("capacity", quote.capacity, "as"),
            _facts("on_behalf_of", quote.on_behalf_of, names, "on behalf of"),
            _facts("about", quote.about, names, "about"),
            _text("subject", quote.subject, "about"),
            _facts("addressees", quote.addressees, names, "to"),
            _text("said_on", quote.said_on or quote.said_on_as_written),
            _facts("event", quote.event, names, "at"),
            _text("venue", quote.venue),
        ),
        quote.original,
    )


def event_entry(names: FactNames, index: int, event: Event) -> Entry:
    """Return the entry of an event."""
    return Entry(
        ("events", index),
        event.id,
        event.kind,
        words(event.kind),
        title_of(event),
        _present(
            _facts("participants", [part.actor for part in event.participants], names),
            _facts("about", event.about, names, "about"),
            _text("subject", event.subject, "about"),
            _text("place", event.place),
            _facts("part_of", event.part_of, names, "part of"),
            _text("outcome", event.outcome),
            _text("condition", event.condition),
            _facts("according_to", event.according_to, names, "according to"),
        ),
        _dates(event.start, event.start_as_written, event.end, event.end_as_written),
        event.status,
    )


def act_entry(names: FactNames, index: int, act: Act) -> Entry:
    """Return the entry of an act."""
    return Entry(
        ("acts", index),
        act.id,
        act.kind,
        words(act.kind),
        title_of(act),
        _present(
            _facts("issued_by", act.issued_by, names, "by"),
            _facts("sponsors", act.sponsors, names, "proposed by"),
            _facts("targets", act.targets, names, "directed at"),
            _vote(act.vote, names),
            _text("provisions", " ".join(act.provisions)),
            _facts("refused_by", act.refused_by, names, "refused by"),
            _text("until", act.until or act.until_as_written, "until"),
            _facts("in_response_to", act.in_response_to, names, "in response to"),
            _facts("event", act.event, names, "at"),
            _facts("according_to", act.according_to, names, "according to"),
        ),
        _dates(act.date, act.date_as_written),
        act.status,
    )


def source_entry(index: int, source: Source) -> Entry:
    """Return the entry of a source."""
    title = name_of_source(source)
    details = (
        _text("authors", ", ".join(author.name for author in source.authors), "by"),
        _text("publisher", source.publisher),
        _text("published", source.published or source.published_as_written),
        _text("url", source.url),
    )
    return Entry(
        ("sources", index),
        source.id,
        source.kind or "",
        words(source.kind or ""),
        title,
        tuple(detail for detail in _present(*details) if detail.text != title),
        _dates(source.published, source.published_as_written),
    )


def treaty_entry(
    names: FactNames, brief: Brief, on: str | None, index: int, treaty: Treaty
) -> TreatyEntry:
    """Return the entry of a treaty, with its status on a day (default: the brief's own day)."""
    status = treaty_status(brief, treaty.id, on)
    last_day = Days.of(on).last if on else None
    milestones = tuple(
        _milestone_entry(
            ("treaties", index, "milestones", step.index),
            treaty,
            step.milestone,
            names,
            is_later=bool(last_day and step.days and step.days.first > last_day),
        )
        for step in timeline(treaty)
    )
    return TreatyEntry(
        ("treaties", index),
        treaty.id,
        treaty.kind,
        words(treaty.kind),
        treaty.title,
        words(str(status)),
        str(on or brief.day or ""),
        tuple(
            PartyEntry(names.link(actor), words(str(party)))
            for actor, party in status.parties.items()
        ),
        milestones,
    )


def _milestone_entry(
    path: tuple[str | int, ...],
    treaty: Treaty,
    milestone: Milestone,
    names: FactNames,
    *,
    is_later: bool,
) -> Entry:
    has_own_date = milestone.date or milestone.date_as_written
    effective = milestone.effective or milestone.effective_as_written
    return Entry(
        path,
        milestone.id and f"{treaty.id}#{milestone.id}",
        milestone.kind,
        words(milestone.kind),
        words(milestone.kind),
        _present(
            _text("count", milestone.count and f"{milestone.count} parties"),
            _facts("parties", milestone.parties, names),
            _facts("counterparties", milestone.counterparties, names, "towards"),
            _facts("by", milestone.by, names, "by"),
            _facts("to", milestone.to, names, "to"),
            _vote(milestone.vote, names),
            _facts("refused_by", milestone.refused_by, names, "refused by"),
            _text("effective", effective, "effective"),
            _text("place", milestone.place),
            _facts("event", milestone.event, names, "at"),
            _text("condition", milestone.condition),
            _facts("according_to", milestone.according_to, names, "according to"),
        ),
        _dates(milestone.date, milestone.date_as_written)
        if has_own_date
        else _dates(milestone.effective, milestone.effective_as_written),
        milestone.status,
        is_later,
    )


def _present(*details: Detail | None) -> tuple[Detail, ...]:
    return tuple(detail for detail in details if detail is not None)


def _text(member: str, value: object, label: str = "") -> Detail | None:
    return Detail(member, str(value), label) if value else None


def _facts(
    member: str, ids: Iterable[str] | str | None, names: FactNames, label: str = ""
) -> Detail | None:
    links = names.links([ids] if isinstance(ids, str) else ids or ())
    return Detail(member, ", ".join(link.text for link in links), label, links) if links else None


def _owners(actor: Organ | Unnamed, names: FactNames) -> Detail | None:
    """Return the owners of an actor that its name lacks: not for "Parliament of Hungary"."""
    name = name_of_actor(actor)
    owners = [actor.of] if isinstance(actor.of, str) else actor.of or ()
    others = [id for id in owners if not _has_words(name, names.link(id).text)]
    return _facts("of", others, names, "of")


def _has_words(text: str, words: str) -> bool:
    pattern = rf"(?<!\w){re.escape(fold(words))}(?!\w)"
    return re.search(pattern, fold(text), re.IGNORECASE) is not None


def _vote(vote: Vote | None, names: FactNames) -> Detail | None:
    if vote is None:
        return None
    links = list(names.links(vote.vetoed_by))
    parts = [f"vetoed by {', '.join(link.text for link in links)}"] if links else []
    for member, phrase in reversed(_VOTES):
        voters = getattr(vote, member)
        if isinstance(voters, int):
            parts.insert(0, f"{voters} {phrase}")
        elif voters:
            named = names.links(voters)
            parts.insert(0, f"{len(named)} {phrase} ({', '.join(link.text for link in named)})")
            links[:0] = named
    parts += [f"{vote.total} in total"] if vote.total else []
    parts += [f"{vote.required} required"] if vote.required else []
    return Detail("vote", ", ".join(parts), links=tuple(links))


def _dates(
    start: When | PartialDate | None,
    start_as_written: str | None,
    end: When | PartialDate | None = None,
    end_as_written: str | None = None,
) -> Dates | None:
    texts = [str(text) for text in (start or start_as_written, end or end_as_written) if text]
    return Dates(" to ".join(texts), start, end) if texts else None
