"""How whole pages come out: labels, lists, wraps, titles, bylines, datelines and their traps."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import diplobrief
from diplobrief.diagnostics import Span
from diplobrief.formats.text.labels import fold_any_label, kind_of_marked_label
from diplobrief.formats.text.reader import read_plain_data, spans_of
from diplobrief.languages.data import languages, load
from diplobrief.languages.tables import Labels
from diplobrief.model.vocabulary.sections import SECTION_KINDS
from diplobrief.text.plain import to_inline, to_plain

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
PROSE = "The two states share the water, and until the treaty binds both, nobody may draw from it."
MORE = "The ministers said on Monday that they would meet again in the spring, if both agree."


def outline(brief):
    """Kind, heading and types of blocks of each section."""
    return [
        (
            section.get("kind"),
            section.get("heading"),
            [block["type"] for block in section["content"]],
        )
        for section in brief["sections"]
    ]


def headings(text):
    return [
        (section.get("kind"), section.get("heading"))
        for section in read_plain_data(text)["sections"]
    ]


def texts(brief):
    return [
        to_plain(text)
        for section in brief["sections"]
        for block in section["content"]
        for text in block.get("items", [block.get("text")])
    ]


# Pages of others, where they are at hand.


def seed(name):
    return [path.read_text(encoding="utf-8") for path in SEEDS.rglob(f"{name}*.txt")]


@pytest.mark.parametrize("page", seed("iran-russia-partnership"))
def test_the_seed_imports_as_five_sections_and_an_author(page):
    brief = read_plain_data(page)
    assert outline(brief) == [
        ("why_it_matters", "Why it matters", ["paragraph"]),
        ("saying", "What he's saying", ["paragraph"]),
        ("saying", "What they're saying", ["paragraph"]),
        ("key_points", "Key points", ["bullets"]),
        ("go_deeper", "Go deeper", ["paragraph"]),
    ]
    assert len(brief["sections"][3]["content"][0]["items"]) == 5
    assert brief["authors"] == [{"name": "ahmad shirzadian"}]
    assert set(brief) == {"schema_version", "language", "authors", "sections"}
    assert brief["language"] == "en"


LAYOUTS = {
    "01": (["lede", "why_it_matters", "how_it_happened", "what_to_watch"], True, {}),
    "05": (["lede"], True, {"dateline": {"place": "Moscow"}}),
    "09": (["lede"], True, {}),
    "13": (["lede"], True, {}),
    "16": (["lede"], True, {}),
    "19": (["lede"], True, {"dateline": {"place": "Santiago de Chile"}}),
    "21": (["lede", "analysis"], False, {}),
    "23": (["lede"], True, {"dateline": {"place": "MOSCOW", "date_as_written": "July 3"}}),
}
"""The kinds of the sections, whether the second line is certainly the title, and the metadata."""


@pytest.mark.parametrize(
    ("number", "page"), [(number, page) for number in LAYOUTS for page in seed(number)]
)
def test_pages_of_others_give_sections_and_no_uncertain_metadata(number, page):
    kinds, has_title, metadata = LAYOUTS[number]
    brief = read_plain_data(page)
    assert [section["kind"] for section in brief["sections"]] == kinds
    title = {"title": to_inline(page.splitlines()[1].strip())} if has_title else {}
    found = {
        name: value for name, value in brief.items() if name in {"title", "authors", "dateline"}
    }
    assert found == title | metadata


# Labels.


@pytest.mark.parametrize(
    "line",
    [
        "Why it matters:",
        "why it matters",
        "WHY IT MATTERS:",
        "Why  it\u00a0matters :",
        "**Why it matters:**",
        "**Why it matters**:",
        "**Why it matters**",
        "__Why it matters__",
        "*Why it matters:*",
        "## Why it matters",
        "### Why it matters: ##",
        "## **Why it matters**",
        "🔎 Why it matters:",
        "Why it matters：",
        "Why it matters:\u200f",
    ],
)
def test_a_known_label_alone_on_its_line_opens_a_section(line):
    assert read_plain_data(f"{line}\n{PROSE}")["sections"][0]["kind"] == "why_it_matters"


@pytest.mark.parametrize(
    "start",
    ["Why it matters: ", "**Why it matters:** ", "**Why it matters** ", "Why it matters — ",
     "Why it matters – ", "Why it matters:", "Why it matters\u00a0: "],
)  # fmt: skip
def test_a_known_label_may_be_followed_by_its_text(start):
    (section,) = read_plain_data(start + PROSE)["sections"]
    assert section == {
        "kind": "why_it_matters",
        "heading": "Why it matters",
        "content": [{"type": "paragraph", "text": PROSE}],
    }


@pytest.mark.parametrize("heading", ["What he's saying", "What he’s saying", "what  He`s saying"])
def test_a_heading_keeps_its_own_words(heading):
    (section,) = read_plain_data(f"{heading}:\n{PROSE}")["sections"]
    assert (section["kind"], to_plain(section["heading"])) == ("saying", heading)


def test_every_kind_has_labels_in_every_language():
    for language in languages():
        table = load(Labels, language).labels
        if language != "en":  # the labels of the format are English
            assert set(table) == {term.value for term in SECTION_KINDS}
            assert all(len(labels) > 1 for labels in table.values())


@pytest.mark.parametrize("language", languages())
def test_a_label_names_exactly_one_kind(language):
    table = load(Labels, language).labels
    folded = [fold_any_label(label) for labels in table.values() for label in labels]
    assert len(set(folded)) == len(folded)
    for kind, labels in table.items():
        assert {kind_of_marked_label(label.replace("…", "Psarades")) for label in labels} == {kind}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("چرا مهم است؟", "why_it_matters"),
        ("چه مي گويند", "saying"),
        ("چه می‌گویند", "saying"),
        ("نكات كليدي", "key_points"),
        ("لماذا يهمّ", "why_it_matters"),
        ("أبـــرز النقاط", "key_points"),
        ("ПОЧЕМУ ЭТО ВАЖНО", "why_it_matters"),
        ("Что дальше?", "whats_next"),
        ("POURQUOI C’EST IMPORTANT", "why_it_matters"),
        ("A retenir", "key_points"),
        ("¿Por qué importa?", "why_it_matters"),
        ("Que sigue", "whats_next"),
    ],
)
def test_a_label_is_known_however_it_is_typed(label, kind):
    assert headings(f"{label}:\n{PROSE}") == [(kind, label)]


def unknown_heading(line):
    """The heading made of a line on a page that has a known label."""
    return headings(f"Why it matters: {MORE}\n\n{line}\n{PROSE}")[1:]


def test_an_unknown_label_alone_on_its_line_opens_a_section_of_its_own_kind():
    assert unknown_heading("Regional reaction:") == [("x-regional-reaction", "Regional reaction")]
    assert headings(f"**Réaction de l’UE:**\n{PROSE}") == [
        ("x-reaction-de-l-ue", "Réaction de l’UE")
    ]
    assert unknown_heading("Ada planı:") == [("x-ada-plani", "Ada planı")]
    assert unknown_heading("Реакция Тегерана:") == [(None, "Реакция Тегерана")]
    assert headings(f"## Points on the map\n{PROSE}") == [
        ("x-points-on-the-map", "Points on the map")
    ]


@pytest.mark.parametrize(
    "page",
    [
        f"Wang Yi:\n“{PROSE}”",
        f"Q:\n{PROSE}",
        f"Photo:\n{PROSE}",
        f"Question from Reuters:\n{PROSE}",
        "Source: Xinhua",
        "Editor: huaxia",
        f"Russia: {PROSE}",
        'Trump: "Four quoted words here" for a second wave',
        f"The ministers agreed on the following:\n- {PROSE}",
        f"The ministers said:\n{PROSE}",
        "Foreign Ministry:\nPhone:\nFax:",
        "Participants:\nJane Roe, Foreign Minister\nJohn Doe, Ambassador",
        f"Varga:\n{PROSE}\nRoe:\n{MORE}\nVarga:\n{MORE}",
        "Varga:\nWe share the water, and we will share it for as long as the treaty holds.",
        f"it was agreed that:\n{PROSE}",
        f"Each Party shall not:\n{PROSE}",
        f"The joint commission will:\n{PROSE}",
        f"Page language:\n{PROSE}",
        f"Стороны обязуются:\n{PROSE}",
        f"The heads of state and of government said in a statement:\n{PROSE}",
        f"- Why it matters: {PROSE}",
        f"{PROSE}\nThe big picture, per the paper: nothing is known of it.",
        "Главное — это мир, считают эксперты, которые следят за отношениями двух стран.",
    ],
)  # fmt: skip
def test_speakers_credits_metadata_and_sentences_open_no_section(page):
    assert headings(page) == [("lede", None)]
    assert headings(f"Yes, but: {MORE}\n\n{page}")[1:] == []


@pytest.mark.parametrize(
    "page",
    [
        f"Regional reaction:\n{PROSE}",
        f"Analysis\nSports\nOpinion\n{PROSE} {MORE}",
        f"{PROSE}\nBackground\nThe lake",
        f"{PROSE}\nDetails\n- Home\n- News",
        f"{PROSE}\nRecommendations\n- The best hotels on the lake\n- Our games",
        f"{PROSE}\nRead more\nThe lake treaty waits\n{PROSE} {MORE}",
        f"{PROSE}\nRead more:\nThe lake treaty waits\n{PROSE} {MORE}",
        f"{PROSE}\nRead more",
        f"{PROSE}\nRead more\nThe lake",
    ],
)
def test_the_menus_and_links_of_web_pages_open_no_section(page):
    assert headings(page) == [("lede", None)]


def test_a_label_without_a_colon_opens_a_section_above_text_a_list_or_final_links():
    for content in (PROSE, "The Senate votes.", "- The Senate votes.", "> Quoted"):
        assert headings(f"{MORE}\nBackground\n{content}")[1:] == [("context", "Background")]
    page = f"Why it matters\n{MORE}\nBackground\n- The Senate votes in March"
    assert headings(page)[1:] == [("context", "Background")]
    links = f"{PROSE}\nGo deeper\nThe lake treaty waits\nThe ferries run"
    assert headings(links)[1:] == [("go_deeper", "Go deeper")]


def test_the_same_label_twice_makes_two_sections_even_where_one_is_empty():
    brief = read_plain_data(f"Why it matters:\n\nWhy it matters:\n{PROSE}")
    assert [len(section["content"]) for section in brief["sections"]] == [0, 1]


def test_an_underlined_label_is_a_label():
    assert outline(read_plain_data(f"Why it matters\n--------------\n{PROSE}")) == [
        ("why_it_matters", "Why it matters", ["paragraph"])
    ]


# Lists.


@pytest.mark.parametrize(
    "bullet", ["-", "•", "*", "–", "·", "●", "▪", "◦", "‣", "\u200f•", "  -", "\t•"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_bullets_make_a_list(bullet, gap):
    brief = read_plain_data(f"Key points:{gap}{bullet} One.{gap}{bullet} Two.")
    (block,) = brief["sections"][0]["content"]
    assert block["type"] == "bullets"
    assert [item.strip("\u200f") for item in block["items"]] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("lines", "start"),
    [("1. A\n2. B", 1), ("1) A\n2) B", 1), ("(1) A\n(2) B", 1), ("3. A\n4. B", 3),
     ("۱. A\n۲. B", 1), ("١- A\n٢- B", 1)],
)  # fmt: skip
def test_numbers_make_a_list(lines, start):
    (block,) = read_plain_data(f"{PROSE}\n{lines}")["sections"][0]["content"][1:]
    assert (block["type"], block.get("start"), block["items"]) == ("numbered", start, ["A", "B"])


@pytest.mark.parametrize(
    "lines", ["01. A\n02. B", "007. A\n008. B\n009. C\n010. D", "00. A\n01. B", "09. A\n10. B"]
)
def test_the_zeros_before_a_number_are_kept(lines):
    (block,) = read_plain_data(f"{PROSE}\n{lines}")["sections"][0]["content"][1:]
    assert block == {"type": "markdown", "text": lines}
    brief = diplobrief.loads(f"{PROSE}\n{lines}", "text")
    assert diplobrief.loads(diplobrief.dumps(brief, "markdown"), "markdown") == brief
    assert lines in diplobrief.dumps(brief, "markdown")


def test_numbers_that_do_not_follow_each_other_begin_a_new_list():
    blocks = read_plain_data(f"{PROSE}\n1. A\n2. B\n7. C\n8. D")["sections"][0]["content"][1:]
    assert [block.get("start") for block in blocks] == [1, 7]


@pytest.mark.parametrize(
    "line",
    [
        "● The Shanghai Cooperation Organization was founded in 2001.",
        "– Мы подписали договор, – сказал министр.",
        "2025. The year begins with a treaty.",
        "12. April is the day of the vote.",
        "-5 degrees were measured in Moscow.",
        "9341**4353",
        "*Footnote without a space.",
    ],
)
def test_a_lone_line_that_only_looks_like_an_item_stays_text(line):
    assert texts(read_plain_data(f"{PROSE}\n\n{line}\n\n{MORE}")) == [PROSE, line, MORE]


def test_an_item_goes_on_in_the_indented_lines_below_it():
    brief = read_plain_data(f"{PROSE}\n- One\n  goes on\n- Two")
    assert brief["sections"][0]["content"][1]["items"] == ["One goes on", "Two"]


def test_a_list_in_a_list_becomes_one_block_of_markdown():
    page = f"{PROSE}\n  1. One\n  2. Two\n    (1) Below\n    (2) Beside\n  3. Three"
    assert read_plain_data(page)["sections"][0]["content"][1:] == [
        {"type": "markdown", "text": "1. One\n2. Two\n   1. Below\n   2. Beside\n3. Three"}
    ]


def test_numbers_that_jump_in_an_inner_list_keep_what_they_say():
    page = f"{PROSE}\n1. One\n  (1) A\n  (2) B\n  (7) C\n  (8) D\n2. Two"
    (block,) = read_plain_data(page)["sections"][0]["content"][1:]
    assert block["text"].split("\n") == [
        "1. One", "   1. A", "   2. B", "", "   7) C", "   8) D", "2. Two",
    ]  # fmt: skip


# Lines and wraps.

LONG = " ".join([PROSE, MORE] * 3)


def test_wrapped_lines_are_joined():
    page = "\n\n".join(
        textwrap.fill(part, 72) for part in (LONG, f"Why it matters: {LONG}", f"- {LONG}")
    )
    assert texts(read_plain_data(page)) == [LONG, LONG, LONG]


def test_labels_and_items_stay_apart_in_a_wrapped_mail():
    mail, item = textwrap.fill(LONG, 68), textwrap.fill(f"- {LONG}", 68)
    page = f"{mail}\nKey points:\n{item}\n- Two\nWhat's next:\n{PROSE[:60]}"
    assert outline(read_plain_data(page)) == [
        ("lede", None, ["paragraph"]),
        ("key_points", "Key points", ["bullets"]),
        ("whats_next", "What's next", ["paragraph"]),
    ]


def test_one_line_for_each_paragraph_is_not_taken_for_a_wrap():
    assert texts(read_plain_data(f"{LONG}\n{PROSE}\n{MORE}\n{LONG}")) == [LONG, PROSE, MORE, LONG]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_other_systems_and_a_byte_order_mark_are_no_text(end):
    page = f"\ufeffWhy it matters:{end}{PROSE}{end}{end}- One{end}- Two{end}"
    assert read_plain_data(page) == read_plain_data(f"Why it matters:\n{PROSE}\n\n- One\n- Two")


def test_control_characters_are_space():
    assert (
        texts(read_plain_data("The first\x0cpage\x00ends here."))[0] == "The first page ends here."
    )


def test_a_no_break_space_stays_where_it_stands_in_the_text():
    assert texts(read_plain_data("\u00a0\u00a0Article\u00a05 binds both states.\u00a0")) == [
        "Article\u00a05 binds both states."
    ]


def test_a_quoted_mail_is_a_quotation_and_a_forwarded_one_is_the_page():
    brief = read_plain_data(
        f"{PROSE}\n\n> Is it signed?\n> > An older *question*.\n>5 states\n\n{MORE}"
    )
    assert brief["sections"][0]["content"][1]["text"] == (
        "> Is it signed?\n>\n> > An older \\*question\\*."
    )
    assert headings(f"> Why it matters:\n> {PROSE}\n>\n> - One") == [
        ("why_it_matters", "Why it matters")
    ]


def test_a_wrapped_quotation_is_joined():
    quoted = textwrap.indent(textwrap.fill(LONG, 72), "> ")
    page = f"{PROSE}\n\n{MORE}\n\n{MORE}\n\n{quoted}\n>\n> Two.\n\n{MORE}"
    block = read_plain_data(page)["sections"][0]["content"][3]
    assert block["text"] == f"> {LONG}\n>\n> Two."


def test_only_two_hash_signs_make_an_unknown_heading():
    for line in ("#1 in the world", "### Points on the map", "## " + "word " * 15, "## 12"):
        assert headings(f"{PROSE}\n\n{line}\n\n{MORE}") == [("lede", None)]


def test_empty_texts_have_no_sections():
    for text in ("", "\n \n", "\ufeff", "\u200b\n"):
        assert read_plain_data(text) == {"schema_version": "1.0", "sections": []}


@pytest.mark.parametrize(
    "line", ["9341**4353 was the code.", "The envoy of [North Korea] agreed.", "CFR_Logo@2x.png",
     "A <div> of text.",
             "# 1 of the list", "**bold** words", "A\\B &amp; C", "`code` and *stars*", "[a]: b"],
)  # fmt: skip
def test_what_markdown_would_read_as_markup_shows_as_it_was_typed(line):
    assert texts(read_plain_data(f"{PROSE}\n\n{line}\n\n{MORE}"))[1] == line


# Titles.


@pytest.mark.parametrize(
    "start", ["{}\n\n", "{}\n", "# {}\n", "**{}**\n\n", "{}\n=====\n", "{}\n\nMarch 4, 2026\n"]
)
@pytest.mark.parametrize("body", [f"Why it matters:\n{PROSE}", PROSE])
def test_a_first_line_on_its_own_is_the_title(start, body):
    assert read_plain_data(start.format("The lake treaty waits for the Senate") + body)[
        "title"
    ] == ("The lake treaty waits for the Senate")


@pytest.mark.parametrize(
    "title",
    [
        "Commission proposes new limits for the lake",
        "Draft treaty on the lake goes to the Senate",
        "Foreign ministry says the treaty can wait",
        "Confidential talks on the lake end",
        "Министерство обороны сообщило о начале новых переговоров по озеру",
    ],
)
def test_a_headline_about_an_institution_is_a_title(title):
    assert read_plain_data(f"{title}\n\n{PROSE}")["title"] == title


@pytest.mark.parametrize(
    ("line", "member", "value"),
    [
        ("TLP:AMBER+STRICT", "handling", {"tlp": "TLP:AMBER+STRICT"}),
        ("tlp: green", "handling", {"tlp": "TLP:GREEN"}),
        ("CONFIDENTIAL", "handling", {"marking": "CONFIDENTIAL"}),
        ("NATO UNCLASSIFIED", "handling", {"marking": "NATO UNCLASSIFIED"}),
        ("Для служебного пользования", "handling", {"marking": "Для служебного пользования"}),
        ("Jan 23, 2024", "published", "2024-01-23"),
        ("Tuesday, 23 January 2024", "published", "2024-01-23"),
        ("date 2024-01-23 24 mins ago - World", "published", "2024-01-23"),
        (
            "https://example.org/a?b=1",
            "sources",
            [{"id": "page", "url": "https://example.org/a?b=1"}],
        ),
    ],
)
def test_a_first_line_about_the_page_is_metadata_and_stays_in_the_text(line, member, value):
    brief = read_plain_data(f"{line}\n\n{PROSE}")
    assert {key: brief[key] for key in brief if key != "sections"} == {
        "schema_version": "1.0",
        member: value,
    }
    assert texts(brief) == [line, PROSE]
    assert spans_of(f"{line}\n\n{PROSE}")[member,].line == 1


@pytest.mark.parametrize(
    "line",
    ["Confidential talks end", "TLP", "TLP:BLUE", "23/01/2024", "January 23", "www.example.org"],
)
def test_a_first_line_that_is_uncertain_is_not_metadata(line):
    brief = read_plain_data(f"{line}\n\n{PROSE}")
    assert {"handling", "published", "sources"}.isdisjoint(brief)


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/the-treaty-waits",
        "Press Releases",
        "Skip to main content",
        "Follow us on the water",
        "Bienvenue sur le lac",
        "Tuesday, January 23, 2024",
        "UNCLASSIFIED // FOR OFFICIAL USE ONLY",
    ],
)
def test_a_title_may_stand_below_a_line_about_the_page(line):
    brief = read_plain_data(f"{line}\n\nThe lake treaty waits for the Senate\n\n{PROSE}")
    assert brief["title"] == "The lake treaty waits for the Senate"
    assert texts(brief) == [line, PROSE]


def test_a_title_may_follow_the_day_of_the_page_on_the_same_line():
    page = f" date 2024-07-03 The lake treaty waits\n\n{PROSE}"
    brief = read_plain_data(page)
    assert (brief["title"], brief["published"]) == ("The lake treaty waits", "2024-07-03")
    assert texts(brief) == ["date 2024-07-03", PROSE]
    assert spans_of(page)["title",] == Span(1, 18, 1, 39)


@pytest.mark.parametrize(
    "line",
    [
        "All about the garden",
        "The Water Network",
        "Water.org Shop Academy Service & Support",
        "Sign our letter 👉 on the water",
        "€27.90 with all taxes",
        "... and so they met",
        "© Ana Ruiz for the paper",
        "News, Our Research, Events",
        "Ana Ruiz / 23.01.2024 / 06:15 / Photo: the paper",
        "Our site needs cookies. We ask for them. Read more",
        "Politics | The lake treaty waits | The Paper",
    ],
)
def test_a_line_without_a_word_of_the_text_or_with_the_form_of_a_menu_is_no_title(line):
    assert "title" not in read_plain_data(f"{line}\n\n{PROSE}")


def test_a_title_that_stands_twice_is_a_title_and_a_paragraph():
    brief = read_plain_data(f"The treaty waits\nPress Releases\n\nThe treaty waits\n\n{PROSE}")
    assert brief["title"] == "The treaty waits"
    assert texts(brief) == ["Press Releases", "The treaty waits", PROSE]


@pytest.mark.parametrize(
    "start",
    [
        "https://example.org/the-treaty-waits",
        "Press Releases",
        "Source: Xinhua",
        "2024-07-03 21:45:15",
        "Viernes, Enero 11, 2013 - 09:24",
        "The talks ended.",
        "If this message does not display, click here.",
        "Home",
        "- The lake treaty waits",
        "Skip to main content",
        "Pasar al contenido principal",
        "UNCLASSIFIED // FOR OFFICIAL USE ONLY",
        "TLP:AMBER+STRICT",
        "Check against delivery!",
        "Es gilt das gesprochene Wort",
        "Seul le prononcé fait foi",
        "Press Release | Council of the Lakes",
        "Embargoed until Tuesday at noon",
        "Draft: not for distribution",
        "MINISTRY OF FOREIGN AFFAIRS OF NORTHLAND",
        "Ministère des affaires étrangères",
        "Министерство иностранных дел Северной страны",
        "Embassy of Northland in Geneva",
        "The Northland Foreign Office",
        "Harbour House, Geneva, +41 22 555 01 00",
        "n\n\nn",
    ],
)
def test_a_first_line_that_may_be_something_else_is_text(start):
    brief = read_plain_data(f"{start}\n\n{PROSE}")
    assert "title" not in brief
    assert texts(brief)[-1] == PROSE


# Bylines.


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("BY ANA RUIZ", ["ANA RUIZ"]),
        ("by ana ruiz", ["ana ruiz"]),
        ("By Ana Ruiz and M. Okafor", ["Ana Ruiz", "M. Okafor"]),
        ("By Ana Ruiz, Li Wei and Jean-Paul O'Neill", ["Ana Ruiz", "Li Wei", "Jean-Paul O'Neill"]),
        ("— Ana Ruiz", ["Ana Ruiz"]),
        ("*By Ana Ruiz*", ["Ana Ruiz"]),
        ("Von Anna Schmidt und Jörg Müller", ["Anna Schmidt", "Jörg Müller"]),
        ("Par Jean de La Fontaine", ["Jean de La Fontaine"]),
        ("Por Ana Ruiz y Juan Pérez", ["Ana Ruiz", "Juan Pérez"]),
        ("بقلم: أحمد العلي", ["أحمد العلي"]),
    ],
)
@pytest.mark.parametrize(
    "page",
    ["{}\n\n" + PROSE, PROSE + "\n\n{}", "Some title of it\n{}\n\nWhy it matters:\n" + PROSE],
)
def test_a_byline_at_the_top_or_at_the_end_names_the_authors(line, names, page):
    brief = read_plain_data(page.format(line))
    assert brief["authors"] == [{"name": name} for name in names]
    assert texts(brief) == [PROSE]


@pytest.mark.parametrize(
    "name", ["ahmad shirzadian", "Ana Ruiz", "ANA RUIZ", "J. Robert Smith", "Иван Петров"]
)
def test_a_name_alone_on_the_last_line_is_the_author(name):
    assert read_plain_data(f"Why it matters:\n{PROSE}\n{name}")["authors"] == [{"name": name}]


@pytest.mark.parametrize(
    "line",
    [
        "Back to Press Releases",
        "Press Releases",
        "Autores\n\nXinhua",
        "Xinhua",
        "By Monday the talks had ended",
        "By Ana Ruiz, Financial Times",
        "By Reuters",
        "the Senate",
        "Treaty Binds",
        "The talks went on.",
        "Ранее в Госдуме рассказали, как Ро",
        "انتهای پیام",
        "احمد شیرزادیان",
        "الاكثر قراءة",
        "Auswärtiges Amt",
        "— Auswärtiges Amt",
        "Cookie Settings",
        "Buenos Aires",
        "Terms Apply",
        "Iran Foreign Policy",
        "9341**4353",
        "Read more",
    ],
)
def test_a_last_line_that_may_be_something_else_is_text(line):
    brief = read_plain_data(f"{PROSE}\n\n{line}")
    assert "authors" not in brief
    assert " ".join(texts(brief)) == f"{PROSE} {' '.join(line.split())}"


def test_a_name_below_a_quotation_is_its_speaker():
    assert "authors" not in read_plain_data(f"{PROSE}\n\n“We share the water.”\n— Ilona Varga")


def test_a_byline_in_the_middle_is_text():
    assert "authors" not in read_plain_data(f"{PROSE}\n\nBy Ana Ruiz\n\n{MORE}")


# Datelines.


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("MOSCOW, April 15 (TASS) — ", {"place": "MOSCOW", "date_as_written": "April 15"}),
        ("MOSCOW, July 3, 2024 (Xinhua) -- ", {"place": "MOSCOW", "date": "2024-07-03"}),
        ("MOSCOW, April\t15 (TASS) — ", {"place": "MOSCOW", "date_as_written": "April 15"}),
        ("Moscow, IRNA – ", {"place": "Moscow"}),
        ("TEHRAN – ", {"place": "TEHRAN"}),
        ("KYIV, Ukraine (AP) — ", {"place": "KYIV, Ukraine"}),
        ("МОСКВА, 16 апреля. /ТАСС/. ", {"place": "МОСКВА", "date_as_written": "16 апреля"}),
        ("МОСКВА, 16 апр — РИА Новости. ", {"place": "МОСКВА", "date_as_written": "16 апр"}),
        ("Santiago de Chile. ", {"place": "Santiago de Chile"}),
        ("Moscú, 16 abr (EFE).- ", {"place": "Moscú", "date_as_written": "16 abr"}),
        ("Paris, le 3 mai 2024 – ", {"place": "Paris", "date": "2024-05-03"}),
        ("تهران - ایرنا - ", {"place": "تهران"}),
        ("\u200fموسكو 16 أبريل / تاس /. ", {"place": "موسكو", "date_as_written": "16 أبريل"}),
        ("新华社莫斯科7月3日电", {"place": "莫斯科", "date_as_written": "7月3日"}),
        ("【モスクワ3日共同】", {"place": "モスクワ", "date_as_written": "3日"}),
        ("(모스크바=연합뉴스) ", {"place": "모스크바"}),
        ("PRETORIA – ", {"place": "PRETORIA"}),
        ("SANAA (SABA) – ", {"place": "SANAA"}),
        ("BAKU/YEREVAN – ", {"place": "BAKU/YEREVAN"}),
        ("LJUBLJANA, May 3 – ", {"place": "LJUBLJANA", "date_as_written": "May 3"}),
        ("NOVI TRAVNIK, May 3, 2024 – ", {"place": "NOVI TRAVNIK", "date": "2024-05-03"}),
        ("GENF, 3. Mai (Reuters) - ", {"place": "GENF", "date_as_written": "3. Mai"}),
        ("Berlin (dpa) - ", {"place": "Berlin"}),
        ("Brasília, 3 de maio de 2024 – ", {"place": "Brasília", "date": "2024-05-03"}),
        ("(Paris, 7 juillet 2011) - ", {"place": "Paris", "date": "2011-07-07"}),
        ("Paris, le 1er mai 2024 – ", {"place": "Paris", "date": "2024-05-01"}),
    ],
)
def test_a_dateline_is_read_and_its_words_stay_in_the_text(start, dateline):
    brief = read_plain_data(start + PROSE)
    assert brief["dateline"] == dateline
    assert texts(brief) == [start + PROSE]


@pytest.mark.parametrize(
    "start",
    ["NATO – ", "X\t< – ",
     "Russia – ", "President Putin. ", "UPDATE – ", "Mr. Putin (R) – ", "In April – ",
     "A. ", "Moscow said. ", "CONFIDENTIAL – ", "NOTE TO EDITORS – ", "JOINT STATEMENT – ",
     "EILMELDUNG – ", "INFORMAZIONI DEL GIORNO – ", "JOINT STATEMENT, May 3, 2024 – ",
     "(Draft, May 3, 2024) – ", "ARGENTINA - ", "عاجل - رويترز - ", "RESOLUTION (Draft) – ",
     "Daily News Brief, September 10, 2019 – ", "MOSCOW, 31 February 2024 is no day. "],
)  # fmt: skip
def test_a_start_that_may_be_something_else_is_no_dateline(start):
    assert "dateline" not in read_plain_data(start + PROSE)


def test_a_place_and_a_day_on_a_line_of_their_own_are_a_dateline():
    page = f"Joint statement of the ministers\n\nGeneva, 12 March 2024\n\n{PROSE}"
    assert read_plain_data(page)["dateline"] == {"place": "Geneva", "date": "2024-03-12"}
    assert "dateline" not in read_plain_data(page.replace("Geneva", "Daily News Brief"))


# Places.


def test_every_part_can_be_found_in_the_text():
    head = "The states of the lake\nBy Ana Ruiz\n\n"
    page = f"{head}MOSCOW, May 3 (TASS) — {PROSE}\n\n  Key points:\n - One\n - Two\n"
    places = spans_of(page)
    assert {path: (place.line, place.column) for path, place in places.items()} == {
        ("title",): (1, 1),
        ("authors", 0): (2, 1),
        ("dateline",): (4, 1),
        ("sections", 0): (4, 1),
        ("sections", 0, "content", 0): (4, 1),
        ("sections", 1): (6, 3),
        ("sections", 1, "heading"): (6, 3),
        ("sections", 1, "content", 0): (7, 2),
    }
    assert places["sections", 1, "content", 0] == Span(7, 2, 8, 7)


@pytest.mark.parametrize("space", [chr(code) for code in range(0x3001) if chr(code).isspace()])
@pytest.mark.parametrize(
    "page", ["Foo bar:\n{}", "Foo bar:{}x", "Key points:{0}{0}", "- {}\n1. {}", "By {}\n{}:"]
)
def test_any_white_space_anywhere_is_read(page, space):
    assert diplobrief.loads(page.format(space, space), "text").schema_version == "1.0"
