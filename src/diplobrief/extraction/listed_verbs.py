"""The verbs in a lexicon by their forms: those of saying, and those that report facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Saying:
    """What may follow a verb of saying, and the stance that it expresses."""

    complements: tuple[str, ...]
    stance: str | None
    has_addressee: bool
    is_base: bool = False
    objects: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()

    @property
    def needs_marks(self) -> bool:
        """Whether a statement after the verb is always in quotation marks: "he continued: “…”"."""
        return "quotation" in self.complements

    def begins_with_preposition(self, rest: str) -> bool:
        """Whether a text begins with a preposition that the verb may have: "of treason"."""
        return rest.lstrip().startswith(self.prepositions) if self.prepositions else False


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of the lexicon that reports a step of a treaty, an event or an act."""

    kind: str
    verb: str
    by: tuple[str, ...]
    object: str
    subject: str
    status: str | None = None
    present: frozenset[str] = frozenset()
    to: tuple[str, ...] = ()

    def is_present(self, form: str) -> bool:
        """Whether a form of the verb is in the present tense."""
        return form in self.present


def sayings_of(
    rows: Iterable[Mapping[str, Any]], forms: Callable[[str], Mapping[str, str]]
) -> dict[str, Saying]:
    """Return the verbs of saying by their forms. Several rows with one form are merged.

    Args:
        rows: The rows of the lexicon. Those that are off are skipped.
        forms: Returns the forms of a verb, each with its tense.
    """
    table: dict[str, Saying] = {}
    for row in rows:
        if row.get("off"):
            continue
        for verb in row["verbs"]:
            for form, tense in forms(verb).items():
                known = table.get(form, _UNKNOWN)
                table[form] = Saying(
                    tuple(dict.fromkeys((*known.complements, *row["complement"]))),
                    row.get("stance") or known.stance,
                    bool(row.get("addressee")) or known.has_addressee,
                    is_base=tense == "base",
                    objects=(*known.objects, *row.get("objects", ())),
                    prepositions=(
                        *known.prepositions,
                        *(f"{word} " for word in row.get("prepositions", ())),
                    ),
                    listed=(*known.listed, *row.get("listed", ())),
                )
    return table


_UNKNOWN: Final = Saying((), None, has_addressee=False)


def acts_of(
    rows: Iterable[Mapping[str, Any]], forms: Callable[[str], Mapping[str, str]]
) -> dict[str, list[tuple[Act, str]]]:
    """Return the verbs that report facts by their forms, each with its tense.

    Args:
        rows: The rows of the lexicon.
        forms: Returns the forms of a verb, each with its tense.
    """
    table: dict[str, list[tuple[Act, str]]] = {}
    for row in rows:
        for verb in row.get("verbs", ()):
            tenses = forms(verb)
            act = Act(
                row["kind"],
                verb,
                tuple(row.get("by", ())),
                row.get("object", ""),
                row.get("subject", ""),
                row.get("status"),
                frozenset(form for form, tense in tenses.items() if tense == "present"),
                tuple(row.get("to", ())),
            )
            for form, tense in tenses.items():
                table.setdefault(form, []).append((act, tense))
    return table
