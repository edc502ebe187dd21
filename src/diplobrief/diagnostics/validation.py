"""From what pydantic found to findings: our words, and the path as it stands in the data."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.diagnostics.codes import CODES
from diplobrief.diagnostics.findings import Finding, Path
from diplobrief.model import SCHEMA_VERSION, Brief
from diplobrief.model.annotations import models_in
from diplobrief.model.integrity import INTEGRITY_CODES
from diplobrief.model.scalars import KNOWN_FORMS
from diplobrief.model.vocabulary.terms import KNOWN_VOCABULARIES

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from diplobrief.model.base import Value

_VOTERS: Final = frozenset({"in_favour", "against", "abstained", "absent"})
_UNIONS: Final = frozenset({"actors", "content"})
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
    "string_unicode": "text without lone surrogates",
}
_BOUNDS: Final = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}


def findings_of(error: ValidationError, data: object) -> list[Finding]:
    """Return what a validation found, in the order in which pydantic reports it.

    Args:
        error: What pydantic raised for the brief, or for a part of it.
        data: The data that were validated.

    Returns:
        One finding for each violation, without places. An unknown version of the format comes
        alone: what else is wrong may be right in that version.
    """
    findings = [
        _finding(details)
        for details in error.errors(include_url=False)
        # Items that were refused are not counted; that a list has none of its own is another thing.
        if not (details["type"] == "too_short" and details["input"])
    ]
    for index, finding in enumerate(findings):
        if finding.path == ("schema_version",) and finding.code == "term_unknown":
            version = cast("dict[str, object]", data)["schema_version"]
            if version != float(SCHEMA_VERSION):
                return [unsupported_version(data)]
            findings[index] = _version_as_number(version)
    return findings


def _version_as_number(version: object) -> Finding:
    return Finding(
        "type_wrong",
        f"Expected text, found {_show(version)}",
        path=("schema_version",),
        hint=f'write "{SCHEMA_VERSION}", in quotation marks',
    )


def unsupported_version(data: object) -> Finding:
    """Say that this version of the format is not known here, and what to do."""
    found = cast("dict[str, object]", data).get("schema_version")
    return Finding(
        "version_unsupported",
        f"This library reads version 1.0 of the format, and the brief says {_show(found)}",
        path=("schema_version",),
        hint="install a newer diplobrief, or write schema_version: '1.0' if that is what it is",
    )


def _finding(details: ErrorDetails) -> Finding:
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    if kind in INTEGRITY_CODES:
        return _integrity_finding(kind, details["msg"], details["loc"], context)
    path = path_in_data(details["loc"])
    if value is None and kind in _TYPES:
        return Finding(
            "null", "null is never a value", path=path, hint="leave an absent member out"
        )
    if kind in _TYPES:
        hint = "write a list, even of one" if kind == "tuple_type" else ""
        return Finding(
            "type_wrong", f"Expected {_TYPES[kind]}, found {_show(value)}", path=path, hint=hint
        )
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return Finding(
            "number_range", f"Expected {words} {context[bound]}, found {value}", path=path
        )
    handler = _HANDLERS.get(kind)
    if handler is not None:
        return handler(path, context, value)
    return Finding(kind if kind in CODES else "value_wrong", details["msg"], path=path)


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
        f"At least one of these members is needed: {context['members']}",
        path=path,
        hint="add one of them",
    )


def _unknown_member(path: Path, _context: Mapping[str, Any], _value: object) -> Finding:
    name = str(path[-1])
    known = _members_near(path)
    close = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}?" if close else "an extension member begins with x-"
    if name in known:
        hint = "it belongs to another kind"
    return Finding("member_unknown", f"There is no member {_show(name)} here", path=path, hint=hint)


def _unknown_term(path: Path, context: Mapping[str, Any], value: object) -> Finding:
    expected = str(context.get("expected") or context.get("expected_tags")).replace("'", "")
    if "discriminator" in context:
        path = (*path, str(context["discriminator"]).strip("'"))
        value = context.get("tag", value)
    close = difflib.get_close_matches(str(value), re.split(", | or ", expected), n=1)
    return Finding(
        "term_unknown",
        f"Expected {expected}, found {_show(value)}",
        path=path,
        hint=f"did you mean {close[0]}?" if close else "",
    )


def _missing_tag(path: Path, context: Mapping[str, Any], _value: object) -> Finding:
    name = str(context["discriminator"]).strip("'")
    return _missing((*path, name), context, None)


def _empty(path: Path, _context: Mapping[str, Any], _value: object) -> Finding:
    return Finding(
        "list_empty",
        "A list that is given has at least one item",
        path=path,
        hint="leave the member out, or add an item",
    )


def _too_long(path: Path, context: Mapping[str, Any], value: object) -> Finding:
    return Finding(
        "text_length",
        f"Expected at most {context['max_length']} characters: {_show(value)}",
        path=path,
    )


def _wrong_form(path: Path, context: Mapping[str, Any], value: object) -> Finding:
    vocabulary = KNOWN_VOCABULARIES.get(context["pattern"])
    if vocabulary is None:
        form = KNOWN_FORMS[context["pattern"]]
        return Finding(
            "form_wrong",
            f"Expected {form.noun}, found {_show(value)}",
            path=path,
            hint=form.hint if value else "write it out; text is never empty",
        )
    known = [term.value for term in vocabulary]
    close = difflib.get_close_matches(str(value), known, n=1)
    others = f"use one of: {', '.join(known)}"
    if vocabulary.open:
        others += "; or an extension term, which begins with x-"
    return Finding(
        "term_unknown",
        f"{_show(value)} is no term for {vocabulary.title}",
        path=path,
        hint=f"did you mean {close[0]}?" if close else others,
    )


_HANDLERS: Final = {
    "missing": _missing,
    "missing_any": _missing_any,
    "extra_forbidden": _unknown_member,
    "literal_error": _unknown_term,
    "union_tag_invalid": _unknown_term,
    "union_tag_not_found": _missing_tag,
    "too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _wrong_form,
}


def path_in_data(location: Sequence[str | int]) -> Path:
    """Take out of pydantic's location the tags of unions, which are no members."""
    path: list[str | int] = []
    steps = iter(location)
    for step in steps:
        if step == "[key]":
            break
        path.append(step)
        is_item_of_union = isinstance(step, int) and path[-2] in _UNIONS
        if is_item_of_union or step in _VOTERS:
            next(steps, None)
    return tuple(path)


def _members_near(path: Path) -> list[str]:
    """Return the names of members that the object holding the path's last step may have."""
    models: list[type[Value]] = [Brief]
    for step in path[:-1]:
        if isinstance(step, str):
            fields = [model.model_fields[step] for model in models if step in model.model_fields]
            models = [part for info in fields for part in models_in(info.annotation)]
    return [name for model in models for name in model.model_fields]


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
