"""Plain text: the layouts in which briefs are mailed and pasted. Import only.

The body is plain text: `**bold**` or `[a](b)` in it is escaped, so that a reader sees exactly the
characters that were typed. `**` and `##` are markup only around a label, a title or a byline.
A dateline is read and also stays in its paragraph; a byline moves to `authors`. Only the first line
can be the title, so an address or a line of navigation above it prevents one. Nested lists, mail
quotations and rules (`---`) become `markdown` blocks.
"""

from diplobrief.formats.text.reader import TextDocument

__all__ = ["TextDocument"]
