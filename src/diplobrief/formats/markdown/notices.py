"""Warnings about front matter that says something else than its author probably means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import Finding, Severity
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.expected import expected_of_brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diplobrief.diagnostics import Span

_CURLY_QUOTE: Final = re.compile(r"[“„‘‚”’](?<=[\s\[{,].)")
_ODD_NUMBER: Final = re.compile(r":(?<!schema_version:)[ \t]+(?:[+]|0[0-9ox]|[0-9]++[.eE])")
"""What may be a number of the model in a form that a writer does not use."""
_EXTENSION_NOT_TEXT: Final = re.compile(
    r"""x-(?<![\w-]x-)[\w-]++(?=["']?[ \t]*:(?![ \t]*["'A-Za-z]))"""
)
"""An extension member whose value does not begin with a letter or a quotation mark."""
_IN_CURLY_QUOTES: Final = re.compile(r"[“„”][^“„”]*[“”]|[‘‚’][^‘‚’]*[‘’]", re.DOTALL)


def may_have_curly_quotes(text: str) -> bool:
    """Whether a value of some front matter may begin with a curly quotation mark."""
    return _CURLY_QUOTE.search(text) is not None


def may_have_respelled(text: str) -> bool:
    """Whether some front matter may have a number that a writer would spell differently."""
    return (_EXTENSION_NOT_TEXT.search(text) or _ODD_NUMBER.search(text)) is not None


def comments_after_text(
    comments: Iterable[yaml.Comment], place: Callable[[yaml.Comment], Span]
) -> Iterator[Finding]:
    """Warn about comments that may be part of the text before them.

    Args:
        comments: The comments of the front matter.
        place: Returns the place of a comment in the file.
    """
    for comment in comments:
        if comment.kind == "after_plain":
            yield Finding(
                "yaml_comment",
                f"{comment.text!r} is a comment in YAML",
                Severity.WARNING,
                hint="put the text in quotation marks, or the comment on a line of its own",
                span=place(comment),
            )


def curly_quotes(tree: yaml.Mapping, place: Callable[[yaml.Node], Span]) -> Iterator[Finding]:
    """Warn about values in curly quotes, which do not quote in YAML.

    Args:
        tree: The front matter.
        place: Returns the place of a value in the file.
    """
    for scalar in yaml.inner_scalars(tree):
        if scalar.style == "plain" and _IN_CURLY_QUOTES.fullmatch(scalar.value):
            yield Finding(
                "yaml_quotes",
                "Curly quotes are part of the text in YAML",
                Severity.WARNING,
                hint="replace them with straight quotes, or put straight quotes around them",
                span=place(scalar),
            )


def respelled(tree: yaml.Mapping, place: Callable[[yaml.Node], Span]) -> Iterator[Finding]:
    """Warn about numbers whose characters a writer would not keep.

    Args:
        tree: The front matter.
        place: Returns the place of a value in the file.
    """
    for scalar, number in yaml.respelled_numbers(tree, expected_of_brief()):
        yield Finding(
            "yaml_number_text",
            f"{scalar.value[:40]} is read as the number {number[:40]}",
            Severity.WARNING,
            hint=f"put it in quotation marks if it is text, or write {number[:40]}",
            span=place(scalar),
        )
