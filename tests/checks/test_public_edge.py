"""`check_text`, `check_file` and `fix_text`: the same findings as `check`, with positions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.testing import briefs

NOTE = "# Talks\n\nThey met at http://x.example and \u200bleft.\n"


@given(briefs(), st.sampled_from(["json", "markdown"]))
def test_a_document_has_the_findings_of_its_brief_with_positions(brief, format):
    text = diplobrief.dumps(brief, format)
    located = diplobrief.check_text(text, format, ignore=["yaml_comment"])
    assert all(finding.line and finding.column for finding in located)
    assert all(related.span for finding in located for related in finding.related)
    assert sorted(map(identity, located)) == sorted(
        map(identity, diplobrief.check(brief, ignore=["yaml_comment"]))
    )


def identity(finding):
    return finding.code, list(map(str, finding.path)), finding.message


@given(st.text(max_size=200) | st.binary(max_size=200), st.sampled_from(["json", "markdown"]))
def test_any_text_is_checked_without_an_error(text, format):
    assert isinstance(diplobrief.check_text(text, format), list)


def test_a_document_that_is_not_a_brief_has_the_errors_of_loads():
    text = '{"schema_version": "1.0"}'
    with pytest.raises(diplobrief.BriefError) as raised:
        diplobrief.loads(text, "json")
    assert diplobrief.check_text(text, "json") == list(raised.value.findings)


def test_a_file_is_checked_in_the_format_of_its_suffix_and_named_in_its_findings(tmp_path):
    file = tmp_path / "note.md"
    file.write_text(NOTE, encoding="utf-8")
    in_file = diplobrief.check_file(file)
    assert {finding.code for finding in in_file} == {"HYG002", "HYG006", "STY001"}
    assert {finding.file for finding in in_file} == {str(file)}
    in_text = diplobrief.check_text(NOTE, "markdown")
    assert [finding.span for finding in in_file] == [finding.span for finding in in_text]


def test_a_file_that_is_not_text_has_a_finding(tmp_path):
    file = tmp_path / "note.md"
    file.write_bytes(b"# T\xff")
    (found,) = diplobrief.check_file(file)
    assert (found.code, found.file, found.line) == ("encoding", str(file), 1)


def test_a_file_that_does_not_exist_or_has_no_known_suffix_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        diplobrief.check_file(tmp_path / "missing.md")
    (tmp_path / "note.odt").write_text(NOTE, encoding="utf-8")
    with pytest.raises(ValueError, match="odt"):
        diplobrief.check_file(tmp_path / "note.odt")
    assert diplobrief.check_file(tmp_path / "note.odt", "markdown")


@pytest.mark.parametrize(
    "call",
    [
        lambda **codes: diplobrief.check(diplobrief.loads(NOTE, "markdown"), **codes),
        lambda **codes: diplobrief.check_text(NOTE, "markdown", **codes),
        lambda **codes: diplobrief.fix_text(NOTE, "markdown", **codes).fixed,
    ],
)
def test_codes_are_selected_and_ignored_everywhere(call):
    assert {finding.code for finding in call(select=["HYG002"])} == {"HYG002"}
    assert call(select=["HYG"], ignore=["HYG"]) in ([], ())
    with pytest.raises(ValueError, match="unknown rule code or prefix 'HYX'; did you mean HYG"):
        call(select=["HYX"])
    with pytest.raises(ValueError, match="unknown rule code or prefix 'hyg'"):
        call(ignore=["hyg"])


@pytest.mark.parametrize("number", [99, 100, 101, 102, 250])
def test_of_many_findings_the_first_are_listed_and_the_others_counted(number):
    twice = "## Talks\n\nThey met.\n\n"
    findings = diplobrief.check_text(twice * (number + 1), "markdown", select=["STY006"])
    assert sum(finding.count for finding in findings) == number
    listed = [finding for finding in findings if finding.message.startswith("duplicate")]
    assert len(listed) == min(number, 100)


def test_findings_that_are_ignored_are_not_counted():
    ignored = "<!-- diplobrief: ignore STY006 -->\n\n## Talks\n\nThey met.\n\n"
    text = "## Talks\n\nThey met.\n\n" + ignored * 150 + "## Talks\n\nThey met.\n"
    (finding,) = diplobrief.check_text(text, "markdown", select=["STY006"])
    assert finding.line == text.count("\n") - 2
