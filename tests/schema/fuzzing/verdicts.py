"""What the schema and the models say about a document."""

from __future__ import annotations

import json
from copy import deepcopy

import jsonschema_rs
from pydantic import ValidationError

from diplobrief.model import Brief
from diplobrief.model.integrity_rules import INTEGRITY_CODES
from tests.schema.fuzzing.documents import SCHEMA
from tests.schema.fuzzing.mutations import places

VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
EXTENSION_LIMITS = {
    "extension_depth",
    "extension_name",
    "extension_number",
    "extension_text",
}


def schema_accepts(document):
    return VALIDATOR.is_valid(document)


def models_accept(document):
    """The verdict of the models on the shape, as plain data and as JSON, which agree."""
    text = json.dumps(document)
    of_data, of_text = (
        _shape_holds(Brief.model_validate, document),
        _shape_holds(Brief.model_validate_json, text),
    )
    assert of_data == of_text, f"plain data and JSON differ: {text}"
    return of_data


def _shape_holds(validate, document):
    try:
        validate(document)
    except ValidationError as error:
        return all(map(_is_no_matter_of_shape, error.errors(include_url=False)))
    return True


def _is_no_matter_of_shape(found):
    """Integrity and the limits of extension values: documented, and beyond a schema.

    `$schema` is not an extension: a number beyond these limits has the wrong shape there.
    pydantic also calls a list too short that has only items with an error of their own.
    """
    is_extension = found["loc"][:1] != ("$schema",)
    return (
        found["type"] in INTEGRITY_CODES
        or (is_extension and found["type"] in EXTENSION_LIMITS)
        or (found["type"] == "too_short" and len(found["input"]) > 0)
    )


def disagree(document):
    return schema_accepts(document) != models_accept(document)


def reduced(document, is_interesting):
    """Take away from a document what can be taken away while it stays interesting."""
    smaller = True
    while smaller:
        smaller = False
        for index in reversed(range(len([*places(document)]))):
            candidate = deepcopy(document)
            container, key = [*places(candidate)][index]
            del container[key]
            if is_interesting(candidate):
                document, smaller = candidate, True
                break
    return document
