"""Statements: who made them, how they are reported, and which position they take."""

from diplobrief.model.base import Omittable, OptionalList
from diplobrief.model.dates import OMITTED, OmittableDate, When
from diplobrief.model.facts import Fact, Translation
from diplobrief.model.references import Actors, Facts, ToActor, ToEvent, ToSpeaker
from diplobrief.model.scalars import Id, Line, Passage
from diplobrief.model.vocabulary.types import QuoteMode, Stance


class Quote(Fact):
    """A statement, in the speaker's words or reported.

    Example:
        >>> quote = Quote(speakers=("varga",), mode="partial", text="a long winter")
        >>> quote.speakers
        ('varga',)
    """

    id: Omittable[Id] = None
    """The id that other facts use for the statement."""
    speakers: OptionalList[ToSpeaker] = ()
    """The speakers: actors, or a treaty or act whose text is quoted; none if nobody is named."""
    mode: QuoteMode
    """How the words are reported."""
    text: Passage
    """One passage of the narrative: the quoted words, or the reported clause without its verb."""
    continued: OptionalList[Passage] = ()
    """Further passages of the same statement: a quotation that is split by "he said", for example,
    or that runs over two paragraphs."""
    verb: Omittable[Line] = None
    """The reporting verb in the narrative."""
    stance: Omittable[Stance] = None
    """The position that the statement takes."""
    about: Facts = ()
    """The facts that it is about."""
    subject: Omittable[Line] = None
    """What it is about, if that is not a fact in the brief."""
    capacity: Omittable[Line] = None
    """The office in which it was said, if not the speaker's own."""
    on_behalf_of: Omittable[ToActor] = None
    """The actor for whom it was said, if not the speaker."""
    said_on: OmittableDate[When] = OMITTED
    """When it was said."""
    said_on_as_written: Omittable[Line] = None
    """When it was said, as the author wrote it."""
    event: Omittable[ToEvent] = None
    """The event at which it was said."""
    venue: Omittable[Line] = None
    """The place, broadcaster or network where it was said."""
    addressees: Actors = ()
    """The actors to whom it was said."""
    original: Omittable[Translation] = None
    """The words in the original language."""
    translated_by: Actors = ()
    """The translators."""
