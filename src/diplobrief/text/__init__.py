"""Text as people write it: inline CommonMark, plain text, and search for passages.

This package knows nothing of briefs.
"""
