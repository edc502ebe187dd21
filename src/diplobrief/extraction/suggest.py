"""`suggest`: a brief with the facts that its narrative states."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from diplobrief.diagnostics import BriefError
from diplobrief.extraction.acts import act_finder_of
from diplobrief.extraction.additions import with_additions
from diplobrief.extraction.days_of_news import DaysOfNews
from diplobrief.extraction.events import event_finder_of
from diplobrief.extraction.facts import FactBuilder
from diplobrief.extraction.other_actors import other_actors
from diplobrief.extraction.page_language import lexicon_for, notice_of_names_only
from diplobrief.extraction.quotes import quote_finder_of
from diplobrief.extraction.reading import Reading
from diplobrief.extraction.rules import chosen_rules
from diplobrief.extraction.treaties import step_finder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diplobrief.diagnostics import Finding
    from diplobrief.extraction.language_model import LanguageModel
    from diplobrief.extraction.parsed_tokens import Parser
    from diplobrief.model import Brief


def suggest(  # noqa: PLR0913 - all but the brief are options with a name
    brief: Brief,
    *,
    model: LanguageModel | None = None,
    agent: str = "language model",
    on_finding: Callable[[Finding], object] | None = None,
    rules: Iterable[str] | None = None,
    language: str | None = None,
    parser: Parser | None = None,
) -> Brief:
    r"""Return a brief with the actors, quotes, events, acts and treaties of its narrative.

    The facts are found by rules, without a network. Each says so in its `provenance`, and has
    passages of the narrative as evidence; a person has to confirm it. Facts that the brief has
    stay as they are. They are not suggested again, and neither are those that a person rejected.
    New facts have ids, such as `q1` for a quote and `m2` for a milestone, by which people can name
    them.

    In a language without a lexicon, only names are read: those of states, if the library knows
    them, and the abbreviations of organizations.

    A language model may be asked too. Only the parts of its answer that passages of the narrative
    state are used. A fact that both find is suggested once, with both as `agent`.

    Args:
        brief: The brief. Its language is `language`, or else is recognized.
        model: Returns the answer of a language model, as JSON text, for a prompt and a JSON Schema.
            It is asked again, at most twice, with what was wrong with its answer.
        agent: The name of the model in `provenance`.
        on_finding: Is called with each problem of the answer that is used, and with a warning if
            only names can be read in the language. Without it, the warning is a `UserWarning`.
        rules: The ids of the rules to use, or the first part of several, such as `step` (default:
            all that were right for at least 60 of 100 facts on the pages on which they were
            measured).
        language: The language of the narrative as a BCP 47 tag, for a brief that does not have
            one; the result has it.
        parser: Returns the words of a sentence with their syntax, such as a pipeline of spaCy; for
            quotes that the rules do not find.

    Returns:
        The brief with the facts that were found after those that it has.

    Raises:
        BriefError: The language is not recognized, and no model is given. Whatever `model` raises
            is not caught.
        ValueError: A rule is not known, the language is not a tag, or what `parser` returns does
            not fit the sentence.

    Example:
        >>> import diplobrief
        >>> text = "# Talks\n\nNorway ratified the Treaty on the Lake on 3 May 2024.\n"
        >>> brief = diplobrief.loads(text, "markdown").replace(language="en")
        >>> milestone = suggest(brief).treaties[0].milestones[0]
        >>> milestone.kind, milestone.date, milestone.parties, milestone.provenance.rule
        ('ratification', PartialDate('2024-05-03'), ('no',), 'step.active')
    """
    chosen = chosen_rules(rules)
    if language and not brief.language:
        brief = brief.replace(language=language)
    reading = None
    try:
        reading = Reading(brief, lexicon_for(brief))
    except BriefError:
        if model is None:
            raise
    if reading is not None:
        if model is None and not reading.lexicon.has_words:
            _report(notice_of_names_only(reading.lexicon.language), on_finding)
        brief = _with_facts_of_rules(brief, reading, chosen, parser)
    if model is not None:
        from diplobrief.extraction.language_model import with_facts_of_model

        brief, findings = with_facts_of_model(brief, model, agent, reading)
        if on_finding is not None:
            for finding in findings:
                on_finding(finding)
    return brief


def _report(notice: Finding, on_finding: Callable[[Finding], object] | None) -> None:
    if on_finding is not None:
        on_finding(notice)
    else:
        warnings.warn(f"{notice.message}; {notice.hint}", UserWarning, stacklevel=3)


def _with_facts_of_rules(
    brief: Brief, reading: Reading, rules: frozenset[str], parser: Parser | None
) -> Brief:
    lexicon = reading.lexicon
    facts = FactBuilder(reading, rules)
    news = DaysOfNews(reading)
    acts = act_finder_of(lexicon).find(reading, news) if lexicon.has("acts") else []
    performed = {verb for act in acts for verb in act.verbs}
    quotes = facts.quotes([*quote_finder_of(lexicon).find(reading, performed, parser)])
    found_events = event_finder_of(lexicon).find(reading, news) if lexicon.has("events") else []
    events = facts.events(found_events)
    treaties = facts.treaties(
        treaty
        for treaty in step_finder_of(lexicon).find(reading)
        if treaty.steps or any(name[:1].isupper() for name in treaty.names)
    )
    new_acts = facts.acts(acts)
    facts.actors.ids_of(other_actors(reading))
    found = {
        "actors": (*brief.actors, *facts.actors.lacking()),
        "quotes": (*brief.quotes, *quotes),
        "events": (*brief.events, *events),
        "treaties": treaties,
        "acts": (*brief.acts, *new_acts),
        "sources": (*brief.sources, *facts.sources()),
    }
    return with_additions(brief, found)
