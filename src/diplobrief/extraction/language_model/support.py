"""Removes from the facts of an answer what the narrative does not support."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.diagnostics import Finding
from diplobrief.extraction.language_model.grounding import Grounded
from diplobrief.model.fields import Date, Number, Text, Values, fields_of
from diplobrief.model.references import RefersTo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.diagnostics import Path
    from diplobrief.extraction.language_model.grounding import Grounding
    from diplobrief.extraction.language_model.stated import Stated
    from diplobrief.extraction.page import Block
    from diplobrief.model.base import Value

NOT_ASKED: Final = frozenset({"cites", "provenance", "ignore", "note", "other_names", "original"})
"""Members that are not asked for: people fill them in, or they are in another language."""

_NAMES: Final = frozenset({"name", "description", "title", "short_title"})
_DECISIVE: Final = frozenset({"speakers"})
"""Members that are not dropped from a fact, because it would become another one."""

_FORMS_NOT_STATED: Final = frozenset({"Id", "LanguageTag", "Duration"})
"""Forms of text that are not words of the narrative."""


@dataclass
class Support:
    """Removes from facts what the narrative does not state, and says what that was.

    Args:
        grounding: Finds passages.
        stated: Finds values.
        findings: What was removed.
    """

    grounding: Grounding
    stated: Stated
    findings: list[Finding] = field(default_factory=list[Finding])
    _is_altered: bool = False

    def fact(self, data: dict[str, Any], model: type[Value], path: Path) -> dict[str, Any] | None:
        """Return the part of a fact that the narrative supports.

        Args:
            data: The members of the fact, with short forms written out.
            model: Its class.
            path: Its path in the answer.

        Returns:
            The members that are supported, or `None` if the evidence, a required member, a date
            or a number is not: a fact with another day or number is another fact.
        """
        self._is_altered = False
        blocks, evidence = self._evidence(data.get("evidence"), (*path, "evidence"))
        blocks += self._blocks_of_quote(data, path)
        is_named = any(
            isinstance(data.get(name), str) and self.stated.has_text(data[name]) for name in _NAMES
        )
        if not blocks and not is_named:
            self.findings.append(
                Finding("passage_not_found", "The text does not state this fact", path=path)
            )
            return None
        members = {name: value for name, value in data.items() if name not in NOT_ASKED}
        members.pop("evidence", None)
        kept = self._value(members, model, path, blocks)
        if kept is None or self._is_altered:
            return None
        if "country" in kept and not self.stated.has_code(kept["country"], kept.get("name", "")):
            self._unsupported((*path, "country"), kept.pop("country"))
        if evidence and not (is_named and "name" in kept):
            kept["evidence"] = evidence
        return kept

    def _evidence(self, passages: object, path: Path) -> tuple[list[Block], list[object]]:
        blocks: list[Block] = []
        evidence: list[object] = []
        for index, each in enumerate(cast("list[object]", passages or [])):
            passage, number = _passage_in(each)
            found = self.grounding.ground(passage, number)
            if isinstance(found, Grounded):
                blocks.append(found.block)
                evidence.append(found.evidence)
            else:
                hint = f"copy this passage: {found.nearest}" if found.nearest else ""
                self.findings.append(
                    Finding("passage_not_found", found.problem, path=(*path, index), hint=hint)
                )
        return blocks, evidence

    def _blocks_of_quote(self, data: dict[str, Any], path: Path) -> list[Block]:
        """Return the block of the words of a quote, which are evidence themselves."""
        text = data.get("text")
        if not isinstance(text, str) or "mode" not in data:
            return []
        found = self.grounding.ground(text)
        if isinstance(found, Grounded):
            data["text"] = found.evidence.exact
            return [found.block]
        if found.nearest:
            hint = f"copy: {found.nearest}"
            self.findings.append(
                Finding("passage_not_found", found.problem, path=(*path, "text"), hint=hint)
            )
        return []

    def _value(
        self, data: dict[str, Any], model: type[Value], path: Path, blocks: list[Block]
    ) -> dict[str, Any] | None:
        """Return the members of a value that are supported, or `None` if a required one is not."""
        fields = fields_of(model)
        kept: dict[str, Any] = {}
        for name, value in data.items():
            if name not in fields:
                message = f"{name[:40]} is not a member of a fact of this kind"
                self.findings.append(Finding("member_unknown", message, path=(*path, name[:40])))
                continue
            member, at = fields[name], (*path, name)
            if member.or_number is not None and not isinstance(value, list):
                result: Any = self._item(value, member.or_number, at, blocks)
            elif member.is_list and isinstance(value, list):
                items = cast("list[Any]", value)
                results = [
                    self._item(item, member.content, (*at, index), blocks)
                    for index, item in enumerate(items)
                ]
                result = [item for item in results if item is not None] or None
            else:
                result = self._item(value, member.content, at, blocks)
            if result is not None:
                kept[name] = result
        lacks = [name for name, member in fields.items() if member.is_required and name not in kept]
        if lacks:
            message = f"{', '.join(lacks)} is missing"
            self.findings.append(Finding("member_missing", message, path=path))
        return None if lacks or not kept else kept

    def _item(self, value: Any, content: object, path: Path, blocks: list[Block]) -> Any:
        match content:
            case Text(form) if isinstance(value, str) and form.name not in _FORMS_NOT_STATED:
                written = self.stated.as_written(value)
                is_code = form.name == "CountryCode"  # compared with the name of the state
                is_stated = is_code or written is not None
                value = value if is_code else written or value
            case Date() if isinstance(value, str):
                is_stated = self.stated.has_date(value, blocks)
            case Number() if isinstance(value, int | float):
                is_stated = self.stated.has_number(value, blocks)
            case Values() if isinstance(value, dict):
                inner = cast("dict[str, Any]", value)
                return self._value(inner, class_of(inner, content), path, blocks)
            case Values():
                is_stated = False
            case _:
                is_stated = True
        if is_stated:
            return value
        self._is_altered |= isinstance(content, Date | Number)
        self._unsupported(path, value)
        return None

    def _unsupported(self, path: Path, value: object) -> None:
        message = f"The passages of the fact do not state {str(value)[:80]!r}"
        hint = "write null, or add the passage"
        self.findings.append(Finding("value_not_stated", message, path=path, hint=hint))


def with_references(
    data: dict[str, Any], model: type[Value], kinds: Mapping[str, str], renamed: Mapping[str, str]
) -> dict[str, Any] | None:
    """Return a value without references to facts that do not exist, or are of a wrong kind.

    Args:
        data: The members of the value.
        model: Its class.
        kinds: The kinds of the facts that exist, by their ids.
        renamed: New ids by their former ones.

    Returns:
        The value, or `None` if it cannot do without such a reference.
    """
    fields = fields_of(model)
    kept: dict[str, Any] = {}
    for name, value in data.items():
        content = fields[name].content
        items = cast("list[Any]", value if isinstance(value, list) else [value])
        if isinstance(content, RefersTo):
            items = [renamed.get(item, item) if isinstance(item, str) else item for item in items]
            items = [
                item
                for item in items
                if not isinstance(item, str) or kinds.get(item) in content.kinds
            ]
        elif isinstance(content, Values) and name != "evidence":
            results = [
                with_references(item, class_of(item, content), kinds, renamed) for item in items
            ]
            items = [result for result in results if result]
        if items:
            kept[name] = [*dict.fromkeys(items)] if isinstance(content, RefersTo) else items
            kept[name] = kept[name] if isinstance(value, list) else items[0]
        elif fields[name].is_required or name in _DECISIVE:
            return None
    return kept


def class_of(data: Mapping[str, object], content: Values) -> type[Value]:
    """Return the class of a value in an answer; the first one if its tag names none."""
    tag = content.tag
    tagged = (each for each in content.models if tag and _is_of(data, each, tag))
    return next(tagged, content.models[0])


def _is_of(data: Mapping[str, object], model: type[Value], tag: str) -> bool:
    return data.get(tag) == model.CONSTANTS.get(tag)


def _passage_in(evidence: object) -> tuple[str, int | None]:
    """Return the passage of evidence in an answer, and the number of its block."""
    if not isinstance(evidence, dict):
        return (evidence if isinstance(evidence, str) else ""), None
    members = cast("dict[str, object]", evidence)
    passage, number = members.get("passage", members.get("exact")), members.get("block")
    return (
        passage if isinstance(passage, str) else "",
        number if isinstance(number, int) else None,
    )
