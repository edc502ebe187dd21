"""A suggested fact as lines of text: its passage in the narrative, and its members."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from diplobrief.checks.context import CheckContext
from diplobrief.checks.narrative import in_full, plain_texts
from diplobrief.extraction.suggestions import passage_of
from diplobrief.model.base import Value
from diplobrief.model.fields import fields_of
from diplobrief.model.references import RefersTo
from diplobrief.text.plain import to_plain
from diplobrief.text.search import pattern_of
from diplobrief.views.names import FactNames, words
from diplobrief.views.terminal_writer import TerminalWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief, Fact

_AROUND: Final = 400
"""How many characters of a paragraph are shown before and after the passage."""

_MOST_MENTIONS: Final = 20
"""How many occurrences of a name are tried, to find one that is a whole word."""

_NOT_SHOWN: Final = frozenset({"evidence", "provenance", "milestones"})
_INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage in its paragraph.

    Args:
        heading: The heading of the section; may be empty.
        before: The text before the passage.
        passage: The passage; empty if the narrative does not have it.
        after: The text after it.
    """

    heading: str = ""
    before: str = ""
    passage: str = ""
    after: str = ""


class SuggestionView:
    """Shows suggested facts of a brief.

    Args:
        brief: The brief.
        columns: The maximum width of a line.
        color: Whether to use colours. Without them, brackets mark the passage.
    """

    def __init__(self, brief: Brief, columns: int = 80, *, color: bool = False) -> None:
        context = CheckContext(brief)
        self._narrative = context.narrative
        self._texts = plain_texts(context.narrative_texts)
        self._brief = brief
        self._columns = columns
        self._color = color

    def lines(self, brief: Brief, fact: Fact) -> str:
        """Return the paragraph and the members of a fact.

        Args:
            brief: The brief with the same narrative, whose facts give their names.
            fact: The fact.
        """
        writer = TerminalWriter(self._columns, color=self._color)
        excerpt = self.excerpt(fact)
        if excerpt.heading:
            writer.write(excerpt.heading, indent=_INDENT, style="heading")
        if excerpt.passage:
            writer.marked(excerpt.before, excerpt.passage, excerpt.after, indent=_INDENT)
        else:
            writer.write("The narrative does not have the passage of this fact.", indent=_INDENT)
        writer.space()
        rows = [*_rows(fact, FactNames(brief))]
        if fact.provenance and fact.provenance.rule:
            rows.append(("rule", fact.provenance.rule))
        widest = max(len(name) for name, _ in rows)
        for name, value in rows:
            writer.write(value, mark=f"{name:{widest}}  ", indent=_INDENT)
        return writer.text

    def excerpt(self, fact: Fact) -> Excerpt:
        """Return the passage of a fact in its paragraph."""
        evidence = fact.evidence[0] if fact.evidence else None
        exact = passage_of(fact)
        whole = in_full(evidence) if evidence else exact
        # A name is a whole word; evidence has been found as it is.
        pattern = pattern_of(exact) if evidence else rf"(?<!\w){pattern_of(exact)}(?!\w)"
        for offset in self._narrative.find(whole, limit=_MOST_MENTIONS):
            at = self._narrative.block_at(offset)
            text = unicodedata.normalize("NFC", self._texts[at])
            outer = re.search(pattern_of(whole), text)
            found = outer and re.compile(pattern).search(text, outer.start())
            if found:
                before, after = text[: found.start()], text[found.end() :]
                heading = self._heading_of(self._narrative.paths[at])
                return Excerpt(heading, _end_of(before), found[0], _beginning_of(after))
        return Excerpt()

    def _heading_of(self, path: Path) -> str:
        if path[0] != "sections":
            return "Title"
        section = self._brief.sections[int(path[1])]
        return to_plain(section.heading) if section.heading else ""


def _end_of(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return f"… {text[-_AROUND:].partition(' ')[2]}"


def _beginning_of(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return f"{text[:_AROUND].rpartition(' ')[0]} …"


def _rows(fact: Fact, names: FactNames) -> Iterator[tuple[str, str]]:
    """Return the name and the value of each member that a person has to judge."""
    return ((name, value) for name, value in _members(fact, names) if name not in _NOT_SHOWN)


def _members(value: Value, names: FactNames) -> Iterator[tuple[str, str]]:
    for name, field in fields_of(type(value)).items():
        member: object = value.__dict__[name]
        if member not in (None, ()):
            is_reference = isinstance(field.content, RefersTo)
            yield name, _in_words(member, names, is_reference=is_reference)


def _in_words(member: object, names: FactNames, *, is_reference: bool) -> str:
    if isinstance(member, tuple):
        items = cast("tuple[object, ...]", member)
        parts = [_in_words(item, names, is_reference=is_reference) for item in items]
        has_values = any(isinstance(item, Value) for item in items)
        return ("; " if has_values else ", ").join(parts)
    if isinstance(member, Value):
        return ", ".join(f"{words(name)} {value}" for name, value in _members(member, names))
    if is_reference and isinstance(member, str):
        name = names.link(member).text
        return member if name == member else f"{member} ({name})"
    return str(member)
