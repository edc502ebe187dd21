"""Web addresses that are malformed, or open to others on the way."""

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
_DESTINATION: Final = re.compile(r"\]\([ \t]*<?([^\s<>]+?)>?(?=[ \t]|\)(?!\)))")
# What was to be an absolute address, and is read as a relative one: no scheme, or half of it.
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
    """A link begins with `http:`, so that others can read and change what it shows.

    What it does:
        It finds `http:` addresses in `url` and `archived_url` of sources and in the narrative.

    Why it matters:
        What a reader gets is not certain to be what the source published. Nearly every site
        offers `https:`.

    Example:
        `url: http://example.org/communique`

    Use instead:
        `url: https://example.org/communique`, once it has been seen to work; or an archived copy.

    References:
        RFC 9110, section 4.2.2.
    """
    if "ttp:" not in context.characters and "TTP:" not in context.characters:
        return
    for path, address in _addresses(context):
        if address[:5].casefold() == "http:":
            yield Problem(
                path,
                f"{address} is fetched without protection",
                "use the https: address, where there is one",
            )


@rule("HYG007", "malformed-address", Severity.WARNING)
def malformed_address(context: CheckContext) -> Iterator[Problem]:
    """A link leads nowhere, because its address is malformed.

    What it does:
        It takes the addresses of sources and of the narrative apart: there has to be a host that
        can be one, a port that is a number, and two hexadecimal digits behind each `%`. Links in
        the narrative that begin with `www.` or with half of `https://` are found as well.

    Why it matters:
        The reader cannot follow it, and the evidence is lost.

    Example:
        `url: https:///communique` or `[communiqué](www.example.org/communique)`

    Use instead:
        `url: https://example.org/communique`

    References:
        RFC 3986, sections 2.1, 3.2 and 4.2.
    """
    for path, address in _addresses(context):
        wrong = _fault(address)
        if wrong is not None:
            yield Problem(path, f"{address or 'the address'} {wrong}", "copy the whole address")


def _addresses(context: CheckContext) -> Iterator[tuple[Path, str]]:
    for at, source in enumerate(context.brief.sources):
        if source.url is not None:
            yield ("sources", at, "url"), source.url
        if source.archived_url is not None:
            yield ("sources", at, "archived_url"), source.archived_url
    for path, text, _ in context.written:
        if "://" in text:
            for found in _ADDRESS.finditer(text):
                yield path, _without_punctuation(found[0])
        if "](" in text:
            for link in _DESTINATION.finditer(text):
                if _BROKEN_START.match(link[1]):
                    yield path, link[1]


def _without_punctuation(address: str) -> str:
    """Return an address without what the sentence or the link puts behind it."""
    address = address.rstrip(".,:;!?'*_")
    while address.endswith((")", "]")) and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,:;!?'*_")
    cut = address.find("](")
    return address if cut < 0 else address[:cut]


def _fault(address: str) -> str | None:
    """Say what is wrong with an address; `None` where nothing is."""
    if _BROKEN_START.match(address):
        return "does not begin with https://"
    if _BAD_ESCAPE.search(address):
        return "has a % without two hexadecimal digits behind it"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "has a host or port that cannot be one"
    if not host:
        return "names no host"
    bracketed = f"[{host}]" if ":" in host else host
    return None if _HOST.fullmatch(bracketed) else "has a host that cannot be one"
