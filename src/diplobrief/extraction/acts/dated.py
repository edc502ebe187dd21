"""Acts that are only named, with their issuer and their day: "the ruling of 3 May by the Court"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.acts.found import FoundAct
from diplobrief.extraction.coordination import agents_of, performers_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_DAY: Final = MASKS["day"]
_OWNER: Final = f"(?:{ACTOR}|{MASKS['adjective']})"
_BY_WHICH: Final = frozenset({"decree", "resolution", "ruling", "decision"})
_NUMBER: Final = r"(?:\s+(?:[A-Z]{1,3}-)?\d[\d/]*(?:\s\(\d{4}\))?)?"
_FEW: Final = r"(?:\s+[^\s,;:.]+){0,6}?"


class DatedActs:
    """Finds acts that a noun names with an issuer and a day.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["acts"]
        rows: Sequence[Mapping[str, Any]] = data.get("dated", ())
        self._rows = {noun: row for row in rows for noun in row["nouns"]}
        noun = rf"(?P<noun>{alternatives(self._rows)}){AFTER}{_NUMBER}"
        self._noun = re.compile(rf"{BEFORE}{alternatives(self._rows)}{AFTER}")
        words = data.get("dates", {})
        done = leading([*words.get("participles", ()), ""])
        self._directly = re.compile(rf"\s+{done}{leading(words.get('prepositions', ()))}{_DAY}")
        on = rf"\s+{done}{leading(words.get('prepositions', ()))}(?P<day>(?={_DAY}))"
        article = lexicon.optional("articles")
        by = leading(lexicon.words("issued_by"))
        issuer = rf"\s+{by}{article}(?P<issuer>(?={_OWNER}))"
        small = r"(?:[a-z-]+\s+){0,2}?"
        inside = leading([*lexicon.words("in_a_document"), *lexicon.words("by")])
        self._patterns = (
            # "Norway's note of 3 May", "the Norwegian decision on Monday"
            re.compile(
                rf"(?<!{_OWNER})(?P<issuer>(?={_OWNER})){_OWNER}++(?:['’]s?\s+{small}|\s+){noun}"
                rf"(?:{_FEW})?{on}"
            ),
            # "a ruling of 3 May by the Court"
            re.compile(rf"{BEFORE}{noun}{on}{_DAY}++{issuer}"),
            # "a ruling by the Court on 3 May"
            re.compile(rf"{BEFORE}{noun}{issuer}{_OWNER}++{on}"),
            # "In a ruling issued on 3 May, the Court"
            re.compile(
                rf"{BEFORE}(?i:{inside})(?:{lexicon.before('before_nouns')})"
                rf"{small}{noun}{on}{_DAY}++,?\s+{article}(?P<issuer>(?={ACTOR}))"
            ),
        )
        self._by_means = re.compile(rf"(?i:{leading(lexicon.words('by'))})")
        self._step = re.compile(
            rf"(?<!\w){alternatives(data.get('steps', {}).get('words', ()))}{AFTER}"
        )

    def find(self, reading: Reading, sentence: ReadSentence) -> Iterator[FoundAct]:
        """Yield the acts that a sentence names with their issuer and their day."""
        if not (self._rows and sentence.days):
            return
        masked = sentence.with_documents
        if self._noun.search(masked) is None:
            return
        for pattern in self._patterns:
            for match in pattern.finditer(masked):
                act = self._act(reading, sentence, match)
                if act is not None:
                    yield act

    def _act(
        self, reading: Reading, sentence: ReadSentence, match: re.Match[str]
    ) -> FoundAct | None:
        row = self._rows[" ".join(match["noun"].split())]
        day = next((each for each in sentence.days if each.start == match.start("day")), None)
        mention = sentence.mention_at(match.start("issuer"))
        if day is None or mention is None:
            return None
        is_means = self._by_means.match(sentence.with_documents, match.start()) is not None
        if is_means and row["kind"] not in _BY_WHICH:
            return None  # "By a letter of 3 May, Norway withdrew": the withdrawal is reported.
        is_after = match.start("issuer") > match.start("noun")
        if row.get("directly") and not self._directly.match(
            sentence.with_documents, match.end("noun")
        ):
            return None
        issuers = agents_of(sentence, mention) if is_after else performers_of(sentence, mention)
        kind = _kind_of(row, issuers)
        if kind is None or (kind == "decision" and self._is_of_treaty(reading, sentence)):
            return None
        date, written = reading.date_of(day, sentence, ahead=False)
        evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
        if evidence is None or not (date or written) or reading.is_ahead(date):
            return None
        return FoundAct(kind, "noun", [evidence], "completed", date, written, issuers)

    def _is_of_treaty(self, reading: Reading, sentence: ReadSentence) -> bool:
        """Whether what was decided is a step of a treaty."""
        return reading.has_treaty and (
            MASKS["treaty"] in sentence.masked or self._step.search(sentence.masked) is not None
        )


def _kind_of(row: Mapping[str, Any], issuers: Sequence[Entity]) -> str | None:
    """Return the kind of an act: a decision of a court is a ruling."""
    is_court = any(
        each.type == "court" or any(word in each.name for word in row.get("courts", ()))
        for each in issuers
    )
    if not issuers or (row.get("needs_court") and not is_court):
        return None
    kind: str = row.get("of_courts", row["kind"]) if is_court else row["kind"]
    return kind
