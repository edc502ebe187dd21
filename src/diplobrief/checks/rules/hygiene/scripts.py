"""Words in two scripts whose letters look alike."""

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
    from diplobrief.diagnostics import Path

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
    "|".join(f"[{left}][{right}]" for left, right in permutations(_LETTERS.values(), 2))
)
_WORD: Final = re.compile(r"[^\W\d_]+")

# Unicode Technical Standard 39, confusables.txt: single letters that look like a Latin or Cyrillic
# one, without those that differ in upright type, such as α and γ.
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
"""Letters by script, each with the letter that it looks like."""

_ALIKE: Final = {
    letter: other for letters in LOOK_ALIKE.values() for letter, other in letters.items()
}
_WRITTEN_AS: Final = {
    script: {other: letter for letter, other in reversed(letters.items())}
    for script, letters in LOOK_ALIKE.items()
}


@rule("HYG004", "mixed-scripts", Severity.WARNING, fixes=True)
def mixed_scripts(context: CheckContext) -> Iterator[Problem]:
    """A word mixes Latin, Greek, Cyrillic or Armenian letters that look alike.

    What it does:
        It finds words with letters of two of these scripts in which every letter of the rarer
        script looks like a letter of the other. Words whose foreign letters look different are not
        reported: `TikTokом`, `μm` and `β-blocker` deceive nobody. Neither are different letters of
        one script: whether a name has the Arabic or the Persian kaf depends on its language.

    Why it matters:
        Nobody sees a Cyrillic `а` in a Latin name, but searches for the name miss it. Fake web
        addresses use the same trick.

    Example:
        `Pezeshkiаn`, with a Cyrillic `а`.

    Use instead:
        `Pezeshkian`, in one script. `--fix` does this if one script is clearly meant.

    References:
        Unicode Technical Standard 39, sections 4 and 5.1.
    """
    if _LOOKALIKE_SCRIPTS.search(context.non_ascii) is None:
        return
    if _BORDER.search(context.raw_text) is None:
        return
    for path, text, _ in context.texts:
        if _BORDER.search(text) is None:
            continue
        mixed = {word[0]: _in_one_script(word[0]) for word in _WORD.finditer(text)}
        mixed = {word: others for word, others in mixed.items() if others}
        if mixed:
            words = " and ".join(map(_described, mixed))
            yield Problem(
                path,
                f"{words}: the word mixes letters of two scripts that look alike",
                "write the word in one script",
                _fix(path, text, mixed),
            )


def _in_one_script(word: str) -> list[str]:
    """Return a mixed word in one script, in either if unclear; nothing if it deceives nobody."""
    if _BORDER.search(word) is None:
        return []
    scripts = [_script(letter) for letter in word]
    counts = Counter(script for script in scripts if script)
    if len(counts) != 2:
        return []
    (most, number), (_, fewer) = counts.most_common()
    if number == fewer and "Greek" in counts:
        return []  # a symbol next to a letter, such as ΔT
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


def _fix(path: Path, text: str, mixed: dict[str, list[str]]) -> Fix | None:
    """Return the fix, if it is certain in which script each word is meant to be."""
    if any(len(others) != 1 for others in mixed.values()):
        return None
    fixed = _WORD.sub(lambda word: mixed.get(word[0], [word[0]])[0], text)
    return Fix("write the word in one script", path, fixed)
