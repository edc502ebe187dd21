"""Write the suite: `python -m conformance FOLDER`."""

import sys
from pathlib import Path

from conformance.suite import files


def main(folder: str) -> None:
    """Write every file, and remove those of types that are no more."""
    place = Path(folder)
    written = files()
    for path in place.glob("*.json"):
        if path.name not in written:
            path.unlink()
    for name, text in written.items():
        (place / name).write_text(text, encoding="ascii", newline="\n")


main(*sys.argv[1:])
