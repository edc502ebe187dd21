"""Which act comes before which, for each party, and on which law or practice that rests.

It is meant to be read and corrected by a lawyer. Only an order that the law of treaties or settled
practice implies stands here: chambers may vote in any order, and a treaty may be published before
or after it is ratified. An act that is not recorded is not missed: some treaties are never signed.
The entry into force meant is that for the party itself: a late one consents after that of the
whole. What a party has undone, by leaving or by a revocation, it may do again.
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
        later: The kinds of act that it comes before.
        basis: The article or practice that says so.
        otherwise: The states in which the order is another, by country, with the law or practice
            that says so.
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

# From general knowledge; of none of these laws was the text at hand.
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
"""States that promulgate a treaty which binds, where others promulgate the law that approves it."""

PRECEDENCE: Final = (
    Precedence("initialling", frozenset({"adoption", "signature"}), _VCLT + "articles 9 and 10(b)"),
    Precedence("adoption", frozenset({"signature"}) | _IN_FORCE, _VCLT + "articles 9, 10 and 24"),
    Precedence(
        "opening_for_signature",
        frozenset({"signature"}),
        "United Nations Treaty Handbook, glossary",
    ),
    # A late party signs after the entry into force of the whole, and before its own. Who has
    # not signed accedes, so that accession is not here.
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
    # Only what is in force is registered, suspended or left; what is applied provisionally may be.
    Precedence(
        "entry_into_force",
        frozenset({"registration", "suspension", "withdrawal", "termination", "expiry"}),
        "Charter of the United Nations, article 102; " + _VCLT + "articles 54, 57 and 80",
    ),
    Precedence("suspension", frozenset({"resumption"}), _VCLT + "article 72(2)"),
)
"""The order of acts, in the order of the law of treaties."""
