"""Print the figures of a run as ratios, in Markdown. `make bench` calls it.

Usage: `python benchmarks/table.py RESULTS.json`, with the results of
`pytest benchmarks --benchmark-only --benchmark-json=RESULTS.json`.
"""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from processes import medians

OURS = {
    "JSON, load": "json_load",
    "JSON, dump": "json_dump",
    "Markdown, load": "markdown_load",
    "Markdown, dump": "markdown_dump",
}
OTHERS = {
    "json_load_bare": "bare pydantic models, load",
    "json_load_jsonschema": "`json.loads` and `jsonschema`",
    "json_load_stix2": "`stix2.parse`",
    "json_load_cyclonedx": "`Bom.from_json` of CycloneDX",
    "json_dump_bare": "bare pydantic models, dump",
    "markdown_load_frontmatter": "`python-frontmatter` and `markdown-it-py`, load",
    "markdown_dump_frontmatter": "`python-frontmatter`, dump",
}


@dataclass(frozen=True)
class Target:
    """An aim: at most so many times their time, or at least so many times their speed."""

    ours: str
    theirs: str
    bound: float
    per_byte: bool = False
    slower: bool = False

    @property
    def wording(self) -> str:
        if self.slower:
            return f"at most {self.bound:g} times the time"
        measure = "the bytes per second" if self.per_byte else "the speed"
        return f"at least {self.bound:g} times {measure}"


TARGETS = (
    Target("json_load", "json_load_bare", 1.5, slower=True),
    Target("json_load", "json_load_jsonschema", 40),
    Target("json_load", "json_load_stix2", 10, per_byte=True),
    Target("json_load", "json_load_cyclonedx", 10, per_byte=True),
    Target("markdown_load", "markdown_load_frontmatter", 3),
    Target("markdown_dump", "markdown_dump_frontmatter", 3),
)
PROCESS_TARGETS = (("import diplobrief", 1.3), ("diplobrief --help", 1.5))

Figures = dict[tuple[str, str], tuple[float, int]]


def figures(results: dict) -> Figures:
    """Return the shortest time in seconds and the length in bytes, by name and size."""
    return {
        (entry["extra_info"]["name"], entry["extra_info"]["size"]): (
            entry["stats"]["min"],
            entry["extra_info"]["bytes"],
        )
        for entry in results["benchmarks"]
    }


def ratio(found: Figures, target: Target, size: str) -> float:
    """Return our time as a multiple of theirs, or our speed as a multiple of theirs."""
    own, own_bytes = found[target.ours, size]
    other, other_bytes = found[target.theirs, size]
    if target.slower:
        return own / other
    return (other / own) * (own_bytes / other_bytes if target.per_byte else 1)


def verdict(value: float, bound: float, *, slower: bool) -> str:
    met = value <= bound if slower else value >= bound
    return f"{value:.2f}" if met else f"**{value:.2f}**"


def print_table(head: tuple[str, ...], rows: list[tuple[str, ...]], words: int = 1) -> None:
    """Print a table whose first columns hold words and whose other columns hold figures."""
    print("|", " | ".join(head), "|")
    print("|", " | ".join("---" if at < words else "---:" for at in range(len(head))), "|")
    for row in rows:
        print("|", " | ".join(row), "|")
    print()


def print_times(found: Figures, sizes: list[str]) -> None:
    labels = {name: f"diplobrief, {label}" for label, name in OURS.items()} | OTHERS
    rows = []
    for name, label in labels.items():
        cells = []
        for size in sizes:
            seconds, length = found[name, size]
            cells += [f"{seconds * 1e6:,.0f}", f"{length / seconds / 1e6:.1f}"]
        rows.append((label, *cells))
    head = [f"{size}: {unit}" for size in sizes for unit in ("µs", "MB/s")]
    print_table(("Call", *head), rows)


def print_ratios(found: Figures, sizes: list[str]) -> None:
    labels = {name: label for label, name in OURS.items()}
    rows = [
        (
            labels[target.ours],
            OTHERS[target.theirs].removesuffix(", load").removesuffix(", dump"),
            target.wording,
            *(
                verdict(ratio(found, target, size), target.bound, slower=target.slower)
                for size in sizes
            ),
        )
        for target in TARGETS
    ]
    print_table(("diplobrief", "against", "aim", *sizes), rows, words=3)


def print_processes() -> None:
    seconds = medians()
    base = seconds["import pydantic"]
    aims = dict(PROCESS_TARGETS)
    rows = [
        (
            f"`{name}`",
            f"{taken * 1e3:.0f}",
            f"at most {aims[name]:g}" if name in aims else "",
            verdict(taken / base, aims.get(name, float("inf")), slower=True),
        )
        for name, taken in seconds.items()
    ]
    print_table(("Process", "ms", "aim", "times `import pydantic`"), rows)


def main() -> None:
    results = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = figures(results)
    sizes = list(dict.fromkeys(size for _, size in found))
    packages = ("pydantic", "jsonschema", "stix2", "cyclonedx-python-lib", "python-frontmatter")
    print(f"Python {platform.python_version()}, ", end="")
    print(", ".join(f"{package} {version(package)}" for package in packages) + ".\n")
    print_ratios(found, sizes)
    print_processes()
    print_times(found, sizes)


if __name__ == "__main__":
    main()
