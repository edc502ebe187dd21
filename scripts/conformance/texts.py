"""Cases by hand: texts of one line and of several, plain and CommonMark."""

from __future__ import annotations

from typing import Final

from scripts.conformance.case import Case, right, wrong

_ANY_TEXT: Final = (
    right("Cyrillic letters", "Владимир Путин"),
    right("letters from right to left", "مذاکرات"),
    right("characters beyond the first 65,536", "\U0001f72a\U0001f1f3\U0001f1f4"),
    right("a letter and the accent that belongs to it", "e\u0301"),
    right("a no-break space at the end", "10\u00a0"),
    right("a line separator of Unicode inside", "a\u2028b"),
    right("a next-line control of Latin-1 inside", "a\u0085b"),
    right("a text of 1,000 characters", "ab" * 500),
    wrong("a null character", "a\x00b"),
    wrong("an escape character", "a\x1bb"),
    wrong("a delete character", "a\x7fb"),
    wrong("a carriage return", "a\rb"),
    wrong("a form feed", "a\fb"),
)
_NO_SPACE_AT_THE_ENDS: Final = (
    wrong("a space at the start", " a"),
    wrong("a space at the end", "a "),
    wrong("a tab at the start", "\ta"),
    wrong("a tab at the end", "a\t"),
    wrong("nothing but a space", " "),
    wrong("a line end at the start", "\na"),
    wrong("a line end at the end", "a\n"),
    wrong("nothing but a line end", "\n"),
)
_ONE_LINE: Final = (
    *_ANY_TEXT,
    *_NO_SPACE_AT_THE_ENDS,
    wrong("a line end inside", "a\nb"),
    wrong("a carriage return and a line end at the end", "a\r\n"),
)
_VERBATIM: Final = (
    *_ANY_TEXT,
    right("spaces at the ends", " a "),
    right("a line end at the end", "a\n"),
    right("lines", "a\n\nb"),
    right("a tab", "a\tb"),
    right("nothing but a space", " "),
)
_INLINE: Final = (
    *_ONE_LINE,
    right("a tab inside", "a\tb"),
    right("emphasis and a link", "The *Duma* [voted](https://example.org)."),
)

CASES: Final[dict[str, tuple[Case, ...]]] = {
    "Line": (*_ONE_LINE, wrong("a tab inside", "a\tb"), right("what looks like markup", "# *a*")),
    "Passage": (
        *_ANY_TEXT,
        *_NO_SPACE_AT_THE_ENDS,
        right("lines", "a\nb"),
        right("an empty line", "a\n\nb"),
        right("a tab inside", "a\tb"),
        wrong("a carriage return before a line end", "a\r\nb"),
    ),
    "Excerpt": _VERBATIM,
    "BlockText": (*_VERBATIM, right("code in a fence", "```\na\n```")),
    "Title": (
        *_INLINE,
        right("a start like a heading", "# 1"),
        right("a start like a list", "- a"),
        right("a start like HTML", "<b>a</b>"),
        right("a colon at the end", "Read this:"),
        right("a needless backslash at the start", "\\# 1"),
    ),
    "Heading": (
        *_INLINE,
        right("a question", "What now?"),
        right("a colon inside", "Iran: what now"),
        right("a colon that is escaped", "What now\\:"),
        right("what would be an attribute list", "What now {.lede}"),
        right("a brace at the end that closes no attribute list", "The set {a, b}"),
        right("nothing but a brace", "}"),
        wrong("a colon at the end", "What now:"),
        wrong("nothing but a colon", ":"),
        wrong("a colon behind an escaped backslash", "What now\\\\:"),
        wrong("a needless backslash before an attribute list", "What now \\{.lede}"),
    ),
    "Inline": (
        *_INLINE,
        right("what would be a numbered item", "2025. The year"),
        right("what would be a heading", "# 1"),
        right("what would be a bullet", "- a"),
        right("what would be a quotation", "> a"),
        right("what would be a fence", "~~~"),
        right("what would be a thematic break", "---"),
        right("what would be a definition", "[a]: b"),
        right("an address in angle brackets", "<https://example.org>"),
        right("a sign for less", "<5 votes"),
        right("a backslash that keeps an asterisk", "\\*not emphasis*"),
        right("nothing but a backslash", "\\"),
        wrong("a needless backslash before a heading", "\\# 1"),
        wrong("a needless backslash before a bullet", "\\- a"),
        wrong("a needless backslash before a quotation", "\\> a"),
        wrong("a needless backslash in a numbered item", "2025\\. The year"),
        wrong("a needless backslash in a definition", "[a]\\: b"),
        wrong("a needless backslash before a fence", "\\~~~"),
        wrong("a tag at the start", "<div> is a tag"),
        wrong("a closing tag at the start", "</p>"),
        wrong("a comment at the start", "<!-- a -->"),
        wrong("a processing instruction at the start", "<?a?>"),
    ),
}
