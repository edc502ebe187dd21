"""Rules about characters: they report deception, and allow what belongs to the spelling."""

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
    """Return the hygiene problems of an actor with this name and members, with their codes."""
    brief = Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [{"id": "a", "kind": "state", "name": text, **members}],
            "sections": [],
        }
    )
    context = CheckContext(brief)
    hygiene = [rule for code, rule in RULES.items() if code.startswith("HYG")]
    return [(rule.code, problem) for rule in hygiene for problem in rule.function(context)]


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
def test_characters_that_belong_to_the_spelling_are_not_reported(text):
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lake\U000e0068\U000e0069", "HYG002"),  # tags: text that only programs can read
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
def test_deceptive_characters_are_reported(text, code):
    assert codes(text) == ({code} if code else set())


# In upright type these differ visibly from the Latin letter that Unicode pairs them with.
DIFFERENT = {*"αγσϱᴦͺ\u1fbeг", *"ագզռք"}
COMPOSED = {*"ёїЁЇ"}
"""Letters with a mark; the data only has the letters without it."""
CAPITAL_I = {*"ІӀӏΙ"}
"""The data pairs all vertical strokes with the small l."""


def test_look_alike_letters_are_those_of_unicode():
    """Each pair of the table is in Unicode's data, and only a few of its pairs are omitted."""
    data = {
        letter: {other["c"] for other in others}
        for letter, others in confusables_data.items()
        if len(letter) == 1
    }
    omitted = set()
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
        omitted |= of_script - letters.keys()
    assert omitted == DIFFERENT


@pytest.mark.parametrize("control", "\x00\x08\x0b\x0c\r\x1f\x7f\x80\u2028")
def test_a_control_in_an_extension_member_is_found(control):
    [(code, problem)] = found_in("Lake", **{"x-note": {"deep": [f"a{control}b"]}})
    assert code == "HYG003"
    assert problem.path == ("actors", 0, "x-note", "deep", 0)


@given(st.text(st.sampled_from("aА\u0430оβμT \u200b\u200d\u202e\u2066\u2069ا\u0301e"), min_size=3))
def test_a_fixed_text_has_no_further_finding(text):
    for code, problem in found_in(f"x{text}x"):
        if problem.fix is not None:
            assert code not in codes(problem.fix.value)


@pytest.mark.parametrize("tag", ["qaa", "en-Qaaa", "en-QM", "en-XK", "sr-Latn-RS", "i-klingon"])
def test_registered_and_user_assigned_codes_are_known(tag):
    assert unknown_subtag(tag) is None


@pytest.mark.needs("node")
def test_tables_match_the_packages_that_they_name():
    for name, text in code_registries.generated_texts().items():
        assert (code_registries.TABLES / name).read_text("utf-8") == text, name
    assert is_country("SUHH")
