"""Finds the treaty of an organization that is left: the OAS Charter for "left the OAS"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.treaties.found import REMEMBERED, FoundTreaty

if TYPE_CHECKING:
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.identity import Treaties

_FOUNDING: Final = frozenset({"charter", "statute"})
"""Kinds of treaties by which an organization may be founded."""

OF_MEMBERS: Final = frozenset({"withdrawal", "accession"})
"""Kinds of steps that members of an organization may take."""


def treaty_of_organization(
    sentence: ReadSentence, offset: int, treaties: Treaties
) -> FoundTreaty | None:
    """Return the treaty of the organization at an offset, if the page names that treaty.

    Args:
        sentence: The sentence.
        offset: The offset.
        treaties: The treaties of the page.
    """
    mention = sentence.mention_at(offset)
    if mention is None or mention.kind != "organization":
        return None
    bodies = {*sentence.actors_of(mention)}
    recent = treaties.all[-REMEMBERED:]
    for treaty in recent:
        if bodies & {*treaty.parties} or any(mention.name in name for name in treaty.names):
            return treaty
    founding = [treaty for treaty in recent if treaty.kind in _FOUNDING]
    return founding[0] if len(founding) == 1 else None
