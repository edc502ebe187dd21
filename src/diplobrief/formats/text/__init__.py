"""Plain text: the layouts in which briefs are mailed and pasted. Import only.

Body text is plain text: `**bold**` or `[a](b)` in it is escaped, so that a reader sees exactly the
characters that were typed. Only around a label, a title or a byline are `**` and `##` marks.
A dateline is read, and stays in its paragraph; a byline moves into `authors`. The title is taken
from the first line alone, never from below an address or a line of navigation. Lists in lists, mail
quotations and rules (`---`) become `markdown` blocks.
"""

from diplobrief.formats.text.reader import TextDocument

__all__ = ["TextDocument"]
