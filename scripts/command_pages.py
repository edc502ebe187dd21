"""The reference of the command line, made from the commands themselves."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

import click

from diplobrief.cli.program import COMMANDS, program
from tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands() -> Iterator[str]:
    """Yield what each command does, takes and shows as examples."""
    above = click.Context(program, info_name="diplobrief")
    yield from _page(program, above)
    for name in COMMANDS:
        command = program.get_command(above, name)
        if command is None:
            raise LookupError(f"{name} is no command")
        yield f"## diplobrief {name} {{: #{name} }}\n"
        yield from _page(command, click.Context(command, info_name=name, parent=above))


def _page(command: click.Command, ctx: click.Context) -> Iterator[str]:
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    yield f"```text\n{usage}\n```\n"
    yield f"{_prose(command.help or '')}\n"
    if isinstance(command, click.Group):
        yield from table(
            ["Command", "What it does"],
            ([f"[`{name}`](#{name})", summary] for name, (_, summary) in COMMANDS.items()),
        )
    records = (parameter.get_help_record(ctx) for parameter in command.get_params(ctx))
    yield from table(
        ["Option", "Meaning"],
        ([f"`{option}`", _prose(said)] for option, said in filter(None, records) if said),
    )
    yield from _behind(command.epilog or "")


def _prose(text: str) -> str:
    """Write the text of a terminal as Markdown: capitals and brackets there are no markup here."""
    return cleandoc(text.replace("\b", "")).replace("[", r"\[")


def _behind(epilog: str) -> Iterator[str]:
    """Yield what stands below the options: examples as code, the rest as prose."""
    for part in filter(None, cleandoc(epilog.replace("\b", "")).split("\n\n")):
        head, _, lines = part.strip("\n").partition("\n")
        if head == "Examples:":
            shown = "\n".join(f"$ {line.strip()}" for line in lines.splitlines())
            yield f"```console\n{shown}\n```\n"
        elif not head.endswith(":"):
            # What has a heading of its own there has a place of its own on the page.
            yield f"{part}\n"
