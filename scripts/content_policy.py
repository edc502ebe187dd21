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
    return _held_to_itself(output, webassembly="webassembly" in page.meta)


def on_post_template(output_content: str, template_name: str, **_context: object) -> str:
    """Do so on the page for addresses that lead nowhere; mkdocs calls it by this name."""
    return _held_to_itself(output_content) if template_name == "404.html" else output_content


def _held_to_itself(output: str, *, webassembly: bool = False) -> str:
    runs = sorted({_hash(script) for script in _INLINE_SCRIPT.findall(output)})
    if webassembly:
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
