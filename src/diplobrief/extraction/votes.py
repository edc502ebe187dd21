"""The numbers of a vote."""

from __future__ import annotations

import re
from typing import Final

_NUMBERS: Final = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_NUMBER: Final = rf"(?:\d{{1,3}}|(?:{'|'.join(_NUMBERS)})\b)"
_ABSTAINED: Final = (
    rf"(?:,?\s*(?:and\s+)?(?:with\s+)?(?P<abstained>{_NUMBER})\s+abst(?:entions?|ain))?"
)
_VOTE: Final = re.compile(
    r"(?:by\s+|of\s+|in\s+a\s+|voted\s+|was\s+)(?:a\s+(?:vote|margin)\s+of\s+)?"
    rf"(?P<for>\d{{1,3}})(?:\s+votes?)?"
    r"\s*(?:to|[-–]|votes\s+to|(?:votes?\s+)?in\s+favou?r(?:,|\s+and|\s+to)?|for(?:,|\s+and))\s*"
    rf"(?P<against>\d{{1,3}}|none|no|one|two|three|four|five)(?:\s+(?:votes?\s+)?against)?{_ABSTAINED}",
    re.IGNORECASE,
)
_WITHOUT_OPPOSITION: Final = re.compile(
    rf"(?P<for>{_NUMBER})\s+(?:votes?\s+)?in\s+favou?r{_ABSTAINED}", re.IGNORECASE
)


def vote_in(text: str) -> dict[str, int] | None:
    """Return the numbers of a vote that a text reports.

    Example:
        >>> vote_in("by 102 votes to 9, with two abstentions")
        {'in_favour': 102, 'against': 9, 'abstained': 2}
        >>> vote_in("by 14 votes in favour, with 1 abstention")
        {'in_favour': 14, 'abstained': 1}
    """
    match = _VOTE.search(text) or _WITHOUT_OPPOSITION.search(text)
    if match is None:
        return None
    parts = (("in_favour", "for"), ("against", "against"), ("abstained", "abstained"))
    groups = match.groupdict()
    return {name: _number(groups[group]) for name, group in parts if groups.get(group)}


def _number(text: str) -> int:
    word = text.lower()
    if word == "none":
        return 0
    return _NUMBERS.index(word) if word in _NUMBERS else int(word)
