"""Verbs of saying with their subjects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.coordination import joined_before
from diplobrief.extraction.mentions import ACTOR, MASKS, Mention
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives, leading
from diplobrief.extraction.quotes.omitted_subjects import OmittedSubjects
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_CLOSING: Final = tuple(f",{_QUOTED}”\"’'")
_DASHES: Final = " \u00a0\t\n—–-"
_AFTER_WORDS: Final = (_QUOTED, f"{_QUOTED},")
_NO_WORD: Final = "".join(MASKS.values())
_SPEAKING_LATE: Final = ("organ", "person", "office", "unnamed", "document")


class VerbsOfSaying:
    """Finds verbs of saying and their subjects using the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._sayings = lexicon.sayings
        self._grammar = grammar_of(lexicon)
        article = lexicon.optional("articles")
        self._bases = frozenset(form for form, saying in lexicon.sayings.items() if saying.is_base)
        nouns_after = [*lexicon.words("prepositions"), *lexicon.words("articles_before_nouns")]
        to = frozenset(lexicon.words("to"))
        before = alternatives(word for word in nouns_after if word not in to)
        self._before_noun = re.compile(rf"{BEFORE}{before}\s+$")
        unless = alternatives([*lexicon.words("hypothetical"), *lexicon.words("on_which")])
        self._hypothetical = re.compile(rf"(?<!\w){unless}\s+{article}$", re.IGNORECASE)
        self._gerunds = lexicon.gerunds
        self._nouns = frozenset(lexicon.words("no_gerunds"))
        self._presents = frozenset(
            form
            for row in lexicon.data["saying"]["saying"]
            for verb in row["verbs"]
            for form, tense in lexicon.forms(verb).items()
            if tense == "present"
        )
        forms = [*lexicon.sayings]
        if lexicon.grammar.get("omits_pronouns"):
            # A verb without a subject may open a sentence: "Añadió que".
            forms += [form[:1].upper() + form[1:] for form in forms]
        verb = rf"{lexicon.start}{alternatives(forms)}{AFTER}"
        self._verb = WordPattern(verb, forms, begins=True)
        # "called on Monday for", "asked in Oslo for": a verb apart from its particle.
        pairs = [form.split() for form in lexicon.sayings if form.count(" ") == 1]
        day = f"{MASKS['day']}+"
        place = leading([*lexicon.words("at_a_place"), *lexicon.words("at")])
        adverbs = alternatives(lexicon.grammar["adverbs"])
        between = (
            rf"(?:{adverbs}|(?:{lexicon.before('before_a_day')})?{day}"
            rf"|{word_like_adverb(lexicon)}"
            rf"|{place}(?:[^\s,.;:]+\s+){{0,2}}?[^\s,.;:]+)"
        )
        verbs = [verb for verb, _ in pairs]
        self._apart = WordPattern(
            rf"{lexicon.start}(?P<verb>{alternatives(verbs)})\s+{between}\s+"
            rf"(?P<particle>{alternatives(particle for _, particle in pairs)}){AFTER}",
            verbs,
            begins=True,
        )
        before = leading(lexicon.words("before_a_late_subject"))
        bodies = f"[{MASKS['state']}{MASKS['organization']}]+"
        late = (
            rf"(?:{before}{article}(?:(?:[^\s,.;:{_NO_WORD}]+\s+){{1,4}}?(?:{bodies}\s+)?|{bodies}\s+)"
            rf"|{lexicon.optional('before_a_late_subject')}{article}{MASKS['day']}+\s+"
            rf"|{alternatives(lexicon.grammar['adverbs'])}\s+)"
        )
        # "заявил, представляя законопроект, министр"
        inserted = rf",\s[^,;:.{ACTOR[1:-1]}]{{1,60}},\s+{article}"
        self._follows = re.compile(rf"\s+{article}(?={ACTOR})|(?={MASKS['pronoun']})")
        # "said in Oslo on Monday the minister"
        people = f"[{''.join(MASKS[kind] for kind in _SPEAKING_LATE)}]"
        is_late = lexicon.words("before_a_late_subject")
        self._follows_late = re.compile(
            rf"(?:\s+{late}{{1,3}}{article}|{inserted})(?={people})" if is_late else "(?!)"
        )
        adverb = rf"{word_like_adverb(lexicon)}\s+"
        passive = alternatives(lexicon.words("passive"))
        self._gerunds = lexicon.gerunds
        self._passive = re.compile(rf"(?<![\w'’]){passive}\s+(?:{adverb})?$")
        # "was summoned to the ministry and informed that"
        self._shared_passive = re.compile(
            rf"(?<![\w'’]){passive}\s+[^,;:]{{1,80}}\s{lexicon.before('and')}$"
        )
        self._that = re.compile(rf"\s+{lexicon.before('that')}")
        auxiliary = alternatives(lexicon.words("before_a_participle"))
        self.auxiliary: re.Pattern[str] = re.compile(rf"(?<![\w'’]){auxiliary}\s+(?:{adverb})?$")
        self._to = re.compile(rf"(?<!\w){lexicon.before('to')}(?:{adverb})?$")
        said = alternatives(lexicon.phrases("said"))
        self._said = re.compile(rf"(?<!\w){said}\s+(?:{adverb})?$")
        self._unsaid = re.compile(
            rf"(?:{alternatives(lexicon.phrases('unsaid'))})\s+(?:{adverb})?$",
            re.IGNORECASE,
        )
        self._omitted_subjects = OmittedSubjects(lexicon)
        self._acts = re.compile(rf"\s+{alternatives(lexicon.words('finite'))}{AFTER}")

    def find(self, sentence: ReadSentence) -> list[tuple[Verb, Mention, bool]]:
        """Return the verbs of a sentence, each with its subject and whether the subject follows."""
        found: list[tuple[Verb, Mention, bool]] = []
        for verb in self._verbs_of(sentence):
            left = sentence.masked[: verb.start]
            if self._is_noun(verb, left):
                continue
            if (
                self._is_passive(verb, sentence.masked)
                or self._unsaid.search(left)
                or self._is_infinitive(verb, left)
            ):
                continue
            subject = self._subject_after(sentence, verb)
            if subject is not None:
                found.append((verb, subject, True))
                continue
            earlier = [(known, mention) for known, mention, _ in found]
            said = self._said.search(left)
            # "went on to accuse": the subject is before "went".
            whole = Verb(said.start(), verb.end, verb.form) if said else verb
            subject = self._grammar.subject(sentence, whole, earlier)
            if subject is None:
                subject = self._omitted_subjects.of(sentence, verb, self.auxiliary)
            if subject is None or subject.kind == "adjective":
                continue
            if self._hypothetical.search(sentence.masked, 0, subject.start):
                continue
            is_base = verb.form in self._bases and said is None
            agrees = self._is_plural(sentence, subject) if is_base else True
            if verb.form in self._presents and _is_plural(subject) and subject.kind != "both":
                agrees = False
            if agrees:
                found.append((verb, subject, False))
        return found

    @staticmethod
    def _is_plural(sentence: ReadSentence, subject: Mention) -> bool:
        """Whether a subject is several actors: "both sides", "Norway and Sweden"."""
        return _is_plural(subject) or len(joined_before(sentence, subject)) > 1

    def _verbs_of(self, sentence: ReadSentence) -> list[Verb]:
        """Return the verbs of saying of a sentence, whether or not they have a statement."""
        found: list[Verb] = []
        masked, words = sentence.masked, sentence.words
        apart = {
            match.start(): Verb(*match.span(), form)
            for match in self._apart.finditer(masked, words)
            if (form := f"{match['verb']} {match['particle']}") in self._sayings
        }
        for match in self._verb.finditer(masked, words):
            form = " ".join(match[0].split())
            if form not in self._sayings:
                form = form[:1].lower() + form[1:]
            verb = Verb(*match.span(), form)
            other = apart.pop(verb.start, None)
            # "called on Monday for", but not "called on Norway for months to"
            is_before_day = masked[verb.end : verb.end + 2].lstrip()[:1] == MASKS["day"]
            is_apart = other is not None and (" " not in verb.form or is_before_day)
            found.append(other if other is not None and is_apart else verb)
        return sorted([*found, *apart.values()], key=lambda verb: verb.start)

    def _is_passive(self, verb: Verb, masked: str) -> bool:
        """Whether the subject is addressed, or talked about: "was told", "was called and told"."""
        left = masked[: verb.start]
        if self._passive.search(left):
            return verb.form not in self._gerunds
        is_addressed = self._sayings[verb.form].has_addressee
        is_bare = is_addressed and self._that.match(masked, verb.end) is not None
        return is_bare and self._shared_passive.search(left) is not None

    def _is_noun(self, verb: Verb, left: str) -> bool:
        """Whether a form is a noun: "after the briefing", "came to terms", "its claims"."""
        if verb.form in self._nouns:
            return True
        is_present = verb.form in self._presents
        is_after_to = is_present and self._to.search(left) is not None
        may_be_noun = is_present or verb.form in self._bases
        return is_after_to or (may_be_noun and self._before_noun.search(left) is not None)

    def _is_infinitive(self, verb: Verb, left: str) -> bool:
        """Whether a verb is an infinitive without a statement: "sent envoys to press them"."""
        is_base = verb.form in self._bases and self._to.search(left) is not None
        return is_base and self._said.search(left) is None

    def _subject_after(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return the subject after a verb, as in "…, said the minister"."""
        if verb.form in self._gerunds:
            return None  # "criticized the deal, saying it would cost jobs"
        saying = self._sayings[verb.form]
        before = sentence.masked[: verb.start]
        left = self.auxiliary.sub("", before).rstrip(_DASHES)
        takes_clause = "that" in saying.complements and "to" not in saying.complements
        if (not takes_clause or saying.has_addressee) and not left.endswith(_AFTER_WORDS):
            return None
        following = self._follows.match(sentence.masked, verb.end) or self._follows_late.match(
            sentence.masked, verb.end
        )
        if following is None or not left.endswith(_CLOSING):
            return None
        if self._grammar.own_subject(sentence, verb) is not None:
            return None
        mention = sentence.mention_at(following.end())
        if mention is None or mention.kind == "adjective":
            return None
        # "Norway, which borders both, said it was clean"
        is_subject = mention.kind == "pronoun" and self._acts.match(sentence.masked, mention.end)
        return None if is_subject else mention


def _is_plural(subject: Mention) -> bool:
    if subject.kind == "both" or subject.name == "they":
        return True
    if subject.kind in {"office", "organization"}:
        return subject.is_plural
    return subject.kind == "unnamed" and subject.name.endswith(("s", "people"))
