"""Events: meetings, calls, visits and others that a page reports or announces."""

from diplobrief.extraction.events.finder import EventFinder, event_finder_of
from diplobrief.extraction.events.found import FoundEvent

__all__ = ["EventFinder", "FoundEvent", "event_finder_of"]
