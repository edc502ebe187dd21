"""The schema has a form that validators, editors and type generators support."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import product
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest

from diplobrief.model import Brief
from diplobrief.model.base import Extensible, NonEmptyValue
from diplobrief.model.vocabulary.statements import QUOTE_MODES
from diplobrief.model.vocabulary.treaties import MILESTONE_KINDS
from diplobrief.schema import PROFILES, json_schema, write_schemas

SCHEMA = json_schema()
DEFINITIONS = SCHEMA["$defs"]
TYPES = {"Brief": SCHEMA, **DEFINITIONS}
OBJECTS = {name: definition for name, definition in TYPES.items() if "properties" in definition}
MEMBERS = {
    f"{name}.{member}": form
    for name, definition in OBJECTS.items()
    for member, form in definition["properties"].items()
}
DISCRIMINATORS = {
    f"{branch['$ref'].rpartition('/')[2]}.{member}"
    for union, member in (("Actor", "kind"), ("Block", "type"))
    for branch in DEFINITIONS[union]["oneOf"]
}
STRINGS = {name: definition for name, definition in DEFINITIONS.items() if "pattern" in definition}
HOSTILE = (
    " \t\n\r\x00\x1f\x7f\x85\xa0\u0301\u200f\u2028é٣２漢\U0001f72a"
    "aZ0-_.:;#*`~<>[]{}()!?%/\\'\"+|@$^&,"
)

PATTERNS_IN_GO = Path(__file__).parent / "patterns.go"


def parts(schema):
    """Yield a schema and all its subschemas."""
    yield schema
    for keyword in ("properties", "patternProperties", "$defs"):
        for part in schema.get(keyword, {}).values():
            if isinstance(part, dict):
                yield from parts(part)
    for keyword in ("oneOf", "anyOf", "allOf"):
        for part in schema.get(keyword, []):
            yield from parts(part)
    for keyword in ("items", "not", "if", "then", "else"):
        if keyword in schema:
            yield from parts(schema[keyword])


def validator_of(form):
    return jsonschema_rs.validator_for({**form, "$defs": DEFINITIONS})


# Services take the profile `facts` as it is: without identifiers and references.
WITH_IDENTIFIERS = [profile for profile in PROFILES if profile != "facts"]


@pytest.mark.parametrize("profile", WITH_IDENTIFIERS)
def test_every_profile_is_valid_draft_2020_12(profile):
    schema = json_schema(profile)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith("https://w3id.org/diplobrief/v1/")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema_rs.meta.validate(schema)


IGNORED_LINT_RULES = {
    # Type generators make a new type of a reference with other keywords beside it.
    "unnecessary_allof_ref_wrapper_modern",
    # `$schema` and extension members are not identifiers of a programming language.
    "simple_properties_identifiers",
    # A description is a sentence.
    "description_trailing_period",
}


def test_sourcemeta_lint_reports_nothing(sourcemeta, tmp_path):
    write_schemas(tmp_path)
    # The profile `llm` must suit the engines of language models instead.
    files = [tmp_path / "brief.schema.json", tmp_path / "frontmatter.schema.json"]
    checked = sourcemeta("metaschema", *files)
    assert checked.returncode == 0, checked.stderr
    found = json.loads(sourcemeta("lint", *files, "--json").stdout)["errors"]
    assert [problem for problem in found if problem["id"] not in IGNORED_LINT_RULES] == []
    assert {problem["id"] for problem in found} == IGNORED_LINT_RULES, (
        "an ignored rule is no longer needed"
    )


@pytest.mark.parametrize("profile", WITH_IDENTIFIERS)
def test_every_profile_is_self_contained_and_uses_all_its_definitions(profile):
    schema = json_schema(profile)
    references = {part["$ref"] for part in parts(schema) if "$ref" in part}
    assert references == {f"#/$defs/{name}" for name in schema["$defs"]}


def test_names_of_definitions_are_identifiers():
    assert [name for name in DEFINITIONS if not re.fullmatch("[A-Z][A-Za-z0-9]+", name)] == []
    assert {"Line", "Id", "PartialDate", "SectionKind", "Person", "Actor"} <= DEFINITIONS.keys()


def test_every_type_has_a_title_a_description_and_an_example():
    incomplete = [
        name
        for name, form in TYPES.items()
        if form.get("title") != name or not form.get("description") or not form.get("examples")
    ]
    assert incomplete == []


def test_every_member_has_a_description_and_an_example_and_only_discriminators_have_a_title():
    wrong = [
        name
        for name, form in MEMBERS.items()
        if ("title" in form) != (name in DISCRIMINATORS)
        or not form.get("description")
        or not ("const" in form or form.get("examples"))
    ]
    assert wrong == []


def test_a_reference_describes_which_facts_it_may_name():
    references = [
        (member, form)
        for member, form in MEMBERS.items()
        if any(part.get("$ref") == "#/$defs/Reference" for part in parts(form))
    ]
    assert len(references) > 30
    assert [member for member, form in references if ". Names a" not in form["description"]] == []
    assert MEMBERS["Milestone.parties"]["description"].endswith(". Names an actor.")


def test_the_examples_are_valid():
    invalid = [
        (name, example)
        for name, form in {**TYPES, **MEMBERS}.items()
        for example in form.get("examples", [])
        if not validator_of(form).is_valid(example)
    ]
    assert invalid == []


def test_nothing_is_null_and_nothing_has_a_default():
    assert "null" not in json.dumps(SCHEMA)
    assert not any("default" in part for part in parts(SCHEMA))


def test_references_have_no_other_keywords_beside_them():
    assert all(part.keys() == {"$ref"} for part in parts(SCHEMA) if "$ref" in part)


def test_the_branches_of_a_union_differ_in_a_required_constant():
    for name, tag in (("Actor", "kind"), ("Block", "type")):
        branches = [DEFINITIONS[branch["$ref"][8:]] for branch in DEFINITIONS[name]["oneOf"]]
        assert all(tag in branch["required"] for branch in branches)
        assert len({branch["properties"][tag]["const"] for branch in branches}) == len(branches)
    assert not any("discriminator" in part for part in parts(SCHEMA))
    assert not any("const" in part and "type" in part for part in parts(SCHEMA))


def test_an_open_vocabulary_lists_its_terms_and_refers_to_extension_terms():
    form = DEFINITIONS["MilestoneKind"]
    names = [f"#/$defs/{name}" for name in ("KnownMilestoneKind", "ExtensionTerm")]
    assert form["anyOf"] == [{"$ref": name} for name in names]
    known = DEFINITIONS["KnownMilestoneKind"]
    assert known["enum"] == [term.value for term in MILESTONE_KINDS]
    assert all(f"\n{term.value}: {term.meaning}" in form["description"] for term in MILESTONE_KINDS)


def test_every_branch_of_objects_or_terms_has_a_name_so_that_generators_need_no_numbers():
    for part in parts(SCHEMA):
        for branch in (*part.get("anyOf", ()), *part.get("oneOf", ())):
            assert not {"enum", "properties", "required"} & branch.keys(), branch


def test_a_closed_vocabulary_only_lists_its_terms():
    form = DEFINITIONS["QuoteMode"]
    assert form["enum"] == [term.value for term in QUOTE_MODES]
    assert "anyOf" not in form


def test_a_final_line_end_is_only_accepted_in_verbatim_texts():
    for name, definition in STRINGS.items():
        assert definition["pattern"].startswith("^")
        assert definition["pattern"].endswith("$")
        validator = jsonschema.Draft202012Validator(definition)
        for example in definition["examples"]:
            assert validator.is_valid(example)
            assert validator.is_valid(example + "\n") == (name in {"BlockText", "Excerpt"})


def test_an_optional_list_is_not_empty():
    for name, definition in OBJECTS.items():
        for member, form in definition["properties"].items():
            if form.get("type") == "array" and member not in definition.get("required", ()):
                assert form["minItems"] == 1, (name, member)


def models_below(cls):
    for model in cls.__subclasses__():
        yield model
        yield from models_below(model)


def test_an_object_with_only_optional_members_is_not_empty():
    for model in models_below(NonEmptyValue):
        assert OBJECTS[model.__name__]["minProperties"] == 1


def test_extension_members_are_allowed_exactly_where_the_model_allows_them():
    extensible = {model.__name__ for model in models_below(Extensible)}
    for name, definition in OBJECTS.items():
        assert definition["additionalProperties"] is False
        allowed = {"patternProperties": {"^x-": True}} if name in extensible else {}
        assert {key: definition[key] for key in definition if key == "patternProperties"} == allowed


def test_the_members_are_in_the_order_of_the_model():
    assert [*SCHEMA["properties"]] == ["$schema", *Brief.model_fields]


def test_the_discriminator_is_the_first_member():
    for name, tag in (("Actor", "kind"), ("Block", "type")):
        for branch in DEFINITIONS[name]["oneOf"]:
            assert next(iter(DEFINITIONS[branch["$ref"][8:]]["properties"])) == tag


def test_numbers_have_bounds():
    numbers = [part for part in parts(SCHEMA) if part.get("type") in {"integer", "number"}]
    assert numbers
    assert all({"minimum", "maximum"} <= part.keys() for part in numbers)


@pytest.mark.parametrize("name", STRINGS)
def test_patterns_only_use_syntax_that_all_engines_support(name):
    assert set(constructs(re._parser.parse(STRINGS[name]["pattern"]))) <= {
        *("AT", "BRANCH", "IN", "LITERAL", "MAX_REPEAT", "NOT_LITERAL", "SUBPATTERN"),
        *("NEGATE", "RANGE"),
    }
    pattern = STRINGS[name]["pattern"]
    assert set(re.findall(r"\\.", pattern)) <= {rf"\{character}" for character in r"xtn\[].-*+"}
    assert not re.search(r"\(\?[^:]|&&", re.sub(r"\\.", "", pattern))


def constructs(tree):
    """Yield the names of the constructs in a parsed pattern."""
    for kind, argument in tree:
        yield str(kind)
        match str(kind):
            case "BRANCH":
                for branch in argument[1]:
                    yield from constructs(branch)
            case "SUBPATTERN":
                yield from constructs(argument[3])
            case "MAX_REPEAT":
                least, most, repeated = argument
                assert least <= 1_000
                assert most <= 1_000 or most == re._constants.MAXREPEAT
                yield from constructs(repeated)
            case "IN":
                yield from (str(item) for item, _ in argument)
            case _:
                pass


def forbidden_in(form):
    """Return the pattern that a string must not match; by default, one that never matches."""
    return form["not"]["pattern"] if "not" in form else "[^\\x00-\U0010ffff]"


def spoiled(text):
    """Yield the text with each hostile character inserted or substituted at each position."""
    yield text
    for at, character in product(range(len(text) + 1), HOSTILE):
        yield text[:at] + character + text[at:]
        yield text[:at] + character + text[at + 1 :]


NODE = """
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const answers = asked.map(([pattern, forbidden, texts]) => {
  const [wanted, unwanted] = [new RegExp(pattern, "u"), new RegExp(forbidden, "u")];
  return texts.map(text => wanted.test(text) && !unwanted.test(text));
});
console.log(JSON.stringify(answers));
"""


@pytest.mark.needs("node", "go")
def test_python_javascript_rust_and_re2_agree_on_every_pattern():
    asked = [
        (form["pattern"], forbidden_in(form), [*map(str, spoiled(form["examples"][0]))])
        for form in STRINGS.values()
    ]
    engines = (["node", "-e", NODE], ["go", "run", PATTERNS_IN_GO])
    in_javascript, in_go = (answered(engine, asked) for engine in engines)
    for name, (pattern, forbidden, texts), *answers in zip(
        STRINGS, asked, in_javascript, in_go, strict=True
    ):
        rust = jsonschema_rs.validator_for(STRINGS[name])
        for text, *verdicts in zip(texts, *answers, strict=True):
            in_python = bool(re.search(pattern, text)) and not re.search(forbidden, text)
            assert {in_python, rust.is_valid(text)} == {*verdicts}, (name, text)


def answered(engine, asked):
    done = subprocess.run(
        engine, input=json.dumps(asked), capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
