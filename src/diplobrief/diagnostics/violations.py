"""One violation that pydantic reports, as a finding: our wording, and the path in the data."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from diplobrief.diagnostics.codes import CODES
from diplobrief.diagnostics.date_hints import date_hint
from diplobrief.diagnostics.findings import Finding, Path
from diplobrief.model import SCHEMA_VERSION, Brief
from diplobrief.model.base import Extensible, Value
from diplobrief.model.fields import fields_of, models_at
from diplobrief.model.integrity_rules import INTEGRITY_CODES

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_LONGEST_SHOWN: Final = 60

_TYPES: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "tuple_type": "a list",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "dict_type": "an object",
}
_SYNONYMS: Final[Mapping[str, Sequence[str]]] = {
    "author": ("authors",),
    "blocks": ("content",),
    "body": ("content", "text"),
    "content": ("text", "items"),
    "date": ("published", "start", "said_on"),
    "description": ("subtitle", "note"),
    "heading": ("title",),
    "keywords": ("topics",),
    "lang": ("language",),
    "name": ("title", "heading"),
    "quote": ("text", "exact"),
    "summary": ("subtitle", "note"),
    "tags": ("topics",),
    "title": ("heading", "name"),
    "value": ("text",),
}
"""Names that other formats give to members of ours, with ours."""

_TEXT_FORMS: Final = frozenset({"form_wrong", "term_unknown"})
_BOUNDS: Final = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}


def unsupported_version(version: object) -> Finding:
    """Return the finding for a version of the format that this library does not read."""
    return Finding(
        "version_unsupported",
        f"Unsupported format version {_show(version)}; this library reads {SCHEMA_VERSION}",
        path=("schema_version",),
        hint="install a newer diplobrief, or write schema_version: '1.0' if that is the version",
    )


def finding_for(details: ErrorDetails, root: type[Value]) -> Finding:
    """Return the finding for a violation.

    Args:
        details: The violation.
        root: The class of the value that was validated.
    """
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    if kind in INTEGRITY_CODES:
        return _integrity_finding(kind, details["msg"], details["loc"], context)
    path = path_in_data(details["loc"], root)
    if kind in _TEXT_FORMS and not isinstance(value, str):
        kind = "string_type"
    if kind in _TYPES:
        return _wrong_type(path, kind, value)
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return Finding(
            "number_range", f"Expected {words} {context[bound]}, found {value}", path=path
        )
    if kind == "extra_forbidden":
        models = models_at(path[:-1], root)
        if path[-1] in _members_of(models):
            return _member_of_another_kind(path)
        return _unknown_member(path, _of_tag(details["loc"], models))
    handler = _HANDLERS.get(kind)
    if handler is not None:
        return handler(path, context, value)
    return Finding(kind if kind in CODES else "value_wrong", details["msg"], path=path)


def _of_tag(location: Sequence[str | int], models: Sequence[type[Value]]) -> Sequence[type[Value]]:
    """Return those of the classes that an object may have whose tag is in a location."""
    tagged = [model for model in models if set(model.CONSTANTS.values()) & set(location[-2:-1])]
    return tagged or models


def _wrong_type(path: Path, kind: str, value: object) -> Finding:
    if value is None:
        return Finding("null", "null is not allowed here", path=path, hint="omit the member")
    hint = "write a list, even for one item" if kind == "tuple_type" else ""
    if path == ("schema_version",):
        hint = f'write "{SCHEMA_VERSION}", in quotation marks'
    return Finding(
        "type_wrong", f"Expected {_TYPES[kind]}, found {_show(value)}", path=path, hint=hint
    )


def _integrity_finding(code: str, message: str, path: Path, context: Mapping[str, Any]) -> Finding:
    hint = CODES[code].remedy
    if code == "kind_missing" and "kind" in context:
        hint = f"add kind: {context['kind']}"
    return Finding(code, message, path=path, hint=hint)


def _missing(path: Path, _context: Mapping[str, Any], _value: object) -> Finding:
    *parent, name = path
    return Finding(
        "member_missing", f"The member {name} is missing", path=tuple(parent), hint=f"add {name}"
    )


def _missing_any(path: Path, context: Mapping[str, Any], _value: object) -> Finding:
    return Finding(
        "member_missing",
        f"At least one of these members is required: {context['members']}",
        path=path,
        hint="add one of them",
    )


def _member_of_another_kind(path: Path) -> Finding:
    message = f"The member {_show(path[-1])} is not allowed on this kind"
    return Finding("member_unknown", message, path=path, hint="remove it, or change the kind")


def _unknown_member(path: Path, models: Sequence[type[Value]]) -> Finding:
    name, known = str(path[-1]), _members_of(models)
    is_extensible = all(issubclass(model, Extensible) for model in models)
    extension = _extension_name(name)
    if is_extensible and extension is not None:
        hint = did_you_mean(extension)
    elif meant := next((other for other in _SYNONYMS.get(name.lower(), ()) if other in known), ""):
        hint = did_you_mean(meant)
    elif close := difflib.get_close_matches(name, known, n=1):
        hint = did_you_mean(close[0])
    elif is_extensible:
        hint = "use a name that begins with x- for an extension"
    else:
        hint = f"remove it; the members here are {', '.join(known)}"
    return Finding("member_unknown", f"Unknown member {_show(name)}", path=path, hint=hint)


def _extension_name(name: str) -> str | None:
    """Return the name of an extension member that is written with a wrong prefix, or `None`."""
    is_similar = name[:2].lower() in {"x_", "x-"} and len(name) > len("x-")
    return f"x-{name[2:]}" if is_similar else None


def _unexpected_choice(path: Path, context: Mapping[str, Any], value: object) -> Finding:
    names = str(context.get("expected") or context.get("expected_tags")).replace("'", "")
    *others, last = re.split(", | or ", names)
    expected = f"{', '.join(others)} or {last}" if others else last
    if "discriminator" in context:
        path = (*path, str(context["discriminator"]).strip("'"))
        value = context.get("tag", value)
    return Finding(
        "term_unknown",
        f"Expected {expected}, found {_show(value)}",
        path=path,
        hint=_closest(str(value), [*others, last], otherwise=""),
    )


def _missing_tag(path: Path, context: Mapping[str, Any], _value: object) -> Finding:
    name = str(context["discriminator"]).strip("'")
    return _missing((*path, name), context, None)


def _empty(path: Path, _context: Mapping[str, Any], _value: object) -> Finding:
    return Finding(
        "list_empty", "A list must not be empty", path=path, hint="omit the member, or add an item"
    )


def _too_long(path: Path, context: Mapping[str, Any], value: object) -> Finding:
    return Finding(
        "text_length",
        f"Expected at most {context['max_length']} characters, found {_show(value)}",
        path=path,
        hint="shorten it",
    )


def _invalid_json(path: Path, context: Mapping[str, Any], _value: object) -> Finding:
    return Finding("json_syntax", f"Not valid JSON: {context['error']}", path=path)


def _wrong_form(path: Path, context: Mapping[str, Any], value: str) -> Finding:
    hint = context["hint"]
    if "date" in context["expected"]:
        hint = date_hint(value) or hint
    if not value:
        hint = "write the text, or omit the member"
    elif not value.isascii() and _has_surrogate(value):
        return Finding(
            "type_wrong", "The text has an unpaired surrogate", path=path, hint="remove it"
        )
    return Finding(
        "form_wrong", f"Expected {context['expected']}, found {_show(value)}", path=path, hint=hint
    )


def _unknown_term(path: Path, context: Mapping[str, Any], value: str) -> Finding:
    return Finding(
        "term_unknown",
        f"{_show(value)} is not a known {context['noun']}",
        path=path,
        hint=_closest(value, context["known"].split(", "), otherwise=context["hint"]),
    )


_HANDLERS: Final = {
    "missing": _missing,
    "missing_any": _missing_any,
    "literal_error": _unexpected_choice,
    "union_tag_invalid": _unexpected_choice,
    "union_tag_not_found": _missing_tag,
    "too_short": _empty,
    "string_too_long": _too_long,
    "json_invalid": _invalid_json,
    "form_wrong": _wrong_form,
    "term_unknown": _unknown_term,
}


def _closest(value: str, known: Sequence[str], *, otherwise: str) -> str:
    close = difflib.get_close_matches(value, known, n=1)
    return did_you_mean(close[0]) if close else otherwise


def did_you_mean(name: str) -> str:
    """Return the hint that proposes a name."""
    return f"did you mean {name}?"


def path_in_data(location: Sequence[str | int], root: type[Value] = Brief) -> Path:
    """Return the path for a location of pydantic, without the tags of unions.

    Args:
        location: The location, in which a step into a union is followed by the tag of its branch.
        root: The class of the value where the location begins.
    """
    path: list[str | int] = []
    models: tuple[type[Value], ...] = (root,)
    is_list_of_union = False
    steps = iter(location)
    for step in steps:
        if step == "[key]":
            break
        path.append(step)
        if isinstance(step, str):
            fields = [fields_of(model)[step] for model in models if step in fields_of(model)]
            models = tuple(inner for field in fields for inner in field.models)
            is_list_of_union = len(models) > 1
            if any(field.or_number for field in fields):
                next(steps, None)
        elif is_list_of_union:
            next(steps, None)
    return tuple(path)


def _members_of(models: Sequence[type[Value]]) -> list[str]:
    """Return the names of the members that an object of one of these classes may have."""
    return list(dict.fromkeys(name for model in models for name in fields_of(model)))


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _show(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    printable = "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in shown)
    return f'"{printable}"' if isinstance(value, str) else printable
