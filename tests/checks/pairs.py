"""For each rule, a brief with a problem, the path of the problem, and a correct brief."""

from __future__ import annotations

from typing import Any, NamedTuple

Data = dict[str, Any]

STATES = [
    {"id": "north", "kind": "state", "name": "Northland", "country": "XN"},
    {"id": "south", "kind": "state", "name": "Southland", "country": "XS"},
]
SENATE = {"id": "senate", "kind": "organ", "name": "Senate", "of": "north", "type": "upper_house"}
CHAMBER = {
    "id": "chamber",
    "kind": "organ",
    "name": "Chamber",
    "of": "north",
    "type": "lower_house",
}
VARGA = {
    "id": "varga",
    "kind": "person",
    "name": "Ilona Varga",
    "office": "Foreign Minister",
    "represents": "south",
}


class Pair(NamedTuple):
    """A wrong brief, the path of the one finding in it, and a right brief."""

    wrong: Data
    path: tuple[str | int, ...]
    right: Data


def brief(*sections: Data, **members: Any) -> Data:
    actors = {} if "actors" in members else {"actors": [*STATES, SENATE, CHAMBER, VARGA]}
    return {"schema_version": "1.0", **actors, **members, "sections": [*sections]}


def section(*paragraphs: str, kind: str = "lede", **members: Any) -> Data:
    content = [{"type": "paragraph", "text": text} for text in paragraphs]
    return {"kind": kind, **members, "content": content}


def bullets(*items: str) -> Data:
    return {"kind": "key_points", "content": [{"type": "bullets", "items": [*items]}]}


def step(kind: str, date: str | None = None, status: str = "completed", **members: Any) -> Data:
    return {"kind": kind, "status": status, **({"date": date} if date else {}), **members}


def treaty(*steps: Data, **members: Any) -> list[Data]:
    whole = {"id": "lake", "title": "Treaty on the Lake", "kind": "treaty"}
    return [{**whole, "parties": ["north", "south"], "milestones": [*steps], **members}]


def treaties(*steps: Data, **members: Any) -> Data:
    return brief(treaties=treaty(*steps, **members))


def quote(text: str, mode: str = "indirect", **members: Any) -> Data:
    return {"speakers": ["varga"], "mode": mode, "text": text, **members}


def said(quoted: Data, *paragraphs: str, **members: Any) -> Data:
    return brief(section(*paragraphs), quotes=[quoted], **members)


def named(name: str, **members: Any) -> Data:
    return brief(actors=[{"id": "north", "kind": "state", "name": name, **members}])


def source(**members: Any) -> Data:
    return brief(sources=[{"id": "gazette", "title": "Gazette", **members}])


def vote(**numbers: Any) -> Data:
    return step("parliamentary_approval", vote=numbers, parties=["north"])


def date_of(index: int) -> tuple[str | int, ...]:
    return ("treaties", 0, "milestones", index, "date")


NORTH = {"parties": ["north"]}
SOUTH = {"parties": ["south"]}

PAIRS = {
    "CHR001": Pair(
        treaties(
            step("signature", "2026-03-18", **NORTH),
            step("signature", "2026-03-16", "scheduled", **SOUTH),
        ),
        date_of(1),
        treaties(
            step("signature", "2026-03-18", **NORTH),
            step("signature", "2026-03", "scheduled", **SOUTH),
        ),
    ),
    "CHR002": Pair(
        brief(published="2026-03-04", treaties=treaty(step("signature", "2026-04-03"))),
        date_of(0),
        brief(published="2026-03-04", treaties=treaty(step("signature", "2026-03-04"))),
    ),
    "CHR003": Pair(
        brief(
            published="2026-03-10",
            events=[{"kind": "call", "status": "scheduled", "start": "2026-03-03"}],
        ),
        ("events", 0, "start"),
        brief(
            published="2026-03-10",
            events=[{"kind": "call", "status": "scheduled", "start": "2026-03"}],
        ),
    ),
    "CHR004": Pair(
        treaties(
            step("deposit", "2026-03-01", **NORTH), step("ratification", "2026-04-01", **NORTH)
        ),
        date_of(0),
        treaties(
            step("deposit", "2026-03-01", **NORTH), step("ratification", "2026-04-01", **SOUTH)
        ),
    ),
    "CHR005": Pair(
        treaties(
            step("parliamentary_approval", "2026-03-01", by=["senate"], **NORTH),
            step("parliamentary_approval", "2026-04-01", by=["chamber"], **NORTH),
        ),
        date_of(0),
        treaties(
            step("parliamentary_approval", "2026-05-01", by=["senate"], **NORTH),
            step("parliamentary_approval", "2026-04-01", by=["chamber"], **NORTH),
        ),
    ),
    "CHR006": Pair(
        treaties(
            step("deposit", status="expected", id="deposited", **NORTH),
            step("entry_into_force", requires=["deposited"]),
        ),
        ("treaties", 0, "milestones", 1, "requires", 0),
        treaties(
            step("deposit", id="deposited", **NORTH),
            step("entry_into_force", requires=["deposited"]),
        ),
    ),
    "CHR007": Pair(
        treaties(
            step("deposit", "2026-03-15", id="deposited", **NORTH),
            step("registration", "2026-03-01", requires=["deposited"]),
        ),
        ("treaties", 0, "milestones", 1, "requires", 0),
        treaties(
            step("deposit", "2026-03-15", id="deposited", **NORTH),
            step("registration", "2026-03", requires=["deposited"]),
        ),
    ),
    "CHR008": Pair(
        treaties(
            step("deposit", id="deposited", requires=["promulgated"]),
            step("promulgation", id="promulgated", requires=["deposited"]),
        ),
        ("treaties", 0, "milestones", 1, "requires", 0),
        treaties(
            step("deposit", id="deposited", requires=["promulgated"]),
            step("promulgation", id="promulgated"),
        ),
    ),
    "CHR009": Pair(
        brief(
            actors=[
                {"id": "a", "kind": "organ", "name": "A", "of": "b"},
                {"id": "b", "kind": "organ", "name": "B", "of": "a"},
            ]
        ),
        ("actors", 1, "of"),
        brief(
            actors=[
                {"id": "a", "kind": "organ", "name": "A", "of": "b"},
                {"id": "b", "kind": "organ", "name": "B"},
            ]
        ),
    ),
    "CHR010": Pair(
        treaties(step("deposit", "2026-03-01", **NORTH), step("deposit", "2026-03-10", **NORTH)),
        date_of(1),
        treaties(
            step("accession", "2026-03-01", **NORTH),
            step("withdrawal", "2026-03-05", **NORTH),
            step("accession", "2026-03-10", **NORTH),
        ),
    ),
    "CHR011": Pair(
        treaties(step("entry_into_force", "2026-03-01"), step("approval", "2026-04-01", **NORTH)),
        date_of(0),
        treaties(step("entry_into_force", "2026-04-01"), step("approval", "2026-03-01", **NORTH)),
    ),
    "CHR012": Pair(
        treaties(step("expiry", "2026-02-05"), step("extension", "2026-02-06")),
        date_of(1),
        treaties(step("expiry", "2026-02-05"), step("extension", "2026-02-04")),
    ),
    "CHR013": Pair(
        brief(published="2026-03-04", quotes=[quote("no", said_on="2026-03-05")]),
        ("quotes", 0, "said_on"),
        brief(published="2026-03-04", quotes=[quote("no", said_on="2026-03")]),
    ),
    "CHR014": Pair(
        brief(events=[{"kind": "summit", "start": "2026-01-03", "end": "2025-01-05"}]),
        ("events", 0, "end"),
        brief(events=[{"kind": "summit", "start": "2026-01-03", "end": "2026-01"}]),
    ),
    "CHR015": Pair(
        treaties(step("ratification", by=["senate"], vote={"in_favour": 67}, **NORTH)),
        ("treaties", 0, "milestones", 0, "kind"),
        treaties(step("parliamentary_approval", by=["senate"], vote={"in_favour": 67}, **NORTH)),
    ),
    "CHR016": Pair(
        treaties(
            step("ratification", "2026-02-01", **NORTH),
            step("ratification", "2026-03-01", **SOUTH),
            step("entry_into_force", "2026-04-15"),
            entry_rules=[{"count": 2, "after": {"days": 30}}],
        ),
        date_of(2),
        treaties(
            step("ratification", "2026-02-01", **NORTH),
            step("ratification", "2026-03-01", **SOUTH),
            step("entry_into_force", "2026-03-31"),
            entry_rules=[{"count": 2, "after": {"days": 30}}],
        ),
    ),
    "CHR017": Pair(
        treaties(
            step("deposit", "2026-04-01", **NORTH),
            step("deposit", "2026-04-02", **SOUTH),
            step("tally", "2026-05-01", count=1),
        ),
        ("treaties", 0, "milestones", 2, "count"),
        treaties(
            step("deposit", "2026-04-01", **NORTH),
            step("deposit", "2026-04-02", **SOUTH),
            step("tally", "2026-05-01", count=2),
        ),
    ),
    "CHR018": Pair(
        treaties(
            step("withdrawal", "2025-06-01", effective="2026-06-01", id="left", **NORTH),
            step("revocation", "2026-07-01", reverses=["left"], **NORTH),
        ),
        date_of(1),
        treaties(
            step("withdrawal", "2025-06-01", effective="2026-06-01", id="left", **NORTH),
            step("revocation", "2026-05-01", reverses=["left"], **NORTH),
        ),
    ),
    "CHR019": Pair(
        treaties(
            step("withdrawal", "2026-01-10", effective="2026-06-10", **NORTH),
            exit_rules=[{"after": {"months": 6}}],
        ),
        ("treaties", 0, "milestones", 0, "effective"),
        treaties(
            step("withdrawal", "2026-01-10", effective="2026-12-31", **NORTH),
            exit_rules=[{"after": {"months": 6}}],
        ),
    ),
    "CHR022": Pair(
        treaties(vote(in_favour=240, against=230, total=450)),
        ("treaties", 0, "milestones", 0, "vote", "total"),
        treaties(vote(in_favour=240, against=130, total=450)),
    ),
    "CHR020": Pair(
        treaties(step("parliamentary_approval", vote={"in_favour": 22, "against": 60}, **NORTH)),
        ("treaties", 0, "milestones", 0, "vote"),
        treaties(step("parliamentary_approval", vote={"in_favour": 60, "against": 22}, **NORTH)),
    ),
    "CHR021": Pair(
        treaties(
            step("deposit", "2026-01-27", effective="2026-02-26", **NORTH),
            entry_rules=[{"count": 2, "later_parties": {"days": 30}}],
        ),
        ("treaties", 0, "milestones", 0, "effective"),
        treaties(
            step("deposit", "2026-01-27", effective="2026-01-31", **NORTH),
            entry_rules=[{"count": 2, "later_parties": {"days": 30}}],
        ),
    ),
    "ATT007": Pair(
        brief(events=[{"kind": "attack", "status": "denied"}]),
        ("events", 0),
        brief(events=[{"kind": "attack", "status": "denied", "according_to": ["varga"]}]),
    ),
    "HYG011": Pair(
        brief(events=[{"kind": "call", "status": "scheduled", "start": "2026-03-03"}]),
        (),
        brief(
            published="2026-03-01",
            events=[{"kind": "call", "status": "scheduled", "start": "2026-03-03"}],
        ),
    ),
    "PRV001": Pair(
        brief(events=[{"kind": "call", "provenance": {"status": "suggested"}}]),
        ("events", 0),
        brief(events=[{"kind": "call", "provenance": {"status": "confirmed"}}]),
    ),
    "EVD001": Pair(
        said(
            quote("it was signed", evidence=[{"exact": "signed in May"}]), "It was signed in June."
        ),
        ("quotes", 0, "evidence", 0, "exact"),
        said(
            quote("it was signed", evidence=[{"exact": "signed in June"}]), "It was signed in June."
        ),
    ),
    "EVD002": Pair(
        said(
            quote("no", evidence=[{"exact": "the Senate"}]), "As the Senate said, the Senate waits."
        ),
        ("quotes", 0, "evidence", 0, "exact"),
        said(
            quote("no", evidence=[{"exact": "the Senate", "suffix": " waits"}]),
            "As the Senate said, the Senate waits.",
        ),
    ),
    "EVD003": Pair(
        said(quote("a bridge of one bank", "partial"), "She spoke of “a bridge with one bank”."),
        ("quotes", 0, "text"),
        said(quote("a bridge with one bank", "partial"), "She spoke of “a bridge with one bank”."),
    ),
    "EVD004": Pair(
        said(quote("the talks would go on"), "She said that the talks were to go on."),
        ("quotes", 0, "text"),
        said(quote("the talks would go on"), "She said that the talks would go on."),
    ),
    "EVD007": Pair(
        said(
            quote("and then talks", "direct", continued=["First a ceasefire"]),
            "“First a ceasefire”, she said, “and then talks.”",
        ),
        ("quotes", 0, "continued", 0),
        said(
            quote("First a ceasefire", "direct", continued=["and then talks"]),
            "“First a ceasefire”, she said, “and then talks.”",
        ),
    ),
    "EVD005": Pair(
        brief(
            section("The Cabinet met."),
            actors=[STATES[0], {**SENATE, "evidence": [{"exact": "x"}]}],
        ),
        ("actors", 0, "name"),
        brief(
            section("The Senate of Northland met."),
            actors=[STATES[0], {**SENATE, "evidence": [{"exact": "x"}]}],
        ),
    ),
    "EVD006": Pair(
        treaties(step("signature", "2025-04-08", evidence=[{"exact": "signed on April 18, 2025"}])),
        date_of(0),
        treaties(step("signature", "2025-04-18", evidence=[{"exact": "signed on April 18, 2025"}])),
    ),
    "ATT001": Pair(
        brief(section("She would wait.", kind="saying")),
        ("sections", 0),
        brief(section("She would wait.", kind="saying"), quotes=[quote("would wait")]),
    ),
    "ATT002": Pair(
        brief(quotes=[quote("We shall wait.", "direct")]),
        ("quotes", 0),
        brief(quotes=[quote("We shall wait.", "direct", said_on="2026-03-03")]),
    ),
    "ATT003": Pair(
        brief(
            actors=[
                STATES[1],
                {name: VARGA[name] for name in ("id", "kind", "name", "represents")},
            ],
            quotes=[quote("no")],
        ),
        ("actors", 1),
        brief(quotes=[quote("no")]),
    ),
    "ATT004": Pair(
        brief(
            actors=[{name: VARGA[name] for name in ("id", "kind", "name", "office")}],
            quotes=[quote("no")],
        ),
        ("actors", 0),
        brief(quotes=[quote("no")]),
    ),
    "ATT005": Pair(
        brief(quotes=[quote("no", verb="was reported to say")]),
        ("quotes", 0, "verb"),
        brief(quotes=[quote("no", verb="added")]),
    ),
    "ATT006": Pair(
        brief(actors=STATES, events=[{"kind": "call", "participants": [{"actor": "south"}]}]),
        ("actors", 0),
        brief(
            actors=STATES,
            events=[{"kind": "call", "participants": [{"actor": "south"}, {"actor": "north"}]}],
        ),
    ),
    "HYG001": Pair(named("North\u202eland"), ("actors", 0, "name"), named("\u200fישראל")),
    "HYG002": Pair(named("North\u200bland"), ("actors", 0, "name"), named("می\u200cخواهند")),
    "HYG003": Pair(named("Tu\ufffdrkiye"), ("actors", 0, "name"), named("Türkiye")),
    "HYG004": Pair(named("Iv\u0430nov"), ("actors", 0, "name"), named("Ivanov Иванов")),
    "HYG005": Pair(named("Me\u0301xico"), ("actors", 0, "name"), named("México")),
    "HYG012": Pair(named("Northern Paci\ufb01ca"), ("actors", 0, "name"), named("Pacifica")),
    "HYG013": Pair(
        brief(section("The nego- tiations ended.")),
        ("sections", 0, "content", 0, "text"),
        brief(section("The pre- and post-war talks ended. Co-operation goes on.")),
    ),
    "HYG006": Pair(
        source(url="http://example.org/"), ("sources", 0, "url"), source(url="https://example.org/")
    ),
    "HYG007": Pair(
        source(url="https:///gazette"),
        ("sources", 0, "url"),
        source(url="https://example.org/a%20b"),
    ),
    "HYG008": Pair(
        named("Britain", country="UK"), ("actors", 0, "country"), named("Kosovo", country="XK")
    ),
    "HYG009": Pair(brief(language="en-UK"), ("language",), brief(language="sr-Latn-RS")),
    "HYG010": Pair(
        brief(handling={"tlp": "TLP:CLEAR", "embargo_until": "2026-03-05T12:00:00Z"}),
        ("handling", "tlp"),
        brief(handling={"tlp": "TLP:GREEN", "embargo_until": "2026-03-05T12:00:00Z"}),
    ),
    "STY001": Pair(
        brief(section("Talks began.")),
        ("sections",),
        brief(section("Talks began.", kind="why_it_matters")),
    ),
    "STY002": Pair(
        brief(bullets("Talks began.", "word " * 40 + "word")),
        ("sections", 0, "content", 0, "items", 1),
        brief(bullets("Talks began.", "word " * 39 + "word")),
    ),
    "STY003": Pair(
        brief(bullets(*"abcdefgh")), ("sections", 0, "content", 0), brief(bullets(*"abcdefg"))
    ),
    "STY004": Pair(brief(section(kind="context")), ("sections", 0), brief(section("It began."))),
    "STY005": Pair(
        brief(section("More.", kind="go_deeper"), section("Water.", kind="why_it_matters")),
        ("sections", 1),
        brief(section("Water.", kind="why_it_matters"), section("More.", kind="go_deeper")),
    ),
    "STY006": Pair(
        brief(
            section("A.", heading="What she’s saying"), section("B.", heading="What she's saying")
        ),
        ("sections", 1, "heading"),
        brief(
            section("A.", heading="What she’s saying"), section("B.", heading="What he's saying")
        ),
    ),
    "STY007": Pair(
        brief(section("word " * 714 + "word")),
        ("sections",),
        brief(section("word " * 713 + "word")),
    ),
}
