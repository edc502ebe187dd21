"""Cases that follow from the constraints of the schema: valid and invalid for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from scripts.conformance.case import Case, right, wrong
from scripts.conformance.samples import example, fullest, smallest, target

if TYPE_CHECKING:
    from collections.abc import Iterator

Form: TypeAlias = dict[str, Any]
"""A part of a JSON Schema."""

_UNKNOWN: Final = "no-such-term"
_ANY_JSON: Final[Form] = {
    "nothing": None,
    "numbers": [0, -1.5, 1e3],
    "inside": {"yes": True, "empty": []},
}


def cases_of(form: Form) -> Iterator[Case]:
    """Yield the cases of a type of the schema."""
    match form:
        case {"type": "object"}:
            yield from _object(form)
        case {"oneOf": branches}:
            yield from _tagged_union(branches)
        case {"enum": terms}:
            yield from _vocabulary(terms, is_open=False)
        case {"anyOf": [{"enum": terms}, _]}:
            yield from _vocabulary(terms, is_open=True)
        case {"anyOf": branches}:
            for branch in branches:
                yield from cases_of(branch)
        case {"type": "array"}:
            yield from _list(form)
        case {"type": "integer" | "number"}:
            yield from _number(form)
        case {"type": "string"}:
            yield from _text(form)
        case _:
            raise LookupError(f"no cases for {form}")


def _object(form: Form) -> Iterator[Case]:
    small = smallest(form)
    yield right("without optional members", small)
    yield right("with all members", fullest(form))
    for value in (None, [small], "text", 1):
        yield wrong(f"{_name(value)} instead of an object", value)
    for name in form.get("required", ()):
        yield wrong(f"without {name}", _without(small, name))
    if "anyOf" in form:
        alternatives = [name for branch in form["anyOf"] for name in branch["required"]]
        bare = _without(small, *alternatives)
        yield wrong(f"without any of {', '.join(alternatives)}", bare)
        for name in alternatives:
            data = {**bare, name: example(form["properties"][name])}
            yield right(f"with {name} only", data)
    if "minProperties" in form:
        yield wrong("without members", {})
    yield wrong("an unknown member", {**small, "unknown": "text"})
    yield wrong("a known member in upper case", {**small, next(iter(small)).upper(): "text"})
    if "patternProperties" in form:
        yield right("an extension member", {**small, "x-desk": "Asia"})
        yield right("an extension member with nested values", {**small, "x-desk": _ANY_JSON})
        yield right("an extension member that is null", {**small, "x-desk": None})
        yield right("an extension member without a name after x-", {**small, "x-": 1})
        yield wrong("an extension member in upper case", {**small, "X-desk": 1})
        yield wrong("a hyphen in the wrong place of an extension member", {**small, "xdesk-": 1})
    else:
        yield wrong("an extension member, which this type does not allow", {**small, "x-desk": 1})
    for name, member in form["properties"].items():
        for case in _member(member):
            yield Case(f"{name}: {case.description}", {**small, name: case.data}, case.valid)


def _member(member: Form) -> Iterator[Case]:
    """Yield values that a member accepts and rejects. The cases of its type are not repeated."""
    form = target(member)
    match form:
        case {"const": value}:
            yield right("the constant", value)
            yield wrong("another constant", False if value is True else _UNKNOWN)
            if value is True:
                yield wrong("a number instead of a boolean", 1)
                yield wrong("a string instead of a boolean", "true")
        case {"type": "array"}:
            yield from _list(form, *example(member)[:1])
        case {"type": "integer" | "number"}:
            yield from _number(form)
        case {"type": "string"}:
            yield right("a string of its type", example(member))
            yield wrong("a number instead of a string", 1)
        case {"type": "object"}:
            yield right("an object of its type", example(member))
            yield wrong("a list instead of an object", [example(member)])
        case {"enum": _} | {"anyOf": [{"enum": _}, *_]}:
            yield right("a known term", example(member))
            yield wrong("an unknown term", _UNKNOWN)
        case {"anyOf": _, "examples": [number, names]}:
            yield right("a number", number)
            yield right("a list", names)
            yield wrong("a string instead", "1")
        case _:
            raise LookupError(f"no cases for {form}")
    yield wrong("null", None)


def _list(form: Form, *given: Any) -> Iterator[Case]:
    (item,) = given or (example(form["items"]),)
    yield right("a list with one item", [item])
    yield right("a list with the same item twice", [item, item])
    yield Case("an empty list", [], not form.get("minItems"))
    yield wrong("an item without its list", item)
    yield wrong("a list with null", [item, None])
    yield wrong("a list in a list", [[item]])


def _number(form: Form) -> Iterator[Case]:
    least, most = form["minimum"], form["maximum"]
    yield right("the minimum", least)
    yield right("the maximum", most)
    yield right("an integer written with a zero fraction", float(least + 1))
    yield wrong("a number below the minimum", least - 1)
    yield wrong("a number above the maximum", most + 1)
    yield wrong("a number as a string", str(least + 1))
    yield wrong("a boolean instead of a number", data=True)
    between = least + 1.5
    if form["type"] == "integer":
        yield wrong("a number that is not an integer", between)
    else:
        yield right("a number that is not an integer", between)
        yield wrong("a number below the minimum by a fraction", least - 0.5)
        yield wrong("a number above the maximum by a fraction", most + 0.5)


def _tagged_union(branches: list[Form]) -> Iterator[Case]:
    forms = [target(branch) for branch in branches]
    tag = next(name for name, member in forms[0]["properties"].items() if "const" in member)
    for form in forms:
        small, kind = smallest(form), form["properties"][tag]["const"]
        yield right(f"{kind}: without optional members", small)
        yield right(f"{kind}: with all members", fullest(form))
        yield wrong(f"{kind}: an unknown member", {**small, "unknown": "text"})
        yield wrong(f"{kind}: without {tag}", _without(small, tag))
    small = smallest(forms[0])
    yield wrong(f"an unknown {tag}", {**small, tag: _UNKNOWN})
    yield wrong(f"a {tag} in upper case", {**small, tag: small[tag].upper()})
    yield wrong(f"a {tag} that is null", {**small, tag: None})
    yield wrong("null instead of an object", None)
    yield wrong("a string instead of an object", small[tag])


def _vocabulary(terms: list[str], *, is_open: bool) -> Iterator[Case]:
    for term in terms:
        yield right(f"the term {term}", term)
    first = terms[0]
    yield wrong("an unknown term", _UNKNOWN)
    yield wrong("a term in the other case", first.swapcase())
    yield wrong("a term without its last letter", first[:-1])
    yield wrong("a term with a line end at the end", f"{first}\n")
    yield wrong("a term with a space at the end", f"{first} ")
    yield wrong("an empty string", "")
    extended = "x-desk_note"
    yield Case("an extension term", extended, is_open)
    yield wrong("an extension term with a line end at the end", f"{extended}\n")
    yield wrong("null", None)
    yield wrong("a term in a list", [first])
    yield wrong("a number instead of a term", 1)


def _text(form: Form) -> Iterator[Case]:
    for sample in form["examples"]:
        yield right(f"the example {sample!r}", sample)
    sample = form["examples"][0]
    yield wrong("an empty string", "")
    yield wrong("null", None)
    yield wrong("a number instead of a string", 1)
    yield wrong("a boolean instead of a string", data=True)
    yield wrong("a string in a list", [sample])
    yield wrong("an object instead of a string", {"text": sample})


def _without(value: Form, *names: str) -> Form:
    return {name: part for name, part in value.items() if name not in names}


def _name(value: object) -> str:
    match value:
        case None:
            return "null"
        case list():
            return "a list"
        case str():
            return "a string"
        case _:
            return "a number"
