"""Datelines: the place, and the day, that the first words of a story state."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.languages.dates import DATE, iso_date
from diplobrief.text.characters import INVISIBLE

__all__ = ["dateline_line", "dateline_of"]


def _listed(names: str) -> list[str]:
    return [" ".join(name.split()) for name in names.split(",")]


_AGENCY_NAMES: Final = """
AP, Associated Press, Reuters, AFP, UPI, TASS, ITAR-TASS, RIA Novosti, RIA, Sputnik, Interfax,
Xinhua, IRNA, ISNA, Mehr, MNA, Tasnim, Fars, FNA, Press TV, EFE, Europa Press, Notimex, Télam,
Prensa Latina, ANSA, dpa, DPA, Anadolu, AA, Kyodo, Yonhap, PTI, ANI, APP, IANS, Ukrinform,
BelTA, BTA, SANA, WAM, SPA, QNA, KUNA, MENA, PNA, NINA, INA, Petra, APS, TAP, MAP, Trend,
Kazinform, UNN, VOA, RFE/RL, ТАСС, РИА Новости, Интерфакс, INTERFAX.RU, ИТАР-ТАСС, БЕЛТА, БелТА,
Укринформ, Казинформ, ایرنا, ایسنا, مهر, تسنیم, فارس, ایلنا, ایکنا, إرنا, ارنا, واس, سانا, وام,
قنا, كونا, بترا, وفا, رويترز, أ ف ب, أ.ف.ب, ا ف ب, أ ش أ, تاس, شينخوا, وكالات, الأناضول, د ب أ,
新华社
"""
_PLACE_NAMES: Final = """
Abu Dhabi, Algiers, Almaty, Amman, Ankara, Astana, Athens, Baghdad, Baku, Bangkok, Beijing,
Beirut, Belgrade, Berlin, Bern, Bogota, Brasilia, Bratislava, Brussels, Bucharest, Budapest,
Buenos Aires, Cairo, Canberra, Caracas, Copenhagen, Damascus, Doha, Dublin, Dushanbe, Geneva,
Hanoi, Havana, Helsinki, Islamabad, Istanbul, Jakarta, Jerusalem, Kabul, Kyiv, Kiev, Lima,
Lisbon, London, Luxembourg, Madrid, Manama, Manila, Mexico City, Minsk, Montevideo, Moscow,
Muscat, Nairobi, New Delhi, New York, Oslo, Ottawa, Paris, Prague, Pretoria, Pyongyang, Quito,
Rabat, Riga, Riyadh, Rome, San José, San Salvador, Santiago, Santiago de Chile, Santo Domingo,
Sarajevo, Seoul, Sofia, Stockholm, Strasbourg, Tallinn, Tashkent, Tbilisi, Tehran, Tel Aviv, The
Hague, Tirana, Tokyo, Tripoli, Tunis, Ulaanbaatar, Vienna, Vilnius, Warsaw, Washington, Yerevan,
Zagreb, Moscú, Teherán, Pekín, Londres, París, Berlín, Roma, Bruselas, Ginebra, Viena, La
Habana, La Paz, Asunción, Bogotá, Ciudad de México, Ciudad de Guatemala, Managua, Tegucigalpa,
Panamá, Nueva York, Lisboa, Tokio, Seúl, El Cairo, Varsovia, Moscou, Téhéran, Pékin, Bruxelles,
Genève, Vienne, Le Caire, Alger, Varsovie, Kyïv, Москва, Тегеран, Пекин, Лондон, Париж, Берлин,
Вашингтон, Минск, Астана, Баку, Ереван, Тбилиси, Киев, Брюссель, Женева, Вена, Анкара, Стамбул,
Нью-Йорк, Санкт-Петербург, Бишкек, Ташкент, Душанбе, Ашхабад
"""
_PLACES: Final = frozenset(_listed(_PLACE_NAMES.casefold()))
_NO_PLACE_WORDS: Final = """
ANALYSIS ASEAN AUKUS BREAKING BRICS CIA COMMENTARY CORRECTION CSTO ECOWAS EU EXCLUSIVE EXPLAINER
FACTBOX FBI G7 G20 IAEA ICC ICJ IMF IRAN ISRAEL LIVE NATO NEW NOTE OPEC OPINION OSCE PHOTO
PHOTOS QUAD RUSSIA SCO SOURCE UK UN UNESCO UNHCR UNSC UPDATE UPDATED URGENT US USA VIDEO WATCH
WHO WTO МИД НАТО ООН ЕС США СНГ ОДКБ ШОС БРИКС МАГАТЭ РФ ФОТО ВИДЕО СРОЧНО ONU OTAN UE EEUU
URGENTE ENTREVISTA OEA
"""
_NO_PLACE: Final = frozenset(_NO_PLACE_WORDS.split())

_AGENCY: Final = "|".join(map(re.escape, sorted(_listed(_AGENCY_NAMES), key=len, reverse=True)))
_DASH: Final = r"\s*\.?\s*(?:—|–|―|--|-|:)(?=\s|\S)"
_PLACE: Final = (
    r"(?P<place>[^\W\d_]"
    r"(?:[^\d()\[\]/:;,،.—–―\"“”«»\n-]|(?:-|(?<=[^\W\d_])/)(?=\w)|(?<=\bSt)\.){1,40}?)"
)
_PLACE_THEN: Final = re.compile(
    rf"(?:date\s+20\d\d-\d\d-\d\d\s+)?{_PLACE}"
    r"(?P<region>,\s[^\W\d_](?:[^\W\d_]|\.| (?=[^\W\d_])){1,24})??"
    rf"(?P<comma>\s*[,،.])?(?:\s*(?:(?:le|el|on|في)\s+)?(?P<date>{DATE})(?:\s*г(?:ода|\.)?)?)?"
    rf"(?P<behind>\s*[.,،]?\s*(?:"
    rf"[(/]\s*(?P<enclosed>[^()/]{{1,40}})\s*[)/](?:{_DASH}|\s*\.|(?<=/))"
    rf"|(?:[—–-]\s*)?(?P<agency>{_AGENCY})\s*(?:—|–|--|-|\.\s*-|/)"
    rf"|(?P<dash>(?:—|–|--|\.-|-(?=\s)))"
    rf"|(?P<full_stop>(?<=\.)(?<!\bSt\.)(?=\s+[^\W\d_]))"
    r"))",
    re.IGNORECASE,
)
_PLACE_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ,/'’.\u200c-])*")
_ALONE: Final = re.compile(
    rf"(?P<place>[^\W\d_][^\d,،]{{1,40}})[,،]\s(?:(?:le|el)\s)?(?P<date>{DATE})", re.IGNORECASE
)
_CHINESE: Final = re.compile(
    r"新华社(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)电"
)
_WIDE_SPACE: Final = re.compile(r"\s{3}")
_SEARCHED: Final = 160
_ACRONYM: Final = 2
_LIKELY_WORDS: Final = 2
_PLACE_WORDS: Final = 4
_PARTICLES_WORDS: Final = """
de del la las los el of the on upon am sur en al da do
"""
_PARTICLES: Final = frozenset(_PARTICLES_WORDS.split())


def dateline_of(paragraph: str) -> dict[str, object] | None:
    """Return the dateline with which a paragraph begins, where it certainly is one.

    The day is `date` where the year is stated, and `date_as_written` otherwise: a year is never
    invented.

    Args:
        paragraph: The first paragraph of running text, as plain text.

    Example:
        >>> dateline_of("MOSCOW, April 15 (TASS) — The talks ended.")
        {'place': 'MOSCOW', 'date_as_written': 'April 15'}
        >>> dateline_of("Russia – the largest country – agreed.")
    """
    start = paragraph[:_SEARCHED].lstrip(INVISIBLE)
    if _WIDE_SPACE.search(start):
        return None
    chinese = _CHINESE.match(start)
    if chinese is not None:
        return {"place": chinese["place"], "date_as_written": chinese["date"]}
    found = _PLACE_THEN.match(start)
    if found is None or not _is_certain(found, start):
        return None
    place = found["place"].strip() + (found["region"] or "")
    return {"place": place} | (_day(found["date"]) if found["date"] else {})


def dateline_line(text: str) -> dict[str, object] | None:
    """Return the dateline on a line of its own: a well-known place with a day, or an agency.

    Example:
        >>> dateline_line("Geneva, 12 March 2024")
        {'place': 'Geneva', 'date': '2024-03-12'}
        >>> dateline_line("Moscow, IRNA")
        {'place': 'Moscow'}
        >>> dateline_line("Daily News Brief, September 10, 2019")
    """
    if len(text) > _SEARCHED:
        return None
    found = _ALONE.fullmatch(text)
    if found is not None and found["place"].casefold() in _PLACES:
        return {"place": found["place"]} | _day(found["date"])
    opened = _PLACE_THEN.fullmatch(f"{text} -")
    if opened is None or not opened["agency"]:
        return None
    return dateline_of(f"{text} - X")


def _day(written: str) -> dict[str, object]:
    day = iso_date(written)
    return {"date": day} if day else {"date_as_written": " ".join(written.split())}


def _is_certain(found: re.Match[str], start: str) -> bool:
    place = found["place"].strip()
    words = place.split()
    if len(words) > _PLACE_WORDS or not _NO_PLACE.isdisjoint(place.upper().split("/")):
        return False
    if any(word[0].islower() and word not in _PARTICLES for word in words):
        return False
    behind = start[found.end() :].lstrip()
    if not behind or behind[0].islower():
        return False
    region = found["region"] or ""
    if _PLACE_NAME.fullmatch(place + region) is None or (region and not found["enclosed"]):
        return False
    is_known = place.casefold() in _PLACES
    if found["enclosed"]:
        is_agency = _is_agency(found["enclosed"])
        is_plain = is_known or place.isupper()
        return (is_agency and (is_plain or len(words) <= _LIKELY_WORDS)) or (
            is_plain and bool(found["date"])
        )
    if found["agency"]:
        is_caseless = not place[0].isupper()
        return is_known or is_caseless or place.isupper() or bool(found["date"]) or len(words) == 1
    is_divided = bool(found["comma"]) and not found["date"]
    if found["dash"]:
        is_parted = start[found.end() :][:1].isspace()  # unlike a slug: AP-EU--Moldova-Talks
        is_likely = is_parted and place.isupper() and len(place) > _ACRONYM
        return not is_divided and (is_known or is_likely)
    return is_known and (bool(found["date"]) or (is_divided and found["comma"].strip() == "."))


def _is_agency(text: str) -> bool:
    return (
        re.fullmatch(rf"(?:{_AGENCY})(?:[\s,/-]+(?:{_AGENCY}))*", text.strip(), re.IGNORECASE)
        is not None
    )
