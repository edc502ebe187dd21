"""Choices of words in the entries of a lexicon: "give {its|their} consent to"."""

from __future__ import annotations

import re
from itertools import product
from typing import Any, Final, cast

_CHOICE: Final = re.compile(r"\{([^{}]*)\}")


def expanded(entry: str) -> list[str]:
    """Return an entry once for each choice of its words; an empty choice leaves the word out.

    Example:
        >>> expanded("{revoke|withdraw} {its|} notice")
        ['revoke its notice', 'revoke notice', 'withdraw its notice', 'withdraw notice']
        >>> expanded("sign")
        ['sign']
    """
    if "{" not in entry:
        return [entry]
    parts = _CHOICE.split(entry)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    return [" ".join("".join(words).split()) for words in product(*choices)]


def with_choices(data: Any) -> Any:
    """Return the data of a file of a lexicon with the choices of its lists expanded."""
    if isinstance(data, dict):
        table = cast("dict[str, Any]", data)
        return {key: with_choices(value) for key, value in table.items()}
    if not isinstance(data, list):
        return data
    entries: list[Any] = []
    for each in cast("list[Any]", data):
        entries += expanded(each) if isinstance(each, str) else [with_choices(each)]
    return entries
