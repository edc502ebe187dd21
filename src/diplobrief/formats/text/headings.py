"""Headings: which lines start a section, and which kind of section a heading names."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from diplobrief.formats.text.labels import (
    LONGEST_LABEL,
    kind_of_label,
    kind_of_marked_label,
    without_pictograph,
)
from diplobrief.formats.text.line_wrapping import ends_sentence
from diplobrief.formats.text.page_lines import is_timestamp_line
from diplobrief.languages.data import merged, word_set
from diplobrief.languages.tables import LineWords
from diplobrief.model.vocabulary.sections import kind_of_heading
from diplobrief.text.characters import INVISIBLE, SOFT_HYPHEN, SPACE
from diplobrief.text.normalization import normalized
from diplobrief.text.remembering import remembered_if_short

__all__ = [
    "SectionStart",
    "extension_kind",
    "is_heading_in_capitals",
    "labelled_start",
    "marked_heading",
    "possible_heading",
    "starts_section",
    "without_emphasis",
]

_COLON: Final = rf"[{SPACE}]{{0,3}}[:：][{INVISIBLE}]{{0,3}}"
_HASHES: Final = re.compile(rf"(#{{1,6}})[{SPACE}]+(\S.*)")
_EMPHASIZED: Final = re.compile(
    rf"(?P<mark>\*{{1,3}}|_{{1,3}})(?P<label>[^*_\s][^*_]{{0,{LONGEST_LABEL}}}?)(?P<inner>{_COLON})?"
    rf"(?P=mark)(?P<outer>{_COLON})?[{SPACE}]*(?P<rest>.*)"
)
_DIVIDED: Final = re.compile(
    rf"(?P<label>[^:：]{{1,{LONGEST_LABEL}}}?)"
    rf"(?:(?P<colon>{_COLON})[{SPACE}]*|[{SPACE}]{{1,3}}(?:—|–|--?)[{SPACE}]{{1,3}})(?P<rest>.*)"
)
_RUN_IN: Final = re.compile(
    rf"(?P<label>[^.:：?؟]{{1,{LONGEST_LABEL}}}?[?؟]?)(?P<colon>(?:\.|(?<=[?؟]))[{SPACE}]{{1,3}}|\t)"
    rf"(?P<rest>\S.*)"
)
_NUMBER: Final = re.compile(
    rf"(?:\(?(?:\d{{1,2}}|[IVX]{{1,5}}|[A-H])[.)\-–]|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}\.?)[{SPACE}]+"
)
_FINAL_COLON: Final = re.compile(
    rf"(?<![{SPACE}{INVISIBLE}:：؛])[{SPACE}{INVISIBLE}]*+[:：؛][{SPACE}{INVISIBLE}:：]*+$"
)
_MAX_LABEL_WORDS: Final = 6
_MAX_HEADING_WORDS: Final = 14
_MAX_HEADING_LENGTH: Final = 160
_SECTION_LEVEL: Final = 2
_SLUG_LENGTH: Final = 62
_LATIN_LETTERS: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"}
    | {"ŋ": "ng", "ə": "e"}
)
"""Latin letters that do not decompose into a letter and an accent."""
_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
_LETTER: Final = re.compile(r"[^\W\d_]")

_WORDS: Final = merged(LineWords)
_NOT_HEADINGS: Final = word_set((*_WORDS.metadata_names, *_WORDS.not_headings))
_LEADING_ON: Final = word_set(_WORDS.leading_on)


class SectionStart(NamedTuple):
    """The start of a section: its heading, its kind, and the text after it on the same line."""

    heading: str
    kind: str | None
    rest: str


@remembered_if_short
def labelled_start(text: str) -> SectionStart | None:
    """Return the section that a line starts if it begins with a known label.

    Example:
        >>> labelled_start("**Why it matters:** It is the last limit.")
        SectionStart(heading='Why it matters', kind='why_it_matters', rest='It is the last limit.')
        >>> labelled_start("Итог")
        SectionStart(heading='Итог', kind='the_bottom_line', rest='')
        >>> labelled_start("2. Key points")
        SectionStart(heading='2. Key points', kind='key_points', rest='')
        >>> labelled_start("Russia: A source was brought out.")
    """
    _, line = _without_hashes(text)
    emphasized = _EMPHASIZED.match(line) if line[0] in "*_" else None
    if emphasized is not None:
        heading = _without_colon(emphasized["label"]).rstrip(".")
        kind = _kind_of_numbered(heading, is_marked=True)
        return SectionStart(heading, kind, _visible(emphasized["rest"])) if kind else None
    return _label_alone(line, has_hashes=line != text) or _label_and_text(line)


def _label_alone(line: str, *, has_hashes: bool) -> SectionStart | None:
    if len(line) > LONGEST_LABEL:
        return None
    heading = _without_colon(line)
    is_marked = has_hashes or heading != line.strip(SPACE + INVISIBLE)
    if heading.endswith(".") and _is_several_words(heading):
        heading = heading.removesuffix(".")
    kind = _kind_of_numbered(heading, is_marked=is_marked)
    return SectionStart(heading, kind, "") if kind else None


def _label_and_text(line: str) -> SectionStart | None:
    for pattern in (_RUN_IN, _DIVIDED):
        divided = pattern.match(line)
        if divided is None:
            continue
        heading, rest = divided["label"].strip(SPACE + INVISIBLE), _visible(divided["rest"])
        kind = kind_of_label(heading)
        if kind is None or not rest:
            continue
        if pattern is _RUN_IN and (rest[0].islower() or not _is_several_words(heading)):
            continue
        if not divided["colon"]:
            if rest[0].islower() and kind_of_heading(heading) is None:
                continue  # the dash means "is": «Главное — это мир»
            if is_timestamp_line(rest):
                continue  # the title of a document, and its day
        return SectionStart(heading, kind, rest)
    return None


def _kind_of_numbered(heading: str, *, is_marked: bool) -> str | None:
    number = _NUMBER.match(heading)
    label = heading[number.end() :] if number else heading
    return kind_of_marked_label(label) if is_marked else kind_of_label(label)


def _is_several_words(text: str) -> bool:
    return len(text.split(maxsplit=1)) > 1


@remembered_if_short
def marked_heading(text: str) -> SectionStart | None:
    """Return the section that a heading with two hash signs starts, whatever its words."""
    level, line = _without_hashes(text)
    if level != _SECTION_LEVEL or len(line) > _MAX_HEADING_LENGTH:
        return None
    if len(line.split()) > _MAX_HEADING_WORDS:
        return None
    heading = _without_colon(without_emphasis(line))
    return SectionStart(heading, extension_kind(heading), "") if _LETTER.search(heading) else None


def starts_section(text: str, *, alone: bool = False) -> bool:
    """Whether a line starts with a known label or is a marked heading.

    Args:
        text: The line.
        alone: Whether text after the heading on the same line rules it out.
    """
    start = labelled_start(text) or marked_heading(text)
    return start is not None and not (alone and start.rest)


def possible_heading(text: str) -> SectionStart | None:
    """Return the section that a short line with a colon at its end may start.

    Speakers, credits, metadata and sentences that lead on to something do not.

    Example:
        >>> possible_heading("Regional reaction:")
        SectionStart(heading='Regional reaction', kind='x-regional-reaction', rest='')
        >>> possible_heading("Photo:"), possible_heading("The ministers said:")
        (None, None)
    """
    if len(text) > LONGEST_LABEL or not (":" in text or "：" in text):
        return None
    if not _FINAL_COLON.search(text) and text[0] not in "*_":
        return None
    emphasized = _EMPHASIZED.fullmatch(text)
    if emphasized is not None and not emphasized["rest"]:
        if not (emphasized["inner"] or emphasized["outer"]):
            return None
        text = emphasized["label"]
    heading = _without_colon(text)
    words = without_pictograph(heading).split()
    if not words or len(words) > _MAX_LABEL_WORDS:
        return None
    first, last = words[0].lower().strip("."), words[-1].lower()
    if not words[0][0].isalpha() or words[0][0].islower() or ends_sentence(heading):
        return None
    if first in _NOT_HEADINGS or last in _NOT_HEADINGS or last in _LEADING_ON:
        return None
    if any(mark in heading for mark in '“”"«»()[]{}<>/@|,;') or any(map(str.isdigit, heading)):
        return None
    return SectionStart(heading, extension_kind(heading), "")


def is_heading_in_capitals(text: str) -> bool:
    """Whether a line is short and in capitals, like the headings of some pages.

    Example:
        >>> is_heading_in_capitals("REGIONAL REACTION"), is_heading_in_capitals("NATO, ONU, UE")
        (True, False)
    """
    words = text.split(maxsplit=_MAX_LABEL_WORDS)
    return (
        len(text) <= LONGEST_LABEL
        and text.isupper()
        and len(words) <= _MAX_LABEL_WORDS
        and not _NOT_HEADINGS.intersection((words[0].lower(), words[-1].lower()))
        and all(char.isalpha() or char in " \u00a0'’-–&" for char in text)
    )


def extension_kind(heading: str) -> str | None:
    """Return `x-` and the heading's slug, or `None` if it has no Latin letter or digit.

    Example:
        >>> extension_kind("Réaction de l’UE"), extension_kind("Główne punkty")
        ('x-reaction-de-l-ue', 'x-glowne-punkty')
        >>> extension_kind("Реакция")
    """
    latin = heading.lower() if heading.isascii() else _in_ascii(heading)
    slug = _NOT_SLUG.sub("-", latin).strip("-")[:_SLUG_LENGTH].strip("-")
    return f"x-{slug}" if slug else None


def _in_ascii(text: str) -> str:
    letters = normalized(text.replace(SOFT_HYPHEN, ""), "NFKD").casefold()
    latin = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return latin.translate(_LATIN_LETTERS)


def _without_hashes(text: str) -> tuple[int, str]:
    """Return the number of hash signs before a heading, and the heading."""
    marked = _HASHES.match(text) if text[0] == "#" else None
    if marked is None:
        return 0, text
    return len(marked[1]), marked[2].rstrip("#").rstrip(SPACE) or marked[2]


def without_emphasis(text: str) -> str:
    """Return a line without the `**` around all of it.

    Example:
        >>> without_emphasis("**The treaty waits**")
        'The treaty waits'
    """
    if text[0] not in "*_" or len(text) > _MAX_HEADING_LENGTH:
        return text
    emphasized = _EMPHASIZED.fullmatch(text)
    return emphasized["label"] if emphasized is not None and not emphasized["rest"] else text


def _without_colon(text: str) -> str:
    return _FINAL_COLON.sub("", text).strip(SPACE + INVISIBLE)


def _visible(rest: str) -> str:
    return rest if rest.strip(INVISIBLE) else ""
