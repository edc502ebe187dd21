"""Generates the reference parts of the pages: `python -m scripts.reference`.

`pages` finds the generated parts of the pages. Each of the other modules makes the Markdown of
some parts from the code.
"""
