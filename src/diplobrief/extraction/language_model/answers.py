"""Reads the facts in the answer of a language model that the narrative states."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

from pydantic import ValidationError

from diplobrief.diagnostics import Finding
from diplobrief.diagnostics.validation import findings_of
from diplobrief.extraction.language_model.merging import Candidate, MergedFacts
from diplobrief.extraction.language_model.support import class_of
from diplobrief.formats.markdown.short_forms import expand
from diplobrief.model import Brief, Milestone
from diplobrief.model.fields import Values, fields_of
from diplobrief.schema import facts_of_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.extraction.language_model.support import Support
    from diplobrief.model import Fact, Provenance

LISTS: Final = ("actors", "quotes", "events", "treaties", "acts")
"""The members of an answer."""

_LONGEST: Final = 2_000_000
_MOST_FACTS: Final = 1_000
_FENCE: Final = "```"


@dataclass
class Answer:
    """What an answer adds to a brief.

    Args:
        facts: For each member of a brief, the facts that it lacks.
        milestones: The milestones that treaties of the brief lack, by the ids of these treaties.
        known: The facts of the brief that the answer also has.
        findings: What is wrong with the answer. It does not affect the facts above.
    """

    facts: dict[str, list[Fact]] = field(default_factory=dict[str, "list[Fact]"])
    milestones: dict[str, list[Milestone]] = field(default_factory=dict[str, "list[Milestone]"])
    known: list[Fact] = field(default_factory=list["Fact"])
    findings: list[Finding] = field(default_factory=list[Finding])

    @property
    def worth(self) -> int:
        """The number of facts, less the number of problems."""
        facts = sum(len(facts) for facts in self.facts.values())
        milestones = sum(len(milestones) for milestones in self.milestones.values())
        return facts + milestones + len(self.known) - len(self.findings)


def read_answer(answer: str, brief: Brief, support: Support, provenance: Provenance) -> Answer:
    """Return the facts of an answer that the narrative of a brief states.

    Args:
        answer: The text of the answer.
        brief: The brief.
        support: Compares the facts with the narrative; it has no findings yet.
        provenance: The provenance that the facts get.
    """
    try:
        data = _parsed(answer)
    except ValueError as error:
        hint = "answer with one JSON object and nothing else"
        return Answer(
            findings=[Finding("model_answer", f"The answer is not valid: {error}", hint=hint)]
        )
    candidates = [each for each in _candidates(data, support) if _is_valid(each, support.findings)]
    merged = MergedFacts(brief, candidates)
    result = Answer(findings=support.findings)
    for each, fact in merged.facts(provenance, support.findings):
        existing = merged.existing(each, fact)
        if existing is not None:
            result.known.append(existing)
        elif each.treaty is None:
            result.facts.setdefault(each.member, []).append(fact)
        elif isinstance(fact, Milestone):
            id = merged.new_id(each.treaty)
            result.milestones.setdefault(id, []).append(fact)
    return result


def _parsed(answer: str) -> dict[str, Any]:
    """Return the object of an answer without nulls, and with short forms written out.

    Raises:
        ValueError: The answer is not a JSON object of bounded size.
    """
    if len(answer) > _LONGEST:
        raise ValueError("it is too long")
    text = answer.strip()
    if text.startswith(_FENCE) and text.endswith(_FENCE):
        text = text.partition("\n")[2].removesuffix(_FENCE)
    try:
        data = json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(data, dict):
        raise ValueError("it is not an object")  # noqa: TRY004 - of the answer, not of an argument
    facts = facts_of_answer(cast("dict[str, object]", data))
    lists: dict[str, Any] = {name: _objects(facts[name]) for name in LISTS}
    if sum(map(len, lists.values())) > _MOST_FACTS:
        raise ValueError(f"it has more than {_MOST_FACTS} facts")
    return expand(lists)


def _objects(value: object) -> list[dict[str, Any]]:
    items = cast("list[object]", value if isinstance(value, list) else [])
    return [cast("dict[str, Any]", item) for item in items if isinstance(item, dict)]


def _candidates(data: Mapping[str, Any], support: Support) -> Iterator[Candidate]:
    """Yield the facts that the narrative supports; milestones after their treaty."""
    for member in LISTS:
        content = fields_of(Brief)[member].content
        assert isinstance(content, Values)  # noqa: S101 - each is a list of facts
        for index, item in enumerate(data[member]):
            path: Path = (member, index)
            model = class_of(item, content)
            milestones = _objects(item.pop("milestones", None)) if member == "treaties" else []
            kept = support.fact(item, model, path)
            if kept is None:
                continue
            candidate = Candidate(member, kept, model, path)
            yield candidate
            for number, milestone in enumerate(milestones):
                at = (*path, "milestones", number)
                supported = support.fact(milestone, Milestone, at)
                if supported is not None:
                    yield Candidate("milestones", supported, Milestone, at, candidate)


def _is_valid(candidate: Candidate, findings: list[Finding]) -> bool:
    """Whether a fact is valid by itself; its references are not looked at."""
    data = dict(candidate.data)
    if candidate.member in {"quotes", "milestones"}:
        data.pop("id", None)
        candidate.data.pop("id", None)
    try:
        candidate.model.model_validate(data)
    except ValidationError as error:
        findings += [
            replace(each, path=(*candidate.path, *each.path)) for each in findings_of(error)
        ]
        return False
    return True
