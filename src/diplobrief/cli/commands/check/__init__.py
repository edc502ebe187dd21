"""`diplobrief check`: problems in briefs, with line and column."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.cli.console import print_concise
from diplobrief.diagnostics.reports import REPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks.with_suggestions import FactFinder
    from diplobrief.diagnostics import Finding


def _explain(ctx: click.Context, _parameter: click.Parameter, code: str | None) -> None:
    if code is None or ctx.resilient_parsing:
        return
    from diplobrief.cli.commands.check.explain import explanation_of

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
      diplobrief check --suggest note.txt
      diplobrief check --explain CHR001
      diplobrief import note.txt | diplobrief check -

    \b
    CODES is a list of codes or prefixes of codes, such as CHR001,HYG. ALL means
    every code.
    """,
)
@options.files
@options.input_format
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "concise", *REPORTS]),
    default="text",
    show_default=True,
    help="Output format of the findings; concise prints one line for each.",
)
@click.option(
    "--only-briefs",
    is_flag=True,
    help="Skip files that are not briefs, even if they are named explicitly.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Report these codes only; overrides select and ignore in the configuration file.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODES",
    help="Do not report these codes, in addition to those that the configuration file ignores.",
)
@click.option(
    "--config",
    type=options.FileName(dir_okay=False),
    metavar="FILE",
    help="Configuration file (default: the nearest diplobrief.toml, or pyproject.toml with "
    "[tool.diplobrief], in the working folder or above it).",
)
@click.option("--isolated", is_flag=True, help="Don't read any configuration file.")
@click.option("--show-settings", is_flag=True, help="Print the effective settings and exit.")
@click.option("--statistics", is_flag=True, help="Print the number of findings for each code.")
@click.option(
    "--suggest",
    is_flag=True,
    help="Also check the facts that the narrative states, as diplobrief suggest finds them.",
)
@options.language
@click.option(
    "--confirmed-only",
    is_flag=True,
    help="Leave out facts that are suggested and that no person has confirmed.",
)
@click.option("--fix", is_flag=True, help="Apply automatic fixes to the files, then check them.")
@click.option(
    "--diff", "only_diff", is_flag=True, help="Show what --fix would change, without changing it."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@options.jobs
@click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help="Explain a code and exit; for a prefix such as CHR, or for ALL, list the codes.",
)
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    input_format: str | None,
    output_format: str,
    only_briefs: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    isolated: bool,
    show_settings: bool,
    statistics: bool,
    suggest: bool,
    language: str | None,
    confirmed_only: bool,
    fix: bool,
    only_diff: bool,
    exit_zero: bool,
    jobs: int | None,
) -> None:
    """Check briefs and report each problem with its line and column.

    FILE is a file, a pattern, a folder, or - for standard input. In a folder, all Markdown and
    JSON files below it that have a schema_version (in the front matter, or at the top level of
    the JSON) are checked; other files and hidden files are skipped.

    --suggest adds the facts that the narrative states, in memory, before each brief is checked.
    A finding about such a fact has the line of the passage that states it. In a folder, files of
    plain text are then checked too.

    A finding about a fact that is suggested and not confirmed says so. --confirmed-only leaves
    such facts out, unless a fact that is not suggested refers to them.

    --fix makes changes that need no judgement, such as removing invisible characters. --diff
    shows these changes, and exits with 1 if there are any.

    The exit code is 1 if an error or a warning is found; findings of severity info leave it at
    0. It is 2 if a file, the configuration or the rules of an installed package cannot be read,
    or a fixed file cannot be written; the other files are still checked.
    """
    from diplobrief.cli.commands.check.runner import Checker
    from diplobrief.cli.commands.check.settings import as_toml, effective_settings

    settings = effective_settings(
        ctx, config, select, ignore, isolated=isolated, confirmed_only=confirmed_only
    )
    if show_settings:
        click.echo(as_toml(settings))
        return
    if suggest and (fix or only_diff or confirmed_only):
        raise click.UsageError(
            "--suggest cannot be combined with --fix, --diff or --confirmed-only."
        )
    if language and not suggest:
        raise click.UsageError("--language needs --suggest.")
    if only_diff:
        from diplobrief.cli.commands.check.fixer import show_fixes

        ctx.exit(show_fixes(files, settings, input_format))
    checker = Checker(
        input_format,
        settings,
        jobs,
        only_briefs=only_briefs,
        add_facts=_reader_of_facts(language) if suggest else None,
        fix=fix,
    )
    if output_format == "text":
        checker.run(files)
    elif output_format == "concise":
        checker.run(files, lambda checked: print_concise(checked.findings))
    else:
        from diplobrief.diagnostics.reports import report

        results: dict[str, Sequence[Finding]] = {}
        checker.run(files, lambda checked: results.update({checked.name: checked.findings}))
        click.echo(report(output_format, results))
    is_for_people = output_format in {"text", "concise"}
    if statistics:
        _print_statistics(checker.findings, err=not is_for_people)
    if is_for_people:
        checker.print_summary()
    ctx.exit(0 if exit_zero and checker.exit_code == 1 else checker.exit_code)


def _reader_of_facts(language: str | None) -> FactFinder:
    from diplobrief.extraction import suggest

    return partial(suggest, language=language)


def _print_statistics(findings: Sequence[Finding], *, err: bool) -> None:
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.code] += finding.count
    for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{count:7}  {code}", err=err)
