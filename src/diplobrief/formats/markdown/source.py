"""The text of a brief in Markdown: its front matter and body, parsed once, and places in them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.formats.document import Document
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.body import BodyError, Place, locate_body, read_body
from diplobrief.formats.markdown.expected import expected_of_brief
from diplobrief.formats.markdown.front_matter import Parts, split
from diplobrief.formats.markdown.shared import KEY, OwnPart, own_part
from diplobrief.formats.markdown.short_forms import expand
from diplobrief.formats.validation import MANY_VALUES
from diplobrief.model import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NARRATIVE: Final = ("title", "sections")


class MarkdownSource(Document):
    """A document in Markdown as its parts, each parsed when it is first needed.

    Without front matter, its version is 1.0.
    """

    def locate(self, paths: Iterable[Path]) -> dict[Path, Span]:
        """Return the places of members, in the front matter or in the body."""
        paths = [*paths]
        places = self._places_in_body_of(paths)
        return {path: self._place(path, places) for path in paths}

    def locate_names(self, paths: Iterable[Path]) -> dict[Path, Span]:
        """Return the places of the names of members in the front matter."""
        return {path: self._place_of_name(path) for path in paths}

    @cached_property
    def _parts(self) -> Parts:
        return split(self.text)

    @cached_property
    def _own(self) -> OwnPart:
        """The part of the front matter that is about the brief; empty without front matter."""
        return own_part(self._parts.front_matter or "")

    @cached_property
    def _yaml(self) -> yaml.YamlText | None:
        if self._parts.front_matter is None:
            return None
        try:
            return yaml.YamlText(self._own.text, self._expected)
        except yaml.YamlError as error:
            raise _refused_at(error, self._own.lines_before) from None

    @property
    def _expected(self) -> yaml.Expected:
        expected = expected_of_brief()
        return yaml.Expected(members={KEY: expected}) if self._own.is_nested else expected

    @cached_property
    def _members(self) -> dict[str, Any]:
        """The members of the front matter, with short forms written out."""
        if self._yaml is None:
            return {"schema_version": SCHEMA_VERSION}
        return expand(self._brief_in(self._yaml.data))

    def _brief_in(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return the data of the brief in those of the part that is about it."""
        members = data[KEY] if self._own.is_nested else data
        if isinstance(members, dict):
            return cast("dict[str, Any]", members)
        line = self._own.lines_before + 1
        finding = Finding(
            "type_wrong",
            f"Expected the members of the brief under {KEY}",
            hint="write them on the lines below it, indented by two spaces",
            span=Span(line, 1, line, 1 + len(KEY)),
        )
        raise BriefError([finding])

    @cached_property
    def _tree(self) -> yaml.Mapping | None:
        """The members of the front matter with their places."""
        if self._yaml is None:
            return None
        tree = self._yaml.tree(self._has_members)
        entry = yaml.entry_at(tree, (KEY,)) if self._own.is_nested else None
        return entry.value if entry and isinstance(entry.value, yaml.Mapping) else tree

    def _has_members(self, tree: yaml.Mapping) -> bool:
        data = cast("dict[str, Any]", yaml.resolve(tree, self._expected))
        return expand(self._brief_in(data)) == self._members

    @property
    def _comments(self) -> tuple[yaml.Comment, ...]:
        return () if self._yaml is None else self._yaml.comments

    @cached_property
    def _narrative(self) -> dict[str, object]:
        try:
            return read_body(self._parts.body)
        except BodyError as error:
            raise _refused_at(error, self._parts.lines_before_body) from None

    def _places_in_body_of(self, paths: Iterable[Path]) -> Mapping[Path, Place]:
        narrative = [path for path in paths if path and path[0] in _NARRATIVE]
        if not narrative:
            return {}
        # Of very many blocks, all places would need much memory.
        is_long = self._parts.body.count("\n") > MANY_VALUES
        return locate_body(self._parts.body, narrative) if is_long else self._all_places_in_body

    @cached_property
    def _all_places_in_body(self) -> Mapping[Path, Place]:
        return locate_body(self._parts.body)

    def _place(self, path: Path, places: Mapping[Path, Place] | None = None) -> Span:
        if path and path[0] in self._own.places and path[0] not in self._members:
            return self._own.places[str(path[0])]
        if path and path[0] in _NARRATIVE:
            places = self._places_in_body_of([path]) if places is None else places
            if place := self._place_in_body(path, places):
                return place
        return self._place_in_front_matter(path)

    def _place_of_name(self, path: Path) -> Span:
        entry = None if self._tree is None else yaml.entry_at(self._tree, path)
        if entry is None:
            return self._place(path)
        return self._span_of(entry.key)

    def _span_of(self, node: yaml.Node) -> Span:
        span = Span(node.start.line, node.start.column, node.end.line, node.end.column)
        return _shifted(span, self._own.lines_before)

    def _place_in_body(self, path: Path, places: Mapping[Path, Place]) -> Span | None:
        around = (path[:end] for end in range(len(path), 0, -1))
        nearest = next((places[known] for known in around if known in places), None)
        if nearest is None:
            return None
        return _shifted(Span(*nearest), self._parts.lines_before_body)

    def _place_in_front_matter(self, path: Path) -> Span:
        if self._tree is None or not self._parts.front_matter:
            return Span(1, 1, 1, 1)
        start, end = yaml.extent(self._tree, path)
        span = Span(start.line, start.column, end.line, end.column)
        return _shifted(span, self._own.lines_before)

    def _span_of_comment(self, comment: yaml.Comment) -> Span:
        end = comment.column + len(comment.text)
        span = Span(comment.line, comment.column, comment.line, end)
        return _shifted(span, self._own.lines_before)


def _refused_at(error: yaml.YamlError | BodyError, lines_before: int) -> BriefError:
    line = error.line + lines_before
    span = Span(line, error.column, line, error.column + 1)
    return BriefError([Finding(error.code, error.message, hint=error.hint, span=span)])


def _shifted(span: Span, lines: int) -> Span:
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)
