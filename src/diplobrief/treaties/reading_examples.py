"""An example of each reading: a small treaty, and the day and the party for which it decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.model.treaties import Treaty

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ReadingExample:
    """A treaty in which a reading decides a stage.

    Args:
        reading: The id of the reading.
        milestones: The milestones, each as kind, date, parties and other members.
        on: The day of the question.
        stage: The stage on that day.
        party: The party of the question; by default the treaty as a whole.
        parties: The listed parties.
        members: Other members of the treaty.
        toward: The other party, if the question is about two of them.
    """

    reading: str
    milestones: tuple[tuple[str, str, str, Mapping[str, object]], ...]
    on: str
    stage: str
    party: str | None = None
    parties: tuple[str, ...] = ("a", "b", "c")
    members: Mapping[str, object] = field(default_factory=dict[str, object])
    toward: str | None = None

    @property
    def treaty(self) -> Treaty:
        """The treaty."""
        milestones: list[dict[str, object]] = [
            {
                "kind": kind,
                "status": "completed",
                "date": day,
                **({"parties": parties.split()} if parties else {}),
                **more,
            }
            for kind, day, parties, more in self.milestones
        ]
        return Treaty.model_validate(
            {
                "id": "t",
                "title": "Treaty",
                "kind": "convention",
                **({"parties": list(self.parties)} if self.parties else {}),
                "milestones": milestones,
                **self.members,
            }
        )


_Act = tuple[str, str, str, "Mapping[str, object]"]
"""A milestone: its kind, its date, its parties, and other members."""

_ENTRY: Final[_Act] = ("entry_into_force", "2020-01-01", "", {})
_BOTH: Final[tuple[_Act, ...]] = (
    ("deposit", "2019-01-01", "a", {}),
    ("deposit", "2019-02-01", "b", {}),
)
_TWO: Final = {"entry_rules": [{"count": 2, "after": {"days": 30}}]}
_LATER: Final = {"entry_rules": [{"count": 2, "later_parties": {"days": 30}}]}
_NOTICE: Final[_Act] = ("withdrawal", "2021-01-01", "c", {"id": "out", "effective": "2022-01-01"})

EXAMPLES: Final = (
    ReadingExample(
        "R01", (("entry_into_force", "2020-01-01", "", {}),), "2020-01-01", "in_force", "b",
        ("a", "b"),
    ),
    ReadingExample(
        "R02", (_ENTRY, ("withdrawal", "2021-01-01", "a", {})), "2022-01-01", "in_force", None,
        ("a", "b"), {"membership": "selected"},
    ),
    ReadingExample(
        "R03",
        (
            *_BOTH, _ENTRY, ("deposit", "2020-05-01", "c", {}),
            ("entry_into_force", "2020-08-01", "c", {"status": "scheduled"}),
        ),
        "2020-08-01", "in_force", "c",
    ),
    ReadingExample("R04", (*_BOTH, _ENTRY), "2020-01-01", "in_force", "a"),
    ReadingExample("R05", (_ENTRY,), "2020-01-01", "in_force", "a"),
    ReadingExample("R06", _BOTH, "2019-03-03", "in_force", None, members=_TWO),
    ReadingExample("R07", _BOTH, "2019-02-01", "ratified", None, ("a", "b")),
    ReadingExample(
        "R08", (*_BOTH, _ENTRY, ("accession", "2021-01-01", "c", {})), "2021-01-01", "in_force", "c"
    ),
    ReadingExample(
        "R09", (*_BOTH, ("accession", "2021-01-01", "c", {})), "2021-01-31", "in_force", "c",
        members=_LATER,
    ),
    ReadingExample(
        "R10",
        (*_BOTH, ("succession", "2021-10-01", "c", {"effective": "2021-06-03"})),
        "2021-06-03", "in_force", "c", members=_LATER,
    ),
    ReadingExample(
        "R11",
        (("ratification", "2019-01-01", "a", {}), ("deposit", "2019-02-01", "a", {})),
        "2019-01-15", "being_ratified", "a",
    ),
    ReadingExample("R12", (_ENTRY, _NOTICE), "2021-06-01", "withdrawing", "c"),
    ReadingExample("R13", (("extension", "2020-01-01", "", {}),), "2020-01-01", "in_force"),
    ReadingExample(
        "R14",
        (
            *_BOTH, _ENTRY, _NOTICE,
            ("revocation", "2021-03-01", "c", {"reverses": ["out"]}),
        ),
        "2021-03-01", "in_force", "c",
    ),
    ReadingExample(
        "R15",
        (*_BOTH, _ENTRY, _NOTICE, ("accession", "2021-02-01", "c", {})),
        "2022-01-01", "in_force", "c",
    ),
    ReadingExample(
        "R16",
        (
            _ENTRY,
            ("withdrawal", "2021-01-01", "a b", {"id": "out", "effective": "2022-01-01"}),
            ("revocation", "2021-03-01", "a", {"reverses": ["out"]}),
        ),
        "2022-01-01", "withdrawn", "b",
    ),
    ReadingExample(
        "R17",
        (
            ("ratification", "2019-01-01", "a", {"id": "yes"}),
            ("revocation", "2019-02-01", "a", {"id": "no", "reverses": ["yes"]}),
            ("revocation", "2019-03-01", "a", {"reverses": ["no"]}),
        ),
        "2019-03-01", "ratified", "a",
    ),
    ReadingExample(
        "R18",
        (
            ("signature", "2019-01-01", "a", {"id": "signed"}),
            ("revocation", "2019-02-01", "a", {"reverses": ["signed"]}),
        ),
        "2019-02-01", "unsigned", "a",
    ),
    ReadingExample(
        "R19",
        (
            ("entry_into_force", "2018-12-30", "a b", {}),
            ("entry_into_force", "2024-12-15", "c", {"counterparties": ["a"]}),
        ),
        "2024-12-15", "in_force", "c",
    ),
    ReadingExample(
        "R20",
        (_ENTRY, *(("withdrawal", f"202{year}-01-01", party, {}) for year, party in
                   ((1, "a"), (2, "b"), (3, "c")))),
        "2023-01-01", "terminated",
    ),
    ReadingExample(
        "R21", (_ENTRY, ("suspension", "2021-01-01", "a", {})), "2021-01-01", "suspended", None,
        ("a", "b"),
    ),
    ReadingExample(
        "R22", (_ENTRY, ("termination", "2021-01-01", "", {})), "2021-01-01", "terminated", "a"
    ),
    ReadingExample("R23", (_ENTRY,), "2030-01-01", "expired", members={"duration": "P10Y"}),
    ReadingExample(
        "R24", (("tally", "2019-01-01", "", {"count": 60}),), "2019-01-01", "ratified",
        parties=(), members={"entry_rules": [{"count": 60, "after": {"days": 120}}]},
    ),
    ReadingExample(
        "R25",
        (
            *_BOTH,
            ("parliamentary_approval", "2019-05-01", "b", {"id": "law", "status": "scheduled"}),
            ("entry_into_force", "2019-06-01", "", {"status": "expected", "requires": ["law"]}),
        ),
        "2019-03-01", "being_ratified", None, ("a", "b"),
    ),
    ReadingExample(
        "R26",
        (
            ("adoption", "2019-01-01", "", {"status": "rejected"}),
            ("adoption", "2019-06-01", "", {}),
        ),
        "2019-06-01", "adopted",
    ),
    ReadingExample(
        "R27",
        (("signature", "2019-01-01", "", {}), ("signature", "2019-03-01", "c", {})),
        "2019-01-01", "none", "c",
    ),
    ReadingExample(
        "R28",
        (("deposit", "2018-01-01", "a", {}), _ENTRY, ("deposit", "2019-12-15", "c", {})),
        "2020-01-14", "in_force", "c",
        members={
            "entry_rules": [
                {"count": 60, "after": {"days": 120}, "later_parties": {"days": 30}}
            ]
        },
    ),
    ReadingExample(
        "R29",
        (_ENTRY, ("withdrawal", "2021-01-01", "c", {})), "2021-01-01", "terminated", None,
        ("a", "b", "c"), {"one_side": ["a", "b"]},
    ),
    ReadingExample(
        "R30",
        (
            *_BOTH, _ENTRY,
            ("objection_precluding_entry", "2020-06-01", "a", {"counterparties": ["b"]}),
        ),
        "2020-06-01", "ratified", "a", toward="b",
    ),
)  # fmt: skip
"""The examples, one for each reading."""
