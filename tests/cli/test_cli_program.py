"""The program as a whole: help, version, unknown commands, completion."""

from __future__ import annotations

from importlib import import_module

import click
import pytest

import diplobrief
from diplobrief.cli.program import COMMANDS, program


@pytest.mark.parametrize("name", COMMANDS)
def test_summary_in_the_list_is_the_first_line_of_the_help(name):
    module, summary = COMMANDS[name]
    command = import_module(f"diplobrief.cli.commands.{module}").command
    assert command.name == name
    assert command.help.partition("\n")[0] == summary or summary in command.help


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_a_usage_line_and_examples(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Usage: diplobrief {name}" in result.output.replace("program", "diplobrief", 1)
    assert f"diplobrief {name}" in result.output.partition("Options:")[2]


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_fits_in_a_terminal_of_80_columns(run, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "80")
    output = run(*filter(None, [name]), "--help").output
    assert [line for line in output.splitlines() if len(line) > 80] == []


def test_help_lists_every_command_and_the_exit_codes(run):
    output = run("--help").output
    assert all(f"\n  {name} " in output for name in COMMANDS)
    assert "Exit codes:" in output
    assert "NO_COLOR" in output


def test_version_is_that_of_the_library(run):
    result = run("--version")
    assert result.output.split()[-1] == diplobrief.__version__


def test_misspelled_command_is_bad_usage_with_a_suggestion(run):
    result = run("convret", "note.md")
    assert result.exit_code == 2
    assert "Did you mean 'convert'?" in result.stderr


def test_unknown_command_is_bad_usage(run):
    result = run("zzz")
    assert result.exit_code == 2
    assert result.stderr.endswith("No such command 'zzz'.\n")


@pytest.mark.parametrize("arguments", [(), ("check",), ("convert", "--to", "yaml", "a.md")])
def test_missing_and_unknown_values_are_bad_usage(run, arguments):
    assert run(*arguments).exit_code == 2


def test_unknown_command_completes_to_nothing():
    context = click.Context(program, info_name="diplobrief", resilient_parsing=True)
    assert program.get_command(context, "zzz") is None


@pytest.mark.outside
@pytest.mark.parametrize(
    ("shell", "sign"),
    [
        ("bash", "complete -o nosort"),
        ("zsh", "#compdef diplobrief"),
        ("fish", "complete --no-files"),
    ],
)
def test_completion_prints_the_script_of_a_shell(run, shell, sign):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert sign in result.stdout
    assert "_DIPLOBRIEF_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "note.md", "-o", ""),
        ("import", "note.txt", "-o", ""),
        ("new", "-o", ""),
        ("schema", "-o", ""),
        ("schema", "--output-dir", ""),
        ("check", ""),
        ("check", "note.md", "--config", ""),
        ("fmt", "note.md", ""),
        ("show", ""),
    ],
)
def test_an_empty_file_name_is_invalid_usage(run, folder, arguments):
    before = sorted(folder.iterdir())
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "The name is empty." in result.stderr
    assert sorted(folder.iterdir()) == before
