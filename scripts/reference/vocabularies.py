"""The vocabularies and their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.model.vocabulary import VOCABULARIES
from scripts.reference.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model.vocabulary.terms import Term


def vocabularies() -> Iterator[str]:
    """Yield a section for each vocabulary, with a table of its terms."""
    for vocabulary in VOCABULARIES.values():
        title = f"{vocabulary.title[0].upper()}{vocabulary.title[1:]}"
        yield f"## {vocabulary.name}\n"
        yield f"{title}. The vocabulary is {'open' if vocabulary.open else 'closed'}.\n"
        columns = ["Term", "Meaning"]
        if any(term.labels for term in vocabulary):
            columns.append("Headings")
        if any(term.source for term in vocabulary):
            columns.append("Source")
        yield from table(columns, (_row(term, columns) for term in vocabulary))


def _row(term: Term, columns: list[str]) -> list[str]:
    cells = {
        "Term": f"`{term.value}`",
        "Meaning": term.meaning,
        "Headings": "; ".join(term.labels),
        "Source": term.source,
    }
    return [cells[column] for column in columns]
