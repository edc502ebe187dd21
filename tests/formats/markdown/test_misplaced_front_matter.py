"""Front matter that does not begin as it must is an error, and never becomes narrative."""

from __future__ import annotations

import pytest
from hypothesis import given

import diplobrief
from diplobrief.formats.markdown.body import write_body
from diplobrief.formats.markdown.front_matter import split
from diplobrief.testing import briefs

MEMBERS = "schema_version: 1.0\nid: lake\npublished: 2026-03-04\n"
BODY = "\n# The lake treaty\n\n## Why it matters\n\nTwo states share the water.\n"
FILE = f"---\n{MEMBERS}---\n{BODY}"
TOML = 'schema_version = "1.0"\nid = "lake"\n'
JSON = '{\n  "schema_version": "1.0",\n  "id": "lake"\n}\n'


def finding(text):
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(text, "markdown")
    [only] = caught.value.findings
    return only.code, only.line


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("\n", 2),
        ("\r\n\r\n", 3),
        (" \t\n", 2),
        ("\u200b\n", 2),
        ("<!-- by hand -->\n", 2),
        ("<!-- by\n\nhand -->\n\n", 5),
        ("# by hand\n", 2),
        ("# The lake treaty\n\n", 3),
        ("The lake treaty\n", 2),
        ("Title: Weekly brief\n", 2),
        ("The lake treaty\n===============\n\nBy M. Okafor\n\n", 6),
        (" ", 1),
        ("\u200b", 1),
    ],
)
def test_nothing_may_precede_front_matter(above, line):
    assert finding(above + FILE) == ("front_matter_start", line)
    without_version = FILE.replace("schema_version: 1.0\n", "")
    assert finding(above + without_version) == ("front_matter_start", line)


@pytest.mark.parametrize(
    "fence",
    ["----", "--", "---yaml", "--- yaml", "--- # by hand", "—", "——", "–––", "\\-\\-\\-", "- - -",
     "***", "===", "+++", ";;;"],
)  # fmt: skip
def test_the_opening_line_is_three_hyphens(fence):
    assert finding(f"{fence}\n{MEMBERS}{fence}\n{BODY}") == ("front_matter_start", 1)
    assert finding(f"{fence}\n{MEMBERS}---\n{BODY}") == ("front_matter_start", 1)
    assert finding(f"\n{fence}\n{MEMBERS}{BODY}") == ("front_matter_start", 2)


@pytest.mark.parametrize("fence", ["----", "—", " ---", "+++", "\\-\\-\\-", "--- # end"])
def test_the_closing_line_is_three_hyphens(fence):
    assert finding(f"---\n{MEMBERS}{fence}\n{BODY}") == ("front_matter_open", 5)


def test_the_opening_line_must_not_be_forgotten():
    assert finding(f"{MEMBERS}---\n{BODY}") == ("front_matter_start", 1)
    assert finding(f"{MEMBERS}{BODY}") == ("front_matter_start", 1)
    assert finding(f"\ntitle: Talks\nid: lake\n---\n{BODY}") == ("front_matter_start", 2)
    assert finding(f"title: Talks\nlanguage: en\n{BODY}") == ("front_matter_start", 1)
    assert finding(f"```yaml\n{MEMBERS}```\n{BODY}") == ("front_matter_start", 1)


@pytest.mark.parametrize("above", ["", "\n", "<!-- by hand -->\n"])
@pytest.mark.parametrize(
    "head",
    [f"+++\n{TOML}+++\n", f"---toml\n{TOML}---\n", f"+++\n{TOML}", '+++\nid = "lake"\n[x]\n+++\n',
     TOML, JSON, f"---json\n{JSON}---\n", f";;;\n{JSON};;;\n", '{"id": "lake"}\n'],
)  # fmt: skip
def test_other_languages_than_yaml_are_named(head, above):
    assert finding(above + head + BODY) == ("front_matter_language", 1 + above.count("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        BODY,
        "\n\n***\n\nTwo states share the water.\n\n---\n\nThey talk.\n",
        "# Talks\n\n---\n\nThe ministers met: all were there.\n\n---\n\nMore.\n",
        "# Talks\n\n---\nDate: 4 March 2026\nPlace: Geneva\n---\n",
        "Talks\n---\n\nMinisters met.\n",
        "Note: this is a draft.\n\nMinisters met.\n",
        "Title: Weekly brief\n---\n\nText\n",
        "title: a word that begins a sentence\n\nText\n",
        "{draft} Ministers met.\n",
        '{"quoted"} words\n',
        f"# How to write a brief\n\n```yaml\n{FILE}```\n",
        f"Text\n\n~~~\n\n{FILE}~~~\n",
        "```sh\nmake\n```\n\nText\n",
        "> ---\n> id: lake\n> ---\n",
        "    ---\n    note\n    ---\n",
        "- ---\n- id: lake\n",
        "Text\n\n---\nsources: Reuters and others\n",
        "+++\n",
        "Text\n\n" * 30 + FILE,
    ],
)
def test_narrative_alone_is_not_mistaken_for_front_matter(text):
    assert diplobrief.loads(text, "markdown").sections is not None


@given(briefs())
def test_the_narrative_of_a_brief_is_not_mistaken_for_front_matter(brief):
    data = brief.model_dump(mode="json")
    body = write_body(data.get("title"), data["sections"])
    if not body.startswith("---"):
        assert split(body).front_matter is None


@pytest.mark.parametrize(
    "part", ["-", "- ", "—", "{", "<!--", "a:", "\\-", " ", '"', "a: b\n", "---\n", "---\nA b\n"]
)
def test_hostile_beginnings_take_linear_time(part):
    assert split(f"\n{part * 300_000}x").front_matter is None
