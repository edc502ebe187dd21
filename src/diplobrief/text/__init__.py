"""Text as people write it: inline CommonMark, plain text, and searching passages.

This package knows nothing of briefs.
"""
