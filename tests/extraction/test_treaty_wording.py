"""How the steps of treaties are worded in English: verbs of the lexicon, and ways to use them."""

from __future__ import annotations

from pathlib import Path

import pytest

import diplobrief
from diplobrief.extraction.lexicon import lexicon_of

DAY = "2024-06-10"
SUBJECTS = {
    "legislature": "The Storting",
    "government": "The Norwegian government",
    "court": "Norway's Constitutional Court",
    "state": "Norway",
    "organization": "The European Union",
    "person": "President Ada Moe of Norway",
    "executive": "The Norwegian Foreign Ministry",
    "cabinet": "The Norwegian cabinet",
    "committee": "The Norwegian Foreign Affairs Committee",
}
OBJECTS = {
    "treaty": "the Treaty on the Lake",
    "instrument": "its instrument of ratification of the Treaty on the Lake",
    "instruments": "the instruments of ratification of the Treaty on the Lake",
    "last": "to the Treaty on the Lake",
    "talks": "the talks on the Treaty on the Lake",
    "reservation": "to the reservation to the Treaty on the Lake",
    "addressee": "Sweden of the Treaty on the Lake",
}
ROWS = lexicon_of("en").data["steps"]["step"]
WORDING = lexicon_of("en").data["steps"]["wording"]
TELLS_NO_STEP = frozenset([*WORDING["before_decision"], *WORDING["without_object"]])


def steps_of(brief):
    return [
        " ".join(
            [
                milestone.kind,
                milestone.status,
                str(milestone.date or milestone.date_as_written or "-"),
                ",".join(sorted(milestone.parties)) or "-",
            ]
        )
        for treaty in brief.treaties
        for milestone in treaty.milestones
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"])
def test_the_example_of_a_row_tells_its_step(suggest_from, row):
    brief = suggest_from(f"The Treaty on the Lake is short. {row['example']}", DAY)
    assert row["kind"] in {step.split()[0] for step in steps_of(brief)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"])
def test_each_verb_of_a_row_tells_its_step(suggest_from, row):
    # A postponed step has no day, but words for the day on which it was put off.
    day = "3 May 2024" if row.get("status") == "postponed" else "2024-05-03"
    expected = f"{row['kind']} {row.get('status', 'completed')} {day}"
    told = {
        verb: steps_of(suggest_from(page_with(row, verb), DAY))
        for verb in row["verbs"]
        if verb not in TELLS_NO_STEP
    }
    assert {
        verb: steps
        for verb, steps in told.items()
        if len(steps) != 1 or not steps[0].startswith(expected)
    } == {}


def page_with(row, verb):
    """Return a sentence in which a verb tells the step of its row."""
    past = next(form for form, tense in lexicon_of("en").forms(verb).items() if tense == "past")
    if row.get("subject") == "treaty":
        where = " in the Storting" if row["kind"] == "parliamentary_approval" else ""
        return f"The Treaty on the Lake {past}{where} on 3 May 2024."
    if row["object"] == "vote":
        said = f"{SUBJECTS[row['by'][0]]} {past.removesuffix(' on')}"
        return f"The Treaty on the Lake is long. {said} on 3 May 2024, by 80 votes to 13."
    to = row.get("to", ())
    place = " to the Constitutional Court" if "court" in to else ""
    place = " to the Storting" if "legislature" in to else place
    said = f"{SUBJECTS[row['by'][0]]} {past} {OBJECTS[row['object']]}"
    return f"{said}{place} on 3 May 2024."


def sentences():
    """Yield each sentence of the file beside this one, with its steps."""
    lines = Path(__file__).with_name("steps_of_sentences.txt").read_text(encoding="utf-8")
    for paragraph in lines.split("\n\n")[1:]:
        text, *steps = paragraph.strip().splitlines()
        yield text, [step.strip() for step in steps]


@pytest.mark.parametrize(("text", "expected"), [*sentences()])
def test_the_steps_of_a_sentence_are_read(suggest_from, text, expected):
    found = [step.split() for step in steps_of(suggest_from(text, DAY))]
    wanted = [step.split() for step in expected]
    assert len(found) == len(wanted), found
    for step in wanted:
        assert any(is_step(step, each) for each in found), (step, found)


def is_step(wanted, found):
    kind, status, day, parties = wanted
    days, states = " ".join(found[2:-1]), set(found[-1].split(","))
    return (
        found[:2] == [kind, status]
        and day in {"*", days}
        and (parties == "*" or states == set(parties.split(",")))
    )


LIST_OF_PERU = """\
The Lake Convention is long.

Status of Peru under the Convention:

- Signature: 3 May 2015
- Acceptance: 4 June 2016
- Approval by parliament: 5 July 2016
- Remarks: 6 July 2016
- Notice of withdrawal: 7 August 2019
- Entry into force: 8 September 2030

Norway wrote:

- Signature: 9 October 2016
"""


def test_a_list_of_days_names_the_steps_of_the_state_that_introduces_it(suggest_from):
    assert steps_of(suggest_from(LIST_OF_PERU, DAY)) == [
        "signature completed 2015-05-03 pe",
        "acceptance completed 2016-06-04 pe",
        "parliamentary_approval completed 2016-07-05 pe",
        "withdrawal completed 2019-08-07 pe",
        "entry_into_force scheduled 2030-09-08 pe",
        "signature completed 2016-10-09 no",
    ]


def test_a_list_below_several_states_is_of_no_party(suggest_from):
    text = "The Lake Convention.\n\nNorway and Peru:\n\n- Signature: 3 May 2015\n"
    assert steps_of(suggest_from(text, DAY)) == ["signature completed 2015-05-03 -"]


def test_a_headline_is_in_the_present():
    text = "# Norway, Sweden sign Lake Treaty\n\nIt took years.\n"
    brief = diplobrief.suggest(diplobrief.loads(text, "markdown").replace(language="en"))
    assert steps_of(brief) == ["signature completed - no,se"]


def test_a_headline_sums_up_what_a_parliament_does():
    text = "# Norway ratifies Lake Treaty\n\nThe Storting ratified the Lake Treaty on 3 May 2024.\n"
    brief = diplobrief.suggest(diplobrief.loads(text, "markdown").replace(language="en"))
    assert steps_of(brief) == ["parliamentary_approval completed 2024-05-03 no"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Lake Convention has been ratified by 35 states.", 35),
        ("Thirty-five countries have ratified the Lake Convention.", 35),
        ("The Lake Convention now has twelve parties.", 12),
        ("Norway became the sixth party to the Lake Convention on 3 May 2024.", 6),
        ("On 3 May 2024 Norway became the 41st party to the Lake Convention.", 41),
    ],
)
def test_numbers_of_parties_are_counted(suggest_from, text, count):
    (treaty,) = suggest_from(text, DAY).treaties
    assert [each.count for each in treaty.milestones if each.kind == "tally"] == [count]


def test_treaties_with_two_partners_are_two(suggest_from):
    text = (
        "Norway ratified the agreement with Greece in July 2023. "
        "The agreement with Italy was signed in Oslo on 3 May 2024."
    )
    titles = [treaty.title for treaty in suggest_from(text, DAY).treaties]
    assert titles == ["agreement with Greece", "agreement with Italy"]


def test_a_name_with_two_nouns_before_its_head_is_one_name(suggest_from):
    text = "The Trade and Economic Partnership Agreement was signed on 3 May 2024."
    (treaty,) = suggest_from(text, DAY).treaties
    assert treaty.title == "Trade and Economic Partnership Agreement"
