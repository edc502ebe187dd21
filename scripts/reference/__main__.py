"""Write the generated parts of the pages: `python -m scripts.reference`."""

from scripts.generated_files import TOP, write
from scripts.reference.pages import generated_texts

if __name__ == "__main__":
    write(TOP, generated_texts())
