"""The built site, and what a browser sees of it. Both are made once for all tests."""

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NODE_TOOLS = ROOT / "tests/node"
VISIT = Path(__file__).parent / "browser/visit.mjs"
PARTS = ("docs", "examples", "mkdocs.yml", "pyproject.toml", "requirements", "schemas", "scripts")
PARTS += ("src", "tests/node/package-lock.json")
"""The files and folders that the site is made from."""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_words):
        pass


def is_current(site):
    """Whether `make docs` built the site after the last change to what it is made from."""
    pages = [page.stat().st_mtime for page in site.rglob("*.html")]
    parts = [path for name in PARTS for path in (ROOT / name, *(ROOT / name).rglob("*"))]
    # Folders under docs/ count, because a deleted page changes only its folder.
    changes = [
        path.stat().st_mtime
        for path in parts
        if (path.is_file() and path.suffix != ".pyc") or ROOT / "docs" in path.parents
    ]
    return bool(pages) and min(pages) > max(changes)


@pytest.fixture(scope="session")
def site(tmp_path_factory, tool):
    """The folder of the built site: that of `make docs` if it is current, or a new one."""
    if is_current(ROOT / "site"):
        return ROOT / "site"
    tool("node")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def address(site):
    """The address of the site, served on this machine."""
    handler = functools.partial(QuietHandler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def pages(site):
    """Every page except "Try it", which the browser visits on its own."""
    found = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    assert len(found) > 25
    return [page for page in found if page != "try-it.html"]


@pytest.fixture(scope="session")
def sorts():
    """One page of each sort. The browser looks at them in every colour scheme and size."""
    return (
        "index.html",
        "how-to/fastapi.html",
        "reference/format.html",
        "reference/model.html",
        "reference/command-line.html",
        "explanation/treaties.html",
    )


@pytest.fixture(scope="session")
def visit(address, pages, sorts, tool, tmp_path_factory):
    """What one browser saw on its way through the site, as `visit.mjs` reports it."""
    tool("chromium")
    pictures = Path(os.environ.get("SITE_PICTURES") or tmp_path_factory.mktemp("pictures"))
    given = {
        "address": address,
        "pages": pages,
        "sorts": sorts,
        "pictures": str(pictures),
        "chromium": shutil.which("chromium"),
    }
    done = subprocess.run(
        ["node", VISIT],
        cwd=NODE_TOOLS,
        input=json.dumps(given),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    (pictures / "visit.json").write_text(done.stdout, encoding="utf-8")
    return json.loads(done.stdout)
