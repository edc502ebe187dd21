"""Decisions about suggested facts, written to the files in place; for `confirm` and `reject`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from diplobrief.cli.batch import process
from diplobrief.cli.console import count_of, echo
from diplobrief.cli.inputs import STDIN, expand
from diplobrief.cli.outputs import write
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.terminal_text import visible
from diplobrief.formats import format_of_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief

_F = TypeVar("_F", bound=Callable[..., Any])

REVIEWER: Final = "DIPLOBRIEF_REVIEWER"
"""The environment variable with the name of the person who reviews."""


def reviewed_by(*, is_required: bool) -> Callable[[_F], _F]:
    """Return a decorator that adds the option --by."""
    return click.option(
        "--by",
        required=is_required,
        metavar="NAME",
        envvar=REVIEWER,
        callback=_name,
        help=f"The person who decides (default: the environment variable {REVIEWER}).",
    )


def reviewed_on(command: _F) -> _F:
    """Add the option --on."""
    return click.option(
        "--on",
        metavar="DATE",
        default=lambda: dt.date.today().isoformat(),  # noqa: DTZ011 - the day of the person
        show_default="today",
        callback=_day,
        help="The day of the decision, or the date and time.",
    )(command)


def _name(_ctx: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None and (not name.strip() or not name.isprintable()):
        raise click.BadParameter("Expected a name on one line.")
    return name and name.strip()


def _day(_ctx: click.Context, _parameter: click.Parameter, day: str) -> str:
    from diplobrief.model import When

    try:
        return When(day)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


def decide(
    arguments: Sequence[str],
    *,
    every: bool,
    input_format: str | None,
    change: Callable[[Brief, Iterable[Path]], Brief],
    done: str,
) -> int:
    """Decide about facts in files; a failure does not stop the rest.

    Args:
        arguments: A file and the ids of its facts; with `every`, only files.
        every: Whether to decide about all suggested facts.
        input_format: The format of the files (default: from each file's suffix).
        change: Returns the brief in which the decision about the facts at some paths is made.
        done: What is decided, such as `confirmed`.

    Returns:
        The exit code.

    Raises:
        click.UsageError: The arguments do not fit together.
    """
    if STDIN in arguments:
        raise click.UsageError("Standard input cannot be changed; name a file.")
    files, ids = (arguments, ()) if every else (arguments[:1], arguments[1:])
    _require_ids(ids, every=every)

    def decide_in(file: LoadedFile) -> None:
        from diplobrief.extraction.review.decisions import paths_of_suggested
        from diplobrief.extraction.suggestions import suggested_facts

        document = file.document
        before = document.brief
        try:
            paths = paths_of_suggested(before, None if every else ids)
            after = change(before, paths)
        except BriefError as error:
            spans = document.locate(finding.path for finding in error.findings if finding.path)
            raise BriefError(
                [finding.located(spans.get(finding.path)) for finding in error.findings]
            ) from None
        if after != before:
            write(file.source.path, document.edited(after), source=file)
        number = len([*suggested_facts(before)]) - len([*suggested_facts(after)])
        summary = f"{visible(file.source.name)}: {count_of(number, 'fact')} {done}"
        if number > len(paths):
            summary += f", {number - len(paths)} of them because they depend on another"
        echo(summary, err=True)

    outcome = process(expand(files, folders=every, rewritten=True), input_format, decide_in)
    return FAILED if outcome.errors else 0


def _require_ids(ids: Sequence[str], *, every: bool) -> None:
    if not ids and not every:
        raise click.UsageError("Give the ids of facts, or use --all for all suggested facts.")
    files = [id for id in ids if format_of_file(id) is not None]
    if files:
        raise click.UsageError(
            f"{click.format_filename(files[0])!r} is not the id of a fact; "
            "with several files, use --all."
        )
