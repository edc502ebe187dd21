"""The language of a text is recognized, or left open if there is any doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.formats.text.reader import read_plain_data
from diplobrief.languages.data import languages
from diplobrief.languages.detection import language_of

TEXTS = {
    "ar": "التقى وزير الخارجية اليوم في القاهرة نظيره لبحث المعاهدة المتعلقة بالبحيرة. وأكد "
    "الجانبان في بيان صدر عن الوزارة رغبتهما في مواصلة الحوار وعقد اجتماع جديد خلال "
    "الأسابيع المقبلة بمشاركة الوزراء المعنيين من البلدين إلى جانب عدد من الخبراء على "
    "مستوى عال.",
    "de": "Der Außenminister hat sich heute in Berlin mit seinem Amtskollegen getroffen, um "
    "über den Vertrag über den See zu sprechen. Nach Angaben des Ministeriums wollen "
    "beide Seiten den Dialog fortsetzen und in den kommenden Wochen wieder "
    "zusammenkommen.",
    "en": "The foreign minister met his counterpart in London today to discuss the treaty "
    "on the lake. According to a statement of the ministry, both sides wish to go on "
    "with the talks and to meet again in the coming weeks.",
    "es": "El ministro de Asuntos Exteriores se reunió hoy en Madrid con su homólogo para "
    "hablar del tratado sobre el lago. Según una nota del ministerio, las dos partes "
    "desean seguir el diálogo y convocar una nueva reunión en las próximas semanas.",
    "fa": "وزیر امور خارجه امروز در تهران با همتای خود دیدار کرد و درباره پیمان دریاچه "
    "گفت‌وگو کرد. به گفته وزارتخانه، هر دو طرف خواستار ادامه گفت‌وگوها هستند و این "
    "نشست در هفته‌های آینده بار دیگر برگزار خواهد شد.",
    "fr": "Le ministre des Affaires étrangères a rencontré aujourd'hui à Paris son "
    "homologue pour parler du traité sur le lac. Selon une note du ministère, les "
    "deux parties souhaitent poursuivre le dialogue et se retrouver dans les "
    "prochaines semaines.",
    "ja": "外務大臣は本日、東京で湖の条約について相手国の外務大臣と会談した。"
    "外務省の発表によると、双方は対話を続け、"
    "数週間以内に再び会うことで一致した。次回の日程はまだ決まっていない。",
    "ko": "외교부 장관은 오늘 서울에서 상대국 장관을 만나 호수에 관한 조약을 논의했다. "
    "외교부는 양측이 대화를 계속하고 "
    "몇 주 안에 다시 만나기로 했다고 밝혔다. 다음 회의 날짜는 아직 정해지지 않았다.",
    "pl": "Minister spraw zagranicznych spotkał się dziś w Warszawie ze swoim odpowiednikiem, aby "
    "omówić traktat o jeziorze. Jak podało ministerstwo, obie strony chcą kontynuować "
    "rozmowy i spotkać się ponownie w najbliższych tygodniach, ale nie ma jeszcze daty, "
    "która byłaby dogodna dla obu rządów.",
    "pt": "O ministro dos Negócios Estrangeiros reuniu-se hoje em Lisboa com o seu homólogo "
    "para falar do tratado sobre o lago. Segundo uma nota do ministério, as duas "
    "partes desejam continuar o diálogo e voltar a reunir-se nas próximas semanas.",
    "tr": "Dışişleri bakanı bugün Ankara'da mevkidaşı ile bir araya geldi ve göl anlaşması için "
    "yapılan hazırlıkları ele aldı. Bakanlığın açıklamasına göre iki taraf da görüşmeleri "
    "sürdürmek istiyor, ancak yeni toplantı için henüz bir tarih belirlenmedi ve bu konuda "
    "daha sonra karar verilecek.",
    "ru": "Министр иностранных дел встретился сегодня в Москве со своим коллегой, чтобы "
    "обсудить договор об озере. Как говорится в заявлении министерства, обе стороны "
    "хотят продолжить переговоры и снова встретиться в ближайшие недели, но пока не "
    "назвали день.",
}
OTHERS = {
    "it": "Il ministro degli Esteri ha incontrato oggi a Roma il suo omologo per discutere "
    "del trattato sul lago. Secondo una nota del ministero, le due parti hanno "
    "confermato la volontà di proseguire il dialogo e di convocare una nuova riunione "
    "nelle prossime settimane.",
    "nl": "De minister van Buitenlandse Zaken heeft vandaag in Den Haag gesproken met zijn "
    "ambtgenoot over het verdrag over het meer. Volgens het ministerie willen beide "
    "partijen de gesprekken in de komende weken voortzetten en elkaar dan weer zien.",
    "gl": "O ministro de Asuntos Exteriores reuniuse hoxe co seu homólogo para falar do "
    "tratado sobre o lago. Segundo unha nota do ministerio, as dúas partes "
    "confirmaron a vontade de seguir o diálogo e de convocar unha nova reunión nas "
    "próximas semanas.",
    "bg": "Министърът на външните работи се срещна днес в София със своя колега, за да "
    "обсъдят договора за езерото. Според съобщение на министерството двете страни са "
    "потвърдили желанието си да продължат диалога и да свикат нова среща през "
    "следващите седмици.",
    "zh": "外交部长今天在北京会见了对方国家的外交部长，讨论关于湖泊的条约。"
    "外交部表示，双方希望继续对话，"
    "并在今后几周内再次会面。下一次会议的日期尚未确定，两国政府将另行宣布。",
    "uk": "Міністр закордонних справ зустрівся сьогодні в Києві зі своїм колегою, щоб "
    "обговорити договір про озеро. За повідомленням міністерства, обидві сторони "
    "підтвердили бажання продовжити діалог і скликати нову зустріч у найближчі тижні, "
    "хоча день ще не названо.",
    "ur": "وزیر خارجہ نے آج اسلام آباد میں اپنے ہم منصب سے ملاقات کی اور جھیل کے معاہدے پر "
    "بات چیت کی۔ وزارت کے بیان کے مطابق دونوں فریقوں نے مذاکرات جاری رکھنے اور آنے "
    "والے ہفتوں میں ایک نیا اجلاس بلانے کی خواہش کی تصدیق کی ہے۔",
}


def test_there_is_a_text_in_every_language():
    assert set(TEXTS) == set(languages())


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_text_is_recognized(language):
    assert language_of(TEXTS[language]) == language
    assert read_plain_data(TEXTS[language])["language"] == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_without_a_folder_is_not_taken_for_another_one(language):
    assert language_of(OTHERS[language]) is None


@pytest.mark.parametrize("first", TEXTS)
@pytest.mark.parametrize("second", TEXTS)
def test_a_text_in_two_languages_is_not_taken_for_a_third_one(first, second):
    length = min(len(TEXTS[first].split()), len(TEXTS[second].split()))
    halves = (" ".join(TEXTS[language].split()[:length]) for language in (first, second))
    assert language_of(" ".join(halves)) in {None, first, second}


@given(st.text(max_size=300))
def test_any_text_has_a_known_language_or_none(text):
    assert language_of(text) in {None, *languages()}


def test_a_short_text_has_no_certain_language():
    assert language_of("The ministers of the two states met.") is None
    assert language_of("") is None
