"""Merges the facts of an answer with those of a brief: finds equal ones, makes ids unique."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.diagnostics import Finding
from diplobrief.extraction.existing import ExistingFacts, is_same_step
from diplobrief.extraction.language_model.support import with_references
from diplobrief.extraction.suggestions import passage_of
from diplobrief.model import Milestone, Quote, Treaty, Unnamed
from diplobrief.model.fact_index import kind_of_fact
from diplobrief.text.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.diagnostics import Path
    from diplobrief.model import Actor, Brief, Fact, Provenance
    from diplobrief.model.base import Value

_NOT_IN_ID: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_ID: Final = 40
_NAMES: Final = ("name", "description", "title", "short_title")


@dataclass(eq=False)
class Candidate:
    """A fact of an answer.

    Args:
        member: The list that it is in.
        data: Its members, as far as the narrative supports them.
        model: Its class.
        path: Its path in the answer.
        treaty: The treaty that it is a milestone of.
    """

    member: str
    data: dict[str, Any]
    model: type[Value]
    path: Path
    treaty: Candidate | None = None


class MergedFacts:
    """The facts of an answer under ids that are unique in the brief.

    Args:
        brief: The brief.
        candidates: The facts.
    """

    def __init__(self, brief: Brief, candidates: Sequence[Candidate]) -> None:
        self._brief = brief
        self._candidates = candidates
        self._quotes = ExistingFacts(brief).known_quotes(
            [each.data["text"] for each in candidates if each.model is Quote]
        )
        self._number_of_quote = {
            id(each): number
            for number, each in enumerate(each for each in candidates if each.model is Quote)
        }
        self._same: dict[int, Fact] = {}
        self._renamed: dict[str, str] = {}
        used = {*brief.facts()}
        for each in candidates:
            former = each.data.get("id")
            if former is None:
                continue
            same = self._same_named(each)
            if same is not None:
                self._same[id(each)] = same
            new = getattr(same, "id", None) or _free(former, used)
            used.add(new)
            self._renamed.setdefault(former, new)
            each.data["id"] = new

    def new_id(self, candidate: Candidate) -> str:
        """Return the id of a fact in the brief."""
        return str(candidate.data["id"])

    def facts(
        self, provenance: Provenance, findings: list[Finding]
    ) -> Iterator[tuple[Candidate, Fact]]:
        """Yield the facts whose references are to facts of the brief or of the answer.

        Args:
            provenance: The provenance that they get.
            findings: The list that the other facts are reported in.
        """
        left = {id(each): each for each in self._candidates}
        while True:
            kinds = {key: kind_of_fact(type(fact)) for key, fact in self._brief.facts().items()}
            kinds |= {
                each.data["id"]: kind_of_fact(each.model)
                for each in left.values()
                if "id" in each.data
            }
            resolved = {
                key: with_references(each.data, each.model, kinds, self._renamed)
                for key, each in left.items()
                if each.treaty is None or id(each.treaty) in left
            }
            complete = {key: data for key, data in resolved.items() if data is not None}
            if len(complete) == len(left):
                break
            message = "The fact refers to another fact that the text does not state"
            findings += [
                Finding("reference_unknown", message, path=each.path)
                for key, each in left.items()
                if key not in complete
            ]
            left = {key: left[key] for key in complete}
        for key, data in complete.items():
            each = left[key]
            yield each, cast("Fact", each.model.model_validate({**data, "provenance": provenance}))

    def existing(self, candidate: Candidate, fact: Fact) -> Fact | None:
        """Return the fact of the brief that states the same, or `None`."""
        if id(candidate) in self._same:
            return self._same[id(candidate)]
        if isinstance(fact, Quote):
            is_known = self._number_of_quote[id(candidate)] in self._quotes
            words = fold(fact.text)
            same = (each for each in self._brief.quotes if fold(each.text) == words)
            return next(same, fact) if is_known else None
        if isinstance(fact, Milestone):
            id_of_treaty = self.new_id(candidate.treaty) if candidate.treaty else ""
            milestones = [
                step
                for treaty in self._brief.treaties
                if treaty.id == id_of_treaty
                for step in treaty.milestones
            ]
            return next((step for step in milestones if is_same_step(step, fact)), None)
        facts: Sequence[Fact] = getattr(self._brief, candidate.member)
        key = (type(fact), getattr(fact, "kind", None), passage_of(fact))
        return next(
            (
                each
                for each in facts
                if (type(each), getattr(each, "kind", None), passage_of(each)) == key
            ),
            None,
        )

    def _same_named(self, candidate: Candidate) -> Fact | None:
        """Return the actor or treaty of the brief that has the name or code of a fact."""
        names = {_key(str(candidate.data[name])) for name in _NAMES if name in candidate.data}
        if candidate.model is Treaty:
            return next((each for each in self._brief.treaties if names & _titles(each)), None)
        if candidate.member != "actors":
            return None
        code = candidate.data.get("country")
        return next(
            (
                actor
                for actor in self._brief.actors
                if type(actor) is candidate.model
                and (names & _names_of(actor) or (code and getattr(actor, "country", None) == code))
            ),
            None,
        )


def _names_of(actor: Actor) -> set[str]:
    name = actor.description if isinstance(actor, Unnamed) else actor.name
    return {_key(name), *(_key(other.text) for other in actor.other_names)}


def _titles(treaty: Treaty) -> set[str]:
    return {_key(title) for title in (treaty.title, treaty.short_title) if title}


def _key(name: str) -> str:
    return fold(name).strip().casefold().removeprefix("the ")


def _free(id: str, used: set[str]) -> str:
    base = _NOT_IN_ID.sub("-", id.lower()).strip("-")[:_LONGEST_ID].strip("-") or "fact"
    if base not in used:
        return base
    return next(
        free for number in range(2, len(used) + 3) if (free := f"{base}-{number}") not in used
    )
