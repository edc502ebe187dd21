"""Write the suite: `python -m scripts.conformance`."""

from scripts.conformance.suite import files
from scripts.generated_files import TOP, write

FOLDER = TOP / "schemas" / "v1" / "tests"

if __name__ == "__main__":
    texts = files()
    for path in FOLDER.glob("*.json"):
        if path.name not in texts:
            path.unlink()
    write(FOLDER, texts)
