"""The built site is complete, and works in a real browser.

The browser uses it offline, in the size of a phone, by keyboard, and with hostile text.
"""

import json
import posixpath
import re
import zlib
from itertools import product
from math import ceil
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

import diplobrief
from diplobrief.checks import RULES
from diplobrief.diagnostics import Finding
from diplobrief.diagnostics.codes import CODES
from diplobrief.diagnostics.findings import MANUAL

# One worker builds the site, and starts the browser.
pytestmark = pytest.mark.xdist_group("site")

ROOT = Path(__file__).parents[2]
NAMES = sorted(diplobrief.__all__)
VIEWS = ("refused", "findings", "other", "reading", "timeline")
"""The views of the page "Try it"."""


@pytest.fixture(scope="module")
def documented(site):
    """The names in the inventory of the Python reference."""
    inventory = (site / "objects.inv").read_bytes()
    # In the format of Sphinx, four lines of header precede the compressed lines.
    body = zlib.decompress(inventory.split(b"\n", 4)[4]).decode()
    return {line.split(" ", 1)[0] for line in body.splitlines()}


@pytest.fixture
def told(visit):
    return visit["tryIt"]


def test_every_public_name_is_in_the_reference(documented):
    expected = {f"diplobrief.{name}" for name in NAMES if name != "__version__"}
    assert expected - documented == set()
    page = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8")
    assert "`diplobrief.__version__`" in page


def test_the_reference_has_no_other_name(documented):
    top = {name for name in documented if re.fullmatch(r"diplobrief\.\w+", name)}
    assert top <= {f"diplobrief.{name}" for name in NAMES}


@pytest.mark.parametrize(
    "page", ["model", "vocabulary", "checks", "diagnostics", "schema", "command-line"]
)
def test_generated_parts_of_the_manual_are_filled(site, page):
    html = (site / f"reference/{page}.html").read_text(encoding="utf-8")
    assert "<table>" in html or "<code>" in html


def test_every_code_leads_to_its_place_in_the_manual(site):
    for code in (*CODES, *RULES):
        page, _, anchor = Finding(code, "").url.removeprefix(MANUAL).partition("#")
        assert f'id="{anchor}"' in (site / page).read_text(encoding="utf-8"), code


def test_the_start_page_links_to_every_page(site, pages):
    start = (site / "index.html").read_text(encoding="utf-8")
    (text,) = re.findall(r"<article.*?</article>", start, re.DOTALL)
    links = {posixpath.normpath(urldefrag(link)[0]) for link in re.findall(r'href="([^"]*)"', text)}
    assert {*pages, "try-it.html"} - {"index.html", "404.html"} - links == set()


def test_every_link_has_a_target(site):
    pages = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    anchors = {
        page: set(re.findall(r'\s(?:id|name)="([^"]*)"', text)) for page, text in pages.items()
    }
    links = [
        (page, link)
        for page, text in pages.items()
        for link in re.findall(r'\s(?:href|src)="([^"]*)"', text)
        if not re.match(r"[a-z]+:|//", link)
    ]
    assert len(links) > 2_000
    dead = []
    for page, link in links:
        path, fragment = map(unquote, urldefrag(link))
        # The page for unknown addresses can be shown in any folder.
        folder = site if page.name == "404.html" else page.parent
        target = (folder / path.lstrip("/")).resolve() if path else page
        target = target / "index.html" if target.is_dir() else target
        known = anchors.get(target, {fragment})
        if not target.is_file() or (fragment and fragment not in known):
            dead.append(f"{page.relative_to(site)}: {link}")
    assert dead == []


def test_the_page_that_loads_python_states_the_size_of_the_download(site):
    place = site / "assets/try-it"
    loaded = sum(json.loads((place / "sizes.json").read_text(encoding="utf-8")).values())
    page = (site / "try-it.html").read_text(encoding="utf-8")
    assert f"less than {ceil(loaded / 1e6)} MB" in page


def test_the_browser_requests_nothing_from_other_hosts(visit, address):
    assert len(visit["requests"]) > 20
    own = (address, "blob:", "data:")
    assert [url for url in visit["requests"] if not url.startswith(own)] == []


ELSEWHERE = re.compile(
    r"""<(?:script|img|iframe|source|audio|video|embed)[^>]*\ssrc=["']?(?:https?:)?//"""
    r"""|<link(?=[^>]*rel="?(?:stylesheet|preload|preconnect|icon))[^>]*href=["']?(?:https?:)?//"""
    r"""|url\(["']?(?:https?:)?//"""
)


def test_no_page_or_style_refers_to_a_file_on_another_host(site):
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert len(files) > 15
    assert ELSEWHERE.search('<link rel="stylesheet" href="https://example.org/a.css">')
    assert [file.name for file in files if ELSEWHERE.search(file.read_text(encoding="utf-8"))] == []


def test_the_policy_of_every_page_allows_no_other_host(site):
    for page in site.rglob("*.html"):
        found = re.search(r'Content-Security-Policy" content="([^"]*)"', page.read_text("utf-8"))
        assert found, page.name
        assert "http" not in found[1]
        assert ("wasm" in found[1]) == (page.name == "try-it.html")


def test_python_is_loaded_on_its_page_only(visit, address):
    runtime = [url for url in visit["requests"] if url.endswith(".wasm")]
    assert runtime == [f"{address}assets/try-it/runtime/pyodide.asm.wasm"]


def test_no_page_logs_an_error(visit):
    assert visit["console"] == []


def test_no_page_is_wider_than_its_window(visit):
    overflows = {
        name: seen["overflow"] for name, seen in visit["pages"].items() if "overflow" in seen
    }
    assert {name for name, overflow in overflows.items() if overflow > 0} == set()


def test_pages_are_accessible(visit):
    looked_at = {name: seen.get("violations") for name, seen in visit["pages"].items()}
    assert {name: found for name, found in looked_at.items() if found} == {}


def test_the_browser_visited_every_page_and_one_of_each_sort_in_both_schemes(visit, pages, sorts):
    def named(pages):
        return [page.replace("/", "-").removesuffix(".html") for page in pages]

    closely = {name for name, seen in visit["pages"].items() if "violations" in seen}
    views = [f"try-it-{view}" for view in VIEWS]
    assert {f"{name}-light-desktop" for name in named(pages)} <= closely
    for scheme, size in product(("light", "dark"), ("desktop", "phone")):
        assert {f"{name}-{scheme}-{size}" for name in named(sorts) + views} <= closely
    measured = {name for name, seen in visit["pages"].items() if "overflow" in seen}
    assert {f"{name}-light-phone" for name in named(pages) + views} <= measured


def test_the_search_finds_pages(visit):
    assert visit["search"]["results"] > 0


def test_the_facts_of_a_page_of_prose_are_read_and_checked_at_once(told):
    assert told["stateOfExample"].startswith("Read as plain text: 1 error")
    assert "CHR001" in told["findingOfExample"]
    assert "line 11, column 3" in told["findingOfExample"]
    assert "see line 10, column 3: completed on 2023-03-30" in told["findingOfExample"]
    assert "is set to vote on March 27, 2023" in told["selected"]
    assert "provenance: {status: suggested" in told["writtenOfExample"]


def test_what_is_typed_is_checked_with_its_line(told):
    assert "reference_unknown" in told["findingOfTyped"]
    assert "line 4, column 17" in told["findingOfTyped"]


def test_hostile_text_is_shown_as_text(told):
    assert told["dialogs"] == []
    assert told["hostileElements"] == 0
    assert "<img src=x onerror=alert(1)><script>alert(2)</script>" in told["hostileReading"]
    assert "<img src=x onerror=alert(1)>" in told["hostileJson"]


def test_the_timeline_is_chronological(told):
    days = [step.split("\n")[0] for step in told["timeline"]]
    assert len(days) > 5
    assert days == sorted(days)


def test_the_keyboard_reaches_everything(told):
    order = ["try-format", "try-input", "try-tab-reading", "try-reading"]
    assert [name for name in told["tabOrder"] if name in order] == order


def test_typing_does_not_wait_for_the_library(told):
    assert told["keyMilliseconds"] < 1_000
    assert "nonsense" in told["findingOfNewest"]
