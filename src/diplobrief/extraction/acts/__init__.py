"""Acts: sanctions, resolutions, expulsions, statements and others that are no step of a treaty."""

from diplobrief.extraction.acts.finder import ActFinder, act_finder_of
from diplobrief.extraction.acts.found import FoundAct

__all__ = ["ActFinder", "FoundAct", "act_finder_of"]
