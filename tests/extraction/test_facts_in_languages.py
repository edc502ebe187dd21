"""Events, acts and actors in other languages than English, from sentences of several orders."""

from __future__ import annotations

import pytest

import diplobrief

DAY = "2024-05-15"
ROUND = "negotiation_round completed"


ACTS = {
    "fr": {
        "La Norvège a ajouté lundi trois banques à sa liste noire.": "sanctions",
        "La Norvège a décidé mardi de fermer son ambassade.": "decision",
        "La Norvège a annoncé lundi la levée de l'embargo contre la Suède.": "lifting_of_sanctions",
    },
    "es": {
        "Noruega anunció el lunes la expulsión del embajador sueco.": "expulsion",
        "Noruega aprobó el lunes un nuevo paquete de sanciones contra Suecia.": "sanctions",
        "Noruega congeló el lunes las cuentas de dos bancos suecos.": "sanctions",
    },
    "ru": {
        "Норвегия в понедельник внесла две шведские компании в санкционный список.": "sanctions",
        "Норвегия запретила в понедельник импорт шведской рыбы.": "sanctions",
    },
    "fa": {
        "نروژ روز دوشنبه دو شرکت سوئدی را در فهرست سیاه قرار داد.": "sanctions",
    },
    "ar": {
        "أعلنت النرويج الاثنين استدعاء سفيرها في السويد.": "recall",
        "قررت النرويج الاثنين تعليق رحلات الطيران.": "decision",
    },
}

EVENTS = {
    "fr": {
        "La Norvège et la Suède ont repris lundi les négociations à Rome.": ROUND,
    },
    "es": {
        "Noruega y Suecia retomaron el lunes las conversaciones en Roma.": ROUND,
    },
    "ru": {
        "Переговоры Норвегии и Швеции возобновятся 20 мая в Риме.": "negotiation_round scheduled",
    },
    "fa": {
        "نروژ و سوئد روز دوشنبه مذاکرات را در رم از سر گرفتند.": ROUND,
    },
    "ar": {
        "استأنفت النرويج والسويد المفاوضات الاثنين في روما.": ROUND,
        "اجتمع مجلس الأمن الاثنين في جنيف.": "session completed",
    },
}

GUESTS = {
    "fr": {
        "Le président Nils Dahl a reçu lundi à Oslo l'ambassadrice Kari Berg.": "Kari Berg",
    },
    "es": {
        "El presidente Nils Dahl recibió el lunes en Oslo a la ministra Kari Berg.": "Kari Berg",
    },
    "ru": {
        "Президент Нильс Даль принял в понедельник в Осло посла Анну Ли.": "Анна Ли",
    },
    "ar": {
        "استقبل الرئيس النرويجي نيلس دال الاثنين في أوسلو السفير السويدي أحمد مو.": "أحمد مو",
    },
}

PEOPLE = {
    "es": {
        "El presidente paraguayo Santiago Moe y Ana Ruiz llegaron.": {"Santiago Moe"},
        "Los presidentes Nils Dahl y Kari Berg se reunieron el lunes.": {"Kari Berg", "Nils Dahl"},
        "Los cancilleres de Noruega, Nils Dahl, y de Suecia, Kari Berg, se reunieron el lunes.": {
            "Kari Berg",
            "Nils Dahl",
        },
    },
    "fr": {
        "« C'est peu », a déclaré la sénatrice socialiste Kari Berg.": {"Kari Berg"},
    },
    "ru": {
        "Председатель комиссии Анна фон дер Мо приветствовала решение.": {"Анна фон дер Мо"},
    },
    "ar": {
        "شكر الوزير نيلس دال الدول الأعضاء على موقفها.": {"نيلس دال"},
    },
}


def cases(sentences):
    return [(language, *each) for language in sentences for each in sentences[language].items()]


def read(language, text):
    brief = diplobrief.loads(f"# X\n\n{text}\n", "markdown")
    return diplobrief.suggest(brief.replace(language=language, published=diplobrief.When(DAY)))


@pytest.mark.parametrize(("language", "text", "expected"), cases(ACTS))
def test_acts(language, text, expected):
    (act,) = read(language, text).acts
    assert (act.kind, act.issued_by) == (expected, ("no",))


@pytest.mark.parametrize(("language", "text", "expected"), cases(EVENTS))
def test_events(language, text, expected):
    (event,) = read(language, text).events
    assert f"{event.kind} {event.status}" == expected


@pytest.mark.parametrize(("language", "text", "guest"), cases(GUESTS))
def test_a_day_and_a_place_may_be_between_a_verb_and_its_object(language, text, guest):
    brief = read(language, text)
    (event,) = brief.events
    names = {actor.id: actor.name for actor in brief.actors if actor.kind == "person"}
    assert guest in {names.get(each.actor) for each in event.participants}


@pytest.mark.parametrize(("language", "text", "expected"), cases(PEOPLE))
def test_names_of_people(language, text, expected):
    names = {actor.name for actor in read(language, text).actors if actor.kind == "person"}
    assert expected <= names


def test_two_names_of_a_chamber_are_one_actor():
    brief = read("ru", "Госдума приняла закон. Государственная дума рассмотрела его в мае.")
    assert [actor.name for actor in brief.actors if actor.kind == "organ"] == [
        "Государственная дума"
    ]


def test_what_is_before_an_arabic_verb_is_a_statement_only_in_quotation_marks():
    text = "من جانبه، شدد وزير الخارجية النرويجي نيلس دال، الاثنين، على أن البحيرة نظيفة."
    (quote,) = read("ar", text).quotes
    assert quote.text == "البحيرة نظيفة"
