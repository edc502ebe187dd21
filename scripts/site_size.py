"""Say how large the built site is, and which page is the heaviest. A hook of mkdocs, the last."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LOG = logging.getLogger("mkdocs.hooks.site_size")


def on_post_build(config: MkDocsConfig) -> None:
    """Report sizes when all is in place; mkdocs calls it by this name."""
    site = Path(config.site_dir)
    sizes = {file: file.stat().st_size for file in site.rglob("*") if file.is_file()}
    runtime = sum(size for file, size in sizes.items() if "runtime" in file.parts)
    heaviest = max((file for file in sizes if file.suffix == ".html"), key=sizes.__getitem__)
    _LOG.info(
        "The site has %.1f MB, %.1f of them for Python on one page; the heaviest other page is "
        "%s with %.0f kB",
        sum(sizes.values()) / 1e6,
        runtime / 1e6,
        heaviest.relative_to(site).as_posix(),
        sizes[heaviest] / 1e3,
    )
