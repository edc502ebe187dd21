"""PyYAML's scanner, changed to read YAML 1.2 as front matter uses it.

Aliases, anchors, tags, directives, document markers and `?` keys are refused. Other differences
from PyYAML: U+0085, U+2028, U+2029 and U+FEFF are ordinary characters (PyYAML treats them as line
ends or drops them); plain text may contain `?` anywhere; a colon in brackets must be followed by a
space unless the key is quoted; a key in brackets may span several lines.
"""
# PyYAML's stubs leave these members without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from diplobrief.formats.markdown.yaml.errors import YamlError, in_plain_words, refusal
from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Generator

    from diplobrief.formats.markdown.yaml.nodes import CommentKind

_UNPRINTABLE = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# In PyYAML these have a meaning that they do not have in YAML 1.2.
_MISREAD = "\x85\u2028\u2029\ufeff?"
_WHITE = "\0 \t\r\n"
_FLOW = ",[]{}"
_WHITE_OR_FLOW = _WHITE + _FLOW
_LONGEST_KEY = 1024


class FrontMatterParser(Reader, Scanner, Parser):
    """Produces PyYAML's events for one text, and collects the comments."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._originals = _stand_ins(text)
        self._question = next((k for k, v in self._originals.items() if v == "?"), "\0")
        self._plain_end = -1
        self.comments: list[tuple[int, int, CommentKind, int, int]] = []
        Reader.__init__(
            self, with_line_end(text).translate({ord(v): k for k, v in self._originals.items()})
        )
        Scanner.__init__(self)
        Parser.__init__(self)

    def restore(self, value: str) -> str:
        """Put the original characters back into a value."""
        return value.translate({ord(k): v for k, v in self._originals.items()})

    def refuse(self, syntax: str) -> NoReturn:
        """Raise the error for syntax that is not allowed, at the current position."""
        raise refusal(syntax, self.line + 1, self.column + 1)

    def fetch_alias(self) -> None:
        """Refuse the alias."""
        self.refuse("alias")

    def fetch_anchor(self) -> None:
        """Refuse the anchor."""
        self.refuse("anchor")

    def fetch_tag(self) -> None:
        """Refuse the tag."""
        self.refuse("tag")

    def fetch_directive(self) -> None:
        """Refuse the directive."""
        self.refuse("directive")

    def fetch_document_start(self) -> None:
        """Refuse the document marker."""
        self.refuse("document")

    def fetch_document_end(self) -> None:
        """Refuse the document marker."""
        self.refuse("document")

    def check_value(self) -> bool:
        """Return whether the colon at the current position separates a key from its value."""
        following = self.peek(1)
        if following in _WHITE:
            return True
        return bool(self.flow_level) and (following in _FLOW or self._is_after_quotes())

    def check_plain(self) -> bool:
        """Return whether plain text begins at the current position."""
        # In brackets too, plain text may begin with a colon that does not follow a key.
        return bool(self.flow_level and self.peek() == ":") or super().check_plain()

    def _is_after_quotes(self) -> bool:
        last = self.tokens[-1] if self.tokens else None
        return isinstance(last, yaml.ScalarToken) and not last.plain

    def fetch_plain(self) -> None:
        """Read plain text, and remember its end."""
        if self.peek() == self._question and self.peek(1) in (
            _WHITE_OR_FLOW if self.flow_level else _WHITE
        ):
            self.refuse("key")
        super().fetch_plain()
        self._plain_end = self.tokens[-1].end_mark.index

    def stale_possible_simple_keys(self) -> None:
        """Drop possible keys that can no longer be followed by a colon."""
        # In YAML 1.2, a key in brackets may span several lines.
        for level, key in list(self.possible_simple_keys.items()):
            if (level == 0 and key.line != self.line) or self.index - key.index > _LONGEST_KEY:
                if key.required:
                    raise refusal("no colon", key.line + 1, key.column + 1)
                del self.possible_simple_keys[level]

    def scan_to_next_token(self) -> None:
        """Skip spaces, line ends and comments."""
        while True:
            while self.peek() == " ":
                self.forward()
            self._scan_comment()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]  # in the stubs
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_block_scalar_ignored_line(self, start_mark: object) -> None:
        """Skip the rest of the line after a `|` or `>`."""
        while self.peek() == " ":
            self.forward()
        self._scan_comment()
        super().scan_block_scalar_ignored_line(start_mark)

    def _scan_comment(self) -> None:
        if self.peek() != "#":
            return
        start, column = self.index, self.column
        if column and self.buffer[start - 1] not in " \t":
            self.refuse("hash")
        before = self.buffer[start - column : start]
        kind: CommentKind = "after_other"
        if not before.strip(" "):
            kind = "own_line"
        elif self._plain_end >= 0 and not self.buffer[self._plain_end : start].strip(" \t"):
            kind = "after_plain"
        match = LINE_END.search(self.buffer, start)
        self.forward((match.start() if match else len(self.buffer) - 1) - start)
        self.comments.append((self.line + 1, column + 1, kind, start, self.index))


def with_line_end(text: str) -> str:
    """Return a text that ends with a line end, so that a block scalar at its end has one."""
    return text if text.endswith(("\n", "\r")) else f"{text}\n"


@contextmanager
def open_parser(text: str) -> Generator[FrontMatterParser]:
    """Return a parser for a text; all errors of PyYAML within the block become a `YamlError`."""
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        raise _character_error(text, unprintable.start())
    parser = FrontMatterParser(text)
    try:
        yield parser
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, parser) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise YamlError(
            "yaml_character",
            "The escape does not denote a character",
            parser.line + 1,
            parser.column + 1,
            "write the character itself",
        ) from None


def _stand_ins(text: str) -> dict[str, str]:
    """Choose a replacement for each character that PyYAML misreads, not used in the text."""
    misread = [character for character in _MISREAD if character in text]
    if not misread:
        return {}
    present = set(text)
    free = (chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in present)
    chosen = dict(zip(free, misread, strict=False))
    if len(chosen) < len(misread):
        raise YamlError(
            "yaml_character",
            "The text uses all private characters of Unicode",
            1,
            1,
            "write U+0085, U+2028, U+2029, U+FEFF and ? as escapes in double quotes",
        )
    return chosen


def _character_error(text: str, offset: int) -> YamlError:
    line, column = _place(text, offset)
    return YamlError(
        "yaml_character",
        f"The character U+{ord(text[offset]):04X} is not allowed",
        line,
        column,
        "remove it, or write it as an escape in double quotes",
    )


def _place(text: str, offset: int) -> tuple[int, int]:
    before = LINE_END.split(text[:offset])
    return len(before), len(before[-1]) + 1


def _syntax_error(error: yaml.MarkedYAMLError, parser: FrontMatterParser) -> YamlError:
    mark = error.problem_mark or error.context_mark
    if mark and error.context_mark and mark.index >= len(parser.buffer) - 1:
        # For something that is not closed, the opening is the better place.
        mark = error.context_mark
    line, column = _place(parser.text, mark.index if mark else 0)
    message, hint = in_plain_words(f"{error.context} {error.problem}")
    return YamlError("yaml_syntax", message, line, column, hint)
