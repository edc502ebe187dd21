"""Asking a language model for the facts of a page, and asking again if its answer has problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from diplobrief.extraction.additions import with_additions
from diplobrief.extraction.language_model.answers import LISTS, Answer, read_answer
from diplobrief.extraction.language_model.grounding import Grounding
from diplobrief.extraction.language_model.prompt import prompt_for, prompt_with_findings
from diplobrief.extraction.language_model.stated import Stated
from diplobrief.extraction.language_model.support import Support
from diplobrief.extraction.page import read_page
from diplobrief.model import Provenance
from diplobrief.model.fact_index import facts_with_paths, with_facts
from diplobrief.model.facts import is_suggested
from diplobrief.schema import json_schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.diagnostics import Finding, Path
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.model import Brief, Fact, Treaty

LanguageModel: TypeAlias = Callable[[str, dict[str, object]], str]
"""Answers a prompt with JSON text that follows a schema."""

_MOST_ROUNDS: Final = 3
"""How often a model is asked: once, and at most twice more with what was wrong."""


def with_facts_of_model(
    brief: Brief,
    model: LanguageModel,
    agent: str,
    reading: Reading | None,
) -> tuple[Brief, Sequence[Finding]]:
    """Return a brief with the facts that a language model finds in its narrative.

    Args:
        brief: The brief.
        model: The model.
        agent: What `provenance` calls the model.
        reading: The narrative as the rules read it, if there is a lexicon of its language.

    Returns:
        The brief, and what was wrong with the answer that its facts are from.
    """
    lexicon = reading.lexicon if reading else None
    page = reading.page if reading else read_page(brief, frozenset())
    grounding = Grounding(page, _guarded(lexicon))
    stated = Stated(brief, page, reading)
    provenance = Provenance(status="suggested", method="model", agent=agent)
    first = prompt = prompt_for(brief, page)
    best: Answer | None = None
    for _ in range(_MOST_ROUNDS):
        text = model(prompt, json_schema("facts"))
        answer = read_answer(text, brief, Support(grounding, stated), provenance)
        if best is None or answer.worth >= best.worth:
            best = answer
        if not answer.findings:
            break
        prompt = prompt_with_findings(first, text, answer.findings)
    assert best is not None  # noqa: S101 - the model was asked at least once
    return _with_answer(brief, best, agent), best.findings


def _guarded(lexicon: Lexicon | None) -> frozenset[str]:
    """Return the words that decide whether something happened, in lower case."""
    if lexicon is None:
        return frozenset()
    grammar = lexicon.data["grammar"]
    phrases = [*grammar["negations"]]
    for table in ("ahead", "undone"):
        phrases += (phrase for rows in grammar[table].values() for phrase in rows)
    return frozenset(word for phrase in phrases for word in phrase.casefold().split())


def _with_answer(brief: Brief, answer: Answer, agent: str) -> Brief:
    known = {id(fact) for fact in answer.known}
    agreed: dict[Path, Fact | None] = {
        path: _with_agent(fact, agent)
        for path, fact in facts_with_paths(brief)
        if id(fact) in known and is_suggested(fact)
    }
    brief = with_facts(brief, agreed)
    found: dict[str, Sequence[Fact]] = {
        name: (*getattr(brief, name), *answer.facts.get(name, ())) for name in LISTS
    }
    treaties = cast("Sequence[Treaty]", found["treaties"])
    found["treaties"] = [
        treaty.replace(milestones=(*treaty.milestones, *answer.milestones.get(treaty.id, ())))
        for treaty in treaties
    ]
    return with_additions(brief, found)


def _with_agent(fact: Fact, agent: str) -> Fact:
    """Return a fact with a second agent, if rules found it."""
    provenance = fact.provenance
    if provenance is None or provenance.method != "rules":
        return fact
    agents = [*(provenance.agent or "").split(", "), agent]
    agents = [*dict.fromkeys(filter(None, agents))]
    return fact.replace(provenance=provenance.replace(agent=", ".join(agents)))
