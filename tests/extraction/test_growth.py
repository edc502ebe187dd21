"""The time grows with the length of the page, however the page is built."""

from __future__ import annotations

import pytest

from diplobrief import Brief, suggest
from tests.extraction.test_suggest import STORY

STORY_ON_ONE_LINE = " ".join(STORY.split())

PAGES = {
    "the same story": lambda _: STORY_ON_ONE_LINE,
    "other names": lambda number: (
        f"Foreign Minister Kari Berg{letters(number)} of Norway said that page {number} was hers. "
        f"The Committee on Lake {letters(number).title()} said so. Sweden ratified the Treaty on "
        f"Lake {letters(number).title()} on 3 May 2024."
    ),
    "events": lambda number: (
        f"President Ada Moe{letters(number)} met Prime Minister Ann Lee{letters(number)} in Oslo "
        f"on {number % 28 + 1} May 2024, and the talks of Norway and Sweden will be held in June."
    ),
    "acts": lambda number: (
        f"Norway expelled two Swedish diplomats on {number % 28 + 1} May 2024, and Sweden said in "
        "a statement that it had recalled its ambassador."
    ),
    "nouns": lambda _: "the meeting of the talks between a visit to ",
    "no ends": lambda _: "the treaty said it ",
    "quotation marks": lambda _: "“ ‘ ' \" « ",
    "periods": lambda _: "....!!!!????",
}


def letters(number):
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def page(build, repeats, blocks):
    content = [
        {
            "type": "paragraph",
            "text": " ".join(build(block + number) for number in range(repeats)).strip(),
        }
        for block in range(0, blocks * repeats, repeats)
    ]
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "language": "en",
            "sections": [{"kind": "lede", "content": content}],
        }
    )


@pytest.mark.parametrize("name", PAGES)
def test_many_blocks_take_time_in_proportion(name, assert_in_proportion):
    build = PAGES[name]
    assert_in_proportion(suggest, page(build, 4, 2), page(build, 4, 40), times=20)


@pytest.mark.parametrize("name", PAGES)
def test_a_long_block_takes_time_in_proportion(name, assert_in_proportion):
    build = PAGES[name]
    assert_in_proportion(suggest, page(build, 10, 1), page(build, 200, 1), times=20)
