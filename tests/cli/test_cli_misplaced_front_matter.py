"""No command reads misplaced front matter as narrative."""

from __future__ import annotations

import pytest

MEMBERS = "schema_version: 1.0\nid: lake\n"
BODY = "\n# The lake treaty\n\nTwo states share the water.\n"
HEADS = {
    "blank": f"\n---\n{MEMBERS}---\n",
    "four": f"----\n{MEMBERS}----\n",
    "title": f"Title: Weekly brief\n---\n{MEMBERS}---\n",
    "toml": '+++\nschema_version = "1.0"\n+++\n',
    "json": '{\n  "schema_version": "1.0"\n}\n',
    "forgotten": f"{MEMBERS}---\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("arguments", [["check"], ["convert", "--to", "json"], ["fmt"]])
def test_commands_refuse_it_and_keep_the_file(run, folder, head, arguments):
    file = folder / "note.md"
    file.write_text(head + BODY)
    result = run(*arguments, "note.md")
    assert result.exit_code == (1 if arguments == ["check"] else 2)
    assert "error[front_matter_" in result.output
    assert file.read_text() == head + BODY


HEADS_WITHOUT_VERSION = {
    "title": "Title: Weekly brief\n---\nid: lake\n---\n",
    "blank": "\n---\ntitle: Weekly brief\npublished: 2026-03-04\n---\n",
    "four": "----\nactors: []\n----\n",
}


@pytest.mark.parametrize("head", HEADS_WITHOUT_VERSION.values(), ids=HEADS_WITHOUT_VERSION)
@pytest.mark.parametrize("command", ["check", "fmt"])
def test_a_folder_is_not_searched_past_it(run, folder, head, command):
    file = folder / "briefs" / "note.md"
    file.parent.mkdir()
    file.write_text(head + BODY)
    result = run(command, "briefs")
    assert result.exit_code in {1, 2}
    assert "note.md:" in result.output
    assert "error[front_matter_start]" in result.output
    assert file.read_text() == head + BODY


@pytest.mark.parametrize(
    "text",
    [
        "---\nid: intro\n---\n",
        "\n---\nlayout: post\ntitle: News\n---\n",
        "Title: News\nLanguage: en\n\nText\n",
        "+++\nid = 1\n+++\n",
        "---\nText after a break\n",
        "Read me\n\n---\n\nNotes: none\n",
        "\n---\nid: \udcff\n---\n",
    ],
)
def test_files_of_other_tools_in_a_folder_are_skipped(run, folder, text):
    (folder / "others").mkdir()
    (folder / "others" / "note.md").write_bytes(text.encode(errors="surrogateescape"))
    result = run("check", "others")
    assert result.exit_code == 0
    assert "1 other file skipped" in result.output
