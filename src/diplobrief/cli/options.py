"""Arguments and options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

from diplobrief.formats import FORMATS

_F = TypeVar("_F", bound=Callable[..., Any])


class FileName(click.Path):
    """The name of a file. An empty name would mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name, or fail if it is empty."""
        if not value:
            self.fail("The name is empty.", param, ctx)
        return super().convert(value, param, ctx)


READABLE: Final = click.Choice(list(FORMATS))
"""The formats that can be read."""

WRITABLE: Final = click.Choice([format.name for format in FORMATS.values() if format.is_written])
"""The formats that can be written."""


def files(command: _F) -> _F:
    """Add the argument FILE...: names, patterns, and `-`."""
    # click must not test whether a file is readable: an unreadable file is reported like any
    # other error, and does not stop the rest.
    names = FileName(readable=False)
    return click.argument("files", nargs=-1, required=True, metavar="FILE...", type=names)(command)


def input_format(command: _F) -> _F:
    """Add the option --from."""
    return click.option(
        "--from",
        "input_format",
        type=READABLE,
        help="Input format (default: from the file suffix).",
    )(command)


def output(command: _F) -> _F:
    """Add the option -o/--output."""
    return click.option(
        "-o",
        "--output",
        default="-",
        metavar="OUT",
        type=FileName(),
        help="Output file, or output folder if there are several inputs "
        "(default: -, standard output).",
    )(command)


def output_format(command: _F) -> _F:
    """Add the option --to."""
    return click.option("--to", "output_format", type=WRITABLE, help="Output format.")(command)


def _language_tag(_ctx: click.Context, _parameter: click.Parameter, tag: str | None) -> str | None:
    from diplobrief.model.scalars import LANGUAGE_TAG

    if tag is not None and not re.fullmatch(LANGUAGE_TAG.pattern, tag):
        raise click.BadParameter(f"Expected {LANGUAGE_TAG.noun}; {LANGUAGE_TAG.hint}.")
    return tag


def language(command: _F) -> _F:
    """Add the option --language: the language of briefs that do not say it."""
    return click.option(
        "--language",
        metavar="TAG",
        callback=_language_tag,
        help="The language, such as en, of briefs that do not say it. Only needed if a text is too "
        "short to recognize its language.",
    )(command)


def jobs(command: _F) -> _F:
    """Add the option --jobs."""
    return click.option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        help="Number of worker processes (default: one per core when there are many files).",
    )(command)
