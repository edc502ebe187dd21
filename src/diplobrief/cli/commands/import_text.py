"""`diplobrief import`: plain text becomes a typed brief."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from diplobrief.cli import options
from diplobrief.cli.commands.convert import convert_files
from diplobrief.cli.outputs import STDOUT, is_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.model import Brief


@click.command(
    "import",
    epilog="""\b
    Examples:
      diplobrief import note.txt -o note.md
      diplobrief import note.txt --to json | jq .sections
      diplobrief import mail/*.txt -o briefs/
      diplobrief import note.txt --published 2025-03-04 --marking TLP:GREEN
      diplobrief import old.txt --encoding windows-1252
      pbpaste | diplobrief import - -o note.md
    """,
)
@options.files
@options.output
@options.output_format
@click.option("--language", metavar="TAG", help="Language of the text, such as pt-BR.")
@click.option("--publisher", metavar="NAME", help="Who published the text.")
@click.option("--published", metavar="DATE", help="When it was published, such as 2025-03-04.")
@click.option("--source", metavar="URL", help="The address of the page that the text is from.")
@click.option("--marking", metavar="TEXT", help="Who may read it, such as TLP:GREEN or RESTRICTED.")
@click.option("--encoding", metavar="NAME", help="Encoding of the text (default: UTF-8).")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    output: str,
    output_format: str | None,
    *,
    encoding: str | None,
    **stated: str | None,
) -> None:
    """Convert plain text to a typed brief.

    Labels such as "Why it matters:" start sections, bullets become lists, and every word of the
    text is kept. FILE is read as plain text, whatever its suffix; - is standard input. The
    output format follows from --to or from the suffix of OUT, and is Markdown by default.

    --language, --publisher, --published, --source and --marking replace what the importer
    recognizes in the text.
    """
    _require_encoding(encoding)
    members = _members_of({name: value for name, value in stated.items() if value is not None})

    def with_members(file: LoadedFile) -> Brief:
        from diplobrief.model import Brief

        data = file.document.brief.model_dump(mode="json", exclude_unset=True)
        return Brief.model_validate({**data, **members})

    if output_format is None and (output == STDOUT or is_folder(output)):
        output_format = "markdown"
    change = with_members if members else None
    ctx.exit(convert_files(files, "text", output_format, output, change, encoding))


def _require_encoding(name: str | None) -> None:
    try:
        with suppress(UnicodeError):
            b"ab".decode(name or "utf-8")
    except (LookupError, ValueError):
        raise click.UsageError(f"--encoding: {name!r} is not a known encoding.") from None


def _members_of(stated: Mapping[str, str]) -> dict[str, Any]:
    """Return the members of a brief that the options state.

    Raises:
        click.UsageError: A value is not valid.
    """
    members: dict[str, Any] = {}
    for name, value in stated.items():
        member, content = _member(name, value)
        _require_valid(name, {member: content})
        members[member] = content
    return members


def _member(option: str, value: str) -> tuple[str, object]:
    if option == "source":
        return "sources", [{"id": "page", "url": value}]
    if option == "marking":
        label = value.upper()
        return "handling", {"tlp": label} if label.startswith("TLP:") else {"marking": value}
    return option, value


def _require_valid(option: str, members: Mapping[str, object]) -> None:
    from diplobrief.diagnostics import BriefError
    from diplobrief.formats.validation import validate

    try:
        validate({"schema_version": "1.0", "sections": [], **members}, lambda _paths: {})
    except BriefError as error:
        hint = f" ({error.hint})" if error.hint else ""
        raise click.UsageError(f"--{option}: {error.first.message}{hint}.") from None
