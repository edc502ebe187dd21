"""All strings of a brief, with their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from diplobrief.model.base import Value
from diplobrief.model.narrative import Bullets, Markdown, Numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief


class Text(NamedTuple):
    """A string of a brief.

    Args:
        path: Its path.
        text: The string.
        is_block: Whether it is a whole CommonMark block, and not one line of text.
    """

    path: Path
    text: str
    is_block: bool = False


_TOKENS: Final = frozenset({"id", "kind", "type", "status", "schema_version"})


def characters_of(brief: Brief) -> str:
    """Return a brief as JSON: one text that contains all its characters.

    Characters that are not ASCII are not escaped.
    """
    return brief.model_dump_json()


def written_in(brief: Brief) -> Iterator[Text]:
    """Yield the title, headings, paragraphs, list items and blocks of a brief as CommonMark."""
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

    Ids and terms are skipped: their form allows only ASCII letters.
    """
    # Extension values may be nested too deeply for recursion.
    stack: list[tuple[Path, object]] = [(path, value)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, str):
            yield Text(path, value)
        elif isinstance(value, Value):
            members: Mapping[str, object] = value.__dict__
            if value.__pydantic_extra__:
                members = {**members, **value.__pydantic_extra__}
            stack += [
                ((*path, name), members[name])
                for name in reversed([*members])
                if members[name] and name not in _TOKENS
            ]
        elif isinstance(value, tuple):
            items = cast("tuple[object, ...]", value)
            stack += [((*path, index), items[index]) for index in range(len(items) - 1, -1, -1)]
        elif isinstance(value, dict):
            named = cast("Mapping[str, object]", value)
            stack += [((*path, name), named[name]) for name in reversed([*named])]
