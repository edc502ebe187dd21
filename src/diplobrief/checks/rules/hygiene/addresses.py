"""Web addresses that are malformed or not encrypted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"`\\]*", re.IGNORECASE)
_DESTINATION: Final = re.compile(
    # An address that contains "](" would be read again from each of them.
    r"\]\([ \t]*<?((?:[^\s<>\]]|\](?!\())+?)>?(?=[ \t]|\)(?!\)))"
)
# Meant as an absolute address, but read as a relative one: the scheme is missing or misspelt.
_BROKEN_START: Final = re.compile(
    r"www\.|(?:https?|htpp?s?|htt?ps?|ttps?)(?:/{1,3}|:(?!//)|:///)|(?:htpps?|htp|ttps?)://",
    re.IGNORECASE,
)
_HOST: Final = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)*[^\W_](?:[\w-]{0,61}[^\W_])?\.?|\[[0-9A-Fa-f:.]+\]"
)
_BAD_ESCAPE: Final = re.compile("%(?![0-9A-Fa-f]{2})")


@rule("HYG006", "address-without-tls", Severity.INFO)
def address_without_tls(context: CheckContext) -> Iterator[Problem]:
    """A web address begins with `http:`, so others can read and change the page in transit.

    What it does:
        It finds `http:` addresses in `url` and `archived_url` of sources, and in the narrative.

    Why it matters:
        Readers cannot be sure that they see what the source published. Nearly every site offers
        `https:`.

    Example:
        `url: http://example.org/communique`

    Use instead:
        `url: https://example.org/communique`, if it works, or else an archived copy.

    References:
        RFC 9110, section 4.2.2.
    """
    if "ttp:" not in context.raw_text and "TTP:" not in context.raw_text:
        return
    for path, address in _addresses(context):
        if address[:5].casefold() == "http:":
            yield Problem(
                path,
                f"{address} is not encrypted (no TLS)",
                "use the https: address if the site has one",
            )


@rule("HYG007", "malformed-address", Severity.WARNING)
def malformed_address(context: CheckContext) -> Iterator[Problem]:
    """A web address is malformed, so the link leads nowhere.

    What it does:
        It parses the addresses of sources and in the narrative. Each needs a valid host; the port
        must be a number, and two hexadecimal digits must follow each `%`. It also finds links in
        the narrative that begin with `www.`, or with a misspelt `https://`.

    Why it matters:
        Readers cannot follow the link, so the evidence is lost.

    Example:
        `url: https:///communique` or `[communiqué](www.example.org/communique)`

    Use instead:
        `url: https://example.org/communique`

    References:
        RFC 3986, sections 2.1, 3.2 and 4.2.
    """
    for path, address in _addresses(context):
        problem = _problem_with(address)
        if problem is not None:
            yield Problem(path, f"{address or 'the address'} {problem}", "copy the whole address")


def _addresses(context: CheckContext) -> Iterator[tuple[Path, str]]:
    for at, source in enumerate(context.brief.sources):
        if source.url is not None:
            yield ("sources", at, "url"), source.url
        if source.archived_url is not None:
            yield ("sources", at, "archived_url"), source.archived_url
    for path, text, _ in context.narrative_texts:
        if "://" in text:
            for match in _ADDRESS.finditer(text):
                yield path, _without_punctuation(match[0])
        if "](" in text:
            for link in _DESTINATION.finditer(text):
                if _BROKEN_START.match(link[1]):
                    yield path, link[1]


def _without_punctuation(address: str) -> str:
    """Return an address without the characters after it that belong to the sentence or link."""
    address = address.rstrip(".,:;!?'*_")
    while address.endswith((")", "]")) and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,:;!?'*_")
    cut = address.find("](")
    return address if cut < 0 else address[:cut]


def _problem_with(address: str) -> str | None:
    """Return what is wrong with an address, or `None` if it is well-formed."""
    if _BROKEN_START.match(address):
        return "does not begin with https:// and a host name"
    if _BAD_ESCAPE.search(address):
        return "has a % that two hexadecimal digits do not follow"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "has an invalid host or port"
    if not host:
        return "has no host"
    bracketed = f"[{host}]" if ":" in host else host
    return None if _HOST.fullmatch(bracketed) else "has an invalid host"
