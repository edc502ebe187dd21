"""The documents to measure. They are built in each run, and are always the same.

The briefs consist of our own sentences and of most kinds of facts, in the usual proportion. The
STIX bundle and the CycloneDX bill of materials contain what such documents usually contain. All
JSON is indented alike, so that bytes per second can be compared.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import cycle, islice
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from diplobrief import Brief, dumps

SIZES = {"4 KB": 4_000, "200 KB": 200_000}
"""The length of a document in bytes, as close as whole parts allow."""

_SENTENCES = (
    "The two delegations met behind closed doors and left without a common word.",
    "Whoever controls the upper river decides when the fields below are watered.",
    "The minister called the draft “a bridge with one bank”, and asked for more time.",
    "No date was set, but both sides spoke of the *second half* of the year.",
    "An earlier text had been signed in 1961; it expired before anybody had used it.",
    "The Senate wants to see the maps first, and the maps are not finished.",
    "Observers noted that neither capital denied the report of the third round.",
    "A joint commission is to meet every spring, in turn on either shore.",
    "Fishing, ferries and the power station are left to three further protocols.",
    "What the text does not say is who pays for the dam, and who repairs it.",
)


def _prose(start: int, count: int) -> str:
    return " ".join(islice(cycle(_SENTENCES), start, start + count))


def _part(number: int) -> dict[str, list[dict[str, object]]]:
    """Return the facts and sections of one part, with ids that no other part has."""
    north, south = f"north-{number}", f"south-{number}"
    senate, varga, lake = f"senate-{number}", f"varga-{number}", f"lake-{number}"
    gazette = f"gazette-{number}"
    return {
        "actors": [
            {"id": north, "kind": "state", "name": f"Northland {number}", "country": "XN"},
            {"id": south, "kind": "state", "name": f"Southland {number}", "country": "XS"},
            {"id": senate, "kind": "organ", "name": "Senate", "of": north, "type": "upper_house"},
            {"id": varga, "kind": "person", "name": "Ilona Varga", "represents": south},
        ],
        "quotes": [
            {
                "speakers": [varga],
                "mode": "partial",
                "text": "a bridge with one bank",
                "verb": "called",
                "stance": "criticizes",
                "about": [lake],
                "said_on": "2026-03-02",
            }
        ],
        "events": [
            {
                "kind": "call",
                "status": "completed",
                "start": "2026-03-03T09:30:00+01:00",
                "participants": [{"actor": north, "role": "initiator"}, {"actor": south}],
                "about": [lake],
            }
        ],
        "treaties": [
            {
                "id": lake,
                "title": f"Treaty on the Lake, part {number}",
                "kind": "treaty",
                "parties": [north, south],
                "entry_rules": [{"count": 2, "after": {"days": 30}}],
                "milestones": [
                    {
                        "id": "signed",
                        "kind": "signature",
                        "status": "completed",
                        "date": "2026-01-10",
                        "parties": [north, south],
                        "evidence": [{"exact": "An earlier text had been signed in 1961"}],
                        "cites": [gazette],
                    },
                    {
                        "kind": "parliamentary_approval",
                        "status": "scheduled",
                        "date": "2026-03",
                        "parties": [north],
                        "by": [senate],
                        "requires": ["signed"],
                        "vote": {"required": 51},
                    },
                ],
            }
        ],
        "sources": [
            {
                "id": gazette,
                "kind": "official_text",
                "title": "Official Gazette",
                "url": f"https://example.org/gazette/{number}",
                "published": "2026-01-11",
            }
        ],
        "sections": [
            {
                "kind": "why_it_matters",
                "heading": "Why it matters",
                "content": [
                    {"type": "paragraph", "text": _prose(number, 4)},
                    {"type": "paragraph", "text": _prose(number + 3, 3)},
                ],
            },
            {
                "kind": "key_points",
                "heading": "Key points",
                "content": [
                    {"type": "bullets", "items": [_prose(number + at, 1) for at in range(5)]},
                    # A quotation now and then; most briefs are paragraphs and lists.
                    *([{"type": "markdown", "text": "> " + _prose(number, 1)}] * (number % 4 == 3)),
                ],
            },
        ],
    }


def _assembled(parts: int) -> Brief:
    data: dict[str, Any] = {
        "schema_version": "1.0",
        "id": "lake-treaty",
        "title": "The lake treaty waits for the Senate",
        "language": "en",
        "published": "2026-03-04",
        "authors": [{"name": "M. Okafor"}],
    }
    for number in range(parts):
        for name, values in _part(number).items():
            data.setdefault(name, []).extend(values)
    return Brief.model_validate(data)


@cache
def brief(size: str) -> Brief:
    """Return a brief whose JSON has about this size."""
    return _assembled(_parts_for(SIZES[size], lambda parts: _written(_assembled(parts))))


@cache
def stix_bundle(size: str) -> str:
    """Return a STIX 2.1 bundle of about this size."""
    return _stix(_parts_for(SIZES[size], _stix))


@cache
def bill_of_materials(size: str) -> str:
    """Return a CycloneDX 1.6 bill of materials of about this size."""
    return _cyclonedx(_parts_for(SIZES[size], _cyclonedx))


def _parts_for(size: int, write) -> int:
    """Return the number of parts that comes closest to a size; all parts have about one length."""
    one, five = len(write(1).encode()), len(write(5).encode())
    return max(1, round((size - one) / ((five - one) / 4)) + 1)


def _written(brief: Brief) -> str:
    return dumps(brief, format="json")


def _stix(parts: int) -> str:
    def identifier(kind: str, number: int) -> str:
        return f"{kind}--{uuid5(NAMESPACE_URL, f'{kind}-{number}')}"

    times = {"created": "2026-03-04T09:30:00.000Z", "modified": "2026-03-04T09:30:00.000Z"}
    objects: list[dict[str, object]] = []
    for number in range(parts):
        actor = {"type": "identity", "spec_version": "2.1", "id": identifier("identity", number)}
        objects.append(
            {**actor, **times, "name": f"Northland {number}", "identity_class": "organization"}
        )
        report = {"type": "report", "spec_version": "2.1", "id": identifier("report", number)}
        objects.append(
            {
                **report,
                **times,
                "name": f"Lake {number}",
                "description": _prose(number, 5),
                "published": "2026-03-04T09:30:00Z",
                "object_refs": [actor["id"]],
            }
        )
    bundle = {"type": "bundle", "id": identifier("bundle", 0), "objects": objects}
    return json.dumps(bundle, indent=2)


def _cyclonedx(parts: int) -> str:
    components = [
        {
            "type": "library",
            "bom-ref": f"lake-{number}",
            "name": f"lake-{number}",
            "version": "1.0.0",
            "description": _prose(number, 4),
            "purl": f"pkg:pypi/lake-{number}@1.0.0",
            "licenses": [{"license": {"id": "Apache-2.0"}}],
            "hashes": [{"alg": "SHA-256", "content": f"{number:064x}"}],
        }
        for number in range(parts)
    ]
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
    return json.dumps({**head, "components": components}, indent=2)
