"""`diplobrief completion`: a script for shell completion."""

from __future__ import annotations

import click

_VARIABLE = "_DIPLOBRIEF_COMPLETE"


@click.command(
    "completion",
    epilog="""\b
    Examples:
      eval "$(diplobrief completion bash)"  # in this shell only
      echo 'eval "$(diplobrief completion bash)"' >> ~/.bashrc
      diplobrief completion zsh > ~/.zfunc/_diplobrief
      diplobrief completion fish > ~/.config/fish/completions/diplobrief.fish

    For zsh, the folder ~/.zfunc must be in $fpath.
    """,
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script for shell completion.

    The script completes commands, options, values and file names.
    """
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 - click knows these three
    program = ctx.find_root().command
    click.echo(completion(program, {}, "diplobrief", _VARIABLE).source())
