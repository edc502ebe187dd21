"""Text that was copied from a PDF: ligatures, and words that line ends divided."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplobrief import check_text, fix_text, loads
from diplobrief.checks import RULES
from diplobrief.checks.rules.hygiene import extracted
from diplobrief.model.narrative import Paragraph
from diplobrief.text.plain import to_inline

CODES = ["HYG012", "HYG013"]


def found(*paragraphs):
    text = "\n\n".join(("# Talks", *paragraphs)) + "\n"
    return [(each.code, each.message) for each in check_text(text, "markdown", select=CODES)]


def fixed(*paragraphs):
    """Return the paragraphs after the automatic fixes."""
    text = "\n\n".join(("# Talks", *paragraphs)) + "\n"
    return fix_text(text, "markdown", select=CODES).text.strip().split("\n\n")[1:]


@pytest.mark.parametrize(
    ("ligature", "letters"),
    [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st")],
)
def test_a_ligature_is_reported_and_replaced_by_its_letters(ligature, letters):
    text = f"The o{ligature}er of a lake."
    [(code, message)] = found(text)
    assert code == "HYG012"
    assert f"U+{ord(ligature):04X} ({letters})" in message
    assert fixed(text) == [f"The o{letters}er of a lake."]


@pytest.mark.parametrize("text", ["Œuvre, Æ and ĳ are letters.", "The senate ratified it."])
def test_letters_of_an_alphabet_are_not_ligatures(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The nego- tiations ended.", "The negotiations ended."),
        ("The nego‐ tiations ended.", "The negotiations ended."),
        ("The nego-tiations ended.", "The negotiations ended."),
        ("Nego- tiations ended.", "Negotiations ended."),
        ("The long- term plan", "The long-term plan"),
        ("The nego- tiations on a long- term plan", "The negotiations on a long-term plan"),
    ],
)
def test_a_divided_word_is_joined_if_it_is_whole_elsewhere(text, whole):
    elsewhere = "All negotiations have a long-term aim, and a long-term end."
    [(code, _)] = found(text, elsewhere)
    assert code == "HYG013"
    assert fixed(text, elsewhere) == [whole, elsewhere]


def test_a_divided_word_that_is_nowhere_whole_is_reported_and_left():
    text = "The nego- tiations ended."
    assert found(text) == [
        ("HYG013", "the end of a line seems to have divided “nego- tiations”"),
    ]
    assert fixed(text) == [text]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The pre- and post-war talks",),
        ("Ein- und Ausfuhr, Ein- oder Ausfuhr",),
        ("A long- to medium-term plan",),
        ("The co-operation of the states", "Cooperation goes on."),
        ("The inter-state treaty", "The inter-state treaty and interstate roads"),
        ("A back-bench vote", "The backbench sat on a bench."),
        ("From Kyiv - the capital", "Kyiv- Moscow", "a- b"),
        ("The Franco-German treaty", "Francogerman"),
        ("Word-after-word goes on", "afterword"),
    ],
)
def test_a_hyphen_of_its_own_is_not_reported(paragraphs):
    assert found(*paragraphs) == []


def test_evidence_is_repaired_with_the_narrative():
    text = """---
schema_version: '1.0'
events:
  - {kind: talks, status: completed, evidence: The nego- tiations were ofﬁcial}
---

# All negotiations

The nego- tiations were ofﬁcial.
"""
    result = fix_text(text, "markdown", select=CODES)
    assert result.text.count("The negotiations were official") == 2
    assert check_text(result.text, "markdown", select=["EVD", *CODES]) == []


WORDS = st.text(st.sampled_from("abﬁ- ‐ÄéЖ\n"), min_size=1, max_size=40)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_fix_removes_nothing_but_hyphens_spaces_and_ligatures(texts):
    # Without a heading, a first line of hyphens would begin front matter.
    blocks = (to_inline(" ".join(text.split()) or "a") for text in texts)
    written = "\n\n".join(("# Talks", *blocks))
    result = fix_text(written, "markdown", select=CODES)
    before, after = (
        "".join(
            block.text
            for section in loads(text, "markdown").sections
            for block in section.content
            if isinstance(block, Paragraph)
        )
        for text in (written, result.text)
    )
    assert _letters(after) == _letters(before)
    assert fix_text(result.text, "markdown", select=CODES).text == result.text


def _letters(text):
    return [char for char in text.replace("ﬁ", "fi") if char not in "-‐ \\"]


SYLLABLES = st.sampled_from(["nego", "tiations", "NEGO", "longer", "term", "é", "pre", "and"])
PAGES = st.lists(
    st.tuples(SYLLABLES, st.sampled_from(["", "-", "- ", "-\n", "‐", "‐ ", " ", " - ", "*-"])).map(
        "".join
    ),
    min_size=1,
    max_size=12,
)


@given(PAGES, st.sampled_from(["markdown", "text"]))
@example(["nego- ", "tiations"], "markdown")
@example(["nego-", "tiations ", "nego", "tiations"], "text")
def test_a_text_is_not_looked_at_only_if_no_word_of_it_is_divided(parts, format):
    page = f"# Talks\n\n{''.join(parts)}\n"
    found = check_text(page, format, select=["HYG013"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extracted, "_may_be_divided", lambda _: True)
        assert check_text(page, format, select=["HYG013"]) == found


def test_only_rules_that_say_so_have_fixes():
    assert {code for code, rule in RULES.items() if rule.fixes} == {
        *("HYG001", "HYG002", "HYG004", "HYG005"),
        *CODES,
    }
