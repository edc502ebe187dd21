"""`diplobrief suggest`: briefs with the facts that their narrative states."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.cli.commands.convert import convert_files
from diplobrief.cli.console import count_of, echo
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.extraction.language_model import LanguageModel
    from diplobrief.model import Brief


@click.command(
    "suggest",
    epilog="""\b
    Examples:
      diplobrief suggest note.txt -o note.md
      diplobrief suggest note.md -o note.md
      diplobrief suggest note.txt | diplobrief show -
      diplobrief suggest mail/*.txt -o briefs/
      diplobrief suggest note.txt -o note.md --model gpt-5-mini
    """,
)
@options.files
@options.output
@options.input_format
@options.output_format
@click.option(
    "--model",
    metavar="NAME",
    help="Also ask this language model, one of those that `llm models` lists. Only what passages "
    "of the narrative state is used. Needs diplobrief[llm].",
)
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    output: str,
    input_format: str | None,
    output_format: str | None,
    model: str | None,
) -> None:
    """Add the facts that the narrative of briefs states.

    The facts are actors, quotes, and treaties with their milestones. They are found by rules,
    without a network; with --model, a language model is asked too. Each has a passage of the
    narrative as evidence, and is marked as suggested until a person confirms it. Facts that a
    brief has are not changed, and not suggested again.

    The narrative has to be in English, French, Spanish, Russian, Persian or Arabic. The output
    format follows from --to or from the suffix of OUT; by default, JSON stays JSON, and all else
    becomes Markdown. In a file that keeps its format, everything but the new facts stays as it is,
    comments included.
    """
    from diplobrief.checks.with_suggestions import DocumentWithSuggestions

    ask = None if model is None else _model_named(model)

    def with_facts(file: LoadedFile) -> Brief:
        brief = file.document.brief
        add_facts = None if ask is None else partial(_suggest_by_model, ask, str(model), file)
        suggested = DocumentWithSuggestions(file.document, add_facts).brief
        echo(f"{visible(file.source.name)}: {_summary(brief, suggested)} suggested", err=True)
        return suggested

    ctx.exit(convert_files(files, input_format, output_format, output, with_facts))


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


def _suggest_by_model(ask: LanguageModel, name: str, file: LoadedFile, brief: Brief) -> Brief:
    """Return a brief with the facts that rules and a model find, and report what is left out."""
    from diplobrief.extraction import suggest

    problems: list[Finding] = []
    try:
        suggested = suggest(brief, model=ask, agent=name, on_finding=problems.append)
    except BriefError:
        raise
    # A plug-in of the library may raise anything: no key, no network, a limit.
    except Exception as error:  # noqa: BLE001
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


def _summary(before: Brief, after: Brief) -> str:
    """Return how many facts are new, such as "2 actors, 1 quote"."""
    counts = (
        (len(after.actors) - len(before.actors), "actor"),
        (len(after.quotes) - len(before.quotes), "quote"),
        (_milestones(after) - _milestones(before), "milestone"),
    )
    return ", ".join(count_of(count, noun) for count, noun in counts if count) or "nothing"


def _milestones(brief: Brief) -> int:
    return sum(len(treaty.milestones) for treaty in brief.treaties)
