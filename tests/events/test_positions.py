"""Whom somebody means who takes position on what the article told before."""

from __future__ import annotations

import pytest
from reading import code

CASES = [
    # a verdict is that of the court
    (
        "قضت محكمة الجنايات في القاهرة بالسجن المؤبد على خمسة معارضين. ونددت منظمة العفو الدولية بالحكم.",
        "ونددت",
        ["EGY"],
    ),
    # accusations are those of whoever accused the one who denies them
    ("اتهمت بريطانيا روسيا بتسميم جاسوس. ووصلت الفرق إلى لندن. ونفت موسكو الاتهامات.", "ونفت", ["GBR"]),
    ("فرضت الخزانة الأميركية عقوبات على قادة قوات الدعم السريع. ونفت قوات الدعم السريع الاتهامات.", "ونفت", ["USA"]),
    # accusations against another are not meant
    ("اتهمت بريطانيا روسيا بتسميم جاسوس. ونفت الصين الاتهامات.", "ونفت", []),
    # an accord is that of both
    ("وقعت السعودية وباكستان اتفاقية دفاع مشترك. ورحب مجلس التعاون الخليجي بالاتفاقية.", "ورحب", ["SAU", "PAK"]),
    # whatever was done
    ("طردت الجزائر 12 موظفا في السفارة الفرنسية. واستنكرت باريس هذه الخطوة.", "واستنكرت", ["DZA"]),
    # what one did oneself is not what one condemns
    ("طردت الجزائر دبلوماسيين فرنسيين. ورفضت الجزائر هذه الخطوة.", "ورفضت", []),
]


@pytest.mark.parametrize(("text", "anchor", "countries"), CASES)
def test_who_is_meant(text: str, anchor: str, countries: list[str]) -> None:
    events = code(text).events
    found = [e for e in events if e.anchor.text == anchor]
    assert found, [e.anchor.text for e in events]
    assert [m.country for m in found[0].recipients] == countries
    assert all(m.implied for m in found[0].recipients)
