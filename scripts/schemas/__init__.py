"""Generates the published files in `schemas/v1` from the models: `python -m scripts.schemas`.

- `generator` makes a JSON Schema of the models, with `docstrings` and `examples`.
- `front_matter` and `llm` derive their profiles from it, and `facts` makes a small one of its own;
  `profiles` has all four.
- `typescript` and `json_ld` make their files from the full schema.
"""
