"""The conformance suite of the JSON Schema: what makes `schemas/v1/tests`.

Most cases follow from the constraints of the schema (`constraints`); the forms of strings, whose
edges a person should be able to read, are written by hand (`tokens`, `dates`, `texts`,
`briefs`).
"""
