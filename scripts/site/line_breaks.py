"""A hook of mkdocs that marks code that the browser must not break into two lines.

These are short pieces of code in a sentence, such as `--diff` or `2026-03-04`, which browsers
otherwise break after a hyphen, and the carets below a line that a report quotes.
"""

from __future__ import annotations

import re
from typing import Final

_SHORT: Final = re.compile(r"<code>(?=[^<>]*[- ])([^<>\s]{1,22}|[^<>]{1,14})</code>")
_CARETS: Final = re.compile(r'<span class="go">(\s*\|\s*\^+)</span>')


def on_page_content(html: str, **_context: object) -> str:
    """Mark the code of a page; mkdocs calls this function by its name."""
    html = _SHORT.sub(r'<code class="unbroken">\1</code>', html)
    return _CARETS.sub(r'<span class="go carets">\1</span>', html)
