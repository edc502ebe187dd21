"""A brief as a page for the terminal: the narrative, then the facts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from diplobrief.diagnostics.terminal_text import width
from diplobrief.model import Bullets, Markdown, Numbered, Organ, Person, Unnamed
from diplobrief.text.plain import to_plain
from diplobrief.treaties import Days, timeline, treaty_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diplobrief.model import Act, Actor, Block, Brief, Event, Milestone, Quote, Source, Treaty
    from diplobrief.views.terminal import Paper

_F = TypeVar("_F")
_INDENT: Final = 2
_WIDEST_DATE: Final = 26


def page_of(brief: Brief, paper: Paper, on: str | None = None) -> None:
    """Write a brief on paper.

    Args:
        brief: The brief.
        paper: What it is written on.
        on: The day on which the treaties are looked at; absent: the brief's own.
    """
    names = _names(brief)
    _head(brief, paper)
    for section in brief.sections:
        if section.heading or section.kind != "lede":
            paper.heading(to_plain(section.heading) if section.heading else _words(section.kind))
        for block in section.content:
            paper.space()
            _block(block, paper)
    _list("Actors", brief.actors, _actor, names, paper)
    _list("Quotes", brief.quotes, _quote, names, paper)
    _list("Events", brief.events, _event, names, paper)
    _list("Treaties", brief.treaties, partial(_treaty, brief, on), names, paper)
    _list("Acts", brief.acts, _act, names, paper)
    _list("Sources", brief.sources, _source, names, paper)


class _Names(dict[str, str]):
    """How facts are called, by id; an id without a name is its own."""

    def __missing__(self, reference: str) -> str:
        return reference

    def of(self, references: Iterable[str]) -> str:
        return ", ".join(self[reference] for reference in references)


def _names(brief: Brief) -> _Names:
    names = _Names()
    for actor in brief.actors:
        names[actor.id] = _name_of(actor)
    for treaty in brief.treaties:
        names[treaty.id] = treaty.short_title or treaty.title
        for step in treaty.milestones:
            names[f"{treaty.id}#{step.id}"] = f"{_words(step.kind)} of {names[treaty.id]}"
    for source in brief.sources:
        names[source.id] = source.title or source.publisher or source.url or source.id
    for event in brief.events:
        names[event.id or ""] = event.title or _words(event.kind)
    for act in brief.acts:
        names[act.id or ""] = act.title or _words(act.kind)
    return names


def _list(
    title: str,
    facts: Iterable[_F],
    write: Callable[[_F, _Names, Paper], None],
    names: _Names,
    paper: Paper,
) -> None:
    for index, fact in enumerate(facts):
        if index == 0:
            paper.heading(title)
            paper.space()
        write(fact, names, paper)


def _head(brief: Brief, paper: Paper) -> None:
    if brief.title:
        paper.write(to_plain(brief.title), style="title")
    if brief.subtitle:
        paper.write(to_plain(brief.subtitle))
    dateline = brief.dateline
    day = brief.day or brief.published_as_written or (dateline and dateline.date_as_written)
    authors = ", ".join(author.name for author in brief.authors)
    about = [dateline and dateline.place, day, authors and f"by {authors}", brief.publisher]
    _aside(about, paper, indent=0)
    if brief.handling:
        embargo = brief.handling.embargo_until
        marks = [brief.handling.tlp, brief.handling.marking]
        paper.write(
            _joined([*marks, embargo and f"not to be published before {embargo}"], paper),
            style="warning",
        )


def _block(block: Block, paper: Paper) -> None:
    if isinstance(block, Markdown):
        paper.verbatim(block.text, indent=_INDENT)
    elif isinstance(block, Bullets):
        for item in block.items:
            paper.write(to_plain(item), mark=f"{paper.signs['bullet']} ", indent=_INDENT)
    elif isinstance(block, Numbered):
        for number, item in enumerate(block.items, block.start):
            paper.write(to_plain(item), mark=f"{number}. ", indent=_INDENT)
    else:
        paper.write(to_plain(block.text), indent=_INDENT)


def _actor(actor: Actor, names: _Names, paper: Paper) -> None:
    said: list[str | None] = []
    if isinstance(actor, Person):
        said = [actor.office, actor.represents and f"for {names[actor.represents]}"]
    elif isinstance(actor, Organ | Unnamed):
        said = [actor.of and f"of {names[actor.of]}"]
    elif actor.kind == "group":
        said = [names.of(actor.members)]
    about = ", ".join(part for part in said if part)
    aside = about or _words(actor.kind)
    paper.write(
        f"{_name_of(actor)} {paper.signs['dash']} {aside}",
        mark=f"{paper.signs['bullet']} ",
        indent=_INDENT,
    )


def _quote(quote: Quote, names: _Names, paper: Paper) -> None:
    paper.space()
    paper.write(names.of(quote.speakers), indent=_INDENT, style="name")
    signs = paper.signs
    if quote.mode == "indirect":
        paper.write(quote.text, indent=2 * _INDENT)
    else:
        paper.write(f"{signs['open']}{quote.text}{signs['close']}", indent=2 * _INDENT)
    about = names.of(quote.about) or quote.subject
    stance = quote.stance and _words(quote.stance)
    said = [
        quote.mode,
        stance,
        about and f"about {about}",
        quote.addressees and f"to {names.of(quote.addressees)}",
        quote.said_on or quote.said_on_as_written,
        quote.venue,
    ]
    _aside(said, paper, indent=2 * _INDENT)


def _event(event: Event, names: _Names, paper: Paper) -> None:
    said = [
        event.title and _words(event.kind),
        names.of(participant.actor for participant in event.participants),
        event.place,
        _status(event.status),
        event.outcome,
    ]
    days = [event.start or event.start_as_written, event.end or event.end_as_written]
    day = " to ".join(str(part) for part in days if part)
    _dated(day, event.status, event.title or _words(event.kind), said, paper)


def _act(act: Act, names: _Names, paper: Paper) -> None:
    said = [
        act.title and _words(act.kind),
        act.issued_by and f"by {names.of(act.issued_by)}",
        act.targets and f"against {names.of(act.targets)}",
        _status(act.status),
    ]
    day = act.date or act.date_as_written
    _dated(day, act.status, act.title or _words(act.kind), said, paper)


def _source(source: Source, names: _Names, paper: Paper) -> None:
    title = names[source.id]
    rest = [source.publisher, source.published or source.published_as_written, source.url]
    said = _joined([title, *(part for part in rest if part != title)], paper)
    paper.write(said, mark=f"{paper.signs['bullet']} ", indent=_INDENT)


def _treaty(brief: Brief, on: str | None, treaty: Treaty, names: _Names, paper: Paper) -> None:
    paper.space()
    paper.write(treaty.title, indent=_INDENT, style="name")
    status = treaty_status(brief, treaty.id, on)
    stage = _words(str(status))
    day = on or brief.day
    _aside([_words(treaty.kind), f"{stage} (as of {day})" if day else stage], paper)
    _aside(
        [f"{names[actor]}: {_words(str(party))}" for actor, party in status.parties.items()], paper
    )
    asked = Days.of(on) if on else Days()
    ordered = timeline(treaty)
    later = [step.days is not None and step.days.first > asked.last for step in ordered]
    steps = [step.milestone for step in ordered]
    column = max((width(_day_of(step)) for step in steps), default=0)
    for step, is_later in zip(steps, later, strict=True):
        said = [
            step.count and f"{step.count} parties",
            names.of(step.parties),
            step.by and f"by {names.of(step.by)}",
            "later" if is_later else _status(step.status),
            step.effective and f"effective {step.effective}",
            step.place,
            step.condition,
        ]
        sign = None if is_later else step.status
        _dated(_day_of(step), sign, _words(step.kind), said, paper, column)


def _dated(
    day: str | None,
    status: str | None,
    what: str,
    said: Iterable[object],
    paper: Paper,
    column: int = 10,
) -> None:
    day = str(day or "")
    column = min(max(column, 10), _WIDEST_DATE)
    mark = f"{paper.signs.get(status or '', ' ')} {day}{' ' * (column - width(day))}  "
    paper.write(_joined([what, *said], paper), mark=mark, indent=_INDENT, style=status or "")


def _day_of(step: Milestone) -> str:
    return str(step.date or step.date_as_written or step.effective or "")


def _aside(parts: Iterable[object], paper: Paper, *, indent: int = _INDENT) -> None:
    said = _joined(parts, paper)
    if said:
        paper.write(said, indent=indent, style="aside")


def _joined(parts: Iterable[object], paper: Paper) -> str:
    return f" {paper.signs['dot']} ".join(str(part) for part in parts if part)


def _status(status: str | None) -> str | None:
    """Return a status where it says more than that something happened."""
    return None if status == "completed" else status


def _name_of(actor: Actor) -> str:
    if isinstance(actor, Unnamed):
        return actor.description
    if isinstance(actor, Person) and actor.honorific:
        return f"{actor.honorific} {actor.name}"
    return actor.name


def _words(term: str | None) -> str:
    """Return a term of a vocabulary as words."""
    return (term or "").removeprefix("x-").replace("_", " ").replace("-", " ")
