"""What the models refuse is said in our words: the place, what was expected, what to do."""

from __future__ import annotations

import pytest

import diplobrief


def brief(**members):
    return {
        "schema_version": "1.0",
        "actors": [{"id": "north", "kind": "state", "name": "Northland"}],
        "sections": [],
        **members,
    }


def milestone(**members):
    steps = [{"kind": "signature", "status": "completed", **members}]
    return brief(
        treaties=[{"id": "lake", "title": "Treaty", "kind": "treaty", "milestones": steps}]
    )


def block(**members):
    return brief(sections=[{"kind": "lede", "content": [members]}])


STEP = ("treaties", 0, "milestones", 0)
BLOCK = ("sections", 0, "content", 0)


@pytest.mark.parametrize(
    ("data", "path", "code", "message", "hint"),
    [
        (brief(title=None), ("title",), "null", "never a value", "leave an absent member out"),
        (brief(title=7), ("title",), "type_wrong", "Expected text, found 7", ""),
        (brief(title=[]), ("title",), "type_wrong", "found a list", ""),
        (brief(topics={}), ("topics",), "type_wrong", "Expected a list, found an object", ""),
        (brief(dateline=True), ("dateline",), "type_wrong", "Expected an object, found true", ""),
        (brief(topics=[]), ("topics",), "list_empty", "at least one item", "leave the member out"),
        (brief(handling={}), ("handling",), "member_missing", "tlp, marking", "add one of them"),
        (brief(topics="Lakes"), ("topics",), "type_wrong", 'found "Lakes"', "even of one"),
        (brief(title=""), ("title",), "form_wrong", 'found ""', "never empty"),
        (brief(**{"$schema": "x"}), ("$schema",), "member_unknown", '"$schema"', "leave it out"),
        (
            brief(schema_version=1.0),
            ("schema_version",),
            "type_wrong",
            "Expected text, found 1.0",
            'write "1.0", in quotation marks',
        ),
        (brief(mood="x"), ("mood",), "member_unknown", 'no member "mood"', "begins with x-"),
        (brief(titel="x"), ("titel",), "member_unknown", '"titel"', "did you mean title?"),
        (
            brief(actors=[{"id": "a", "kind": "group", "name": "A", "office": "x"}]),
            ("actors", 0, "office"),
            "member_unknown",
            '"office"',
            "belongs to another kind",
        ),
        (
            brief(actors=[{"id": "a", "kind": "stat", "name": "A"}]),
            ("actors", 0, "kind"),
            "term_unknown",
            'Expected person, state, organ, organization, group, unnamed, found "stat"',
            "did you mean state?",
        ),
        (
            brief(actors=[{"id": "a", "name": "A"}]),
            ("actors", 0),
            "member_missing",
            "kind is missing",
            "add kind",
        ),
        (
            milestone(kind="signatur"),
            (*STEP, "kind"),
            "term_unknown",
            "",
            "did you mean signature?",
        ),
        (milestone(kind="zzz"), (*STEP, "kind"), "term_unknown", '"zzz"', "begins with x-"),
        (milestone(status="x-odd"), (*STEP, "status"), "term_unknown", "", "use one of: completed"),
        (milestone(date="2025-02-29"), (*STEP, "date"), "form_wrong", "Expected a date", "YYYY"),
        (
            milestone(date="[2025..2024]"),
            (*STEP, "date"),
            "range_order",
            "ends before it begins",
            "the earlier date first",
        ),
        (milestone(count=-1), (*STEP, "count"), "number_range", "at least 0, found -1", ""),
        (milestone(count=1.5), (*STEP, "count"), "type_wrong", "a whole number, found 1.5", ""),
        (milestone(count="1"), (*STEP, "count"), "type_wrong", 'a whole number, found "1"', ""),
        (
            milestone(vote={"against": ["nobody"]}),
            (*STEP, "vote", "against", 0),
            "reference_unknown",
            "nobody",
            "correct the id",
        ),
        (
            milestone(vote={"against": "3"}),
            (*STEP, "vote", "against"),
            "type_wrong",
            'found "3"',
            "",
        ),
        (
            milestone(parties=["lake"]),
            (*STEP, "parties", 0),
            "reference_kind",
            "lake is of kind treaty",
            "name a fact of the kind",
        ),
        (block(type="para"), (*BLOCK, "type"), "term_unknown", "paragraph, bullets", ""),
        (
            block(type="paragraph", text="\\# 1"),
            (*BLOCK, "text"),
            "form_wrong",
            "inline CommonMark",
            "without a backslash",
        ),
        (
            block(type="paragraph", text="a\x1b[31m" + "b" * 90),
            (*BLOCK, "text"),
            "form_wrong",
            '"a\\u{1b}[31m',
            "write one line",
        ),
        (
            block(type="markdown", text="```\nopen"),
            (*BLOCK, "text"),
            "block_invalid",
            "one CommonMark block",
            "close what is open",
        ),
        (
            brief(sections=[{"heading": "Why it matters", "content": []}]),
            ("sections", 0),
            "kind_missing",
            "Why it matters",
            "add kind: why_it_matters",
        ),
        (
            brief(**{"x-waive": ["CHR001"]}),
            ("x-waive",),
            "member_renamed",
            "x-waive was renamed to ignore",
            "use ignore: [CHR001]",
        ),
        (
            brief(**{"x-a": "\ud800"}),
            ("x-a",),
            "extension_text",
            "surrogate",
            "",
        ),
        (brief(**{"x-" + "a" * 63: 1}), ("x-" + "a" * 63,), "extension_name", "64 characters", ""),
        ([], (), "type_wrong", "Expected an object, found a list", ""),
    ],
)
def test_a_violation_says_where_what_and_what_to_do(data, path, code, message, hint):
    from diplobrief.formats.validation import validate

    with pytest.raises(diplobrief.BriefError) as caught:
        validate(data, lambda _paths: {})
    [found] = caught.value.findings
    assert (found.path, found.code) == (path, code)
    assert message in found.message
    assert hint in found.hint
    assert "\x1b" not in str(found)


def test_an_unknown_version_is_shown_as_it_was_written():
    for written, shown in (("1.1", '"1.1"'), (2, "2"), (None, "null")):
        from diplobrief.formats.validation import validate

        with pytest.raises(diplobrief.BriefError) as caught:
            validate({"schema_version": written}, lambda _paths: {})
        [found] = caught.value.findings
        assert found.code == "version_unsupported"
        assert shown in found.message


def test_every_finding_of_a_rule_of_the_models_has_words_of_its_own():
    from diplobrief.diagnostics import validation
    from diplobrief.model.integrity import INTEGRITY_CODES

    for code in INTEGRITY_CODES:
        finding = validation._integrity_finding(code, "It is so", (), {})
        assert finding.hint
