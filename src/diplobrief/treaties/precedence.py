"""The table of precedence: which act of a party comes before which, and on what basis.

A lawyer should be able to read and correct it. It has only orders that the law of treaties or
settled practice implies: chambers may vote in any order, and a treaty may be published before or
after it is ratified. Acts that are not recorded are not missed: some treaties are never signed. The
entry into force is that for the party itself, since a late party consents after that of the treaty.
After a withdrawal or a reversal, a party may perform the same act again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Precedence:
    """An act that comes before others of the same party, or on the same day.

    Args:
        first: The kind of the act that comes first.
        later: The kinds of act that come later.
        basis: The article or practice on which the order rests.
        otherwise: The states in which the order is different, by country, with their law or
            practice.
    """

    first: str
    later: frozenset[str]
    basis: str
    otherwise: Mapping[str, str] = field(default_factory=dict[str, str])


_VCLT: Final = "Vienna Convention on the Law of Treaties, "
_DOMESTIC: Final = "Constitutional practice; compare " + _VCLT + "article 46"
_CONSENTS: Final = frozenset({"ratification", "acceptance", "approval"})
_INSTRUMENTS: Final = frozenset({"deposit", "exchange_of_instruments"})
_IN_FORCE: Final = frozenset({"entry_into_force"})

# From general knowledge; the texts of these laws were not at hand.
PROMULGATED_AFTERWARDS: Final = {
    "BR": "Decree of promulgation by the President, once the instrument is deposited; practice",
    "CL": "Decree of promulgation, once the treaty is ratified; practice under article 54(1) of "
    "the Constitution",
    "CO": "Law 7 of 1944, articles 1 and 2",
    "JP": "Constitution of Japan, article 7(1)",
    "KR": "Act on the Promulgation of Acts and Subordinate Statutes, article 6",
    "MX": "Decree of promulgation by the President, once the instrument is deposited; practice",
    "US": "Proclamation by the President after ratification; practice",
}
"""States that promulgate a treaty after it binds them; others promulgate the law of approval."""

PRECEDENCE: Final = (
    Precedence("initialling", frozenset({"adoption", "signature"}), _VCLT + "articles 9 and 10(b)"),
    Precedence("adoption", frozenset({"signature"}) | _IN_FORCE, _VCLT + "articles 9, 10 and 24"),
    Precedence(
        "opening_for_signature",
        frozenset({"signature"}),
        "United Nations Treaty Handbook, glossary",
    ),
    # A late party signs after the entry into force of the treaty and before its own. A party that
    # has not signed accedes, so accession is not here.
    Precedence(
        "signature",
        frozenset({"parliamentary_approval", "promulgation"}) | _CONSENTS | _IN_FORCE,
        _VCLT + "articles 11, 12, 14 and 18(a)",
    ),
    Precedence(
        "parliamentary_approval",
        frozenset({"promulgation", "accession"}) | _CONSENTS | _INSTRUMENTS | _IN_FORCE,
        _DOMESTIC,
    ),
    Precedence("promulgation", _CONSENTS | _INSTRUMENTS, _DOMESTIC, PROMULGATED_AFTERWARDS),
    Precedence("ratification", _INSTRUMENTS | _IN_FORCE, _VCLT + "articles 14(1), 16 and 24"),
    Precedence("acceptance", _INSTRUMENTS | _IN_FORCE, _VCLT + "articles 14(2), 16 and 24"),
    Precedence("approval", _INSTRUMENTS | _IN_FORCE, _VCLT + "articles 14(2), 16 and 24"),
    Precedence("accession", frozenset({"deposit"}) | _IN_FORCE, _VCLT + "articles 15, 16 and 24"),
    Precedence("exchange_of_instruments", _IN_FORCE, _VCLT + "articles 16(a) and 24"),
    Precedence("deposit", _IN_FORCE, _VCLT + "articles 16(b) and 24"),
    # Only a treaty in force, or applied provisionally, is registered, suspended or left.
    Precedence(
        "entry_into_force",
        frozenset({"registration", "suspension", "withdrawal", "termination", "expiry"}),
        "Charter of the United Nations, article 102; " + _VCLT + "articles 54, 57 and 80",
    ),
    Precedence("suspension", frozenset({"resumption"}), _VCLT + "article 72(2)"),
)
"""The order of acts, in the order of the law of treaties."""
