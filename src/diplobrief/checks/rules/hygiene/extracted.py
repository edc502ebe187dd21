"""What is left of the layout of a page when its words are copied from a PDF."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.checks.context import CheckContext

_LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_NAMES: Final = {char: f"U+{ord(char):04X} ({text})" for char, text in _LIGATURES.items()}
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_LETTERS: Final = str.maketrans(_LIGATURES)

_WORD: Final = re.compile(r"[^\W\d_]+")
_DIVIDED: Final = re.compile(
    r"(?<![^\W_])(?<![-‐])(?P<start>[^\W\d_]{2,})(?P<hyphen>[-‐]\s?)(?P<end>[^\W\d_]{2,})"
    r"(?![^\W_])(?![-‐]\w)"
)
_SHORTEST_START: Final = 4
"""How many letters the start of a word has if no space shows that it was divided.

Shorter ones may be prefixes: co-operation, non-party."""
# They begin with the hyphen, for which a text is searched much faster than for letters.
_OPEN_HYPHEN: Final = re.compile(r"[-‐](?<=[^\W\d_].)\s")
_COMPOUND: Final = re.compile(rf"[-‐](?<=([^\W\d_]{{{_SHORTEST_START}}}).)(?=([^\W\d_]{{2}}))")


class _Words(NamedTuple):
    """The words of a brief in small letters.

    Args:
        whole: The words between spaces and punctuation; a compound counts as its parts.
        compounds: How often each pair of words is joined by a hyphen without a space.
    """

    whole: frozenset[str]
    compounds: Counter[tuple[str, str]]


@rule("HYG012", "ligature", Severity.WARNING, fixes=True)
def ligature(context: CheckContext) -> Iterator[Problem]:
    """A text contains a ligature as one character.

    What it does:
        It finds the characters U+FB00 to U+FB06, each of which stands for two or three Latin
        letters.

    Why it matters:
        Some PDFs contain them in place of the letters. The words look right, but searches do not
        find them, and neither is evidence found in the narrative.

    Example:
        `The Senate rati\ufb01ed the treaty`, with U+FB01.

    Use instead:
        `The Senate ratified the treaty`. `--fix` writes the letters.

    References:
        The Unicode Standard, section 7.1, Alphabetic Presentation Forms.
    """
    if _LIGATURE.search(context.non_ascii) is None:
        return
    for path, text, _ in context.texts:
        found = {*_LIGATURE.findall(text)}
        if found:
            characters = ", ".join([_NAMES[char] for char in sorted(found)])
            yield Problem(
                path,
                f"the text contains the ligature {characters}",
                "write the letters one by one",
                Fix("write the letters of ligatures", path, text.translate(_LETTERS)),
            )


@rule("HYG013", "divided-word", Severity.INFO, fixes=True)
def divided_word(context: CheckContext) -> Iterator[Problem]:
    """A word is divided by a hyphen that was at the end of a line.

    What it does:
        It finds a hyphen and a space between two parts in small letters, and a hyphen alone if the
        whole word is elsewhere in the brief and its second part is not. A hyphen that stands for an
        omitted word ("pre- and post-war") is not reported, and neither is a compound that occurs
        more than once.

    Why it matters:
        In a PDF, words are divided at the ends of lines. Copied text keeps the hyphens, so searches
        miss these words, and evidence is not found in the narrative.

    Example:
        `The nego- tiations ended`

    Use instead:
        `The negotiations ended`. `--fix` joins the parts if the whole word, or the compound with
        its hyphen, is elsewhere in the brief.

    References:
        The Unicode Standard, section 6.2, Dashes and Hyphens.
    """
    if not _may_be_divided(context.raw_text):
        return
    words: _Words | None = None
    for path, text, _ in context.texts:
        divided = [*_DIVIDED.finditer(text)] if "-" in text or "‐" in text else []
        if not divided:
            continue
        words = words or _words_of(text for _, text, _ in context.texts)
        reported = [match for match in divided if _is_divided(match, words)]
        if not reported:
            continue
        joined = _joined(text, reported, words)
        listed = ", ".join(dict.fromkeys(f"“{match[0]}”" for match in reported))
        yield Problem(
            path,
            f"the end of a line seems to have divided {listed}",
            "join the parts of the word",
            None if joined == text else Fix("join divided words", path, joined),
        )


def _may_be_divided(raw: str) -> bool:
    """Return whether a text may have a divided word, without looking at each string of the brief.

    That needs a hyphen before a space, or one between letters that also are joined.
    """
    # After a backslash, letters are not what they seem.
    if "\\" in raw or _OPEN_HYPHEN.search(raw) is not None:
        return True
    small = raw.lower()
    return any(start + end in small for start, end in {*_COMPOUND.findall(small)})


def _words_of(texts: Iterable[str]) -> _Words:
    whole: set[str] = set()
    compounds: Counter[tuple[str, str]] = Counter()
    for text in {*texts}:
        small = text.lower()
        whole.update(_WORD.findall(_DIVIDED.sub(" ", small)))
        for match in _DIVIDED.finditer(small):
            if len(match["hyphen"]) == 1:
                compounds[match["start"], match["end"]] += 1
    return _Words(frozenset(whole), compounds)


def _joined(text: str, divided: Iterable[re.Match[str]], words: _Words) -> str:
    """Return a text in which those words are whole that are so elsewhere in the brief."""
    parts: list[str] = []
    end = 0
    for match in divided:
        start, rest = match["start"].lower(), match["end"].lower()
        if start + rest in words.whole:
            parts += (text[end : match.start()], match["start"])
        elif words.compounds[start, rest]:
            parts += (text[end : match.start()], match["start"], match["hyphen"][0])
        else:
            continue
        end = match.start("end")
    return "".join((*parts, text[end:]))


def _is_divided(match: re.Match[str], words: _Words) -> bool:
    start, end = match["start"].lower(), match["end"].lower()
    if not match["end"].islower() or not match["start"][-1].islower():
        return False
    if len(match["hyphen"]) > 1:
        return end not in _after_open_hyphen()
    return (
        len(start) >= _SHORTEST_START
        and start + end in words.whole
        and end not in words.whole
        and words.compounds[start, end] == 1
    )


def _after_open_hyphen() -> frozenset[str]:
    """Return the words before which a hyphen stands for an omitted word: pre- and post-war."""
    from diplobrief.languages.data import merged, word_set
    from diplobrief.languages.tables import LineWords

    words = merged(LineWords)
    return word_set((*words.conjunctions, *words.range_words))
