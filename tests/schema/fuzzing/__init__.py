"""Documents that are nearly right, on which the schema and the models have to agree.

`python -m fuzzing 1000000` (with `tests/schema` on the path; `make fuzz` does it) compares the two
verdicts on that many documents and prints what it met.
"""
