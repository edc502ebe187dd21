"""Random strings that match a pattern, with characters that often cause errors."""

from __future__ import annotations

import re
from functools import cache

from tests.schema.fuzzing.chance import pick

HOSTILE = (
    " \t\nab-zA9_.:;#*`~<>[]{}()!?%/\\'\"=+|@$^&,"
    "\x00\x1f\x7f\x85\xa0\u0301\u200f\u2028é٣漢\U0001f72a"
)


@cache
def sampler_of(pattern):
    """Return a function that makes a random string that matches the pattern."""
    return _sequence(re._parser.parse(pattern))


def _sequence(tokens):
    parts = [_token(str(kind), argument) for kind, argument in tokens if str(kind) != "AT"]
    return lambda rng: "".join([part(rng) for part in parts])


def _token(kind, argument):
    match kind:
        case "LITERAL":
            return lambda _rng: chr(argument)
        case "NOT_LITERAL":
            return _one_of([c for c in HOSTILE if ord(c) != argument])
        case "IN":
            return _one_of(_members([(str(kind), about) for kind, about in argument]))
        case "BRANCH":
            branches = [_sequence(branch) for branch in argument[1]]
            return lambda rng: pick(rng, branches)(rng)
        case "SUBPATTERN":
            return _sequence(argument[3])
        case "MAX_REPEAT":
            return _repeated(*argument)
        case _:
            raise AssertionError(kind)


def _one_of(characters):
    return lambda rng: pick(rng, characters)


def _repeated(least, most, tokens):
    part = _sequence(tokens)
    counts = [least, min(least + 1, most), min(least + 4, most)] * 6
    if most < 100:
        counts += [most, most]
    return lambda rng: "".join([part(rng) for _ in range(pick(rng, counts))])


def _members(items):
    """Return characters of a class: the ends and middles of its ranges, or hostile characters."""
    listed = [item for item in items if item[0] != "NEGATE"]
    if len(listed) < len(items):
        return [c for c in HOSTILE if not any(_holds(item, c) for item in listed)]
    found = []
    for kind, about in listed:
        first, last = (about, about) if kind == "LITERAL" else about
        found += [chr(first), chr(last), chr((first + last) // 2)]
    return found


def _holds(item, character):
    kind, about = item
    first, last = (about, about) if kind == "LITERAL" else about
    return first <= ord(character) <= last
