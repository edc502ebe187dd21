"""Quotes that a parser of the user finds, besides those of the rules."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief import ParsedToken


def parser_of(parses):
    """Return a parser that knows the parses of some sentences: a word, its head, its relation."""

    def parse(text):
        rows = parses.get(text, ())
        tokens, at = [], 0
        for word, head, relation in rows:
            at = text.index(word, at)
            tokens.append(ParsedToken(at, at + len(word), head, relation))
            at += len(word)
        return tokens

    return parse


def suggested(text, parses, **options):
    brief = diplobrief.loads(f"# Talks\n\n{text}\n", "markdown")
    return diplobrief.suggest(brief, language="en", parser=parser_of(parses), **options)


# The rules read no statement after the words between verb and clause.
FAR = "Kari Berg, Norway's foreign minister, said in Oslo of late and often the lake was clean."
PARSE = [
    ("Kari", 1, "compound"),
    ("Berg", 8, "nsubj"),
    (",", 1, "punct"),
    ("Norway", 6, "poss"),
    ("'s", 3, "case"),
    ("foreign", 6, "amod"),
    ("minister", 1, "appos"),
    (",", 1, "punct"),
    ("said", 8, "root"),
    ("in", 8, "prep"),
    ("Oslo", 9, "pobj"),
    ("of", 8, "prep"),
    ("late", 11, "pcomp"),
    ("and", 11, "cc"),
    ("often", 11, "conj"),
    ("the", 16, "det"),
    ("lake", 17, "nsubj"),
    ("was", 8, "ccomp"),
    ("clean", 17, "acomp"),
    (".", 8, "punct"),
]


def test_a_statement_far_from_its_verb():
    without = suggested(FAR, {})
    assert [quote.text for quote in without.quotes] == []
    [quote] = suggested(FAR, {FAR: PARSE}).quotes
    assert quote.text == "the lake was clean"
    assert (quote.mode, quote.verb, quote.provenance.rule) == ("indirect", "said", "quote.parsed")
    assert quote.speakers == ("berg",)


def test_what_the_rules_read_is_not_read_again():
    text = "Kari Berg, Norway's foreign minister, said that the lake was clean."
    parse = [
        ("Kari", 1, "compound"),
        ("Berg", 8, "nsubj"),
        (",", 1, "punct"),
        ("Norway", 6, "poss"),
        ("'s", 3, "case"),
        ("foreign", 6, "amod"),
        ("minister", 1, "appos"),
        (",", 1, "punct"),
        ("said", 8, "root"),
        ("that", 12, "mark"),
        ("the", 11, "det"),
        ("lake", 12, "nsubj"),
        ("was", 8, "ccomp"),
        ("clean", 12, "acomp"),
        (".", 8, "punct"),
    ]
    assert suggested(text, {text: parse}) == suggested(text, {})


def test_the_rule_can_be_left_out():
    assert suggested(FAR, {FAR: PARSE}, rules=["quote.forward"]).quotes == ()


def test_a_clause_without_an_actor_as_subject_is_nobodys():
    parse = [
        (word, 8 if relation == "nsubj" and at == 1 else head, relation)
        for at, (word, head, relation) in enumerate(PARSE)
    ]
    parse[1] = ("Berg", 8, "obl")
    assert suggested(FAR, {FAR: parse}).quotes == ()


def test_only_sentences_with_a_verb_of_saying_are_parsed():
    asked = []

    def parse(text):
        asked.append(text)
        return []

    text = "Norway ratified the Lake Treaty on 3 May 2024. Kari Berg said so."
    brief = diplobrief.loads(f"# Talks\n\n{text}\n", "markdown")
    diplobrief.suggest(brief, language="en", parser=parse)
    assert asked == ["Kari Berg said so."]


@pytest.mark.parametrize(
    ("token", "message"),
    [
        (ParsedToken(0, 900, 0, "root"), "token 0 is not within the text"),
        (ParsedToken(0, 4, 5, "nsubj"), "the head of token 0 is not one of 1 tokens"),
    ],
)
def test_what_does_not_fit_the_sentence_is_an_error(token, message):
    brief = diplobrief.loads(f"# Talks\n\n{FAR}\n", "markdown")
    with pytest.raises(ValueError, match=message):
        diplobrief.suggest(brief, language="en", parser=lambda _text: [token])


def test_words_that_depend_on_each_other_in_a_circle_end():
    number = len(PARSE)
    circle = [(word, (at + 1) % number, relation) for at, (word, _, relation) in enumerate(PARSE)]
    assert suggested(FAR, {FAR: circle}).quotes == ()
