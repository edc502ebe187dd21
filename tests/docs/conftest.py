"""The built manual, and what a browser makes of it; each made once."""

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


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_words):
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory, tool):
    """The manual, built as `make docs` builds it."""
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
    """Where the manual is served, on loopback."""
    handler = functools.partial(QuietHandler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def pages(site):
    """Every page but "Try it", which has a visit of its own."""
    found = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    assert len(found) > 25
    return [page for page in found if page != "try-it.html"]


@pytest.fixture(scope="session")
def sorts():
    """A page of each sort, which is looked at in every scheme and size."""
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
    """What one browser saw on a walk through the manual, as `visit.mjs` tells it."""
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
