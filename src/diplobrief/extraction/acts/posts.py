"""What an act is by the offices of those who take part, and by what it is about."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate

_OF_RESOLUTIONS: Final = frozenset({"decision", "mandate", "sanctions", "lifting_of_sanctions"})
"""What a body does in its resolutions; the number of a resolution shows which body it is."""

_OF_MEMBERS: Final = frozenset({"organization", "organ"})


def kind_of(predicate: Predicate, kind: str, performers: Sequence[Entity]) -> str:
    """Return the kind of an act by its issuers and by the document that contains it."""
    sentence = predicate.sentence
    if kind in _OF_RESOLUTIONS and _by_resolution(sentence.lexicon).search(sentence.text):
        return "resolution"
    if kind == "letter" and _inviting(sentence.lexicon).search(sentence.masked, predicate.verb.end):
        return "invitation"  # "handed over a letter inviting the King to Oslo"
    if kind == "expulsion" and performers and all(map(is_legislature, performers)):
        return "motion"  # A parliament can only ask for it.
    return kind


def body_of_office(predicate: Predicate) -> list[Entity]:
    """Return the owner of a post that somebody gets: Norway in "was appointed Norway's envoy"."""
    if predicate.entry.row.get("of_body"):
        return _body_of_member(predicate)
    return _body_of_post(predicate)


def _body_of_member(predicate: Predicate) -> list[Entity]:
    """Return the African Union from "was elected chairperson of the African Union"."""
    holders = predicate.sentence.actors_at(predicate.verb.end + 1)
    bodies = (body for each in holders for body in (each.of, each.represents))
    return [body for body in bodies if body is not None and body.kind in _OF_MEMBERS][:1]


def _body_of_post(predicate: Predicate) -> list[Entity]:
    """Return Norway from "was appointed the first Norwegian ambassador to Mali"."""
    sentence = predicate.sentence
    match = _post(sentence.lexicon).match(sentence.masked, predicate.verb.end)
    post = sentence.mention_at(match.start("body")) if match else None
    if post is None or post.kind != "office":
        actors = sentence.actors_of(post) if post else []
        return [each.state or each for each in actors if each.kind != "person"][:1]
    states = (each.state for each in [*predicate.objects, *sentence.actors_of(post)])
    return [each for each in states if each is not None and each.code == post.code][:1]


def state_of_messenger(predicate: Predicate) -> Callable[[Entity], Entity]:
    """Return a function for the state in whose name an ambassador hands something over."""
    envoys = predicate.sentence.lexicon.data["acts"].get("messengers", {}).get("offices", ())

    def state_of(actor: Entity) -> Entity:
        office = (actor.office or getattr(actor, "name", None) or "").lower()
        is_envoy = actor.kind in {"person", "unnamed"} and any(word in office for word in envoys)
        return (actor.state if is_envoy else None) or actor

    return state_of


@cache
def _post(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for the body that begins the name of a post: "as Norway's envoy"."""
    words = leading([*lexicon.words("as"), ""])
    body = f"[{MASKS['state']}{MASKS['organization']}{MASKS['adjective']}{MASKS['office']}]"
    return re.compile(
        rf"\s+{words}{lexicon.optional('before_nouns')}(?:[a-z]+\s+){{0,2}}?"
        rf"(?P<body>{body})++(?:{MASKS['office']}|['’]s?\s|[\s,.])"
    )


@cache
def _inviting(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for what makes a letter an invitation: "a letter inviting"."""
    words = alternatives(lexicon.data["acts"].get("invitation", {}).get("containing", ()))
    return re.compile(rf"[^;:.]{{0,80}}?(?<!\w){words}{AFTER}")


@cache
def _by_resolution(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for "by resolution 72/249"."""
    data = lexicon.data["acts"]
    by = leading(data.get("by_resolution", {}).get("words", ()))
    nouns = alternatives(data["documents"].get("resolution", ()))
    own = leading([*data["own"]["words"], ""])
    about = leading(data.get("by_resolution", {}).get("about", ()))
    return re.compile(
        rf"(?<!\w){by}(?:{own}{nouns}\s+(?:[a-z]{{1,3}}-)?\d"
        rf"|{lexicon.before('before_nouns')}{nouns},?\s+{about})",
        re.IGNORECASE,
    )


def topic_of(predicate: Predicate) -> str | None:
    """Return what an act that is new to the reader is about: "a resolution on Mali"."""
    match = _topic(predicate.sentence.lexicon).search(predicate.sentence.text)
    return match["topic"].casefold() if match else None


@cache
def _topic(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for what a document with an indefinite article is about."""
    data = lexicon.data["acts"]
    indefinite = alternatives(lexicon.words("indefinite_articles"))
    nouns = alternatives(data.get("drafts", {}).get("nouns", ()))
    on = leading(data.get("drafts", {}).get("about", ()))
    article = lexicon.optional("articles")
    return re.compile(
        rf"(?<!\w)(?i:{indefinite})\s+(?:[a-z]+\s+)?{nouns}{AFTER}(?:\s\([^()]{{1,60}}\))?"
        rf"\s+{on}{article}(?P<topic>\w+(?:\s\w+)?)"
    )
