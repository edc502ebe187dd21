"""Every type of the JSON Schema, with everything that the schema says about it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from diplobrief.model.vocabulary import VOCABULARIES
from scripts.reference.schema_types import CHAPTERS, OBJECTS, code, describe, schema_types
from scripts.reference.tables import anchor, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model.vocabulary import Vocabulary
    from scripts.reference.schema_types import Form


def types() -> Iterator[str]:
    """Yield a section for each type: objects first, then unions, strings and vocabularies."""
    for title, names in CHAPTERS.items():
        yield f"## {title}\n"
        for name in names:
            yield from _object(name, schema_types()[name])
    others = {name: form for name, form in schema_types().items() if name not in OBJECTS}
    strings = {name: form for name, form in others.items() if "pattern" in form}
    yield "## Unions\n"
    for name, form in others.items():
        if name not in strings and name not in VOCABULARIES:
            yield from _union(name, form)
    yield "## Strings\n"
    yield "Patterns have no flags. No part of a string may match a pattern under `not`.\n"
    for name, form in strings.items():
        yield from _string(name, form)
    yield "## Vocabularies\n"
    yield (
        "An open vocabulary also accepts an [extension term](#extensionterm), a closed one does "
        "not. A definition without a source is the format's own.\n"
    )
    for name in others:
        if name in VOCABULARIES:
            yield from _vocabulary(VOCABULARIES[name])


def _heading(name: str, form: Form) -> str:
    return f"### {name}\n\n{form['description']}\n"


def _object(name: str, form: Form) -> Iterator[str]:
    yield _heading(name, form)
    required = form.get("required", ())
    yield from table(
        ["Member", "Type", "Meaning"],
        (
            [
                f"{_anchor(name, member)}`{member}`" + " (required)" * (member in required),
                describe(part, _link),
                part["description"] + _example(part),
            ]
            for member, part in form["properties"].items()
        ),
    )
    if "anyOf" in form:
        alternatives = [f"`{member}`" for branch in form["anyOf"] for member in branch["required"]]
        yield f"At least one of {', '.join(alternatives)} is required.\n"
    if "minProperties" in form:
        yield "At least one member is required.\n"
    if "patternProperties" in form:
        yield "Extension members are allowed: names that begin with `x-`, with any JSON value.\n"
    for example in form["examples"]:
        yield f"```json\n{json.dumps(example, ensure_ascii=False, indent=2)}\n```\n"


def _example(part: Form) -> str:
    return "".join(f" Example: {code(value)}" for value in part.get("examples", ()))


def _union(name: str, form: Form) -> Iterator[str]:
    yield _heading(name, form)
    yield f"{'Exactly one' if 'oneOf' in form else 'One'} of these:\n"
    branches = form.get("oneOf") or form["anyOf"]
    for branch, example in zip(branches, form["examples"], strict=True):
        yield f"- {describe(branch, _link)}, for example {code(example)}"
    yield ""


def _string(name: str, form: Form) -> Iterator[str]:
    yield _heading(name, form)
    yield f"Examples: {', '.join(map(code, form['examples']))}.\n"
    rules = {key: form[key] for key in ("pattern", "not") if key in form}
    yield f"```json\n{json.dumps(rules, ensure_ascii=False, indent=2)}\n```\n"


def _vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    yield f"### {vocabulary.name}\n\n{vocabulary.title[0].upper()}{vocabulary.title[1:]}.\n"
    yield "Open.\n" if vocabulary.open else "Closed.\n"
    yield from table(
        ["Term", "Meaning", "Source of the definition"],
        (
            [f"{_anchor(vocabulary.name, term.value)}`{term.value}`", term.meaning, term.source]
            for term in vocabulary
        ),
    )


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _anchor(owner: str, name: str) -> str:
    return anchor(re.sub(r"[^a-z0-9_-]+", "-", f"{owner}-{name}".lower()))
