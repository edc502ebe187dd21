"""Compares the verdicts of the schema and the models on many documents."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

from tests.schema.fuzzing.chance import pick
from tests.schema.fuzzing.documents import document
from tests.schema.fuzzing.mutations import EDGES, spoil
from tests.schema.fuzzing.verdicts import disagree, reduced, schema_accepts


def document_of(rng):
    """Return a document and its changes: none, one or two."""
    if rng.random() < 0.01:
        return deepcopy(pick(rng, EDGES)), ["no object"]
    made = document(rng)
    return made, [spoil(made, rng) for _ in range(pick(rng, (0, 0, 1, 1, 1, 2))) if made]


@dataclass
class Tally:
    """The results of a run."""

    valid: int = 0
    invalid: int = 0
    changes: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)

    def take(self, documents, seed):
        """Compare the verdicts on a number of documents from a seed."""
        rng = Random(seed)
        for _ in range(documents):
            made, changes = document_of(rng)
            self.changes.update(changes)
            if disagree(made):
                self.disagreements.append(_explained(made))
            elif schema_accepts(made):
                self.valid += 1
            else:
                self.invalid += 1


def _explained(made):
    smallest = reduced(made, disagree)
    verdict = "accepts" if schema_accepts(smallest) else "refuses"
    return f"the schema {verdict} this document, and the models do not agree: {smallest!r}"
