r"""Reads and writes the headings of sections: text, and attribute list with kind and language."""

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
    """The content of a section's heading line.

    Args:
        text: The heading itself, or `None`.
        kind: The kind of the section, from the attribute list or from the text, or `None`.
        language: The language of the section, or `None`.
    """

    text: str | None
    kind: str | None
    language: str | None


class UnknownTermError(ValueError):
    """The section kind in an attribute list is not in the vocabulary."""

    def __init__(self, term: str) -> None:
        super().__init__(term)
        self.term = term


def _without_final_colon(text: str) -> str:
    """Remove a final colon, or escape it if another colon precedes it."""
    before = text[:-1]
    if (len(before) - len(before.rstrip("\\"))) % 2:
        return text
    bare = before.rstrip(" \t")
    return f"{before}\\:" if not bare or bare.endswith(":") else bare


def read_heading(content: str) -> Heading:
    r"""Read the content of a heading that opens a section.

    Args:
        content: The text of the heading on one line, without spaces around it.

    Raises:
        UnknownTermError: The attribute list contains `.term`, and there is no such kind.

    Example:
        >>> read_heading("Pourquoi c'est important {.why_it_matters lang=fr}")
        Heading(text="Pourquoi c'est important", kind='why_it_matters', language='fr')
        >>> read_heading("Why it matters:").kind
        'why_it_matters'
    """
    text, kind, language = content, None, None
    if content.endswith("}"):
        attributes = _ATTRIBUTES.search(content)
        # A language alone is not enough: a section needs a kind or a heading.
        if attributes is not None and (attributes.start() or attributes[1] or attributes[4]):
            kind = attributes[1] or attributes[4]
            language = attributes[2] or attributes[3]
            if kind is not None and kind not in SECTION_KINDS:
                raise UnknownTermError(kind)
            text = content[: attributes.start()].rstrip(" \t")
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
    kind_of_text = kind_of_heading(text)
    if text.endswith("}") and (attributes := _ATTRIBUTES.search(text)) is not None:
        at = attributes.start()
        text = f"{text[:at]}\\{text[at:]}"
    if kind != kind_of_text or language:
        return f"## {text} {_attribute_list(kind if kind != kind_of_text else None, language)}"
    return f"## {close_heading(text, '##')}"


def close_heading(text: str, marker: str) -> str:
    """Add a closing sequence if the text ends with number signs, which would be read as one."""
    if text.endswith("#") and _CLOSING_SEQUENCE.search(text) is not None:
        return f"{text} {marker}"
    return text
