"""Front matter that other tools own too: the brief is under the one key `diplobrief`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief import BriefError
from diplobrief.formats import MARKDOWN
from diplobrief.formats.markdown.body import write_body
from diplobrief.formats.markdown.short_forms import shorten
from diplobrief.formats.markdown.yaml.writer import write as write_yaml
from diplobrief.testing import briefs

NOTE = """---
title: The lake treaty
date: 2026-03-04T09:00:00+03:00
draft: false
tags: [treaty, lake/north]  # a comment
same: &anchor !tag x
author:
- M. Okafor
- {name: K. Berg, affiliation: Lake Institute, orcid: 1}
lang: en-GB
diplobrief:
  schema_version: 1.0
  actors: [{id: north, kind: state, name: Northland, country: NO}]
  topics:
    - water

# of another tool
aliases: *anchor
---

## Why it matters

Northland shares the water.
"""


def test_other_keys_say_what_the_brief_does_not():
    brief = diplobrief.loads(NOTE, "markdown")
    assert brief.title == "The lake treaty"
    assert brief.published == "2026-03-04T09:00:00+03:00"
    assert [author.name for author in brief.authors] == ["M. Okafor", "K. Berg"]
    assert brief.authors[1].affiliation == "Lake Institute"
    assert brief.language == "en-GB"
    assert brief.actors[0].country == "NO"


def test_what_the_brief_says_itself_comes_first():
    own = "  published: 2026-03-05\n  language: fr\n  authors: A. Name\n"
    text = NOTE.replace("  topics:\n", f"{own}  topics:\n")
    text = text.replace("## Why", "# Another title\n\n## Why")
    brief = diplobrief.loads(text, "markdown")
    assert (brief.published, brief.language, brief.title) == ("2026-03-05", "fr", "Another title")
    assert [author.name for author in brief.authors] == ["A. Name"]
    assert diplobrief.loads(MARKDOWN.open(text).formatted(), "markdown") == brief


@pytest.mark.parametrize(
    ("key", "member"),
    [
        ("date: 4 March 2026", "published"),
        ("date: {{ now }}", "published"),
        ("lang: en_GB!", "language"),
        ("title: [a]", "title"),
        ("title:", "title"),
        ("author: {orcid: 1}", "authors"),
        ("author: ' '", "authors"),
        ("author: &a !b *c", "authors"),
        ('title: "not closed', "title"),
    ],
)
def test_a_value_that_a_brief_cannot_have_is_not_part_of_it(key, member):
    text = f"---\n{key}\ndiplobrief:\n  schema_version: '1.0'\n---\n"
    assert not getattr(diplobrief.loads(text, "markdown"), member)


def test_a_file_is_formatted_and_other_keys_stay_byte_for_byte():
    text = MARKDOWN.open(NOTE).formatted()
    start, end = NOTE.index("diplobrief:"), NOTE.index("\n# of another")
    assert text.startswith(NOTE[:start])
    assert NOTE[end : NOTE.index("## Why")] in text
    assert "  topics: [water]\n" in text
    assert "country: 'NO'" in text
    assert "# The lake treaty" not in text
    assert diplobrief.loads(text, "markdown") == diplobrief.loads(NOTE, "markdown")
    assert MARKDOWN.open(text).formatted() == text


def test_facts_are_added_and_other_keys_stay_byte_for_byte():
    document = MARKDOWN.open(NOTE)
    brief = document.brief.replace(
        published="2026-03-06", topics=("water", "land"), events=[{"kind": "talks"}]
    )
    text = document.edited(brief)
    assert diplobrief.loads(text, "markdown") == brief
    added = [line for line in text.splitlines() if line not in NOTE.splitlines()]
    assert added == ["  published: '2026-03-06'", "  events:", "    - {kind: talks}", "    - land"]
    assert [line for line in NOTE.splitlines() if line not in text.splitlines()] == []


def test_a_part_on_one_line_is_written_again_as_a_whole():
    text = "---\na: 1\ndiplobrief: {schema_version: '1.0', id: lake}\nb: 2\n---\n"
    document = MARKDOWN.open(text)
    changed = document.edited(document.brief.replace(id="sea"))
    wanted = "---\na: 1\ndiplobrief:\n  schema_version: '1.0'\n  id: sea\nb: 2\n---\n"
    assert changed == wanted


@pytest.mark.parametrize("inner", ["", "diplobrief: "])
def test_a_number_is_not_respelled_if_a_part_is_written_again(inner):
    text = f"---\n{inner}{{schema_version: '1.0', id: lake, x-docket: 0042}}\n---\n"
    document = MARKDOWN.open(text)
    with pytest.raises(BriefError, match="0042 is read as the number 42"):
        document.edited(document.brief.replace(id="sea"))


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("kind: state", "kind: stat", "term_unknown", 13, 30),
        ("    - water", "    - [water]", "type_wrong", 15, 7),
        ("topics:\n", "topic:\n", "member_unknown", 14, 3),
        ("    - water", "    - &a water", "yaml_alias", 15, 7),
        ("  schema_version: 1.0", "  schema_version: 9.9", "version_unsupported", 12, 19),
        ("aliases: *anchor", "diplobrief: {}", "yaml_duplicate_key", 18, 1),
    ],
)
def test_errors_have_their_places(old, new, code, line, column):
    with pytest.raises(BriefError) as caught:
        diplobrief.loads(NOTE.replace(old, new), "markdown")
    found = [(finding.code, finding.line, finding.column) for finding in caught.value.findings]
    assert (code, line, column) in found


@pytest.mark.parametrize("own", ["diplobrief:", "diplobrief: yes", "diplobrief: [a]"])
def test_the_brief_is_an_object(own):
    with pytest.raises(BriefError) as caught:
        diplobrief.loads(f"---\na: 1\n{own}\n---\n", "markdown")
    [finding] = caught.value.findings
    assert (finding.code, finding.line) == ("type_wrong", 3)


def test_findings_about_other_keys_are_at_these_keys():
    text = NOTE.replace("title: The lake treaty", "title: The\u200b lake treaty")
    [finding] = diplobrief.check_text(text, "markdown", select=["HYG002"])
    assert (finding.line, finding.column) == (2, 1)


def test_comments_in_other_keys_do_not_prevent_formatting():
    assert MARKDOWN.open(NOTE).comments() == []
    assert MARKDOWN.open(NOTE.replace("topics:", "topics:  # ours")).comments() != []


def test_keys_of_other_tools_beside_the_members_of_a_brief_have_a_hint():
    with pytest.raises(BriefError) as caught:
        diplobrief.loads("---\nschema_version: '1.0'\ndraft: false\n---\n", "markdown")
    [finding] = caught.value.findings
    assert (
        finding.hint
        == "if it belongs to another tool, put the members of the brief under diplobrief:"
    )


OTHER_KEYS = st.lists(
    st.sampled_from(
        [
            "draft: false\n",
            "tags:\n- a\n- b\n",
            "# a comment\n",
            "\n",
            "description: |\n  diplobrief: no\n\n  more\n",
            "menu: {main: {weight: 1}}\n",
            '"quoted key": x\n',
            "slug: diplobrief\n",
            "cover:\n    image: a.png\n",
        ]
    ),
    max_size=4,
).map("".join)


@given(briefs(max_facts=3), OTHER_KEYS, OTHER_KEYS)
def test_every_brief_can_be_nested(brief, before, after):
    data = brief.model_dump(mode="json")
    body = write_body(data.pop("title", None), data.pop("sections"))
    members = write_yaml(shorten(data), indent="  ")
    text = f"---\n{before}diplobrief:\n{members}{after}---\n"
    text += f"\n{body}" if body else ""
    document = MARKDOWN.open(text)
    assert document.brief == brief
    assert document.formatted() == text
    assert document.edited(brief.replace(id="another")).count(f"\n{after}---\n") >= 1


def test_fixes_are_made_in_the_part_of_the_brief_only():
    text = NOTE.replace("Northland, c", "North\u200bland, c").replace("[treaty,", "[trea\u200bty,")
    result = diplobrief.fix_text(text, "markdown", select=["HYG002"])
    assert result.text == NOTE.replace("[treaty,", "[trea\u200bty,")
    assert len(result.fixed) == 1


@pytest.mark.parametrize(
    "line", ["title: [a]\n", "author:\n- a\n", "x: 1\n", "- a\n", "\n", "# a\n"]
)
def test_many_other_keys_take_time_in_proportion(line, assert_in_proportion):
    def document(count):
        lines = line * count
        return f"---\na:\n{lines}diplobrief:\n  schema_version: '1.0'\nb:\n{lines}---\n"

    def read(text):
        return MARKDOWN.open(text).brief

    assert_in_proportion(read, document(500), document(10_000), times=20)


def test_a_value_of_another_tool_that_is_very_long_is_not_read():
    authors = "\n".join(f"- Author {number}" for number in range(2_000))
    text = f"---\nauthor:\n{authors}\ndiplobrief:\n  schema_version: '1.0'\n---\n"
    assert diplobrief.loads(text, "markdown").authors == ()
