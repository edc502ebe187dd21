r"""Inline text: one line of inline CommonMark, which has no block syntax of its own.

`2025. The year`, `# 1` and `- x` are plain words here. Only where such a text is put at the
start of a line of Markdown does the writer set one backslash (`escape_block_start`), and the
reader takes exactly this backslash away again (`unescape_block_start`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from diplobrief.text.patterns import (
    HEADING_PATTERN,
    INLINE_FORBIDDEN_PATTERN,
    INLINE_PATTERN,
    TITLE_PATTERN,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "HEADING_PATTERN",
    "INLINE_FORBIDDEN_PATTERN",
    "INLINE_PATTERN",
    "TITLE_PATTERN",
    "begins_as_block",
    "escape_block_start",
    "opens_block",
    "to_inline",
    "to_plain",
    "unescape_block_start",
]

_MARKERS: Final = (
    r"#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|-[- \t]*$|\*[* \t]*$|_[_ \t]*$|=+$|`{3,}[^`]*$|~~~"
)
_SIMPLE_LABEL: Final = r"\[(?:[^\\\[\]`<]|\\[^`<])*\]"
_BLOCK_START: Final = re.compile(
    rf"(?=[#>+\-*_=`~0-9\[])(?:(?={_MARKERS})|[0-9]{{1,9}}(?=[.)](?:[ \t]|$))"
    rf"|{_SIMPLE_LABEL}(?=:))"
)
_NEEDLESS_ESCAPE: Final = re.compile(
    rf"(?=[\\0-9\[])(?:(?=\\(?:{_MARKERS}))|[0-9]{{1,9}}(?=\\[.)](?:[ \t]|$))"
    rf"|{_SIMPLE_LABEL}(?=\\:))"
)
_BLOCK_ONLY: Final = re.compile(
    r"<(?=[A-Za-z/!?])(?![A-Za-z][^ \t<>:@]*[:@])"
    r"|(?!\[(?:[^\\\[\]`<]|\\[^`<])*\])\[(?:[^\\\[\]]|\\.)*\]:"
)


def escape_block_start(text: str) -> str:
    r"""Return the text as it stands at the start of a line, where it must open no block.

    Args:
        text: An inline text that `INLINE_PATTERN` accepts.

    Returns:
        The text, with one backslash before the marker that would open a block.

    Example:
        >>> escape_block_start("2025. The year")
        '2025\\. The year'
        >>> escape_block_start("The year 2025.")
        'The year 2025.'
    """
    found = _BLOCK_START.match(text)
    if found is None:
        return text
    at = found.end()
    return f"{text[:at]}\\{text[at:]}"


def unescape_block_start(line: str) -> str:
    r"""Take the backslash away that `escape_block_start` sets, and no other.

    Args:
        line: A paragraph or list item on one line.

    Returns:
        The inline text.

    Example:
        >>> unescape_block_start(r"2025\. The year")
        '2025. The year'
        >>> unescape_block_start(r"\*not emphasis*")
        '\\*not emphasis*'
    """
    found = _NEEDLESS_ESCAPE.match(line)
    if found is None:
        return line
    at = found.end()
    return line[:at] + line[at + 1 :]


def begins_as_block(text: str) -> bool:
    """Whether a line begins with what only a `markdown` block can say.

    That is raw HTML, which CommonMark may take for an HTML block, and a bracket that would be
    a link reference definition where no backslash can stand, because of code inside it.

    Example:
        >>> begins_as_block("<div> is a tag"), begins_as_block("<https://example.org>")
        (True, False)
    """
    return text[:1] in "<[" and _BLOCK_ONLY.match(text) is not None


def opens_block(line: str) -> bool:
    """Whether a line, read alone, may be anything but the beginning of a paragraph.

    Example:
        >>> opens_block("- x"), opens_block("<b>"), opens_block("x - y")
        (True, True, False)
    """
    return _BLOCK_START.match(line) is not None or begins_as_block(line)


_SPECIAL: Final = re.compile(r"[\\`*_\[<&]")
# Emphasis is a matter of whole runs: to look at each of their characters anew would be quadratic.
_SPECIAL_OR_RUN: Final = re.compile(r"[\\`*_\[<&](?:(?<=\*)\*+|(?<=_)_+)?")
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG_OR_LINK: Final = re.compile(r"<(?:[A-Za-z/!?]|[^<>\s]*@)")
_BACKTICKS: Final = re.compile("`+")
_EDGE_BLANKS: Final = {" ": "&#32;", "\t": "&#9;"}


def _needs_escape(
    found: re.Match[str], plain: str, *, several_ticks: bool, last_bracket: int
) -> bool:
    """Whether the special character or run at this place would be read as markup."""
    at, end = found.span()
    char = plain[at]
    if char == "\\":
        following = plain[end : end + 1]
        return following in _PUNCTUATION or (following in _EDGE_BLANKS and end + 1 == len(plain))
    if char == "`":
        return several_ticks
    if char == "[":
        return at < last_bracket
    if char == "<":
        return _TAG_OR_LINK.match(plain, at) is not None
    if char == "&":
        return _ENTITY.match(plain, at) is not None
    before, after = plain[at - 1 : at] or " ", plain[end : end + 1] or " "
    if before in " \t" and after in " \t":
        return False
    return not (char == "_" and before.isalnum() and after.isalnum())


def to_inline(plain: str) -> str:
    r"""Write plain text as inline CommonMark that shows exactly these characters.

    Args:
        plain: One line of text that is not blank and holds no controls.

    Returns:
        The text, with a backslash only where a character would be read as markup.

    Example:
        >>> to_inline("Article 5 *bis* of file_name & Co. [draft]")
        'Article 5 \\*bis\\* of file_name & Co. \\[draft]'
    """
    inline = plain
    if _SPECIAL.search(plain) is not None and plain.strip("* \t"):
        several_ticks = len(_BACKTICKS.findall(plain)) > 1
        last_bracket = plain.rfind("]")
        pieces: list[str] = []
        done = 0
        for found in _SPECIAL_OR_RUN.finditer(plain):
            if _needs_escape(found, plain, several_ticks=several_ticks, last_bracket=last_bracket):
                pieces += (plain[done : found.start()], "\\", "\\".join(found[0]))
                done = found.end()
        inline = "".join((*pieces, plain[done:]))
    if inline[:1] in _EDGE_BLANKS:
        inline = _EDGE_BLANKS[inline[0]] + inline[1:]
    if inline[-1:] in _EDGE_BLANKS:
        inline = inline[:-1] + _EDGE_BLANKS[inline[-1]]
    return inline


_LINE_BREAK_TAG: Final = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)


def _shown_by_pyromark(inline: str, definitions: str) -> Iterator[str]:
    from pyromark import events

    # As a heading the text is inline from its first character on, whatever it begins with.
    for event in events(f"# {inline} #\n\n{definitions}"):
        if isinstance(event, str):
            continue
        for kind, value in event.items():
            if kind in {"Text", "Code"}:
                yield str(value)
            elif kind == "InlineHtml" and _LINE_BREAK_TAG.fullmatch(str(value)):
                yield " "


def _shown_by_markdown_it(inline: str, definitions: str) -> Iterator[str]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    references: dict[str, Any] = {}
    if definitions:
        parser.parse(definitions, references)
    for block in parser.parseInline(inline, references):
        stack = list(block.children or ())[::-1]
        while stack:
            token = stack.pop()
            if token.type in {"text", "text_special", "code_inline"}:
                yield token.content
            elif token.type == "html_inline" and _LINE_BREAK_TAG.fullmatch(token.content):
                yield " "
            elif token.type == "image":
                stack += (token.children or ())[::-1]


def to_plain(inline: str, definitions: str = "") -> str:
    """Return the text that a reader sees: without emphasis marks, tags and link targets.

    Args:
        inline: One line of inline CommonMark.
        definitions: Link reference definitions that references in the text may name.

    Returns:
        The words, with escapes and entities decoded, and an image's description in its place.

    Example:
        >>> to_plain("The *Duma* [voted](https://example.org) on `S/RES/2` &amp; left")
        'The Duma voted on S/RES/2 & left'
    """
    if _SPECIAL.search(inline) is None:
        return inline
    try:
        return "".join(_shown_by_pyromark(inline, definitions))
    except ImportError:
        return "".join(_shown_by_markdown_it(inline, definitions))
