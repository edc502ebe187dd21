"""The patterns of texts on one line, in the syntax that all regular expression engines share."""

from __future__ import annotations

from typing import Final

INLINE_FORBIDDEN_PATTERN: Final = r"[\x00-\x08\x0a-\x1f\x7f]"
"""A character that no text of one line may hold: a control other than the tab."""

# The parts of the patterns below. They are read alike by Rust, ECMA-262, RE2 and Python, so
# they have no look-around and no class but explicit ones, and say what is allowed.
_ANY: Final = r"[^\x00-\x08\x0a-\x1f\x7f]"
_SOLID: Final = r"[^\x00-\x20\x7f]"
_REST: Final = f"(?:{_ANY}*{_SOLID})?"
_BACKSLASH: Final = r"\\"
_LABEL: Final = rf"\[(?:[^\x00-\x08\x0a-\x1f\x7f\[\\\]]|\\{_ANY})*"
_PLAIN_LABEL: Final = r"\[(?:[^\x00-\x08\x0a-\x1f\x7f`<\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f`<])*"


def _then_not(excluded: str) -> str:
    """Match a character outside `excluded`, and whatever follows, up to a solid end."""
    return rf"(?:[^\x00-\x20\x7f{excluded}]{_REST}|[\t\x20]{_ANY}*{_SOLID})"


def _then_solid_not(excluded: str) -> str:
    return rf"[^\x00-\x20\x7f{excluded}]{_REST}"


# What may follow a backslash at the start: anything but a marker that the writer would escape.
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

Refused are the empty text, blanks at either end, controls, raw HTML at the start, and a
backslash at the start that only keeps a block marker from being one.
"""

TITLE_PATTERN: Final = f"^{_SOLID}{_REST}$"
"""A title: one line of inline CommonMark, with any start, for a heading's text has no blocks."""

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
"""A section's heading: like a title, without a final colon and without a needless escape before
what looks like an attribute list at its end."""
