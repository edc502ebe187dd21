"""Cases by hand: whole briefs."""

from __future__ import annotations

from typing import Final

from scripts.conformance.case import Case, right, wrong

_LEDE: Final = {"kind": "lede", "content": [{"type": "paragraph", "text": "Talks began."}]}
_NORTH: Final = {"id": "north", "kind": "state", "name": "Northland"}
_SIGNED: Final = {"kind": "signature", "status": "completed"}
_LAKE: Final = {"id": "lake", "title": "Treaty on the Lake", "kind": "treaty"}


def _brief(**members: object) -> dict[str, object]:
    return {"schema_version": "1.0", **members, "sections": members.get("sections", [_LEDE])}


CASES: Final[dict[str, tuple[Case, ...]]] = {
    "Brief": (
        right("a narrative without facts", _brief()),
        right("two languages", _brief(sections=[_LEDE, {**_LEDE, "language": "fr"}])),
        right("facts without narrative", _brief(actors=[_NORTH], sections=[])),
        right("a treaty with a milestone", _brief(treaties=[{**_LAKE, "milestones": [_SIGNED]}])),
        right(
            "a vote in numbers and by name",
            _brief(acts=[{"kind": "resolution", "vote": {"in_favour": 14, "against": ["north"]}}]),
        ),
        right("extension members", _brief(**{"x-desk": {"n": None}}, actors=[{**_NORTH, "x-": 1}])),
        right(
            "what only the integrity of a brief forbids: an id twice, a reference to nothing",
            _brief(actors=[_NORTH, _NORTH], acts=[{"kind": "law", "issued_by": ["nobody"]}]),
        ),
        wrong("the version of a newer minor format", _brief() | {"schema_version": "1.1"}),
        wrong("the version of a newer major format", _brief() | {"schema_version": "2.0"}),
        wrong("the version as a number", _brief() | {"schema_version": 1.0}),
        wrong("the version without its minor part", _brief() | {"schema_version": "1"}),
        wrong("the version and a line end", _brief() | {"schema_version": "1.0\n"}),
        wrong("a member that is null", _brief(title=None)),
        wrong("a list of facts with nothing in it", _brief(quotes=[])),
        wrong("one fact that is in no list", _brief(actors=_NORTH)),
        wrong("a list that begins with null", _brief(actors=[None, _NORTH])),
        wrong("a section without content", _brief(sections=[{"kind": "lede"}])),
        wrong("a section that is a text", _brief(sections=["Talks began."])),
        wrong(
            "a milestone of a kind that is not known",
            _brief(treaties=[{**_LAKE, "milestones": [{**_SIGNED, "kind": "signing"}]}]),
        ),
        wrong("29 February of a year that is no leap year", _brief(published="2025-02-29")),
        wrong("another format in $schema", _brief(**{"$schema": "https://example.org/a.json"})),
        wrong(
            "an extension member in a block, which has none",
            _brief(sections=[{**_LEDE, "content": [{"type": "paragraph", "text": "a", "x-a": 1}]}]),
        ),
        wrong(
            "a boolean for a number",
            _brief(actors=[{"id": "a", "kind": "group", "name": "The E3", "size": True}]),
        ),
    ),
}
