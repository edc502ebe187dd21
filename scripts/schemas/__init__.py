"""Generates the published files in `schemas/v1` from the models: `python -m scripts.schemas`.

- `generator` makes a JSON Schema of the models, with `docstrings` and `examples`.
- `front_matter` and `llm` derive their profiles from it; `profiles` has all three.
- `typescript` and `json_ld` make their files from the full schema.
"""
