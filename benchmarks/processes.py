"""Times of whole processes, measured in turns, so that a busy moment affects all of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

CLEAN = Path(__file__).parents[1] / "examples/prespa-agreement.md"
PROCESSES = {
    "import pydantic": ("-c", "import pydantic"),
    "from pydantic import BaseModel": ("-c", "from pydantic import BaseModel"),
    "import diplobrief": ("-c", "import diplobrief"),
    "from diplobrief import Brief": ("-c", "from diplobrief import Brief"),
    "diplobrief.loads of one line": (
        "-c",
        "import diplobrief; diplobrief.loads('Talks.', format='markdown')",
    ),
    "diplobrief.json_schema()": ("-c", "import diplobrief; diplobrief.json_schema()"),
    "diplobrief --help": ("-m", "diplobrief", "--help"),
    "diplobrief check of one file": ("-m", "diplobrief", "check", str(CLEAN)),
}


def medians(rounds: int = 25) -> dict[str, float]:
    """Return the median time of each process, in seconds."""
    seconds: dict[str, list[float]] = {name: [] for name in PROCESSES}
    for _ in range(rounds + 1):
        for name, arguments in PROCESSES.items():
            begin = perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(perf_counter() - begin)
    # The first round only fills caches.
    return {name: median(taken[1:]) for name, taken in seconds.items()}
