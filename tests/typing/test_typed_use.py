"""What other projects write, as strict type checkers see it: `make types` reads this file, too."""

from __future__ import annotations

import datetime as dt
from typing import Literal, assert_type

import diplobrief
from diplobrief import (
    Brief,
    Event,
    Finding,
    Milestone,
    MilestoneKind,
    Paragraph,
    PartialDate,
    Person,
    Quote,
    QuoteMode,
    Section,
    State,
    Treaty,
    When,
)


def made() -> Brief:
    signed = Milestone(
        id="signed", kind="signature", status="completed", date=PartialDate("2026-01-10")
    )
    return Brief(
        title="Talks",
        actors=(
            State(id="north", name="Northland"),
            Person(id="varga", name="Ilona Varga", represents="north"),
        ),
        quotes=(Quote(speakers=("varga",), mode="direct", text="Soon."),),
        treaties=(
            Treaty(
                id="lake",
                title="Treaty on the Lake",
                kind="treaty",
                milestones=(signed,),
            ),
        ),
        sections=(Section(kind="lede", content=(Paragraph(text="Soon."),)),),
    )


def test_constructors_take_members_and_nothing_else() -> None:
    brief = made()
    assert_type(brief.title, str | None)
    assert_type(brief.quotes, tuple[Quote, ...])
    assert_type(brief.quotes[0].speakers, tuple[str, ...])
    assert_type(brief.replace(title="Talks went on"), Brief)
    assert [quote.text for quote in brief.quotes_by("varga")] == ["Soon."]


def test_dates_may_be_given_as_dates_of_python_and_are_read_as_ours() -> None:
    day = dt.date(2026, 1, 10)
    expected = Milestone(kind="signature", status="completed", date=PartialDate(day))
    assert Milestone(kind="signature", status="completed", date=day) == expected
    assert Milestone(kind="signature", status="completed", date="2026-01-10") == expected
    assert_type(expected.date, PartialDate | None)
    moment = dt.datetime(2026, 1, 10, 9, 30, tzinfo=dt.UTC)
    call = Event(kind="call", start=moment)
    assert_type(call.start, When | None)
    assert call.start is not None
    assert call.start.instant == moment


def test_terms_are_types_and_open_vocabularies_take_other_terms() -> None:
    kind: MilestoneKind = "ratification"
    own: MilestoneKind = "x-initialled"
    mode: QuoteMode = "direct"
    assert_type(made().quotes[0].mode, Literal["direct", "indirect", "partial"])
    step = Milestone(kind=own, status="completed")
    assert [step.kind, kind, mode] == ["x-initialled", "ratification", "direct"]


def test_facts_are_found_by_their_ids() -> None:
    brief = made()
    assert_type(brief.treaty("lake"), Treaty)
    assert assert_type(brief.milestone("lake#signed"), Milestone).kind == "signature"


def test_functions_say_what_they_return() -> None:
    text = assert_type(diplobrief.dumps(made(), format="json"), str)
    assert assert_type(diplobrief.loads(text, format="json"), Brief) == made()
    findings = assert_type(diplobrief.check(made()), list[Finding])
    assert "ATT002" in {found.code for found in findings}
    status = diplobrief.treaty_status(made(), "lake", on="2026-03-04")
    assert_type(status, diplobrief.TreatyStatus)
    assert status.stage == "signed"
    assert assert_type(diplobrief.json_schema(), dict[str, object])["title"] == "Brief"
