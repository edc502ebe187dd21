"""Treaties and their steps: who did what to which treaty, how far it has come, and when."""

from diplobrief.extraction.treaties.finder import StepFinder, step_finder_of
from diplobrief.extraction.treaties.found import FoundStep, FoundTreaty
from diplobrief.extraction.treaties.title_words import significant_words

__all__ = ["FoundStep", "FoundTreaty", "StepFinder", "significant_words", "step_finder_of"]
