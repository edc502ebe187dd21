"""Finds offices: "Iran's deputy foreign minister", "his Swedish counterpart"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.inflection import lemma
from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.office_patterns import pattern_of_offices
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    STATE,
)
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.lexicon import Lexicon


class OfficeFinder:
    """Finds offices using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        people = lexicon.data["people"]
        self._in_pairs = frozenset(people.get("offices_of_states", ()))
        things = alternatives(people.get("office_not_before", ()))
        self._thing = re.compile(rf"\s+{things}{AFTER}")
        self._are_pairs = frozenset([*people.get("both_who_act", ()), *people["both_people"]])
        self._pair = re.compile(rf"{lexicon.start}(?i:{lexicon.before('two')})$")
        had = alternatives(lexicon.words("before_a_participle"))
        self._had = re.compile(rf"(?<!\w){had}\s+$")
        of_several = alternatives(lexicon.words("of_several"))
        self._of_several = re.compile(rf"\s+{of_several}\s")
        self._plurals = _plural_offices(lexicon)
        self._heads = lexicon.forms_of(people["office_heads"])
        self._cases = {
            form: case
            for head in people["office_heads"]
            for form, case in lexicon.inflection.cases(head).items()
        }
        heads = [*self._heads, *self._plurals]
        self._office = WordPattern(pattern_of_offices(lexicon, heads), heads)
        article = lexicon.optional("articles")
        of_another = lexicon.optional("of")
        self._another_state = re.compile(
            rf"(?:,\s+|,?\s+{lexicon.before('and')}){of_another}{article}{STATE}++(?!['’])"
        )
        self._postings = re.compile(alternatives(people["postings"]), re.IGNORECASE)
        self._at_a_place = frozenset(lexicon.words("at_a_place"))
        self._posted = self._at_a_place | frozenset(lexicon.words("posted_to"))
        indefinite = alternatives(lexicon.words("indefinite"))
        relatives = alternatives(lexicon.words("relatives"))
        definite = "".join(rf"(?<!\b{each}\s)" for each in lexicon.words("definite"))
        # Not "a day later President Kari Berg said".
        prepositions = alternatives(
            [*lexicon.words("prepositions"), *lexicon.words("ends_of_times")]
        )
        self._indefinite = re.compile(
            rf"{lexicon.start}{definite}(?P<words>{indefinite}\s+(?:(?!(?:{prepositions}|{relatives})\s)[a-z-]+\s+){{0,2}})$",
            re.IGNORECASE,
        )
        counterparts = alternatives(people["counterparts"])
        counterpart = (
            rf"{lexicon.start}(?i:{lexicon.before('whose')})"
            + (
                rf"(?:{counterparts})\s+(?P<owner>{ADJECTIVE}+)"
                if lexicon.is_head_first
                else rf"(?P<owner>[{ADJECTIVE}{STATE}]+)\s+(?:{counterparts})"
            )
            + AFTER
        )
        self._counterpart = WordPattern(rf"{counterpart}(?!,?\s+[A-ZА-Я])", people["counterparts"])
        self._named_counterpart = WordPattern(
            rf"{counterpart}(?=,?\s+[A-ZА-Я])", people["counterparts"]
        )

    def find(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the offices of a text, and the counterparts that have a name."""
        for match in self._office.finditer(text.masked, text.words):
            if self._thing.match(text.masked, match.end("office")):
                continue
            if self._had.search(text.masked, 0, match.start()):
                continue  # "había enviado el proyecto": the participle, not the envoy.
            yield self._both(text, match) or self._one(text, match)
        yield from self._counterparts(text, self._named_counterpart, None)

    def counterparts(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the counterparts of a text that have no name: "his Swedish counterpart said"."""
        return self._counterparts(text, self._counterpart, "counterpart")

    def _both(self, text: MaskedText, match: re.Match[str]) -> Mention | None:
        """Return the mention of two people: "the two ministers"."""
        plural = self._plurals.get(" ".join(match["head"].lower().split()))
        if not plural or plural not in self._in_pairs or _owners(text, match) != [None, None]:
            return None
        pair = self._pair.search(text.masked[: match.start()])
        office = " ".join(match["office"].lower().split())
        if pair is None and " " in office and office not in self._are_pairs:
            # "the European leaders": more than two.
            return None
        if pair is None and self._of_several.match(text.masked, match.end()):
            return None  # "foreign ministers from the Nordic Council"
        has_article = match.start() < match.start("office")
        if not (pair or has_article or match["office"][0].isupper()):
            return None
        start = pair.start() if pair else match.start()
        end = match.end("office")
        return Mention(
            "both",
            start,
            end,
            " ".join(text.text[start:end].lower().split()),
            office=match["office"].lower().replace(match["head"].lower(), plural),
            is_plural=True,
        )

    def _one(self, text: MaskedText, match: re.Match[str]) -> Mention:
        before, after = _owners(text, match)
        is_posting = match["preposition"] in self._posted
        is_only_a_place = (
            is_posting
            and after is not None
            and after.kind == "state"
            and self._postings.search(match["office"]) is None
        )
        includes_posting = is_posting and after is not None and not is_only_a_place
        bodies = [before, None if is_posting else after]
        code, owner = _owner(bodies)
        plural = self._plurals.get(" ".join(match["head"].lower().split()))
        codes, end = self._states(text, match, after) if plural else ((), match.end())
        last = "after" if includes_posting else "office"
        office = text.text[match.start("office") : match.end(last)]
        start = match.start()
        first = match.start("before") if match["before"] else match.start("office")
        indefinite = self._indefinite.search(text.masked[:first])
        if indefinite is not None:
            start = min(start, indefinite.start("words"))
        last_of_name = match.end()
        if is_only_a_place:
            end = last_of_name = match.end("office")
        return Mention(
            "office",
            start,
            end,
            text.text[start:last_of_name],
            code,
            owner=owner,
            type=next((body.type for body in bodies if body is not None), None),
            is_indefinite=indefinite is not None,
            office=office.replace(match["head"], plural) if plural else self._as_listed(office),
            is_plural=plural is not None,
            case=self._cases.get(match["head"].lower(), 0),
            codes=codes,
        )

    def _states(
        self, text: MaskedText, match: re.Match[str], first: Mention | None
    ) -> tuple[tuple[str, ...], int]:
        """Return the states in "the ministers of Norway and of Sweden", and where they end."""
        codes = [first.code] if first is not None and first.code else []
        end = match.end()
        while codes and (another := self._another_state.match(text.masked, end)):
            state = text.at(another.end() - 1)
            if state is None or state.code is None:
                break
            codes.append(state.code)
            end = another.end()
        return (tuple(codes) if len(codes) > 1 else ()), end

    def _as_listed(self, office: str) -> str:
        """Return an office of a head-first language with its head in the nominative."""
        first = office.split(maxsplit=1)[0]
        head = self._heads.get(first.lower())
        return office if head is None or head == first.lower() else head + office[len(first) :]

    @staticmethod
    def _counterparts(
        text: MaskedText, pattern: WordPattern, office: str | None
    ) -> Iterator[Mention]:
        for match in pattern.finditer(text.masked, text.words):
            owner = text.at(match.start("owner"))
            if owner is not None:
                words = text.text[match.start() : match.end()]
                kind = None if office else "counterpart"
                yield Mention("office", *match.span(), words, owner.code, office=office, type=kind)


def _owners(text: MaskedText, match: re.Match[str]) -> list[Mention | None]:
    """Return what an office belongs to: a mention before it, and one after it."""
    before = text.at(match.start("before")) if match["before"] else None
    after = text.at(match.start("after")) if match["after"] else None
    if before is None and after is None:
        after = text.first_within(*match.span("office"))
    return [before, after]


def _owner(parts: Sequence[Mention | None]) -> tuple[str | None, str | None]:
    """Return the code of the state and the body that an office belongs to."""
    code = owner = None
    for part in parts:
        if part is None:
            continue
        if part.kind == "organization":
            owner = part.owner or part.name
        elif part.kind == "organ":
            code, owner = part.code, f"organ:{part.name}"
        else:
            code = part.code
    return code, owner


def _plural_offices(lexicon: Lexicon) -> dict[str, str]:
    """Return the singular of each office in the plural."""
    people = lexicon.data["people"]
    heads, endings = people["office_heads"], people["office_plural_endings"]
    plurals = {f"{lemma(head)}{ending}": lemma(head) for head in heads for ending in endings}
    listed = people.get("office_heads_plural", {})
    singular = lexicon.forms_of(heads)
    return plurals | {
        form: head
        for word, head in listed.items()
        for form in lexicon.forms_of([word])
        if form not in singular
    }
