"""Near-copies: what is one text is one source, whatever the order in which it comes."""

import random

import pytest

from waqai.record.near_copies import SIGNATURE_BYTES, Signed, group, group_articles, signature, similarity
from waqai.records import Article

WIRE = (
    "أعلنت وزارة الصحة في بلاد المرجان، أمس الثلاثاء، تسجيل أول إصابة بحمى الوادي لدى راع في الإقليم الشمالي. "
    "وقال الوزير سالم النجدي إن المصاب نقل إلى مستشفى العاصمة وحالته مستقرة، مضيفا أن فرقا طبية توجهت إلى القرى "
    "المجاورة لفحص السكان والماشية. وأغلقت السلطات سوق المواشي في البلدة حتى إشعار آخر، وطلبت مساعدة من المنظمة "
    "الإقليمية للصحة الحيوانية التي وعدت بإرسال ثلاثة آلاف جرعة من اللقاح خلال أسبوع."
)
REWRITE = (
    WIRE.replace("أعلنت وزارة الصحة", "كشفت وزارة الصحة").replace("أمس الثلاثاء", "الثلاثاء").replace("مضيفا", "وأضاف")
)
OTHER = (
    "افتتح رئيس البلدية معرض الكتاب السنوي بحضور مئات الزوار، وتستمر الفعاليات عشرة أيام بمشاركة دور نشر من عشرين "
    "دولة، ويضم البرنامج ندوات وأمسيات شعرية وورشا للأطفال."
)


def articles(*texts):
    return [Article(id=f"a{i}", text=text, date=f"2021-03-{i + 1:02}") for i, text in enumerate(texts)]


def test_a_rewrite_a_cut_and_a_respelling_go_to_the_earliest():
    cut = " ".join(WIRE.split()[: len(WIRE.split()) * 2 // 3])
    respelled = WIRE.replace("أ", "ا").replace("ة ", "ه ").replace("،", "")
    assert group_articles(articles(WIRE, OTHER, REWRITE, cut, respelled)) == {
        "a0": "a0", "a1": "a1", "a2": "a0", "a3": "a0", "a4": "a0",
    }  # fmt: skip


def test_the_earliest_is_the_original_whatever_the_order():
    found = articles(WIRE, REWRITE, OTHER)
    for seed in range(5):
        random.Random(seed).shuffle(found)
        assert group_articles(found) == {"a0": "a0", "a1": "a0", "a2": "a2"}


def test_undated_articles_are_never_the_original_of_dated_ones():
    assert group_articles([Article(id="a", text=WIRE), Article(id="b", text=REWRITE, date="2021-01-01")]) == {
        "a": "b",
        "b": "b",
    }


def test_one_pattern_each_month_is_no_copy_but_the_same_text_is():
    changed = REWRITE.replace("الإقليم الشمالي", "الإقليم الجنوبي").replace("سالم النجدي", "منصور الحلبي")
    january, april = Article(id="a", text=WIRE, date="2021-01-01"), Article(id="b", text=changed, date="2021-04-01")
    assert group_articles([january, april]) == {"a": "a", "b": "b"}
    again = Article(id="c", text=WIRE, date="2021-08-01")
    assert group_articles([january, again]) == {"a": "a", "c": "a"}


@pytest.mark.parametrize("text", ["", "؟!", "   "])
def test_texts_without_words_are_nobodys_copies(text):
    assert signature(text) == b""
    assert group_articles(articles(text, text)) == {"a0": "a0", "a1": "a1"}


def test_short_texts():
    assert group_articles(articles("خبر عاجل", "خبر عاجل", "خبر آخر")) == {"a0": "a0", "a1": "a0", "a2": "a2"}


def test_signatures_are_kept_and_regrouped():
    kept = [Signed(a.id, a.date, signature(a.text)) for a in articles(WIRE, OTHER, REWRITE)]
    assert all(len(s.signature) == SIGNATURE_BYTES for s in kept)
    assert group(kept[:2]) == {"a0": "a0", "a1": "a1"}
    assert group(kept) == {"a0": "a0", "a1": "a1", "a2": "a0"}
    assert similarity(kept[0].signature, kept[0].signature) == 1.0
    assert similarity(kept[0].signature, kept[1].signature) < 0.1


def test_signature_is_the_same_in_every_version():
    """Stores keep signatures: another hash or seed would part what was grouped. Raise a migration when this changes."""
    assert signature(WIRE)[:8].hex() == "08dd8dc117de0561"


def test_many_copies_of_one_text_are_one_group():
    texts = [WIRE + f" وقال مراسل رقم {i}." for i in range(60)]
    found = group_articles([Article(id=f"{i:03}", text=t, date="2021-03-01") for i, t in enumerate(texts)])
    assert set(found.values()) == {"000"}
