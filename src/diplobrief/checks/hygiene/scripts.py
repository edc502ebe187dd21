"""Words in two scripts, of which one imitates the other."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.subject import Subject

_LATIN: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_GREEK: Final = "\u0370-\u03ff\u1f00-\u1fff"
_CYRILLIC: Final = "\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f"
_SCRIPTS: Final = {
    "Latin": re.compile(f"[{_LATIN}]"),
    "Greek": re.compile(f"[{_GREEK}]"),
    "Cyrillic": re.compile(f"[{_CYRILLIC}]"),
}
_LOOKALIKE_SCRIPTS: Final = re.compile(f"[{_GREEK}{_CYRILLIC}]")
_BORDER: Final = re.compile(
    f"[{_LATIN}][{_GREEK}{_CYRILLIC}]|[{_GREEK}{_CYRILLIC}][{_LATIN}]"
    f"|[{_GREEK}][{_CYRILLIC}]|[{_CYRILLIC}][{_GREEK}]"
)
_WORD: Final = re.compile(r"[^\W\d_]+")

# Unicode Technical Standard 39, confusables.txt: single letters that look like a Latin one.
_LIKE_LATIN: Final = {
    "Cyrillic": dict(
        zip(
            "аеорсухѕіјһԁԛԝѵӏёїАВЕКМНОРСТУХЅІЈԚԜӀЁЇҮ",
            "aeopcyxsijhdqwvlëïABEKMHOPCTYXSIJQWIËÏY",
            strict=True,
        )
    ),
    "Greek": dict(zip("ονιρυϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ovipucjABEZHIKMNOPTYXCJ", strict=True)),
}
_AS_LATIN: Final = {**_LIKE_LATIN["Cyrillic"], **_LIKE_LATIN["Greek"]}
_FROM_LATIN: Final = {
    script: {latin: letter for letter, latin in letters.items()}
    for script, letters in _LIKE_LATIN.items()
}


@rule("HYG004", "mixed-scripts", Severity.WARNING)
def mixed_scripts(subject: Subject) -> Iterator[Problem]:
    """A word mixes Latin, Greek and Cyrillic letters that look alike.

    What it does:
        It finds words with letters of two of these scripts, where every letter of the rarer one
        looks like a letter of the other. Words whose foreign letters can be told apart are left
        alone: `TikTokом`, `μm` and `β-blocker` deceive nobody.

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
    if _LOOKALIKE_SCRIPTS.search(subject.special) is None:
        return
    if _BORDER.search(subject.characters) is None:
        return
    for one in subject.texts:
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
        latin = letter if script == "Latin" else _AS_LATIN.get(letter, "")
        same = latin if target == "Latin" else _FROM_LATIN[target].get(latin, "")
        if not same:
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
