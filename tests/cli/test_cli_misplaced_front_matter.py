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
