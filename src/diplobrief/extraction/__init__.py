"""Facts out of prose: actors, quotes, events, acts and steps of treaties, with evidence.

The code knows no language; the words are in the lexicons, `languages/*/lexicon`. What a page says
is a function of its narrative alone. Only at the end, facts that the brief has are left out.
"""

from diplobrief.extraction.parsed_tokens import ParsedToken
from diplobrief.extraction.review import confirm, correct, reject
from diplobrief.extraction.suggest import suggest

__all__ = ["ParsedToken", "confirm", "correct", "reject", "suggest"]
