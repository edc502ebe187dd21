"""`diplobrief completion`: the script that completes commands in a shell."""

from __future__ import annotations

import click

_VARIABLE = "_DIPLOBRIEF_COMPLETE"


@click.command(
    "completion",
    epilog="""\b
    Once, for the present shell:
      eval "$(diplobrief completion bash)"

    \b
    For good:
      diplobrief completion bash > ~/.local/share/bash-completion/completions/diplobrief
      diplobrief completion zsh > ~/.zfunc/_diplobrief    # ~/.zfunc stands in $fpath
      diplobrief completion fish > ~/.config/fish/completions/diplobrief.fish
    """,
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script that completes commands, options and files in a shell."""
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 - click knows these three
    program = ctx.find_root().command
    click.echo(completion(program, {}, "diplobrief", _VARIABLE).source())
