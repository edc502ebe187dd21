"""The profile `llm`, in the part of JSON Schema that engines of structured output can enforce.

Every member is required, and optional members are nullable; `drop_nulls` removes the nulls. The
profile is a subset of the format. It has no extensions, and no `markdown` blocks, because only a
CommonMark parser can tell whether such a block is complete. It has no members about the review of
facts either, which are not for a model to write. It is too large for some hosted services; the
profile `facts` is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from scripts.schemas.references import definitions_reached, name_of

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

_TITLE: Final = "Brief for language models"
_DESCRIPTION: Final = (
    "A diplomatic brief: narrative and facts. Write null for everything that the text does not "
    "say. Do not invent anything. Choose the ids yourself; each id must be unique in the brief. "
    "References contain such ids. Evidence and the texts of quotes are verbatim passages of the "
    "narrative."
)

_OF_REVIEW: Final = frozenset({"ignore", "provenance", "rejected"})
"""Members that say what people and programs decided about facts."""

_UNTITLED: Final = frozenset({"OrganizationType"})
"""Definitions that have a name but no title.

quicktype merges the branches of a union, and makes one name of the titles of two members with the
same name. Of `OrganType` and `OrganizationType` it would make `OrgannType`.
"""

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
"""Patterns for texts on one line, without `"` and backslash.

Engines differ in how they apply a character class to characters that JSON escapes. Some match the
characters of the JSON text, so that a quotation mark inside a text would end the string.
Typographic quotation marks are allowed. Without backslashes, no text begins with a needless one.
"""


def llm_form(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the profile for language models.

    Args:
        schema: The full schema. It is changed.

    Returns:
        The same schema with only those keywords that every engine supports.
    """
    schema["description"] = _DESCRIPTION
    del schema["properties"]["$schema"]
    definitions: dict[str, JsonSchemaValue] = schema["$defs"]
    definitions["Block"]["oneOf"] = [
        branch for branch in definitions["Block"]["oneOf"] if name_of(branch) != "Markdown"
    ]
    for name, pattern in _TEXTS.items():
        definitions[name]["pattern"] = pattern
    definitions = _with_discriminators(definitions)
    definitions = {name: _definition(form) for name, form in definitions.items()}
    for name in _UNTITLED:
        del definitions[name]["title"]
    root = {"title": _TITLE, **_object(schema)}
    reached = definitions_reached(root, definitions)
    root["$defs"] = {name: definitions[name] for name in definitions if name in reached}
    return root


def _with_discriminators(definitions: dict[str, JsonSchemaValue]) -> dict[str, JsonSchemaValue]:
    """Return the definitions with one for each discriminator, to which its member refers.

    Generators of code make a numbered type of each enumeration that has no definition of its own.
    """
    named: dict[str, JsonSchemaValue] = {}
    for form in definitions.values():
        for name, member in cast("dict[str, JsonSchemaValue]", form.get("properties", {})).items():
            if "title" not in member or not isinstance(member.get("const"), str):
                continue
            title, description = member["title"], member["description"]
            named[title] = {"title": title, "description": description, "enum": [member["const"]]}
            form["properties"][name] = {
                "description": description,
                "allOf": [{"$ref": f"#/$defs/{title}"}],
            }
    return dict(sorted((definitions | named).items()))


def _definition(form: JsonSchemaValue) -> JsonSchemaValue:
    if form.get("type") == "object":
        return {"title": form["title"], **_object(form)}
    described = {"title": form["title"], "description": form["description"]}
    if "oneOf" in form:
        return {**described, "anyOf": form["oneOf"]}
    if "pattern" in form:
        return {**described, "type": form["type"], "pattern": form["pattern"]}
    match form:
        case {"enum": terms} | {"anyOf": [{"enum": terms}, *_]}:
            return {**described, "type": "string", "enum": terms}
        case _:
            return {**described, "anyOf": form["anyOf"]}


def _object(form: JsonSchemaValue) -> JsonSchemaValue:
    # Engines do not support `anyOf` beside members. If one of several members is needed, the
    # first of them is required.
    alternative = [name for branch in form.get("anyOf", ())[:1] for name in branch["required"]]
    required = frozenset([*form.get("required", ()), *alternative])
    members = {
        name: member
        for name, member in cast("dict[str, JsonSchemaValue]", form["properties"]).items()
        if name not in _OF_REVIEW
    }
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
