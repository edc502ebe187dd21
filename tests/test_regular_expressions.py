"""No regular expression of the package takes time that grows faster than its input.

For each expression, texts are made that it nearly matches: a beginning, one of its repeated parts
many times over, and an end that does not fit. The search is small and always the same.
"""

from __future__ import annotations

import ast
import importlib
import random
import re
import time
from collections import defaultdict
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]  # not in the stubs
from re import _parser as parser  # type: ignore[attr-defined]  # not in the stubs

import pytest

import diplobrief

# Other tests cover the same code, and coverage does not see inside an expression.
pytestmark = pytest.mark.no_cover

PACKAGE = Path(diplobrief.__file__).parent
LENGTH = 3_000
ATTEMPTS = 60
LIMIT = 0.005
"""Seconds for so many characters. A linear expression needs less than a tenth of that."""

YARDSTICK = re.compile(r"[^.]{1,60}?:")
"""A linear expression. Where it needs more than a tenth of `LIMIT`, the machine is busy."""

DATELINES = {
    "diplobrief.formats.text.datelines._BRACKETED",
    "diplobrief.formats.text.datelines._DATELINE",
}
"""Expressions that only see 160 characters without wide spaces; others are rejected before."""

ANCHORED = {"match", "fullmatch"}
METHODS = {*ANCHORED, "search", "sub", "subn", "split", "finditer", "findall"}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
LOOK_AROUND = {codes.ASSERT, codes.ASSERT_NOT}
POOL = " \t\na1-A.:,_é\u200b一`*[](){}<>|&\\\"'#~@/ا"
ENDS = ("", "!", "\0", "\n", "a")


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        if parts[-1] != "__main__":
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def used_methods():
    """Return the methods that are called on each name: by module, if the name is private."""
    methods = defaultdict(set)
    for module, path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(
                node.value, (ast.Name, ast.Attribute)
            ):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                methods[module if name.startswith("_") else "", name].add(node.attr)
    return methods


def expressions():
    """Return every expression that a module keeps, with whether it is only matched at a start."""
    methods = used_methods()
    kept = {}
    for module, _ in modules():
        for name, value in vars(importlib.import_module(module)).items():
            values = value.values() if isinstance(value, dict) else [value]
            values = values if isinstance(value, (dict, re.Pattern)) else value
            if not isinstance(values, (list, tuple, type({}.values()))):
                values = [value]
            for each in values:
                bound = getattr(each, "__self__", None)
                if isinstance(bound, re.Pattern):
                    expression, anchored = bound, each.__name__ in ANCHORED
                elif isinstance(each, re.Pattern):
                    expression = each
                    used = methods[module if name.startswith("_") else "", name] & METHODS
                    anchored = bool(used) and used <= ANCHORED
                else:
                    continue
                key = (expression.pattern, expression.flags)
                old = kept.get(key)
                kept[key] = (f"{module}.{name}", expression, anchored and (old is None or old[2]))
    return sorted(kept.values(), key=lambda item: item[0])


EXPRESSIONS = expressions()


def has(members, character):
    """Return whether a character class has a character."""
    matches = {
        codes.CATEGORY_DIGIT: character.isdigit(),
        codes.CATEGORY_SPACE: character.isspace(),
        codes.CATEGORY_WORD: character.isalnum() or character == "_",
        codes.CATEGORY_NOT_DIGIT: not character.isdigit(),
        codes.CATEGORY_NOT_SPACE: not character.isspace(),
        codes.CATEGORY_NOT_WORD: not (character.isalnum() or character == "_"),
    }
    found = any(
        (kind is codes.LITERAL and ord(character) == value)
        or (kind is codes.RANGE and value[0] <= ord(character) <= value[1])
        or (kind is codes.CATEGORY and matches[value])
        for kind, value in members
    )
    return found != (members[0][0] is codes.NEGATE)


def character_of(members, choose):
    usual = [character for character in POOL if has(members, character)]
    listed = [item for item in members if item[0] in {codes.LITERAL, codes.RANGE}]
    if usual and (members[0][0] is codes.NEGATE or not listed or choose.random() < 0.6):
        return choose.choice(usual)
    if not listed or members[0][0] is codes.NEGATE:
        return "a"
    kind, value = choose.choice(listed)
    return chr(value if kind is codes.LITERAL else choose.choice(value))


def sample(parts, choose):
    """Return a text that matches a part of an expression, or nearly."""
    text = []
    for code, value in parts:
        if code is codes.LITERAL:
            text.append(chr(value))
        elif code is codes.NOT_LITERAL:
            text.append(choose.choice([each for each in POOL if ord(each) != value]))
        elif code is codes.ANY:
            text.append(choose.choice(" a1-"))
        elif code is codes.IN:
            text.append(character_of(value, choose))
        elif code is codes.BRANCH:
            text.append(sample(choose.choice(value[1]), choose))
        elif code in REPEATS:
            least, most, inner = value
            times = choose.choice([least, min(most, least + 1), min(most, least + 2)])
            text += [sample(inner, choose) for _ in range(min(times, 12))]
        elif code in {codes.SUBPATTERN, codes.ATOMIC_GROUP}:
            text.append(sample(value[3] if code is codes.SUBPATTERN else value, choose))
    return "".join(text)


def inner_parts(code, value):
    if code in REPEATS:
        return [value[2]]
    if code is codes.BRANCH:
        return value[1]
    if code in LOOK_AROUND:
        return [value[1]]
    return [value[3]] if code is codes.SUBPATTERN else [value] if code is codes.ATOMIC_GROUP else []


def repetitions(parts, before=()):
    """Yield each repeated part of an expression, with the parts before it."""
    for at, (code, value) in enumerate(parts):
        head = [*before, *parts[:at]]
        if code in REPEATS and value[1] > 100:
            yield head, value[2]
        for inner in inner_parts(code, value):
            yield from repetitions(list(inner), head)


def hostile_texts(expression):
    """Return texts, short ones first, which are enough to show an exponential or cubic cost."""
    choose = random.Random(1)
    tree = list(parser.parse(expression.pattern, expression.flags))
    repeated = list(repetitions(tree))
    texts = set()
    for number in range(ATTEMPTS if repeated else 0):
        head, part = repeated[number % len(repeated)]
        unit = sample(part, choose) or " "
        if number % 3 == 1:
            unit += sample(choose.choice(repeated)[1], choose)
        start = sample(head, choose)
        if number % 5 == 2:
            start, unit = "", start + unit
        end = choose.choice(ENDS)
        for pumped in (20, 300, LENGTH):
            text = (start + unit * (pumped // len(unit) + 1))[: LENGTH - 1]
            texts |= {text + end, f"{text}!"}
    return sorted(texts, key=len)


def limit():
    """Return the limit: a busy machine takes more time, and the yardstick tells how much more."""
    return max(LIMIT, 10 * min(seconds(YARDSTICK.search, "a " * (LENGTH // 2)) for _ in range(3)))


def seconds(method, text):
    start = time.process_time()
    method(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("name", "expression", "is_anchored"),
    [pytest.param(*each, id=each[0]) for each in EXPRESSIONS],
)
def test_an_expression_is_linear(name, expression, is_anchored):
    method = expression.match if is_anchored else expression.search
    texts = hostile_texts(expression)
    if name in DATELINES:
        texts = [re.sub(r"(\s\s)\s+", r"\1", text)[:160] for text in texts]
    for text in texts:
        if seconds(method, text) > LIMIT:
            fastest = min(seconds(method, text) for _ in range(5))
            assert fastest < limit(), (expression.pattern, text[:80], text[-20:])


@pytest.mark.parametrize(
    "slow", [r"(a+)+b", r"(?:,|\s+)+x", r"<!--\s+\w*\s*-->", r"\S+@\S+\.\S+", r"a\s*\.?\s*b"]
)
def test_the_search_finds_slow_expressions(slow):
    expression = re.compile(slow)
    assert any(seconds(expression.search, text) > LIMIT for text in hostile_texts(expression))


def test_the_search_knows_the_expressions_of_the_package():
    assert len(EXPRESSIONS) > 150
