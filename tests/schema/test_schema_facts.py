"""The profile for the facts of a text: the limits of services, and what answers mean."""

from __future__ import annotations

import json
from typing import NamedTuple

import jsonschema_rs
import llguidance
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import diplobrief
from diplobrief.model.vocabulary import VOCABULARIES
from diplobrief.schema import facts_of_answer

SCHEMA = diplobrief.json_schema("facts")
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)


class Limits(NamedTuple):
    """What a service publishes about the schemas that it takes for structured output.

    A limit that a service does not publish is `None`.
    """

    page: str
    as_of: str
    keywords: frozenset[str]
    """Keywords that the page lists as supported."""
    members: int | None = None
    """Members of all objects together."""
    levels: int | None = None
    """Levels of nesting."""
    terms: int | None = None
    """Terms of all enumerations together."""
    characters: int | None = None
    """Characters of all names and terms together."""
    unions: int | None = None
    """Members with `anyOf` or several types."""
    optional: int | None = None
    """Members that are not required."""
    requires_all: bool = False
    """Whether every member must be required."""
    closes_all: bool = False
    """Whether every object must have `additionalProperties: false`."""


BASIC = frozenset(
    {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"}
    | {"description", "title"}
)
SERVICES = {
    "OpenAI": Limits(
        "https://developers.openai.com/api/docs/guides/structured-outputs",
        "2026-10-08",
        BASIC | {"$ref", "$defs", "const", "pattern", "format", "minimum", "maximum", "minItems"},
        members=5_000,
        levels=10,
        terms=1_000,
        characters=120_000,
        requires_all=True,
        closes_all=True,
    ),
    # The limits that OpenAI had until July 2025, and that others copied from there.
    "Azure OpenAI": Limits(
        "https://learn.microsoft.com/azure/ai-services/openai/how-to/structured-outputs",
        "2025-03-04",
        BASIC | {"$ref", "$defs", "const"},
        members=100,
        levels=5,
        requires_all=True,
        closes_all=True,
    ),
    "Anthropic": Limits(
        "https://platform.claude.com/docs/en/build-with-claude/structured-outputs",
        "2026-07-31",
        BASIC | {"$ref", "$defs", "const", "default", "allOf", "format"},
        unions=16,
        optional=24,
        closes_all=True,
    ),
    "Gemini": Limits(
        "https://ai.google.dev/gemini-api/docs/structured-output",
        "2026-10-02",
        BASIC | {"$ref", "$defs", "format", "minimum", "maximum", "minItems", "maxItems"},
    ),
    "Cohere": Limits(
        "https://docs.cohere.com/docs/structured-outputs",
        "2025-11-08",
        BASIC | {"$ref", "$defs", "const", "pattern", "format"},
        members=200,
    ),
}
MOST_MEMBERS = 100
"""The goal of this library, since some services only say that a large schema may be refused."""


def parts_of(form, level=1):
    """Yield each part of a schema with the number of objects and lists around it, and itself."""
    yield form, level
    for member in form.get("properties", {}).values():
        yield from parts_of(member, level + (member.get("type") in {"object", "array"}))
    if "items" in form:
        yield from parts_of(form["items"], level)
    for branch in form.get("anyOf", ()):
        yield from parts_of(branch, level)


PARTS = [*parts_of(SCHEMA)]
OBJECTS = [form for form, _ in PARTS if form.get("type") == "object"]
MEMBERS = [name for form in OBJECTS for name in form["properties"]]
TERMS = [term for form, _ in PARTS for term in form.get("enum", ())]


@pytest.mark.parametrize("limits", SERVICES.values(), ids=SERVICES)
def test_it_stays_within_the_published_limits(limits):
    within = {
        "members": len(MEMBERS),
        "levels": max(level for _, level in PARTS),
        "terms": len(TERMS),
        "characters": sum(map(len, (*MEMBERS, *TERMS))),
        "unions": sum("anyOf" in form for form, _ in PARTS),
        "optional": sum(len(form["properties"]) - len(form["required"]) for form in OBJECTS),
    }
    exceeded = {
        name: number
        for name, number in within.items()
        if getattr(limits, name) is not None and number > getattr(limits, name)
    }
    assert exceeded == {}
    assert {keyword for form, _ in PARTS for keyword in form} <= limits.keywords
    for form in OBJECTS:
        assert form["required"]
        assert form["required"] == list(form["properties"]) or not limits.requires_all
        assert form["additionalProperties"] is False or not limits.closes_all


def test_it_has_few_members_and_no_union_but_with_null():
    assert len(MEMBERS) <= MOST_MEMBERS
    assert SCHEMA["type"] == "object"
    for form, _ in PARTS:
        if "anyOf" in form:
            value, null = form["anyOf"]
            assert null == {"type": "null"}
            assert isinstance(value["type"], str)
        else:
            assert isinstance(form["type"], str)


def test_discriminators_come_first_and_passages_before_what_is_read_out_of_them():
    for form in OBJECTS:
        first, *others = form["properties"]
        assert first in {"kind", "mode", "choice", "actors"}
        assert "evidence" not in others or others[0] == "evidence"


def test_known_terms_are_all_asked_for_and_nothing_about_the_review_is():
    assert set(TERMS) >= {term.value for term in VOCABULARIES["MilestoneKind"]}
    assert {"provenance", "ignore", "rejected"}.isdisjoint(MEMBERS)


def test_an_engine_compiles_it():
    grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(SCHEMA))
    assert llguidance.LLMatcher.validate_grammar(grammar) == ""


ANSWER = {
    "actors": [
        {
            "kind": "state",
            "id": "north",
            "name": "Northland",
            "office": None,
            "country": "XN",
            "type": None,
            "of": [],
        },
        {
            "kind": "organ",
            "id": "senate",
            "name": "Senate",
            "office": None,
            "country": None,
            "type": "upper_house",
            "of": ["north"],
        },
        {
            "kind": "person",
            "id": "varga",
            "name": "Ilona Varga",
            "office": "Foreign Minister",
            "country": None,
            "type": None,
            "of": ["north"],
        },
        {
            "kind": "group",
            "id": "both",
            "name": "the two",
            "office": None,
            "country": None,
            "type": None,
            "of": ["senate", "varga"],
        },
        {
            "kind": "unnamed",
            "id": "aides",
            "name": "two aides",
            "office": None,
            "country": None,
            "type": None,
            "of": ["varga"],
        },
    ],
    "quotes": [
        {
            "mode": "partial",
            "evidence": ["spoke of “a long winter”"],
            "speakers": ["varga"],
            "verb": "spoke",
            "stance": "warns",
            "text": "a long winter",
            "continued": [],
            "addressees": [],
            "about": ["lake"],
            "said_on": None,
        }
    ],
    "events": [
        {
            "kind": "talks",
            "evidence": ["Talks go on"],
            "id": "talks",
            "title": None,
            "status": "ongoing",
            "start": "2026-03",
            "start_as_written": "since March",
            "place": "Geneva",
            "participants": ["north"],
            "about": ["lake"],
            "according_to": ["aides"],
        }
    ],
    "treaties": [
        {
            "kind": "treaty",
            "id": "lake",
            "title": "Treaty on the Lake",
            "parties": ["north"],
            "milestones": [
                {
                    "kind": "parliamentary_approval",
                    "evidence": ["The Senate approved it"],
                    "status": "completed",
                    "date": "2026-03-20",
                    "date_as_written": None,
                    "parties": [],
                    "by": ["senate"],
                    "to": [],
                    "votes": [
                        {"choice": "in_favour", "number": 60},
                        {"choice": "total", "number": 100},
                    ],
                    "refused_by": [],
                    "according_to": [],
                }
            ],
        }
    ],
    "acts": [
        {
            "kind": "protest",
            "evidence": ["Northland protested"],
            "id": "protest",
            "title": None,
            "status": "completed",
            "date": None,
            "date_as_written": "on Monday",
            "issued_by": ["north"],
            "targets": [],
            "refused_by": [],
            "according_to": [],
        }
    ],
}


def brief_of(answer):
    """Return the brief that consists of the facts of an answer."""
    facts = {name: each for name, each in facts_of_answer(answer).items() if each}
    return diplobrief.Brief.model_validate({"schema_version": "1.0", "sections": [], **facts})


def test_an_answer_has_the_members_of_the_model():
    assert VALIDATOR.is_valid(ANSWER)
    brief = brief_of(ANSWER)
    assert brief.actor("varga").represents == "north"
    assert brief.actor("senate").of == "north"
    assert brief.actor("both").members == ("senate", "varga")
    assert brief.actor("aides").description == "two aides"
    assert brief.actor("aides").of == ("varga",)
    assert brief.quotes[0].evidence[0].exact == "spoke of “a long winter”"
    assert brief.events[0].participants[0].actor == "north"
    milestone = brief.treaties[0].milestones[0]
    assert (milestone.vote.in_favour, milestone.vote.total) == (60, 100)
    assert milestone.parties == ()


def answer_with(**actor):
    return {"actors": [{**ANSWER["actors"][1], **actor}, ANSWER["actors"][0]]}


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        ({"actors": ["north"]}, ("actors", 0)),
        (answer_with(of=["nobody"]), ("actors", 0, "of")),
        (answer_with(of=["north", "north"]), ("actors", 0, "of")),
        (answer_with(kind="state", of=["north"]), ("actors", 0, "type")),
        (
            {"acts": [{"kind": "law", "votes": [{"choice": "against", "number": 1}] * 2}]},
            ("acts", 0, "vote"),
        ),
    ],
)
def test_what_does_not_fit_is_left_to_validation(answer, path):
    with pytest.raises(ValidationError) as caught:
        brief_of(answer)
    assert path in [finding.path for finding in diplobrief.findings_of(caught.value)]


def values_of(form):
    """Generate any value that a schema of this profile allows."""
    if "anyOf" in form:
        return st.one_of(map(values_of, form["anyOf"]))
    match form["type"]:
        case "object":
            members = {name: values_of(member) for name, member in form["properties"].items()}
            return st.fixed_dictionaries(members)
        case "array":
            return st.lists(values_of(form["items"]), max_size=2)
        case "string":
            return st.sampled_from(form["enum"]) if "enum" in form else st.text(max_size=3)
        case "integer":
            return st.integers()
        case _:
            return st.none()


TEXT = "# Talks\n\nVarga spoke of “a long winter”. The Senate approved it on March 20, 2026.\n"


@given(values_of(SCHEMA))
def test_any_answer_in_the_profile_can_be_read(answer):
    brief = diplobrief.loads(TEXT, format="markdown").replace(language="nb")
    read = diplobrief.suggest(brief, model=lambda *_: json.dumps(answer))
    assert diplobrief.check(read, select=["EVD"]) == []
