"""What is read from pages in other languages than English."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.extraction.day_finder import day_finder_of
from diplobrief.extraction.days import gregorian
from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.lexicon_files import languages_with_lexicon
from diplobrief.extraction.mentions import mention_finder_of

OTHERS = tuple(language for language in languages_with_lexicon() if language != "en")


def read(language, text, day=None):
    brief = diplobrief.loads(f"# X\n\n{text}\n", "markdown").replace(language=language)
    if day is not None:
        brief = brief.replace(published=diplobrief.When(day))
    return diplobrief.suggest(brief)


def steps_of(brief):
    return [
        (step.kind, step.status, None if step.date is None else str(step.date), step.parties)
        for treaty in brief.treaties
        for step in treaty.milestones
    ]


BEFORE_STEPS = {
    "ar": "معاهدة البحيرة بين النرويج والسويد قصيرة.",
    "es": "El Tratado sobre el Lago entre Noruega y Suecia es breve. El ministro noruego llegó.",
    "fa": "معاهده دریاچه کوتاه است.",
    "fr": "Le Traité sur le lac entre la Norvège et la Suède est court.",
    "ru": "Договор о границе между Норвегией и Швецией короткий.",
}
"""A page that names a treaty, to which the example of a row may refer."""

BEFORE_QUOTES = {
    "ar": "وصل وزير الخارجية النرويجي نيلس دال إلى جنيف.",
    "es": "El presidente de Noruega, Nils Dahl, recibió a la ministra noruega de Exteriores, Kari "
    "Berg, en el Ministerio noruego de Exteriores. La presidenta de Suecia, Ann Lee, no vino. El "
    "portavoz del Gobierno, Ola Moe, tampoco.",
    "fa": "وزیر خارجه نروژ نیلس دال به ژنو رفت.",
    "fr": "Le président de la Norvège, Nils Dahl, a reçu la ministre norvégienne des Affaires "
    "étrangères, Kari Berg, au ministère norvégien des Affaires étrangères. La présidente de la "
    "Suède, Ann Lee, n'est pas venue.",
    "ru": "Президент Норвегии Нильс Даль принял министра иностранных дел Швеции Анну Ли.",
}
"""A page that names those who speak in the examples."""


def rows(file, table):
    return [
        pytest.param(language, row, id=f"{language}-{row['example'][:30]}")
        for language in OTHERS
        for row in lexicon_of(language).data[file][table]
    ]


@pytest.mark.parametrize(("language", "row"), rows("steps", "step"))
def test_the_example_of_a_verb_for_a_step_tells_the_step(language, row):
    brief = read(language, f"{BEFORE_STEPS[language]}\n\n{row['example']}")
    assert row["kind"] in {kind for kind, *_ in steps_of(brief)}


@pytest.mark.parametrize(("language", "row"), rows("saying", "saying"))
def test_the_example_of_a_verb_of_saying_is_a_statement(language, row):
    brief = read(language, f"{BEFORE_QUOTES[language]}\n\n{row['example']}")
    example = row["example"]
    ends = [_end_of_statement(language, row, example, quote) for quote in brief.quotes]
    assert any(quote.text.split()[-1] in end for quote, end in zip(brief.quotes, ends, strict=True))


def _end_of_statement(language, row, example, quote):
    """Return the last word of what is said, which may be before the verb."""
    if "objects" not in row or not lexicon_of(language).grammar.get("verb_last"):
        return example.split()[-1]
    before = example.partition(quote.verb)[0].split()
    return before[-2 if before[-1] in row["objects"] else -1]


@pytest.mark.parametrize(
    ("language", "file", "row"),
    [
        pytest.param(language, file, row, id=f"{language}-{row['example'][:30]}")
        for language in OTHERS
        for file, table in (("events", "event"), ("acts", "act"))
        if lexicon_of(language).has(file)
        for row in lexicon_of(language).data[file][table]
    ],
)
def test_the_example_of_a_verb_for_an_event_or_an_act_tells_it(language, file, row):
    brief = read(language, row["example"], "2024-05-15")
    assert row["kind"] in {fact.kind for fact in getattr(brief, file)}


def in_its_place(lexicon, row):
    """Yield the example of a row with each of its verbs, in the form that the example has."""
    example = row["example"]
    tenses = {
        form: (verb, tense)
        for verb in row["verbs"]
        for form, tense in lexicon.forms(verb).items()
        if re.search(rf"(?<!\w){re.escape(form)}(?![\w\u200c])", example.lower())
    }
    used = max(tenses, key=len)
    verb, tense = tenses[used]
    place = [form for form, each in lexicon.forms(verb).items() if each == tense].index(used)
    for other in row["verbs"]:
        forms = [form for form, each in lexicon.forms(other).items() if each == tense]
        if forms and "’" not in other:  # It is listed with "'", too.
            form = forms[min(place, len(forms) - 1)]
            at = example.lower().index(used)
            yield form, f"{example[:at]}{form}{example[at + len(used) :]}"


@pytest.mark.parametrize(("language", "row"), rows("saying", "saying"))
def test_each_verb_of_saying_is_read_in_the_place_of_another(language, row):
    sentences = dict(in_its_place(lexicon_of(language), row))
    brief = read(language, "\n\n".join([BEFORE_QUOTES[language], *sentences.values()]))
    verbs = [quote.verb.lower() for quote in brief.quotes]
    missing = [
        form for form in sentences if not any(verb in form or form in verb for verb in verbs)
    ]
    assert len(missing) <= len(sentences) // 50


STEPS = [
    (
        "fr",
        "La Norvège et la Suède ont signé le 3 mai 2024 le Traité sur le lac.",
        ("signature", "completed", "2024-05-03", ("no", "se")),
    ),
    (
        "fr",
        "Le Sénat français doit examiner le Traité sur le lac le 1er juin 2024.",
        ("parliamentary_approval", "scheduled", "2024-06-01", ("fr",)),
    ),
    (
        "fr",
        (
            "Le Traité sur le lac a été signé le 3 mai 2024 par la ministre norvégienne des "
            "Affaires étrangères, Kari Berg, et par son homologue suédois."
        ),
        ("signature", "completed", "2024-05-03", ("no", "se")),
    ),
    (
        "fr",
        "Le Traité sur le lac entrera en vigueur le 1er juin 2024.",
        ("entry_into_force", "scheduled", "2024-06-01", ()),
    ),
    (
        "es",
        (
            "El presidente de Chile, Nils Dahl, promulgó la ley que ratifica el Tratado sobre "
            "el Lago el 3 de mayo de 2024."
        ),
        ("promulgation", "completed", "2024-05-03", ("cl",)),
    ),
    (
        "es",
        "El Tratado sobre el Lago lo firmaron el 3 de mayo de 2024 Noruega y Suecia.",
        ("signature", "completed", "2024-05-03", ("no", "se")),
    ),
    (
        "es",
        "Noruega ratificará el Tratado sobre el Lago en junio de 2024.",
        ("ratification", "scheduled", "2024-06", ("no",)),
    ),
    (
        "ru",
        "Госдума ратифицировала договор о границе 3 мая 2024 года.",
        ("parliamentary_approval", "completed", "2024-05-03", ("ru",)),
    ),
    (
        "ru",
        (
            "Президент Норвегии Нильс Даль подписал закон о ратификации договора о границе 3 мая "
            "2024 года."
        ),
        ("promulgation", "completed", "2024-05-03", ("no",)),
    ),
    (
        "ru",
        "Совет Федерации рассмотрит договор о границе 3 мая 2024 года.",
        ("parliamentary_approval", "scheduled", "2024-05-03", ("ru",)),
    ),
    (
        "ru",
        "Договор о границе подписали 3 мая 2024 года Норвегия и Швеция.",
        ("signature", "completed", "2024-05-03", ("no", "se")),
    ),
    (
        "ru",
        "Договор о границе был подписан 3 мая 2024 года.",
        ("signature", "completed", "2024-05-03", ()),
    ),
    (
        "ru",
        "Норвегия пока не ратифицировала договор о границе.",
        ("ratification", "expected", None, ("no",)),
    ),
    (
        "fa",
        "مجلس شورای اسلامی معاهده دریاچه را در ۱۶ بهمن ۱۴۰۳ تصویب کرد.",
        ("parliamentary_approval", "completed", "2025-02-04", ("ir",)),
    ),
    (
        "fa",
        "نروژ و سوئد معاهده دریاچه را در ۳ مه ۲۰۲۴ امضا کردند.",
        ("signature", "completed", "2024-05-03", ("no", "se")),
    ),
    (
        "fa",
        "نیلس دال، وزیر خارجه نروژ، پیش‌تر گفته بود پارلمان سوئد معاهده دریاچه را تصویب کرده است.",
        ("parliamentary_approval", "completed", None, ("se",)),
    ),
    (
        "ar",
        "وقّعت النرويج والسويد معاهدة البحيرة في 3 مايو/أيار 2024.",
        ("signature", "completed", "2024-05-03", ("no", "se")),
    ),
    (
        "ar",
        "من المقرر أن يصادق البرلمان النرويجي على معاهدة البحيرة في 3 مايو 2024.",
        ("parliamentary_approval", "scheduled", "2024-05-03", ("no",)),
    ),
    (
        "ar",
        "دخلت معاهدة البحيرة حيز التنفيذ في 3 مايو 2024.",
        ("entry_into_force", "completed", "2024-05-03", ()),
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), STEPS)
def test_a_step_has_its_day_its_party_and_its_status(language, text, expected):
    assert steps_of(read(language, text)) == [expected]


EVENTS = [
    (
        "fa",
        "وزیر خارجه نروژ نیلس دال روز دوشنبه در ژنو با وزیر خارجه سوئد آنا مو دیدار کرد.",
        ("meeting", "completed", "2024-05-13", "ژنو", {"نیلس دال", "آنا مو"}),
    ),
    (
        "fa",
        "نروژ و سوئد روز دوشنبه در وین مذاکره کردند.",
        ("meeting", "completed", "2024-05-13", "وین", {"نروژ", "سوئد"}),
    ),
    (
        "fa",
        "وزیر خارجه نروژ نیلس دال فردا به مسکو سفر خواهد کرد.",
        ("visit", "scheduled", "2024-05-16", "مسکو", {"نیلس دال"}),
    ),
    (
        "fr",
        "Le président Nils Dahl s'est entretenu hier par téléphone avec la ministre Kari Berg.",
        ("call", "completed", "2024-05-14", None, {"Nils Dahl", "Kari Berg"}),
    ),
    (
        "fr",
        "Une réunion bilatérale entre la Norvège et la Suède a eu lieu à Oslo le 3 mai 2024.",
        ("meeting", "completed", "2024-05-03", "Oslo", {"Norvège", "Suède"}),
    ),
    (
        "es",
        "La visita del presidente Nils Dahl a Ankara fue aplazada el 3 de mayo de 2024.",
        ("visit", "postponed", None, "Ankara", {"Nils Dahl"}),
    ),
    (
        "ru",
        "Встреча министров иностранных дел Норвегии и Швеции состоится в Осло 3 июня 2024 года.",
        ("meeting", "scheduled", "2024-06-03", "Осло", {"Норвегия", "Швеция"}),
    ),
    (
        "ar",
        "عقد وزير الخارجية النرويجي نيلس دال اجتماعا مع رئيس الوزراء السويدي أحمد مو في جنيف أمس.",
        ("meeting", "completed", "2024-05-14", "جنيف", {"نيلس دال", "أحمد مو"}),
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), EVENTS)
def test_an_event_has_its_day_its_place_and_its_participants(language, text, expected):
    brief = read(language, text, "2024-05-15")
    (event,) = brief.events
    names = {brief.actor(each.actor).name for each in event.participants}
    start = None if event.start is None else str(event.start)
    assert (event.kind, event.status, start, event.place, names) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Norvège propose une réunion entre la Suède et la Finlande."),
        ("es", "Noruega no celebrará ninguna reunión con Suecia."),
        ("fa", "وزیر خارجه نروژ با وزیر خارجه سوئد دیدار نکرد."),
        ("fa", "اگر نروژ دو دیپلمات سوئدی را اخراج کند، پاسخ می‌دهیم."),
        ("ru", "Норвегия предложила провести встречу со Швецией."),
    ],
)
def test_what_is_only_talked_of_is_no_event_and_no_act(language, text):
    brief = read(language, text, "2024-05-15")
    assert (brief.events, brief.acts) == ((), ())


ACTS = [
    (
        "fa",
        "نروژ روز دوشنبه تحریم‌های تازه‌ای علیه سوئد اعمال کرد.",
        ("sanctions", "2024-05-13", ("no",), ("se",)),
    ),
    (
        "fa",
        "سوئد و نروژ در ۳ مه ۲۰۲۴ بیانیه مشترکی منتشر کردند.",
        ("joint_statement", "2024-05-03", ("se", "no"), ()),
    ),
    (
        "ru",
        "Норвегия ввела пошлины против Швеции 3 мая 2024 года.",
        ("tariff", "2024-05-03", ("no",), ("se",)),
    ),
    (
        "ar",
        "فرضت النرويج رسوما جمركية على السويد في 3 مايو 2024.",
        ("tariff", "2024-05-03", ("no",), ("se",)),
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ACTS)
def test_an_act_has_its_day_its_issuer_and_its_target(language, text, expected):
    (act,) = read(language, text, "2024-05-15").acts
    assert (act.kind, str(act.date), act.issued_by, act.targets) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Suède n'a pas ratifié le Traité sur le lac."),
        ("es", "Suecia no ha ratificado el Tratado sobre el Lago."),
        ("ru", "Швеция не ратифицировала договор о границе."),
        ("fa", "سوئد معاهده دریاچه را امضا نکرد."),
        ("ar", "لم تصادق السويد على معاهدة البحيرة."),
    ],
)
def test_what_did_not_happen_is_no_step(language, text):
    assert steps_of(read(language, text)) == []


def examples(language):
    data = lexicon_of(language).data
    return [row["example"] for row in (*data["steps"]["step"], *data["saying"]["saying"])]


@pytest.mark.parametrize("language", OTHERS)
@given(data=st.data())
def test_any_words_give_grounded_facts_and_the_same_when_read_again(language, data):
    words = " ".join(examples(language)).split()
    pieces = [*words, "«", "»", ",", ";", "(", "—", "،", "\u200c"]
    drawn = data.draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=50))
    whole = data.draw(st.lists(st.sampled_from(examples(language)), max_size=5))
    text = diplobrief.to_inline(" ".join([*whole, *drawn]).replace("\u200c", ""))
    suggested = read(language, text)
    assert diplobrief.check(suggested, select=["EVD001", "EVD002", "EVD003", "EVD004"]) == []
    assert diplobrief.suggest(suggested) == suggested


@pytest.mark.parametrize("language", OTHERS)
def test_the_time_is_in_proportion_to_the_page(language, assert_in_proportion):
    story = " ".join(examples(language))

    def page(repeats):
        content = [{"type": "paragraph", "text": diplobrief.to_inline(story)}] * repeats
        return diplobrief.Brief.model_validate(
            {
                "schema_version": "1.0",
                "language": language,
                "sections": [{"kind": "lede", "content": content}],
            }
        )

    assert_in_proportion(diplobrief.suggest, page(1), page(10), times=10)


@pytest.mark.no_cover
@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("unit", ["{word} ", "{word}, ", "« {word} ", "{first}"])
def test_one_long_sentence_takes_time_in_proportion(language, unit, assert_in_proportion):
    lexicon = lexicon_of(language)
    head = lexicon.data["steps"]["treaties"]["heads"]["treaty"][0]
    piece = unit.format(word=head, first=head[0])
    assert_in_proportion(
        lambda text: [*mention_finder_of(lexicon).find(text).mentions],
        piece * 100,
        piece * 1_000,
        times=10,
    )


QUOTES = [
    (
        "fr",
        (
            "« Le lac nous appartient à tous », a déclaré la ministre suédoise des Affaires "
            "étrangères, Ann Lee."
        ),
        ("Ann Lee", "Le lac nous appartient à tous", "déclaré"),
    ),
    (
        "fr",
        "Selon Ann Lee, ministre suédoise des Affaires étrangères, le texte est prêt.",
        ("Ann Lee", "le texte est prêt", "according to"),
    ),
    (
        "es",
        "El presidente de Chile, Nils Dahl, llegó. “El texto está listo”, dijo el mandatario.",
        ("Nils Dahl", "El texto está listo", "dijo"),
    ),
    (
        "es",
        "El canciller noruego, Nils Dahl, dijo que el texto está listo.",
        ("Nils Dahl", "el texto está listo", "dijo"),
    ),
    (
        "ru",
        "«Мы готовы к переговорам», — сказал министр иностранных дел Швеции Нильс Даль.",
        ("Нильс Даль", "Мы готовы к переговорам", "сказал"),
    ),
    (
        "fa",
        "نیلس دال، وزیر خارجه نروژ، گفت که متن آماده است.",
        ("نیلس دال", "متن آماده است", "گفت"),
    ),
    (
        "ar",
        "قال وزير الخارجية النرويجي نيلس دال إن النص جاهز.",
        ("نيلس دال", "النص جاهز", "قال"),
    ),
]


QUOTES += [
    (
        "ar",
        "قال النائب نيلس دال، رئيس لجنة حقوق الإنسان، إن النص جاهز.",
        ("نيلس دال", "النص جاهز", "قال"),
    ),
    (
        "fa",
        "نیلس دال، وزیر خارجه نروژ، خواستار آزادی فوری زندانیان شد.",
        ("نیلس دال", "خواستار آزادی فوری زندانیان", "شد"),
    ),
    (
        "ru",
        '"Мы готовы к переговорам", - заявил, отвечая на вопрос, министр обороны Нильс Даль.',
        ("Нильс Даль", "Мы готовы к переговорам", "заявил"),
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), QUOTES)
def test_a_statement_has_its_speaker_and_its_words(language, text, expected):
    brief = read(language, text)
    (quote,) = brief.quotes
    assert (brief.actor(quote.speakers[0]).name, quote.text, quote.verb) == expected


def mentions(language, text):
    found = mention_finder_of(lexicon_of(language)).find(text).mentions
    return [(mention.kind, mention.name, mention.code) for mention in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa", "عراقچی در ژنو بود.", []),
        ("fa", "ایران‌خودرو بسته شد.", []),
        ("ar", "ولإيران رأي.", [("state", "إيران", "IR")]),
        ("ar", "للعراق رأي.", [("state", "العراق", "IQ")]),
        ("ar", "كالعراقيل", []),
        ("ru", "Ирана", [("state", "Иран", "IR")]),
        ("ru", "с Южной Кореей", [("state", "Южная Корея", "KR")]),
        ("ru", "в Совете Федерации", [("organ", "Совет Федерации", "RU")]),
        ("ru", "Иранец спал.", []),
        ("fr", "l'Iran", [("state", "Iran", "IR")]),
        ("fr", "les Norvégiennes", [("adjective", "Norvégiennes", "NO")]),
        ("es", "las autoridades noruegas", [("unnamed", "las autoridades noruegas", "NO")]),
    ],
)
def test_a_form_of_a_word_is_known_and_what_only_begins_like_it_is_not(language, text, expected):
    assert mentions(language, text) == expected


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("По словам президента Норвегии Нильса Даля, озеро чисто.", "Нильс Даль", "президент"),
        ("По словам министра иностранных дел Норвегии Анны Ли, озеро чисто.", "Анна Ли", "министр"),
    ],
)
def test_a_person_is_named_in_the_nominative(text, name, office):
    (person,) = [actor for actor in read("ru", text).actors if actor.kind == "person"]
    assert person.name == name
    assert person.office.startswith(office)
    assert person.evidence


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "le 1er mai 2024", "2024-05-01"),
        ("fr", "en mai 2024", "2024-05"),
        ("es", "el 3 de mayo de 2024", "2024-05-03"),
        ("es", "03/05/2024", "2024-05-03"),
        ("ru", "3 мая 2024 года", "2024-05-03"),
        ("ru", "03.05.2024", "2024-05-03"),
        ("ru", "в мае 2024 г.", "2024-05"),
        ("ru", "в 2024 году", "2024"),
        ("fa", "۳ مه ۲۰۲۴", "2024-05-03"),
        ("fa", "دوم دی ۱۴۰۳", "2024-12-22"),
        ("fa", "بهمن ۱۴۰۳", None),
        ("ar", "3 مايو 2024", "2024-05-03"),
        ("ar", "17 كانون الثاني 2025", "2025-01-17"),
        ("ar", "في عام 2024", "2024"),
    ],
)
def test_a_day_is_read_in_the_order_and_the_calendar_of_its_language(language, text, expected):
    (day,) = day_finder_of(lexicon_of(language)).find(text)
    assert day.resolved(None, None, ahead=False) == expected


def test_every_day_of_the_solar_calendar_follows_the_one_before():
    lengths = {month: 31 if month < 7 else 30 for month in range(1, 13)}
    days = [
        date
        for year in range(1390, 1410)
        for month in range(1, 13)
        for day in range(1, lengths[month] + 1)
        if (date := gregorian(year, month, day)) is not None
    ]
    assert days[0] == dt.date(2011, 3, 21)
    assert [date.toordinal() for date in days] == [
        *range(days[0].toordinal(), days[0].toordinal() + len(days))
    ]
    assert gregorian(1403, 12, 30) == dt.date(2025, 3, 20)
    assert gregorian(1402, 12, 30) is None
    assert gregorian(900, 1, 1) is None


@pytest.mark.parametrize("language", OTHERS)
def test_a_lexicon_has_the_files_of_english_and_names_of_states(language):
    folder = files("diplobrief.languages")
    own = {file.name for file in folder.joinpath(language, "lexicon").iterdir()}
    english = {file.name for file in folder.joinpath("en", "lexicon").iterdir()}
    assert own - {"names.toml"} <= english
    lexicon = lexicon_of(language)
    assert set(lexicon.names_of_states) >= set(lexicon_of("en").names_of_states) - {"SUHH"}


@pytest.mark.parametrize("language", OTHERS)
def test_a_lexicon_is_written_in_the_letters_that_are_searched(language):
    lexicon = lexicon_of(language)
    folder = files("diplobrief.languages").joinpath(language, "lexicon")
    for file in folder.iterdir():
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        searched = {name: data[name] for name in data if name not in {"characters", "latin"}}
        written = {chr(number) for number in lexicon.characters} - set("،؛")
        assert not written & set(str(searched))
