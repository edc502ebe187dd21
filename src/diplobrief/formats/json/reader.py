"""From JSON text to a brief: strictly, and in native code where it is to be had."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.diagnostics.lines import Lines
from diplobrief.formats.json.scanner import JsonRefused, Place, scan
from diplobrief.formats.validating import drop_schema_member, validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from diplobrief.model import Brief

_native: Callable[..., Any] | None
try:
    from jiter import from_json as _native
except ImportError:  # There is no wheel of it for WebAssembly.
    _native = None


def read(text: str) -> Brief:
    """Read a brief from JSON text.

    Args:
        text: The whole document, without a byte order mark.

    Returns:
        The brief: value for value what the document says, `$schema` aside.

    Raises:
        BriefError: The text is no JSON (RFC 8259), or not without loss: duplicate names, NaN,
            Infinity, lone surrogates, excessive depth; or it is no valid brief.
    """
    data = drop_schema_member(parse(text))
    return validate(data, lambda paths: locate(text, paths))


def parse(text: str) -> Any:  # noqa: ANN401
    """Return the plain data of a JSON text; see `read` for what is refused."""
    if _native is not None:
        try:
            return _native(text.encode(), catch_duplicate_keys=True, allow_inf_nan=False)
        except UnicodeEncodeError as error:
            found = Finding("encoding", "A lone surrogate is no character", hint="remove it")
            raise BriefError([found.at(Lines(text).span(error.start, error.end))]) from None
        except ValueError as error:
            complaint = str(error)
    else:
        complaint = ""
    try:
        scan(text)
    except JsonRefused as refused:
        found = Finding(refused.code, refused.message, hint=refused.hint)
        raise BriefError([found.at(Lines(text).span(refused.start, refused.end))]) from None
    if complaint:
        raise BriefError([Finding("json_syntax", complaint)])
    return json.loads(text)


def locate(text: str, paths: Iterable[Path]) -> dict[Path, Span]:
    """Return where members stand: their value, or that of the nearest member around them.

    Args:
        text: The document that was read.
        paths: The members in question.
    """
    try:
        places = scan(text)
    except JsonRefused:
        return {}
    lines = Lines(text)
    return {path: lines.span(*_extent(text, places, path)) for path in paths}


def _extent(text: str, places: Mapping[Path, Place], path: Path) -> tuple[int, int]:
    known = path
    while known not in places:
        known = known[:-1]
    place = places[known]
    if known == path and text[place.start] not in "{[":
        return place.start, place.end
    # An object or a list is shown by its beginning: the whole of it would be no place.
    return (place.start if place.name is None else place.name), place.start + 1
