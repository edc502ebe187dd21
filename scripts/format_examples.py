"""The examples of the format specification, as a table of the page.

They stand in `docs/reference/format-examples.json`, which the site publishes for tests of other
implementations; ours are held to it too.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES: Final = Path(__file__).parents[1] / "docs/reference/format-examples.json"


def examples() -> Iterator[str]:
    heads = "".join(f"<th>{head}</th>" for head in ("Rule", "Markdown", "Is read as"))
    yield f'<div class="examples"><table><thead><tr>{heads}</tr></thead><tbody>'
    for example in json.loads(EXAMPLES.read_text(encoding="utf-8")):
        rules = ", ".join(
            f'<a href="#{rule.lower()}">{escape(rule)}</a>' for rule in example["rules"]
        )
        yield (
            f"<tr><td>{rules}</td><td>{_pre(example['markdown'])}</td>"
            f"<td>{_pre(_meaning(example))}</td></tr>"
        )
    yield "</tbody></table></div>\n"


def _meaning(example: dict) -> str:
    if "refused" in example:
        refused = example["refused"]
        return f"refused: {refused['code']}, line {refused['line']}"
    parts = {name: value for name, value in example["brief"].items() if name != "schema_version"}
    lines = [f"{name}: {_json(value)}" for name, value in parts.items() if name != "sections"]
    for section in parts["sections"]:
        said = {name: value for name, value in section.items() if name != "content"}
        lines.append(f"section {_json(said)}")
        lines += [f"  {_json(block)}" for block in section["content"]]
    return "\n".join(lines) or "no section"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pre(text: str) -> str:
    # A blank line would end the block of HTML on the page.
    return f"<pre>{escape(text.rstrip(chr(10))).replace(chr(10), '&#10;')}</pre>"
