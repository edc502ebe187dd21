"""Strategies for strings of a certain form, including difficult ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplobrief.model.scalars import Scalar
    from diplobrief.model.vocabulary.terms import Vocabulary

YAML_TRAPS: Final = (
    *("NO", "no", "Yes", "on", "y", "null", "~", "true", "False", ".inf", "-.INF", ".nan"),
    *("0", "-0", "007", "0o17", "0x1F", "0b1", "1_000", "1.0", "1.10", "1e3", "+1", "1:30"),
    *("2025", "2025-01", "2025-04-18", "2025-04-18T09:30:00Z", "2025-04-18 09:30", "12:30:45.5"),
    *("=", "<<", "---", "...", "--- a", "-", "- a", "?", "? a", ":", ": a", "a:", "a: b", "a:b"),
    *("#", "# x", "a # b", "a #b", "&a", "&a b", "*b", "!t", "!!str x", "%", "%YAML 1.1", "@at"),
    *("`tick`", "'", "''", "'a'", "a'b", '"', '"a"', '"a', 'a"b', "\\", "\\n", "\\u0041", "|"),
    *("|-", ">", ">+ a", "[", "[a]", "[a, b", "{a: b}", "{", "]", "}", ",", "a, b", "a,b"),
    *("[2025-05-01..2025-05-10]", "a\\", "a\\\\", "\\ a", "x: &a [*a]", "''' '", '" #'),
)
"""Lines that a YAML reader or writer may not treat as text."""

MARKUP_TRAPS: Final = (
    *(
        "# 1",
        "## Why it matters",
        "1. a",
        "2025. The year",
        "1) a",
        "+ a",
        "> a",
        "=",
        "===",
        "```",
    ),
    *(
        "~~~",
        "***",
        "* * *",
        "*a*",
        "**a",
        "_a_",
        "`a",
        "[a]: b",
        "[a](b)",
        "![a](b)",
        "<b>",
        "</p>",
    ),
    *("<!-- a", "-->", "<script>", "<?php", "<![CDATA[", "<https://example.org>", "&amp;", "&#0;"),
    *("| a | b |", "| - |", "a {.lede}", "{lang=fr}", "a ##", "a\\#", "a:", "Why it matters:"),
)
"""Lines that a Markdown reader may not treat as text."""

UNICODE_TRAPS: Final = (
    *(
        "\u202eabc\u202c",
        "a\u2066b\u2069",
        "\u200f",
        "مذاکرات (۲۰۲۵)",
        "שלום, a",
        "a\u200db",
        "\u200b",
    ),
    *("می\u200cخواهم", "👩\u200d👩\u200d👧", "🇳🇴", "\u0301", "e\u0301", "é", "ﬁ", "ẞß", "İı", "Ǆ"),
    *("\xa0a\xa0", "\x85", "a\x85b", "\u2028", "a\u2028b\u2029c", "\u3000a\u3000", "\x80\x9f"),
    *(
        "\ufeff",
        "\ufeffa",
        "\ufffd",
        "\ufffe\uffff",
        "\U0001d518\U0001d52b",
        "\U0010ffff",
        "\ue000",
    ),
    *("“a”", "’a’", "«a»", "–", "•", "·", "…", "№", "漢字", "𠮷", "ا\u0640ب", "\u1680a", "\xad"),
)
"""Lines that text processing may change or display wrongly."""

LONG_TRAPS: Final = (
    "a" * 1_100,
    "long winter, " * 60 + "a",
    "\\" * 201,
    "'\"" * 90,
    "م " * 300 + "م",
)
"""Lines that are longer than a line in a file and than a simple key in YAML."""

TRAPS: Final = (*YAML_TRAPS, *MARKUP_TRAPS, *UNICODE_TRAPS, *LONG_TRAPS)

_CONTROLS: Final = "".join(map(chr, (*range(0x20), 0x7F)))
_BLANK: Final = re.compile(r"^[\t\n ]+|[\t\n ]+\Z")

_ANY_ID: Final = (
    *("a", "b", "north", "south", "lake", "varga", "senate", "signed", "no", "y", "null", "true"),
    *("1", "0", "007", "1e3", "0x1f", "1-30", "2025-01", "2025-04-18", "a--b", "z" * 64),
)


def _characters(also: str = "") -> st.SearchStrategy[str]:
    excluded = "".join(char for char in _CONTROLS if char not in also)
    return st.characters(exclude_categories=["Cs"], exclude_characters=excluded)


def _trimmed(text: str) -> str:
    return _BLANK.sub("", text) or "x"


def lines() -> st.SearchStrategy[str]:
    """Generate plain text on one line, as in names and titles of facts."""
    return st.one_of(
        st.sampled_from(("North", "Foreign Minister", *TRAPS)),
        st.text(_characters(), min_size=1).map(_trimmed),
    )


def passages() -> st.SearchStrategy[str]:
    """Generate plain text of one or more lines, without white space at either end."""
    return st.one_of(
        st.sampled_from(("a long winter", "a\nb", "a\n\n  b", "a \nb", "a\n# b\n---\nc", *TRAPS)),
        st.text(_characters("\t\n"), min_size=1).map(_trimmed),
    )


def excerpts() -> st.SearchStrategy[str]:
    """Generate verbatim text, which may begin and end with white space."""
    return st.one_of(
        st.sampled_from((" a", "a ", "\n", "\ta\n", " ", "\n a\n\n", "a\n ", *TRAPS)),
        st.text(_characters("\t\n"), min_size=1),
    )


def ids() -> st.SearchStrategy[str]:
    """Generate ids; some look like numbers, dates or booleans."""
    letters = st.text("abz019-", min_size=1, max_size=64).map(lambda text: text.strip("-") or "a")
    return st.one_of(st.sampled_from(_ANY_ID), letters)


def references() -> st.SearchStrategy[str]:
    """Generate well-formed references, which may not resolve: `north`, `lake#signed`."""
    name = st.sampled_from(_ANY_ID)
    return st.one_of(name, st.builds("{}#{}".format, name, name))


def language_tags() -> st.SearchStrategy[str]:
    """Generate language tags (BCP 47)."""
    common = ("en", "fa", "no", "NO", "sr-Latn-RS", "zh-Hant", "es-419", "de-1901", "de-DE-1996")
    rare = ("x-a", "X-1-b", "en-a-bb-x-c", "sl-rozaj-biske", "zh-cmn-Hans-CN", "abcdefgh", "EN-us")
    return st.one_of(
        st.sampled_from((*common, *rare)), st.text("abcdefghijklmnoyz", min_size=2, max_size=3)
    )


def country_codes() -> st.SearchStrategy[str]:
    """Generate codes of ISO 3166-1 (two letters) and ISO 3166-3 (four), including `NO`."""
    capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return st.one_of(
        st.sampled_from(("NO", "IR", "RU", "SUHH", "DDDE")),
        st.text(capitals, min_size=2, max_size=2),
        st.text(capitals, min_size=4, max_size=4),
    )


def web_addresses() -> st.SearchStrategy[str]:
    """Generate absolute http and https addresses."""
    address = "abcXYZ019-._~:/?#[]@!$&'()*+,;=%"
    return st.builds(
        str.__add__,
        st.sampled_from(("https://", "http://", "HTTPS://")),
        st.one_of(
            st.sampled_from(("example.org/a?b=c&d#e", "[::1]:8080/")), st.text(address, min_size=1)
        ),
    )


def sha256_digests() -> st.SearchStrategy[str]:
    """Generate SHA-256 digests; some look like numbers."""
    return st.one_of(
        st.sampled_from(("0" * 64, "1" * 31 + "e" + "1" * 32, "e3b0c442" * 8)),
        st.text("0123456789abcdef", min_size=64, max_size=64),
    )


def durations() -> st.SearchStrategy[str]:
    """Generate lengths of time in whole years, months, weeks or days."""
    number = st.integers(0, 9999)
    return st.one_of(
        st.sampled_from(("P20Y", "P6M", "P0D", "P0007W", "P1Y2M3D", "P1Y3D", "P1M1D")),
        st.builds("P{}{}".format, number, st.sampled_from("YMWD")),
        st.builds("P{}Y{}M{}D".format, number, number, number),
    )


def fractions() -> st.SearchStrategy[str]:
    """Generate fractions."""
    number = st.integers(1, 9999)
    return st.one_of(st.sampled_from(("2/3", "1/2")), st.builds("{}/{}".format, number, number))


def rule_codes() -> st.SearchStrategy[str]:
    """Generate codes of rules, families and notices, whether they exist or not."""
    return st.one_of(
        st.sampled_from(("CHR001", "CHR", "C", "ALL", "yaml_comment", "no", "null", "NO")),
        st.builds("{}{:03}".format, st.text("ABXYZ", min_size=1, max_size=8), st.integers(0, 999)),
    )


def suggestion_ids() -> st.SearchStrategy[str]:
    """Generate ids of suggestions."""
    kinds = st.sampled_from(("actor", "quote", "milestone", "a"))
    return st.builds("{}-{:012x}".format, kinds, st.integers(0, 2**48 - 1))


def terms(vocabulary: Vocabulary) -> st.SearchStrategy[str]:
    """Generate terms of a vocabulary: known terms, and extension terms if it is open."""
    known = st.sampled_from([term.value for term in vocabulary])
    if not vocabulary.open:
        return known
    extension = st.sampled_from(("x-a", "x-0", "x-le_bloc-2", "x-" + "a" * 62))
    return st.one_of(known, known, known, extension)


def forms_of(scalar: Scalar) -> st.SearchStrategy[str]:
    """Generate strings of a form of the model."""
    make = _BY_NAME.get(scalar.name)
    return st.from_regex(scalar.pattern, fullmatch=True) if make is None else make()


_BY_NAME: Final[dict[str, Callable[[], st.SearchStrategy[str]]]] = {
    "Line": lines,
    "Passage": passages,
    "Excerpt": excerpts,
    "Id": ids,
    "Reference": references,
    "LanguageTag": language_tags,
    "CountryCode": country_codes,
    "WebAddress": web_addresses,
    "Sha256": sha256_digests,
    "Duration": durations,
    "Fraction": fractions,
    "RuleCode": rule_codes,
    "SuggestionId": suggestion_ids,
}
