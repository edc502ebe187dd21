"""Converts the errors of pydantic to findings: our wording, and the path as it is in the data."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from pydantic import ValidationError

from diplobrief.diagnostics.bounds import MOST_OF_A_CODE, bounded
from diplobrief.diagnostics.violations import (
    did_you_mean,
    finding_for,
    path_in_data,
    unsupported_version,
)
from diplobrief.model import SCHEMA_VERSION, Brief
from diplobrief.model.base import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from diplobrief.diagnostics.findings import Finding, Path


class ErrorList(Protocol):
    """An error that lists violations as pydantic does, such as `RequestValidationError`."""

    def errors(self) -> Sequence[Mapping[str, object]]:
        """Return the violations."""
        ...


def findings_of(error: ValidationError | ErrorList) -> list[Finding]:
    """Return the findings for an error that pydantic raised for a brief or a part of one.

    They are worded as for files, and have the path of each value. Positions in a file are unknown.

    Args:
        error: The error that `Brief(...)`, `Brief.model_validate(...)` or another class of the
            model raised, or FastAPI's `RequestValidationError` for a request whose body is a brief.

    Returns:
        One finding for each violation, in the order in which pydantic reports them. Of a code with
        more than a hundred, the first hundred are listed; a last finding says how many more there
        are. An unsupported version of the format is the only finding, since other violations may
        be valid in that version.

    Example:
        >>> import pydantic
        >>> from diplobrief import Organ
        >>> try:
        ...     Organ(kind="organ", id="duma", name="Duma", of="ru", type="lower-house")
        ... except pydantic.ValidationError as error:
        ...     for finding in findings_of(error):
        ...         print(finding.message, finding.hint, sep="; ")
        "lower-house" is not a known organ type; did you mean lower_house?
    """
    root = _root_of(error)
    listed: list[Finding] = []
    omitted: Counter[str] = Counter()
    numbers: Counter[tuple[object, ...]] = Counter()
    codes: dict[tuple[object, ...], str] = {}
    for violation in _violations(error):
        value = violation["input"]
        if _is_wrong_version(violation):
            if value != float(SCHEMA_VERSION):
                return [unsupported_version(value)]
            violation["type"] = "string_type"
        determines_code = (violation["type"], value is None, isinstance(value, str))
        numbers[determines_code] += 1
        if numbers[determines_code] > MOST_OF_A_CODE:
            omitted[codes[determines_code]] += 1
        else:
            listed.append(finding_for(violation, root))
            codes[determines_code] = listed[-1].code
    return bounded(_without_misspelled(listed), omitted)


def paths_of(error: ValidationError) -> set[Path]:
    """Return the paths of all violations, also of those that no finding lists."""
    root = _root_of(error)
    return {path_in_data(violation["loc"], root) for violation in _violations(error)}


def _root_of(error: ValidationError | ErrorList) -> type[Value]:
    return _models_by_name().get(getattr(error, "title", Brief.__name__), Brief)


def _violations(error: ValidationError | ErrorList) -> Iterator[ErrorDetails]:
    entries: Sequence[object] = (
        error.errors(include_url=False) if isinstance(error, ValidationError) else error.errors()
    )
    for entry in entries:
        yield _without_request_part(cast("ErrorDetails", entry))


@cache
def _models_by_name() -> dict[str, type[Value]]:
    """Return the classes of the model by name: `title` is all that pydantic's error has of them."""
    models: dict[str, type[Value]] = {}
    waiting: list[type[Value]] = [Value]
    while waiting:
        model = waiting.pop()
        models[model.__name__] = model
        waiting += model.__subclasses__()
    return models


def _without_request_part(details: ErrorDetails) -> ErrorDetails:
    """Drop the part of the request that FastAPI puts before a location."""
    location = details["loc"]
    return {**details, "loc": location[1:]} if location[:1] == ("body",) else details


def _is_wrong_version(violation: ErrorDetails) -> bool:
    return violation["type"] == "literal_error" and violation["loc"] == ("schema_version",)


def _without_misspelled(findings: list[Finding]) -> list[Finding]:
    """Drop each "missing" finding that an unknown member with a similar name explains."""
    misspelled = {
        (finding.path[:-1], finding.hint)
        for finding in findings
        if finding.code == "member_unknown"
    }
    return [
        finding
        for finding in findings
        if finding.code != "member_missing"
        or (finding.path, did_you_mean(finding.hint.removeprefix("add "))) not in misspelled
    ]
