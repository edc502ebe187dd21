"""Which line of a pasted page becomes its title, and which look-alikes do not."""

from __future__ import annotations

import pytest

from diplobrief.formats.text.reader import read_plain_data

TITLE = "Ministers of both states agree on the lake"
STORY = (
    "The ministers of the two states said on Monday that the lake belongs to both, and that they "
    "agree on who may draw water from it in the summer."
)
MORE = "Both parliaments have to vote on the treaty before the islanders can return to the lake."


def title_of(*lines):
    return read_plain_data("\n\n".join((*lines, STORY, MORE))).get("title")


@pytest.mark.parametrize(
    "above",
    [
        ["World"],
        ["Advertisement", "SUMMIT"],
        ["Newsletter", "Politics & Society"],
        ["Nachrichten", "Politik und Gesellschaft"],
        ["close", "Tuesday, 7 January 2025", "Lake news"],
        ["17:16"],
        ["_", "_"],
        ["3 May 2024 - Check against delivery"],
    ],
)
def test_a_title_may_stand_below_rubrics_and_lines_about_the_page(above):
    assert title_of(*above, TITLE) == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        ["World", "The colours of the autumn are here again"],
        ["World", "Lake treaty"],
        ["World", TITLE, "A treaty that nobody had hoped for"],
        ["The state of the world", TITLE],
    ],
)
def test_below_a_rubric_a_title_needs_words_of_the_text_and_no_rival(lines):
    assert title_of(*lines) is None


def test_a_headline_that_a_page_repeats_below_its_menu_is_the_title():
    lines = ["Stay informed and inspired", TITLE, "Europe, water", TITLE]
    assert title_of(*lines) == TITLE
    assert title_of(f"{TITLE} | Lake Times", TITLE, "Politics – our agency in Geneva") == TITLE
    # A caption is repeated directly below itself.
    assert title_of("Stay informed and inspired", TITLE, TITLE) is None


def test_a_headline_that_the_page_repeats_below_its_first_sentences_is_the_title():
    lines = ("News of the day from Psarades", "A", TITLE, STORY, TITLE)
    assert title_of(*lines) == TITLE


def test_a_long_headline_is_no_running_text():
    title = (
        "Intergovernmental negotiations between representatives of neighbouring municipalities: "
        "Foreign ministries of both states agree on responsibilities"
    )
    assert 140 < len(title) < 180
    assert title_of(title) == title
    assert title_of(f"{title}.") is None


@pytest.mark.parametrize(
    "caption",
    [
        ["Minister Ana Ruiz at the pier of Psarades", "Minister Ana Ruiz at the pier of Psarades"],
        ["Two ministers on a boat", "Two ministers on a boat Pool/Lake Agency"],
        ["Two ministers on a boat", "Photo: Ministry of Waters"],
    ],
)
def test_a_caption_below_the_title_is_no_rival(caption):
    assert title_of(TITLE, *caption) == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "People of the lake celebrate the treaty © Ana Ruiz",
        "Ministers of both states agree at the pier / AFP",
        "Ministers of both states agree (PHOTO ANA RUIZ, AFP)",
        "Ministers of both states on the lake Foto: Ruiz",
        "Ministers agree on the lake, from www.example.org",
        "representatives of the ministers of both states",
        "In agreement with",
        "By: the ministers of both states",
        "Foto: the ministers of both states",
        "3 septembre 2024 - Seul le prononcé fait foi",
    ],
)
def test_captions_and_parts_of_sentences_are_no_titles(line):
    assert title_of(line) is None


@pytest.mark.parametrize(
    "title",
    [
        "🌍 Ministers of both states agree on the lake",
        "🇺🇳🔹 Ministers agree on the lake",
        "“Historic” or late? Ministers agree on the lake",
        "„Historisch“ oder spät: Minister über the lake",
        "Lake Dispute: Ministers' States Agree",
        "iPhones help the ministers agree on the lake",
        "The state of play: Ministers agree on the lake",
    ],
)
def test_a_title_may_begin_with_a_sign_a_quotation_or_a_label(title):
    assert title_of(title) == title


@pytest.mark.parametrize(
    "line",
    ["🌍 Lake news", "“Ministers of both states agree on the lake”", "🌍 Ministers 🌍 agree on it"],
)
def test_a_sign_or_a_quotation_alone_is_no_title(line):
    assert title_of(line) is None


def test_capitalized_words_are_a_title_if_the_text_tells_them():
    assert title_of("Ministers Agree On Water Of Lake") == "Ministers Agree On Water Of Lake"
    assert title_of("Lake Monitor Press Network") is None


def test_the_month_that_a_crawler_writes_is_no_part_of_the_title():
    brief = read_plain_data(f"date 2023-09 {TITLE}\n\n{STORY}")
    assert (brief["title"], brief["published"]) == (TITLE, "2023-09")
    assert "published" not in read_plain_data(f"date 2023-13 {TITLE}\n\n{STORY}")


def test_title_and_subtitle_of_an_agency_may_have_a_byline_and_a_caption_below():
    lines = (
        "World",
        TITLE,
        "The senates of both states still have to vote",
        "By Ana Ruiz",
        "May 3, 2024",
        "Two ministers on a boat",
        "Two ministers on a boat",
        f"GENEVA: {STORY}",
    )
    brief = read_plain_data("\n\n".join(lines))
    assert (brief["title"], brief["subtitle"]) == lines[1:3]
    assert brief["authors"] == [{"name": "Ana Ruiz"}]
    assert brief["dateline"] == {"place": "GENEVA"}


def test_a_byline_with_the_name_of_the_site_names_no_author():
    brief = read_plain_data(f"Mirador del Lago\nBy Mirador del Lago\n\n{STORY}")
    assert "authors" not in brief


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("ISLAMABAD: ", {"place": "ISLAMABAD"}),
        ("NEW DELHI, May 3: ", {"place": "NEW DELHI", "date_as_written": "May 3"}),
        ("Moscow: ", None),
        ("VARGA: ", None),
        ("MOSCOW, Geneva: ", None),
    ],
)
def test_a_known_place_in_capitals_may_have_a_colon(start, dateline):
    assert read_plain_data(f"{TITLE}\n\n{start}{STORY}").get("dateline") == dateline


def test_a_dateline_may_follow_the_main_points():
    page = f"{TITLE}\n\n• The lake belongs to both\n• The islanders return\n\nGENEVA (AP) — {STORY}"
    assert read_plain_data(page)["dateline"] == {"place": "GENEVA"}


@pytest.mark.parametrize(
    "masthead",
    [
        ["Editorial board", "Miriam Abu Qasr", "Editor", "Selim Hadad Noor"],
        ["Chairman of the board", "Otto van Dalen"],
    ],
)
def test_a_masthead_that_is_there_twice_has_no_title(masthead):
    assert title_of(*masthead, *masthead, "Lake News") is None


def test_a_caption_of_a_few_words_above_the_credit_of_its_picture_is_no_title():
    assert title_of("Press officer Ana Ruiz", "Photo: Lake News/Li Wei") is None
    assert title_of(TITLE, "Photo: Lake News/Li Wei") == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "LakeNews. Ministry of Foreign Affairs of the Lake",
        "LakeWeb | Embassy of the Lake in Geneva",
        "外務省・新着情報",
    ],
)
def test_a_letterhead_after_the_name_of_its_site_is_no_title(line):
    assert title_of(line) is None


def test_a_line_of_a_table_of_contents_is_no_title():
    other = "The islanders return to their villages"
    assert title_of("Lake digest", "01", TITLE, "02", other, "1", TITLE) is None
    assert title_of("Lake digest", "01", TITLE) == TITLE


@pytest.mark.parametrize(
    "banner",
    [
        ["We value your privacy", "Accept all  Reject all"],
        ["Votre vie privée", "Continuer sans accepter"],
        ["Ihre Privatsphäre", "Alle akzeptieren"],
        ["Valoramos tu privacidad"],
    ],
)
def test_the_heading_of_a_banner_about_cookies_is_no_title(banner):
    assert title_of(*banner) is None
    assert title_of(*banner, TITLE) == TITLE
