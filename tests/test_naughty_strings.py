"""The big list of naughty strings, as every kind of text: kept whole, or refused by name."""

from __future__ import annotations

import json

import pytest

import diplobrief
from diplobrief.text.plain import to_inline, to_plain

FORMATS = ["json", "markdown"]
BLANK = " \t\n\r"


@pytest.fixture(scope="module")
def naughty_strings(node_json):
    found = node_json("show(require('blns'))")
    assert len(found) > 400
    return found


def kept_or_refused(data, *, must_be_kept):
    """Load data; return the briefs that come back from each format, none where it is refused."""
    try:
        brief = diplobrief.loads(json.dumps(data), "json")
    except diplobrief.BriefError as error:
        assert not must_be_kept, error
        assert all(found.path and found.hint for found in error.findings)
        return []
    return [diplobrief.loads(diplobrief.dumps(brief, name), name) for name in FORMATS]


def is_clean_line(text):
    return bool(text.strip(BLANK)) and text == text.strip(BLANK) and text.isprintable()


def test_as_a_fact(naughty_strings):
    for text in naughty_strings:
        data = {
            "schema_version": "1.0",
            "publisher": text,
            "topics": [text],
            "actors": [{"id": "a", "kind": "person", "name": text, "note": text}],
            "quotes": [
                {
                    "speakers": ["a"],
                    "mode": "direct",
                    "text": text,
                    "evidence": [{"exact": text, "prefix": text}],
                    "original": {"language": "en", "text": text},
                }
            ],
            "sections": [],
        }
        for brief in kept_or_refused(data, must_be_kept=is_clean_line(text)):
            assert brief.publisher == brief.topics[0] == brief.actors[0].name == text
            assert brief.actors[0].note == brief.quotes[0].text == text
            assert brief.quotes[0].evidence[0].exact == brief.quotes[0].evidence[0].prefix == text
            assert brief.quotes[0].original.text == text


def test_as_an_extension(naughty_strings):
    for text in naughty_strings:
        data = {"schema_version": "1.0", "sections": [], "x-any": {"all": [text], text[:64]: None}}
        for brief in kept_or_refused(data, must_be_kept=True):
            assert brief.extensions["x-any"]["all"][0] == text
            assert brief.extensions["x-any"][text[:64]] is None


def test_as_plain_text_in_the_narrative(naughty_strings):
    for text in naughty_strings:
        if not is_clean_line(text):
            continue
        inline = to_inline(text)
        assert to_plain(inline) == text
        data = {
            "schema_version": "1.0",
            "title": inline,
            "sections": [
                {
                    "kind": "lede",
                    "content": [
                        {"type": "paragraph", "text": inline},
                        {"type": "bullets", "items": [inline, inline]},
                        {"type": "numbered", "start": 1, "items": [inline]},
                    ],
                }
            ],
        }
        for brief in kept_or_refused(data, must_be_kept=True):
            paragraph, bullets, numbered = brief.sections[0].content
            assert brief.title == paragraph.text == bullets.items[1] == numbered.items[0] == inline


def test_as_markup_in_the_narrative(naughty_strings):
    for text in naughty_strings:
        for block in ({"type": "paragraph", "text": text}, {"type": "markdown", "text": text}):
            data = {"schema_version": "1.0", "sections": [{"kind": "lede", "content": [block]}]}
            for brief in kept_or_refused(data, must_be_kept=False):
                assert brief.sections[0].content[0].text == text


@pytest.mark.parametrize("name", ["markdown", "text", "json"])
def test_as_a_whole_document(naughty_strings, name):
    read = 0
    for text in naughty_strings:
        try:
            brief = diplobrief.loads(text, name)
        except diplobrief.BriefError as error:
            assert error.line is not None
            continue
        read += 1
        assert diplobrief.loads(diplobrief.dumps(brief, "markdown"), "markdown") == brief
    assert read > 400 or name == "json"
