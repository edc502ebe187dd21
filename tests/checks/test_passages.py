"""The index of words finds what looking through the whole text finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplobrief.text.word_index import WordIndex, occurrences

TEXTS = st.lists(st.sampled_from(["a", "b", "ab", " ", ",", "é"]), max_size=200).map("".join)


def ends_words(text, start, end):
    return not (text[:start][-1:].isalnum() or text[end : end + 1].isalnum())


@given(TEXTS, st.data())
def test_both_ways_find_the_same_places(text, data):
    first = data.draw(st.integers(0, len(text)))
    passage = text[first : first + data.draw(st.integers(1, 9))] or "a"
    for sought in (passage, data.draw(TEXTS.filter(bool))):
        places = list(occurrences(sought, text))
        assert list(WordIndex(text).occurrences(sought)) == places
        whole = [at for at in places if ends_words(text, at, at + len(sought))]
        assert set(whole) <= {*WordIndex(text).occurrences(sought, whole_words=True)}
