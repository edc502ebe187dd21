"""Completes the parties of treaties and of their steps from the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.treaties.found import OF_MANY, FoundStep, FoundTreaty

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.actors.resolver import Resolver

_OF_ALL_PARTIES: Final = frozenset(
    {"signature", "initialling", "exchange_of_instruments", "negotiation"}
)
_MAYBE_OF_ALL: Final = frozenset({"extension", "amendment"})
_IN_A_PARLIAMENT: Final = frozenset({"committee_recommendation", "submission"})
_WITHIN_A_STATE: Final = frozenset({"publication", "promulgation", *_IN_A_PARLIAMENT})
_BY_ONE_STATE: Final = frozenset({"deposit", *_WITHIN_A_STATE})
_NATIONAL: Final = frozenset({"parliamentary_approval", *_WITHIN_A_STATE})
_OF_EACH_PARTY: Final = frozenset(
    {"government_approval", "ratification", *_NATIONAL, *_OF_ALL_PARTIES}
)
_OF_CONSENT: Final = frozenset({"ratification", "accession", "acceptance"})
_NOT_DONE: Final = frozenset({"denied", "rejected"})
_BILATERAL: Final = 2


def complete_parties(treaties: Collection[FoundTreaty], entities: Resolver) -> None:
    """Add parties of treaties that their steps name, and parties of steps that treaties name.

    Args:
        treaties: The treaties of a page with their steps.
        entities: The actors of the page.
    """
    approving = {
        party
        for treaty in treaties
        for step in treaty.steps
        if step.kind == "parliamentary_approval" and step.status == "completed"
        if step.date or not step.is_of_headline
        for party in step.parties
    }
    for treaty in treaties:
        treaty.steps = [step for step in treaty.steps if not _summarizes(step, approving)]
        if not treaty.parties:
            treaty.parties = _states_of(treaty, _OF_ALL_PARTIES)
        elif len(treaty.parties) > 1:
            _complete_joint_steps(treaty)
        _complete_national_steps(treaty)
        acting = [party for step in treaty.steps for party in step.parties]
        if len({*treaty.parties, *acting}) <= _BILATERAL and not _has_signed_alone(treaty):
            _complete_bilateral(treaty, entities)


def _summarizes(step: FoundStep, approving: Collection[Entity]) -> bool:
    """Whether a headline summarizes a step of a parliament: "Norway ratifies pact"."""
    is_ratification = step.kind == "ratification" and step.is_of_headline
    if step.kind == "parliamentary_approval" and step.is_of_headline and not step.date:
        # "Parliament ratifies pact", and then the name of the chamber
        return step.status == "completed" and bool({*step.parties} & {*approving})
    return is_ratification and bool(step.parties) and {*step.parties} <= {*approving}


def _complete_joint_steps(treaty: FoundTreaty) -> None:
    """Make all states in a name parties of joint steps: "the pact between A and B was signed"."""
    for step in treaty.steps:
        is_joint = step.kind in _OF_ALL_PARTIES or (
            step.kind in _MAYBE_OF_ALL and treaty.parties_are_named
        )
        if is_joint and not step.parties:
            step.parties = [*treaty.parties]


def _complete_national_steps(treaty: FoundTreaty) -> None:
    """Give a step within a state the party of the last such step, or else of the first one."""
    known = next(
        (step.parties for step in treaty.steps if step.kind in _NATIONAL and _has_one(step)), ()
    )
    consenting: Sequence[Entity] = ()
    for step in treaty.steps:
        if step.kind in _NATIONAL and _has_one(step):
            known = step.parties
        if step.kind in _OF_CONSENT and step.status == "completed":
            consenting = step.parties if _has_one(step) else ()
        if step.kind in _BY_ONE_STATE and not step.parties:
            # "Malta ratified it on 4 June, and the instrument was deposited on 11 June."
            is_of_consent = step.kind == "deposit" and consenting
            step.parties = consenting if is_of_consent else known


def _complete_bilateral(treaty: FoundTreaty, entities: Resolver) -> None:
    """Make both parties of a bilateral treaty parties of its joint steps."""
    states = [*dict.fromkeys([*treaty.parties, *_states_of(treaty, _OF_EACH_PARTY)])]
    if len(states) == 1 and treaty.parties and treaty.names_one_party:
        other = entities.main_state(states[0])
        states += [other] if other is not None else []
    if len(states) < _BILATERAL and treaty.steps:
        two = entities.two_states()
        states = two if {*states} <= {*two} else states
    # "the Convention on Fish with Sweden"
    may_be_of_two = treaty.kind not in OF_MANY or treaty.names_one_party
    is_bilateral = len(states) == _BILATERAL and may_be_of_two
    if is_bilateral:
        treaty.parties = states
    if len(treaty.parties) != _BILATERAL:
        return
    for step in treaty.steps:
        if step.kind not in _OF_ALL_PARTIES or step.status in _NOT_DONE:
            continue
        # "Peru signed the High Seas Treaty" alone, though others may have signed it, too.
        is_told_of_one = treaty.is_named and not treaty.parties_are_named
        is_told_of_one = is_told_of_one and not treaty.names_one_party
        is_of_one = is_bilateral and not is_told_of_one and _is_alone(treaty, step)
        if not step.parties or (is_of_one and {*step.parties} < {*treaty.parties}):
            step.parties = [*treaty.parties]


def _has_signed_alone(treaty: FoundTreaty) -> bool:
    """Whether one state signed separately from all, which is only possible for a convention."""
    signatures = [step for step in treaty.steps if step.kind == "signature"]
    return any(map(_has_one, signatures)) and any(not step.parties for step in signatures)


def _has_one(step: FoundStep) -> bool:
    return len(step.parties) == 1


def _is_alone(treaty: FoundTreaty, step: FoundStep) -> bool:
    """Whether a treaty has no other step of the same kind."""
    return sum(other.kind == step.kind for other in treaty.steps) == 1


def _states_of(treaty: FoundTreaty, kinds: frozenset[str]) -> list[Entity]:
    """Return the states that take steps of some kinds."""
    parties: Sequence[Entity] = [
        party for step in treaty.steps if step.kind in kinds for party in step.parties
    ]
    return [*dict.fromkeys(parties)]
