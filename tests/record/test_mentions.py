"""Rounds and content words of sentences."""

import pytest
from mentions import event

from waqai.record.mentions import mentions_of, words_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("عقدت الجولة الثالثة من الحوار", 3),
        ("اختتما جولةً رابعةً من المحادثات", 4),
        ("انتهت ثالث جولة من المفاوضات", 3),
        ("خامس جولات الحوار بين البلدين", 5),
        ("جولة المحادثات الثانية انتهت", 2),
        ("الجولة رقم 7 من المشاورات", 7),
        ("في ختام الجولة الحادية عشرة من المباحثات", 11),
        ("للجولة الخامسة", 5),
        ("عقدت الجولة الأولى من الحوار", 1),
        ("هي الجولة الأولى منذ تولي الرئيس منصبه", None),
        ("الجولة الأولى في عهد الرئيس الجديد", None),
        ("عقدت جولة جديدة من الحوار", None),
        ("بعد جولتين من الحوار", None),
        ("الجولة الثانية من الانتخابات الرئاسية", None),
        ("جولة في ثلاث دول", None),
        ("محادثات في بغداد", None),
    ],
)
def test_rounds(text, number):
    (mention,) = mentions_of([event("a", "CONSULT", text.split()[0], text=text)])
    assert mention.round == number


def test_the_nearest_of_two_rounds():
    text = "اختتمت الجولة الثانية من المحادثات وستعقد الجولة الثالثة في الشهر المقبل"
    first, second = mentions_of([event("a", "CONSULT", "اختتمت", text=text), event("a", "AGREE", "وستعقد", text=text)])
    assert (first.round, second.round) == (2, 3)


def test_an_attack_has_no_round():
    (mention,) = mentions_of([event("a", "ASSAULT", "قصف", text="قصف بعد الجولة الثالثة")])
    assert mention.round is None


def test_content_words_are_folded_and_bare():
    assert words_of("وقال الوزير إن الهجوم على المدينة أوقع 12 قتيلاً") == ("وزير", "هجوم", "مدينه", "اوقع", "قتيلا")


def test_words_next_to_the_anchor():
    text = "دان الوزير الذي زار المدينة أمس انفجار مرفأ بيروت الكبير قبل عام من اليوم"
    (mention,) = mentions_of([event("a", "ASSAULT", "انفجار", text=text)])
    assert mention.nearby == ("مدينه", "مرفا", "بيروت", "كبير")
