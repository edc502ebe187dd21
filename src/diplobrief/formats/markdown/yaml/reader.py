"""Front matter to plain data, fast where that is safe.

The text is looked over before `yaml-rs` parses it (see `ordinary`), and its answer afterwards;
whatever is out of the ordinary, and every text that it refuses, goes the exact way of the composer,
whose answer stands. Both looks err on the safe side. Where there is no wheel of `yaml-rs`, every
text goes the exact way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from diplobrief.formats.markdown.yaml.composer import MAX_DEPTH, compose_exactly
from diplobrief.formats.markdown.yaml.fast_path import looks_ordinary
from diplobrief.formats.markdown.yaml.resolver import PlainData, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    return cast("dict[str, PlainData]", resolve(compose_exactly(text)))


def _read_fast(text: str) -> dict[str, PlainData] | None:
    """Return what the compiled parser reads, or None where that cannot be relied on."""
    if not looks_ordinary(text):
        return None
    try:
        import yaml_rs

        data = yaml_rs.loads(text, parse_datetime=False)
    except (ImportError, ValueError, TypeError):
        return None
    return data if isinstance(data, dict) and _is_plain(data) else None


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
                    below.append(member)  # noqa: PERF401 - as fast, and plainer
        if not below:
            return all(type(name) is str for name in names)
        level = below
    return False
