"""The actors of a page, and which of them each mention refers to."""

from diplobrief.extraction.actors.entity import Entity, is_legislature
from diplobrief.extraction.actors.registry import folded
from diplobrief.extraction.actors.resolver import Resolver

__all__ = ["Entity", "Resolver", "folded", "is_legislature"]
