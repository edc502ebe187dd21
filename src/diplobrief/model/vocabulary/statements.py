"""How a statement is reported, and the position that it takes."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

QUOTE_MODES: Final = Vocabulary(
    "QuoteMode",
    "how the words are reported",
    (
        Term("direct", "The speaker's own words in quotation marks, as a whole."),
        Term("indirect", "The content, in the reporter's words."),
        Term("partial", "Some of the speaker's own words within a reported clause."),
    ),
    open=False,
)


STANCES: Final = Vocabulary(
    "Stance",
    "what position a statement takes",
    (
        Term("supports", "Supports it."),
        Term("opposes", "Opposes it."),
        Term("welcomes", "Welcomes it."),
        Term("condemns", "Condemns it."),
        Term("criticizes", "Criticizes it."),
        Term("regrets", "Regrets it."),
        Term("calls_for", "Calls for it."),
        Term("urges", "Urges an addressee to do it."),
        Term("commits_to", "Commits to doing it."),
        Term("offers", "Offers it."),
        Term("proposes", "Proposes it."),
        Term("accepts", "Accepts it."),
        Term("rejects", "Rejects it."),
        Term("agrees_with", "Agrees with it."),
        Term("disagrees_with", "Disagrees with it."),
        Term("warns", "Warns of it, or of its consequences."),
        Term("threatens", "Threatens consequences."),
        Term("confirms", "Confirms that it is true."),
        Term("denies", "Denies that it is true."),
        Term("announces", "Announces it."),
        Term("expects", "Expects it."),
        Term("doubts", "Considers it unlikely or untrue."),
        Term("questions", "Questions whether it is true or right."),
        Term("explains", "Explains its reasons or meaning."),
        Term("reaffirms", "Repeats an earlier position."),
        Term("praises", "Praises it."),
        Term("thanks", "Expresses thanks for it."),
        Term("apologizes", "Apologizes for it."),
        Term("congratulates", "Congratulates someone on it."),
        Term("demands", "Demands it."),
        Term("requests", "Requests it."),
        Term("blames", "Says who is to blame."),
        Term("hopes", "Expresses hope for it."),
        Term("is_concerned", "Expresses concern about it."),
        Term("is_ready", "Declares that the speaker is ready for it."),
        Term("declines_to_comment", "Declines to comment on it."),
        Term("neutral", "Takes no position."),
    ),
)
