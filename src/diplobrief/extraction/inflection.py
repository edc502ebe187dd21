"""The forms of the words of a language, from the paradigms in its lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_TENSES: Final = (
    *("base", "gerund", "present", "future", "passive_future", "participle", "passive", "past"),
)
"""The tenses of a verb. A form of several tenses gets the last of them."""

_GENITIVE: Final = 1
_ACCUSATIVE: Final = 3
_NEGATED: Final = ("negative", "passive_negative")
"""The negated tenses of a verb, in languages that have words of their own for them."""


class Inflection:
    """The paradigms of a language, from its file `inflection.toml`.

    Args:
        data: The content of the file.

    Example:
        >>> rule = {"endings": ["ia"], "remove": 1, "forms": ["a", "ae", "am"]}
        >>> Inflection({"nouns": [rule]}).nouns("Gallia | Nova")
        ('Gallia Nova', 'Galliae Nova', 'Galliam Nova')
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._forms: dict[str, Mapping[str, str]] = {}
        self._has_verb_last = bool(data.get("verb_last"))
        self._irregular: Mapping[str, Mapping[str, Any]] = data.get("irregular", {})
        self._verbs = _Paradigms(data.get("verbs", ()))
        self._nouns = _Paradigms(data.get("nouns", ()))
        self._adjectives = _Paradigms(data.get("adjectives", ()))
        self._people = _Paradigms(data.get("people", ()))
        self._participles = _Paradigms(data.get("participles", ()))
        self.attributes: set[str] = set()
        """The long forms of participles that `verb` has returned so far."""
        self._spellings = str.maketrans(data.get("spellings", {}))
        self._last_letters: Mapping[str, str] = data.get("last_letters", {})
        self._first_letters: Mapping[str, Sequence[str]] = data.get("first_letters", {})

    def verb(self, verb: str) -> Mapping[str, str]:
        """Return the forms of a verb, each with its tense.

        Args:
            verb: The verb as it is listed, with its particle: "call for". Only the part before a
                bar, or else the first word, is inflected.
        """
        if verb not in self._forms:
            self._forms[verb] = self._inflected(verb)
        return self._forms[verb]

    def negated(self, verb: str) -> dict[str, str]:
        """Return the negated forms of a verb, if they are words of their own: "نکرده است".

        Args:
            verb: The verb as in the lexicon.
        """
        return self._inflected(verb, _NEGATED)

    def _inflected(self, verb: str, tenses: Sequence[str] = _TENSES) -> dict[str, str]:
        start, head, tail = self._parts(verb)
        irregular = self._irregular.get(head, {})
        if "only" in irregular:
            return {f"{form}{tail}": "past" for form in (head, *_words(irregular["only"]))}
        paradigm = self._verbs.of(head)
        stem = head[: len(head) - int(paradigm.get("remove", 0))] if paradigm else head
        forms: dict[str, str] = {}
        for tense in tenses:
            whole = _words(irregular.get(tense, ()))
            if not whole and paradigm:
                whole = [f"{stem}{ending}" for ending in _words(paradigm.get(tense, ()))]
            if tense == "passive":
                whole = [*whole, *self._long_participles(whole)]
            forms.update(dict.fromkeys((f"{start}{form}{tail}" for form in whole), tense))
        spelled = {other: forms[form] for form in forms for other in self._spelled(form)}
        plain = {verb: "past"} if tenses is _TENSES else {}
        return {**spelled, **forms} or plain

    def _long_participles(self, short: Sequence[str]) -> list[str]:
        """Return the long forms of participles of the passive: "подписан", "подписанного"."""
        rules = [(form, self._participles.of(form)) for form in short]
        forms = [
            f"{form}{ending}" for form, rule in rules if rule for ending in _words(rule["forms"])
        ]
        self.attributes.update(forms)
        return forms

    def _parts(self, verb: str) -> tuple[str, str, str]:
        """Return the part of a verb that is inflected, with what is before and after it."""
        if verb in self._irregular:
            return "", verb, ""
        if self._has_verb_last:
            start, blank, head = verb.rpartition(" ")
            return start + blank, head, ""
        head, _, rest = verb.partition(" | ") if " | " in verb else verb.partition(" ")
        return "", head, f" {rest}" if rest else ""

    def nouns(self, word: str) -> tuple[str, ...]:
        """Return the forms of a name or a noun, the form as it is listed first.

        Args:
            word: The word or phrase. What follows a bar is not inflected: "Совет | Федерации".
        """
        phrases = self._declined(word)
        return tuple(dict.fromkeys(form for phrase in phrases for form in self._joined(phrase)))

    def cases(self, word: str) -> dict[str, int]:
        """Return the forms of a noun, each with the number of the first case that it may be in.

        Args:
            word: The word or phrase, as for `nouns`.
        """
        declined = reversed([*enumerate(self._declined(word))])
        return {form: case for case, phrase in declined for form in self._joined(phrase)}

    def _declined(self, word: str) -> list[str]:
        """Return a name or a noun in each case."""
        inflected, bar, fixed = word.partition("|")
        parts = [self._nouns.forms(part) for part in inflected.split()]
        tail = [fixed.strip()] if bar else []
        return [
            " ".join([*(part[min(case, len(part) - 1)] for part in parts), *tail])
            for case in range(max(map(len, parts), default=1))
        ]

    def adjectives(self, word: str) -> tuple[str, ...]:
        """Return the forms of an adjective: of each gender, number and case."""
        forms = self._adjectives.forms(word)
        return tuple(dict.fromkeys(whole for form in forms for whole in self._joined(form)))

    def person(self, name: str) -> list[str]:
        """Return the forms of a word of a person's name, by case; the nominative is the first."""
        return self._people.forms(name)

    def nominative(self, name: str, case: int) -> str:
        """Return a person's name in the nominative.

        Args:
            name: The name, in the case.
            case: The number of the case; 0 for the nominative.

        Example:
            >>> rule = {"endings": ["in"], "forms": ["", "a", "u"]}
            >>> Inflection({"people": [rule]}).nominative("Petr Lenina", 1)
            'Petr Lenin'
        """
        if not case:
            return name
        words = " ".join(self._people.first_form(word, case) for word in name.split())
        # The genitive of an office may be its accusative: "посла Анну Ли".
        is_same = words == name and case == _GENITIVE
        return self.nominative(name, _ACCUSATIVE) if is_same else words

    def _joined(self, form: str) -> Iterable[str]:
        """Yield a form, and what it is together with a word before it: "العراق", "للعراق"."""
        yield form
        yield from self._spelled(form)
        for start, others in self._first_letters.items():
            if form.startswith(start):
                for other in others:
                    yield other + form.removeprefix(start)
                    yield from self._spelled(other + form.removeprefix(start))

    def _spelled(self, form: str) -> Iterable[str]:
        """Yield the other usual spellings of a form: "ايران" for "إيران"."""
        other = form.translate(self._spellings)
        if other != form:
            yield other
        last = self._last_letters.get(form[-1:])
        if last is not None:
            yield form[:-1] + last
            yield other[:-1] + last


def lemma(word: str) -> str:
    """Return a word as it is listed, without the marks that say how it is inflected.

    Example:
        >>> lemma("Совет | Федерации"), lemma("Беларусь:feminine")
        ('Совет Федерации', 'Беларусь')
    """
    return " ".join(part.partition(":")[0] for part in word.replace("|", " ").split())


class _Paradigms:
    """Rules for the forms of words; the rule with the longest ending of a word applies.

    Args:
        rules: The rules as in the data.
    """

    def __init__(self, rules: Iterable[Mapping[str, Any]]) -> None:
        self._by_ending = {ending: rule for rule in rules for ending in rule.get("endings", ())}
        self._by_name = {rule["name"]: rule for rule in rules if "name" in rule}

    def of(self, word: str) -> Mapping[str, Any] | None:
        """Return the rule for a word."""
        starts = range(len(word) + 1)
        return next(
            (self._by_ending[word[at:]] for at in starts if word[at:] in self._by_ending), None
        )

    def forms(self, word: str) -> list[str]:
        """Return the forms of a word, which may name its rule after a colon."""
        word, _, name = word.partition(":")
        rule = self._by_name.get(name) if name else self.of(word)
        if rule is None:
            return [word]
        stem = word[: len(word) - int(rule.get("remove", 0))]
        return [
            f"{beginning}{stem}{ending}"
            for beginning in rule.get("beginnings", ("",))
            for ending in _words(rule["forms"])
        ]

    def first_form(self, word: str, case: int) -> str:
        """Return the first form of the word that has the given form, or the given form itself."""
        longest: tuple[int, str] = (-1, word)
        for ending, rule in self._by_ending.items():
            forms = _words(rule["forms"])
            if case >= len(forms) or not word.endswith(forms[case]):
                continue
            stem = word[: len(word) - len(forms[case])]
            first = stem + forms[0]
            if first.endswith(ending) and len(ending) > longest[0]:
                longest = (len(ending), first)
        return longest[1]


def _words(forms: str | Sequence[str]) -> list[str]:
    """Return forms that the data give as a list, or separated by spaces."""
    return forms.split() if isinstance(forms, str) else [*forms]
