"""The beginnings and ends of the seven types of HTML block (CommonMark 0.31.2, section 4.6)."""

from __future__ import annotations

import re
from typing import Final

_ATTRIBUTE: Final = (
    r"[ \t]+[a-zA-Z_:][a-zA-Z0-9:._-]*"
    r"(?:[ \t]*=[ \t]*(?:[^\"'=<>`\x00-\x20]+|'[^']*'|\"[^\"]*\"))?"
)
HTML_STARTS: Final = (
    re.compile(r"<(?:script|pre|textarea|style)(?:[ \t]|>|\Z)", re.IGNORECASE),
    re.compile(r"<!--"),
    re.compile(r"<\?"),
    re.compile(r"<![A-Za-z]"),
    re.compile(r"<!\[CDATA\["),
    re.compile(
        r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd"
        r"|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset"
        r"|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol"
        r"|optgroup|option|p|param|section|search|summary|table|tbody|td|tfoot|th|thead|title|tr"
        r"|track|ul)(?:[ \t]|/?>|\Z)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*[ \t]*/?>|</[A-Za-z][A-Za-z0-9-]*[ \t]*>)"
        r"[ \t]*\Z"
    ),
)
HTML_ENDS: Final = (
    re.compile(r"</(?:script|pre|textarea|style)>", re.IGNORECASE),
    re.compile("-->"),
    re.compile(r"\?>"),
    re.compile(">"),
    re.compile("]]>"),
)

ENDED_BY_BLANK: Final = 5
"""The first type that ends at a blank line, counted from 0."""
