"""What a scalar means: the core schema of YAML 1.2, section 10.3.2, and no other rules."""

from __future__ import annotations

import math
import re
from typing import TypeAlias

from diplobrief.formats.markdown.yaml.errors import YamlError
from diplobrief.formats.markdown.yaml.nodes import Mapping, Node, Scalar, Sequence

PlainData: TypeAlias = "dict[str, PlainData] | list[PlainData] | str | int | float | bool | None"

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
# Python promises to convert this many digits whatever its settings are.
_MOST_DIGITS = 640


def resolve(node: Node) -> PlainData:
    """Turn a tree into plain data.

    Args:
        node: A node from `compose`.

    Returns:
        Dictionaries, lists, text, numbers, truth values and None.

    Raises:
        YamlError: A number that JSON cannot hold.
    """
    if isinstance(node, Mapping):
        return {entry.key.value: resolve(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [resolve(item) for item in node.items]
    if not isinstance(node, Scalar):  # pragma: no cover - there is no fourth kind
        raise TypeError(type(node).__name__)
    return _resolve_plain(node) if node.style == "plain" else node.value


def _resolve_plain(node: Scalar) -> PlainData:
    text = node.value
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _DECIMAL.fullmatch(text):
        return int(text) if len(text) <= _MOST_DIGITS else _refuse(node)
    if _OCTAL.fullmatch(text) or _HEXADECIMAL.fullmatch(text):
        return int(text, 0) if len(text) <= _MOST_DIGITS else _refuse(node)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else _refuse(node)
    return _refuse(node) if _NOT_FINITE.fullmatch(text) else text


def _refuse(node: Scalar) -> PlainData:
    shown = node.value if len(node.value) <= 40 else f"{node.value[:37]}..."
    raise YamlError(
        "yaml_number",
        f"the number {shown} is infinite, undefined or too large",
        node.start.line,
        node.start.column,
        "write a finite number, or put it in quotation marks if text is meant",
    )
