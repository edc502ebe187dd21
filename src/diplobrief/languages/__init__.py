"""What differs from language to language: labels, months, bylines and word lists.

This package knows nothing of briefs.
"""
