"""What sort of text a fact was taken from."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

SOURCE_KINDS: Final = Vocabulary(
    "SourceKind",
    "what sort of source it is",
    (
        Term(
            "official_text",
            "The text of an instrument, law or resolution, from the body itself.",
        ),
        Term(
            "official_statement",
            "A statement, readout or release of a government or organization.",
        ),
        Term("news_report", "A report of a news agency or newspaper."),
        Term("interview", "An interview."),
        Term("broadcast", "Radio, television or video."),
        Term("social_media", "A post on a social network."),
        Term("speech", "A speech as delivered or distributed."),
        Term("press_conference", "A transcript of a press conference."),
        Term("report", "A report of an organization, institute or commission."),
        Term("academic", "A work of research."),
        Term("dataset", "A data set."),
        Term("legal_database", "A treaty collection or a database of law."),
        Term("correspondence", "A letter, note or message."),
        Term("personal_communication", "What somebody told the author."),
        Term("analysis", "An analysis or opinion."),
        Term("book", "A book."),
    ),
)
