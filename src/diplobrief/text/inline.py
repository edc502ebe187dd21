r"""Inline text: one line of inline CommonMark, which has no block syntax of its own.

In inline text, `2025. The year`, `# 1` and `- x` are ordinary words. At the start of a line of
Markdown they would open a block, so the writer adds one backslash there (`escape_block_start`)
and the reader removes exactly that backslash (`unescape_block_start`).
"""

from __future__ import annotations

import re
from typing import Final

INLINE_FORBIDDEN_PATTERN: Final = r"[\x00-\x08\x0a-\x1f\x7f]"
"""A character that one line of text must not contain: any control character but the tab."""

# The patterns are part of the JSON Schema, so Rust, ECMA-262, RE2 and Python must agree on them.
# Therefore they use explicit character classes only and no look-around.
_ANY: Final = r"[^\x00-\x08\x0a-\x1f\x7f]"
_SOLID: Final = r"[^\x00-\x20\x7f]"
_REST: Final = f"(?:{_ANY}*{_SOLID})?"
_BACKSLASH: Final = r"\\"
_LABEL: Final = rf"\[(?:[^\x00-\x08\x0a-\x1f\x7f\[\\\]]|\\{_ANY})*"
_PLAIN_LABEL: Final = r"\[(?:[^\x00-\x08\x0a-\x1f\x7f`<\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f`<])*"


def _then_not(excluded: str) -> str:
    """Match a character outside `excluded`, then any text that ends without white space."""
    return rf"(?:[^\x00-\x20\x7f{excluded}]{_REST}|[\t\x20]{_ANY}*{_SOLID})"


def _then_solid_not(excluded: str) -> str:
    return rf"[^\x00-\x20\x7f{excluded}]{_REST}"


# What may follow a backslash at the start: anything but a block marker, which the writer escapes.
_AFTER_BACKSLASH: Final = "|".join(
    (
        _then_solid_not(r"#>+\-*_=`~"),
        rf"[\t\x20]{_ANY}*{_SOLID}",
        rf"#(?:#{{0,5}}{_then_solid_not('#')}|#{{6}}{_REST})",
        rf"\+{_then_solid_not('')}",
        rf"-(?:-[\-\t\x20]*)?{_then_solid_not('-')}",
        rf"\*(?:\*[*\t\x20]*)?{_then_solid_not('*')}",
        rf"_[_\t\x20]*{_then_solid_not('_')}",
        rf"=+{_then_not('=')}",
        rf"`{{1,2}}(?:{_then_not('`')})?",
        rf"`{{3,}}[^\x00-\x08\x0a-\x1f\x7f`]+`{_REST}",
        rf"~{{1,2}}(?:{_then_not('~')})?",
    )
)
_AFTER_DIGITS_AND_BACKSLASH: Final = f"{_then_not('.)')}|[.)]{_then_solid_not('')}"
_DIGITS: Final = "|".join(
    (
        f"[0-9]{{10}}{_REST}",
        rf"[0-9]{{1,9}}(?:{_then_not(_BACKSLASH + '0-9')}|\\(?:{_AFTER_DIGITS_AND_BACKSLASH})?)?",
    )
)
_BRACKETED: Final = "|".join(
    (
        rf"\[(?:{_LABEL[2:]}(?:[^\x00-\x20\x7f\[\\\]]|\\{_SOLID}?))?",
        rf"{_LABEL}\[{_REST}",
        rf"{_LABEL}\](?:{_then_not(_BACKSLASH + ':')}|\\(?:{_then_not(':')})?)?",
        rf"{_PLAIN_LABEL}\]:{_REST}",
        rf"{_PLAIN_LABEL}\\?[`<]{_LABEL[2:]}\]\\:{_REST}",
    )
)
_ANGLED: Final = "|".join(
    (
        f"<(?:{_then_not('A-Za-z/!?')})?",
        rf"<[A-Za-z][^\x00-\x20\x7f<>:@]*[:@]{_REST}",
    )
)

INLINE_PATTERN: Final = (
    rf"^(?:[^\x00-\x20\x7f0-9<\[\\]{_REST}|{_DIGITS}|{_BRACKETED}|{_ANGLED}"
    rf"|\\(?:{_AFTER_BACKSLASH})?)$"
)
"""A paragraph's text or a list item: one line of inline CommonMark.

It rejects empty text, white space at either end, control characters, raw HTML at the start, and
a backslash at the start whose only purpose is to escape a block marker.
"""

TITLE_PATTERN: Final = f"^{_SOLID}{_REST}$"
"""A title: one line of inline CommonMark that may start with anything, like any heading."""

_EVEN: Final = rf"(?:[^\x00-\x20\x7f\\]|{_SOLID}{_ANY}*[^\x00-\x08\x0a-\x1f\x7f\\])?(?:\\\\)*"
_INSIDE: Final = r"[\t\x200-9A-Za-z._=\-]"
HEADING_PATTERN: Final = "|".join(
    (
        rf"^(?:(?:{_SOLID}{_ANY}*)?[^\x00-\x20\x7f:\x7d]",
        rf"{_EVEN}\\:",
        rf"(?:[0-9A-Za-z._=\-]{_INSIDE}*)?\x7d",
        rf"(?:{_SOLID}{_ANY}*)?[^\x00-\x200-9A-Za-z._=\-\x7b\x7f]{_INSIDE}*\x7d",
        rf"{_EVEN}\x7b{_INSIDE}*\x7d)$",
    )
)
"""A section's heading: a title that does not end with a colon, nor with an escaped attribute list
that does not need its escape."""

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
    r"""Return the text as written at the start of a line, where it must not open a block.

    Args:
        text: An inline text that `INLINE_PATTERN` accepts.

    Returns:
        The text, with one backslash before a marker that would open a block.

    Example:
        >>> escape_block_start("2025. The year")
        '2025\\. The year'
        >>> escape_block_start("The year 2025.")
        'The year 2025.'
    """
    start = _BLOCK_START.match(text)
    if start is None:
        return text
    return f"{text[: start.end()]}\\{text[start.end() :]}"


def unescape_block_start(line: str) -> str:
    r"""Remove the backslash that `escape_block_start` adds, and no other.

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
    escape = _NEEDLESS_ESCAPE.match(line)
    if escape is None:
        return line
    return line[: escape.end()] + line[escape.end() + 1 :]


def begins_as_block(text: str) -> bool:
    """Whether a line starts with syntax that only a `markdown` block may contain.

    That is raw HTML, which CommonMark may read as an HTML block, and a bracket that would start a
    link reference definition but cannot be escaped because it contains code.

    Example:
        >>> begins_as_block("<div> is a tag"), begins_as_block("<https://example.org>")
        (True, False)
    """
    return text[:1] in "<[" and _BLOCK_ONLY.match(text) is not None


def opens_block(line: str) -> bool:
    """Whether a line on its own could start a block other than a paragraph.

    Example:
        >>> opens_block("- x"), opens_block("<b>"), opens_block("x - y")
        (True, True, False)
    """
    return _BLOCK_START.match(line) is not None or begins_as_block(line)
