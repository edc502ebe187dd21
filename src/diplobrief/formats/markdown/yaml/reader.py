"""Front matter to plain data, fast where that is safe.

`yaml-rs` parses most files in a tenth of a millisecond. It takes more for a number than YAML 1.2
does (`1_000`, `0b1`, `0X1F`), knows aliases and tags, adds a line end to some block scalars, and
overruns its stack on deep compact nesting. So the text is looked over first, and the answer
afterwards; whatever is out of the ordinary, and every text that it refuses, goes the exact way of
the composer, whose answer stands. Both looks err on the safe side. Where there is no wheel of
`yaml-rs`, every text goes the exact way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from diplobrief.formats.markdown.yaml.composer import MAX_DEPTH, compose
from diplobrief.formats.markdown.yaml.resolver import PlainData, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

_USUAL_ASCII = bytes([*b"\n\r", *range(ord(" "), ord("~") + 1)])
_UNUSUAL_CHARACTER = re.compile(r"[^\n\r -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff\x85]")
_UNUSUAL_NUMBER = re.compile(
    r"[._0-9](?<=[\s\[{,:+-].)"
    r"(?:(?<=0)[xXoObB]|[0-9]{18}|[0-9.]*(?:_|[eE][-+_0-9])|(?<=\.)[iInN]|(?<=_))"
)
_UNUSUAL_START = re.compile(r"[-?:,\[{\r\n] *(?:[&*!]|\?(?:[\s,\[\]{}]|\Z))")
_UNUSUAL_ESCAPE = re.compile(r"\\(?:u[dD]|U)")
# The last is compact nesting: `- - - a`.
_UNUSUAL_LINE = re.compile(r"\n(?:---|\.\.\.|%| *+[-:] ++[-:] ++[-:])")
_BLOCK_SCALAR = re.compile(r"[-:,\[{\r\n] *+[|>]")
# A name or a dash and a name, then `|`, and on the next line content that is indented enough.
_ORDINARY_BLOCK_SCALAR = re.compile(
    r"^( *+)(?:- (?:[^\s'\"\[{][^:\n]*+: )?[|>]-?\n\1 {3}|[^\s'\"\[{-][^:\n]*+: [|>]-?\n\1 ) *+\S",
    re.MULTILINE,
)
_UNUSUAL_BEGINNINGS = ("---", "...", *"% &*!?|>-:")
_DEEP_INDENT = "\n" + " " * 100


def read(text: str) -> dict[str, PlainData]:
    r"""Read YAML front matter into plain data by the core rules of YAML 1.2.

    `NO`, `2025-01`, `2025-04-18` and `12:30:00` are text; there are no dates. A name is text
    whatever it looks like.

    Args:
        text: The front matter, without the lines that fence it.

    Returns:
        The data, members in the order of the file.

    Raises:
        YamlError: The text is not YAML, or not such YAML as front matter may hold.

    Example:
        >>> read("country: NO\nvotes: 51\n")
        {'country': 'NO', 'votes': 51}
    """
    data = _read_fast(text)
    return read_exactly(text) if data is None else data


def read_exactly(text: str) -> dict[str, PlainData]:
    """Read like `read`, by way of the composer: slower, and the reference for the fast way."""
    return cast("dict[str, PlainData]", resolve(compose(text)))


def _read_fast(text: str) -> dict[str, PlainData] | None:
    """Return what the compiled parser reads, or None where that cannot be relied on."""
    if not _looks_ordinary(text):
        return None
    try:
        import yaml_rs

        data = yaml_rs.loads(text, parse_datetime=False)
    except (ImportError, ValueError, TypeError):
        return None
    return data if isinstance(data, dict) and _is_plain(data) else None


def _looks_ordinary(text: str) -> bool:
    """Tell whether the parsers are known to agree on a text like this."""
    return not (
        _has_unusual_character(text)
        or _UNUSUAL_NUMBER.search(text)
        or "<<" in text
        or ("\\" in text and _UNUSUAL_ESCAPE.search(text))
        or text.startswith(_UNUSUAL_BEGINNINGS)
        or _UNUSUAL_LINE.search(text)
        or _DEEP_INDENT in text
        or text.count("\r") != text.count("\r\n")
        or (("|" in text or ">" in text) and not _has_ordinary_block_scalars(text))
        or (
            ("&" in text or "*" in text or "!" in text or "?" in text)
            and _UNUSUAL_START.search(text)
        )
    )


def _has_unusual_character(text: str) -> bool:
    # Nearly all are ASCII, and bytes lose these several times faster than a pattern reads them.
    left = text.encode("utf-8", "surrogatepass").translate(None, _USUAL_ASCII)
    return _UNUSUAL_CHARACTER.search(left.decode("utf-8", "surrogatepass")) is not None


def _has_ordinary_block_scalars(text: str) -> bool:
    """Tell whether every block scalar has a simple header, content, and a line end behind it."""
    starts = len(_BLOCK_SCALAR.findall(text))
    return not starts or (
        text.endswith("\n") and starts == len(_ORDINARY_BLOCK_SCALAR.findall(text))
    )


def _is_plain(data: dict[str, PlainData]) -> bool:
    """Tell whether all names are text and nothing is nested too deeply, level by level."""
    names: set[object] = set()
    level: list[dict[str, PlainData] | list[PlainData]] = [data]
    for _ in range(MAX_DEPTH):
        below: list[dict[str, PlainData] | list[PlainData]] = []
        for collection in level:
            members: Iterable[PlainData] = collection
            if type(collection) is dict:
                names.update(collection)
                members = collection.values()
            for member in members:
                # Nearly all are text: that is asked first.
                if type(member) is not str and (type(member) is dict or type(member) is list):
                    below.append(member)  # noqa: PERF401
        if not below:
            return all(type(name) is str for name in names)
        level = below
    return False
