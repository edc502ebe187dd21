"""The templates of `new`: small complete briefs whose text the author replaces."""

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
_MAX_ID_LENGTH: Final = 64


def template(name: str, title: str | None, today: date) -> dict[str, Any]:
    """Return a template as plain data.

    Args:
        name: One of `TEMPLATES`.
        title: The title, as plain text (default: the template's own title).
        today: The day of publication; all other dates are relative to it.
    """
    from diplobrief.text.plain import to_inline

    default_title, make = _TEMPLATES[name]
    plain_title = default_title if title is None else title
    head: dict[str, Any] = {"schema_version": "1.0"}
    slug = slug_of(plain_title)
    if slug:
        head["id"] = slug
    return {
        **head,
        "title": to_inline(plain_title),
        "language": "en",
        "published": today.isoformat(),
        "authors": [{"name": "Your Name"}],
        **make(today),
    }


def slug_of(title: str) -> str:
    """Return an id made from a title; empty if the title has no Latin letters or digits.

    Example:
        >>> slug_of("Traité sur le lac: l'étape suivante")
        'traite-sur-le-lac-l-etape-suivante'
    """
    plain = unicodedata.normalize("NFKD", title[:1000].casefold())
    without_marks = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub("[^a-z0-9]+", "-", without_marks).strip("-")[:_MAX_ID_LENGTH].strip("-")


def _note(today: date) -> dict[str, Any]:
    del today
    return {
        "topics": ["water"],
        "sections": [
            _section(
                "why_it_matters",
                "Why it matters",
                _paragraph("Explain in two sentences what changes, and for whom."),
            ),
            _section(
                "driving_the_news",
                "Driving the news",
                _paragraph("Describe what happened: who did what, when and where."),
            ),
            _section(
                "key_points",
                "Key points",
                _bullets("The first point to remember.", "The second point to remember."),
            ),
            _section("whats_next", "What's next", _paragraph("Name the next known step.")),
        ],
    }


def _readout(today: date) -> dict[str, Any]:
    call_day = today - timedelta(days=1)
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
                "said_on": call_day.isoformat(),
            }
        ],
        "events": [
            {
                "id": "call",
                "kind": "call",
                "status": "completed",
                "start": call_day.isoformat(),
                "participants": [
                    {"actor": "varga", "role": "initiator"},
                    {"actor": "lund"},
                ],
                "subject": "the level of the lake",
                "evidence": [{"exact": f"spoke by telephone on {_in_words(call_day)}"}],
            }
        ],
        "sections": [
            _section(
                "driving_the_news",
                "Driving the news",
                _paragraph(
                    "Ilona Varga, Foreign Minister of Southland, and Anders Lund, Foreign "
                    f"Minister of Northland, spoke by telephone on {_in_words(call_day)} about the "
                    "level of the lake."
                ),
            ),
            _section(
                "why_it_matters",
                "Why it matters",
                _paragraph(
                    "Farmers in both states depend on the lake, and no treaty divides its water."
                ),
            ),
            _section(
                "saying",
                "What they're saying",
                _paragraph("“We will not wait for another dry summer,” Varga said."),
            ),
            _section("whats_next", "What's next", _paragraph("Experts will meet within a month.")),
        ],
    }


def _treaty(today: date) -> dict[str, Any]:
    signed, vote = today - timedelta(days=45), today + timedelta(days=16)
    statement_day = today - timedelta(days=1)
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
                "said_on": statement_day.isoformat(),
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
                        "evidence": [{"exact": f"votes on the treaty on {_in_words(vote)}"}],
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
                "published": statement_day.isoformat(),
            }
        ],
        "sections": [
            _section(
                "why_it_matters",
                "Why it matters",
                _paragraph(
                    "Northland and Southland share the lake. Neither may draw water from it until "
                    f"the Treaty on the Lake, signed on {_in_words(signed)}, is in force."
                ),
            ),
            _section(
                "saying",
                "What she's saying",
                _paragraph(
                    "Ilona Varga, Foreign Minister of Southland, spoke of “a long winter” if the "
                    "vote is postponed again."
                ),
            ),
            _section(
                "key_points",
                "Key points",
                _bullets(
                    "It needs the consent of both states.",
                    "It enters into force thirty days after both have consented.",
                ),
            ),
            _section(
                "whats_next",
                "What's next",
                _paragraph(f"The Senate of Northland votes on the treaty on {_in_words(vote)}."),
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
    "readout": ("The ministers talk about the lake", _readout),
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
