"""Acts other than steps of treaties: sanctions, resolutions, expulsions and statements."""

from diplobrief.extraction.acts.finder import ActFinder, act_finder_of
from diplobrief.extraction.acts.found import FoundAct

__all__ = ["ActFinder", "FoundAct", "act_finder_of"]
