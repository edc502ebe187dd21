"""Finds people: by name, by office, unnamed, and by words that refer back to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions.acting import ActingNames
from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.offices import (
    name_by_given_name,
    office_after_head,
    office_before_head,
    plural_offices,
    uncased_name,
)
from diplobrief.extraction.mentions.words import (
    ADJECTIVE,
    CAPITAL,
    ORGAN,
    ORGANIZATION,
    OWNER,
    STATE,
)
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.lexicon import Lexicon

_LONGEST_NAME: Final = 5
_LONGEST_UNCASED: Final = 80
_NAME_FOLLOWS: Final = re.compile(rf"\s+{CAPITAL}")
_SHORTEST_ACRONYM: Final = 3


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a text: where it is, its words, and the honorific before it."""

    start: int
    words: tuple[str, ...]
    honorific: str | None
    honorific_start: int

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class PeopleFinder:
    """Finds people by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        people = lexicon.data["people"]
        start, article = lexicon.start, leading([*lexicon.words("articles"), ""])
        self._in_pairs = frozenset(people.get("offices_of_states", ()))
        self._pair = re.compile(rf"{start}(?i:{lexicon.before('two')})$")
        self._adverb_endings = tuple(lexicon.words("adverb_endings"))
        self._not_names = frozenset(people["not_first_names"])
        self._plural_offices = plural_offices(lexicon)
        self._office_heads = lexicon.forms_of(people["office_heads"])
        self._nominative = lexicon.inflection.nominative
        self._cases = {
            form: case
            for head in people["office_heads"]
            for case, form in reversed([*enumerate(lexicon.inflection.nouns(head))])
        }
        pattern = office_after_head if lexicon.is_head_first else office_before_head
        self._office = re.compile(
            pattern(lexicon, alternatives([*self._office_heads, *self._plural_offices]))
        )
        self._postings = re.compile(alternatives(people["postings"]), re.IGNORECASE)
        self._at_a_place = frozenset(lexicon.words("at_a_place"))
        self._posted = self._at_a_place | frozenset(lexicon.words("posted_to"))
        particles = alternatives(people["name_particles"])
        word = rf"(?:[A-ZА-ЯЁ]\.|{CAPITAL})"
        self._name = re.compile(
            rf"(?<![\w’'-])(?:(?P<honorific>{alternatives(people['honorifics'])})\s+)?"
            rf"(?P<name>{word}(?:[\s-]+(?:{particles}[\s-]+)?{word}){{0,7}}"
            rf"(?:\s+{alternatives(people.get('name_endings', ()))})?)(?!\w)"
        )
        self._name_after = re.compile(rf"(?P<comma>,?\s+){uncased_name(lexicon, 3)}")
        self._name_by_given_name = re.compile(name_by_given_name(lexicon))
        start_of_name = rf"(?:^|[.;:»,–—-]\s+|\s{lexicon.before('and')})"
        self._name_before = re.compile(
            rf"{start_of_name}{uncased_name(lexicon, 4)},\s+$"
            rf"|(?:^|[.:,]\s+){uncased_name(lexicon, 3).replace('<name>', '<alone>')}\s+$"
        )
        modifiers = alternatives(people["unnamed_modifiers"])
        self._unnamed_nouns = lexicon.forms_of(people["unnamed"])
        unnamed = alternatives(self._unnamed_nouns)
        of = rf"\s+{lexicon.before('of')}{article}"
        body = f"[{STATE}{ADJECTIVE}{ORGANIZATION}{ORGAN}]+"
        whose = rf"(?:{of}(?P<after>{body}))?" if lexicon.is_head_first else ""
        indefinite = alternatives(lexicon.words("indefinite"))
        definite = "".join(rf"(?<!\b{each}\s)" for each in lexicon.words("definite"))
        prepositions = alternatives(lexicon.words("prepositions"))
        self._indefinite = re.compile(
            rf"{start}{definite}(?P<words>{indefinite}\s+(?:(?!(?:{prepositions})\s)[a-z-]+\s+){{0,2}})$",
            re.IGNORECASE,
        )
        things = alternatives(people.get("unnamed_not_before", ()))
        not_before = rf"(?!\s+(?:{things}){AFTER})"
        self._unnamed = re.compile(
            rf"{start}(?:{modifiers}\s+){{0,3}}(?P<owner>{OWNER})?(?:{modifiers}\s+){{0,2}}"
            rf"(?P<noun>{unnamed}){AFTER}{not_before}{whose}",
            re.IGNORECASE,
        )
        counterpart = (
            rf"{start}(?i:{lexicon.before('whose')})"
            + (
                rf"(?:{alternatives(people['counterparts'])})\s+(?P<owner>{ADJECTIVE}+)"
                if lexicon.is_head_first
                else rf"(?P<owner>{ADJECTIVE}+)\s+(?:{alternatives(people['counterparts'])})"
            )
            + AFTER
        )
        self._counterpart = re.compile(rf"{counterpart}(?!,?\s+[A-ZА-Я])")
        self._named_counterpart = re.compile(rf"{counterpart}(?=,?\s+[A-ZА-Я])")
        self._acting = ActingNames(lexicon)
        self._and = re.compile(rf",?\s+{lexicon.before('and')}")
        of_another = leading([*lexicon.words("of"), ""])
        self._another_state = re.compile(
            rf"(?:,\s+|,?\s+{lexicon.before('and')}){of_another}{article}{STATE}+"
            if lexicon.is_head_first
            else "(?!)"
        )
        self._is_cased = not lexicon.grammar.get("uncased")

    def mark(self, text: MaskedText) -> None:
        """Mask the people of a text, named and unnamed."""
        text.replace(self._people(text))
        text.replace(self._unnamed_people(text))
        text.replace(self._counterparts(text, self._counterpart))
        if self._is_cased:
            text.add(self._surnames(text))

    def _people(self, text: MaskedText) -> Iterator[Mention]:
        offices = [*self._offices(text), *self._counterparts(text, self._named_counterpart)]
        by_start = {office.start: office for office in offices}
        by_end = {office.end: office for office in offices}
        taken: set[int] = set()
        shared: tuple[Mention, int] | None = None
        names = (
            self._names(text.masked, offices)
            if self._is_cased
            else self._names_beside(offices, text)
        )
        for name in names:
            office, start, end = self._office_of(name, text.masked, by_start, by_end)
            if shared is not None and self._and.fullmatch(text.masked[shared[1] : name.start]):
                office, start, end = shared[0], name.start, name.end
            if (
                office is None
                and name.honorific is None
                and self._is_cased
                and not self._acting.is_person(name.words, name.start, name.end, text.masked)
            ):
                continue
            if office is not None and office.codes:
                office = _of_next_state(office)
            shared = (office, end) if office is not None and office.is_plural else None
            if office is not None:
                taken.add(office.start)
            mention = _person(name, office, min(start, name.honorific_start), end)
            written = " ".join(text.text[name.start : name.end].split())
            yield replace(mention, name=self._nominative(written, office.case if office else 0))
        yield from (office for office in offices if office.start not in taken)

    def _names(self, masked: str, offices: Sequence[Mention]) -> Iterator[_Name]:
        for match in self._name.finditer(masked):
            start, words = match.start("name"), match["name"].split()
            office = next((each for each in offices if each.start <= start < each.end), None)
            if office is not None and office.end < match.end("name"):
                # "High Representative Kari Berg": the name is after the office.
                start = office.end + 1
                words = masked[start : match.end("name")].split()
            while words and (self._is_no_name(words[0]) or self._is_adverb(words)):
                start += len(words[0]) + 1
                words = words[1:]
            for number, word in enumerate(words):
                if word.endswith(("'s", "’s")):
                    words = [*words[:number], word[:-2]]
                    break
            if len(words) == 1 and len(words[0]) >= _SHORTEST_ACRONYM and words[0].isupper():
                continue
            if 0 < len(words) <= _LONGEST_NAME and not self._not_names.intersection(words):
                first = match.start() if match["honorific"] else start
                yield _Name(start, tuple(words), match["honorific"], first)

    def _names_beside(self, offices: list[Mention], text: MaskedText) -> Iterator[_Name]:
        """Yield names of a script without capital letters, by a given name or an office."""
        ends: set[int] = set()
        for match in self._name_by_given_name.finditer(text.masked):
            start = match.start("name")
            if any(office.start <= start < office.end for office in offices):
                continue
            ends |= {start, match.end()}
            yield _Name(start, tuple(match["name"].split()), None, start)
        for office in offices:
            if {office.end + 1, office.start - 1, office.start - 2} & ends:
                continue
            left = text.masked[max(0, office.start - _LONGEST_UNCASED) : office.start]
            found = self._name_before.search(left)
            start = office.start - len(left)
            if found is None:
                found, start = self._name_after.match(text.masked, office.end), 0
                is_alone = found is not None and " " not in found["name"]
                if is_alone and (office.code or office.owner):
                    continue
            if found is not None:
                group = "name" if found["name"] else "alone"
                if group == "alone" and " " not in found["alone"]:
                    continue
                start += found.start(group)
                yield _Name(start, tuple(found[group].split()), None, start)

    def _is_adverb(self, words: list[str]) -> bool:
        """Whether the first word is an adverb: "Certainly Kari Berg"."""
        return len(words) > 2 and words[0].endswith(self._adverb_endings)

    def _is_no_name(self, word: str) -> bool:
        return bool({word, word.rstrip("."), word.rstrip("s")} & self._not_names)

    def _office_of(
        self, name: _Name, masked: str, by_start: dict[int, Mention], by_end: dict[int, Mention]
    ) -> tuple[Mention | None, int, int]:
        """Return the office of a name, and the span of both."""
        before = re.search(r"(,?)\s+$", masked[: name.honorific_start])
        office = by_end.get(before.start()) if before else None
        if office is not None and before is not None:
            if not before[1]:
                return office, office.start, name.end
            # "India's home minister, Amit Shah," but not "the president, Amit Shah said".
            closing = re.match(r"\s*[,.;]", masked[name.end :])
            if office.is_plural and closing is None:
                return office, office.start, name.end
            if closing:
                is_comma = closing[0].endswith(",")
                return office, office.start, name.end + (len(closing[0]) if is_comma else 0)
        after = re.match(r",\s+(?:who\s+is\s+)?|\s+", masked[name.end :])
        if after is not None and after[0].isspace() and self._is_cased:
            after = None
        start = name.end + (after.end() if after else 0)
        office = by_start.get(start) if after else None
        if office is not None and (owned := re.match(r"['’]s\s+", masked[office.end :])):
            # "Berg, the president's envoy," is the envoy.
            office = by_start.get(office.end + owned.end())
        if office is None:
            return None, name.start, name.end
        if _NAME_FOLLOWS.match(masked, office.end):
            # "In Geneva, Foreign Minister Kari Berg": the office is that of the next name.
            return None, name.start, name.end
        comma = re.match(r"\s*,", masked[office.end :])
        return office, name.start, office.end + (comma.end() if comma else 0)

    def _surnames(self, text: MaskedText) -> Iterator[Mention]:
        """Yield single names beside a verb of saying: "Berg said", "IGAD said"."""
        for match in self._name.finditer(text.masked):
            words = match["name"].split()
            word = words[0].removesuffix("’s").removesuffix("'s")
            if len(words) > 1 or word != words[0] or self._is_no_name(word):
                continue
            if not self._acting.speaks(match.start(), match.end(), text.masked):
                continue
            if len(word) >= _SHORTEST_ACRONYM and word.isupper() and not match["honorific"]:
                yield Mention("organization", match.start("name"), match.end(), word, owner=word)
            elif not word.isupper():
                yield Mention(
                    "person", match.start(), match.end(), word, honorific=match["honorific"]
                )

    def _offices(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._office.finditer(text.masked):
            before = text.at(match.start("before")) if match["before"] else None
            after = text.at(match.start("after")) if match["after"] else None
            if before is None and after is None:
                after = text.first_within(*match.span("office"))
            is_posting = match["preposition"] in self._posted
            is_only_a_place = (
                match["preposition"] in self._at_a_place
                and after is not None
                and after.kind == "state"
                and self._postings.search(match["office"]) is None
            )
            includes_posting = is_posting and after is not None and not is_only_a_place
            code, owner = _owner([before, None if is_posting else after])
            plural = self._plural_offices.get(" ".join(match["head"].lower().split()))
            if plural and before is None and after is None and plural in self._in_pairs:
                pair = self._pair.search(text.masked[: match.start()])
                has_article = match.start() < match.start("office")
                if pair or has_article or match["office"][0].isupper():
                    start = pair.start() if pair else match.start()
                    words = text.text[start : match.end("office")]
                    yield Mention(
                        "both",
                        start,
                        match.end("office"),
                        " ".join(words.lower().split()),
                        office=match["office"].lower().replace(match["head"].lower(), plural),
                        is_plural=True,
                    )
                    continue
            codes, end = self._several_states(text, match, after) if plural else ((), match.end())
            office = text.text[
                match.start("office") : match.end("after" if includes_posting else "office")
            ]
            start = match.start()
            first = match.start("before") if match["before"] else match.start("office")
            indefinite = self._indefinite.search(text.masked[:first])
            if indefinite is not None:
                start = min(start, indefinite.start("words"))
            yield Mention(
                "office",
                start,
                match.end("office") if is_only_a_place else end,
                text.text[start : match.end()],
                code,
                owner=owner,
                is_capital=indefinite is not None,
                office=office.replace(match["head"], plural) if plural else self._as_listed(office),
                is_plural=plural is not None,
                case=self._cases.get(match["head"].lower(), 0),
                codes=codes,
            )

    def _several_states(
        self, text: MaskedText, match: re.Match[str], first: Mention | None
    ) -> tuple[tuple[str, ...], int]:
        """Return the states of "the ministers of Norway and of Sweden", and where they end."""
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
        head = self._office_heads.get(first.lower())
        return office if head is None or head == first.lower() else head + office[len(first) :]

    def _unnamed_people(self, text: MaskedText) -> Iterator[Mention]:
        for match in self._unnamed.finditer(text.masked):
            after = match.groupdict().get("after")
            group = "owner" if match["owner"] else "after" if after else None
            owner = text.at(match.start(group)) if group else None
            is_body = owner is not None and owner.kind not in {"adjective", "state"}
            noun = self._unnamed_nouns.get(match["noun"], match["noun"])
            words = text.text[match.start() : match.start("noun")]
            yield Mention(
                "unnamed",
                *match.span(),
                words + noun + text.text[match.end("noun") : match.end()],
                owner.code if owner else None,
                owner=(owner.owner or owner.name) if owner is not None and is_body else None,
            )

    def _counterparts(self, text: MaskedText, pattern: re.Pattern[str]) -> Iterator[Mention]:
        for match in pattern.finditer(text.masked):
            owner = text.at(match.start("owner"))
            if owner is not None:
                office = "counterpart" if pattern is self._counterpart else None
                yield Mention("office", *match.span(), match[0], owner.code, office=office)


def _owner(parts: list[Mention | None]) -> tuple[str | None, str | None]:
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


def _of_next_state(office: Mention) -> Mention:
    """Return an office that several people share as that of the person of the next state."""
    first, *others = office.codes
    return replace(office, code=first, codes=tuple(others))


def _person(name: _Name, office: Mention | None, start: int, end: int) -> Mention:
    if office is None:
        return Mention("person", start, end, name.text, honorific=name.honorific)
    return Mention(
        "person",
        start,
        end,
        name.text,
        office.code,
        owner=office.owner,
        office=office.office,
        honorific=name.honorific,
        is_plural=office.is_plural,
    )
