"""A hook of mkdocs that adds a Content Security Policy to every page.

Pages load nothing from other hosts. The theme's own inline scripts are allowed by their hashes, so
that no other inline script runs.
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
    """Add the policy to a page; mkdocs calls this function by its name."""
    return _with_policy(output, webassembly="webassembly" in page.meta)


def on_post_template(output_content: str, template_name: str, **_context: object) -> str:
    """Add the policy to the error page 404; mkdocs calls this function by its name."""
    return _with_policy(output_content) if template_name == "404.html" else output_content


def _with_policy(output: str, *, webassembly: bool = False) -> str:
    script_sources = sorted({_hash(script) for script in _INLINE_SCRIPT.findall(output)})
    if webassembly:
        script_sources.append("'wasm-unsafe-eval'")
    policy = (
        "default-src 'self'; "
        f"script-src 'self' {' '.join(script_sources)}; "
        "style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; "
        "worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    # The theme gives its search dialog no name for screen readers.
    labelled = output.replace(_SEARCH, f'{_SEARCH} aria-label="Search"', 1)
    return labelled.replace("<head>", f"<head>\n    {meta}", 1)


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
