"""Resolves scalars by the core schema of YAML 1.2 (section 10.3.2).

If the caller expects text, a scalar is text even if it looks like a number.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from diplobrief.formats.markdown.yaml import nodes
from diplobrief.formats.markdown.yaml.errors import YamlError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PlainData: TypeAlias = "dict[str, PlainData] | list[PlainData] | str | int | float | bool | None"

_NULLS: Final = ("", "~", "null", "Null", "NULL")
_CONSTANTS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(_NULLS, None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DECIMAL: Final = re.compile(r"[-+]?[0-9]+")
_OCTAL: Final = re.compile(r"0o[0-7]+")
_HEXADECIMAL: Final = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_DATE_RANGE: Final = re.compile(r"[^\s,\[\]]*\.\.[^\s,\[\]]*")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
# Python converts this many digits regardless of its settings.
_MAXIMUM_DIGITS: Final = 640


@dataclass(frozen=True, slots=True)
class Expected:
    """The type that the caller expects for a value, or for the items of a list.

    Args:
        is_text: Whether a scalar is text, even if it looks like a number. Null is still null.
        is_date: Whether `[a..b]`, which is a list in YAML, is a range of dates and thus text.
        members: The types of the members of an object, by name.
        items: The type of the items of a list, if it differs from that of a single value.
    """

    is_text: bool = False
    is_date: bool = False
    members: Mapping[str, Expected] = field(default_factory=dict[str, "Expected"])
    items: Expected | None = None

    def within(self, step: str | int) -> Expected:
        """Return the expected type of a member of an object, or of an item of a list."""
        if isinstance(step, int):
            return self.items or self
        return self.members.get(step, ANYTHING)


ANYTHING: Final = Expected()
"""No particular type: the rules of YAML decide."""


class NumberError(ValueError):
    """A number that JSON cannot represent."""


def resolve(node: nodes.Node, expected: Expected = ANYTHING) -> PlainData:
    """Turn a tree into plain data.

    Args:
        node: A node from `compose`.
        expected: The type that the caller expects.

    Returns:
        Dictionaries, lists, text, numbers, truth values and `None`.

    Raises:
        YamlError: JSON cannot represent a number.
    """
    if isinstance(node, nodes.Mapping):
        return {
            entry.key.value: resolve(entry.value, expected.within(entry.key.value))
            for entry in node.entries
        }
    if isinstance(node, nodes.Sequence):
        items = [resolve(item, expected.within(0)) for item in node.items]
        return date_range_in(items, expected) or items
    if not isinstance(node, nodes.Scalar):  # pragma: no cover - there is no fourth kind
        raise TypeError(type(node).__name__)
    if node.style != "plain" or (expected.is_text and node.value not in _NULLS):
        return node.value
    try:
        return resolve_plain(node.value)
    except NumberError:
        raise _refused(node) from None


def resolve_plain(text: str) -> PlainData:
    """Return the meaning of a plain scalar by the core rules.

    Raises:
        NumberError: The number is infinite, undefined or too large.

    Example:
        >>> resolve_plain("1e3"), resolve_plain("0x1F"), resolve_plain("1_000")
        (1000.0, 31, '1_000')
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _DECIMAL.fullmatch(text):
        return int(_short(text))
    if _OCTAL.fullmatch(text) or _HEXADECIMAL.fullmatch(text):
        return int(_short(text), 0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        if math.isfinite(number):
            return number
        raise NumberError(text)
    if _NOT_FINITE.fullmatch(text):
        raise NumberError(text)
    return text


def respelled_numbers(
    node: nodes.Node, expected: Expected = ANYTHING
) -> Iterator[tuple[nodes.Scalar, str]]:
    """Yield each scalar that is a number in another form than the writer uses, and that form.

    Args:
        node: A node from `compose`.
        expected: The type that the caller expects.
    """
    if isinstance(node, nodes.Mapping):
        for entry in node.entries:
            yield from respelled_numbers(entry.value, expected.within(entry.key.value))
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from respelled_numbers(item, expected.within(0))
    elif isinstance(node, nodes.Scalar) and node.style == "plain" and not expected.is_text:
        number = written_number(node.value)
        if number is not None and number != node.value:
            yield node, number


def written_number(text: str) -> str | None:
    """Return a number in the form that the writer uses, or `None` if the text is not a number.

    Example:
        >>> written_number("0042"), written_number("1.10"), written_number("1.2.3")
        ('42', '1.1', None)
    """
    value = resolve_plain(text)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    number = repr(value)
    return number if "." in number else number.replace("e", ".0e")


def date_range_in(value: PlainData, expected: Expected) -> str | None:
    """Return the range of dates that a list denotes if a date is expected, or `None`.

    Example:
        >>> date_range_in(["2025-05-01..2025-05-10"], Expected(is_date=True))
        '[2025-05-01..2025-05-10]'
        >>> date_range_in(["2025-05-01"], Expected(is_date=True))
    """
    if not expected.is_date or not isinstance(value, list) or len(value) != 1:
        return None
    [item] = value
    is_range = isinstance(item, str) and _DATE_RANGE.fullmatch(item) is not None
    return f"[{item}]" if is_range else None


def _short(digits: str) -> str:
    if len(digits) > _MAXIMUM_DIGITS:
        raise NumberError(digits)
    return digits


def _refused(node: nodes.Scalar) -> YamlError:
    shown = node.value if len(node.value) <= 40 else f"{node.value[:37]}..."
    return YamlError(
        "yaml_number",
        f"The number {shown} is infinite, undefined or too large",
        node.start.line,
        node.start.column,
        "write a finite number, or put it in quotation marks if it is text",
    )
