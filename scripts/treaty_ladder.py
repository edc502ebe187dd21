"""Draw the stages of a treaty as a ladder, from the tables of the code.

It is made of elements of the page and not an image, so that it fits a phone and is read aloud.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import ACTS, TREATY_STAGES
from diplobrief.treaties.acts import ActRule, Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diplobrief.treaties.stages import Stage


def _kinds(fits: Callable[[ActRule], bool]) -> tuple[str, ...]:
    return tuple(act.kind for act in ACTS.values() if fits(act))


_SUSPENDS: Final = _kinds(lambda act: act.effect is Effect.SUSPENDS)
_RESUMES: Final = _kinds(lambda act: act.effect is Effect.RESUMES)
_ENDED_BY: Final = {
    stage: _kinds(lambda act, stage=stage: act.ends_as == stage)  # type: ignore[misc]
    for stage in TREATY_STAGES
}
_ENDS: Final = [stage for stage, kinds in _ENDED_BY.items() if kinds] + ["rejected"]


def ladder() -> Iterator[str]:
    """Yield the drawing: up to the entry into force, what may suspend it, and how a treaty ends."""
    rungs = [
        stage
        for stage in TREATY_STAGES.values()
        if stage.name not in _ENDS and stage.awaits != _RESUMES
    ]
    yield '<ol class="ladder" aria-label="The stages of a treaty, and the acts that lead on">'
    for stage in rungs:
        yield f"<li>{_box(stage)} "
        yield f'<span class="by">{_words(stage.awaits)}</span>' if stage.awaits else _aside()
        yield "</li>"
    yield '<li><div class="ends">'
    for name in _ENDS:
        refused = " refused, by the treaty as a whole" if name == "rejected" else ""
        kinds = _ENDED_BY[name] or _kinds(lambda act: act.refuses)
        yield _box(TREATY_STAGES[name], f"By {_words(kinds)}{refused}.")
    yield "</div></li></ol>\n"


def _aside() -> str:
    suspended = next(stage for stage in TREATY_STAGES.values() if stage.awaits == _RESUMES)
    return (
        f'<div class="aside"><b>{_words([suspended.name])}</b>: {escape(suspended.meaning)} '
        f"By {_words(_SUSPENDS)}, until {_words(_RESUMES)}.</div>"
        '<span class="by">until it ends</span>'
    )


def _box(stage: Stage, more: str = "") -> str:
    return (
        f'<div class="stage {stage.name}"><b>{_words([stage.name])}</b> '
        f"{escape(stage.meaning)} {escape(more)}</div>"
    )


def _words(names: Iterable[str]) -> str:
    """Return names in words: "ratification, acceptance or approval"."""
    *first, last = (name.replace("_", " ") for name in names)
    return " or ".join(filter(None, [", ".join(first), last]))
