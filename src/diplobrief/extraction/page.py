"""Divides a page into blocks of plain text, and these into sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from diplobrief.commonmark import Definitions
from diplobrief.model import Brief, Bullets, Evidence, Markdown, Numbered
from diplobrief.model.scalars import NOT_PASSAGE
from diplobrief.text.plain import block_to_plain, to_plain
from diplobrief.text.search import SearchableText, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDS: Final = re.compile(r"(?<![.!?…؟])[.!?…؟]++[”’»\"')\]]*+(?=\s)|[;؛](?=\s)")
_NEXT: Final = re.compile(r"\s*(\S)")
_NOT_PASSAGE: Final = re.compile(NOT_PASSAGE)
_LIST: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s")
_LAST_WORD: Final = re.compile(r"(?<![\w.&'’-])([\w.&'’-]*)$")
_QUOTATION: Final = re.compile(
    r"“[^“”]{1,2000}[”\"]|„[^„“”]{1,2000}[“”]|«[^«»]{1,2000}»|\"[^\"“”]{1,2000}[\"”]"
    r"|(?<![\w’'])‘(?:[^‘’]|’(?=\w)){1,2000}’(?!\w)|(?<![\w’'])'(?=\S)[^'\n]{6,400}(?<=\S)'(?!\w)"
)
_SITE: Final = "X"
_SMALL_LETTERS: Final = tuple("abcdefghijklmnopqrstuvwxyz")
_CLOSING_MARKS: Final = "”»\"’'"
_STRAIGHT: Final = '"'
_OPENING: Final = ("“", "«", "„", _STRAIGHT)
_OPEN: Final = re.compile(r"[“«„\"]")
_CLOSING: Final = re.compile(r"[”»]")
_DATELINE: Final = re.compile(
    r"(?=[^\n]{0,90}?[A-Z]{3})(?:date\s+\d{4}-\d\d-\d\d\s+)?[A-ZÀ-Þ][^.!?“\"]{2,70}?\s*(?:\([^)]{2,20}\)\s*)?(?:\s--\s+|\s[—–]\s+|\s-\s+)"
    r"|date\s+\d{4}-\d\d-\d\d\s+(?:[^.]{2,40}?[,\s]\w+\s+[–—-]\s+)?"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A title, a heading, a paragraph or a list item as plain text.

    Args:
        index: Its position on the page.
        text: The text that a reader sees.
        is_heading: Whether it is a title.
        is_item: Whether it is an item of a list.
        goes_on: Whether a quotation in it goes on in the next block.
    """

    index: int
    text: str
    is_heading: bool = False
    is_item: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one that ends with a semicolon.

    Args:
        block: The block that contains it.
        start: The offset of its first character in the block.
        end: The offset after its last character.
        quotations: The spans of quotations in it, marks included, as offsets in the block.
    """

    block: Block
    start: int
    end: int
    quotations: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The characters of the sentence."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True)
class Page:
    """The narrative of a brief, ready to be read.

    Args:
        blocks: The blocks of prose in their order.
        sentences: The sentences in their order.
        narrative: The whole narrative, in which passages are searched: with its headings, and with
            the blocks that are not prose.
    """

    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    narrative: SearchableText

    def is_unique(self, passage: str) -> bool:
        """Whether a passage occurs exactly once in the narrative."""
        return len(self.narrative.find(fold(passage))) == 1


def read_page(
    brief: Brief, abbreviations: frozenset[str], said: re.Pattern[str] | None = None
) -> Page:
    """Divide the narrative of a brief into blocks and sentences.

    Args:
        brief: The brief.
        abbreviations: Words whose period does not end a sentence, without it, in lower case.
        said: What may follow a quotation and belong to it: "Kari Berg said."
    """
    written = [*_written(brief)]
    definitions = Definitions(text for text, kind in written if kind == "markdown")
    blocks: list[Block] = []
    narrative: list[str] = []
    for text, kind in written:
        to_text = block_to_plain if kind == "markdown" else to_plain
        plain = to_text(text, definitions.used_by(text))
        narrative.append(fold(plain).strip())
        prose = [plain] if kind != "markdown" else _lines_of_list(text, plain)
        if kind != "heading" and _NOT_PASSAGE.search(plain) is None:
            blocks += (
                Block(
                    len(blocks) + number,
                    line,
                    is_heading=kind == "title",
                    is_item=kind in {"item", "markdown"},
                )
                for number, line in enumerate(prose)
            )
    blocks = [
        replace(block, goes_on=_goes_on(block.text, following.text if following else ""))
        for block, following in zip_longest(blocks, blocks[1:])
    ]
    sentences = [
        sentence for block in blocks for sentence in sentences_of(block, abbreviations, said)
    ]
    return Page(blocks, sentences, SearchableText(narrative))


def _goes_on(text: str, following: str) -> bool:
    """Whether a quotation is not closed, and the next block opens it again.

    Example:
        >>> _goes_on("He said: “We met.", "“We will meet again.”")
        True
    """
    if not following.startswith(_OPENING):
        return False
    mark = following[0]
    last = text.rfind(mark)
    if last < 0:
        return False
    if mark == _STRAIGHT:
        return text.count(mark) % 2 == 1
    return _CLOSING.search(text, last) is None


def _written(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield each text of the narrative as CommonMark, and its kind."""
    if brief.title is not None:
        yield brief.title, "title"
    if brief.subtitle is not None:
        yield brief.subtitle, "heading"
    for section in brief.sections:
        if section.heading is not None:
            yield section.heading, "heading"
        for block in section.content:
            if isinstance(block, Bullets | Numbered):
                yield from ((item, "item") for item in block.items)
            else:
                yield block.text, "markdown" if isinstance(block, Markdown) else "paragraph"


def _lines_of_list(text: str, plain: str) -> list[str]:
    """Return the items of a nested list; other blocks, such as code and quoted mail, have none."""
    if _LIST.match(text) is None:
        return []
    return [line for line in plain.split("\n") if line.strip()]


class _Quotations:
    """The quotations of a block, in order and without overlap.

    Args:
        text: The text of the block.
        goes_on: Whether its last quotation goes on in the next block.
    """

    def __init__(self, text: str, *, goes_on: bool) -> None:
        self._spans = [match.span() for match in _QUOTATION.finditer(text)]
        if goes_on:
            start = self._spans[-1][1] if self._spans else 0
            opening = _OPEN.search(text, start)
            self._spans += [(opening.start(), len(text))] if opening else []
        self._starts = [start for start, _ in self._spans]
        self._ends = [end for _, end in self._spans]

    def contains(self, start: int, end: int) -> bool:
        """Whether a span lies within a quotation, without its marks."""
        before = bisect_left(self._starts, start) - 1
        return before >= 0 and end < self._ends[before]

    def overlapping(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the spans of the quotations that overlap a span."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return tuple(self._spans[first:last])


def sentences_of(
    block: Block, abbreviations: frozenset[str], said: re.Pattern[str] | None = None
) -> Iterator[Sentence]:
    """Yield the sentences of a block. A semicolon also ends one.

    Args:
        block: The block.
        abbreviations: Words whose period does not end a sentence, without it, in lower case.
        said: What may follow a quotation and belong to it: "Kari Berg said."

    Example:
        >>> block = Block(0, "Gen. Ito left. He said no; she agreed.")
        >>> [sentence.text for sentence in sentences_of(block, frozenset({"gen"}))]
        ['Gen. Ito left.', 'He said no;', 'she agreed.']
    """
    text = block.text
    quotations = _Quotations(text, goes_on=block.goes_on)
    dateline = _DATELINE.match(text)
    start = dateline.end() if dateline else 0
    for end in _ENDS.finditer(text, start):
        if quotations.contains(end.start(), end.end()):
            continue
        if end[0] not in ";؛" and not _starts_sentence(text, end.end()):
            continue
        if end[0][-1] in _CLOSING_MARKS and said is not None and said.match(text, end.end()):
            # “Who was asked?” Kari Berg said.
            continue
        if end[0].startswith(".") and _is_abbreviated(text, end.start(), abbreviations):
            continue
        yield from _sentence(block, start, end.end(), quotations)
        start = end.end()
    yield from _sentence(block, start, len(text), quotations)


def _starts_sentence(text: str, start: int) -> bool:
    following = _NEXT.match(text, start)
    return following is not None and not following[1].islower()


def _is_abbreviated(text: str, period: int, abbreviations: frozenset[str]) -> bool:
    match = _LAST_WORD.search(text, max(0, period - 20), period)
    word = match[1] if match else ""
    if word == _SITE:
        # "in a post on X."
        return not text[: period - len(word)].rstrip().endswith(_SMALL_LETTERS)
    return word.lower() in abbreviations or (len(word) == 1 and word.isupper())


def _sentence(block: Block, start: int, end: int, quotations: _Quotations) -> Iterator[Sentence]:
    start, end = _without_blanks(block.text, start, end)
    if start < end:
        yield Sentence(block, start, end, quotations.overlapping(start, end))


def evidence_for(page: Page, block: Block, start: int, end: int) -> Evidence | None:
    """Return the evidence for a span of a block, with as much around it as makes it unique.

    Args:
        page: The page.
        block: The block.
        start: The offset of the first character of the span in the block.
        end: The offset after its last character.

    Returns:
        The evidence, or `None` if nothing makes it unique, as in a block that occurs twice.
    """
    text = block.text
    start, end = _without_blanks(text, start, end)
    exact = text[start:end]
    for width in (0, 20, 60, 160, 400):
        prefix, suffix = text[max(0, start - width) : start], text[end : end + width]
        if page.is_unique(f"{prefix}{exact}{suffix}"):
            around = {"prefix": prefix, "suffix": suffix}
            return Evidence.model_validate(
                {"exact": exact, **{name: passage for name, passage in around.items() if passage}}
            )
    return None


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
