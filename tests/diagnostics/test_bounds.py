"""However many errors there are, few are listed, and the others are counted."""

from __future__ import annotations

import json

import pytest

import diplobrief
from diplobrief import BriefError, Finding, Severity
from diplobrief.diagnostics.bounds import MOST_OF_A_CODE, bounded
from diplobrief.diagnostics.terminal import summarize
from diplobrief.formats.validation import MANY_VALUES

MINIMAL = {"schema_version": "1.0", "sections": []}


def findings_in(document):
    with pytest.raises(BriefError) as caught:
        diplobrief.loads(json.dumps(document), format="json")
    return caught.value.findings


def test_few_findings_are_all_listed():
    findings = [Finding(f"a{at % 3}", "") for at in range(3 * MOST_OF_A_CODE)]
    assert bounded(findings) == findings


def test_each_code_has_its_own_bound_and_its_most_serious_severity():
    many = [Finding("many", "", Severity.INFO) for _ in range(MOST_OF_A_CODE)]
    listed = bounded([*many, Finding("few", ""), Finding("many", "", Severity.WARNING)])
    last = listed[-1]
    assert listed[:-1] == [*many, Finding("few", "")]
    assert (last.code, last.severity, last.count) == ("many", Severity.WARNING, 1)
    assert last.message == "and 1 more of this code"


def test_a_list_with_a_bound_stays_as_it_is():
    listed = bounded([Finding("date", "")] * 5_000)
    assert bounded(listed) == listed


def test_the_summary_counts_the_findings_that_are_not_listed():
    assert summarize(bounded([Finding("date", "")] * 5_000)) == "5,000 errors"


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ({"topics": [""] * 5_000}, "form_wrong"),
        ({"topics": [1] * 5_000}, "type_wrong"),
        ({"topics": [None] * 5_000}, "null"),
        ({f"member{at}": 1 for at in range(5_000)}, "member_unknown"),
        ({"actors": [{"id": "a", "kind": "state", "name": "A"}] * 5_001}, "id_duplicate"),
    ],
)
def test_the_errors_of_a_document_are_bounded(member, code):
    *listed, last = findings_in({**MINIMAL, **member})
    assert {finding.code for finding in listed} == {code}
    assert len(listed) == MOST_OF_A_CODE
    assert all(finding.span for finding in listed)
    assert (last.code, last.count) == (code, 4_900)
    assert last.message == "and 4,900 more of this code"


def test_two_codes_of_one_kind_of_violation_are_counted_apart():
    topics = [None, 1, ""] * 200
    counts = {
        finding.code: finding.count
        for finding in findings_in({**MINIMAL, "topics": topics})
        if finding.count > 1
    }
    assert counts == {"null": 100, "type_wrong": 100, "form_wrong": 100}


@pytest.mark.parametrize("format", ["json", "markdown"])
def test_of_a_document_with_very_many_values_the_first_part_is_validated(format):
    topics = ["lake"] * 5_000 + [{}] * MANY_VALUES
    text = json.dumps({**MINIMAL, "topics": topics})
    if format == "markdown":
        front_matter = "schema_version: '1.0'\ntopics:\n" + "".join(f"- {at}\n" for at in topics)
        text = f"---\n{front_matter}---\n"
    with pytest.raises(BriefError) as caught:
        diplobrief.loads(text, format=format)
    *listed, more, last = caught.value.findings
    assert listed[0].path == ("topics", 5_000)
    assert listed[0].span is not None
    assert (more.code, more.count) == ("type_wrong", 4_900)
    assert (last.code, last.message) == (
        "checked_in_part",
        "Only the first 10,000 items of each list were validated",
    )


def test_a_valid_document_with_very_many_values_is_read():
    topics = [f"t{at}" for at in range(MANY_VALUES + 1)]
    actors = [
        {"id": f"a{at}", "kind": "group", "name": "A", "members": ["last"]} for at in range(1_500)
    ]
    actors.append({"id": "last", "kind": "state", "name": "Last"})
    text = json.dumps({**MINIMAL, "topics": topics, "actors": actors})
    assert len(diplobrief.loads(text, format="json").topics) == MANY_VALUES + 1


@pytest.mark.parametrize(
    ("last", "code"), [('{"a": 1, "a": 2}]}', "json_duplicate"), ("]", "json_syntax")]
)
def test_an_error_of_syntax_comes_before_very_many_others(last, code):
    text = '{"schema_version": "1.0", "sections": [' + "1," * MANY_VALUES + last
    with pytest.raises(BriefError) as caught:
        diplobrief.loads(text, format="json")
    assert [finding.code for finding in caught.value.findings] == [code]


def test_the_findings_of_rules_are_bounded_too():
    section = {"kind": "lede", "content": [{"type": "paragraph", "text": "a\u200bb"}] * 300}
    brief = diplobrief.Brief.model_validate({**MINIMAL, "sections": [section]})
    findings = diplobrief.check(brief, select=["HYG002"])
    assert [len(findings), findings[-1].count] == [MOST_OF_A_CODE + 1, 200]
