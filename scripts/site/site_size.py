"""A hook of mkdocs that reports the size of the site and of its largest page. It comes last."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LOG = logging.getLogger("mkdocs.hooks.site_size")


def on_post_build(config: MkDocsConfig) -> None:
    """Report the sizes when the site is complete; mkdocs calls this function by its name."""
    site = Path(config.site_dir)
    sizes = {file: file.stat().st_size for file in site.rglob("*") if file.is_file()}
    runtime = sum(size for file, size in sizes.items() if "runtime" in file.parts)
    largest = max((file for file in sizes if file.suffix == ".html"), key=sizes.__getitem__)
    _LOG.info(
        'The site has %.1f MB, of which %.1f MB are Python for the page "Try it"; '
        "the largest page is %s with %.0f kB",
        sum(sizes.values()) / 1e6,
        runtime / 1e6,
        largest.relative_to(site).as_posix(),
        sizes[largest] / 1e3,
    )
