"""Recognises front matter that does not begin as it must, so that it is not read as narrative.

A file whose first line is not `---` has no front matter. If people meant to write some, nothing in
the narrative may show it: a blank line above `---`, `----`, TOML, or a forgotten opening line. Each
is recognised only by lines `name: value` that narrative does not have; a thematic break is not
enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import Finding, Span
from diplobrief.formats.markdown.shared import KEY
from diplobrief.model import Brief
from diplobrief.model.fields import fields_of
from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_LINES: Final = 400
"""The number of lines that are searched."""

_MOST_LINES_ABOVE: Final = 20
"""The number of lines above front matter; further down, a file has only narrative."""

_INVISIBLE: Final = " \t\ufeff\u200b\u200e\u200f\u2060\xa0"
# A line of hyphens or of what is written instead: dashes that a word processor puts in their place,
# escaped hyphens, and the fences of other tools. A language or a comment may follow.
_FENCE: Final = re.compile(
    r"(?:[-‐-―−][-‐-―− ]++|[—―]|(?:\\-)++|[*_+=~;%]{3,}+)"
    r"[ \t]*+(?P<language>(?i:ya?ml|toml|json)?)[ \t]*+(?:#.*)?"
)
_CODE_FENCE: Final = re.compile(r"`{3,}|~{3,}")
_KEY: Final = re.compile(
    r"""(?P<quote>["']?)(?P<name>[\w$][\w$-]*+)(?P=quote)[ \t]*(?P<sign>[:=])"""
)
_VERSION: Final = re.compile(
    r"""[{,\s]*["']?schema[-_]?version["']?[ \t]*(?P<sign>[:=])""", re.IGNORECASE
)
_JSON: Final = re.compile(r'\{\s*"[^"\n]*+"\s*:')
_NOT_A_KEY: Final = re.compile(r"[ \t]+\S|- |[-\]}#]|\[[\w.\"-]++\]")
"""The other lines of front matter: indented lines, items, brackets, comments, tables of TOML."""

_WRITE_YAML: Final = "write it as YAML, `name: value`, between two lines of three hyphens"


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that look like the content of front matter.

    Args:
        names: The names before a colon or an equals sign at the beginning of a line.
        is_closed: Whether a fence follows.
        is_toml: Whether values are written after an equals sign.
    """

    names: frozenset[str]
    is_closed: bool
    is_toml: bool

    @property
    def members(self) -> frozenset[str]:
        """The names of members of a brief."""
        return self.names & _members_of_brief()


@cache
def _members_of_brief() -> frozenset[str]:
    return frozenset(fields_of(Brief)) | {KEY}


def misplaced_front_matter(text: str) -> Finding | None:
    r"""Return what is wrong with the beginning of the front matter, or `None` if there is none.

    Args:
        text: A file whose first line is not `---`.

    Example:
        >>> misplaced_front_matter("\n---\nid: lake\n---\n").message
        'The front matter does not begin on the first line'
        >>> misplaced_front_matter("Text\n\n---\n\nMore text")
    """
    lines = LINE_END.split(text, maxsplit=_MOST_LINES)[:_MOST_LINES]
    is_first = True
    for number in _lines_before_code(lines):
        line = lines[number].strip(_INVISIBLE)
        finding = _finding_at(lines, number, line, is_first=is_first)
        if finding is not None:
            return finding
        is_first = False
    return _finding_in_code(lines)


def has_misplaced_fence(text: str) -> bool:
    r"""Return whether front matter with members of a brief begins at a fence further down.

    Example:
        >>> has_misplaced_fence("Title: Weekly brief\n---\nid: lake\n---\n")
        True
        >>> has_misplaced_fence("\n---\nlayout: post\n---\n")
        False
    """
    finding = misplaced_front_matter(text)
    if finding is None or finding.span is None or finding.code != "front_matter_start":
        return False
    lines = LINE_END.split(text, maxsplit=_MOST_LINES)[:_MOST_LINES]
    is_fence = _FENCE.fullmatch(lines[finding.span.line - 1].strip(_INVISIBLE))
    members = _block(lines, finding.span.line).members
    # Other tools have a title, too.
    return bool(is_fence and members - {"title"})


def near_miss_of_closing_line(front_matter: str) -> tuple[int, str] | None:
    r"""Return the first line that may be meant to close front matter, and its number from 1.

    Example:
        >>> near_miss_of_closing_line("id: lake\n----\n# Talks")
        (2, '----')
    """
    lines = LINE_END.split(front_matter, maxsplit=_MOST_LINES)[:_MOST_LINES]
    for number, line in enumerate(lines):
        stripped = line.strip(_INVISIBLE)
        if stripped != "-" and _FENCE.fullmatch(stripped):
            return number + 1, stripped
    return None


def _lines_before_code(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the first lines with content, up to a block of code."""
    count = 0
    is_comment = False
    for number, line in enumerate(lines):
        content = line.strip(_INVISIBLE)
        is_comment = is_comment or content.startswith("<!--")
        if is_comment:
            is_comment = "-->" not in content
        elif content:
            if count == _MOST_LINES_ABOVE or _is_code_fence(content):
                return
            yield number
            count += 1


def _is_code_fence(line: str) -> bool:
    return _CODE_FENCE.match(line) is not None


def _finding_at(lines: list[str], number: int, line: str, *, is_first: bool) -> Finding | None:
    """Return what is wrong if front matter begins on a line."""
    if is_first and _is_json(lines, number):
        return _json_error(number, line)
    if version := _VERSION.match(line):
        error = _toml_error if version["sign"] == "=" else _unopened_error
        return error(number, line)
    if fence := _FENCE.fullmatch(line):
        if _is_json(lines, number + 1):
            return _json_error(number, line)
        block = _block(lines, number + 1)
        if not _is_front_matter(block, is_first=is_first):
            return None
        if block.is_toml or fence["language"].lower() == "toml":
            return _toml_error(number, line)
        return _fence_error(number, line, is_first=is_first)
    if is_first and _is_unopened(_block(lines, number)):
        return _unopened_error(number, line)
    return None


def _is_json(lines: list[str], number: int) -> bool:
    """Return whether an object of JSON begins on a line."""
    return _JSON.match("\n".join(lines[number : number + 3]).lstrip(_INVISIBLE)) is not None


def _block(lines: list[str], first: int) -> _Block:
    """Return the lines of front matter from a line on, up to a fence or to narrative."""
    names: set[str] = set()
    names_before_gap: frozenset[str] | None = None
    is_toml = False
    for line in lines[first:]:
        content = line.strip(_INVISIBLE)
        if _FENCE.fullmatch(content) or content == "...":
            return _Block(frozenset(names), is_closed=True, is_toml=is_toml)
        if not content:
            names_before_gap = frozenset(names) if names_before_gap is None else names_before_gap
        elif (key := _KEY.match(line)) is not None:
            names.add(key["name"])
            is_toml = is_toml or key["sign"] == "="
        elif not _NOT_A_KEY.match(line):
            break
    # Without a closing line, the narrative may begin after the first gap.
    certain = frozenset(names) if names_before_gap is None else names_before_gap
    return _Block(certain, is_closed=False, is_toml=is_toml)


def _is_front_matter(block: _Block, *, is_first: bool) -> bool:
    """Return whether a block after a fence is front matter, not narrative after a break."""
    if any(_VERSION.match(f"{name}:") for name in block.names):
        return True
    if block.is_closed:
        is_lower = is_first and all(name == name.lower() for name in block.names)
        return bool(block.members or (is_lower and block.names))
    return is_first and bool(block.members)


def _is_unopened(block: _Block) -> bool:
    """Return whether the first block of a file is front matter without an opening line."""
    return len(block.members) >= (1 if block.is_closed else 2)


def _finding_in_code(lines: list[str]) -> Finding | None:
    """Return what is wrong if the file begins with a block of code that has the front matter."""
    number = next((at for at, line in enumerate(lines) if line.strip(_INVISIBLE)), None)
    if number is None or not _is_code_fence(lines[number].strip(_INVISIBLE)):
        return None
    for line in lines[number + 1 :]:
        if _is_code_fence(line):
            return None
        if _VERSION.match(line):
            return _start_error(
                "The front matter is in a block of code",
                "write three hyphens on the first line, instead of the fence of the block",
                number,
                lines[number].strip(_INVISIBLE),
            )
    return None


def _fence_error(number: int, line: str, *, is_first: bool) -> Finding:
    if line != "---":
        message = f'Front matter begins with a line "---", not "{line[:40]}"'
        hint = "write three hyphens on the first line, and nothing else on it"
    else:
        message = "The front matter does not begin on the first line"
        hint = (
            "remove everything above it"
            if is_first
            else "move the lines above it to the body, or into a member such as title"
        )
    return _start_error(message, hint, number, line)


def _unopened_error(number: int, line: str) -> Finding:
    message = "The front matter has no opening line"
    hint = "write three hyphens on the first line, directly above it"
    return _start_error(message, hint, number, line)


def _start_error(message: str, hint: str, number: int, line: str) -> Finding:
    return Finding("front_matter_start", message, hint=hint, span=_span(number, line))


def _toml_error(number: int, line: str) -> Finding:
    message = "The front matter is TOML, but only YAML is read"
    return _language_error(message, _WRITE_YAML, number, line)


def _json_error(number: int, line: str) -> Finding:
    message = "The file begins with JSON, but only YAML is read as front matter"
    hint = f"save a JSON brief with the suffix .json; for front matter, {_WRITE_YAML}"
    return _language_error(message, hint, number, line)


def _language_error(message: str, hint: str, number: int, line: str) -> Finding:
    return Finding("front_matter_language", message, hint=hint, span=_span(number, line))


def _span(number: int, line: str) -> Span:
    return Span(number + 1, 1, number + 1, 1 + len(line))
