"""The profile for language models: what engines of structured output can hold a model to.

Every member is required, and those that a brief may leave out are nullable: `drop_nulls` takes
the nulls away again. It is a part of the format: without extensions, and without `markdown`
blocks, of which only a CommonMark parser can say whether they are whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from scripts.schemas.references import definitions_reached, name_of

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

_TITLE: Final = "Brief, as a language model writes it"
_DESCRIPTION: Final = (
    "A diplomatic brief: narrative and facts. Write null for what the text does not say; invent "
    "nothing. An id is a name of your choice, unique in the brief; references name such ids. "
    "Evidence, and the text of a quote, are passages of the narrative, verbatim."
)

_FIRST: Final = r"[^\x00-\x20\x7f\x22\x5c]"
_INNER: Final = r"[^\x00-\x1f\x7f\x22\x5c]"
_LINE: Final = f"^{_FIRST}(?:{_INNER}*{_FIRST})?$"
_TEXTS: Final = {
    "BlockText": _LINE,
    "Excerpt": _LINE,
    "Heading": rf"^(?:{_FIRST}{_INNER}*)?[^\x00-\x20\x7f\x22\x5c:\x7d]$",
    "Inline": rf"^[^\x00-\x20\x7f\x22\x5c<\x5b](?:{_INNER}*{_FIRST})?$",
    "Line": _LINE,
    "Passage": _LINE,
    "Title": _LINE,
}
"""Texts on one line, without `"` and backslash.

Engines differ in what a class says about characters that JSON escapes: some copy it as it is,
and then a quotation mark in the middle of a text would end the string. Typographic quotation
marks are free; and where there is no backslash, no text can begin with a needless one.
"""


def llm_form(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the profile for language models.

    Args:
        schema: The full schema; it is changed.

    Returns:
        The same schema in the keywords that every engine knows.
    """
    schema["description"] = _DESCRIPTION
    del schema["properties"]["$schema"]
    definitions: dict[str, JsonSchemaValue] = schema["$defs"]
    definitions["Block"]["oneOf"] = [
        branch for branch in definitions["Block"]["oneOf"] if name_of(branch) != "Markdown"
    ]
    for name, pattern in _TEXTS.items():
        definitions[name]["pattern"] = pattern
    definitions = {name: _definition(form) for name, form in definitions.items()}
    root = {"title": _TITLE, **_object(schema)}
    reached = definitions_reached(root, definitions)
    root["$defs"] = {name: definitions[name] for name in definitions if name in reached}
    return root


def _definition(form: JsonSchemaValue) -> JsonSchemaValue:
    if form.get("type") == "object":
        return _object(form)
    described = {"description": form["description"]}
    if "oneOf" in form:
        return {**described, "anyOf": form["oneOf"]}
    if "anyOf" not in form:
        return {**described, "type": form["type"], "pattern": form["pattern"]}
    terms = [branch for branch in form["anyOf"] if "const" in branch]
    if not terms:
        return {**described, "anyOf": form["anyOf"]}
    meanings = (f"{term['const']}: {term['description']}" for term in terms)
    return {
        "description": "\n".join((form["description"], *meanings)),
        "type": "string",
        "enum": [term["const"] for term in terms],
    }


def _object(form: JsonSchemaValue) -> JsonSchemaValue:
    # Of members of which a value needs one, the first: engines know no `anyOf` beside members.
    one_of = [name for branch in form.get("anyOf", ())[:1] for name in branch["required"]]
    required = frozenset([*form.get("required", ()), *one_of])
    members = cast("dict[str, JsonSchemaValue]", form["properties"])
    return {
        "description": form["description"],
        "type": "object",
        "properties": {
            name: _member(member, is_required=name in required) for name, member in members.items()
        },
        "required": [*members],
        "additionalProperties": False,
    }


def _member(member: JsonSchemaValue, *, is_required: bool) -> JsonSchemaValue:
    described = {"description": member["description"]} if "description" in member else {}
    match member:
        case {"allOf": [reference]}:
            branches = [reference]
        case {"const": True}:
            branches = [{"type": "boolean", "enum": [True]}]
        case {"const": str(value)}:
            branches = [{"type": "string", "enum": [value]}]
        case _:
            keywords = ("type", "items", "minItems", "minimum", "maximum")
            branches = [{name: member[name] for name in keywords if name in member}]
    if is_required and "$ref" not in branches[0]:
        return {**described, **branches[0]}
    return {**described, "anyOf": branches if is_required else [*branches, {"type": "null"}]}
