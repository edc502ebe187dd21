"""What holds within a brief as a whole: every violation is found, at once, at its own path."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from diplobrief.commonmark import is_single_block
from diplobrief.model import Brief
from diplobrief.model.integrity import require_integrity, violations_of
from diplobrief.model.integrity_rules import _QUOTED_WORDS, INTEGRITY_CODES
from diplobrief.testing import brief_data, briefs

ACTORS = {
    "n": {"id": "n", "kind": "state", "name": "N"},
    "p": {"id": "p", "kind": "person", "name": "P"},
    "o": {"id": "o", "kind": "organ", "name": "O"},
    "b": {"id": "b", "kind": "organization", "name": "B"},
    "g": {"id": "g", "kind": "group", "name": "G"},
    "u": {"id": "u", "kind": "unnamed", "description": "U"},
}
FACTS = {
    "schema_version": "1.0",
    "actors": [*ACTORS.values()],
    "quotes": [{"id": "q", "speakers": ["p"], "mode": "direct", "text": "T"}],
    "events": [{"id": "e", "kind": "call"}],
    "treaties": [
        {
            "id": "t",
            "title": "T",
            "kind": "treaty",
            "milestones": [
                {"id": "m", "kind": "signature", "status": "completed"},
                {"kind": "ratification", "status": "expected"},
            ],
        },
        {
            "id": "t2",
            "title": "T2",
            "kind": "treaty",
            "milestones": [{"id": "k", "kind": "signature", "status": "completed"}],
        },
    ],
    "acts": [{"id": "a", "kind": "law"}],
    "sources": [{"id": "s", "title": "S"}],
    "sections": [],
}
EVERY_ID = ["n", "p", "o", "b", "g", "u", "q", "e", "t", "t#m", "t2", "t2#k", "a", "s"]
ACTOR_IDS = {"n", "p", "o", "b", "g", "u"}
BODIES = {"n", "o", "b", "g"}
MILESTONES = {"t#m", "t2#k"}


def with_value(path, value):
    """Return the facts with a member set, containers on the way made where they are missing."""
    brief = copy.deepcopy(FACTS)
    place = brief
    for step in path[:-1]:
        place = place[step] if isinstance(step, int) else place.setdefault(step, {})
    place[path[-1]] = value
    return brief


def violations(data):
    """Return the code and path of every violation."""
    try:
        Brief.model_validate(data)
    except ValidationError as error:
        return [(found["type"], found["loc"]) for found in error.errors()]
    return []


Q, E, T, A, S = ("quotes", 0), ("events", 0), ("treaties", 0), ("acts", 0), ("sources", 0)
M = (*T, "milestones", 1)
PLACES = [
    (("actors", 1, "represents"), BODIES, False),
    (("actors", 2, "of"), BODIES, False),
    (("actors", 4, "members"), ACTOR_IDS, True),
    (("actors", 5, "of"), ACTOR_IDS, True),
    (("actors", 0, "cites"), {"s"}, True),
    ((*Q, "speakers"), {*ACTOR_IDS, "t", "t2", "a"}, True),
    ((*Q, "about"), {*EVERY_ID}, True),
    ((*Q, "on_behalf_of"), ACTOR_IDS, False),
    ((*Q, "event"), {"e"}, False),
    ((*Q, "addressees"), ACTOR_IDS, True),
    ((*Q, "translated_by"), ACTOR_IDS, True),
    ((*E, "part_of"), {"e"}, False),
    ((*E, "about"), {*EVERY_ID}, True),
    ((*E, "according_to"), ACTOR_IDS, True),
    ((*T, "parties"), ACTOR_IDS, True),
    ((*T, "depositary"), ACTOR_IDS, False),
    ((*M, "parties"), ACTOR_IDS, True),
    ((*M, "counterparties"), ACTOR_IDS, True),
    ((*M, "by"), ACTOR_IDS, True),
    ((*M, "toward"), {*MILESTONES, "m"}, False),
    ((*M, "reverses"), {*MILESTONES, "m"}, True),
    ((*M, "requires"), {*MILESTONES, "m"}, True),
    ((*M, "event"), {"e"}, False),
    ((*M, "cites"), {"s"}, True),
    ((*M, "vote", "in_favour"), ACTOR_IDS, True),
    ((*M, "vote", "against"), ACTOR_IDS, True),
    ((*M, "vote", "abstained"), ACTOR_IDS, True),
    ((*M, "vote", "absent"), ACTOR_IDS, True),
    ((*M, "vote", "vetoed_by"), ACTOR_IDS, True),
    ((*A, "issued_by"), ACTOR_IDS, True),
    ((*A, "sponsors"), ACTOR_IDS, True),
    ((*A, "targets"), ACTOR_IDS, True),
    ((*A, "in_response_to"), {*EVERY_ID}, True),
    ((*A, "event"), {"e"}, False),
    ((*A, "refused_by"), ACTOR_IDS, True),
    ((*A, "according_to"), ACTOR_IDS, True),
    ((*S, "derived_from"), {"s"}, True),
]


@pytest.mark.parametrize(
    ("path", "fitting", "many"), PLACES, ids=[".".join(map(str, p[0])) for p in PLACES]
)
def test_a_reference_names_a_fact_of_a_fitting_kind(path, fitting, many):
    for name in (*EVERY_ID, "m", "k", "nobody", "t#k", "t2#m", "n#m", "nobody#m"):
        found = violations(with_value(path, [name] if many else name))
        where = (*path, 0) if many else path
        if name in fitting:
            assert found == []
        elif name in EVERY_ID:
            assert found == [("reference_kind", where)]
        else:
            assert found == [("reference_unknown", where)]


def test_references_deep_within_a_fact_are_held_too():
    data = copy.deepcopy(FACTS)
    data["events"][0]["participants"] = [{"actor": "n"}, {"actor": "e"}]
    data["treaties"][0]["entry_rules"] = [
        {"named": ["x"]},
        {"shares": [{"party": "y", "percent": 1}]},
    ]
    data["treaties"][0]["exit_rules"] = [{"named": ["n", "s"]}]
    data["treaties"][0]["milestones"][0]["evidence"] = [
        {"exact": "a"},
        {"exact": "b", "source": "n"},
    ]
    data["acts"][0]["vote"] = {"in_favour": ["n", "t"], "against": 3}
    assert violations(data) == [
        ("reference_kind", (*E, "participants", 1, "actor")),
        ("reference_unknown", (*T, "entry_rules", 0, "named", 0)),
        ("reference_unknown", (*T, "entry_rules", 1, "shares", 0, "party")),
        ("reference_kind", (*T, "exit_rules", 0, "named", 1)),
        ("reference_kind", (*T, "milestones", 0, "evidence", 1, "source")),
        ("reference_kind", (*A, "vote", "in_favour", 1)),
    ]


@pytest.mark.parametrize("other", ["quotes", "events", "treaties", "acts", "sources"])
def test_an_id_is_given_once_across_all_kinds(other):
    data = copy.deepcopy(FACTS)
    data[other][0]["id"] = "n"
    assert ("id_duplicate", (other, 0, "id")) in violations(data)


def test_an_id_that_is_given_three_times_is_reported_twice():
    state = ACTORS["n"]
    data = {"schema_version": "1.0", "actors": [state, state, state], "sections": []}
    assert violations(data) == [
        ("id_duplicate", ("actors", 1, "id")),
        ("id_duplicate", ("actors", 2, "id")),
    ]


def test_a_milestone_has_its_id_within_its_treaty():
    data = copy.deepcopy(FACTS)
    data["treaties"][1]["milestones"][0]["id"] = "m"
    data["treaties"][0]["milestones"][1]["id"] = "n"
    data["quotes"][0]["about"] = ["t#m", "t2#m", "t#n", "n"]
    assert violations(data) == []
    data["treaties"][0]["milestones"][1]["id"] = "m"
    assert violations(data)[0] == ("id_duplicate", (*T, "milestones", 1, "id"))


def test_within_its_treaty_a_milestone_goes_before_a_fact_of_the_same_id():
    data = copy.deepcopy(FACTS)
    data["treaties"][0]["milestones"][0]["id"] = "n"
    data["treaties"][0]["milestones"][1].update(requires=["n"], parties=["n"])
    assert violations(data) == []
    data["treaties"][1]["milestones"][0]["requires"] = ["n"]
    assert violations(data) == [("reference_kind", ("treaties", 1, "milestones", 0, "requires", 0))]


RANGES = [
    ("published",),
    ("updated",),
    ("dateline", "date"),
    ("quotes", 0, "said_on"),
    ("events", 0, "start"),
    ("events", 0, "end"),
    ("treaties", 0, "milestones", 0, "date"),
    ("treaties", 0, "milestones", 0, "effective"),
    ("acts", 0, "date"),
    ("acts", 0, "until"),
    ("sources", 0, "published"),
    ("sources", 0, "retrieved"),
]


@pytest.mark.parametrize("path", RANGES, ids=[".".join(map(str, path)) for path in RANGES])
def test_a_range_does_not_end_before_it_begins(path):
    assert violations(with_value(path, "[2025-05-10..2025-05-01]")) == [("range_order", path)]
    for good in ("[2025-05-01..2025-05-10]", "[2025..2025]", "[..2025]", "[2025..]", "2025~"):
        assert violations(with_value(path, good)) == []


def test_a_range_in_a_rule_is_held_too():
    data = with_value((*T, "entry_rules"), [{"not_before": "[2026..2025]"}])
    assert violations(data) == [("range_order", (*T, "entry_rules", 0, "not_before"))]


@pytest.mark.parametrize(
    "text", ["a plain paragraph", "> a\n\n> b", "```\nopen", "- a", "## H", " "]
)
def test_a_markdown_block_is_one_whole_block_that_needs_to_be_kept(text):
    fine, wrong = {"type": "markdown", "text": "> a"}, {"type": "markdown", "text": text}
    data = {**FACTS, "sections": [{"kind": "lede", "content": [fine, wrong]}]}
    assert violations(data) == [("block_invalid", ("sections", 0, "content", 1, "text"))]


@pytest.mark.parametrize("heading", ["Why it matters", "WHY IT MATTERS", "What she’s saying"])
def test_a_heading_that_is_a_label_needs_a_kind(heading):
    bare = {"heading": heading, "content": []}
    assert violations({**FACTS, "sections": [bare]}) == [("kind_missing", ("sections", 0))]
    assert violations({**FACTS, "sections": [{"kind": "x-other", **bare}]}) == []


@pytest.mark.parametrize("path", [(), ("actors", 0), Q, M], ids=["brief", "actor", "quote", "step"])
def test_the_former_name_of_ignore_is_refused(path):
    assert violations(with_value((*path, "x-waive"), ["CHR001"])) == [
        ("member_renamed", (*path, "x-waive"))
    ]
    assert violations(with_value((*path, "ignore"), [{"code": "CHR001"}])) == []


def test_all_violations_come_at_once_each_with_its_own_path_in_the_order_of_the_model():
    data = copy.deepcopy(FACTS)
    data["sections"] = [
        {"heading": "Why it matters", "content": [{"type": "markdown", "text": "plain"}]}
    ]
    data["sources"].append({"id": "n", "title": "S2"})
    data["quotes"][0].update(speakers=["nobody", "p", "e"], event="n", said_on="[2025..2024]")
    data["published"] = "[2025..2024]"
    data["x-waive"] = "CHR001"
    found = violations(data)
    assert found[0] == ("id_duplicate", ("sources", 1, "id"))
    assert found[1:] == [
        ("member_renamed", ("x-waive",)),
        ("range_order", ("published",)),
        ("reference_unknown", (*Q, "speakers", 0)),
        ("reference_kind", (*Q, "speakers", 2)),
        ("range_order", (*Q, "said_on")),
        ("reference_kind", (*Q, "event")),
        ("kind_missing", ("sections", 0)),
        ("block_invalid", ("sections", 0, "content", 0, "text")),
    ]
    assert {code for code, _ in found} == set(INTEGRITY_CODES)


def test_a_violation_says_what_was_found_and_what_was_expected():
    with pytest.raises(ValidationError) as caught:
        Brief.model_validate(with_value((*Q, "event"), "n"))
    (error,) = caught.value.errors()
    assert error["input"] == "n"
    assert error["ctx"] == {"value": "n", "kind": "state", "expected": "an event"}
    assert error["msg"] == "n is of kind state; expected an event"


def test_shape_is_reported_before_integrity_is_asked():
    data = with_value((*Q, "event"), "nobody")
    data["title"] = ""
    assert violations(data) == [("form_wrong", ("title",))]


def test_a_changed_copy_is_held_to_integrity():
    brief = Brief.model_validate(FACTS)
    with pytest.raises(ValidationError, match="nobody"):
        brief.replace(quotes=(brief.quotes[0].replace(event="nobody"),))
    with pytest.raises(ValidationError, match="No fact of this brief"):
        brief.model_copy(update={"actors": ()})


def is_quickly_found_sound(brief):
    try:
        return require_integrity(brief) > 0
    except ValidationError:
        return False


@given(st.from_regex(_QUOTED_WORDS, fullmatch=True))
def test_a_quotation_of_words_alone_is_a_whole_block(text):
    assert is_single_block(text)


@given(briefs())
def test_a_valid_brief_has_no_violation_and_is_found_so_at_once(brief):
    assert is_quickly_found_sound(brief)
    assert violations_of(brief) == []


def _strings(value, path=()):
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if not str(step).startswith("x-"):
                yield from _strings(inner, (*path, step))


@given(st.data(), brief_data())
def test_the_quick_answer_is_the_slow_one(data, plain):
    """Change any one string to an id, a reference or a range; both looks then agree."""
    plain = copy.deepcopy(plain)
    places = [*_strings(plain)]
    for path in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=4)):
        place = plain
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = data.draw(
            st.sampled_from(["a", "north", "lake#signed", "signed", "nobody", "[2025..2024]"])
        )
    try:
        brief = Brief.model_validate(plain)
    except ValidationError as error:
        assert error.error_count() > 0
        if not {found["type"] for found in error.errors()} <= set(INTEGRITY_CODES):
            return
        brief = _without_validation(plain)
        assert not is_quickly_found_sound(brief)
        slow = [(found["type"].type, found["loc"]) for found in violations_of(brief)]
        assert slow == [(found["type"], found["loc"]) for found in error.errors()]
    else:
        assert is_quickly_found_sound(brief)


def _without_validation(plain):
    """Return the brief as it is when integrity is asked."""
    parts = {name: getattr(_LooseBrief.model_validate(plain), name) for name in Brief.model_fields}
    return Brief.model_construct(_fields_set=set(plain) & set(Brief.model_fields), **parts)


class _LooseBrief(Brief):
    def _keeps_integrity(self):
        return self


def test_every_code_has_its_rule_in_words():
    for code, rule in INTEGRITY_CODES.items():
        assert code.replace("_", "").isalpha()
        assert rule.endswith(".")


def test_facts_are_indexed_by_id_milestones_by_treaty_and_id():
    brief = Brief.model_validate(FACTS)
    assert sorted(brief.facts()) == sorted(EVERY_ID)
    assert brief.facts()["t#m"] is brief.treaties[0].milestones[0]
    assert brief.facts()["q"] is brief.quotes[0]


def test_a_long_brief_is_checked_in_time_that_grows_with_it():
    states = [{"id": f"s{n}", "kind": "state", "name": "S"} for n in range(2_000)]
    quotes = [
        {"speakers": [f"s{n % 2_000}"] * 3, "mode": "direct", "text": "T"} for n in range(5_000)
    ]
    brief = Brief.model_validate(
        {"schema_version": "1.0", "actors": states, "quotes": quotes, "sections": []}
    )
    assert len(brief.facts()) == 2_000
