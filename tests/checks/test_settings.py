"""What a check looks for: settings, their files, and what a brief waives itself."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.checks import RULES, Settings, check_text, configuration, runner
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
    chosen = Settings(**{"select": ("CHR001", "waiver_unused"), **settings})
    return [finding.code for finding in check_text(text, MARKDOWN, chosen)]


def test_what_is_not_selected_is_not_reported():
    assert codes() == ["CHR001"]
    assert codes(select=("waiver_unused",)) == []


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
def test_the_longer_name_decides(select, ignore, reported):
    assert Settings(tuple(select), tuple(ignore)).selects("CHR001") is reported


@pytest.mark.parametrize(
    ("pattern", "reported"),
    [("archive/*", False), ("*.md", False), ("note.md", False), ("x", True)],
)
def test_a_pattern_holds_for_the_name_and_for_the_way_from_the_file_of_settings(
    tmp_path, pattern, reported
):
    settings = Settings(
        select=("CHR001",), per_file_ignores={pattern: ("CHR",)}, folder=str(tmp_path)
    )
    file = str(tmp_path / "archive" / "note.md")
    assert settings.for_file(file).selects("CHR001") is reported


def test_a_severity_is_that_of_the_closest_name():
    settings = Settings(severities={"CHR": Severity.INFO, "CHR001": Severity.WARNING})
    found = settings.applied([Finding("CHR001", ""), Finding("CHR002", ""), Finding("STY001", "")])
    assert [finding.severity for finding in found] == ["warning", "info", "error"]


def test_settings_travel_to_other_processes():
    settings = Settings(per_file_ignores={"a": ("CHR",)}, severities={"CHR": Severity.INFO})
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_python_selects_and_ignores_by_code():
    brief = diplobrief.loads(LATE.format(brief="", step="", body=""), format="markdown")
    assert [found.code for found in diplobrief.check(brief, select=["CHR001"])] == ["CHR001"]
    assert diplobrief.check(brief, select=["CHR001"], ignore=["CHR001"]) == []
    with pytest.raises(ValueError, match="'CHX'"):
        diplobrief.check(brief, select=["CHX"])


def test_a_rule_that_fails_is_reported_with_its_code_and_the_others_go_on(monkeypatch):
    def fail(_subject):
        raise ZeroDivisionError("by zero")

    rule = RULES["CHR001"]
    broken = type(rule)("BAD001", "fails", Severity.ERROR, fail)
    monkeypatch.setitem(runner.RULES, "BAD001", broken)
    settings = {"select": ("CHR001", "BAD001"), "severities": {"BAD": Severity.INFO}}
    assert sorted(codes(**settings)) == ["CHR001", "internal"]
    brief = diplobrief.loads("# T\n", format="markdown")
    (found,) = diplobrief.check(brief, select=["BAD001"])
    assert found.message == "The rule BAD001 failed: ZeroDivisionError: by zero"


@pytest.mark.parametrize(
    "place",
    [
        {"brief": "ignore: [CHR001]\n"},
        {"brief": "ignore: CHR\n"},
        {"step": ", ignore: [CHR001]"},
        {"body": "\n<!-- diplobrief: ignore-file CHR001 -->\n"},
    ],
)
def test_a_brief_waives_what_it_means(place):
    assert codes(**place) == []


@pytest.mark.parametrize(
    "place",
    [
        {"brief": "actors: [{id: a, kind: state, name: A, ignore: [CHR001]}]\n"},
        {"body": "\n<!-- diplobrief: ignore CHR001 -->\n\nText.\n"},
        {"body": "\n<!-- diplobrief: ignore-file NOT001 -->\n"},
    ],
)
def test_a_waiver_that_waives_nothing_is_reported_beside_what_it_does_not_waive(place):
    assert sorted(codes(**place)) == ["CHR001", "waiver_unused"]


def test_a_waiver_of_what_is_not_asked_for_is_not_judged():
    assert codes(brief="ignore: [CHR001]\n", ignore=("CHR001",)) == []


@pytest.mark.parametrize(
    ("body", "waived"),
    [
        ("Text.\n\n<!-- diplobrief: ignore CHR001 -->\n\nMore.\n", ("sections", 0, "content", 2)),
        ("Text.\n\n<!-- diplobrief: ignore CHR001 -->\n\n## Next\n\nMore.\n", ("sections", 1)),
    ],
)
def test_a_comment_holds_for_what_stands_behind_it(body, waived):
    from diplobrief.checks.ignores import waivers_of

    brief = diplobrief.loads(f"# T\n\n{body}", format="markdown")
    assert [waiver.scope for waiver in waivers_of(brief)] == [waived]


def test_the_nearest_file_upwards_holds(tmp_path):
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
        'select = ["CHR"]\nignore = ["yaml_comment"]\n'
        '[per-file-ignores]\n"archive/*" = ["CHR001"]\n[severities]\nCHR001 = "info"\n'
    )
    assert configuration.load(file) == Settings(
        ("CHR",),
        ("yaml_comment",),
        {"archive/*": ("CHR001",)},
        {"CHR001": Severity.INFO},
        str(tmp_path),
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('select = ["CHR"]\nselekt = []\n', 2, "There is no setting 'selekt'"),
        ('ignore = "CHR"\n', 1, "Expected a list of codes; found 'CHR'"),
        ('\nignore = ["CHX"]\n', 2, "No code is or begins with 'CHX'"),
        ("ignore = [3]\n", 1, "No code is or begins with 3"),
        ('[severities]\nCHR = "bad"\n', 2, "Expected error, warning, info; found 'bad'"),
        ("[severities]\nCHR = []\n", 2, "Expected error, warning, info; found []"),
        ('\n[severities]\nXYZ = "info"\n', 3, "No code is or begins with 'XYZ'"),
        ("severities = 3\n", 1, "'severities' is a table"),
        ("[per-file-ignores]\n'a*' = 3\n", 2, "Expected a list of codes; found 3"),
        ("select = [\n", None, "This is no TOML: "),
    ],
)
def test_a_wrong_setting_is_refused_with_its_line(tmp_path, text, line, message):
    file = tmp_path / "diplobrief.toml"
    file.write_text(text)
    with pytest.raises(configuration.ConfigurationError) as raised:
        configuration.load(file)
    assert raised.value.first.message.startswith(message)
    assert raised.value.first.file == str(file)
    assert line is None or raised.value.line == line


@given(data=st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_file_of_settings_causes_another_error(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("settings") / "diplobrief.toml"
    file.write_bytes(data)
    try:
        assert configuration.load(file)
    except configuration.ConfigurationError as error:
        assert error.first.message
