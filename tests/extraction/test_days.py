"""Expressions for days, months and years, and what they are on the day of a page."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.extraction.day_finder import day_finder_of
from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.lexicon_files import languages_with_lexicon
from diplobrief.model import PartialDate

WEDNESDAY = dt.date(2024, 5, 15)


def resolved(text, language="en", anchor=WEDNESDAY, *, ahead=False):
    days = day_finder_of(lexicon_of(language)).find(text)
    return [day.resolved(anchor, None, ahead=ahead) for day in days]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They met on May 3.", "2024-05-03"),
        ("They met on December 3.", "2023-12-03"),
        ("They met in December.", "2023-12"),
        ("Yesterday they met.", "2024-05-14"),
        ("yesterday they met.", "2024-05-14"),
        ("They met on Monday.", "2024-05-13"),
        ("They met on Wednesday.", "2024-05-15"),
        ("Last Wednesday they met.", "2024-05-08"),
        ("They met ten days ago.", "2024-05-05"),
        ("They met 40 days ago.", "2024-04-05"),
        ("They met last month.", "2024-04"),
        ("Earlier this month, they met.", "2024-05"),
        ("They met last year.", "2023"),
        ("They met last week.", None),
        ("They met in the early autumn of 2023.", "2023"),
        ("They met on the 3rd.", "2024-05-03"),
        ("They met on the 29th and left.", "2024-04-29"),
    ],
)
def test_a_day_that_lies_behind(text, date):
    assert resolved(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They will meet on Monday.", "2024-05-20"),
        ("They will meet on January 9.", "2025-01-09"),
        ("They will meet next month.", "2024-06"),
        ("Later this year they will meet.", "2024"),
        ("They will meet soon.", None),
        ("They will meet by the 29th.", "2024-05-29"),
        ("They will meet on the 3rd in Oslo.", "2024-06-03"),
    ],
)
def test_a_day_that_lies_ahead(text, date):
    assert resolved(text, ahead=True) == [date]


@pytest.mark.parametrize(
    "text",
    ["They met on the 15th floor.", "They met on the 20th anniversary.", "The 3rd of them met."],
)
def test_an_ordinal_before_a_noun_is_not_a_day(text):
    assert resolved(text) == []


def test_a_day_alone_is_in_the_month_named_before(suggest_from):
    text = "Norway signed the Lake Treaty on 27 March, and Sweden ratified it on the 28th."
    (treaty,) = suggest_from(text, "2024-05-15").treaties
    assert [str(each.date) for each in treaty.milestones] == ["2024-03-27", "2024-03-28"]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "Hier, ils se sont vus.", "2024-05-14"),
        ("fr", "Lundi, ils se sont vus.", "2024-05-13"),
        ("fr", "Ils se sont vus il y a dix jours.", "2024-05-05"),
        ("fr", "Ils se sont vus l’année dernière.", "2023"),
        ("es", "Ayer se reunieron.", "2024-05-14"),
        ("es", "Se reunieron hace 3 días.", "2024-05-12"),
        ("es", "Se reunieron el mes pasado.", "2024-04"),
        ("ru", "Вчера они встретились.", "2024-05-14"),
        ("ru", "Они встретились пять дней назад.", "2024-05-10"),
        ("ru", "В прошлом месяце они встретились.", "2024-04"),
        ("fa", "آنها دو روز پیش دیدار کردند.", "2024-05-13"),
        # A month of Iran is parts of two of ours.
        ("fa", "آنها ماه گذشته دیدار کردند.", None),
        ("ar", "التقيا أمس.", "2024-05-14"),
        ("ar", "التقيا الشهر الماضي.", "2024-04"),
    ],
)
def test_a_day_in_another_language(language, text, date):
    assert resolved(text, language) == [date]


def test_months_are_counted_over_the_end_of_a_year():
    assert resolved("They met last month.", anchor=dt.date(2024, 1, 31)) == ["2023-12"]
    assert resolved("They meet next month.", anchor=dt.date(2023, 12, 1)) == ["2024-01"]


def test_without_a_day_of_the_page_nothing_is_counted():
    text = "Yesterday, last month, last year and ten days ago they met."
    assert resolved(text, anchor=None) == [None] * 4


@pytest.mark.parametrize("language", languages_with_lexicon())
@given(anchor=st.dates(dt.date(1600, 1, 1), dt.date(2400, 1, 1)), data=st.data())
def test_what_is_counted_is_a_partial_date_near_the_page(language, anchor, data):
    days = lexicon_of(language).data["days"]
    tables = ("relative", "relative_months", "relative_years")
    expressions = [words for table in tables for words in days.get(table, {})]
    [date] = resolved(data.draw(st.sampled_from(expressions)), language, anchor)
    known = PartialDate(date)
    assert known.earliest - dt.timedelta(days=800) < anchor < known.latest + dt.timedelta(days=800)
