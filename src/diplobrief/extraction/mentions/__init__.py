"""Finds the states, bodies, people and treaties that a page mentions.

Mentions are found in the text of a sentence, and then *masked*: each of their characters is
replaced by one character for the kind of mention. Offsets stay the same, and later
patterns can ask for "a state, then a word, then an organ" without knowing their names.
"""

from diplobrief.extraction.mentions.finder import MentionFinder, mention_finder_of
from diplobrief.extraction.mentions.masks import ACTOR, ACTORS, MASKS, Mention
from diplobrief.extraction.mentions.treaties import shortened

__all__ = ["ACTOR", "ACTORS", "MASKS", "Mention", "MentionFinder", "mention_finder_of", "shortened"]
