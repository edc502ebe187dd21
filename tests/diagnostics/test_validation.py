"""Errors of the models have a path, say what was expected, and say what to do."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

import diplobrief
from diplobrief.diagnostics.validation import findings_of
from diplobrief.model.vocabulary import VOCABULARIES


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
        (brief(title=None), ("title",), "null", "null is not allowed", "omit the member"),
        (brief(title=7), ("title",), "type_wrong", "Expected text, found 7", ""),
        (brief(title=[]), ("title",), "type_wrong", "found a list", ""),
        (brief(topics={}), ("topics",), "type_wrong", "Expected a list, found an object", ""),
        (brief(dateline=True), ("dateline",), "type_wrong", "Expected an object, found true", ""),
        (brief(topics=[]), ("topics",), "list_empty", "must not be empty", "omit the member"),
        (brief(handling={}), ("handling",), "member_missing", "tlp, marking", "add one of them"),
        (brief(topics="Lakes"), ("topics",), "type_wrong", 'found "Lakes"', "even for one item"),
        (brief(title=""), ("title",), "form_wrong", 'found ""', "omit the member"),
        (brief(**{"$schema": 1}), ("$schema",), "type_wrong", "Expected text, found 1", ""),
        (
            brief(schema_version=1.0),
            ("schema_version",),
            "type_wrong",
            "Expected text, found 1.0",
            'write "1.0", in quotation marks',
        ),
        (brief(mood="x"), ("mood",), "member_unknown", 'Unknown member "mood"', "begins with x-"),
        (brief(titel="x"), ("titel",), "member_unknown", '"titel"', "did you mean title?"),
        (
            brief(actors=[{"id": "a", "kind": "group", "name": "A", "office": "x"}]),
            ("actors", 0, "office"),
            "member_unknown",
            'member "office" is not allowed on this kind',
            "change the kind",
        ),
        (
            brief(actors=[{"id": "a", "kind": "stat", "name": "A"}]),
            ("actors", 0, "kind"),
            "term_unknown",
            'Expected person, state, organ, organization, group or unnamed, found "stat"',
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
            "a fact of an allowed kind",
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
            "close an open block",
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
        (
            block(type="markdown", text="a\x0c"),
            (*BLOCK, "text"),
            "form_wrong",
            "Expected a CommonMark block",
            "line feeds",
        ),
        (
            brief(actors=[{"id": "a", "kind": "state", "nme": "A"}]),
            ("actors", 0, "nme"),
            "member_unknown",
            'Unknown member "nme"',
            "did you mean name?",
        ),
        (
            brief(topics=["a\n"]),
            ("topics", 0),
            "form_wrong",
            "Expected a line of text",
            "on one line",
        ),
    ],
)
def test_a_violation_has_its_path_what_is_wrong_and_what_to_do(data, path, code, message, hint):
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


def errors_of(model, **members):
    with pytest.raises(ValidationError) as caught:
        model(**members)
    return caught.value


def test_a_list_of_invalid_items_is_one_error_for_each_item():
    error = errors_of(diplobrief.Quote, speakers=("Varga", "x y"), mode="direct", text="Soon.")
    assert [details["loc"] for details in error.errors()] == [("speakers", 0), ("speakers", 1)]


def test_an_empty_list_is_one_error():
    error = errors_of(diplobrief.Quote, speakers=(), mode="direct", text="Soon.")
    assert [details["type"] for details in error.errors()] == ["too_short"]


def test_an_error_in_python_names_the_terms_and_no_pattern():
    text = str(errors_of(diplobrief.Milestone, kind="ratificaton", status="completed"))
    assert "Not a known milestone kind; use one of: " in text
    assert "^(?:" not in text


def test_an_error_in_python_says_which_form_was_expected():
    text = str(errors_of(diplobrief.Milestone, kind="signature", status="completed", date="May"))
    assert "Expected a date; write YYYY" in text


def test_the_findings_of_a_part_of_a_brief_know_its_members():
    error = errors_of(diplobrief.Organ, kind="organ", id="duma", of="ru", typ="legislature")
    assert [(found.path, found.hint) for found in findings_of(error)] == [
        ((), "add name"),
        (("typ",), "did you mean type?"),
    ]


def test_json_that_is_not_valid_is_a_finding():
    with pytest.raises(ValidationError) as caught:
        diplobrief.Brief.model_validate_json("{")
    [found] = findings_of(caught.value)
    assert found.code == "json_syntax"
    assert found.message.startswith("Not valid JSON: ")


def test_a_text_with_an_unpaired_surrogate_is_a_finding():
    error = errors_of(diplobrief.State, kind="state", id="a", name="\ud800")
    [found] = findings_of(error)
    assert (found.code, found.message) == ("type_wrong", "The text has an unpaired surrogate")


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=lambda each: each.name)
def test_an_unknown_term_names_its_vocabulary(vocabulary):
    adapter = TypeAdapter(Annotated[str, vocabulary])
    term = vocabulary.terms[0].value
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(f"{term}q")
    [found] = findings_of(caught.value)
    assert found.message == f'"{term}q" is not a known {vocabulary.noun}'
    assert found.hint == f"did you mean {term}?"
    assert vocabulary.noun.replace(" ", "").lower() == vocabulary.name.lower()


def test_every_finding_of_a_rule_of_the_models_has_words_of_its_own():
    from diplobrief.diagnostics import violations
    from diplobrief.model.integrity_rules import INTEGRITY_CODES

    for code in INTEGRITY_CODES:
        finding = violations._integrity_finding(code, "It is so", (), {})
        assert finding.hint
