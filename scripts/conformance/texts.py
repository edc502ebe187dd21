"""Handwritten cases: texts on one line and on several lines, plain and CommonMark."""

from __future__ import annotations

from typing import Final

from scripts.conformance.case import Case, right, wrong

_ANY_TEXT: Final = (
    right("Cyrillic letters", "Владимир Путин"),
    right("letters that run from right to left", "مذاکرات"),
    right("characters beyond the first 65,536", "\U0001f72a\U0001f1f3\U0001f1f4"),
    right("a letter and a combining accent", "e\u0301"),
    right("a no-break space at the end", "10\u00a0"),
    right("a Unicode line separator inside", "a\u2028b"),
    right("a next-line control character inside", "a\u0085b"),
    right("1,000 characters", "ab" * 500),
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
    wrong("only a space", " "),
    wrong("a line end at the start", "\na"),
    wrong("a line end at the end", "a\n"),
    wrong("only a line end", "\n"),
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
    right("only a space", " "),
)
_INLINE: Final = (
    *_ONE_LINE,
    right("a tab inside", "a\tb"),
    right("emphasis and a link", "The *Duma* [voted](https://example.org)."),
)

CASES: Final[dict[str, tuple[Case, ...]]] = {
    "Line": (
        *_ONE_LINE,
        wrong("a tab inside", "a\tb"),
        right("text that looks like markup", "# *a*"),
    ),
    "Passage": (
        *_ANY_TEXT,
        *_NO_SPACE_AT_THE_ENDS,
        right("lines", "a\nb"),
        right("an empty line", "a\n\nb"),
        right("a tab inside", "a\tb"),
        wrong("a carriage return before a line end", "a\r\nb"),
    ),
    "Excerpt": _VERBATIM,
    "BlockText": (*_VERBATIM, right("a fenced code block", "```\na\n```")),
    "Title": (
        *_INLINE,
        right("a beginning like a heading", "# 1"),
        right("a beginning like a list", "- a"),
        right("a beginning like HTML", "<b>a</b>"),
        right("a colon at the end", "Read this:"),
        right("a needless backslash at the start", "\\# 1"),
    ),
    "Heading": (
        *_INLINE,
        right("a question", "What now?"),
        right("a colon inside", "Iran: what now"),
        right("an escaped colon", "What now\\:"),
        right("text like an attribute list", "What now {.lede}"),
        right("a brace at the end that does not close an attribute list", "The set {a, b}"),
        right("only a brace", "}"),
        wrong("a colon at the end", "What now:"),
        wrong("only a colon", ":"),
        wrong("a colon after an escaped backslash", "What now\\\\:"),
        wrong("a needless backslash before an attribute list", "What now \\{.lede}"),
    ),
    "Inline": (
        *_INLINE,
        right("text like a numbered item", "2025. The year"),
        right("text like a heading", "# 1"),
        right("text like a bullet", "- a"),
        right("text like a quotation", "> a"),
        right("text like a fence", "~~~"),
        right("text like a thematic break", "---"),
        right("text like a definition", "[a]: b"),
        right("an address in angle brackets", "<https://example.org>"),
        right("a less-than sign", "<5 votes"),
        right("a backslash that escapes an asterisk", "\\*not emphasis*"),
        right("only a backslash", "\\"),
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
