"""Fill the generated parts of the documentation from the code, so that they cannot go stale.

A hook of mkdocs: a comment `<!-- generated: NAME -->` in a page is replaced by what the function of
that name returns.
"""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING

import command_pages
import format_examples
import model_drawing
import schema_pages
from diplobrief.checks import FAMILIES, RULES
from diplobrief.diagnostics.codes import GROUPS
from diplobrief.model.integrity import INTEGRITY_CODES
from diplobrief.model.vocabulary import VOCABULARIES
from diplobrief.treaties import ACTS, EFFECTS, PARTY_STAGES, PRECEDENCE, TREATY_STAGES, Effect
from tables import table
from treaty_ladder import ladder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_MARK = re.compile(r"<!-- generated: ([a-z]+) -->")


def on_page_markdown(markdown: str, **_context: object) -> str:
    """Replace every mark on a page; mkdocs calls it by this name."""
    return _MARK.sub(lambda mark: "\n".join(_GENERATED[mark[1]]()), markdown)


def vocabularies() -> Iterator[str]:
    for vocabulary in VOCABULARIES.values():
        yield f"## {vocabulary.name} {{: #{vocabulary.name.lower()} }}"
        openness = "open" if vocabulary.open else "closed"
        yield f"\nWhat is said: {vocabulary.title}. The vocabulary is {openness}.\n"
        has_labels = any(term.labels for term in vocabulary)
        has_sources = any(term.source for term in vocabulary)
        columns = ["Term", "Meaning"]
        columns += ["Headings that say it"] * has_labels + ["Source"] * has_sources
        yield from table(
            columns,
            (
                [f"`{term.value}`", term.meaning]
                + ["; ".join(term.labels)] * has_labels
                + [term.source] * has_sources
                for term in vocabulary
            ),
        )


def integrity() -> Iterator[str]:
    yield from table(
        ["Code", "Rule"], ([f"`{code}`", rule] for code, rule in INTEGRITY_CODES.items())
    )


def codes() -> Iterator[str]:
    for group, known in GROUPS.items():
        yield f"### {group}\n"
        yield from table(
            ["Code", "What it says", "What to do"],
            (
                [
                    f'<span id="{code.name}">`{code.name}`</span>'
                    + (f" {_badge(code.severity)}" if code.severity != "error" else ""),
                    code.meaning,
                    code.remedy,
                ]
                for code in known
            ),
        )


def families() -> Iterator[str]:
    yield ", ".join(
        f"[{name.lower()} (`{prefix}`)](checks.md#{prefix.lower()})"
        for prefix, name, _ in map(_family, FAMILIES)
    )


def _family(package: ModuleType) -> tuple[str, str, str]:
    """Return the letters of a family of rules, its name, and what it is about."""
    prefix, _, about = cleandoc(package.__doc__ or "").partition(": ")
    return prefix, package.__name__.rpartition(".")[2].capitalize(), about


def rules() -> Iterator[str]:
    for package in FAMILIES:
        prefix, name, about = _family(package)
        found = [rule for rule in RULES.values() if rule.code.startswith(prefix)]
        yield f"## {name} ({prefix}) {{: #{prefix.lower()} }}\n\n{about[0].upper()}{about[1:]}\n"
        yield from table(
            ["Code", "What is found", "Severity"],
            (
                [
                    f"[`{rule.code}`](#{rule.code.lower()})",
                    rule.explanation.partition("\n\n")[0].replace("\n", " "),
                    _badge(rule.severity),
                ]
                for rule in found
            ),
        )
        for rule in found:
            yield f"### {rule.code}: {rule.name} {{: #{rule.code.lower()} }}"
            yield f"\n{_badge(rule.severity)}\n"
            # The parts of the explanation ("Why it matters:") become definitions.
            yield re.sub(
                r"^(\S[^\n]*):\n((?:[ ]{4}[^\n]*\n?)+)",
                lambda part: f"{part[1]}\n:   {part[2].lstrip()}\n",
                rule.explanation,
                flags=re.MULTILINE,
            )
            yield ""


def _badge(severity: str) -> str:
    return f'<span class="severity {severity}">{severity}</span>'


def acts() -> Iterator[str]:
    yield from table(
        ["Act", "What it does", "Basis"],
        ([f"`{act.kind}`", act.effect.value, act.basis] for act in ACTS.values()),
    )


def effects() -> Iterator[str]:
    reaches = {"none": "", "listed": "listed parties", "each": "each party"}
    columns = ["Effect", "Of one party, for the treaty", "Of the whole, for", "Basis"]
    yield from table(
        columns,
        (
            [row.effect.value, "yes" if row.by_one else "", reaches[row.by_all], row.basis]
            for row in EFFECTS.values()
            if row.effect is not Effect.NONE
        ),
    )


def stages() -> Iterator[str]:
    for title, known in (("treaty", TREATY_STAGES), ("party", PARTY_STAGES)):
        yield from table(
            [f"Stage of a {title}", "Meaning", "Basis"],
            ([f"`{stage.name}`", stage.meaning, stage.basis] for stage in known.values()),
        )


def precedence() -> Iterator[str]:
    yield from table(
        ["First", "Then", "Basis"],
        (
            [
                f"`{order.first}`",
                ", ".join(f"`{kind}`" for kind in ACTS if kind in order.later),
                "; ".join(
                    [
                        order.basis,
                        *(f"not in {state}: {law}" for state, law in order.otherwise.items()),
                    ]
                ),
            ]
            for order in PRECEDENCE
        ),
    )


_GENERATED = {
    "vocabularies": vocabularies,
    "model": schema_pages.model,
    "drawing": model_drawing.drawing,
    "examples": format_examples.examples,
    "schema": schema_pages.schema,
    "codes": codes,
    "families": families,
    "integrity": integrity,
    "rules": rules,
    "commands": command_pages.commands,
    "acts": acts,
    "effects": effects,
    "stages": stages,
    "precedence": precedence,
    "ladder": ladder,
}
