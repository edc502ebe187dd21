"""Characters that nobody sees: found where they hide something, left where they are spelling."""

from __future__ import annotations

import unicodedata

import pytest
from confusable_homoglyphs.confusables import confusables_data
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.checks import RULES, CheckContext
from diplobrief.checks.rules.hygiene.registries import is_country, unknown_subtag
from diplobrief.checks.rules.hygiene.scripts import LOOK_ALIKE
from diplobrief.model import Brief
from scripts import code_registries


def found_in(text, **members):
    """Return the problems of hygiene in a name and what stands beside it, with their codes."""
    brief = Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [{"id": "a", "kind": "state", "name": text, **members}],
            "sections": [],
        }
    )
    subject = CheckContext(brief)
    hygiene = [rule for code, rule in RULES.items() if code.startswith("HYG")]
    return [(rule.code, problem) for rule in hygiene for problem in rule.function(subject)]


def codes(text):
    return {code for code, _ in found_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهند",
        "क्\u200dष",
        "👨\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "葛\U000e0100城",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "ประเทศ\u200bไทย",
        "کشور \u2068NATO\u2069 است",
        "\u200fישראל",
        "TikTokом",
        "10 μm",
        "ΔT",
        "СУ-57 и F-16",
    ],
)
def test_what_belongs_to_the_spelling_is_left_alone(text):
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lake\U000e0068\U000e0069", "HYG002"),  # tags: a text that only programs read
        ("Lake\U000e0101", "HYG002"),  # the same, in variation selectors
        ("La\ufe0fke", "HYG002"),
        ("La\u200dke", "HYG002"),
        ("Lake\u200c Treaty", "HYG002"),
        ("\ufeffLake", "HYG002"),
        ("کشور \u2068NATO است", "HYG001"),
        ("کشور \u202eNATO\u202c است", "HYG001"),
        ("Lake \u2068Treaty\u2069", "HYG001"),
        ("Lake\u200f", "HYG001"),
        ("Iv\u0430nov", "HYG004"),
        ("\u041cocква", "HYG004"),
        ("Սarkissian", "HYG004"),
        ("Θε\u043fδωράκης", ""),
        ("\u041fΑΠΑΝΔΡΕΟΥ", "HYG004"),
        ("Բaku", ""),
    ],
)
def test_what_hides_something_is_found(text, code):
    assert codes(text) == ({code} if code else set())


# In upright type these can be told from the Latin letter that Unicode's data sets beside them.
TOLD_APART = {*"αγσϱᴦͺ\u1fbeг", *"ագզռք"}
COMPOSED = {*"ёїЁЇ"}
"""Letters with a mark, of which the data has the bare letter."""
CAPITAL_I = {*"ІӀӏΙ"}
"""The data sets all strokes beside the small l."""


def test_what_looks_alike_is_what_unicode_says():
    """Both ways: each pair of the table is one of Unicode's, and those left out are few."""
    data = {
        letter: {other["c"] for other in others}
        for letter, others in confusables_data.items()
        if len(letter) == 1
    }
    left_out = set()
    for script, letters in LOOK_ALIKE.items():
        assert all(unicodedata.name(letter).startswith(script.upper()) for letter in letters)
        for letter, other in letters.items():
            if letter not in COMPOSED | CAPITAL_I:
                small = other.lower() in data.get(letter.lower(), ())
                assert small or other in data[letter], (letter, other)
        of_script = {
            letter
            for letter, others in data.items()
            if unicodedata.name(letter, "").startswith(f"{script.upper()} ")
            and letter.isalpha()
            and any(len(other) == 1 and other.isascii() and other.isalpha() for other in others)
        }
        left_out |= of_script - letters.keys()
    assert left_out == TOLD_APART


@pytest.mark.parametrize("control", "\x00\x08\x0b\x0c\r\x1f\x7f\x80\u2028")
def test_a_control_in_an_extension_member_is_found(control):
    [(code, found)] = found_in("Lake", **{"x-note": {"deep": [f"a{control}b"]}})
    assert code == "HYG003"
    assert found.path == ("actors", 0, "x-note", "deep", 0)


@given(st.text(st.sampled_from("aА\u0430оβμT \u200b\u200d\u202e\u2066\u2069ا\u0301e"), min_size=3))
def test_a_repair_leaves_nothing_for_its_rule_to_find(text):
    for code, problem in found_in(f"x{text}x"):
        if problem.fix is not None:
            assert code not in codes(problem.fix.value)


@pytest.mark.parametrize("tag", ["qaa", "en-Qaaa", "en-QM", "en-XK", "sr-Latn-RS", "i-klingon"])
def test_what_the_registry_lists_or_sets_aside_is_known(tag):
    assert unknown_subtag(tag) is None


def test_the_tables_are_those_of_the_packages_that_they_name():
    for name, text in code_registries.generated_texts().items():
        assert (code_registries.TABLES / name).read_text("utf-8") == text, name
    assert is_country("SUHH")
