"""The words of a language by which facts are recognized, read from its folder in `languages`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from diplobrief.extraction.inflection import Inflection
from diplobrief.languages.data import languages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class StateName:
    """A word that names a state.

    Args:
        code: The code of the state.
        use: `name`, `adjective`, `people` or `capital`.
    """

    code: str
    use: str


@dataclass(frozen=True, slots=True)
class Saying:
    """How a verb of saying is followed, and what it says of the position taken."""

    complements: tuple[str, ...]
    stance: str | None
    has_addressee: bool
    is_base: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of the lexicon that makes a fact: a step of a treaty, an event or an act."""

    kind: str
    verb: str
    by: tuple[str, ...]
    object: str
    subject: str
    status: str | None = None
    present: frozenset[str] = frozenset()

    def is_present(self, form: str) -> bool:
        """Whether a form of the verb is in the present tense."""
        return form in self.present


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The lexicon of one language. The data files explain their keys."""

    language: str
    data: Mapping[str, Any]

    @cached_property
    def grammar(self) -> dict[str, Any]:
        """The function words of the language."""
        grammar: dict[str, Any] = self.data["grammar"]
        return grammar

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words whose period does not end a sentence."""
        return frozenset(word.lower() for word in self.grammar["abbreviations"])

    @cached_property
    def states(self) -> Mapping[str, StateName]:
        """Every word that names a state."""
        names: dict[str, StateName] = {}
        for code, entry in self.data["states"].items():
            for key, use in (
                ("capitals", "capital"),
                ("peoples", "people"),
                ("adjectives", "adjective"),
                ("names", "name"),
            ):
                for word in entry.get(key, ()):
                    names[word.replace("'", "’")] = StateName(code, use)
                    names[word] = StateName(code, use)
        return names

    @cached_property
    def state_titles(self) -> Mapping[str, str]:
        """The usual name of each state."""
        return {code: entry["names"][0] for code, entry in self.data["states"].items()}

    @cached_property
    def inflection(self) -> Inflection:
        """How the words of the language are inflected."""
        return Inflection(self.data.get("inflection", {}))

    def forms(self, verb: str) -> Mapping[str, str]:
        """Return the forms of a verb with its particle, each with its tense.

        Example:
            >>> sorted(lexicon_of("en").forms("call for").items())[:2]
            [('call for', 'base'), ('called for', 'past')]
        """
        return self.inflection.verb(verb)

    @cached_property
    def sayings(self) -> Mapping[str, Saying]:
        """Every form of every verb of saying."""
        table: dict[str, Saying] = {}
        for row in self.data["saying"]["saying"]:
            if row.get("off"):
                continue
            for verb in row["verbs"]:
                for form, tense in self.forms(verb).items():
                    known = table.get(form)
                    complements = (*(known.complements if known else ()), *row["complement"])
                    table[form] = Saying(
                        tuple(dict.fromkeys(complements)),
                        row.get("stance") or (known.stance if known else None),
                        bool(row.get("addressee")) or bool(known and known.has_addressee),
                        is_base=tense == "base",
                    )
        return table

    @cached_property
    def all_verbs(self) -> frozenset[str]:
        """The forms of all verbs that show a person to act."""
        return frozenset(
            {
                *self.sayings,
                *self.acts("steps", "step"),
                *(form for verb in self.grammar["verbs_of_people"] for form in self.forms(verb)),
            }
        )

    def acts(self, file: str, table: str) -> Mapping[str, Sequence[tuple[Act, str]]]:
        """Return the forms of the verbs of a table, each with its acts and tenses."""
        forms: dict[str, list[tuple[Act, str]]] = {}
        for row in self.data[file][table]:
            for verb in row.get("verbs", ()):
                tenses = self.forms(verb)
                act = Act(
                    row["kind"],
                    verb,
                    tuple(row.get("by", ())),
                    row.get("object", ""),
                    row.get("subject", ""),
                    row.get("status"),
                    frozenset(form for form, tense in tenses.items() if tense == "present"),
                )
                for form, tense in tenses.items():
                    forms.setdefault(form, []).append((act, tense))
        return forms


@cache
def languages_with_lexicon() -> tuple[str, ...]:
    """Return the tags of the languages that have a lexicon, in alphabetical order.

    Example:
        >>> languages_with_lexicon()
        ('en',)
    """
    return tuple(language for language in languages() if _folder(language).is_dir())


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the lexicon of a language.

    Args:
        language: The tag of the language; see `languages_with_lexicon`.
    """
    return Lexicon(
        language,
        {
            file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
            for file in _folder(language).iterdir()
            if file.name.endswith(".toml")
        },
    )


def _folder(language: str) -> Traversable:
    return files("diplobrief.languages").joinpath(language, "lexicon")
