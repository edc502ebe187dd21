"""The words of a language by which facts are recognized, read from its folder in `languages`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from diplobrief.languages.data import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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
    def inflections(self) -> Mapping[str, tuple[str, str]]:
        """The past form and the participle of each irregular verb."""
        entries = (entry.split() for entry in self.grammar["irregular"])
        return {base: (past, participle) for base, past, participle in entries}

    def forms(self, verb: str) -> Mapping[str, str]:
        """Return the forms of a verb with its particle, each with its tense.

        Example:
            >>> sorted(lexicon_of("en").forms("call for").items())[:2]
            [('call for', 'base'), ('called for', 'past')]
        """
        head, _, particle = verb.partition(" ")
        if head in {"is", "are", "was", "been", "be"}:
            return {verb: "past"}
        tail = f" {particle}" if particle else ""
        past, participle = self.inflections.get(head, (regular_past(head),) * 2)
        forms = {
            f"{head}{tail}": "base",
            f"{third_person(head)}{tail}": "present",
            f"{gerund(head)}{tail}": "gerund",
            f"{participle}{tail}": "participle",
            f"{past}{tail}": "past",
        }
        if head == "initial":
            forms[f"initialed{tail}"] = "past"
        return forms

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


_VOWELS: Final = "aeiou"


def third_person(verb: str) -> str:
    """Return the third person singular of an English verb.

    Example:
        >>> third_person("pass"), third_person("deny"), third_person("say")
        ('passes', 'denies', 'says')
    """
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def regular_past(verb: str) -> str:
    """Return the regular past form of an English verb.

    Example:
        >>> regular_past("note"), regular_past("deny"), regular_past("stress")
        ('noted', 'denied', 'stressed')
    """
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{_doubled(verb)}ed"


def gerund(verb: str) -> str:
    """Return the -ing form of an English verb.

    Example:
        >>> gerund("note"), gerund("say"), gerund("submit"), gerund("slam")
        ('noting', 'saying', 'submitting', 'slamming')
    """
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}{_doubled(verb)}ing"


_ONE_SYLLABLE: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_STRESSED_AT_THE_END: Final = frozenset(
    {"submit", "admit", "commit", "permit", "refer", "regret", "defer", "confer", "rebut"}
)


def _doubled(verb: str) -> str:
    """Return the last letter of a verb that doubles it: "slam", "slammed"."""
    is_doubled = verb in _STRESSED_AT_THE_END or _ONE_SYLLABLE.fullmatch(verb)
    return verb[-1] if is_doubled else ""


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; a space matches white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return (
        "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)
        or "(?!)"
    )
