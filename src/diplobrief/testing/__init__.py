"""Hypothesis strategies for those who test with briefs (the extra `testing`).

`briefs` generates whole, valid briefs, `values` generates values of any class of the model, and the
others generate their parts. What a field may contain follows from the model itself.

Example:
    >>> from hypothesis import given
    >>> from diplobrief.model import Brief
    >>> from diplobrief.testing import briefs
    >>> @given(briefs(max_facts=3))
    ... def test_a_brief_is_its_json(brief):
    ...     assert Brief.model_validate_json(brief.model_dump_json()) == brief
    >>> test_a_brief_is_its_json()
"""

from diplobrief.testing.briefs import brief_data, briefs
from diplobrief.testing.dates import partial_dates, timestamps, whens
from diplobrief.testing.derive import model_classes
from diplobrief.testing.extension import (
    extension_data,
    extension_members,
    extension_names,
    extension_values,
)
from diplobrief.testing.narrative import headings, titles
from diplobrief.testing.scalars import excerpts, ids, lines, passages, references, terms
from diplobrief.testing.text import bodies, inline_text, markdown_blocks
from diplobrief.testing.values import (
    actors,
    acts,
    blocks,
    events,
    milestones,
    quotes,
    sections,
    sources,
    treaties,
    value_data,
    values,
)

__all__ = [
    "actors",
    "acts",
    "blocks",
    "bodies",
    "brief_data",
    "briefs",
    "events",
    "excerpts",
    "extension_data",
    "extension_members",
    "extension_names",
    "extension_values",
    "headings",
    "ids",
    "inline_text",
    "lines",
    "markdown_blocks",
    "milestones",
    "model_classes",
    "partial_dates",
    "passages",
    "quotes",
    "references",
    "sections",
    "sources",
    "terms",
    "timestamps",
    "titles",
    "treaties",
    "value_data",
    "values",
    "whens",
]
