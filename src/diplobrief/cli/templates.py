"""What `new` starts from: complete small briefs, whose words the author replaces."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_NORTH: Final = {"id": "north", "kind": "state", "name": "Northland", "country": "XN"}
_SOUTH: Final = {"id": "south", "kind": "state", "name": "Southland", "country": "XS"}
_LONGEST_ID: Final = 64


def template(name: str, title: str | None, today: date) -> dict[str, Any]:
    """Return a template as plain data.

    Args:
        name: One of `TEMPLATES`.
        title: The title, as plain text; absent: the template's own.
        today: The day on which the brief is published; all other days are counted from it.
    """
    from diplobrief.text.plain import to_inline

    own_title, make = _TEMPLATES[name]
    shown = own_title if title is None else title
    head: dict[str, Any] = {"schema_version": "1.0"}
    slug = slug_of(shown)
    if slug:
        head["id"] = slug
    return {
        **head,
        "title": to_inline(shown),
        "language": "en",
        "published": today.isoformat(),
        "authors": [{"name": "Your Name"}],
        **make(today),
    }


def slug_of(title: str) -> str:
    """Return the id that a title suggests; empty where it has no Latin letters.

    Example:
        >>> slug_of("Traité sur le lac: l'étape suivante")
        'traite-sur-le-lac-l-etape-suivante'
    """
    plain = unicodedata.normalize("NFKD", title[:1000].casefold())
    marks_dropped = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub("[^a-z0-9]+", "-", marks_dropped).strip("-")[:_LONGEST_ID].strip("-")


def _note(today: date) -> dict[str, Any]:
    del today
    return {
        "topics": ["water"],
        "sections": [
            _section(
                "why_it_matters",
                "Why it matters",
                _paragraph("Say in two sentences what changes, and for whom."),
            ),
            _section(
                "driving_the_news",
                "Driving the news",
                _paragraph("Say what happened: who did what, when and where."),
            ),
            _section(
                "key_points",
                "Key points",
                _bullets("The first thing to remember.", "The second thing to remember."),
            ),
            _section("whats_next", "What's next", _paragraph("Name the next step that is known.")),
        ],
    }


def _readout(today: date) -> dict[str, Any]:
    held = today - timedelta(days=1)
    return {
        "actors": [_NORTH, _SOUTH, _VARGA, _LUND],
        "quotes": [
            {
                "speakers": ["varga"],
                "mode": "direct",
                "text": "We will not wait for another dry summer",
                "verb": "said",
                "stance": "urges",
                "about": ["call"],
                "said_on": held.isoformat(),
            }
        ],
        "events": [
            {
                "id": "call",
                "kind": "call",
                "status": "completed",
                "start": held.isoformat(),
                "participants": [
                    {"actor": "varga", "role": "initiator"},
                    {"actor": "lund"},
                ],
                "subject": "the level of the lake",
                "evidence": [{"exact": f"spoke by telephone on {_in_words(held)}"}],
            }
        ],
        "sections": [
            _section(
                "driving_the_news",
                "Driving the news",
                _paragraph(
                    "Ilona Varga, Foreign Minister of Southland, and Anders Lund, Foreign "
                    f"Minister of Northland, spoke by telephone on {_in_words(held)} about the "
                    "level of the lake."
                ),
            ),
            _section(
                "why_it_matters",
                "Why it matters",
                _paragraph("The lake waters the fields of both states, and no rule divides it."),
            ),
            _section(
                "saying",
                "What they're saying",
                _paragraph("“We will not wait for another dry summer,” Varga said."),
            ),
            _section(
                "whats_next", "What's next", _paragraph("Experts are to meet within the month.")
            ),
        ],
    }


def _treaty(today: date) -> dict[str, Any]:
    signed, vote = today - timedelta(days=45), today + timedelta(days=16)
    said = today - timedelta(days=1)
    return {
        "actors": [
            _NORTH,
            _SOUTH,
            {
                "id": "senate",
                "kind": "organ",
                "name": "Senate",
                "of": "north",
                "type": "upper_house",
            },
            _VARGA,
        ],
        "quotes": [
            {
                "speakers": ["varga"],
                "mode": "partial",
                "text": "a long winter",
                "verb": "spoke of",
                "stance": "warns",
                "about": ["lake"],
                "said_on": said.isoformat(),
                "cites": ["statement"],
            }
        ],
        "treaties": [
            {
                "id": "lake",
                "title": "Treaty on the Lake",
                "kind": "treaty",
                "parties": ["north", "south"],
                "entry_rules": [{"count": 2, "after": {"days": 30}}],
                "milestones": [
                    {
                        "id": "signed",
                        "kind": "signature",
                        "status": "completed",
                        "date": signed.isoformat(),
                        "parties": ["north", "south"],
                        "evidence": [{"exact": f"signed on {_in_words(signed)}"}],
                    },
                    {
                        "id": "vote",
                        "kind": "parliamentary_approval",
                        "status": "scheduled",
                        "date": vote.isoformat(),
                        "parties": ["north"],
                        "by": ["senate"],
                        "evidence": [{"exact": f"votes on it on {_in_words(vote)}"}],
                    },
                ],
                "evidence": [{"exact": "the Treaty on the Lake"}],
            }
        ],
        "sources": [
            {
                "id": "statement",
                "kind": "official_statement",
                "title": "Statement of the Foreign Minister",
                "publisher": "Foreign Ministry of Southland",
                "url": "https://example.org/statement",
                "published": said.isoformat(),
            }
        ],
        "sections": [
            _section(
                "why_it_matters",
                "Why it matters",
                _paragraph(
                    "Northland and Southland share the water, and until the Treaty on the Lake, "
                    f"signed on {_in_words(signed)}, binds both, neither may draw from it."
                ),
            ),
            _section(
                "saying",
                "What she's saying",
                _paragraph(
                    "Ilona Varga, Foreign Minister of Southland, spoke of “a long winter” if it "
                    "is put off again."
                ),
            ),
            _section(
                "key_points",
                "Key points",
                _bullets(
                    "It needs the consent of both states.",
                    "It takes effect thirty days after the second of them.",
                ),
            ),
            _section(
                "whats_next",
                "What's next",
                _paragraph(f"The Senate of Northland votes on it on {_in_words(vote)}."),
            ),
        ],
    }


_VARGA: Final = {
    "id": "varga",
    "kind": "person",
    "name": "Ilona Varga",
    "office": "Foreign Minister",
    "represents": "south",
}
_LUND: Final = {
    "id": "lund",
    "kind": "person",
    "name": "Anders Lund",
    "office": "Foreign Minister",
    "represents": "north",
}

_TEMPLATES: Final[dict[str, tuple[str, Callable[[date], dict[str, Any]]]]] = {
    "treaty": ("The lake treaty waits for the Senate", _treaty),
    "readout": ("A call about the lake", _readout),
    "note": ("Title of the brief", _note),
}

TEMPLATES: Final = tuple(_TEMPLATES)
"""The names of the templates."""


def _section(kind: str, heading: str, *content: dict[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "heading": heading, "content": list(content)}


def _paragraph(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "text": text}


def _bullets(*items: str) -> dict[str, Any]:
    return {"type": "bullets", "items": list(items)}


def _in_words(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
