"""A pattern that is only tried at words finds what the pattern alone finds."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief import suggest
from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.mentions.masks import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, word_start
from diplobrief.extraction.word_patterns import WordPattern, words_of

PAGES = sorted(Path(__file__).with_name("whole_pages").glob("*.txt"))
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


@pytest.fixture
def compared(monkeypatch):
    """Compare what each pattern finds with what it finds if the words do not limit it."""
    counted = Counter()
    limited = WordPattern.finditer

    def finditer(pattern, text, words, *bounds):
        found = [*limited(pattern, text, words, *bounds)]
        assert spans(found) == spans(pattern._pattern.finditer(text, *bounds)), text
        counted["found" if found else "nothing found"] += 1
        return iter(found)

    monkeypatch.setattr(WordPattern, "finditer", finditer)
    return counted


# Russian reads some letters as others, and in Arabic some words are written with the next one.
@pytest.mark.parametrize("language", ["ar", "ru"])
def test_no_pattern_of_a_lexicon_misses_anything_in_its_examples(language, compared):
    examples = [*examples_in(lexicon_of(language).data)][::5]
    assert len(examples) > 10
    page = diplobrief.loads("\n\n".join(examples), "text")
    suggest(page.replace(language=language))
    assert compared["found"] > 20
    assert compared["nothing found"] > 50


@pytest.mark.parametrize("page", PAGES[::2], ids=lambda page: page.stem)
def test_no_pattern_misses_anything_on_a_page(page, compared):
    suggest(diplobrief.load(page).replace(language="en"))
    assert compared["found"] > 10


def examples_in(data):
    """Yield the examples of the rows of a lexicon."""
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(value, dict):
            if "example" in value:
                yield value["example"]
            yield from examples_in(value)
        elif isinstance(value, list):
            yield from examples_in(value)
