"""The program: its commands, imported when they are used, and its exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, Final

import click

from diplobrief._version import __version__

COMMANDS: Final = {
    "import": ("import_text", "Convert plain text to a typed brief."),
    "convert": ("convert", "Convert briefs to another format."),
    "suggest": ("suggest", "Add the facts that the narrative of briefs states."),
    "review": ("review", "Decide about the suggested facts of briefs, one by one."),
    "confirm": ("confirm", "Confirm suggested facts: their provenance becomes confirmed."),
    "reject": ("reject", "Reject suggested facts: they are removed, and are not suggested again."),
    "check": ("check", "Check briefs and report each problem with its line and column."),
    "fmt": ("fmt", "Rewrite briefs in the canonical form."),
    "show": ("show", "Show briefs in the terminal."),
    "new": ("new", "Create a brief from a template."),
    "schema": ("schema", "Print the JSON Schema, or another artefact for other languages."),
    "terms": ("terms", "List the vocabularies, or the terms of one."),
    "completion": ("completion", "Print a script for shell completion."),
}
"""The module and a one-line summary of each command."""

INTERRUPTED: Final = 130
"""The exit code after an interrupt (Ctrl-C), as in shells."""

FAILED: Final = 2
"""The exit code for invalid usage, unreadable input, and output that cannot be written."""


class Program(click.Group):
    """The group of all commands; each command's module is imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which they are usually needed."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or fail and suggest a similar name."""
        if cmd_name in COMMANDS:
            module = import_module(f"diplobrief.cli.commands.{COMMANDS[cmd_name][0]}")
            command: click.Command = module.command
            return command
        if not ctx.resilient_parsing:
            from difflib import get_close_matches

            similar = get_close_matches(cmd_name, COMMANDS, n=1)
            suggestion = f" Did you mean {similar[0]!r}?" if similar else ""
            ctx.fail(f"No such command {cmd_name!r}.{suggestion}")
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the program and exit with its code, without a traceback on expected errors."""
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
        except MemoryError:
            click.echo("Error: There is not enough memory.", err=True)
            code = FAILED
        except OSError as error:
            _discard_output()
            click.echo(f"Error: Cannot write the output: {error.strerror}", err=True)
            code = FAILED
        sys.exit(code)


def _discard_output() -> None:
    """Redirect standard output, so that the interpreter's final flush does not fail again."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.command(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
    Examples:
      diplobrief import note.txt -o note.md    # convert plain text to a brief
      diplobrief check 'briefs/*.md'           # report problems with their lines
      diplobrief convert note.md -o note.json  # convert the brief to JSON
      diplobrief show note.md                  # read the brief in the terminal

    \b
    Exit codes:
      0    success
      1    check found an error or a warning, or fmt found a file to rewrite or
           one that it must not rewrite
      2    invalid usage, a file that cannot be read or written, or (except in
           check) a file that is not a valid brief
      130  interrupted

    Colours are used on a terminal only. NO_COLOR=1 turns them off, FORCE_COLOR=1 turns them on.
    """,
)
@click.version_option(__version__, "-V", "--version", prog_name="diplobrief")
def program() -> None:
    """Work with diplomatic briefs as typed, validated data: plain text, Markdown and JSON.

    For help on a command, with examples, run `diplobrief COMMAND --help`.
    """
