"""An actor of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.page import Block

LEGISLATURES: Final = frozenset({"lower_house", "upper_house", "legislature", "assembly"})
"""Types of organ that pass laws."""

NO_PARTIES: Final = frozenset(
    {"media", "political_party", "university", "think_tank", "company", "ngo"}
)
"""Types of organization that conclude no treaties."""

EXECUTIVES: Final = frozenset(
    {
        "government",
        "ministry",
        "head_of_state",
        "head_of_government",
        "armed_forces",
        "agency",
    }
)
"""Types of organ that carry out laws."""


def is_legislature(entity: Entity) -> bool:
    """Whether an actor passes laws."""
    return entity.type in LEGISLATURES


@dataclass(eq=False)
class Entity:
    """An actor of the page.

    Args:
        words: The words from which its id is made.
        kind: Its kind in the model.
        name: Its fullest name on the page.
        code: The code of the state that it is, or belongs to.
        type: The type of an organ or organization; of unnamed people the type of their body.
        of: The actor that an organ or unnamed actor belongs to.
        office: The office of a person or of somebody unnamed.
        represents: The actor that a person represents.
        honorific: The honorific of a person.
        other_names: Other names on the page.
        noun: The noun for somebody unnamed, in small letters: "diplomat".
        gender: The gender of a person, if the page shows it, as in the lexicon.
        is_one: Whether somebody unnamed is one person.
        is_private: Whether they are private people, who never act for their state: "students".
        is_guess: Whether the page does not say what a person represents.
        usual_names: Its names in the lexicon.
        places: The block, start and end of its first mentions, or of those that belong to it.
    """

    words: str
    kind: str
    name: str
    code: str | None = None
    type: str | None = None
    of: Entity | None = None
    office: str | None = None
    represents: Entity | None = None
    honorific: str | None = None
    other_names: list[str] = field(default_factory=list[str])
    noun: str | None = None
    gender: str | None = None
    is_one: bool = False
    is_private: bool = False
    is_guess: bool = False
    usual_names: Sequence[str] = ()
    places: list[tuple[Block, int, int]] = field(default_factory=list[tuple["Block", int, int]])

    @property
    def is_individual(self) -> bool:
        """Whether it is one person, with or without a name."""
        return self.kind == "person" or self.is_one

    @property
    def category(self) -> str:
        """What it is as the subject of an act, such as `legislature` or `person`."""
        if self.type in LEGISLATURES:
            return "legislature"
        if self.kind != "organ":
            return self.kind
        return "executive" if self.type in EXECUTIVES else self.type or "organ"

    @property
    def state(self) -> Entity | None:
        """The state that it is, or that it belongs to."""
        above: Entity | None = self
        for _ in range(4):
            if above is None or above.kind == "state":
                return above
            above = above.of or above.represents
        return None

    @property
    def party(self) -> Entity | None:
        """The state or the organization for which it takes steps of a treaty."""
        above: Entity | None = self
        for _ in range(4):
            if above is None or above.kind in {"state", "organization"}:
                return above if above is None or above.type not in NO_PARTIES else None
            above = above.of or above.represents
        return None

    def also_called(self, name: str) -> None:
        """Remember another name; the longer one is the name."""
        if name == self.name:
            return
        if len(name) > len(self.name):
            name, self.name = self.name, name
        self.other_names.append(name)
