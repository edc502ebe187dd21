"""The state of people who are known for an office, if the page leaves it out."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief.extraction.lexicon import lexicon_of

LEXICON = lexicon_of("en")
HOLDERS = LEXICON.data["holders"]["names"]
OTHERS = "Monaco and San Marino met. Monaco agreed. San Marino agreed. Monaco was content."


def states_of_people(text):
    """The code of the state of each person on a page, by the person's name."""
    brief = diplobrief.suggest(diplobrief.loads(text, "text").replace(language="en"))
    countries = {actor.id: actor.country for actor in brief.actors if actor.kind == "state"}
    people = (actor for actor in brief.actors if actor.kind == "person")
    return {person.name: countries.get(person.represents) for person in people}


@pytest.mark.parametrize("code", HOLDERS)
def test_a_known_holder_is_of_their_state_if_the_page_mentions_it(code):
    state = LEXICON.names_of_states[code][0]
    told = (f"President {name} spoke on Monday." for name in HOLDERS[code])
    people = states_of_people(f"{OTHERS} {state} was silent. {' '.join(told)}")
    assert people
    assert set(people.values()) == {code}


@pytest.mark.parametrize("code", ["JP", "SE"])
def test_a_known_holder_is_of_no_state_that_the_page_does_not_mention(code):
    told = (f"President {name} spoke on Monday." for name in HOLDERS[code])
    assert set(states_of_people(f"{OTHERS} {' '.join(told)}").values()) == {None}


def test_a_surname_is_enough_with_an_office():
    people = states_of_people(f"{OTHERS} China was silent. President Xi spoke on Monday.")
    assert people == {"Xi": "CN"}


def test_a_surname_of_holders_of_two_states_on_the_page_says_nothing():
    text = f"{OTHERS} Australia and Singapore were silent. Minister Wong spoke on Monday."
    assert states_of_people(text) == {"Wong": None}


def test_the_page_is_right_about_the_state():
    text = f"{OTHERS} Israel was silent. Luxembourg's minister, Eli Cohen, spoke on Monday."
    assert states_of_people(text) == {"Eli Cohen": "LU"}


def test_a_name_may_contain_an_apostrophe():
    text = (
        f"{OTHERS} Israel was silent. President Noa Ba'or spoke on Monday. Ba’or's office agreed."
    )
    assert states_of_people(text).keys() == {"Noa Ba'or"}
