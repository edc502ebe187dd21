"""`diplobrief terms`: the vocabularies and their terms."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Final

import click

from diplobrief.cli.console import count_of, echo, wants_color

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from diplobrief.model.vocabulary import Vocabulary
    from diplobrief.views.terminal_writer import TerminalWriter

_MAX_COLUMNS: Final = 100


def _vocabulary(
    ctx: click.Context, _parameter: click.Parameter, name: str | None
) -> Vocabulary | None:
    """Return the vocabulary of that name in any usual spelling, or fail with a suggestion."""
    if name is None:
        return None
    from difflib import get_close_matches

    from diplobrief.model.vocabulary import VOCABULARIES

    spellings = {
        f"{_key(known)}{ending}": known for known in VOCABULARIES for ending in ("", "s", "es")
    }
    key = _key(name)
    if key not in spellings:
        similar = get_close_matches(key, spellings, n=1)
        suggestion = (
            f"Did you mean {spellings[similar[0]]}?"
            if similar
            else "Run `diplobrief terms` to list the vocabularies."
        )
        raise click.UsageError(f"Unknown vocabulary {name!r}. {suggestion}", ctx)
    return VOCABULARIES[spellings[key]]


def _complete(
    _ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from diplobrief.model.vocabulary import VOCABULARIES

    return [
        CompletionItem(name, help=vocabulary.title)
        for name, vocabulary in VOCABULARIES.items()
        if _key(name).startswith(_key(incomplete))
    ]


def _key(name: str) -> str:
    return name.replace("-", "").replace("_", "").casefold()


@click.command(
    "terms",
    epilog="""\b
    Examples:
      diplobrief terms
      diplobrief terms MilestoneKind
      diplobrief terms milestone-kind --format json | jq -r '.terms[].term'
    """,
)
@click.argument("vocabulary", required=False, callback=_vocabulary, shell_complete=_complete)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output format.",
)
def command(vocabulary: Vocabulary | None, output_format: str) -> None:
    """List the vocabularies, or the terms of one.

    VOCABULARY is a name such as MilestoneKind; milestone-kind and milestone_kinds work too. For
    each term, its meaning is shown, and the standard that defines it, if there is one.

    With --format json and without VOCABULARY, all vocabularies are printed with their terms.
    """
    from diplobrief.model.vocabulary import VOCABULARIES
    from diplobrief.views.terminal_writer import TerminalWriter

    if output_format == "json":
        data = _as_data(vocabulary) if vocabulary else [*map(_as_data, VOCABULARIES.values())]
        click.echo(json.dumps(data, indent=2))
        return
    columns = min(shutil.get_terminal_size().columns, _MAX_COLUMNS)
    writer = TerminalWriter(columns, color=wants_color(sys.stdout))
    if vocabulary:
        _write_terms(vocabulary, writer)
    else:
        _write_list([*VOCABULARIES.values()], writer)
    echo(writer.text)


def _as_data(vocabulary: Vocabulary) -> dict[str, object]:
    return {
        "vocabulary": vocabulary.name,
        "title": vocabulary.title,
        "open": vocabulary.open,
        "terms": [
            {
                "term": term.value,
                "meaning": term.meaning,
                "source": term.source or None,
                "labels": list(term.labels),
            }
            for term in vocabulary
        ],
    }


def _write_list(vocabularies: list[Vocabulary], writer: TerminalWriter) -> None:
    column = max(len(vocabulary.name) for vocabulary in vocabularies)
    for vocabulary in vocabularies:
        size = count_of(len(vocabulary), "term")
        openness = "" if vocabulary.open else ", closed"
        text = f"{vocabulary.title} ({size}{openness})"
        writer.write(text, mark=f"{vocabulary.name:{column}}  ")


def _write_terms(vocabulary: Vocabulary, writer: TerminalWriter) -> None:
    writer.write(f"{vocabulary.name}: {vocabulary.title}", style="title")
    writer.write(
        "Open: extension terms that begin with x- are allowed too."
        if vocabulary.open
        else "Closed: no other terms are allowed.",
        style="aside",
    )
    writer.space()
    column = max(len(term.value) for term in vocabulary)
    margin = " " * (column + 2)
    for term in vocabulary:
        writer.write(term.meaning, mark=f"{term.value:{column}}  ", indent=2)
        if term.source:
            writer.write(term.source, mark=margin, indent=2, style="aside")
        if term.labels:
            headings = f"Headings: {'; '.join(term.labels)}"
            writer.write(headings, mark=margin, indent=2, style="aside")
