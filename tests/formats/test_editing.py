"""`Document.edited`: other facts in the same file, and everything else as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st
from pydantic import ValidationError

from diplobrief import BriefError, Provenance
from diplobrief.formats import FORMATS, format_named
from diplobrief.formats.edits import Edit, NotInPlaceError, align, apply_edits
from diplobrief.model.fact_index import fact_lists, facts_with_paths, with_facts
from diplobrief.testing import briefs

SUGGESTED = Provenance(status="suggested", method="rules", rule="quote.after")
CONFIRMED = SUGGESTED.replace(status="confirmed", reviewed_by="Ed")
TEXT = """\
---
# Written by hand.
schema_version: '1.0'
x-desk: [north,   south]  # both
actors:   # the people
- id: berg
  kind: person
  name: Berg   # her surname
  # No first name.
  provenance: suggested
- {id: no, kind: state, name: Norway,   provenance: suggested}
# Sweden is below.
- kind: state
  id: se
  name: "Sweden"
quotes:
  # What she said.
  - id: q1
    speakers: berg
    mode: direct
    text: >-
      the lake is
      clean
    provenance: {status: suggested, rule: quote.after}

# The end.
---
# Lake

She said “the lake is clean”.  \t
"""


def markdown(text=TEXT):
    return format_named("markdown").open(text)


def changed_lines(before, after):
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def confirmed(brief, *paths):
    facts = dict(facts_with_paths(brief))
    return with_facts(brief, {path: facts[path].replace(provenance=CONFIRMED) for path in paths})


def test_a_short_form_is_replaced_and_comments_stay():
    document = markdown()
    text = document.edited(confirmed(document.brief, ("actors", 0)))
    assert changed_lines(TEXT, text) == (
        ["  provenance: suggested"],
        ["  provenance: {status: confirmed, method: rules, rule: quote.after, reviewed_by: Ed}"],
    )


def test_a_fact_on_one_line_is_written_again_as_one():
    document = markdown()
    text = document.edited(confirmed(document.brief, ("actors", 1)))
    gone, new = changed_lines(TEXT, text)
    assert gone == ["- {id: no, kind: state, name: Norway,   provenance: suggested}"]
    assert new[0] == "- id: 'no'"
    assert "# Sweden is below.\n- kind: state" in text


def test_members_are_added_in_the_order_of_the_model():
    document = markdown()
    brief = confirmed(document.brief, ("actors", 2)).replace(rejected=("quote-0123456789ab",))
    text = document.edited(brief)
    assert '  name: "Sweden"\n  provenance: {status: confirmed' in text
    assert "x-desk: [north,   south]  # both" in text
    assert "schema_version: '1.0'\nrejected: [quote-0123456789ab]\n" in text


def test_facts_are_removed_and_comments_around_them_stay():
    document = markdown()
    brief = document.brief.replace(quotes=(), actors=document.brief.actors[1:])
    text = document.edited(brief)
    assert "berg" not in text
    assert "quotes:" not in text
    assert "\nactors:   # the people\n- {id: no" in text
    assert "\n# The end.\n---\n" in text


def test_facts_are_added_after_those_of_the_file():
    document = markdown()
    quote = document.brief.quotes[0].replace(id="q2", text="a long\nwinter", evidence=())
    brief = document.brief.replace(quotes=(*document.brief.quotes, quote), topics=("lake",))
    text = document.edited(brief)
    assert "rule: quote.after}\n  - id: q2\n    speakers: [berg]\n" in text
    assert changed_lines(TEXT, text)[0] == []


def test_a_comment_that_would_be_lost_is_an_error_at_its_place():
    text = TEXT.replace(
        "{id: no, kind: state, name: Norway,   provenance: suggested}",
        "{id: no, # Norway\n   kind: state, name: Norway, provenance: suggested}",
    )
    document = markdown(text)
    with pytest.raises(BriefError, match="remove a comment") as caught:
        document.edited(confirmed(document.brief, ("actors", 1)))
    assert caught.value.findings[0].code == "fmt_comments"
    assert document.edited(document.brief) == text


def test_members_of_other_tools_stay_as_they_are():
    text = """\
---
draft: false   # for the site
diplobrief:
  # ours
  schema_version: '1.0'
  actors:
  - {id: se, kind: state, name: Sweden, provenance: suggested}
tags: [a,   b]
---
# Lake
"""
    document = markdown(text)
    brief = confirmed(document.brief, ("actors", 0)).replace(language="en")
    gone, new = changed_lines(text, document.edited(brief))
    assert gone == ["  - {id: se, kind: state, name: Sweden, provenance: suggested}"]
    assert new[:2] == ["  language: en", "  - id: se"]


def test_a_narrative_without_front_matter_gets_one():
    document = markdown("# Lake\r\n\r\nClean.\r\n")
    text = document.edited(document.brief.replace(language="en"))
    assert text == "---\nschema_version: '1.0'\nlanguage: en\n---\n\n# Lake\r\n\r\nClean.\r\n"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_stay_as_they_are(line_end):
    document = markdown(TEXT.replace("\n", line_end))
    text = document.edited(
        confirmed(document.brief, ("actors", 0)).replace(quotes=(), topics=("lake", "water"))
    )
    assert "\n" not in text.replace(line_end, "")
    assert "# No first name." in text


def test_plain_text_cannot_be_edited():
    document = format_named("text").open("Talks began.")
    with pytest.raises(BriefError, match="can be read, but not written"):
        document.edited(document.brief.replace(language="en"))


def test_json_keeps_its_layout():
    members = '"kind": "state", "name": "Norway"'
    text = f"""{{"$schema": "my-own",
\t"schema_version": "1.0",
\t"actors": [{{"id": "no", {members}}},
\t\t{{"id": "se", "x-b": 1.0, "kind": "state", "name": "S\\u0077eden"}}],
\t"sections": []}}
"""
    document = format_named("json").open(text)
    brief = confirmed(document.brief, ("actors", 0)).replace(language="en")
    edited = document.edited(brief)
    assert '\t"schema_version": "1.0",\n\t"language": "en",\n\t"actors"' in edited
    assert f'{members}, "provenance": {{"status": "confirmed", "method"' in edited
    assert 'x-b": 1.0, "kind": "state", "name": "S\\u0077eden"' in edited
    assert edited.startswith('{"$schema": "my-own",\n')
    removed = document.edited(document.brief.replace(actors=document.brief.actors[:1]))
    assert json.loads(removed)["actors"] == [{"id": "no", "kind": "state", "name": "Norway"}]
    assert document.edited(document.brief.replace(actors=())).count("\n") == 3


def test_edits_that_overlap_are_refused():
    with pytest.raises(NotInPlaceError):
        apply_edits("abc", [Edit(0, 2, ""), Edit(1, 3, "")])


def test_items_without_an_id_are_aligned_by_their_content():
    assert align([{"a": 1}, {"a": 2}, {"a": 3}], [{"a": 3}]) == ([(2, 0)], [0, 1], [])


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].is_written])
@given(brief=briefs(), data=st.data())
def test_any_choice_of_facts_can_be_confirmed_and_removed(name, brief, data):
    known = format_named(name)
    document = known.open(known.write(brief))
    facts = dict(facts_with_paths(brief))
    chosen = data.draw(st.lists(st.sampled_from([*facts]), unique=True) if facts else st.just([]))
    other = confirmed(brief, *chosen).replace(rejected=("quote-0123456789ab",))
    text = document.edited(other)
    assert known.read(text) == other
    assert known.read(known.open(text).edited(brief)) == brief
    without_facts = other.replace(**{facts.name: () for facts in fact_lists(type(brief))})
    assert known.read(known.open(text).edited(without_facts)) == without_facts


@given(brief=briefs(), data=st.data())
def test_comments_on_lines_of_their_own_stay(brief, data):
    lines = format_named("markdown").write(brief).split("\n")
    end = lines.index("---", 1)
    for at in range(end - 1, 0, -1):
        indent = " " * (len(lines[at]) - len(lines[at].lstrip(" ")))
        lines.insert(at, f"{indent}# comment {at}.")
    document = markdown("\n".join(lines))
    try:
        assume(document.brief == brief)
    except BriefError:  # a comment is in a text of several lines
        reject()
    facts = dict(facts_with_paths(brief))
    chosen = data.draw(st.lists(st.sampled_from([*facts]), unique=True) if facts else st.just([]))
    text = document.edited(confirmed(brief, *chosen).replace(language="en"))
    assert [line for line in lines if "# comment" in line] == [
        line for line in text.split("\n") if "# comment" in line
    ]


@given(brief=briefs(), data=st.data())
def test_facts_return_to_their_file(brief, data):
    """What is removed and added again in one step after the other gives the same brief."""
    for known in (format_named("markdown"), format_named("json")):
        names = [facts.name for facts in fact_lists(type(brief))]
        name = data.draw(st.sampled_from(names))
        facts = getattr(brief, name)
        if not facts:
            continue
        try:
            fewer = brief.replace(**{name: facts[:-1]})
        except ValidationError:  # another fact refers to it
            continue
        text = known.open(known.write(brief)).edited(fewer)
        assert known.read(known.open(text).edited(brief)) == brief
