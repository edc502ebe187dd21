"""Hold every page to itself: a Content Security Policy that knows no other host.

A hook of mkdocs. The theme's own inline scripts are allowed by their hashes, so nothing that
finds its way into a page runs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SEARCH: Final = 'data-md-component="search" role="dialog"'


def on_post_page(output: str, page: Page, **_context: object) -> str:
    """Put the policy first in the head; mkdocs calls it by this name."""
    runs = sorted({_hash(script) for script in _INLINE_SCRIPT.findall(output)})
    if "webassembly" in page.meta:
        runs.append("'wasm-unsafe-eval'")
    policy = (
        "default-src 'self'; "
        f"script-src 'self' {' '.join(runs)}; "
        "style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; "
        "worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    # The theme's dialog for searching has no name of its own.
    named = output.replace(_SEARCH, f'{_SEARCH} aria-label="Search"', 1)
    return named.replace("<head>", f"<head>\n    {meta}", 1)


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
