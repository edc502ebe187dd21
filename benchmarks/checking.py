"""Print how fast `check` is: briefs per second on one core, and how the time grows.

Usage: `python benchmarks/checking.py`; `make bench` calls it.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import diplobrief
from diplobrief import Brief, check_text
from diplobrief.formats import format_named

ROUNDS = 7
MARKDOWN = format_named("markdown")
EXAMPLES = Path(__file__).parents[1] / "examples"


def documents():
    """Return three briefs: two without problems, as most are, and one with a contradiction."""
    late = (EXAMPLES / "finland-nato.md").read_text(encoding="utf-8")
    corrected = late.replace("is set to vote", "voted").replace("scheduled", "completed")
    larger = (EXAMPLES / "high-seas-agreement.md").read_text(encoding="utf-8")
    counts = [len(check_text(text, "markdown")) for text in (corrected, larger, late)]
    assert counts == [0, 0, 1], counts
    names = ("no findings", "no findings, with rules of entry", "one finding")
    return dict(zip(names, (corrected, larger, late), strict=True))


def shortest(call, times=1):
    """Return the time of one call in seconds: the shortest of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for _ in range(times):
            call()
        rounds.append((perf_counter() - start) / times)
    return min(rounds)


def growing(count):
    """Return a brief with that many milestones and that many quotes, all different."""
    quotes = [{"speakers": ["a"], "mode": "direct", "text": f"word {n}"} for n in range(count)]
    steps = [
        {"kind": "signature", "status": "completed", "date": "2025-01-01", "parties": ["a"]}
    ] * count
    treaty = {"id": "t", "title": "T", "kind": "treaty", "milestones": steps}
    paragraphs = [{"type": "paragraph", "text": f"“word {n}”, A said."} for n in range(count)]
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [{"id": "a", "kind": "state", "name": "A"}],
            "quotes": quotes,
            "treaties": [treaty],
            "sections": [{"kind": "saying", "content": paragraphs}],
        }
    )


def main() -> None:
    print("| A brief in Markdown | bytes | read: µs | rules: µs | all: µs | briefs per second |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, text in documents().items():
        read = MARKDOWN.read(text)
        reading, ruling, whole = (
            shortest(call, 100)
            for call in (
                lambda text=text: MARKDOWN.read(text),
                lambda read=read: diplobrief.check(read),
                lambda text=text: check_text(text, "markdown"),
            )
        )
        print(
            f"| {name} | {len(text.encode()):,} | {reading * 1e6:.0f} | {ruling * 1e6:.0f} "
            f"| {whole * 1e6:.0f} | {1 / whole:,.0f} |"
        )
    print("\n| Milestones, with as many quotes | rules: ms | µs each |")
    print("| ---: | ---: | ---: |")
    for count in (10, 100, 1_000, 10_000):
        value = growing(count)
        seconds = shortest(lambda value=value: diplobrief.check(value))
        print(f"| {count:,} | {seconds * 1e3:.2f} | {seconds / count * 1e6:.1f} |")


if __name__ == "__main__":
    main()
