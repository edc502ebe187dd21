"""Who says what in other languages than English, if no subject beside the verb says it."""

from __future__ import annotations

import pytest

import diplobrief

DALS = {
    "es": "El presidente de Chile, Nils Dahl, recibió a la prensa.",
    "ru": "Глава МИД Норвегии Нильс Даль прибыл в Осло.",
    "fr": "Le président de la Norvège, Nils Dahl, a reçu la presse.",
}


def said(language, text):
    brief = diplobrief.loads(f"# X\n\n{text}\n", "markdown").replace(
        language=language, published=diplobrief.When("2024-05-15")
    )
    brief = diplobrief.suggest(brief)
    names = {actor.id: getattr(actor, "name", None) or actor.description for actor in brief.actors}
    return [(names[quote.speakers[0]], quote.text) for quote in brief.quotes]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            f"{DALS['es']} Sostuvo que el texto está listo.",
            ("Nils Dahl", "el texto está listo"),
        ),
        (
            "es",
            f"{DALS['es']} Asimismo, añadió que el texto está listo.",
            ("Nils Dahl", "el texto está listo"),
        ),
        (
            "es",
            f'{DALS["es"]} "Es una señal clara para la región", escribió en la red social X.',
            ("Nils Dahl", "Es una señal clara para la región"),
        ),
        (
            "es",
            "De acuerdo con el Ministerio de Exteriores de Perú, la reunión fue cordial.",
            ("Ministerio de Exteriores", "la reunión fue cordial"),
        ),
        ("fr", f"{DALS['fr']} Selon lui, le texte est prêt.", ("Nils Dahl", "le texte est prêt")),
        ("ru", f"{DALS['ru']} По его словам, текст готов.", ("Нильс Даль", "текст готов")),
        (
            "ru",
            "В МИД Норвегии отметили, что дата пока не согласована.",
            ("МИД", "дата пока не согласована"),
        ),
        (
            "fa",
            (
                "ابراهیم عزیزی، رئیس کمیسیون امنیت ملی و سیاست خارجی مجلس، گفت: "
                "«این متن راه تجارت را هموار می‌کند.»"
            ),
            ("ابراهیم عزیزی", "این متن راه تجارت را هموار می‌کند."),
        ),
    ],
)
def test_who_says_it_is_known_from_what_is_before(language, text, expected):
    assert expected in said(language, text)


def test_each_of_two_joined_verbs_has_the_same_subject():
    text = "رحبت وزارة الخارجية الأردنية بالتصويت، وقالت في بيان إن النص جاهز."
    assert said("ar", text)[-1] == ("وزارة الخارجية", "النص جاهز")


def test_a_step_of_a_treaty_is_no_statement_if_its_day_is_beside_the_verb():
    assert said("fr", "Le Niger a dénoncé mercredi le Traité sur le lac.") == []
