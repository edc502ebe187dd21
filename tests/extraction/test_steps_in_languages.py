"""Sentences in other languages than English tell their steps of treaties, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

import diplobrief

BEFORE = {
    "ar": "معاهدة البحيرة بين النرويج والسويد قصيرة.",
    "es": "El Tratado sobre el Lago entre Noruega y Suecia es breve.",
    "fa": "معاهده دریاچه کوتاه است.",
    "fr": "Le Traité sur le lac entre la Norvège et la Suède est court.",
    "ru": "Договор о границе между Норвегией и Швецией короткий.",
}
"""A page that names a treaty, before the sentence that is read."""


def told(language, sentence):
    text = f"# X\n\n{BEFORE[language]}\n\n{sentence}\n"
    brief = diplobrief.loads(text, "markdown").replace(
        language=language, published=diplobrief.When("2024-05-15")
    )
    steps = [step for treaty in diplobrief.suggest(brief).treaties for step in treaty.milestones]
    return sorted(
        f"{step.kind} {step.status} {step.date or '-'} {','.join(step.parties) or '-'}"
        for step in steps
    )


def sentences():
    lines = Path(__file__).with_name("steps_in_languages.txt").read_text(encoding="utf-8")
    language, sentence, steps = "", "", []
    for line in [*lines.splitlines(), "[end]"]:
        if line.startswith("    "):
            steps.append(line.strip())
        elif line and not line.startswith("#"):
            if sentence:
                yield pytest.param(
                    language, sentence, sorted(steps), id=f"{language}-{sentence[:60]}"
                )
            is_heading = line.startswith("[")
            language = line.strip("[]") if is_heading else language
            sentence, steps = "" if is_heading else line, []


@pytest.mark.parametrize(("language", "sentence", "expected"), [*sentences()])
def test_a_sentence_tells_its_steps(language, sentence, expected):
    assert told(language, sentence) == expected
