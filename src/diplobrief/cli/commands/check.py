"""`diplobrief check`: what is wrong in briefs, and where."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.diagnostics.reports import REPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks import Settings
    from diplobrief.diagnostics import Finding


def _explain(ctx: click.Context, _parameter: click.Parameter, code: str | None) -> None:
    if code is None or ctx.resilient_parsing:
        return
    from diplobrief.cli.explaining import explanation_of

    click.echo(explanation_of(code))
    ctx.exit()


@click.command(
    "check",
    epilog="""\b
    Examples:
      diplobrief check note.md
      diplobrief check briefs/ 'archive/2025-*.json'
      diplobrief check --ignore CHR,yaml_comment briefs/
      diplobrief check --format sarif briefs/ > diplobrief.sarif
      diplobrief check --fix --select HYG briefs/
      diplobrief check --explain CHR001
      diplobrief import note.txt | diplobrief check -

    \b
    A code is named whole, or by how it begins: CHR001, CHR. ALL names every code.
    """,
)
@options.files
@options.read_as
@click.option(
    "--format",
    "shown_as",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--only-briefs", is_flag=True, help="Pass over named files that are no briefs, as in a folder."
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Report only these codes, whatever the settings select and ignore.",
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Do not report these codes either.")
@click.option(
    "--config",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Take the settings from this file; absent: from the nearest diplobrief.toml or "
    "pyproject.toml with [tool.diplobrief], from the working folder upwards.",
)
@click.option("--isolated", is_flag=True, help="Take no settings from any file.")
@click.option("--show-settings", is_flag=True, help="Print the settings that hold, and end.")
@click.option("--statistics", is_flag=True, help="Print how often each code was found.")
@click.option(
    "--fix", "fixes", is_flag=True, help="Repair what is mechanical, in the files, and check then."
)
@click.option(
    "--diff", "only_diff", is_flag=True, help="Repair nothing; show what --fix would change."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes work; absent: one a core where there are many files.",
)
@click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help="Explain a code, and end.",
)
@click.pass_context
def command(  # noqa: PLR0913 - one argument an option, as click hands them over
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    read_as: str | None,
    shown_as: str,
    only_briefs: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    isolated: bool,
    show_settings: bool,
    statistics: bool,
    fixes: bool,
    only_diff: bool,
    exit_zero: bool,
    jobs: int | None,
) -> None:
    """Report what is wrong in briefs, each finding with its place.

    FILE is a file, a pattern, a folder, or - for standard input. In a folder, all Markdown and
    JSON files below it are checked that say a schema_version (in the front matter, or at the top
    of the JSON); others, and hidden ones, are passed over.

    With --fix, mechanical repairs (such as invisible characters) are made where they stand: a file
    then says what it said, but for these. --diff shows them, and exits with 1 where there are any.

    The exit code is 1 where an error or a warning is found; a finding of severity info leaves it
    at 0. It is 2 where a file or the settings cannot be read; the other files are checked all the
    same.
    """
    from diplobrief.cli.checking import Checking

    settings = _settings(ctx, config, select, ignore, isolated=isolated)
    if show_settings:
        from diplobrief.cli.explaining import as_toml

        click.echo(as_toml(settings))
        return
    if fixes or only_diff:
        code = _mend(files, settings, read_as, only_diff=only_diff)
        if only_diff or code:
            ctx.exit(code)
    checking = Checking(read_as, settings, jobs, only_briefs=only_briefs)
    if shown_as == "text":
        checking.run(files)
    else:
        from diplobrief.diagnostics.reports import report

        results: dict[str, Sequence[Finding]] = {}
        checking.run(files, lambda checked: results.update({checked.name: checked.findings}))
        click.echo(report(shown_as, results))
    if statistics:
        _print_statistics(checking.findings, err=shown_as != "text")
    if shown_as == "text":
        checking.summarize()
    ctx.exit(0 if exit_zero and checking.code == 1 else checking.code)


def _mend(files: Sequence[str], settings: Settings, read_as: str | None, *, only_diff: bool) -> int:
    from diplobrief.cli.inputs import STDIN
    from diplobrief.cli.mending import Mending

    if STDIN in files:
        raise click.UsageError("--fix and --diff take files, not standard input.")
    mending = Mending(settings, read_as, only_diff=only_diff)
    mending.run(files)
    return mending.code


def _settings(
    ctx: click.Context,
    config: str | None,
    select: Sequence[str],
    ignore: Sequence[str],
    *,
    isolated: bool,
) -> Settings:
    """Return the settings of a file, with what the command line says instead and beside."""
    from dataclasses import replace
    from pathlib import Path

    from diplobrief.checks import DEFAULT, configuration
    from diplobrief.cli.console import report
    from diplobrief.cli.program import FAILED

    selected, ignored = _codes("--select", select), _codes("--ignore", ignore)
    if isolated and config:
        raise click.UsageError("--isolated and --config exclude each other.")
    settings = DEFAULT
    try:
        file = Path(config) if config else None if isolated else configuration.find(Path.cwd())
        if file:
            settings = configuration.load(file)
    except configuration.ConfigurationError as error:
        report(error.findings)
        ctx.exit(FAILED)
    if selected:
        settings = replace(settings, select=selected, ignore=())
    return replace(settings, ignore=(*settings.ignore, *ignored))


def _codes(option: str, given: Sequence[str]) -> tuple[str, ...]:
    from diplobrief.checks.catalogue import is_code

    codes = tuple(code for part in given for code in part.replace(",", " ").split())
    for code in codes:
        if not is_code(code):
            raise click.UsageError(f"{option}: no code is or begins with {code!r}.")
    return codes


def _print_statistics(findings: Sequence[Finding], *, err: bool) -> None:
    counts = Counter(finding.code for finding in findings)
    for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{count:7}  {code}", err=err)
