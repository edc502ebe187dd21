"""Write the published files: `python -m scripts.schemas`."""

from scripts.generated_files import TOP, write
from scripts.schemas.published import generated_texts

if __name__ == "__main__":
    write(TOP / "schemas" / "v1", generated_texts())
