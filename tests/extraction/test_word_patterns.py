"""A pattern that is only tried at words finds what the pattern alone finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.extraction.mentions.masks import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, word_start
from diplobrief.extraction.word_patterns import WordPattern, words_of

WORDS = st.sampled_from(
    ["sign", "signs", "sign into law", "co-sign", "l'accord", "présidente", "ایران", "و", "İki"]
)
TEXTS = st.lists(
    st.one_of(WORDS, WORDS.map(str.upper), WORDS.map("و{}".format), st.text(max_size=4)), max_size=8
).flatmap(lambda words: st.sampled_from([" ", "-", ", ", ""]).map(lambda gap: gap.join(words)))


def spans(matches):
    return [match.span() for match in matches]


@given(TEXTS, st.lists(WORDS, min_size=1, max_size=4), st.booleans(), st.integers(0, 20))
def test_the_matches_are_those_of_the_pattern(text, words, begins, start):
    written = rf"{word_start(['و'])}{alternatives(words)}{AFTER}"
    found = WordPattern(written, words, begins=begins)
    index = words_of(text, ["و"])
    expected = spans(re.compile(written).finditer(text, start))
    assert spans(found.finditer(text, index, start)) == expected
    first = found.search(text, index, start)
    assert ([first.span()] if first else []) == expected[:1]


@given(TEXTS, st.lists(WORDS, min_size=1, max_size=4))
def test_words_may_be_within_a_match_and_the_text_masked(text, words):
    written = rf"{MASKS['state']}\s*{alternatives(words)}{AFTER}"
    masked = re.sub(r"^\w+", lambda match: MASKS["state"] * len(match[0]), text)
    found = WordPattern(written, words, flags=re.IGNORECASE)
    expected = spans(re.finditer(written, masked, re.IGNORECASE))
    assert spans(found.finditer(masked, words_of(text))) == expected


def test_words_that_overlap_are_found_once():
    found = WordPattern("sign(?: sign)?", ["sign"], begins=True)
    text = "sign sign sign"
    assert spans(found.finditer(text, words_of(text))) == [(0, 9), (10, 14)]


def test_a_pattern_is_compiled_for_the_first_text_that_has_a_word():
    found = WordPattern("(", ["sign"])  # it cannot be compiled
    assert list(found.finditer("Nothing here.", words_of("Nothing here."))) == []
    with pytest.raises(re.error):
        list(found.finditer("They sign.", words_of("They sign.")))


def test_a_word_without_letters_limits_nothing():
    text = "— and —"
    assert spans(WordPattern("—", ["—"], begins=True).finditer(text, words_of(text))) == [
        (0, 1),
        (6, 7),
    ]
