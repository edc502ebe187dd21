"""Handwritten cases: complete briefs."""

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
            "a vote with numbers and names",
            _brief(acts=[{"kind": "resolution", "vote": {"in_favour": 14, "against": ["north"]}}]),
        ),
        right("extension members", _brief(**{"x-desk": {"n": None}}, actors=[{**_NORTH, "x-": 1}])),
        right(
            "violations of integrity rules only: a duplicate id, a reference to an unknown id",
            _brief(actors=[_NORTH, _NORTH], acts=[{"kind": "law", "issued_by": ["nobody"]}]),
        ),
        wrong("the version of a newer minor format", _brief() | {"schema_version": "1.1"}),
        wrong("the version of a newer major format", _brief() | {"schema_version": "2.0"}),
        wrong("the version as a number", _brief() | {"schema_version": 1.0}),
        wrong("the version without its minor part", _brief() | {"schema_version": "1"}),
        wrong("the version with a line end at the end", _brief() | {"schema_version": "1.0\n"}),
        wrong("a member that is null", _brief(title=None)),
        wrong("an empty list of facts", _brief(quotes=[])),
        wrong("a fact without its list", _brief(actors=_NORTH)),
        wrong("a list that begins with null", _brief(actors=[None, _NORTH])),
        wrong("a section without content", _brief(sections=[{"kind": "lede"}])),
        wrong("a string instead of a section", _brief(sections=["Talks began."])),
        wrong(
            "a milestone of an unknown kind",
            _brief(treaties=[{**_LAKE, "milestones": [{**_SIGNED, "kind": "signing"}]}]),
        ),
        wrong("29 February of a year that is not a leap year", _brief(published="2025-02-29")),
        right("another text in $schema", _brief(**{"$schema": "./brief.schema.json"})),
        wrong("a number in $schema", _brief(**{"$schema": 1})),
        wrong(
            "an extension member in a block, where it is not allowed",
            _brief(sections=[{**_LEDE, "content": [{"type": "paragraph", "text": "a", "x-a": 1}]}]),
        ),
        wrong(
            "a boolean instead of a number",
            _brief(actors=[{"id": "a", "kind": "group", "name": "The E3", "size": True}]),
        ),
    ),
}
