"""What each data file contains. The comments in the files of English explain the keys."""

from dataclasses import dataclass, fields
from typing import ClassVar

from diplobrief.languages.data import DataFile, Table, WordLists, Words


@dataclass(frozen=True, eq=False)
class Labels(DataFile):
    """Section labels.

    Args:
        labels: The labels by section kind.
    """

    FILE: ClassVar[str] = "labels.toml"

    labels: WordLists


@dataclass(frozen=True, eq=False)
class Months(Table):
    """The names of the months and their abbreviations."""

    january: Words
    february: Words
    march: Words
    april: Words
    may: Words
    june: Words
    july: Words
    august: Words
    september: Words
    october: Words
    november: Words
    december: Words

    @property
    def in_order(self) -> tuple[Words, ...]:
        """The names of each month, from January."""
        return tuple(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, eq=False)
class Dates(DataFile):
    """How dates and times are written.

    Args:
        weekdays: Days of the week and their abbreviations.
        timestamp_words: Words in a line that says when a page was published.
        of: Words between day, month and year.
        before_day: Words before the day.
        after_day: What may follow the number of the day without a space.
        after_year: Words after the year.
        months: The names of the months.
        year_mark: What follows the number of the year if a date is written from year to day.
        month_mark: What follows the number of the month in such a date.
        day_mark: What follows the number of the day in such a date.
        solar_months: Months of the Iranian calendar, which are not converted.
        month_words: Words that may follow the name of such a month.
        relative_days: Words for a day that is counted from another one: "four days later".
    """

    FILE: ClassVar[str] = "dates.toml"

    weekdays: Words
    timestamp_words: Words
    of: Words
    before_day: Words
    after_day: Words
    after_year: Words
    months: Months
    year_mark: Words = ()
    month_mark: Words = ()
    day_mark: Words = ()
    solar_months: Words = ()
    month_words: Words = ()
    relative_days: Words = ()


@dataclass(frozen=True, eq=False)
class Bylines(DataFile):
    """How a page names its authors.

    Args:
        markers: Words before the authors, with or without a colon.
        markers_with_colon: Words before the authors that count only with a colon.
        markers_after_name: Words directly after an author, who is then certain.
        credits: Words before a marker, as in "Written by".
        between_names: Words between two authors.
        after_name: Words after an author, before an office, a paper or a place.
        not_names: Words that are not part of a person's name.
        given_names: Common given names.
    """

    FILE: ClassVar[str] = "bylines.toml"

    markers: Words
    markers_with_colon: Words
    credits: Words
    between_names: Words
    after_name: Words
    not_names: Words
    given_names: Words
    markers_after_name: Words = ()


@dataclass(frozen=True, eq=False)
class Datelines(DataFile):
    """How a news story begins.

    Args:
        places: Places from which news stories are reported.
        not_places: Words in capitals before a dash that are not places.
        particles: Words in small letters within the name of a place.
    """

    FILE: ClassVar[str] = "datelines.toml"

    places: Words
    not_places: Words
    particles: Words


@dataclass(frozen=True, eq=False)
class LineWords(DataFile):
    """Words that decide how a line is read.

    Args:
        metadata_names: Names before a colon in lines about the page.
        picture_words: Words before a colon in the credit of a picture.
        not_headings: Further words that are not the first or last word of a heading.
        leading_on: Last words of a line that leads on to a quotation or a list.
        conjunctions: Words between two parts, which keep a hyphen open.
        range_words: Further words that keep a hyphen open.
        speech_starts: First words of what a person says.
        page_words: Words of a web page around the text.
        notices: First words of a line about the text itself.
        letterheads: Institutions with which a letterhead starts or ends.
        markings: Markings that restrict who may read a text.
        function_words: The most frequent words of the language.
    """

    FILE: ClassVar[str] = "words.toml"

    metadata_names: Words
    picture_words: Words
    not_headings: Words
    leading_on: Words
    conjunctions: Words
    range_words: Words
    speech_starts: Words
    page_words: Words
    notices: Words
    letterheads: Words
    markings: Words
    function_words: Words


@dataclass(frozen=True, eq=False)
class Shared(DataFile):
    """Words that are the same in every language.

    Args:
        agencies: News agencies, as datelines name them.
        markings: Markings of languages that have no folder.
        name_particles: Words in small letters within a person's name.
        place_particles: Words in small letters within the name of a place.
        given_names: Common given names of languages that have no folder.
        other_languages: The most frequent words of such languages, by language tag.
        scripts: Ranges of letters by which a language is recognized, by language tag: first those
            that no other language has, then further ones.
    """

    FILE: ClassVar[str] = "shared.toml"

    agencies: Words
    markings: Words
    name_particles: Words
    place_particles: Words
    given_names: Words
    other_languages: WordLists
    scripts: WordLists
