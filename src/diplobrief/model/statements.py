"""What was said: by whom, how it is reported, and what position it takes."""

from diplobrief.model.base import NonEmpty, Omittable
from diplobrief.model.dates import OMITTED, OmittableDate, When
from diplobrief.model.facts import Fact, Translation
from diplobrief.model.references import Actors, Facts, ToActor, ToEvent, ToSpeaker
from diplobrief.model.scalars import Id, Line, Passage
from diplobrief.model.vocabulary.statements import QuoteMode, Stance


class Quote(Fact):
    """A statement, in the speaker's words or reported.

    Example:
        >>> quote = Quote(speakers=("varga",), mode="partial", text="a long winter")
        >>> quote.speakers
        ('varga',)
    """

    id: Omittable[Id] = None
    """The name by which other facts refer to the statement."""
    speakers: NonEmpty[ToSpeaker]
    """Who speaks; a treaty or act where the document itself does."""
    mode: QuoteMode
    """How the words are reported."""
    text: Passage
    """One passage of the narrative: the quoted words, or the reported clause without its verb."""
    verb: Omittable[Line] = None
    """The word of saying that the narrative uses."""
    stance: Omittable[Stance] = None
    """The position that the statement takes."""
    about: Facts = ()
    """The facts that it is about."""
    subject: Omittable[Line] = None
    """What it is about, where that is no fact of the brief."""
    capacity: Omittable[Line] = None
    """The office in which it was said, if not the actor's own."""
    on_behalf_of: Omittable[ToActor] = None
    """For whom it was said, if not for the speaker."""
    said_on: OmittableDate[When] = OMITTED
    """When it was said."""
    said_on_as_written: Omittable[Line] = None
    """When it was said, in the author's own expression."""
    event: Omittable[ToEvent] = None
    """The occasion, where it is an event of the brief."""
    venue: Omittable[Line] = None
    """Where or through whom it was said: a place, a broadcaster, a network."""
    addressees: Actors = ()
    """To whom it was said."""
    original: Omittable[Translation] = None
    """The words in the language in which they were said."""
    translated_by: Actors = ()
    """Who translated them."""
