"""Documents that are almost valid, on which the schema and the models must agree.

`python -m tests.schema.fuzzing 1000000` (or `make fuzz`) compares the verdicts on that many
documents, and prints statistics and disagreements.
"""
