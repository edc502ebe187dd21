"""Vocabularies about a brief itself: authors, relations, markings, identifiers."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

AUTHOR_ROLES: Final = Vocabulary(
    "AuthorRole",
    "how someone contributed to a text",
    (
        Term("author", "Wrote the text."),
        Term("editor", "Edited it."),
        Term("translator", "Translated it."),
        Term("photographer", "Took the pictures."),
        Term("contributor", "Contributed reporting or a part."),
        Term("reviewer", "Reviewed it before publication."),
        Term("illustrator", "Made the graphics."),
        Term("compiler", "Compiled it from other texts."),
    ),
)


BRIEF_RELATIONS: Final = Vocabulary(
    "BriefRelation",
    "how a brief relates to another text",
    (
        Term("updates", "Continues the story of the other text."),
        Term("corrects", "Corrects something in the other text."),
        Term("follows", "Comes after the other text in a series."),
        Term("translates", "Is a translation of the other text."),
        Term("cites", "Refers to the other text."),
    ),
    open=False,
)


TLP_LABELS: Final = Vocabulary(
    "TlpLabel",
    "with whom a text may be shared (Traffic Light Protocol)",
    (
        Term(
            "TLP:RED",
            "For the eyes and ears of individual recipients only.",
            "FIRST, Traffic Light Protocol 2.0, section 2",
        ),
        Term(
            "TLP:AMBER+STRICT",
            "Limited to the recipients' organization, on a need-to-know basis.",
            "FIRST, Traffic Light Protocol 2.0, section 2",
        ),
        Term(
            "TLP:AMBER",
            "Limited to the recipients' organization and its clients, on a need-to-know basis.",
            "FIRST, Traffic Light Protocol 2.0, section 2",
        ),
        Term(
            "TLP:GREEN",
            "Limited to the recipients' community.",
            "FIRST, Traffic Light Protocol 2.0, section 2",
        ),
        Term(
            "TLP:CLEAR",
            "No limit on disclosure.",
            "FIRST, Traffic Light Protocol 2.0, section 2",
        ),
    ),
    open=False,
    noun="TLP label",
)


IDENTIFIER_SCHEMES: Final = Vocabulary(
    "IdentifierScheme",
    "which registry an identifier belongs to",
    (
        Term("wikidata", "An item of Wikidata, such as Q794."),
        Term("iso3166", "A country code of ISO 3166-1 or 3166-2.", "ISO 3166"),
        Term("lei", "A Legal Entity Identifier.", "ISO 17442"),
        Term("isni", "An International Standard Name Identifier.", "ISO 27729"),
        Term("orcid", "An Open Researcher and Contributor ID."),
        Term("viaf", "A cluster of the Virtual International Authority File."),
        Term("gnd", "A record of the Gemeinsame Normdatei."),
        Term("lccn", "A Library of Congress Control Number."),
        Term("ror", "A Research Organization Registry identifier."),
        Term(
            "unts",
            "A registration number of the United Nations Treaty Series.",
            "Charter of the United Nations, article 102",
        ),
        Term("lnts", "A registration number of the League of Nations Treaty Series."),
        Term(
            "mtdsg",
            "A chapter and number of Multilateral Treaties Deposited with the Secretary-General.",
        ),
        Term("ets", "A number of the Council of Europe Treaty Series."),
        Term("celex", "A CELEX number of EUR-Lex."),
        Term("eli", "A European Legislation Identifier."),
        Term("ecli", "A European Case Law Identifier."),
        Term("tias", "A number of Treaties and Other International Acts Series."),
        Term("un_symbol", "A document symbol of the United Nations, such as S/RES/2231(2015)."),
        Term("meeting_number", "The number of a meeting in its series."),
        Term("bill_number", "The number of a bill in a legislature."),
        Term("law_number", "The number of a law in a gazette."),
        Term("doi", "A Digital Object Identifier.", "ISO 26324"),
        Term("isbn", "An International Standard Book Number.", "ISO 2108"),
        Term("issn", "An International Standard Serial Number.", "ISO 3297"),
        Term("urn", "A Uniform Resource Name.", "RFC 8141"),
        Term("uri", "Any other Uniform Resource Identifier.", "RFC 3986"),
        Term("internal", "A number assigned by the organization that wrote the text."),
    ),
)
