"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

from diplobrief.formats import FORMATS

_F = TypeVar("_F", bound=Callable[..., Any])

READ: Final = click.Choice(list(FORMATS))
"""The formats that are read."""

WRITTEN: Final = click.Choice([room.name for room in FORMATS.values() if room.is_written])
"""The formats that are written."""


def files(command: _F) -> _F:
    """Take one file or more: names, patterns, and `-`."""
    # A file that may not be read is reported like any other, and does not stop its neighbours.
    names = click.Path(readable=False)
    return click.argument("files", nargs=-1, required=True, metavar="FILE...", type=names)(command)


def read_as(command: _F) -> _F:
    """Take the format of the input."""
    return click.option(
        "--from", "read_as", type=READ, help="Format of the input; absent: what the suffix says."
    )(command)


def output(command: _F) -> _F:
    """Take the place of the output."""
    return click.option(
        "-o",
        "--output",
        default="-",
        metavar="OUT",
        type=click.Path(),
        help="File to write, or a folder for several; absent or -: standard output.",
    )(command)


def write_as(command: _F) -> _F:
    """Take the format of the output."""
    return click.option("--to", "write_as", type=WRITTEN, help="Format of the output.")(command)
