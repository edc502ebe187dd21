"""More pairs for rules that check several things, or allow several."""

from __future__ import annotations

from tests.checks.pairs import (
    STATES,
    Data,
    Pair,
    brief,
    quote,
    said,
    section,
    step,
    treaties,
    treaty,
    vote,
)

OF_MARCH = {"published": "2026-03-04"}
AT_NINE = {"published": "2026-03-04T09:00:00Z"}
REPORTED = [{"exact": "The Chamber reportedly passed it"}]
WOULD = "He said the talks would go on, and she said the talks would go on."


def call(start: str, status: str = "completed", **members: str) -> Data:
    return {"id": "call", "kind": "call", "status": status, "start": start, **members}


def decree(date: str) -> Data:
    return {"kind": "decree", "status": "completed", "date": date}


FURTHER_PAIRS = [
    (
        "CHR002",
        Pair(
            brief(**OF_MARCH, events=[call("2026-03-05")]),
            ("events", 0, "start"),
            brief(**OF_MARCH, events=[call("2026-03-04")]),
        ),
    ),
    (
        "CHR002",
        Pair(
            brief(**AT_NINE, events=[call("2026-03-04T10:00:01+01:00")]),
            ("events", 0, "start"),
            brief(**AT_NINE, events=[call("2026-03-04T10:00:00+01:00")]),
        ),
    ),
    (
        "CHR002",
        Pair(
            brief(**OF_MARCH, acts=[decree("2026-04")]),
            ("acts", 0, "date"),
            brief(**OF_MARCH, acts=[decree("2026-03")]),
        ),
    ),
    (
        "CHR002",  # a day may have begun elsewhere on earth, and not two
        Pair(
            brief(**AT_NINE, treaties=treaties(step("signature", "2026-03-06"))["treaties"]),
            ("treaties", 0, "milestones", 0, "date"),
            brief(**AT_NINE, treaties=treaties(step("signature", "2026-03-04"))["treaties"]),
        ),
    ),
    (
        "CHR013",
        Pair(
            said(quote("no", event="call"), "No.", **OF_MARCH, events=[call("2026-03-05")]),
            ("quotes", 0, "event"),
            said(quote("no", event="call"), "No.", **OF_MARCH, events=[call("2026-03-04")]),
        ),
    ),
    (
        "CHR013",  # what a quote says of its own day comes first
        Pair(
            said(
                quote("no", event="call", said_on="2026-03-06"),
                "No.",
                **OF_MARCH,
                events=[call("2026-03-04")],
            ),
            ("quotes", 0, "said_on"),
            said(
                quote("no", event="call", said_on="2026-03-04"),
                "No.",
                **OF_MARCH,
                events=[call("2026-03-05")],
            ),
        ),
    ),
    (
        "ATT007",
        Pair(
            brief(
                section("The Chamber reportedly passed it."),
                treaties=treaty(step("parliamentary_approval", evidence=REPORTED)),
            ),
            ("treaties", 0, "milestones", 0),
            brief(
                section("The Chamber reportedly passed it."),
                treaties=treaty(
                    step("parliamentary_approval", evidence=REPORTED, cites=["gazette"])
                ),
                sources=[{"id": "gazette", "title": "Gazette"}],
            ),
        ),
    ),
    (
        "ATT007",  # the words are English
        Pair(
            brief(
                section("Selon nous, according to plan."),
                acts=[{"kind": "law", "evidence": [{"exact": "according to plan"}]}],
            ),
            ("acts", 0),
            brief(
                section("Selon nous, according to plan."),
                language="fr",
                acts=[{"kind": "law", "evidence": [{"exact": "according to plan"}]}],
            ),
        ),
    ),
    (
        "CHR002",  # what goes on has begun
        Pair(
            brief(**OF_MARCH, events=[call("2026-03-05", "ongoing")]),
            ("events", 0, "start"),
            brief(**OF_MARCH, events=[call("2026-03-04", "ongoing")]),
        ),
    ),
    (
        "CHR003",  # what goes on has not ended
        Pair(
            brief(**OF_MARCH, events=[call("2026-03-01", "ongoing", end="2026-03-03")]),
            ("events", 0, "end"),
            brief(**OF_MARCH, events=[call("2026-03-01", "ongoing", end="2026-03-04")]),
        ),
    ),
    (
        "CHR003",
        Pair(
            brief(
                **OF_MARCH,
                acts=[{"kind": "sanctions", "status": "ongoing", "until": "2026-03-03"}],
            ),
            ("acts", 0, "until"),
            brief(**OF_MARCH, acts=[{"kind": "sanctions", "status": "ongoing"}]),
        ),
    ),
    (
        "HYG011",  # a brief without facts has nothing to compare
        Pair(
            said(quote("no", said_on="2026-03-04"), "No."),
            (),
            said(quote("no"), "No."),
        ),
    ),
    (
        "HYG011",
        Pair(
            treaties(step("signature", "2026-03-04")),
            (),
            {**treaties(step("signature", "2026-03-04")), "dateline": {"date": "2026-03-05"}},
        ),
    ),
    (
        "EVD003",  # a brief without narrative has no text to compare with
        Pair(
            said(quote("one bank", "partial"), "She spoke of “two banks”."),
            ("quotes", 0, "text"),
            brief(quotes=[quote("one bank", "partial")]),
        ),
    ),
    (
        "EVD003",  # each passage of a statement is looked for
        Pair(
            said(
                quote("First a ceasefire", "direct", continued=["and then an election"]),
                "“First a ceasefire”, she said, “and then talks.”",
            ),
            ("quotes", 0, "continued", 0),
            said(
                quote("First a ceasefire", "direct", continued=["and then talks"]),
                "“First a ceasefire”, she said, “and then talks.”",
            ),
        ),
    ),
    (
        "EVD007",  # passages that occur twice have no order
        Pair(
            said(
                quote("First a ceasefire", "direct", continued=["a ceasefire"]),
                "“First a ceasefire”, she said.",
            ),
            ("quotes", 0, "continued", 0),
            said(
                quote("First a ceasefire", "direct", continued=["a ceasefire"]),
                "“First a ceasefire”, she said, “a ceasefire.”",
            ),
        ),
    ),
    (
        "CHR022",  # four numbers are everybody
        Pair(
            treaties(vote(in_favour=240, against=130, abstained=10, absent=60, total=450)),
            ("treaties", 0, "milestones", 0, "vote", "total"),
            treaties(vote(in_favour=240, against=130, abstained=10, absent=70, total=450)),
        ),
    ),
    (
        "CHR022",  # of listed voters, some may be groups
        Pair(
            treaties(vote(in_favour=["north", "south"], against=10, required=301, total=300)),
            ("treaties", 0, "milestones", 0, "vote", "required"),
            treaties(
                vote(
                    in_favour=["north", "south"],
                    against=10,
                    abstained=0,
                    absent=0,
                    required=300,
                    total=300,
                )
            ),
        ),
    ),
    (
        "EVD004",
        Pair(
            said(quote("the talks would go on"), WOULD),
            ("quotes", 0, "text"),
            said(
                quote(
                    "the talks would go on",
                    evidence=[{"exact": "she said the talks would go on"}],
                ),
                WOULD,
            ),
        ),
    ),
    (
        "EVD004",
        Pair(
            said(quote("the talks would go on"), "She said that they were to go on."),
            ("quotes", 0, "text"),
            brief(quotes=[quote("the talks would go on")]),
        ),
    ),
    (
        "EVD005",
        Pair(
            brief(section("The Cabinet met."), actors=STATES[:1], **OF_MARCH)
            | {"quotes": [{**quote("no"), "speakers": ["north"]}]},
            ("actors", 0, "name"),
            brief(actors=STATES[:1]) | {"quotes": [{**quote("no"), "speakers": ["north"]}]},
        ),
    ),
]
