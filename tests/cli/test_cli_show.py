"""`show`: a brief in the terminal."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import diplobrief
from diplobrief.diagnostics.reports import report
from diplobrief.diagnostics.terminal import render as findings
from diplobrief.diagnostics.terminal_text import width
from diplobrief.testing import briefs as any_brief
from diplobrief.views.outline import outline_of
from diplobrief.views.terminal import render
from diplobrief.views.terminal_writer import TerminalWriter

FULL = {
    "schema_version": "1.0",
    "title": "The *lake* treaty waits",
    "subtitle": "A vote is near",
    "dateline": {"place": "NORTHPORT", "date": "2026-03-04"},
    "authors": [{"name": "M. Okafor"}],
    "publisher": "Lake Institute",
    "handling": {"tlp": "TLP:GREEN", "embargo_until": "2026-03-05T06:00:00Z"},
    "actors": [
        {"id": "north", "kind": "state", "name": "Northland"},
        {"id": "south", "kind": "state", "name": "Southland"},
        {"id": "senate", "kind": "organ", "name": "Senate", "of": "north"},
        {
            "id": "varga",
            "kind": "person",
            "honorific": "Dr",
            "name": "Ilona Varga",
            "office": "Foreign Minister",
            "represents": "south",
        },
        {"id": "pact", "kind": "organization", "name": "The Pact"},
        {"id": "both", "kind": "group", "name": "The Two", "members": ["north", "south"]},
        {"id": "aide", "kind": "unnamed", "description": "a senior aide", "of": ["senate"]},
    ],
    "quotes": [
        {
            "speakers": ["varga", "aide"],
            "mode": "direct",
            "text": "a long\nwinter",
            "stance": "warns",
            "about": ["lake", "lake#signed", "call"],
            "addressees": ["north"],
            "said_on": "2026-03-03",
            "venue": "Northport Radio",
        },
        {"speakers": ["senate"], "mode": "indirect", "text": "it will vote", "subject": "the vote"},
    ],
    "events": [
        {
            "id": "call",
            "kind": "call",
            "title": "The lake call",
            "status": "completed",
            "start": "2026-03-03",
            "end": "2026-03-04",
            "participants": [{"actor": "north"}, {"actor": "south"}],
        },
        {"kind": "meeting", "status": "cancelled", "start_as_written": "in spring"},
    ],
    "treaties": [
        {
            "id": "lake",
            "title": "Treaty on the Lake",
            "kind": "treaty",
            "parties": ["north", "south"],
            "milestones": [
                {"kind": "deposit", "status": "expected"},
                {
                    "kind": "parliamentary_approval",
                    "status": "scheduled",
                    "date": "2026-03-20",
                    "parties": ["north"],
                    "by": ["senate"],
                },
                {"id": "signed", "kind": "signature", "status": "completed", "date": "2026-01"},
                {
                    "kind": "entry_into_force",
                    "status": "expected",
                    "date": "[..2027]",
                    "effective": "2027-02",
                },
            ],
        }
    ],
    "acts": [{"kind": "x-water-ban", "issued_by": ["north"], "targets": ["south"]}],
    "sources": [
        {"id": "gazette", "publisher": "Gazette", "url": "https://example.org/g"},
    ],
    "sections": [
        {"kind": "lede", "content": [{"type": "paragraph", "text": "It [waits](/x)."}]},
        {
            "heading": "The *detail*",
            "content": [
                {"type": "bullets", "items": ["one", "two"]},
                {"type": "numbered", "start": 9, "items": ["nine", "ten"]},
                {"type": "markdown", "text": "| a | b |\n|---|---|\n| 1 | 2 |"},
            ],
        },
        {"kind": "go_deeper", "content": []},
    ],
}


def shown(brief, columns=80, encoding="utf-8", *, color=False):
    outline = outline_of(diplobrief.Brief.model_validate(brief))
    return render(outline, columns, encoding, color=color)


def test_show_prints_the_whole_brief(run, folder):
    (folder / "note.json").write_text(json.dumps(FULL), encoding="utf-8")
    result = run("show", "note.json")
    assert result.exit_code == 0
    assert (
        result.stdout
        == """\
The lake treaty waits
A vote is near
NORTHPORT · 2026-03-04 · by M. Okafor · Lake Institute
TLP:GREEN · not to be published before 2026-03-05T06:00:00Z

  It waits.

The detail

  • one
  • two

  9. nine
  10. ten

  | a | b |
  |---|---|
  | 1 | 2 |

Go deeper

Actors

  • Northland — state
  • Southland — state
  • Senate — of Northland
  • Dr Ilona Varga — Foreign Minister, for Southland
  • The Pact — organization
  • The Two — Northland, Southland
  • a senior aide — of Senate

Quotes

  Dr Ilona Varga, a senior aide
    “a long
    winter”
    direct · warns · about Treaty on the Lake, signature of Treaty on the Lake,
    The lake call · to Northland · 2026-03-03 · Northport Radio

  Senate
    it will vote
    indirect · about the vote

Events

  ✓ 2026-03-03 to 2026-03-04  The lake call · call · Northland, Southland
  ✗ in spring   meeting · cancelled

Treaties

  Treaty on the Lake
  treaty · signed (as of 2026-03-04)
  Northland: signed · Southland: signed
  ✓ 2026-01     signature
  ○ 2026-03-20  parliamentary approval · scheduled · Northland · by Senate
  ◌ [..2027]    entry into force · expected · effective 2027-02
  ◌             deposit · expected

Acts

                water ban · by Northland · directed at Southland

Sources

  • Gazette · https://example.org/g
"""
    )


def test_signs_are_plain_if_the_terminal_lacks_them():
    page = shown(FULL, encoding="ascii")
    assert page.isascii()
    assert "\n  x 2026-01     signature\n" in page
    assert '"a long' in page


def test_colours_change_nothing_else():
    colored = shown(FULL, color=True)
    assert "\x1b[1mThe lake treaty waits\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == shown(FULL)


def test_several_briefs_have_headers_and_a_bad_one_hides_none(run):
    result = run("show", "note.md", "missing.md", "late.md")
    assert result.exit_code == 2
    assert "==> note.md <==\n\nThe lake treaty\n" in result.stdout
    assert "\n\n==> late.md <==\n" in result.stdout
    assert "missing.md: error[file_unreadable]" in result.stderr


def test_invalid_brief_is_reported_with_line_and_column(run, briefs):
    (briefs / "bad.md").write_text("---\nschema_version: '1.0'\nid: Bad\n---\n")
    result = run("show", "bad.md")
    assert result.exit_code == 2
    assert "bad.md:3:5: error[" in result.stderr


def test_status_of_treaties_can_be_shown_on_another_day(run, folder):
    (folder / "note.json").write_text(json.dumps(FULL), encoding="utf-8")
    shown = run("show", "note.json", "--on", "2025").stdout
    assert "(as of 2025)" in shown
    assert re.search(r"^ {4}2026-\d\d-\d\d .*later", shown, re.MULTILINE)
    refused = run("show", "note.json", "--on", "March")
    assert refused.exit_code == 2
    assert "'March' is not a date; write 2025-10-02, 2025-10 or 2025" in refused.stderr


def test_empty_brief_renders_as_nothing():
    assert not shown({"schema_version": "1.0", "sections": []})


def test_empty_file_is_reported_as_empty(run, briefs):
    (briefs / "empty.md").touch()
    assert run("show", "empty.md").stdout == "This brief is empty.\n"


@pytest.mark.parametrize("columns", [1, 30, 80])
def test_lines_fit_the_terminal_unless_a_word_does_not(columns):
    section = {"kind": "lede", "content": [{"type": "paragraph", "text": "条約 は " * 60 + "end"}]}
    page = shown({"schema_version": "1.0", "sections": [section]}, columns)
    assert max(map(width, page.split("\n"))) <= max(columns, 20)


DANGEROUS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@given(text=st.text(min_size=1, max_size=60), columns=st.integers(1, 40))
@example(text="\x9b2J \u202e", columns=40)
def test_text_cannot_act_on_the_terminal(text, columns):
    writer = TerminalWriter(columns)
    writer.write(text, mark=text)
    writer.verbatim(text)
    categories = {unicodedata.category(char) for char in writer.text.replace("\n", "")}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}
    assert not any(char in writer.text for char in "\u061c\u200e\u200f\u202a\u202e\u2066\u2069")


EXAMPLES = Path(__file__).parents[2] / "examples"
HARM = " \x9b31;5m\u202e"


def with_harm(data):
    """Yield copies of data; in each, one text ends with characters that control a terminal."""
    if isinstance(data, str):
        yield data + HARM
    members = enumerate(data) if isinstance(data, list) else getattr(data, "items", tuple)()
    for key, value in members:
        for harmful in with_harm(value):
            copy = data.copy()
            copy[key] = harmful
            yield copy


def test_no_text_of_any_fact_can_act_on_the_terminal():
    shown_at_all = 0
    data = json.loads((EXAMPLES / "finland-nato.json").read_text(encoding="utf-8"))
    for harmful in with_harm(data):
        text = json.dumps(harmful)
        try:
            page = render(outline_of(diplobrief.loads(text)), 80)
        except diplobrief.BriefError as error:
            page = "\n".join(
                [*findings(error.findings, text), report("github", {"": error.findings})]
            )
        assert not DANGEROUS.search(page)
        shown_at_all += "\\u{9b}" in page
    assert shown_at_all > 50


@given(brief=any_brief(max_facts=4))
def test_show_works_for_every_brief(brief):
    page = render(outline_of(brief), 60)
    assert not DANGEROUS.search(page)
    assert ("Treaties" in page.split("\n")) or not brief.treaties
