"""Writes the names of states in other languages, from the Common Locale Data Repository (CLDR).

`python -m scripts.state_names` needs the package `babel`, which brings the data. The files are
committed; run it again only for a new release of CLDR. Corrections, short forms, adjectives and
capitals are written by hand, in `states.toml` beside each file.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from babel import Locale, __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("ar", "de", "es", "fa", "fr", "pl", "pt", "ru", "tr")
FOLDER: Final = Path(__file__).parents[1] / "src" / "diplobrief" / "languages"
HEADER: Final = """\
# Names of states by their codes in ISO 3166-1, from CLDR as in Babel {version}.
# The licence is in ../../LICENSE.unicode. Written by scripts/state_names.py; do not edit.
# Other names, adjectives and capitals are in states.toml.

"""
AS_WRITTEN_IN_PROSE: Final = str.maketrans({"’": "'", "ё": "е", "ٔ": None, "ُ": None})
"""Letters and marks that prose leaves out, or that lexicons write in one way."""


def main() -> None:
    """Write `names.toml` of each language."""
    english = FOLDER / "en" / "lexicon" / "states.toml"
    codes = sorted(tomllib.loads(english.read_text(encoding="utf-8")))
    for language in LANGUAGES:
        territories = cast("Mapping[str, str]", Locale(language).territories)
        lines = [
            f'{code} = ["{name}"]'
            for code in codes
            if (name := territories.get(code, "").translate(AS_WRITTEN_IN_PROSE))
            and not set(name) & set("()—.")
            and " - " not in name
        ]
        text = HEADER.format(version=__version__) + "\n".join(lines) + "\n"
        (FOLDER / language / "lexicon" / "names.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
