"""A brief with the JSON-LD context is linked data that can be queried, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from pyld import jsonld

import diplobrief
from diplobrief.testing import brief_data

ROOT = Path(__file__).parents[2]
CONTEXT = json.loads((ROOT / "schemas/v1/context.jsonld").read_text("utf-8"))["@context"]
TERMS = (ROOT / "schemas/v1/terms.jsonld").read_text("utf-8")
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
BASE = "https://example.org/briefs/1/"


def linked(data):
    return {"@context": CONTEXT, "@type": "schema:NewsArticle", "@id": "", **data}


def expanded(data):
    def refuse(address, _options):
        raise AssertionError(address)

    return jsonld.expand(linked(data), {"base": BASE, "documentLoader": refuse})


def leaves(value):
    """Count the strings, numbers and booleans in a document."""
    if isinstance(value, dict):
        return sum(leaves(inner) for name, inner in value.items() if name != "$schema")
    if isinstance(value, list):
        return sum(map(leaves, value))
    return 1


def leaves_of_expanded(value):
    """Count the same in an expanded document, where a value may also have a type."""
    if isinstance(value, dict):
        if "@value" in value:
            return 1
        return sum(map(leaves_of_expanded, value.values()))
    if isinstance(value, list):
        return sum(map(leaves_of_expanded, value))
    return 1


def without_extensions(value):
    """Remove extension members, because the context does not define their contents."""
    if isinstance(value, dict):
        kept = {name: inner for name, inner in value.items() if not name.startswith("x-")}
        return {name: without_extensions(inner) for name, inner in kept.items()}
    if isinstance(value, list):
        return [without_extensions(item) for item in value]
    return value


@given(brief_data())
def test_no_value_of_a_brief_is_lost(data):
    known = without_extensions(data)
    # The document also has an address and a type.
    assert leaves_of_expanded(expanded(known)) == leaves(known) + 2


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_value_of_an_example_is_lost(path):
    data = json.loads(path.read_text("utf-8"))
    assert leaves_of_expanded(expanded(data)) == leaves(data) + 2


def graph_of(data):
    graph = rdflib.Graph()
    return graph.parse(data=json.dumps(linked(data)), format="json-ld", base=BASE)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_two_libraries_read_the_same_number_of_triples(path):
    data = json.loads(path.read_text("utf-8"))
    dataset = jsonld.to_rdf(linked(data), {"base": BASE})
    triples = {json.dumps(triple, sort_keys=True) for triple in dataset["@default"]}
    assert len(graph_of(data)) == len(triples)


WHO_SAID_WHAT = """
    PREFIX schema: <https://schema.org/>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?who ?said ?treaty WHERE {
        ?quote a/rdfs:subClassOf schema:Quotation ;
            schema:creator/schema:name ?who ;
            schema:text ?said ;
            schema:about ?about .
        ?about a/rdfs:subClassOf schema:Legislation ;
            schema:name ?treaty .
    }
"""


def test_a_query_finds_who_said_what_about_which_treaty():
    brief = diplobrief.load(ROOT / "examples/prespa-agreement.json")
    graph = graph_of(json.loads(diplobrief.dumps(brief, "json"))).parse(
        data=TERMS, format="json-ld"
    )
    found = {tuple(map(str, row)) for row in graph.query(WHO_SAID_WHAT)}
    assert found == {
        (brief.actor(speaker).name, quote.text, brief.treaty(about).title)
        for quote in brief.quotes
        for speaker in quote.speakers
        for about in quote.about
        if about in {treaty.id for treaty in brief.treaties}
    }
    assert len(found) >= 2


def test_every_term_in_the_context_is_defined():
    described = {node["@id"] for node in json.loads(TERMS)["@graph"]}
    pointed = {
        iri
        for iri in json.dumps(CONTEXT).split('"')
        if iri.startswith("brief:") and ("-" in iri or iri[6].isupper())
    }
    assert pointed <= described
    assert len(pointed) > 100
