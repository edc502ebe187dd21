"""Datelines, bylines, markings and labels of pages in Turkish, Polish, Japanese and others."""

from __future__ import annotations

import pytest

import diplobrief

BODY = """

The talks on the lake went on until the evening, and both sides were content with them.
"""


def read(start, end=""):
    return diplobrief.loads(f"Ministers agree on the shared lake\n\n{start}{BODY}{end}", "text")


@pytest.mark.parametrize(
    ("start", "place", "date", "as_written"),
    [
        ("ANKARA (AA): Bakan konuştu.", "ANKARA", None, None),
        ("ANKARA, 3 Mayıs (AA) - Bakan konuştu.", "ANKARA", None, "3 Mayıs"),
        ("Ankara, 12 Mart 2025 – Bakan konuştu.", "Ankara", "2025-03-12", None),
        ("LEFKOŞA (AA) - Bakan konuştu.", "LEFKOŞA", None, None),
        ("Warszawa, 3 maja (PAP) - Minister mówił.", "Warszawa", None, "3 maja"),
        ("WARSZAWA, 12.03.2025 (PAP) – Minister mówił.", "WARSZAWA", "2025-03-12", None),
        ("Bern, 12.03.2025 – Der Bundesrat entschied.", "Bern", "2025-03-12", None),
        ("【ジュネーブ時事】外相は述べた。", "ジュネーブ", None, None),
        ("[ワシントン 3日 ロイター] - 外相は述べた。", "ワシントン", None, "3日"),
        ("［東京　３日　ロイター］外相は述べた。", "東京", None, "３日"),
        ("【北京＝湖田太郎】外相は述べた。", "北京", None, None),
        ("【ソウル・東京＝時事】外相は述べた。", "ソウル・東京", None, None),
        ("(ワシントン 3日＝時事) 外相は述べた。", "ワシントン", None, "3日"),
        ("ワシントン（CNN） 外相は述べた。", "ワシントン", None, None),
        ("東京（共同） 外相は述べた。", "東京", None, None),
        ("(제네바·서울=연합뉴스) 외교부 장관은 밝혔다.", "제네바·서울", None, None),
        ("[베이징=김호수 특파원] 외교부 장관은 밝혔다.", "베이징", None, None),
        ("(워싱턴=뉴스1) 김호수 기자 = 외교부 장관은 밝혔다.", "워싱턴", None, None),
        ("워싱턴=연합뉴스 외교부 장관은 밝혔다.", "워싱턴", None, None),
        ("【서울=뉴시스】외교부 장관은 밝혔다.", "서울", None, None),
    ],
)
def test_a_dateline_is_read_in_further_languages(start, place, date, as_written):
    dateline = read(start).dateline
    assert dateline is not None
    assert dateline.place == place
    assert (dateline.date and str(dateline.date), dateline.date_as_written) == (date, as_written)


@pytest.mark.parametrize(
    "start",
    [
        "CONFIDENTIAL, 3 May 2025 – The ministers met.",
        "POUFNE, 3 maja 2025 – Ministrowie spotkali się.",
        "PRESSEMITTEILUNG, 3. Mai 2025 – Die Minister trafen sich.",
        "SON DAKİKA – Türkiye anlaşmayı imzaladı.",
        "PILNE – Polska podpisała umowę.",
        "【速報】外相は述べた。",
        "VARGA (AA): The talks went on until the evening.",
        "Varga (AA): The talks went on until the evening.",
        "[속보] 외교부 장관은 밝혔다.",
        "【解説＝湖田太郎】外相は述べた。",
        "[사진=연합뉴스] 외교부 장관은 밝혔다.",
        "(종합=김호수 기자) 외교부 장관은 밝혔다.",
        "東京は述べた。",
        "서울은 밝혔다.",
        "1.2.3 (AP) - The version was released.",
    ],
)
def test_a_marking_or_a_notice_with_a_day_is_not_a_dateline(start):
    assert read(start).dateline is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Yazan: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
        ("Haber: Mehmet Demir ve Elif Kaya", ["Mehmet Demir", "Elif Kaya"]),
        ("Autor: Jan Kowalski", ["Jan Kowalski"]),
        ("Agnieszka Nowak", ["Agnieszka Nowak"]),
        ("김호수 기자", ["김호수"]),
        ("김호수 특파원 lake@example.org", ["김호수"]),
        ("글: 김호수", ["김호수"]),
        ("執筆：湖田太郎", ["湖田太郎"]),
        ("記者：湖田　太郎", ["湖田 太郎"]),
        ("온라인뉴스팀 기자", []),
        ("편집부 기자", []),
        ("김호수", []),
        ("湖田太郎", []),
        ("文：編集部", []),
        ("関連記事", []),
        ("Diego Garcia", []),
        ("Charlotte Amalie", []),
        ("Virginia Beach", []),
        ("Martin Ennals Award", []),
        ("Christian Science Monitor", []),
        ("Gizlilik Politikası", []),
        ("Ministerstwo Spraw Zagranicznych", []),
    ],
)
def test_a_last_line_is_an_author_only_with_evidence(line, names):
    assert [author.name for author in read("They met.", f"\n{line}\n").authors] == names


@pytest.mark.parametrize(
    "marking",
    [
        "OFFICIAL: Sensitive",
        "LIMITE",
        "RESTREINT UE/EU RESTRICTED",
        "Classification: RESTRICTED",
        "SECURITY CLASSIFICATION: SECRET",
        "C O N F I D E N T I A L",
        "GİZLİ",
        "Hizmete özel",
        "ŚCIŚLE TAJNE",
        "取扱注意",
        "대외비",
        "机密",
    ],
)
def test_a_first_line_that_is_a_marking_becomes_handling(marking):
    brief = diplobrief.loads(f"{marking}\n\nMinisters agree\n{BODY}", "text")
    assert brief.handling is not None
    assert brief.handling.marking == marking


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Neden önemli", "why_it_matters"),
        ("Arka plan", "context"),
        ("Dlaczego to ważne", "why_it_matters"),
        ("Co dalej", "whats_next"),
        ("なぜ重要か", "why_it_matters"),
        ("今後の予定", "whats_next"),
        ("왜 중요한가", "why_it_matters"),
        ("향후 일정", "whats_next"),
    ],
)
def test_labels_of_sections_are_known(label, kind):
    assert diplobrief.loads(f"{label}:\n{BODY}", "text").sections[-1].kind == kind


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024年7月3日", "2024-07-03"),
        ("2024년 7월 3일", "2024-07-03"),
        ("2024.7.3", "2024-07-03"),
        ("2024/07/03", "2024-07-03"),
        ("2024年7月3日（水）", "2024-07-03"),
        ("2024년 7월 3일 수요일", "2024-07-03"),
        ("2024年7月3日 大安", None),
        ("7月3日", None),
        ("2024.7.3.1", None),
    ],
)
def test_a_day_from_year_to_day_on_the_first_line_is_the_day_of_publication(line, day):
    brief = diplobrief.loads(f"{line}{BODY}", "text")
    assert (brief.published and str(brief.published)) == day
