"""The models from datamodel-code-generator accept every valid case of the suite."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pydantic
import pytest

pytestmark = pytest.mark.outside

PUBLISHED = Path(__file__).parents[3] / "schemas" / "v1"
OPTIONS = (
    "--input-file-type=jsonschema",
    "--output-model-type=pydantic_v2.BaseModel",
    "--generate-schema-validators",
    "--disable-timestamp",
)


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    output = tmp_path_factory.mktemp("generated") / "generated_models.py"
    schema = PUBLISHED / "brief.schema.json"
    command = ["datamodel_code_generator", f"--input={schema}", f"--output={output}", *OPTIONS]
    subprocess.run([sys.executable, "-m", *command], check=True)
    spec = importlib.util.spec_from_file_location("generated_models", output)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_every_valid_case_of_the_suite_is_accepted(models):
    accepted = 0
    refused = []
    for path in sorted((PUBLISHED / "tests").glob("*.json")):
        adapter = pydantic.TypeAdapter(getattr(models, path.stem))
        for group in json.loads(path.read_text("utf-8")):
            for case in group["tests"]:
                if not case["valid"]:
                    continue
                try:
                    adapter.validate_json(json.dumps(case["data"]))
                    accepted += 1
                except pydantic.ValidationError as error:
                    refused.append((path.stem, case["description"], str(error)[:300]))
    assert refused == []
    assert accepted > 300
