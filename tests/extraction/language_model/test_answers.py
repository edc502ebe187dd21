"""Facts of a language model: only what the narrative states gets into a brief."""

from __future__ import annotations

import copy
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.model.fact_index import facts_with_paths

TEXT = """# Talks on the lake

Kari Berg, Norway's foreign minister, said on May 20, 2024, that the lake belonged to both states.

The Storting approved the Treaty on the Lake on May 18, 2024, by 102 votes to 9.

Berg met Nils Dahl in Oslo on May 21, 2024. “We will not wait,” she added.
"""

ANSWER = {
    "actors": [
        {"kind": "person", "id": "kb", "name": "Kari Berg", "office": "foreign minister"},
        {"kind": "person", "id": "nd", "name": "Nils Dahl", "office": None},
        {"kind": "state", "id": "nor", "name": "Norway", "country": "NO"},
        {"kind": "organ", "id": "house", "name": "Storting", "of": "nor", "type": "legislature"},
    ],
    "quotes": [
        {
            "mode": "indirect",
            "speakers": ["kb"],
            "text": "the lake belonged to both states",
            "verb": "said",
            "said_on": "2024-05-20",
            "evidence": [
                {
                    "block": 1,
                    "passage": "said on May 20, 2024, that the lake belonged to both states",
                }
            ],
        },
        {"mode": "direct", "speakers": ["kb"], "text": "We will not wait", "evidence": None},
    ],
    "treaties": [
        {
            "kind": "treaty",
            "id": "lake",
            "title": "Treaty on the Lake",
            "parties": None,
            "milestones": [
                {
                    "kind": "parliamentary_approval",
                    "status": "completed",
                    "date": "2024-05-18",
                    "by": ["house"],
                    "vote": {"in_favour": 102, "against": 9},
                    "evidence": [
                        {"passage": "approved the Treaty on the Lake on May 18, 2024, by 102 votes"}
                    ],
                }
            ],
        }
    ],
    "events": [
        {
            "kind": "meeting",
            "status": "completed",
            "start": "2024-05-21",
            "place": "Oslo",
            "participants": [{"actor": "kb"}, {"actor": "nd"}],
            "evidence": ["Berg met Nils Dahl in Oslo on May 21, 2024"],
        }
    ],
    "acts": None,
}


def brief_of(text=TEXT, language="nb"):
    """Return a brief in a language without lexicon, so that only the model finds facts."""
    return diplobrief.loads(text, "markdown").replace(language=language)


def suggested(answer, brief=None):
    """Return the brief with what is supported in an answer, and what was wrong with the rest."""
    findings = []
    text = answer if isinstance(answer, str) else json.dumps(answer)
    result = diplobrief.suggest(
        brief or brief_of(),
        model=lambda _prompt, _schema: text,
        agent="recorded",
        on_finding=findings.append,
    )
    return result, findings


def changed(path, value):
    """Return the answer with another value at a path."""
    answer = copy.deepcopy(ANSWER)
    *around, last = path
    target = answer
    for step in around:
        target = target[step]
    target[last] = value
    return answer


def test_an_answer_that_the_text_states_is_used_as_a_whole():
    brief, findings = suggested(ANSWER)
    assert findings == []
    assert [actor.id for actor in brief.actors] == ["kb", "nd", "nor", "house"]
    assert [quote.text for quote in brief.quotes] == [
        "the lake belonged to both states",
        "We will not wait",
    ]
    [step] = brief.treaties[0].milestones
    assert (str(step.date), step.vote.in_favour, step.by) == ("2024-05-18", 102, ("house",))
    assert brief.events[0].place == "Oslo"
    for _, fact in facts_with_paths(brief):
        assert (fact.provenance.status, fact.provenance.method) == ("suggested", "model")
        assert fact.provenance.agent == "recorded"
    assert diplobrief.check(brief, select=["EVD"]) == []


STEP = ("treaties", 0, "milestones", 0)
LIES = {
    "a digit of a passage": ((*STEP, "evidence", 0, "passage"), "approved it on May 19, 2024"),
    "a paraphrase": ((*STEP, "evidence", 0, "passage"), "gave its consent to the treaty"),
    "another day": ((*STEP, "date"), "2024-05-19"),
    "another year": ((*STEP, "date"), "2023-05-18"),
    "another month": ((*STEP, "date"), "2024-06"),
    "a number of votes": ((*STEP, "vote", "in_favour"), 103),
    "a passage that negates": ((*STEP, "evidence", 0, "passage"), "has not approved the Treaty"),
    "no evidence": ((*STEP, "evidence"), None),
    "evidence that is not text": ((*STEP, "evidence"), [17, {"passage": None}, []]),
}


@pytest.mark.parametrize(("path", "value"), LIES.values(), ids=LIES)
def test_a_step_that_the_text_does_not_state_is_left_out(path, value):
    brief, findings = suggested(changed(path, value))
    assert all(treaty.milestones == () for treaty in brief.treaties)
    assert findings


INVENTED = {
    "a person": (("actors", 1, "name"), "Olaf Lie", "Olaf Lie"),
    "an office": (("actors", 0, "office"), "Prime Minister", "Prime Minister"),
    "a verb": (("quotes", 0, "verb"), "shouted", "shouted"),
    "a place": (("events", 0, "place"), "Paris", "Paris"),
    "words of a quote": (("quotes", 1, "text"), "We will wait", "We will wait"),
    "the code of another state": (("actors", 2, "country"), "SE", "country: SE"),
    "a note": (("quotes", 0, "note"), "She was angry.", "angry"),
    "a title": (("treaties", 0, "title"), "Treaty on the Sea", "Treaty on the Sea"),
    "a member": (("quotes", 0, "mood"), "furious", "furious"),
    "a confirmation": (("quotes", 0, "provenance"), {"status": "confirmed"}, "confirmed"),
    "an ignored rule": (("quotes", 0, "ignore"), ["CHR001"], "CHR001"),
    "a number as text": ((*STEP, "vote", "total"), "111", "111"),
}


@pytest.mark.parametrize(("path", "value", "words"), INVENTED.values(), ids=INVENTED)
def test_what_a_model_invents_is_not_in_the_brief(path, value, words):
    brief, _ = suggested(changed(path, value))
    front_matter = diplobrief.dumps(brief, "markdown").split("\n---\n")[0]
    assert words not in front_matter


def test_a_quote_without_a_speaker_that_the_text_names_is_left_out():
    answer = changed(("quotes", 1, "speakers"), ["ghost"])
    answer["actors"].append({"kind": "person", "id": "ghost", "name": "Olaf Lie"})
    brief, findings = suggested(answer)
    assert [quote.speakers for quote in brief.quotes] == [("kb",)]
    assert [finding.path for finding in findings] == [("actors", 4), ("quotes", 1)]


def leaves():
    """Yield the path of each text in the answer, without the evidence."""
    facts = {
        **{
            (name, at): fact
            for name in ("actors", "quotes", "events")
            for at, fact in enumerate(ANSWER[name])
        },
        STEP: ANSWER["treaties"][0]["milestones"][0],
    }
    for path, fact in facts.items():
        yield from ((*path, name) for name, value in fact.items() if isinstance(value, str))


LEAVES = [*leaves()]


def mutated(text, data):
    """Return a text with a word or a character changed."""
    words = text.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = data.draw(
        st.sampled_from(["", "not", "Sweden", "19", "2023", words[at].upper(), words[at] + "s"])
    )
    return " ".join(words)


@given(st.data())
def test_whatever_an_answer_says_only_words_and_numbers_of_the_text_get_in(data):
    answer = copy.deepcopy(ANSWER)
    for path in data.draw(st.lists(st.sampled_from(LEAVES), max_size=4, unique=True)):
        *around, last = path
        target = answer
        for step in around:
            target = target[step]
        target[last] = mutated(target[last], data)
    step = answer["treaties"][0]["milestones"][0]
    passage = step["evidence"][0]
    passage["passage"] = data.draw(
        st.sampled_from([passage["passage"], mutated(passage["passage"], data)])
    )
    brief, _ = suggested(answer)
    assert diplobrief.check(brief, select=["EVD"]) == []
    for _, fact in facts_with_paths(brief):
        for name in ("name", "office", "text", "verb", "place", "title"):
            words = getattr(fact, name, None)
            assert words is None or words.casefold() in TEXT.casefold()
    for treaty in brief.treaties:
        for milestone in treaty.milestones:
            numbers = re.findall(r"\d+", TEXT)
            assert {str(milestone.vote.in_favour), str(milestone.vote.against)} <= {*numbers}
            assert milestone.date is None or str(milestone.date) == "2024-05-18"


NOT_ANSWERS = {
    "no JSON": "I cannot do that.",
    "a list": "[]",
    "nothing": "",
    "too deep": "[" * 100_000,
    "not finite": '{"actors": NaN',
}


@pytest.mark.parametrize("answer", NOT_ANSWERS.values(), ids=NOT_ANSWERS)
def test_an_answer_that_is_not_an_object_is_reported(answer):
    brief, findings = suggested(answer)
    assert brief == brief_of()
    assert [finding.code for finding in findings] == ["model_answer"]


@pytest.mark.parametrize("value", [None, 1, "x", [], [None], ["x"], [[]], {"a": 1}, [{}]])
@pytest.mark.parametrize("member", [*ANSWER])
def test_lists_of_any_other_form_are_harmless(member, value):
    brief, _ = suggested({member: value})
    assert brief == brief_of()


def test_an_answer_in_a_fence_is_read():
    brief, findings = suggested(f"```json\n{json.dumps(ANSWER)}\n```")
    assert findings == []
    assert len(brief.quotes) == 2


def test_a_model_is_asked_again_with_what_was_wrong_and_at_most_twice():
    lie = json.dumps(changed((*STEP, "date"), "2024-05-19"))
    prompts = []

    def model(prompt, schema):
        prompts.append(prompt)
        assert schema["type"] == "object"
        return lie

    diplobrief.suggest(brief_of(), model=model)
    assert len(prompts) == 3
    assert "do not state '2024-05-19'" in prompts[1]
    assert prompts[1].startswith(prompts[0])

    answers = [lie, json.dumps(ANSWER)]
    brief = diplobrief.suggest(brief_of(), model=lambda *_: answers.pop(0))
    assert answers == []
    assert len(brief.treaties[0].milestones) == 1


def test_the_best_answer_is_used_if_the_last_one_is_worse():
    first = json.dumps(changed((*STEP, "date"), "2024-05-19"))
    answers = [first, "no", '{"quotes": [{}, {}, {}]}']
    brief = diplobrief.suggest(brief_of(), model=lambda *_: answers.pop(0))
    assert len(brief.quotes) == 2


def test_what_rules_and_model_find_is_one_fact_with_both_as_agents():
    english = brief_of(language="en")
    by_rules = diplobrief.suggest(english)
    brief, findings = suggested(ANSWER, english)
    assert findings == []
    assert len(brief.treaties[0].milestones) == len(by_rules.treaties[0].milestones) == 1
    agents = brief.treaties[0].milestones[0].provenance.agent
    assert agents == f"diplobrief {diplobrief.__version__}, recorded"
    # The rules find all four actors of the answer under ids of their own; none is there twice.
    assert [actor.id for actor in brief.actors] == [actor.id for actor in by_rules.actors]
    assert {actor.name for actor in brief.actors} == {
        "Kari Berg",
        "Nils Dahl",
        "Norway",
        "Storting",
    }


def test_a_rejected_suggestion_of_a_model_does_not_return():
    brief, _ = suggested(ANSWER)
    [meeting] = [event.id for event in brief.events]
    brief = diplobrief.reject(brief, [meeting])
    again, _ = suggested(ANSWER, brief)
    assert again == brief
    assert again.events == ()


def test_facts_of_the_brief_are_neither_changed_nor_repeated():
    brief, _ = suggested(ANSWER)
    confirmed = diplobrief.confirm(brief, [quote.id for quote in brief.quotes], by="A. Editor")
    again, findings = suggested(ANSWER, confirmed)
    assert findings == []
    assert again == confirmed


def test_what_a_model_raises_is_not_caught():
    def model(_prompt, _schema):
        raise TimeoutError

    with pytest.raises(TimeoutError):
        diplobrief.suggest(brief_of(), model=model)
