"""Reads JSON strictly, in a single pass if the text is a valid brief; writes briefs as JSON."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.formats.document import Document
from diplobrief.formats.json.editor import edited
from diplobrief.formats.json.scanner import JsonError, Place, end_of_string, scan
from diplobrief.formats.validation import (
    MANY_VALUES,
    placed,
    require_valid_parts,
    validate,
)
from diplobrief.model import SCHEMA_ID, Brief
from diplobrief.model.integrity import MemberCount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_Extent: TypeAlias = "Callable[[str, Mapping[Path, Place], Path], tuple[int, int]]"
_OPENING: Final = f'{{\n  "$schema": "{SCHEMA_ID}",'

# White space, which may separate a name from its colon, and letters: the fewer bytes are left, the
# faster they are searched. The letters of `https` stay, so that an address does not look like a
# name.
_NEITHER_QUOTE_NOR_COLON: Final = b" \t\r\nabcdefgijklmnoqruvwxyz"


class JsonDocument(Document):
    """A brief in JSON text.

    The brief has exactly the values of the document, apart from `$schema`. Text that is not valid
    JSON (RFC 8259) is refused, and so is whatever JSON parsers read in different ways: duplicate
    names, NaN, Infinity, unpaired surrogates, and excessive depth.
    """

    def locate(self, paths: Iterable[Path]) -> dict[Path, Span]:
        """Return the places of values, or of the nearest values around them."""
        return self._spans(paths, _extent)

    def locate_names(self, paths: Iterable[Path]) -> dict[Path, Span]:
        """Return the places of the names of members, with their quotation marks."""
        return self._spans(paths, _extent_of_name)

    def _spans(self, paths: Iterable[Path], extent: _Extent) -> dict[Path, Span]:
        paths = [*paths]
        if not paths:
            return {}
        try:
            places = self._places(paths)
        except BriefError:
            return {}
        lines = LineIndex(self.text)
        return {path: lines.span(*extent(self.text, places, path)) for path in paths}

    def plain_data(self) -> Any:
        """Return the values of the document as JSON has them, not validated.

        Raises:
            BriefError: The text is not JSON, or JSON that cannot be read without loss.
        """
        self._places()
        return json.loads(self.text)

    def _read(self) -> Brief:
        try:
            if self._has_many_values:
                self._require_valid_parts()
            brief = _read_unless_ambiguous(self.text)
        except UnicodeEncodeError:
            brief = None
        except ValidationError as error:
            # Errors of syntax come first, including those that pydantic-core does not notice.
            self._places()
            if not _is_about_syntax(error):
                raise placed(error, self.locate, self.locate_names) from None
            brief = None
        if brief is not None:
            return brief
        return validate(self.plain_data(), self.locate, self.locate_names)

    def formatted(self) -> str:
        """Return the text in the canonical form."""
        return write(self.brief)

    def _edited(self, brief: Brief) -> str:
        old, new = self.brief.model_dump(mode="json"), brief.model_dump(mode="json")
        return edited(self.text, old, new)

    @property
    def _has_many_values(self) -> bool:
        return len(self.text) > MANY_VALUES and self.text.count(",") > MANY_VALUES

    def _require_valid_parts(self) -> None:
        try:
            data = json.loads(self.text)
        except (ValueError, RecursionError):
            return  # The validation of the whole reports it.
        try:
            require_valid_parts(data, self.locate, self.locate_names)
        except BriefError:
            self._places()  # errors of syntax come first
            raise

    def _places(self, paths: Iterable[Path] = ()) -> Mapping[Path, Place]:
        """Return the places of values and of those around them, or refuse text that is not JSON."""
        # Of very many values, all places would need much memory.
        return self._scanned(paths) if self._has_many_values else self._all_places

    @cached_property
    def _all_places(self) -> Mapping[Path, Place]:
        return self._scanned(None)

    def _scanned(self, paths: Iterable[Path] | None) -> Mapping[Path, Place]:
        try:
            self.text.encode()
        except UnicodeEncodeError as error:
            finding = Finding(
                "encoding", "The text contains an unpaired surrogate", hint="remove it"
            )
            raise self._error(finding, error.start, error.end) from None
        try:
            return scan(self.text, paths)
        except JsonError as error:
            finding = Finding(error.code, error.message, hint=error.hint)
            raise self._error(finding, error.start, error.end) from None

    def _error(self, finding: Finding, start: int, end: int) -> BriefError:
        return BriefError([finding.located(LineIndex(self.text).span(start, end))])


def _read_unless_ambiguous(text: str) -> Brief | None:
    """Return the brief, or `None` if a name is used twice in an object.

    The parser of pydantic-core keeps the last of two members with the same name. To notice this,
    the members of the brief are counted, and the names in the text: each is a quotation mark
    before a colon. The counts are equal if there are no duplicates, unless a string contains such
    a pair of characters.

    Raises:
        pydantic.ValidationError: The text is not a valid brief.
        UnicodeEncodeError: The text contains an unpaired surrogate.
    """
    document = text.encode()
    count = MemberCount()
    brief = Brief.model_validate_json(document, context=count)
    names = document.translate(None, _NEITHER_QUOTE_NOR_COLON).count(b'":')
    return brief if names == count.members or _has_unique_names(document) else None


def _is_about_syntax(error: ValidationError) -> bool:
    # An error of syntax is the only one.
    return error.error_count() == 1 and error.errors(include_url=False)[0]["type"] == "json_invalid"


def _has_unique_names(document: bytes) -> bool:
    is_unique = True

    def collect(members: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal is_unique
        collected = dict(members)
        is_unique = is_unique and len(collected) == len(members)
        return collected

    json.loads(document, object_pairs_hook=collect)
    return is_unique


def _extent(text: str, places: Mapping[Path, Place], path: Path) -> tuple[int, int]:
    nearest = path
    while nearest not in places:
        nearest = nearest[:-1]
    place = places[nearest]
    if nearest == path and text[place.start] not in "{[":
        return place.start, place.end
    # Of an object or a list, only the beginning is marked: the whole would be too long.
    return (place.start if place.name is None else place.name), place.start + 1


def _extent_of_name(text: str, places: Mapping[Path, Place], path: Path) -> tuple[int, int]:
    place = places.get(path)
    if place is None or place.name is None:
        return _extent(text, places, path)
    return place.name, end_of_string(text, place.name)


def write(brief: Brief) -> str:
    """Return a brief as JSON, with an indentation of two spaces and a final line end.

    Args:
        brief: The brief.
    """
    return f"{_OPENING}{brief.model_dump_json(indent=2)[1:]}\n"
