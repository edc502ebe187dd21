"""`terms`: the vocabularies on the terminal and as JSON."""

from __future__ import annotations

import json

import pytest
from click.shell_completion import ShellComplete

from diplobrief.cli.program import program
from diplobrief.model.vocabulary import VOCABULARIES
from diplobrief.model.vocabulary.treaties import MILESTONE_KINDS


def test_terms_without_a_name_lists_every_vocabulary(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    result = run("terms")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == [*VOCABULARIES]
    assert "BriefRelation" in result.stdout
    assert "(5 terms, closed)" in result.stdout


@pytest.mark.parametrize("name", VOCABULARIES)
def test_terms_shows_every_term_with_its_meaning_source_and_labels(run, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("diplobrief.cli.commands.terms._MAX_COLUMNS", 200)
    output = run("terms", name).stdout
    assert output.startswith(f"{name}: {VOCABULARIES[name].title}\n")
    for term in VOCABULARIES[name]:
        line = output.index(f"\n  {term.value} ")
        assert output.index(term.meaning, line) < output.find("\n", line + 1)
        for part in (term.source, *term.labels):
            assert output.find(part, line) >= line


@pytest.mark.parametrize("name", VOCABULARIES)
def test_terms_as_json_has_the_same_terms(run, name):
    data = json.loads(run("terms", name, "--format", "json").stdout)
    assert (data["vocabulary"], data["open"]) == (name, VOCABULARIES[name].open)
    assert [
        (term["term"], term["meaning"], term["source"] or "", tuple(term["labels"]))
        for term in data["terms"]
    ] == [(term.value, term.meaning, term.source, term.labels) for term in VOCABULARIES[name]]


def test_terms_as_json_without_a_name_has_all_vocabularies(run):
    data = json.loads(run("terms", "--format", "json").stdout)
    assert [vocabulary["vocabulary"] for vocabulary in data] == [*VOCABULARIES]
    assert data[0]["terms"]


@pytest.mark.parametrize(
    "spelling",
    ["MilestoneKind", "milestonekind", "milestone-kind", "milestone_kind", "milestone-kinds"],
)
def test_terms_takes_any_usual_spelling_of_a_name(run, spelling):
    result = run("terms", spelling)
    assert result.exit_code == 0
    assert result.stdout.startswith("MilestoneKind: ")


def test_spellings_of_vocabulary_names_are_unambiguous(run):
    for name in VOCABULARIES:
        for ending in ("", "s", "es"):
            assert run("terms", f"{name}{ending}").stdout.startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("milestone", "Did you mean MilestoneKind?"),
        ("Statsu", "Did you mean Status?"),
        ("qqq", "Run `diplobrief terms` to list the vocabularies."),
    ],
)
def test_unknown_vocabulary_is_bad_usage_with_a_suggestion(run, name, suggestion):
    result = run("terms", name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.endswith(f"Error: Unknown vocabulary '{name}'. {suggestion}\n")


@pytest.mark.parametrize("columns", [40, 80])
def test_terms_are_wrapped_and_aligned(run, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("terms", "MilestoneKind").stdout.partition("\n\n")[2].splitlines()
    column = 2 + max(len(term.value) for term in MILESTONE_KINDS) + 2
    assert all(line[column] != " " and line[column - 1] == " " for line in lines)
    assert all(len(line) <= columns or " " not in line[column:] for line in lines)


@pytest.mark.parametrize(
    ("typed", "names"),
    [("Mile", ["MilestoneKind"]), ("milestone-", ["MilestoneKind"]), ("", [*VOCABULARIES])],
)
def test_shell_completes_the_names_of_vocabularies(typed, names):
    completer = ShellComplete(program, {}, "diplobrief", "_DIPLOBRIEF_COMPLETE")
    items = completer.get_completions(["terms"], typed)
    assert [item.value for item in items] == names
    assert all(item.help for item in items)
