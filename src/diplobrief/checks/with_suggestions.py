"""A document with the facts that its narrative states, so that prose can be checked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from diplobrief.checks.context import CheckContext
from diplobrief.checks.narrative import in_full
from diplobrief.diagnostics import BriefError, Span
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.formats.document import Document
from diplobrief.model import Fact, Quote, Treaty, Unnamed
from diplobrief.text.search import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from diplobrief.diagnostics import Finding, Path
    from diplobrief.model import Brief


class FactFinder(Protocol):
    """A function that returns a brief with the facts that its narrative states."""

    def __call__(self, brief: Brief, /, *, on_finding: Callable[[Finding], object]) -> Brief:
        """Return the brief with its facts.

        Args:
            brief: The brief.
            on_finding: Is called with what a reader should know of the result.
        """
        ...


class DocumentWithSuggestions(Document):
    """A document whose brief also has the facts that its narrative states.

    Args:
        document: The document. A suggested fact is located where the narrative states it.
        add_facts: Returns a brief with the facts that its narrative states.
    """

    def __init__(self, document: Document, add_facts: FactFinder) -> None:
        super().__init__(document.text)
        self._document = document
        self._add_facts = add_facts
        self._reported: list[Finding] = []

    def _read(self) -> Brief:
        brief = self._document.brief
        self._reported.clear()
        try:
            return self._add_facts(brief, on_finding=self._reported.append)
        except BriefError as error:
            spans = self._document.locate(finding.path for finding in error.findings)
            located = [finding.located(spans.get(finding.path)) for finding in error.findings]
            raise BriefError(located) from None

    def notices(self) -> list[Finding]:
        """Return the warnings of the format, and what was reported when facts were added."""
        return [*self._document.notices(), *self.reported()]

    def reported(self) -> list[Finding]:
        """Return what was reported when facts were added, with its places."""
        _ = self.brief
        spans = self._document.locate(finding.path for finding in self._reported)
        return [finding.located(spans.get(finding.path)) for finding in self._reported]

    def comments(self) -> list[Span]:
        """Return the places of comments."""
        return self._document.comments()

    def locate(self, paths: Iterable[Path]) -> Mapping[Path, Span]:
        """Return the places of members; for suggested facts, those of their passages."""
        paths = [*paths]
        passages = {path: self._passage(path) for path in paths}
        narrative = CheckContext(self.brief).narrative
        places: dict[Path, Path] = {}
        for path, passage in passages.items():
            offsets = narrative.find(fold(passage), limit=1) if passage else []
            places[path] = narrative.path_at(offsets[0]) if offsets else path
        spans = self._document.locate(places.values())
        return {
            path: self._narrowed(spans[place], passages[path])
            for path, place in places.items()
            if place in spans
        }

    def _passage(self, path: Path) -> str:
        """Return the passage that states the fact at a path, if the fact is suggested."""
        value: object = self.brief
        own: object = self._document.brief
        passage = ""
        for step in path:
            value, own = _member(value, step), _member(own, step)
            if own is None and isinstance(value, Fact):
                passage = _passage_of(value) or passage
        return passage

    def _narrowed(self, span: Span, passage: str) -> Span:
        """Return the span of a passage that stands on one line of a part of the document."""
        index = self._lines
        for number in range(span.line, span.end_line + 1):
            column = fold(index.line(number)).find(fold(passage)) if passage else -1
            if column >= 0:
                end = min(column + len(passage), len(index.line(number)))
                return Span(number, column + 1, number, end + 1)
        return span

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)


def _member(value: object, step: str | int) -> object:
    if isinstance(step, str):
        return getattr(value, step, None)
    if not isinstance(value, tuple):
        return None
    items = cast("tuple[object, ...]", value)
    return items[step] if step < len(items) else None


def _passage_of(fact: Fact) -> str:
    if fact.evidence:
        return in_full(fact.evidence[0])
    match fact:
        case Quote():
            return fact.text
        case Treaty():
            return fact.title
        case Unnamed():
            return fact.description
        case _:
            return getattr(fact, "name", "")
