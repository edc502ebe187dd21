"""Conversion between plain text and CommonMark: inline text and whole blocks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.text.remembering import remembered_if_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SPECIAL: Final = re.compile(r"[\\`*_\[<&]")
# Whether a delimiter opens emphasis depends on the whole run. Looking at each character of a run
# separately would take quadratic time.
_SPECIAL_OR_RUN: Final = re.compile(r"[\\`*_\[<&](?:(?<=\*)\*+|(?<=_)_+)?")
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG_OR_LINK: Final = re.compile(r"<(?:[A-Za-z/!?]|[^<>\s]*@)")
_BACKTICKS: Final = re.compile("`+")
_EDGE_BLANKS: Final = {" ": "&#32;", "\t": "&#9;"}


def to_inline(plain: str) -> str:
    r"""Write plain text as inline CommonMark that displays exactly these characters.

    Args:
        plain: One line of text, not blank and without control characters.

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
        for run in _SPECIAL_OR_RUN.finditer(plain):
            if _needs_escape(run, plain, several_ticks=several_ticks, last_bracket=last_bracket):
                pieces += (plain[done : run.start()], "\\", "\\".join(run[0]))
                done = run.end()
        inline = "".join((*pieces, plain[done:]))
    if inline[:1] in _EDGE_BLANKS:
        inline = _EDGE_BLANKS[inline[0]] + inline[1:]
    if inline[-1:] in _EDGE_BLANKS:
        inline = inline[:-1] + _EDGE_BLANKS[inline[-1]]
    return inline


def _needs_escape(
    run: re.Match[str], plain: str, *, several_ticks: bool, last_bracket: int
) -> bool:
    """Whether the special character or run at this position would be read as markup."""
    start, end = run.span()
    char = plain[start]
    if char == "\\":
        following = plain[end : end + 1]
        return following in _PUNCTUATION or (following in _EDGE_BLANKS and end + 1 == len(plain))
    if char == "`":
        return several_ticks
    if char == "[":
        return start < last_bracket
    if char == "<":
        return _TAG_OR_LINK.match(plain, start) is not None
    if char == "&":
        return _ENTITY.match(plain, start) is not None
    before, after = plain[start - 1 : start] or " ", plain[end : end + 1] or " "
    if before in " \t" and after in " \t":
        return False
    return not (char == "_" and before.isalnum() and after.isalnum())


def to_plain(inline: str, definitions: str = "") -> str:
    """Return the text that a reader sees, without emphasis marks, tags and link targets.

    Args:
        inline: One line of inline CommonMark.
        definitions: The link reference definitions to which references in the text may refer.

    Returns:
        The words, with escapes and entities decoded and images replaced by their descriptions.

    Example:
        >>> to_plain("The *Duma* [voted](https://example.org) on `S/RES/2` &amp; left")
        'The Duma voted on S/RES/2 & left'
    """
    if _SPECIAL.search(inline) is None:
        return inline
    # In a heading the text is inline from its first character, whatever it starts with.
    events = _events(f"# {inline} #\n\n{definitions}")
    if events is not None:
        return next(_leaf_texts_of_events(events), "")
    parser = _markdown_it()
    references: dict[str, Any] = {}
    parser.parse(definitions, references)
    return next(_leaf_texts_of_tokens(parser.parseInline(inline, references)), "")


def block_to_plain(block: str, definitions: str = "") -> str:
    r"""Return the text that a reader of a block sees, one line for each paragraph or item.

    Args:
        block: A CommonMark block, such as a quotation or a nested list.
        definitions: The link reference definitions to which references in the block may refer.

    Example:
        >>> block_to_plain("> So *it*\n> was said.\n>\n> - twice")
        'So it was said.\ntwice'
    """
    return _plain_text_of(f"{block}\n\n{definitions}")


@remembered_if_short
def _plain_text_of(source: str) -> str:
    events = _events(source)
    texts = (
        _leaf_texts_of_tokens(_markdown_it().parse(source))
        if events is None
        else _leaf_texts_of_events(events)
    )
    return "\n".join(filter(None, (text.strip("\n") for text in texts)))


# A comment without an end goes on to the end of the text, as in browsers.
_TAG: Final = re.compile(r"<!--(?:.*?-->|.*+)|</?[A-Za-z][^<>]*>", re.DOTALL)
_LINE_BREAK_TAG: Final = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_INLINE: Final = frozenset({"Text", "Code", "InlineHtml"})
_BLOCKS: Final = frozenset(
    {"BlockQuote", "CodeBlock", "Heading", "HtmlBlock", "Item", "List", "Paragraph"}
)


def _events(source: str) -> Iterable[Any] | None:
    """Return the events of pyromark, or `None` if it is not installed, as in WebAssembly."""
    try:
        from pyromark import events
    except ImportError:
        return None
    return events(source)


@cache
def _markdown_it() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


def _leaf_texts_of_events(events: Iterable[Any]) -> Iterator[str]:
    """Yield the plain text of each block that contains text itself, not other blocks."""
    pieces: list[str] = []
    html: list[str] = []
    for event in events:
        if isinstance(event, str):
            pieces.append("" if event == "Rule" else " ")  # a rule or a line break
            continue
        for kind, value in event.items():
            if kind in _INLINE:
                pieces.append(_shown_of_tag(value) if kind == "InlineHtml" else value)
            elif kind == "Html":
                html.append(value)
            elif _tag_name(value) in _BLOCKS:
                text = "".join((*pieces, _TAG.sub(" ", "".join(html))))
                if text or kind == "End":
                    yield text
                pieces.clear()
                html.clear()


def _tag_name(tag: object) -> str:
    return next(iter(cast("dict[str, object]", tag))) if isinstance(tag, dict) else str(tag)


def _leaf_texts_of_tokens(tokens: Iterable[Any]) -> Iterator[str]:
    """Yield the same as `_leaf_texts_of_events`, from the tokens of markdown-it-py."""
    for token in tokens:
        if token.type == "inline":
            yield "".join(_shown_of_tokens(token.children or ()))
        elif token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "html_block":
            yield _TAG.sub(" ", token.content)


def _shown_of_tokens(tokens: Sequence[Any]) -> Iterator[str]:
    stack = [*tokens[::-1]]
    while stack:
        token = stack.pop()
        if token.type in {"text", "text_special", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type == "html_inline":
            yield _shown_of_tag(token.content)
        elif token.type == "image":
            stack += (token.children or ())[::-1]


def _shown_of_tag(tag: str) -> str:
    return " " if _LINE_BREAK_TAG.fullmatch(tag) else ""
