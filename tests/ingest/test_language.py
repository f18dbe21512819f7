"""Which texts are Arabic at all."""

from __future__ import annotations

import time

import pytest

from waqai.ingest.language import foreign

ARABIC = [
    "اتهمت بغداد أنقرة بخرق الأجواء العراقية.",
    "مقتل ثلاثة جنود في هجوم بالأنبار",
    "وصل الوزير إلى عمان (Reuters, AP) وقال: we will see.",
    "كفت الحكومة العراقیة عن الحدیث في هذا الملف، وقال المتحدث ان الوفد يصل غدا الى بغداد من طهران",
    "گال الشيخ إن چماعته من أهل الناصرية لم يشاركوا في التظاهرات التي خرجت أمس",
    "قُتِلَ جُنْدِيٌّ في هُجومٍ على قاعِدَةٍ عَسْكَرِيَّةٍ شَمالَ البِلاد",
    "ﺍﺗﻬﻤﺖ ﺑﻐﺪﺍﺩ ﺃﻧﻘﺮﺓ",
    "خبر",
    "له في بغداد بيت، وله به ذكر، وقد كان به وجع",
]
FOREIGN = {
    "Iraq and the United States will hold talks in April.": "Latin",
    "Les États-Unis et l'Irak se réuniront en avril à Washington (بغداد).": "Latin",
    "Переговоры пройдут в апреле.": "Cyrillic",
    "השיחות יתקיימו באפריל": "Hebrew",
    "رئیس جمهوری ایران گفت که این کشور برای مذاکره با آمریکا آماده است و از تحریم‌ها نمی‌ترسد.": "Persian",
    "وزیر خارجه عراق در دیدار با همتای خود بر گسترش روابط تاکید کرد و گفت این سفر مهم است": "Persian",
    "وزیر اعظم نے کہا ہے کہ حکومت عوام کے مسائل کو حل کرنے کے لیے کام کر رہی ہے اور یہ جاری رہے گا": "Urdu",
    "سەرۆکی هەرێمی کوردستان لە هەولێر لەگەڵ وەفدێکی ئەمریکی کۆبووەوە و باسی بارودۆخی ناوچەکەیان کرد بە گشتی": "Kurdish",
    "د افغانستان حکومت وايي چې په کابل کې د طالبانو سره خبرې شوي دي او دا به دوام ومومي": "Pashto",
    "12345 ... !!!": "no letters",
    " \n\t ": "no text",
    "": "no text",
}


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_passes(text: str) -> None:
    assert foreign(text) is None


@pytest.mark.parametrize(("text", "name"), FOREIGN.items())
def test_other_languages_are_named(text: str, name: str) -> None:
    note = foreign(text)
    assert note is not None
    assert name in note


def test_an_arabic_article_within_a_longer_foreign_text_is_kept() -> None:
    assert foreign("They met in Baghdad. " * 20 + ARABIC[0] * 3) is None


def test_ten_megabytes_take_seconds_at_most() -> None:
    begun = time.perf_counter()
    assert foreign("اتهمت بغداد أنقرة " * 600_000) is None
    assert time.perf_counter() - begun < 10
