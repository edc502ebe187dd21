"""The program: its commands, which are imported when they are used, and how it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, Final

import click

from diplobrief._version import __version__

COMMANDS: Final = {
    "import": ("import_text", "Read plain text and write a typed brief."),
    "convert": ("convert", "Write briefs in another format."),
    "check": ("check", "Report what is wrong in briefs, each finding with its place."),
    "fmt": ("fmt", "Rewrite briefs in the canonical form."),
    "show": ("show", "Show briefs in the terminal."),
    "new": ("new", "Write a filled template to start from."),
    "schema": ("schema", "Print the JSON Schema of a brief, or what else other languages need."),
    "completion": (
        "completion",
        "Print a script that completes commands, options and files in a shell.",
    ),
}
"""Each command: its module, and what it does in one line."""

INTERRUPTED: Final = 130
"""The exit code of a program that was interrupted, as shells have it."""

FAILED: Final = 2
"""The exit code for bad usage, input that cannot be read, and output that cannot be written."""


class Program(click.Group):
    """The group of all commands; a command's module is imported when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or fail with the name that was probably meant."""
        if cmd_name in COMMANDS:
            module = import_module(f"diplobrief.cli.commands.{COMMANDS[cmd_name][0]}")
            command: click.Command = module.command
            return command
        if not ctx.resilient_parsing:
            from difflib import get_close_matches

            meant = get_close_matches(cmd_name, COMMANDS, n=1)
            guess = f" Did you mean {meant[0]!r}?" if meant else ""
            ctx.fail(f"There is no command {cmd_name!r}.{guess}")
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the program and end the process with its exit code, never with a traceback."""
        settings |= {"standalone_mode": False, "windows_expand_args": False}
        try:
            code = super().main(*args, **settings)
            if sys.stdout is not None:
                sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            code = FAILED
        except (click.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        except OSError as error:
            _discard_output()
            click.echo(f"Error: The output cannot be written: {error.strerror}", err=True)
            code = FAILED
        sys.exit(code)


def _discard_output() -> None:
    """Let the interpreter's own flush at the end have a place to go."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.command(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
    Examples:
      diplobrief import note.txt -o note.md      plain text becomes a typed brief
      diplobrief check 'briefs/*.md'             what is wrong, and where
      diplobrief convert note.md -o note.json    the same brief as JSON
      diplobrief show note.md                    read it in the terminal

    \b
    Exit codes:
      0  all is well
      1  something was found, or a file would be rewritten
      2  bad usage, or an input or output that could not be read or written

    Colours appear on a terminal only; NO_COLOR=1 switches them off, FORCE_COLOR=1 on.
    """,
)
@click.version_option(__version__, "-V", "--version", prog_name="diplobrief")
def program() -> None:
    """Diplomatic briefs as typed, validated data: plain text, Markdown and JSON.

    `diplobrief COMMAND --help` explains a command, with examples.
    """
