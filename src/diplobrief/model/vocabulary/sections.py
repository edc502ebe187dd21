"""Kinds of sections, and the English headings that denote them."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

SECTION_KINDS: Final = Vocabulary(
    "SectionKind",
    "what a section is for",
    (
        Term("lede", "The opening: the news itself, before any label.", labels=("Lede",)),
        Term(
            "why_it_matters",
            "Why the news is important, and to whom.",
            labels=("Why it matters", "Why this matters"),
        ),
        Term(
            "driving_the_news",
            "The event that makes this news today.",
            labels=("Driving the news",),
        ),
        Term("the_latest", "The newest development.", labels=("The latest",)),
        Term(
            "catch_up_quick",
            "What a reader who missed the story needs to know.",
            labels=("Catch up quick", "Catch-up quick", "Catch up fast"),
        ),
        Term(
            "how_it_happened",
            "The sequence of events.",
            labels=("How it happened", "How we got here"),
        ),
        Term("the_big_picture", "The wider context.", labels=("The big picture", "Big picture")),
        Term(
            "state_of_play",
            "The current situation.",
            labels=("State of play", "The state of play", "Where things stand"),
        ),
        Term("details", "The particulars.", labels=("Details", "The details")),
        Term(
            "saying",
            "What someone said about it.",
            labels=(
                "What he's saying",
                "What she's saying",
                "What they're saying",
                "What they said",
                "What he said",
                "What she said",
                "What we're hearing",
            ),
        ),
        Term(
            "the_other_side",
            "The position of the opposing side.",
            labels=("The other side", "On the other side"),
        ),
        Term(
            "behind_the_scenes",
            "What happened out of public view.",
            labels=("Behind the scenes",),
        ),
        Term(
            "key_points",
            "The points to remember, as a list.",
            labels=("Key points", "Key takeaways", "The key points"),
        ),
        Term("by_the_numbers", "Figures.", labels=("By the numbers",)),
        Term(
            "between_the_lines",
            "What is implied but not said.",
            labels=("Between the lines",),
        ),
        Term("zoom_in", "A closer look at one part.", labels=("Zoom in", "Zooming in")),
        Term("zoom_out", "The wider context of one part.", labels=("Zoom out", "Zooming out")),
        Term("yes_but", "An objection.", labels=("Yes, but", "Yes but")),
        Term("reality_check", "Facts that the claims omit.", labels=("Reality check",)),
        Term("flashback", "An earlier event that explains this one.", labels=("Flashback",)),
        Term("context", "The background.", labels=("Context", "Background", "The context")),
        Term("analysis", "The author's assessment.", labels=("Analysis", "Our analysis")),
        Term(
            "what_to_watch",
            "Signs that will show how it develops.",
            labels=("What to watch", "What we're watching", "What to watch for"),
        ),
        Term(
            "whats_next",
            "The next known steps.",
            labels=("What's next", "What comes next", "What happens next", "Next steps"),
        ),
        Term(
            "the_bottom_line",
            "The conclusion, in one or two sentences.",
            labels=("The bottom line", "Bottom line"),
        ),
        Term(
            "recommendations",
            "What the author advises.",
            labels=("Recommendations", "Policy recommendations"),
        ),
        Term(
            "go_deeper",
            "Further reading, or more detail.",
            labels=("Go deeper", "Going deeper"),
        ),
    ),
)
"""The kinds of sections. The labels do not change in version 1 of the format."""


_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "＇": "'", "`": "'", "´": "'"})


def fold_label(text: str) -> str:
    """Fold differences that labels ignore: case, the form of the apostrophe, and white space.

    Args:
        text: A heading without a colon at the end.

    Returns:
        The text by which labels are compared.

    Example:
        >>> fold_label("What  She’s Saying")
        "what she's saying"
    """
    return " ".join(text.translate(_APOSTROPHES).casefold().split())


ENGLISH_LABELS: Final = {
    fold_label(label): term.value for term in SECTION_KINDS for label in term.labels
}
"""The section kind for each folded English heading."""


def kind_of_heading(heading: str) -> str | None:
    """Return the section kind for an English heading, or `None`.

    Emphasis around the whole heading and an anchor after it do not matter: word processors export
    both.

    Example:
        >>> kind_of_heading("Why it matters")
        'why_it_matters'
        >>> kind_of_heading("**Why it matters** {#why-it-matters}")
        'why_it_matters'
    """
    if heading.endswith("}"):
        heading = _without_anchor(heading)
    if heading.startswith(("*", "_")):
        heading = _without_emphasis(heading)
    return ENGLISH_LABELS.get(fold_label(heading))


def _without_anchor(heading: str) -> str:
    start = heading.rfind(" {#")
    has_one_word = start >= 0 and not any(mark in heading[start + 3 : -1] for mark in " \t{}")
    return heading[:start].rstrip(" \t") if has_one_word else heading


def _without_emphasis(heading: str) -> str:
    for mark in ("***", "**", "*", "___", "__", "_"):
        if heading.startswith(mark) and heading.endswith(mark) and len(heading) > 2 * len(mark):
            return heading.removeprefix(mark).removesuffix(mark).removesuffix(":")
    return heading
