"""Write the tables of country codes and language subtags that the checks know.

The data come from two npm packages, at the versions that tests/node/package-lock.json fixes:
`iso-3166` (MIT) for ISO 3166-1 and 3166-3, and `language-subtag-registry` (CC0-1.0) for the IANA
Language Subtag Registry. Run it after an update of either; a test holds the tables to them.
"""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

TOP = Path(__file__).parents[1]
PACKAGES = TOP / "tests" / "node" / "node_modules"
TABLES = TOP / "src" / "diplobrief" / "checks" / "rules" / "hygiene" / "registries"


def countries() -> str:
    package = PACKAGES / "iso-3166"
    assigned = re.findall(r"alpha2: '([A-Z]{2})'", (package / "1.js").read_text(encoding="utf-8"))
    former = re.findall(r"alpha4: '([A-Z]{4})'", (package / "3.js").read_text(encoding="utf-8"))
    source = f"ISO 3166-1 and 3166-3, from the npm package {_named(package)}"
    return _table(source, {"assigned": assigned, "former": former})


def language_subtags() -> str:
    package = PACKAGES / "language-subtag-registry"
    data = package / "data" / "json"
    records = json.loads((data / "registry.json").read_text(encoding="utf-8"))
    dated = json.loads((data / "meta.json").read_text(encoding="utf-8"))["File-Date"]
    source = f"IANA Language Subtag Registry of {dated}, from the npm package {_named(package)}"
    kinds = ("language", "extlang", "script", "region", "variant", "grandfathered")
    return _table(
        source,
        {
            kind: [
                code
                for record in records
                if record["Type"] == kind
                for code in _codes(record.get("Subtag", record.get("Tag")))
            ]
            for kind in kinds
        },
    )


def _codes(written: str) -> list[str]:
    """Return a code, or all codes of a range such as `qaa..qtz`."""
    first, _, last = written.casefold().partition("..")
    if not last:
        return [written]
    low, high = ([ord(letter) - ord("a") for letter in code] for code in (first, last))
    numbers = range(_number(low), _number(high) + 1)
    return ["".join(_letters(number, len(first))) for number in numbers]


def _number(digits: list[int]) -> int:
    return sum(digit * 26**place for place, digit in enumerate(reversed(digits)))


def _letters(number: int, length: int) -> list[str]:
    return [chr(ord("a") + number // 26**place % 26) for place in reversed(range(length))]


def _named(package: Path) -> str:
    described = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return f"{described['name']} {described['version']} ({described['license']})"


def _table(source: str, sections: dict[str, list[str]]) -> str:
    lines = [f"# {source}.", "# Written by scripts/code_registries.py."]
    for name, codes in sections.items():
        words = " ".join(sorted(set(codes), key=str.casefold))
        lines += ["", f"[{name}]", *textwrap.wrap(words, 100, break_on_hyphens=False)]
    return "\n".join(lines) + "\n"


FILES = {"countries.txt": countries, "language_subtags.txt": language_subtags}

if __name__ == "__main__":
    for name, make in FILES.items():
        (TABLES / name).write_text(make(), encoding="utf-8", newline="\n")
        print(f"{TABLES / name} written")
