"""Courses that treaties really take: what is told of a slip in one, and that nothing else is.

The days are public facts. `SLIPS` has one slip each, and the one finding above `info` that it
gives; `RIGHT` has what looks like a slip and is none.
"""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief import Brief, Severity
from tests.checks.pairs import step

COUNTRIES = [
    "am",
    "ar",
    "br",
    "by",
    "cn",
    "gb",
    "gm",
    "in",
    "kp",
    "lt",
    "pk",
    "pl",
    "ru",
    "rw",
    "tr",
    "us",
]
ORGANS = [
    {"id": "duma", "kind": "organ", "name": "State Duma", "of": "ru", "type": "lower_house"},
    {"id": "lords", "kind": "organ", "name": "House of Lords", "of": "gb", "type": "upper_house"},
]


def found(*milestones, published="2026-01-01", **members):
    brief = {
        "schema_version": "1.0",
        "published": published,
        "actors": [
            *(
                {"id": one, "kind": "state", "name": one.upper(), "country": one.upper()}
                for one in COUNTRIES
            ),
            *ORGANS,
        ],
        "treaties": [
            {
                "id": "t",
                "title": "Treaty",
                "kind": "treaty",
                "milestones": [*milestones],
                **members,
            }
        ],
        "sections": [],
    }
    return [
        (finding.code, *finding.path[3:], finding.message)
        for finding in diplobrief.check(Brief.model_validate(brief))
        if finding.severity is not Severity.INFO
    ]


def of(party, kind, *args, **members):
    return step(kind, *args, parties=[party], **members)


CSP = {"parties": ["ru", "kp"], "entry_rules": [{"count": 2}], "published": "2024-12-05"}
SIX_MONTHS = {"exit_rules": [{"after": {"months": 6}}]}
ROME_RULE = {"days": 60, "first_of_month": True}
ROME = {"entry_rules": [{"count": 60, "after": ROME_RULE, "later_parties": ROME_RULE}]}
KIGALI = {"entry_rules": [{"count": 20, "after": {"days": 90}, "not_before": "2019-01-01"}]}
IN_FORCE = step("entry_into_force", "2002-07-01")

SLIPS = {
    "the last consent of two is dated after the brief": (
        [
            of("kp", "ratification", "2024-11-11"),
            step("exchange_of_instruments", "2024-12-14"),
            step("entry_into_force", "2024-12-04"),
        ],
        CSP,
        ("CHR002", 1, "date"),
        (
            "exchange of instruments is reported as completed on 2024-12-14, after the "
            "brief's own date (2024-12-05)"
        ),
    ),
    "a step done after the brief does not make others late": (
        [of("ru", "submission", "2024-12-20", "scheduled"), of("kp", "ratification", "2025-11-11")],
        CSP,
        ("CHR002", 1, "date"),
        (
            "ratification by KP is reported as completed on 2025-11-11, after the brief's own "
            "date (2024-12-05)"
        ),
    ),
    "the entry into force before the exchange is told once": (
        [
            step("exchange_of_instruments", "2024-12-04"),
            step("entry_into_force", "2024-11-28"),
        ],
        CSP,
        ("CHR011", 1, "date"),
        (
            "entry into force (2024-11-28) comes before exchange of instruments (2024-12-04), "
            "the consent to be bound"
        ),
    ),
    "a consent still announced is told by its day alone": (
        [
            step("notification", "2024-04-25", "scheduled", parties=["gb", "rw"]),
            step("entry_into_force", "2024-04-25"),
        ],
        {"parties": ["gb", "rw"], "published": "2024-04-26"},
        ("CHR003", 0, "date"),
        (
            "notification by GB, RW is still marked as scheduled for 2024-04-25, but the "
            "brief is dated 2024-04-26"
        ),
    ),
    "an entry into force with a consent that is only expected": (
        [of("gb", "ratification", status="expected"), step("entry_into_force", "2024-04-25")],
        {"parties": ["gb", "rw"]},
        ("CHR011", 1, "date"),
        (
            "entry into force is completed, but ratification by GB, the consent to be bound, "
            "is only expected"
        ),
    ),
    "an adoption after all that follows it": (
        [
            step("adoption", "2016-12-12"),
            of("us", "signature", "2016-04-22"),
            of("gb", "signature", "2016-04-23"),
            step("entry_into_force", "2016-11-04"),
        ],
        {},
        ("CHR004", 0, "date"),
        (
            "adoption (2016-12-12) comes after entry into force (2016-11-04), which should "
            "come later (Vienna Convention on the Law of Treaties, articles 9, 10 and 24)"
        ),
    ),
    "a ratification before all that leads to it": (
        [
            of("tr", "signature", "2011-05-11"),
            of("tr", "parliamentary_approval", "2011-11-24"),
            of("tr", "ratification", "2011-03-14"),
        ],
        {},
        ("CHR004", 2, "date"),
        (
            "ratification by TR (2011-03-14) comes before signature by TR (2011-05-11), which "
            "should come first (Vienna Convention on the Law of Treaties, articles 11, 12, 14 "
            "and 18(a))"
        ),
    ),
    "an approval before a signature that was taken back later": (
        [
            of("ru", "signature", "2005-05-18", id="signed"),
            of("ru", "parliamentary_approval", "2005-05-10", by=["duma"]),
            of("ru", "revocation", "2005-08-31", reverses=["signed"]),
        ],
        {},
        ("CHR004", 1, "date"),
        (
            "parliamentary approval by the State Duma of RU (2005-05-10) comes before signature by "
            "RU (2005-05-18), which should come first (Vienna Convention on the Law of Treaties, "
            "articles 11, 12, 14 and 18(a))"
        ),
    ),
    "a withdrawal from what is not in force": (
        [IN_FORCE, of("gm", "withdrawal", "2001-11-10")],
        {},
        ("CHR004", 1, "date"),
        (
            "withdrawal by GM (2001-11-10) comes before entry into force (2002-07-01), which "
            "should come first (Charter of the United Nations, article 102; Vienna Convention "
            "on the Law of Treaties, articles 54, 57 and 80)"
        ),
    ),
    "a resumption before the suspension": (
        [of("ru", "suspension", "2022-10-29"), of("ru", "resumption", "2022-10-02")],
        {},
        ("CHR004", 1, "date"),
        (
            "resumption by RU (2022-10-02) comes before suspension by RU (2022-10-29), which "
            "should come first (Vienna Convention on the Law of Treaties, article 72(2))"
        ),
    ),
    "a revocation of a notice that was not yet given": (
        [
            of("gm", "withdrawal", "2016-11-10", id="out", effective="2017-11-10"),
            of("gm", "revocation", "2016-02-10", reverses=["out"]),
        ],
        {},
        ("CHR018", 1, "date"),
        ("revocation by GM (2016-02-10) reverses withdrawal by GM before it was done (2016-11-10)"),
    ),
    "a revocation on the day on which the withdrawal takes effect": (
        [
            of("kp", "withdrawal", "1993-03-12", id="out", effective="1993-06-12"),
            of("kp", "revocation", "1993-06-12", reverses=["out"]),
        ],
        {},
        ("CHR018", 1, "date"),
        (
            "revocation by KP (1993-06-12) reverses withdrawal by KP too late: it had taken "
            "effect on 1993-06-12"
        ),
    ),
    "a termination by one of two, revoked too late": (
        [
            of("us", "termination", "2020-02-11", id="end", effective="2021-08-09"),
            of("us", "revocation", "2021-08-29", reverses=["end"]),
        ],
        {"parties": ["us", "gb"], "exit_rules": [{"after": {"days": 180}}]},
        ("CHR018", 1, "date"),
        (
            "revocation by US (2021-08-29) reverses termination by US too late: it had taken "
            "effect on 2021-08-09"
        ),
    ),
    "a withdrawal that takes effect before its notice": (
        [of("us", "withdrawal", "2020-11-04", effective="2019-11-04")],
        {},
        ("CHR019", 0, "effective"),
        "withdrawal by US takes effect on 2019-11-04, before it is done (2020-11-04)",
    ),
    "a withdrawal a month before its time": (
        [of("pl", "withdrawal", "2025-08-20", effective="2026-01-20")],
        SIX_MONTHS,
        ("CHR019", 0, "effective"),
        (
            "withdrawal by PL takes effect on 2026-01-20, but the treaty's own rule allows "
            "2026-02-20 at the earliest"
        ),
    ),
    "a late party a month before its time": (
        [IN_FORCE, of("am", "deposit", "2023-11-14"), of("am", "entry_into_force", "2024-01-01")],
        ROME,
        ("CHR016", 2, "date"),
        (
            "the treaty's own rule gives 2024-02-01 as the day of entry into force for AM, "
            "but the brief reports 2024-01-01"
        ),
    ),
    "an entry into force before the day that the treaty names": (
        [step("tally", "2017-11-17", count=21), step("entry_into_force", "2018-02-15")],
        KIGALI,
        ("CHR016", 1, "date"),
        (
            "the treaty's own rule gives 2019-01-01 as the day of entry into force, but the "
            "brief reports 2018-02-15"
        ),
    ),
    "a count that falls though nobody left": (
        [step("tally", "2024-01-01", count=70), step("tally", "2024-06-01", count=69)],
        {},
        ("CHR017", 1, "count"),
        "the count of 2024-06-01 is 69, but it was 70 before",
    ),
    "a count without a party that left only later": (
        [
            of("tr", "ratification", "2012-03-14"),
            step("tally", "2014-04-22", count=0),
            of("tr", "withdrawal", "2021-03-22", effective="2021-07-01"),
        ],
        {},
        ("CHR017", 1, "count"),
        (
            "the count of 2014-04-22 is 0, but the brief records the consent of 1 party before "
            "that day"
        ),
    ),
    "a chamber's no that is typed as a yes": (
        [
            of(
                "gb",
                "parliamentary_approval",
                "2024-01-22",
                by=["lords"],
                vote={"in_favour": 171, "against": 214},
            )
        ],
        {},
        ("CHR020", 0, "vote"),
        "the vote is completed, but 171 were in favour and 214 against",
    ),
    "a vote that the press calls ratified": (
        [
            of("ru", "ratification", "2025-04-08", by=["duma"]),
            of("ru", "promulgation", "2025-04-21"),
        ],
        {},
        ("CHR015", 0, "kind"),
        (
            "ratification by the State Duma of RU is a vote, which is not yet the consent of the "
            "state to be bound"
        ),
    ),
    "a yes that was short of two thirds": (
        [of("us", "parliamentary_approval", vote={"in_favour": 61, "required": 67})],
        {},
        ("CHR020", 0, "vote"),
        "the vote is completed, but 61 in favour were not enough (67 required)",
    ),
    "a no with enough votes": (
        [
            of(
                "us",
                "parliamentary_approval",
                None,
                "rejected",
                vote={"in_favour": 67, "required": 67},
            )
        ],
        {},
        ("CHR020", 0, "vote"),
        "the vote is rejected, but 67 in favour were enough (67 required)",
    ),
}

RIGHT = {
    "an entry into force that has effect from an earlier day (Indus Waters Treaty)": (
        [
            step("exchange_of_instruments", "1961-01-12"),
            step("entry_into_force", "1961-01-12", effective="1960-04-01"),
        ],
        {"parties": ["in", "pk"], "entry_rules": [{"count": 2}]},
    ),
    "a treaty promulgated once it binds (Paris Agreement)": (
        [of("br", "deposit", "2016-09-21"), of("br", "promulgation", "2017-06-05")],
        {},
    ),
    "a party that has left and come back (Paris Agreement)": (
        [
            of("us", "withdrawal", "2019-11-04", effective="2020-11-04"),
            of("us", "acceptance", "2021-01-20"),
            of("us", "entry_into_force", "2021-02-19"),
            of("us", "withdrawal", "2025-01-27", effective="2026-01-27"),
        ],
        {"exit_rules": [{"after": {"months": 12}}]},
    ),
    "a party that says of its new consent that it undoes its leaving": (
        [
            of("us", "withdrawal", "2019-11-04", effective="2020-11-04", id="left"),
            of("us", "acceptance", "2021-01-20", reverses=["left"]),
        ],
        {},
    ),
    "a notice that names a later day": (
        [of("lt", "withdrawal", "2025-06-27", effective="2026-06-30")],
        SIX_MONTHS,
    ),
    "a notice revoked on the last day (North Korea, 1993)": (
        [
            of("kp", "withdrawal", "1993-03-12", id="out", effective="1993-06-12"),
            of("kp", "revocation", "1993-06-11", reverses=["out"]),
        ],
        {},
    ),
    "a succession from the day of independence": (
        [IN_FORCE, of("am", "succession", "2006-10-23", effective="2006-06-03")],
        {},
    ),
    "what is applied provisionally is suspended": (
        [
            step("provisional_application", "2014-11-01"),
            of("ru", "suspension", "2016-01-01"),
            step("entry_into_force", "2017-09-01"),
        ],
        {},
    ),
    "suspended, resumed, and suspended by the other": (
        [
            of("us", "suspension", "2010-02-02"),
            step("resumption", "2011-02-02"),
            of("ru", "suspension", "2012-02-02"),
        ],
        {"parties": ["us", "ru"]},
    ),
    "a chamber that reads a bill at two sessions": (
        [
            of("ru", "parliamentary_approval", "2024-10-22", by=["duma"], place="Moscow"),
            of("ru", "parliamentary_approval", "2024-10-24", by=["duma"], place="Kazan"),
        ],
        {},
    ),
    "a count that falls because a party left": (
        [
            step("tally", "2017-01-01", count=124),
            of("gm", "withdrawal", "2016-10-27", effective="2017-10-27"),
            step("tally", "2018-01-01", count=123),
        ],
        {},
    ),
    "a late party that left, came back, and entered twice": (
        [
            IN_FORCE,
            of("gm", "deposit", "2005-03-10"),
            of("gm", "entry_into_force", "2005-06-01"),
            of("gm", "withdrawal", "2010-01-01", effective="2011-01-01"),
            of("gm", "deposit", "2015-03-10"),
            of("gm", "entry_into_force", "2015-06-01"),
        ],
        ROME,
    ),
    "a vote whose voters are named by group": (
        [of("us", "parliamentary_approval", vote={"in_favour": ["duma"], "against": 20})],
        {},
    ),
    "a veto against enough votes": (
        [
            of(
                "us",
                "parliamentary_approval",
                None,
                "rejected",
                vote={"in_favour": 14, "against": 1, "required": 9, "vetoed_by": ["us"]},
            )
        ],
        {},
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_of_a_slip_one_finding_tells(slip):
    milestones, members, place, message = SLIPS[slip]
    assert found(*milestones, **members) == [(*place, message)]


@pytest.mark.parametrize("course", RIGHT)
def test_a_course_that_a_treaty_took_is_not_accused(course):
    milestones, members = RIGHT[course]
    assert found(*milestones, **members) == []


SIGNED = step("signature", "2025-01-17")
APPROVED = {"exact": "The treaty, signed on January 17, was approved", "source": "page"}


@pytest.mark.parametrize(
    ("others", "codes"),
    [([SIGNED], []), ([], ["EVD006"]), ([step("deposit", "2025-01-17")], ["EVD006"])],
)
def test_evidence_that_names_the_day_of_an_earlier_act_decides_nothing(others, codes):
    approved = of("ru", "parliamentary_approval", "2025-04-08", evidence=[APPROVED])
    brief = {
        "schema_version": "1.0",
        "actors": [{"id": "ru", "kind": "state", "name": "Russia", "country": "RU"}],
        "sources": [{"id": "page", "kind": "news_report", "title": "Vote"}],
        "treaties": [
            {"id": "t", "title": "Treaty", "kind": "treaty", "milestones": [approved, *others]}
        ],
        "sections": [],
    }
    told = [finding.code for finding in diplobrief.check(Brief.model_validate(brief))]
    assert [code for code in told if code.startswith("EVD")] == codes


@pytest.mark.parametrize(
    "passage",
    [
        "The deputies approved it on April 18, the senators four days later",
        "Les députés l'ont approuvé le 18 avril, les sénateurs quatre jours plus tard",
        "Депутаты одобрили договор 18 апреля, сенаторы четыре дня спустя",
    ],
)
def test_a_day_that_is_counted_from_another_one_contradicts_nothing(passage):
    evidence = [{"exact": passage, "source": "page"}]
    brief = {
        "schema_version": "1.0",
        "actors": [{"id": "ru", "kind": "state", "name": "Russia", "country": "RU"}],
        "sources": [{"id": "page", "kind": "news_report", "title": "Vote"}],
        "treaties": [
            {
                "id": "t",
                "title": "Treaty",
                "kind": "treaty",
                "milestones": [of("ru", "parliamentary_approval", "2025-04-22", evidence=evidence)],
            }
        ],
        "sections": [],
    }
    codes = [finding.code for finding in diplobrief.check(Brief.model_validate(brief))]
    assert "EVD006" not in codes
