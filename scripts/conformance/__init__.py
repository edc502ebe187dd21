"""Generates the conformance suite in `schemas/v1/tests`: `python -m scripts.conformance`.

Most cases follow from the constraints of the schema (`constraints`). Cases for the patterns of
strings, and for complete briefs, are written by hand, so that a person can review them (`tokens`,
`dates`, `texts`, `briefs`).
"""
