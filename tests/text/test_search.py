"""Search finds every occurrence of a passage, with an index or without."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplobrief.text.search import SearchableText, WordIndex, fold, occurrences

TEXTS = st.lists(st.sampled_from(["a", "b", "ab", " ", ",", "é"]), max_size=200).map("".join)


def ends_words(text, start, end):
    return not (text[:start][-1:].isalnum() or text[end : end + 1].isalnum())


@given(TEXTS, st.data())
def test_the_index_finds_the_same_occurrences(text, data):
    first = data.draw(st.integers(0, len(text)))
    passage = text[first : first + data.draw(st.integers(1, 9))] or "a"
    for sought in (passage, data.draw(TEXTS.filter(bool))):
        places = list(occurrences(sought, text))
        assert list(WordIndex(text).occurrences(sought)) == places
        whole = [at for at in places if ends_words(text, at, at + len(sought))]
        assert set(whole) <= {*WordIndex(text).occurrences(sought, whole_words=True)}


BLOCKS = st.lists(TEXTS.map(fold), min_size=1, max_size=6)


@given(BLOCKS, st.data())
def test_a_passage_is_found_in_its_own_block(blocks, data):
    text = SearchableText(blocks)
    index = data.draw(st.integers(0, len(blocks) - 1))
    passage = blocks[index].strip()
    found = text.find(passage, limit=1_000) if passage else []
    assert not passage or index in {text.block_at(offset) for offset in found}
    assert all(text.text.startswith(passage, offset) for offset in found)


def test_no_passage_spans_two_blocks():
    text = SearchableText(["one two", "three four"])
    assert text.find("two three") == []
    assert text.find("t") == [4, 8]
    assert [text.block_at(offset) for offset in (6, 8)] == [0, 1]


def test_a_name_is_mentioned_as_whole_words():
    text = SearchableText(["Iranian ministers", "北京与莫斯科会谈", "in Iran"])
    assert text.mentions("Iran")
    assert text.mentions("莫斯科")
    assert not text.mentions("minister")
