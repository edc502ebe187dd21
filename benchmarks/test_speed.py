"""Loading and dumping, measured by pytest-benchmark. `table.py` turns the figures into ratios."""

from __future__ import annotations

import json
import time

import frontmatter
import jsonschema
import pytest
import stix2
from bare_models import BareBrief
from cyclonedx.model.bom import Bom
from documents import SIZES, bill_of_materials, brief, stix_bundle
from markdown_it import MarkdownIt

import diplobrief


@pytest.fixture(params=SIZES)
def size(request):
    return request.param


SECONDS = 2.0
"""How long each call is measured."""


@pytest.fixture
def measure(request, benchmark, size):
    """Measure a call on a document, and record what the table needs.

    Each round has its own copy of the document, because Python caches the UTF-8 form of a string
    and a real document is read only once.
    """
    benchmark.group = size

    def measured(call, text):
        benchmark.extra_info.update(
            name=request.function.__name__.removeprefix("test_"),
            size=size,
            bytes=len(text.encode()),
        )
        document = text.encode()
        start = time.perf_counter()
        call(document.decode())
        rounds = min(20_000, max(5, int(SECONDS / (time.perf_counter() - start))))
        return benchmark.pedantic(
            call, setup=lambda: ((document.decode(),), {}), rounds=rounds, warmup_rounds=3
        )

    return measured


@pytest.fixture
def as_json(size):
    return diplobrief.dumps(brief(size), format="json")


@pytest.fixture
def as_markdown(size):
    return diplobrief.dumps(brief(size), format="markdown")


def test_json_load(measure, as_json, size):
    loaded = measure(lambda text: diplobrief.loads(text, format="json"), as_json)
    assert loaded == brief(size)


def test_json_load_bare(measure, as_json):
    assert measure(BareBrief.model_validate_json, as_json).sections


def test_json_load_jsonschema(measure, as_json):
    validator = jsonschema.Draft202012Validator(diplobrief.json_schema())
    measure(lambda text: validator.validate(json.loads(text)), as_json)


def test_json_load_stix2(measure, size):
    assert measure(stix2.parse, stix_bundle(size)).objects


def test_json_load_cyclonedx(measure, size):
    text = bill_of_materials(size)
    assert measure(lambda text: Bom.from_json(json.loads(text)), text).components


def test_json_dump(measure, as_json, size):
    value = brief(size)
    assert measure(lambda _: diplobrief.dumps(value, format="json"), as_json) == as_json


def test_json_dump_bare(measure, as_json):
    value = BareBrief.model_validate_json(as_json)
    assert measure(lambda _: value.model_dump_json(exclude_none=True, indent=2), as_json)


def test_markdown_load(measure, as_markdown, size):
    loaded = measure(lambda text: diplobrief.loads(text, format="markdown"), as_markdown)
    assert loaded == brief(size)


def test_markdown_load_frontmatter(measure, as_markdown):
    parser = MarkdownIt("commonmark")
    assert measure(lambda text: parser.parse(frontmatter.loads(text).content), as_markdown)


def test_markdown_dump(measure, as_markdown, size):
    value = brief(size)
    assert measure(lambda _: diplobrief.dumps(value, format="markdown"), as_markdown) == as_markdown


def test_markdown_dump_frontmatter(measure, as_markdown):
    post = frontmatter.loads(as_markdown)
    assert measure(lambda _: frontmatter.dumps(post), as_markdown)
