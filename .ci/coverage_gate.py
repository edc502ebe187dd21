"""Fail if too few lines or too few branches are covered; each has to reach the bound alone."""

import json
import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
gate = project["tool"]["coverage"]["report"]["fail_under"]
totals = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["totals"]
measured = {
    "lines": (totals["covered_lines"], totals["num_statements"]),
    "branches": (totals["covered_branches"], totals["num_branches"]),
}
short = [
    f"{covered} of {total} {what} are covered, less than {gate} %"
    for what, (covered, total) in measured.items()
    if covered * 100 < gate * total
]
sys.exit("\n".join(short) or 0)
