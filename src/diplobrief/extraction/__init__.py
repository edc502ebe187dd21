"""Facts from prose: actors, quotes, events, acts and steps of treaties, with evidence.

The code contains no words of a language; they are in the lexicons, `languages/*/lexicon`. The
facts of a page depend only on its narrative; those that its brief has are left out at the end.
"""

from diplobrief.extraction.parsed_tokens import ParsedToken
from diplobrief.extraction.review import confirm, correct, reject
from diplobrief.extraction.suggest import suggest

__all__ = ["ParsedToken", "confirm", "correct", "reject", "suggest"]
