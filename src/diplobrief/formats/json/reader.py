"""From JSON text to a brief: strictly, in one pass where the text is right."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.formats.json.scanner import JsonRefused, Place, scan
from diplobrief.formats.validation import drop_schema_member, validate
from diplobrief.model import SCHEMA_ID, Brief
from diplobrief.model.integrity import MemberCount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SCHEMA_FIRST: Final = re.compile(
    rb'[ \t\r\n]*\{[ \t\r\n]*"\$schema"[ \t\r\n]*:[ \t\r\n]*"%b"[ \t\r\n]*,'
    % re.escape(SCHEMA_ID).encode()
)

# What may stand between the two, and letters: the less is left, the faster it is searched. Those
# of `https` stay, so that an address is not taken for a name.
_NEITHER_QUOTE_NOR_COLON: Final = b" \t\r\nabcdefgijklmnoqruvwxyz"


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
    brief = _read_if_right(text)
    if brief is not None:
        return brief
    data = drop_schema_member(parse(text))
    return validate(data, lambda paths: locate(text, paths))


def _read_if_right(text: str) -> Brief | None:
    """Return the brief where nothing is wrong, else `None`: what it is takes a closer look.

    The parser of pydantic-core keeps the last of two members of one name. So the members of the
    brief are counted, and the names in the text: each is a quotation mark before a colon. There
    are as many where none stands twice, but for strings that hold such a pair themselves.
    """
    try:
        document = text.encode()
    except UnicodeEncodeError:
        return None
    schema = _SCHEMA_FIRST.match(document)
    if schema is not None:
        document = b"".join((b"{", memoryview(document)[schema.end() :]))
    count = MemberCount()
    try:
        brief = Brief.__pydantic_validator__.validate_json(document, context=count)
    except ValidationError:
        return None
    names = document.translate(None, _NEITHER_QUOTE_NOR_COLON).count(b'":')
    return brief if names == count.members or _has_unique_names(document) else None


def _has_unique_names(document: bytes) -> bool:
    is_unique = True

    def collect(members: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal is_unique
        collected = dict(members)
        is_unique = is_unique and len(collected) == len(members)
        return collected

    json.loads(document, object_pairs_hook=collect)
    return is_unique


def parse(text: str) -> Any:
    """Return the plain data of a JSON text; see `read` for what is refused."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        found = Finding("encoding", "A lone surrogate is no character", hint="remove it")
        raise BriefError([found.located(LineIndex(text).span(error.start, error.end))]) from None
    try:
        scan(text)
    except JsonRefused as refused:
        found = Finding(refused.code, refused.message, hint=refused.hint)
        raise BriefError(
            [found.located(LineIndex(text).span(refused.start, refused.end))]
        ) from None
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
    lines = LineIndex(text)
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
