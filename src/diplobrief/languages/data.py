"""The loader of the data files: finds the languages, reads and validates their files."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

_PACKAGE: Final = "diplobrief.languages"

Words: TypeAlias = tuple[str, ...]
"""A list of words or phrases."""

WordLists: TypeAlias = dict[str, Words]
"""Lists of words under keys that the class of the file does not fix."""


class LanguageDataError(ValueError):
    """A data file of a language is missing or not valid."""


@dataclass(frozen=True, eq=False)
class Table:
    """A table of a data file. Each field is `Words`, `WordLists` or another table.

    Every field without a default is a required key. Unknown keys are errors.
    """


@dataclass(frozen=True, eq=False)
class DataFile(Table):
    """The content of a data file."""

    FILE: ClassVar[str]


_Table = TypeVar("_Table", bound=Table)
_File = TypeVar("_File", bound=DataFile)


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a folder, in alphabetical order.

    Example:
        >>> languages()
        ('ar', 'de', 'en', ...)
    """
    return tuple(
        sorted(
            entry.name
            for entry in files(_PACKAGE).iterdir()
            if entry.is_dir() and not entry.name.startswith(("_", "."))
        )
    )


def load(kind: type[_File], language: str) -> _File:
    """Return the content of one file of a language.

    Args:
        kind: The class that describes the file, such as `Bylines`.
        language: The tag of the language; see `languages`.

    Raises:
        LanguageDataError: The file is missing or not valid.
    """
    return _load(kind, f"{language}/{kind.FILE}")


def merged(kind: type[_File]) -> _File:
    """Return one file for all languages, in which each list contains the words of every language.

    Raises:
        LanguageDataError: A file is missing or not valid.
    """
    if kind.FILE not in _MERGED:
        _MERGED[kind.FILE] = _merge([load(kind, language) for language in languages()])
    return cast("_File", _MERGED[kind.FILE])


_MERGED: Final[dict[str, DataFile]] = {}
"""The files that have been merged, by name."""


def _merge(tables: Sequence[_Table]) -> _Table:
    kind = type(tables[0])
    members: dict[str, Any] = {}
    for field in fields(kind):
        values = [getattr(table, field.name) for table in tables]
        if field.type is Words:
            members[field.name] = tuple(dict.fromkeys(chain.from_iterable(values)))
        else:
            members[field.name] = _merge(values)
    return kind(**members)


def load_shared(kind: type[_File]) -> _File:
    """Return the content of a file that does not depend on the language.

    Raises:
        LanguageDataError: The file is missing or not valid.
    """
    return _load(kind, kind.FILE)


_LOADED: Final[dict[str, DataFile]] = {}
"""The content of each file that has been read, by its path."""


def _load(kind: type[_File], path: str) -> _File:
    if path not in _LOADED:
        _LOADED[path] = read(kind, files(_PACKAGE).joinpath(path), path)
    return cast("_File", _LOADED[path])


def read(kind: type[_File], file: Traversable, name: str) -> _File:
    """Read and validate a data file.

    Args:
        kind: The class that describes the file.
        file: The file.
        name: The name of the file in messages.

    Raises:
        LanguageDataError: The file is missing or not valid.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LanguageDataError(f"{name} is missing") from None
    except ValueError as error:  # not TOML, or not UTF-8
        raise LanguageDataError(f"{name}: {error}") from None
    problems = [*_problems(kind, data)]
    if problems:
        raise LanguageDataError("\n".join(f"{name}: {problem}" for problem in problems))
    return _table(kind, data)


def _problems(kind: type[Table], data: Mapping[str, object], prefix: str = "") -> Iterator[str]:
    """Yield what is wrong with the data of a table."""
    known = {field.name: field for field in fields(kind)}
    yield from (f"{prefix}{key}: unknown key" for key in data if key not in known)
    for name, field in known.items():
        key, value = prefix + name, data.get(name)
        if value is None:
            if field.default is MISSING:
                yield f"{key}: missing key"
        elif field.type is Words:
            yield from _problems_of_words(key, value)
        elif not isinstance(value, dict):
            yield f"{key}: expected a table, [{key}]"
        elif field.type is WordLists:
            for label, words in cast("dict[str, object]", value).items():
                yield from _problems_of_words(f"{key}.{label}", words)
        else:
            table = cast("dict[str, object]", value)
            yield from _problems(cast("type[Table]", field.type), table, f"{key}.")


def _problems_of_words(key: str, words: object) -> Iterator[str]:
    items = cast("list[object]", words) if isinstance(words, list) else [None]
    texts = [item for item in items if isinstance(item, str)]
    if len(texts) < len(items):
        yield f'{key}: expected a list of words, such as ["May", "June"]'
        return
    for word in texts:
        if not word or word != word.strip():
            yield f"{key}: {word!r} is empty, or starts or ends with a space"
        if not unicodedata.is_normalized("NFC", word):
            yield f"{key}: {word!r} is not in Unicode normalization form C"
        if texts.count(word) > 1:
            yield f"{key}: {word!r} occurs more than once"


def _table(kind: type[_Table], data: Mapping[str, Any]) -> _Table:
    """Return valid data as a table."""
    members: dict[str, Any] = {}
    for field in fields(kind):
        if field.name not in data:
            continue
        value = data[field.name]
        if field.type is Words:
            members[field.name] = tuple(value)
        elif field.type is WordLists:
            members[field.name] = {label: tuple(words) for label, words in value.items()}
        else:
            members[field.name] = _table(cast("type[Table]", field.type), value)
    return kind(**members)


def alternatives(words: Iterable[str]) -> str:
    r"""Return a regular expression that matches any of the words, the longest first.

    A space in a phrase matches any white space.

    Example:
        >>> alternatives(["et", "et puis"])
        'et\\s+puis|et'
        >>> re.findall(alternatives([]), "matches nothing")
        []
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) or "(?!)"


def word_set(words: Iterable[str]) -> frozenset[str]:
    """Return the words in lower case, as a set to look up words without regard to case."""
    return frozenset(word.lower() for word in words)
