"""The stages of a treaty as a ladder, drawn from the tables of the treaty engine.

The ladder consists of HTML elements and is not an image, so that it fits a phone and a screen
reader can read it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import ACTS, TREATY_STAGES, Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diplobrief.treaties.acts import ActRule
    from diplobrief.treaties.stages import Stage, TreatyStage


def ladder() -> Iterator[str]:
    """Yield the stages up to the entry into force, then suspension, then the ways to end."""
    rungs = [
        stage
        for stage in TREATY_STAGES.values()
        if stage.name not in _FINAL_STAGES and stage.awaits != _RESUMING
    ]
    yield '<ol class="ladder" aria-label="The stages of a treaty, and the acts between them">'
    for stage in rungs:
        yield f"<li>{_stage(stage)}"
        if stage.awaits:
            yield f'<span class="by">{_in_words(stage.awaits)}</span>'
        else:
            yield from _suspension()
        yield "</li>"
    yield '<li><div class="ends">'
    for name in _FINAL_STAGES:
        if name == "rejected":
            by = f"By {_in_words(_kinds(lambda act: act.refuses))} refused by the whole treaty."
        else:
            by = f"By {_in_words(_ended_by(name))}."
        yield _stage(TREATY_STAGES[name], by)
    yield "</div></li>"
    yield "</ol>"


def _kinds(condition: Callable[[ActRule], bool]) -> tuple[str, ...]:
    return tuple(act.kind for act in ACTS.values() if condition(act))


def _ended_by(stage: TreatyStage) -> tuple[str, ...]:
    return _kinds(lambda act: act.ends_as == stage)


_SUSPENDING: Final = _kinds(lambda act: act.effect is Effect.SUSPENDS)
_RESUMING: Final = _kinds(lambda act: act.effect is Effect.RESUMES)
_FINAL_STAGES: Final[list[TreatyStage]] = [*filter(_ended_by, TREATY_STAGES), "rejected"]


def _suspension() -> Iterator[str]:
    suspended = next(stage for stage in TREATY_STAGES.values() if stage.awaits == _RESUMING)
    yield (
        f'<div class="aside"><b>{_in_words([suspended.name])}</b>: {escape(suspended.meaning)} '
        f"By {_in_words(_SUSPENDING)}, until {_in_words(_RESUMING)}.</div>"
    )
    yield '<span class="by">until it ends</span>'


def _stage(stage: Stage[TreatyStage], by: str = "") -> str:
    text = f"<b>{_in_words([stage.name])}</b> {escape(stage.meaning)} {by}".rstrip()
    return f'<div class="stage {stage.name}">{text}</div>'


def _in_words(names: Iterable[str]) -> str:
    """Return names in words: "ratification, acceptance or approval"."""
    *first, last = (name.replace("_", " ") for name in names)
    return " or ".join(filter(None, [", ".join(first), last]))
