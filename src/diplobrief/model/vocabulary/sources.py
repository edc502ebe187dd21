"""Kinds of sources."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

SOURCE_KINDS: Final = Vocabulary(
    "SourceKind",
    "what kind of source it is",
    (
        Term(
            "official_text",
            "The text of an instrument, law or resolution, as issued by the body itself.",
        ),
        Term(
            "official_statement",
            "A statement, readout or press release by a government or organization.",
        ),
        Term("news_report", "A report by a news agency or newspaper."),
        Term("interview", "An interview."),
        Term("broadcast", "Radio, television or video."),
        Term("social_media", "A post on a social network."),
        Term("speech", "A speech, as delivered or distributed."),
        Term("press_conference", "A transcript of a press conference."),
        Term("report", "A report by an organization, institute or commission."),
        Term("academic", "A research publication."),
        Term("dataset", "A data set."),
        Term("legal_database", "A treaty collection or legal database."),
        Term("correspondence", "A letter, note or message."),
        Term("personal_communication", "Information given to the author in person."),
        Term("analysis", "An analysis or opinion."),
        Term("book", "A book."),
    ),
)
