"""Briefs as linked data: the JSON-LD context, and the vocabulary that it refers to.

The context maps every member to an IRI: to one of schema.org, PROV or the Web Annotation vocabulary
if one fits, otherwise to one of our own. Each member whose value is an object has its own scoped
context, so that `title` can be a headline in one object and a name in another.

The address of the brief is the base IRI, and the id `north` is resolved against it. The `id` of a
milestone is a plain string, because two treaties may both have a milestone `signed`. References to
milestones are plain strings too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from diplobrief.model.vocabulary import VOCABULARIES
from scripts.schemas.generator import definition
from scripts.schemas.references import name_of

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

    from diplobrief.model.vocabulary import Term

JsonLd: TypeAlias = dict[str, Any]

TERMS: Final = "https://w3id.org/diplobrief/v1/terms#"
"""The prefix of our own IRIs. They are names; nothing fetches them."""

_PREFIXES: Final = {
    "brief": TERMS,
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "iptc": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "iptcsource": "http://cv.iptc.org/newscodes/digitalsourcetype/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}

_TYPES: Final = {
    "ActKind": "prov:Entity",
    "EventKind": "schema:Event",
    "MilestoneKind": "prov:Activity",
    "QuoteMode": "schema:Quotation",
    "SourceKind": "schema:CreativeWork",
    "TreatyKind": "schema:Legislation",
}
"""The vocabularies whose terms are classes, with the superclass of these classes."""

_MATCHES: Final = {
    "ProvenanceMethod-rules": "iptcsource:algorithmicMedia",
    "ProvenanceMethod-model": "iptcsource:trainedAlgorithmicMedia",
    "ProvenanceMethod-person": "iptcsource:digitalCreation",
    "ProvenanceStatus-corrected": "prov:Revision",
}
"""Concepts of other vocabularies that mean nearly the same as terms of ours."""

_ACTOR_TYPES: Final = {
    "person": "schema:Person",
    "state": "schema:Country",
    "organ": "brief:Organ",
    "organization": "schema:Organization",
    "group": "brief:Group",
    "unnamed": "brief:Unnamed",
}
_ACTOR_CLASSES: Final = {
    "Group": ("Several actors under one name.", "prov:Agent"),
    "Organ": ("An organ of a state or of an organization.", "schema:Organization"),
    "Unnamed": ("An actor whom the text does not name.", "prov:Agent"),
}

_IRIS: Final = {
    "about": "schema:about",
    "actor": "prov:agent",
    "actors": "schema:mentions",
    "acts": "schema:mentions",
    "affiliation": "schema:affiliation",
    "archived_url": "schema:archivedAt",
    "authentic_languages": "schema:inLanguage",
    "authors": "schema:author",
    "by": "prov:wasAssociatedWith",
    "cites": "schema:citation",
    "derived_from": "prov:wasDerivedFrom",
    "description": "schema:description",
    "end": "schema:endDate",
    "events": "schema:mentions",
    "evidence": "oa:hasSelector",
    "exact": "oa:exact",
    "honorific": "schema:honorificPrefix",
    "id": "@id",
    "identifiers": "schema:identifier",
    "issued_by": "prov:wasAttributedTo",
    "language": "schema:inLanguage",
    "members": "schema:member",
    "name": "schema:name",
    "note": "rdfs:comment",
    "of": "schema:parentOrganization",
    "office": "schema:jobTitle",
    "part_of": "schema:superEvent",
    "participants": "prov:qualifiedAssociation",
    "place": "schema:location",
    "prefix": "oa:prefix",
    "published": "schema:datePublished",
    "publisher": "schema:publisher",
    "quotes": "schema:hasPart",
    "represents": "schema:affiliation",
    "role": "prov:hadRole",
    "said_on": "schema:dateCreated",
    "scheme": "schema:propertyID",
    "schema_version": "schema:schemaVersion",
    "sha256": "schema:sha256",
    "short_title": "schema:alternateName",
    "sources": "schema:isBasedOn",
    "speakers": "schema:creator",
    "sponsors": "schema:sponsor",
    "start": "schema:startDate",
    "subtitle": "schema:alternativeHeadline",
    "suffix": "oa:suffix",
    "text": "schema:text",
    "title": "schema:name",
    "topics": "schema:keywords",
    "treaties": "schema:about",
    "updated": "schema:dateModified",
    "url": "schema:url",
    "value": "schema:value",
}
"""The IRI of each member. A member that is not listed has an IRI of our own."""

_IRIS_IN: Final = {
    ("Author", "role"): "schema:roleName",
    ("Brief", "id"): "schema:identifier",
    ("Brief", "title"): "schema:headline",
    ("Milestone", "id"): "schema:identifier",
    ("Provenance", "agent"): "prov:wasAttributedTo",
    ("Provenance", "method"): "iptc:DigitalSourceType",
    ("Unnamed", "of"): "schema:affiliation",
}
"""The IRIs of members that mean something else in the given class."""

_LOCAL_NAMES: Final = frozenset(
    {("Milestone", "requires"), ("Milestone", "reverses"), ("Milestone", "toward")}
)
"""References that are plain strings, like the ids of milestones."""

_DATES: Final = frozenset({"PartialDate", "Timestamp", "When"})
_IN_ORDER: Final = frozenset({"authors", "content", "continued", "items", "provisions", "sections"})
_WITHOUT_TERMS: Final = frozenset({"IdentifierScheme", "TlpLabel"})
"""Vocabularies whose terms are plain strings, because they are names in other registries."""


def context(schema: JsonSchemaValue) -> JsonLd:
    """Return the JSON-LD 1.1 context of a brief.

    Args:
        schema: The full schema of a brief.

    Example:
        >>> from scripts.schemas.profiles import full
        >>> context(full())["@context"]["quotes"]["@id"]
        'schema:hasPart'
    """
    root = {"@version": 1.1, "@vocab": TERMS, **_PREFIXES, "$schema": None}
    return {"@context": {**root, **_Context(schema["$defs"]).of("Brief", schema)}}


def vocabulary(schema: JsonSchemaValue) -> JsonLd:
    """Return all classes and terms of our own as JSON-LD, with their meanings.

    Args:
        schema: The full schema of a brief.

    Example:
        >>> from scripts.schemas.profiles import full
        >>> graph = vocabulary(full())["@graph"]
        >>> next(node for node in graph if "protocol" in node["@id"])["rdfs:subClassOf"]
        {'@id': 'schema:Legislation'}
    """
    graph = [
        _class(f"brief:{name}", meaning, superclass)
        for name, (meaning, superclass) in _ACTOR_CLASSES.items()
    ]
    for name in schema["$defs"]:
        for term in _terms(name):
            iri, meaning = _term_iri(name, term.value), definition(term)
            if name in _TYPES:
                graph.append(_class(iri, meaning, _TYPES[name]))
            else:
                concept: JsonLd = {"@id": iri, "@type": "skos:Concept", "skos:definition": meaning}
                if match := _MATCHES.get(f"{name}-{term.value}"):
                    concept["skos:closeMatch"] = {"@id": match}
                graph.append(concept)
    return {"@context": _PREFIXES, "@graph": graph}


def _terms(name: str) -> tuple[Term, ...]:
    """Return the terms of a vocabulary if they have IRIs of our own; none for any other type."""
    is_ours = name in VOCABULARIES and name not in _WITHOUT_TERMS
    return VOCABULARIES[name].terms if is_ours else ()


def _class(iri: str, meaning: str, superclass: str) -> JsonLd:
    return {
        "@id": iri,
        "@type": "rdfs:Class",
        "rdfs:comment": meaning,
        "rdfs:subClassOf": {"@id": superclass},
    }


def _term_iri(vocabulary: str, term: str) -> str:
    return f"brief:{vocabulary}-{term}"


class _Context:
    """Contexts of the classes of a schema, with nested contexts for inner classes."""

    def __init__(self, definitions: dict[str, JsonSchemaValue]) -> None:
        self._definitions = definitions

    def of(self, name: str, form: JsonSchemaValue) -> JsonLd:
        """Return the term definitions for the members of a class."""
        members = cast("dict[str, JsonSchemaValue]", form["properties"])
        return {
            member: self._term(name, member, described)
            for member, described in members.items()
            if member != "$schema"
        }

    def _term(self, owner: str, member: str, form: JsonSchemaValue) -> JsonLd | str:
        iri = _IRIS_IN.get((owner, member)) or _IRIS.get(member) or f"brief:{member}"
        if iri == "@id":
            return iri
        term: JsonLd = {"@id": iri}
        if member in _IN_ORDER:
            term["@container"] = "@list"
        items = form.get("items", form)
        name = name_of(items) or name_of(*items.get("allOf", [{}]))
        if name in _DATES:
            return {**term, "@type": "edtf:EDTF"}
        if name in {"Reference", "Voters", "WebAddress"} and (owner, member) not in _LOCAL_NAMES:
            return {**term, "@type": "@id"}
        if terms := _terms(name):
            if name in _TYPES:
                term["@id"] = "rdf:type"
            scoped = {known.value: _term_iri(name, known.value) for known in terms}
            return {**term, "@type": "@vocab", "@context": scoped}
        if member == "kind":
            return {"@id": "rdf:type", "@type": "@vocab", "@context": _ACTOR_TYPES}
        union = self._definitions.get(name, {}).get("oneOf", ())
        branches = [name_of(branch) for branch in union] or [name]
        inner: JsonLd = {}
        for branch in branches:
            if self._definitions.get(branch, {}).get("type") == "object":
                inner |= self.of(branch, self._definitions[branch])
        return {**term, "@context": inner} if inner else term
