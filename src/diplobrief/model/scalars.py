"""String types with a fixed form: lines, ids, references, language tags, addresses, durations.

All patterns use the syntax that Rust's `regex`, ECMA 262, RE2 and Python share: anchored, ASCII
classes, no look-around. In Python `$` also matches before a final line end, so the JSON Schema adds
the `forbidden` pattern to exclude that case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

NOT_TEXT: Final = r"[\x00-\x1f\x7f]"
"""Characters not allowed in a line of plain text: C0 controls and DEL."""

NOT_PASSAGE: Final = r"[\x00-\x08\x0b-\x1f\x7f]"
"""Characters not allowed in a passage: DEL and the C0 controls except tab and line feed."""

VERBATIM_PATTERN: Final = r"^[^\x00-\x08\x0b-\x1f\x7f]+$"
"""A passage that may begin and end with white space."""

NOT_ASCII: Final = r"[^!-~]"
"""Characters not allowed in an ASCII token: everything but printable ASCII."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string type with a pattern.

    Args:
        name: The name of the type in the JSON Schema.
        noun: What messages call it, with an article.
        description: What the string is, and the standard that defines it.
        examples: Valid strings.
        pattern: The pattern, in the syntax that all engines share.
        forbidden: A pattern that no valid string contains: a class of characters, or a line end at
            the end. Empty if a line end at the end is allowed, since `pattern` then says it all.
        hint: How to correct a string that does not match.
        value_type: Makes the validated value from the string, if it is more than a string.
    """

    name: str
    noun: str
    description: str
    examples: tuple[str, ...]
    pattern: str
    forbidden: str
    hint: str
    value_type: Callable[[str], Any] | None = None

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        text = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=self.pattern, strict=True, metadata={"scalar": self}),
            custom_error_type="form_wrong",
            custom_error_message="Expected {expected}; {hint}",
            custom_error_context={"expected": self.noun, "hint": self.hint},
        )
        if self.value_type is None:
            return text
        return core_schema.no_info_after_validator_function(self.value_type, text)


LINE: Final = Scalar(
    "Line",
    "a line of text",
    "Plain text on one line, without white space at either end.",
    ("Deputy Foreign Minister",),
    r"^[^\x00-\x20\x7f](?:[^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?$",
    NOT_TEXT,
    "write it on one line, without white space at either end",
)
Line = Annotated[str, LINE]

PASSAGE: Final = Scalar(
    "Passage",
    "text",
    "Plain text of one or more lines, without white space at either end. Line ends are line feeds.",
    ("The parties agreed to meet again.",),
    r"^[^\x00-\x20\x7f](?:[^\x00-\x08\x0b-\x1f\x7f]*[^\x00-\x20\x7f])?$",
    rf"{NOT_PASSAGE}|\n$",
    "remove white space at both ends, and use line feeds as line ends",
)
Passage = Annotated[str, PASSAGE]

EXCERPT: Final = Scalar(
    "Excerpt",
    "a passage",
    "Verbatim text, including white space at its ends (W3C Web Annotation, TextQuoteSelector).",
    ("signed in January",),
    VERBATIM_PATTERN,
    "",
    "copy the passage verbatim; it must not be empty",
)
Excerpt = Annotated[str, EXCERPT]

ID_FORM: Final = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?"

ID: Final = Scalar(
    "Id",
    "an id",
    "A name for a brief or a fact: up to 64 lower-case letters, digits and inner hyphens.",
    ("lake-treaty",),
    f"^{ID_FORM}$",
    NOT_ASCII,
    "use lower-case letters, digits and inner hyphens, at most 64",
)
Id = Annotated[str, ID]

REFERENCE: Final = Scalar(
    "Reference",
    "a reference",
    "The id of a fact in the same brief; `treaty#milestone` for a milestone of a treaty.",
    ("north", "lake#signed"),
    f"^{ID_FORM}(?:#{ID_FORM})?$",
    NOT_ASCII,
    "write the id of a fact of this brief, or treaty#milestone",
)
Reference = Annotated[str, REFERENCE]

LANGUAGE_TAG: Final = Scalar(
    "LanguageTag",
    "a language tag",
    "A language tag (BCP 47, RFC 5646 section 2.1), well formed.",
    ("en", "fa", "sr-Latn-RS"),
    "^(?:(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?"
    "(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,8}"
    "(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8}){1,8}){0,4}"
    "(?:-[Xx](?:-[A-Za-z0-9]{1,8}){1,8})?|[Xx](?:-[A-Za-z0-9]{1,8}){1,8})$",
    NOT_ASCII,
    "write a BCP 47 tag such as en, fa or zh-Hant",
)
LanguageTag = Annotated[str, LANGUAGE_TAG]

COUNTRY_CODE: Final = Scalar(
    "CountryCode",
    "a country code",
    "A country: ISO 3166-1 alpha-2, or the four letters of ISO 3166-3 for a former country.",
    ("NO", "SUHH"),
    "^[A-Z]{2}(?:[A-Z]{2})?$",
    NOT_ASCII,
    "write two capital letters (ISO 3166-1), or four (ISO 3166-3) for a former country",
)
CountryCode = Annotated[str, COUNTRY_CODE]

WEB_ADDRESS: Final = Scalar(
    "WebAddress",
    "a web address",
    "An absolute http or https URL (RFC 3986), ASCII only.",
    ("https://example.org/communique",),
    "^[Hh][Tt][Tt][Pp][Ss]?://[!#-;=?-Z_a-z~\\[\\]%]+$",
    NOT_ASCII,
    "write the complete URL with https://, and percent-encode other characters",
)
WebAddress = Annotated[str, WEB_ADDRESS]

SHA256: Final = Scalar(
    "Sha256",
    "a SHA-256 digest",
    "A SHA-256 digest (FIPS 180-4) of the bytes that were read, as lower-case hexadecimal.",
    ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",),
    "^[0-9a-f]{64}$",
    NOT_ASCII,
    "write 64 lower-case hexadecimal digits",
)
Sha256 = Annotated[str, SHA256]

DURATION: Final = Scalar(
    "Duration",
    "a duration",
    "A length of time in whole years, months, weeks or days (ISO 8601-1, section 5.5.2).",
    ("P20Y", "P6M"),
    "^P(?:[0-9]{1,4}W|[0-9]{1,4}Y(?:[0-9]{1,4}M)?(?:[0-9]{1,4}D)?"
    "|[0-9]{1,4}M(?:[0-9]{1,4}D)?|[0-9]{1,4}D)$",
    NOT_ASCII,
    "write an ISO 8601 duration such as P20Y or P6M",
)
Duration = Annotated[str, DURATION]

FRACTION: Final = Scalar(
    "Fraction",
    "a fraction",
    "A fraction of the parties; `>` before it means more than this fraction.",
    ("2/3", ">1/2"),
    "^>?[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$",
    NOT_ASCII,
    "write a fraction such as 2/3 or >1/2",
)
Fraction = Annotated[str, FRACTION]
