"""English section labels beside those that Markdown knows.

The labels of the vocabulary are frozen, as a reader of Markdown tells the kind of a section by
them; these are known in pasted text alone.
"""

from __future__ import annotations

from typing import Final

__all__ = ["FURTHER_ENGLISH"]

FURTHER_ENGLISH: Final[dict[str, tuple[str, ...]]] = {
    "why_it_matters": (
        "Why it is important",
        "Why it's important",
        "Why does it matter",
        "Why does this matter",
        "Why is this important",
        "Why is it important",
        "Why you should care",
        "What's at stake",
        "What is at stake",
    ),
    "driving_the_news": ("What happened", "What's happening", "What is happening", "The news"),
    "the_latest": ("What's new", "What is new", "The latest news", "Latest developments"),
    "catch_up_quick": ("Catch me up", "In brief", "At a glance", "In a nutshell"),
    "state_of_play": ("Where we stand", "Where it stands", "Current situation"),
    "details": ("Know more", "The fine print"),
    "saying": (
        "What he is saying",
        "What she is saying",
        "What they are saying",
        "What we are hearing",
        "Who said what",
    ),
    "the_other_side": ("The other view", "The opposing view"),
    "key_points": (
        "Key takeaway",
        "Main points",
        "The main points",
        "Key findings",
        "Takeaways",
    ),
    "by_the_numbers": ("In numbers", "The numbers", "Key figures"),
    "yes_but": ("Room for disagreement",),
    "context": ("The backdrop", "The background", "Background and context"),
    "what_to_watch": ("What we are watching", "What to look for"),
    "whats_next": ("What is next", "The next steps", "The way forward", "Way forward"),
    "the_bottom_line": ("Bottom line up front",),
    "recommendations": ("Our recommendations", "The recommendations"),
    "go_deeper": ("Further reading", "To go deeper"),
}
"""Section kind to further labels that English newsrooms write."""
