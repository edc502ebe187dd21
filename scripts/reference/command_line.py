"""The reference of the command line, from the commands themselves."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

import click

from diplobrief.cli.program import COMMANDS, program
from scripts.reference.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands() -> Iterator[str]:
    """Yield the usage, the options and the examples of each command."""
    parent = click.Context(program, info_name="diplobrief", **program.context_settings)
    yield from _command(program, parent)
    for name in COMMANDS:
        command = program.get_command(parent, name)
        if command is None:
            raise LookupError(f"{name} is not a command")
        yield f"## diplobrief {name}\n"
        yield from _command(command, click.Context(command, info_name=name, parent=parent))


def _command(command: click.Command, ctx: click.Context) -> Iterator[str]:
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    yield f"```text\n{usage}\n```\n"
    yield f"{_markdown(command.help or '')}\n"
    if isinstance(command, click.Group):
        yield from table(
            ["Command", "What it does"],
            (
                [f"[`{name}`](#diplobrief-{name})", summary]
                for name, (_, summary) in COMMANDS.items()
            ),
        )
    records = (parameter.get_help_record(ctx) for parameter in command.get_params(ctx))
    yield from table(
        ["Option", "Meaning"],
        ([f"`{option}`", _markdown(text)] for option, text in filter(None, records) if text),
    )
    yield from _epilog(command.epilog or "")


def _markdown(text: str) -> str:
    """Return a text for the terminal as Markdown: a bracket in it does not begin a link."""
    return cleandoc(text.replace("\b", "")).replace("[", r"\[")


def _epilog(text: str) -> Iterator[str]:
    """Yield the text below the options: examples as code, the rest as prose.

    Parts with another heading are left out, because the page has a section for each of them.
    """
    for part in filter(None, cleandoc(text.replace("\b", "")).split("\n\n")):
        heading, _, lines = part.strip("\n").partition("\n")
        if heading == "Examples:":
            examples = "\n".join(f"$ {line.strip()}" for line in lines.splitlines())
            yield f"```console\n{examples}\n```\n"
        elif not heading.endswith(":"):
            yield f"{part}\n"
