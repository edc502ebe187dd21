"""`diplobrief suggest`: briefs with the facts that their narrative states."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.cli.console import count_of, echo
from diplobrief.cli.inputs import STDIN, InputFile, UnreadableError, expand
from diplobrief.cli.outputs import STDOUT, format_of_output, is_folder
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.checks.with_suggestions import FactFinder
    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.cli.suggester import Output
    from diplobrief.extraction.language_model import LanguageModel
    from diplobrief.model import Brief


@click.command(
    "suggest",
    epilog="""\b
    Examples:
      diplobrief suggest note.txt -o note.md
      diplobrief suggest --in-place note.md
      diplobrief suggest note.txt | diplobrief show -
      diplobrief suggest mail/ -o briefs/
      diplobrief suggest note.txt -o note.md --model gpt-5-mini
    """,
)
@options.files
@options.output
@options.input_format
@options.output_format
@click.option("-i", "--in-place", is_flag=True, help="Add the facts to each FILE itself.")
@options.language
@options.jobs
@click.option(
    "--model",
    metavar="NAME",
    help="Also ask this language model; `llm models` lists them. Only facts that a passage of the "
    "narrative states are added. Needs diplobrief[llm].",
)
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    files: tuple[str, ...],
    output: str,
    input_format: str | None,
    output_format: str | None,
    *,
    in_place: bool,
    language: str | None,
    jobs: int | None,
    model: str | None,
) -> None:
    """Add the facts that the narrative of briefs states.

    The facts are actors, quotes, events, acts, and treaties with their milestones. They are found
    by rules, without a network; with --model, a language model is asked too. Each has a passage
    of the narrative as evidence, and is marked as suggested until a person confirms it.

    Facts that a brief already has are not changed. They are not suggested again, and neither are
    facts that a person rejected.

    FILE is a file, a pattern, a folder, or - for standard input. In a folder, plain text is read,
    and all Markdown and JSON files that have a schema_version. If a file cannot be read, the
    others are still read, and the exit code is 2.

    Facts are read in English, French, Spanish, Russian, Persian and Arabic. In other languages,
    only names of states and organizations are read, and a warning says so.

    The output format follows from --to or from the suffix of OUT; by default, JSON stays JSON, and
    all else becomes Markdown. --in-place changes Markdown and JSON files themselves. In a file
    that keeps its format, everything but the new facts stays as it is, comments included.
    """
    from diplobrief.cli.suggester import suggest_in_files

    inputs = [*expand(files, folders=True, texts=True, rewritten=in_place)]
    target = _output(inputs, output, output_format, in_place=in_place)
    add_facts = (
        partial(_by_rules, language)
        if model is None
        else partial(_by_model, _model_named(model), model, language)
    )
    # The connection to a model cannot be handed to other processes.
    jobs = jobs if model is None else 1
    ctx.exit(suggest_in_files(inputs, input_format, target, add_facts, jobs))


def _output(
    inputs: Sequence[InputFile | UnreadableError],
    output: str,
    output_format: str | None,
    *,
    in_place: bool,
) -> Output:
    from diplobrief.cli.suggester import Output

    if in_place:
        if output != STDOUT or output_format:
            raise click.UsageError("--in-place cannot be combined with -o or --to.")
        if any(isinstance(item, InputFile) and item.path == STDIN for item in inputs):
            raise click.UsageError("Standard input cannot be changed in place.")
        return Output("", None, is_folder=False)
    into_folder = is_folder(output)
    if len(inputs) > 1 and not into_folder:
        raise click.UsageError(
            "With more than one input, -o must be a folder (-o FOLDER/), or use --in-place."
        )
    if into_folder:
        _require_different_names(inputs)
    elif output_format is None and output != STDOUT:
        output_format = format_of_output(output)
    return Output(output, output_format, is_folder=into_folder)


def _require_different_names(inputs: Sequence[InputFile | UnreadableError]) -> None:
    """Refuse files of which one would overwrite the brief of another."""
    sources: dict[tuple[str, bool], str] = {}
    for item in inputs:
        if isinstance(item, InputFile):
            path = PurePath(item.path)
            first = sources.setdefault((path.stem, path.suffix == ".json"), item.path)
            if first != item.path:
                names = f"{click.format_filename(first)} and {click.format_filename(item.path)}"
                raise click.UsageError(f"{names} would be written to the same file.")


def _by_rules(language: str | None, _file: LoadedFile) -> FactFinder:
    from diplobrief.extraction import suggest

    return partial(suggest, language=language)


def _model_named(name: str) -> LanguageModel:
    from diplobrief.extraction.language_model.installed import ModelNotFoundError, model_named

    try:
        return model_named(name)
    except ModuleNotFoundError:
        message = '--model needs the library llm. Install it: pip install "diplobrief[llm]"'
        raise click.UsageError(message) from None
    except ModelNotFoundError:
        message = f"The library llm knows no model {visible(name)}. List its models: llm models"
        raise click.UsageError(message) from None


def _by_model(ask: LanguageModel, name: str, language: str | None, file: LoadedFile) -> FactFinder:
    return partial(_suggest_by_model, ask, name, language, file)


def _suggest_by_model(
    ask: LanguageModel,
    name: str,
    language: str | None,
    file: LoadedFile,
    brief: Brief,
    *,
    on_finding: Callable[[Finding], object],  # noqa: ARG001 - problems are only counted
) -> Brief:
    """Return a brief with the facts that rules and a model find, and report what is left out."""
    from diplobrief.extraction import suggest

    problems: list[Finding] = []
    try:
        suggested = suggest(
            brief, model=ask, agent=name, on_finding=problems.append, language=language
        )
    except BriefError:
        raise
    except Exception as error:  # noqa: BLE001 - plug-ins of `llm` raise anything: no key, no network
        message = f"The model {visible(name)} failed: {visible(str(error))}"
        hint = f"try it: llm -m {visible(name)} 'Hello'"
        raise BriefError([Finding("model_failed", message, hint=hint)]) from None
    if problems:
        count = count_of(len(problems), "part")
        name_of_file = visible(file.source.name)
        echo(
            f"{name_of_file}: left out {count} of the answer that the text does not state", err=True
        )
    return suggested
