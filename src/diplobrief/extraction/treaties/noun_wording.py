"""Patterns for nouns that report steps of treaties, from the lexicon of a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon

_TREATY: Final = MASKS["treaty"]


class NounWording:
    """Patterns for nouns that report steps, and for the words around them.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        steps = lexicon.data["steps"]
        words, wording = steps.get("nominal", {}), steps["wording"]
        self.kinds: dict[str, str] = {
            noun: row["kind"] for row in steps["step"] for noun in row.get("nouns", ())
        }
        self.statuses: dict[str, str] = {
            noun: row["status"]
            for row in steps["step"]
            if "status" in row
            for noun in row.get("nouns", ())
        }
        self.of_bodies: frozenset[str] = frozenset(words.get("of_bodies", ()))
        labels = (noun for noun in self.kinds if noun.endswith(":"))
        self.dated: frozenset[str] = frozenset([*words.get("without_treaty", ()), *labels])
        self.of_chambers: frozenset[str] = frozenset(words.get("of_chambers", ()))
        self.preparing: frozenset[str] = frozenset(words.get("preparing", ()))
        article = leading([*lexicon.words("before_nouns"), *lexicon.words("articles"), ""])
        own = leading(lexicon.words("possessives"))
        # After its head, an owner is not an adjective: "أعلنت النرويج انسحابها".
        bodies = "" if lexicon.is_head_first else f"{MASKS['state']}{MASKS['organization']}"
        owner = (
            rf"(?:(?P<owner>{ACTOR}+)['’]s?\s+|(?P<day>{MASKS['day']}+)['’]s\s+|(?P<own>{own})"
            rf"|(?P<adjective>[{bodies}{MASKS['adjective']}]+)\s+)?"
        )
        nouns = self._pattern_of_nouns(lexicon, article)
        taking_part = alternatives(words.get("taking_part", ()))
        on_day = lexicon.optional("before_a_day_or_month")
        # "France's exit took effect in May, Italy's in June", "and that of Italy in June"
        that_of = leading(words.get("that_of", ()))
        by = leading([*lexicon.words("by"), *words.get("that_of", ()), ""])
        linked = lexicon.optional("joining_an_ellipsis")
        self.another: re.Pattern[str] = re.compile(
            rf"(?:(?:,\s+|\s(?=\w)){linked}{by}|\b{that_of}){article}(?P<actor>{ACTOR}+)(?:['’]s)?\s+"
            rf"{on_day}(?P<day>{MASKS['day']}+)(?=\s*(?:$|[,.;)]|\s{lexicon.before('and')}))"
        )
        self.and_the: re.Pattern[str] = re.compile(
            rf"(?:,?\s+{leading([*lexicon.words('and'), *lexicon.words('as_well_as')])}|,\s+)"
            rf"{lexicon.optional('of')}"
            rf"{lexicon.optional('before_an_office')}"
        )
        self.noun: WordPattern = WordPattern(
            rf"{lexicon.start}{owner}(?:(?P<ahead>{alternatives(words.get('ahead', ()))})\s+)?"
            rf"(?:{alternatives(words.get('before_nouns', ()))}\s+){{0,2}}"
            rf"(?P<noun>{nouns}){AFTER}(?!\s+{alternatives(words.get('not_before', ()))}{AFTER})"
            rf"(?:\s+{article}(?P<whose>{ACTOR}+)['’]s?\s+{taking_part})?"
            rf"(?:\s+{article}(?P<treaty>{_TREATY}+))?",
            self.kinds,
            flags=re.IGNORECASE,
        )
        # "the protocol on its accession"
        self.topic: re.Pattern[str] = re.compile(
            rf"{_TREATY}\s+"
            rf"{leading([*steps['treaties']['name'].get('on', ()), *words.get('of_a_law', ())])}"
            rf"{article}$"
        )
        # A line of a list of parties: "Japan: ratification, 1 October 2023".
        self.labelled: re.Pattern[str] = re.compile(rf"[\W_]*(?={ACTOR}+:\s)")
        self.within: re.Pattern[str] = re.compile(
            rf"{leading(words.get('not_after', ()))}{article}$", re.IGNORECASE
        )
        self._add_verbs(lexicon, article)
        finite = alternatives(lexicon.words("finite"))
        self.body: re.Pattern[str] = re.compile(rf"\s+{article}(?={MASKS['organization']})")
        self.revoked: re.Pattern[str] = re.compile(
            rf"[^.,;]{{0,30}}?\s{alternatives(words.get('revoked', ()))}{AFTER}"
        )
        self.after_verb: re.Pattern[str] = re.compile(rf"\s+(?:{article}|{own})")
        # In a language with cases, `agent_in_case` finds the agent.
        has_cases = "agent_endings" in wording
        self.agent: re.Pattern[str] = re.compile(
            rf"{'(?!)' if has_cases else ''}(?:(?!\b{finite}{AFTER})[^,;.{ACTOR[1:-1]}]){{0,30}}?"
            rf"\b{alternatives(lexicon.words('by'))}\s+"
            rf"{article}(?={ACTOR})"
        )
        self.predicates: list[tuple[str, re.Pattern[str]]] = [
            (
                status,
                re.compile(
                    rf"(?:,[^,;.]{{1,90}},)?[^;.,]{{0,40}}?,?[^;.,]{{0,20}}?"
                    rf"\b{alternatives(words[status])}{AFTER}"
                ),
            )
            for status in (
                "rejected",
                "postponed",
                "cancelled",
                "scheduled",
                "expected",
                "completed",
            )
            if status in words
        ]
        # The subject may follow its verb: "أعلنت مالي انسحابها".
        is_before_subject = lexicon.grammar.get("verb_first")
        that = lexicon.before("that")
        subject = rf"(?:(?!\b{that})[^.;:]){{0,80}}?" if is_before_subject else ""
        self.until: re.Pattern[str] = re.compile(rf"\b{alternatives(words.get('until', ()))}\s+$")
        self.put_off: re.Pattern[str] = re.compile(
            rf"\b{alternatives(words.get('put_off', wording['put_off']))}\s+[^,.;]{{0,40}}$"
        )
        self.witnessed: re.Pattern[str] = re.compile(
            rf"\b{alternatives(words.get('witnessing', ()))}\s+{article}$"
        )
        self.announced: re.Pattern[str] = re.compile(
            rf"\b(?P<verb>{alternatives(words.get('announcing', ()))})\s+{subject}"
            rf"(?:{on_day}{MASKS['day']}+\s+)?(?:{article}{ACTOR}+\s+)?{article}$"
        )
        # Nouns that have their owner as an ending: "انسحابها من المعاهدة".
        self.owned: frozenset[str] = frozenset(words.get("owned", ()))
        # "notified the depositary of its withdrawal"
        of = leading(words.get("notified_of", lexicon.words("of")))
        self.notified: re.Pattern[str] = re.compile(
            rf"\b(?P<verb>{alternatives(words.get('notifying', ()))})\s+[^.;:]{{0,100}}?"
            rf"(?<!\w){of}$"
        )
        self.asserted: re.Pattern[str] = re.compile(
            rf"\b{alternatives(words.get('asserting', ()))}\s+{article}$", re.IGNORECASE
        )
        # "Norway's ratification of the treaty brings the number of parties to 60."
        self.presupposed: re.Pattern[str] = re.compile(
            rf",?\s+(?:{word_like_adverb(lexicon)}\s+)?"
            rf"{alternatives(words.get('presupposing', ()))}{AFTER}"
        )
        # "A withdrawal takes effect after a year" reports none.
        self.of_any: re.Pattern[str] = re.compile(
            rf"\b{alternatives(words.get('of_any', ()))}\s+$", re.IGNORECASE
        )
        # "the Lake Agreement of 3 May 2021"
        self.of_a_day: re.Pattern[str] = re.compile(
            rf"(?<!{_TREATY}){_TREATY}++\s{leading(words.get('of_a_day', ()))}"
            rf"(?P<day>{MASKS['day']}+)"
        )
        on = leading(words.get("awaited_on", [""]))
        self.awaited: re.Pattern[str] = re.compile(
            rf"\b{alternatives(words.get('awaiting', ()))}\s+{subject}{on}{article}$"
        )
        # "لا تعتزم النرويج الانسحاب": not a plan.
        self.not_planned: re.Pattern[str] = re.compile(
            rf"{lexicon.start}{alternatives(words.get('not_planned', ()))}{AFTER}[^,;:.]{{0,80}}$",
            re.IGNORECASE,
        )

    def _add_verbs(self, lexicon: Lexicon, article: str) -> None:
        """Add the patterns for verbs before a noun that show that it does not report a step."""
        # "urged it to complete its ratification"
        self.infinitive: re.Pattern[str] = re.compile(
            rf"\b{leading(lexicon.words('to'))}[a-z]+(?:\s+(?:up|down|forward|out))?\s+{article}$"
        )
        before_verb = [
            word
            for word in (*lexicon.words("before_a_verb"), *lexicon.words("to"))
            if word[0].isalpha() and word not in lexicon.words("articles")
        ]
        self.as_verb: re.Pattern[str] = re.compile(
            rf"(?:\b{alternatives(before_verb)}|{ACTOR})\s+$"
        )

    def _pattern_of_nouns(self, lexicon: Lexicon, article: str) -> str:
        """Return the pattern for nouns, with an agent before a preposition: "exit by A from"."""
        links = {*lexicon.words("prepositions")}
        pairs = [noun.rpartition(" ") for noun in self.kinds]
        heads = [head for head, _, last in pairs if head and last in links]
        by = leading([*lexicon.words("by"), *lexicon.words("of")])
        more = rf"(?:,\s+{article}{ACTOR}+){{0,9}}"
        last_one = rf"(?:,?\s+{lexicon.before('and')}{article}{ACTOR}+)?"
        # "the signing in August of the treaty", "la signature, lundi à Oslo, du traité"
        day = lexicon.optional("before_a_day_or_month")
        when = rf"(?:\s+{day}(?P<when>{MASKS['day']}+))?"
        aside = rf"(?:,\s+{day}(?P<aside>{MASKS['day']}+)[^,;.]{{0,30}},)?"
        # "le retrait immédiat du traité"
        adjectives = lexicon.data["steps"].get("nominal", {}).get("after_nouns", ())
        which = rf"(?:\s+{alternatives(adjectives)})?" if adjectives else ""
        middle = rf"{which}{when}{aside}(?:\s+{by}{article}(?P<middle>{ACTOR}+){more}{last_one})?"
        plain = alternatives(self.kinds)
        if not heads:
            return rf"(?:(?P<middle>(?!))(?P<when>(?!))(?P<aside>(?!)){plain}|{plain})"
        last = alternatives(last for head, _, last in pairs if head and last in links)
        return rf"(?:(?P<head>{alternatives(heads)}){middle}\s+(?P<last>{last})|{plain})"

    def kind_of(self, match: re.Match[str]) -> str | None:
        """Return the kind of step that a noun reports."""
        return self.kinds.get(self.noun_of(match))

    def noun_of(self, match: re.Match[str]) -> str:
        """Return a noun as in the lexicon: "exit from", of "exit by Norway from"."""
        groups = match.groupdict()
        head = " ".join((groups.get("head") or "").lower().split())
        noun = f"{head} {groups['last']}" if head else match["noun"]
        noun = " ".join(noun.lower().split())
        # "signature in Oslo"
        return head if noun not in self.kinds and head in self.kinds else noun
