r"""The heading of a section: its text, and the attribute list that says kind and language."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from diplobrief.model.vocabulary.sections import SECTION_KINDS, kind_of_heading

_LANGUAGE: Final = r"lang=([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)"
_TERM: Final = r"\.([A-Za-z0-9_-]+)"
_ATTRIBUTES: Final = re.compile(
    r"(?:^|(?<=[ \t]))\{[ \t]*"
    rf"(?:{_TERM}(?:[ \t]+{_LANGUAGE})?|{_LANGUAGE}(?:[ \t]+{_TERM})?)[ \t]*\}}$"
)
_ESCAPED_GROUP: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\(\{[\t 0-9A-Za-z._=\-]*\})$")
_CLOSING_SEQUENCE: Final = re.compile(r"(?:^|[ \t])#+$")


class Heading(NamedTuple):
    """What the heading line of a section says.

    Args:
        text: The heading itself, or `None`.
        kind: The kind of the section, said by the attribute list or by the text, or `None`.
        language: The section's language, or `None`.
    """

    text: str | None
    kind: str | None
    language: str | None


class UnknownTermError(ValueError):
    """An attribute list names a section kind that is not in the vocabulary."""

    def __init__(self, term: str) -> None:
        super().__init__(term)
        self.term = term


def _without_final_colon(text: str) -> str:
    """Drop a final colon, or keep it behind a backslash where another one precedes it."""
    before = text[:-1]
    if (len(before) - len(before.rstrip("\\"))) % 2:
        return text
    bare = before.rstrip(" \t")
    return f"{before}\\:" if not bare or bare.endswith(":") else bare


def read_heading(content: str) -> Heading:
    r"""Read the content of a heading that opens a section.

    Args:
        content: The text of the heading, on one line, without blanks around it.

    Raises:
        UnknownTermError: The attribute list says `.term`, and there is no such kind.

    Example:
        >>> read_heading("Pourquoi c'est important {.why_it_matters lang=fr}")
        Heading(text="Pourquoi c'est important", kind='why_it_matters', language='fr')
        >>> read_heading("Why it matters:").kind
        'why_it_matters'
    """
    text, kind, language = content, None, None
    if content.endswith("}"):
        found = _ATTRIBUTES.search(content)
        # A language alone neither names a section nor says its kind.
        if found is not None and (found.start() or found[1] or found[4]):
            kind = found[1] or found[4]
            language = found[2] or found[3]
            if kind is not None and kind not in SECTION_KINDS:
                raise UnknownTermError(kind)
            text = content[: found.start()].rstrip(" \t")
    if text.endswith(":"):
        text = _without_final_colon(text)
    if text.endswith("}"):
        text = _ESCAPED_GROUP.sub(r"\1\2", text)
    if not text:
        return Heading(None, kind, language)
    return Heading(text, kind or kind_of_heading(text), language)


def _attribute_list(kind: str | None, language: str | None) -> str:
    if kind is None:
        return f"{{lang={language}}}"
    return f"{{.{kind} lang={language}}}" if language else f"{{.{kind}}}"


def write_heading(text: str | None, kind: str | None, language: str | None) -> str:
    r"""Write the heading line of a section.

    Example:
        >>> write_heading("Why it matters", "why_it_matters", None)
        '## Why it matters'
        >>> write_heading("Pourquoi", "why_it_matters", "fr")
        '## Pourquoi {.why_it_matters lang=fr}'
    """
    if text is None:
        return f"## {_attribute_list(kind, language)}"
    said = kind_of_heading(text)
    if text.endswith("}") and (found := _ATTRIBUTES.search(text)) is not None:
        at = found.start()
        text = f"{text[:at]}\\{text[at:]}"
    if kind != said or language:
        return f"## {text} {_attribute_list(kind if kind != said else None, language)}"
    return f"## {close_heading(text, '##')}"


def close_heading(text: str, marker: str) -> str:
    """Add the closing sequence that a text with number signs at its end needs to keep them."""
    if text.endswith("#") and _CLOSING_SEQUENCE.search(text) is not None:
        return f"{text} {marker}"
    return text
