"""What comes along when a page is copied from a word processor, a mail, a memo or an agency."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief.formats.text.reader import read_plain_data, spans_of
from diplobrief.text.plain import to_plain

PROSE = "The two states share the water, and until the treaty binds both, nobody may draw from it."
MORE = "The ministers said on Monday that they would meet again in the spring, if both agree."


def sections(page):
    return [
        (section.get("kind"), section.get("heading"))
        for section in read_plain_data(page)["sections"]
    ]


def blocks(page):
    return [block for section in read_plain_data(page)["sections"] for block in section["content"]]


def texts(page):
    return [
        to_plain(text) for block in blocks(page) for text in block.get("items", [block.get("text")])
    ]


# Lists.


@pytest.mark.parametrize(
    "bullet", ["\uf0b7", "\uf0a7", "■", "►", "➢", "○", "∙", "+", "—", "▪\ufe0f"]
)
def test_bullets_of_word_processors_and_browsers_make_a_list(bullet):
    assert blocks(f"Key points:\n{bullet}\tOne.\n{bullet}\tTwo.") == [
        {"type": "bullets", "items": ["One.", "Two."]}
    ]


def test_bullets_without_indentation_are_nested_as_the_word_processor_showed_them():
    page = f"{PROSE}\n•\tOne\no\tBelow\n\uf0a7\tFurther down\n•\tTwo"
    assert blocks(page)[1:] == [
        {"type": "markdown", "text": "- One\n  - Below\n    - Further down\n- Two"}
    ]


@pytest.mark.parametrize(
    "line",
    [
        "+49 30 000 is the number.",
        "§ 5 of the law applies.",
        "o bien el Senado vota antes.",
        "o\tThe Senate votes.",
        "— Nous avançons, a répondu le ministre.",
        "■ The sign ends a story.",
    ],
)
def test_a_line_that_only_looks_like_an_item_stays_text(line):
    assert texts(f"{PROSE}\n\n{line}\n\n{MORE}") == [PROSE, line, MORE]


def test_a_dialogue_in_long_dashes_is_no_list():
    page = f"{PROSE}\n— Nous avançons, dit-il.\n— Pas moi, répondit-elle."
    assert {block["type"] for block in blocks(page)} == {"paragraph"}


def test_numbers_with_a_degree_sign_make_a_list():
    assert blocks(f"{PROSE}\n1°) Un\n2°) Deux")[1]["items"] == ["Un", "Deux"]


def test_a_star_that_answers_to_one_in_the_text_is_a_footnote():
    page = f"{PROSE}\n\n- The islanders may return.*\n- All agree.\n\n* But for one island."
    assert texts(page)[-1] == "* But for one island."
    assert texts(page.replace("return.*", "*return*."))[-1] == "But for one island."


@pytest.mark.parametrize(("a", "b"), [("(a)", "(b)"), ("a)", "b)"), ("(i)", "(ii)"), ("а)", "б)")])
def test_lettered_clauses_stay_apart_in_wrapped_text(a, b):
    page = (
        "The two states that lie on the lake have met in the village of Psarades, and\n"
        "agree that its waters are shared by both of them, as they have been for long\n"
        "and that neither of them may draw from it alone, unless the other consented;\n"
        f"{a} that nobody may sell the water of the lake, or give it away to a third;\n"
        f"{b} that all may swim in it, as they were allowed to before, under article 2\n"
        "(c) of the older treaty."
    )
    assert [text.split()[0] for text in texts(page)] == ["The", a, b]


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("the long-", "term plan", "the long-term plan"),
        ("the tre\u00ad", "aty", "the tre\u00adaty"),
        ("the pre-", "and post-war years", "the pre- and post-war years"),
        ("the years 1979-", "1989", "the years 1979- 1989"),
    ],
)
def test_a_word_broken_at_its_hyphen_is_joined(upper, lower, joined):
    fill = "both states share the water of the lake and "
    assert texts(f"{fill}{upper}\n{lower} {fill}\n{fill}x {fill[:9]}\n{fill}y.")[0].startswith(
        fill + joined
    )


# Labels.


@pytest.mark.parametrize(
    "line",
    [
        "1. Why it matters",
        "1) Why it matters:",
        "1.2 Why it matters",
        "II. Why it matters",
        "B. Why it matters",
        "## 1. Why it matters",
        "**1. Why it matters**",
        "۱- چرا مهم است",
    ],
)
def test_a_numbered_label_opens_a_section_and_keeps_its_number(line):
    ((kind, heading),) = sections(f"{line}\n\n{PROSE}")
    assert kind == "why_it_matters"
    assert to_plain(heading) == line.strip("#* :")


def test_a_numbered_label_may_stand_above_a_numbered_list():
    page = f"1. Context\n{PROSE}\n2. Key points\n1. One\n2. Two\n\n3. Next steps\n{MORE}"
    assert [kind for kind, _ in sections(page)] == ["context", "key_points", "whats_next"]


def test_a_table_of_contents_is_a_list():
    page = f"{PROSE}\n1. Context\n2. Key points\n3. Next steps"
    assert blocks(page)[1]["items"] == ["Context", "Key points", "Next steps"]


@pytest.mark.parametrize(
    "start", ["Why it matters. ", "**Why it matters.** ", "Why it matters - ", "**Context.** "]
)
def test_a_label_may_run_into_its_text(start):
    ((kind, heading),) = sections(start + PROSE)
    assert (kind, heading) in {("why_it_matters", "Why it matters"), ("context", "Context")}


@pytest.mark.parametrize("start", ["Context. ", "Zoom - a company - ", "Why it matters. and "])
def test_a_word_or_a_lower_case_letter_is_too_little_for_a_label_that_runs_in(start):
    assert sections(start + PROSE) == [("lede", None)]


def test_a_label_with_a_soft_hyphen_is_known():
    assert sections(f"Why it mat\u00adters:\n{PROSE}")[0][0] == "why_it_matters"
    page = f"Next steps: {MORE}\n\nRegional re\u00adaction:\n{PROSE}"
    assert sections(page)[1][0] == "x-regional-reaction"


def test_a_label_that_asks_may_run_into_its_answer():
    assert sections(f"What's next? {PROSE}") == [("whats_next", "What's next?")]
    assert sections(f"What's next? and when? {PROSE}") == [("lede", None)]


def test_a_question_and_its_answer_are_a_label_only_beside_another_one():
    question = f"What changed? {PROSE}"
    assert sections(f"{MORE}\n\n{question}") == [("lede", None)]
    assert sections(f"{question}\n\nBackground: {MORE}") == [
        ("driving_the_news", "What changed?"),
        ("context", "Background"),
    ]


def test_a_label_before_a_dash_and_a_day_is_the_name_of_a_document():
    assert sections(f"Conclusions - 30 August 2014\n{PROSE}") == [("lede", None)]
    assert sections(f"Conclusions - {PROSE}")[0][0] == "the_bottom_line"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What the islanders are saying:", "saying"),
        ("**Why the lake matters**", "why_it_matters"),
        ("## Background to the treaty", "context"),
        ("3. What's next for the lake:", "whats_next"),
        ("Was der Minister sagt:", "saying"),
        ("Ce que disent les insulaires :", "saying"),
        ("Qué sigue para el lago:", "whats_next"),
        ("O que diz o ministro:", "saying"),
        ("Что известно о договоре:", "state_of_play"),
    ],
)
def test_a_marked_label_may_have_a_name_in_it(line, kind):
    ((found, heading),) = sections(f"{line}\n\n{PROSE}")
    assert (found, to_plain(heading)) == (kind, line.strip("#* :"))


@pytest.mark.parametrize(
    "line",
    [
        "Why the lake matters",
        "What is saying:",
        "What the people of all the islands in it are saying:",
        "Why the lake matters: Two states share it",
    ],
)
def test_without_a_sign_or_with_a_long_name_it_is_text(line):
    kinds = {kind for kind, _ in sections(f"{MORE}\n\n{line}\n\n{PROSE}")}
    assert kinds <= {"lede", "x-what-is-saying"}


def test_a_sign_before_a_label_is_part_of_the_heading_and_no_bullet():
    page = f"■ Why it matters\n{PROSE}\n■ Next steps\n- One\n- Two\n■ Context\n{MORE}"
    assert [kind for kind, _ in sections(page)] == ["why_it_matters", "whats_next", "context"]
    assert sections(f"{PROSE}\n● Details\n● Next steps") == [("lede", None)]


def test_the_line_break_of_a_word_processor_ends_a_line():
    page = f"Key points:\x0b- One\x0b- Two\n\nNext steps:\x0b{PROSE}"
    assert [kind for kind, _ in sections(page)] == ["key_points", "whats_next"]
    place = spans_of(page)["sections", 1, "content", 0]
    assert page.split("\n")[place.line - 1][place.column - 1 :] == PROSE


def test_a_label_may_stand_before_a_tab_as_in_a_table():
    assert sections(f"Why it matters\t{PROSE}\nNext steps\t{MORE}") == [
        ("why_it_matters", "Why it matters"),
        ("whats_next", "Next steps"),
    ]


def test_marks_of_direction_around_a_label_are_no_part_of_it():
    page = "\u202bچرا مهم است:\u202c\n\u202bمتن.\u202c\n\u2067نکات کلیدی\u2069:\n- یک"
    assert [heading for _, heading in sections(page)] == ["چرا مهم است", "نکات کلیدی"]


def test_further_english_labels_are_known_in_text():
    assert sections(f"What they are saying:\n{PROSE}\nWhat is next: {MORE}") == [
        ("saying", "What they are saying"),
        ("whats_next", "What is next"),
    ]


def test_an_unknown_label_may_have_a_pictograph_before_it():
    page = f"🔹 Next steps: {MORE}\n\n🔹 Regional reaction:\n{PROSE}"
    assert sections(page)[1][0] == "x-regional-reaction"


def test_an_unknown_heading_in_capitals_is_one_where_the_known_ones_are_in_capitals():
    page = f"CONTEXT\n{PROSE}\nLEGAL OPINION\n“{MORE}”\nNEXT STEPS\n{MORE}\nANNEX: MAP"
    assert sections(page) == [
        ("context", "CONTEXT"),
        ("x-legal-opinion", "LEGAL OPINION"),
        ("whats_next", "NEXT STEPS"),
    ]
    assert len(sections(page.replace("CONTEXT", "Context"))) == 2


# Head and signature.


@pytest.mark.parametrize(
    "line",
    [
        "By Aram Petrosyan, Regional Desk",
        "By MILA JOVANOVIĆ | Brussels",
        "by Hodan Ali in Mogadishu and Dawit Bekele in Addis Ababa",
        "By Dave Lawler · Feb 3, 2025",
        "Edited by Li Wei",
    ],
)
def test_a_byline_with_an_office_or_a_place_leaves_the_title_certain_and_stays_text(line):
    page = f"The lake treaty waits for the Senate\n{line}\n\nWhy it matters:\n{PROSE}"
    brief = read_plain_data(page)
    assert brief["title"] == "The lake treaty waits for the Senate"
    assert "authors" not in brief
    assert texts(page)[0] == line


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Author: Ana Ruiz", "Ana Ruiz"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("نویسنده: سارا کریمی", "سارا کریمی"),
        ("Auteure : Claire Martin", "Claire Martin"),
    ],
)
def test_a_line_that_says_author_is_a_byline(line, name):
    for page in (f"{PROSE}\n\n{line}", f"The lake treaty waits\n{line}\n\n{PROSE}"):
        assert read_plain_data(page)["authors"] == [{"name": name}]


def test_of_two_briefs_in_one_file_neither_author_is_that_of_the_whole():
    page = f"Why it matters: {PROSE}\n\nBy Nino Beridze\n\nContext: {MORE}\n\nBy Davit Sargsyan"
    assert "authors" not in read_plain_data(page)
    assert texts(page) == [PROSE, "By Nino Beridze", MORE, "By Davit Sargsyan"]


@pytest.mark.parametrize("label", ["The Latest", "Analysis", "Reality check"])
def test_a_headline_after_a_label_is_a_title(label):
    title = f"{label}: Ministers agree on the lake"
    brief = read_plain_data(f"{title}\n\nGENEVA (AP) — {PROSE}")
    assert (brief["title"], brief["dateline"]) == (title, {"place": "GENEVA"})


@pytest.mark.parametrize("bullet", ["🔹", "✅", "▶", "✔️", "★", "→", "»", "➡️"])
def test_pictographs_make_a_list(bullet):
    page = f"Key points\n{bullet} The Senate votes.\n{bullet} The ferries run."
    (section,) = read_plain_data(page)["sections"]
    assert section["content"] == [
        {"type": "bullets", "items": ["The Senate votes.", "The ferries run."]}
    ]


def test_a_pictograph_before_a_label_is_not_a_bullet():
    page = "🔹 Why it matters: It is the last limit.\n🔹 Go deeper: Read on."
    assert [section["kind"] for section in read_plain_data(page)["sections"]] == [
        "why_it_matters",
        "go_deeper",
    ]


def test_a_single_line_of_dialogue_with_a_hyphen_is_not_a_list():
    lines = [
        "Minister mówił w Senacie.",
        "- Traktat jest gotowy - powiedział minister.",
        "Sala milczała.",
        "- Kiedy? - zapytał senator.",
    ]
    assert texts("\n\n".join(lines)) == lines
    assert texts("- The talks - as ever - go on.\n- So they do.")[0].startswith("The talks")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (
            "外交部发言人表示，条约已经得到双方议会的批准，将于三月二十日正式生",
            "效。双方将继续磋商。",
        ),
        ("外務省の報道官は、条約が両国の議会で承認され、三月二十日に正式に発効す", "ると述べた。"),
    ],
)
def test_wrapped_chinese_and_japanese_are_joined_without_a_space(upper, lower):
    assert texts(f"{upper}\n{lower}") == [upper + lower]


def test_a_headline_that_begins_with_a_label_is_a_title():
    page = f"Analysis: Why the accords survived the war\nOct 7, 2025\n\nThe big picture: {PROSE}"
    assert read_plain_data(page)["title"] == "Analysis: Why the accords survived the war"
    assert sections(f"Analysis: {PROSE}\n\nThe big picture: {MORE}")[0][0] == "analysis"


@pytest.mark.parametrize(
    "line", ["Bonjour à tous,", "Dear Minister,", "Q. Why does it matter?", "**Title:** The lake"]
)
def test_a_salutation_a_question_and_a_line_of_metadata_are_no_title(line):
    page = f"{line}\n\n{PROSE}"
    assert "title" not in read_plain_data(page)
    assert texts(page)[0] == line


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        (
            "TOKYO/SEOUL, March 16 (Reuters) - ",
            {"place": "TOKYO/SEOUL", "date_as_written": "March 16"},
        ),
        ("القاهرة - أ ش أ\n", {"place": "القاهرة"}),
    ],
)
def test_a_dateline_may_name_two_places_or_stand_alone_with_its_agency(line, dateline):
    brief = read_plain_data(line + PROSE)
    assert (brief["dateline"], brief.get("title")) == (dateline, None)
    assert "dateline" not in read_plain_data(f"US/IRAN – {PROSE}")


def test_the_slug_of_an_agency_is_no_dateline():
    page = f"AP-EU--Moldova-Talks\n\nCHISINAU, Moldova (AP) -- {PROSE}"
    assert read_plain_data(page)["dateline"] == {"place": "CHISINAU, Moldova"}


STORY = "GENEVA, May 3 (AP) — The ministers met on Monday and agreed on the text of the treaty."


@pytest.mark.parametrize(
    ("title", "subtitle"),
    [
        ("Minister calls his colleague", "The talk was held on the wish of the other side"),
        ("Ministers agree on the lake", "Both parliaments have to vote before the summer"),
        ("Ministres d'accord sur le traité", "Les parlements doivent encore voter avant juin"),
    ],
)
def test_two_headlines_above_a_dateline_are_title_and_subtitle(title, subtitle):
    brief = diplobrief.loads(f"{title}\n\n{subtitle}\n\n{STORY}\n", "text")
    assert (brief.title, brief.subtitle) == (title, subtitle)
    assert brief.dateline is not None


@pytest.mark.parametrize(
    ("first", "second", "story"),
    [
        ("Middle East and Africa", "Ministers agree on the lake", STORY),
        ("Ministry of Foreign Affairs", "Ministers agree on the lake", STORY),
        ("Ministers agree on the lake", "Subscribe to our newsletter now", STORY),
        ("Ministers agree on the lake", "Both parliaments have to vote", STORY[22:]),
        ("Ministers agree on the lake.", "Both parliaments have to vote", STORY),
    ],
)
def test_two_lines_without_that_evidence_stay_text(first, second, story):
    brief = diplobrief.loads(f"{first}\n\n{second}\n\n{story}\n", "text")
    assert brief.subtitle is None
