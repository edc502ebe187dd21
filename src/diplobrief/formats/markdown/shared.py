"""Front matter that other tools own too: the brief is under the one key `diplobrief`.

All other keys belong to the other tools. They are not parsed, except those that say what the brief
does not say itself: its title, day, authors and language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding, Span
from diplobrief.formats.markdown import yaml
from diplobrief.model import Brief
from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEY: Final = "diplobrief"
"""The key that the brief is under."""

SITE_KEYS: Final = frozenset(
    {"aliases", "author", "bibliography", "categories", "cssclass", "cssclasses", "date"}
    | {"description", "draft", "execute", "format", "keywords", "lang", "lastmod", "layout"}
    | {"linkTitle", "menu", "params", "permalink", "publish", "slug", "summary", "tags"}
    | {"toc", "type", "url", "weight"}
)
"""Keys of Hugo, Jekyll, Obsidian and Quarto that a brief does not have."""

_LONGEST_VALUE: Final = 10_000
"""A key of another tool with more characters than this is not read."""

_LINES_BEFORE: Final = 1
"""The number of lines before front matter: its opening fence."""

_NAME: Final = re.compile(
    r"""(?P<quote>["']?)(?P<name>[A-Za-z_][\w-]{0,99}+)(?P=quote)[ \t]*+:(?=[ \t\r\n]|\Z)"""
)
_CONTINUED: Final = re.compile(r"[ \t\]}]|-(?:[ \t\r\n]|\Z)")
"""The beginning of a line that belongs to the member above it."""

_TEXT: Final = yaml.Expected(is_text=True)
_MEMBERS: Final = {"title": "title", "date": "published", "author": "authors", "lang": "language"}
"""The members of a brief that keys of other tools say, by these keys."""


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The part of front matter that is about the brief.

    Args:
        text: The part, as YAML.
        start: Its offset in the front matter.
        is_nested: Whether it is the one member `diplobrief`, and not all front matter.
        outer: The members of the brief that other keys say.
        places: The place in the file of each of these members.
    """

    text: str
    start: int = 0
    is_nested: bool = False
    lines_before: int = _LINES_BEFORE
    outer: Mapping[str, Any] = field(default_factory=dict[str, Any])
    places: Mapping[str, Span] = field(default_factory=dict[str, Span])


def own_part(front_matter: str) -> OwnPart:
    r"""Return the part of front matter that is about the brief.

    Raises:
        BriefError: The brief is in it twice.

    Example:
        >>> part = own_part("draft: false\ntitle: Talks\ndiplobrief:\n  id: lake\ntags: [a]\n")
        >>> part.text, part.lines_before, part.outer
        ('diplobrief:\n  id: lake\n', 3, {'title': 'Talks'})
        >>> own_part("id: lake\n").is_nested
        False
    """
    if KEY not in front_matter:
        return OwnPart(front_matter)
    members = [*_top_level(front_matter)]
    own = [member for member in members if member.name == KEY]
    if not own:
        return OwnPart(front_matter)
    if len(own) > 1:
        line = own[1].line
        raise BriefError(
            [
                Finding(
                    "yaml_duplicate_key",
                    f"Duplicate key {KEY}",
                    hint="remove it, or merge the two",
                    span=Span(line, 1, line, 1 + len(KEY)),
                )
            ]
        )
    outer: dict[str, Any] = {}
    places: dict[str, Span] = {}
    first = {member.name: member for member in reversed(members)}
    for key, name in _MEMBERS.items():
        member = first.get(key)
        value = _value_of(member) if member and len(member.text) <= _LONGEST_VALUE else None
        if member and value is not None and _is_valid(name, value):
            outer[name] = value
            width = len(LINE_END.split(member.text, maxsplit=1)[0].rstrip())
            places[name] = Span(member.line, 1, member.line, 1 + width)
    [part] = own
    return OwnPart(
        part.text,
        part.start,
        is_nested=True,
        lines_before=part.line - 1,
        outer=outer,
        places=places,
    )


@dataclass(frozen=True, slots=True)
class _Member:
    """A member at the top level of front matter.

    Args:
        name: Its name.
        text: Its lines, without comments and blank lines after it.
        start: Its offset in the front matter.
        line: The number of its first line in the file.
    """

    name: str
    text: str
    start: int
    line: int


def _top_level(front_matter: str) -> Iterator[_Member]:
    """Yield the members at the top level, which begin without indentation."""
    starts = [0, *(match.end() for match in LINE_END.finditer(front_matter))]
    lines = [
        (start, front_matter[start:end])
        for start, end in zip(starts, [*starts[1:], len(front_matter)], strict=True)
    ]
    name, first, end, number = "", 0, 0, 0
    for at, (start, line) in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            continue
        if _CONTINUED.match(line):
            end = start + len(line)
            continue
        if name:
            yield _Member(name, front_matter[first:end], first, number)
        match = _NAME.match(line)
        name = match["name"] if match else ""
        first, end, number = start, start + len(line), at + 1 + _LINES_BEFORE
    if name:
        yield _Member(name, front_matter[first:end], first, number)


def _value_of(member: _Member) -> Any:
    """Return the value of a key of another tool in the form of the model, or `None`."""
    expected = yaml.Expected(members={"name": _TEXT, "affiliation": _TEXT}, is_text=True)
    try:
        value = yaml.read(member.text, yaml.Expected(members={member.name: expected}))[member.name]
    except (yaml.YamlError, KeyError):
        return None
    if member.name != "author":
        return value
    authors = value if isinstance(value, list) else [value]
    return [_author(author) for author in authors]


def _author(author: object) -> object:
    match author:
        case str():
            return {"name": author}
        case {"name": str(name), "affiliation": str(affiliation)}:
            return {"name": name, "affiliation": affiliation}
        case {"name": str(name)}:
            return {"name": name}
        case _:
            return author


def _is_valid(name: str, value: object) -> bool:
    """Return whether a brief can have this value; other tools allow more."""
    try:
        Brief.model_validate({"schema_version": "1.0", "sections": [], name: value})
    except ValidationError:
        return False
    return True
