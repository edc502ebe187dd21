"""Link reference definitions: those that a text uses are enough to show it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.commonmark import Definitions
from diplobrief.text.plain import block_to_plain, to_plain

LABELS = ["a", "A", "ẞ", "SS", "b  c", "b\tc", r"\[d\]", r"\\", "e`f"]
BLOCKS = [
    '[a]: /x "title"\n[b c]: </y z>',
    "  [ß]:\n  /y\n  'title\n  of two lines'",
    "[A]: /second",
    r"[\[d\]]: /d",
    "[\\\\]: /d\n[e`f]: /f\nand text",
    "[a] is not a definition",
    "> [b c]: /quoted",
]

texts = st.lists(
    st.sampled_from([*(f"[{label}]" for label in LABELS), "[*x*]", "[", "]", "x", "`", "<b>", "!"]),
    min_size=1,
    max_size=5,
).map("".join)


@given(text=texts, blocks=st.lists(st.sampled_from(BLOCKS), max_size=5))
def test_used_definitions_show_a_text_as_all_definitions_do(text, blocks):
    used = Definitions(blocks).used_by(text)
    everything = "\n\n".join(block for block in blocks if block.lstrip().startswith("["))
    assert to_plain(text, used) == to_plain(text, everything)
    # The rest of a paragraph that begins with definitions is shown after the text.
    shown = block_to_plain(f"> x{text}", everything).partition("\n")[0]
    assert block_to_plain(f"> x{text}", used) == shown


def test_first_of_several_definitions_counts():
    definitions = Definitions(["[a]: /first\n[A]: /second", "[a]: /third"])
    assert definitions.text == definitions.used_by("[A]") == "[a]: /first"


@pytest.mark.parametrize("unit", ["[", "]", "[a]", "[a", "\\[", "[a]: /x\n", "[\\"])
def test_definitions_take_time_in_proportion(assert_in_proportion, unit):
    def use(text):
        Definitions([f"[{text}", text]).used_by(text)

    assert_in_proportion(use, unit * 1_000, unit * 20_000, times=20)
