"""Changes that may make a document invalid, each applied to one place in it."""

from __future__ import annotations

from copy import deepcopy

from tests.schema.fuzzing.chance import pick
from tests.schema.fuzzing.strings import HOSTILE

EDGES = (
    *(None, True, False, 0, 1, -1, 1.0, 1.5, -0.0, 100, 101, 100.5, 999_999_999, 10**9),
    *(2**53, 2**53 - 1, float(2**53 - 1), float(2**53), 1e300, 2**70),
    *("", " ", "1", "1.0", "true", "null", "x-", "x-a", "x-a\n", "x-" + "a" * 62, "x-" + "a" * 63),
    *("a" * 64, "a" * 65, "a" * 64 + "#" + "a" * 64, "a-", "2025-02-29", "2024-02-29", "0000"),
    *("2025-13", "[2025..]", "[..]", "2025?", "２０２５", "٢٠٢٥", "2025\n", "1900-02-29"),
    *("2025-04-18T24:00:00Z", "2025-04-18T23:59:60Z", "2025-04-18T09:30:00", "en\n", "NO\n"),
    *("\U0001f72a", "\U0001f72a" * 64, "é", "\u2028", "a\u2028", "\x85a", "a\x7f", "a\nb", "a\tb"),
    *("# a", "\\# a", "1. a", "1\\. a", "[a]: b", "[a]\\: b", "<b", "<a:b>", "a:", "a\\:"),
    *([], [[]], {}, ["a"], [None], [1], [{}], {"a": 1}, {"x-a": 1}),
)
NAMES = (
    *("x-a", "x-", "x-\n", "x-" + "a" * 62, "x-" + "a" * 63, "x-" + "\U0001f72a" * 63),
    *("x", "X-a", "x_a", "", "$schema", "id", "kind", "type", "text", "__proto__"),
)
OF_OTHER_TYPES = (True, 0, 1, 1.5, "", "a", [], {})
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_ASTRAL = "\U0001f72a"


def wrong_type(part, rng):
    return deepcopy(pick(rng, [value for value in OF_OTHER_TYPES if type(value) is not type(part)]))


def null(_part, _rng):
    return None


def edge(_part, rng):
    return deepcopy(pick(rng, EDGES))


def extra_member(part, rng):
    return {**part, pick(rng, NAMES): deepcopy(pick(rng, EDGES))}


def no_member(_part, _rng):
    return {}


def list_length(part, rng):
    return pick(rng, ([], part[1:], part + part[-1:], [part], part[0] if part else None))


def text_length(text, rng):
    more = pick(rng, ("a", text[-1:] or "a"))
    return pick(
        rng,
        (text[:-1], text[1:], text + more, text + more * (64 - len(text)), text.ljust(65, more)),
    )


def line_end(text, rng):
    return pick(rng, (text + "\n", text + "\r", text + "\r\n", text + "\u2028", "\n" + text))


def other_digits(text, rng):
    return text.translate(pick(rng, (_DIGITS, _WIDE_DIGITS)))


def astral(text, rng):
    size = pick(rng, (1, 32, 62, 63, 64, 65))
    return pick(rng, (text[: size - 1].ljust(size, _ASTRAL), _ASTRAL * size, text + _ASTRAL))


def hostile_character(text, rng):
    at = int(rng.random() * (len(text) + 1))
    return text[:at] + pick(rng, HOSTILE) + text[at + int(rng.random() * 2) :]


def other_case(text, _rng):
    return text.swapcase()


def escape(text, _rng):
    return "\\" + text


def other_number(part, rng):
    return pick(
        rng, (float(part), part + 1, part - 1, part + 0.5, -part, str(part), part * 10**6, part > 0)
    )


OF_ANYTHING = (wrong_type, null, edge)
OF_TEXT = (
    *(text_length, line_end, other_digits, astral, hostile_character, other_case, escape),
    *(text_length, line_end, other_digits, astral, hostile_character, hostile_character),
)
CHANGES = {
    dict: (*OF_ANYTHING, extra_member, extra_member, extra_member, no_member),
    list: (*OF_ANYTHING, list_length, list_length, list_length),
    str: (*OF_ANYTHING, *OF_TEXT),
    int: (*OF_ANYTHING, *(other_number,) * 9),
    float: (*OF_ANYTHING, *(other_number,) * 9),
}
"""The changes for each type of value. Changes that are listed several times are more likely."""

MISSING = "missing"

_NUMBERS = (int, float)


def spoil(document, rng):
    """Change one place in a document that is not empty, and return the name of the change."""
    everywhere = [*places(document)]
    # Numbers are rare and would hardly ever be chosen.
    numbers = [at for at in everywhere if type(at[0][at[1]]) in _NUMBERS]
    container, key = pick(rng, numbers if numbers and rng.random() < 0.2 else everywhere)
    if rng.random() < 0.12:
        del container[key]
        return MISSING
    part = container[key]
    change = pick(rng, CHANGES.get(type(part), OF_ANYTHING))
    container[key] = change(part, rng)
    return change.__name__


def places(value):
    """Yield every place in a document, as the container and the name or index in it."""
    waiting = [value] if isinstance(value, dict | list) else []
    while waiting:
        container = waiting.pop()
        for key in container if isinstance(container, dict) else range(len(container)):
            yield container, key
            if isinstance(container[key], dict | list):
                waiting.append(container[key])
