"""Media that report what somebody else said: "…, the minister said, Reuters reports"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplobrief.extraction.coordination import performers_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.quotes.statement import Telling


def without_relays(
    tellings: Sequence[Telling],
) -> Iterator[tuple[Telling, Sequence[Entity]]]:
    """Yield the statements of a sentence, each with the media that report it.

    The one who speaks has the statement. Media speak only if nobody else does.

    Args:
        tellings: The statements of the sentence.
    """
    speakers = [performers_of(telling.sentence, telling.subject) for telling in tellings]
    of_media = [bool(each) and all(entity.type == "media" for entity in each) for each in speakers]
    relays = [telling for telling, is_relay in zip(tellings, of_media, strict=True) if is_relay]
    for telling, is_relay in zip(tellings, of_media, strict=True):
        if is_relay:
            if all(of_media) or not any(
                _contains(telling, other)
                for other, is_other_relay in zip(tellings, of_media, strict=True)
                if not is_other_relay
            ):
                yield telling, ()
            continue
        reported_by: list[Entity] = []
        for relay in relays:
            if not _contains(relay, telling):
                continue
            reported_by += performers_of(relay.sentence, relay.subject)
            start = relay.subject.start
            if telling.content[0] < start < telling.content[1]:
                content = (telling.content[0], start)
                whole = (telling.whole[0], min(telling.whole[1], start))
                telling = replace(telling, content=content, whole=whole)  # noqa: PLW2901
        yield telling, reported_by


def _contains(relay: Telling, telling: Telling) -> bool:
    """Whether what a medium reports has the verb of a statement in it."""
    first, last = relay.content
    return first <= telling.verb.start < max(last, relay.subject.start)
