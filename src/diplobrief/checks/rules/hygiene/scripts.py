"""Words in two scripts, of which one imitates the other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext

_LATIN: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_GREEK: Final = "\u0370-\u03ff\u1f00-\u1fff"
_CYRILLIC: Final = "\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f"
_ARMENIAN: Final = "\u0531-\u0556\u0560-\u0588"
_LETTERS: Final = {
    "Latin": _LATIN,
    "Greek": _GREEK,
    "Cyrillic": _CYRILLIC,
    "Armenian": _ARMENIAN,
}
_SCRIPTS: Final = {name: re.compile(f"[{letters}]") for name, letters in _LETTERS.items()}
_LOOKALIKE_SCRIPTS: Final = re.compile(f"[{_GREEK}{_CYRILLIC}{_ARMENIAN}]")
_BORDER: Final = re.compile(
    "|".join(f"[{one}][{other}]" for one, other in permutations(_LETTERS.values(), 2))
)
_WORD: Final = re.compile(r"[^\W\d_]+")

# Unicode Technical Standard 39, confusables.txt: single letters that look like a Latin one, or
# like a Cyrillic one; without what can be told apart in upright type, such as α and γ.
LOOK_ALIKE: Final = {
    "Cyrillic": dict(
        zip(
            "аеорсухѕіјһԁԛԝѵӏёїѡүҽꙇАВЕКМНОРСТУХЅІЈԚԜӀЁЇҮЬԌѴ",
            "aeopcyxsijhdqwvlëïwyeiABEKMHOPCTYXSIJQWIËÏYbGV",
            strict=True,
        )
    ),
    "Greek": dict(
        zip("ονιρυϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿϜϺϒΓΠΦ", "ovipucjABEZHIKMNOPTYXCJFMYГПФ", strict=True)
    ),
    "Armenian": dict(zip("հոսցօՍՏՕ", "hnugoUSO", strict=True)),
}
"""Letters by script, each with the one that it looks like."""

_ALIKE: Final = {one: other for letters in LOOK_ALIKE.values() for one, other in letters.items()}
_WRITTEN_AS: Final = {
    script: {other: letter for letter, other in reversed(letters.items())}
    for script, letters in LOOK_ALIKE.items()
}


@rule("HYG004", "mixed-scripts", Severity.WARNING)
def mixed_scripts(context: CheckContext) -> Iterator[Problem]:
    """A word mixes Latin, Greek, Cyrillic or Armenian letters that look alike.

    What it does:
        It finds words with letters of two of these scripts, where every letter of the rarer one
        looks like a letter of the other. Words whose foreign letters can be told apart are left
        alone: `TikTokом`, `μm` and `β-blocker` deceive nobody. Letters of one script are left
        alone, too: which form of the Arabic kaf or yeh a name has is a matter of its language.

    Why it matters:
        A Cyrillic `а` in a Latin name cannot be seen, and keeps the name from being found; it
        is also how a false address passes for a true one.

    Example:
        `Pezeshkiаn`, with a Cyrillic `а`.

    Use instead:
        `Pezeshkian`, in one script. It is repaired by `--fix`.

    References:
        Unicode Technical Standard 39, sections 4 and 5.1.
    """
    if _LOOKALIKE_SCRIPTS.search(context.special) is None:
        return
    if _BORDER.search(context.characters) is None:
        return
    for one in context.texts:
        if _BORDER.search(one.text) is None:
            continue
        mixed = {word[0]: _in_one_script(word[0]) for word in _WORD.finditer(one.text)}
        mixed = {word: others for word, others in mixed.items() if others}
        if mixed:
            yield Problem(
                one.path,
                f"{' and '.join(map(_described, mixed))}: letters that look alike are of two "
                "scripts",
                "write the word in one script",
                _repair(one.path, one.text, mixed),
            )


def _in_one_script(word: str) -> list[str]:
    """Return how a word of two scripts reads in either one; nothing where they can be told."""
    if _BORDER.search(word) is None:
        return []
    scripts = [_script(letter) for letter in word]
    counts = Counter(script for script in scripts if script)
    if len(counts) != 2:
        return []
    (most, number), (_, fewer) = counts.most_common()
    if number == fewer and "Greek" in counts:
        return []  # a symbol beside a letter, such as ΔT
    targets = [most] if number > fewer else [*counts]
    written = [_written_in(target, word, scripts) for target in targets]
    return [word for word in written if word is not None]


def _written_in(target: str, word: str, scripts: list[str]) -> str | None:
    letters: list[str] = []
    for letter, script in zip(word, scripts, strict=True):
        if script in {target, ""}:
            letters.append(letter)
            continue
        alike = _ALIKE.get(letter, letter)
        same = _WRITTEN_AS.get(target, {}).get(alike, alike)
        if _script(same) != target:
            return None
        letters.append(same)
    return "".join(letters)


def _script(letter: str) -> str:
    return next((name for name, letters in _SCRIPTS.items() if letters.match(letter)), "")


def _described(word: str) -> str:
    """Name the foreign letters of a word by their code points."""
    counts = Counter(map(_script, word))
    rarer = min((script for script in counts if script), key=lambda script: counts[script])
    points = " ".join(
        f"U+{ord(letter):04X}" for letter in dict.fromkeys(word) if _script(letter) == rarer
    )
    return f"“{word}” ({rarer} {points})"


def _repair(path: tuple[str | int, ...], text: str, mixed: dict[str, list[str]]) -> Fix | None:
    """Return the repair, where it is certain which script each word is meant to be in."""
    if any(len(others) != 1 for others in mixed.values()):
        return None
    repaired = _WORD.sub(lambda word: mixed.get(word[0], [word[0]])[0], text)
    return Fix("write the word in one script", path, repaired)
