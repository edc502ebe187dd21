"""The words by which facts are recognized in a language, from its folder in `languages`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from diplobrief.extraction.inflection import Inflection, lemma
from diplobrief.extraction.lexicon_files import files_of
from diplobrief.extraction.listed_verbs import acts_of, sayings_of
from diplobrief.extraction.patterns import alternatives, leading, word_start
from diplobrief.extraction.word_patterns import first_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplobrief.extraction.listed_verbs import Act, Saying


@dataclass(frozen=True, slots=True)
class StateName:
    """A word that names a state.

    Args:
        code: The code of the state.
        use: `name`, `adjective`, `people` or `capital`.
        word: The word as it is listed: the nominative of a name that is inflected.
    """

    code: str
    use: str
    word: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The lexicon of one language. The data files explain their keys.

    Args:
        language: The tag of the language.
        data: The content of its files, by their names.
        has_words: Whether it has words of the language, and not only names.
    """

    language: str
    data: Mapping[str, Any]
    has_words: bool = True

    @cached_property
    def grammar(self) -> dict[str, Any]:
        """The function words of the language."""
        grammar: dict[str, Any] = self.data["grammar"]
        return grammar

    def words(self, name: str) -> Sequence[str]:
        """Return the function words of a kind, such as `articles`."""
        words: Sequence[str] = self.grammar["words"].get(name, ())
        return words

    def phrases(self, name: str) -> Sequence[str]:
        """Return the phrases around statements of a kind, such as `according_to`."""
        phrases: Sequence[str] = self.data["saying"]["phrases"].get(name, ())
        return phrases

    def before(self, name: str) -> str:
        """Return a pattern for a function word of a kind and the space after it."""
        return leading(self.words(name))

    def optional(self, name: str) -> str:
        """Return a pattern for a function word of a kind and the space after it, or for nothing."""
        return leading([*self.words(name), ""])

    @cached_property
    def is_head_first(self) -> bool:
        """Whether a noun precedes its modifiers: "traité sur le lac", "sénat français"."""
        return bool(self.grammar.get("head_first"))

    @cached_property
    def prefixes(self) -> Sequence[str]:
        """Words that are written together with the next one."""
        prefixes: Sequence[str] = self.grammar.get("prefixes", ())
        return prefixes

    @cached_property
    def start(self) -> str:
        """A pattern for the beginning of a word, after any prefix of the language."""
        return word_start(self.prefixes)

    @cached_property
    def characters(self) -> Mapping[int, str]:
        """Letters that are read as other ones, such as "ё" as "е"."""
        return str.maketrans(self.grammar.get("characters", {}))

    def has(self, file: str) -> bool:
        """Whether the language has a file of this name, such as `events`."""
        return file in self.data

    def in_latin(self, words: str) -> str:
        """Return words in small Latin letters, as far as the lexicon says how, for ids."""
        return words.lower().translate(self._latin)

    @cached_property
    def _latin(self) -> Mapping[int, str]:
        return str.maketrans(self.grammar.get("latin", {}))

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words whose period does not end a sentence."""
        return frozenset(word.lower() for word in self.grammar["abbreviations"])

    @cached_property
    def names_of_states(self) -> Mapping[str, Sequence[str]]:
        """The names of each state, the usual name first.

        Names in `names.toml` come before those in `states.toml`, unless the latter says `only`.
        """
        entries: Mapping[str, Mapping[str, Any]] = self.data["states"]
        usual: Mapping[str, Sequence[str]] = self.data.get("names", {})
        names: dict[str, Sequence[str]] = {}
        for code in {**usual, **entries}:
            entry = entries.get(code, {})
            known = () if entry.get("only") else usual.get(code, ())
            names[code] = [*dict.fromkeys([*known, *entry.get("names", ())])]
        return {code: each for code, each in names.items() if each}

    @cached_property
    def states(self) -> Mapping[str, StateName]:
        """Every word that names a state."""
        names: dict[str, StateName] = {}
        for code, names_of_state in self.names_of_states.items():
            entry = {**self.data["states"].get(code, {}), "names": names_of_state}
            for key, use in (
                ("capitals", "capital"),
                ("peoples", "people"),
                ("adjectives", "adjective"),
                ("names", "name"),
            ):
                inflect = (
                    self.inflection.adjectives if key == "adjectives" else self.inflection.nouns
                )
                for word in entry.get(key, ()):
                    if key == "adjectives" and self.grammar.get("peoples_are_adjectives"):
                        peoples = (form.capitalize() for form in inflect(word))
                        names.update({form: StateName(code, "people", form) for form in peoples})
                    for form in inflect(word):
                        name = StateName(code, use, lemma(word) if use == "name" else form)
                        names[form.replace("'", "’")] = names[form] = name
        return names

    def forms_of(self, words: Iterable[str]) -> Mapping[str, str]:
        """Return the forms of nouns and names, each with the word as it is listed."""
        return {form: lemma(word) for word in words for form in self.inflection.nouns(word)}

    @cached_property
    def state_titles(self) -> Mapping[str, str]:
        """The usual name of each state."""
        return {code: lemma(names[0]) for code, names in self.names_of_states.items()}

    @cached_property
    def inflection(self) -> Inflection:
        """How the words of the language are inflected."""
        return Inflection(self.data.get("inflection", {}))

    @cached_property
    def irregular_pasts(self) -> frozenset[str]:
        """The past forms of irregular verbs."""
        entries = self.data.get("inflection", {}).get("irregular", {}).values()
        return frozenset(form for entry in entries for form in str(entry.get("past", "")).split())

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
        return sayings_of(self.data["saying"]["saying"], self.forms)

    @cached_property
    def gerunds(self) -> frozenset[str]:
        """The gerunds of verbs of saying, which have the subject of the verb before them."""
        return frozenset(self._forms_of_sayings("gerund"))

    def _forms_of_sayings(self, *tenses: str) -> Iterator[str]:
        """Yield the forms of verbs of saying in the given tenses, or in all if none is given."""
        for row in self.data["saying"]["saying"]:
            for verb in row["verbs"]:
                for form, tense in self.forms(verb).items():
                    if not tenses or tense in tenses:
                        yield form

    @cached_property
    def all_verbs(self) -> frozenset[str]:
        """The forms of all verbs that show that a person acts."""
        return frozenset(
            {
                *self.sayings,
                *self.acts("steps", "step"),
                *self._forms_of_sayings(),
                *(form for verb in self.grammar["verbs_of_people"] for form in self.forms(verb)),
            }
        )

    @cached_property
    def verb_starts(self) -> str:
        """A pattern for the first word of each of these verbs, without the end of the word."""
        return alternatives(first_words(self.all_verbs))

    @cached_property
    def nouns_of_facts(self) -> frozenset[str]:
        """The first words of nouns for events and of objects of verbs."""
        tables = (("events", "event"), ("acts", "act"), ("saying", "saying"))
        rows = [row for file, table in tables for row in self.data.get(file, {}).get(table, ())]
        nouns = (
            noun
            for row in rows
            for key in ("nouns", "object", "objects")
            for noun in row.get(key, ())
        )
        return frozenset(noun.split()[0] for noun in nouns)

    @cached_property
    def participles(self) -> frozenset[str]:
        """Forms of verbs that are also used as adjectives: "révisé"."""
        reported = (
            form for form, acts in self.acts("steps", "step").items() if _is_participle(acts)
        )
        return frozenset({*reported, *self._forms_of_sayings("participle")})

    def acts(self, file: str, table: str) -> Mapping[str, Sequence[tuple[Act, str]]]:
        """Return the forms of the verbs of a table, each with its acts and tenses."""
        if (file, table) not in self._acts:
            self._acts[file, table] = acts_of(self.data[file][table], self._affirmed_or_negated)
        return self._acts[file, table]

    def _affirmed_or_negated(self, verb: str) -> Mapping[str, str]:
        forms = self.forms(verb)
        endings = self.data["steps"]["wording"].get("object_endings", ())
        with_object = {
            f"{form}{ending}": tense
            for form, tense in forms.items()
            for ending in endings
            if " " not in form and tense in {"past", "base", "future"}
        }
        return {**with_object, **self.inflection.negated(verb), **forms}

    @cached_property
    def _acts(self) -> dict[tuple[str, str], Mapping[str, Sequence[tuple[Act, str]]]]:
        return {}


def _is_participle(acts: Sequence[tuple[Act, str]]) -> bool:
    return all(tense == "participle" for _, tense in acts)


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the lexicon of a language.

    Args:
        language: The tag of the language; see `languages_with_lexicon`.
    """
    return Lexicon(language, files_of(language))
