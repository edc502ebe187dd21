"""Reads, checks, formats and edits Markdown: front matter and body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from diplobrief.diagnostics import BriefError, Finding, Severity, Span
from diplobrief.formats.edits import NotInPlaceError
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.body import write_body
from diplobrief.formats.markdown.notices import (
    comments_after_text,
    curly_quotes,
    may_have_curly_quotes,
    may_have_respelled,
    respelled,
)
from diplobrief.formats.markdown.shared import KEY, SITE_KEYS
from diplobrief.formats.markdown.short_forms import shorten_at
from diplobrief.formats.markdown.source import MarkdownSource
from diplobrief.formats.markdown.writer import as_yaml, front_matter_of, write_front_matter
from diplobrief.formats.validation import MANY_VALUES, InvalidBriefError, validate
from diplobrief.model import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model import Brief


class MarkdownDocument(MarkdownSource):
    """A brief in Markdown. Without front matter, its version is 1.0."""

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
        title = self.brief.title
        if not self._own.is_nested:
            head = write_front_matter(self.brief)
        else:
            if "title" not in self._members and "title" not in self._narrative:
                title = None  # the key of another tool says it
            members = self._written(self._members_to_write(self.brief))
            head = self._with_own_part(members, self._parts.body_at)
            head += "" if head.endswith(("\n", "\r")) else "\n"
        # The sections as they were read: another copy of very many blocks needs much memory.
        sections = cast("list[dict[str, Any]]", self._narrative["sections"])
        body = write_body(title, sections)
        return f"{head}\n{body}" if body else head

    def has_same_brief(self, text: str) -> bool:
        """Whether another text has the same brief. Equal data make equal briefs."""
        data = self.plain_data()
        vars(self).pop("brief", None)  # of very many blocks, it needs much memory
        return MarkdownDocument(text).plain_data() == data or super().has_same_brief(text)

    def _members_to_write(self, brief: Brief) -> dict[str, Any]:
        """Return the members for the front matter, without those that keys of other tools say."""
        members = front_matter_of(brief)
        known = front_matter_of(self.brief)
        for name in self._own.outer.keys() - self._members.keys():
            if name in members and members[name] == known[name]:
                del members[name]
        return members

    def _written(self, members: dict[str, Any]) -> str:
        """Return members as the part of the front matter that is about the brief."""
        if not self._own.is_nested:
            return as_yaml(members)
        return f"{KEY}:\n{as_yaml(members, indent='  ')}"

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
            return f"---\n{as_yaml(new)}---\n\n{self.text}"
        from diplobrief.formats.markdown.yaml.editor import edited

        try:
            changed = edited(self._tree, self._comments, old, new, shorten_at, self._rewritten)
        except NotInPlaceError:
            message = "The change would remove a comment from the front matter"
            hint = "move the comment to a line of its own between facts, or into a note"
            [span, *_] = self.comments()
            raise BriefError([Finding("fmt_comments", message, hint=hint, span=span)]) from None
        return self._with_own_part(changed)

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
