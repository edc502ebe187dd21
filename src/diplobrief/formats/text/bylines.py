"""Bylines: who wrote the page, where a line says so and nothing else."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.text.characters import SPACE

__all__ = ["is_name", "may_be_byline", "names_in_byline"]

_MARKED: Final = re.compile(
    rf"(?P<marker>by|par|por|بقلم|به\s+قلم|به‌قلم"
    rf"|(?:authors?|auteure?s?|autor(?:as?|es)?|автор(?:ы)?|نویسنده|نویسندگان|نگارنده|الكاتب)(?=[{SPACE}]*:))"
    rf"[{SPACE}]*:?[{SPACE}]+(?P<names>\S.*)",
    re.IGNORECASE,
)
_CREDITED: Final = re.compile(
    r"(?:(?:written|reported|compiled|edited|translated|story|text|analysis)\s+)?(?:by|par|por|بقلم|به\s+قلم|به‌قلم)\s"
    r"(?P<name>.*?)(?:\s*[,،|·•(/–—-]|\s+(?:and|et|y|و|in|at|for|à|en|на)\s|$)",
    re.IGNORECASE,
)
_DASHED: Final = re.compile(rf"(?:—|―|--)[{SPACE}]*(?P<names>\S.*)")
_BETWEEN: Final = re.compile(r",\s+|\s+(?:and|et|y|&|و)\s+|,\s+(?:and|et|y)\s+", re.IGNORECASE)
_LAST_TWO: Final = re.compile(r"\s+(?:and|et|y|&|و)\s+", re.IGNORECASE)
_LONGEST: Final = 120
_LONGEST_NAME: Final = 60
_NAME_WORDS: Final = range(2, 5)
_MOST_NAMES: Final = 8

_NAME_WORD: Final = re.compile(r"(?:[^\W\d_][.]?)(?:[^\W\d_]|[-'’.‌](?=[^\W\d_.]))*\.?")
_PARTICLES_WORDS: Final = """
de del della der den di da do dos das du van von zu ter ten la le el al bin ibn ben bint abu y e
i
"""
_PARTICLES: Final = frozenset(_PARTICLES_WORDS.split())
_NO_NAME_WORDS: Final = """
a about after again agency agenda all an and archive are article as associated at back ban be
been before being board brief briefing bulletin bureau but by can chamber chart click closed
comment comments committee conclusion conference contact contents continue continued copyright
correction correspondent council country court daily data date deal desk details developing
dialogue director division document download east edited editor editors editorial embassy end
ended ends english exclusive facebook federation file follow following for foreign forum from
full gallery general get global government graphic group had has have he her here his home house
how i image images in institute international interview into is issue it its item join journal
last latest law learn letter link live london loading magazine mail main map media meeting menu
minister ministry more moscow most nation national nations new news newsletter newspaper next
north not note now of off office on one online only open opinion or other our out over page
parliament partner permanent photo photos picture policy political post posted president press
previous print privacy published publisher read reader reading recommended register related
release releases report reporter reporting reports republic research reserved review rights
russian said security see senior service share sign site source sources south special
spokesperson staff state statement states story stories subscribe summary support tag tags talks
team television terms text that the their these they this time times to today top topic topics
transcript translation treaty tweet twitter union united university unknown up update updated
updates us video view was watch we were west what when which who why will with world writer
writers yes you your telegram whatsapp actualités agence auteur auteurs avec commentaires
communiqué dans des en enregistrer et imprimer les lire ministère par partager plus pour presse
retour rédaction sur une agencia artículo autor autores comentarios compartir con contenido fin
foto fuente imprimir las leer los ministerio más noticias para por prensa redacción relacionadas
sobre temas una volver а автор агентство без в все далее для до же за и из или источник к как
комментарии конец материал министерство мид на не новости но о об обновлено от поделиться по
пресс-служба при подробнее редактор редакция с служба со теги текст у фото что читать это پیام
انتهای پایان خبر خبرگزاری گزارش منبع عکس ویرایش نویسنده مترجم خبرنگار سایت دفتر وزارت امور خارجه
ایران است شد در از به با برای این که را و یا اخبار مطالب مرتبط بیشتر ادامه کد انتهى المصدر وكالة
وكالات الأنباء أخبار صورة تحرير المحرر وزارة الخارجية في من إلى على عن مع هذا التي الذي المزيد
اقرأ أيضا مواضيع متعلقة
"""
_NO_NAME: Final = frozenset(_NO_NAME_WORDS.split())


def is_name(text: str) -> bool:
    """Whether a text can hardly be anything but the name of a person.

    Example:
        >>> is_name("ahmad shirzadian"), is_name("Charles de Gaulle"), is_name("Press Releases")
        (True, True, False)
    """
    if len(text) > _LONGEST_NAME:
        return False
    words = text.split()
    if len(words) not in _NAME_WORDS or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    if any(word.lower().rstrip(".") in _NO_NAME for word in words):
        return False
    capital = [word for word in words if not (word[0].islower() and word.lower() in _PARTICLES)]
    if len(max(words, key=len).rstrip(".")) < 2 or len(capital) < 2:
        return False
    lower = [word[0].islower() for word in capital]
    return not any(lower) or all(word.islower() for word in words)


def _split_names(text: str) -> list[str]:
    names = _BETWEEN.split(text)
    if len(names) > 1 and _LAST_TWO.search(text) is None:
        return []  # what follows a lone comma may be an office or a paper
    if len(names) > _MOST_NAMES or not all(map(is_name, names)):
        return []
    return [" ".join(name.split()) for name in names]


def names_in_byline(text: str, *, quoted_above: bool = False) -> list[str]:
    """Return the names in a line that begins as a byline does; none where it is not certain.

    Args:
        text: The line.
        quoted_above: Whether a quotation ends above it: then a dash names the speaker.

    Example:
        >>> names_in_byline("By Ana Ruiz, Li Wei and M. Okafor")
        ['Ana Ruiz', 'Li Wei', 'M. Okafor']
        >>> names_in_byline("By Monday the talks had ended")
        []
    """
    if len(text) > _LONGEST:
        return []
    line = text.strip("*_")
    found = _MARKED.fullmatch(line) or (None if quoted_above else _DASHED.fullmatch(line))
    return [] if found is None else _split_names(found["names"])


def may_be_byline(text: str) -> bool:
    """Whether a line begins as a byline does, whatever office, paper or place it goes on to name.

    Example:
        >>> may_be_byline("By Aram Petrosyan, Regional Desk"), may_be_byline("By land and by sea")
        (True, False)
    """
    found = _CREDITED.match(text) if len(text) <= _LONGEST else None
    return found is not None and is_name(found["name"])
