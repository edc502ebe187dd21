"""Settings, configuration files, and what a brief ignores itself."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.checks import Settings, check_document, configuration, rule
from diplobrief.diagnostics import Finding, Severity
from diplobrief.formats import format_named

MARKDOWN = format_named("markdown")
LATE = """\
---
schema_version: '1.0'
{brief}treaties:
  - id: lake
    title: Treaty on the Lake
    kind: treaty
    milestones:
      - {{kind: parliamentary_approval, status: scheduled, date: '2025-04-16'{step}}}
      - {{kind: parliamentary_approval, status: completed, date: '2025-04-18'}}
---

# The lake treaty
{body}"""


def codes(brief="", step="", body="", **settings):
    text = LATE.format(brief=brief, step=step, body=body)
    chosen = Settings(**{"select": ("CHR001", "ignore_unused"), **settings})
    return [finding.code for finding in check_document(MARKDOWN.open(text), chosen)]


def test_only_selected_codes_are_reported():
    assert codes() == ["CHR001"]
    assert codes(select=("ignore_unused",)) == []


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [
        (["ALL"], [], True),
        (["ALL"], ["CHR"], False),
        (["CHR001"], ["CHR"], True),
        (["CHR"], ["CHR001"], False),
        (["CHR"], ["CHR"], False),
        (["STY"], [], False),
    ],
)
def test_the_longer_name_wins(select, ignore, reported):
    assert Settings(tuple(select), tuple(ignore)).selects("CHR001") is reported


@pytest.mark.parametrize(
    ("pattern", "reported"),
    [("archive/*", False), ("*.md", False), ("note.md", False), ("x", True)],
)
def test_a_pattern_matches_the_name_or_the_relative_path(tmp_path, pattern, reported):
    settings = Settings(
        select=("CHR001",), per_file_ignores={pattern: ("CHR",)}, folder=str(tmp_path)
    )
    file = str(tmp_path / "archive" / "note.md")
    assert settings.for_file(file).selects("CHR001") is reported


def test_the_longest_matching_name_sets_the_severity():
    settings = Settings(severities={"CHR": Severity.INFO, "CHR001": Severity.WARNING})
    found = [
        *settings.applied([Finding("CHR001", ""), Finding("CHR002", ""), Finding("STY001", "")])
    ]
    assert [finding.severity for finding in found] == ["warning", "info", "error"]


def test_settings_can_be_pickled():
    settings = Settings(per_file_ignores={"a": ("CHR",)}, severities={"CHR": Severity.INFO})
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_python_selects_and_ignores_by_code():
    brief = diplobrief.loads(LATE.format(brief="", step="", body=""), format="markdown")
    assert [found.code for found in diplobrief.check(brief, select=["CHR001"])] == ["CHR001"]
    assert diplobrief.check(brief, select=["CHR001"], ignore=["CHR001"]) == []
    with pytest.raises(ValueError, match="'CHX'"):
        diplobrief.check(brief, select=["CHX"])


def test_a_rule_that_fails_is_reported_with_its_code_and_the_others_go_on(provide_rules):
    @rule("XBD001", "fails", Severity.WARNING)
    def broken(_context):
        raise ZeroDivisionError("by zero")

    provide_rules(broken)
    settings = {"select": ("CHR001", "XBD001"), "severities": {"XBD": Severity.INFO}}
    assert sorted(codes(**settings)) == ["CHR001", "internal"]
    brief = diplobrief.loads("# T\n", format="markdown")
    (found,) = diplobrief.check(brief, select=["XBD001"])
    assert found.severity is Severity.ERROR
    assert found.message == ("The rule XBD001 of diplobrief failed: ZeroDivisionError: by zero")


@pytest.mark.parametrize(
    "place",
    [
        {"brief": "ignore: [CHR001]\n"},
        {"brief": "ignore: CHR\n"},
        {"step": ", ignore: [CHR001]"},
        {"body": "\n<!-- diplobrief: ignore-file CHR001 -->\n"},
    ],
)
def test_a_brief_ignores_findings_that_its_author_accepts(place):
    assert codes(**place) == []


@pytest.mark.parametrize(
    "place",
    [
        {"brief": "actors: [{id: a, kind: state, name: A, ignore: [CHR001]}]\n"},
        {"body": "\n<!-- diplobrief: ignore CHR001 -->\n\nText.\n"},
        {"body": "\n<!-- diplobrief: ignore-file NOT001 -->\n"},
    ],
)
def test_an_ignore_that_matches_nothing_is_reported(place):
    assert sorted(codes(**place)) == ["CHR001", "ignore_unused"]


def test_an_ignore_of_a_code_that_was_not_checked_is_not_reported():
    assert codes(brief="ignore: [CHR001]\n", ignore=("CHR001",)) == []


@pytest.mark.parametrize(
    ("code", "message", "hint"),
    [
        ("CHX001", "Unknown rule code or prefix 'CHX001'", "did you mean CHR001?"),
        ("yaml_coment", "Unknown rule code or prefix 'yaml_coment'", "did you mean yaml_comment?"),
        ("ZZZ", "Unknown rule code or prefix 'ZZZ'", "remove it"),
        ("STY004", "STY004 is ignored here, but was not found", "remove it"),
    ],
)
def test_a_useless_ignore_says_what_to_do(code, message, hint):
    text = LATE.format(brief=f"ignore: [{code}]\n", step="", body="\n## Next\n\nText.\n")
    (found,) = check_document(MARKDOWN.open(text), Settings(select=("STY004", "ignore_unused")))
    assert (found.message, found.hint) == (message, hint)
    assert found.severity is Severity.WARNING
    assert (found.line, text.split("\n")[2]) == (3, f"ignore: [{code}]")


def test_an_ignore_of_a_rule_that_only_others_have_installed_is_not_reported():
    assert codes(brief="ignore: [XQQ001]\n", select=("ignore_unused",)) == []


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("Text.\n\n<!-- diplobrief: ignore CHR001 -->\n\nMore.\n", ("sections", 0, "content", 2)),
        ("Text.\n\n<!-- diplobrief: ignore CHR001 -->\n\n## Next\n\nMore.\n", ("sections", 1)),
    ],
)
def test_a_comment_ignores_a_code_in_the_next_block_or_section(body, scope):
    from diplobrief.checks.ignores import ignores_of

    brief = diplobrief.loads(f"# T\n\n{body}", format="markdown")
    assert [ignore.scope for ignore in ignores_of(brief)] == [scope]


def test_the_nearest_configuration_file_is_used(tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "diplobrief.toml").write_text('ignore = ["CHR"]\n')
    assert configuration.find(below) == tmp_path / "diplobrief.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    assert configuration.find(below) == tmp_path / "diplobrief.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.diplobrief]\nselect = ['CHR001']\n")
    file = configuration.find(below)
    assert file == tmp_path / "a" / "pyproject.toml"
    assert configuration.load(file).select == ("CHR001",)


def test_every_setting_is_read(tmp_path):
    file = tmp_path / "diplobrief.toml"
    file.write_text(
        'select = ["CHR"]\nignore = ["yaml_comment"]\nconfirmed-only = true\n'
        '[per-file-ignores]\n"archive/*" = ["CHR001"]\n[severities]\nCHR001 = "info"\n'
    )
    assert configuration.load(file) == Settings(
        ("CHR",),
        ("yaml_comment",),
        {"archive/*": ("CHR001",)},
        {"CHR001": Severity.INFO},
        str(tmp_path),
        confirmed_only=True,
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('select = ["CHR"]\nselekt = []\n', 2, "Unknown setting 'selekt'"),
        ('ignore = "CHR"\n', 1, "Expected a list of codes; found 'CHR'"),
        ('\nignore = ["CHX"]\n', 2, "Unknown rule code or prefix 'CHX'"),
        ("ignore = [3]\n", 1, "Expected a code; found 3"),
        ('[severities]\nCHR = "bad"\n', 2, "Expected error, warning, info; found 'bad'"),
        ("[severities]\nCHR = []\n", 2, "Expected error, warning, info; found []"),
        ('\n[severities]\nXYZ = "info"\n', 3, "Unknown rule code or prefix 'XYZ'"),
        ("severities = 3\n", 1, "Expected a table for 'severities'; found 3"),
        ("[per-file-ignores]\n'a*' = 3\n", 2, "Expected a list of codes; found 3"),
        ("select = [\n", None, "Not valid TOML: "),
        (f"select = {'9' * 5_000}", None, "Not valid TOML: "),
        (f"select = 0x{'f' * 5_000}", 1, "Expected a list of codes; found a huge number"),
        (f"select.{'a.' * 5_000}a = 1", None, ""),
        (f"severities.{'a.' * 5_000}a = 1", None, ""),
    ],
)
def test_an_invalid_setting_is_an_error_with_its_line(tmp_path, text, line, message):
    file = tmp_path / "diplobrief.toml"
    file.write_text(text)
    with pytest.raises(configuration.ConfigurationError) as raised:
        configuration.load(file)
    assert raised.value.first.message.startswith(message)
    assert raised.value.first.file == str(file)
    assert line is None or raised.value.line == line


@given(data=st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_configuration_file_is_read_or_a_configuration_error(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("settings") / "diplobrief.toml"
    file.write_bytes(data)
    try:
        assert configuration.load(file)
    except configuration.ConfigurationError as error:
        assert error.first.message


def error_of(folder, name, text):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(configuration.ConfigurationError) as caught:
        configuration.load(file)
    return caught.value.first.message


@pytest.mark.parametrize(
    "key", ["a" + ".a" * 50_000, '"\\"."' + '".".' * 50_000 + "a", "[a" + " . 'b'" * 50_000 + "]"]
)
def test_a_key_of_very_many_parts_is_refused_at_once(tmp_path, key):
    assert error_of(tmp_path, "diplobrief.toml", f"{key} = 1") == "A key has more than 100 parts"


@pytest.mark.parametrize("value", ["'{}'", '"{}"', '"""{}"""', "'''{}'''", "1 # {}"])
def test_dots_in_text_are_not_parts_of_a_key(tmp_path, value):
    text = f"ignore = {value.format('a.' * 50_000)}"
    message = error_of(tmp_path, "diplobrief.toml", text)
    assert message.startswith("Expected a list of codes")
    assert len(message) < 200


def test_a_huge_configuration_file_is_refused(tmp_path):
    message = error_of(tmp_path, "diplobrief.toml", "#" * (configuration.MAX_SIZE + 1))
    assert message == "The configuration file has more than 1 MiB"


def test_a_huge_file_for_other_tools_is_not_in_the_way(tmp_path):
    shared = tmp_path / "pyproject.toml"
    shared.write_text("#" * (configuration.MAX_SIZE + 1), encoding="utf-8")
    assert configuration.find(tmp_path) is None


@pytest.mark.parametrize("text", ["tool = 1", "[tool]\ndiplobrief = 1"])
def test_a_table_that_is_something_else_is_an_error(tmp_path, text):
    assert error_of(tmp_path, "pyproject.toml", text).startswith("Expected a table for")
