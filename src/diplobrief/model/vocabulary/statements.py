"""How something was said, and what position it takes."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

QUOTE_MODES: Final = Vocabulary(
    "QuoteMode",
    "how the words are reported",
    (
        Term("direct", "The speaker's own words, in quotation marks, as a whole."),
        Term("indirect", "The content, in the reporter's words."),
        Term("partial", "Some of the speaker's own words within a reported clause."),
    ),
    open=False,
)


STANCES: Final = Vocabulary(
    "Stance",
    "what position a statement takes",
    (
        Term("supports", "Is for it."),
        Term("opposes", "Is against it."),
        Term("welcomes", "Is glad of it."),
        Term("condemns", "Calls it wrong."),
        Term("criticizes", "Finds fault with it."),
        Term("regrets", "Is sorry that it came so."),
        Term("calls_for", "Demands or asks that it be done."),
        Term("urges", "Presses an addressee to do it."),
        Term("commits_to", "Promises to do it."),
        Term("offers", "Offers it."),
        Term("proposes", "Suggests it."),
        Term("accepts", "Says yes to it."),
        Term("rejects", "Says no to it."),
        Term("agrees_with", "Holds the same."),
        Term("disagrees_with", "Holds the contrary."),
        Term("warns", "Says that harm may come of it."),
        Term("threatens", "Announces harm as an answer to it."),
        Term("confirms", "Says that it is so."),
        Term("denies", "Says that it is not so."),
        Term("announces", "Makes it known."),
        Term("expects", "Foresees it."),
        Term("doubts", "Thinks it unlikely or untrue."),
        Term("questions", "Asks whether it is so or right."),
        Term("explains", "Gives its reasons or meaning."),
        Term("reaffirms", "Says again what was said before."),
        Term("praises", "Speaks well of it."),
        Term("thanks", "Gives thanks for it."),
        Term("apologizes", "Asks pardon for it."),
        Term("congratulates", "Wishes joy of it."),
        Term("demands", "Requires it, as of right."),
        Term("requests", "Asks for it."),
        Term("blames", "Says whose fault it is."),
        Term("hopes", "Wishes that it may be."),
        Term("is_concerned", "Is worried by it."),
        Term("is_ready", "Declares readiness for it."),
        Term("declines_to_comment", "Will not speak of it."),
        Term("neutral", "Takes no position."),
    ),
)
