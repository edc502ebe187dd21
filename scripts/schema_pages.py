"""The pages that are made from the JSON Schema: the model in short, and the schema in full."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from diplobrief import json_schema
from diplobrief.model.vocabulary import VOCABULARIES
from tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Form = dict[str, Any]

_ORDER = (
    (
        "The brief",
        ("Brief", "Author", "Dateline", "Handling", "RelatedBrief", "Identifier", "IgnoredCode"),
    ),
    ("The narrative", ("Section", "Paragraph", "Bullets", "Numbered", "Markdown")),
    ("Actors", ("Person", "State", "Organ", "Organization", "Group", "Unnamed")),
    ("Statements", ("Quote", "Translation")),
    ("Events", ("Event", "Participant")),
    ("Treaties", ("Treaty", "Milestone", "Vote", "Scope", "RelatedTreaty")),
    ("Rules of entry and exit", ("TreatyRule", "Period", "Share")),
    ("Acts", ("Act",)),
    ("Sources and evidence", ("Source", "Evidence")),
)
_OBJECTS = {name for _, names in _ORDER for name in names}
_GREATEST = 2**53 - 1
_DEFINITION = re.compile(r"(?P<meaning>.*\.)(?: \((?P<source>.*)\))?")


def model() -> Iterator[str]:
    """Yield the members of every object, as someone who uses the models looks for them."""
    types = _types()
    for title, names in _ORDER:
        yield f"## {title}\n"
        for name in names:
            form = types[name]
            required = form.get("required", [])
            yield f"### {name} {{: #model-{name.lower()} }}\n\n{form['description']}\n"
            yield from table(
                ["Member", "Type", "Required", "Meaning"],
                (
                    [
                        f"`{member}`",
                        _type(part, _on_the_model_page),
                        "yes" if member in required else "",
                        part["description"],
                    ]
                    for member, part in form["properties"].items()
                    if member != "$schema"
                ),
            )


def schema() -> Iterator[str]:
    """Yield every type of the schema with all that it says."""
    types = _types()
    for title, names in _ORDER:
        yield f"## {title} {{: #{_anchor('types', title)} }}\n"
        for name in names:
            yield from _object(name, types[name])
    rest = {name: form for name, form in types.items() if name not in _OBJECTS}
    yield "## One of several types\n"
    for name, form in rest.items():
        if "pattern" not in form and not _is_vocabulary(form):
            yield from _union(name, form)
    yield "## Texts of a form\n"
    yield "A pattern is read without flags. What `not` names, no such text has anywhere.\n"
    for name, form in rest.items():
        if "pattern" in form:
            yield from _text(name, form)
    yield "## Terms\n"
    yield "An open vocabulary also takes an [extension term](#extensionterm), a closed one not."
    yield "Where no source is named, the definition is the format's own.\n"
    for name, form in rest.items():
        if _is_vocabulary(form):
            yield from _vocabulary(name, form)


def _types() -> dict[str, Form]:
    whole = json_schema()
    types = {"Brief": whole, **whole["$defs"]}
    homeless = {name for name, form in types.items() if "properties" in form} - _OBJECTS
    if homeless:
        raise LookupError(f"the pages have no place for {', '.join(sorted(homeless))}")
    return types


# --- One type -----------------------------------------------------------------------------------


def _heading(name: str, form: Form) -> str:
    return f"### {name} {{: #{name.lower()} }}\n\n{form['description']}\n"


def _object(name: str, form: Form) -> Iterator[str]:
    yield _heading(name, form)
    yield from table(
        ["Member", "Type", "Meaning"],
        (
            [
                f'<a id="{_anchor(name, member)}"></a>`{member}`'
                + (" (required)" if member in form.get("required", ()) else ""),
                _type(part, _on_the_schema_page),
                part["description"] + _for_example(part),
            ]
            for member, part in form["properties"].items()
        ),
    )
    if "anyOf" in form:
        alternatives = [f"`{member}`" for branch in form["anyOf"] for member in branch["required"]]
        yield f"At least one of {' and '.join(alternatives)} is there.\n"
    if "minProperties" in form:
        yield "At least one member is there.\n"
    if "patternProperties" in form:
        yield "It takes extension members: names that begin with `x-`, with any JSON value.\n"
    for example in form["examples"]:
        yield f"```json\n{json.dumps(example, ensure_ascii=False, indent=2)}\n```\n"


def _for_example(part: Form) -> str:
    return "".join(f" For example: {_code(value)}" for value in part.get("examples", ()))


def _union(name: str, form: Form) -> Iterator[str]:
    yield _heading(name, form)
    exactly = "Exactly one" if "oneOf" in form else "One"
    yield f"{exactly} of these:\n"
    branches = form.get("oneOf") or form["anyOf"]
    for branch, example in zip(branches, form["examples"], strict=True):
        yield f"- {_type(branch, _on_the_schema_page)}, for example {_code(example)}"
    yield ""


def _text(name: str, form: Form) -> Iterator[str]:
    yield _heading(name, form)
    yield f"Examples: {', '.join(map(_code, form['examples']))}.\n"
    rules = {key: form[key] for key in ("pattern", "not") if key in form}
    yield f"```json\n{json.dumps(rules, ensure_ascii=False, indent=2)}\n```\n"


def _vocabulary(name: str, form: Form) -> Iterator[str]:
    yield _heading(name, form)
    terms = [branch for branch in form["anyOf"] if "const" in branch]
    yield "Open.\n" if len(terms) < len(form["anyOf"]) else "Closed.\n"
    defined = [(term["const"], _DEFINITION.fullmatch(term["description"])) for term in terms]
    yield from table(
        ["Term", "Meaning", "Source of the definition"],
        (
            [
                f'<a id="{_anchor(name, term)}"></a>`{term}`',
                definition["meaning"],
                definition["source"] or "",
            ]
            for term, definition in defined
            if definition is not None
        ),
    )


def _is_vocabulary(form: Form) -> bool:
    return "anyOf" in form and "const" in form["anyOf"][0]


# --- The type of a member -----------------------------------------------------------------------


def _type(form: Form, link: Callable[[str], str]) -> str:
    """Return the type of a member in a few words, with links to the types that have a name."""
    match form:
        case {"$ref": str(reference)} | {"allOf": [{"$ref": str(reference)}]}:
            return link(reference.rpartition("/")[2])
        case {"type": "array", "items": items}:
            return f"list of {_type(items, link)}{', one or more' if 'minItems' in form else ''}"
        case {"type": "integer" | "number" as kind, "minimum": least, "maximum": most}:
            words = "whole number" if kind == "integer" else "number"
            bounds = f"{least} or more" if most == _GREATEST else f"{least} to {most:,}"
            return f"{words}, {bounds}"
        case {"const": value}:
            return _code(value)
        case _:
            raise LookupError(f"no words for {form}")


def _on_the_schema_page(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _on_the_model_page(name: str) -> str:
    if name in _OBJECTS:
        return f"[{name}](#model-{name.lower()})"
    if name in VOCABULARIES:
        return f"[{name}](vocabulary.md#{name.lower()})"
    return {"Actor": "[actor](#actors)", "Block": "[block](#the-narrative)"}.get(
        name, f"[{name}](schema.md#{name.lower()})"
    )


def _anchor(owner: str, name: str) -> str:
    return re.sub(r"[^a-z0-9_-]+", "-", f"{owner}-{name}".lower())


def _code(value: object) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`"
