"""The examples of the format specification, as a table.

They are in `docs/reference/format-examples.json`, which the site publishes for the tests of other
implementations. Our own tests use them too.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from scripts.generated_files import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator


def examples() -> Iterator[str]:
    """Yield a table in HTML, because a cell in Markdown cannot have several lines."""
    headings = "".join(f"<th>{heading}</th>" for heading in ("Rule", "Markdown", "Is read as"))
    yield f'<div class="examples"><table><thead><tr>{headings}</tr></thead><tbody>'
    file = TOP / "docs" / "reference" / "format-examples.json"
    for example in json.loads(file.read_text(encoding="utf-8")):
        rules = ", ".join(
            f'<a href="#{rule.lower()}">{escape(rule)}</a>' for rule in example["rules"]
        )
        yield (
            f"<tr><td>{rules}</td><td>{_preformatted(example['markdown'])}</td>"
            f"<td>{_preformatted(_result(example))}</td></tr>"
        )
    yield "</tbody></table></div>\n"


def _result(example: dict[str, Any]) -> str:
    if "refused" in example:
        refused = example["refused"]
        return f"refused: {refused['code']}, line {refused['line']}"
    members = {name: value for name, value in example["brief"].items() if name != "schema_version"}
    lines = [f"{name}: {_json(value)}" for name, value in members.items() if name != "sections"]
    for section in members["sections"]:
        attributes = {name: value for name, value in section.items() if name != "content"}
        lines.append(f"section {_json(attributes)}")
        lines += [f"  {_json(block)}" for block in section["content"]]
    return "\n".join(lines) or "no section"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _preformatted(text: str) -> str:
    # A blank line would end the block of HTML.
    line_ends = str.maketrans({"\n": "&#10;", "\r": "&#13;"})
    content = escape(text.rstrip("\n")).translate(line_ends)
    return f"<pre>{content}</pre>"
