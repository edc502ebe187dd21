"""What is read from paragraphs in which sentences refer to each other."""

from __future__ import annotations

import pytest

import diplobrief

QUOTES = [
    (
        (
            "On May 3, 2024, Norway's foreign minister, Kari Berg, told reporters in Oslo that "
            "the lake was clean and that the fishing was good. Berg, in a long speech, added that"
            " more was to come."
        ),
        [
            ("Kari Berg", "the lake was clean"),
            ("Kari Berg", "the fishing was good"),
            ("Kari Berg", "more was to come"),
        ],
    ),
    (
        ("Norway urged Sweden to ratify the Treaty on the Lake. Sweden asked Norway not to wait."),
        [("Norway", "to ratify the Treaty on the Lake"), ("Sweden", "not to wait")],
    ),
    (
        "Kari Berg, the prime minister of Norway, said the lake was clean.",
        [("Kari Berg", "the lake was clean")],
    ),
    (
        "Norwegian officials said that they were ready. The UN said that it was watching.",
        [("Norwegian officials", "they were ready"), ("UN", "it was watching")],
    ),
    (
        (
            "Ambassador Nils Dahl, speaking to the Council, warned the Council that the lake was "
            "shrinking, and that time was short."
        ),
        [("Nils Dahl", "the lake was shrinking"), ("Nils Dahl", "time was short")],
    ),
    (
        "KARI BERG: The lake is clean.\n\nNILS DAHL: Yes.\n\nKARI BERG: We shall see tomorrow.",
        [("KARI BERG", "The lake is clean."), ("KARI BERG", "We shall see tomorrow.")],
    ),
    (
        (
            "The European Union's Council met. The Council's president, Kari Berg, said that the "
            "water was cold."
        ),
        [("Kari Berg", "the water was cold")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_statements_of_a_paragraph_have_their_speakers(suggest_from, text, expected):
    brief = suggest_from(text)
    names = {
        actor.id: getattr(actor, "name", None) or getattr(actor, "description", None)
        for actor in brief.actors
    }
    assert [(names[quote.speakers[0]], quote.text) for quote in brief.quotes] == expected


STEPS = [
    (
        (
            "Poland's Sejm approved the Treaty on the Lake on May 3, 2024. The upper house is to "
            "vote on it on June 5, 2024, and lawmakers expect a majority."
        ),
        [
            ("parliamentary_approval", "completed", "2024-05-03", ("pl",)),
            ("parliamentary_approval", "scheduled", "2024-06-05", ("pl",)),
        ],
    ),
    (
        (
            "Both countries signed the Treaty on the Lake on 3 May 2024. Norway and Sweden are "
            "its parties."
        ),
        [("signature", "completed", "2024-05-03", ("no", "se"))],
    ),
    (
        (
            "The Storting postponed the ratification of the Treaty on the Lake, which it had been"
            " due to approve on May 3, 2024."
        ),
        [("ratification", "postponed", None, ("no",))],
    ),
    (
        (
            "Negotiators from Norway and Sweden met between May 3 and May 5, 2024, to finish the "
            "Treaty on the Lake. It was initialled on May 6, 2024."
        ),
        [("initialling", "completed", "2024-05-06", ())],
    ),
    (
        (
            "Having signed the Treaty on the Lake on 3 May 2024, Norway is expected to ratify it "
            "in July 2024. Norway failed to ratify the treaty."
        ),
        [
            ("signature", "completed", "2024-05-03", ("no",)),
            ("ratification", "expected", "2024-07", ("no",)),
        ],
    ),
    (
        (
            "The Treaty on the Lake was signed by Norway and Sweden on 3 May 2024 in Oslo. It "
            "entered into force on 1 June 2024. The treaty was terminated on 5 June 2025."
        ),
        [
            ("signature", "completed", "2024-05-03", ("no", "se")),
            ("entry_into_force", "completed", "2024-06-01", ()),
            ("termination", "completed", "2025-06-05", ()),
        ],
    ),
    (
        "Norway signed the Treaty on the Lake on 3 May 2024 and ratified it on 5 June 2024.",
        [
            ("signature", "completed", "2024-05-03", ("no",)),
            ("ratification", "completed", "2024-06-05", ("no",)),
        ],
    ),
    (
        (
            "Kari Berg, Norway's foreign minister, and Nils Dahl, Sweden's foreign minister, "
            "signed the Treaty on the Lake on 3 May 2024. The two ministers said that they were "
            "glad."
        ),
        [("signature", "completed", "2024-05-03", ("no", "se"))],
    ),
    (
        "Norway's king ratified the Treaty on the Lake on 3 May 2024.",
        [("ratification", "completed", "2024-05-03", ("no",))],
    ),
    (
        "Sweden promised to ratify the Treaty on the Lake by June 1, 2024.",
        [("ratification", "expected", "2024-06-01", ("se",))],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_steps_of_a_paragraph_have_their_day_and_party(suggest_from, text, expected):
    steps = [step for treaty in suggest_from(text).treaties for step in treaty.milestones]
    assert [
        (step.kind, step.status, step.date and str(step.date), step.parties) for step in steps
    ] == expected


def test_months_without_a_year_are_near_the_day_of_the_page(suggest_from):
    brief = suggest_from(
        "Norway will ratify the Treaty on the Lake in January. Sweden ratified the Treaty on the "
        "Lake in December. Finland ratified the Treaty on the Lake on January 30.",
        day="2024-02-03",
    )
    days = {step.parties: str(step.date) for step in brief.treaties[0].milestones}
    assert days == {("no",): "2025-01", ("se",): "2023-12", ("fi",): "2024-01-30"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway will ratify the Treaty on the Lake on March 20.", "2024-03-20"),
        ("Norway ratified the Treaty on the Lake on February 30.", "None"),
        ("Norway ratified the Treaty on the Lake on May 4, 2023, it said.", "2023-05-04"),
    ],
)
def test_a_day_is_resolved_or_left_out(suggest_from, text, day):
    steps = suggest_from(text, day="2024-02-03").treaties[0].milestones
    assert [str(step.date) for step in steps] == [day]


def test_a_long_page_without_a_language_is_recognized_by_its_beginning():
    first = "Kari Berg said that Norway was ready."
    rest = "They had met at the lake, and it was cold there when they did.\n\n"
    brief = diplobrief.loads(f"# Lake\n\n{first}\n\n{rest * 600}", "markdown")
    assert brief.language is None
    assert [quote.text for quote in diplobrief.suggest(brief).quotes] == ["Norway was ready"]


@pytest.mark.parametrize(
    "start",
    [
        "OSLO, Norway – 3 May 2024: ",
        "Oslo, 3 May 2024: ",
        "Oslo (Norway) | 3 May 2024 | ",
        "Oslo, Norway, 3 May 2024 – ",
        "NLB\n\n2024.05.03 12:41\n\n",
        "2024/05/03\n\n",
        "Per Hansen | 03.05.2024\n\n",
        "Oslo Weekly\nIssue 7 / 3 May 2024\n\n",
        "Fri 3 May 2024 19.48 BST\n\n",
    ],
)
def test_the_day_of_a_page_is_in_a_line_at_its_top(suggest_from, start):
    brief = suggest_from(f"{start}After long talks, Norway today ratified the Treaty on the Lake.")
    assert [str(step.date) for step in brief.treaties[0].milestones] == ["2024-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway ratified the Treaty on the Lake on 2 May 2024: Sweden did so today.",
        "In Oslo on 2 May 2024 – a long day – Sweden ratified the Treaty on the Lake yesterday.",
    ],
)
def test_a_day_within_a_sentence_is_not_that_of_the_page(suggest_from, text):
    steps = suggest_from(text).treaties[0].milestones
    assert "2024-05-01" not in [str(step.date) for step in steps]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norway is glad. President Ada Moe ratified the Treaty on the Lake.", "no"),
        (
            (
                "Norway is ready, and Norwegian ships wait for Sweden. President Ada Moe ratified "
                "the Treaty on the Lake."
            ),
            "no",
        ),
        ("Norway waits for Sweden. President Ada Moe ratified the Treaty on the Lake.", None),
    ],
)
def test_an_office_without_a_state_is_of_the_only_state_of_the_page(suggest_from, text, state):
    [person] = [actor for actor in suggest_from(text).actors if actor.kind == "person"]
    assert person.represents == state


def test_a_chamber_without_a_state_is_of_the_state_that_the_page_is_about(suggest_from):
    brief = suggest_from(
        "Norway joins the Treaty on the Lake. Its step, which Norway had long promised, angers "
        "Sweden. The National Assembly approved the treaty on 3 May 2024."
    )
    [step] = [step for step in brief.treaties[0].milestones if step.date]
    assert step.parties == ("no",)
