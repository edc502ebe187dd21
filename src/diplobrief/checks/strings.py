"""All strings of a brief with their paths, and a quick look at their characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from diplobrief.model.base import Value
from diplobrief.model.narrative import Bullets, Markdown, Numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief


class Text(NamedTuple):
    """A string and where it stands.

    Args:
        path: Where it stands.
        text: The string.
        is_block: Whether it is a whole CommonMark block, and not one line of text.
    """

    path: Path
    text: str
    is_block: bool = False


_TOKENS: Final = frozenset({"id", "kind", "type", "status", "schema_version"})


def characters_of(brief: Brief) -> str:
    """Return all that stands in a brief, as JSON: one string to search in.

    No two strings touch in it, and what is not ASCII stands as it is.
    """
    return brief.__pydantic_serializer__.to_json(brief).decode()


def written_in(brief: Brief) -> Iterator[Text]:
    """Yield the title, headings, paragraphs, items and blocks of a brief as they are written."""
    if brief.title is not None:
        yield Text(("title",), brief.title)
    if brief.subtitle is not None:
        yield Text(("subtitle",), brief.subtitle)
    for at, section in enumerate(brief.sections):
        if section.heading is not None:
            yield Text(("sections", at, "heading"), section.heading)
        for index, block in enumerate(section.content):
            path = ("sections", at, "content", index)
            if isinstance(block, Bullets | Numbered):
                for number, item in enumerate(block.items):
                    yield Text((*path, "items", number), item)
            else:
                yield Text((*path, "text"), block.text, isinstance(block, Markdown))


def texts_of(value: object, path: Path = ()) -> Iterator[Text]:
    """Yield every string within a value that a person wrote, with its path.

    Tokens, whose form has only ASCII letters, are left out.
    """
    waiting: list[tuple[Path, object]] = [(path, value)]
    while waiting:
        at, one = waiting.pop()
        if isinstance(one, str):
            yield Text(at, one)
        elif isinstance(one, Value):
            members: dict[str, object] = one.__dict__ | (one.__pydantic_extra__ or {})
            waiting += (
                ((*at, name), member)
                for name, member in reversed(members.items())
                if member and name not in _TOKENS
            )
        elif isinstance(one, tuple):
            items = cast("tuple[object, ...]", one)
            waiting += (((*at, index), items[index]) for index in range(len(items) - 1, -1, -1))
        elif isinstance(one, dict):
            named = cast("Mapping[str, object]", one)
            waiting += (((*at, name), named[name]) for name in reversed([*named]))
