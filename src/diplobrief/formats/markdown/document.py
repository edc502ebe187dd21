"""Reads and writes Markdown: front matter and body."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.diagnostics import BriefError, Finding, Path, Severity, Span
from diplobrief.formats.document import Document
from diplobrief.formats.edits import NotInPlaceError
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.body import BodyError, Place, locate_body, read_body, write_body
from diplobrief.formats.markdown.expected import expected_of_brief
from diplobrief.formats.markdown.front_matter import Parts, split
from diplobrief.formats.markdown.notices import (
    comments_after_text,
    curly_quotes,
    may_have_curly_quotes,
    may_have_respelled,
    respelled,
)
from diplobrief.formats.markdown.shared import KEY, SITE_KEYS, OwnPart, own_part
from diplobrief.formats.markdown.short_forms import expand, shorten, shorten_at
from diplobrief.formats.validation import MANY_VALUES, InvalidBriefError, validate
from diplobrief.model import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplobrief.model import Brief

_NARRATIVE: Final = ("title", "sections")


class MarkdownDocument(Document):
    """A brief in Markdown. Without front matter, its version is 1.0."""

    def locate(self, paths: Iterable[Path]) -> dict[Path, Span]:
        """Return the places of members, in the front matter or in the body."""
        paths = [*paths]
        places = self._places_in_body_of(paths)
        return {path: self._place(path, places) for path in paths}

    def locate_names(self, paths: Iterable[Path]) -> dict[Path, Span]:
        """Return the places of the names of members in the front matter."""
        return {path: self._place_of_name(path) for path in paths}

    def notices(self) -> list[Finding]:
        r"""Warn about comments that may be part of the text, and about quotes that do not quote.

        Example:
            >>> text = "---\nschema_version: '1.0'\nsubtitle: meeting #3\n---\n"
            >>> MarkdownDocument(text).notices()[0].line
            3
        """
        has_comments = " #" in self._own.text or "\t#" in self._own.text
        comments = self._comments if has_comments else ()
        found = comments_after_text(comments, self._span_of_comment)
        return [*found, *self._curly_quotes(), *self.respelled()]

    def _curly_quotes(self) -> Iterator[Finding]:
        if not may_have_curly_quotes(self._own.text) or self._tree is None:
            return iter(())
        return curly_quotes(self._tree, self._span_of)

    def respelled(self) -> list[Finding]:
        r"""Warn about numbers whose characters a writer would not keep.

        Example:
            >>> text = "---\nschema_version: '1.0'\nx-docket: 0042\n---\n"
            >>> MarkdownDocument(text).respelled()[0].message
            '0042 is read as the number 42'
        """
        if not may_have_respelled(self._own.text) or self._tree is None:
            return []
        return [*respelled(self._tree, self._span_of)]

    def comments(self) -> list[Span]:
        r"""Return the places of the comments in the front matter.

        Example:
            >>> MarkdownDocument("---\n# by hand\nschema_version: '1.0'\n---\n").comments()
            [Span(line=2, column=1, end_line=2, end_column=10)]
        """
        if "#" not in self._own.text:
            return []
        return [self._span_of_comment(comment) for comment in self._comments]

    def formatted(self) -> str:
        """Return the text in the canonical form; keys of other tools stay as they are."""
        if not self._own.is_nested:
            return write(self.brief)
        title = self.brief.title
        if "title" not in self._members and "title" not in self._narrative:
            title = None  # the key of another tool says it
        sections = self.brief.model_dump(mode="json", include={"sections"})["sections"]
        members = self._written(self._members_to_write(self.brief))
        head = self._with_own_part(members, self._parts.body_at)
        head += "" if head.endswith(("\n", "\r")) else "\n"
        body = write_body(title, sections)
        return f"{head}\n{body}" if body else head

    def has_same_brief(self, text: str) -> bool:
        """Whether another text has the same brief. Equal data make equal briefs."""
        data = self.plain_data()
        vars(self).pop("brief", None)  # of very many blocks, it needs much memory
        return MarkdownDocument(text).plain_data() == data or super().has_same_brief(text)

    def _members_to_write(self, brief: Brief) -> dict[str, Any]:
        """Return the members for the front matter, without those that keys of other tools say."""
        members = _front_matter_of(brief)
        known = _front_matter_of(self.brief)
        for name in self._own.outer.keys() - self._members.keys():
            if name in members and members[name] == known[name]:
                del members[name]
        return members

    def _written(self, members: dict[str, Any]) -> str:
        """Return members as the part of the front matter that is about the brief."""
        if not self._own.is_nested:
            return _as_yaml(members)
        return f"{KEY}:\n{_as_yaml(members, indent='  ')}"

    def _rewritten(self, members: dict[str, Any]) -> str:
        """Return members as `_written` does, but refuse to respell a number of the author."""
        if respelled := self.respelled():
            raise BriefError([replace(each, severity=Severity.ERROR) for each in respelled])
        return self._written(members)

    def _with_own_part(self, own: str, until: int | None = None) -> str:
        """Return the text up to an offset, with other members of the brief."""
        start = self._parts.front_matter_at + self._own.start
        end = start + len(self._own.text)
        return f"{self.text[:start]}{own}{self.text[end:until]}"

    def _edited(self, brief: Brief) -> str:
        new, old = self._members_to_write(brief), self._members_to_write(self.brief)
        if self._tree is None:
            return f"---\n{_as_yaml(new)}---\n\n{self.text}"
        from diplobrief.formats.markdown.yaml.editor import edited

        try:
            changed = edited(self._tree, self._comments, old, new, shorten_at, self._rewritten)
        except NotInPlaceError:
            message = "The change would remove a comment from the front matter"
            hint = "move the comment to a line of its own between facts, or into a note"
            [span, *_] = self.comments()
            raise BriefError([Finding("fmt_comments", message, hint=hint, span=span)]) from None
        return self._with_own_part(changed)

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

    def _read(self) -> Brief:
        data = self.plain_data()
        try:
            return validate(data, self.locate, self.locate_names, has_many=self._has_many_values)
        except InvalidBriefError as error:
            findings = [self._with_hint(finding) for finding in error.findings]
            raise InvalidBriefError(findings, error.violations) from None

    @property
    def _has_many_values(self) -> bool:
        text = self._own.text
        return len(text) > MANY_VALUES and text.count("\n") + text.count(",") > MANY_VALUES

    def _with_hint(self, finding: Finding) -> Finding:
        """Explain a member that is a key of another tool, or the text after a comma."""
        if finding.code != "member_unknown" or self._tree is None:
            return finding
        if len(finding.path) == 1 and finding.path[0] in SITE_KEYS and not self._own.is_nested:
            hint = f"if it belongs to another tool, put the members of the brief under {KEY}:"
            return replace(finding, hint=hint)
        entry = yaml.entry_at(self._tree, finding.path)
        if entry is None or entry.value.source or "{" not in self._own.text:
            return finding
        hint = "if it belongs to the text before the comma, put the whole text in quotation marks"
        return replace(finding, hint=hint)

    def plain_data(self) -> dict[str, Any]:
        """Return the brief as plain data that have not been validated."""
        members = self._members
        self._refuse_other_version()
        if "sections" in members:
            raise self._error(
                Finding(
                    "member_unknown",
                    "Sections are not allowed in the front matter",
                    path=("sections",),
                    hint="write them in the body, each with a heading of level 2",
                    span=self._place_in_front_matter(("sections",)),
                )
            )
        narrative = self._narrative
        title = members.get("title")
        if title is not None and narrative.get("title", title) != title:
            raise self._error(
                Finding(
                    "title_differs",
                    "The titles in the front matter and in the body differ",
                    path=("title",),
                    hint="remove the title from the front matter",
                )
            )
        return {**self._own.outer, **members, **narrative}

    def _refuse_other_version(self) -> None:
        """Refuse a newer version before anything else, because other rules may apply to it."""
        version = self._members.get("schema_version", SCHEMA_VERSION)
        if version not in (SCHEMA_VERSION, None):
            from diplobrief.diagnostics.violations import unsupported_version

            raise self._error(unsupported_version(version))

    def _error(self, finding: Finding) -> BriefError:
        return BriefError([finding if finding.span else finding.located(self._place(finding.path))])

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


def write(brief: Brief) -> str:
    """Return a brief as Markdown: the front matter in the order of the model, then the narrative.

    Args:
        brief: The brief.
    """
    data: dict[str, Any] = brief.model_dump(mode="json")
    title = data.pop("title", None)
    body = write_body(title, data.pop("sections"))
    front_matter = f"---\n{_as_yaml(data)}---\n"
    return f"{front_matter}\n{body}" if body else front_matter


def _front_matter_of(brief: Brief) -> dict[str, Any]:
    return brief.model_dump(mode="json", exclude={"title", "sections"})


def _as_yaml(members: dict[str, Any], indent: str = "") -> str:
    # Imported here, so that reading does not wait for its patterns to be compiled.
    from diplobrief.formats.markdown.yaml.writer import write as write_yaml

    return write_yaml(shorten(members), indent)
