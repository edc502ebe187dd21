"""A passage that differs little from the narrative is found, and the difference is named."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief import Brief
from diplobrief.diagnostics.bounds import MOST_OF_A_CODE


def brief_with(narrative, passage, *, as_quote=False, times=1):
    meeting = {
        "kind": "meeting",
        "status": "completed",
        "start": "2026-03-01",
        "participants": [{"actor": "n"}],
        "evidence": [{"exact": passage}],
    }
    quote = {"mode": "direct", "text": passage, "speakers": ["n"]}
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [{"id": "n", "kind": "state", "name": "Northland"}],
            **({"quotes": [quote] * times} if as_quote else {"events": [meeting] * times}),
            "sections": [
                {
                    "kind": "lede",
                    "content": [{"type": "paragraph", "text": text} for text in narrative],
                }
            ],
        }
    )


@pytest.mark.parametrize(
    ("written", "passage", "difference"),
    [
        ("a cease\u2011fire line", "cease-fire line", "another hyphen or dash"),
        ("from 3\u20135 May", "3-5 May", "another hyphen or dash"),
        ("the co\u00adoperation", "cooperation", "invisible characters"),
        ("the of\ufb01ce of the envoy", "office of the envoy", "ligatures"),
        ("We wait… and see", "We wait... and see", "another ellipsis"),
        ("The Treaty Enters into force", "the treaty enters", "capital letters in other places"),
        ("The cease\u2011\ufb01re…", "the cease-fire...", "several other characters"),
    ],
)
@pytest.mark.parametrize(("as_quote", "code"), [(False, "EVD001"), (True, "EVD003")])
def test_the_difference_is_named(written, passage, difference, as_quote, code):
    brief = brief_with(["First.", written], passage, as_quote=as_quote)
    [finding] = diplobrief.check(brief, select=[code])
    assert f"is in the narrative with {difference}" in finding.message
    assert finding.related[0].path == ("sections", 0, "content", 1, "text")


def test_a_passage_of_two_paragraphs_is_recognised():
    brief = brief_with(["The lake is shared.", "The treaty waits."], "is shared. The treaty")
    [finding] = diplobrief.check(brief, select=["EVD001"])
    assert finding.message == "the passage is in the narrative with a new block within it"


@pytest.mark.parametrize("passage", ["a treaty", "\u00ad", "-"])
def test_other_words_are_not_taken_for_it(passage):
    [finding] = diplobrief.check(brief_with(["Nothing."], passage), select=["EVD001"])
    assert finding.message == "the passage is not in the narrative"


def test_of_very_many_passages_only_those_that_are_listed_are_compared():
    brief = brief_with(["A cease\u2011fire."], "cease-fire", times=MOST_OF_A_CODE + 50)
    findings = diplobrief.check(brief, select=["EVD001"])
    assert [finding.count for finding in findings] == [1] * MOST_OF_A_CODE + [50]
    assert all("hyphen" in finding.message for finding in findings[:-1])


def test_a_quote_over_several_paragraphs_is_told_from_one_that_is_nowhere():
    def message(text):
        quote = f"{{mode: direct, venue: Geneva, text: {text}}}"
        head = f"---\nschema_version: '1.0'\nquotes:\n  - {quote}\n---\n\n# T\n\n"
        body = "“The lake is shared.\n\n“The treaty waits,” she said.\n"
        [found] = diplobrief.check_text(head + body, "markdown", select=["EVD003"])
        return found.message, found.hint

    assert message('"The lake is shared.\\n\\nThe treaty waits."') == (
        "the quoted words run over several paragraphs of the narrative",
        "keep the first paragraph, and put each of the others in `continued`",
    )
    assert "neither in the narrative" in message('"The sea is shared.\\n\\nIt waits."')[0]
