"""Programs that maintain the project; none of them is installed.

- `schemas` generates the published files in `schemas/v1` from the models.
- `conformance` generates the conformance suite in `schemas/v1/tests`.
- `reference` generates the reference tables in the pages under `docs`.
- `site` has the hooks and the theme with which mkdocs builds the manual.
- `code_registries` generates the tables of country codes and language subtags.
"""
