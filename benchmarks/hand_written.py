"""Print how fast Markdown is read that a person wrote, next to the same brief as `fmt` writes it.

Usage: `python benchmarks/hand_written.py`; `make bench` calls it.
"""

from __future__ import annotations

import re

from checking import shortest
from documents import brief

import diplobrief


def variants() -> dict[str, str]:
    """Return one brief of about 4 KB of JSON, in the ways in which its YAML may be written."""
    written = diplobrief.dumps(brief("4 KB"), format="markdown")
    unquoted = re.sub(r"'(\d[\d.:T+-]*)'", r"\1", written)
    assert "schema_version: 1.0\n" in unquoted
    assert unquoted.count("'") < written.count("'") / 2
    number = written.replace("\nid:", "\nx-weight: 1000\nid:", 1)
    return {
        "as `fmt` writes it": written,
        "version and dates without quotes": unquoted,
        "with a number, `1000`": number,
        "with a number, `1e3`": number.replace("1000", "1e3"),
        "with a comment and a blank line": written.replace("---\n", "---\n# Draft\n\n", 1),
    }


def main() -> None:
    texts = variants()
    for text in texts.values():
        assert diplobrief.loads(text, format="markdown").sections
    print("| A brief in Markdown, about 4 KB | load: µs |")
    print("| --- | ---: |")
    for name, text in texts.items():
        seconds = shortest(lambda text=text: diplobrief.loads(text, format="markdown"), 100)
        print(f"| {name} | {seconds * 1e6:.0f} |")


if __name__ == "__main__":
    main()
